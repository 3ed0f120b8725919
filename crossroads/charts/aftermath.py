"""What followed two meetings, each from a pack of its own, by days since the meeting ended."""

import functools
import itertools
from dataclasses import replace
from functools import partial

import pandas as pd

from crossroads.charts.chronology import (
    LAUNCHES,
    LIST,
    lane_of,
    periods,
    plural_kind,
    select_launch_days,
)
from crossroads.charts.view import NothingToShow, View, declare, details_of, named
from crossroads.words.plain import last_day, parts
from crossroads.words.tags import tag

MEETINGS, TALKS, AGREEMENTS = "summit", "talks", "agreement"
# Tests are done by one side alone; all else takes both.
TESTS = ("nuclear-test", LAUNCHES)
KINDS = (MEETINGS, TALKS, AGREEMENTS, *TESTS)
YEARS = (1, 2, 5)
# A mark of each of the two meetings.
SHAPES = ("circle", "diamond")


def select_after(pack, event_id, years):
    """Select what followed a meeting of two leaders, the first two of its actors, within years.

    Meetings of the same two, talks and agreements of both their countries, and
    tests by one of the two; of launches each day of their list, where there is one.
    """
    events = pack.events.assign(row="events:" + pack.events["event_id"])
    meeting = events.set_index("event_id").loc[event_id]
    if pack.has(LIST):
        launches = select_launch_days(pack)
        # The list may go on after the last day of the events.
        launches = launches[launches["date"] <= events["date"].max()]
        events = pd.concat([events[events["kind"] != LAUNCHES], launches], ignore_index=True)
    country = named(pack, "actors", "country")
    leaders = set(parts(meeting["actors"])[:2])
    sides = {country[actor] for actor in leaders}
    ended = last_day(meeting)
    actors = events["actors"].map(parts).map(set)
    there = actors.map(lambda actors: {country[actor] for actor in actors})
    fits = (
        ((events["kind"] == MEETINGS) & actors.map(leaders.issubset))
        | (events["kind"].isin([TALKS, AGREEMENTS]) & there.map(sides.issubset))
        | (events["kind"].isin(TESTS) & there.map(lambda countries: bool(countries & sides)))
    )
    within = (events["date"] > ended) & (events["date"] <= ended + pd.DateOffset(years=years))
    rows = events[fits & within].sort_values("date", kind="stable").reset_index(drop=True)
    return rows.assign(days=(rows["date"] - ended).dt.days)


def aftermath(meetings):
    """What followed each meeting; each is a pack and the ``event_id`` of a meeting in it."""
    packs, words, places = [pack for pack, _ in meetings], meetings[0][0].words, (0, 1)
    rows = [pack.events.set_index("event_id").loc[event_id] for pack, event_id in meetings]
    for pack, row in zip(packs, rows, strict=True):
        country = named(pack, "actors", "country")
        if len({country[actor] for actor in parts(row["actors"])[:2]}) < 2:
            raise NothingToShow(words.say("aftermath-needs", name=row["short_title"]))
    names, ended = [row["short_title"] for row in rows], [last_day(row) for row in rows]
    # A kind of which a table has no row anywhere is not kept: its absence says nothing.
    kept = [{*pack.events["kind"], *([LAUNCHES] if pack.has(LIST) else [])} for pack in packs]
    shown = [kind for kind in KINDS if any(kind in kinds for kinds in kept)]
    plurals = {}
    for kind in KINDS:
        keepers = [pack for pack, kinds in zip(packs, kept, strict=True) if kind in kinds]
        # A pack with a list of launches has its own words for them.
        keepers.sort(key=lambda pack: kind == LAUNCHES and not pack.has(LIST))
        plurals[kind] = plural_kind([*keepers, packs[0]][0], kind)

    @functools.cache
    def followed(place, years):
        found = select_after(*meetings[place], years)
        kinds = found["kind"].map(lambda kind: packs[place].label("events.kind", kind))
        return found.assign(meeting=names[place], when=periods(words, found), label=kinds)

    def number(message, place, years, kind):
        facts = {
            "kept": "yes" if kind in kept[place] else "no",
            "number": int((followed(place, years)["kind"] == kind).sum()),
            "kinds": plurals[kind],
            "name": names[place],
        }
        return words.say(message, **facts)

    def story(place, years, kinds):
        found, end = followed(place, years), packs[place].events["date"].max()
        again = found.loc[found["kind"] == MEETINGS, "days"] if MEETINGS in kinds else ()
        facts = {
            "name": names[place],
            "years": years,
            "counts": ", ".join(number("aftermath-number", place, years, kind) for kind in kinds),
            "again": "yes" if len(again) else "no",
            "days": min(again, default=0),
            "record": "short" if end < ended[place] + pd.DateOffset(years=years) else "whole",
            "end": end,
        }
        return words.say("aftermath-story", **facts)

    def show(within, kind):
        years, counted = int(within), kind or AGREEMENTS
        kinds = [kind] if kind else shown
        found = [followed(place, years) for place in places]
        facts = {
            "years": years,
            "kinds": plurals[counted],
            "counts": [number("aftermath-after", place, years, counted) for place in places],
            "stories": " ".join(story(place, years, kinds) for place in places),
        }
        listed = pd.concat([rows[rows["kind"].isin(kinds)] for rows in found])
        table = listed[["meeting", "days", "when", "label", "title"]]
        table = table.set_axis(["meeting", "days_later", "when", "kind", "what"], axis=1)
        lanes = []
        for each, place in itertools.product(shown, places):
            there = found[place][found[place]["kind"] == each]
            lane = lane_of(packs[place], "", there, each in kinds, SHAPES[place], 11)
            name = number("aftermath-lane", place, years, each)
            name = tag("b", name) if each == counted else name
            lanes.append((name, lane, list(there["days"])))
        draw = partial(draw_aftermath, words, lanes, years)
        height = (60 + 33 * len(lanes), 50 + 42 * len(lanes))
        return View(facts, table, draw, height, rows=[*listed["row"]], empty=table.empty)

    declared = declare(
        packs[0],
        "aftermath",
        show,
        within={str(years): words.say("aftermath-years", years=years) for years in YEARS},
        kind={"": words.say("aftermath-kind-none")} | {kind: plurals[kind] for kind in shown},
    )
    details = [(pack, details_of(pack)) for pack in packs]

    def details_in_packs(row):
        return next(find(row) for pack, find in details if pack.has_row(*row.split(":", 1)))

    return replace(declared, details=details_in_packs)


def draw_aftermath(words, lanes, years, chart):
    """Draw what followed as marks on a line of days for each kind and meeting."""
    longest, places = 366 * years, range(len(lanes))
    chart.guides(places, (0, longest))
    # The two lines of a kind stand together.
    for place in places[2::2] if not chart.narrow else ():
        chart.across(place - 0.5, opacity=0.6)
    for place, (_, lane, days) in zip(places, lanes, strict=True):
        chart.lane(lane, days, place)
    chart.row_names([name for name, *_ in lanes], shift=0.4, tickfont={"size": 13})
    said = ["0", *(words.say("aftermath-years", years=year + 1) for year in range(years))]
    ticks = {"tickvals": [365 * year for year in range(years + 1)], "ticktext": said}
    look = {"range": [-0.03 * longest, 1.02 * longest], "showgrid": False, "tickfont": {"size": 12}}
    chart.set(xaxis={**look, **ticks})
