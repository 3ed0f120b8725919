"""Keep what a learner answers: one line a time, in a plain file beside the notebooks."""

import errno
import heapq
import inspect
import itertools
import json
import os
import warnings
import weakref
from datetime import UTC, datetime
from pathlib import Path

from crossroads.pack.places import PACK_VARIABLE

# JupyterLite's drive takes a file as text by its ending, and hangs at one that it does not know.
FILE_NAME = "my_answers.txt"
# How the file ended in earlier versions of the module; it is read on, and never written.
OLDER = ".jsonl"
FOLDER_VARIABLE = "CROSSROADS_ANSWERS"
LESSONS = Path("notebooks") / "00_start_here.ipynb"

_listeners = []


def answers_file():
    """Give the file that answers are saved in, which need not exist.

    It lies in the folder that the environment variable
    ``CROSSROADS_ANSWERS`` names; else beside the lessons, when the working
    directory (in JupyterLab, the notebook's own folder) is that of the
    lessons or stands beside it, so that lessons and exercises share one
    file; else in the working directory. Where ``CROSSROADS_PACK`` names
    another pack, its answers stay apart, in a folder of that name.
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
    for reference in list(_listeners):
        if listener := reference():
            listener(question_id, answer)
        else:
            _listeners.remove(reference)


def read_records(path):
    """Read every saved answer of a file, and of the older one beside it, the oldest first.

    Parameters
    ----------
    path : pathlib.Path
        A file as `save_answer` writes it; it need not exist.

    Returns
    -------
    records : list of dict
        Each with ``question`` (str), ``answer``, and mostly ``saved`` (str).
    damaged : dict of str to list of int
        Name of a file, and numbers of its lines that cannot be read.

    Raises
    ------
    OSError
        If a file is there and cannot be read.
    """
    damaged, dated = {}, []
    for file in dict.fromkeys([path.with_suffix(OLDER), path]):
        records, lines = _read_lines(file)
        # Each file keeps its own order, also where a clock was set back.
        days = itertools.accumulate((str(one.get("saved", "")) for one in records), max)
        dated.append(list(zip(days, records, strict=True)))
        damaged |= {file.name: lines} if lines else {}
    merged = heapq.merge(*dated, key=lambda pair: pair[0])
    return [record for _, record in merged], damaged


def _read_lines(path):
    records, damaged = [], []
    text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
    for number, line in enumerate(text.split("\n"), 1):
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
    """Give every answer that this learner saved, and a sentence on what cannot be read, or ""."""
    try:
        records, damaged = read_records(answers_file())
    except OSError as error:
        return [], f"{FILE_NAME} cannot be read ({error.strerror}); it was left as it is."
    trouble = [
        f"{name}: line {', '.join(map(str, lines[:5]))}{' ...' if len(lines) > 5 else ''} "
        "cannot be read and was left as it is; the other answers are there."
        for name, lines in damaged.items()
    ]
    return records, " ".join(trouble)


def saved_answers(warn=True):
    """Read all saved answers, the latest of each question; warn of what cannot be read."""
    records, trouble = own_records()
    if trouble and warn:
        warnings.warn(trouble, stacklevel=2)
    return {record["question"]: record["answer"] for record in records}


def not_saved(error):
    """Word for the learner the `OSError` of an answer that could not be saved."""
    return f"NOT saved: {FILE_NAME} cannot be written ({error.strerror})."


def on_save(listener):
    """Call ``listener(question_id, answer)`` whenever an answer is saved in this kernel.

    A method is called only as long as something else holds its object: a
    closed widget hears nothing.
    """
    is_method = inspect.ismethod(listener)
    _listeners.append(weakref.WeakMethod(listener) if is_method else lambda: listener)
