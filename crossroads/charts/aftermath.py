"""What followed two meetings, each from a pack of its own, by days since the meeting ended."""

import functools
from dataclasses import replace
from functools import partial

import pandas as pd

from crossroads.charts import style
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
    first, words, places = meetings[0][0], meetings[0][0].words, range(len(meetings))
    rows = [pack.events.set_index("event_id").loc[event_id] for pack, event_id in meetings]
    for (pack, _), row in zip(meetings, rows, strict=True):
        country = named(pack, "actors", "country")
        if len({country[actor] for actor in parts(row["actors"])[:2]}) < 2:
            raise NothingToShow(words.say("aftermath-needs", name=row["short_title"]))
    names, ended = [row["short_title"] for row in rows], [last_day(row) for row in rows]
    ends = [pack.events["date"].max() for pack, _ in meetings]
    # A kind of which a table has no row anywhere is not kept: its absence says nothing.
    kept = [{*pack.events["kind"], *([LAUNCHES] if pack.has(LIST) else [])} for pack, _ in meetings]

    @functools.cache
    def plural(kind):
        keepers = [meetings[place][0] for place in places if kind in kept[place]]
        # A pack with a list of launches has its own words for them.
        keepers.sort(key=lambda pack: not (kind == LAUNCHES and pack.has(LIST)))
        return plural_kind(keepers[0] if keepers else first, kind)

    plurals = {kind: plural(kind) for kind in KINDS if kind in set().union(*kept)}

    @functools.cache
    def followed(place, years):
        pack, event_id = meetings[place]
        found = select_after(pack, event_id, years)
        kinds = found["kind"].map(lambda kind: pack.label("events.kind", kind))
        return found.assign(meeting=names[place], when=periods(words, found), label=kinds)

    def number(message, place, years, kind):
        facts = {
            "kept": "yes" if kind in kept[place] else "no",
            "number": int((followed(place, years)["kind"] == kind).sum()),
            "kinds": plural(kind),
            "name": names[place],
        }
        return words.say(message, **facts)

    def story(place, years, kinds):
        found = followed(place, years)
        again = found.loc[found["kind"] == MEETINGS, "days"] if MEETINGS in kinds else ()
        window = ended[place] + pd.DateOffset(years=years)
        counts = [number("aftermath-number", place, years, kind) for kind in kinds]
        facts = {
            "name": names[place],
            "years": years,
            "counts": ", ".join(counts),
            "again": "yes" if len(again) else "no",
            "days": min(again, default=0),
            "record": "short" if ends[place] < window else "whole",
            "end": ends[place],
        }
        return words.say("aftermath-story", **facts)

    def show(within, kind):
        years, counted = int(within), kind or AGREEMENTS
        kinds = [kind] if kind else [*plurals]
        facts = {
            "years": years,
            "kinds": plural(counted),
            "counts": [number("aftermath-after", place, years, counted) for place in places],
            "stories": " ".join(story(place, years, kinds) for place in places),
        }
        found = [followed(place, years) for place in places]
        listed = pd.concat([rows[rows["kind"].isin(kinds)] for rows in found])
        table = listed[["meeting", "days", "when", "label", "title"]]
        table = table.set_axis(["meeting", "days_later", "when", "kind", "what"], axis=1)
        lanes = [
            (
                number("aftermath-lane", place, years, each),
                lane_of(meetings[place][0], "", there, each in kinds, SHAPES[place], 11),
                list(there["days"]),
            )
            for each in plurals
            for place in places
            for there in [found[place][found[place]["kind"] == each]]
        ]
        draw = partial(draw_aftermath, words, lanes, years)
        height = (60 + 33 * len(lanes), 50 + 42 * len(lanes))
        rows = list(listed["row"])
        return View(facts, table, draw, height, rows=rows, empty=table.empty)

    declared = declare(
        first,
        "aftermath",
        show,
        within={str(years): words.say("aftermath-years", years=years) for years in YEARS},
        kind={"": words.say("aftermath-kind-none"), **plurals},
    )
    details = [(pack, details_of(pack)) for pack, _ in meetings]

    def details_in_packs(row):
        table, _, key = row.partition(":")
        return next(find(row) for pack, find in details if pack.has_row(table, key))

    return replace(declared, details=details_in_packs)


def draw_aftermath(words, lanes, years, chart):
    """Draw what followed as marks on a line of days for each kind and meeting."""
    longest = 366 * years
    grey = {"color": style.role("muted"), "width": 1}
    for place, (_, lane, days) in enumerate(lanes):
        chart.lane(lane, days, place)
        ends = {"x0": 0, "x1": longest, "y0": place, "y1": place}
        chart.rule(line=grey, opacity=0.4, layer="below", **ends)
        # A line of its own for each kind.
        if place % 2 == 0 and place and not chart.narrow:
            chart.across(place - 0.5, line={**grey, "dash": "dot"}, opacity=0.6)
    chart.row_names([name for name, *_ in lanes], shift=0.4, tickfont={"size": 13})
    ticks = range(0, years + 1)
    said = ["0", *(words.say("aftermath-years", years=year) for year in ticks[1:])]
    axis = {"tickvals": [365 * year for year in ticks], "ticktext": said, "tickfont": {"size": 12}}
    chart.set(xaxis={"range": [-0.03 * longest, 1.02 * longest], "showgrid": False, **axis})
