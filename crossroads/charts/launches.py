"""Missile launches: beside meetings and exercises, by type, before and after each meeting."""

from collections import Counter

import pandas as pd

from crossroads.charts import style
from crossroads.charts.chronology import ALL, focus_name, plural_kind, select_meetings
from crossroads.charts.explorer import Control, Declaration, Description
from crossroads.words.plain import (
    capital,
    count_words,
    date_words,
    dated_titles,
    join_words,
    number_words,
    parts,
)

FIRST, SECOND = "missile_tests", "provocations"
# The second list has events of many sorts; this is its own name for launches.
LISTED_AS_MISSILE = "Missile Provocation"
MEETINGS, EXERCISES, NUCLEAR, PARADES = "summit", "exercise", "nuclear-test", "parade"
NAMED = "named"
YEARS_BEFORE, YEARS_AFTER = 3, 2


# What all charts of launches share ---------------------------------------------


def years_shown(pack):
    """List the years that the charts cover: three before the article's, two after it."""
    year = pack.day.year
    return list(range(year - YEARS_BEFORE, year + YEARS_AFTER + 1))


def span(pack, year=ALL):
    """Give the first and the last day of a year, or of all years shown.

    Parameters
    ----------
    pack : Pack
    year : str
        A year in digits, or ``"all"``.

    Returns
    -------
    tuple of pandas.Timestamp
    """
    years = years_shown(pack) if year == ALL else [year]
    return pd.Timestamp(f"{years[0]}-01-01"), pd.Timestamp(f"{years[-1]}-12-31")


def span_words(pack, year=ALL):
    """Name a year, or all years shown, such as ``2017-2022``."""
    years = years_shown(pack)
    return f"{years[0]}-{years[-1]}" if year == ALL else year


def select_launches(pack, missile_type=ALL, first=None, last=None):
    """Select launches of the first list.

    Parameters
    ----------
    pack : Pack
    missile_type : str
        A value of the column ``missile_type``, or ``"all"``.
    first, last : pandas.Timestamp, optional
        The first and the last day; by default those of the years shown.

    Returns
    -------
    pandas.DataFrame
        Rows of ``missile_tests`` in order of ``date``, the local day.
    """
    start, end = span(pack)
    launches = pack.missile_tests
    fits = launches["date"].between(first or start, last or end)
    if missile_type != ALL:
        fits &= launches["missile_type"] == missile_type
    return launches[fits].sort_values("date", kind="stable").reset_index(drop=True)


def missile_types(pack):
    """Give each type launched in the years shown its words, in the order of the codes."""
    column = "missile_tests.missile_type"
    found = sorted(set(select_launches(pack)["missile_type"]))
    if pack.has("codes"):
        rows = pack.codes[pack.codes["column"] == column]
        order = dict(zip(rows["code"], rows["order"], strict=True))
        found.sort(key=lambda code: order.get(code, len(order) + 1))
    return {code: pack.label(column, code) for code in found}


def tally(names):
    """List names with how often each occurs, such as ``2 × KN-25, KN-24``."""
    counts = Counter(names)
    return ", ".join(name if count == 1 else f"{count} × {name}" for name, count in counts.items())


def source_line(pack, *tables):
    """Name the data sets behind tables; a table without one is named itself."""
    named = []
    for table in filter(pack.has, tables):
        sources = pack.resource(table).get("sources", [])
        named += [one["title"] for one in sources] or [f"table {table}"]
    return f"Sources: {'; '.join(named)}."


LINE_HEIGHT = 42
MARGINS = 70


def add_lines(chart, lines, first, last, axis="y"):
    """Draw each set of days as marks on a line, with its words above the line.

    The words stand inside the plot, so that they take nothing from its width.

    Parameters
    ----------
    chart : plotly.graph_objects.Figure
    lines : sequence of tuple
        Words, days, words for the pointer at each day, and the look: colour,
        symbol and size (unit: pixels).
    first, last : pandas.Timestamp
        Where the lines begin and end.
    axis : str
        Plotly's name of the vertical axis.
    """
    heights = [place + 0.22 for place in range(len(lines))]
    start, end = style.dates([first, last])
    chart.add_scatter(
        x=[start, end, None] * len(lines),
        y=[height for height in heights for _ in range(3)],
        yaxis=axis,
        mode="lines",
        line={"color": style.MUTED, "width": 1},
        opacity=0.5,
        hoverinfo="skip",
    )
    chart.add_scatter(
        x=[start] * len(lines),
        y=[height - 0.46 for height in heights],
        yaxis=axis,
        mode="text",
        text=[style.escape(words) for words, *_ in lines],
        textposition="middle right",
        textfont={"size": 13},
        cliponaxis=False,
        hoverinfo="skip",
    )
    for height, (_, days, hover, (colour, symbol, size)) in zip(heights, lines, strict=True):
        chart.add_scatter(
            x=style.dates(days),
            y=[height] * len(days),
            yaxis=axis,
            mode="markers",
            marker={
                "size": size,
                "color": colour,
                "symbol": symbol,
                "line": {"width": 2, "color": colour},
            },
            hovertext=[style.escape(one) for one in hover],
            hoverinfo="text",
            cliponaxis=False,
        )


def date_axis(chart, pack, first, last):
    """Set the horizontal axis to a time, and draw the article's day if it lies in it."""
    short = first.year == last.year
    chart.update_xaxes(
        type="date",
        range=style.dates([first - pd.Timedelta(days=2), last + pd.Timedelta(days=2)]),
        dtick="M1" if short else "M12",
        tickformat="%b" if short else "%Y",
        ticklabelmode="period",
        tickangle=0,
        tickfont={"size": 12},
    )
    if not first <= pack.day <= last:
        return
    day = f"{pack.day:%Y-%m-%d}"
    late = (pack.day - first) / (last - first) > 0.8
    chart.add_shape(
        type="line",
        x0=day,
        x1=day,
        y0=0,
        y1=1,
        yref="paper",
        line={"color": style.MUTED, "dash": "dash", "width": 2},
    )
    chart.add_annotation(
        x=day,
        y=1,
        yref="paper",
        yanchor="bottom",
        xanchor="right" if late else "center",
        text="the article's day",
        showarrow=False,
        font={"size": 13},
    )
    chart.update_layout(margin_t=30)


def _of_type(pack, missile_type):
    return "" if missile_type == ALL else f" ({missile_types(pack)[missile_type]})"


def _launch_words(count):
    return count_words(count, "launch", "launches")


def _events(pack, kind, year=ALL):
    """Events of a kind; of leaders' meetings, those of the leader whom the article follows."""
    rows = select_meetings(pack) if kind == MEETINGS else pack.events
    fits = (rows["kind"] == kind) & rows["date"].between(*span(pack, year))
    return rows[fits].sort_values("date", kind="stable").reset_index(drop=True)


def _last_days(events):
    return events["end_date"].fillna(events["date"])


# Launches for each period, beside meetings and exercises -------------------------

PERIODS = {"Q": "Quarters", "M": "Months", "Y": "Years"}
BESIDE = {
    MEETINGS: (style.COLOURS[1], "diamond-open", 12),
    EXERCISES: (style.COLOURS[2], "square-open", 11),
}
BARS_HEIGHT = 270


def select_periods(pack, period="Q", missile_type=ALL):
    """Count launches, leaders' meetings and exercises for each period.

    Parameters
    ----------
    pack : Pack
    period : {"Q", "M", "Y"}
        Quarters, months or years.
    missile_type : str
        A value of the column ``missile_type``, or ``"all"``.

    Returns
    -------
    pandas.DataFrame
        One row per period (index: `pandas.Period`); ``before`` and ``after``
        are launches up to the article's day and after it, ``launches`` their
        sum; ``summit`` and ``exercise`` are numbers of events that began.
    """
    index = pd.period_range(*span(pack), freq=period)
    launches = select_launches(pack, missile_type)["date"]

    def count(dates):
        return dates.dt.to_period(period).value_counts().reindex(index, fill_value=0).astype(int)

    late = launches > pack.day
    table = pd.DataFrame({"before": count(launches[~late]), "after": count(launches[late])})
    table["launches"] = table["before"] + table["after"]
    return table.assign(**{kind: count(_events(pack, kind)["date"]) for kind in BESIDE})


def _period_name(one):
    if one.freqstr.startswith("Q"):
        return f"{one.start_time:%B}-{one.end_time:%B %Y}"
    return f"{one.start_time:%Y}" if one.freqstr.startswith("Y") else f"{one.start_time:%B %Y}"


def plot_launches(pack, period="Q", missile_type=ALL, beside=()):
    """Draw launches for each period, with events above them.

    Parameters
    ----------
    pack : Pack
    period, missile_type : str
        As in `select_periods`.
    beside : sequence of str
        Kinds of events to show above the bars: ``"summit"``, ``"exercise"``.

    Returns
    -------
    plotly.graph_objects.Figure
        One bar for each period; hatched where it lies after the article's
        day. One mark for each event.
    """
    table = select_periods(pack, period, missile_type)
    height = BARS_HEIGHT + LINE_HEIGHT * len(beside)
    chart = style.figure(
        _launches_title(pack, missile_type),
        f"Launches{_of_type(pack, missile_type)} by {PERIODS[period].lower().removesuffix('s')}, "
        f"{span_words(pack)}, by local day; hatched after the article's day",
        height=height + MARGINS,
    )
    lengths = [one.end_time - one.start_time for one in table.index]
    middles = [one.start_time + long / 2 for one, long in zip(table.index, lengths, strict=True)]
    names = [_period_name(one) for one in table.index]
    for column, colour, hatch in (("before", style.ACCENT, ""), ("after", style.COLOURS[5], "/")):
        values = [int(value) for value in table[column]]
        hover = [f"{name}: {_launch_words(n)}" for name, n in zip(names, values, strict=True)]
        chart.add_bar(
            x=style.dates(middles),
            y=values,
            width=[int(long.total_seconds() * 820) for long in lengths],
            marker={"color": colour, "pattern": {"shape": hatch, "solidity": 0.35}},
            text=[str(value) if value and len(table) <= 24 else "" for value in values],
            textposition="outside",
            textangle=0,
            textfont={"size": 12},
            cliponaxis=False,
            customdata=hover,
            hovertemplate="%{customdata}<extra></extra>",
        )
    # The same height whatever the type, so that the eye compares bars.
    most = int(select_periods(pack, period)["launches"].max())
    bars = BARS_HEIGHT / height
    chart.update_layout(
        barmode="stack",
        yaxis={"domain": [0, bars], "range": [0, most * 1.15 + 1], "title_text": "Launches"},
    )
    if beside:
        lines = []
        for kind in beside:
            rows = _events(pack, kind)
            label = _beside_label(pack, kind)
            lines.append((label, rows["date"], dated_titles(rows), BESIDE[kind]))
        add_lines(chart, lines, *span(pack), axis="y2")
        chart.update_layout(
            yaxis2={
                "domain": [bars, 1],
                "range": [len(beside) - 0.5, -0.5],
                "visible": False,
                "fixedrange": True,
            }
        )
    date_axis(chart, pack, *span(pack))
    return chart


def _beside_label(pack, kind):
    # The rows of this kind are decisions about exercises as well as exercises.
    return plural_kind(pack, kind) + (" held, ended or put off" if kind == EXERCISES else "")


def _turning_point(pack):
    """Find the last leaders' meeting that the article names; None if it names none."""
    meetings = select_meetings(pack)
    named = meetings[(meetings["in_article"] == NAMED) & (meetings["date"] <= pack.day)]
    return None if named.empty else named.iloc[-1]


def _around_turning_point(pack, missile_type):
    """Count the days with no launch before that meeting, and the launches from it to the day."""
    meeting = _turning_point(pack)
    dates = select_launches(pack, missile_type, pd.Timestamp.min, pack.day)["date"]
    earlier = dates[dates < meeting["date"]]
    quiet = None if earlier.empty else int((meeting["date"] - earlier.iloc[-1]).days)
    return quiet, int((dates > _last_days(meeting.to_frame().T).iloc[0]).sum())


def _launches_title(pack, missile_type):
    meeting = _turning_point(pack)
    if meeting is None:
        until = len(select_launches(pack, missile_type, last=pack.day))
        return f"{capital(_launch_words(until))} up to the article's day"
    quiet, after = _around_turning_point(pack, missile_type)
    long = "" if quiet is None else f" for {count_words(quiet, 'day')}"
    then = f"then {number_words(after)}" if after else "and none"
    return (
        f"No launch{_of_type(pack, missile_type)}{long} before {meeting['place']}, "
        f"{then} up to the article's day"
    )


def describe_launches(pack, period="Q", missile_type=ALL, beside=()):
    """Say how many launches fall when; parameters as `plot_launches`."""
    table = select_periods(pack, period, missile_type)
    words = [_launches_words(pack, table, missile_type)]
    words += [_beside_words(pack, table, kind) for kind in beside]
    return Description(" ".join(words), _launches_table(pack, table, beside))


def _launches_words(pack, table, missile_type):
    total, before, after = (int(table[one].sum()) for one in ("launches", "before", "after"))
    of_type = _of_type(pack, missile_type)
    words = f"In {span_words(pack)} the list has {_launch_words(total)}{of_type}"
    if not total:
        return words + "."
    words += f": {number_words(before)} up to the article's day and {number_words(after)} after it"
    meeting = _turning_point(pack)
    if meeting is not None:
        end = date_words(_last_days(meeting.to_frame().T).iloc[0])
        _, then = _around_turning_point(pack, missile_type)
        words += (
            f". Between the meeting in {meeting['place']}, which ended on {end}, and the "
            f"article's day it has {number_words(then)}"
        )
    days = select_launches(pack, missile_type)["date"].drop_duplicates().reset_index(drop=True)
    if len(days) > 1:
        gaps = days.diff().dt.days
        place = int(gaps.idxmax())
        words += (
            f". The longest time between two of them is {count_words(int(gaps[place]), 'day')}, "
            f"from {date_words(days[place - 1])} to {date_words(days[place])}"
        )
    return words + "."


def _beside_words(pack, table, kind):
    """Compare the launches of periods with an event of a kind with those of the others."""
    label = _beside_label(pack, kind)
    label = label[0].lower() + label[1:]
    eventful = table[table[kind] > 0]
    if eventful.empty:
        return f"The table has no {label} in these years."
    others = table[table[kind] == 0]
    return (
        f"In the {_periods(eventful)} with {label} it has "
        f"{_launch_words(int(eventful['launches'].sum()))}, in the {_periods(others, 'other ')} "
        f"{number_words(int(others['launches'].sum()))}."
    )


def _periods(table, other=""):
    """Count periods, such as ``two years`` or ``four other years``."""
    plural = other + PERIODS[table.index.freqstr[0]].lower()
    return count_words(len(table), plural.removesuffix("s"), plural)


def _launches_table(pack, table, beside):
    columns = {"launches": "Launches", **{kind: _beside_label(pack, kind) for kind in beside}}
    shown = table[list(columns)]
    empty = ~shown.any(axis=1)
    rest = shown[empty]
    shown = shown[~empty].rename(columns=columns)
    shown.insert(0, "Period", [_period_name(one) for one in shown.index])
    shown = shown.reset_index(drop=True)
    if len(rest):
        shown.loc[len(shown)] = [capital(_periods(rest, "other ")), *([0] * len(columns))]
    return shown


def declare_launches(pack):
    """Declare launches for each period, beside meetings and exercises."""
    beside = {"": "Nothing"}
    beside |= {kind: plural_kind(pack, kind) for kind in BESIDE if len(_events(pack, kind))}
    if len(beside) > 2:
        beside[";".join(BESIDE)] = "Both"

    def arguments(period, missiles, beside):
        return {"period": period, "missile_type": missiles, "beside": tuple(parts(beside))}

    return Declaration(
        name="launches",
        controls=(
            Control("period", "Count by", PERIODS),
            Control("missiles", "Missiles", {ALL: "All types", **missile_types(pack)}),
            Control("beside", "Show above", beside, MEETINGS if MEETINGS in beside else None),
        ),
        plot=lambda **choice: plot_launches(pack, **arguments(**choice)),
        describe=lambda **choice: describe_launches(pack, **arguments(**choice)),
        source=source_line(pack, FIRST, "events"),
    )


# What was launched, and what was not ----------------------------------------------

OTHER_LIST = "other list"
LOOKS = (
    (style.ACCENT, "circle", 11),
    (style.COLOURS[1], "x-thin-open", 12),
    (style.COLOURS[2], "square-open", 11),
)


def select_kinds(pack, year=ALL, beside=""):
    """Gather what a year has on each line: types of missiles, nuclear tests, and more.

    Parameters
    ----------
    pack : Pack
    year : str
        A year in digits, or ``"all"`` for all years shown.
    beside : str
        One line more: ``"other list"`` for the days that only the second list
        has, a kind of events such as ``"parade"``, or ``""`` for none.

    Returns
    -------
    pandas.DataFrame
        One row per launch or event: ``line`` (a type, a kind or
        ``"other list"``), ``date`` (the local day) and ``what``.
    """
    launches = select_launches(pack, ALL, *span(pack, year))
    found = [launches.rename(columns={"missile_type": "line", "missile": "what"})]
    if beside == OTHER_LIST:
        rows = pack.provocations[pack.provocations["type"] == LISTED_AS_MISSILE]
        rows = rows[rows["date"].between(*span(pack, year))]
        rows = rows[~rows["date"].isin(launches["date"])]
        found.append(rows.assign(line=beside, what=rows["event"]))
    for kind in {NUCLEAR, beside} - {OTHER_LIST, ""}:
        found.append(_events(pack, kind, year).rename(columns={"kind": "line", "title": "what"}))
    return pd.concat([rows[["line", "date", "what"]] for rows in found], ignore_index=True)


def _lines_of_kinds(pack, year, beside):
    """Give each line its words and its rows: first the types, then nuclear tests, then the rest."""
    rows = select_kinds(pack, year, beside)
    labels = missile_types(pack) | {NUCLEAR: plural_kind(pack, NUCLEAR)}
    if beside == OTHER_LIST:
        labels[OTHER_LIST] = f"Only on: {pack.resource(SECOND)['title']}"
    elif beside:
        labels[beside] = plural_kind(pack, beside)
    return {code: (label, rows[rows["line"] == code]) for code, label in labels.items()}


def plot_kinds(pack, year=ALL, beside=""):
    """Draw the launches of a year on a line for each type.

    Parameters
    ----------
    pack : Pack
    year, beside : str
        As in `select_kinds`.

    Returns
    -------
    plotly.graph_objects.Figure
        One mark for each day; the words above a line count its launches.
    """
    found = _lines_of_kinds(pack, year, beside)
    chart = style.figure(
        _kinds_title(pack, year),
        f"Days with a launch, by type, and with a nuclear test, by local day, "
        f"{span_words(pack, year)}",
        height=MARGINS + LINE_HEIGHT * len(found),
    )
    lines = []
    for code, (label, rows) in found.items():
        by_day = rows.groupby("date")["what"]
        hover = [f"{date_words(day)}: {tally(what)}" for day, what in by_day]
        many = number_words(len(rows))
        if len(by_day) < len(rows):
            many += f" on {count_words(len(by_day), 'day')}"
        look = LOOKS[(code == NUCLEAR) + 2 * (code == beside)]
        lines.append((f"{label}: {many}", list(by_day.groups), hover, look))
    add_lines(chart, lines, *span(pack, year))
    chart.update_yaxes(visible=False, range=[len(lines) - 0.5, -0.5])
    date_axis(chart, pack, *span(pack, year))
    return chart


def _nuclear_words(pack, count):
    return count_words(count, pack.label("events.kind", NUCLEAR).lower())


def _kinds_title(pack, year):
    counts = select_kinds(pack, year)["line"].value_counts()
    nuclear = _nuclear_words(pack, int(counts.get(NUCLEAR, 0)))
    counts = counts.drop(NUCLEAR, errors="ignore")
    where, total = span_words(pack, year), int(counts.sum())
    if not total:
        return f"{where}: no launches, {nuclear}"
    most = missile_types(pack)[counts.idxmax()]
    many = number_words(int(counts.max())) if len(counts) > 1 else "all"
    kind = most if total == 1 else f"{many} of type {most}"
    return f"{where}: {_launch_words(total)} ({kind}), {nuclear}"


def describe_kinds(pack, year=ALL, beside=""):
    """Say what was launched in a year and what was not; parameters as `plot_kinds`."""
    found = _lines_of_kinds(pack, year, beside)
    types = missile_types(pack)
    launches = {label: rows for code, (label, rows) in found.items() if code in types}
    days = select_launches(pack, ALL, *span(pack, year))["date"]
    words = f"In {span_words(pack, year)} the list has {_launch_words(len(days))}"
    if len(days):
        each = [f"{len(rows)} {label}" for label, rows in launches.items() if len(rows)]
        words += f" on {count_words(days.nunique(), 'day')}: {join_words(each)}"
        none = [label for label, rows in launches.items() if rows.empty]
        words += f"; it has no {join_words(none, 'or')}" if none else ""
    nuclear = found[NUCLEAR][1]
    when = _when(nuclear["date"])
    words += f". The table of events has {_nuclear_words(pack, len(nuclear))}{when}"
    if beside:
        label, rows = found[beside]
        many = count_words(rows["date"].nunique(), "day")
        words += f". {label}: {many}{_when(rows['date'])}"
    return Description(words + ".", _kinds_table(found))


def _when(dates):
    days = [date_words(day) for day in dates.drop_duplicates()]
    return f" ({join_words(days)})" if 0 < len(days) <= 4 else ""


def _kinds_table(found):
    lines = []
    for label, rows in found.values():
        days = rows["date"].drop_duplicates()
        first, last = (date_words(one) if len(days) else "" for one in (days.min(), days.max()))
        lines.append([label, len(rows), len(days), first, last, tally(rows["what"])])
    columns = ["What", "Number", "Days", "First day", "Last day", "As listed"]
    return pd.DataFrame(lines, columns=columns)


def declare_kinds(pack):
    """Declare what was launched in a year, and what was not."""
    years = {str(year): str(year) for year in years_shown(pack)}
    beside = {"": "Nothing"}
    if pack.has(SECOND):
        beside[OTHER_LIST] = "Days that only the second list has"
    if len(_events(pack, PARADES)):
        beside[PARADES] = plural_kind(pack, PARADES)
    return Declaration(
        name="kinds",
        controls=(
            Control("year", "Year", {**years, ALL: "All of them"}, str(pack.day.year)),
            Control("beside", "Show as well", beside),
        ),
        plot=lambda **choice: plot_kinds(pack, **choice),
        describe=lambda **choice: describe_kinds(pack, **choice),
        source=source_line(pack, FIRST, SECOND, "events"),
    )


# Before and after each meeting ------------------------------------------------------

WINDOWS = (30, 60, 90, 180, 365)
MONTH = 30
SIDES = ("before", "after")


def select_windows(pack, days=90, who=ALL, missile_type=ALL):
    """Count launches before and after each leaders' meeting.

    Parameters
    ----------
    pack : Pack
    days : int
        Length of the time before and of the time after (unit: days).
    who : str
        ``"all"``, ``"named"`` for the meetings that the article names, or an
        ``actor_id``.
    missile_type : str
        A value of the column ``missile_type``, or ``"all"``.

    Returns
    -------
    pandas.DataFrame
        Rows of `chronology.select_meetings` up to the article's day with
        ``before`` and ``after``: launches in the days before the first day of
        the meeting, and in the days after its last. Launches during a meeting
        are in neither.
    """
    meetings = select_meetings(pack, ALL if who == NAMED else who)
    if who == NAMED:
        meetings = meetings[meetings["in_article"] == NAMED]
    meetings = meetings[meetings["date"] <= pack.day].reset_index(drop=True)
    before, after = _in_windows(pack, meetings, days, missile_type)
    return meetings.assign(before=before.sum(axis=1), after=after.sum(axis=1))


def _in_windows(pack, meetings, days, missile_type):
    """Tell for each meeting (row) and launch (column) whether it lies before, and after."""
    length = pd.Timedelta(days=days)
    launches = select_launches(pack, missile_type, pd.Timestamp.min, pd.Timestamp.max)
    dates = launches["date"].to_numpy()
    first, last = (one.to_numpy()[:, None] for one in (meetings["date"], _last_days(meetings)))
    before = (dates >= first - length) & (dates < first)
    return before, (dates > last) & (dates <= last + length)


def plot_windows(pack, days=90, who=ALL, missile_type=ALL):
    """Draw launches a month before and after each meeting.

    Parameters
    ----------
    pack : Pack
    days, who, missile_type
        As in `select_windows`.

    Returns
    -------
    plotly.graph_objects.Figure
        A line for each meeting, from an open circle (before) to a diamond
        (after).
    """
    windows = select_windows(pack, days, who, missile_type)
    chart = style.figure(
        _windows_title(windows, days),
        f"Launches{_of_type(pack, missile_type)} per {MONTH} days, in the {days} days before and "
        f"after each meeting of {focus_name(pack)}",
        height=120 + 32 * max(2, len(windows)),
    )
    rates = {side: [round(MONTH * int(n) / days, 2) for n in windows[side]] for side in SIDES}
    places = list(range(len(windows)))
    chart.add_scatter(
        x=[x for pair in zip(*rates.values(), strict=True) for x in (*pair, None)],
        y=[place for place in places for _ in range(3)],
        mode="lines",
        line={"color": style.MUTED, "width": 3},
        showlegend=False,
        hoverinfo="skip",
    )
    names = _meeting_names(windows)
    looks = ((style.COLOURS[1], "circle-open", 15), (style.ACCENT, "diamond", 10))
    for (side, values), (colour, symbol, size) in zip(rates.items(), looks, strict=True):
        hover = [f"{name}: {n:.1f} {side}" for name, n in zip(names, values, strict=True)]
        chart.add_scatter(
            x=values,
            y=places,
            name=side,
            mode="markers",
            marker={
                "size": size,
                "color": colour,
                "symbol": symbol,
                "line": {"width": 3, "color": colour},
            },
            hovertext=[style.escape(one) for one in hover],
            hoverinfo="text",
            cliponaxis=False,
        )
    chart.update_yaxes(
        tickvals=places,
        ticktext=[style.escape(name) for name in names],
        range=[max(2, len(windows)) - 0.5, -0.5],
    )
    chart.update_xaxes(
        range=[-0.2, _highest_rate(pack, missile_type) + 0.3],
        dtick=1,
        title_text=f"Launches per {MONTH} days",
    )
    chart.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom"},
        margin_t=40,
    )
    return chart


def _highest_rate(pack, missile_type):
    """Find the end of a scale that serves every window and every choice of meetings."""
    rates = [1]
    for days in WINDOWS:
        windows = select_windows(pack, days, ALL, missile_type)
        rates += [MONTH * int(count) / days for side in SIDES for count in windows[side]]
    return max(rates)


def _meeting_names(windows):
    return [
        f"{row.counterpart}, {row.date.day} {row.date:%b %Y}"
        for row in windows[["counterpart", "date"]].itertuples()
    ]


def _compared(windows):
    """Count in words the meetings with more launches after, with fewer, and with as many."""
    change = windows["after"] - windows["before"]
    return [number_words(int(one.sum())) for one in (change > 0, change < 0, change == 0)]


def _windows_title(windows, days):
    if windows.empty:
        return "The table has no such meeting"
    more, fewer, _ = _compared(windows)
    many = count_words(len(windows), "meeting")
    return f"Launches in {days} days: up after {more} of {many}, down after {fewer}"


def describe_windows(pack, days=90, who=ALL, missile_type=ALL):
    """Say whether launches were more or fewer after meetings; parameters as `plot_windows`."""
    windows = select_windows(pack, days, who, missile_type)
    columns = {"Meeting": _meeting_names(windows)}
    columns |= {f"{days} days {side}": windows[side] for side in SIDES}
    for side in SIDES:
        columns[f"{capital(side)}, per {MONTH} days"] = [
            f"{MONTH * n / days:.1f}" for n in windows[side]
        ]
    table = pd.DataFrame(columns)
    if windows.empty:
        return Description("The table has no such meeting up to the article's day.", table)
    more, fewer, same = _compared(windows)
    before, after = (int(windows[side].sum()) for side in SIDES)
    whom = {ALL: "", NAMED: " that the article names"}
    whom = whom.get(who, f" with {windows['counterpart'].iloc[0]}")
    sentence = (
        f"Launches{_of_type(pack, missile_type)} in the {days} days after a meeting, against the "
        f"{days} days before it: of {count_words(len(windows), 'meeting')}{whom}, {more} had more, "
        f"{fewer} had fewer and {same} had as many. The counts add up to {before} before and "
        f"{after} after."
    )
    inside = sum(part.sum(axis=0) for part in _in_windows(pack, windows, days, missile_type))
    launches, twice = int((inside > 0).sum()), int((inside > 1).sum())
    if twice:
        many = "all" if twice == launches else number_words(twice)
        which = f"{launches} different launches, {many} of them counted"
        which = "one launch, counted" if launches == 1 else which
        sentence += f" But the times overlap: {which} more than once."
    return Description(sentence, table)


def declare_windows(pack):
    """Declare launches before and after meetings: the learner picks meetings and window."""
    meetings = select_windows(pack)
    names = meetings.drop_duplicates("counterpart_id").set_index("counterpart_id")["counterpart"]
    often = meetings["counterpart_id"].value_counts()
    who = {ALL: "All of them"}
    if (meetings["in_article"] == NAMED).any():
        who[NAMED] = "Those that the article names"
    who |= {actor: f"Those with {names[actor]}" for actor in often[often > 1].index}
    missiles = {ALL: "All types"}
    for code, label in missile_types(pack).items():
        counts = select_windows(pack, max(WINDOWS), ALL, code)
        if counts[list(SIDES)].to_numpy().any():
            missiles[code] = label

    def arguments(days, who, missiles):
        return {"days": int(days), "who": who, "missile_type": missiles}

    return Declaration(
        name="windows",
        controls=(
            Control("days", "Days before and after", {str(n): str(n) for n in WINDOWS}, "90"),
            Control("who", "Meetings", who),
            Control("missiles", "Missiles", missiles),
        ),
        plot=lambda **choice: plot_windows(pack, **arguments(**choice)),
        describe=lambda **choice: describe_windows(pack, **arguments(**choice)),
        source=source_line(pack, FIRST, "events"),
    )


EXPLORERS = {
    "launches": (declare_launches, (FIRST, "events", "actors")),
    "kinds": (declare_kinds, (FIRST, "events")),
    "windows": (declare_windows, (FIRST, "events", "actors")),
}
