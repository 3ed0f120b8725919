"""How far actors stand apart: by hand-coded stances, and by their countries' votes at the UN."""

import functools
import itertools
import math
from dataclasses import dataclass

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import BARE, BREAK, length, lines, mark, wrapped
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
from crossroads.words.tags import tag

# An average of fewer issues than this rests on too little: it is in the table, and has no rank.
LEAST = 3
WIDEST = LEVELS[-1] - LEVELS[0]
ROW, HEADS = 23, (4.7, 6.1)  # pixels of each row of a list; more for both heads, wide and narrow
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
        few = [row for row in rows if row.case != "same" and not row.ranked]
        nearest = [row for row in ranked if row.steps == ranked[0].steps]
        told = sorted((row for row in rows if row.case == "told"), key=lambda row: row.points)
        apart = {state(row.country): row.points for row in told}
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
            "few": len(few),
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
        # Of each row its name, its distance if any, what is written, whether it is in bold.
        say = functools.partial(words.say, "distances-bar")
        steps = [(facts["actor"], 0, "", True)]
        steps += [
            (row.actor, row.steps, words.number(row.steps, 1), row in nearest) for row in ranked
        ]
        steps += [(row.actor, None, say(issues=row.issues), False) for row in few]
        sums = [(facts["home"], 0, "", True)]
        sums += [(one, apart[one], number(apart[one]), one in voted) for one in apart]
        sums += [(one, None, why["none"], False) for one in sorted(lacking)]
        heads = [words.say(f"distances-by-{measure}") for measure in ("steps", "points")]
        lists = tuple(zip(heads, (WIDEST, widest), (steps, sums), strict=True))
        draw = functools.partial(draw_distances, lists)
        heights = tuple(20 + ROW * (len(steps) + len(sums) + more) for more in HEADS)
        return View(facts, table, draw, heights, empty=facts["case"] == "none")

    points = pack.un_ideal_points
    kinds = sorted(points["votes_on"].unique())
    points = points.loc[points["date"] >= pack.stances["date"].min(), "ideal_point"]
    # The same scale whatever is chosen, so that the eye compares.
    span = points.max() - points.min()
    widest = math.ceil(span) if span > 0 else 1
    # Later years have too few stances of their own.
    last = min(f"{pack.day.year + 1}-12-31", max(day_options(pack)))
    years = {f"{pack.day.year - 2}-12-31", last}
    days = {day: words.say("distances-day-article")}
    days |= {end: words.say("distances-day-end", year=end[:4]) for end in sorted(years)}
    votes = {one: words.say("distances-votes-option", votes=one) for one in kinds}
    return declare(pack, "distances", show, actor=actors, day=days, votes=votes)


def draw_distances(lists, chart):
    """Set actors on lines from near to far; beneath, in another measure, countries by votes."""
    narrow, size, place = chart.narrow, 12 if chart.narrow else 13, 0
    start, end = -0.2 if narrow else -0.08, max(most for _, most, _ in lists)
    whole = [row for *_, rows in lists for row in rows]
    beside = 14 + max(length(name, size) for name, *_ in whole)
    right = 4 + max(length(figure, size) for _, apart, figure, _ in whole if apart is not None)
    unseen = {"hoverinfo": "skip", "cliponaxis": False}
    for head, most, rows in lists:
        head, said = head.split("\n")
        said = wrapped(said, 54 if narrow else 99)
        place += 1.4 + 0.7 * (1 + said.count(BREAK))
        look = {"xshift": -beside, "yanchor": "bottom", "align": "left", "font": {"size": size}}
        chart.left(lines(tag("b", head), said), place - 0.5, **look)
        ticks, y = range(most + 1), [place + number for number in range(len(rows))]
        names, far, figures, bold = zip(*rows, strict=True)
        drawn = y[1 : len(y) - far.count(None)]
        chart.guides(drawn, (0, most))
        ends = place + 0.4, place + len(drawn) + 0.4, None
        chart.trail([tick for tick in ticks for _ in ends], ends * len(ticks), "zero")
        chart.texts(ticks[1:], [place] * most, list(map(str, ticks[1:])), "ink", size, **unseen)
        roles = ["ink", *("record" if one else "muted" for one in bold[1:])]
        shapes = ["diamond", *["circle"] * len(rows[1:])]
        chart.points(far, y, marker=mark(12, shapes, [*map(style.role, roles)], 0), **unseen)
        beyond = [0.04 if one is None else end - start for one in far]
        for x, texts, side in (([start] * len(y), names, "left"), (beyond, figures, "right")):
            texts = [tag("b", text) if one else text for text, one in zip(texts, bold, strict=True)]
            chart.texts(x, y, texts, "ink", size, textposition=f"middle {side}", **unseen)
        place += len(rows) - 0.5
    chart.set(margin={"l": beside, "r": right}, yaxis=BARE | {"range": [place, 0]})
    chart.set(xaxis=BARE | {"range": [start, end - start]})


def facts_of(words, row):
    """Give what a message and the table say of a distance by stances."""
    steps = words.number(row.steps, 1) if row.issues else ""
    return {"actor": row.actor, "country": row.country, "steps": steps, "issues": row.issues}
