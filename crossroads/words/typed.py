"""Read an answer as a person types it: a number, a date, a word, a letter, several names."""

import datetime
import numbers
import re
import unicodedata

import numpy as np
import pandas as pd

from crossroads.words.dates import read_day
from crossroads.words.plain import NUMBERS, date_words, join_words, parts

LONGEST = 1000  # characters, or things in a list; nobody types more as a short answer
DATE_FORMATS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d %B %Y",
    "%B %d %Y",
)
# Day or month first? Both are tried, and only a date with one reading is taken.
UNCLEAR_FORMATS = ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m-%d-%Y")
WORDS = {**{word: number for number, word in enumerate(NUMBERS)}, "none": 0, "zero": 0}
ARRAYS = (pd.Series, pd.Index, np.ndarray, pd.api.extensions.ExtensionArray)
ASKED = {
    "number": "a number in digits, such as 12",
    "date": "a date in quotation marks, such as '2012-07-01'",
    "text": "a word or a name in quotation marks",
    "choice": "one of the letters in quotation marks, such as 'a'",
    "set": "a list of names in quotation marks, such as ['one', 'two']",
}


class Unreadable(ValueError):
    """What a learner gave is no answer of the kind that is asked for; the message says why."""


def read_answer(answer_type, given):
    """Read what a learner gave, whatever type it has.

    Parameters
    ----------
    answer_type : {"number", "date", "text", "choice", "set"}
    given : object
        Text, numbers and dates of Python, numpy and pandas; lists, sets,
        series and arrays of them.

    Returns
    -------
    float, pandas.Timestamp, str or frozenset of str
        Texts in small letters, with single spaces and no accents.

    Raises
    ------
    Unreadable
        If it is nothing of the kind.

    Examples
    --------
    >>> read_answer("number", " 1,204 days "), read_answer("number", "four")
    (1204.0, 4.0)
    >>> read_answer("date", "28 Feb 2012") == read_answer("date", "2012-02-28")
    True
    >>> sorted(read_answer("set", "Ann, BOB and  Cid"))
    ['ann', 'bob', 'cid']
    """
    asked = f"This task asks for {ASKED[answer_type]}"
    size = len(given) if isinstance(given, (str, bytes, list, tuple, set, dict)) else 0
    if size > LONGEST:
        raise Unreadable(f"What you gave is very long ({size:,}). {asked}.")
    if answer_type == "set":
        return _read_set(given, asked)
    given = _only(given, asked)
    if isinstance(given, bool) or given is None:
        raise Unreadable(f"{given} is yes, no or nothing. {asked}.")
    readers = {"number": _read_number, "date": _read_date, "choice": _read_choice}
    return readers.get(answer_type, _read_text)(given, asked)


def plain(text):
    """Write a text in small letters, without accents, signs at its ends and double spaces."""
    text = unicodedata.normalize("NFKD", str(text))
    text = "".join(one for one in text if not unicodedata.combining(one))
    text = text.replace("’", "'").replace("‐", "-").replace("‑", "-").replace("–", "-")
    return " ".join(text.casefold().split()).strip(" .,;:!?'\"()[]")


def _only(given, asked):
    """Take the one value out of a series, an array or a list of one."""
    if isinstance(given, pd.DataFrame):
        if given.size != 1:
            raise Unreadable(f"That is a whole table; take one cell out of it. {asked}.")
        given = given.iloc[0, 0]
    if isinstance(given, (*ARRAYS, list, tuple, set, frozenset)):
        values = list(given.ravel() if isinstance(given, np.ndarray) else given)
        if len(values) != 1:
            raise Unreadable(f"That has {len(values):,} values; this task asks for one. {asked}.")
        given = values[0]
    if isinstance(given, np.generic) and not isinstance(given, (np.datetime64, np.timedelta64)):
        given = given.item()
    if callable(given):
        raise Unreadable(f"That is a function, not its result; are brackets missing? {asked}.")
    simple = (str, numbers.Number, datetime.date, datetime.timedelta, np.datetime64, np.timedelta64)
    if given is not None and not isinstance(given, simple):
        raise Unreadable(f"That is a thing of Python's type {type(given).__name__}. {asked}.")
    return given


def _read_number(given, asked):
    if isinstance(given, (datetime.timedelta, np.timedelta64)):
        return pd.Timedelta(given) / pd.Timedelta(days=1)
    if isinstance(given, (datetime.date, np.datetime64)):
        raise Unreadable(f"That is a date. {asked}.")
    if isinstance(given, str):
        given = _number_in(given, asked)
    try:
        value = float(given)
    except (TypeError, ValueError, OverflowError):
        raise Unreadable(f"That is no number that can be compared. {asked}.") from None
    if not np.isfinite(value):
        raise Unreadable(f"That is no finite number. {asked}.")
    return value


def _number_in(text, asked):
    text = unicodedata.normalize("NFKC", text).replace("−", "-").casefold().strip()
    # One number, with blanks or commas between thousands, and perhaps a unit after it.
    found = re.fullmatch(r"(?:about|ca\.?|=)?\s*([+-]?[\d,. ]*\d)\s*(?:%|[a-z .]*)", text)
    if found:
        digits = found[1].replace(" ", "")
        if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", digits):
            return digits.replace(",", "")
        if re.fullmatch(r"[+-]?\d*[.,]?\d+", digits):
            return digits.replace(",", ".")
    if plain(text) in WORDS:
        return WORDS[plain(text)]
    raise Unreadable(f"No single number can be read in it. {asked}.")


def _read_date(given, asked):
    if isinstance(given, str):
        return _date_in(given, asked)
    if isinstance(given, (datetime.date, np.datetime64)):
        day = pd.Timestamp(given)
        if not pd.isna(day):
            return day.tz_localize(None).normalize()
    raise Unreadable(f"That is no date. {asked}.")


def _date_in(text, asked):
    text = unicodedata.normalize("NFKC", text).casefold().strip(" .'\"")
    text = re.sub(r"[t ]\d\d:\d\d(:\d\d(\.\d+)?)?z?$", "", text)
    text = re.sub(r"^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?[,.]?\s+", "", text)
    text = re.sub(r"(\d)(st|nd|rd|th)\b|\b(of|the)\b", r"\1", text)
    text = re.sub(r"\bsept\b", "sep", re.sub(r"(?<=[a-z])\.|,", " ", text))
    text = " ".join(text.split())
    clear = _readings(text, DATE_FORMATS)
    unclear = _readings(text, UNCLEAR_FORMATS)
    if len(clear) == 1 or len(unclear) == 1:
        return next(iter(clear or unclear))
    if unclear:
        words = join_words(sorted(date_words(one) for one in unclear), "or")
        raise Unreadable(f"Is that {words}? Write it as year-month-day. {asked}.")
    if re.fullmatch(r"([a-z]+ )?\d{4}", text):
        raise Unreadable(f"That is no single day; write day, month and year. {asked}.")
    raise Unreadable(f"No day can be read in it. {asked}.")


def _readings(text, formats):
    found = set()
    for one in formats:
        try:
            found.add(pd.Timestamp(read_day(text, one)))
        except ValueError:
            continue
    return found


def _read_text(given, asked):
    text = plain(given)
    if not text:
        raise Unreadable(f"That is empty. {asked}.")
    return text


def _read_choice(given, asked):
    text = plain(given)
    if not re.fullmatch(r"[a-z]", text):
        raise Unreadable(f"That is no single letter. {asked}.")
    return text


def _read_set(given, asked):
    if isinstance(given, str):
        given = re.split(r"[;,\n]|\band\b|&", given)
    elif isinstance(given, ARRAYS):
        given = list(np.asarray(given).ravel())
    elif not isinstance(given, (list, tuple, set, frozenset)):
        raise Unreadable(f"That is no list. {asked}.")
    if len(given) > LONGEST:
        raise Unreadable(f"That has {len(given):,} values. {asked}.")
    names = frozenset(_read_text(_only(one, asked), asked) for one in given if str(one).strip())
    if not names:
        raise Unreadable(f"That is empty. {asked}.")
    return names


def same_answer(answer_type, read, value, tolerance=0.0):
    """Tell whether an answer is the one that stands in a table.

    Parameters
    ----------
    answer_type : str
    read : object
        From `read_answer`.
    value : str
        The value; ``|`` stands between spellings of one thing, ``;``
        between the things of a set.
    tolerance : float
        How far a number may be off, in its own unit.

    Returns
    -------
    bool

    Examples
    --------
    >>> same_answer("set", read_answer("set", ["b", "Ann"]), "Ann Smith|Ann; B")
    True
    """
    if answer_type == "number":
        # One part in a million for what a computer loses in its own arithmetic.
        value = read_answer("number", value)
        return abs(read - value) <= tolerance + 1e-6 * max(1.0, abs(value))
    if answer_type == "date":
        return read == read_answer("date", value)
    if answer_type == "set":
        things = [{plain(one) for one in thing.split("|")} for thing in parts(value)]
        return all(thing & read for thing in things) and read <= set().union(*things)
    return read in {plain(one) for one in value.split("|")}


def written(answer_type, read):
    """Write an answer so that it can be saved, shown, and read again.

    Examples
    --------
    >>> written("number", 4.0), written("set", frozenset({"b", "a"}))
    ('4', 'a; b')
    """
    if answer_type == "number":
        return f"{read:.10g}"
    if answer_type == "date":
        return f"{read:%Y-%m-%d}"
    return "; ".join(sorted(read)) if answer_type == "set" else read
