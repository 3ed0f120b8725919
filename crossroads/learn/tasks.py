"""The tasks of the exercises, as the pack's tables have them, and the judging of an answer."""

import difflib
from dataclasses import dataclass

import crossroads.learn.measures  # noqa: F401 - so that the texts of tasks find them
from crossroads.words.lookups import fill
from crossroads.words.plain import parts
from crossroads.words.typed import Unreadable, read_answer, same_answer, written
from crossroads.words.wording import Wording

WRITTEN = "written"
NOT_TRIED, UNREADABLE, NOT_YET, CORRECT = "not tried", "unreadable", "not yet", "correct"


class MissingRows(LookupError):
    """The pack lacks what a task asks about; the message is for the learner."""

    # As with a broken pack: a sentence, and no traceback above it.
    def _render_traceback_(self):
        return [str(self)]


@dataclass(frozen=True)
class Task:
    """One task with its texts filled in; attributes are columns of the table ``tasks``.

    Of a written task the explanation is a sample answer, and the value is empty;
    `mistakes` are usual wrong answers, each with its feedback, `levels` its rubric.
    """

    task_id: str
    answer_type: str
    prompt: str
    value: str
    tolerance: float
    explanation: str
    hints: tuple
    mistakes: tuple
    levels: dict
    given: tuple
    words: Wording

    @property
    def answer_words(self):
        """The right answer as one would say it."""
        if self.answer_type == "number":
            value = float(self.value)
            digits = f"{value:.{2 if abs(value) >= 1 else 3}f}".partition(".")[2].rstrip("0")
            number = self.words.number(value, len(digits))
            return self.words.say("task-about", number=number) if self.tolerance else number
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
    """Find a task, by its id as a learner types it, and fill in its texts.

    Raises `MissingRows` if the pack has no tasks, no such task, or not the
    rows that this one asks about.
    """
    say = pack.words.say
    if not pack.has("tasks"):
        raise MissingRows(say("task-none"))
    task_id = task_id_of(task_id)
    rows = pack.tasks[pack.tasks["task_id"] == task_id]
    if rows.empty:
        known = task_ids(pack)
        close = difflib.get_close_matches(task_id, known, 1)
        case = "close" if close else "far"
        raise MissingRows(
            say(
                "task-unknown",
                task=task_id,
                case=case,
                close="".join(close),
                known=", ".join(known),
            )
        )
    try:
        return _filled(pack, rows.iloc[0])
    except (LookupError, ValueError, AttributeError):
        raise MissingRows(say("task-without-rows", task=task_id)) from None


def task_ids(pack, lesson=None):
    """List the ids of all tasks, or of one lesson's (two digits), in the order of the table."""
    if not pack.has("tasks"):
        return []
    return [task_id for task_id in pack.tasks["task_id"] if lesson in (None, task_id[:2])]


def _filled(pack, row):
    mistakes, levels = (
        _rows_of(pack, table, row["task_id"]) for table in ("task_mistakes", "task_levels")
    )
    return Task(
        task_id=row["task_id"],
        answer_type=row["answer_type"],
        prompt=fill(pack, row["prompt"]),
        value=fill(pack, row["value"]),
        tolerance=0.0 if row["tolerance"] != row["tolerance"] else float(row["tolerance"]),
        explanation=fill(pack, row["explanation"]),
        hints=tuple(fill(pack, row[f"hint_{number}"]) for number in (1, 2, 3)),
        mistakes=tuple(
            (fill(pack, value), fill(pack, feedback))
            for value, feedback in zip(mistakes["value"], mistakes["feedback"], strict=True)
        ),
        levels=dict(zip(map(int, levels["level"]), levels["description"], strict=True)),
        given=tuple(parts(row["given"])),
        words=pack.words,
    )


def _rows_of(pack, table, task_id):
    rows = getattr(pack, table)
    return rows[rows["task_id"] == task_id]


@dataclass(frozen=True)
class Verdict:
    """What is to be said of an answer, and the answer as it is saved; empty where none is.

    The words say why, or where to look; never the right answer before it is given.
    """

    result: str
    words: str
    given: str = ""


def judge(task, given):
    """Judge whatever a learner gave to a task that has a right answer."""
    say = task.words.say
    if given is ... or given is None or isinstance(given, str) and given.strip() in ("", "..."):
        return Verdict(NOT_TRIED, say("task-put-answer"))
    try:
        read = read_answer(task.answer_type, given)
    except Unreadable as error:
        return Verdict(UNREADABLE, error.said(task.words, task.answer_type))
    text = written(task.answer_type, read)
    if same_answer(task.answer_type, read, task.value, task.tolerance):
        return Verdict(CORRECT, task.explanation, text)
    letters = {task.value, *(value for value, _ in task.mistakes)}
    if task.answer_type == "choice" and text not in letters:
        return Verdict(UNREADABLE, say("task-no-such-letter", letters=", ".join(sorted(letters))))
    for value, feedback in task.mistakes:
        # Half the tolerance, so that near misses are not taken for another mistake.
        if same_answer(task.answer_type, read, value, task.tolerance / 2):
            return Verdict(NOT_YET, feedback, text)
    if task.answer_type != "set":
        return Verdict(NOT_YET, task.hints[0], text)
    # How much of a list is right, and not which part.
    right = sum(same_answer("text", name, task.value.replace(";", "|")) for name in read)
    return Verdict(
        NOT_YET, say("task-so-far", all=len(read), right=right, hint=task.hints[0]), text
    )
