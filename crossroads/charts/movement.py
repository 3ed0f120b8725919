"""Who moved: every actor's stances on one issue through time, a panel an actor."""

import itertools
import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
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
# Panels of who moved, and names of who did not: how many stand in a row at a desk, and on a phone.
PANELS, NAMES = (5, 2), (3, 1)
# Room above and below the levels of a panel, of a line of names, and of a head above it on a phone
# (unit: pixels); where a line ends.
ABOVE, BELOW, LINE, HEAD, GAP = 64, 26, 42, 32, (None, None)
# What labels can count on beside the names of levels, wide and narrow (unit: pixels).
ROOMS = PLOTS[0], 240
ONE, YEAR = pd.Timedelta(days=1), pd.Timedelta(days=365)
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
        again = sum(len(those) > 1 for those in levels.values())
        counts, say = Counter(ways.values()), partial(words.say, "movement-end")
        ends = [way for way in WAYS[:3] if way in counts]
        facts["again"] = again
        facts["ends"] = [say(way=way, count=counts[way], others=n) for n, way in enumerate(ends)]
        elsewhere = [way for way in ELSEWHERE if way in counts]
        facts["elsewhere"] = "both" if len(elsewhere) > 1 else (*elsewhere, "no")[0]
        facts["later"] = "yes" if any(row.date > pack.day for row in shown) else "no"
        named = [f"{level_words(level)} {labels.get((issue, level), '')}" for level in LEVELS]
        # Where nobody moved, all have a panel.
        count = len(large) or len(panels)
        draw = partial(draw_movement, words, named, pairs, panels, count, pack.day)
        # Of one height at a desk; a phone scrolls.
        rest = rest_lines(panels, count, NAMES[1])
        heads = HEAD * sum(bool(way) for way, _ in rest)
        heights = 460, 20 + 270 * math.ceil(count / PANELS[1]) + LINE * len(rest) + heads
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
    # A title has room for two ends, or for one and who went furthest.
    ends = sum(bool(groups[way]) for way in WAYS[:3])
    if most and len(those) == 1 and fresh.issuperset(those) and ends == 1:
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


def rest_lines(ways, large, most):
    """List those who have no panel, in lines: their way, where a line is its first, and actors."""
    groups = itertools.groupby([*ways][large:], ways.get)
    groups = ((way, [*those]) for way, those in groups)
    return [
        (way if not first else "", those[first : first + most])
        for way, those in groups
        for first in range(0, len(those), most)
    ]


def year_parts(days):
    """List the years between two days, each with the ends of its part."""
    firsts = pd.date_range(*days, freq="YS", inclusive="right")
    return [(f"{ends[0]:%Y}", ends) for ends in itertools.pairwise([days[0], *firsts, days[1]])]


@dataclass
class Gathered:
    """What is drawn of all panels: lines by role and width, marks with rows, texts, their boxes."""

    trails: dict = field(default_factory=partial(defaultdict, list))
    marks: list = field(default_factory=list)
    said: list = field(default_factory=list)
    taken: list = field(default_factory=list)

    def way(self, role, own, day):
        """Draw a way from the first stance to the last: all between are smaller."""
        self.trails[role, 3] += [spot for spot, _ in own] + [GAP]
        for n, (spot, one) in enumerate(own):
            fill = "paper" if n == 0 < len(own) - 1 else "after" if one.date > day else role
            self.marks.append(
                (spot, one, "circle", 10 if n in (0, len(own) - 1) else 7, fill, role)
            )

    def beside(self, own, yours, others):
        """Draw a learner's version, where it is another, and what others say."""
        self.trails["ink", 2] += [spot for spot, _ in yours if yours != own] + [GAP]
        self.marks += [(*one, "square", 10, "ink", "ink") for one in yours if one not in own]
        self.marks += [(*one, "diamond-open", 10, "ink", "ink") for one in others]


def draw_movement(words, names, pairs, ways, large, day, chart):
    """Draw a panel for each who moved, later to the right, up more in favour; list the others."""
    narrow, deep, drawn = chart.narrow, chart.layout["height"] - 20, Gathered()
    top = 0
    rest = rest_lines(ways, large, NAMES[narrow])
    foot = sum(LINE + HEAD * (narrow and bool(way)) for way, _ in rest)
    rows = max(1, math.ceil(large / PANELS[narrow]))
    columns, tall = math.ceil(large / rows), (deep - top - foot) / rows
    # Where levels are far apart a name may take two lines.
    wide = 14 if narrow else 18
    beside = [wrapped(name, wide) for name in names] if narrow or rows == 1 else names
    # Words of a turn only where they have room; a month at the lowest level may be below the years.
    turn, lowest = narrow or rows == 1, any(one.position == LEVELS[0] for one, _ in pairs)
    step = (tall - ABOVE - BELOW - 22 * lowest) / 4
    dates = [one.date for one, _ in pairs]
    days = min(dates, default=day), max(dates, default=day)
    for number, actor in enumerate([*ways][:large]):
        row, left = number // columns, number % columns / columns
        y = {level: top + ABOVE + tall * row + step * (2 - level) for level in LEVELS}
        if not left:
            drawn.said += [
                (-0.01, y[level], text, "muted", "middle left")
                for level, text in zip(LEVELS, beside, strict=True)
            ]
        found = [pair for pair in pairs if pair[0].actor == actor]
        span = left, left + 1 / columns - 0.04
        draw_panel(words, drawn, found, ways[actor], (span, y), (days, day), turn, narrow)
    top += tall * rows
    named = [[one for one, _ in pairs if one.actor == actor] for actor in [*ways][large:]]
    short = not all(fits(words, found, narrow) for found in named)
    named = iter(named)
    for way, actors in rest:
        if way:
            said = tag("b", words.say(f"movement-way-{way}"))
            place = (0, top + 8, said, "ink", "bottom right")
            drawn.said.append(place if narrow else (-0.01, top, said, "muted", "bottom left"))
            top += HEAD * narrow
        for number, found in zip(range(len(actors)), named, strict=False):
            draw_name(words, drawn, found, number / NAMES[narrow], top, day, narrow, short)
        top += LINE
    for (role, width), ends in drawn.trails.items():
        chart.trail(*zip(*ends, strict=True), role, width, {"dash": "dot"} if width == 2 else ())
    if drawn.marks:
        spots, rows, symbols, sizes, fills, edges = zip(*drawn.marks, strict=True)
        look = mark(sizes, symbols, [*map(style.role, fills)]) | {"opacity": 1}
        look["line"] = {"width": 2, "color": [*map(style.role, edges)]}
        told = pointed(words, rows)
        for number in (number for number, sign in enumerate(symbols) if sign == "square"):
            told["hover"][number] = words.say("recoded-hover", stance=told["hover"][number])
        chart.points(*zip(*spots, strict=True), marker=look, **told)
        x, y, texts, roles, sides = zip(*drawn.said, strict=True)
        look = {"textposition": sides, "hoverinfo": "skip", "cliponaxis": False}
        chart.texts(x, y, texts, [*map(style.role, roles)], **look)
    chart.set(xaxis=BARE | {"range": [-0.01, 1]}, yaxis=BARE | {"range": [deep, 0]})
    longest = max(length(part, 12) for name in beside for part in name.split(BREAK))
    chart.set(margin={"l": 12 + longest})


def draw_panel(words, drawn, found, way, place, times, turn, narrow):
    """Draw the way of an actor on five levels through the years, with its months."""
    (span, y), (days, day), room = place, times, ROOMS[narrow]
    left, right = span

    def at(one):
        return left + (right - left) * (0.06 + 0.88 * (one - days[0]) / (days[1] - days[0] or ONE))

    role = {"back": "ink", **dict.fromkeys(ELSEWHERE, "record")}.get(way, "muted")
    tone = "ink" if role == "muted" else role
    drawn.trails["zero", 1] += [(x, y[n]) for n in LEVELS for x in (left, right, None)]
    head = lines(tag("b", found[0][0].actor), words.say(f"movement-way-{way}"))
    drawn.said.append((left, y[2] - ABOVE + 18, head, tone, "middle right"))
    taken = drawn.taken
    # A year's number has 28 pixels: of many years each so many has one; short ones after the first.
    wide = max(1, (at(days[0] + YEAR) - at(days[0])) * room)
    each, full = math.ceil(28 / wide), True
    for number, (year, ends) in enumerate(year_parts(days)):
        start, end = map(at, ends)
        if not number % each and (end - start) * each * room > (16, 26)[full]:
            taken.append((start, end, y[-2] + 6, y[-2] + 22))
            text = year if full else words.say("short-year", year=year[-2:])
            drawn.said.append(((start + end) / 2, y[-2] + 6, text, "muted", "bottom center"))
            full = wide * each > 38
        if ends[0] != days[0]:
            drawn.trails["zero", 1] += [(start, y[2]), (start, y[-2] + 6), GAP]
    x = [at(one.date) for one, _ in found]
    own, yours = (placed(version, x, y) for version in zip(*found, strict=True))
    drawn.way(role, own, day)
    others = placed([row for row, _ in found], x, y, own=False)
    drawn.beside(own, yours, others)
    taken += [(at - 7 / room, at + 7 / room, up - 7, up + 7) for (at, up), _ in others]
    say_months(words, drawn, own, tone, turn, span, room)


def say_months(words, drawn, own, tone, turn, span, room):
    """Write the months of an actor's first stance, its last and its turns, where there is room."""
    levels = [one.position for _, one in own]
    named = {0, len(own) - 1, *map(levels.index, turns(levels))} if own else ()
    # The last has its month first, then turns: what would meet another's has none.
    for n in sorted(named, key=lambda n: (n != len(own) - 1, n == 0)):
        spot, one = own[n]
        # On the side to which no line goes.
        near = [level for level in (*levels[n + 1 :], *levels[::-1]) if level != levels[n]]
        up, lowest = levels[n] >= (near or levels)[0], levels[n] == LEVELS[0]
        between = [one.label] * (turn and 0 < n < len(own) - 1 and not up)
        said = [month_words(words, one), *between]
        for box, place in places_near(spot, said, up, lowest, room):
            inside = max(-0.01, span[0] - 0.03) <= box[0] and box[1] <= span[1] + 0.03
            met = any(meet(box, other) for other in drawn.taken)
            if inside and not met and not (lowest and crosses(own, box)):
                drawn.taken.append(box)
                x, height, text, side = place
                drawn.said.append((x, height, text, tone, side))
                break


def places_near(spot, said, up, lowest, room):
    """Give boxes for words at a mark, and what stands in each: above it, below it, or beside it.

    Below the lowest level are years: words of a mark there stand beside it, or else its month alone
    below them.
    """
    x, y = spot
    texts = [*said[:1], *(tag("b", label) for label in said[1:])]

    def text_of(many):
        """Set so many lines of the words, with the room that they need."""
        return lines(*texts[:many]), (4 + max(length(part, 13) for part in said[:many])) / room

    if lowest and not up:
        near = 8 / room
        for many in sorted({len(said), 1}, reverse=True):
            (text, long), tops = text_of(many), (y - 4 - 16 * many, y - 3)
            yield (x + near, x + near + long, *tops), (x + near, y - 3, text, "top right")
            yield (x - near - long, x - near, *tops), (x - near, y - 3, text, "top left")
        said = said[:1]
    text, long = text_of(len(said))
    height = y - 7 if up else y + 8 + 20 * lowest
    tops = (height - 16, height) if up else (height, height + 6 + 16 * len(said))
    for side, part in (("center", 0.5), ("right", 0), ("left", 1)):
        box = x - part * long, x + (1 - part) * long, *tops
        yield box, (x, height, text, f"{'top' if up else 'bottom'} {side}")


def crosses(own, box):
    """Tell whether the way of an actor goes through a box."""
    steps = [n / 30 for n in range(31)]
    return any(
        box[0] <= a + (b - a) * step <= box[1] and box[2] <= c + (d - c) * step <= box[3]
        for ((a, c), _), ((b, d), _) in itertools.pairwise(own)
        for step in steps
    )


def draw_name(words, drawn, found, left, top, day, narrow, short):
    """Draw the stances of an actor who did not move as marks in a row, and say the last beside."""
    room = ROOMS[narrow]
    spots = [((left + (8 + 16 * n) / room, top + 12), one) for n, one in enumerate(found)]
    own = [pair for pair in spots if pair[1].view == OWN]
    drawn.way("muted", own, day)
    drawn.beside(own, own, [pair for pair in spots if pair not in own])
    text = lines(tag("b", found[0].actor), last_words(words, found, short))
    (x, y), _ = spots[-1]
    drawn.said.append((x + 12 / room, y, text, "ink", "middle right"))


def last_words(words, found, short):
    """Say the last own stance of an actor, and its month, or the month of what others say."""
    own = [one for one in found if one.view == OWN]
    if not own:
        return month_words(words, found[-1])
    place = level_words(own[-1].position) if short else own[-1].label
    return words.say("movement-last", place=place, month=month_words(words, own[-1]))


def fits(words, found, narrow):
    """Tell whether a name has room for the words of its level."""
    long = 16 * len(found) + 12 + length(last_words(words, found, short=False), 12)
    return long < ROOMS[narrow] / NAMES[narrow]


def month_words(words, one):
    """Say the month of a stance, short."""
    return words.say(
        "movement-month", month=words.month(one.date, short=True), year=f"{one.date:%y}"
    )
