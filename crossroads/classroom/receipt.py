"""A receipt to hand in: one page to print and one row of a table, made from saved answers."""

import html
import re
import uuid
from datetime import date
from pathlib import Path
from string import Template

from crossroads.classroom.columns import KINDS, LEARNER, csv_text, receipt_row
from crossroads.learn import answers
from crossroads.learn.article import worded_table
from crossroads.learn.asking import FIELD
from crossroads.learn.brief import write_file
from crossroads.learn.feedback import never_raises, told
from crossroads.learn.opening import current_pack
from crossroads.learn.progress import DONE, OPEN, state_words, states
from crossroads.words.tags import join, tag

STEM = "my_receipt"
LONGEST_NAME = 60
COUNTED = {"guesses": "prediction", "percents": "probability", "judged": "judgement"}
PAGE = Path(__file__).with_name("receipt.html")


def receipt_page(pack, records, name="", day=None):
    """Write the page to print; what was written in own words begins on a page of its own."""
    table, say = states(pack, records), pack.words.say
    counts = {fact: len(KINDS[kind].said(pack, records)) for fact, kind in COUNTED.items()}
    done, tried = (table["state"] == DONE).sum(), (table["state"] != OPEN).sum()
    head = say("receipt-head", name=name or say("receipt-nameless"))
    on = [say("receipt-on", article=pack.article["credit"].iloc[0])]
    on += [pack.words.date(day)] if day else []
    body = [
        tag("h1", head),
        tag("p", ", ".join(on)),
        tag("p", say("receipt-sum", done=done, all=len(table), tried=tried, **counts)),
        _lessons(pack.words, table),
        _texts(pack, records, table),
    ]
    return Template(PAGE.read_text("utf-8")).substitute(
        language=pack.words.language, title=html.escape(head), body=join(body, "\n")
    )


def _lessons(words, table):
    """Put a lesson's tasks in one line, so that all fit on a page."""
    lines = {}
    for task_id, row in table.iterrows():
        lines.setdefault(task_id[:2], []).append(f"{task_id[3:]}: {state_words(words, row)}")
    columns = {"receipt-lesson": lines, "receipt-tasks": map("; ".join, lines.values())}
    return worded_table(words, columns, words.say("receipt-caption"))


def _texts(pack, records, table):
    say, parts, saved = pack.words.say, [], answers.by_question(records)
    for task_id, level in table["level"].items():
        text = saved.get(f"{task_id}-{FIELD}")
        if isinstance(text, str) and text.strip():
            own = f", {say('progress-level', count=level)}" if level else ""
            head = tag("h3", say("task-head", task=task_id) + own)
            parts.append(join([head, tag("p", text.strip(), class_="typed")]))
    head = tag("h2", say("receipt-own-words"))
    return tag("section", head, *parts, class_="texts") if parts else None


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
    words = pack.words
    name = " ".join(str(name).split())[:LONGEST_NAME]
    records, trouble = answers.own_records(words)
    row = receipt_row(pack, records, name)
    cells = [cell for column, cell in row.items() if column.partition(" ")[0] in KINDS]
    if all(cell.startswith(OPEN) for cell in cells):
        return told("", trouble or words.say("receipt-nothing"))
    try:
        if not row["learner"]:
            row["learner"] = uuid.uuid4().hex[:12]
            answers.save_answer(LEARNER, row["learner"])
        texts = {
            ".csv": csv_text([row], list(row)),
            ".html": receipt_page(pack, records, name, date.today()),
        }
        files = [_write(words, name, ending, text, records) for ending, text in texts.items()]
    except OSError as error:
        trouble = f"{words.say('receipt-trouble', reason=error.strerror)} {trouble}"
        return told(words.say("receipt-not-written"), trouble)
    return told("", f"{words.say('receipt-written', files=files)} {trouble}".strip())


def _write(words, name, ending, text, records):
    slug = re.sub(r"[\W_]+", "-", name).strip("-").lower()
    path = answers.answers_file().with_name(f"{STEM}{'-' if slug else ''}{slug}{ending}")
    mark = f"receipt.file.{path.name}"
    own, copy = write_file(path, text, answers.by_question(records).get(mark))
    answers.save_answer(mark, own)
    return words.say("receipt-moved", file=path.name, copy=copy.name) if copy else path.name
