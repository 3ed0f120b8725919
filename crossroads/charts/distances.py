"""How far actors stand apart: by coded stances, and by their countries' votes at the UN."""

import functools
from dataclasses import dataclass

import pandas as pd

from crossroads.charts import stances, style
from crossroads.charts.marks import BARE, bold, lines, mark, spread, wrapped
from crossroads.charts.view import ALL, View, article_day, declare, governments, named
from crossroads.words.tags import tag

# An average of fewer issues than this rests on too little: it is in the table, and has no rank.
LEAST = 3
# Kinds of actors that a line joins to their country, and how wide lines are.
STATES, WIDTHS = ("government", "administration"), {"muted": 1, "record": 3, "ink": 4}
STRENGTH = [*WIDTHS].index
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
        crossing = [
            row
            for row in joined
            if leap and (row.steps - leap.steps) * (row.points - leap.points) < 0
        ]
        behind = [row.actor for row in crossing if row.points < leap.points]
        orders = count_orders([row for row in ranked if row.points is not None])
        same, opposite = (sum(some) // 2 for some in zip(*orders, (0, 0), strict=True))
        facts = {
            "case": ("told" if voted else "stances") if nearest else "votes" if voted else "none",
            "actor": actors[actor],
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
            "fallen": len(behind),
            "behind": behind,
            "passed": [row.actor for row in crossing],
            "lines": len(joined),
            "coded": [row.actor for row in nearest],
            "each": [words.say("distances-each", **facts_of(row)) for row in nearest],
            "steps": words.number(nearest[0].steps, 1) if nearest else "",
            "voted": voted,
            "points": number(least) if voted else "",
            "close": "yes" if voted and least < CLOSE else "no",
        }
        home = "home" if {state(row.country) for row in nearest} == {*voted} else "apart"
        facts["nearest"] = "same" if facts["coded"] == voted else home
        why = {case: words.say("distances-points", case=case) for case in ("same", "none")}
        apart_by = [why.get(row.case) or number(row.points) for row in rows]
        cells = [(*facts_of(row).values(), by) for row, by in zip(rows, apart_by, strict=True)]
        heads = ["steps_apart_on_average", "shared_issues", "ideal_points_apart"]
        table = pd.DataFrame(cells, columns=["actor", "country", *heads])
        strong = dict.fromkeys((leap.actor, state(leap.country)) if leap else (), "ink")
        coded = [(row.actor, facts_of(row)["steps"], row.steps) for row in ranked]
        sums = [(one, number(apart[one]), apart[one]) for one in apart]
        sides = []
        for by, best, found in (("steps", facts["coded"], coded), ("points", voted, sums)):
            roles = strong | dict.fromkeys(best, "record")
            # Of each name its number, its part of the way from the nearest on, and its role.
            away = [at for *_, at in found]
            low, long = min(away, default=0), max(away, default=0) - min(away, default=0)
            dots = {
                one: (said, (at - low) / (long or 1), roles.get(one, "muted"))
                for one, said, at in found
            }
            sides.append((words.say(f"distances-by-{by}"), dots))
        ends = [(sides[0][1][row.actor], sides[1][1][state(row.country)]) for row in joined]
        note = words.say("distances-left-out", actors=[row.actor for row in few], least=LEAST)
        draw = functools.partial(draw_distances, sides, ends, note * bool(few))
        return View(facts, table, draw, 400, empty=facts["case"] == "none")

    # Later years have too few stances of their own.
    last = min(f"{pack.day.year + 1}-12-31", max(stances.day_options(pack)))
    years = {f"{pack.day.year - 2}-12-31", last}
    days = {day: words.say("distances-day-article")}
    days |= {end: words.say("distances-day-end", year=end[:4]) for end in sorted(years)}
    kinds = sorted(pack.un_ideal_points["votes_on"].unique())
    votes = {one: words.say("distances-votes-option", votes=one) for one in kinds}
    return declare(pack, "distances", show, actor=actors, day=days, votes=votes)


def draw_distances(sides, ends, note, chart):
    """Set two scales from near to far beside each other; lines join actors and their countries."""
    narrow, size = chart.narrow, 12 if chart.narrow else 14
    chart.set(margin={"l": 2, "r": 2, "t": 66 if narrow else 78})
    chart.foot(note)
    for tone, width in WIDTHS.items():
        # A line is as strong as the stronger of its ends.
        ups = [
            (a, b, None) for (_, a, one), (_, b, two) in ends if tone == max(one, two, key=STRENGTH)
        ]
        chart.trail([0, 1, None] * len(ups), [up for three in ups for up in three], tone, width)
    beside, gap = (1.5, 0.12) if narrow else (0.8, 0.045)
    for x, (head, dots) in enumerate(sides):
        side, inner, out = (("left", "right", -gap), ("right", "left", 1 + gap))[x]
        head, meaning, *edges = head.split("\n")
        said = lines(tag("b", head), wrapped(meaning, 20))
        chart.head(x, said, xanchor=inner, align=inner, font={"size": size})
        if not dots:
            continue
        numbers, at, roles = zip(*dots.values(), strict=True)
        # Names that would meet stand apart, each at the end of a fine line.
        up, near = spread(at, 0.084), 0.2 * x + 0.8 * out
        joins = [place for pair in zip(at, up, strict=True) for place in (*pair, None)]
        chart.trail([x, x, None, *[x, near, None] * len(at)], [0, 1, None, *joins], "muted")
        look = mark(11, "circle", list(map(style.role, roles)))
        chart.points([x] * len(at), at, marker=look, hoverinfo="skip")
        texts = ["\u2002".join(pair[:: 1 - 2 * x]) for pair in zip(dots, numbers, strict=True)]
        texts = bold(texts, [role != "muted" for role in roles])
        inks = [style.role("record" if role == "record" else "ink") for role in (*roles, "", "")]
        at = [f"{place} {side}" for place in [*["middle"] * len(up), "top", "bottom"]]
        places = [*[out] * len(up), x, x], [*up, -0.12, 1.16]
        chart.texts(*places, [*texts, *edges], inks, size, textposition=at, hoverinfo="skip")
    chart.set(xaxis=BARE | {"range": [-beside, 1 + beside]}, yaxis=BARE | {"range": [1.22, -0.2]})
