"""The same launch on two public lists: joined by day, before and after days become local."""

import functools
from functools import partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.chronology import dated, tally
from crossroads.charts.launches import (
    FIRST,
    LISTED_AS_MISSILE,
    SECOND,
    sources,
    span,
    years_shown,
)
from crossroads.charts.marks import tenses
from crossroads.charts.view import ALL, Control, View, declare, references
from crossroads.words.tags import tag

# By which column each list gives the day that is compared.
COMPARED = {
    "printed": ("date_listed", "date_listed"),
    "moved": ("date", "date_listed"),
    "local": ("date", "date"),
}
BOTH, ONE, TWO = "both", "first", "second"
PAIR = "pair"
KNOWN_THEN = "known then"
LEAST = 12  # blocks for which there is room at least
ONE_DAY = pd.Timedelta(days=1)


def select_days(pack, by="printed"):
    """Join the launch days of two lists in the years shown, by one of the days of `COMPARED`.

    ``same`` is False where the two rows of a day are about different launches;
    ``pair`` is the day one before or after under which only the other list has the same.
    """
    first, last = span(pack)
    left, right = (launch_days(pack, table, by) for table in (FIRST, SECOND))
    rows = []
    for day in sorted({*left, *right}):
        if not first <= day <= last:
            continue
        here = [days[day] for days in (left, right) if day in days]
        what = "; ".join(tally(item["what"]) for item in here)
        same, pair = True, pd.NaT
        if len(here) == 2:
            found, same = BOTH, bool(here[0]["local"] & here[1]["local"])
            why = "" if same else pack.words.say("lists-chance")
        else:
            found, own, other = (ONE, left, right) if day in left else (TWO, right, left)
            tables = (FIRST, SECOND) if found == ONE else (SECOND, FIRST)
            why = _why(pack, here[0], *tables, other)
            for near in (day - ONE_DAY, day + ONE_DAY):
                if near in {*other} - {*own} and here[0]["local"] & other[near]["local"]:
                    pair = near
        rows.append((day, found, what, same, why, here[0]["row"], pair))
    columns = ["date", "found", "what", "same", "why", "row", "pair"]
    return pd.DataFrame(rows, columns=columns).astype({"same": bool, "pair": "datetime64[ns]"})


def launch_days(pack, table, by):
    """Gather for each compared day of a list its local days, its launches and its slips."""
    # A month more at each end, to find a launch that the other list has under another day.
    month = pd.Timedelta(days=31)
    first, last = span(pack)
    rows = getattr(pack, table)
    rows = rows[rows["date"].between(first - month, last + month)]
    if table == FIRST:
        # A launch of which only the month is known has no day to compare.
        rows = rows[rows["date_precision"] == "day"].assign(correction="")
        compared, name, key = COMPARED[by][0], "missile", "test_id"
    else:
        rows = rows[rows["type"] == LISTED_AS_MISSILE]
        compared, name, key = COMPARED[by][1], "event", "provocation_id"
    columns = (rows["date"], rows[name], rows["correction"], references(table, rows[key]))
    found = {}
    for day, local, what, slip, row in zip(pd.to_datetime(rows[compared]), *columns, strict=True):
        item = found.setdefault(day, {"local": set(), "what": [], "slips": [], "row": row})
        item["local"].add(local)
        item["what"].append(what)
        item["slips"] += filter(None, [slip])
    return dict(sorted(found.items()))


def _why(pack, item, table, other_table, other):
    """Say why a day of one list is not on the other."""
    reasons, words = [], pack.words
    for local in sorted(item["local"]):
        there = [words.date(day) for day, days in other.items() if local in days["local"]]
        if there:
            reasons.append(words.say("lists-moved", days=there))
        elif pack.has("known_differences"):
            known = pack.known_differences
            fits = (known["list_a"] == table) & (known["list_b"] == other_table)
            reasons += list(known.loc[fits & (known["date"] == local), "why"])
    return " ".join(dict.fromkeys([*reasons, *item["slips"]])) or words.say("lists-unknown")


def lists(pack):
    """Launch days of two lists, joined by the day that each prints, or by local days."""
    words, years = pack.words, years_shown(pack)
    titles = [pack.resource(table)["title"] for table in (FIRST, SECOND)]
    selected = functools.cache(partial(select_days, pack))
    names = {found: words.say(f"lists-found-{found}") for found in (BOTH, ONE, TWO)}

    @functools.cache
    def found_in(by, first, last):
        """Part the days of a time: on both lists, a day apart, only on the first or the second."""
        days = selected(by)
        days = days[days["date"].between(first, last)]
        found = {name: days[days["found"] == name] for name in names}
        pairs = found[ONE][found[ONE]["pair"].between(first, last)]
        alone = {
            BOTH: found[BOTH],
            PAIR: pairs,
            ONE: found[ONE].drop(pairs.index),
            TWO: found[TWO][~found[TWO]["date"].isin(pairs["pair"])],
        }
        return days, found, alone

    def show(by, years):
        first, last = span(pack) if years == KNOWN_THEN else span(pack, years)
        when = words.years(first.year, last.year)
        if years == KNOWN_THEN:
            last = pack.day
            when = words.period(first, last)
        days, found, alone = found_in(by, first, last)
        counts = {name: len(rows) for name, rows in found.items()}
        written = {name: words.say("lists-days", days=count) for name, count in counts.items()}
        facts = {
            "case": "none" if days.empty else "pairs" if len(alone[PAIR]) else "some",
            "by": by,
            "when": when,
            "total": len(days),
            "both": counts[BOTH],
            "one": counts[ONE],
            "two": counts[TWO],
            "on_first": counts[BOTH] + counts[ONE],
            "on_second": counts[BOTH] + counts[TWO],
            "first": titles[0],
            "second": titles[1],
            "days": int((~days["same"]).sum()),
            "pairs": len(alone[PAIR]),
            "alone": len(alone[ONE]) + len(alone[TWO]),
            "late": "some" if last > pack.day else "none",
        }
        apart = days[(days["found"] != BOTH) | ~days["same"]]
        rows = [(name, written[found], "", "") for found, name in names.items()]
        rows += [
            (names[row.found], words.date(row.date), row.why, row.what)
            for row in apart.itertuples()
        ]
        table = pd.DataFrame(rows, columns=["list", "day", "reason", "what"])
        # The same scale whichever days are compared, so that the eye compares.
        parted = [found_in(by, first, last)[2].values() for by in COMPARED]
        most = max(LEAST, *(len(rows) for found in parted for rows in found))
        draw = partial(draw_lists, pack, alone, found[TWO], most)
        shown = [*[""] * len(found), *apart["row"], *days["row"]]
        return View(facts, table, draw, 300, rows=shown, empty=days.empty)

    then = words.say("lists-years-known-then", year=years[0])
    whole = words.years(years[0], years[-1])
    return declare(
        pack,
        "lists",
        show,
        sources(pack, FIRST, SECOND, "known_differences"),
        by=tuple(COMPARED),
        years=Control({ALL: whole, KNOWN_THEN: then, **{year: year for year in years}}, KNOWN_THEN),
    )


def draw_lists(pack, found, seconds, most, chart):
    """Draw a block for each day; of two days that are one launch, a block in two halves."""
    words, thick = pack.words, 0.4 if chart.narrow else 0.56
    twice = seconds.set_index("date").reindex(found[PAIR]["pair"]).reset_index(names="date")
    halves = [(found[PAIR], 1, -0.27 * thick, 0.46), (twice, 1, 0.27 * thick, 0.46)]
    parts = [(found[BOTH], 0, 0, 1), *halves, (found[ONE], 2, 0, 1), (found[TWO], 3, 0, 1)]
    for rows, row, up, share in parts:
        colours = tenses(rows["date"], pack.day)
        chart.bars(
            [0.84] * len(rows),
            [row + up] * len(rows),
            base=list(range(len(rows))),
            orientation="h",
            width=share * thick,
            marker={
                "color": style.role("paper") if row > 1 else colours,
                "line": {"width": 2 if row > 1 else 0, "color": colours},
            },
            hover=dated(words, map(words.date, rows["date"]), rows["what"]),
            rows=rows["row"],
        )
    for row, rows in enumerate(found.values()):
        text = tag("b", str(len(rows))) if len(rows) else words.say("number-none")
        chart.note(text, x=len(rows), y=row, xanchor="left", xshift=6, font={"size": 15})
    if len(found[PAIR]):
        pair = found[PAIR].iloc[0]
        facts = {"what": pair["what"], "day": pair["date"], "other": pair["pair"]}
        chart.foot(words.say("lists-example", **facts), 10, (50, 56))
    chart.row_names([words.say(f"lists-row-{name}") for name in found])
    chart.set(xaxis={"range": [-0.1, most * 1.08 + 0.5], "visible": False}, barmode="overlay")
