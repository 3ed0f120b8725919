"""Who moved: every actor's stances on one issue through time, a panel an actor."""

import itertools
import math
from collections import Counter, defaultdict
from functools import partial

import pandas as pd

from crossroads.charts import stances, style
from crossroads.charts.marks import BARE, BREAK, length, lines, mark, wrapped
from crossroads.charts.stances import LEVELS, OWN, known_by, level_words, list_stances, pointed
from crossroads.charts.view import Control, View, article_day, declare
from crossroads.words.tags import join, tag

# Where actors ended, in the order in which they are drawn.
WAYS = ("higher", "lower", "back", "still", "single", "others")
ELSEWHERE = WAYS[:2]
YOURS, OTHERS = "yours", "others"
# A panel's depth (unit: steps) and width (unit: columns); where a line ends; half of a year.
DEEP, WIDE, GAP, HALF_YEAR = 6.5, 0.86, (None, None), pd.Timedelta(days=182)
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
        ranked = sorted(ways, key=lambda one: (WAYS.index(ways[one]), -far.get(one, 0)))
        counts = Counter(ways.values())
        ends = [way for way in WAYS[:3] if way in counts]
        facts["ends"] = [
            words.say("movement-end", way=way, count=counts[way], others=n, actors=len(levels))
            for n, way in enumerate(ends)
        ]
        facts["elsewhere"] = sum(way in ELSEWHERE for way in ways.values())
        years = [row.date.year for row, _ in pairs]
        start = pd.Timestamp(min(years, default=pack.day.year), 1, 1)
        end = max([pack.day, start + HALF_YEAR, *(row.date for row, _ in pairs)])
        facts["later"] = "yes" if end > pack.day else "no"
        named = [f"{level_words(level)} {labels.get((issue, level), '')}" for level in LEVELS]
        panels = {one: ways[one] for one in ranked}
        draw = partial(draw_movement, words, named, pairs, panels, (start, pack.day, end))
        # Of one height at a desk; a phone scrolls.
        heights = 460, 102 + 156 * math.ceil(len(panels) / 3)
        refs = map(stances.reference, shown)
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


def draw_movement(words, names, pairs, ways, times, chart):
    """Draw a panel for each actor: from left to right in time, up more in favour."""
    narrow, (start, day, end) = chart.narrow, times
    columns = 3 if narrow else max(2, math.ceil(len(ways) / 2))
    corners = {actor: divmod(number, columns) for number, actor in enumerate(ways)}
    foot = DEEP * math.ceil(len(ways) / columns)

    def place(actor, date, level):
        row, column = corners[actor]
        return column + WIDE * (date - start) / (end - start), DEEP * row + 2 - level

    trails, marks, said = defaultdict(list), [], []
    years = [pd.Timestamp(year, 1, 1) for year in range(start.year, end.year + 1)]
    for actor, way in ways.items():
        role = "record" if way in ELSEWHERE else "muted"
        (left, top), (right, low) = place(actor, start, 2), place(actor, end, -2)
        for level in LEVELS:
            trails["zero", 1, "solid"] += [(left, top + 2 - level), (right, top + 2 - level), GAP]
        for year in years:
            at, _ = place(actor, year, 0)
            trails["zero", 1, "solid"] += [(at, top), (at, low), GAP]
        head = lines(tag("b", actor), words.say(f"movement-way-{way}"))
        said.append((left, top - 1.15, head, "ink" if role == "muted" else role, "middle right"))
        # Under the last panel of a column; every other year where all have no room.
        below = list(ways).index(actor) + columns < len(ways)
        for year in years[len(years) * below :: 1 if len(years) < 5 else 2]:
            at, _ = place(actor, min(year + HALF_YEAR, end), 0)
            said.append((at, low + 0.55, f"’{year:%y}", "muted", "middle center"))
        those = [pair for pair in pairs if pair[0].actor == actor]
        own = [row for row, _ in those if row.view == OWN and row.position is not None]
        yours = [mine for row, mine in those if row.view == OWN and mine.position is not None]
        if yours != own:
            trails["ink", 2, "dot"] += [place(actor, row.date, row.position) for row in yours]
            trails["ink", 2, "dot"].append(GAP)
        trails[role, 3, "solid"] += [place(actor, row.date, row.position) for row in own]
        trails[role, 3, "solid"].append(GAP)
        for row in own:
            first = row is own[0] and len(own) > 1
            size = 10 if first or row is own[-1] else 7
            marks.append((row, OWN, "circle", size, "paper" if first else role, role))
        for row in (row for row in yours if row not in own):
            marks.append((row, YOURS, "square", 10, "ink", "ink"))
        for row in (row for row, _ in those if row.view != OWN):
            marks.append((row, OTHERS, "diamond-open", 10, "ink", "ink"))
    for row in range(math.ceil(len(ways) / columns)):
        for level, name in zip(LEVELS, names, strict=True):
            name = level_words(level) if narrow else wrapped(name, 20)
            said.append((-0.03, DEEP * row + 2 - level, name, "muted", "middle left"))
    if end > day and ways:
        spans = [(place(actor, day, 0), place(actor, end, 0)) for actor in ways]
        (x, y), long = zip(*(one for one, _ in spans), strict=True), spans[0][1][0] - spans[0][0][0]
        look = {"orientation": "h", "base": x, "hoverinfo": "skip"}
        look["marker"] = {"color": style.role("band"), "line": {"width": 0}}
        chart.bars([long] * len(x), y, width=4, **look)
    for (role, width, dash), ends in trails.items():
        look = {"dash": dash, "shape": "hv" if width > 1 else "linear"}
        chart.trail(*zip(*ends, strict=True), role, width, look)
    if marks:
        rows, kinds, symbols, sizes, fills, edges = zip(*marks, strict=True)
        look = mark(sizes, symbols, [*map(style.role, fills)]) | {"opacity": 1}
        look["line"] = {"width": 2, "color": [*map(style.role, edges)]}
        told = pointed(words, rows)
        for number in (number for number, kind in enumerate(kinds) if kind == YOURS):
            told["hover"][number] = words.say("recoded-hover", stance=told["hover"][number])
        x, y = zip(*(place(row.actor, row.date, row.position) for row in rows), strict=True)
        chart.points(x, y, marker=look, **told)
        x, y, texts, roles, sides = zip(*said, strict=True)
        look = {"textposition": sides, "hoverinfo": "skip", "cliponaxis": False}
        chart.texts(x, y, texts, [*map(style.role, roles)], **look)
    beside = 8 + max(length(part, 12) for name in names for part in wrapped(name, 20).split(BREAK))
    chart.set(xaxis=BARE | {"range": [-0.03, columns - 1 + WIDE + 0.03]})
    chart.set(
        yaxis=BARE | {"range": [foot - 1.2, -3 if narrow else -2.1]},
        margin={"l": 28 if narrow else beside},
    )
    if narrow and ways:
        ends = join([names[-1], names[0]], "; ")
        chart.left(ends, -2.6, xshift=-28, font={"size": 12})
