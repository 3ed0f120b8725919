"""The tasks of the exercises, as the pack's tables have them, and the judging of an answer."""

import difflib
import functools
import random
import re
from dataclasses import dataclass

import crossroads.learn.measures  # noqa: F401 - so that the texts of tasks find them
from crossroads.pack.check import check
from crossroads.pack.problems import Problem
from crossroads.words.lookups import Unfilled, fill, select_rows
from crossroads.words.plain import parts
from crossroads.words.typed import Unreadable, read_answer, same_answer, written
from crossroads.words.wording import Wording

WRITTEN = "written"
# What a task draws from: rows of a table that meet conditions.
ROWS = re.compile(r"(\w+)\[(.*)\]")
LARGEST_SEED = 999
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
    seed: int = 0

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


def find_task(pack, task_id, seed=0):
    """Find a task, by its id as a learner types it, and fill in its texts.

    With a seed, the task is about other rows, which the seed draws. Raises
    `MissingRows` if the pack has no tasks, no such task, or not the rows that this
    one asks about.
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
        row = rows.iloc[0]
        drawn = random.Random(f"{task_id} {seed}").choice(draws(pack, task_id)) if seed else {}
        return _filled(pack, row, drawn, seed)
    except (LookupError, ValueError, AttributeError):
        raise MissingRows(say("task-without-rows", task=task_id)) from None


@functools.lru_cache(maxsize=100)
def draws(pack, task_id):
    """List what else a task can be about: of each id in its texts, another one.

    The column ``draws`` names the ids, and after ``=`` the rows that may take their
    place, as many in a row as there are ids, or all others one by one. A draw in
    which a usual mistake would be right, or a cell is empty, is left out.
    """
    row = pack.tasks[pack.tasks["task_id"] == task_id].iloc[0]
    named, _, source = row.get("draws", "").partition("=")
    ids, rows = named.strip().split(","), ROWS.fullmatch(source.strip())
    if rows:
        found = select_rows(pack.table(rows[1]), rows[2])
        found = found.sort_values("date", kind="stable") if "date" in found else found
        keys = list(found.iloc[:, 0])
        others = [keys[at : at + len(ids)] for at in range(len(keys) - len(ids) + 1)]
    else:
        others = [one.strip().split(",") for one in source.split("|") if source]
    found = [dict(zip(ids, one, strict=True)) for one in others if one != ids]
    return [drawn for drawn in found if _is_told_apart(pack, row, drawn)]


def _is_told_apart(pack, row, drawn):
    try:
        task = _filled(pack, row, drawn)
    except Unfilled:  # A cell that this task needs is empty there.
        return False
    right = read_answer(task.answer_type, task.value)
    return not any(
        same_answer(task.answer_type, right, value, task.tolerance) for value, _ in task.mistakes
    )


def _drawn(text, drawn):
    """Put other ids into the {...} of a text."""
    if not drawn:
        return text
    ids = "|".join(map(re.escape, sorted(drawn, key=len, reverse=True)))
    return re.sub(
        r"\{[^{}]*\}",
        lambda piece: re.sub(rf"(?<![\w.-])({ids})(?![\w.-])", lambda one: drawn[one[1]], piece[0]),
        text,
    )


@check
def check_draws(pack, tables):
    """Check that a task that draws other rows has some."""
    for row, cells in tables["tasks"].dicts() if "tasks" in tables else ():
        if not cells.get("draws"):
            continue
        try:
            advice = "" if draws(pack, cells["task_id"]) else "draws no other rows for this task"
        except (LookupError, ValueError) as error:
            advice = str(error.args[0])
        if advice:
            yield Problem(tables["tasks"].file, advice, row, "draws", cells["draws"])


def task_ids(pack, lesson=None):
    """List the ids of all tasks, or of one lesson's (two digits), in the order of the table."""
    if not pack.has("tasks"):
        return []
    return [task_id for task_id in pack.tasks["task_id"] if lesson in (None, task_id[:2])]


def _filled(pack, row, drawn=(), seed=0):
    def text(cell):
        return fill(pack, _drawn(cell, drawn))

    mistakes, levels = (
        _rows_of(pack, table, row["task_id"]) for table in ("task_mistakes", "task_levels")
    )
    return Task(
        task_id=row["task_id"],
        answer_type=row["answer_type"],
        prompt=text(row["prompt"]),
        value=text(row["value"]),
        tolerance=0.0 if row["tolerance"] != row["tolerance"] else float(row["tolerance"] or 0),
        explanation=text(row["explanation"]),
        hints=tuple(text(row[f"hint_{number}"]) for number in (1, 2, 3)),
        mistakes=tuple(
            (text(value), text(feedback))
            for value, feedback in zip(mistakes["value"], mistakes["feedback"], strict=True)
        ),
        levels=dict(zip(map(int, levels["level"]), levels["description"], strict=True)),
        given=tuple(dict(drawn).get(one, one) for one in parts(row["given"])),
        words=pack.words,
        seed=seed,
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
