"""Fill the {...} of texts that stand in tables: look-ups of rows, and nothing of Python."""

import inspect
import re

import pandas as pd

from crossroads.words.plain import days_between, parts, unknown

PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
STEPS = re.compile(r"(\w+)((?:\[[^\[\]]*\])*)")
# How a look-up may end, and what is then written: {events[hanoi-2019][date][month]}.
OF_DATES = {
    "month": lambda words, day: words.date(day, "month"),
    "month name": lambda words, day: words.month(day),
    "month number": lambda words, day: str(day.month),
    "year": lambda words, day: words.date(day, "year"),
}
OF_NUMBERS = {
    "whole": lambda words, number: words.number(number),
    "tenths": lambda words, number: words.number(number, 1),
    "hundredths": lambda words, number: words.number(number, 2),
    "digits": lambda words, number: words.number(number, len(f"{number:g}".partition(".")[2])),
}
# Name -> function of a pack and of words.
MEASURES = {}


class Unfilled(LookupError):
    """A {...} of a text cannot be filled; the message says why, and names what is close."""

    # As with a broken pack: a sentence, and no traceback above it.
    def _render_traceback_(self):
        return [str(self)]


def measure(function):
    """Let the texts of a pack name a function as ``{measure[name][word]...}``."""
    MEASURES[function.__name__] = function
    return function


def fill(pack, text):
    """Fill the {...} of a text with values from a pack.

    ``{events[hanoi-2019][date]}`` becomes that cell in words,
    ``{days[singapore-2018][hanoi-2019]}`` the days between two events,
    ``{count[events][kind=summit;date>2019-02-28]}`` a number of rows (see
    `select_rows`; with no conditions, of all), ``{measure[gap][...]}`` what a
    measure works out. A date or a number may be followed by how it is
    written, one of `OF_DATES` and `OF_NUMBERS`:
    ``{trade[2020-total][usd_million][whole]}``. ``{{`` and ``}}`` write a brace.

    Raises
    ------
    Unfilled
        If a table, row or column is unknown, a cell is empty or the braces
        do not match; the message names the closest known name.
    """
    return _fill(text, lambda name, steps: _look_up(pack, name, steps))


def fill_pattern(words, pattern, values):
    """Fill a pattern such as ``{date}: {usd_million[digits]}`` with the values of one row."""

    def value_of(name, steps):
        if name not in values:
            raise Unfilled(unknown("column", name, values))
        value = values[name]
        return "" if _is_empty(value) else _written(words, value, name, steps)

    return _fill(pattern, value_of)


def _fill(text, value_of):
    def piece(match):
        if match[0] in ("{{", "}}"):
            return match[0][0]
        steps = STEPS.fullmatch(match[1] or "")
        if match[1] is None:
            raise Unfilled(f"a brace {match[0]} has no other; to write one, double it")
        if not steps:
            raise Unfilled(f"{match[0]}: write it as {{table[row][column]}}, and nothing else")
        return value_of(steps[1], re.findall(r"\[([^\[\]]*)\]", steps[2]))

    return PIECE.sub(piece, text)


def _look_up(pack, name, steps):
    tables = [resource["name"] for resource in pack.descriptor["resources"]]
    known = [*tables, "days", "count", "measure"]
    steps, place = list(steps), "{" + name + "".join(f"[{step}]" for step in steps) + "}"

    def step(noun, words):
        if not steps:
            raise Unfilled(f"{place} names {noun} but no value in it; add [...]")
        if words is not None and steps[0] not in words:
            raise Unfilled(unknown(noun, steps[0], words))
        return steps.pop(0)

    if name == "days" and pack.has("events"):
        events = list(pack.events["event_id"])
        value = days_between(pack.events, step("event", events), step("event", events))
    elif name == "count":
        table = pack.table(step("table", tables))
        conditions = step("conditions", None) if steps else ""
        value = len(_worded(select_rows, table, conditions))
    elif name == "measure":
        function = MEASURES[step("measure", MEASURES)]
        count = len(inspect.signature(function).parameters) - 1
        words = [step(f"the measure {function.__name__}", None) for _ in range(count)]
        value = _measured(pack, function, words)
        while isinstance(value, dict):  # The next word chooses among what was worked out.
            value = value[step(f"word of the measure {function.__name__}", value)]
    elif name in tables:
        table, places = pack.table(name), pack.places(name)
        row = step(f"row of {name}", places)
        column = step(f"column of {name}", [str(column) for column in table.columns])
        value = table[column].iloc[places[row]]
    else:
        raise Unfilled(unknown("table", name, known))
    if _is_empty(value):
        raise Unfilled(f"{place} is empty; name a cell that holds something")
    return _written(pack.words, value, place, steps)


def _worded(function, *arguments):
    """Call a function that looks something up; what it raises becomes a sentence."""
    try:
        return function(*arguments)
    except (LookupError, ValueError, TypeError, ArithmeticError, AttributeError) as error:
        raise Unfilled(str(error.args[0] if error.args else error)) from error


def _measured(pack, function, words):
    """Call a measure; of a word that no table has, name the closest that one has."""
    try:
        return _worded(function, pack, *words)
    except Unfilled as error:
        given = "".join(f"[{word}]" for word in words)
        finds = f"the measure {function.__name__} finds nothing for {given}"
        if isinstance(error.__cause__, IndexError):
            raise Unfilled(f"{finds}: no row is left to count") from None
        if not isinstance(error.__cause__, KeyError) or str(error) not in words:
            advice = f"{finds}: {error}"
            raise (error if str(error).startswith("unknown ") else Unfilled(advice)) from None
        tables = [resource["name"] for resource in pack.descriptor["resources"]]
        known = dict.fromkeys(
            word for name in tables for word in [*pack.keys(name), *pack.table(name)]
        )
        if str(error) in known:
            advice = f"{finds}: the tables that it counts have no row for {str(error)!r}"
            raise Unfilled(advice) from None
        noun = f"word of the measure {function.__name__}"
        raise Unfilled(unknown(noun, str(error), known)) from None


def _is_empty(value):
    return not isinstance(value, str) and bool(pd.isna(value))


def _written(words, value, place, forms):
    is_date = isinstance(value, pd.Timestamp)
    if not forms:
        return words.date(value) if is_date else str(value)
    is_number = not is_date and not isinstance(value, (str, bool))
    known = OF_DATES if is_date else OF_NUMBERS if is_number else {}
    if not known:
        raise Unfilled(f"{place} is a text already; take [{forms[0]}] away")
    if len(forms) > 1 or forms[0] not in known:
        raise Unfilled(unknown(f"way to write {place}", "][".join(forms), known))
    return known[forms[0]](words, value)


def select_rows(table, conditions):
    """Select the rows of a table that meet conditions, which semicolons part.

    In ``kind=summit`` the cell is it, or lists it; in ``date>2019-02-28`` it is later,
    after ``<`` earlier. Raises `LookupError` or `ValueError` if one cannot be read.

    Examples
    --------
    >>> table = pd.DataFrame({"kind": ["summit", "talks"], "actors": ["xi;kim", "kim"]})
    >>> len(select_rows(table, "kind=summit;actors=kim"))
    1
    """
    fits = pd.Series(True, index=table.index)
    for condition in parts(conditions):
        match = re.fullmatch(r"(\w+)([=<>])(.*)", condition)
        if not match:
            raise ValueError(f"condition {condition!r}: write it as column=value, > or <")
        column, sign, value = match.groups()
        if column not in table.columns:
            raise KeyError(unknown("column", column, table.columns))
        cells = table[column]
        if sign == "=":
            fits &= cells.map(lambda cell, value=value: value in parts(str(cell)))
        else:
            if pd.api.types.is_string_dtype(cells):
                raise ValueError(f"{column} holds texts, which {sign} cannot compare; write =")
            try:
                value = pd.Timestamp(value) if cells.dtype.kind == "M" else float(value)
            except ValueError:
                advice = f"condition {condition!r}: {value!r} is no date or number"
                raise ValueError(advice) from None
            fits &= (cells > value) if sign == ">" else (cells < value)
    return table[fits]
