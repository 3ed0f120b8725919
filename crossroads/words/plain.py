"""Small helpers that need no language: parts of a cell, days between events, closest names."""

import difflib

import pandas as pd


def singles_apart(counts, most=1):
    """Part names by their counts into those to tell one by one and several with so few each.

    Examples
    --------
    >>> singles_apart({"a": 3, "b": 1, "c": 1}), singles_apart({"a": 3, "b": 1})
    ((['a'], ['b', 'c']), (['a', 'b'], []))
    """
    single = [name for name, count in counts.items() if count <= most]
    if not 1 < len(single) < len(counts):
        return [name for name, _ in counts.items()], []
    return [name for name, count in counts.items() if count > most], single


def capital(text):
    """Write the first letter of a sentence large, and leave the others alone."""
    return text[:1].upper() + text[1:]


def parts(text):
    """Split a cell that holds several values, separated by semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def days_between(events, first, second):
    """Count the days from the end of one event to the start of another; negative if it is earlier.

    Raises `KeyError` if an id is unknown; the message names the closest known id.
    """
    rows = events.set_index("event_id")
    for event_id in (first, second):
        if event_id not in rows.index:
            raise KeyError(unknown("event", event_id, rows.index))
    return int((rows.loc[second, "date"] - last_day(rows.loc[first])).days)


def last_day(event):
    """Give the day on which an event ended; most have one day only."""
    return event["date"] if pd.isna(event["end_date"]) else event["end_date"]


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
