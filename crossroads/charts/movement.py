"""Who moved: every actor's stances on one issue, an arrow a change, in order of time."""

import itertools
from collections import Counter, defaultdict, namedtuple
from functools import partial

import pandas as pd

from crossroads.charts import stances, style
from crossroads.charts.marks import BARE, BREAK, lines, mark, wrapped
from crossroads.charts.stances import LEVELS, OWN, known_by, level_words, list_stances, pointed
from crossroads.charts.view import Control, View, article_day, declare
from crossroads.words.tags import tag

# Where actors ended, in the order in which they are drawn.
WAYS = ("higher", "lower", "back", "still", "single", "others")
YOURS, OTHERS = "yours", "others"
SIGNS = {OWN: "circle", YOURS: "square", OTHERS: "diamond-open"}
# An actor's stances of one kind: its line; rows and level of each time at a level; those between.
Lane = namedtuple("Lane", "actor kind y runs places between")
KEYS = ("first", "lower", "higher", "back", "between", "single", "later")
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
        say = partial(words.say, "recoded-change")
        changes = [
            say(actor=row.actor, when=row.when, yours=mine.place, place=row.place)
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
        facts |= {
            "beside": beside or "no",
            "besides": len(besides),
            "your_actors": len(your_levels),
        }
        facts |= {"version": version if coded else "none", "changes": "; ".join(changes)}
        facts["your_moved"] = sum(len({*those}) > 1 for those in your_levels.values())
        facts |= move_facts(words, rows, by)
        # Whoever moved furthest comes first.
        far = {
            one: sum(abs(a - b) for a, b in itertools.pairwise(at)) for one, at in levels.items()
        }
        ranked = sorted(ways, key=lambda one: -far.get(one, 0))
        groups = {way: [one for one in ranked if ways[one] == way] for way in WAYS}
        groups = {way: those for way, those in groups.items() if those}
        facts["ends"] = [
            words.say("movement-end", way=way, count=len(groups[way]), others=n, actors=len(levels))
            for n, way in enumerate(way for way in groups if way in WAYS[:3])
        ]
        lanes, heads, deep = lay_out(words, pairs, groups)
        signs = {way_of_all(lane.places) for lane in lanes if lane.kind != OTHERS}
        signs |= {"between" for lane in lanes if lane.between}
        signs |= {"first"} if {"lower", "higher"} & signs else set()
        signs |= {"later" for lane in lanes for run in lane.runs if run[0].date > pack.day}
        facts["keys"] = "".join(words.say(f"movement-key-{one}") for one in KEYS if one in signs)
        named = [f"{level_words(level)} {labels.get((issue, level), '')}" for level in LEVELS]
        named = [[wrapped(name, letters) for name in named] for letters in (13, 8)]
        tops = [24 + 16 * (1 + max(name.count(BREAK) for name in names)) for names in named]
        draw = partial(draw_movement, words, named, tops, lanes, heads, deep, pack.day)
        # Of one height at a desk; a phone scrolls.
        heights, refs = (460, deep + tops[1] + 20), map(stances.reference, shown)
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
        return "still" if len(levels) > 1 else "single"
    change = levels[-1] - levels[0]
    return "higher" if change > 0 else "lower" if change < 0 else "back"


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
        far = [one for one in (min(levels), max(levels)) if one not in (first, last)]
        facts = {"actor": actor, "first": level_words(first), "last": level_words(last)}
        case = "way" if far else "moved" if first != last else "still"
        facts |= {"case": case, "way": list(map(level_words, far))}
        groups[group].append(words.say("movement-actor", **facts))
    said = [words.say(f"movement-{group}", actors=who) for group, who in groups.items() if who]
    change = {actor: abs(levels[-1] - levels[0]) for actor, levels in moves.items()}
    most = max(change.values(), default=0) if len(fresh) >= stances.ENOUGH else 0
    those = [actor for actor, steps in change.items() if steps == most]
    moved, furthest = sum(len({*levels}) > 1 for levels in moves.values()), "nobody"
    # Not beside somebody who came back: a title has room for one of the two.
    if most and len(those) == 1 and fresh.issuperset(those) and not groups["back"]:
        furthest = "alone" if moved == 1 else "furthest"
    levels = moves[those[0]] if those else [0]
    if len(old) > MOST_OLD:
        old = [words.say("movement-olds", count=len(old))]
    facts = {"moved": moved, "actors": len(moves), "groups": "".join(said)}
    facts |= {"months": stances.MONTHS, "fresh": len(fresh), "olds": len(old), "old": old}
    facts |= {"furthest": furthest, "who": those}
    return facts | {"from": level_words(levels[0]), "to": level_words(levels[-1])}


def lay_out(words, pairs, groups):
    """Give a lane for each actor's stances, a head for each group, and the depth (unit: pixels).

    The learner's version, where it is another, and others' words have lanes below it.
    """
    lanes, heads, y, dated = [], [], -6, sorted(pairs, key=lambda pair: pair[0].date)
    for way, actors in groups.items():
        heads.append((y + 16, words.say(f"movement-way-{way}", count=len(actors))))
        y += 26
        for actor in actors:
            those = [one for one in dated if one[0].actor == actor]
            own = [one for one in those if one[0].view == OWN]
            other = any(row.position != mine.position for row, mine in own)
            kinds = {OWN: [row for row, _ in own], YOURS: [mine for _, mine in own if other]}
            kinds[OTHERS] = [row for row, _ in those if row.view != OWN]
            for kind, rows in kinds.items():
                rows = [row for row in rows if row.position is not None]
                runs = [list(run) for _, run in itertools.groupby(rows, lambda row: row.position)]
                if runs:
                    places = [run[0].position for run in runs]
                    way = {*places} - {places[0], places[-1]} if kind != OTHERS else ()
                    # Months of the first and the last are above the line, others below it.
                    y += 10 if len(runs) == 1 else 38 if places[0] == places[-1] else 20
                    lanes.append(Lane(actor, kind, y, runs, places, way))
                    y += 23 if way else 9
    return lanes, heads, y


def draw_movement(words, levels, tops, lanes, heads, deep, day, chart):
    """Draw an arrow for each actor, from the first level to the last, in blue; pale, the way."""
    left, right = (-3.48, 2.4) if chart.narrow else (-3.6, 2.6)
    levels, top = levels[chart.narrow], tops[chart.narrow]
    said = [(left, y, tag("b", head), "middle right") for y, head in heads]
    said += [(level, -2, text, "top center") for level, text in zip(LEVELS, levels, strict=True)]
    said.append((-2.45, 8 - top, words.say("movement-less"), "middle right"))
    said.append((right, 8 - top, words.say("movement-more"), "middle left"))
    firsts = {lane.actor: lane.y for lane in reversed(lanes)}
    said += [(left, y, actor, "middle right") for actor, y in firsts.items()]
    trails, marks = defaultdict(list), []
    for _, kind, y, runs, places, between in lanes:
        first, last, end, single = places[0], places[-1], len(runs) - 1, len(runs) == 1
        own, back = kind != OTHERS, first == last and not single
        if own:
            look = "dash" if kind == YOURS else "solid"
            trails["muted", 1, look] += [(min(places), y), (max(places), y), (None, None)]
            trails["record", 3, look] += [(first, y), (last, y), (None, None)]
        # No line of the scale meets the month beside a single mark.
        beside = last + (1 if last < LEVELS[-1] else -1)
        for at in {*LEVELS} - ({beside} if single else set()):
            trails["zero", 1, "solid"] += [(at, y - 4), (at, y + 4), (None, None)]
        # The last is above the first, and that above those between.
        for n in [*range(1, end), *sorted({0, end})]:
            level, symbol, size, role = places[n], SIGNS[kind], 10, "muted"
            told = level in between and level not in places[:n] if 0 < n < end and own else True
            days = [runs[n][0].date] * (told and not (back and n == end))
            days += [runs[end][0].date] * (back and n == 0)
            text = lines(*(write_month(words, one, day) for one in days))
            side = "bottom center" if level in between else "top center"
            if single:
                side = "middle right" if level < LEVELS[-1] else "middle left"
                text = f"\u00a0{text}\u00a0"
            elif own and n in (0, end):
                role, size = "record", (9 if n else 18) if back else 10
                if n and kind == OWN and not back:
                    symbol, size = f"triangle-{'left' if last < first else 'right'}", 14
            elif kind == OWN:
                symbol, size = "line-ns", 9
            fill = "paper" if role == "record" and not n else role
            look = kind, level, y, size, symbol, style.role(fill), style.role(role), side
            marks += [(*look, "" if number else text, row) for number, row in enumerate(runs[n])]
    for (role, width, dash), ends in trails.items():
        chart.trail(*zip(*ends, strict=True), role, width, {"dash": dash})
    if marks:
        kinds, x, y, size, shape, fill, edge, side, text, rows = zip(*marks, strict=True)
        look = mark(size, shape, fill) | {"line": {"width": 2, "color": edge}, "opacity": 1}
        colour = [style.role("ink" if one == style.role("record") else "muted") for one in edge]
        font, told = {"size": 12, "color": colour}, pointed(words, rows)
        for number in (number for number, kind in enumerate(kinds) if kind == YOURS):
            told["hover"][number] = words.say("recoded-hover", stance=told["hover"][number])
        look = {"marker": look, "text": text, "textposition": side, "textfont": font}
        chart.points(x, y, "markers+text", **look, **told)
    x, y, texts, sides = zip(*said, strict=True)
    chart.texts(x, y, texts, "ink", textposition=sides, hoverinfo="skip", cliponaxis=False)
    chart.set(xaxis=BARE | {"range": [left, right]}, yaxis=BARE | {"range": [deep, -top]})


def write_month(words, date, day):
    """Write the month of a stance, with a star after the article's day."""
    facts = {"later": "yes" if date > day else "no", "year": f"{date:%y}"}
    return words.say("movement-month", month=words.month(date, short=True), **facts)
