"""Say things in the language of a pack: messages in Fluent, dates, numbers, lists.

Every word that a reader sees and that no table holds is a message of
``words/en.ftl``. Which wording is chosen is a fact that Python computes; a
message only says it.
"""

import datetime
import functools
import numbers
import re
from pathlib import Path

import pandas as pd
from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast, visitor

from crossroads.words.plain import capital, unknown

FOLDER = Path(__file__).parent
BASE = "en"
# A day comes first in the dates of this module, and no comma before "and".
LOCALES = {BASE: "en_GB"}
SPELLED = range(13)
# Where in its file each word stands takes half of the memory, and only a check asks.
PARSER = FluentParser(with_spans=False)


class WordingError(LookupError):
    """A message is unknown, or names what it is not given; says which, and the closest known."""


class Day(str):
    """A date in words that remembers the date; `MONTH` and `YEAR` of a message ask for it."""

    __slots__ = ("date",)


class _Unread(dict):
    """Messages by name, as text until one is said: a lesson says few, and to read all is slow."""

    def __getitem__(self, name):
        entry = super().__getitem__(name)
        return PARSER.parse_entry(entry) if isinstance(entry, str) else entry


class Wording:
    """The messages of one language, with what a pack puts in their place.

    Parameters
    ----------
    language : str
        Such as ``"en"``; a file of that name lies in ``words/``. What it
        lacks is said in English.
    overrides : str
        Messages in Fluent that replace those of the same name.

    Examples
    --------
    >>> Wording().number(1261), Wording().join(["red", "green", "blue"])
    ('1,261', 'red, green and blue')
    >>> Wording("ko").date(pd.Timestamp("2019-02-28"))
    '2019년 2월 28일'
    """

    def __init__(self, language=BASE, overrides=""):
        self.language = language = language.lower()
        self.locale = Locale.parse(LOCALES.get(language, language.replace("-", "_")))
        self.used = set()
        functions = {
            "CAPITAL": capital,
            "COUNT": lambda number: self.spell(number) if number else self.say("number-none"),
            "LOWER": lambda text: str(text).lower(),
            "MONTH": lambda day: self.date(day.date, "month"),
            "SMALL": lambda text: text[:1].lower() + text[1:],
            "SPELL": self.spell,
            "YEAR": lambda day: f"{day.date:%Y}",
        }
        self._bundle = FluentBundle([str(self.locale)], functions, use_isolating=False)
        self._bundle._messages = _Unread(_texts(BASE) | _texts(language))
        self._bundle.add_resource(PARSER.parse(overrides), allow_overrides=True)
        self._spelled = [self.say("number-spelled", number=number) for number in SPELLED]

    @property
    def spoken(self):
        """The language in which the messages are: the base, where another has no file."""
        return self.language if _file(self.language) else BASE

    def __contains__(self, message):
        return self._bundle.has_message(message)

    def say(self, message, **facts):
        """Say a message with its facts: texts, numbers, days, or lists, joined as a sentence does.

        Raises `WordingError` if it is unknown or names a fact that it is not given.
        """
        if message not in self:
            raise WordingError(unknown("message", message, self._bundle._messages))
        self.used.add(message)
        given = {name: self._fact(value) for name, value in facts.items()}
        text, errors = self._bundle.format_pattern(self._bundle.get_message(message).value, given)
        if errors:
            lacking = re.fullmatch(r"Unknown external: (\w+)", str(errors[0]))
            known = [f"${one}" for one in facts]
            what = unknown("fact", f"${lacking[1]}", known) if lacking else errors[0]
            raise WordingError(f"message {message!r}: {what}")
        return str(text)

    def for_script(self, script):
        """Say every message that a script names; it puts what it knows in place of ``{fact}``."""
        texts = {}
        for message in filter(self.__contains__, re.findall(r'"([a-z][a-z-]*)"', script)):
            _, errors = self._bundle.format_pattern(self._bundle.get_message(message).value)
            lacking = re.findall(r"Unknown external: (\w+)", "\n".join(map(str, errors)))
            texts[message] = self.say(message, **{fact: f"{{{fact}}}" for fact in lacking})
        return texts

    def _fact(self, value):
        if isinstance(value, (str, float)):
            return value
        if isinstance(value, numbers.Integral):
            return int(value)
        if isinstance(value, datetime.date):
            day = Day(self.date(value))
            day.date = value
            return day
        if isinstance(value, (list, tuple)):
            return self.join(value)
        return float(value)

    def spell(self, number):
        """Write a whole number as a sentence does: in letters up to twelve."""
        return self._spelled[number] if number in SPELLED else self.number(number)

    def number(self, number, decimals=0):
        """Write a number with the separators of the language."""
        text = f"{number:,.{decimals}f}"
        symbols = self.locale.number_symbols["latn"]
        return text.translate(str.maketrans({",": symbols["group"], ".": symbols["decimal"]}))

    def date(self, date, precision="day"):
        """Write a date in words, as exact as it is known (``"day"``, ``"month"`` or ``"year"``)."""
        if pd.isna(date):
            return self.say("no-date")
        if precision == "day":
            return _written(date, "long", self.locale)
        skeleton = {"month": "yMMMM", "year": "y"}[precision]
        return format_skeleton(skeleton, date, locale=self.locale)

    def short(self, date):
        """Write a date with a short name of the month, such as ``28 Feb 2019``."""
        month = self.month(date, short=True)
        return self.say("short-date", day=str(date.day), month=month, year=str(date.year))

    def month(self, date, short=False):
        """Name the month of a date, such as ``March``, or ``Mar``."""
        # Short ones by the plain language: Britain alone writes "Sept".
        form, locale = ("LLL", self.locale.language) if short else ("LLLL", self.locale)
        return _written(date, form, locale)

    def months(self, start, end):
        """Write two months of a year and those between, such as ``July-December 2018``."""
        first, last = self.month(start), self.month(end)
        return self.say("months", first=first, last=last, year=str(end.year))

    def years(self, first, last):
        """Write a year, or the years from one to another, such as ``2018-2019``."""
        return str(first) if first == last else self.say("years", first=str(first), last=str(last))

    def period(self, start, end, precision="day"):
        """Write a first and a last day as one period; the last may be missing."""
        if pd.isna(end) or end == start or precision != "day":
            return self.date(start, precision)
        same = "month" if start.month == end.month else "year"
        case = same if start.year == end.year else "apart"
        facts = {"start_day": str(start.day), "start_month": self.month(start)}
        facts["end_day"] = str(end.day)
        return self.say("period", case=case, start=start, end=end, **facts)

    def country(self, code):
        """Name the country of a code; a code that is none stays as it is.

        >>> Wording().country("GBR"), Wording("ko").country("GBR"), Wording().country("XXA")
        ('United Kingdom', '영국', 'XXA')
        """
        short = (get_global("territory_aliases").get(code) or [""])[0]
        return self.locale.territories.get(short, code)

    def join(self, words, last="and"):
        """Join words as a sentence does, with ``"and"`` or ``"or"`` before the last."""
        style = {"and": "standard", "or": "or"}[last]
        return format_list(list(words), style, locale=self.locale) if words else ""


@functools.cache
def wording(language=BASE, overrides=""):
    """Give the wording of a language; the same for every cut of a pack."""
    return Wording(language, overrides)


@functools.lru_cache(maxsize=4096)
def _written(date, form, locale):
    """Write a date; every view of a chart names many days that others name, too."""
    return format_date(date, form, locale=locale)


@functools.cache
def _file(language):
    paths = sorted(FOLDER.glob(f"{language}*.ftl"))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _texts(language):
    """Give the text of each message of a language: its first line stands at the margin."""
    _, *pieces = re.split(r"^(?=([a-z][\w-]*) *=)", _file(language), flags=re.MULTILINE)
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


class _Names(visitor.Visitor):
    def __init__(self):
        self.facts, self.messages = set(), set()

    def visit_VariableReference(self, node):
        self.facts.add(node.id.name)

    def visit_MessageReference(self, node):
        self.messages.add(node.id.name)


@functools.lru_cache(maxsize=8)
def messages_of(text):
    """Read what messages a text has, with the facts and the messages that each names, and junk."""
    messages, junk = {}, []
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ast.Junk):
            line = text[: entry.span.start].count("\n") + 1 if entry.span else "?"
            first = entry.content.strip().split("\n")[0]
            junk.append(f"row {line}: cannot be read: {first}")
        elif isinstance(entry, ast.Message):
            names = _Names()
            names.visit(entry)
            messages[entry.id.name] = (names.facts, names.messages)
    return messages, junk


def check_messages(text):
    """Say which messages of a pack cannot be read, are not ours, or name a fact that ours lack."""
    given, junk = messages_of(text)
    known, problems = messages_of(_file(BASE))[0], [*junk]
    for name, (facts, _) in given.items():
        if name not in known:
            problems.append(unknown("message", name, known))
            continue
        allowed = sorted(f"${one}" for one in all_facts(name, known))
        strange = sorted({f"${one}" for one in facts} - {*allowed})
        problems += [f"message {name!r}: {unknown('fact', one, allowed)}" for one in strange]
    return problems


def all_facts(name, messages):
    """Gather the facts of a message and of all that it names."""
    facts, others = messages.get(name, (set(), set()))
    return facts.union(*(all_facts(other, messages) for other in others))
