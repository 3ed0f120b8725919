"""Two short forms of equal construction, one before the course and one after, in a random order."""

import random
import re

import ipywidgets

from crossroads.charts import style
from crossroads.charts.widget import with_stored
from crossroads.learn import answers, questions
from crossroads.learn.article import Card, left_out, text_html
from crossroads.words.lookups import fill
from crossroads.words.plain import parts
from crossroads.words.tags import fold, join, listed, tag

FORMS, WHEN = ("a", "b"), ("before", "after")
ORDER = "form.order"
KIND = "form"
BAR = "background: {colour}; display: inline-block; height: 0.9em; width: {width}em"


def items_of(pack, form):
    """List the ids of a form's items, in their order."""
    items = pack.questions[pack.questions["kind"] == KIND]["question_id"]
    return sorted(item for item in items if item.startswith(f"09.form-{form}"))


def passage_texts(pack, form):
    """Give the passages of a form, the values of its chart by their names, and its title."""
    rows = pack.form_passages[pack.form_passages["passage_id"].str.startswith(form)]
    charted = rows[rows["chart"] != ""].iloc[0]
    pairs = (pair.rsplit("=", 1) for pair in parts(charted["chart"]))
    return list(rows["text"]), {name: int(value) for name, value in pairs}, charted["chart_title"]


def saved_order(saved):
    """Give which form came first, ``"ab"`` or ``"ba"``; None where none has been answered."""
    order = saved.get(ORDER)
    return order if order in ("ab", "ba") else None


def _passages(pack, form):
    passages, chart, title = passage_texts(pack, form)
    shown, bars = [], []
    for number, text in enumerate(passages, 1):
        shown += [tag("h4", pack.words.say("forms-passage", number=number)), text_html(text)]
    for name, value in chart.items():
        width = 16 * value / max(chart.values())
        bar = tag("span", style=BAR.format(colour=style.ACCENT, width=width))
        bars.append(tag("tr", tag("th", name, scope="row"), tag("td", bar, f" {value}")))
    return Card(join([*shown, tag("table", tag("caption", title), tag("tbody", *bars))]))


class Form(questions.Stack):
    """One form: its passages, and its items, none of which is answered by right or wrong.

    A learner's first answer settles which form it is; until then it is a button.
    """

    def __init__(self, pack, when):
        self.words, self.when = pack.words, when
        saved = answers.saved_answers(pack.words)
        self._settled = saved_order(saved) is not None
        self._order = saved_order(saved) or random.choice(("ab", "ba"))
        self.form = self._order[WHEN.index(when)]
        self.items = [questions.Question(pack, item) for item in items_of(pack, self.form)]
        self.button = ipywidgets.Button(
            description=self.words.say("forms-open"), layout={"width": "max-content"}
        )
        self.button.on_click(lambda _: self.unfold())
        super().__init__([self.button])
        self.add_class("crossroads")
        self._passages = questions.Below(_passages(pack, self.form))
        if any(item.question_id in saved for item in self.items):
            self.unfold()
        for item in self.items:
            item.observe(self._settle, "value")

    def unfold(self):
        """Show the passages and the items in place of the button."""
        self.remove_class("crossroads")  # Each item is one of its own.
        self.children = [self._passages, *self.items]

    def _settle(self, change):
        if not self._settled:
            self._settled = not answers.try_to_save(self.words, ORDER, self._order, "answer")

    def __repr__(self):
        return self.words.say("forms-run", when=self.when)

    def _repr_mimebundle_(self, **keywords):
        # What is stored is the same for everybody, and shows no item before its time.
        return with_stored(self, tag("p", repr(self)), **keywords)


def open_form(pack, when):
    """Open a short form: eight items on passages that stand in no lesson.

    Parameters
    ----------
    pack : Pack
    when : {"before", "after"}

    Returns
    -------
    Form or Card
        A card that says so, where the pack has no forms.

    Raises
    ------
    ValueError
        If `when` is neither.
    """
    if when not in WHEN:
        raise ValueError(f"write 'before' or 'after', not {when!r}")
    return _lacking(pack) or Form(pack, when)


def _lacking(pack):
    if not pack.has("form_passages") or not all(items_of(pack, form) for form in FORMS):
        return left_out(pack.words, "needs-forms")


def chosen(pack, form, saved):
    """Give the number of the choice at each item of a form; 0 where there is none."""
    items = items_of(pack, form)
    return [questions.choice_said(pack, item, saved.get(item)) for item in items]


def count_right(pack, form, numbers):
    """Count the right choices of a form; None where an item was not answered."""
    items = items_of(pack, form)
    if len(numbers) != len(items) or not all(numbers):
        return None
    pairs = zip(items, numbers, strict=True)
    return sum(number in questions.right_choices(pack, item) for item, number in pairs)


def form_cells(pack, records):
    """Give the cells of a receipt, of the forms before and after, such as ``a: 2 3 1``."""
    saved = answers.by_question(records)
    pairs = zip(WHEN, saved_order(saved) or "", strict=False)
    given = [(when, form, chosen(pack, form, saved)) for when, form in pairs]
    return {when: f"{form}: {' '.join(map(str, said))}" for when, form, said in given if any(said)}


def read_form_cell(pack, cell):
    """Read such a cell: the form, and the numbers; None if it is something else."""
    if found := re.fullmatch(r"([ab]):((?: [0-9])+)", cell):
        numbers = list(map(int, found[2].split()))
        return (found[1], numbers) if len(numbers) == len(items_of(pack, found[1])) else None


def changes(pack, rows):
    """Give, of each learner who completed both forms, right answers after less those before."""
    found = []
    for row in rows:
        pair = [read_form_cell(pack, row.get(f"form {when}", "")) for when in WHEN]
        if all(pair) and pair[0][0] != pair[1][0]:
            before, after = (count_right(pack, *one) for one in pair)
            found += [after - before] if None not in (before, after) else []
    return found


def interval(differences, draws=4000):
    """Give where 95 in 100 means lie when a class is drawn again and again from itself."""
    draw = random.Random(0)
    means = sorted(
        sum(draw.choices(differences, k=len(differences))) / len(differences) for _ in range(draws)
    )
    return means[round(0.025 * draws)], means[round(0.975 * draws) - 1]


ENOUGH = 5  # learners; with fewer, no mean is named


def change_words(pack, rows):
    """Say how a class changed between the forms, and how little that shows."""
    found, words = changes(pack, rows), pack.words
    if len(found) < ENOUGH:
        return words.say("forms-change-few", learners=len(found), enough=ENOUGH)
    mean, (low, high) = sum(found) / len(found), interval(found)
    return words.say(
        "forms-change",
        case="open" if low <= 0 <= high else "clear",
        learners=len(found),
        enough=ENOUGH,
        items=len(items_of(pack, FORMS[0])),
        mean=words.number(mean, 1),
        low=words.number(low, 1),
        high=words.number(high, 1),
    )


def show_form_reasons(pack):
    """Show key and reasons of both forms, as soon as both are done; before that, nothing of them.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    Card
    """
    if lacking := _lacking(pack):
        return lacking
    saved = answers.saved_answers(pack.words)
    if not all(all(chosen(pack, form, saved)) for form in FORMS):
        return Card(tag("p", pack.words.say("forms-not-done")))
    items = []
    for item in (item for form in FORMS for item in items_of(pack, form)):
        row, key = pack.row("questions", item), questions.right_words(pack, item)
        items.append(f"{fill(pack, row['prompt'])} {key[0]}. {fill(pack, row['explanation'])}")
    return Card(fold(pack.words.say("forms-reasons"), listed(items, "ol")))
