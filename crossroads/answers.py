"""Keep what a learner answers: one line a time, in a plain file beside the notebooks."""

import json
import os
import warnings
from datetime import UTC, datetime
from pathlib import Path

FILE_NAME = "my_answers.jsonl"
FOLDER_VARIABLE = "CROSSROADS_ANSWERS"
PACK_VARIABLE = "CROSSROADS_PACK"

_listeners = []


def answers_file():
    """Give the file that answers are saved in.

    Returns
    -------
    pathlib.Path
        ``my_answers.jsonl`` in the folder that the environment variable
        ``CROSSROADS_ANSWERS`` names, else in the working directory, which
        in JupyterLab is the notebook's own folder. Where the variable
        ``CROSSROADS_PACK`` names another pack, its answers stay apart, in a
        folder of that name.
    """
    folder = Path(os.environ.get(FOLDER_VARIABLE) or ".")
    pack = os.environ.get(PACK_VARIABLE)
    return (folder / f"answers-{Path(pack).name}" if pack else folder) / FILE_NAME


def save_answer(question_id, answer):
    """Save an answer at once.

    Each answer is one line of JSON, written by a single append and flushed
    to disk: a kernel that dies can at worst leave one unfinished last line,
    and two notebooks that save at once both get their line. Nothing that
    stands in the file is ever rewritten.

    Parameters
    ----------
    question_id : str
    answer : str or float

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    record = {
        "question": question_id,
        "answer": answer,
        "saved": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    line = json.dumps(record, ensure_ascii=False) + "\n"
    path = answers_file()
    path.parent.mkdir(exist_ok=True)
    # A line that a dying kernel left unfinished must not swallow this one.
    if path.is_file() and path.stat().st_size and not path.read_bytes().endswith(b"\n"):
        line = "\n" + line
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0))
    try:
        os.write(descriptor, line.encode("utf-8"))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    for listener in list(_listeners):
        listener(question_id, answer)


def saved_answers():
    """Read all saved answers, the latest of each question.

    Returns
    -------
    dict of str to object

    Warns
    -----
    UserWarning
        If lines of the file cannot be read; they are left where they are.
    """
    path = answers_file()
    if not path.is_file():
        return {}
    latest, damaged = {}, []
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                record = json.loads(line)
                latest[record["question"]] = record["answer"]
            except (ValueError, KeyError, TypeError):
                damaged.append(str(number))
    if damaged:
        warnings.warn(
            f"{FILE_NAME}: line {', '.join(damaged)} cannot be read and was left as it is; "
            "the other answers are there.",
            stacklevel=2,
        )
    return latest


def on_save(listener):
    """Call ``listener(question_id, answer)`` whenever an answer is saved in this kernel."""
    _listeners.append(listener)
