"""Missile launches: beside meetings and exercises, by type, before and after each meeting."""

import functools
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
    told,
    with_countries,
)
from crossroads.charts.marks import LANE, MILLISECOND, bold, length, mark, middle, tenses, wrapped
from crossroads.charts.view import ALL, Control, View, coded, declare, only, references
from crossroads.words.plain import parts
from crossroads.words.tags import tag

FIRST, SECOND = "missile_tests", "provocations"
# The second list has events of many sorts; this is its own name for launches.
LISTED_AS_MISSILE = "Missile Provocation"
MEETINGS, EXERCISES, NUCLEAR, PARADES = "summit", "exercise", "nuclear-test", "parade"
CALLED_OFF = "exercise-off"
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


def select_events(pack, kind):
    """Select events of a kind; of leaders' meetings, those of the article's leader."""
    rows = select_meetings(pack) if kind == MEETINGS else pack.events
    fits = (rows["kind"] == kind) & rows["date"].between(*span(pack))
    return rows[fits].sort_values("date", kind="stable").reset_index(drop=True)


# Launches for each period, beside meetings and exercises -------------------------

PERIODS = ("Q", "M", "Y")
BESIDE, AFTER = (MEETINGS, EXERCISES), "after"
# Unit of all: pixels. A chart, what is around its plot, room for a line of words, and beside
# the plot, wide and narrow, for what is not drawn.
HEIGHT, AROUND, LINE, ASIDE = 390, 78, 52, (92, 82)
# Marks beside each other in a stack, and how much of its period they take.
ACROSS, SHARE = {"Q": 1, "M": 1, "Y": 4}, 0.62


def select_periods(pack, period="Q", missile_type=ALL):
    """Count the launches and the events that began, by period."""
    index = pd.period_range(*span(pack), freq=period)
    found = {"launches": select_launches(pack, missile_type)}
    found |= {kind: select_events(pack, kind) for kind in BESIDE}
    counts = {
        name: rows["date"].dt.to_period(period).value_counts() for name, rows in found.items()
    }
    table = pd.DataFrame(counts, index).fillna(0).astype(int)
    table.insert(0, "period", [period_name(pack.words, one) for one in index])
    return table


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
    different = dates.drop_duplicates()
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
    if len(different) > 1:
        gaps = different.diff().dt.days
        days, last = int(gaps.max()), different[gaps.idxmax()]
        first = last - pd.Timedelta(days=days)
        facts |= {"longest": days, "first": first, "last": last, "tinted": (first, last, days)}
    if meeting is not None:
        start, end = meeting["date"], meeting["end"]
        known = select_launches(pack, missiles, pd.Timestamp.min, day)["date"]
        facts |= {"place": meeting["place"], "end": end, "then": int((known > end).sum())}
        if (known < start).any():
            since = known[known < start].iloc[-1]
            days = int((start - since).days)
            # What the title counts is tinted, or else the longest time between two.
            facts |= {"quiet": "yes", "days": days, "tinted": (since, start, days)}
    return facts


def launches(pack):
    """Launches for each period, beside meetings and exercises."""
    words, types, meeting = pack.words, missile_types(pack), turning_point(pack)
    found = {kind: select_events(pack, kind) for kind in BESIDE}
    plurals = {kind: plural_kind(pack, kind) for kind in BESIDE}
    names, lanes = {}, {}
    for kind, kinds in plurals.items():
        names[kind] = words.say("launches-events", kind=kind, kinds=kinds)
        # Beside the exercises that were held stand those that were not.
        off = select_events(pack, CALLED_OFF) if kind == EXERCISES else found[kind][:0]
        rows = pd.concat([found[kind], off])
        signs = ["line-ns"] * len(found[kind]) + ["x-thin"] * len(off)
        named = words.say("launches-lane", kinds=kinds, off=len(off))
        look = {"symbol": signs, "size": 12, "edge": 1.2, "colour": style.role("ink")}
        lanes[kind] = replace(lane_of(pack, named, rows, True), **look)
    periods = functools.cache(partial(select_periods, pack))
    facts_of = functools.cache(partial(launch_facts, pack, types, meeting))

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
        kinds, table = [kind for kind in parts(beside) if kind in lanes], periods(period, missiles)
        # What came of the article's words on exercises lies after its day.
        whole = beside in (AFTER, EXERCISES)
        facts = {
            **facts_of(missiles),
            "period": period,
            "drawn": "all" if whole else "before",
            "compared": "".join(f" {compared(table, kind)}" for kind in kinds),
        }
        some = table[["launches", *kinds]].any(axis=1)
        shown = table.loc[some, ["period", "launches", *kinds]].reset_index(drop=True)
        if empty := int((~some).sum()):
            rest = words.say("launches-rest", period=period, lacking=empty)
            shown.loc[len(shown)] = [rest, 0, *[0 for _ in kinds]]
        launched = select_launches(pack, missiles)
        above = [lanes[kind] for kind in kinds]
        marks = sum((lane.rows for lane in above), launch_rows(launched))
        ends = span(pack)[0], span(pack)[1] if whole else pack.day
        # The same scale whatever the type, so that the eye compares.
        most = select_launches(pack, ALL, *ends)["date"].dt.to_period(period).value_counts().max()
        draw = partial(draw_launches, pack, launched, ends, most, above, facts)
        return View(facts, shown, draw, HEIGHT, names, [""] * len(shown) + marks)

    beside = {"": words.say("launches-beside-none")}
    beside |= {kind: plurals[kind] for kind in BESIDE if len(found[kind])}
    if len(beside) > 2:
        beside[";".join(BESIDE)] = words.say("launches-beside-both")
    if facts_of(ALL)["after"]:
        beside[AFTER] = words.say("launches-beside-after")
    beside = Control(beside, MEETINGS if MEETINGS in beside else "")
    source, missiles = sources(pack, FIRST, "events"), {ALL: words.say("launches-missiles-all")}
    controls = {"period": PERIODS, "missiles": missiles | types, "beside": beside}
    return declare(pack, "launches", show, source, **controls)


def launch_rows(launches):
    """Name the row of the list behind each launch."""
    return references(FIRST, launches["test_id"])


def draw_launches(pack, launched, ends, most, lanes, facts, chart):
    """Draw a stack of marks for each period, the quiet, what came after it, and events above."""
    words, (first, last), across = pack.words, ends, ACROSS[facts["period"]]
    lower, share = HEIGHT - AROUND - LANE * len(lanes), 1 - LANE * len(lanes) / (HEIGHT - AROUND)
    high = max(1, -(-most // across))
    top = high * lower / (lower - LINE)
    pixel = top / lower
    if more := int((launched["date"] > last).sum()):
        chart.set(margin={"r": ASIDE[chart.narrow]})
        said = wrapped(words.say("launches-more", more=more, year=years_shown(pack)[-1]), 10)
        font = {"size": 13 - chart.narrow, "color": style.role("muted")}
        chart.left(said, 0, x=1, xshift=8, yanchor="bottom", align="left", font=font)
    rows = launched.assign(when=launched["date"].dt.to_period(facts["period"]))
    rows = rows[rows["date"] <= last]
    place, when = rows.groupby("when").cumcount(), rows["when"].dt
    lasting = when.end_time.clip(upper=last) - when.start_time
    wide, left = lasting * SHARE, when.start_time
    start, end, days = facts.get("tinted", (first, first, 0))
    start, end = max(start, first), min(end, last)
    quiet = []
    if end > start:
        # No stack of launches before or after the quiet reaches into it.
        left = left.mask((rows["date"] <= start) & (left + wide > start), start - wide).clip(first)
        left = left.mask((rows["date"] >= end) & (left < end), end)
        quiet = [((start, end), words.say("launches-quiet", days=days), 0.16)]
    rows = rows.assign(level=place // across, middle=left + wide / 2, edge=left + wide)
    wide = wide / across
    chart.bars(
        left + wide * (place % across + 0.5),
        [1 if chart.narrow else 0.76] * len(rows),
        base=rows["level"] + 0.12,
        width=wide * 0.9 / MILLISECOND,
        marker={"color": tenses(rows["date"], pack.day), "line": {"width": chart.narrow / 2}},
        hover=dated(words, rows["date"], rows["missile"]),
        rows=launch_rows(rows),
    )
    chart.set(yaxis={"visible": False, "domain": [0, share], "range": [0, top]}, barmode="overlay")
    if lanes:
        chart.lanes(pack, lanes, first, last, "y2", [share, 1])
    chart.time(pack, first, last, but={*pack.events["kind"]} - {MEETINGS})
    if facts.get("then"):
        said = tag("b", words.say("launches-number", number=facts["then"]))
        font = {"size": 13 if last > pack.day else 16}
        chart.bracket(pack, (facts["end"], pack.day), high + 26 * pixel, said, font=font)
    stacks = rows.groupby("middle")["level"].agg(["size", "max"])
    if len(rows) and chart.pixels(first, first + lasting.max(), ends) > 13:
        look = {"textposition": "top center", "hoverinfo": "skip"}
        chart.texts(stacks.index, stacks["max"] + 1.1, stacks["size"].map(str), "ink", **look)
    known = rows[rows["date"] <= pack.day]
    latest, since = known["date"].max(), max(known[["date", "edge"]].max())
    if latest > start and chart.pixels(since, pack.day, ends) > 40:
        said = words.say("launches-none", day=words.short(latest))
        quiet.append(((since, pack.day), said, 0.1))
    for time, said, opacity in quiet:
        room = chart.pixels(*time, ends)
        font = {"size": 16 if room > 110 else 12, "color": style.role("record")}
        said = tag("b", wrapped(said, max(1, int(1.75 * room / font["size"]))))
        chart.tint(*time, "record", opacity=opacity, y1=high, yref="y")
        chart.note(said, x=middle(time), y=high / 2, font=font)


# What was launched, and what was not ----------------------------------------------

OTHER_LIST = "other list"


def select_kinds(pack, beside=""):
    """Gather the launches and events of the years shown: line, day, what, and row of the pack.

    A line is a type of missile, nuclear tests, days that only the second list has, or events.
    """
    launched = select_launches(pack)
    line, what = launched["missile_type"], launched["missile"]
    found = [launched.assign(line=line, what=what, row=launch_rows(launched))]
    for kind in dict.fromkeys([NUCLEAR, beside]):
        if kind == OTHER_LIST:
            rows = pack.provocations[pack.provocations["type"] == LISTED_AS_MISSILE]
            rows = rows[rows["date"].between(*span(pack)) & ~rows["date"].isin(launched["date"])]
            row = references(SECOND, rows["provocation_id"])
            found.append(rows.assign(line=kind, what=rows["event"], row=row).sort_values("date"))
        elif kind:
            rows = select_events(pack, kind)
            found.append(rows.assign(line=kind, what=rows["title"], row=event_rows(rows)))
    return pd.concat([rows[["line", "date", "what", "row"]] for rows in found], ignore_index=True)


def kinds(pack):
    """What was launched in a year, and what was not."""
    words, types = pack.words, missile_types(pack)
    tests = plural_kind(pack, NUCLEAR)
    short = {line: pack.label(f"{FIRST}.missile_type", line) for line in types}
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
        days = [words.date(day) for day in days.unique()]
        return words.say("kinds-when", when=days) if 0 < len(days) <= 4 else ""

    def show(year, beside):
        labels = {**types, NUCLEAR: tests} | ({beside: also[beside]} if beside else {})
        marks = selected(beside)
        found = marks[marks["date"].between(*span(pack, year))]
        days = {line: found["date"][found["line"] == line] for line in labels}
        numbers = {line: len(there) for line, there in days.items()}
        listed = {line: numbers[line] for line in types if numbers[line]}
        total, each = sum(listed.values()), [(line, str(n)) for line, n in listed.items()]
        most = max(listed, key=listed.get, default=None)
        late = set(found["date"] > pack.day)
        facts = {
            "year": year,
            "tenses": "both" if len(late) > 1 else "after" if late == {True} else "before",
            "years": span_words(pack, year),
            "total": total,
            "days": found["date"][found["line"].isin(listed)].nunique(),
            "case": "types" if len(listed) > 1 else ("none", "one", "type")[min(total, 2)],
            "most": types.get(most, ""),
            "number": numbers.get(most, 0),
            "each": [words.say("kinds-each", number=n, type=short[line]) for line, n in each],
            "lacking": "some" if len(listed) < len(types) else "none",
            "without": words.join([short[line] for line in types if line not in listed], "or"),
            "nuclear": numbers[NUCLEAR],
            "test": pack.label("events.kind", NUCLEAR),
            "tests": tests,
            "tested": when(days[NUCLEAR]),
            "beside": "some" if beside else "none",
        }
        if beside:
            there = days[beside]
            facts |= {"also": also[beside], "also_days": there.nunique(), "also_when": when(there)}
        rows = []
        for line, there in days.items():
            ends, listed = (there.min(), there.max()), found["what"][there.index]
            rows.append((labels[line], len(there), there.nunique(), *ends, tally(listed)))
        columns = ["what", "how_many", "days", "first_day", "last_day", "as_listed"]
        table = pd.DataFrame(rows, columns=columns)
        draw = partial(draw_kinds, pack, labels, marks, places, year)
        high = 420, 82 + 53 * len(labels)
        return View(facts, table, draw, high, rows=[*[""] * len(table), *marks["row"]])

    years = {ALL: words.say("kinds-year-all")} | {year: year for year in places}
    source, years = sources(pack, FIRST, SECOND, "events"), Control(years, str(pack.day.year))
    return declare(pack, "kinds", show, source, year=years, beside=options)


def draw_kinds(pack, names, marks, years, year, chart):
    """Draw a mark for each launch in the cell of its line and year, and how many they are."""
    words, chosen, order, last = pack.words, years.get(year), list(names), len(years)
    ink, muted, narrow = *map(style.role, ("ink", "muted")), chart.narrow
    level, shown = marks["line"].map(order.index), marks["column"] == chosen
    shown |= chosen is None
    groups = marks.groupby([level, "column"])["place"]
    tones = np.where(shown, tenses(marks["date"], pack.day), muted)
    given = {"hover": marks["hover"], "rows": marks["row"]}
    if narrow:
        # Beneath their number, as a bar: squares would be grains.
        wide = 0.7 / (groups.size().max() or 1)
        left = marks["column"] + 0.18 + wide * marks["place"]
        # An edge in its colour, or one launch alone would be a hair.
        look = {"edges": list(tones), "edge": 1.5}
        chart.tiles(left, level + 0.2, tones, "", wide, 0.24, **look, **given)
        chart.foot(words.say("kinds-longer"))
    else:
        # So many squares beside each other; those of other years are smaller.
        pixel, across, high = len(order) / (chart.layout["height"] - 60), 8, 7.6
        up = marks["place"] // across - groups.transform("max") // across / 2
        places = marks["column"] + 0.31 + 0.08 * (marks["place"] % across)
        look = {**mark(np.where(shown, 6.6, 5.5), "square", tones, 0), "opacity": 1}
        chart.points(places, level + up * high * pixel, marker=look, **given)
    rows, columns = np.divmod(range(len(order) * last), last)
    counts = groups.size().reindex(zip(rows, columns, strict=True), fill_value=0).to_numpy()
    said = [tag("b", str(one)) if one else "0" for one in counts]
    strong = (columns == chosen) | ((chosen is None) & (counts > 0))
    look = {"textposition": "middle right" if narrow else "middle left", "hoverinfo": "skip"}
    places = columns + (0.1 if narrow else 0.24), rows - 0.14 * narrow
    chart.texts(*places, said, np.where(strong, ink, muted), np.where(strong, 15, 12), **look)
    chart.guides([edge - 0.5 for edge in range(1, len(order))], (-0.02, last + 0.02))
    if chosen is not None:
        frame = {"x0": chosen, "x1": chosen + 1, "y0": 0, "y1": 1, "yref": "paper"}
        chart.rule(type="rect", line={"color": ink, "width": 2}, **frame)
    if later := sum(int(name) > pack.day.year for name in years):
        # The band goes on beneath the heads of its years and the words over both.
        chart.tint(last - later, last, y1=1 + 40 / (chart.layout["height"] - 54))
        look = {"yref": "paper", "yanchor": "bottom", "yshift": 20, "font": {"size": 12}}
        chart.note(words.say("article-after"), x=last - later / 2, y=1, **look)
    heads = [tag("b", name) if column == chosen else name for name, column in years.items()]
    texts = [wrapped(name, 16 if chart.narrow else 22) for name in names.values()]
    across = {"ticktext": heads, "side": "top", "range": [-0.02, last + 0.02]}
    across["tickvals"] = [column + 0.5 for column in years.values()]
    down = {"tickvals": range(len(order)), "ticktext": texts, "range": [len(order) - 0.5, -0.5]}
    look = {"showgrid": False, "ticklen": 0, "tickfont": {"size": 12 if chart.narrow else 13}}
    chart.set(xaxis=across | look, yaxis=down | look, margin={"t": 46})


# Before and after each meeting ------------------------------------------------------

WINDOWS = (30, 60, 90, 180, 365)
MONTH = 30  # days of a rate
FEW = 3  # meetings with no launch that are one row


def in_windows(meetings, launched, length):
    """Tell of each meeting (row) and launch (column) whether it lies so close before, or after."""
    length, dates = pd.Timedelta(days=length), launched["date"].to_numpy()
    first, last = (days.to_numpy()[:, None] for days in (meetings["date"], last_days(meetings)))
    before = (dates >= first - length) & (dates < first)
    return before, (dates > last) & (dates <= last + length)


def windows(pack):
    """Launches before and after meetings: the learner picks meetings and window."""
    words, types = pack.words, missile_types(pack)
    meetings = select_meetings(pack)
    meetings = meetings[meetings["date"] <= pack.day].reset_index(drop=True)
    meetings["end"] = last_days(meetings)
    names = meetings["counterpart_id"].map(with_countries(pack, counterparts(meetings)))
    meetings["short"] = [words.short(day).replace(" ", "\u00a0") for day in meetings["date"]]
    pairs = zip(names, meetings["short"], strict=True)
    meetings["name"] = [words.say("windows-meeting", name=name, date=day) for name, day in pairs]
    chosen = {ALL: meetings, NAMED: only(meetings, in_article=NAMED)}
    chosen |= dict(iter(meetings.groupby("counterpart_id")))
    always = (pd.Timestamp.min, pd.Timestamp.max)
    launched = {code: select_launches(pack, code, *always) for code in (ALL, *types)}

    def show(days, who, missiles):
        days, rows = int(days), chosen[who]
        sides = in_windows(rows, launched[missiles], days)
        before, after = (side.sum(axis=1) for side in sides)
        within, change = sides[0] | sides[1], after - before
        inside = within.sum(axis=0)
        facts = {
            "case": "none" if rows.empty else "some",
            "days": days,
            "month": MONTH,
            "missiles": missiles,
            "type": types.get(missiles, ""),
            "total": len(rows),
            "who": who,
            "leader": focus_name(pack),
            "whom": rows["counterpart"].iloc[0] if len(rows) else "",
            "more": int((change > 0).sum()),
            "fewer": int((change < 0).sum()),
            "same": int((change == 0).sum()),
            "before": int(before.sum()),
            "after": int(after.sum()),
            "inside": int((inside > 0).sum()),
            "twice": int((inside > 1).sum()),
            "overlap": "some" if (inside == 1).any() else "all",
        }
        rates = [[words.number(MONTH * n / days, 1) for n in side] for side in (before, after)]
        named = [name.replace("\u00a0", " ") for name in rows["name"]]
        cells = zip(named, before, after, *rates, strict=True)
        columns = ["meeting", "before_days", "after_days", "before_rate", "after_rate"]
        table = pd.DataFrame(cells, columns=columns)
        # Rows are in order of time; a launch that a row above has is paler.
        new = [side & (within.cumsum(axis=0) == 1) for side in sides]
        joined = join_empty(words, rows, ~within.any(axis=1))
        sides, new = ([side[joined["row"]] for side in both] for both in (sides, new))
        draw = partial(draw_windows, pack, joined, launched[missiles], sides, new, facts)
        shown = event_rows(rows) + launch_rows(launched[missiles][inside > 0])
        high = 400, 46 + 41 * (max(3, len(joined)) + 0.7)
        return View(facts, table, draw, high, rows=shown, empty=not inside.any())

    who = {ALL: words.say("windows-who-all")}
    who |= {NAMED: words.say("windows-who-named")} if len(chosen[NAMED]) else {}
    several = {one: name for one, name in counterparts(meetings).items() if len(chosen[one]) > 1}
    who |= {one: words.say("windows-who-one", name=name) for one, name in several.items()}
    widest = {code: in_windows(meetings, launched[code], max(WINDOWS)) for code in types}
    kept = {code: types[code] for code, sides in widest.items() if any(map(np.any, sides))}
    missiles = {ALL: words.say("windows-missiles-all"), **kept}
    source, days = sources(pack, FIRST, "events"), Control({str(n): str(n) for n in WINDOWS}, "90")
    return declare(pack, "windows", show, source, days=days, who=who, missiles=missiles)


def join_empty(words, meetings, empty):
    """Name the rows; beside others three or more with no launch are one, the first or the last."""
    rows, number = pd.DataFrame({"name": meetings["name"], **told(words, meetings)}), len(meetings)
    groups, few = np.arange(number), int(empty.sum())
    if FEW <= few < number:
        groups[empty] = -1 if empty[:few].all() else number
        first, *_, last = meetings["short"][empty]
        rows.loc[empty, "name"] = words.say("windows-none", total=few, first=first, last=last)
    ways = {"name": "first", "row": "first", "hover": list, "rows": list}
    return rows.assign(row=range(number)).groupby(groups).agg(ways).reset_index(drop=True)


def draw_windows(pack, joined, launched, sides, new, facts, chart):
    """Draw a block for each launch before and after each meeting, pale where a row above has it."""
    words, narrow, number = pack.words, chart.narrow, len(joined)
    # At a desk a row is as high in every setting, but where there are more than seven.
    last = max(number, 3 if narrow else 7) + 0.2
    names = [name if narrow or number > 7 else wrapped(name, 26) for name in joined["name"]]
    look = {"showline": False, "tickfont": {"size": 13}, "range": [last, -0.5]}
    chart.row_names(names, shift=0.5, **look)
    drawn, counts = ([side.sum(axis=1) for side in both] for both in (new, sides))
    # Pixels: from the middle line to the first block, beside all blocks, and of a block.
    gap, beside = 6 + 4 * narrow, 12 + length("00", 14)
    longest = [max(count, default=0) for count in counts]
    heads = [words.say(f"column-{side}-days", days=facts["days"]) for side in ("before", "after")]
    # Several meetings in a row are smaller, beside each other.
    many = joined["rows"].map(len)
    apart = min(9, 140 / max(many, default=1))
    inner = [max(gap, 2 + apart * n / 2) for n in many]
    # The left side is at least as wide as its head, and as these.
    least, rest = max(length(heads[0], 13), max(inner, default=0)), chart.room - 2 * gap
    size = min((rest - 2 * beside) / max(1, sum(longest)), 16)
    size = min((rest - least - beside) / max(1, longest[1]), size)
    met = joined.explode(["hover", "rows"])
    of, place = many[met.index], met.groupby(level=0).cumcount()
    each = zip((-1, 1), heads, sides, new, counts, drawn, strict=True)
    for way, head, side, fresh, all_of, first in each:
        rows, found = side.nonzero()
        nth = side[:, ::way].cumsum(axis=1)[:, ::way][rows, found]
        there, left = launched.iloc[found], way * (gap + (nth - 0.5) * size) - 0.42 * size
        hover = dated(words, map(words.date, there["date"]), there["missile"])
        look = {"height": 0.6 - 0.18 * narrow, "hover": hover, "rows": launch_rows(there)}
        tone, at = (("muted", "middle left"), ("record", "middle right"))[way > 0]
        # Pale, as there is no room for an edge in a block of three pixels.
        pale = np.where(fresh[rows, found], 1, 0.4)
        chart.tiles(left, rows, style.role(tone), "", 0.84 * size, opacity=pale, **look)
        chart.head(way * gap, head, xanchor=("right", "left")[way > 0], yshift=16 * narrow)
        look = {"textposition": at, "hoverinfo": "skip"}
        tones = [style.role("ink" if few else "muted") for few in first]
        said = bold(map(str, all_of), first > 0)
        ends = [way * (near + 2 + n * size) for near, n in zip(inner, all_of, strict=True)]
        chart.texts(ends, range(number), said, tones, 14 - narrow, **look)
    look = mark([10 if n == 1 else 6 for n in of], "diamond", style.role("ink"), 1) | {"opacity": 1}
    places = (place - (of - 1) / 2) * apart
    chart.points(places, met.index, marker=look, hover=met["hover"], rows=met["rows"])
    before, after = (gap + n * size + beside for n in longest)
    before = max(before, gap + least)
    ends = -before, max(after, chart.room - before)
    # Names stand far from blocks: a line between two rows leads the eye.
    chart.guides([row + 0.5 for row in range(number - 1)] * (not narrow), ends)
    if facts["inside"]:
        chart.guides([number - 0.5], ends)
        said = words.say("windows-inside", **facts)
        chart.note(said, x=0, y=number - 0.5, yanchor="top", yshift=-4, font={"size": 13})
    chart.set(xaxis={"visible": False, "range": ends}, margin={"t": 34 + 12 * narrow})
