"""The tasks of the exercises, as the pack's tables have them, and the judging of an answer."""

import difflib
import functools
import itertools
import random
import re
from dataclasses import dataclass

import crossroads.learn.measures  # noqa: F401 - so that the texts of tasks find them
from crossroads.pack.check import check_rows
from crossroads.words import typed
from crossroads.words.lookups import Unfilled, fill, select_rows
from crossroads.words.plain import parts
from crossroads.words.typed import CORRECT, NOT_YET, UNREADABLE

WRITTEN = "written"
# What a task draws from: rows of a table that meet conditions.
ROWS = re.compile(r"(\w+)\[(.*)\]")
LARGEST_SEED = 999
# A line of a prompt such as "- **a** It softens."
CHOICE = re.compile(r"^- \*\*(\w)\*\* (.+)$", re.MULTILINE)
NOT_TRIED = "not tried"


class MissingRows(Unfilled):
    """The pack lacks what a task asks about; the message is for the learner."""


class Task:
    """One task with its texts filled in; what was `drawn` with a seed stands in place of other ids.

    Of a written task the explanation is a sample answer, and the value is empty.
    """

    def __init__(self, pack, row, drawn=(), seed=0):
        def text(cell):
            return fill(pack, _drawn(cell, drawn))

        def rows(table):
            return table[table["task_id"] == self.task_id].itertuples()

        self.words, self.seed, self._pack = pack.words, seed, pack
        self.task_id, self.answer_type = row["task_id"], row["answer_type"]
        self.prompt, self.value = text(row["prompt"]), text(row["value"])
        self.explanation = text(row["explanation"])
        self.hints = tuple(text(row[f"hint_{number}"]) for number in (1, 2, 3))
        self.options = CHOICE.findall(self.prompt)
        tolerance = row["tolerance"]
        self.tolerance = 0.0 if tolerance != tolerance else float(tolerance or 0)
        self.mistakes = tuple(
            (text(one.value), text(one.feedback)) for one in rows(pack.task_mistakes)
        )
        self.levels = {int(one.level): one.description for one in rows(pack.task_levels)}
        self.given = tuple(dict(drawn).get(one, one) for one in parts(row["given"]))
        # A pack that was begun before the column has no units.
        self.units = tuple(parts(row.get("unit", "")))

    @functools.cached_property
    def rules(self):
        """What the judging of a typed answer goes by, in Python and on a page alike."""
        values = [self.value, *(value for value, _ in self.mistakes)]
        actors, employers = self._pack.actors, self._pack.speakers["employer"]
        persons = actors.loc[actors["kind"] == "person", ["name", "short_name"]]
        people = persons.values.tolist()
        return {
            "type": self.answer_type,
            "tolerance": self.tolerance,
            "units": list(self.units),
            "options": [list(pair) for pair in self.options],
            **typed.held_against(self.answer_type, values, people, employers, self.prompt),
        }

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

    >>> task_id_of(" 2.3"), task_id_of(2.3), task_id_of("02.3")
    ('02.3', '02.3', '02.3')
    """
    lesson, _, number = str(given).strip().partition(".")
    return f"{lesson.zfill(2)}.{number}"[:40]


def find_task(pack, task_id, seed=0):
    """Find a task by its id as a learner types it; a seed draws other rows for it.

    Raises `MissingRows` if the pack has no such task, or not the rows that it asks about.
    """
    say = pack.words.say
    if not pack.has("tasks"):
        raise MissingRows(say("task-none"))
    task_id = task_id_of(task_id)
    rows = pack.tasks[pack.tasks["task_id"] == task_id]
    if rows.empty:
        known = task_ids(pack)
        close = difflib.get_close_matches(task_id, known, 1)
        facts = {"case": "close" if close else "far", "close": "".join(close)}
        raise MissingRows(say("task-unknown", task=task_id, known=", ".join(known), **facts))
    try:
        drawn = random.Random(f"{task_id} {seed}").choice(draws(pack, task_id)) if seed else {}
        return Task(pack, rows.iloc[0], drawn, seed)
    except (LookupError, ValueError, AttributeError):
        raise MissingRows(say("task-without-rows", task=task_id)) from None


@functools.lru_cache(maxsize=100)
def draws(pack, task_id):
    """List what else a task can be about, as `each_draw` finds it."""
    return list(each_draw(pack, task_id))


def each_draw(pack, task_id):
    """Find, one by one, what else a task can be about: of each id in its texts, another one.

    The column ``draws`` names the ids and, after ``=``, what may take their place. A draw in
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
    return (drawn for drawn in found if _is_told_apart(pack, row, drawn))


def _is_told_apart(pack, row, drawn):
    try:
        task = Task(pack, row, drawn)
    except Unfilled:  # A cell that this task needs is empty there.
        return False
    return not any(judge(task, value).result == CORRECT for value, _ in task.mistakes)


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


@check_rows("tasks")
def check_draws(pack, cells):
    """Check that a task that draws other rows has some."""
    try:
        if cells.get("draws") and not any(each_draw(pack, cells["task_id"])):
            yield "draws", "draws no other rows for this task"
    except (LookupError, ValueError) as error:
        yield "draws", str(error.args[0])


def task_ids(pack, lesson=None):
    """List the ids of all tasks, or of one lesson's (two digits), in the order of the table."""
    return [task_id for task_id in pack.tasks["task_id"] if lesson in (None, task_id[:2])]


@dataclass(frozen=True)
class Verdict:
    """What is to be said of an answer, and the answer as it is saved; empty where none is."""

    result: str
    words: str
    given: str = ""
    reply: str = NOT_TRIED


def judge(task, given):
    """Judge whatever a learner gave to a task that has a right answer."""
    say = task.words.say
    if given is ... or given is None or isinstance(given, str) and given.strip() in ("", "..."):
        return Verdict(NOT_TRIED, say("task-put-answer"))
    try:
        found = typed.judge_typed(task.rules, typed.as_text(task.answer_type, given))
    except typed.Unreadable as error:
        found = typed.Reply(f"{UNREADABLE} {error.why}", facts=error.facts)
    result, words = said_of(task, found.reply, found.facts)
    return Verdict(result, words, found.given, found.reply)


def said_of(task, reply, facts):
    """Give the result and the words of a reply to a typed answer."""
    say = task.words.say
    name, _, more = reply.partition(" ")
    if name == CORRECT:
        return CORRECT, task.explanation
    if name == UNREADABLE:
        why = say(f"typed-{more}", **facts)
        return UNREADABLE, f"{why} {say('typed-asked', type=task.answer_type)}"
    if name == "mistake":
        return NOT_YET, task.mistakes[int(more) - 1][1]
    if name == "unit":
        unit, names = facts["unit"], unit_names(task.words)
        return NOT_YET, say("task-unit", unit=names.get(unit, unit), asked=names[task.units[0]])
    if name == "which":
        return NOT_YET, say("task-which", **facts)
    if name == "set":
        told = [say("task-set", said=one, **facts) for one in more.split()]
        return NOT_YET, " ".join([*told, task.hints[0]])
    return NOT_YET, task.hints[0]


def unit_names(words):
    """Name the units that can be written behind a number."""
    return {unit: words.say("unit-name", unit=unit) for unit in typed.rules()["units"]}


def replies_of(task):
    """List every reply that a typed answer to a task can get, each with names for its facts."""
    replies = {CORRECT: {}, NOT_YET: {}}
    replies |= {f"mistake {number}": {} for number, _ in enumerate(task.mistakes, 1)}
    unread = typed.rules()["unreadable"]
    for why, facts in {**unread[task.answer_type], **unread["any"]}.items():
        replies[f"{UNREADABLE} {why}"] = facts
    if task.units:
        replies["unit"] = ("unit",)
    if task.answer_type == "text":
        replies["which"] = ("name",)
    if task.answer_type == "set":
        said = ("right", "extra", "which", "missing")
        some = (itertools.combinations(said, count) for count in range(1, len(said) + 1))
        replies |= {f"set {' '.join(one)}": said for one in itertools.chain(*some)}
    return {reply: {name: f"{{{name}}}" for name in names} for reply, names in replies.items()}
