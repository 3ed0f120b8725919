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
from crossroads.charts.marks import BARE, SHARES, length, lines, mark, wrapped
from crossroads.charts.view import (
    Control,
    NothingToShow,
    View,
    article_day,
    coded,
    declare,
    named,
)
from crossroads.words.tags import join, tag

OWN, EXPECTED = "own", "expected"
LEVELS = (-2, -1, 0, 1, 2)
# Fewer actors than this are too few for an average.
ENOUGH = 2
# A stance counts as present for so long, unless the reader asks for all.
MONTHS = 12
RECENT = "recent"
AGES = (RECENT, "all")


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
    """Select the stances of one view, in order of date, with columns of words more.

    Views are never mixed: what somebody expects of an actor is not the actor's stance.
    """
    rows = pack.stances[pack.stances["view"] == view].sort_values("date", kind="stable")
    names, known = named(pack, "actors", "short_name"), level_labels(pack)
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


def recent(rows, day):
    """Keep the rows that are at most `MONTHS` old on a day."""
    since = pd.Timestamp(day) - pd.DateOffset(months=MONTHS)
    return [row for row in rows if row.date >= since]


def months_old(row, day):
    """Count the whole months from a row to a day."""
    months = 12 * (day.year - row.date.year) + day.month - row.date.month
    return months - (day.day < row.date.day)


def faded(months):
    """Give how full a colour is drawn at an age."""
    return 1 if months <= MONTHS else 0.5 if months <= 2 * MONTHS else 0.28


def reference(row):
    """Name the row of the pack."""
    return f"stances:{row.stance_id}"


def latest_stances(rows):
    """Keep the latest stance of each actor on each issue, with a level if there is one."""
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

    Where all of them speak for themselves, too, all who do are there: an empty column is seen.
    """
    stances = pack.stances
    there = set(stances.loc[stances["view"] == view, "actor_id"])
    own = set(stances.loc[stances["view"] == OWN, "actor_id"])
    rows = stances[stances["actor_id"].isin(own if there <= own else there)]
    counts = rows["actor_id"].value_counts()
    actors = pack.actors[pack.actors["actor_id"].isin(counts.index)]
    actors = actors.assign(rows=actors["actor_id"].map(counts))
    actors = actors.assign(country_rows=actors.groupby("country")["rows"].transform("sum"))
    order = ["country_rows", "country", "rows"]
    actors = actors.sort_values(order, ascending=[False, True, False], kind="stable")
    return dict(zip(actors["actor_id"], actors["short_name"], strict=True))


def issue_names(pack):
    """Name every issue, by ``issue_id``, in the order of the table."""
    return named(pack, "issues")


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

BETWEEN = 0.1, 0.3  # between two blocs, wide and narrow (unit: tiles)


def select_blocs(pack, actors):
    """Put actors into their blocs, in the order of the codes; whoever is in none comes last."""
    has_blocs = "bloc" in pack.actors
    sides = named(pack, "actors", "bloc") if has_blocs else dict.fromkeys(actors, "")
    # A bloc that the codes do not list comes after those that they do.
    order = [*coded(pack, "actors.bloc"), *sorted(filter(None, sides.values())), ""]
    order = dict.fromkeys(order)
    blocs = {code: [one for one in actors if sides[one] == code] for code in order}
    return {code: those for code, those in blocs.items() if those}


def stances(pack):
    """The latest stance of every actor on every issue, as it was known on a day."""
    words, issues = pack.words, issue_names(pack)
    known = pack.stances["view"].unique()
    views = [view for view in coded(pack, "stances.view") if view in known]
    views = {view: pack.label("stances.view", view) for view in dict.fromkeys([*views, *known])}
    rows = {view: list_stances(pack, view) for view in views}
    actors = {view: select_actors(pack, view) for view in views}
    blocs = {view: select_blocs(pack, names) for view, names in actors.items()}
    # Where nobody has a bloc, there is nothing to be outside of.
    parted = any(bloc for those in blocs.values() for bloc in those)
    no_bloc = words.say("stances-no-bloc") if parted else ""
    heads = {
        bloc: pack.label("actors.bloc", bloc) if bloc else no_bloc
        for those in blocs.values()
        for bloc in those
    }

    def show(day, view, age):
        day = pd.Timestamp(day)
        known = known_by(rows[view], day)
        latest = latest_stances(recent(known, day) if age == RECENT else known)
        ever = latest_stances(known)
        spread = select_spread([row for row in latest if row.position is not None])
        ranked = sorted(issues, key=lambda issue: -spread.get(issue, -1))
        columns = [actor for those in blocs[view].values() for actor in those]
        cells = len(columns) * len(issues)
        placed = sum(row.position is not None for row in latest)
        filled = {(row.issue_id, row.actor_id) for row in latest}
        older = [row for row in ever if (row.issue_id, row.actor_id) not in filled]
        facts = {
            "case": "empty" if not latest else "spread" if spread else "few",
            "age": age,
            "months": MONTHS,
            "day": day,
            "view": views[view],
            "cells": cells,
            "placed": placed,
            "unplaced": len(latest) - placed,
            "filled": len(latest),
            "older": len(older),
            "empty": cells - len(ever),
            "most": LEVELS[-1] - LEVELS[0],
            "stale": len(latest) - len(recent(latest, day)),
            "oldest": min(latest, key=lambda row: row.date).when if latest else "",
            **spread_facts(words, latest, spread, issues),
        }
        counts = Counter((row.issue_id, row.actor_id) for row in known)
        shown = sorted(
            latest, key=lambda row: (ranked.index(row.issue_id), columns.index(row.actor_id))
        )
        table = {
            "issue": [row.issue for row in shown],
            "actor": [row.actor for row in shown],
            "position": [row.place for row in shown],
            "date": [row.when for row in shown],
            "age": [words.say("stances-months", months=months_old(row, day)) for row in shown],
            "who_says_so": [row.by for row in shown],
            "what_was_said_or_done": [row.evidence for row in shown],
            "other_rows": [counts[row.issue_id, row.actor_id] - 1 for row in shown],
        }
        if view == OWN:
            del table["who_says_so"]
        parted = [(heads[bloc], those) for bloc, those in blocs[view].items()]
        names = {issue: issues[issue] for issue in ranked}
        rows_of = (latest, older, spread, facts.get("wide", ()))
        draw = partial(draw_stances, words, rows_of, day, parted, actors[view], names)
        height = (96 + 36 * len(issues), 125 + 43 * len(issues))
        refs = [reference(row) for row in shown]
        return View(facts, pd.DataFrame(table), draw, height, rows=refs, empty=not latest)

    day = Control(day_options(pack), article_day(pack), stepped=True)
    return declare(pack, "stances", show, {"months": MONTHS}, day=day, view=views, age=AGES)


def select_spread(placed):
    """Average the steps between two actors, for each issue on which enough have a level."""
    levels = defaultdict(list)
    for row in placed:
        levels[row.issue_id].append(row.position)
    return {issue: steps_apart(those) for issue, those in levels.items() if len(those) >= ENOUGH}


def spread_facts(words, latest, spread, issues):
    """Name the issues on which actors stand furthest apart and closest, and who stands where."""
    if not spread:
        return {}
    most, least = (words.number(one, 1) for one in (max(spread.values()), min(spread.values())))
    wide, close = (
        [issue for issue in issues if words.number(spread.get(issue, -1), 1) == steps]
        for steps in (most, least)
    )
    ends = defaultdict(list)
    for row in latest:
        if row.issue_id == wide[0] and row.position is not None:
            ends[row.position].append(row.actor)
    low, high = min(ends), max(ends)
    return {
        "wide": [issues[issue] for issue in wide],
        "wides": len(wide),
        "wide_steps": most,
        "wide_actors": sum(map(len, ends.values())),
        "close": [issues[issue] for issue in close],
        "close_steps": least,
        "spreads": "differ" if most != least else "equal",
        "low": level_words(low),
        "low_actors": ends[low],
        "high": level_words(high),
        "high_actors": ends[high],
    }


def draw_stances(words, rows, day, blocs, names, issues, chart):
    """Draw a tile for each actor and issue, in blocs: its level and year, paler with age.

    A bar right of each issue's tiles is as long as the actors are apart; the
    longest is the strongest. A phone has no years.
    """
    latest, older, spread, wide = rows
    left, at = {}, 0.0
    for head, those in blocs:
        end = at + len(those)
        line = {"color": style.role("muted"), "width": 1}
        if not chart.narrow:
            chart.rule(x0=at, x1=end - 0.07, y0=-1.95, y1=-1.95, line=line)
        place = {"x": (at + end - 0.07) / 2, "y": -2.8 if chart.narrow else -2.0}
        place["yanchor"] = "bottom"
        broken = wrapped(head, max(5, (4 if chart.narrow else 6) * len(those)))
        chart.note(tag("b", broken), **place, font={"size": 12 if chart.narrow else 13})
        left |= {actor: at + number for number, actor in enumerate(those)}
        at = end + BETWEEN[chart.narrow]
    rank = list(issues)
    drop = 0.22 if chart.narrow else 0  # The issue's name stands above its tiles on a phone.

    def year(row):
        return words.say("short-year", year=f"{row.date:%y}") if chart.narrow else f"{row.date:%Y}"

    def tile(row):
        level = tag("b", level_words(row.position))
        return level if chart.narrow else lines(level, year(row))

    placed = [row for row in latest if row.position is not None]
    ages = [months_old(row, day) for row in placed]
    dark = [abs(row.position) == 2 and age <= MONTHS for row, age in zip(placed, ages, strict=True)]
    chart.tiles(
        [left[row.actor_id] for row in placed],
        [rank.index(row.issue_id) + drop for row in placed],
        [style.role(style.LEVELS[int(row.position)]) for row in placed],
        list(map(tile, placed)),
        height=0.5 if chart.narrow else 0.92,
        opacity=[faded(age) for age in ages],
        textfont={"size": 12, "color": [style.role("paper" if on else "ink") for on in dark]},
        hover=[_hover(words, row) for row in placed],
        rows=[reference(row) for row in placed],
    )
    unplaced = [row for row in latest if row.position is None]
    for rows, colour, texts in (
        (unplaced, "ink", ["?" if chart.narrow else lines("?", year(row)) for row in unplaced]),
        (older, "muted", [year(row) for row in older]),
    ):
        chart.texts(
            [left[row.actor_id] + 0.465 for row in rows],
            [rank.index(row.issue_id) + drop for row in rows],
            texts,
            colour,
            hover=[_hover(words, row) for row in rows],
            rows=[reference(row) for row in rows],
        )
    for actor, x in left.items():
        if chart.narrow:
            turned = {"textangle": -90, "yanchor": "bottom", "y": -0.5}
            chart.note(names[actor], x=x + 0.465, **turned, font={"size": 12})
        else:
            above = {"y": -0.55, "yanchor": "bottom"}
            chart.note(wrapped(names[actor], 6), x=x + 0.465, **above, font={"size": 12})
    top = -3.6 if chart.narrow else -3.0
    axis = {"showline": False, "showgrid": False, "range": [len(rank) - 0.5, top]}
    axis |= chart.names_beside(issues.values(), 15, x=0, up=0.22) | {"tickfont": {"size": 12}}
    # As many columns at least as give a tile its usual width.
    end = max(6, at - BETWEEN[chart.narrow])
    beside = draw_spread(words, spread, wide, issues, end, chart)
    chart.set(xaxis={**BARE, "range": [0 if chart.narrow else -0.12, beside]}, yaxis=axis)


def draw_spread(words, spread, wide, issues, end, chart):
    """Draw a bar for how far actors are apart on each issue, in a column right of its tiles.

    Gives where the plot ends.
    """
    start, full, number, drop, half, letters = (
        (end + 0.1, 0.068 * end, 0.076 * end, 0.22, 0.12, 7)
        if chart.narrow
        else (end + 0.1, 0.95, 0.48, 0, 0.22, 8)
    )
    look = {"xanchor": "left", "font": {"size": 12}}
    for place, issue in enumerate(issues):
        if issue not in spread:
            continue
        strong = issues[issue] in wide
        role = style.role("ink" if strong else "muted")
        x1, y = start + spread[issue] / (max(spread.values()) or 1) * full, place + drop
        bar = {"x0": start, "x1": x1, "y0": y - half, "y1": y + half, "line": {"width": 0}}
        chart.rule(type="rect", **bar, fillcolor=role)
        said = words.number(spread[issue], 1)
        font = {"size": 12, "color": role}
        chart.note(tag("b", said) if strong else said, x=x1, y=y, xshift=4, **look | {"font": font})
    if spread:
        head = wrapped(words.say("stances-apart"), letters)
        place = {"x": start, "y": -0.5 if chart.narrow else -0.55}
        chart.note(head, **place, yanchor="bottom", align="left", **look)
    return start + full + number


# Who moved: one issue through time ------------------------------------------

# A panel of small multiples has its own levels and time on the shared axes: what is between two
# (unit: the plot's width), the least of this width, wide and narrow, and rooms for the head of a
# panel, a lane of somebody who did not move, and a line of words (unit: pixels).
GAP, LEAST, HEAD, LANE, LINE = 0.03, (470, 300), 38, 44, 22
# Least between two moves of one line, wide and narrow: so that both are seen (unit: pixels).
APART = 4, 6
# Around the levels of a panel (unit: levels).
AROUND = 0.4
WAYS = {"higher": "more-2", "lower": "less-2", "back": "ink"}
# Where the date of a move may stand at its mark (unit: pixels).
TRIES = [
    (side, right, down)
    for down in (10, -10, 0, 14, -14, 15, -15)
    for side, right in ((("left", 9), ("right", -9)) if abs(down) < 15 else (("center", 0),))
]
TRIES += [(side, right, down) for down in (24, -24) for side, right in (("left", 4), ("right", -4))]
# Last stances that are old are named one by one up to so many.
MOST_OLD = 5


def movement(pack, recoded=None, start=None):
    """Every actor's own stances on one issue through time.

    With `recoded`, a dictionary of ``stance_id`` to another level (None for
    evidence that fits no level), that version is drawn beside the table's.
    """
    words, issues, actors = pack.words, issue_names(pack), select_actors(pack)
    own, others, lanes = list_stances(pack), select_others(pack), list(actors.values())
    yours = recode_stances(pack, own, recoded or {})
    views = {view: pack.label("stances.view", view) for view in pack.stances["view"].unique()}
    dates, margin = pack.stances["date"], pd.Timedelta(days=100)
    labels = level_labels(pack)

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
        # A row that has a level only in the learner's version is listed, too.
        placed = [
            row for row, other in pairs if row.position is None and other.position is not None
        ]
        shown = sorted([*rows, *besides, *placed], key=lambda row: row.date)
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
            **move_facts(words, rows, pd.Timestamp(seen) if seen else dates.max()),
        }
        moves = moves_by_actor(mine)
        facts |= {"your_moved": count_moved(moves), "your_actors": len(moves)}
        shown_actors = {row.actor for row in (*rows, *mine, *besides)}
        levels = moves_by_actor(rows)
        ways = {actor: way_of_all(levels.get(actor, [])) for actor in shown_actors}
        end = max([pack.day, *(row.date for row in shown)])
        facts |= {
            "later": "yes" if end > pack.day else "no",
            "low": labels.get((issue, LEVELS[0]), ""),
            "high": labels.get((issue, LEVELS[-1]), ""),
            "ways": [words.say(f"movement-way-{way}") for way in WAYS if way in ways.values()],
        }

        def order(actor):
            """Whoever moved furthest comes first, somebody of whom only others speak last."""
            own, place = levels.get(actor, []), [*lanes, actor].index(actor)
            return not own, -way_of(own), place, actor

        those = sorted(shown_actors, key=order)
        heads = {actor: panel_words(actor, levels.get(actor, [])) for actor in those}
        places = {row.stance_id: row.place for row in rows}
        differ = [row for row in mine if pairs and row.place != places.get(row.stance_id)]
        versions = (rows, mine if pairs else None, besides, differ)
        levelled = {row.actor for row in (*besides, *differ)}
        moved = [one for one in those if ways[one] in WAYS or one in levelled] or those
        groups = moved, [one for one in those if one not in moved]
        named = {one: labels.get((issue, one), "") for one in LEVELS}
        span = dates.min() - margin, end + margin / 2, pack.day
        draw = partial(draw_movement, words, span, named, heads, ways, groups, versions)
        refs = [reference(row) for row in shown]
        return View(facts, pd.DataFrame(table), draw, (420, 520), rows=refs, empty=not shown)

    if recoded is not None:
        return declare(pack, "recoded", show, issue=Control(issues, start))
    counts = Counter(row.issue_id for row in known_by(own, article_day(pack)))
    issue = Control(issues, max(counts, key=counts.get, default=None))
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


def way_of(levels):
    """Add up the steps from level to level."""
    return sum(abs(after - before) for before, after in itertools.pairwise(levels))


def way_of_all(levels):
    """Tell where the last level is from the first: higher, lower, back there, or never away."""
    if len(set(levels)) < 2:
        return "still"
    change = levels[-1] - levels[0]
    return "higher" if change > 0 else "lower" if change < 0 else "back"


def turns_of(levels):
    """Give the first and the last level, and those between at which the way turns.

    Examples
    --------
    >>> turns_of([2, -2, 2, 2, 1]), turns_of([2, 1, 0, 2])
    ([2, -2, 2, 1], [2, 0, 2])
    """
    turns = []
    for level in levels:
        if turns[1:] and min(turns[-2], level) <= turns[-1] <= max(turns[-2], level):
            turns.pop()
        if turns[-1:] != [level]:
            turns.append(level)
    return turns


def panel_words(actor, levels):
    """Head the panel of an actor with the levels of its way, without those passed through."""
    if len(set(levels)) < 2:
        return join([tag("b", actor), *map(level_words, levels[:1])], "\u2002")
    turns = list(map(level_words, turns_of(levels)))
    # A long way has no room for arrows.
    return lines(tag("b", actor), ("\u2009→\u2009" if len(turns) < 5 else ", ").join(turns))


def count_moved(moves):
    """Count the actors with more than one level."""
    return sum(len(set(levels)) > 1 for levels in moves.values())


def move_facts(words, rows, day):
    """Say who moved where on one issue, who furthest, and whose last stance is old on a day.

    Furthest is only somebody whose last stance is recent, among two at least.
    """
    moves = moves_by_actor(rows)
    last = {row.actor: row for row in rows}
    fresh = {row.actor for row in recent(last.values(), day)}
    old = {actor: f"{row.date:%Y}" for actor, row in last.items() if actor not in fresh}
    old = [words.say("movement-old", actor=actor, year=year) for actor, year in old.items()]
    groups = {group: [] for group in ("higher", "lower", "back", "still", "single")}
    for actor, levels in moves.items():
        first, last, group = levels[0], levels[-1], way_of_all(levels)
        case = "still" if group == "still" else "moved"
        group = group if len(levels) > 1 else "single"
        far = [one for one in (min(levels), max(levels)) if one not in (first, last)]
        facts = {"actor": actor, "first": level_words(first), "last": level_words(last)}
        facts |= {"case": "way" if far else case, "way": list(map(level_words, far))}
        groups[group].append(words.say("movement-actor", **facts))
    said = [words.say(f"movement-{group}", actors=who) for group, who in groups.items() if who]
    change = {actor: moves[actor][-1] - moves[actor][0] for actor in moves if actor in fresh}
    most = max(map(abs, change.values()), default=0) if len(fresh) >= ENOUGH else 0
    those = [actor for actor, steps in change.items() if abs(steps) == most]
    moved, furthest = count_moved(moves), "nobody"
    if most and len(those) <= 2:
        furthest = "two" if len(those) == 2 else "alone" if moved == 1 else "furthest"
    levels = moves[those[0]] if those else [0]
    if len(old) > MOST_OLD:
        old = [words.say("movement-olds", count=len(old))]
    return {
        "moved": moved,
        "actors": len(moves),
        "groups": "".join(said),
        "months": MONTHS,
        "fresh": len(fresh),
        "olds": len(old),
        "old": old,
        "furthest": furthest,
        "who": those,
        "from": level_words(levels[0]),
        "to": level_words(levels[-1]),
    }


def draw_movement(words, span, labels, heads, ways, groups, versions, chart):
    """Draw a panel for each actor who moved, with a line from level to level, and lanes of others.

    A level holds until the next evidence, and not after the last. `labels`
    are the words of the levels, `groups` who has a panel and who a lane, and
    `versions` the rows, the learner's or None, others' words, and what differs.
    """
    (first, last, day), (moved, still), (rows, yours, others, differ) = span, groups, versions
    columns = 2 if chart.narrow else 4
    # A name and a level in bold type must fit above a lane.
    longest = max((1.12 * length(actor, 12) for actor in still), default=0) + 24
    beside = min(columns, int(LEAST[chart.narrow] / longest))
    deep, under = -(-len(moved) // columns), -(-len(still) // beside)
    taken = 20 + deep * HEAD + LINE + (under and under * LANE + LINE)
    unit = (chart.layout["height"] - taken) / max(1, deep * (4 + 2 * AROUND))
    unit = min(unit, 40 if chart.narrow else 46)
    panel, below = HEAD / unit + 4 + 2 * AROUND, 2 * LINE / unit
    left, middle, wide = {}, {}, {}
    across = max(1, -(-len(moved) // max(1, deep)))
    for group, count in ((moved, across), (still, beside)):
        for number, actor in enumerate(group):
            row, column = divmod(number, count)
            wide[actor] = (1 - GAP * (count - 1)) / count
            left[actor] = (wide[actor] + GAP) * column
            lane = deep * panel + below + (row * LANE + 26) / unit
            middle[actor] = (row + 1) * panel - 2 - AROUND if group is moved else lane

    def x(actor, date):
        return left[actor] + wide[actor] * (date - first) / (last - first)

    def y(actor, level):
        return middle[actor] - (level if actor in moved else 0)

    faint = {"line": {"color": style.role("muted"), "width": 0.5}, "opacity": 0.6}
    grid_x, grid_y = [], []
    for actor, start in left.items():
        half = 2 if actor in moved else 0
        end = start + wide[actor]
        for level in range(-half, half + 1):
            grid_x += [start, end, None]
            grid_y += [y(actor, level)] * 2 + [None]
        tall = half + (AROUND if half else 9 / unit)
        if last > day + pd.Timedelta(days=60):
            then, ends = x(actor, day), (middle[actor] - tall, middle[actor] + tall)
            place = {"x0": then, "y0": ends[0], "y1": ends[1], "layer": "below"}
            band = {"fillcolor": style.role("band"), "line": {"width": 0}}
            chart.rule(type="rect", x1=end, **place, **band)
            chart.rule(x1=then, **place, line={"color": style.role("ink"), "width": 1})
        head = {"xanchor": "left", "yanchor": "bottom", "align": "left", "font": {"size": 12}}
        chart.note(heads[actor], x=start, y=middle[actor] - tall, **head)
    chart.points(grid_x, grid_y, mode="lines", hoverinfo="skip", **faint)
    if still:
        place = {"x": 0, "xanchor": "left", "y": deep * panel + 1.5 * LINE / unit}
        font = {"size": 12, "color": style.role("muted")}
        chart.note(words.say("movement-rest"), **place, font=font)
    name_levels(words, labels, moved[::across], middle, unit, chart)
    lowest = [one for number, one in enumerate(moved) if number + across >= len(moved)]
    draw_years(words, [(first, last), x, y], lowest, left, wide, unit, chart)
    # The learner's line is dashed, below the table's, where it is another.
    for actor in moved if yours is not None else ():
        those = [row for row in yours if row.actor == actor]
        levels = [row.position for row in rows if row.actor == actor]
        if levels == [row.position for row in those]:
            continue
        line = {"color": style.role("ink"), "width": 2, "dash": "dash", "shape": "hv"}
        places = [x(actor, row.date) for row in those], [y(actor, row.position) for row in those]
        chart.points(*places, mode="lines", line=line, hoverinfo="skip")
    colours = {actor: style.role(WAYS.get(way, "muted")) for actor, way in ways.items()}
    least = APART[chart.narrow] / LEAST[chart.narrow]
    places = {row.stance_id: x(row.actor, row.date) for row in rows}
    for one, other in moves_within(rows):
        close = max(0, least - places[other] + places[one]) / 2
        places[one] -= close
        places[other] += close
    for actor in left:
        those = [row for row in rows if row.actor == actor]
        if not those:
            continue
        path = [(places[row.stance_id], y(actor, row.position)) for row in those]
        line = {"color": colours[actor], "width": 2, "shape": "hv"}
        chart.points(*zip(*path, strict=True), mode="lines", line=line, hoverinfo="skip")
        if actor in moved:
            panel = left[actor], wide[actor], x(actor, day)
            date_moves(words, those, path, panel, unit, colours[actor], chart)
    for version, symbol, size in (
        (rows, "circle", 9),
        (others, "diamond-open", 11),
        (differ, "square-open", 14),
    ):
        edges = [colours[row.actor] if version is rows else style.role("ink") for row in version]
        hover = [_hover(words, row) for row in version]
        if version is differ:
            hover = [words.say("recoded-hover", stance=words_of) for words_of in hover]
        chart.points(
            [places.get(row.stance_id, x(row.actor, row.date)) for row in version],
            [y(row.actor, row.position) for row in version],
            marker=mark(size, symbol, edges) | {"line": {"width": 1.5, "color": edges}},
            hover=hover,
            rows=[reference(row) for row in version],
            cliponaxis=False,
        )
    chart.set(
        margin={"l": 34 if chart.narrow else 124},
        xaxis={**BARE, "range": [0, 1.01]},
        yaxis={**BARE, "range": [(chart.layout["height"] - 20) / unit, 0]},
    )


def moves_within(rows):
    """List every two moves of an actor that follow each other, by ``stance_id``."""
    moves = defaultdict(list)
    for one, other in itertools.pairwise(rows):
        if one.actor == other.actor and one.position != other.position:
            moves[other.actor].append((one.stance_id, other.stance_id))
    for those in moves.values():
        for (_, one), (before, other) in itertools.pairwise(those):
            if before == one:
                yield one, other


def draw_years(words, scale, actors, left, wide, unit, chart):
    """Draw the axis of time below some panels: a tick where a year begins, its name in its middle.

    `scale` has the first and last day, and what places a day and a level.
    """
    (first, last), x, y = scale
    years = range(first.year, last.year + 1)
    step, near = 1 if last - first < pd.Timedelta(days=2000) else 2, (last - first) / 14
    named = [pd.Timestamp(year, 7, 1) for year in years[1::step]]
    starts = [pd.Timestamp(year, 1, 1) for year in years[1:]]
    line_x, line_y = [], []
    for actor in actors:
        floor = y(actor, -2) + AROUND
        line_x += [left[actor], left[actor] + wide[actor], None]
        line_y += [floor, floor, None]
        for date in starts:
            line_x += [x(actor, date)] * 2 + [None]
            line_y += [floor, floor + 4 / unit, None]
    look = {"line": {"color": style.role("muted"), "width": 1}, "hoverinfo": "skip"}
    chart.points(line_x, line_y, mode="lines", cliponaxis=False, **look)
    dates = [(one, date) for one in actors for date in named if first + near < date < last - near]
    chart.texts(
        [x(actor, date) for actor, date in dates],
        [y(actor, -2) + AROUND + 4 / unit for actor, _ in dates],
        [words.say("short-year", year=f"{date:%y}") for _, date in dates],
        "muted",
        textposition="bottom center",
        hoverinfo="skip",
        cliponaxis=False,
    )


def name_levels(words, labels, actors, middle, unit, chart):
    """Name the levels left of the panels of some actors, on a phone without words."""
    ends = unit < 30 or chart.narrow
    shown = [(actor, level) for actor in actors for level in LEVELS if not ends or level % 2 == 0]
    named = {
        level: wrapped(f"{level_words(level)} {'' if chart.narrow else labels[level]}", 16)
        for level in LEVELS
    }
    chart.texts(
        [0] * len(shown),
        [middle[actor] - level for actor, level in shown],
        [named[level] for _, level in shown],
        "muted",
        textposition="middle left",
        hoverinfo="skip",
        cliponaxis=False,
    )


def date_moves(words, rows, path, panel, unit, colour, chart):
    """Write the months of an actor's moves at their marks, the widest first, where there is room.

    `panel` is its left edge, its width, and where the article's day is in it.
    """
    scale, (start, share, day) = LEAST[chart.narrow], panel
    wide = share * scale
    # From the middle of the panel, as its levels are counted.
    middle = path[0][1] + rows[0].position
    spots = [((x - start) * scale, (y - middle) * unit) for x, y in path]
    line = (day - start) * scale
    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in spots]
    taken += [(line - 1, -3 * unit, line + 1, 3 * unit)] if line < 0.95 * wide else []
    for (x, y), (right, end) in itertools.pairwise(spots):
        taken += [(x, y - 2, right, y + 2), (right - 2, min(y, end), right + 2, max(y, end))]
    moves = [n for n in range(1, len(rows)) if rows[n].position != rows[n - 1].position]
    for n in sorted(moves, key=lambda n: -abs(rows[n].position - rows[n - 1].position)):
        date, (x, y) = rows[n].date, spots[n]
        said = words.say("movement-month", month=words.month(date, short=True), year=f"{date:%y}")
        long = length(said, 12)
        for side, right, down in TRIES:
            edge = x + right - SHARES[side] * long
            box = (edge, y + down - 7, edge + long, y + down + 7)
            tall = (2 + AROUND) * unit
            inside = edge > 2 and edge + long < wide + 10 and -tall <= box[1] and box[3] <= tall
            met = any(
                box[0] < end and low < box[2] and box[1] < bottom and top < box[3]
                for low, top, end, bottom in taken
            )
            if inside and not met:
                look = {"xanchor": side, "xshift": right, "yshift": -down}
                font = {"size": 12, "color": colour}
                chart.note(said, x=path[n][0], y=path[n][1], **look, font=font)
                taken.append(box)
                break


# What was expected, and what was done ---------------------------------------


def expected(pack):
    """What was expected of the actor of whom most was, beside its own latest stances."""
    words, issues, day = pack.words, issue_names(pack), article_day(pack)
    names = named(pack, "actors", "short_name")
    own, foreseen = list_stances(pack), known_by(list_stances(pack, EXPECTED), day)
    if not foreseen:
        raise NothingToShow(words.say("expected-needs"))
    ((actor, _),) = Counter(row.actor_id for row in foreseen).most_common(1)
    foreseen = placed_stances(latest_stances(foreseen), actor)
    name = names[actor]
    days, known = {}, None
    for option, said in day_options(pack).items():
        # A day on which nothing new was known would be a step without a change.
        number = sum(row.actor_id == actor for row in known_by(own, option))
        if option >= day and number != known:
            days[option], known = said, number
    before = latest_stances(known_by(own, day))
    listed = [one for one in issues if one in foreseen]
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

        def of_gap(gaps, gap):
            return [issues[one] for one in gaps if gaps[one] == gap]

        apart, changed = gaps("expected", "own"), gaps("own", "earlier")
        most = max(changed.values(), default=0)
        facts = {
            "actor": name,
            "day": pd.Timestamp(until),
            "asked": len(foreseen),
            "by": list(dict.fromkeys(row.by for row in foreseen.values())),
            "both": len(apart),
            "met": sum(not gap for gap in apart.values()),
            "gaps": "".join(
                words.say("expected-gap", gap=gap, issues=of_gap(apart, gap))
                for gap in sorted(set(apart.values()))
            ),
            "compared": "no" if not earlier else "yes" if changed else "nothing",
            "other": beside.get(earlier, ""),
            "shared": len(changed),
            "differ": sum(gap > 0 for gap in changed.values()),
            "most": most,
            "widest": of_gap(changed, most),
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
        if not earlier:
            del table["earlier"]
        ranked = sorted(listed, key=lambda one: (one not in apart, -apart.get(one, 0)))
        draw = partial(draw_expected, words, sides, {one: issues[one] for one in ranked})
        heads = {"earlier": words.say("expected-own", actor=facts["other"])}
        height = (60 + 62 * max(2, len(listed)), 70 + 76 * max(2, len(listed)))
        refs = [reference(sides["own"][one]) if one in sides["own"] else "" for one in issues]
        return View(facts, pd.DataFrame(table), draw, height, heads, refs, empty=not apart)

    controls = {"until": Control(days, stepped=True)}
    if beside:
        controls["earlier"] = {"": words.say("expected-earlier-none"), **beside}
    return declare(pack, "expected", show, **controls)


def select_kin(pack, actor, rows):
    """List actors of the same kind and country as an actor, those with most of the rows first."""
    columns = pack.actors[["actor_id", "country", "kind"]]
    sides = {one: side for one, *side in columns.itertuples(index=False)}
    counts = Counter(row.actor_id for row in rows).most_common()
    return [one for one, _ in counts if sides[one] == sides[actor] and one != actor]


def draw_expected(words, sides, issues, chart):
    """Draw, for each issue, an arrow from the level expected to the own one; empty rows last."""
    foreseen, own, earlier = (sides[side] for side in ("expected", "own", "earlier"))
    rows = list(issues)
    steps = [at for level in LEVELS for at in (level, level, None)]
    ends = [-0.5, len(rows) - 0.5, None] * len(LEVELS)
    faint = {"color": style.role("muted"), "width": 0.5}
    chart.points(steps, ends, mode="lines", line=faint, opacity=0.6, hoverinfo="skip")
    line = {"color": style.role("record"), "width": 2}
    arrow = {"symbol": "arrow", "size": 14, "angleref": "previous", "standoff": 7}
    arrow |= {"color": style.role("record"), "opacity": [0, 1]}
    look = {"mode": "lines+markers", "line": line, "marker": arrow, "hoverinfo": "skip"}
    for place, issue in enumerate(rows):
        if issue in foreseen and issue in own:
            ends = [foreseen[issue].position, own[issue].position]
            if len(set(ends)) > 1:
                chart.points(ends, [place, place], **look)
    for side, symbol, colour, size in (
        (earlier, "square-open", "muted", 13),
        (foreseen, "diamond-open", "ink", 14),
        (own, "circle", "record", 11),
    ):
        listed = [issue for issue in rows if issue in side]
        chart.points(
            [side[issue].position for issue in listed],
            [rows.index(issue) for issue in listed],
            marker=mark(size, symbol, style.role(colour)),
            hover=[_hover(words, side[issue]) for issue in listed],
            rows=[reference(side[issue]) for issue in listed],
            cliponaxis=False,
        )
    for side, above, colour in ((foreseen, True, "ink"), (own, False, "record")):
        for place, issue in enumerate(rows):
            if issue not in side:
                continue
            row = side[issue]
            year = "" if above else f"\u2002{row.date:%Y}"
            # Words at an end of the scale stay inside the plot.
            edge = "left" if row.position < -1 else "right" if row.position > 1 else "center"
            chart.note(
                f"{row.label}{year}",
                x=row.position,
                y=place,
                yshift=17 if above else -17,
                xanchor=edge,
                xshift={"left": -8, "right": 8, "center": 0}[edge],
                font={"size": 12, "color": style.role(colour)},
                bgcolor=style.role("paper"),
                borderpad=0,
            )
    axis = {"range": [len(rows) - 0.5, -0.65], "showgrid": False, "showline": False}
    axis |= chart.names_beside(issues.values(), 16, bold=True, x=-2.1, yshift=34)
    ticks = {"tickvals": list(LEVELS), "ticktext": list(map(level_words, LEVELS))}
    scale = {"side": "top", "range": [-2.15, 2.15], "showgrid": False, "showline": False}
    chart.set(xaxis={**ticks, **scale, "tickfont": {"size": 13}}, yaxis=axis)
