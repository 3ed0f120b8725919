"""Turn values of the tables into plain words: dates, counts, lists, filled-in texts."""

import difflib
import functools
import inspect
import re
import string

import pandas as pd

NUMBERS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def date_words(date, precision="day"):
    """Write a date in words.

    Parameters
    ----------
    date : pandas.Timestamp
    precision : {"day", "month", "year"}

    Returns
    -------
    str

    Examples
    --------
    >>> date_words(pd.Timestamp("2019-02-28"))
    '28 February 2019'
    >>> date_words(pd.Timestamp("2020-12-10"), "month")
    'December 2020'
    """
    if pd.isna(date):
        return "no date"
    text = {"day": f"{date.day} {date:%B %Y}", "month": f"{date:%B %Y}", "year": f"{date:%Y}"}
    return text[precision]


def period_words(start, end, precision="day"):
    """Write a first and a last day as one period.

    Parameters
    ----------
    start, end : pandas.Timestamp
        `end` may be missing.
    precision : {"day", "month", "year"}

    Returns
    -------
    str

    Examples
    --------
    >>> period_words(pd.Timestamp("2019-02-27"), pd.Timestamp("2019-02-28"))
    '27-28 February 2019'
    >>> period_words(pd.Timestamp("2018-03-31"), pd.Timestamp("2018-04-01"))
    '31 March - 1 April 2018'
    """
    if pd.isna(end) or end == start or precision != "day":
        return date_words(start, precision)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}-{date_words(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} - {date_words(end)}"
    return f"{date_words(start)} - {date_words(end)}"


def count_words(count, one, many=None):
    """Write a count with its noun.

    Examples
    --------
    >>> count_words(1, "meeting"), count_words(5, "meeting"), count_words(261, "day")
    ('one meeting', 'five meetings', '261 days')
    """
    number = NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"
    return f"{number} {one if count == 1 else many or one + 's'}"


def number_words(count):
    """Write a count with no noun after it.

    Examples
    --------
    >>> number_words(0), number_words(5), number_words(1261)
    ('none', 'five', '1,261')
    """
    return count_words(count, "", " ").strip() if count else "none"


def singles_apart(counts):
    """Part names by their counts into those to tell one by one and those with one each.

    A single name with one, or names with nothing else beside them, are told
    one by one.

    Parameters
    ----------
    counts : dict or pandas.Series
        Name to count.

    Returns
    -------
    tuple of (list, list)

    Examples
    --------
    >>> singles_apart({"a": 3, "b": 1, "c": 1}), singles_apart({"a": 3, "b": 1})
    ((['a'], ['b', 'c']), (['a', 'b'], []))
    """
    single = [name for name, count in counts.items() if count == 1]
    if not 1 < len(single) < len(counts):
        return [name for name, _ in counts.items()], []
    return [name for name, count in counts.items() if count > 1], single


def join_words(words, last="and"):
    """Join words as a sentence does.

    Examples
    --------
    >>> join_words(["red", "green", "blue"])
    'red, green and blue'
    """
    words = list(words)
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def capital(text):
    """Write the first letter of a sentence large, and leave the others alone."""
    return text[:1].upper() + text[1:]


def parts(text):
    """Split a cell that holds several values, separated by semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


MONTHS = [f"{month:%B}" for month in pd.date_range("2000-01-01", periods=12, freq="MS")]
NAMED_DAY = re.compile(
    rf"\b(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) )?((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?\b"
)


@functools.cache  # Each cut of a pack reads the same notes again.
def last_day_named(text):
    """Find the latest day that a text names.

    A month or a year alone counts as its first day. A day without a year is
    not found.

    Parameters
    ----------
    text : str

    Returns
    -------
    pandas.Timestamp
        ``NaT`` where the text names none.

    Examples
    --------
    >>> last_day_named("Yonhap of 17 June 2020 and NPR, July 2021: it was never cut.")
    Timestamp('2021-07-01 00:00:00')
    """
    days = []
    for day, month, year, month_number, day_again in NAMED_DAY.findall(text):
        month = MONTHS.index(month) + 1 if month else month_number or 1
        days.append(pd.to_datetime(f"{year}-{month}-{day or day_again or 1}", errors="coerce"))
    return max((day for day in days if day == day), default=pd.NaT)


def days_between(events, first, second):
    """Count the days from the end of one event to the start of another.

    Parameters
    ----------
    events : pandas.DataFrame
        One row per event: ``event_id`` (str, unique), ``date`` and
        ``end_date`` (datetime64, local day where it happened).
    first, second : str
        Values of ``event_id``.

    Returns
    -------
    int
        Whole days; negative if `second` starts before `first` has ended.

    Raises
    ------
    KeyError
        If an id is unknown; the message names the closest known id.
    """
    rows = events.set_index("event_id")
    for event_id in (first, second):
        if event_id not in rows.index:
            raise KeyError(unknown("event", event_id, rows.index))
    return int((rows.loc[second, "date"] - last_day(rows.loc[first])).days)


def last_day(event):
    """Give the day on which an event ended; most have one day only."""
    return event["date"] if pd.isna(event["end_date"]) else event["end_date"]


def dated_titles(events):
    """Write each event in a line: its days, then its title."""
    return [
        f"{period_words(one['date'], one['end_date'], one['date_precision'])}: {one['title']}"
        for _, one in events.iterrows()
    ]


def unknown(noun, given, known):
    """Word the message for a name that is not known, with the closest one that is.

    Examples
    --------
    >>> unknown("colour", "geen", ["green", "red"])
    "unknown colour 'geen'; did you mean 'green'? Known: green, red"
    """
    known = [str(one) for one in known]
    close = difflib.get_close_matches(str(given), known, 1)
    hint = f"; did you mean {close[0]!r}?" if close else ";"
    shown = known if len(known) <= 20 else [*known[:20], "..."]
    return f"unknown {noun} {given!r}{hint} Known: {', '.join(shown)}"


class _Formatter(string.Formatter):
    """``str.format`` for texts from a CSV: looks up rows, reaches no attribute."""

    def get_field(self, field_name, args, kwargs):
        if "." in field_name.split("[")[0] or "]." in field_name:
            raise ValueError(f"{{{field_name}}}: write it as {{table[row][column]}}")
        return super().get_field(field_name, args, kwargs)

    def format_field(self, value, format_spec):
        if isinstance(value, _Lookup):
            raise ValueError(f"{{...}} names {value.noun} but no value in it; add [...]")
        if isinstance(value, pd.Timestamp) and not format_spec:
            return date_words(value)
        return super().format_field(value, format_spec)


class _Lookup:
    """One step of ``{events[hanoi-2019][date]}``."""

    def __init__(self, noun, known, find):
        self.noun, self._known, self._find = noun, known, find

    def __getitem__(self, key):
        if str(key) not in self._known:
            raise KeyError(unknown(self.noun, key, self._known))
        return self._find(str(key))


def _rows(pack, name):
    """Look rows of a table up by key, and cells by column."""
    table = getattr(pack, name)
    key = pack.resource(name)["schema"]["primaryKey"]
    index = table[key if isinstance(key, str) else key[0]].astype(str)

    def row(value):
        found = table[index == value].iloc[0]
        return _Lookup(f"column of {name}", [str(one) for one in table.columns], found.get)

    # Not a set: a message that names known rows must name the same ones every time.
    return _Lookup(f"row of {name}", dict.fromkeys(index), row)


def _days(pack):
    events = pack.events
    known = set(events["event_id"])

    def start(first):
        return _Lookup("event", known, lambda second: days_between(events, first, second))

    return _Lookup("event", known, start)


def select_rows(table, conditions):
    """Select the rows of a table that meet conditions.

    Parameters
    ----------
    table : pandas.DataFrame
    conditions : str
        Separated by semicolons: ``kind=summit`` (the cell is it, or lists
        it), ``date>2019-02-28`` or ``date<2019-02-28`` (the cell is later
        or earlier; dates in ISO form, numbers in digits).

    Returns
    -------
    pandas.DataFrame

    Raises
    ------
    LookupError, ValueError
        If a column is unknown or a condition cannot be read.

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
            value = pd.Timestamp(value) if cells.dtype.kind == "M" else float(value)
            fits &= (cells > value) if sign == ">" else (cells < value)
    return table[fits]


def _counts(pack):
    names = [resource["name"] for resource in pack.descriptor["resources"]]

    def of_table(name):
        return _Count(getattr(pack, name))

    return _Lookup("table", names, of_table)


class _Count:
    """The last step of ``{count[events][kind=summit]}``."""

    def __init__(self, table):
        self._table = table

    def __getitem__(self, conditions):
        return len(select_rows(self._table, str(conditions)))


# Name -> function of a pack and of words; `crossroads.learn.measures` fills it.
MEASURES = {}


class _Measure(_Lookup):
    """A step of ``{measure[gap][first][second]}``: takes words until it has enough."""

    def __init__(self, pack, function, given=()):
        self._pack, self._function, self._given = pack, function, given
        self.noun = f"the measure {function.__name__}"

    def __getitem__(self, key):
        given = (*self._given, str(key))
        if len(given) + 1 < len(inspect.signature(self._function).parameters):
            return _Measure(self._pack, self._function, given)
        return self._function(self._pack, *given)


def _measures(pack):
    return _Lookup("measure", MEASURES, lambda name: _Measure(pack, MEASURES[name]))


class _Names(dict):
    """What a text may name: every table, ``days``, ``count`` and ``measure``."""

    def __init__(self, pack):
        super().__init__()
        self.pack = pack

    def __missing__(self, name):
        known = [resource["name"] for resource in self.pack.descriptor["resources"]]
        if name == "days" and self.pack.has("events"):
            return _days(self.pack)
        if name == "count":
            return _counts(self.pack)
        if name == "measure":
            return _measures(self.pack)
        if name not in known:
            raise KeyError(unknown("table", name, [*known, "days", "count", "measure"]))
        return _rows(self.pack, name)


def fill(pack, text):
    """Fill the {...} of a text with values from a pack.

    Parameters
    ----------
    pack : Pack
    text : str
        ``{events[hanoi-2019][date]}`` becomes that cell in words,
        ``{days[singapore-2018][hanoi-2019]}`` the days between two events,
        ``{count[events][kind=summit;date>2019-02-28]}`` a number of rows
        (see `select_rows`), ``{measure[gap][...]}`` what a function of
        `crossroads.learn.measures` works out.

    Returns
    -------
    str

    Raises
    ------
    LookupError, ValueError
        If a table, row or column is unknown or the braces do not match;
        the message names the closest known name.
    """
    return _Formatter().vformat(text, (), _Names(pack))
