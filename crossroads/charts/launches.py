"""Missile launches: beside meetings and exercises, by type, before and after each meeting."""

import functools
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
from crossroads.charts.marks import LANE, Lane, length, lines, mark, stacked, tenses
from crossroads.charts.view import ALL, Control, View, coded, declare, only, references
from crossroads.words.plain import parts

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
    return {code: pack.label(column, code) for code in dict.fromkeys([*known, *found])}


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
BESIDE = {MEETINGS: "diamond", EXERCISES: "square"}
# The type of which the article speaks is apart from the others.
APART = "ICBM"
# Months of a period, which are the columns of its marks; on a phone fewer, for larger marks.
MONTHS, COLUMNS_NARROW = {"Q": 3, "M": 1, "Y": 12}, {"Q": 2, "M": 1, "Y": 6}
# Unit of all: pixels. Marks wide and narrow, what is around the plot, a line of words.
SIZE, SIZES_NARROW = 9, {"Q": 6.5, "M": 5, "Y": 8}
HEIGHT, AROUND, LINE = 390, 95, 20


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
        kind: lane_of(pack, names[kind], rows, True, BESIDE[kind], 10)
        for kind, rows in found.items()
    }
    periods = functools.cache(partial(select_periods, pack))
    of_type = functools.cache(partial(select_launches, pack))
    facts_of = functools.cache(partial(launch_facts, pack, types, meeting))
    labels = functools.cache(
        lambda freq: [period_name(words, period) for period in periods(freq, ALL).index]
    )

    @functools.cache
    def tallest(months, columns):
        """Count the marks that stand on each other, of all launches and of those apart."""
        sets = of_type(ALL)["date"], select_launches(pack, APART)["date"]
        return [max(stacked(days, months, columns)[1], default=0) + 1 for days in sets]

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
        above = [(lanes[kind], plurals[kind]) for kind in kinds]
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
    words, months = pack.words, MONTHS[period]
    columns = COLUMNS_NARROW[period] if chart.narrow else months
    first, last = span(pack)
    apart = facts["apart"] == "yes"
    below = (launched["missile_type"] == APART) & apart
    # The same scale whatever the type, so that the eye compares.
    most, deep = tallest(months, columns)
    room = HEIGHT - AROUND - LANE * len(lanes)
    size = SIZES_NARROW[period] if chart.narrow else SIZE
    step = min(1.5 * size, (room - 2 * LINE - 4) / (most + deep + 1))
    lowest = -deep - 0.5 - LINE / step
    for rows, side, shape in ((launched[~below], 1, "circle"), (launched[below], -1, "diamond")):
        places, heights = stacked(rows["date"], months, columns)
        chart.points(
            places,
            [side * (height + 1) for height in heights],
            marker={"size": size, "color": tenses(rows["date"], pack.day), "symbol": shape},
            hover=dated(words, rows["date"], rows["missile"]),
            rows=launch_rows(rows),
        )
    # Of each period with launches: its ends, and how high marks and number reach.
    tops = []
    for when, number in launched.loc[~below, "date"].dt.to_period(period).value_counts().items():
        top = (number - 1) // columns + 1.5
        if months > 1:
            middle = when.start_time + (when.end_time - when.start_time) / 2
            look = {"font": {"size": 12 if chart.narrow else 13}}
            # No landmark's line crosses it; two digits would hide the marks beside them.
            look |= {**chart.ground(pack, middle), "borderpad": 0} if number < 10 else {}
            chart.note(str(number), x=middle.normalize(), y=top, yanchor="bottom", **look)
            top += LINE / step
        tops.append((when.start_time, when.end_time, top))
    if apart:
        label = words.say("launches-apart", type=facts["apart_type"], number=int(below.sum()))
        chart.left(label, lowest, yanchor="bottom", **chart.ground(pack, first))
    chart.across(0)
    draw_quiet(pack, facts, tops, step, chart)
    upper = LANE * len(lanes) / (room + LANE * len(lanes))
    height = {"domain": [0, 1 - upper], "range": [lowest, lowest + room / step]}
    chart.set(yaxis={"visible": False, **height})
    if lanes:
        # A phone has no room for more than the kind of events.
        less = {"size": 8} if chart.narrow else {}
        lanes = [replace(lane, words=kind, **less) if less else lane for lane, kind in lanes]
        chart.lanes(pack, lanes, first, last, "y2", [1 - upper, 1])
    chart.time(pack, first, last)


def draw_quiet(pack, facts, tops, step, chart):
    """Draw the days without a launch that the title counts, else the longest, above all marks."""
    words, (first, last) = pack.words, span(pack)
    if facts["quiet"] == "yes":
        # What ends with the meeting goes on to the next launch.
        start, end, after = max(facts["since"], first), facts["date"], facts.get("next")
        text = [words.say("launches-until", days=facts["days"], place=facts["place"])]
        if after is not None:
            text.append(words.say("launches-in-all", days=int((after - facts["since"]).days)))
        if chart.narrow:
            text[0] = words.say("meetings-days", days=facts["days"])
    elif facts["gap"] == "yes":
        start, end, after = facts["first"], facts["last"], None
        text = [words.say("meetings-days", days=facts["longest"])]
        text += [] if chart.narrow else [words.say("launches-quiet")]
    else:
        return
    middle = start + (end - start) / 2
    half = (max(map(length, text)) / 2 + 4) / chart.room * (last - first)
    edges = min(start, middle - half), max(after or end, middle + half)
    height = max(
        (top for begin, stop, top in tops if begin < edges[1] and edges[0] < stop), default=0
    )
    ends = (start, *([end] if after is not None else []), after or end)
    chart.bracket(pack, ends, height + 8 / step, lines(*text), x=middle)


# What was launched, and what was not ----------------------------------------------

OTHER_LIST = "other list"
LOOKS = {NUCLEAR: "square", OTHER_LIST: "circle-open", PARADES: "square-open"}


def sized(numbers):
    """Give marks whose areas are as numbers (unit: pixels)."""
    return [round(8 * number**0.5, 1) for number in numbers]


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
    selected = functools.cache(partial(select_kinds, pack))

    def when(days):
        days = [words.date(day) for day in days]
        return words.say("kinds-when", when=days) if 0 < len(days) <= 4 else ""

    def show(year, beside):
        labels = {**types, NUCLEAR: tests} | ({beside: also[beside]} if beside else {})
        found, (first, last) = {line: {} for line in labels}, span(pack, year)
        for row in selected(beside).itertuples(index=False):
            if first <= row.date <= last:
                found[row.line].setdefault(row.date, []).append((row.what, row.row))
        numbers = {line: sum(map(len, days.values())) for line, days in found.items()}
        listed = {line: numbers[line] for line in types if numbers[line]}
        total = sum(listed.values())
        most = max(listed, key=listed.get, default=None)
        lacking = [types[line] for line in types if line not in listed]
        facts = {
            "years": span_words(pack, year),
            "total": total,
            "days": len({day for line in listed for day in found[line]}),
            "case": "types" if len(listed) > 1 else ("none", "one", "type")[min(total, 2)],
            "most": types.get(most, ""),
            "number": numbers.get(most, 0),
            "each": [
                words.say("kinds-each", number=str(number), type=types[line])
                for line, number in listed.items()
            ],
            "lacking": "some" if lacking else "none",
            "without": words.join(lacking, "or"),
            "nuclear": numbers[NUCLEAR],
            "test": test,
            "tests": tests,
            "tested": when(found[NUCLEAR]),
            "beside": "some" if beside else "none",
        }
        if beside:
            days = found[beside]
            facts |= {"also": also[beside], "also_days": len(days), "also_when": when(days)}
        rows, lanes = [], []
        for line, days in found.items():
            ends = [words.date(day) for day in (min(days), max(days))] if days else ["", ""]
            whats = {day: [what for what, _ in there] for day, there in days.items()}
            listed = [what for there in whats.values() for what in there]
            rows.append((labels[line], numbers[line], len(days), *ends, tally(listed)))
            name = words.say(
                "kinds-lane",
                case="fewer" if len(days) < numbers[line] else "as many",
                label=labels[line],
                number=numbers[line],
                days=len(days),
            )
            hover = dated(words, whats, map(tally, whats.values()))
            marks = [there[0][1] for there in days.values()]
            look = tenses(days, pack.day), LOOKS.get(line, "circle"), sized(map(len, days.values()))
            lanes.append(Lane(name, list(days), hover, marks, *look))
        columns = ["what", "how_many", "days", "first_day", "last_day", "as_listed"]
        table = pd.DataFrame(rows, columns=columns)
        draw = partial(draw_lanes, pack, lanes, first, last)
        marks = [row for lane in lanes for row in lane.rows]
        return View(facts, table, draw, 420, rows=[""] * len(table) + marks)

    years = {ALL: words.say("kinds-year-all"), **{year: year for year in years_shown(pack)}}
    return declare(
        pack,
        "kinds",
        show,
        sources(pack, FIRST, SECOND, "events"),
        year=Control(years, str(pack.day.year)),
        beside=options,
    )


def draw_lanes(pack, lanes, first, last, chart):
    """Draw lines of days, with the article's day."""
    chart.lanes(pack, lanes, first, last)
    chart.time(pack, first, last)


# Before and after each meeting ------------------------------------------------------

WINDOWS = (30, 60, 90, 180, 365)
# Rows for which there is room at least.
LEAST = 6
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


def draw_windows(pack, meetings, launched, sides, days, chart):
    """Draw for each meeting that has any the launches of the days before and after it."""
    words, grey, (before, after) = pack.words, style.role("muted"), sides
    near = [place for place in range(len(meetings)) if (before | after)[place].any()]
    for row, place in enumerate(near):
        meeting = meetings.iloc[place]
        ends = meeting["date"], last_days(meetings).iloc[place]
        for there, end, side in ((before, ends[0], -1), (after, ends[1], 1)):
            found = launched[there[place]]
            counts = Counter(found["date"])
            first, same = found.drop_duplicates("date"), found.groupby("date", sort=False)
            chart.points(
                [(day - end).days for day in first["date"]],
                [row] * len(first),
                marker=mark(sized(counts.values()), "circle", tenses(first["date"], pack.day)),
                opacity=0.8,
                hover=dated(words, first["date"], [tally(one) for _, one in same["missile"]]),
                rows=launch_rows(first),
                cliponaxis=False,
            )
            if not chart.narrow:
                chart.note(str(len(found)), x=side * days * 1.12, y=row)
    for row in range(len(near)):
        place = {"x0": -days, "x1": days, "y0": row, "y1": row, "layer": "below"}
        chart.rule(line={"color": grey, "width": 1}, opacity=0.4, **place)
        ink = {"color": style.role("ink"), "width": 2}
        chart.rule(line=ink, x0=0, x1=0, y0=row - 0.25, y1=row + 0.25)
    above = {"y": 1, "yref": "paper", "yanchor": "bottom"}
    chart.note(words.say("windows-of"), x=0, **above)
    for side, name in ((-1, "before"), (1, "after")):
        chart.note(words.say(f"windows-{name}", days=days), x=side * days * 0.7, **above)
    if len(near) < len(meetings):
        rest = words.say("windows-rest", rest=len(meetings) - len(near), days=days)
        chart.note(rest, x=0, y=max(len(near), LEAST - 1) - 0.1)
    names = list(meetings["name"].iloc[near])
    if chart.narrow:
        # On a phone the numbers stand with the names.
        numbers = zip(before[near].sum(axis=1), after[near].sum(axis=1), strict=True)
        names = [
            words.say("windows-row", name=name, before=str(first), after=str(second))
            for name, (first, second) in zip(names, numbers, strict=True)
        ]
    chart.row_names(names, LEAST, shift=0.5, tickfont={"size": 12})
    chart.layout["yaxis"]["range"] = [max(len(near), LEAST) + 0.1, -0.75]
    ticks = [-days, -(days // 2), 0, days // 2, days]
    edge = days * (1.05 if chart.narrow else 1.2)
    shown = {"range": [-edge, edge], "showgrid": False, "tickfont": {"size": 12}}
    chart.set(xaxis={**shown, "tickvals": ticks, "ticktext": [str(abs(tick)) for tick in ticks]})
    chart.set(margin={"t": 34})
