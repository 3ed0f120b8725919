"""Read an answer as a person types it: a number, a date, a word, a letter, several names.

The words and patterns stand in ``typed.json``; the pages' script ``typed.js``
follows the same file step by step, and a test holds the two together.
"""

import datetime
import functools
import json
import numbers
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from crossroads.words.plain import parts

RULES_FILE = Path(__file__).with_name("typed.json")
ARRAYS = (pd.Series, pd.Index, np.ndarray, pd.api.extensions.ExtensionArray)
WIDEST = 8  # words of one name or term
CORRECT, NOT_YET, UNREADABLE = "correct", "not yet", "unreadable"


class Unreadable(ValueError):
    """What a learner gave is no answer of the kind that is asked for."""

    def __init__(self, why, **facts):
        super().__init__(why)
        self.facts = {name: str(fact) for name, fact in facts.items()}

    @property
    def why(self):
        """The message that says why, without ``typed-``."""
        return self.args[0]


class Reply(NamedTuple):
    """What is to be said of an answer, with facts for its words, and the answer as it is saved.

    *correct*, *mistake 2*, *unit*, *which*, *set*, *not yet*, or *unreadable* with the reason.
    """

    reply: str
    given: str = ""
    facts: dict = {}  # noqa: RUF012 - nobody changes it


@functools.cache
def rules():
    """Give the words and patterns that Python and the pages share."""
    return json.loads(RULES_FILE.read_text(encoding="utf-8"))


# What all answers go through ------------------------------------------------


def _clean(text):
    """Write a text in small letters, with one sign for each kind of dash and quotation mark."""
    text = unicodedata.normalize("NFKC", text).lower()
    for pattern, sign in rules()["clean"]:
        text = re.sub(pattern, sign, text)
    return text.strip()


def _letters(text):
    """Take the accents off; syllables written as one sign stay whole."""
    text = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", text))


def plain(text):
    """Write a text in small letters, without accents, signs at its ends and double spaces."""
    return " ".join(_letters(_clean(str(text))).split()).strip(" .,;:!?'\"()[]")


def _tokens(text):
    return [one for one in re.split(rules()["between_words"], plain(text)) if one]


def _has(text, words):
    """Tell whether a text has one of some words or phrases, as a whole."""
    return any(
        re.search(rf"(?<![^\W_]){re.escape(one)}(?![^\W_])", text)
        or (one == "n't" and "n't" in text)
        for one in words
    )


# Numbers --------------------------------------------------------------------


class Number(NamedTuple):
    """A number, and the units that were written with it."""

    value: float
    units: tuple = ()


def _read_number(text, units=()):
    own, text = rules()["number"], _clean(text)
    if _has(text, own["refused"]):
        raise Unreadable("no-number")
    text = _in_digits(text)
    share = {"percent", "points"} & set(units)
    found = re.search(own["fraction"], text) or (share and re.search(own["ratio"], text))
    if found:
        if not float(found[2]):
            raise Unreadable("no-number")
        text = text.replace(found[0], f" {float(found[1]) / float(found[2]):.12f} ", 1)
    elif ratio := re.search(own["ratio"], text):
        text = text.replace(ratio[0], ratio[1], 1)
    found = list(re.finditer(own["number"], text))
    if len(found) > 1:
        found = [one for one in found if _units_in(text[one.end() :][:14], first=True) & set(units)]
    if len(found) != 1:
        raise Unreadable("no-number")
    digits = found[0][0].replace(" ", "").replace("'", "")
    whole = re.fullmatch(own["thousands"], found[0][0].replace("+ ", "").replace("- ", ""))
    value = float(digits.replace(",", "" if whole else "."))
    if abs(value) == float("inf"):
        raise Unreadable("not-finite")
    if "change" in units and value > 0 and _has(text, own["falls"]):
        value = -value
    written = _units_in(text)
    if "percent" in written and "points" in units:
        value, written = value / 100, written - {"percent"}
    return Number(value, tuple(sorted(written)))


def _in_digits(text):
    """Write number words in digits: two hundred and four, a quarter."""
    own = rules()["number"]
    # A run of number words is the thousands so far and what is below them.
    words, result, run, pointed = own["words"], [], None, False
    for one in [*re.sub("(?<=[^\\W\\d_])-(?=[^\\W\\d_])", " ", text).split(), ""]:
        bare = one.strip(".,;:!?()'\"")
        if bare in words and pointed:
            result[-1] += str(words[bare])
        elif bare in words:
            run = (run[0], run[1] + words[bare]) if run else (0, words[bare])
        elif bare in own["times"] and (run or result and result[-1] == "a"):
            if not run:
                run = (0, 1)
                result.pop()
            size = own["times"][bare]
            run = (run[0] + run[1] * size, 0) if size > 100 else (run[0], run[1] * size)
        elif bare == "and" and run and sum(run) >= 100:
            continue
        else:
            result += [str(sum(run))] if run else []
            pointed = bare in own["point"] and bool(run)
            if pointed:
                result[-1] += "."
            else:
                result.append(one)
            run = None
    text = " ".join(result)
    for word, size in own["dozen"].items():
        text = re.sub(rf"(?<![^\W_])(?:an? )?{word}(?![^\W_])", str(size), text)
    for word, size in own["parts"].items():
        pattern = rf"(?<![^\W_])(?:([0-9]+) |an? )?{word}(?![^\W_])"
        text = re.sub(pattern, lambda found, n=size: f"{found[1] or 1}/{n}", text)
    return text


def _units_in(text, first=False):
    """Find the units that a text has; or only the one that it begins with."""
    found = set()
    for unit, words in rules()["units"].items():
        for word in words:
            if word in ("%", "$"):
                hit = text.lstrip().startswith(word) if first else word in text
            else:
                start = "^[ (-]*" if first else "(?<![^\\W\\d_])"
                hit = re.search(rf"{start}{re.escape(word)}(?![^\W\d_])", text)
            if hit:
                found.add(unit)
    return found


# Dates ----------------------------------------------------------------------


def _date_parts(text):
    own, text = rules()["date"], _clean(text)
    if _has(text, own["refused"]):
        raise Unreadable("no-day")
    for pattern, sign in own["clean"]:
        text = re.sub(pattern, sign, text)
    months = {
        place
        for word in re.findall("[a-z]{3,}", text)
        for place, name in enumerate(own["months"], 1)
        if name.startswith("sep" if word == "sept" else word)
    }
    digits = re.findall("[0-9]+", text)
    return text, months, digits


def _year(digits):
    """Read a year of four digits, or of two: 19 is 2019, 86 is 1986."""
    number = int(digits)
    if len(digits) == 4:
        return number
    return (2000 if number < 70 else 1900) + number if len(digits) == 2 else 0


def _is_day(year, month, day):
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return year >= 1000


def _read_date(text):
    """Read a day; a `datetime.date`."""
    text, months, digits = _date_parts(text)
    readings = []
    if len(months) == 1 and len(digits) == 2:
        first, second = digits
        month = next(iter(months))
        if len(first) == 4 or len(second) < 2:
            first, second = second, first
        readings = [(_year(second), month, int(first))]
    elif not months and len(digits) == 1 and len(digits[0]) == 8:
        one = digits[0]
        readings = [(int(one[:4]), int(one[4:6]), int(one[6:]))]
        if not _is_day(*readings[0]) or not 1000 <= readings[0][0] <= 2999:
            readings = [(int(one[4:]), int(one[2:4]), int(one[:2]))]
    elif not months and len(digits) == 3:
        first, second, third = digits
        if len(first) == 4:
            readings = [(int(first), int(second), int(third))]
            if not _is_day(*readings[0]):
                readings = [(int(first), int(third), int(second))]
        elif len(third) in (2, 4):
            readings = [(_year(third), int(second), int(first))]
            # Where a point stands between them, the day comes first.
            if not re.search(r"[0-9]\. ?[0-9]+\. ?[0-9]", text) or not _is_day(*readings[0]):
                readings.append((_year(third), int(first), int(second)))
    days = sorted({datetime.date(*one) for one in readings if _is_day(*one)})
    if len(days) == 1:
        return days[0]
    if days:
        raise Unreadable("two-days", first=days[0], second=days[1])
    if len(months) == 1 and len(digits) == 1 and len(digits[0]) < 3:
        raise Unreadable("no-year")
    if len(months) <= 1 and len(digits) == 1 and len(digits[0]) == 4:
        raise Unreadable("no-single-day")
    raise Unreadable("no-day")


def _read_month(text):
    """Read a month, with its year if it has one: ``2020-06``, ``06``."""
    text, months, digits = _date_parts(text)
    if len(months) > 1 or len(digits) > 3:
        raise Unreadable("no-month")
    if months:
        years = [one for one in digits if len(one) == 4] or (
            digits if len(digits) == 1 and len(digits[0]) == 2 else []
        )
        month, year = next(iter(months)), _year(years[0]) if years else 0
    elif len(digits) == 1 and 1 <= int(digits[0]) <= 12:
        month, year = int(digits[0]), 0
    elif len(digits) == 2 and {len(one) for one in digits} <= {1, 2, 4}:
        first, second = digits if len(digits[1]) > 2 or len(digits[0]) < 4 else digits[::-1]
        month, year = int(first), _year(second)
    elif len(digits) == 3:
        day = _read_date(text)
        month, year = day.month, day.year
    else:
        raise Unreadable("no-month")
    if not 1 <= month <= 12:
        raise Unreadable("no-month")
    return f"{year}-{month:02d}" if year else f"{month:02d}"


# Letters --------------------------------------------------------------------


def _read_choice(text, options):
    """Find the letter that is meant; options are pairs of a letter and its text."""
    own, text = rules()["choice"], plain(text)
    letters = [letter for letter, _ in options]
    if _has(text, rules()["negation"]) and len(text) < 12:
        raise Unreadable("no-letter")
    found = re.search(own["letter"], text)
    if found:
        if letters and found[1] not in letters:
            raise Unreadable("no-such-letter", letters=", ".join(letters))
        return found[1]
    words = " ".join(_tokens(text))
    same = [letter for letter, option in options if words and words in " ".join(_tokens(option))]
    if len(same) == 1 and (len(words) > 7 or " " in words):
        return same[0]
    found = re.search(own["letter_first"], text)
    if found and found[1] in letters:
        rest = re.findall("(?<![^\\W_])[a-z](?![^\\W_])", found[2])
        if not [one for one in rest if one in letters and one != "a" and one != found[1]]:
            return found[1]
    found = re.search(own["place"], text)
    place = own["places"].get(found[1], 0) if found else 0
    if place and place <= len(letters):
        return letters[place - 1 if place > 0 else place]
    raise Unreadable("no-letter")


# Names and terms ------------------------------------------------------------


def _consumes(tokens, target):
    """Tell whether some words, in any order and each once, make a word without gaps."""
    if not tokens:
        return not target
    return any(
        target.startswith(one) and _consumes(tokens[:n] + tokens[n + 1 :], target[len(one) :])
        for n, one in enumerate(tokens)
    )


def _same_words(tokens, spelling):
    """Tell whether words are those of a spelling, whatever their order, hyphens and plural."""
    whole = "".join(spelling)
    letters = sorted("".join(tokens))
    if letters == sorted(whole):
        return _consumes(tokens, whole)
    return letters == sorted(whole + "s") and "".join(tokens) == whole + "s"


def _core(tokens):
    """Leave out titles, countries and small words, unless nothing else is there."""
    beside = {*rules()["fillers"], *rules()["titles"], *rules()["countries"]}
    return [one for one in tokens if one not in beside] or tokens


def _found(tokens, things):
    """Find things among words: the longest first, each word once; and what is left.

    A thing is a list of spellings, of words each. Gives pairs of the thing's place
    and the words of the spelling, and the rest.
    """
    tokens, found = list(tokens), []
    hits = []
    for place, spellings in enumerate(things):
        for spelling in spellings:
            for start in range(len(tokens)):
                for end in range(start + 1, min(start + WIDEST, len(tokens)) + 1):
                    if _same_words(tokens[start:end], spelling):
                        hits.append((-len("".join(spelling)), place, start, end, len(spelling)))
    used = set()
    for _, place, start, end, size in sorted(hits):
        if not used & set(range(start, end)):
            used |= set(range(start, end))
            found.append((place, size))
    return found, [one for n, one in enumerate(tokens) if n not in used]


def _is_person(tokens, name):
    """Tell whether words can be a person's name: a surname, with or without initials."""
    words = [_tokens(one) for one in name.split()]
    free = {n: ["".join(word), *word] for n, word in enumerate(words)}
    full, initials = 0, []
    for one in tokens:
        if len(one) == 1 and one.isascii():
            initials.append(one)
            continue
        place = next((n for n, forms in free.items() if one in forms), None)
        if place is None:
            return False
        full += 1
        forms = [form for form in free.pop(place)[1:] if form != one]
        if len(forms) > 0 and one not in ("".join(words[place]),):
            free[place] = ["".join(forms), *forms]
    if not full:
        return False
    if not initials:
        return True
    wanted = [word[0] for forms in free.values() for word in forms[1:]]
    shorter = [forms[0][0] for forms in free.values()]
    return sorted(initials) in (sorted(wanted), sorted(shorter)) or (full > 1 and not free)


def _persons(tokens, people):
    """List the people, each a list of spellings, whose name some words can be."""
    return [names for names in people if any(_is_person(tokens, name) for name in names)]


def _spelled(thing):
    """Take a cell such as ``Ann Smith|Ann`` apart: the spellings, and their words."""
    spellings = [one.strip() for one in thing.split("|") if one.strip()]
    return spellings, [_core(_tokens(one)) for one in spellings]


def _named(tokens, things, people):
    """Find which things are named: places, whether in full, who is meant by an unclear name."""
    core = _core(tokens)
    spelled = [_spelled(thing) for thing in things]
    found, rest = _found(core, [words for _, words in spelled])
    if _has(" ".join(tokens), rules()["negation"]):
        return [], rest, False
    known = {plain(name) for names in people for name in names}
    # One word of a name beside words that are nobody's is somebody else.
    sure = [
        place
        for place, size in found
        if size > 1 or not rest or not {plain(one) for one in spelled[place][0]} & known
    ]
    if sure:
        return list(dict.fromkeys(sure)), rest, False
    meant = _persons(core, people)
    places = [
        place
        for place, (spellings, _) in enumerate(spelled)
        if any({*map(plain, names)} & {*map(plain, spellings)} for names in meant)
    ]
    if len(meant) > 1:
        return [], rest, bool(places)
    return places, rest, False


def _judge_text(task, text):
    tokens = _tokens(text)
    if not tokens:
        raise Unreadable("empty")
    given = plain(text)
    things = [task["value"], *(value for value, _ in task["mistakes"])]
    exact = [place for place, thing in enumerate(things) if given in map(plain, _spelled(thing)[0])]
    found, _, unclear = _named(tokens, things, task["people"])
    if exact:
        found = exact[:1]
    if len(found) == 1:
        return Reply(f"mistake {found[0]}" if found[0] else CORRECT, given)
    return Reply("which" if unclear else NOT_YET, given, {"name": given} if unclear else {})


def _judge_set(task, text):
    own = rules()["set"]
    text = re.sub(own["aside"], " ", _clean(text))
    split = own["strong"] if len([*re.finditer(own["strong"], text)]) else own["weak"]
    pieces = [one for one in re.split(split, text) if one and _tokens(one)]
    if split == own["strong"] and len(pieces) == 1:
        pieces = [one for one in re.split(own["weak"], text) if _tokens(one)]
    if not pieces:
        raise Unreadable("empty")
    wanted, things, wrong = parts(task["value"]), [], []
    for value in [task["value"], *(value for value, _ in task["mistakes"])]:
        places = set()
        for one in parts(value):
            alike = [n for n, known in enumerate(things) if _alike(one, known)]
            things += [] if alike else [one]
            places.add(alike[0] if alike else len(things) - 1)
        wrong.append(sorted(places))
    found, extra, unclear = [], [], []
    for piece in pieces:
        tokens = _tokens(piece)
        if all(one in rules()["fillers"] for one in tokens) or _is_beside(tokens, task["beside"]):
            continue
        named, _, which = _named(tokens, things, task["people"])
        found += named
        if which:
            unclear.append(plain(piece))
        elif not named:
            extra.append(plain(piece))
    places = sorted(set(found))
    names = [_spelled(thing)[0][0] for thing in things]
    given = "; ".join(sorted([*(plain(names[n]) for n in places), *unclear, *dict.fromkeys(extra)]))
    if not given:
        raise Unreadable("empty")
    right = [n for n in places if n < len(wanted)]
    other = [names[n] for n in places if n >= len(wanted)] + list(dict.fromkeys(extra))
    missing = len(wanted) - len(right)
    if not (missing or other or unclear):
        return Reply(CORRECT, given)
    for number, value in enumerate(wrong):
        if number and places == value and not extra and not unclear:
            return Reply(f"mistake {number}", given)
    said = {"right": right and missing, "extra": other, "which": unclear, "missing": missing}
    facts = {
        "right": ", ".join(names[n] for n in right),
        "extra": ", ".join(other),
        "which": ", ".join(unclear),
        "missing": str(missing),
    }
    return Reply("set " + " ".join(name for name, one in said.items() if one), given, facts)


def _alike(thing, other):
    """Tell whether two cells have a spelling in common."""
    return bool({*map(plain, _spelled(thing)[0])} & {*map(plain, _spelled(other)[0])})


def _is_beside(tokens, names):
    """Tell whether words are an institution that stands beside a name."""
    return any(_same_words(_core(tokens), _core(_tokens(name))) for name in names)


# Judging --------------------------------------------------------------------


def judge_typed(task, text):
    """Judge a typed answer; gives a `Reply`.

    A task has ``type``, ``value``, ``tolerance``, ``units``, ``mistakes`` (pairs of
    value and feedback), ``options`` (pairs of letter and text), ``people`` (lists of
    spellings), ``beside`` (names that stand beside people's).
    """
    try:
        if len(text) > rules()["longest"]:
            raise Unreadable("long", size=len(text))
        judges = {"number": _judge_number, "set": _judge_set, "text": _judge_text}
        return judges.get(task["type"], _judge_same)(task, text)
    except Unreadable as error:
        return Reply(f"{UNREADABLE} {error.why}", "", error.facts)


def _judge_number(task, text):
    read, units = _read_number(text, task["units"]), set(task["units"])
    given = f"{read.value:.10g}"
    # One part in a million for what a computer loses in its own arithmetic.
    values = [task["value"], *(value for value, _ in task["mistakes"])]
    for number, value in enumerate(map(float, values)):
        # Half the tolerance, so that near misses are not taken for another mistake.
        far = task["tolerance"] / (2 if number else 1) + 1e-6 * max(1.0, abs(value))
        if abs(read.value - value) > far:
            continue
        if number:
            return Reply(f"mistake {number}", given)
        if not read.units or units & set(read.units):
            return Reply(CORRECT, given)
    if read.units and units and not units & set(read.units):
        return Reply("unit", f"{given} {read.units[0]}", {"unit": read.units[0]})
    return Reply(NOT_YET, given)


def _judge_same(task, text):
    """Judge what is one of few things: a day, a month, a letter."""
    kind = task["type"]
    if kind == "choice":
        given = _read_choice(text, task["options"])
    else:
        given = str(_read_date(text)) if kind == "date" else _read_month(text)
    values = [task["value"], *(value for value, _ in task["mistakes"])]
    for number, value in enumerate(values):
        value = value.split("|")[0]
        if kind == "date":
            same = given == str(_read_date(value))
        elif kind == "month":
            same = _read_month(value).endswith(given)
        else:
            same = given == plain(value)
        if same:
            return Reply(f"mistake {number}" if number else CORRECT, given)
    return Reply(NOT_YET, given)


# What Python gives ----------------------------------------------------------


def as_text(answer_type, given):
    """Write what a learner gave in code as a person would type it.

    Numbers, texts and dates may be of Python, numpy and pandas, and stand in
    lists, sets, series and arrays. Raises `Unreadable`.

    Examples
    --------
    >>> as_text("number", np.float64(4)), as_text("date", datetime.date(2012, 2, 28))
    ('4', '2012-02-28')
    >>> as_text("set", ["Ann", "Bob"])
    'Ann; Bob'
    """
    size = len(given) if isinstance(given, (str, bytes, list, tuple, set, dict)) else 0
    if size > rules()["longest"]:
        raise Unreadable("long", size=size)
    if answer_type == "set" and not isinstance(given, str):
        if isinstance(given, ARRAYS):
            given = list(np.asarray(given).ravel())
        if not isinstance(given, (list, tuple, set, frozenset)):
            raise Unreadable("no-list")
        if len(given) > rules()["longest"]:
            raise Unreadable("many", count=len(given))
        return "; ".join(str(_only(name)) for name in given)
    given = _only(given)
    if isinstance(given, bool) or given is None:
        raise Unreadable("yes-or-no", given=given)
    if isinstance(given, str):
        return given
    if answer_type == "number":
        return _number_text(given)
    if answer_type in ("date", "month") and not (
        isinstance(given, (datetime.date, np.datetime64)) and not pd.isna(given)
    ):
        raise Unreadable("not-a-date")
    if isinstance(given, (datetime.date, np.datetime64)):
        return f"{pd.Timestamp(given):%Y-%m-%d}"
    return str(given)


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


def _number_text(given):
    if isinstance(given, (datetime.timedelta, np.timedelta64)):
        return f"{pd.Timedelta(given) / pd.Timedelta(days=1):.12g}"
    if isinstance(given, (datetime.date, np.datetime64)):
        raise Unreadable("date")
    try:
        value = float(given)
    except (TypeError, ValueError, OverflowError):
        raise Unreadable("not-comparable") from None
    if not np.isfinite(value):
        raise Unreadable("not-finite")
    return f"{value:.12g}"


def read_answer(answer_type, given):
    """Read a number or a day, whatever type it has; gives a float or a Timestamp.

    Raises `Unreadable`.

    Examples
    --------
    >>> read_answer("number", " 1,204 days "), read_answer("number", "four")
    (1204.0, 4.0)
    >>> read_answer("date", "28 Feb 2012") == read_answer("date", "2012-02-28")
    True
    """
    text = as_text(answer_type, given)
    if answer_type == "number":
        return _read_number(text).value
    return pd.Timestamp(_read_date(text))
