"""How far actors stand apart: by hand-coded stances, and by their countries' votes at the UN."""

import functools
from dataclasses import dataclass

import pandas as pd

from crossroads.charts import stances, style
from crossroads.charts.marks import BARE, length, lines, mark, wrapped
from crossroads.charts.view import ALL, View, article_day, declare, governments, named
from crossroads.words.tags import tag

# An average of fewer issues than this rests on too little: it is in the table, and has no rank.
LEAST = 3
# Kinds of actors that a line joins to their country; from so many on, nobody else is drawn.
STATES, ENOUGH = ("government", "administration"), 3
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


def count_orders(rows):
    """Count with how many others both measures put each in the same, and in the opposite order.

    Examples
    --------
    >>> pairs = [(1, 0.5), (2, 0.9), (3, 0.7)]
    >>> count_orders([Distance("", "", 9, *pair, "told") for pair in pairs])
    [(2, 0), (1, 1), (1, 1)]
    """
    products = [
        [(row.steps - other.steps) * (row.points - other.points) for other in rows] for row in rows
    ]
    return [(sum(one > 0 for one in some), sum(one < 0 for one in some)) for some in products]


def distances(pack):
    """Both distances from any actor: other actors by stances, other countries by votes."""
    words, actors, day = pack.words, stances.select_actors(pack), article_day(pack)
    countries, own = named(pack, "actors", "country"), stances.list_stances(pack)
    states = governments(pack)["short_name"]
    ruling = {*pack.actors.loc[pack.actors["kind"].isin(STATES), "short_name"]}

    @functools.cache
    def levels(day):
        latest = stances.latest_stances(stances.recent(stances.known_by(own, day), day))
        return {actor: stances.placed_stances(latest, actor) for actor in actors}

    def state(country):
        return states.get(country, country)

    def facts_of(row):
        steps = words.number(row.steps, 1) if row.issues else ""
        return {"actor": row.actor, "country": row.country, "steps": steps, "issues": row.issues}

    def number(points):
        return words.number(points, 2 if points < CLOSE else 1)

    def place(at, values):
        at = "last" if values[at] == values[-1] else values.index(values[at]) + 1
        return words.say("distances-place", place=at)

    def show(actor, day, votes):
        last = select_points(pack, day, votes)
        points = dict(zip(last["country"], last["ideal_point"], strict=True))
        rows = select_distances(levels(day), points, actors, countries, actor)
        ranked = [row for row in rows if row.ranked]
        few = [row for row in rows if row.case != "same" and not row.ranked]
        nearest = [row for row in ranked if row.steps == ranked[0].steps]
        told = sorted((row for row in rows if row.case == "told"), key=lambda row: row.points)
        apart = {state(row.country): row.points for row in told}
        least = min(apart.values(), default=None)
        voted = [country for country in apart if apart[country] == least]
        joined = [row for row in ranked if row.actor in ruling and row.points is not None]
        crossed = [opposite for _, opposite in count_orders(joined)]
        most = max(crossed, default=0)
        # What the title tells, too: whose line alone crosses most others, two at least.
        leap = joined[crossed.index(most)] if most > 1 and crossed.count(most) == 1 else None
        # Who stands in one list only is in a note, but for the nearest, whom the title names.
        held = [one for one in apart if one in {state(row.country) for row in joined}]
        alike = len(held) >= ENOUGH and {*voted} <= {*held} and {*nearest} <= {*joined}
        left, right = (joined, held) if alike else (ranked, [*apart])
        ends = [(left.index(row), right.index(state(row.country))) for row in joined]
        orders = count_orders([row for row in ranked if row.points is not None])
        same, opposite = (sum(some) // 2 for some in zip(*orders, (0, 0), strict=True))
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
            "opposite": opposite,
            "ordered": same + opposite,
            "few": len(few),
            "least": LEAST,
            "months": stances.MONTHS,
            "used": sum(map(len, levels(day).values())),
            "leap": leap.actor if leap else "none",
            "way": "none" if joined else "no",
            "coded": [row.actor for row in nearest],
            "each": [words.say("distances-each", **facts_of(row)) for row in nearest],
            "steps": words.number(nearest[0].steps, 1) if nearest else "",
            "voted": voted,
            "points": number(least) if voted else "",
            "close": "yes" if voted and least < CLOSE else "no",
        }
        if leap:
            start, end = ends[joined.index(leap)]
            facts["way"] = "down" if end > start else "up" if end < start else "none"
            facts["steps_place"] = place(start, [row.steps for row in left])
            facts["points_place"] = place(end, [apart[one] for one in right])
        home = "home" if {state(row.country) for row in nearest} == {*voted} else "apart"
        facts["nearest"] = "same" if facts["coded"] == voted else home
        why = {case: words.say("distances-points", case=case) for case in ("same", "none")}
        apart_by = [why.get(row.case) or number(row.points) for row in rows]
        cells = [(*facts_of(row).values(), by) for row, by in zip(rows, apart_by, strict=True)]
        heads = ["steps_apart_on_average", "shared_issues", "ideal_points_apart"]
        table = pd.DataFrame(cells, columns=["actor", "country", *heads])
        strong = {leap.actor, state(leap.country)} if leap else ()

        def role(name, best):
            return "record" if name in best else "ink" if name in strong else "muted"

        # Of each row its name, what is written beside it, and its role: none without a place.
        coded = {row.actor: words.number(row.steps, 1) for row in ranked}
        steps = [(row.actor, coded[row.actor], role(row.actor, facts["coded"])) for row in left]
        less = [] if alike else few
        steps += [(row.actor, words.say("distances-shared", issues=row.issues), "") for row in less]
        sums = [(one, number(apart[one]), role(one, voted)) for one in right]
        rest = {
            "steps": [f"{row.actor}\u00a0{coded[row.actor]}" for row in ranked if row not in left]
        }
        rest["points"] = [f"{one}\u00a0{number(apart[one])}" for one in apart if one not in right]
        note = [words.say("distances-only", by=by, names=rest[by]) for by in rest if rest[by]]
        heads = [words.say(f"distances-by-{measure}") for measure in ("steps", "points")]
        draw = functools.partial(draw_distances, heads, (steps, sums), ends, " ".join(note))
        return View(facts, table, draw, 400, empty=facts["case"] == "none")

    # Later years have too few stances of their own.
    last = min(f"{pack.day.year + 1}-12-31", max(stances.day_options(pack)))
    years = {f"{pack.day.year - 2}-12-31", last}
    days = {day: words.say("distances-day-article")}
    days |= {end: words.say("distances-day-end", year=end[:4]) for end in sorted(years)}
    kinds = sorted(pack.un_ideal_points["votes_on"].unique())
    votes = {one: words.say("distances-votes-option", votes=one) for one in kinds}
    return declare(pack, "distances", show, actor=actors, day=days, votes=votes)


def draw_distances(heads, lists, ends, note, chart):
    """Set two lists from near to far beside each other; lines join actors and their countries."""
    narrow, size = chart.narrow, 12 if chart.narrow else 14
    # A line is as strong as the stronger of its ends.
    tones = [{lists[0][start][2], lists[1][end][2]} for start, end in ends]
    tones = [next(one for one in ("ink", "record", "muted") if one in some) for some in tones]
    for role, width in (("muted", 1), ("record", 3), ("ink", 4)):
        y = [at for two, one in zip(ends, tones, strict=True) if one == role for at in (*two, None)]
        chart.trail([0, 1, None] * (len(y) // 3), y, role, width)
    for x, side, inner in ((0, "left", "right"), (1, "right", "left")):
        texts = [f"\u2003{b}\u2002{a}" if x else f"{a}\u2002{b}\u2003" for a, b, _ in lists[x]]
        roles = [role for *_, role in lists[x]]
        # Heads begin at the names, or at the edge where there is no room.
        beside = max((22 + length(one, size) for one in texts), default=0) if narrow else 280
        place = {"xanchor": side if narrow else inner, "xshift": narrow * (2 * x - 1) * beside}
        place |= {"align": place["xanchor"], "font": {"size": size}}
        head, meaning = heads[x].split("\n")
        chart.head(x, lines(tag("b", head), wrapped(meaning, 26 if narrow else 36)), **place)
        strong = [(role or "muted") != "muted" for role in roles]
        texts = [tag("b", text) if one else text for text, one in zip(texts, strong, strict=True)]
        inks = [style.role("record" if role == "record" else "ink") for role in roles]
        look = {"textposition": f"middle {side}", "hoverinfo": "skip", "cliponaxis": False}
        dots = [style.role(role) for role in roles if role]
        chart.points([x] * len(dots), [*range(len(dots))], marker=mark(11, "circle", dots), **look)
        chart.texts([x] * len(texts), [*range(len(texts))], texts, inks, size, **look)
        chart.set(margin={side[0]: beside, "t": 82 if narrow else 64, "b": 44 if narrow else 26})
    rows = max(4, *map(len, lists)) - 0.5
    look = {"x": 0.5, "y": 0, "xref": "paper", "yref": "paper", "yanchor": "top", "yshift": -4}
    chart.note(wrapped(note, 50 if narrow else 94), **look, font={"size": 12})
    chart.set(xaxis=BARE | {"range": [0, 1]}, yaxis=BARE | {"range": [rows, -0.5]})
