"""Keep what a learner answers: one line a time, in a plain file beside the notebooks."""

import errno
import json
import os
import warnings
from datetime import UTC, datetime
from pathlib import Path

from crossroads.pack.places import PACK_VARIABLE

FILE_NAME = "my_answers.jsonl"
FOLDER_VARIABLE = "CROSSROADS_ANSWERS"
LESSONS = Path("notebooks") / "00_start_here.ipynb"

_listeners = []


def answers_file():
    """Give the file that answers are saved in.

    Returns
    -------
    pathlib.Path
        ``my_answers.jsonl`` in the folder that the environment variable
        ``CROSSROADS_ANSWERS`` names; else beside the lessons, when the
        working directory (in JupyterLab, the notebook's own folder) is that
        of the lessons or stands beside it, so that lessons and exercises
        share one file; else in the working directory. Where the variable
        ``CROSSROADS_PACK`` names another pack, its answers stay apart, in a
        folder of that name.
    """
    here = Path.cwd()
    beside = (here.parent / LESSONS).is_file()
    own = here.parent / LESSONS.parent if beside else here
    folder = Path(os.environ.get(FOLDER_VARIABLE) or own)
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
    answer : str, float, bool, or dict or list of these

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
    # Half of a pair of characters, which no file can hold, becomes a question mark.
    content = line.encode("utf-8", errors="replace")
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0))
    try:
        if os.write(descriptor, content) < len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    for listener in list(_listeners):
        listener(question_id, answer)


def read_records(path):
    """Read every saved answer of a file, the oldest first.

    Parameters
    ----------
    path : pathlib.Path
        A file as `save_answer` writes it; it need not exist.

    Returns
    -------
    records : list of dict
        Each with ``question`` (str), ``answer``, and mostly ``saved`` (str).
    damaged : list of int
        Numbers of the lines that cannot be read.

    Raises
    ------
    OSError
        If the file is there and cannot be read.
    """
    if not path.exists():
        return [], []
    records, damaged = [], []
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                record = json.loads(line)
                if not isinstance(record["question"], str):
                    raise TypeError
                record["answer"]  # noqa: B018
                records.append(record)
            except (ValueError, KeyError, TypeError, RecursionError):
                damaged.append(number)
    return records, damaged


def own_records():
    """Read every answer that this learner saved, and word what is wrong with the file.

    Returns
    -------
    records : list of dict
        See `read_records`; empty if the file cannot be read at all.
    trouble : str
        One sentence for the learner; empty if nothing is wrong.
    """
    try:
        records, damaged = read_records(answers_file())
    except OSError as error:
        return [], f"{FILE_NAME} cannot be read ({error.strerror}); it was left as it is."
    if not damaged:
        return records, ""
    some = ", ".join(map(str, damaged[:5])) + (" ..." if len(damaged) > 5 else "")
    return records, (
        f"{FILE_NAME}: line {some} cannot be read and was left as it is; "
        "the other answers are there."
    )


def saved_answers(warn=True):
    """Read all saved answers, the latest of each question.

    Parameters
    ----------
    warn : bool
        Whether to say so where the file or some of its lines cannot be read.

    Returns
    -------
    dict of str to object

    Warns
    -----
    UserWarning
        What cannot be read is left where it is.
    """
    records, trouble = own_records()
    if trouble and warn:
        warnings.warn(trouble, stacklevel=2)
    return {record["question"]: record["answer"] for record in records}


def not_saved(error):
    """Word for the learner that an answer could not be saved.

    Parameters
    ----------
    error : OSError
        What `save_answer` raised.

    Returns
    -------
    str
    """
    return f"NOT saved: {FILE_NAME} cannot be written ({error.strerror})."


def on_save(listener):
    """Call ``listener(question_id, answer)`` whenever an answer is saved in this kernel."""
    _listeners.append(listener)
