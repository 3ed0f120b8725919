"""Who moved: every actor's stances on one issue, a line an actor, from first level to last."""

import itertools
from collections import Counter, defaultdict, namedtuple
from functools import partial

import pandas as pd

from crossroads.charts import stances, style
from crossroads.charts.marks import lines, mark, wrapped
from crossroads.charts.stances import LEVELS, OWN, known_by, level_words, list_stances, pointed
from crossroads.charts.view import Control, View, article_day, declare
from crossroads.words.tags import tag

WAYS = {"higher": "more-2", "lower": "less-2", "back": "ink", "still": "muted"}
KEYS = ("higher", "lower", "back", "passed", "still")
YOURS, OTHERS = "yours", "others"
LOOKS = {OWN: ("circle", "solid"), YOURS: ("square", "dash"), OTHERS: ("diamond-open", "")}
# An actor's stances of one kind on a line: its height, by level the first of each time, and
# whether there are several levels, so that months stand below the marks and not beside them.
Lane = namedtuple("Lane", "actor kind y rows heads moved")
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
        pairs.sort(key=lambda pair: order.index(pair[0].actor_id))
        coded = [(row, mine) for row, mine in pairs if row.stance_id in (recoded or ())]
        # A row that has a level only in the learner's version is listed, too.
        pairs = [pair for pair in pairs if any(row.position is not None for row in pair)]
        rows = [row for row, _ in pairs if row.position is not None]
        besides = [row for row in known_by(others, seen) if row.issue_id == issue and beside]
        pairs += [(row, row) for row in besides]
        shown = sorted((row for row, _ in pairs), key=lambda row: row.date)
        table = {"date": [row.when for row in shown], "actor": [row.actor for row in shown]}
        table["position"] = [row.place for row in shown]
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
        yours_now = [mine for _, mine in pairs if mine.view == OWN and mine.position is not None]
        levels, your_levels = moves_by_actor(rows), moves_by_actor(yours_now)
        ways = {row.actor: way_of_all(levels.get(row.actor, [])) for row, _ in pairs}
        case, version = "told" if rows else "empty", "other" if changes else "same"
        by, known = pd.Timestamp(seen or last), "then" if seen else "all"
        facts = {"case": case, "issue": issues[issue], "day": by, "known": known}
        facts |= {"beside": beside or "no", "besides": len(besides)}
        facts |= {"version": version if coded else "none", "changes": "; ".join(changes)}
        facts |= {"your_moved": count_moved(your_levels), "your_actors": len(your_levels)}
        facts |= move_facts(words, rows, by)
        ever = map(passed, [*levels.values(), *your_levels.values()])
        used = {*ways.values(), "passed" if any(ever) else ""}
        facts["ways"] = [words.say(f"movement-way-{way}") for way in KEYS if way in used]

        def rank(actor):
            """Whoever moved furthest comes first, somebody of whom only others speak last."""
            own = levels.get(actor, [])
            moved = any(len(set(those.get(actor, ()))) > 1 for those in (levels, your_levels))
            return not moved, not own, -sum(abs(a - b) for a, b in itertools.pairwise(own))

        lanes, deep = lay_out(pairs, sorted(ways, key=rank))
        heads = [one for lane in lanes for heads in lane.heads.values() for one in heads]
        facts["later"] = "yes" if any(one.date > pack.day for one in heads) else "no"
        named = {level: labels.get((issue, level), "") for level in LEVELS}
        draw = partial(draw_movement, words, named, ways, lanes, deep, pack.day)
        height, refs = int(84 + 23 * deep), [stances.reference(row) for row in shown]
        heights = min(430, height), height
        return View(facts, pd.DataFrame(table), draw, heights, rows=refs, empty=not shown)

    if recoded is not None:
        return declare(pack, "recoded", show, issue=Control(issues, start))
    counts = Counter(row.issue_id for row in known_by(own, article_day(pack)))
    issue = Control(issues, max(counts, key=counts.get, default=None))
    seen = {article_day(pack): "then", "": "all"}
    seen = {day: words.say(f"movement-seen-{known}") for day, known in seen.items()}
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


def passed(levels):
    """Give the levels that are neither the first nor the last."""
    return {*levels} - {levels[0], levels[-1]}


def count_moved(moves):
    """Count the actors with more than one level."""
    return sum(len(set(levels)) > 1 for levels in moves.values())


def move_facts(words, rows, day):
    """Say who moved where on one issue, who furthest, and whose last stance is old on a day.

    Furthest is only somebody whose last stance is recent, among two at least.
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
    facts = {"moved": moved, "actors": len(moves), "groups": "".join(said)}
    facts |= {
        "months": stances.MONTHS,
        "fresh": len(fresh),
        "olds": len(old),
        "old": old,
        "furthest": furthest,
    }
    return facts | {"who": those, "from": level_words(levels[0]), "to": level_words(levels[-1])}


def lay_out(pairs, actors):
    """Give a lane for each actor's stances, and the height of all (unit: lines).

    The learner's version, where it is another, and others' words have lanes below it.
    """
    lanes, y = [], 0
    for actor in actors:
        those = sorted((one for one in pairs if one[0].actor == actor), key=lambda one: one[0].date)
        own = [one for one in those if one[0].view == OWN]
        mine = [mine for _, mine in own] if any(a.position != b.position for a, b in own) else []
        others = [row for row, _ in those if row.view != OWN]
        for kind, rows in ((OWN, [row for row, _ in own]), (YOURS, mine), (OTHERS, others)):
            rows, heads = [row for row in rows if row.position is not None], defaultdict(list)
            # The first stance of each time that the actor came to a level.
            for level, run in itertools.groupby(rows, key=lambda row: row.position):
                heads[level].append(next(run))
            if rows:
                moved = len(heads) > 1 or kind == OTHERS
                lanes.append(Lane(actor, kind, y, rows, heads, moved))
                y += 1.2 + 0.7 * max(map(len, heads.values())) * moved
    return lanes, y


def draw_movement(words, labels, ways, lanes, deep, day, chart):
    """Draw a line from each actor's first level to its last, and a thin one to those between."""

    def month_of(row):
        later, month = "yes" if row.date > day else "no", words.month(row.date, short=True)
        return words.say("movement-month", later=later, month=month, year=f"{row.date:%y}")

    trails, arrows, marks = defaultdict(list), [], []
    for lane, level in itertools.product(lanes, LEVELS):
        # The lines of the scale end above the months.
        ends = lane.y - 0.6, lane.y + (0.2 if lane.moved else 0.6)
        trails["muted", 0.4, "solid"] += [*((level, end) for end in ends), (None, None)]
    for lane in lanes:
        first, last = lane.rows[0].position, lane.rows[-1].position
        role, (shape, dash) = (
            WAYS[ways[lane.actor]] if lane.kind == OWN else "ink",
            LOOKS[lane.kind],
        )
        if dash:
            for ends, width in (((min(lane.heads), max(lane.heads)), 1.5), ((first, last), 4)):
                trails[role, width, dash] += [*((at, lane.y) for at in ends), (None, None)]
        if dash and first != last:
            near = 0.36 if chart.narrow else 0.16
            side, at = ("left", last + near) if last < first else ("right", last - near)
            arrows.append((at, lane.y, f"triangle-{side}", style.role(role)))
        moved, back, said = lane.moved and dash, lane.heads[last][-1], pointed(words, lane.rows)
        for row, hover, reference in zip(lane.rows, said["hover"], said["rows"], strict=True):
            level, heads = row.position, lane.heads[row.position]
            # Whoever came back to the first level has a dot in the ring.
            ring = moved and level == first and (first != last or row.date < back.date)
            end = level in (first, last)
            size = 7 if moved and not end else 12 if moved and first != last else 19 if ring else 9
            beside = "" if lane.moved else "\u00a0"
            months = [f"{beside}{month_of(one)}{beside}" for one in heads if row is heads[0]]
            side = "middle left" if level == LEVELS[-1] else "middle right"
            colour = "ink" if lane.moved and end else "muted"
            if lane.kind == YOURS:
                hover = words.say("recoded-hover", stance=hover)
            look = size, shape, style.role("paper" if ring else role), style.role(role)
            text = lines(*months), "bottom center" if lane.moved else side, style.role(colour)
            marks.append((level, lane.y, *look, *text, hover, reference))
    for (role, width, dash), places in trails.items():
        chart.trail(*zip(*places, strict=True), role, width, {"dash": dash})
    x, y, symbol, colour = zip(*arrows, strict=True) if arrows else [[]] * 4
    chart.points(x, y, marker=mark(10, symbol, colour), hoverinfo="skip")
    if marks:
        x, y, size, shape, fill, edge, text, side, colour, hover, rows = zip(*marks, strict=True)
        look = mark(size, shape, fill) | {"line": {"width": 2, "color": edge}, "opacity": 1}
        look = {"marker": look, "text": text, "textposition": side, "cliponaxis": False}
        look["textfont"] = {"size": 12, "color": colour}
        chart.points(x, y, "markers+text", **look, hover=hover, rows=rows)
    # On a phone, the ends and the middle have words.
    names = {one: wrapped(labels[one], 13) for one in LEVELS[:: 1 + chart.narrow]}
    names = [lines(*filter(None, (names.get(one), level_words(one)))) for one in LEVELS]
    look = {"tickfont": {"size": 12}, "showgrid": False, "showline": False}
    scale = {"side": "top", "tickvals": list(LEVELS), "ticktext": names}
    scale["range"] = [-2.2, 2.17] if chart.narrow else [-2.5, 2.5]
    places = {lane.actor: lane.y for lane in reversed(lanes)}
    actors = [tag("b", actor) if ways[actor] != "still" else actor for actor in places]
    rows = {"range": [deep - 0.3, -0.8], "tickvals": list(places.values()), "ticktext": actors}
    chart.set(xaxis=scale | look, yaxis=rows | look)
