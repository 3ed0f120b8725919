"""What followed two meetings, each from a pack of its own, by days since the meeting ended."""

import functools
from functools import partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.chronology import periods, plural_kind
from crossroads.charts.view import View, declare
from crossroads.words.plain import last_day, parts

MEETINGS, TALKS, AGREEMENTS = "summit", "talks", "agreement"
# Tests are done by one side alone; all else takes both.
TESTS = ("nuclear-test", "missile-test")
KINDS = (MEETINGS, TALKS, AGREEMENTS, *TESTS)
YEARS = (1, 2, 5)


def select_after(pack, event_id, years):
    """Select what followed a meeting of two leaders, the first two of its actors, within years.

    Meetings of the same two, talks and agreements in which both of their
    countries take part, and tests by one of the two, in order of date. One
    column more: ``days`` since the meeting ended.
    """
    events = pack.events.set_index("event_id", drop=False)
    meeting = events.loc[event_id]
    country = pack.actors.set_index("actor_id")["country"]
    leaders = set(parts(meeting["actors"])[:2])
    sides = {country[actor] for actor in leaders}
    ended = last_day(meeting)
    named = events["actors"].map(parts).map(set)
    there = named.map(lambda actors: {country[actor] for actor in actors})
    fits = (
        ((events["kind"] == MEETINGS) & named.map(leaders.issubset))
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
    names, ended = [row["short_title"] for row in rows], [last_day(row) for row in rows]
    ends = [pack.events["date"].max() for pack, _ in meetings]
    # A kind of which a table has no row anywhere is not kept: its absence says nothing.
    kept = [{*pack.events["kind"]} for pack, _ in meetings]

    @functools.cache
    def plural(kind):
        keepers = (meetings[place][0] for place in places if kind in kept[place])
        return plural_kind(next(keepers, first), kind)

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
        years, named = int(within), kind or AGREEMENTS
        kinds = [kind] if kind else [*plurals]
        facts = {
            "years": years,
            "kinds": plural(named),
            "counts": [number("aftermath-after", place, years, named) for place in places],
            "stories": " ".join(story(place, years, kinds) for place in places),
        }
        found = [followed(place, years) for place in places]
        table = pd.concat([rows[rows["kind"].isin(kinds)] for rows in found])
        table = table[["meeting", "days", "when", "label", "title"]]
        table = table.set_axis(["meeting", "days_later", "when", "kind", "what"], axis=1)
        lanes = [
            (
                words.say("aftermath-lane", name=names[place], kinds=plurals[kind]),
                found[place][found[place]["kind"] == kind],
                {"color": style.COLOURS[place], "symbol": symbol},
                kind in kept[place],
            )
            for place in places
            for symbol, kind in zip(style.SYMBOLS, kinds, strict=False)
        ]
        draw = partial(draw_aftermath, words, lanes, 366 * years)
        return View(facts, table, draw, 110 + 34 * len(lanes))

    return declare(
        first,
        "aftermath",
        show,
        within={str(years): words.say("aftermath-years", years=years) for years in YEARS},
        kind={"": words.say("aftermath-kind-none"), **plurals},
    )


def draw_aftermath(words, lanes, longest, chart):
    """Draw what followed as marks on a line of days for each meeting and kind."""
    for place, (_, rows, look, kept) in enumerate(lanes):
        marker = {"size": 13, **look}
        chart.points(rows["days"], [place] * len(rows), marker=marker, hover=rows["title"])
        if not kept:
            chart.note(words.say("aftermath-not-kept"), x=0, y=place, xanchor="left")
    chart.row_names([name for name, *_ in lanes])
    title = {"text": words.say("aftermath-axis")}
    chart.set(xaxis={"range": [-0.02 * longest, 1.02 * longest], "title": title})
