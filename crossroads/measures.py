"""Work out from a pack what a task asks for, and what the usual wrong ways give instead.

Texts of a pack name a measure with its words: ``{measure[gap][first][second][inside]}``
is ``gap(pack, "first", "second", "inside")``.
"""

import pandas as pd

from crossroads.topics.chronology import select_meetings
from crossroads.words import MEASURES, date_words, days_between, select_rows, unknown


def measure(function):
    """Let the texts of a pack name a function."""
    MEASURES[function.__name__] = function
    return function


def one_of(known, name):
    """Choose from a dictionary; the message for an unknown name gives the closest."""
    if name not in known:
        raise KeyError(unknown("word of a measure", name, known))
    return known[name]


@measure
def row(pack, table, conditions, place, column):
    """Look up a cell of the earliest or latest of some rows.

    Parameters
    ----------
    pack : Pack
    table, conditions : str
        See `crossroads.words.select_rows`.
    place : {"first", "last"}
        By the column ``date``.
    column : str

    Returns
    -------
    object
        The cell; dates as `pandas.Timestamp`.
    """
    rows = select_rows(getattr(pack, table), conditions).sort_values("date", kind="stable")
    return rows[column].iloc[one_of({"first": 0, "last": -1}, place)]


@measure
def meeting(pack, number, column):
    """Look up a cell of one meeting of the leader whom the chronology follows.

    Parameters
    ----------
    pack : Pack
    number : str
        1 is the first, -1 the last, in order of date.
    column : str
        A column of `select_meetings`, or ``"name"`` for the other leader's
        full name, or ``"leader"`` for this leader's.

    Returns
    -------
    object
    """
    meetings = select_meetings(pack)
    names = pack.actors.set_index("actor_id")["name"]
    meetings = meetings.assign(
        name=meetings["counterpart_id"].map(names), leader=names[pack.article["focus_actor_id"][0]]
    )
    number = int(number)
    return meetings[column].iloc[number - 1 if number > 0 else number]


@measure
def gap(pack, first, second, way):
    """Count the days between two events, in the right way or in a usual wrong one.

    Parameters
    ----------
    pack : Pack
    first, second : str
        Values of ``event_id``, the earlier one first.
    way : {"right", "from the start", "inside", "both ends", "backwards"}
        From the end of the first to the start of the second; from the start
        of the first; only the days that touch neither; with the last day of
        the first counted, too; from the second back to the first.

    Returns
    -------
    int
        Days.
    """
    days = days_between(pack.events, first, second)
    dates = pack.events.set_index("event_id")["date"]
    ways = {
        "right": days,
        "from the start": int((dates[second] - dates[first]).days),
        "inside": days - 1,
        "both ends": days + 1,
        "backwards": -days,
    }
    return one_of(ways, way)


@measure
def since(pack, kind, event, way):
    """Count the rows of one kind since the end of an event, up to the article's day.

    Parameters
    ----------
    pack : Pack
    kind : str
        A value of ``kind`` in ``events``.
    event : str
        A value of ``event_id``.
    way : {"right", "by date", "whole record", "from the beginning"}
        Known by the article's day; dated by it, but perhaps known later; up
        to the end of the record; known by the day, from the first row on.

    Returns
    -------
    int
    """
    events = pack.events[pack.events["kind"] == kind]
    start = pack.events.set_index("event_id").loc[event]
    end = start["date"] if pd.isna(start["end_date"]) else start["end_date"]
    after = events["date"] > end
    known = events["known_date"] <= pack.day
    ways = {
        "right": after & known,
        "by date": after & (events["date"] <= pack.day),
        "whole record": after,
        "from the beginning": known,
    }
    return int(one_of(ways, way).sum())


@measure
def source(pack, table, key):
    """Name the source of a row: title, publisher, and day where it is known.

    Parameters
    ----------
    pack : Pack
    table : str
        A table with a column ``source_id``.
    key : str
        The row's key.

    Returns
    -------
    str
    """
    rows = getattr(pack, table)
    found = rows.loc[rows.iloc[:, 0] == key, "source_id"].iloc[0]
    one = pack.sources.set_index("source_id").loc[found]
    day = "" if pd.isna(one["published"]) else f", {date_words(one['published'])}"
    return f"\u201c{one['title']}\u201d, {one['publisher']}{day}"
