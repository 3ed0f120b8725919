"""Who moved: every actor's stances on one issue through time, a panel an actor."""

import itertools
import math
from collections import Counter, defaultdict
from functools import partial

import pandas as pd

from crossroads.charts import stances, style
from crossroads.charts.marks import BARE, BREAK, PLOTS, length, lines, mark, wrapped
from crossroads.charts.stances import LEVELS, OWN, known_by, level_words, list_stances, pointed
from crossroads.charts.view import Control, View, article_day, declare
from crossroads.words.tags import tag

# Where actors ended, in the order in which they are drawn.
WAYS = ("higher", "lower", "back", "still", "single", "others")
ELSEWHERE = WAYS[:2]
# Of large and of small panels: how many stand in a row at a desk, and on a phone; the room above
# and below their levels (unit: pixels). How high a small one is; where a line ends.
LARGE, SMALL, LOW, GAP = ((4, 2), 60, 44), ((5, 3), 46, 24), 92, (None, None)
ONE = pd.Timedelta(days=1)
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
        pairs.sort(key=lambda pair: pair[0].date)
        shown = [row for row, _ in pairs]
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
        facts |= {"beside": beside or "no", "besides": len(besides)}
        facts |= {"version": version if coded else "none", "changes": "; ".join(changes)}
        facts["your_actors"] = len(your_levels)
        facts["your_moved"] = sum(len({*those}) > 1 for those in your_levels.values())
        facts |= move_facts(words, rows, by)
        # Who moved, in either version, comes first, and of them whoever moved furthest.
        large = {row.actor for row, mine in pairs if row.place != mine.place}
        large |= {actor for actor, way in ways.items() if way in WAYS[:3]}

        def rank(actor):
            way = sum(abs(a - b) for a, b in itertools.pairwise(levels.get(actor, ())))
            return actor not in large, WAYS.index(ways[actor]), -way

        panels = {one: ways[one] for one in sorted(ways, key=rank)}
        counts, say = Counter(ways.values()), partial(words.say, "movement-end", actors=len(levels))
        ends = [way for way in WAYS[:3] if way in counts]
        facts["ends"] = [say(way=way, count=counts[way], others=n) for n, way in enumerate(ends)]
        facts["elsewhere"] = sum(way in ELSEWHERE for way in ways.values())
        facts["later"] = "yes" if any(row.date > pack.day for row in shown) else "no"
        named = [f"{level_words(level)} {labels.get((issue, level), '')}" for level in LEVELS]
        draw = partial(draw_movement, words, named, pairs, panels, len(large), pack.day)
        # Of one height at a desk; a phone scrolls.
        low = math.ceil((len(ways) - len(large)) / 3)
        heights = 460, 60 + 195 * math.ceil(len(large) / 2) + LOW * low
        refs = tuple(map(stances.reference, shown))
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
        return "still" if len(levels) > 1 else "single"
    change = levels[-1] - levels[0]
    return "higher" if change > 0 else "lower" if change < 0 else "back"


def turns(levels):
    """Give the lowest and the highest level, where neither the first nor the last is so."""
    return [one for one in (min(levels), max(levels)) if one not in (levels[0], levels[-1])]


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
        far = turns(levels)
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


def placed(rows, x, y, own=True):
    """Place the stances of an actor that have a level: its own ones, or those by others."""
    rows = [pair for pair in zip(x, rows, strict=True) if (pair[1].view == OWN) == own]
    return [((place, y[one.position]), one) for place, one in rows if one.position is not None]


def meet(one, other):
    """Tell whether two boxes (left, right, top, bottom) lie over each other."""
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def draw_movement(words, names, pairs, ways, large, day, chart):
    """Draw large panels of who moved, and small ones: later to the right, up more in favour."""
    narrow, deep = chart.narrow, chart.layout["height"] - 20
    groups = [([*ways][:large], *LARGE), ([*ways][large:], *SMALL)]
    rows = [math.ceil(len(those) / most[narrow]) for those, most, *_ in groups]
    key = wrapped("; ".join(name.replace(" ", "\u00a0") for name in names[::-1]), 46)
    top, said = (24 + 16 * key.count(BREAK)) * narrow, [(0, 0, key, "ink", "bottom right")] * narrow
    trails, marks, taken = defaultdict(list), [], []
    dates = [one.date for one, _ in pairs]
    days = min(dates, default=day), max(dates, default=day)
    for (those, most, above, below), count in zip(groups, rows, strict=True):
        big = most == LARGE[0]
        # A word at a turn has no room in the upper of two rows at a desk.
        below -= 18 * (big and count > 1 and not narrow)
        tall = (deep - top - LOW * rows[1] * big) / max(1, count) if big or not rows[0] else LOW
        columns = max(1, math.ceil(len(those) / max(1, count)), 0 if big else most[narrow] - 2)
        step, wide = (tall - above - below) / 4, 1 / columns - 0.04
        for number, actor in enumerate(those):
            row, left = number // columns, number % columns / columns
            y = {level: top + above + tall * row + step * (2 - level) for level in LEVELS}
            role = {"back": "ink", **dict.fromkeys(ELSEWHERE, "record")}.get(ways[actor], "muted")
            for level, name in [*zip(LEVELS, names, strict=True)][:: 1 if big else 4]:
                text = name if big and not narrow else level_words(level)
                said += [(-0.01, y[level], text, "muted", "middle left")] * (not left)
            trails["zero", 1] += [(x, y[n]) for n in LEVELS[::2] for x in (left, left + wide, None)]
            tone, way = "ink" if role == "muted" else role, words.say(f"movement-way-{ways[actor]}")
            said.append(
                (left, y[2] - above + 18, lines(tag("b", actor), way), tone, "middle right")
            )
            found = [pair for pair in pairs if pair[0].actor == actor]
            x = [
                left + wide * (0.06 + 0.88 * (one.date - days[0]) / (days[1] - days[0] or ONE))
                for one, _ in found
            ]
            own, yours = (placed(version, x, y) for version in zip(*found, strict=True))
            trails["ink", 2] += [spot for spot, _ in yours if yours != own] + [GAP]
            trails[role, 3] += [spot for spot, _ in own] + [GAP]
            levels = [one.position for _, one in own]
            named = {0, len(own) - 1, *map(levels.index, turns(levels))} if own else ()
            for n, (spot, one) in enumerate(own):
                end, first = n in (0, len(own) - 1), n == 0 < len(own) - 1
                fill = "paper" if first else "after" if one.date > day else role
                marks.append((spot, one, "circle", 10 if end else 7, fill, role))
            # The last has its month first, then turns: what would meet another's has none.
            for n in sorted(named, key=lambda n: (n != len(own) - 1, n == 0)):
                spot, one = own[n]
                if not big and n != len(own) - 1:
                    continue
                # On the side to which no line goes; of a small panel the last, at its foot.
                near = [level for level in (*levels[n + 1 :], *levels[::-1]) if level != levels[n]]
                up = big and levels[n] >= (near or levels)[0]
                month = words.month(one.date, short=True)
                text = words.say("movement-month", month=month, year=f"{one.date:%y}")
                turn = [one.label] * (0 < n < len(own) - 1 and not up and below >= LARGE[2])
                long = 4 + max(length(part, 13) for part in [text, *turn])
                text = lines(text, *(tag("b", label) for label in turn))
                height = spot[1] - 7 if up else (spot[1] if big else y[-2]) + 8
                tops = (height - 16, height) if up else (height, height + 16 + 16 * len(turn))
                room, start, end = PLOTS[narrow], left - 0.01, left + wide + 0.03
                for side, part in (("center", 0.5), ("right", 0), ("left", 1)):
                    box = spot[0] - part * long / room, spot[0] + (1 - part) * long / room, *tops
                    clear = not any(meet(box, other) for other in taken)
                    if start <= box[0] and box[1] <= end and clear:
                        taken.append(box)
                        side = f"{'top' if up else 'bottom'} {side}"
                        said.append((spot[0], height, text, tone, side))
                        break
            marks += [(*one, "square", 10, "ink", "ink") for one in yours if one not in own]
            others = placed([row for row, _ in found], x, y, own=False)
            marks += [(*one, "diamond-open", 10, "ink", "ink") for one in others]
        top += tall * count
    for (role, width), ends in trails.items():
        chart.trail(*zip(*ends, strict=True), role, width, {"dash": "dot"} if width == 2 else ())
    if marks:
        spots, rows, symbols, sizes, fills, edges = zip(*marks, strict=True)
        look = mark(sizes, symbols, [*map(style.role, fills)]) | {"opacity": 1}
        look["line"] = {"width": 2, "color": [*map(style.role, edges)]}
        told = pointed(words, rows)
        for number in (number for number, sign in enumerate(symbols) if sign == "square"):
            told["hover"][number] = words.say("recoded-hover", stance=told["hover"][number])
        chart.points(*zip(*spots, strict=True), marker=look, **told)
        x, y, texts, roles, sides = zip(*said, strict=True)
        look = {"textposition": sides, "hoverinfo": "skip", "cliponaxis": False}
        chart.texts(x, y, texts, [*map(style.role, roles)], **look)
    chart.set(xaxis=BARE | {"range": [-0.01, 1]}, yaxis=BARE | {"range": [deep, 0]})
    chart.set(margin={"l": 28 if narrow else 12 + max(length(name, 12) for name in names)})
