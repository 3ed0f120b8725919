"""What learners hand in, column by column: how a receipt writes it, and what of one fits a pack."""

import functools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from crossroads.charts import CODED
from crossroads.classroom import mistakes
from crossroads.learn import answers
from crossroads.learn.forecasting import saved_forecasts
from crossroads.learn.forms import WHEN, form_cells, read_form_cell
from crossroads.learn.progress import DONE, OPEN, TRIED, states
from crossroads.learn.reader import saved_judgements
from crossroads.learn.recoding import saved_recodings
from crossroads.learn.tasks import task_ids

LEARNER = "receipt.learner"
# Where the separator is a semicolon, a spreadsheet begins a cell after it, quoted or not.
_FORMULA = re.compile(r"""((?:^|[;,|:])[\s"']*)(?=[=+@＝＋－＠-])""")
# Control characters, halves of pairs, line and paragraph separators.
_COMMANDS = {"Cc", "Cs", "Zl", "Zp"}


def safe_cell(text):
    """Keep a spreadsheet from taking a learner's words for a formula, wherever it cuts them.

    >>> safe_cell("=1+1"), safe_cell("Ann"), safe_cell("Ann;=1+1")
    ("'=1+1", 'Ann', "Ann;'=1+1")
    """
    return _FORMULA.sub(r"\1'", shown(text))


def shown(text):
    r"""Write a stranger's words without what commands a terminal, a spreadsheet or a file.

    >>> shown("A\x1b[2Jnn"), shown("A\rnn")
    ('A [2Jnn', 'A nn')
    """
    return "".join(" " if unicodedata.category(one) in _COMMANDS else one for one in text)


def csv_text(rows, columns):
    """Write rows as CSV, ready for a spreadsheet."""
    cells = [[safe_cell(str(row.get(column, ""))) for column in columns] for row in rows]
    return pd.DataFrame(cells, columns=columns).to_csv(index=False, lineterminator="\n")


# Tasks ------------------------------------------------------------------------


def task_cell(one):
    """Write how far somebody is with a task, a row of `states`, as `read_task_cell` reads it.

    >>> one = {"state": "done", "attempts": 2, "hints": 1, "revealed": False, "level": 0}
    >>> task_cell(one), read_task_cell(task_cell(one)) == one
    ('done; attempts 2; hints 1', True)
    """
    revealed, level = "; answer opened" * bool(one["revealed"]), one["level"]
    cell = f"{one['state']}; attempts {one['attempts']}; hints {one['hints']}{revealed}"
    return f"{cell}; level {level}" if level else cell


TASK = re.compile(
    rf"(?P<state>{DONE}|{TRIED}|{OPEN}); attempts (?P<attempts>\d{{1,6}}); hints (?P<hints>[0-3])"
    r"(?P<revealed>; answer opened)?(?:; level (?P<level>[1-3]))?"
)


def read_task_cell(cell):
    """Read what `task_cell` wrote; None if it is something else."""
    if found := TASK.fullmatch(cell):
        numbers = {name: int(found[name] or 0) for name in ("attempts", "hints", "level")}
        return {"state": found["state"], "revealed": bool(found["revealed"]), **numbers}


# What each kind of column holds --------------------------------------------------


@dataclass(frozen=True)
class Kind:
    """A kind of column: its ids in a pack, its cells from saved records, what of a cell fits."""

    ids: Callable
    said: Callable
    fitting: Callable


def levels_of(pack):
    """List for each stance what it can be coded as: the levels of its issue, or none."""
    levels = pack.positions.groupby("issue_id")["level"].agg(lambda found: [*map(str, found)])
    issues = zip(pack.stances["stance_id"], pack.stances["issue_id"], strict=True)
    return {stance: [*levels.get(issue, []), "none"] for stance, issue in issues}


def _chosen(options, said):
    """Make a kind whose cells are each one of some options, by id."""
    options = functools.lru_cache(maxsize=4)(options)

    def fitting(pack, key, cell):
        return next((one for one in options(pack)[key] if cell in (one, safe_cell(one))), "")

    return Kind(options, said, fitting)


def _question(kind):
    """Make the kind of the questions of a kind: the words of the choice that was saved last."""
    options = functools.partial(mistakes.options_of, kind=kind)

    def said(pack, records):
        saved = answers.by_question(records)
        return {one: saved[one] for one in options(pack) if isinstance(saved.get(one), str)}

    return _chosen(options, said)


def _percents(key):
    """Make the kind of a forecast's percent, as it stands or as it was ``first``."""

    def options(pack):
        return dict.fromkeys(pack.forecasts["forecast_id"], list(map(str, range(101))))

    def said(pack, records):
        found = saved_forecasts(pack, answers.by_question(records)).items()
        return {one: str(kept[key]) for one, kept in found if kept.get(key) is not None}

    return _chosen(options, said)


def _verdicts(pack):
    return dict.fromkeys(pack.claims["claim_id"], pack.allowed("claims", "verdict"))


def _judged(pack, records):
    found = saved_judgements(pack, answers.by_question(records))
    return {claim: said["verdict"] for claim, said in found.items() if said["verdict"]}


def _recoded(pack, records):
    found = saved_recodings(pack, answers.by_question(records)) if pack.has(*CODED) else {}
    levels = {stance: said["level"] for stance, said in found.items()}
    return {stance: "none" if level is None else str(level) for stance, level in levels.items()}


def _tasks(pack, records):
    return {task_id: task_cell(row) for task_id, row in states(pack, records).iterrows()}


KINDS = {
    "task": Kind(task_ids, _tasks, lambda pack, key, cell: cell if read_task_cell(cell) else ""),
    "wrong": Kind(task_ids, mistakes.wrong_answers, mistakes.fitting_wrong),
    # The number that drew a task anew, and the answer.
    "variant": Kind(task_ids, mistakes.variants, mistakes.variant_words),
    "prediction": _question("predict"),
    "check": _question("check"),
    "probability": _percents("percent"),
    # The probability before a base rate was looked at.
    "first": _percents("first"),
    "judgement": _chosen(_verdicts, _judged),
    "recoding": _chosen(levels_of, _recoded),
    "form": Kind(
        lambda pack: WHEN,
        form_cells,
        lambda pack, key, cell: cell if read_form_cell(pack, cell) else "",
    ),
}


def receipt_row(pack, records, name=""):
    """Sum up saved answers in a row: a cell of each of `KINDS` with something in it."""
    learner = answers.by_question(records).get(LEARNER)
    given = {name: kind.said(pack, records) for name, kind in KINDS.items()}
    return {
        "receipt": pack.article["article_id"].iloc[0],
        "learner": learner if isinstance(learner, str) else "",
        "name": name,
        "done": str(sum(cell.startswith(DONE) for cell in given["task"].values())),
        "tasks": str(len(given["task"])),
        **{f"{kind} {key}": cell for kind, said in given.items() for key, cell in said.items()},
    }


def fitting_row(pack, row):
    """Keep of a receipt what fits the pack."""
    kept = {one: row.get(one, "")[:100].removeprefix("'") for one in ("learner", "name")}
    for name, kind in KINDS.items():
        for key in kind.ids(pack):
            if cell := kind.fitting(pack, key, row.get(f"{name} {key}", "")):
                kept[f"{name} {key}"] = cell
    tasks = [kept.get(f"task {task_id}", "") for task_id in task_ids(pack)]
    done = sum(cell.startswith(DONE) for cell in tasks)
    return {**kept, "done": str(done), "tasks": str(len(tasks))}
