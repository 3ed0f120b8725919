"""Who moved: every actor's stances on one issue, an arrow a change, in order of time."""

import itertools
from collections import Counter, defaultdict, namedtuple
from functools import partial

import pandas as pd

from crossroads.charts import stances, style
from crossroads.charts.marks import BARE, mark, wrapped
from crossroads.charts.stances import LEVELS, OWN, known_by, level_words, list_stances, pointed
from crossroads.charts.view import Control, View, article_day, declare
from crossroads.words.tags import tag

# Where actors ended, in the order in which they are drawn.
WAYS = ("higher", "lower", "back", "still", "others")
YOURS, OTHERS = "yours", "others"
SIGNS = {OWN: "circle", YOURS: "square", OTHERS: "diamond-open"}
# An actor's stances of one kind: its first line, and for each time at a level the rows of it.
Lane = namedtuple("Lane", "actor kind y runs")
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
        ways = {row.actor: "others" for row, _ in pairs}
        ways |= {actor: way_of_all(those) for actor, those in levels.items()}
        case, version = "told" if rows else "empty", "other" if changes else "same"
        by, known = pd.Timestamp(seen or last), "then" if seen else "all"
        facts = {"case": case, "issue": issues[issue], "day": by, "known": known}
        facts |= {"beside": beside or "no", "besides": len(besides)}
        facts |= {"version": version if coded else "none", "changes": "; ".join(changes)}
        facts |= {"your_moved": count_moved(your_levels), "your_actors": len(your_levels)}
        facts |= move_facts(words, rows, by)

        def far(actor):
            """Whoever moved furthest comes first."""
            return -sum(abs(a - b) for a, b in itertools.pairwise(levels.get(actor, [])))

        groups = {way: [one for one in sorted(ways, key=far) if ways[one] == way] for way in WAYS}
        groups = {way: those for way, those in groups.items() if those}
        facts["ends"] = [
            words.say("movement-end", way=way, count=len(groups[way]), others=n, actors=len(levels))
            for n, way in enumerate(way for way in groups if way in WAYS[:3])
        ]
        lanes, heads, deep = lay_out(words, pairs, groups)
        later = any(run[0].date > pack.day for lane in lanes for run in lane.runs)
        arrows = any(len(lane.runs) > 1 and lane.kind != OTHERS for lane in lanes)
        facts |= {"later": "yes" if later else "no", "arrows": "yes" if arrows else "no"}
        named = [f"{level_words(level)} {labels.get((issue, level), '')}" for level in LEVELS]
        draw = partial(draw_movement, words, named, lanes, heads, deep, pack.day)
        heights, refs = (int(60 + 24 * deep), int(64 + 32 * deep)), map(stances.reference, shown)
        heights = min(430, heights[0]), heights[1]
        return View(facts, pd.DataFrame(table), draw, heights, rows=tuple(refs), empty=not shown)

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


def count_moved(moves):
    """Count the actors with more than one level."""
    return sum(len(set(levels)) > 1 for levels in moves.values())


def move_facts(words, rows, day):
    """Say who moved where on one issue, who furthest, and whose last stance is old on a day.

    Furthest is only somebody whose last stance is recent, where those of two at least are.
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
    change = {actor: abs(levels[-1] - levels[0]) for actor, levels in moves.items()}
    most = max(change.values(), default=0) if len(fresh) >= stances.ENOUGH else 0
    those = [actor for actor, steps in change.items() if steps == most]
    moved, furthest = count_moved(moves), "nobody"
    if most and len(those) <= 2 and fresh.issuperset(those):
        furthest = "two" if len(those) == 2 else "alone" if moved == 1 else "furthest"
    levels = moves[those[0]] if those else [0]
    if len(old) > MOST_OLD:
        old = [words.say("movement-olds", count=len(old))]
    facts = {"moved": moved, "actors": len(moves), "groups": "".join(said)}
    facts |= {"months": stances.MONTHS, "fresh": len(fresh), "olds": len(old), "old": old}
    facts |= {"furthest": furthest, "who": those}
    return facts | {"from": level_words(levels[0]), "to": level_words(levels[-1])}


def lay_out(words, pairs, groups):
    """Give a lane for each actor's stances, a head for each group, and the lines of all.

    The learner's version, where it is another, and others' words have lanes below it.
    """
    lanes, heads, y = [], [], 0
    for way, actors in groups.items():
        y += 0.3 * bool(heads)
        heads.append((y, words.say(f"movement-way-{way}", count=len(actors))))
        y += 1
        for actor in actors:
            those = [one for one in pairs if one[0].actor == actor]
            those.sort(key=lambda one: one[0].date)
            own = [one for one in those if one[0].view == OWN]
            other = any(row.position != mine.position for row, mine in own)
            kinds = {OWN: [row for row, _ in own], YOURS: [mine for _, mine in own if other]}
            kinds[OTHERS] = [row for row, _ in those if row.view != OWN]
            for kind, rows in kinds.items():
                rows = [row for row in rows if row.position is not None]
                runs = itertools.groupby(rows, key=lambda row: row.position)
                runs = [list(run) for _, run in runs]
                if runs:
                    lanes.append(Lane(actor, kind, y, runs))
                    y += max(0.8 if kind == OWN else 1, len(runs) - 1)
    return lanes, heads, y


def draw_movement(words, levels, lanes, heads, deep, day, chart):
    """Draw an arrow for each change, an actor's below each other, and the last one in blue."""
    left, right, letters = (-3.48, 2.4, 8) if chart.narrow else (-3.6, 2.6, 13)
    said = [(left, y, tag("b", head), "middle right") for y, head in heads]
    for level, text in zip(LEVELS, levels, strict=True):
        said.append((level, -0.5, wrapped(text, letters), "top center"))
    firsts = {lane.actor: lane.y for lane in reversed(lanes)}
    said += [(left, y, actor, "middle right") for actor, y in firsts.items()]
    trails, marks = defaultdict(list), []
    for lane in lanes:
        moved, places = len(lane.runs) > 1, [run[0].position for run in lane.runs]
        for n, run in enumerate(lane.runs):
            level, y, last = places[n], lane.y + max(0, n - 1), n == len(places) - 1
            other, symbol, size = places[n - 1 if n else moved], SIGNS[lane.kind], 10
            end = moved and lane.kind != OTHERS and (last or not n)
            role = "record" if end else "muted"
            # Beside a single mark at the end of the scale there is room on one side only.
            side = "left" if level < other or level == other == LEVELS[-1] else "right"
            if lane.kind == OWN and n:
                symbol, size = f"triangle-{side}", 14 if last else 10
            if lane.kind != OTHERS and n:
                look = role, 3 if last else 1.5, "dash" if lane.kind == YOURS else "solid"
                trails[look] += [(other, y), (level, y), (None, None)]
                if not last:
                    trails[look] += [(level, y), (level, y + 1), (None, None)]
            if n != 1:
                # No line of the scale meets the month beside a single mark.
                beside = level + (1 if side == "right" else -1)
                those = [at for at in LEVELS if moved or at != beside]
                ends = [(at, end) for at in those for end in (y - 0.15, y + 0.15, None)]
                trails["zero", 1, "solid"] += ends
            month, later = words.month(run[0].date, short=True), run[0].date > day
            facts = {"later": "yes" if later else "no", "year": f"{run[0].date:%y}"}
            text, side = words.say("movement-month", month=month, **facts), f"middle {side}"
            above = chart.narrow and moved
            text, side = (text, "top center") if above else (f"\u00a0{text}\u00a0", side)
            told = pointed(words, run)
            for hover, reference in zip(told["hover"], told["rows"], strict=True):
                if lane.kind == YOURS:
                    hover = words.say("recoded-hover", stance=hover)
                roles = "paper" if moved and not n else role, role, "ink" if end and n else "muted"
                look = level, y, size, symbol, *map(style.role, roles)
                marks.append((*look, text, side, hover, reference))
                text = ""
    for (role, width, dash), ends in trails.items():
        chart.trail(*zip(*ends, strict=True), role, width, {"dash": dash})
    if marks:
        x, y, size, shape, fill, edge, colour, text, side, hover, rows = zip(*marks, strict=True)
        look = mark(size, shape, fill) | {"line": {"width": 2, "color": edge}, "opacity": 1}
        look = {"marker": look, "text": text, "textposition": side, "cliponaxis": False}
        look["textfont"] = {"size": 12, "color": colour}
        chart.points(x, y, "markers+text", **look, hover=hover, rows=rows)
    x, y, texts, sides = zip(*said, strict=True)
    chart.texts(x, y, texts, "ink", textposition=sides, hoverinfo="skip", cliponaxis=False)
    chart.set(xaxis=BARE | {"range": [left, right]}, yaxis=BARE | {"range": [deep - 0.3, -2.6]})
