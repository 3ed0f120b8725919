"""The tasks of the exercises, as the pack's tables have them, and the judging of an answer."""

from dataclasses import dataclass

import crossroads.learn.measures  # noqa: F401 - so that the texts of tasks find them
from crossroads.words.lookups import fill
from crossroads.words.plain import unknown
from crossroads.words.typed import Unreadable, read_answer, same_answer, written

WRITTEN = "written"
NOT_TRIED, UNREADABLE, NOT_YET, CORRECT = "not tried", "unreadable", "not yet", "correct"


class MissingRows(LookupError):
    """The pack lacks what a task asks about; the message is for the learner."""

    # As with a broken pack: a sentence, and no traceback above it.
    def _render_traceback_(self):
        return [str(self)]


@dataclass(frozen=True)
class Task:
    """One task with its texts filled in.

    Attributes
    ----------
    task_id : str
    kind : str
        What one does: recall, chart, compute, interpret or create.
    support : str
        How much help there is: worked, faded or alone.
    answer_type : str
        See `read_answer`; ``"written"`` for a text of one's own.
    prompt, explanation : str
        The explanation of a written task is a sample answer.
    value : str
        The right answer; empty for a written task. See `same_answer`.
    tolerance : float
    hints : tuple of str
    mistakes : tuple of (str, str)
        Usual wrong answers, each with its feedback.
    levels : dict of int to str
        Rubric of a written task.
    given : tuple of str
        Ids of rows that the task's code starts from.
    """

    task_id: str
    kind: str
    support: str
    answer_type: str
    prompt: str
    value: str
    tolerance: float
    explanation: str
    hints: tuple
    mistakes: tuple
    levels: dict
    given: tuple

    @property
    def answer_words(self):
        """The right answer as one would say it."""
        if self.answer_type == "number":
            decimals = 2 if abs(float(self.value)) >= 1 else 3
            number = f"{float(self.value):,.{decimals}f}".rstrip("0").rstrip(".")
            return number if not self.tolerance else f"about {number}"
        return "; ".join(thing.split("|")[0].strip() for thing in self.value.split(";"))


def task_id_of(given):
    """Write the id of a task as the table has it.

    Examples
    --------
    >>> task_id_of(" 2.3"), task_id_of(2.3), task_id_of("02.3")
    ('02.3', '02.3', '02.3')
    """
    lesson, _, number = str(given).strip().partition(".")
    return f"{lesson.zfill(2)}.{number}"[:40]


def find_task(pack, task_id):
    """Find a task and fill in its texts.

    Parameters
    ----------
    pack : Pack
    task_id : str
        As a learner types it; see `task_id_of`.

    Returns
    -------
    Task

    Raises
    ------
    MissingRows
        If the pack has no tasks, no such task, or not the rows that this
        one asks about.
    """
    if not pack.has("tasks"):
        raise MissingRows("This pack has no tasks. The lesson goes on without them.")
    task_id = task_id_of(task_id)
    rows = pack.tasks[pack.tasks["task_id"] == task_id]
    if rows.empty:
        raise MissingRows(f"This pack has no such task: {unknown('task', task_id, task_ids(pack))}")
    row = rows.iloc[0]
    try:
        return _filled(pack, row)
    except (LookupError, ValueError, AttributeError):
        raise MissingRows(
            f"This pack does not have the rows that task {task_id} asks about. "
            "Leave it out and go on with the next one."
        ) from None


def task_ids(pack, lesson=None):
    """List the ids of all tasks, or of one lesson's.

    Parameters
    ----------
    pack : Pack
    lesson : str, optional
        Two digits.

    Returns
    -------
    list of str
        In the order of the table.
    """
    if not pack.has("tasks"):
        return []
    return [one for one in pack.tasks["task_id"] if lesson is None or one[:2] == lesson]


def _filled(pack, row):
    task_id = row["task_id"]
    hints = (row["hint_1"], row["hint_2"], row["hint_3"])
    return Task(
        task_id=task_id,
        kind=row["kind"],
        support=row["support"],
        answer_type=row["answer_type"],
        prompt=fill(pack, row["prompt"]),
        value=fill(pack, row["value"]),
        tolerance=0.0 if row["tolerance"] != row["tolerance"] else float(row["tolerance"]),
        explanation=fill(pack, row["explanation"]),
        hints=tuple(fill(pack, hint) for hint in hints),
        mistakes=tuple(
            (fill(pack, one["value"]), fill(pack, one["feedback"]))
            for _, one in _rows_of(pack, "task_mistakes", task_id).iterrows()
        ),
        levels={
            int(one["level"]): one["description"]
            for _, one in _rows_of(pack, "task_levels", task_id).iterrows()
        },
        given=tuple(one.strip() for one in row["given"].split(";") if one.strip()),
    )


def _rows_of(pack, table, task_id):
    if not pack.has(table):
        return pack.tasks.iloc[:0]
    rows = getattr(pack, table)
    return rows[rows["task_id"] == task_id]


@dataclass(frozen=True)
class Verdict:
    """What is to be said of an answer.

    Attributes
    ----------
    result : str
        ``"not tried"``, ``"unreadable"``, ``"not yet"`` or ``"correct"``.
    words : str
        Why, or where to look; never the right answer before it is given.
    given : str
        The answer as it is saved; empty where there is none to save.
    """

    result: str
    words: str
    given: str = ""


def judge(task, given):
    """Judge an answer.

    Parameters
    ----------
    task : Task
        One that has a right answer.
    given : object
        Whatever the learner gave.

    Returns
    -------
    Verdict
    """
    if given is ... or given is None or isinstance(given, str) and given.strip() in ("", "..."):
        return Verdict(NOT_TRIED, "Put your answer in place of the three dots.")
    try:
        read = read_answer(task.answer_type, given)
    except Unreadable as error:
        return Verdict(UNREADABLE, str(error))
    text = written(task.answer_type, read)
    if same_answer(task.answer_type, read, task.value, task.tolerance):
        return Verdict(CORRECT, task.explanation, text)
    if task.answer_type == "choice" and text not in _letters(task):
        letters = ", ".join(sorted(_letters(task)))
        return Verdict(UNREADABLE, f"There is no such letter here; choose one of {letters}.")
    for value, feedback in task.mistakes:
        # Half the tolerance, so that near misses are not taken for another mistake.
        if same_answer(task.answer_type, read, value, task.tolerance / 2):
            return Verdict(NOT_YET, feedback, text)
    return Verdict(NOT_YET, _so_far(task, read) + task.hints[0], text)


def _so_far(task, read):
    """Say how much of a list is right, and not which part."""
    if task.answer_type != "set":
        return ""
    right = sum(same_answer("text", one, task.value.replace(";", "|")) for one in read)
    return f"Of your {len(read)}, {right} belong{'s' if right == 1 else ''} there. "


def _letters(task):
    return {task.value, *(value for value, _ in task.mistakes)}
