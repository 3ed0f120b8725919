"""The same launch on two public lists: joined by day, before and after days become local."""

import functools
from functools import partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.launches import (
    FIRST,
    LISTED_AS_MISSILE,
    SECOND,
    draw_lanes,
    sources,
    span,
    tally,
    years_shown,
)
from crossroads.charts.marks import AROUND_LANES, LANE
from crossroads.charts.view import ALL, View, declare

# By which column each list gives the day that is compared.
COMPARED = {
    "printed": ("date_listed", "date_listed"),
    "moved": ("date", "date_listed"),
    "local": ("date", "date"),
}
BOTH, ONE, TWO = "both", "first", "second"
LOOKS = {
    BOTH: (style.ACCENT, "line-ns-open", 16),
    ONE: (style.COLOURS[1], "x-thin-open", 11),
    TWO: (style.COLOURS[2], "circle-open", 10),
}
KNOWN_THEN = "known then"


def select_days(pack, by="printed"):
    """Join the launch days of two lists in the years shown, by one of the days of `COMPARED`.

    ``found`` is ``"both"``, ``"first"`` or ``"second"``; ``what``, words of
    the lists; ``same``, False where the two rows of a day are about different
    launches; ``why``, what is known about a difference.
    """
    first, last = span(pack)
    left, right = (launch_days(pack, table, by) for table in (FIRST, SECOND))
    rows = []
    for day in sorted({*left, *right}):
        if not first <= day <= last:
            continue
        here = [days[day] for days in (left, right) if day in days]
        what = "; ".join(tally(item["what"]) for item in here)
        if len(here) == 2:
            same = bool(here[0]["local"] & here[1]["local"])
            why = "" if same else pack.words.say("lists-chance")
            rows.append((day, BOTH, what, same, why))
        elif day in left:
            rows.append((day, ONE, what, True, _why(pack, here[0], FIRST, SECOND, right)))
        else:
            rows.append((day, TWO, what, True, _why(pack, here[0], SECOND, FIRST, left)))
    days = pd.DataFrame(rows, columns=["date", "found", "what", "same", "why"])
    return days.astype({"same": bool})


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
        compared, name = COMPARED[by][0], "missile"
    else:
        rows = rows[rows["type"] == LISTED_AS_MISSILE]
        compared, name = COMPARED[by][1], "event"
    columns = (rows["date"], rows[name], rows["correction"])
    found = {}
    for day, *cells in zip(pd.to_datetime(rows[compared]), *columns, strict=True):
        item = found.setdefault(day, {"local": set(), "what": [], "slips": []})
        local, what, slip = cells
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
    names = {found: words.say(f"lists-found-{found}") for found in LOOKS}

    def show(by, years):
        first, last = span(pack) if years == KNOWN_THEN else span(pack, years)
        when = words.years(first.year, last.year)
        if years == KNOWN_THEN:
            last = pack.day
            when = words.period(first, last)
        days = selected(by)
        days = days[days["date"].between(first, last)]
        found = {name: days[days["found"] == name] for name in LOOKS}
        counts = {name: len(rows) for name, rows in found.items()}
        written = {name: words.say("lists-days", days=count) for name, count in counts.items()}
        facts = {
            "case": "none" if days.empty else "some",
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
        }
        apart = days[(days["found"] != BOTH) | ~days["same"]]
        rows = [(names[name], written[name], "", "") for name in LOOKS]
        rows += [
            (names[row.found], words.date(row.date), row.why, row.what)
            for row in apart.itertuples()
        ]
        table = pd.DataFrame(rows, columns=["list", "day", "reason", "what"])
        lanes = [
            (
                words.say("lists-lane", name=names[name], days=counts[name]),
                rows["date"],
                [
                    words.say("dated-title", when=words.date(date), title=what)
                    for date, what in zip(rows["date"], rows["what"], strict=True)
                ],
                LOOKS[name],
            )
            for name, rows in found.items()
        ]
        draw = partial(draw_lanes, pack, lanes, first, last)
        return View(facts, table, draw, AROUND_LANES + LANE * len(lanes))

    then = words.say("lists-years-known-then", year=years[0])
    whole = words.years(years[0], years[-1])
    return declare(
        pack,
        "lists",
        show,
        sources(pack, FIRST, SECOND, "known_differences"),
        by=tuple(COMPARED),
        years={KNOWN_THEN: then, ALL: whole, **{year: year for year in years}},
    )


EXPLORERS = {"lists": (lists, (FIRST, SECOND))}
