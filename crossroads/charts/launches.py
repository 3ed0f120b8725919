"""Missile launches: beside meetings and exercises, by type, before and after each meeting."""

import functools
from collections import Counter
from functools import partial

import numpy as np
import pandas as pd

from crossroads.charts import style
from crossroads.charts.chronology import (
    counterparts,
    dated_titles,
    focus_name,
    last_days,
    plural_kind,
    select_meetings,
)
from crossroads.charts.marks import AROUND_LANES, LANE, Lane
from crossroads.charts.view import ALL, Options, View, declare
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
BESIDE = {
    MEETINGS: (style.COLOURS[1], "diamond-open", 12),
    EXERCISES: (style.COLOURS[2], "square-open", 11),
}
BARS_HEIGHT = 270


def select_periods(pack, period="Q", missile_type=ALL):
    """Count launches of a type, leaders' meetings and exercises by quarter, month or year.

    ``before`` and ``after`` are launches up to the article's day and after
    it, ``launches`` their sum; ``summit`` and ``exercise`` are numbers of
    events that began.
    """
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
            days = int((meeting["date"] - earlier.iloc[-1]).days)
            facts |= {"quiet": "yes", "days": days}
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
    hovers = {kind: (rows["date"], dated_titles(words, rows)) for kind, rows in found.items()}
    plurals = {kind: plural_kind(pack, kind) for kind in BESIDE}
    names = {
        kind: words.say("launches-events", kind=kind, kinds=kinds)
        for kind, kinds in plurals.items()
    }
    periods = functools.cache(partial(select_periods, pack))
    facts_of = functools.cache(partial(launch_facts, pack, types, meeting))
    labels = functools.cache(
        lambda freq: [period_name(words, period) for period in periods(freq, ALL).index]
    )

    def compared(table, kind):
        """Compare the launches of periods with an event of a kind with those of the others."""
        having = table[kind] > 0
        return words.say(
            "launches-compared",
            case="some" if having.any() else "none",
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
            "compared": "".join(f" {compared(table, kind)}" for kind in kinds),
        }
        columns = ["launches", *kinds]
        rows = zip(labels(period), *(table[column] for column in columns), strict=True)
        rows = [(name, *numbers) for name, *numbers in rows if any(numbers)]
        if empty := len(table) - len(rows):
            rest = words.say("launches-rest", period=period, lacking=empty)
            rows.append((rest, *[0] * len(columns)))
        shown = pd.DataFrame(rows, columns=["period", *columns])
        # The same height whatever the type, so that the eye compares bars.
        most = int(periods(period, ALL)["launches"].max())
        lanes = [(names[kind], *hovers[kind], BESIDE[kind]) for kind in kinds]
        draw = partial(draw_launches, pack, table, labels(period), most, lanes)
        height = BARS_HEIGHT + LANE * len(kinds) + AROUND_LANES
        return View(facts, shown, draw, height, names)

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
        beside=Options(beside, MEETINGS if MEETINGS in beside else ""),
    )


def draw_launches(pack, table, names, most, lanes, chart):
    """Draw a bar for each period, hatched after the article's day, and events above them."""
    words = pack.words
    starts = table.index.start_time
    lengths = table.index.end_time - starts
    for column, colour, hatch in (("before", style.ACCENT, ""), ("after", style.COLOURS[5], "/")):
        values = [int(value) for value in table[column]]
        chart.bars(
            starts + lengths / 2,
            values,
            width=(lengths.total_seconds() * 820).astype(int),
            marker={"color": colour, "pattern": {"shape": hatch, "solidity": 0.35}},
            text=[str(value) if value and len(table) <= 24 else "" for value in values],
            textposition="outside",
            textangle=0,
            textfont={"size": 12},
            cliponaxis=False,
            customdata=[
                words.say("launches-bar", period=name, total=value)
                for name, value in zip(names, values, strict=True)
            ],
            hovertemplate="%{customdata}<extra></extra>",
        )
    bars = BARS_HEIGHT / (BARS_HEIGHT + LANE * len(lanes))
    title = {"text": words.say("launches-axis")}
    axis = {"domain": [0, bars], "range": [0, most * 1.15 + 1], "title": title}
    chart.set(barmode="stack", yaxis=axis)
    first, last = span(pack)
    if lanes:
        lanes = [Lane(w, list(days), list(hover), None, *look) for w, days, hover, look in lanes]
        chart.lanes(lanes, first, last, "y2", [bars, 1])
    chart.time(pack, first, last)


# What was launched, and what was not ----------------------------------------------

OTHER_LIST = "other list"
LOOKS = (
    (style.ACCENT, "circle", 11),
    (style.COLOURS[1], "x-thin-open", 12),
    (style.COLOURS[2], "square-open", 11),
)


def select_kinds(pack, beside=""):
    """Gather the launches and events of the years shown: ``line``, ``date`` and ``what`` of each.

    A line is a type of missile, nuclear tests, or what stands beside them:
    the days that only the second list has, or a kind of events.
    """
    launched = select_launches(pack)
    found = [launched.rename(columns={"missile_type": "line", "missile": "what"})]
    for kind in dict.fromkeys([NUCLEAR, beside]):
        if kind == OTHER_LIST:
            rows = pack.provocations[pack.provocations["type"] == LISTED_AS_MISSILE]
            rows = rows[rows["date"].between(*span(pack)) & ~rows["date"].isin(launched["date"])]
            found.append(rows.sort_values("date").assign(line=kind, what=rows["event"]))
        elif kind:
            found.append(
                select_events(pack, kind).rename(columns={"kind": "line", "title": "what"})
            )
    return pd.concat([rows[["line", "date", "what"]] for rows in found], ignore_index=True)


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
                found[row.line].setdefault(row.date, []).append(row.what)
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
            whats = [what for day in days.values() for what in day]
            rows.append((labels[line], numbers[line], len(days), *ends, tally(whats)))
            name = words.say(
                "kinds-lane",
                case="fewer" if len(days) < numbers[line] else "as many",
                label=labels[line],
                number=numbers[line],
                days=len(days),
            )
            hover = [
                words.say("dated-title", when=words.date(day), title=tally(what))
                for day, what in days.items()
            ]
            look = LOOKS[(line == NUCLEAR) + 2 * (line == beside)]
            lanes.append((name, list(days), hover, look))
        columns = ["what", "how_many", "days", "first_day", "last_day", "as_listed"]
        table = pd.DataFrame(rows, columns=columns)
        draw = partial(draw_lanes, pack, lanes, first, last)
        return View(facts, table, draw, AROUND_LANES + LANE * len(lanes))

    years = {**{year: year for year in years_shown(pack)}, ALL: words.say("kinds-year-all")}
    return declare(
        pack,
        "kinds",
        show,
        sources(pack, FIRST, SECOND, "events"),
        year=Options(years, str(pack.day.year)),
        beside=options,
    )


def draw_lanes(pack, lanes, first, last, chart):
    """Draw lines of days, with the article's day."""
    lanes = [
        Lane(words, list(days), list(hover), None, *look) for words, days, hover, look in lanes
    ]
    chart.lanes(lanes, first, last)
    chart.time(pack, first, last)


# Before and after each meeting ------------------------------------------------------

WINDOWS = (30, 60, 90, 180, 365)
MONTH = 30
SIDES = ("before", "after")


def in_windows(meetings, launched, length):
    """Tell of each meeting (row) and launch (column) whether it lies so close before, or after."""
    length = pd.Timedelta(days=length)
    dates = launched["date"].to_numpy()
    first, last = (days.to_numpy()[:, None] for days in (meetings["date"], last_days(meetings)))
    before = (dates >= first - length) & (dates < first)
    return before, (dates > last) & (dates <= last + length)


def select_windows(meetings, launched, days):
    """Count launches in the days before the first day of each meeting, and after its last.

    Launches during a meeting are in neither of the two columns, ``before`` and ``after``.
    """
    before, after = in_windows(meetings, launched, days)
    return meetings.assign(before=before.sum(axis=1), after=after.sum(axis=1))


def highest_rate(meetings, launched):
    """Find the end of a scale that serves every window and every choice of meetings."""
    rates = [1]
    for days in WINDOWS:
        counts = select_windows(meetings, launched, days)[[*SIDES]].to_numpy().flat
        rates += [MONTH * int(count) / days for count in counts]
    return max(rates)


def windows(pack):
    """Launches before and after meetings: the learner picks meetings and window."""
    words, leader, types = pack.words, focus_name(pack), missile_types(pack)
    meetings = select_meetings(pack)
    meetings = meetings[meetings["date"] <= pack.day].reset_index(drop=True)
    meetings = meetings.assign(
        name=[
            words.say("windows-meeting", name=name, date=words.short(date))
            for name, date in zip(meetings["counterpart"], meetings["date"], strict=True)
        ]
    )
    chosen = {ALL: meetings, NAMED: meetings[meetings["in_article"] == NAMED]}
    chosen |= dict(iter(meetings.groupby("counterpart_id")))
    always = (pd.Timestamp.min, pd.Timestamp.max)
    launched = {code: select_launches(pack, code, *always) for code in (ALL, *types)}
    highest = functools.cache(lambda missiles: highest_rate(meetings, launched[missiles]))

    def show(days, who, missiles):
        days = int(days)
        rows = select_windows(chosen[who], launched[missiles], days)
        change = rows["after"] - rows["before"]
        inside = sum(side.sum(axis=0) for side in in_windows(rows, launched[missiles], days))
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
            "before": int(rows["before"].sum()),
            "after": int(rows["after"].sum()),
            "inside": int((inside > 0).sum()),
            "twice": twice,
            "overlap": "all" if twice == (inside > 0).sum() else "some",
        }
        rates = {side: [round(MONTH * int(n) / days, 2) for n in rows[side]] for side in SIDES}
        written = {
            f"{side}_rate": [words.number(MONTH * n / days, 1) for n in rows[side]]
            for side in SIDES
        }
        counted = {f"{side}_days": rows[side] for side in SIDES}
        table = pd.DataFrame({"meeting": rows["name"], **counted, **written})
        draw = partial(draw_windows, words, list(rows["name"]), rates, highest(missiles))
        return View(facts, table, draw, 120 + 32 * max(2, len(rows)))

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
        days=Options({str(n): str(n) for n in WINDOWS}, "90"),
        who=who,
        missiles={ALL: words.say("windows-missiles-all"), **kept},
    )


def draw_windows(words, names, rates, highest, chart):
    """Draw a line for each meeting, from an open circle (before) to a diamond (after)."""
    places = list(range(len(names)))
    chart.points(
        [x for pair in zip(*rates.values(), strict=True) for x in (*pair, None)],
        [place for place in places for _ in range(3)],
        mode="lines",
        line={"color": style.MUTED, "width": 3},
        showlegend=False,
        hoverinfo="skip",
    )
    looks = ((style.COLOURS[1], "circle-open", 15), (style.ACCENT, "diamond", 10))
    for (side, values), (colour, symbol, size) in zip(rates.items(), looks, strict=True):
        label, look = words.say(f"windows-{side}"), {"size": size, "color": colour}
        chart.points(
            values,
            places,
            name=label,
            marker={**look, "symbol": symbol, "line": {"width": 3, "color": colour}},
            hover=[
                words.say("windows-hover", name=name, rate=words.number(rate, 1), side=label)
                for name, rate in zip(names, values, strict=True)
            ],
            cliponaxis=False,
        )
    chart.row_names(names, 2)
    title = {"text": words.say("windows-axis", month=MONTH)}
    chart.set(xaxis={"range": [-0.2, highest + 0.3], "dtick": 1, "title": title})
    chart.legend()


EXPLORERS = {
    "launches": (launches, (FIRST, "events", "actors")),
    "kinds": (kinds, (FIRST, "events")),
    "windows": (windows, (FIRST, "events", "actors")),
}
