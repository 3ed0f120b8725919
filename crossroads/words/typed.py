"""Read an answer as a person types it: a number, a date, a word, a letter, several names."""

import datetime
import numbers
import re
import unicodedata

import numpy as np
import pandas as pd

from crossroads.words.dates import read_day
from crossroads.words.plain import NUMBERS, parts

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


class Unreadable(ValueError):
    """What a learner gave is no answer of the kind that is asked for."""

    def __init__(self, why, **facts):
        super().__init__(why)
        self.facts = facts

    def said(self, words, answer_type):
        """Say why, and what is asked for, in the words of a pack."""
        facts = dict(self.facts)
        if "days" in facts:
            facts["days"] = words.join(sorted(map(words.date, facts["days"])), "or")
        why = words.say(f"typed-{self.args[0]}", **facts)
        return f"{why} {words.say('typed-asked', type=answer_type)}"


def read_answer(answer_type, given):
    """Read what a learner gave, whatever type it has: a number, date, text, choice or set.

    Texts, numbers and dates may be of Python, numpy and pandas, and stand in
    lists, sets, series and arrays. Gives a float, a Timestamp, a text or a
    frozenset of texts, these in small letters, with single spaces and no
    accents; or raises `Unreadable`.

    Examples
    --------
    >>> read_answer("number", " 1,204 days "), read_answer("number", "four")
    (1204.0, 4.0)
    >>> read_answer("date", "28 Feb 2012") == read_answer("date", "2012-02-28")
    True
    >>> sorted(read_answer("set", "Ann, BOB and  Cid"))
    ['ann', 'bob', 'cid']
    """
    size = len(given) if isinstance(given, (str, bytes, list, tuple, set, dict)) else 0
    if size > LONGEST:
        raise Unreadable("long", size=size)
    if answer_type == "set":
        return _read_set(given)
    given = _only(given)
    if isinstance(given, bool) or given is None:
        raise Unreadable("yes-or-no", given=str(given))
    readers = {"number": _read_number, "date": _read_date, "choice": _read_choice}
    return readers.get(answer_type, _read_text)(given)


def plain(text):
    """Write a text in small letters, without accents, signs at its ends and double spaces."""
    text = unicodedata.normalize("NFKD", str(text))
    text = "".join(one for one in text if not unicodedata.combining(one))
    text = text.replace("’", "'").replace("‐", "-").replace("‑", "-").replace("–", "-")
    return " ".join(text.casefold().split()).strip(" .,;:!?'\"()[]")


def _only(given):
    """Take the one value out of a series, an array or a list of one."""
    if isinstance(given, pd.DataFrame):
        if given.size != 1:
            raise Unreadable("table")
        given = given.iloc[0, 0]
    if isinstance(given, (*ARRAYS, list, tuple, set, frozenset)):
        values = list(given.ravel() if isinstance(given, np.ndarray) else given)
        if len(values) != 1:
            raise Unreadable("values", count=len(values))
        given = values[0]
    if isinstance(given, np.generic) and not isinstance(given, (np.datetime64, np.timedelta64)):
        given = given.item()
    if callable(given):
        raise Unreadable("function")
    simple = (str, numbers.Number, datetime.date, datetime.timedelta, np.datetime64, np.timedelta64)
    if given is not None and not isinstance(given, simple):
        raise Unreadable("type", type=type(given).__name__)
    return given


def _read_number(given):
    if isinstance(given, (datetime.timedelta, np.timedelta64)):
        return pd.Timedelta(given) / pd.Timedelta(days=1)
    if isinstance(given, (datetime.date, np.datetime64)):
        raise Unreadable("date")
    if isinstance(given, str):
        given = _number_in(given)
    try:
        value = float(given)
    except (TypeError, ValueError, OverflowError):
        raise Unreadable("not-comparable") from None
    if not np.isfinite(value):
        raise Unreadable("not-finite")
    return value


def _number_in(text):
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
    raise Unreadable("no-number")


def _read_date(given):
    if isinstance(given, str):
        return _date_in(given)
    if isinstance(given, (datetime.date, np.datetime64)):
        day = pd.Timestamp(given)
        if not pd.isna(day):
            return day.tz_localize(None).normalize()
    raise Unreadable("not-a-date")


def _date_in(text):
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
        raise Unreadable("two-days", days=unclear)
    if re.fullmatch(r"([a-z]+ )?\d{4}", text):
        raise Unreadable("no-single-day")
    raise Unreadable("no-day")


def _readings(text, formats):
    found = set()
    for one in formats:
        try:
            found.add(pd.Timestamp(read_day(text, one)))
        except ValueError:
            continue
    return found


def _read_text(given):
    text = plain(given)
    if not text:
        raise Unreadable("empty")
    return text


def _read_choice(given):
    text = plain(given)
    if not re.fullmatch(r"[a-z]", text):
        raise Unreadable("no-letter")
    return text


def _read_set(given):
    if isinstance(given, str):
        given = re.split(r"[;,\n]|\band\b|&", given)
    elif isinstance(given, ARRAYS):
        given = list(np.asarray(given).ravel())
    elif not isinstance(given, (list, tuple, set, frozenset)):
        raise Unreadable("no-list")
    if len(given) > LONGEST:
        raise Unreadable("many", count=len(given))
    names = frozenset(_read_text(_only(name)) for name in given if str(name).strip())
    if not names:
        raise Unreadable("empty")
    return names


def same_answer(answer_type, read, value, tolerance=0.0):
    """Tell whether an answer that was read is the one that stands in a table.

    In the table's value ``|`` stands between spellings of one thing, ``;``
    between the things of a set. The tolerance is how far a number may be off.

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
