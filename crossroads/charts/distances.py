"""How far actors stand apart: by hand-coded stances, and by their countries' votes at the UN."""

import functools
import itertools
from dataclasses import dataclass

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import label_places, length, mark, wrapped
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
            "each": [words.say("distances-near", **facts_of(words, row)) for row in nearest],
            "steps": words.number(nearest[0].steps, 1) if nearest else "",
            "voted": voted,
            "points": number(least) if voted else "",
            "close": "yes" if voted and least < CLOSE else "no",
        }
        home = {state(row.country) for row in nearest} == {*voted}
        alike = "home" if home else "apart"
        facts["nearest"] = "same" if facts["coded"] == voted else alike
        why = {case: words.say("distances-points", case=case) for case in ("same", "none")}
        table = pd.DataFrame([facts_of(words, row) for row in rows])
        table["points"] = [why.get(row.case) or number(row.points) for row in rows]
        heads = ["steps_apart_on_average", "shared_issues", "ideal_points_apart"]
        table = table.set_axis(["actor", "country", *heads], axis=1)
        few = [row for row in rows if row.case != "same" and not row.ranked]
        left_out = {"few": [f"{row.actor} ({row.issues})" for row in few]}
        left_out |= {case: [row.actor for row in rows if row.case == case] for case in why}
        left_out["close"] = voted if facts["close"] == "yes" else []
        said = [
            words.say("distances-left-out", why=case, actors=those, **facts) if those else ""
            for case, those in left_out.items()
        ]
        shares = {name: apart[name] / widest for name in sorted(apart, key=apart.get)}
        draw = functools.partial(draw_distances, words, ranked, shares, facts, said)
        return View(facts, table, draw, (420, 480), empty=facts["case"] == "none")

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


def draw_distances(words, rows, shares, facts, left_out, chart):
    """Rank actors by stances; beneath, set countries on a line from votes alike to unlike ones."""

    def colours(names, nearest):
        return [style.role("record" if name in nearest else "muted") for name in names]

    names, places = [row.actor for row in rows], list(range(len(rows)))
    bold = [tag("b", name) if name in facts["coded"] else name for name in names]
    chart.row_names(bold, 8, shift=0.44, domain=[0.41, 1])
    shown, steps = colours(names, facts["coded"]), [row.steps / WIDEST for row in rows]
    look = {"orientation": "h", "width": 0.14, "hoverinfo": "skip"}
    chart.bars(steps, places, marker={"color": shown, "line": {"width": 0}}, **look)
    chart.points(
        steps,
        places,
        mode="markers+text",
        marker=mark(9, "circle", shown),
        text=[f"\u2002{words.say('distances-bar', **facts_of(words, row))}" for row in rows],
        textposition="middle right",
        textfont={"size": 13, "color": shown},
        hoverinfo="skip",
        cliponaxis=False,
    )
    letters, ink = 42 if chart.narrow else 64, style.role("ink")
    heads = [words.say(f"distances-by-{by}", votes=facts["votes"]) for by in ("steps", "points")]
    heads = [tag("b", wrapped(head, letters)) for head in heads]
    few, *foot = left_out
    look = {"yanchor": "top", "align": "left", "font": {"size": 12, "color": style.role("muted")}}
    chart.left(wrapped(few, letters), len(rows) - 0.3, **look)
    chart.heads([0], heads[:1], [ink], yshift=6)
    if shares:
        chart.heads([0], heads[1:], [ink], y=0.31)
        _line_of_votes(words, shares, facts, colours(shares, facts["voted"]), chart)
    chart.set(
        xaxis={"visible": False, "range": [0, 1.02]},
        yaxis2={"visible": False, "range": [-1, 3], "domain": [0, 0.32], "fixedrange": True},
        margin={"t": 44 if chart.narrow else 28},
    )
    chart.foot(" ".join(filter(None, foot)), letters=(50, 76))


def _line_of_votes(words, shares, facts, colours, chart):
    ink, names = style.role("ink"), [facts["home"], *shares]
    places, colours = [0, *shares.values()], [ink, *colours]
    line = {"color": ink, "width": 1}
    chart.points([0, 1], [0, 0], mode="lines", yaxis="y2", line=line, hoverinfo="skip")
    marks = {"marker": mark(11, "diamond", colours), "hover": names, "cliponaxis": False}
    chart.points(places, [0] * len(places), yaxis="y2", **marks)
    # Names stand above their marks; at the ends of the line, beside them.
    ways = [(side, 0, up) for side in ("center", "left", "right") for up in (16, 31, 46, 61, 76)]
    spots, lengths = (
        [(place * chart.room, 0) for place in places],
        [length(one, 12) + 12 for one in names],
    )
    found = label_places(spots, lengths, [ways] * len(names), chart.room, high=14)
    for name, place, colour, (side, _, up) in zip(names, places, colours, found, strict=True):
        said = tag("b", name) if name in facts["voted"] else name
        look = {"yref": "y2", "xanchor": side, "yshift": up, "font": {"size": 12, "color": colour}}
        chart.note(said, x=place, y=0, **look)
    for place, side, end in ((0, "left", "alike"), (1, "right", "unlike")):
        look = {"yref": "y2", "xanchor": side, "yshift": -16, "font": {"size": 12}}
        chart.note(words.say("distances-end", end=end), x=place, y=0, **look)


def facts_of(words, row):
    """Give what a message and the table say of a distance by stances."""
    steps = words.number(row.steps, 1) if row.issues else ""
    return {"actor": row.actor, "country": row.country, "steps": steps, "issues": row.issues}
