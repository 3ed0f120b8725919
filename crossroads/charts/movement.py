"""Who moved: every actor's stances on one issue, from line to line through time."""

import itertools
from collections import Counter, defaultdict
from functools import partial

import pandas as pd

from crossroads.charts import stances, style
from crossroads.charts.marks import lines, mark, wrapped
from crossroads.charts.stances import LEVELS, OWN, known_by, level_words, list_stances, pointed
from crossroads.charts.view import Control, View, article_day, declare
from crossroads.words.tags import tag

WAYS = {"higher": "more-2", "lower": "less-2", "back": "ink", "still": "muted"}
# Between two actors (unit: lines).
APART = 0.4
# Last stances that are old are named one by one up to so many.
MOST_OLD = 5


def movement(pack, recoded=None, start=None):
    """Every actor's own stances on one issue through time.

    With `recoded`, a dictionary of ``stance_id`` to another level (None for
    evidence that fits no level), that version is drawn beside the table's.
    """
    words, issues, actors = pack.words, stances.issue_names(pack), stances.select_actors(pack)
    own, others = list_stances(pack), select_others(pack)
    yours = recode_stances(pack, own, recoded or {})
    last, labels, order = pack.stances["date"].max(), stances.level_labels(pack), list(actors)

    def show(issue, seen="", beside=""):
        versions = zip(known_by(own, seen), known_by(yours, seen), strict=True)
        pairs = [pair for pair in versions if pair[0].issue_id == issue]
        pairs = sorted(pairs, key=lambda pair: order.index(pair[0].actor_id))
        coded = [(row, mine) for row, mine in pairs if row.stance_id in (recoded or ())]
        # A row that has a level only in the learner's version is listed, too.
        pairs = [pair for pair in pairs if any(row.position is not None for row in pair)]
        rows = [row for row, _ in pairs if row.position is not None]
        besides = [row for row in known_by(others, seen) if row.issue_id == issue and beside]
        pairs += [(row, row) for row in besides]
        shown = sorted((row for row, _ in pairs), key=lambda row: row.date)
        table = {
            "date": [row.when for row in shown],
            "actor": [row.actor for row in shown],
            "position": [row.place for row in shown],
        }
        if coded:
            places = {row.stance_id: mine.place for row, mine in coded}
            table["your_version"] = [places.get(row.stance_id, "") for row in shown]
        if beside:
            who = ["" if row.said_by == row.actor_id else f" ({row.by})" for row in shown]
            said = [pack.label("stances.view", row.view) for row in shown]
            table["whose_words"] = list(map(str.__add__, said, who))
        table["what_was_said_or_done"] = [row.evidence for row in shown]
        changes = [
            words.say(
                "recoded-change", actor=row.actor, when=row.when, yours=mine.place, place=row.place
            )
            for row, mine in coded
            if row.place != mine.place
        ]
        levels = moves_by_actor(rows)
        your_levels = moves_by_actor(
            [mine for _, mine in pairs if mine.view == OWN and mine.position is not None]
        )
        ways = {row.actor: way_of_all(levels.get(row.actor, [])) for row, _ in pairs}
        case, version = "told" if rows else "empty", "other" if changes else "same"
        by, later = pd.Timestamp(seen or last), any(row.date > pack.day for row in shown)
        facts = {
            "case": case,
            "issue": issues[issue],
            "known": "then" if seen else "all",
            "day": by,
        }
        facts |= {
            "beside": beside or "no",
            "besides": len(besides),
            "later": "yes" if later else "no",
        }
        facts |= {"version": version if coded else "none", "changes": "; ".join(changes)}
        facts |= {"your_moved": count_moved(your_levels), "your_actors": len(your_levels)}
        facts |= move_facts(words, rows, by)
        facts["ways"] = [words.say(f"movement-way-{way}") for way in WAYS if way in ways.values()]

        def rank(actor):
            """Whoever moved furthest comes first, somebody of whom only others speak last."""
            own = levels.get(actor, [])
            moved = any(len(set(those.get(actor, ()))) > 1 for those in (levels, your_levels))
            return not moved, not own, -sum(abs(a - b) for a, b in itertools.pairwise(own))

        marks = marks_of(pairs, sorted(ways, key=rank), pack.day)
        named = {level: labels.get((issue, level), "") for level in LEVELS}
        draw = partial(draw_movement, words, named, ways, marks, pack.day)
        deep = 2 + max((y for *_, y, _ in marks), default=0)
        height = (min(430, int(56 + 18 * deep)), int(60 + 20 * deep))
        refs = [stances.reference(row) for row in shown]
        return View(facts, pd.DataFrame(table), draw, height, rows=refs, empty=not shown)

    if recoded is not None:
        return declare(pack, "recoded", show, issue=Control(issues, start))
    counts = Counter(row.issue_id for row in known_by(own, article_day(pack)))
    issue = Control(issues, max(counts, key=counts.get, default=None))
    then, everything = (words.say(f"movement-seen-{known}") for known in ("then", "all"))
    seen = {article_day(pack): then, "": everything}
    return declare(pack, "movement", show, issue=issue, seen=seen, beside=("", "yes"))


def recode_stances(pack, rows, recoded):
    """Give the rows with other levels, and their words, in the place of some."""
    labels = stances.level_labels(pack)

    def other(row):
        level = recoded[row.stance_id]
        label = labels.get((row.issue_id, level), "")
        place = stances.place_words(pack.words, level, label)
        return row._replace(position=level, label=label, place=place)

    return [other(row) if row.stance_id in recoded else row for row in rows]


def select_others(pack):
    """List what others say of actors, where it has a level."""
    views = [view for view in pack.stances["view"].unique() if view != OWN]
    rows = [row for view in views for row in list_stances(pack, view)]
    return [row for row in rows if row.actor_id != row.said_by and row.position is not None]


def moves_by_actor(rows):
    """Give each actor's levels in order of date."""
    moves = defaultdict(list)
    for row in rows:
        moves[row.actor].append(row.position)
    return moves


def way_of_all(levels):
    """Tell where the last level is from the first: higher, lower, back there, or never away."""
    if len(set(levels)) < 2:
        return "still"
    change = levels[-1] - levels[0]
    return "higher" if change > 0 else "lower" if change < 0 else "back"


def count_moved(moves):
    """Count the actors with more than one level."""
    return sum(len(set(levels)) > 1 for levels in moves.values())


def move_facts(words, rows, day):
    """Say who moved where on one issue, who furthest, and whose last stance is old on a day.

    Furthest is only somebody whose last stance is stances.recent, among two at least.
    """
    moves, last = moves_by_actor(rows), {row.actor: row for row in rows}
    fresh = {row.actor for row in stances.recent(last.values(), day)}
    old = [
        words.say("movement-old", actor=actor, year=f"{row.date:%Y}")
        for actor, row in last.items()
        if actor not in fresh
    ]
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
    most = max(map(abs, change.values()), default=0) if len(fresh) >= stances.ENOUGH else 0
    those = [actor for actor, steps in change.items() if abs(steps) == most]
    moved, furthest = count_moved(moves), "nobody"
    if most and len(those) <= 2:
        furthest = "two" if len(those) == 2 else "alone" if moved == 1 else "furthest"
    levels = moves[those[0]] if those else [0]
    if len(old) > MOST_OLD:
        old = [words.say("movement-olds", count=len(old))]
    facts = {
        "moved": moved,
        "actors": len(moves),
        "groups": "".join(said),
        "months": stances.MONTHS,
    }
    facts |= {"fresh": len(fresh), "olds": len(old), "old": old, "furthest": furthest}
    return facts | {"who": those, "from": level_words(levels[0]), "to": level_words(levels[-1])}


def marks_of(pairs, actors, day):
    """Set each actor's stances in lines from the top down, a new one where the level changes.

    Gives each pair of the table's row and the learner's with the height of its line, and
    its place in the line, counted from the middle.
    """

    def held(pair):
        row, mine = pair
        return row.view, row.position, mine.position, row.date > day

    marks, y = [], 0
    for actor in actors:
        those = sorted((one for one in pairs if one[0].actor == actor), key=lambda one: one[0].date)
        for _, line in itertools.groupby(those, held):
            line = list(line)
            marks += [(*pair, y, number - (len(line) - 1) / 2) for number, pair in enumerate(line)]
            y += 1
        y += APART
    return marks


def draw_movement(words, labels, ways, marks, day, chart):
    """Draw each actor's way from level to level, a line for each, and dots for its stances.

    Marks of others' words, and of the learner's version where it is another, stand there, too.
    """
    # The first row of each line.
    heads = dict(reversed({y: row for row, _, y, _ in reversed(marks)}.items()))
    later = [y for y, row in heads.items() if row.date > day]
    band = {"color": style.role("band"), "line": {"width": 0}}
    look = {"orientation": "h", "base": -2.6, "width": 1, "marker": band, "hoverinfo": "skip"}
    chart.bars([5.2] * len(later), later, **look)
    end = max(heads, default=0) + 0.5
    levels = [level for level in LEVELS for level in (level, level, None)]
    chart.trail(levels, [-0.5, end, None] * len(LEVELS), "muted", 0.5, opacity=0.6)
    step = 0.2 if chart.narrow else 0.1
    for actor in ways:
        own = [one for one in marks if one[0].actor == actor and one[0].view == OWN]
        # The learner's way, where it is another, below the table's.
        other = any(row.position != mine.position for row, mine, *_ in own)
        versions = (1, "dash", "ink"), (0, "solid", WAYS[ways[actor]])
        for version, dash, role in versions[not other :]:
            placed = [one for one in own if one[version].position is not None]
            # A short line joins the stances of one level.
            way = [
                (one[version].position + shift * step, one[2])
                for one in placed
                for shift in (0, one[3], 0)
            ]
            if way:
                chart.trail(*zip(*way, strict=True), role, 2, {"dash": dash, "shape": "vh"})
    placed = [(row, y, at) for row, _, y, at in marks if row.position is not None]
    differ = [
        (mine, y, at) for row, mine, y, at in marks if mine.position not in (None, row.position)
    ]
    for version, symbol, size in (
        ([one for one in placed if one[0].view == OWN], "circle", 9),
        ([one for one in placed if one[0].view != OWN], "diamond-open", 11),
        (differ, "square-open", 14),
    ):
        rows = [row for row, *_ in version]
        colours = [style.role(WAYS[ways[row.actor]] if size < 10 else "ink") for row in rows]
        said = pointed(words, rows)
        if version is differ:
            said["hover"] = [words.say("recoded-hover", stance=one) for one in said["hover"]]
        x = [row.position + at * step for row, _, at in version]
        chart.points(x, [y for _, y, _ in version], marker=mark(size, symbol, colours), **said)
    months = [
        words.say("movement-month", month=words.month(row.date, short=True), year=f"{row.date:%y}")
        for row in heads.values()
    ]
    chart.texts([-2.7] * len(heads), list(heads), months, "ink", textposition="middle left")
    first = {row.actor: y for y, row in reversed(heads.items())}
    shown = LEVELS[:: 1 + chart.narrow]
    names = [lines(wrapped(labels[one], 13), level_words(one)) for one in shown]
    look = {"tickfont": {"size": 12}, "showgrid": False, "showline": False}
    # Months stand left of the levels, in the plot: a name of a row would be measured.
    room = [-4.2 if chart.narrow else -3.3, 2.6]
    scale = {"range": room, "side": "top", "tickvals": list(shown), "ticktext": names}
    actors = [tag("b", actor) for actor in first]
    time = {"range": [end, -0.5], "tickvals": list(first.values()), "ticktext": actors}
    chart.set(xaxis=scale | look, yaxis=time | look)
