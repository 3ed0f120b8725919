"""A receipt to hand in: one page to print and one row of a table, made from saved answers."""

import html
import re
import uuid
from datetime import date
from pathlib import Path
from string import Template

import pandas as pd

from crossroads.charts.view import table_html
from crossroads.classroom.columns import KINDS, LEARNER, csv_text, receipt_row
from crossroads.learn import answers
from crossroads.learn.brief import write_file
from crossroads.learn.feedback import latest, never_raises, told
from crossroads.learn.judging import FIELD
from crossroads.learn.opening import current_pack
from crossroads.learn.progress import DONE, OPEN, state_words, states
from crossroads.words.plain import count_words, date_words, join_words

STEM = "my_receipt"
LONGEST_NAME = 60
PAGE = Path(__file__).with_name("receipt.html")


def receipt_page(pack, records, name="", day=None):
    """Write the page to print; what was written in own words begins on a page of its own."""
    table = states(pack, records)
    done, tried = (table["state"] == DONE).sum(), (table["state"] != OPEN).sum()
    guesses, percents, judged = (
        len(KINDS[kind].said(pack, records)) for kind in ("prediction", "probability", "judgement")
    )
    head = html.escape(name or "(no name given)")
    made = f", {date_words(pd.Timestamp(day))}" if day else ""
    credit = html.escape(pack.article["credit"].iloc[0])
    body = [
        f"<h1>Receipt: {head}</h1>",
        f"<p>On: {credit}{made}</p>",
        f"<p>{done} of {len(table)} tasks done, {tried} tried; "
        f"{count_words(guesses, 'prediction')}, "
        f"{count_words(percents, 'probability', 'probabilities')}, "
        f"{count_words(judged, 'statement')} judged. "
        "Help for learning, not a mark.</p>",
        table_html(_lessons(pack.words, table), "Tasks, lesson by lesson"),
        _texts(pack, records, table),
    ]
    return Template(PAGE.read_text("utf-8")).substitute(
        title=f"Receipt: {head}", body="\n".join(body)
    )


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

    Returns
    -------
    Card
    """
    pack = pack or current_pack()
    name = " ".join(str(name).split())[:LONGEST_NAME]
    records, trouble = answers.own_records(pack.words)
    row = receipt_row(pack, records, name)
    cells = [cell for column, cell in row.items() if column.partition(" ")[0] in KINDS]
    if all(cell.startswith(OPEN) for cell in cells):
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
