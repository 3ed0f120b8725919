"""The same launch on two public lists: joined by day, before and after days become local."""

import functools
from functools import partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.chronology import dated, tally
from crossroads.charts.launches import FIRST, LISTED_AS_MISSILE, SECOND, sources, span, years_shown
from crossroads.charts.marks import BREAK, lines, tenses, wrapped
from crossroads.charts.view import ALL, Control, View, declare, references
from crossroads.words.tags import tag

# Which lists are compared by their local day, the others by the day that they print.
COMPARED = {"printed": (), "moved": (FIRST,), "local": (FIRST, SECOND)}
BOTH, ONE, TWO, PAIR = "both", "first", "second", "pair"
KNOWN_THEN, ONE_DAY = "known then", pd.Timedelta(days=1)
LEAST = 20  # blocks for which a line has room


def select_days(pack, by="printed"):
    """Join the launch days of two lists in the years shown, by one of the days of `COMPARED`.

    ``same`` is False where the two rows of a day are about different launches; ``pair`` is the
    day one before or after under which only the other list has the same.
    """
    (first, last), rows = span(pack), []
    left, right = (launch_days(pack, table, by) for table in (FIRST, SECOND))
    for day in sorted(day for day in {*left, *right} if first <= day <= last):
        here = [days[day] for days in (left, right) if day in days]
        what = "; ".join(tally(item["what"]) for item in here)
        found, why, pair, same = BOTH, "", pd.NaT, bool(here[0]["local"] & here[-1]["local"])
        if not same:
            why = pack.words.say("lists-chance")
        elif len(here) == 1:
            found, own, other = (ONE, left, right) if day in left else (TWO, right, left)
            why = _why(pack, here[0], [FIRST, SECOND][:: 1 if found == ONE else -1], other)
            for near in (day - ONE_DAY, day + ONE_DAY):
                if near in {*other} - {*own} and here[0]["local"] & other[near]["local"]:
                    pair = near
        rows.append((day, found, what, same, why, here[0]["row"], pair))
    columns = ["date", "found", "what", "same", "why", "row", "pair"]
    return pd.DataFrame(rows, columns=columns).astype({"same": bool, "pair": "datetime64[ns]"})


def launch_days(pack, table, by):
    """Gather for each compared day of a list its local days, its launches and its slips."""
    # A month more at each end, to find a launch that the other list has under another day.
    (first, last), month, rows = span(pack), pd.Timedelta(days=31), pack.table(table)
    rows = rows[rows["date"].between(first - month, last + month)]
    if table == FIRST:
        # A launch of which only the month is known has no day to compare.
        rows = rows[rows["date_precision"] == "day"].assign(correction="")
        name, key = "missile", "test_id"
    else:
        rows = rows[rows["type"] == LISTED_AS_MISSILE]
        name, key = "event", "provocation_id"
    days = pd.to_datetime(rows["date" if table in COMPARED[by] else "date_listed"])
    rows = rows.assign(day=days, row=references(table, rows[key]))
    columns = {"local": ("date", set), "what": (name, list), "slips": ("correction", list)}
    return rows.groupby("day").agg(**columns, row=("row", "first")).to_dict("index")


def _why(pack, item, tables, other):
    """Say why a day of one list is not on the other."""
    reasons, words = [], pack.words
    for local in sorted(item["local"]):
        there = [words.date(day) for day, days in other.items() if local in days["local"]]
        if there:
            reasons.append(words.say("lists-moved", days=there))
        elif pack.has("known_differences"):
            known = pack.known_differences
            fits = (known[["list_a", "list_b"]] == tables).all(axis=1) & (known["date"] == local)
            reasons += list(known.loc[fits, "why"])
    reasons += filter(None, item["slips"])
    return " ".join(dict.fromkeys(reasons)) or words.say("lists-unknown")


def lists(pack):
    """Launch days of two lists, joined by the day that each prints, or by local days."""
    words, years = pack.words, years_shown(pack)
    titles = [pack.resource(table)["title"] for table in (FIRST, SECOND)]
    selected = functools.cache(partial(select_days, pack))
    # Of a launch at night the world's clock has another day than the clock of its place.
    clocks = {*zip(*(pack.missile_tests[day] for day in ("date_utc", "date")), strict=True)}
    names = {found: words.say(f"lists-found-{found}") for found in (BOTH, ONE, TWO)}

    @functools.cache
    def found_in(by, first, last):
        """Part the days of a time: on both lists, a day apart, only on the first or the second."""
        days = selected(by)[lambda days: days["date"].between(first, last)]
        one, two = (days[days["found"] == name] for name in (ONE, TWO))
        pairs, twins = one["pair"].between(first, last), two["date"].isin(one["pair"])
        other = two.set_index("date")["row"].loc[one.loc[pairs, "pair"]]
        paired = one[pairs].assign(row=[*one.loc[pairs, "row"] + "; " + other.to_numpy()])
        found = {BOTH: days[days["found"] == BOTH], PAIR: paired}
        return days, found | {ONE: one[~pairs], TWO: two[~twins]}

    def show(by, years):
        first, last = span(pack, ALL if years == KNOWN_THEN else years)
        when = words.years(first.year, last.year)
        if years == KNOWN_THEN:
            when = words.period(first, last := pack.day)
        days, parted = found_in(by, first, last)
        both, one, two = counts = [int((days["found"] == name).sum()) for name in names]
        pairs = parted[PAIR]
        by_clock = [pair in clocks for pair in zip(pairs["date"], pairs["pair"], strict=True)]
        clock = sum(by_clock)
        facts = {
            "case": "none" if days.empty else "pairs" if len(pairs) else "some",
            "by": by,
            "when": when,
            "total": len(days),
            **dict(zip(("both", "one", "two", "first", "second"), (*counts, *titles), strict=True)),
            "on_first": both + one,
            "on_second": both + two,
            "days": int((~days["same"]).sum()),
            "pairs": len(pairs),
            "clock": clock,
            "zone": "none" if clock == 0 else "all" if clock == len(pairs) else "some",
            "example": "clock" if by_clock[:1] == [True] else "other",
            "alone": len(parted[ONE]) + len(parted[TWO]),
            "late": "some" if last > pack.day else "none",
        }
        apart = days[(days["found"] != BOTH) | ~days["same"]]
        said = [words.say("lists-days", days=count) for count in counts]
        rows = [(name, days, "", "") for name, days in zip(names.values(), said, strict=True)]
        dates = map(words.date, apart["date"])
        rows += zip(apart["found"].map(names), dates, apart["why"], apart["what"], strict=True)
        table = pd.DataFrame(rows, columns=["list", "day", "reason", "what"])
        draw = partial(draw_lists, pack, parted, titles, facts)
        shown = [*[""] * len(names), *apart["row"], *days["row"]]
        return View(facts, table, draw, (330, 420), rows=shown, empty=days.empty)

    options = {ALL: words.years(years[0], years[-1])}
    options[KNOWN_THEN] = words.say("lists-years-known-then", year=years[0])
    options = Control(options | {year: year for year in years}, KNOWN_THEN)
    source = sources(pack, FIRST, SECOND, "known_differences")
    return declare(pack, "lists", show, source, by=tuple(COMPARED), years=options)


def draw_lists(pack, parted, titles, facts, chart):
    """Draw a block for each day, paler for two days that are one launch, hollow for one list's."""
    words, up, numbers, names = pack.words, 0.05 * chart.narrow, [], []
    most, edge = max(LEAST, *map(len, parted.values())), 2 - chart.narrow
    pixel = most / (400, 300)[chart.narrow]
    for name, rows in parted.items():
        colours, hollow = tenses(rows["date"], pack.day), name in (ONE, TWO)
        said = tag("b", str(len(rows))) if len(rows) else words.say("number-none")
        numbers.append((len(rows) + most / 80, len(names) - up, said))
        row = {"list": titles[name == TWO], "zone": facts["zone"]}
        names.append(words.say(f"lists-row-{name}", **row))
        when = map(words.date, rows["date"])
        if name == PAIR:
            when = map(words.join, zip(when, map(words.date, rows["pair"]), strict=True))
        said = dated(words, when, rows["what"])
        look = {"edges": colours if hollow else None, "hover": said, "rows": rows["row"]}
        look |= {"opacity": 0.5} if name == PAIR else {}
        fill, level = style.role("paper") if hollow else colours, [len(names) - 1 - up] * len(rows)
        # A hollow block is as large as another with its edge.
        inward = edge / 2 * pixel * hollow
        left = [place + inward for place in range(len(rows))]
        chart.tiles(left, level, fill, "", 0.8 - 2 * inward, 0.44, edge=edge, **look)
    chart.texts(*zip(*numbers, strict=True), "ink", 15, textposition="middle right")
    names = names if chart.narrow else [wrapped(name, 30) for name in names]
    if len(parted[ONE]) and len(parted[TWO]):
        # What the title counts together; on a phone the name of a row is between the two.
        said = words.say("lists-alone", alone=facts["alone"])
        if chart.narrow:
            names[2] = lines(tag("b", said), names[2])
            place = {"xref": "paper", "x0": -0.013, "x1": -0.013, "y0": 1.36, "y1": 3.2}
            chart.rule(**place, line={"color": style.role("ink"), "width": 1.5})
        else:
            right = max(x for x, *_ in numbers[-2:]) + most / 12
            chart.trail([right] * 2, [1.78, 3.22], "ink", 1)
            chart.texts([right], [2.5], [f"\u2002{said}"], "ink", 13, textposition="middle right")
    chart.row_names(names, shift=[0.42 + 0.09 * name.count(BREAK) for name in names])
    for pair in parted[PAIR].head(1).to_dict("records"):
        chart.foot(words.say("lists-example", **facts | pair), letters=(50, 58))
    chart.set(xaxis={"range": [-0.1, most * (1.08 + 0.04 * chart.narrow)], "visible": False})
