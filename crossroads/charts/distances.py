"""How far actors stand apart: by hand-coded stances, and by their countries' votes at the UN."""

import functools
import itertools
import math
from dataclasses import dataclass

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import BARE, mark, wrapped
from crossroads.charts.stances import (
    ENOUGH,
    MONTHS,
    day_options,
    known_by,
    latest_stances,
    list_stances,
    placed_stances,
    recent,
    select_actors,
)
from crossroads.charts.view import ALL, View, article_day, declare, named
from crossroads.words.tags import join, tag

# An average of fewer issues than this rests on little.
FEW = 3
PERSON = "person"


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
    def compared(self):
        """Whether it is of another country and shares enough issues."""
        return self.issues >= ENOUGH and self.points is not None


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


def select_voters(rows, people):
    """Name for each country the actor whose row has its votes: no person, where there is another.

    Examples
    --------
    >>> rows = [Distance(name, "UTO", 5, 1, 2.8, "told") for name in ("A leader", "The country")]
    >>> select_voters(rows, {"A leader"})
    {'UTO': 'The country'}
    """
    # The first row of a country is put in last.
    ordered = sorted(reversed(rows), key=lambda row: row.actor not in people)
    return {row.country: row.actor for row in ordered}


def distances(pack):
    """Both distances from any actor."""
    words, actors, day = pack.words, select_actors(pack), article_day(pack)
    countries = named(pack, "actors", "country")
    people = set(pack.actors.loc[pack.actors["kind"] == PERSON, "short_name"])
    own = list_stances(pack)

    @functools.cache
    def levels(day):
        latest = latest_stances(recent(known_by(own, day), day))
        return {actor: placed_stances(latest, actor) for actor in actors}

    @functools.cache
    def session(day, votes):
        return select_points(pack, day, votes)

    @functools.cache
    def farthest():
        # The same scale whatever is chosen, so that the eye compares.
        found = [
            row.steps
            for day in days
            for actor in actors
            for row in select_distances(levels(day), {}, actors, countries, actor)
            if row.issues >= ENOUGH
        ]
        return math.ceil(max(found, default=1) or 1)

    def show(actor, day, votes):
        last = session(day, votes)
        points = dict(zip(last["country"], last["ideal_point"], strict=True))
        rows = select_distances(levels(day), points, actors, countries, actor)
        compared = [row for row in rows if row.compared]
        same, ordered = same_order(compared)
        used = sum(map(len, levels(day).values()))
        facts = {
            "case": "told" if compared else "none",
            "actor": actors[actor],
            "day": pd.Timestamp(day),
            "votes": votes,
            "known": "no" if last.empty else "yes",
            "session": "".join(map(str, last["session"][:1])),
            "year": "".join(f"{date:%Y}" for date in last["date"][:1]),
            "same": same,
            "opposite": ordered - same,
            "ordered": ordered,
            "few": sum(row.issues < ENOUGH for row in rows),
            "enough": ENOUGH,
            "hollow": sum(row.issues < FEW for row in compared),
            "least": FEW,
            "months": MONTHS,
            "used": used,
        }
        if compared:
            steps, apart = (min(getattr(row, by) for row in compared) for by in ("steps", "points"))
            coded = [row.actor for row in compared if row.steps == steps]
            voted = [row.actor for row in compared if row.points == apart]
            facts |= {
                "nearest": "same" if coded == voted else "apart",
                "coded": coded,
                "each": [
                    words.say("distances-near", actor=row.actor, issues=row.issues)
                    for row in compared
                    if row.steps == steps
                ],
                "steps": words.number(steps, 1),
                "voted": voted,
                "points": words.number(apart, 1),
            }
        measured = [
            words.number(row.points, 1)
            if row.case == "told"
            else words.say("distances-points", case=row.case)
            for row in rows
        ]
        table = pd.DataFrame(
            {
                "actor": [row.actor for row in rows],
                "country": [row.country for row in rows],
                "steps_apart_on_average": [
                    words.number(row.steps, 1) if row.issues else "" for row in rows
                ],
                "shared_issues": [row.issues for row in rows],
                "ideal_points_apart": measured,
            }
        )
        left_out = [
            words.say("distances-left-out", why=why, actors=those)
            for why, those in (
                ("same", [row.actor for row in rows if row.case == "same"]),
                ("none", [row.actor for row in rows if row.case == "none"]),
                ("few", [one.actor for one in rows if one.case == "told" and not one.compared]),
            )
            if those
        ]
        near = facts.get("coded", ()), facts.get("voted", ())
        said, most = " ".join(left_out), (farthest(), widest)
        voters = select_voters(compared, people)
        draw = functools.partial(draw_distances, words, compared, voters, near, said, most)
        return View(facts, table, draw, (400, 440), empty=not compared)

    points = pack.un_ideal_points
    kinds = sorted(points["votes_on"].unique())
    points = points.loc[points["date"] >= pack.stances["date"].min(), "ideal_point"]
    span = points.max() - points.min()
    widest = float(span) if span > 0 else 1.0
    # Later years have too few stances of their own.
    last = min(f"{pack.day.year + 1}-12-31", max(day_options(pack)))
    years = {f"{pack.day.year - 2}-12-31", last}
    days = {day: words.say("distances-day-article")}
    days |= {end: words.say("distances-day-end", year=end[:4]) for end in sorted(years)}
    votes = {one: words.say("distances-votes-option", votes=one) for one in kinds}
    facts = {"enough": ENOUGH}
    return declare(pack, "distances", show, facts, actor=actors, day=days, votes=votes)


# Where the second measure begins, where the first has the length 1 and room for its number.
SECOND, END = {False: 1.46, True: 1.4}, 0.3
# The room of the numbers of a scale (unit: pixels), and the line to a place on it.
SCALE, GUIDE = 20, {"color": style.role("muted"), "width": 1, "dash": "dot"}


def draw_distances(words, rows, voters, near, left_out, most, chart):
    """Draw a row for each other actor, the nearest first: how far by stances, how far by votes.

    Each measure has a form and a scale of its own. `voters` has, for each
    country, the actor in whose row its votes stand, once.
    """
    # A phone has names, which no line may cross, between the rows.
    second, half, above = SECOND[chart.narrow], *((0.2, 5) if chart.narrow else (0.5, 0))
    measures = (("steps", 0, "circle"), ("points", second, "diamond"))
    ink = {"color": style.role("ink"), "width": 1}
    for (by, start, symbol), those, scale in zip(measures, near, most, strict=True):
        line = by == "steps"
        told = [row for row in rows if line or voters[row.country] == row.actor]
        places = [start + getattr(row, by) / scale for row in told]
        colours = [style.role("record" if row.actor in those else "muted") for row in told]
        for row, x, colour in zip(told, places, colours, strict=True):
            place = rows.index(row)
            ends = {"x0": start, "x1": start, "y0": place - half, "y1": place + half}
            path = {"x0": start, "x1": x, "y0": place, "y1": place, "layer": "below"}
            chart.rule(**path, line={"color": colour, "width": 4} if line else GUIDE)
            if line:
                chart.rule(**ends, line=ink, layer="below")
            said = words.number(getattr(row, by), 1)
            if row.actor in those:
                said = tag("b", said)
            if line and not chart.narrow:
                said = join([said, words.say("distances-shared", issues=row.issues)], "\u2002")
            look = {"xanchor": "left", "xshift": 9, "font": {"size": 13, "color": colour}}
            chart.note(said, x=x, y=place, **look)
        sizes = [12 if row.actor in those else 8 for row in told]
        hollow = [line and row.issues < FEW for row in told]
        marks = mark(sizes, symbol, colours)
        marks["color"] = [
            style.role("paper") if empty else colour
            for empty, colour in zip(hollow, colours, strict=True)
        ]
        chart.points(
            places,
            [rows.index(row) for row in told],
            marker=marks | {"opacity": 1},
            hover=[words.say("distances-hover", **hover_facts(words, row)) for row in told],
            cliponaxis=False,
        )
        for row in rows:
            if row not in told:
                said = words.say("distances-as", actor=voters[row.country])
                font = {
                    "size": 12,
                    "color": style.role("record" if row.actor in those else "muted"),
                }
                chart.note(said, x=start, y=rows.index(row), xanchor="left", font=font)
        head = wrapped(words.say(f"distances-by-{by}"), 20 if chart.narrow else 32)
        look = {"xanchor": "left", "yanchor": "bottom", "align": "left", "font": {"size": 12}}
        chart.note(tag("b", head), x=start, y=1, yref="paper", yshift=SCALE + above, **look)
        for end in range(0, math.floor(scale) + 1, math.ceil(scale / 5)):
            font = {"size": 12, "color": style.role("muted")}
            place = {"x": start + end / scale, "y": 1, "yref": "paper", "yshift": above}
            chart.note(str(end), yanchor="bottom", **place, font=font)
    nearest = {*near[0], *near[1]}
    names = [tag("b", row.actor) if row.actor in nearest else row.actor for row in rows]
    if chart.narrow:
        shared = [words.say("distances-shared", issues=row.issues) for row in rows]
        names = [join(pair, "\u2002") for pair in zip(names, shared, strict=True)]
    chart.row_names(names, 6, shift=0.4, showline=False)
    chart.set(
        margin={"t": (62 if chart.narrow else 48) + SCALE + above},
        xaxis={**BARE, "range": [-0.03, second + 1 + END]},
    )
    chart.foot(left_out, letters=(50, 76))


def hover_facts(words, row):
    """Give what a message says of a distance."""
    numbers = {"steps": words.number(row.steps, 1), "points": words.number(row.points, 1)}
    return {"actor": row.actor, "issues": row.issues, **numbers}
