"""Missile launches: beside meetings and exercises, by type, before and after each meeting."""

import functools
import itertools
from collections import Counter
from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd

from crossroads.charts import style
from crossroads.charts.chronology import (
    counterparts,
    dated,
    event_rows,
    focus_name,
    lane_of,
    last_days,
    plural_kind,
    select_meetings,
    tally,
    with_countries,
)
from crossroads.charts.marks import (
    BREAK,
    LANE,
    ON_AXIS,
    PLOTS,
    length,
    lines,
    mark,
    stacked,
    tenses,
    wrapped,
)
from crossroads.charts.view import ALL, Control, View, coded, declare, only, references
from crossroads.words.plain import parts
from crossroads.words.tags import tag

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
    return list(map(str, range(year - YEARS_BEFORE, year + YEARS_AFTER + 1)))


def span(pack, year=ALL):
    """Give the first and the last day of a year, or of all years shown."""
    years = years_shown(pack) if year == ALL else [year]
    return pd.Timestamp(f"{years[0]}-01-01"), pd.Timestamp(f"{years[-1]}-12-31")


def span_words(pack, year=ALL):
    """Name a year, or all years shown, such as ``2017-2022``."""
    years = years_shown(pack)
    return pack.words.years(years[0], years[-1]) if year == ALL else year


def select_launches(pack, missile_type=ALL, first=None, last=None):
    """Select launches of the first list, by default of the years shown, in order of local days."""
    start, end = span(pack)
    launches = pack.missile_tests
    fits = launches["date"].between(first or start, last or end)
    if missile_type != ALL:
        fits &= launches["missile_type"] == missile_type
    return launches[fits].sort_values("date", kind="stable").reset_index(drop=True)


def missile_types(pack):
    """Give each type launched in the years shown its words, in the order of the codes."""
    column = f"{FIRST}.missile_type"
    found = sorted(set(select_launches(pack)["missile_type"]))
    known = [code for code in coded(pack, column) if code in found]
    return {code: plural_kind(pack, code, column) for code in dict.fromkeys([*known, *found])}


def sources(pack, *tables):
    """Name the data sets behind tables, as facts of a message; one without any is named itself."""
    named = []
    for table in filter(pack.has, tables):
        found = pack.resource(table).get("sources", [])
        named += [source["title"] for source in found] or [
            pack.words.say("table-named", table=table)
        ]
    return {"sources": "; ".join(named)}


def select_events(pack, kind, year=ALL):
    """Select events of a kind; of leaders' meetings, those of the article's leader."""
    rows = select_meetings(pack) if kind == MEETINGS else pack.events
    fits = (rows["kind"] == kind) & rows["date"].between(*span(pack, year))
    return rows[fits].sort_values("date", kind="stable").reset_index(drop=True)


# Launches for each period, beside meetings and exercises -------------------------

PERIODS = ("Q", "M", "Y")
BESIDE = (MEETINGS, EXERCISES)
# Ticks of events beside them that the article names, and of others (unit: pixels).
TALL, SHORT = 16, 7
# The type of which the article speaks is apart from the others.
APART = "ICBM"
# Unit of all: pixels. Marks wide and narrow, what is around the plot, a line of words.
SIZES, HEIGHT, AROUND, LINE = (9, 4.5), 390, 95, 20


def select_periods(pack, period="Q", missile_type=ALL):
    """Count launches, also before and after the article's day, and events that began, by period."""
    index = pd.period_range(*span(pack), freq=period)
    launches = select_launches(pack, missile_type)["date"]

    def count(dates):
        return dates.dt.to_period(period).value_counts().reindex(index, fill_value=0).astype(int)

    late = launches > pack.day
    table = pd.DataFrame({"before": count(launches[~late]), "after": count(launches[late])})
    table["launches"] = table["before"] + table["after"]
    return table.assign(**{kind: count(select_events(pack, kind)["date"]) for kind in BESIDE})


def period_name(words, period):
    """Write a period as a chart does, such as ``July-September 2020``."""
    if period.freqstr.startswith("Q"):
        return words.months(period.start_time, period.end_time)
    return words.date(period.start_time, "year" if period.freqstr.startswith("Y") else "month")


def turning_point(pack):
    """Find the last leaders' meeting that the article names; None if it names none."""
    meetings = select_meetings(pack)
    named = meetings[(meetings["in_article"] == NAMED) & (meetings["date"] <= pack.day)]
    return None if named.empty else named.assign(end=last_days(named)).iloc[-1]


def launch_facts(pack, types, meeting, missiles):
    """Say of the launches of a type how many there are, and when there was none for long."""
    day, dates = pack.day, select_launches(pack, missiles)["date"]
    different = dates.drop_duplicates().reset_index(drop=True)
    facts = {
        "missiles": missiles,
        "type": types.get(missiles, ""),
        "years": span_words(pack),
        "total": len(dates),
        "before": int((dates <= day).sum()),
        "after": int((dates > day).sum()),
        "meeting": "none" if meeting is None else "named",
        "quiet": "no",
        "gap": "yes" if len(different) > 1 else "no",
    }
    if meeting is not None:
        known = select_launches(pack, missiles, pd.Timestamp.min, day)["date"]
        then = int((known > meeting["end"]).sum())
        facts |= {"place": meeting["place"], "end": meeting["end"], "then": then}
        earlier = known[known < meeting["date"]]
        if len(earlier):
            since = earlier.iloc[-1]
            days = int((meeting["date"] - since).days)
            facts |= {"quiet": "yes", "days": days, "since": since, "date": meeting["date"]}
            later = dates[dates > since]
            if len(later):
                facts["next"] = later.iloc[0]
    if len(different) > 1:
        gaps = different.diff().dt.days
        place = int(gaps.idxmax())
        ends = {"first": different[place - 1], "last": different[place]}
        facts |= {"longest": int(gaps[place]), **ends}
    return facts


def launches(pack):
    """Launches for each period, beside meetings and exercises."""
    words, types, meeting = pack.words, missile_types(pack), turning_point(pack)
    found = {kind: select_events(pack, kind) for kind in BESIDE}
    plurals = {kind: plural_kind(pack, kind) for kind in BESIDE}
    names = {
        kind: words.say("launches-events", kind=kind, kinds=kinds)
        for kind, kinds in plurals.items()
    }
    lanes = {
        kind: replace(
            lane_of(pack, plurals[kind], rows, True),
            symbol="line-ns",
            size=[TALL if code == NAMED else SHORT for code in rows["in_article"]],
        )
        for kind, rows in found.items()
    }
    periods = functools.cache(partial(select_periods, pack))
    of_type = functools.cache(partial(select_launches, pack))
    facts_of = functools.cache(partial(launch_facts, pack, types, meeting))
    labels = functools.cache(
        lambda freq: [period_name(words, period) for period in periods(freq, ALL).index]
    )

    @functools.cache
    def tallest():
        """Count the marks that stand on each other, of all launches and of those apart."""
        sets = of_type(ALL)["date"], select_launches(pack, APART)["date"]
        return [max(stacked(days)[1], default=0) + 1 for days in sets]

    def compared(table, kind):
        """Compare the launches of periods with an event of a kind with those of the others."""
        having = table[kind] > 0
        return words.say(
            "launches-compared",
            case="none" if not having.any() else "all" if having.all() else "some",
            events=names[kind],
            period=table.index.freqstr[0],
            having=int(having.sum()),
            lacking=int((~having).sum()),
            number=int(table.loc[having, "launches"].sum()),
            others=int(table.loc[~having, "launches"].sum()),
        )

    def show(period, missiles, beside):
        kinds, table = parts(beside), periods(period, missiles)
        facts = {
            **facts_of(missiles),
            "period": period,
            "apart": "yes" if missiles == ALL and APART in types else "no",
            "apart_type": types.get(APART, ""),
            "beside": "some" if kinds else "none",
            "compared": "".join(f" {compared(table, kind)}" for kind in kinds),
        }
        columns = ["launches", *kinds]
        rows = zip(labels(period), *(table[column] for column in columns), strict=True)
        rows = [(name, *numbers) for name, *numbers in rows if any(numbers)]
        if empty := len(table) - len(rows):
            rest = words.say("launches-rest", period=period, lacking=empty)
            rows.append((rest, *[0] * len(columns)))
        shown = pd.DataFrame(rows, columns=["period", *columns])
        launched = of_type(missiles)
        marks = launch_rows(launched) + [row for kind in kinds for row in lanes[kind].rows]
        above = [lanes[kind] for kind in kinds]
        draw = partial(draw_launches, pack, launched, tallest, period, above, facts)
        return View(facts, shown, draw, HEIGHT, names, [""] * len(shown) + marks)

    beside = {"": words.say("launches-beside-none")}
    beside |= {kind: plurals[kind] for kind in BESIDE if len(found[kind])}
    if len(beside) > 2:
        beside[";".join(BESIDE)] = words.say("launches-beside-both")
    return declare(
        pack,
        "launches",
        show,
        sources(pack, FIRST, "events"),
        period=PERIODS,
        missiles={ALL: words.say("launches-missiles-all"), **types},
        beside=Control(beside, MEETINGS if MEETINGS in beside else ""),
    )


def launch_rows(launches):
    """Name the row of the list behind each launch."""
    return references(FIRST, launches["test_id"])


def draw_launches(pack, launched, tallest, period, lanes, facts, chart):
    """Draw a dot for each launch, those of the type apart below the line, and events above."""
    words, (first, last) = pack.words, span(pack)
    apart = facts["apart"] == "yes"
    below = (launched["missile_type"] == APART) & apart
    # The same scale whatever the type, so that the eye compares.
    most, deep = tallest()
    room, size = HEIGHT - AROUND - LANE * len(lanes), SIZES[chart.narrow]
    step = min(1.6 * size, (room - 2 * LINE - 4) / (most + deep + 1))
    lowest = -deep - 0.5 - LINE / step
    # Of each period with launches: its ends, and how high marks and number reach.
    tops, pixel = [], (last - first) / chart.room
    for rows, side, shape in ((launched[~below], 1, "circle"), (launched[below], -1, "diamond")):
        places, heights = stacked(rows["date"])
        chart.points(
            places,
            [side * (height + 1) for height in heights],
            marker={"size": size, "color": tenses(rows["date"], pack.day), "symbol": shape},
            hover=dated(words, rows["date"], rows["missile"]),
            rows=launch_rows(rows),
        )
        if side > 0:
            marks = pd.DataFrame({"place": places, "top": [height + 1.5 for height in heights]})
            for when, column in marks.groupby(rows["date"].dt.to_period(period).to_numpy()):
                tops.append((when, column["place"], column["top"].max()))
    landmarks = [pack.day, *pack.events.loc[pack.events["landmark"] == ON_AXIS, "date"]]
    end, level = first, 0
    for place, (when, columns, top) in enumerate(tops):
        if period != "M":
            number = str(len(columns))
            # The number stands over its marks, but within its period, so that none meets another.
            wide = (length(number) / 2 + 2) * pixel
            half = min(wide, (when.end_time - when.start_time) / 2)
            middle = columns.min() + (columns.max() - columns.min()) / 2
            middle = min(max(middle, when.start_time + half), when.end_time - half)
            # No landmark's line crosses it.
            crossed = [day for day in landmarks if abs(day - middle) < 7 * pixel]
            middle = crossed[0] + 7 * pixel if crossed else middle
            if middle - wide < end and abs(top - level) * step < LINE - 4:
                # It would meet the number before it.
                top = level + (LINE - 4) / step
            end, level = middle + wide, top
            look = {"yanchor": "bottom", "font": {"size": 12 if chart.narrow else 13}}
            chart.note(number, x=middle.normalize(), y=top, **look)
            top += LINE / step
        tops[place] = (when.start_time, when.end_time, top)
    if apart:
        short = pack.label(f"{FIRST}.missile_type", APART)
        label = words.say("launches-apart", type=short, number=int(below.sum()))
        chart.left(label, lowest, yanchor="bottom", **chart.ground(pack, first))
    chart.across(0)
    draw_quiet(pack, facts, tops, step, chart)
    upper = LANE * len(lanes) / (room + LANE * len(lanes))
    height = {"domain": [0, 1 - upper], "range": [lowest, lowest + room / step]}
    chart.set(yaxis={"visible": False, **height})
    if lanes:
        chart.lanes(pack, lanes, first, last, "y2", [1 - upper, 1])
    chart.time(pack, first, last)


def draw_quiet(pack, facts, tops, step, chart):
    """Draw the days without a launch that the title counts, else the longest, above all marks.

    The launches that the title counts after them have a bracket beside it.
    """
    words, (first, last) = pack.words, span(pack)
    pixel = (last - first) / chart.room
    if facts["quiet"] == "yes":
        # What ends with the meeting goes on to the next launch.
        start, end, after = max(facts["since"], first), facts["date"], facts.get("next")
        # On a phone the line of the meeting says where it ends.
        until = "meetings-days" if chart.narrow else "launches-until"
        text = [words.say(until, days=facts["days"], place=facts["place"])]
        if after is not None:
            text.append(words.say("launches-next", days=int((after - end).days)))
    elif facts["gap"] == "yes":
        start, end, after = facts["first"], facts["last"], None
        text = [words.say("meetings-days", days=facts["longest"])]
        text += [] if chart.narrow else [words.say("launches-quiet")]
    else:
        return
    middle = start + (end - start) / 2
    half = (max(map(length, text)) / 2 + 4) * pixel
    if after is not None:
        # The line of the meeting does not cross the words.
        middle = max(min(middle, end - half), first + 0.8 * half)
    counted = after is not None and facts["then"] and after <= pack.day
    until = pack.day if counted else after or end
    edges = min(start, middle - half), max(until, middle + half)
    height = 8 / step + max(
        (top for begin, stop, top in tops if begin < edges[1] and edges[0] < stop), default=0
    )
    ends = (start, *([end] if after is not None else []), after or end)
    chart.bracket(pack, ends, height, lines(*text), x=middle)
    if counted:
        known = pack.events.loc[pack.events["landmark"] == ON_AXIS, "date"]
        days = [after, *sorted(day for day in known if after < day < until), until]
        # Its words stand where no landmark's line crosses them.
        begin, stop = max(itertools.pairwise(days), key=lambda ends: ends[1] - ends[0])
        text = words.say("launches-then", then=facts["then"])
        if (length(text) + 8) * pixel > stop - begin:
            text = str(facts["then"])
        chart.bracket(pack, (after, until), height, tag("b", text), x=begin + (stop - begin) / 2)


# What was launched, and what was not ----------------------------------------------

OTHER_LIST = "other list"
LOOKS = {NUCLEAR: "square", OTHER_LIST: "circle-open", PARADES: "square-open"}
# Marks beside each other in a cell; where number and marks begin in it, and how far marks are
# apart (unit: cells); their size, room for each, and the least of a row (unit: pixels).
COLUMNS, NUMBER_AT, MARKS_AT, APART_BY, SIZE, STEP, LEAST_HIGH = 8, 0.24, 0.31, 0.08, 6, 8, 32
# On a phone one mark stands for all of a cell: its size for one, and at most (unit: pixels).
EDGE, WIDEST = 3.5, 22


def select_kinds(pack, beside=""):
    """Gather the launches and events of the years shown: line, day, what, and row of the pack.

    A line is a type of missile, nuclear tests, days that only the second list has, or events.
    """
    launched = select_launches(pack)
    names = {"missile_type": "line", "missile": "what"}
    found = [launched.rename(columns=names).assign(row=launch_rows(launched))]
    for kind in dict.fromkeys([NUCLEAR, beside]):
        if kind == OTHER_LIST:
            rows = pack.provocations[pack.provocations["type"] == LISTED_AS_MISSILE]
            rows = rows[rows["date"].between(*span(pack)) & ~rows["date"].isin(launched["date"])]
            row = references(SECOND, rows["provocation_id"])
            found.append(rows.assign(line=kind, what=rows["event"], row=row).sort_values("date"))
        elif kind:
            rows = select_events(pack, kind)
            names = {"kind": "line", "title": "what"}
            found.append(rows.rename(columns=names).assign(row=event_rows(rows)))
    return pd.concat([rows[["line", "date", "what", "row"]] for rows in found], ignore_index=True)


def kinds(pack):
    """What was launched in a year, and what was not."""
    words, types = pack.words, missile_types(pack)
    test, tests = pack.label("events.kind", NUCLEAR), plural_kind(pack, NUCLEAR)
    also, options = {}, {"": words.say("kinds-beside-none")}
    if pack.has(SECOND):
        also[OTHER_LIST] = words.say("kinds-only", list=pack.resource(SECOND)["title"])
        options[OTHER_LIST] = words.say("kinds-beside-other-list")
    if len(select_events(pack, PARADES)):
        also[PARADES] = options[PARADES] = plural_kind(pack, PARADES)
    places = {year: place for place, year in enumerate(years_shown(pack))}

    @functools.cache
    def selected(beside):
        """Say of each launch and event which year's it is, the how manieth, and its words."""
        rows = select_kinds(pack, beside)
        rows["column"] = [places[f"{day:%Y}"] for day in rows["date"]]
        rows["place"] = rows.groupby(["line", "column"]).cumcount()
        return rows.assign(hover=dated(words, map(words.date, rows["date"]), rows["what"]))

    def when(days):
        days = [words.date(day) for day in days]
        return words.say("kinds-when", when=days) if 0 < len(days) <= 4 else ""

    def show(year, beside):
        labels = {**types, NUCLEAR: tests} | ({beside: also[beside]} if beside else {})
        found, (first, last) = {line: {} for line in labels}, span(pack, year)
        for row in selected(beside).itertuples(index=False):
            if first <= row.date <= last:
                found[row.line].setdefault(row.date, []).append(row.what)
        numbers = {line: sum(map(len, days.values())) for line, days in found.items()}
        listed = {line: numbers[line] for line in types if numbers[line]}
        total = sum(listed.values())
        most = max(listed, key=listed.get, default=None)
        short = {line: pack.label(f"{FIRST}.missile_type", line) for line in types}
        late = {day > pack.day for days in found.values() for day in days}
        facts = {
            "year": year,
            "tenses": "both" if len(late) > 1 else "after" if late == {True} else "before",
            "years": span_words(pack, year),
            "total": total,
            "days": len({day for line in listed for day in found[line]}),
            "case": "types" if len(listed) > 1 else ("none", "one", "type")[min(total, 2)],
            "most": types.get(most, ""),
            "number": numbers.get(most, 0),
            "each": [
                words.say("kinds-each", number=str(number), type=short[line])
                for line, number in listed.items()
            ],
            "lacking": "some" if len(listed) < len(types) else "none",
            "without": words.join([short[line] for line in types if line not in listed], "or"),
            "nuclear": numbers[NUCLEAR],
            "test": test,
            "tests": tests,
            "tested": when(found[NUCLEAR]),
            "beside": "some" if beside else "none",
        }
        if beside:
            days = found[beside]
            facts |= {"also": also[beside], "also_days": len(days), "also_when": when(days)}
        rows = []
        for line, days in found.items():
            ends = [words.date(day) for day in (min(days), max(days))] if days else ["", ""]
            listed = [what for there in days.values() for what in there]
            rows.append((labels[line], numbers[line], len(days), *ends, tally(listed)))
        columns = ["what", "how_many", "days", "first_day", "last_day", "as_listed"]
        table = pd.DataFrame(rows, columns=columns)
        marks = selected(beside)
        draw = partial(draw_kinds, pack, labels, marks, places, year)
        return View(facts, table, draw, (420, 460), rows=[*[""] * len(table), *marks["row"]])

    years = {ALL: words.say("kinds-year-all"), **{year: year for year in years_shown(pack)}}
    return declare(
        pack,
        "kinds",
        show,
        sources(pack, FIRST, SECOND, "events"),
        year=Control(years, str(pack.day.year)),
        beside=options,
    )


def draw_kinds(pack, names, marks, years, year, chart):
    """Draw a mark for each launch and event in the cell of its line and year, one year framed."""
    words, chosen, whole = pack.words, years.get(year), chart.layout["height"] - 60
    counts = Counter(zip(marks["line"], marks["column"], strict=True))
    deep = {key: -(-number // COLUMNS) for key, number in counts.items()}
    texts = [wrapped(name, 16 if chart.narrow else 22) for name in names.values()]
    number_at, heights = 0.42, [6 + 16 * (1 + text.count(BREAK)) for text in texts]
    if not chart.narrow:
        number_at = NUMBER_AT
        deepest = [max(deep.get((line, n), 0) for n in years.values()) for line in names]
        heights = [max(LEAST_HIGH, STEP * most) for most in deepest]
    spare = (whole - sum(heights)) / len(names)
    edges = [0, *itertools.accumulate(high + spare for high in heights)]
    middles = {
        line: (top + end) / 2
        for line, (top, end) in zip(names, itertools.pairwise(edges), strict=True)
    }
    cells = list(zip(marks["line"], marks["column"], marks["place"], strict=True))
    sizes = [SIZE] * len(cells)
    x = [column + MARKS_AT + APART_BY * (place % COLUMNS) for _, column, place in cells]
    y = [
        middles[line] + STEP * (place // COLUMNS - (deep[line, column] - 1) / 2)
        for line, column, place in cells
    ]
    if chart.narrow:
        # The marks of a cell lie on each other, the first so large that it tells their number.
        x = [column + 0.71 for _, column, _ in cells]
        y = [middles[line] for line, *_ in cells]
        sizes = [
            0 if place else min(WIDEST, EDGE * counts[line, column] ** 0.5)
            for line, column, place in cells
        ]
    symbols = [LOOKS.get(line, "circle") for line, *_ in cells]
    marks = marks.assign(x=x, y=y, symbol=symbols, size=sizes)
    shown = (marks["column"] == chosen) | (year == ALL)
    for part, opacity in ((marks[~shown], 0.45), (marks[shown], 1)):
        colour = style.role("muted") if opacity < 1 else tenses(part["date"], pack.day)
        edge = {"line": {"width": 0 if chart.narrow else 1.5, "color": colour}, "opacity": 1}
        look = {"marker": mark(part["size"], part["symbol"], colour) | edge, "opacity": opacity}
        chart.points(part["x"], part["y"], hover=part["hover"], rows=part["row"], **look)
    plain = style.role("ink" if year == ALL else "muted")
    for line, middle in middles.items():
        for column in years.values():
            number = counts[line, column]
            look = {"x": column + number_at, "xanchor": "right", "y": middle}
            if column == chosen and number:
                look["font"] = {"size": 12 if chart.narrow else 14, "color": style.role("ink")}
                chart.note(tag("b", str(number)), **look)
            elif column == chosen:
                chart.note(words.say("number-none"), x=column + 0.5, y=middle, font={"size": 12})
            elif number:
                chart.note(str(number), **look, font={"size": 12, "color": plain})
    for edge in edges[1:-1]:
        chart.across(edge, opacity=0.35)
    for name, column in years.items():
        text = tag("b", name) if column == chosen else name
        chart.note(text, x=column + 0.5, y=0, yanchor="bottom", yshift=2)
    later = len([name for name in years if int(name) > pack.day.year])
    if later:
        look = {"fillcolor": style.role("band"), "line": {"width": 0}, "layer": "below"}
        chart.rule(type="rect", x0=len(years) - later, x1=len(years), y0=0, y1=whole, **look)
        look = {
            "yanchor": "bottom",
            "yshift": 20,
            "font": {"size": 12, "color": style.role("muted")},
        }
        chart.note(words.say("article-after"), x=len(years), y=0, xanchor="right", **look)
    if chosen is not None:
        look = {"type": "rect", "line": {"color": style.role("ink"), "width": 2}}
        chart.rule(x0=chosen, x1=chosen + 1, y0=0, y1=whole, **look)
    named = {"tickvals": list(middles.values()), "ticktext": texts, "ticklen": 0}
    font = {"size": 12 if chart.narrow else 13}
    chart.set(
        xaxis={"range": [-0.02, len(years) + 0.02], "visible": False},
        yaxis={"range": [whole, 0], "showgrid": False, "tickfont": font, **named},
        margin={"t": 46, "b": 8},
    )


# Before and after each meeting ------------------------------------------------------

WINDOWS = (30, 60, 90, 180, 365)
# Rows for which there is room at least.
LEAST = 3
MONTH = 30


def in_windows(meetings, launched, length):
    """Tell of each meeting (row) and launch (column) whether it lies so close before, or after."""
    length = pd.Timedelta(days=length)
    dates = launched["date"].to_numpy()
    first, last = (days.to_numpy()[:, None] for days in (meetings["date"], last_days(meetings)))
    before = (dates >= first - length) & (dates < first)
    return before, (dates > last) & (dates <= last + length)


def windows(pack):
    """Launches before and after meetings: the learner picks meetings and window."""
    words, leader, types = pack.words, focus_name(pack), missile_types(pack)
    meetings = select_meetings(pack)
    meetings = meetings[meetings["date"] <= pack.day].reset_index(drop=True)
    named = with_countries(pack, counterparts(meetings))
    meetings["name"] = [
        words.say("windows-meeting", name=named[actor], date=words.short(date))
        for actor, date in zip(meetings["counterpart_id"], meetings["date"], strict=True)
    ]
    chosen = {ALL: meetings, NAMED: only(meetings, in_article=NAMED)}
    chosen |= dict(iter(meetings.groupby("counterpart_id")))
    always = (pd.Timestamp.min, pd.Timestamp.max)
    launched = {code: select_launches(pack, code, *always) for code in (ALL, *types)}

    def show(days, who, missiles):
        days = int(days)
        rows = chosen[who]
        sides = in_windows(rows, launched[missiles], days)
        before, after = (side.sum(axis=1) for side in sides)
        inside, change = sum(side.sum(axis=0) for side in sides), after - before
        twice = int((inside > 1).sum())
        facts = {
            "case": "none" if rows.empty else "some",
            "days": days,
            "month": MONTH,
            "leader": leader,
            "missiles": missiles,
            "type": types.get(missiles, ""),
            "total": len(rows),
            "who": who,
            "whom": rows["counterpart"].iloc[0] if len(rows) else "",
            "more": int((change > 0).sum()),
            "fewer": int((change < 0).sum()),
            "same": int((change == 0).sum()),
            "quiet": int((before + after == 0).sum()),
            "before": int(before.sum()),
            "after": int(after.sum()),
            "inside": int((inside > 0).sum()),
            "twice": twice,
            "overlap": "all" if twice == (inside > 0).sum() else "some",
        }
        rates = [[words.number(MONTH * n / days, 1) for n in side] for side in (before, after)]
        cells = zip(rows["name"], before, after, *rates, strict=True)
        columns = ["meeting", "before_days", "after_days", "before_rate", "after_rate"]
        table = pd.DataFrame(cells, columns=columns)
        shown = event_rows(rows) + launch_rows(launched[missiles][inside > 0])
        draw = partial(draw_windows, pack, rows, launched[missiles], sides, days)
        return View(facts, table, draw, (420, 470), rows=shown, empty=not inside.any())

    who = {ALL: words.say("windows-who-all")}
    if len(chosen[NAMED]):
        who[NAMED] = words.say("windows-who-named")
    who |= {
        actor: words.say("windows-who-one", name=name)
        for actor, name in counterparts(meetings).items()
        if len(chosen[actor]) > 1
    }
    widest = {code: in_windows(meetings, launched[code], max(WINDOWS)) for code in types}
    kept = {code: types[code] for code, sides in widest.items() if any(map(np.any, sides))}
    return declare(
        pack,
        "windows",
        show,
        sources(pack, FIRST, "events"),
        days=Control({str(n): str(n) for n in WINDOWS}, "90"),
        who=who,
        missiles={ALL: words.say("windows-missiles-all"), **kept},
    )


def heaped(places, near):
    """Put each place where the first of those is that are so near to it; places are in order.

    Examples
    --------
    >>> heaped([1, 2, 6, 7, 12], 3)
    [1, 1, 6, 6, 12]
    """
    heaps = []
    for place in places:
        heaps.append(heaps[-1] if heaps and place - heaps[-1] < near else place)
    return heaps


def draw_windows(pack, meetings, launched, windows, days, chart):
    """Draw for each meeting that has any the launches of the days before and after it."""
    words, ink, grey = pack.words, style.role("ink"), style.role("muted")
    before, after = windows
    near = [place for place in range(len(meetings)) if (before | after)[place].any()]
    edge = days * (1.05 if chart.narrow else 1.2)
    quiet = len(meetings) - len(near)
    rows = max(len(near) + (quiet > 0), LEAST)
    # Unit: pixels.
    high, wide = (chart.layout["height"] - 60) / rows, PLOTS[chart.narrow] / (2 * edge)
    size, share, low = (6, 0.45, 0.2) if chart.narrow else (8, 0.7, 0)
    size = max(4, min(size, high / 6))
    again = np.zeros(len(launched), dtype=bool)
    for row, place in enumerate(near):
        meeting = meetings.iloc[place]
        ends = meeting["date"], last_days(meetings).iloc[place]
        sides = before[place], after[place]
        found = launched.assign(again=again)[sides[0] | sides[1]]
        piles = []
        for side, end in zip(sides, ends, strict=True):
            offsets = [(day - end).days for day in launched["date"][side]]
            piles += heaped(offsets, (size + 2 if chart.narrow else size + 3) / wide)
        piled, filled, levels = Counter(piles), Counter(), []
        step = min(size + 3, share * high / max(piled.values())) / high
        for pile in piles:
            levels.append(row + low + step * (filled[pile] - (piled[pile] - 1) / 2))
            filled[pile] += 1
        shapes = ["circle-open" if one else "circle" for one in found["again"]]
        chart.points(
            piles,
            levels,
            marker=mark(size, shapes, tenses(found["date"], pack.day)),
            hover=dated(words, map(words.date, found["date"]), found["missile"]),
            rows=launch_rows(found),
            cliponaxis=False,
        )
        again |= sides[0] | sides[1]
        numbers = [int(side.sum()) for side in sides]
        for number, side in zip(numbers, (-1, 1), strict=True):
            if not chart.narrow:
                more = number == max(numbers)
                font = {"size": 16 if more else 13, "color": ink if more else grey}
                chart.note(str(number), x=side * days * 1.12, y=row, font=font)
        place = {"x0": -days, "x1": days, "y0": row + low, "y1": row + low, "layer": "below"}
        chart.rule(line={"color": grey, "width": 1}, opacity=0.4, **place)
        half = min(0.25, 12 / high)
        tick = {"x0": 0, "x1": 0, "y0": row + low - half, "y1": row + low + half}
        chart.rule(line={"color": ink, "width": 2}, **tick)
    above = {"y": 1, "yref": "paper", "yanchor": "bottom"}
    chart.note(words.say("windows-of"), x=0, **above)
    for side, name in ((-1, "before"), (1, "after")):
        chart.note(words.say(f"windows-{name}", days=days), x=side * days * 0.7, **above)
    names = list(meetings["name"].iloc[near])
    if chart.narrow:
        # On a phone the numbers stand with the names.
        numbers = zip(before[near].sum(axis=1), after[near].sum(axis=1), strict=True)
        names = [
            words.say("windows-row", name=name, before=str(first), after=str(second))
            for name, (first, second) in zip(names, numbers, strict=True)
        ]
    if quiet:
        # A line for each meeting without a launch, all in one row.
        rest = words.say("windows-rest", case="others" if near else "all", rest=quiet)
        names.append(rest if chart.narrow else wrapped(rest, 26))
        gap = min(6 / high, (0.5 if chart.narrow else 0.75) / quiet)
        for line in range(quiet):
            level = len(near) + low + gap * (line - (quiet - 1) / 2)
            look = {"y0": level, "y1": level, "layer": "below", "line": {"color": grey, "width": 1}}
            chart.rule(x0=-days, x1=days, opacity=0.6, **look)
        ends = [len(near) + low + side * gap * (quiet + 1) / 2 for side in (-1, 1)]
        chart.rule(x0=0, x1=0, y0=ends[0], y1=ends[1], line={"color": ink, "width": 2})
        for side in () if chart.narrow else (-1, 1):
            chart.note("0", x=side * days * 1.12, y=len(near), font={"size": 13, "color": grey})
    chart.row_names(names, rows, shift=0.28, tickfont={"size": 12})
    ticks = [-days, -(days // 2), 0, days // 2, days]
    shown = {"range": [-edge, edge], "showgrid": False, "tickfont": {"size": 12}}
    chart.set(xaxis={**shown, "tickvals": ticks, "ticktext": [str(abs(tick)) for tick in ticks]})
    chart.set(margin={"t": 34})
