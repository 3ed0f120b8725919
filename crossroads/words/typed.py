"""Read an answer as a person types it: a number, a date, a word, a letter, several names.

The words and patterns stand in ``typed.json``; the pages' script ``typed.js``
follows the same file step by step, and a test holds the two together.
"""

import datetime
import functools
import itertools
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
DAYS, SPANS = (datetime.date, np.datetime64), (datetime.timedelta, np.timedelta64)
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


def plain(text):
    """Write a text in small letters, without accents, signs at its ends and double spaces."""
    text = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", _clean(str(text))))
    # Syllables written as one sign stay whole.
    return " ".join(unicodedata.normalize("NFC", text).split()).strip(" .,;:!?'\"()[]")


def _tokens(text):
    return [one for one in re.split(rules()["between_words"], plain(text)) if one]


def _whole(pattern):
    """Let a pattern stand only where no letter or digit is beside it."""
    return rf"(?<![^\W_]){pattern}(?![^\W_])"


def _has(text, words):
    """Tell whether a text has one of some words or phrases, as a whole; n't ends one."""
    if "n't" in words and "n't" in text:
        return True
    return any(re.search(_whole(re.escape(one)), text) for one in words)


# Numbers --------------------------------------------------------------------


def _read_number(text, units=()):
    """Read a number, and the units that were written with it."""
    own, raised = rules()["number"], re.search(rules()["number"]["raised"], text)
    text = _clean(text)
    if raised or _has(text, own["refused"]):
        raise Unreadable("no-number")
    text = _in_digits(text)
    if re.search(own["two_times"], text):
        raise Unreadable("no-number")
    share, ratio = {"percent", "points"} & set(units), re.search(own["ratio"], text)
    if found := re.search(own["fraction"], text) or (share and ratio):
        if not float(found[2]):
            raise Unreadable("no-number")
        text = text.replace(found[0], f" {float(found[1]) / float(found[2]):.12f} ", 1)
    elif ratio:
        text = text.replace(ratio[0], ratio[1], 1)
    # Of several, the one with a unit that is asked for, or what stands outside of brackets.
    for part in (text, re.sub(rules()["set"]["aside"], " ", text)):
        found = list(re.finditer(own["number"], part))
        if len(found) > 1:
            behind = [_units_in(part[one.end() :][:14], first=True) for one in found]
            found = [one for one, its in zip(found, behind, strict=True) if its & set(units)]
        if len(found) == 1:
            break
    else:
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
    return value, sorted(written)


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
        elif bare in own["times"]:
            if not run:
                if result[-1:] not in ([], ["a"]):
                    raise Unreadable("no-number")
                run, result = (0, 1), result[:-1]
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
        text = re.sub(_whole(f"(?:an? )?{word}"), str(size), text)
    for word, size in own["parts"].items():
        counted = _whole(f"(?:([0-9]+) |an? )?{word}")
        text = re.sub(counted, lambda found, n=size: f"{found[1] or 1}/{n}", text)
    return text


def _units_in(text, first=False):
    """Find the units that a text has; or only the one that it begins with."""
    start = "^[ (-]*" if first else r"(?<![^\W\d_])"

    def written(word):
        if word in ("%", "$"):
            return text.lstrip().startswith(word) if first else word in text
        return re.search(rf"{start}{re.escape(word)}(?![^\W\d_])", text)

    return {unit for unit, words in rules()["units"].items() if any(map(written, words))}


# Dates ----------------------------------------------------------------------


def _shape(text):
    """Write months and numbers of a text in a row, as the patterns of ``typed.json`` take them."""
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
    # Where a point stands between them, the day comes first.
    pointed = ["."] if re.search(own["pointed"], text) else []
    return " ".join([*(f"m{one}" for one in months), *re.findall("[0-9]+", text), *pointed])


def _year(digits):
    """Read a year of four digits, or of two: 19 is 2019, 86 is 1986."""
    number = int(digits)
    if len(digits) == 4:
        return number
    return (2000 if number < 70 else 1900) + number if len(digits) == 2 else 0


def _day(year, month, day):
    """Give a `datetime.date`; None where there is no such day."""
    try:
        return datetime.date(_year(year), int(month), int(day)) if _year(year) >= 1000 else None
    except (ValueError, OverflowError):
        return None


def _read_date(text):
    """Read a day; a `datetime.date`."""
    own, shape = rules()["date"], _shape(text)
    for pattern, *orders in own["days"]:
        if found := re.search(pattern, shape):
            read = {_day(*(found[int(place)] for place in order)) for order in orders}
            days = sorted(read - {None})
            if len(days) == 1:
                return days[0]
            if days:
                raise Unreadable("two-days", first=days[0], second=days[1])
    raise Unreadable(next(why for pattern, why in own["no_day"] if re.search(pattern, shape)))


def _read_month(text):
    """Read a month, with its year if it has one: ``2020-06``, ``06``."""
    own, shape = rules()["date"], _shape(text)
    if re.search(own["day"], shape):
        return f"{_read_date(text):%Y-%m}"
    for pattern, year, month in own["month"]:
        found = re.search(pattern, shape)
        if found and 1 <= int(found[month]) <= 12:
            number = _year(found[year]) if year else 0
            return f"{number}-{int(found[month]):02d}" if number else f"{int(found[month]):02d}"
    raise Unreadable("no-month")


# Letters --------------------------------------------------------------------


def _read_choice(text, options):
    """Find the letter that is meant; options are pairs of a letter and its text."""
    own, text = rules()["choice"], plain(text)
    letters = [letter for letter, _ in options]
    if _has(text, rules()["negation"]) and len(text) < 12:
        raise Unreadable("no-letter")
    if found := re.search(own["before"] + own["letter"], text):
        if letters and found[1] not in letters:
            raise Unreadable("no-such-letter", letters=", ".join(letters))
        return found[1]
    words = " ".join(_tokens(text))
    same = [letter for letter, option in options if words and words in " ".join(_tokens(option))]
    if len(same) == 1 and (len(words) > 7 or " " in words):
        return same[0]
    found = re.search(own["before"] + own["letter_first"], text)
    if found and found[1] in letters:
        rest = re.findall(_whole("[a-z]"), found[2])
        if not [one for one in rest if one in letters and one != "a" and one != found[1]]:
            return found[1]
    found = re.search(own["before"] + own["place"], text)
    place = own["places"].get(found[1], 0) if found else 0
    if place and place <= len(letters):
        return letters[place - 1 if place > 0 else place]
    raise Unreadable("no-letter")


# Names and terms ------------------------------------------------------------


def _same_words(tokens, spelling):
    """Tell whether words are those of a spelling, whatever their order, hyphens and plural."""
    whole = "".join(spelling)
    if sorted("".join(tokens)) == sorted(whole):
        return any("".join(one) == whole for one in itertools.permutations(tokens))
    return "".join(tokens) == whole + "s"


def _core(tokens):
    """Leave out titles, countries and small words, unless nothing else is there."""
    beside = {*rules()["fillers"], *rules()["titles"], *rules()["countries"]}
    return [one for one in tokens if one not in beside] or tokens


def _found(tokens, things):
    """Find the places of things among words, with their number of words; are others left?"""
    hits = sorted(
        (-len("".join(spelling)), place, start, end, len(spelling))
        for place, thing in enumerate(things)
        for spelling in thing["words"]
        for start in range(len(tokens))
        for end in range(start + 1, min(start + WIDEST, len(tokens)) + 1)
        if _same_words(tokens[start:end], spelling)
    )
    used, found = set(), []
    for _, place, start, end, size in hits:
        if not used & set(range(start, end)):
            used |= set(range(start, end))
            found.append((place, size))
    return found, len(used) < len(tokens)


def _is_person(tokens, name):
    """Tell whether words can be a person's name: a surname, with or without initials."""
    left, initials = list(name), sorted(one for one in tokens if len(one) == 1 and one.isascii())
    full = [one for one in tokens if len(one) > 1 or not one.isascii()]
    for one in full:
        word = next((word for word in left if one in ("".join(word), *word)), None)
        if word is None:
            return False
        left.remove(word)
        if one != "".join(word):
            left.append([part for part in word if part != one])
    wanted = sorted(part[0] for word in left for part in word)
    shorter = sorted(word[0][0] for word in left)
    fits = not initials or initials in (wanted, shorter) or (len(full) > 1 and not left)
    return bool(full) and fits


def held_against(answer_type, values, people=(), beside=(), question=""):
    """Prepare what answers to a task are held against: the right value, then usual mistakes.

    People are lists of spellings, names beside them are those of institutions. A number, a day,
    a month and a letter become ``values``. Names and terms become ``things``, of which each
    value has some ``places``; a thing knows which of the ``people`` it is. What is named in
    the question, and is not the answer, may be ``asked`` about.
    """
    if answer_type == "number":
        return {"values": list(map(float, values))}
    if answer_type not in ("text", "set"):
        read = {"date": _read_date, "month": _read_month, "choice": plain}[answer_type]
        return {"values": [str(read(value.split("|")[0])) for value in values]}
    things, places = [], []
    for value in values:
        placed = set()
        for cell in parts(value):
            spellings = [one.strip() for one in cell.split("|") if one.strip()]
            known = list(map(plain, spellings))
            same = [n for n, thing in enumerate(things) if {*known} & {*thing["known"]}]
            placed.add(same[0] if same else len(things))
            if not same:
                words = [_core(_tokens(one)) for one in spellings]
                meant = [n for n, names in enumerate(people) if {*known} & {*map(plain, names)}]
                thing = {"name": spellings[0], "known": known, "words": words, "people": meant}
                things.append(thing)
        places.append(sorted(placed))
    names = [[[_tokens(word) for word in name.split()] for name in names] for names in people]
    beside = [_core(_tokens(name)) for name in beside if name]
    wrong = [name for n, one in enumerate(things) if n not in places[0] for name in one["known"]]
    asked = [" ".join(_tokens(name)) for name in wrong if _has(plain(question), [name])]
    held = {"things": things, "places": places, "people": names, "beside": beside}
    return {**held, "asked": asked}


def _named(tokens, task):
    """Find which things are named, by their places, and whether a name is of several people."""
    core, things = _core(tokens), task["things"]
    found, more = _found(core, things)
    if _has(" ".join(tokens), rules()["negation"]):
        return [], False
    # One word of a name beside words that are nobody's is somebody else.
    sure = [place for place, size in found if size > 1 or not more or not things[place]["people"]]
    if sure:
        return list(dict.fromkeys(sure)), False
    meant = {n for n, names in enumerate(task["people"]) if any(_is_person(core, x) for x in names)}
    places = [place for place, thing in enumerate(things) if meant & {*thing["people"]}]
    return ([], bool(places)) if len(meant) > 1 else (places, False)


def _beside_asked(tokens, asked):
    """Take the other name out of a sentence that says the question's again: Ann met Bob."""
    for pattern, name in itertools.product(rules()["asked"], asked):
        if found := re.search(pattern.replace("{name}", re.escape(name)), " ".join(tokens)):
            return found[1].split()
    return tokens


def _judge_text(task, text):
    tokens, given = _beside_asked(_tokens(text), task["asked"]), plain(text)
    if not tokens:
        raise Unreadable("empty")
    found, unclear = _named(tokens, task)
    exact = [place for place, thing in enumerate(task["things"]) if given in thing["known"]]
    found = exact[:1] or found
    if found in task["places"]:
        return _told(task["places"].index(found), given)
    return Reply("which", given, {"name": given}) if unclear else Reply(NOT_YET, given)


def _told(number, given):
    """Reply to an answer that is the right value, or a usual mistake."""
    return Reply(f"mistake {number}" if number else CORRECT, given)


def _judge_set(task, text):
    own, things = rules()["set"], task["things"]
    text = re.sub(own["aside"], " ", _clean(text))
    for split in (own["strong"], own["weak"]):
        pieces = [one for one in re.split(split, text) if one and _tokens(one)]
        if len(pieces) > 1:
            break
    found, extra, unclear = set(), [], []
    for piece in pieces:
        tokens = _tokens(piece)
        beside = any(_same_words(_core(tokens), name) for name in task["beside"])
        if beside or all(one in rules()["fillers"] for one in tokens):
            continue
        named, which = _named(tokens, task)
        found |= {*named}
        if which:
            unclear.append(plain(piece))
        elif not named:
            extra.append(plain(piece))
    places, extra = sorted(found), list(dict.fromkeys(extra))
    given = "; ".join(sorted([*(plain(things[n]["name"]) for n in places), *unclear, *extra]))
    if not given:
        raise Unreadable("empty")
    if places in task["places"] and not extra and not unclear:
        return _told(task["places"].index(places), given)
    wanted = task["places"][0]
    right = [things[n]["name"] for n in places if n in wanted]
    other = [*(things[n]["name"] for n in places if n not in wanted), *extra]
    missing = len(wanted) - len(right)
    said = {"right": right and missing, "extra": other, "which": unclear, "missing": missing}
    names = {"right": right, "extra": other, "which": unclear, "missing": [str(missing)]}
    facts = {name: ", ".join(those) for name, those in names.items()}
    return Reply("set " + " ".join(name for name, one in said.items() if one), given, facts)


# Judging --------------------------------------------------------------------


def judge_typed(task, text):
    """Judge a typed answer; gives a `Reply`.

    A task has ``type``, ``tolerance``, ``units``, ``options`` (pairs of letter and text),
    and what `held_against` gives.
    """
    try:
        if len(text) > rules()["longest"]:
            raise Unreadable("long", size=len(text))
        judges = {"number": _judge_number, "set": _judge_set, "text": _judge_text}
        return judges.get(task["type"], _judge_same)(task, text)
    except Unreadable as error:
        return Reply(f"{UNREADABLE} {error.why}", "", error.facts)


def _judge_number(task, text):
    (read, written), units = _read_number(text, task["units"]), set(task["units"])
    given = f"{read + 0.0:.10g}"  # A page has no minus zero.
    # One part in a million for what a computer loses in its own arithmetic.
    for number, value in enumerate(task["values"]):
        # Half the tolerance, so that near misses are not taken for another mistake.
        far = task["tolerance"] / (2 if number else 1) + 1e-6 * max(1.0, abs(value))
        fits = number or not written or units & {*written}
        if fits and abs(read - value) <= far:
            return _told(number, given)
    if written and units and not units & {*written}:
        return Reply("unit", f"{given} {written[0]}", {"unit": written[0]})
    return Reply(NOT_YET, given)


def _judge_same(task, text):
    """Judge what is one of few things: a day, a month, which need not have its year, a letter."""
    if task["type"] == "choice":
        given = _read_choice(text, task["options"])
    else:
        given = str(_read_date(text)) if task["type"] == "date" else _read_month(text)
    same = [number for number, value in enumerate(task["values"]) if value.endswith(given)]
    return _told(same[0], given) if same else Reply(NOT_YET, given)


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
    if isinstance(given, DAYS) and not pd.isna(given):
        return f"{pd.Timestamp(given):%Y-%m-%d}"
    if answer_type in ("date", "month"):
        raise Unreadable("not-a-date")
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
    if isinstance(given, np.generic) and not isinstance(given, (*DAYS, *SPANS)):
        given = given.item()
    if callable(given):
        raise Unreadable("function")
    if given is not None and not isinstance(given, (str, numbers.Number, *DAYS, *SPANS)):
        raise Unreadable("type", type=type(given).__name__)
    return given


def _number_text(given):
    if isinstance(given, SPANS):
        return f"{pd.Timedelta(given) / pd.Timedelta(days=1):.12g}"
    if isinstance(given, DAYS):
        raise Unreadable("date")
    try:
        value = float(given)
    except (TypeError, ValueError, OverflowError):
        raise Unreadable("not-comparable") from None
    if not np.isfinite(value):
        raise Unreadable("not-finite")
    return f"{value:.12g}"


def read_day(given):
    """Read a day, whatever type it has, as a Timestamp; None where it is none.

    >>> read_day("28 Feb 2012") == read_day(datetime.date(2012, 2, 28)), read_day("in spring")
    (True, None)
    """
    try:
        return pd.Timestamp(_read_date(as_text("date", given)))
    except Unreadable:
        return None
