"""How far actors stand apart: by hand-coded stances, and by their countries' votes at the UN."""

import functools
import itertools
from dataclasses import dataclass

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import lines
from crossroads.charts.stances import (
    CODED,
    ENOUGH,
    article_day,
    day_options,
    known_by,
    latest_stances,
    list_stances,
    placed_stances,
    select_actors,
)
from crossroads.charts.view import ALL, View, declare


@dataclass(frozen=True)
class Distance:
    """How far another actor is: steps on the issues that both have, and ideal points.

    Both are None where they cannot be measured; `case` says why there are
    no points: ``same`` country, or ``none`` estimated.
    """

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
    """Give each country's ideal point in the last session of the UN General Assembly by a day.

    Rows of ``un_ideal_points``; `votes` is a value of ``votes_on``.
    """
    rows = pack.un_ideal_points
    rows = rows[(rows["votes_on"] == votes) & (rows["date"] <= day)]
    return rows[rows["session"] == rows["session"].max()]


def select_distances(levels, points, actors, countries, actor):
    """Measure how far others are from an actor, the nearest by stances first.

    `levels` gives each actor's rows by issue, `points` each country's ideal
    point, `actors` and `countries` name and country by ``actor_id``.
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
    countries = dict(zip(pack.actors["actor_id"], pack.actors["country"], strict=True))
    own = list_stances(pack)

    @functools.cache
    def levels(day):
        latest = latest_stances(known_by(own, day))
        return {actor: placed_stances(latest, actor) for actor in actors}

    @functools.cache
    def session(day, votes):
        return select_points(pack, day, votes)

    def show(actor, day, votes):
        last = session(day, votes)
        points = dict(zip(last["country"], last["ideal_point"], strict=True))
        rows = select_distances(levels(day), points, actors, countries, actor)
        compared = [row for row in rows if row.compared]
        same, ordered = same_order(compared)
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
        }
        if compared:
            steps, apart = (min(getattr(row, by) for row in compared) for by in ("steps", "points"))
            coded = [row.actor for row in compared if row.steps == steps]
            voted = [row.actor for row in compared if row.points == apart]
            facts |= {
                "nearest": "same" if coded == voted else "apart",
                "coded": coded,
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
        draw = functools.partial(draw_distances, words, rows, measured, widest)
        return View(facts, table, draw, 90 + 38 * len(rows))

    points = pack.un_ideal_points
    kinds = sorted(points["votes_on"].unique())
    points = points.loc[points["date"] >= pack.stances["date"].min(), "ideal_point"]
    widest = float(points.max() - points.min())
    years = {f"{pack.day.year - 2}-12-31", max(day_options(pack))}
    days = {day: words.say("distances-day-article")}
    days |= {end: words.say("distances-day-end", year=end[:4]) for end in sorted(years)}
    votes = {one: words.say("distances-votes-option", votes=one) for one in kinds}
    facts = {"enough": ENOUGH}
    return declare(pack, "distances", show, facts, actor=actors, day=days, votes=votes)


def draw_distances(words, rows, measured, widest, chart):
    """Draw a row for each other actor: left by stances, right by votes."""
    few = ["/" if row.issues < ENOUGH else "" for row in rows]
    names = [row.actor for row in rows]
    texts = [
        f"{words.number(row.steps, 1)} ({row.issues})"
        if row.issues
        else words.say("distances-none-shared")
        for row in rows
    ]
    hatched = {"color": style.ACCENT, "pattern": {"shape": few, "solidity": 0.35}}
    chart.rows([row.steps or 0 for row in rows], names, texts, marker=hatched)
    full = {"color": style.COLOURS[1]}
    chart.rows([row.points or 0 for row in rows], names, measured, marker=full, xaxis="x2")
    # The same length whatever is chosen, with room for the words behind the bars.
    side = {"showticklabels": False, "showgrid": False, "fixedrange": True, "side": "top"}
    side |= {"zeroline": False}
    coded, voted = (
        {"font": {"size": 13}, "text": lines(*words.say(f"distances-axis-{by}").split("\n"))}
        for by in ("stances", "votes")
    )
    chart.set(
        xaxis={**side, "domain": [0, 0.54], "range": [0, 5.5], "title": coded},
        xaxis2={
            **side,
            "domain": [0.58, 1],
            "range": [0, widest * 1.5],
            "title": voted,
            "anchor": "y",
        },
        yaxis={"autorange": "reversed", "tickfont": {"size": 13}},
        bargap=0.35,
    )


EXPLORERS = {"distances": (distances, (*CODED, "un_ideal_points"))}
