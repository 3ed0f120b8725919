"""Ask a learner: predictions before the evidence, checks after it."""

import re

import ipywidgets
import traitlets

from crossroads.charts.widget import script, with_stored
from crossroads.learn import answers
from crossroads.learn.article import left_out
from crossroads.learn.keeping import Keeping, Unfit
from crossroads.pack.check import check_rows
from crossroads.words.lookups import Unfilled, fill
from crossroads.words.plain import parts, unknown
from crossroads.words.tags import listed, plain_text, tag

RECALL = re.compile(r"\d\d\.recall\d")
# What is saved beside a prediction: that its chart was opened, and what was said after that.
OPENED, LATER = "-opened", "-later"
FACT = re.compile(r"\{(?:([^{}\[\]:]+): )?(\w+)\}")


def has_question(pack, question_id):
    """Tell whether a pack has a question with at least one choice."""
    return all(
        (table["question_id"] == question_id).any() for table in (pack.questions, pack.choices)
    )


def choices_of(pack, question_id):
    """Give the choices of a question in their order: the words of each to its row."""
    rows = pack.choices[pack.choices["question_id"] == question_id]
    rows = rows.sort_values("choice", kind="stable")
    return {fill(pack, one.text): one for one in rows.itertuples()}


def right_choices(pack, question_id):
    """Find the right values of ``choice`` from the tables; none where no answer is right."""
    value = fill(pack, pack.row("questions", question_id)["value"])
    if not value:
        return []

    def fits(one):
        if one.equals or (one.low != one.low and one.high != one.high):
            return one.equals == value
        # What is empty bounds nothing.
        return not (float(value) < one.low or float(value) > one.high)

    rows = pack.choices[pack.choices["question_id"] == question_id]
    return [int(one.choice) for one in rows.itertuples() if fits(one)]


def right_words(pack, question_id):
    """Give the words of the right choices of a question."""
    right = right_choices(pack, question_id)
    return [words for words, one in choices_of(pack, question_id).items() if one.choice in right]


def choice_said(pack, question_id, said):
    """Give the number of the choice that a saved answer is; 0 where it is none that is known."""
    known = choices_of(pack, question_id)
    return int(known[said].choice) if isinstance(said, str) and said in known else 0


def was_right(pack, question_id, said):
    """Tell whether a saved answer chose rightly; None where it chose nothing that is known."""
    number = choice_said(pack, question_id, said)
    return number in right_choices(pack, question_id) if number else None


def setting_of(text):
    """Read a setting of a chart, such as ``first=a;second=b``, as a dictionary."""
    named = (one.partition("=") for one in parts(text))
    return {control.strip(): option.strip() for control, _, option in named}


def opens_on(pack, after=None, start=None):
    """Give what a chart is set to where it opens: at what answers a prediction, or as asked."""
    asked = after is not None and has_question(pack, after)
    setting = setting_of(pack.row("questions", after).get("setting", "")) if asked else {}
    return {**setting, **(start or {})}


def record_for(pack, question_id, declaration, choice):
    """Word what the record answers to a prediction, by its chart; name the rows that show it."""
    row = pack.row("questions", question_id)

    def fact(found):
        other = {**choice, **setting_of(found[1] or "")}
        value = declaration.show(**declaration.checked(other)).facts[found[2]]
        if isinstance(value, (list, tuple)):
            return pack.words.join(value)
        return value if isinstance(value, str) else pack.words.number(value)

    text, rows = (fill(pack, FACT.sub(fact, row.get(column, ""))) for column in ("record", "shown"))
    return text.removesuffix("."), parts(rows)


def predicted_lines(words, record):
    """Word what stands above the chart of a prediction, by what somebody said, and when."""
    facts = {"said": "{said}", "later": "{later}", "record": record}
    cases = ("said", "both", "later", "bare") if record else ("bare",)
    return {case: words.say("explorer-predicted", case=case, **facts) for case in cases}


def predicted_line(lines, said, later):
    """Choose one of `predicted_lines`, and put in what somebody said before and after looking."""
    case = "both" if said and later else "later" if later else "said"
    if not (said or later):
        return ""
    line = lines.get(case, lines["bare"])
    return line.replace("{said}", said or later).replace("{later}", later)


@check_rows("questions", "choices")
def check_answers(pack, cells):
    """Check that every question has answers, and one that is checked a right one."""
    key, value, others = cells["question_id"], cells["value"], pack.resource("choices")["path"]
    if key not in set(pack.choices["question_id"]):
        yield "question_id", f"has no answers; add rows with this question_id to {others}"
        return
    try:
        if cells["kind"] == "predict" or right_choices(pack, key):
            return
        advice = f"and no answer in {others} has that in equals, low or high"
    except Unfilled:
        return  # The check of all texts has told it.
    except ValueError:
        advice = f"but its answers in {others} have numbers in low or high"
    yield "value", f"makes {fill(pack, value)!r}, {advice}"


class Question(Keeping):
    """A question with a few choices; ``value`` is the saved one, empty before."""

    _esm = script("question.js")
    place_message = "question-place"

    value = traitlets.Unicode("").tag(sync=True)
    _prompt = traitlets.Unicode("").tag(sync=True)
    _kind = traitlets.Unicode("").tag(sync=True)
    _choices = traitlets.List().tag(sync=True)
    _message = traitlets.Unicode("").tag(sync=True)

    # Whether the chart has answered: what is said from then on is kept beside the prediction.
    _frozen = False

    def __init__(self, pack, question_id, **state):
        row = pack.row("questions", question_id)
        self.question_id = question_id
        self._right = right_choices(pack, question_id)
        self._explanation = fill(pack, row["explanation"])
        self._feedback = {
            words: (int(one.choice), fill(pack, one.feedback))
            for words, one in choices_of(pack, question_id).items()
        }
        super().__init__(
            pack.words,
            (question_id, question_id + LATER),
            _prompt=fill(pack, row["prompt"]),
            _kind=row["kind"],
            _choices=list(self._feedback),
            **state,
        )
        if self.value:
            self._message = f"{self.words.say('saved-earlier')} {self.answer_to(self.value)}"

    def _mine(self, saved):
        self._frozen = self._frozen or self.question_id + OPENED in saved
        return super()._mine(saved)

    def _value_of(self, mine):
        said = (mine.get(self.question_id + one) for one in (LATER, ""))
        return next((one for one in said if isinstance(one, str) and one in self._feedback), "")

    def _answers_of(self, value):
        later = self.question_id + LATER
        if not self._frozen or not value:
            return {self.question_id: value} if value else {}
        changed = value != self._disk.get(self.question_id) or later in self._disk
        return {later: value} if changed else {}

    @traitlets.validate("value")
    def _check(self, proposal):
        if proposal["value"] not in ("", *self._choices):
            raise Unfit(unknown("choice", proposal["value"], self._choices))
        return proposal["value"]

    def _tell(self):
        said = self._problem or self.words.say("saved")
        self._message = f"{said} {self.answer_to(self.value)}" if self.value else ""

    def answer_to(self, chosen):
        """Give the words that answer a choice; for a prediction never whether it is right."""
        choice, feedback = self._feedback[chosen]
        if self._kind == "predict":
            later = self.question_id + LATER in self._disk
            return self.words.say("question-later" if later else "question-predicted")
        if self._kind == "form":
            return ""  # Before both forms are done, nothing is told.
        if not self._right:
            return self._explanation
        if choice in self._right:
            return self.words.say("question-correct", explanation=self._explanation)
        return self.words.say("question-not-yet", feedback=feedback)

    def _shown(self):
        return tag("p", tag("strong", self._prompt)), listed(self._choices)


def predict(pack, question_id):
    """Ask for a prediction before the evidence is shown.

    Parameters
    ----------
    pack : Pack
    question_id : str
        A row of the pack's table of questions.

    Returns
    -------
    Question or Card
        A card that says so, where the pack has no such question.
    """
    if not has_question(pack, question_id):
        return _lacking(pack, [question_id])
    return Question(pack, question_id)


def check_yourself(pack, *question_ids):
    """Ask questions about what the lesson showed.

    Parameters
    ----------
    pack : Pack
    *question_ids : str

    Returns
    -------
    Question, Stack or Card
        One below the other; in place of recall questions, first what this
        learner got wrong before. Of questions that the pack does not have, a card
        below the others, or in their place, says so.
    """
    known = [question_id for question_id in question_ids if has_question(pack, question_id)]
    shown = [Question(pack, question_id) for question_id in draw_recall(pack, known)]
    for one in shown:
        if one.question_id not in known:
            facts = {"lesson": int(one.question_id[:2]), "prompt": one._prompt}
            one._prompt = pack.words.say("question-again", **facts)
    lacking = [question_id for question_id in question_ids if question_id not in known]
    if lacking:
        card = _lacking(pack, lacking)
        if not known:
            return card
        shown.append(Below(card))
    return shown[0] if len(shown) == 1 else Stack(shown)


def draw_recall(pack, question_ids):
    """Put what was missed in earlier lessons in place of recall questions, the last first.

    One recall question stays, so that something of the lesson before is always asked.
    """
    recalls = [one for one in question_ids if RECALL.fullmatch(one)]
    missed = missed_before(pack, recalls[0][:2])[: len(recalls) - 1] if recalls else []
    kept = recalls[: len(recalls) - len(missed)]
    return [*missed, *(one for one in question_ids if one in kept or one not in recalls)]


def missed_before(pack, lesson):
    """List the checked questions of lessons before one whose latest answer is wrong."""
    saved = answers.saved_answers()
    asked = pack.questions.loc[pack.questions["kind"] == "check", "question_id"]
    return [
        question
        for question in reversed(list(asked))
        if question[:2] < lesson
        and was_right(pack, question, saved.get(question)) is False
        and right_choices(pack, question)
    ]


def _lacking(pack, question_ids):
    questions = list(map(repr, question_ids))
    return left_out(pack.words, "needs-questions", count=len(questions), questions=questions)


class Below(ipywidgets.HTML):
    """A card that stands below questions."""

    def __init__(self, card, **state):
        super().__init__(card._repr_html_(), **state)

    def __repr__(self):
        return plain_text(self.value)

    def _repr_mimebundle_(self, **keywords):
        return with_stored(self, self.value, **keywords)


class Stack(ipywidgets.VBox):
    """Widgets one below the other, with a stored form of their own."""

    def __repr__(self):
        return "\n\n".join(repr(child) for child in self.children)

    def _repr_mimebundle_(self, **keywords):
        stored = [child._repr_mimebundle_()["text/html"] for child in self.children]
        return with_stored(self, "".join(stored), **keywords)
