"""Who wanted what, who moved, and what was expected: hand-coded positions through time.

A position is a level from -2 to 2 on one issue, defined in the table
``positions``. Levels of different issues are never added up: only steps
between two stances on the same issue are counted.
"""

import itertools
from collections import Counter, defaultdict
from functools import partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import lines, mark, wrapped
from crossroads.charts.view import NothingToShow, Options, View, declare

OWN, EXPECTED = "own", "expected"
LEVELS = (-2, -1, 0, 1, 2)
# Direction is a shape and a side as well as a colour; strength is a filling.
SHAPES = {
    2: ("triangle-up", style.COLOURS[0]),
    1: ("triangle-up-open", style.COLOURS[0]),
    0: ("circle-open", style.MUTED),
    -1: ("triangle-down-open", style.COLOURS[1]),
    -2: ("triangle-down", style.COLOURS[1]),
}
FAINT = "rgba(122,122,122,0.35)"
# Fewer actors, or fewer shared issues, than this are too few for an average.
ENOUGH = 3


def level_words(level):
    """Write a level with its sign.

    Examples
    --------
    >>> level_words(2), level_words(0), level_words(-1)
    ('+2', '0', '−1')
    """
    return f"{int(level):+d}".replace("-", "−") if level else "0"


def level_labels(pack):
    """Give the codebook's label of every level, by ``(issue_id, level)``."""
    rows = pack.positions
    return dict(zip(zip(rows["issue_id"], rows["level"], strict=True), rows["label"], strict=True))


def place_words(words, level, label=""):
    """Write a level with its label, such as ``+2 (Propose or meet)``."""
    if pd.isna(level):
        return words.say("no-level")
    return f"{level_words(level)} ({label})" if label else level_words(level)


def select_stances(pack, view=OWN):
    """Select the stances of one view, in order of date.

    Views are never mixed: what somebody expects of an actor is not the
    actor's stance. There are columns of words more: ``actor``, ``issue``,
    ``by``, ``label`` (of the level), ``place`` (level and label) and ``when``.
    """
    rows = pack.stances[pack.stances["view"] == view].sort_values("date", kind="stable")
    names, known = short_names(pack), level_labels(pack)
    labels = [known.get(cell, "") for cell in zip(rows["issue_id"], rows["position"], strict=True)]
    return rows.assign(
        actor=rows["actor_id"].map(names),
        issue=rows["issue_id"].map(issue_names(pack)),
        by=rows["said_by"].map(names),
        label=labels,
        place=list(map(partial(place_words, pack.words), rows["position"], labels)),
        when=list(map(pack.words.date, rows["date"], rows["date_precision"])),
    ).reset_index(drop=True)


def list_stances(pack, view=OWN):
    """List the rows of `select_stances` one by one, with None for a missing level."""
    rows = select_stances(pack, view)
    return list(rows.astype(object).where(rows.notna(), None).itertuples(index=False))


def known_by(rows, day=None):
    """Keep the rows that were known on an ISO day; without one, all."""
    day = pd.Timestamp(day or pd.Timestamp.max)
    return [row for row in rows if row.known_date <= day]


def latest_stances(rows):
    """Keep the latest stance of each actor on each issue.

    Evidence that fits no level counts only where there is no other, and
    comes first; all others follow in order of date.
    """
    latest = {}
    for row in sorted(rows, key=lambda row: row.position is not None):
        cell = row.issue_id, row.actor_id
        latest.pop(cell, None)
        latest[cell] = row
    return list(latest.values())


def placed_stances(rows, actor):
    """Give an actor's rows that have a level, by issue."""
    return {row.issue_id: row for row in rows if row.actor_id == actor and row.position is not None}


def steps_apart(levels):
    """Average the steps of the codebook between every two of some levels.

    Examples
    --------
    >>> steps_apart([2, 2, -1])
    2.0
    """
    gaps = [abs(first - second) for first, second in itertools.combinations(levels, 2)]
    return sum(gaps) / len(gaps)


def select_actors(pack, view=OWN):
    """Name the actors of a view by id: countries with most stances first, each country together.

    A view about actors who also speak for themselves has all of these, so
    that an empty column can be seen.
    """
    stances = pack.stances
    named = set(stances.loc[stances["view"] == view, "actor_id"])
    own = set(stances.loc[stances["view"] == OWN, "actor_id"])
    rows = stances[stances["actor_id"].isin(own if named <= own else named)]
    counts = rows["actor_id"].value_counts()
    actors = pack.actors[pack.actors["actor_id"].isin(counts.index)]
    actors = actors.assign(rows=actors["actor_id"].map(counts))
    actors = actors.assign(country_rows=actors.groupby("country")["rows"].transform("sum"))
    order = ["country_rows", "country", "rows"]
    actors = actors.sort_values(order, ascending=[False, True, False], kind="stable")
    return dict(zip(actors["actor_id"], actors["short_name"], strict=True))


def issue_names(pack):
    """Name every issue, by ``issue_id``, in the order of the table."""
    return dict(zip(pack.issues["issue_id"], pack.issues["name"], strict=True))


def short_names(pack):
    """Name every actor as a chart does, by ``actor_id``."""
    return dict(zip(pack.actors["actor_id"], pack.actors["short_name"], strict=True))


def article_day(pack):
    """Give the article's own day in ISO form."""
    return f"{pack.day:%Y-%m-%d}"


def day_options(pack):
    """Offer the ends of half-years that the stances span, and the article's day, in order."""
    known, words = pack.stances["known_date"], pack.words
    years = range(known.min().year, known.max().year + 1)
    ends = [f"{year}-{end}" for year in years for end in ("06-30", "12-31")]
    # The first end of a half-year after the last row shows everything.
    last = next(end for end in ends if pd.Timestamp(end) >= known.max())
    ends = [end for end in ends if known.min() <= pd.Timestamp(end) and end <= last]
    options = {day: words.date(pd.Timestamp(day)) for day in sorted({*ends, article_day(pack)})}
    options[article_day(pack)] = words.say("day-of-article", day=pack.day)
    return options


def _hover(words, row):
    case = "own" if row.said_by == row.actor_id else "other"
    facts = {"actor": row.actor, "issue": row.issue, "place": row.place, "when": row.when}
    return words.say("stances-hover", case=case, by=row.by, **facts)


# Actors, issues and time: the matrix ----------------------------------------


def stances(pack):
    """The latest stance of every actor on every issue, as it was known on a day."""
    words, issues = pack.words, issue_names(pack)
    order = {}
    if pack.has("codes"):
        codes = pack.codes[pack.codes["column"] == "stances.view"]
        order = dict(zip(codes["code"], codes["order"], strict=True))
    views = sorted(pack.stances["view"].unique(), key=lambda view: order.get(view, len(order) + 1))
    views = {view: pack.label("stances.view", view) for view in views}
    rows = {view: list_stances(pack, view) for view in views}
    actors = {view: select_actors(pack, view) for view in views}

    def show(day, view):
        known, names = known_by(rows[view], day), actors[view]
        latest, columns, rank = latest_stances(known), list(names), list(issues)
        placed = [row for row in latest if row.position is not None]
        cells = len(names) * len(issues)
        spread = select_spread(placed)
        facts = {
            "case": "empty" if not latest else "spread" if spread else "few",
            "day": pd.Timestamp(day),
            "view": views[view],
            "cells": cells,
            "placed": len(placed),
            "unplaced": len(latest) - len(placed),
            "filled": len(latest),
            "empty": cells - len(latest),
            "oldest": min(latest, key=lambda row: row.date).when if latest else "",
        }
        if spread:
            wide, close = max(spread, key=spread.get), min(spread, key=spread.get)
            ends = defaultdict(list)
            for row in placed:
                if row.issue_id == wide:
                    ends[row.position].append(row.actor)
            low, high = min(ends), max(ends)
            facts |= {
                "wide": issues[wide],
                "wide_steps": words.number(spread[wide], 1),
                "close": issues[close],
                "close_steps": words.number(spread[close], 1),
                "spreads": "differ" if spread[close] < spread[wide] else "equal",
                "low": level_words(low),
                "low_actors": ends[low],
                "high": level_words(high),
                "high_actors": ends[high],
            }
        counts = Counter((row.issue_id, row.actor_id) for row in known)
        shown = sorted(
            latest, key=lambda row: (rank.index(row.issue_id), columns.index(row.actor_id))
        )
        table = {
            "issue": [row.issue for row in shown],
            "actor": [row.actor for row in shown],
            "position": [row.place for row in shown],
            "date": [row.when for row in shown],
            "who_says_so": [row.by for row in shown],
            "what_was_said_or_done": [row.evidence for row in shown],
            "other_rows": [counts[row.issue_id, row.actor_id] - 1 for row in shown],
        }
        if view == OWN:
            del table["who_says_so"]
        draw = partial(draw_stances, words, latest, names, issues)
        return View(facts, pd.DataFrame(table), draw, 80 + 48 * len(issues))

    day = Options(day_options(pack), article_day(pack))
    return declare(pack, "stances", show, day=day, view=views)


def select_spread(placed):
    """Average the steps between two actors, for each issue on which enough have a level."""
    levels = defaultdict(list)
    for row in placed:
        levels[row.issue_id].append(row.position)
    return {issue: steps_apart(those) for issue, those in levels.items() if len(those) >= ENOUGH}


def draw_stances(words, latest, actors, issues, chart):
    """Draw a cell for each issue and actor: a number, and a shape for more or less."""
    columns, rank = list(actors), list(issues)
    placed, other = (
        [row for row in latest if (row.position is None) == no] for no in (False, True)
    )
    shapes = [SHAPES[row.position] for row in placed]
    chart.points(
        [columns.index(row.actor_id) for row in placed],
        # The mark stands a little above the middle, its number beneath it.
        [rank.index(row.issue_id) - 0.16 for row in placed],
        mode="markers+text",
        marker=mark(15, [shape for shape, _ in shapes], [colour for _, colour in shapes]),
        text=[level_words(row.position) for row in placed],
        textposition="bottom center",
        textfont={"size": 13},
        hover=[_hover(words, row) for row in placed],
    )
    chart.points(
        [columns.index(row.actor_id) for row in other],
        [rank.index(row.issue_id) for row in other],
        mode="text",
        text=["?"] * len(other),
        hover=[_hover(words, row) for row in other],
    )
    actors = [lines(*name.split()) for name in actors.values()]
    axis = _cells(actors, 12) | {"range": [-0.5, len(columns) - 0.5]}
    chart.set(xaxis={**axis, "side": "top", "tickangle": 0}, yaxis=_issue_axis(issues))


def _cells(names, size):
    """An axis with a name for each cell, and a faint line between two, by Plotly's minor ticks."""
    between = [place + 0.5 for place in range(len(names) - 1)]
    faint = {"tickvals": between, "showgrid": True, "gridcolor": FAINT, "ticks": ""}
    ticks = {"tickvals": list(range(len(names))), "ticktext": names, "tickfont": {"size": size}}
    return {**ticks, "showgrid": False, "minor": faint}


def _issue_axis(issues):
    names = [wrapped(name, 14) for name in issues.values()]
    return _cells(names, 13) | {"range": [len(issues) - 0.5, -0.5]}


# Who moved: one issue through time ------------------------------------------

# Height of a lane (unit: pixels); a level, and a number off its mark (unit: lanes).
LANE, STEP, OFF = 66, 0.13, 0.08
CLOSE = pd.Timedelta(days=150)


def movement(pack, recoded=None, start=None):
    """Every actor's own stances on one issue through time.

    With `recoded`, a dictionary of ``stance_id`` to another level (None for
    evidence that fits no level), that version is drawn beside the table's.
    """
    words, issues, actors = pack.words, issue_names(pack), select_actors(pack)
    own, others = list_stances(pack), select_others(pack)
    yours = recode_stances(pack, own, recoded or {})
    views = {view: pack.label("stances.view", view) for view in pack.stances["view"].unique()}
    dates, margin = pack.stances["date"], pd.Timedelta(days=100)
    span = [dates.min() - margin, dates.max() + margin]

    def in_lanes(rows, issue):
        order = list(actors)
        rows = [row for row in rows if row.issue_id == issue and row.position is not None]
        return sorted(rows, key=lambda row: order.index(row.actor_id))

    def show(issue, seen="", beside=""):
        rows, mine = (in_lanes(known_by(version, seen), issue) for version in (own, yours))
        besides = [row for row in known_by(others, seen) if row.issue_id == issue and beside]
        pairs = [
            (row, other)
            for row, other in zip(known_by(own, seen), known_by(yours, seen), strict=True)
            if row.issue_id == issue and row.stance_id in (recoded or {})
        ]
        shown = [*rows, *besides]
        # A row that has a level only in the learner's version is listed, too.
        shown += [
            row for row, other in pairs if row.position is None and other.position is not None
        ]
        shown.sort(key=lambda row: row.date)
        table = {
            "date": [row.when for row in shown],
            "actor": [row.actor for row in shown],
            "position": [row.place for row in shown],
        }
        if pairs:
            places = {row.stance_id: other.place for row, other in pairs}
            table["your_version"] = [places.get(row.stance_id, "") for row in shown]
        if beside:
            table["whose_words"] = [
                views[row.view] + ("" if row.said_by == row.actor_id else f" ({row.by})")
                for row in shown
            ]
        table["what_was_said_or_done"] = [row.evidence for row in shown]
        changes = [
            words.say(
                "recoded-change", actor=row.actor, when=row.when, yours=other.place, place=row.place
            )
            for row, other in pairs
            if row.place != other.place
        ]
        facts = {
            "case": "told" if rows else "empty",
            "issue": issues[issue],
            "known": "then" if seen else "all",
            "day": pd.Timestamp(seen) if seen else "",
            "beside": beside or "no",
            "besides": len(besides),
            "version": "none" if not pairs else "other" if changes else "same",
            "changes": "; ".join(changes),
            **move_facts(words, rows),
        }
        moves = moves_by_actor(mine)
        facts |= {"your_moved": count_moved(moves), "your_actors": len(moves)}
        shown_actors = {row.actor for row in (*rows, *mine, *besides)}
        lanes = [name for name in actors.values() if name in shown_actors]
        # Somebody of whom only others speak comes last.
        lanes += sorted(shown_actors.difference(lanes))
        versions = (rows, mine if pairs else None, besides)
        draw = partial(draw_movement, words, pack.day, span, lanes, *versions)
        return View(facts, pd.DataFrame(table), draw, 70 + LANE * max(1, len(lanes)))

    if recoded is not None:
        return declare(pack, "recoded", show, issue=Options(issues, start))
    counts = Counter(row.issue_id for row in known_by(own, article_day(pack)))
    issue = Options(issues, max(counts, key=counts.get, default=None))
    then, everything = (words.say(f"movement-seen-{known}") for known in ("then", "all"))
    seen = {article_day(pack): then, "": everything}
    return declare(pack, "movement", show, issue=issue, seen=seen, beside=("", "yes"))


def recode_stances(pack, rows, recoded):
    """Give the rows with other levels, and their words, in the place of some."""
    labels = level_labels(pack)

    def other(row):
        level = recoded[row.stance_id]
        label = labels.get((row.issue_id, level), "")
        place = place_words(pack.words, level, label)
        return row._replace(position=level, label=label, place=place)

    return [other(row) if row.stance_id in recoded else row for row in rows]


def select_others(pack):
    """List what others say of actors, where it has a level."""
    return [
        row
        for view in pack.stances["view"].unique()
        for row in (list_stances(pack, view) if view != OWN else [])
        if row.actor_id != row.said_by and row.position is not None
    ]


def moves_by_actor(rows):
    """Give each actor's levels in order of date."""
    moves = defaultdict(list)
    for row in rows:
        moves[row.actor].append(row.position)
    return moves


def count_moved(moves):
    """Count the actors with more than one level."""
    return sum(len(set(levels)) > 1 for levels in moves.values())


def move_facts(words, rows):
    """Say who moved where on one issue, and who furthest."""
    moves = moves_by_actor(rows)
    groups = {group: [] for group in ("higher", "lower", "back", "still", "single")}
    for actor, levels in moves.items():
        first, last = levels[0], levels[-1]
        change = last - first
        if len(set(levels)) == 1:
            group, case = "still" if len(levels) > 1 else "single", "still"
        else:
            group, case = "higher" if change > 0 else "lower" if change < 0 else "back", "moved"
        far = [one for one in (min(levels), max(levels)) if one not in (first, last)]
        facts = {"actor": actor, "first": level_words(first), "last": level_words(last)}
        facts |= {"case": "way" if far else case, "way": list(map(level_words, far))}
        groups[group].append(words.say("movement-actor", **facts))
    said = [words.say(f"movement-{group}", actors=who) for group, who in groups.items() if who]
    change = {actor: levels[-1] - levels[0] for actor, levels in moves.items()}
    most = max(map(abs, change.values()), default=0)
    those = [actor for actor, steps in change.items() if abs(steps) == most]
    moved, furthest = count_moved(moves), "nobody"
    if most and len(those) <= 2:
        furthest = "two" if len(those) == 2 else "alone" if moved == 1 else "furthest"
    levels = moves[those[0]] if those else [0]
    return {
        "moved": moved,
        "actors": len(moves),
        "groups": "".join(said),
        "furthest": furthest,
        "who": those,
        "from": level_words(levels[0]),
        "to": level_words(levels[-1]),
    }


def draw_movement(words, day, span, lanes, rows, yours, others, chart):
    """Draw a lane for each actor, in which up is a higher level; `yours` may be None."""
    if yours is not None:
        _draw_yours(words, chart, lanes, rows, yours)
    _draw_lanes(words, chart, lanes, rows)
    if others:
        # A number stands on the side where no own stance follows soon.
        none = pd.Timedelta(0)
        followed = [
            any(one.actor == row.actor and none < one.date - row.date < CLOSE for one in rows)
            for row in others
        ]
        _draw_levels(
            chart,
            lanes,
            others,
            ["middle left" if soon else "middle right" for soon in followed],
            marker=mark(12, "diamond-open", style.COLOURS[1]),
            hover=[_hover(words, row) for row in others],
        )
    chart.day(day, words.say("article-day"), anchor=None, layer="below")
    chart.years(*span)
    axis = {"tickvals": list(range(len(lanes))), "range": [max(1, len(lanes)) - 0.4, -0.6]}
    axis |= {"ticktext": [wrapped(name, 12) for name in lanes], "gridcolor": FAINT}
    chart.set(margin={"t": 30}, yaxis=axis)


def _place(lanes, row):
    return lanes.index(row.actor) - STEP * row.position


def _draw_line(words, chart, lanes, rows, **properties):
    """Draw lines that step from level to level within each lane, and end where a lane ends."""
    x, y, hover = [], [], []
    for actor in lanes:
        those = [row for row in rows if row.actor == actor]
        x += [*(row.date for row in those), None]
        y += [*(_place(lanes, row) for row in those), None]
        hover += [*(_hover(words, row) for row in those), ""]
    chart.points(x, y, hovertext=hover, **properties)


def _draw_levels(chart, lanes, rows, sides, **properties):
    """Mark rows at their days and levels, with the level beside the mark."""
    chart.points(
        [row.date for row in rows],
        [_place(lanes, row) for row in rows],
        mode="markers+text",
        text=[level_words(row.position) for row in rows],
        textposition=sides,
        textfont={"size": 13},
        **properties,
    )


def _draw_lanes(words, chart, lanes, rows):
    """Draw steps: a level holds until the next evidence, and not after the last."""
    _draw_line(
        words,
        chart,
        lanes,
        rows,
        mode="lines+markers",
        line={"shape": "hv", "width": 2, "color": style.ACCENT},
        marker={"size": 9, "color": style.ACCENT},
        hoverinfo="text",
    )
    x, y, texts, sides = [], [], [], []
    for before, row, after in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        first = before is None or before.actor != row.actor
        if first or row.position != before.position:
            # The number stands on the side that the line does not take.
            rises = after is not None and after.actor == row.actor and after.position > row.position
            below = rises if first else row.position < before.position
            x.append(row.date)
            y.append(_place(lanes, row) + (OFF if below else -OFF))
            texts.append(level_words(row.position))
            sides.append("bottom center" if below else "top center")
    # A trace of their own: Plotly loses texts among empty ones when it draws again.
    font = {"size": 13}
    places = {"textposition": sides, "textfont": font, "cliponaxis": False}
    chart.points(x, y, mode="text", text=texts, hoverinfo="skip", **places)


def _draw_yours(words, chart, lanes, rows, yours):
    """Draw another version beneath the module's: its line, and a mark wherever it differs."""
    places = {row.stance_id: row.place for row in rows}
    differs = [row for row in yours if row.place != places.get(row.stance_id)]
    kept = {row.stance_id for row in yours}
    actors = {row.actor for row in (*differs, *(row for row in rows if row.stance_id not in kept))}
    _draw_line(
        words,
        chart,
        lanes,
        [row for row in yours if row.actor in actors],
        mode="lines",
        line={"shape": "hv", "width": 2, "color": style.COLOURS[1], "dash": "dash"},
        hoverinfo="skip",
    )
    _draw_levels(
        chart,
        lanes,
        differs,
        "middle right",
        marker=mark(14, "square-open", style.COLOURS[1]),
        hover=[words.say("recoded-hover", stance=_hover(words, row)) for row in differs],
    )


# What was expected, and what was done ---------------------------------------


def expected(pack):
    """What was expected of the actor of whom most was, beside its own latest stances."""
    words, issues, names, day = pack.words, issue_names(pack), short_names(pack), article_day(pack)
    own, foreseen = list_stances(pack), known_by(list_stances(pack, EXPECTED), day)
    named = Counter(row.actor_id for row in foreseen).most_common(1)
    actor = next(iter([*(one for one, _ in named), *select_actors(pack)]), None)
    if actor is None:
        raise NothingToShow(words.say("expected-needs"))
    foreseen = placed_stances(latest_stances(foreseen), actor)
    name = names[actor]
    days, known = {}, None
    for option, said in day_options(pack).items():
        # A day on which nothing new was known would be a step without a change.
        number = sum(row.actor_id == actor for row in known_by(own, option))
        if option >= day and number != known:
            days[option], known = said, number
    before = latest_stances(known_by(own, day))
    beside = {one: names[one] for one in select_kin(pack, actor, known_by(own, day))}

    def show(until, earlier=""):
        sides = {
            "expected": foreseen,
            "own": placed_stances(latest_stances(known_by(own, until)), actor),
            "earlier": placed_stances(before, earlier),
        }

        def gaps(first, second):
            first, second = sides[first], sides[second]
            return {
                issue: abs(first[issue].position - second[issue].position)
                for issue in issues
                if issue in first and issue in second
            }

        apart, changed = gaps("expected", "own"), gaps("own", "earlier")
        most = max(changed.values(), default=0)
        facts = {
            "actor": name,
            "day": pd.Timestamp(until),
            "asked": len(foreseen),
            "both": len(apart),
            "met": sum(not gap for gap in apart.values()),
            "gaps": "".join(
                words.say(
                    "expected-gap",
                    gap=gap,
                    issues=[issues[one] for one in apart if apart[one] == gap],
                )
                for gap in sorted(set(apart.values()))
            ),
            "compared": "no" if not earlier else "yes" if changed else "nothing",
            "other": beside.get(earlier, ""),
            "shared": len(changed),
            "differ": sum(gap > 0 for gap in changed.values()),
            "most": most,
            "widest": [issues[one] for one in changed if changed[one] == most],
        }

        def cells(side, write):
            return [write(sides[side][one]) if one in sides[side] else "" for one in issues]

        table = {
            "issue": list(issues.values()),
            "expected": cells("expected", lambda row: row.place),
            "own_stance": cells("own", lambda row: row.place),
            "earlier": cells("earlier", lambda row: row.place),
            "steps_apart": [apart.get(one, "") for one in issues],
            "what_was_expected": cells("expected", lambda row: f"{row.by}: {row.evidence}"),
            "what_was_said_or_done": cells("own", lambda row: f"{row.when}: {row.evidence}"),
        }
        legends = {
            "expected": words.say("expected-of", actor=name),
            "own": words.say("expected-own", actor=name),
            "earlier": words.say("expected-own", actor=facts["other"]),
        }
        if not earlier:
            del table["earlier"], legends["earlier"]
        draw = partial(draw_expected, words, sides, legends, issues)
        heads = {"earlier": legends.get("earlier")}
        return View(facts, pd.DataFrame(table), draw, 110 + 62 * len(issues), heads)

    controls = {"until": days}
    if beside:
        controls["earlier"] = {"": words.say("expected-earlier-none"), **beside}
    return declare(pack, "expected", show, **controls)


def select_kin(pack, actor, rows):
    """List actors of the same kind and country as an actor, those with most of the rows first."""
    columns = pack.actors[["actor_id", "country", "kind"]]
    sides = {one: side for one, *side in columns.itertuples(index=False)}
    counts = Counter(row.actor_id for row in rows).most_common()
    return [one for one, _ in counts if sides[one] == sides[actor] and one != actor]


def draw_expected(words, sides, legends, issues, chart):
    """Draw up to three marks for each issue on one scale, with the codebook's words beside them."""
    marks = {
        "expected": ("diamond-open", style.COLOURS[1], -0.27),
        "own": ("circle", style.ACCENT, 0),
        "earlier": ("square-open", style.MUTED, 0.27),
    }
    rank = list(issues)
    for side, legend in legends.items():
        symbol, colour, shift = marks[side]
        rows = sorted(sides[side].values(), key=lambda row: rank.index(row.issue_id))
        chart.points(
            [row.position for row in rows],
            [rank.index(row.issue_id) + shift for row in rows],
            mode="markers+text",
            name=legend,
            marker=mark(12, symbol, colour),
            # The level stands on the axis; spaces keep the words off the mark.
            text=[f"\u2002{row.label}\u2002" for row in rows],
            textposition=["middle left" if row.position > 0 else "middle right" for row in rows],
            textfont={"size": 12},
            hovertemplate="%{text}: %{x}<extra>%{fullData.name}</extra>",
        )
    chart.set(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.01, "yanchor": "bottom"},
        margin={"t": 72},
        xaxis={
            "range": [-2.2, 2.2],
            "tickvals": list(LEVELS),
            "ticktext": [level_words(level) for level in LEVELS],
            "title": {"text": words.say("expected-axis")},
        },
        yaxis=_issue_axis(issues),
    )


CODED = ("stances", "issues", "positions", "actors")
EXPLORERS = {
    "stances": (stances, CODED),
    "movement": (movement, CODED),
    "expected": (expected, CODED),
}
