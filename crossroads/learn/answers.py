"""Keep what a learner answers: one line a time, in a plain file beside the notebooks."""

import codecs
import errno
import heapq
import itertools
import json
import os
import warnings
import weakref
from datetime import UTC, datetime
from pathlib import Path

from crossroads.pack.places import PACK_VARIABLE, find_known_pack, find_pack
from crossroads.pack.problems import PackError

# JupyterLite's drive takes a file as text by its ending, and hangs at one that it does not know.
FILE_NAME = "my_answers.txt"
# How the file ended in earlier versions of the module; it is read on, and never written.
OLDER = ".jsonl"
FOLDER_VARIABLE = "CROSSROADS_ANSWERS"
LESSONS = Path("notebooks") / "00_start_here.ipynb"

_listeners = []


def answers_file():
    """Name the file of answers, which need not exist.

    It lies in the folder that ``CROSSROADS_ANSWERS`` names, else beside the lessons, else here;
    where ``CROSSROADS_PACK`` names another pack, in a folder of its own.
    """
    here = Path.cwd()
    lessons = next(
        (one / LESSONS for one in (here, here.parent) if (one / LESSONS).is_file()), None
    )
    folder = Path(os.environ.get(FOLDER_VARIABLE) or (lessons.parent if lessons else here))
    pack = os.environ.get(PACK_VARIABLE)
    if pack and not _is_own(pack):
        folder /= f"answers-{Path(pack).resolve().name}"
    return folder / FILE_NAME


def _is_own(pack):
    """Tell whether a pack, as it is named, is the one that the lessons were written for."""
    known = find_known_pack()
    try:
        return known is not None and find_pack().resolve() == known.resolve()
    except PackError:
        return Path(pack).name == "data"


def save_answer(question_id, answer):
    """Save an answer at once, as a line of JSON that is never rewritten, by a single append.

    A kernel that dies leaves at worst one unfinished line. An `OSError` says that it failed.
    """
    record = {
        "question": question_id,
        "answer": answer,
        "saved": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    line = json.dumps(record, ensure_ascii=False) + "\n"
    path = answers_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        # What it points to may be any file of this machine.
        raise OSError(errno.ELOOP, "it is a link, and no file")
    encoding, before = "utf-8", path.read_bytes() if path.is_file() else b""
    if before:
        encoding = _encoding(before)
        # A line that a dying kernel left unfinished must not swallow this one.
        if not before.endswith("\n".encode(encoding)):
            line = "\n" + line
    # Half of a pair of characters, which no file can hold, becomes a question mark.
    content = line.encode(encoding, errors="replace")
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0))
    try:
        if os.write(descriptor, content) < len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    for reference in list(_listeners):
        listener = reference()
        if listener and listener.__self__.comm:
            listener(question_id, answer)


def _encoding(content):
    """Tell how an editor saved a file: as it came, or in two bytes for each letter."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16-le" if content.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
    if b"\0" in content[:2]:
        return "utf-16-be" if content[:1] == b"\0" else "utf-16-le"
    return "utf-8"


def _decoded(content):
    """Read a file of answers whatever an editor made of it; and tell which lines are guessed."""
    encoding, guessed, lines = _encoding(content), [], []
    if encoding != "utf-8":
        return content.decode(encoding, errors="replace").lstrip("\ufeff"), guessed
    for number, line in enumerate(content.removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            guessed.append(number)
            lines.append(line.decode("cp1252", errors="replace"))
    return "\n".join(lines), guessed


def read_records(path):
    """Read every saved answer of a file, and of the older one beside it, the oldest first.

    Gives the records (``question``, ``answer``, mostly ``saved``); and by name of a file, which
    need not exist, the numbers of its lines that cannot be read, and of those that are guessed.
    """
    damaged, guessed, dated = {}, {}, []
    for file in dict.fromkeys([path.with_suffix(OLDER), path]):
        content = file.read_bytes() if file.exists() else b""
        text, odd = _decoded(content)
        records, lines = _read_text(text)
        # Each file keeps its own order, also where a clock was set back.
        days = itertools.accumulate((str(record.get("saved", "")) for record in records), max)
        dated.append(list(zip(days, records, strict=True)))
        damaged |= {file.name: lines} if lines else {}
        guessed |= {file.name: odd} if odd else {}
    merged = heapq.merge(*dated, key=lambda pair: pair[0])
    return [record for _, record in merged], damaged, guessed


def _read_text(text):
    """Read one record after the other; an editor may have put each on many lines, or in a list."""
    records, damaged, decoder, after, done = [], [], json.JSONDecoder(), 0, 0
    lines, text = text.split("\n"), f"{text}\n"
    for number, line in enumerate(lines, 1):
        start, after = after, after + len(line) + 1
        if start < done or not line.strip(" \t\r,[]"):
            continue
        try:
            found, done = decoder.raw_decode(text, start + len(line) - len(line.lstrip()))
            several = found if isinstance(found, list) else [found]
            fits = all(isinstance(one["question"], str) and "answer" in one for one in several)
            if not fits or text[done : text.index("\n", done)].strip(" \t\r,]"):
                raise ValueError
            records += several
        except (ValueError, KeyError, TypeError, RecursionError):
            damaged.append(number)
            done = after
    return records, damaged


def copies(path):
    """Name the files beside that a synchronised folder makes of one that two machines changed."""
    stem = path.stem
    beside = path.parent.glob(f"{stem}*") if path.parent.is_dir() else ()
    own = {path.name, path.with_suffix(OLDER).name}
    endings = {path.suffix, OLDER}
    return sorted(one.name for one in beside if one.suffix in endings and one.name not in own)


def own_records(words=None):
    """Read all that this learner saved, and word, where there are words, what is wrong with it."""
    path = answers_file()
    try:
        records, damaged, guessed = read_records(path)
    except OSError as error:
        reason = error.strerror
        return [], words and words.say("answers-unread", file=FILE_NAME, reason=reason)
    if not words:
        return records, ""
    trouble = []
    for message, files in (("answers-damaged", damaged), ("answers-guessed", guessed)):
        for name, numbers in files.items():
            lines = ", ".join(map(str, numbers[:5])) + (" ..." if len(numbers) > 5 else "")
            count = len(records)
            trouble.append(words.say(message, file=name, lines=lines, count=count))
    if beside := copies(path):
        trouble.append(words.say("answers-copies", file=FILE_NAME, copies=beside))
    return records, " ".join(trouble)


def saved_answers(words=None):
    """Read the latest answer to each question; warn, in words given, of what cannot be read."""
    records, trouble = own_records(words)
    if trouble:
        warnings.warn(trouble, stacklevel=2)
    return by_question(records)


def by_question(records):
    """Take the latest answer to each question out of saved records."""
    return {record["question"]: record["answer"] for record in records}


def try_to_save(words, question_id, answer, then):
    """Save an answer; else say what becomes of it: ``then`` is a case of ``answers-not-saved``."""
    try:
        save_answer(question_id, answer)
    except OSError as error:
        reason = error.strerror
        return words.say("answers-not-saved", file=FILE_NAME, reason=reason, then=then)
    return ""


def on_save(listener):
    """Call a widget's method with id and answer of all that this kernel saves, till it closes."""
    _listeners.append(weakref.WeakMethod(listener, _listeners.remove))
