"""How far actors stand apart: by hand-coded stances, and by their countries' votes at the UN."""

import functools
import itertools
import math
from dataclasses import dataclass

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import label_places, length, mark
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
from crossroads.words.tags import tag


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


def distances(pack):
    """Both distances from any actor."""
    words, actors, day = pack.words, select_actors(pack), article_day(pack)
    countries = named(pack, "actors", "country")
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
        draw = functools.partial(draw_distances, words, actors[actor], compared, near, said, most)
        return View(facts, table, draw, (400, 440), empty=not compared)

    points = pack.un_ideal_points
    kinds = sorted(points["votes_on"].unique())
    points = points.loc[points["date"] >= pack.stances["date"].min(), "ideal_point"]
    widest = float(points.max() - points.min())
    # Later years have too few stances of their own.
    last = min(f"{pack.day.year + 1}-12-31", max(day_options(pack)))
    years = {f"{pack.day.year - 2}-12-31", last}
    days = {day: words.say("distances-day-article")}
    days |= {end: words.say("distances-day-end", year=end[:4]) for end in sorted(years)}
    votes = {one: words.say("distances-votes-option", votes=one) for one in kinds}
    facts = {"enough": ENOUGH}
    return declare(pack, "distances", show, facts, actor=actors, day=days, votes=votes)


# Where a label may stand beside its point (unit: pixels).
TRIES = [
    (side, right, 16 * up)
    for up in (0, 1, -1, 2, -2, 3, -3, 4, 5)
    for side, right in (("left", 9), ("right", -9))
]


def draw_distances(words, actor, rows, near, left_out, most, chart):
    """Draw a point for each other actor, farther right by stances, higher by votes."""
    width, height, foot = (300, 270, 70) if chart.narrow else (560, 270, 40)
    far, top = most[0] * 1.04, most[1] * 1.08
    places = [(row.steps / far * width, row.points / top * height) for row in rows]
    sides = [[row.actor in those for those in near] for row in rows]
    nearest = list(map(any, sides))
    ink, blue = style.role("ink"), style.role("record")
    colours = [blue if one else style.role("muted") for one in nearest]
    for row, (by_steps, by_points) in zip(rows, sides, strict=True):
        # A line as long as the distance: across by stances, upwards by votes.
        line = {"line": {"color": blue, "width": 3}, "layer": "below"}
        if by_steps:
            chart.rule(x0=0, x1=row.steps, y0=row.points, y1=row.points, **line)
        if by_points:
            chart.rule(x0=row.steps, x1=row.steps, y0=0, y1=row.points, **line)
    chart.points(
        [row.steps for row in rows],
        [row.points for row in rows],
        marker=mark([13 if one else 9 for one in nearest], "circle", colours) | {"opacity": 1},
        hover=[words.say("distances-hover", **hover_facts(words, row)) for row in rows],
        cliponaxis=False,
    )
    chart.points([0], [0], marker=mark(12, "square", ink), hoverinfo="skip")
    # The actor itself comes first; no label covers the axis.
    alone = [len(those) == 1 for those in near]
    named = [[one and said for one, said in zip(pair, alone, strict=True)] for pair in sides]
    names = [actor, *(near_words(words, *pair) for pair in zip(rows, named, strict=True))]
    bold, inks = [True, *nearest], [ink, *(blue if one else ink for one in nearest)]
    spots = [(0, 0), *((row.steps, row.points) for row in rows)]
    lengths = [length(name) * (1.12 if one else 1) for name, one in zip(names, bold, strict=True)]
    taken = [(-100, -100, 2 * width, -8)]
    for (x, y), (_, upwards) in zip(places, sides, strict=True):
        taken += [(x - 2, 0, x + 2, y)] if upwards else []
    found = label_places([(0, 0), *places], lengths, [TRIES] * len(names), width, taken)
    labels = zip(names, spots, found, inks, bold, strict=True)
    for name, (x, y), (side, right, up), ink, one in labels:
        text = tag("b", name) if one else name
        place = {"xanchor": side, "xshift": right, "yshift": up}
        if abs(up) > 16:
            # A line leads to a label farther off.
            line = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "standoff": 7}
            line |= {"arrowcolor": style.role("muted"), "ax": right, "ay": -up}
            place = {"xanchor": side, "yanchor": "middle", **line}
        ground = {"bgcolor": style.role("paper")} if (x, y) == (0, 0) else {}
        chart.note(text, x=x, y=y, **place, **ground, font={"size": 13, "color": ink})
    chart.left(words.say("distances-axis-votes"), 1.01, yref="paper", yanchor="bottom")
    steps = {"text": words.say("distances-axis-stances"), "font": {"size": 13}, "standoff": 4}
    ticks = {"tickfont": {"size": 12}, "showgrid": False, "ticks": "outside", "dtick": 1}
    chart.set(
        margin={"t": 34, "b": foot + 50},
        xaxis={**ticks, "range": [-0.03 * far, far], "title": steps},
        yaxis={**ticks, "range": [-0.15, top]},
    )
    chart.foot(left_out, 44)


def near_words(words, row, sides):
    """Name an actor, and say how near it is by the measures by which it alone is the nearest."""
    if not any(sides):
        return row.actor
    by = "both" if all(sides) else "steps" if sides[0] else "points"
    return words.say("distances-nearest", by=by, **hover_facts(words, row))


def hover_facts(words, row):
    """Give what a message says of a distance."""
    numbers = {"steps": words.number(row.steps, 1), "points": words.number(row.points, 1)}
    return {"actor": row.actor, "issues": row.issues, **numbers}
