"""Keep what a learner answers: one line a time, in a plain file beside the notebooks."""

import errno
import heapq
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
    """Save an answer at once: text, number, yes or no, or a dictionary or list of these.

    Each answer is one line of JSON, written by a single append and flushed
    to disk: a kernel that dies can at worst leave one unfinished last line,
    and two notebooks that save at once both get their line. Nothing that
    stands in the file is ever rewritten. An `OSError` says that it failed.
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

    Gives the records, dictionaries with ``question`` (str), ``answer``, and
    mostly ``saved`` (str); and by name of a file the numbers of its lines that
    cannot be read. The file need not exist.
    """
    damaged, dated = {}, []
    for file in dict.fromkeys([path.with_suffix(OLDER), path]):
        records, lines = _read_lines(file)
        # Each file keeps its own order, also where a clock was set back.
        days = itertools.accumulate((str(record.get("saved", "")) for record in records), max)
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


def own_records(words=None):
    """Read every answer that this learner saved, and word what is wrong with the file.

    Gives the records, none if the file cannot be read at all, and what to tell
    the learner, nothing if all is well or there are no words.
    """
    try:
        records, damaged = read_records(answers_file())
    except OSError as error:
        reason = error.strerror
        return [], words and words.say("answers-unread", file=FILE_NAME, reason=reason)
    trouble = []
    for name, numbers in damaged.items() if words else ():
        lines = ", ".join(map(str, numbers[:5])) + (" ..." if len(numbers) > 5 else "")
        trouble.append(words.say("answers-damaged", file=name, lines=lines))
    return records, " ".join(trouble)


def saved_answers(words=None):
    """Read all saved answers, the latest of each question, as a dictionary.

    Where words are given, warns of what cannot be read, which stays where it is.
    """
    records, trouble = own_records(words)
    if trouble:
        warnings.warn(trouble, stacklevel=2)
    return {record["question"]: record["answer"] for record in records}


def try_to_save(words, question_id, answer, then):
    """Save an answer; give what to tell the learner if that fails, else an empty text.

    `then` says which answer it is, so that the message says what becomes of
    it: a case of the message ``answers-not-saved``.
    """
    try:
        save_answer(question_id, answer)
    except OSError as error:
        reason = error.strerror
        return words.say("answers-not-saved", file=FILE_NAME, reason=reason, then=then)
    return ""


def on_save(listener):
    """Call a widget's method with id and answer of all that this kernel saves, while it lives."""
    _listeners.append(weakref.WeakMethod(listener))
