"""Ask a learner: predictions before the evidence, checks after it."""

import html

import ipywidgets
import traitlets

from crossroads.charts.explorer import Stored, script
from crossroads.learn import answers
from crossroads.learn.article import left_out
from crossroads.pack.check import check
from crossroads.pack.problems import Problem
from crossroads.words.lookups import Unfilled, fill
from crossroads.words.plain import join_words, unknown


def has_question(pack, question_id):
    """Tell whether a pack has a question with at least one choice."""
    return all(
        (table["question_id"] == question_id).any() for table in (pack.questions, pack.choices)
    )


def question_row(pack, question_id):
    """Find a question of the pack.

    Parameters
    ----------
    pack : Pack
    question_id : str

    Returns
    -------
    pandas.Series

    Raises
    ------
    KeyError
        If the pack has no such question; the message names the closest id.
    """
    rows = pack.questions[pack.questions["question_id"] == question_id]
    if rows.empty:
        raise KeyError(unknown("question", question_id, pack.questions["question_id"]))
    return rows.iloc[0]


def right_choices(pack, question_id):
    """Find the right answers of a question, from the tables.

    Parameters
    ----------
    pack : Pack
    question_id : str

    Returns
    -------
    list of int
        Values of ``choice``; empty where a question has no right answer.
    """
    value = fill(pack, question_row(pack, question_id)["value"])
    if not value:
        return []
    right = []
    choices = pack.choices[pack.choices["question_id"] == question_id]
    for _, row in choices.iterrows():
        low, high = row["low"], row["high"]
        if row["equals"]:
            fits = row["equals"] == value
        elif low == low or high == high:
            fits = not (low == low and float(value) < low or high == high and float(value) > high)
        else:
            fits = False
        if fits:
            right.append(int(row["choice"]))
    return right


@check
def check_answers(pack, tables):
    """Check that every question has answers, and one that is checked a right one."""
    if not {"questions", "choices"} <= set(tables):
        return
    file, others = tables["questions"].file, tables["choices"].file
    answered = set(pack.choices["question_id"])
    for row, cells in tables["questions"].dicts():
        key, value = cells["question_id"], cells["value"]
        if key not in answered:
            advice = f"has no answers; add rows with this question_id to {others}"
            yield Problem(file, advice, row, "question_id", key)
            continue
        try:
            right = right_choices(pack, key)
        except Unfilled:
            continue  # The check of all texts has told it.
        except ValueError:
            advice = f"but its answers in {others} have numbers in low or high"
            advice = f"makes {fill(pack, value)!r}, {advice}"
            yield Problem(file, advice, row, "value", value)
            continue
        if cells["kind"] == "check" and not right:
            advice = f"and no answer in {others} has that in equals, low or high"
            advice = f"makes {fill(pack, value)!r}, {advice}"
            yield Problem(file, advice, row, "value", value)


class Question(Stored):
    """A question with a few choices, saved when the learner presses the button.

    Parameters
    ----------
    pack : Pack
    question_id : str

    Attributes
    ----------
    value : str
        Words of the saved choice; empty before.
    """

    _esm = script("question.js")

    value = traitlets.Unicode("").tag(sync=True)
    _prompt = traitlets.Unicode("").tag(sync=True)
    _kind = traitlets.Unicode("").tag(sync=True)
    _choices = traitlets.List().tag(sync=True)
    _message = traitlets.Unicode("").tag(sync=True)

    def __init__(self, pack, question_id, **keywords):
        row = question_row(pack, question_id)
        choices = pack.choices[pack.choices["question_id"] == question_id].sort_values("choice")
        self.question_id = question_id
        self._right = right_choices(pack, question_id)
        self._explanation = fill(pack, row["explanation"])
        self._feedback = {
            fill(pack, one["text"]): (int(one["choice"]), fill(pack, one["feedback"]))
            for _, one in choices.iterrows()
        }
        super().__init__(
            _prompt=fill(pack, row["prompt"]),
            _kind=row["kind"],
            _choices=list(self._feedback),
            **keywords,
        )
        saved = answers.saved_answers().get(question_id)
        if saved in self._feedback:
            self.value = saved
            self._message = f"Saved earlier. {self.answer_to(saved)}"
        self.observe(self._save, "value")

    @traitlets.validate("value")
    def _check(self, proposal):
        if proposal["value"] not in ("", *self._choices):
            raise ValueError(unknown("choice", proposal["value"], self._choices))
        return proposal["value"]

    def _save(self, change):
        if not change["new"]:
            return
        try:
            answers.save_answer(self.question_id, change["new"])
            kept = "Saved."
        except OSError as error:
            kept = f"{answers.not_saved(error)} Your answer counts until this notebook is closed."
        self._message = f"{kept} {self.answer_to(change['new'])}"

    def answer_to(self, chosen):
        """Give the words that answer a choice.

        Parameters
        ----------
        chosen : str
            Words of a choice.

        Returns
        -------
        str
            For a prediction never whether it is right.
        """
        choice, feedback = self._feedback[chosen]
        if self._kind == "predict":
            return "Now look at the record. You may change your mind until you do."
        if not self._right or choice in self._right:
            return ("Correct. " if self._right else "") + self._explanation
        return f"Not yet. {feedback}"

    def __repr__(self):
        return "\n".join([self._prompt, *(f"- {choice}" for choice in self._choices)])

    def _stored(self):
        items = "".join(f"<li>{html.escape(choice)}</li>" for choice in self._choices)
        return (
            f"<p><strong>{html.escape(self._prompt)}</strong></p><ul>{items}</ul><p><small>"
            "Run the cell to answer; your answer is saved beside the notebook.</small></p>"
        )


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
        return left_out(f"the question {question_id!r}")
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
        One below the other. Of questions that the pack does not have, a card
        below the others, or in their place, says so.
    """
    known = [one for one in question_ids if has_question(pack, one)]
    shown = [Question(pack, one) for one in known]
    lacking = [repr(one) for one in question_ids if one not in known]
    if lacking:
        noun = "question" if len(lacking) == 1 else "questions"
        card = left_out(f"the {noun} {join_words(lacking)}")
        if not known:
            return card
        shown.append(Below(card))
    return shown[0] if len(shown) == 1 else Stack(shown)


class Below(ipywidgets.HTML):
    """A card that stands below questions.

    Parameters
    ----------
    card : Card
    """

    def __init__(self, card, **keywords):
        self._plain = repr(card)
        super().__init__(card._repr_html_(), **keywords)

    def __repr__(self):
        return self._plain

    def _repr_mimebundle_(self, **keywords):
        data = ipywidgets.Widget._repr_mimebundle_(self, **keywords)
        return {**data, "text/plain": self._plain, "text/html": self.value}


class Stack(ipywidgets.VBox):
    """Questions one below the other, with a stored form of their own."""

    def __repr__(self):
        return "\n\n".join(repr(child) for child in self.children)

    def _repr_mimebundle_(self, **keywords):
        data = ipywidgets.Widget._repr_mimebundle_(self, **keywords)
        data["text/plain"] = repr(self)
        data["text/html"] = "".join(
            child._repr_mimebundle_()["text/html"] for child in self.children
        )
        return data
