"""A receipt to hand in: one page to print and one row of a table, made from saved answers."""

import csv
import html
import io
import re
import unicodedata
import uuid
from datetime import date

import pandas as pd

from crossroads.charts.stances import CODED
from crossroads.charts.view import table_html
from crossroads.classroom.mistakes import answered
from crossroads.learn import answers
from crossroads.learn.brief import write_file
from crossroads.learn.feedback import latest, never_raises, told
from crossroads.learn.forecasting import answer_id, is_percent
from crossroads.learn.forms import form_cells
from crossroads.learn.judging import FIELD
from crossroads.learn.opening import current_pack
from crossroads.learn.progress import DONE, OPEN, TRIED, state_words, states
from crossroads.learn.reader import saved_judgements
from crossroads.learn.recoding import saved_recodings
from crossroads.words.plain import count_words, date_words, join_words

STEM = "my_receipt"
# How the columns begin that hold what a learner gave beside tasks.
GIVEN = (
    "prediction",
    "probability",
    "judgement",
    "recoding",
    "wrong",
    "check",
    "form",
    "first",
    "variant",
)
LEARNER = "receipt.learner"
LONGEST_NAME = 60
# Where the separator is a semicolon, a spreadsheet begins a cell after it, quoted or not.
_FORMULA = re.compile(r"""((?:^|[;,|:])[\s"']*)(?=[=+@＝＋－＠-])""")
# Control characters, halves of pairs, line and paragraph separators.
_COMMANDS = {"Cc", "Cs", "Zl", "Zp"}
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font: 11pt/1.35 system-ui, sans-serif; margin: 2rem auto; max-width: 48rem; }}
table {{ border-collapse: collapse; width: 100%; }}
caption {{ font-weight: bold; text-align: left; padding: 0.5em 0 0.2em; }}
th, td {{ border-bottom: 1px solid #999; padding: 0.15em 0.5em 0.15em 0; text-align: left; }}
th, td {{ vertical-align: top; font-size: 9.5pt; }}
.typed {{ white-space: pre-wrap; }}
@media print {{ body {{ margin: 0; }} .texts {{ break-before: page; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def predictions(pack, records):
    """Read what somebody predicted: question of the pack to the words of the choice."""
    if not pack.has("questions"):
        return {}
    asked = pack.questions.loc[pack.questions["kind"] == "predict", "question_id"]
    found = {question: latest(records, question) for question in asked}
    return {question: words for question, words in found.items() if isinstance(words, str)}


def probabilities(pack, records, key="percent"):
    """Read what somebody gave to the forecasts, in percent; as it stands, or at ``"first"``."""
    if not pack.has("forecasts"):
        return {}
    found = {}
    for forecast in pack.forecasts["forecast_id"]:
        answer = latest(records, answer_id(pack, forecast))
        percent = answer.get(key) if isinstance(answer, dict) else None
        if is_percent(percent):
            found[forecast] = percent
    return found


def judgements(pack, records):
    """Read how somebody judged the article's statements: claim to verdict."""
    if not pack.has("claims"):
        return {}
    saved = answers.by_question(records)
    found = saved_judgements(pack, saved)
    return {claim: answer["verdict"] for claim, answer in found.items() if answer["verdict"]}


def recodings(pack, records):
    """Read how somebody coded stances again: stance to level, or "none" where no level fits."""
    if not pack.has(*CODED):
        return {}
    saved = answers.by_question(records)
    found = saved_recodings(pack, saved)
    return {
        key: "none" if said["level"] is None else f"{said['level']}" for key, said in found.items()
    }


def task_cell(one):
    """Write how far somebody is with a task, a row of `states`, as `read_task_cell` reads it.

    >>> one = {"state": "done", "attempts": 2, "hints": 1, "revealed": False, "level": 0}
    >>> task_cell(one), read_task_cell(task_cell(one)) == one
    ('done; attempts 2; hints 1', True)
    """
    cell = f"{one['state']}; attempts {one['attempts']}; hints {one['hints']}"
    return (
        cell
        + "; answer opened" * bool(one["revealed"])
        + f"; level {one['level']}" * bool(one["level"])
    )


def read_task_cell(cell):
    """Read what `task_cell` wrote; None if it is something else."""
    found = re.fullmatch(
        rf"({DONE}|{TRIED}|{OPEN}); attempts (\d{{1,6}}); hints ([0-3])"
        r"(; answer opened)?(?:; level ([1-3]))?",
        cell,
    )
    if not found:
        return None
    state, attempts, hints, revealed, level = found.groups()
    return {
        "state": state,
        "attempts": int(attempts),
        "hints": int(hints),
        "revealed": bool(revealed),
        "level": int(level or 0),
    }


def receipt_row(pack, records, name=""):
    """Sum up one learner's saved answers in a row, under the name as it was typed.

    ``receipt`` (the article's id), ``learner`` (made up by chance, so that two
    receipts of one learner are known as such), ``name``, ``done``, ``tasks``; ``task
    02.1`` and so on, ``prediction 02.gap``, ``probability f04a``, ``judgement c07e``,
    ``recoding s045``, ``wrong 02.3`` (the last wrong answer), ``check 02.first``, ``form
    before``; ``first f04a``, the probability before a base rate; ``variant 02.3``, the
    number that drew a task anew, and the answer.
    """
    table = states(pack, records)
    learner = latest(records, LEARNER)
    row = {
        "receipt": pack.article["article_id"].iloc[0],
        "learner": learner if isinstance(learner, str) else "",
        "name": name,
        "done": str(int((table["state"] == DONE).sum())),
        "tasks": str(len(table)),
    }
    for task_id, one in table.iterrows():
        row[f"task {task_id}"] = task_cell(one)
    for question, words in predictions(pack, records).items():
        row[f"prediction {question}"] = words
    for name, key in (("probability", "percent"), ("first", "first")):
        for forecast, percent in probabilities(pack, records, key).items():
            row[f"{name} {forecast}"] = str(percent)
    for claim, verdict in judgements(pack, records).items():
        row[f"judgement {claim}"] = verdict
    for stance, level in recodings(pack, records).items():
        row[f"recoding {stance}"] = level
    return row | answered(pack, records) | form_cells(pack, records)


def safe_cell(text):
    """Keep a spreadsheet from taking a learner's words for a formula, wherever it cuts them.

    Examples
    --------
    >>> safe_cell("=1+1"), safe_cell("Ann"), safe_cell("Ann;=1+1")
    ("'=1+1", 'Ann', "Ann;'=1+1")
    """
    return _FORMULA.sub(r"\1'", shown(text))


def shown(text):
    r"""Write a stranger's words without what commands a terminal, a spreadsheet or a file.

    Examples
    --------
    >>> shown("A\x1b[2Jnn"), shown("A\rnn")
    ('A [2Jnn', 'A nn')
    """
    return "".join(" " if unicodedata.category(one) in _COMMANDS else one for one in text)


def csv_text(rows, columns):
    """Write rows as CSV, ready for a spreadsheet."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(str(row.get(column, ""))) for column in columns])
    return file.getvalue()


def receipt_page(pack, records, name="", day=None):
    """Write the page to print, with the day on which it is made if there is one.

    A learner's words are escaped, and begin on a page of their own.
    """
    table = states(pack, records)
    done, tried = (table["state"] == DONE).sum(), (table["state"] != OPEN).sum()
    guesses, percents = predictions(pack, records), probabilities(pack, records)
    judged = judgements(pack, records)
    head = html.escape(name or "(no name given)")
    made = f", {date_words(pd.Timestamp(day))}" if day else ""
    credit = html.escape(pack.article["credit"].iloc[0])
    body = [
        f"<h1>Receipt: {head}</h1>",
        f"<p>On: {credit}{made}</p>",
        f"<p>{done} of {len(table)} tasks done, {tried} tried; "
        f"{count_words(len(guesses), 'prediction')}, "
        f"{count_words(len(percents), 'probability', 'probabilities')}, "
        f"{count_words(len(judged), 'statement')} judged. "
        "Help for learning, not a mark.</p>",
        table_html(_lessons(pack.words, table), "Tasks, lesson by lesson"),
        _texts(pack, records, table),
    ]
    return PAGE.format(title=f"Receipt: {head}", body="\n".join(body))


def _lessons(words, table):
    """Put a lesson's tasks in one line, so that all fit on a page."""
    lines = {}
    for task_id, row in table.iterrows():
        lines.setdefault(task_id[:2], []).append(f"{task_id[3:]}: {state_words(words, row)}")
    return pd.DataFrame(
        {"Lesson": list(lines), "Tasks": ["; ".join(one) for one in lines.values()]}
    )


def _texts(pack, records, table):
    parts = []
    for task_id in table.index:
        text = latest(records, f"{task_id}-{FIELD}")
        if isinstance(text, str) and text.strip():
            level = table.loc[task_id, "level"]
            own = f", own level {level}" if level else ""
            typed = html.escape(text.strip())
            parts.append(f'<h3>Task {task_id}{own}</h3><p class="typed">{typed}</p>')
    if not parts:
        return ""
    return f'<section class="texts"><h2>In own words</h2>{"".join(parts)}</section>'


@never_raises
def receipt(name="", pack=None):
    """Write a receipt to hand in, beside the saved answers.

    A file that somebody else put there is kept under another name.

    Parameters
    ----------
    name : str
        The learner's name, or whatever the teacher agreed on; may be empty.
    pack : Pack, optional
        By default the one that was opened last.

    Returns
    -------
    Card
    """
    pack = pack or current_pack()
    name = " ".join(str(name).split())[:LONGEST_NAME]
    records, trouble = answers.own_records(pack.words)
    row = receipt_row(pack, records, name)
    columns = [column for column in row if column.startswith(GIVEN)]
    if not columns and (states(pack, records)["state"] == OPEN).all():
        return told("", trouble or "There is nothing to hand in yet: no task is tried.")
    try:
        if not row["learner"]:
            row["learner"] = uuid.uuid4().hex[:12]
            answers.save_answer(LEARNER, row["learner"])
        texts = {
            ".csv": csv_text([row], list(row)),
            ".html": receipt_page(pack, records, name, date.today()),
        }
        told_of = [_write(name, ending, text, records) for ending, text in texts.items()]
    except OSError as error:
        return told("NOT written.", f"The receipt cannot be written ({error.strerror}). {trouble}")
    words = f"Written beside your answers: {join_words(told_of)}. Open the page to print it."
    return told("", f"{words} {trouble}".strip())


def _write(name, ending, text, records):
    slug = re.sub(r"[\W_]+", "-", name).strip("-").lower()
    path = answers.answers_file().with_name(f"{STEM}{'-' if slug else ''}{slug}{ending}")
    mark = f"receipt.file.{path.name}"
    own, copy = write_file(path, text, latest(records, mark))
    answers.save_answer(mark, own)
    return f"{path.name} (another file of this name is now {copy.name})" if copy else path.name
