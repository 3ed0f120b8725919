"""What followed two meetings, each from a pack of its own, by days since the meeting ended."""

import pandas as pd

from crossroads.charts import style
from crossroads.charts.chronology import plural_kind
from crossroads.charts.explorer import Control, Declaration, Description
from crossroads.words.plain import (
    date_words,
    days_between,
    join_words,
    last_day,
    parts,
    period_words,
)

MEETINGS, TALKS, AGREEMENTS = "summit", "talks", "agreement"
# Tests are done by one side alone; all else takes both.
TESTS = ("nuclear-test", "missile-test")
KINDS = (MEETINGS, TALKS, AGREEMENTS, *TESTS)
WINDOWS = {"1": "1 year", "2": "2 years", "5": "5 years"}


def record_end(pack):
    """Give the last day on which the table of events of a pack has a row (`pandas.Timestamp`)."""
    return pack.events["date"].max()


def select_after(pack, event_id, years):
    """Select what followed a meeting of two leaders.

    Parameters
    ----------
    pack : Pack
    event_id : str
        A row of ``events`` of kind `summit`, the first two of whose actors
        are the leaders.
    years : int
        How long after the last day of the meeting (unit: years).

    Returns
    -------
    pandas.DataFrame
        Rows of ``events`` of the kinds in `KINDS`, in order of date:
        meetings of the same two, talks and agreements in which both of
        their countries take part, and tests by one of the two. With one
        column more, ``days`` since the meeting ended.
    """
    events = pack.events.set_index("event_id", drop=False)
    meeting = events.loc[event_id]
    country = pack.actors.set_index("actor_id")["country"]
    leaders = set(parts(meeting["actors"])[:2])
    sides = {country[one] for one in leaders}
    ended = _ended(pack, event_id)
    named = events["actors"].map(parts).map(set)
    there = named.map(lambda actors: {country[one] for one in actors})
    fits = (
        ((events["kind"] == MEETINGS) & named.map(leaders.issubset))
        | (events["kind"].isin([TALKS, AGREEMENTS]) & there.map(sides.issubset))
        | (events["kind"].isin(TESTS) & there.map(lambda countries: bool(countries & sides)))
    )
    within = (events["date"] > ended) & (events["date"] <= ended + pd.DateOffset(years=years))
    rows = events[fits & within].sort_values("date", kind="stable").reset_index(drop=True)
    days = [days_between(pack.events, event_id, one) for one in rows["event_id"]]
    return rows.assign(days=pd.Series(days, dtype="Int64"))


def _ended(pack, event_id):
    return last_day(pack.events.set_index("event_id").loc[event_id])


def _name(pack, event_id):
    return pack.events.set_index("event_id")["short_title"][event_id]


def _kinds(meetings, kind):
    """List the kinds to show: those of which one of the tables has a row at all."""
    known = set().union(*(pack.events["kind"] for pack, _ in meetings))
    return [one for one in KINDS if one in known and kind in ("", one)]


def _kept(pack, kind):
    """Tell whether a table keeps a kind at all; else its absence says nothing."""
    return (pack.events["kind"] == kind).any()


def plot_aftermath(meetings, within="1", kind=""):
    """Draw what followed each meeting as marks on a line of days.

    Parameters
    ----------
    meetings : sequence of (Pack, str)
        A pack and the ``event_id`` of the meeting in it.
    within : {"1", "2", "5"}
        Years after the meeting.
    kind : str
        One of `KINDS`; the empty text stands for all.

    Returns
    -------
    plotly.graph_objects.Figure
        A line for each meeting and kind; a mark for each event, by the days
        since the meeting ended. "Not kept" stands where a table has no row
        of a kind anywhere.
    """
    kinds = _kinds(meetings, kind)
    chart = style.figure(
        _title(meetings, within, kind),
        f"Days since the end of each meeting, {WINDOWS[within]}",
        height=110 + 34 * len(meetings) * len(kinds),
    )
    names = []
    for colour, (pack, event_id) in enumerate(meetings):
        rows = select_after(pack, event_id, int(within))
        for symbol, one in zip(style.SYMBOLS, kinds, strict=False):
            place, shown = len(names), rows[rows["kind"] == one]
            names.append(f"{_name(pack, event_id)}: {_plural(meetings, one).lower()}")
            chart.add_scatter(
                x=[int(days) for days in shown["days"]],
                y=[place] * len(shown),
                mode="markers",
                marker={"size": 13, "color": style.COLOURS[colour], "symbol": symbol},
                hovertext=[style.escape(one) for one in shown["title"]],
                hoverinfo="text",
            )
            if not _kept(pack, one):
                chart.add_annotation(x=0, y=place, text="not kept", showarrow=False, xanchor="left")
    longest = 366 * int(within)
    chart.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[style.escape(name) for name in names],
        range=[len(names) - 0.5, -0.5],
    )
    chart.update_xaxes(range=[-0.02 * longest, 1.02 * longest], title={"text": "days"})
    return chart


def _plural(meetings, kind):
    """Name a kind by the pack that has rows of it."""
    pack = next((pack for pack, _ in meetings if _kept(pack, kind)), meetings[0][0])
    return plural_kind(pack, kind)


def _title(meetings, within, kind):
    shown, counts = kind or AGREEMENTS, []
    for pack, event_id in meetings:
        number = (select_after(pack, event_id, int(within))["kind"] == shown).sum()
        words = str(number or "none") if _kept(pack, shown) else "not kept"
        counts.append(f"{words} after {_name(pack, event_id)}")
    return f"{_plural(meetings, shown)} within {WINDOWS[within]}: {join_words(counts)}"


def describe_aftermath(meetings, within="1", kind=""):
    """Say what followed each meeting; parameters as `plot_aftermath`."""
    kinds = _kinds(meetings, kind)
    sentences, table = [], []
    for pack, event_id in meetings:
        name, rows = _name(pack, event_id), select_after(pack, event_id, int(within))
        rows = rows[rows["kind"].isin(kinds)]
        counts = [
            f"{_plural(meetings, one).lower()} "
            f"{(rows['kind'] == one).sum() if _kept(pack, one) else 'not kept in the table'}"
            for one in kinds
        ]
        said = f"{name}, within {WINDOWS[within]}: {', '.join(counts)}"
        again = rows[rows["kind"] == MEETINGS]
        if len(again):
            said += f"; the same two met again after {again['days'].iloc[0]} days"
        if record_end(pack) < _ended(pack, event_id) + pd.DateOffset(years=int(within)):
            said += f"; the record ends on {date_words(record_end(pack))}, before the window does"
        sentences.append(said)
        table += [
            (name, one["days"], period_words(one["date"], one["end_date"], one["date_precision"]))
            + (pack.label("events.kind", one["kind"]), one["title"])
            for _, one in rows.iterrows()
        ]
    columns = ["Meeting", "Days after", "When", "Kind", "What"]
    return Description(". ".join(sentences) + ".", pd.DataFrame(table, columns=columns))


def declare_aftermath(meetings):
    """Declare the chart of what followed two meetings.

    Parameters
    ----------
    meetings : sequence of (Pack, str)
        As in `plot_aftermath`.
    """
    kinds = {one: _plural(meetings, one) for one in _kinds(meetings, "")}
    return Declaration(
        name="aftermath",
        controls=(
            Control("within", "Within", WINDOWS),
            Control("kind", "Show", {"": "Everything below", **kinds}),
        ),
        plot=lambda within, kind: plot_aftermath(meetings, within, kind),
        describe=lambda within, kind: describe_aftermath(meetings, within, kind),
        source="Source: table events of each pack. Each is a selection, made by different rules.",
    )
