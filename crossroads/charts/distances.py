"""How far actors stand apart: by hand-coded stances, and by their countries' votes at the UN."""

import functools
import itertools
from dataclasses import dataclass

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import length, lines, mark
from crossroads.charts.stances import (
    LEVELS,
    MONTHS,
    day_options,
    known_by,
    latest_stances,
    list_stances,
    placed_stances,
    recent,
    select_actors,
)
from crossroads.charts.view import ALL, View, article_day, declare, governments, named
from crossroads.words.tags import join, tag

# An average of fewer issues than this rests on too little: it is in the table, and has no rank.
LEAST = 3
WIDEST = LEVELS[-1] - LEVELS[0]
HEADS = "distances-by-steps", "distances-by-points"
ROWS = 23, 29  # pixels of each row of a list, wide and narrow
# Ideal points nearer than this are as good as the same.
CLOSE = 0.05


@dataclass(frozen=True)
class Distance:
    """How far another actor is, None where it cannot be measured; `case` says why no points are."""

    actor: str
    country: str
    issues: int
    steps: float | None
    points: float | None
    case: str

    @property
    def ranked(self):
        """Whether it is of another country and shares enough issues."""
        return self.issues >= LEAST and self.case != "same"


def select_points(pack, day, votes=ALL):
    """Give each country's ideal point in the last session of the UN General Assembly by a day."""
    rows = pack.un_ideal_points
    rows = rows[(rows["votes_on"] == votes) & (rows["date"] <= day)]
    return rows[rows["session"] == rows["session"].max()]


def select_distances(levels, points, actors, countries, actor):
    """Measure how far others are from an actor, the nearest by stances first.

    `levels` gives each actor's rows by issue, `points` each country's ideal point.
    """
    found = []
    for other, name in actors.items():
        if other == actor:
            continue
        shared = levels[actor].keys() & levels[other].keys()
        gaps = [abs(levels[actor][one].position - levels[other][one].position) for one in shared]
        here, there = countries[actor], countries[other]
        case = "same" if here == there else "told" if {here, there} <= points.keys() else "none"
        apart = abs(points[here] - points[there]) if case == "told" else None
        steps = sum(gaps) / len(gaps) if gaps else None
        found.append(Distance(name, there, len(gaps), steps, apart, case))
    return sorted(found, key=lambda row: (row.steps is None, row.steps))


def same_order(rows):
    """Count how often both measures put two others in the same order.

    Returns the pairs in the same order, and the pairs that both put in an
    order (a pair at equal distance by either measure is in none).

    Examples
    --------
    >>> pairs = [(1, 0.5), (2, 0.9), (3, 0.7)]
    >>> same_order([Distance("", "", 9, steps, points, "told") for steps, points in pairs])
    (2, 3)
    """
    same = ordered = 0
    for one, other in itertools.combinations(rows, 2):
        product = (one.steps - other.steps) * (one.points - other.points)
        ordered += product != 0
        same += product > 0
    return same, ordered


def distances(pack):
    """Both distances from any actor: other actors by stances, other countries by votes."""
    words, actors, day = pack.words, select_actors(pack), article_day(pack)
    countries, own = named(pack, "actors", "country"), list_stances(pack)
    states = governments(pack)["short_name"]

    @functools.cache
    def levels(day):
        latest = latest_stances(recent(known_by(own, day), day))
        return {actor: placed_stances(latest, actor) for actor in actors}

    def state(country):
        return states.get(country, country)

    def number(points):
        return words.number(points, 2 if points < CLOSE else 1)

    def show(actor, day, votes):
        last = select_points(pack, day, votes)
        points = dict(zip(last["country"], last["ideal_point"], strict=True))
        rows = select_distances(levels(day), points, actors, countries, actor)
        ranked = [row for row in rows if row.ranked]
        nearest = [row for row in ranked if row.steps == ranked[0].steps]
        apart = {state(row.country): row.points for row in rows if row.case == "told"}
        lacking = {state(row.country) for row in rows if row.case == "none"}
        least = min(apart.values(), default=None)
        voted = [country for country in apart if apart[country] == least]
        same, ordered = same_order([row for row in ranked if row.points is not None])
        facts = {
            "case": ("told" if voted else "stances") if nearest else "votes" if voted else "none",
            "actor": actors[actor],
            "home": state(countries[actor]),
            "day": pd.Timestamp(day),
            "votes": votes,
            "known": "no" if last.empty else "yes",
            "session": "".join(map(str, last["session"][:1])),
            "year": "".join(f"{date:%Y}" for date in last["date"][:1]),
            "same": same,
            "opposite": ordered - same,
            "ordered": ordered,
            "few": sum(row.case != "same" for row in rows) - len(ranked),
            "least": LEAST,
            "months": MONTHS,
            "used": sum(map(len, levels(day).values())),
            "coded": [row.actor for row in nearest],
            "each": [words.say("distances-each", **facts_of(words, row)) for row in nearest],
            "steps": words.number(nearest[0].steps, 1) if nearest else "",
            "voted": voted,
            "points": number(least) if voted else "",
            "close": "yes" if voted and least < CLOSE else "no",
        }
        alike = "home" if {state(row.country) for row in nearest} == {*voted} else "apart"
        facts["nearest"] = "same" if facts["coded"] == voted else alike
        why = {case: words.say("distances-points", case=case) for case in ("same", "none")}
        cells = [
            [*facts_of(words, row).values(), why.get(row.case) or number(row.points)]
            for row in rows
        ]
        heads = ["steps_apart_on_average", "shared_issues", "ideal_points_apart"]
        table = pd.DataFrame(cells, columns=["actor", "country", *heads])
        # Of each row its name, its place on the scale if any, its figure, whether it is nearest.
        others = sorted((row for row in rows if row.case != "same"), key=lambda row: not row.ranked)
        stances = []
        for row in others:
            ranked, share = ("yes", row.steps / WIDEST) if row.ranked else ("no", None)
            figure = words.say("distances-bar", ranked=ranked, **facts_of(words, row))
            stances.append((row.actor, share, figure, row in nearest))
        sums = [
            (name, apart[name] / widest, words.say("distances-apart", points=number(apart[name])))
            for name in sorted(apart, key=apart.get)
        ]
        sums += [(name, None, why["none"]) for name in sorted(lacking)]
        lists = [(facts["actor"], stances)]
        lists += [(facts["home"], [(*one, one[0] in voted) for one in sums])]
        heads = [words.say(one, widest=number(widest)) for one in HEADS]
        ends = [words.say(f"distances-{end}") for end in ("near", "far")]
        draw = functools.partial(draw_distances, heads, lists, ends)
        heights = tuple(20 + row * (len(stances) + len(sums) + 6) for row in ROWS)
        return View(facts, table, draw, heights, empty=facts["case"] == "none")

    points = pack.un_ideal_points
    kinds = sorted(points["votes_on"].unique())
    points = points.loc[points["date"] >= pack.stances["date"].min(), "ideal_point"]
    # The same scale whatever is chosen, so that the eye compares.
    span = points.max() - points.min()
    widest = float(span) if span > 0 else 1.0
    # Later years have too few stances of their own.
    last = min(f"{pack.day.year + 1}-12-31", max(day_options(pack)))
    years = {f"{pack.day.year - 2}-12-31", last}
    days = {day: words.say("distances-day-article")}
    days |= {end: words.say("distances-day-end", year=end[:4]) for end in sorted(years)}
    votes = {one: words.say("distances-votes-option", votes=one) for one in kinds}
    return declare(pack, "distances", show, actor=actors, day=days, votes=votes)


def draw_distances(heads, lists, ends, chart):
    """Set actors on lines from near to far; beneath, on its own scale, countries by votes."""
    narrow, size, listed, tops, place = chart.narrow, 12 if chart.narrow else 13, [], [], 0
    names = [row[0] for _, rows in lists for row in rows] or [""]
    beside = 0 if narrow else 12 + max(length(name, size) for name in names)
    for head, (_, rows) in zip(heads, lists, strict=True):
        look = {"xshift": -beside, "yanchor": "bottom", "yshift": -7, "align": "left"}
        head, one = head.split("\n")
        chart.left(lines(tag("b", head), one), place, font={"size": size}, **look)
        tops.append(place + 1 - 0.3 * narrow)
        listed += [(place + number, *row) for number, row in enumerate(rows, 2)]
        place += len(rows) + 3.1
    places, names, shares, said, near = zip(*listed, strict=True) if listed else [()] * 5
    chart.guides([row[0] for row in listed if row[2] is not None], (0, 1))
    tones = [style.role("record" if one else "muted") for one in near]
    look = {"hoverinfo": "skip", "cliponaxis": False}
    chart.points(shares, places, marker=mark(12, "circle", tones, 0), **look)
    chart.points([0, 0], tops, marker=mark(12, "diamond", style.role("ink"), 0), **look)
    pairs = zip(names + said, near * 2, strict=True)
    texts = [tag("b", text) if one else text for text, one in pairs]
    texts += [join([tag("b", own), f"\u2002{ends[0]}"]) for own, _ in lists] + [ends[1]] * 2
    starts = [0 if narrow else -0.015] * len(names) + [1 if narrow else 1.02] * len(said)
    starts += [0.04 if narrow else 0.015] * 2 + [1] * 2
    sides = ["middle left"] * len(names) + ["middle right"] * len(said)
    sides = sides[:: -1 if narrow else 1] + ["middle right"] * 2 + ["middle left"] * 2
    heights = [at - 0.5 * narrow for at in places * 2] + tops * 2
    chart.texts(starts, heights, texts, "ink", size, textposition=sides, **look)
    right = 16 if narrow else max([16, *(length(one, size) for one in said)])
    shown = {"visible": False, "range": [place - 1.6, -1.2]}
    chart.set(xaxis=shown | {"range": [-0.02, 1.02]}, yaxis=shown)
    chart.set(margin={"l": 8 + beside, "r": right})


def facts_of(words, row):
    """Give what a message and the table say of a distance by stances."""
    steps = words.number(row.steps, 1) if row.issues else ""
    return {"actor": row.actor, "country": row.country, "steps": steps, "issues": row.issues}
