"""Who wanted what, who moved, and what was expected: coded positions through time.

A position is a level from -2 to 2 on one issue, defined in the table
``positions``. Levels of different issues are never added up: only steps
between two stances on the same issue are counted.
"""

import itertools
from collections import Counter, defaultdict
from functools import partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import BARE, BREAK, PALE, WHOLE, bold, length, lines, mark, wrapped
from crossroads.charts.view import Control, NothingToShow, View, article_day, coded, declare, named
from crossroads.words.tags import tag

OWN, EXPECTED = "own", "expected"
LEVELS = (-2, -1, 0, 1, 2)
# Fewer actors than this are too few for an average.
ENOUGH = 2
# A stance counts as present for so long, unless the reader asks for all.
MONTHS = 12
RECENT = "recent"


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


def select_actors(pack, view=OWN):
    """Name the actors of a view by id: countries with most stances first, each country together.

    Where all of them speak for themselves, too, all who do are there: an empty column is seen.
    """
    stances = pack.stances
    there = set(stances.loc[stances["view"] == view, "actor_id"])
    own = set(stances.loc[stances["view"] == OWN, "actor_id"])
    rows = stances[stances["actor_id"].isin(own if there <= own else there)]["actor_id"]
    names, country = named(pack, "actors", "short_name"), named(pack, "actors", "country")
    counts, totals = Counter(rows), Counter(rows.map(country))

    def order(actor):
        return -totals[country[actor]], country[actor], -counts[actor]

    return {one: names[one] for one in sorted((one for one in names if one in counts), key=order)}


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
    options = {day: words.short(pd.Timestamp(day)) for day in sorted({*ends, article_day(pack)})}
    options[article_day(pack)] = words.say("day-of-article", day=words.short(pack.day))
    return options


def pointed(words, rows):
    """Give marks of stances their words for the pointer and their rows of the pack."""
    said = []
    for row in rows:
        case = "own" if row.said_by == row.actor_id else "other"
        facts = {"actor": row.actor, "issue": row.issue, "place": row.place, "when": row.when}
        said.append(words.say("stances-hover", case=case, by=row.by, **facts))
    return {"hover": said, "rows": list(map(reference, rows)), "cliponaxis": False}


# Actors, issues and time: the matrix ----------------------------------------


def select_blocs(pack, actors):
    """Put actors into blocs, in the order of the codes; those who are in none are last."""
    sides = named(pack, "actors", "bloc") if "bloc" in pack.actors else dict.fromkeys(actors, "")
    # A bloc that the codes do not list comes after those that they do.
    order = dict.fromkeys([*coded(pack, "actors.bloc"), *sorted(filter(None, sides.values())), ""])
    blocs = ([one for one in actors if sides[one] == code] for code in order)
    return [those for those in blocs if those]


def coded_by(pack):
    """Say who put sentences on levels: a message's case."""
    return pack.resource("stances").get("codedBy", "unsaid")


def stances(pack):
    """The latest stance of every actor on every issue, as it was known on a day."""
    words, issues, labels = pack.words, issue_names(pack), level_labels(pack)
    known = pack.stances["view"].unique()
    order = [one for one in {**coded(pack, "stances.view"), **dict.fromkeys(known)} if one in known]
    views = {view: pack.label("stances.view", view) for view in order}
    rows = {view: list_stances(pack, view) for view in views}
    actors = {view: select_actors(pack, view) for view in views}
    blocs = {view: select_blocs(pack, names) for view, names in actors.items()}

    def show(day, view, age):
        day = pd.Timestamp(day)
        known = known_by(rows[view], day)
        latest = latest_stances(recent(known, day) if age == RECENT else known)
        ever = latest_stances(known)
        spread = select_spread(latest)
        names = dict(sorted(issues.items(), key=lambda one: -spread.get(one[0], -1)))
        columns = [actor for those in blocs[view] for actor in those]
        cells, size = len(columns) * len(issues), len(issues)
        there = Counter(row.issue_id for row in latest if row.position is not None)
        case = "empty" if not latest else "spread" if spread else "few"
        facts = {"case": case, "age": age, "months": MONTHS, "day": day, "view": views[view]}
        facts |= {"cells": cells, "placed": there.total(), "filled": len(latest)}
        facts |= {"unplaced": len(latest) - there.total(), "older": len(ever) - len(latest)}
        facts |= {"empty": cells - len(ever), "stale": len(latest) - len(recent(latest, day))}
        facts["oldest"] = min(latest, key=lambda row: row.date).when if latest else ""
        facts |= spread_facts(words, latest, spread, issues)
        counts = Counter((row.issue_id, row.actor_id) for row in known)
        order = {cell: n for n, cell in enumerate(itertools.product(names, columns))}
        shown = sorted(latest, key=lambda row: order[row.issue_id, row.actor_id])
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
        tall = 130 + 36 * size
        facts["form"] = "scale" if age == RECENT and spread else "table"
        if facts["form"] == "scale":
            draw = partial(draw_stances, words, shown, spread, names, facts["wide"], labels)
            board = Counter(row.position for row in shown if row.issue_id == shown[0].issue_id)
            height = tall, 110 + 42 * max(board.values()) + 22 * size
        else:
            old = {row.stance_id for row in latest if row not in recent(latest, day)}
            draw = partial(draw_table, words, shown, spread, blocs[view], actors[view], names, old)
            height = tall, 84 + 46 * size
        refs = list(map(reference, shown))
        return View(facts, pd.DataFrame(table), draw, height, rows=refs, empty=not latest)

    controls = {"day": Control(day_options(pack), article_day(pack), stepped=True), "view": views}
    source = {"months": MONTHS, "by": coded_by(pack)}
    return declare(pack, "stances", show, source, **controls, age=(RECENT, "all"))


def select_spread(rows):
    """Average the steps between every two actors, for each issue on which enough have a level."""
    levels, gaps = defaultdict(list), defaultdict(list)
    for row in rows:
        if row.position is not None:
            gaps[row.issue_id] += [abs(row.position - other) for other in levels[row.issue_id]]
            levels[row.issue_id].append(row.position)
    return {issue: sum(those) / len(those) for issue, those in gaps.items() if those}


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
            ends[row.position, row.label or level_words(row.position)].append(row.actor)
    facts = {"wide": [issues[one] for one in wide], "wides": len(wide), "wide_steps": most}
    facts |= {"close": [issues[one] for one in close], "close_steps": least}
    facts["spreads"] = "differ" if most != least else "equal"
    for end, (at, said) in {"low": min(ends), "high": max(ends)}.items():
        facts |= {end: level_words(at), f"{end}est": said, f"{end}s": len(ends[at, said])}
        facts[f"{end}_actors"] = ends[at, said]
    facts["apart"] = "none" if not max(spread.values()) else "one" if len(wide) == 1 else "tied"
    return facts | {"wide_actors": sum(map(len, ends.values()))}


def draw_stances(words, rows, spread, names, wide, labels, chart):
    """Draw how far apart all stand on each issue, and beneath who stands where on the widest."""
    unseen, first = {"hoverinfo": "skip", "cliponaxis": False}, next(iter(names))
    deep, placed = chart.layout["height"] - 20, [row for row in rows if row.position is not None]
    tiles = [row for row in placed if row.issue_id == first]
    outside = [row.actor for row in rows if row.issue_id == first and row.position is None]
    heads = [f"{level_words(level)} {labels.get((first, level), '')}" for level in LEVELS]
    heads, texts = (
        [wrapped(text, 9 if chart.narrow else 16) for text in those]
        for those in (heads, [row.actor for row in tiles])
    )
    head, pitch = (1 + max(text.count(BREAK) for text in those) for those in (heads, texts))
    piles, pitch = Counter(row.position for row in tiles), 12 + 15 * pitch
    # The piles stand on their steps at the foot, and the bars have the height above them.
    foot = deep - 16 * head - 8 - 18 * bool(outside)
    board = foot - pitch * max(piles.values()) - 24
    each, scale = (board - 10) / len(names), 5 / WHOLE[chart.narrow]
    start = scale * (16 + max(length(name, 12) for name in names.values())) - 2.5
    unit = (2.5 - start - 64 * scale) / max(2, *spread.values())
    actors = Counter(row.issue_id for row in placed)
    bars = {"x": [], "y": [each * (n + 0.5) for n in range(len(names))], "text": [], "hover": []}
    for issue in names:
        steps = words.number(spread.get(issue, 0), 1)
        case = "none" if issue not in spread else "first" if issue == first else "other"
        text = words.say("stances-bar", case=case, steps=steps, actors=actors[issue])
        bars["x"].append(unit * spread.get(issue, 0))
        bars["text"].append(tag("b", text) if names[issue] in wide else text)
        stand = [f"{row.actor}: {row.place}" for row in placed if row.issue_id == issue]
        bars["hover"].append(lines(tag("b", names[issue]), *stand))
    colours = [style.role("record" if name in wide else "muted") for name in names.values()]
    look = {"color": colours, "opacity": [1 if name in wide else PALE for name in names.values()]}
    font = {"size": 12, "color": style.role("ink")}
    bars |= {"base": start, "width": 0.66 * each, "textposition": "outside", "textfont": font}
    chart.bars(orientation="h", marker=look, cliponaxis=False, **bars)
    chart.trail([-2.5, 2.5], [foot] * 2, "ink")
    chart.texts(LEVELS, [foot + 4] * 5, heads, "ink", textposition="bottom center", **unseen)
    far = min(piles), max(piles)
    looks = ("paper", "ink", "muted"), ("record", "paper", "record")
    roles = [looks[far[0] < far[1] and row.position in far] for row in tiles]
    fill, inside, edges = (list(map(style.role, those)) for those in zip(*roles, strict=True))
    look = {"edges": edges, "textfont": {"size": 12, "color": inside}, **pointed(words, tiles)}
    left = [row.position - 0.45 for row in tiles]
    seen = {level: itertools.count() for level in LEVELS}
    up = [foot - pitch * (next(seen[row.position]) + 0.5) for row in tiles]
    chart.tiles(left, up, fill, texts, 0.9, pitch - 4, **look)
    said = bold(names.values(), [name in wide for name in names.values()])
    said += [tag("b", words.say("stances-board", issue=names[first]))]
    said += [words.say("stances-outside", count=len(outside), actors=outside)]
    places = [start - 4 * scale] * len(names) + [-2.5] * 2, [*bars["y"], board + 10, deep - 8]
    sides = ["middle left"] * len(names) + ["middle right"] * 2
    chart.texts(*places, said, "ink", textposition=sides, **unseen)
    chart.set(xaxis=BARE | {"range": [-2.5, 2.5]}, yaxis=BARE | {"range": [deep, 0]})


def draw_table(words, rows, spread, groups, names, issues, old, chart):
    """Draw tiles in the colours of their levels, old ones paler, and how far apart all are."""
    places, at, rank = {}, 0.0, {one: n for n, one in enumerate(issues)}
    for those in groups:
        places |= {actor: at + number for number, actor in enumerate(those)}
        at += len(those) + 0.2
    texts = ["?" if row.position is None else level_words(row.position) for row in rows]
    x, y = [places[row.actor_id] for row in rows], [rank[row.issue_id] for row in rows]
    dark = [abs(row.position or 0) == 2 and row.stance_id not in old for row in rows]
    font = {"size": 12, "color": [style.role("paper" if one else "ink") for one in dark]}
    colours = [style.role(style.LEVELS.get(row.position, "paper")) for row in rows]
    look = {"opacity": [0.5 if row.stance_id in old else 1 for row in rows], "textfont": font}
    high = 0.5 if chart.narrow else 0.86
    chart.tiles(x, y, colours, texts, 0.93, high, **look, **pointed(words, rows))
    at = max(6, at) + 0.5
    heads = [(place + 0.46, names[actor]) for actor, place in places.items()]
    heads += [(at, wrapped(words.say("stances-apart"), 12))] * bool(spread)
    for x, head in heads:
        chart.note(head, x=x, y=-0.75, yanchor="bottom", textangle=-90, font={"size": 12})
    steps = [words.number(spread[one], 1) if one in spread else "" for one in issues]
    chart.texts([at] * len(rank), list(rank.values()), steps, "ink", hoverinfo="skip")
    axis = chart.names_beside(issues.values(), 26, 0.46, x=0) | {"showgrid": False}
    axis |= {"range": [len(rank) - 0.4, -2.9 if chart.narrow else -3.9], "showline": False}
    chart.set(xaxis=BARE | {"range": [0, at + 0.5]}, yaxis=axis)


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
            both = [one for one in issues if one in first and one in second]
            return {one: abs(first[one].position - second[one].position) for one in both}

        def of_gap(gaps, gap):
            return [issues[one] for one in gaps if gaps[one] == gap]

        apart, changed = gaps("expected", "own"), gaps("own", "earlier")
        most = max(changed.values(), default=0)
        facts = {"actor": names[actor], "day": pd.Timestamp(until), "asked": len(foreseen)}
        facts |= {"both": len(apart), "met": sum(not gap for gap in apart.values())}
        steps = sorted({*apart.values()})
        gaps_said = [words.say("expected-gap", gap=gap, issues=of_gap(apart, gap)) for gap in steps]
        facts["gaps"] = "".join(gaps_said)
        facts["compared"] = "no" if not earlier else "yes" if changed else "nothing"
        facts |= {"other": beside.get(earlier, ""), "shared": len(changed), "most": most}
        facts["widest"], facts["differ"] = of_gap(changed, most), sum(map(bool, changed.values()))

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
        listed = [one for one in issues if one in foreseen]
        ranked = sorted(listed, key=lambda one: (one not in apart, apart.get(one, 0)))
        draw = partial(draw_expected, words, sides, {one: issues[one] for one in ranked}, apart)
        heads = {"earlier": words.say("expected-own", actor=facts["other"])}
        height = (90 + 62 * len(foreseen), 120 + 80 * len(foreseen))
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


def draw_expected(words, sides, issues, apart, chart):
    """Draw, for each issue, a line between the levels expected and own: missed, met, or open."""
    cases = ["met" if apart.get(one) == 0 else "off" if one in apart else "open" for one in issues]
    met = [one for one in issues if apart.get(one) == 0]
    # Each head takes a part of a row.
    part, groups = 0.62 if chart.narrow else 0.5, list(dict.fromkeys(cases))
    places = [n + part * (1 + groups.index(case)) for n, case in enumerate(cases)]
    y = dict(zip(issues, places, strict=True))
    heads = [places[cases.index(case)] - 0.5 - 0.62 * part for case in groups]
    texts = [words.say("expected-group", case=one, count=cases.count(one)) for one in groups]
    look = {"textposition": "middle right", "hoverinfo": "skip"}
    chart.texts([-2.15] * len(heads), heads, [tag("b", one) for one in texts], "ink", 13, **look)
    ends, track = [place for place in places for _ in (*LEVELS, None)], [*LEVELS, None] * len(y)
    line = {"color": style.role("muted"), "width": 1}
    look = {"mode": "lines+markers", "line": line, "opacity": 0.6, "hoverinfo": "skip"}
    chart.points(track, ends, marker={"symbol": "line-ns", "size": 8, "line": line}, **look)
    names = dict(issues)
    for one in filter(apart.get, issues):
        ends = [sides[side][one].position for side in ("expected", "own")]
        chart.trail(ends, [y[one]] * 2, "record", 3)
        way = "more" if ends[0] < ends[1] else "less"
        # On a line of its own, where it has none beside the name.
        off = words.say("expected-off", gap=apart[one], way=way).replace(" ", "\u00a0")
        names[one] = words.say("expected-issue-off", issue=names[one], off=off)
    # Where the own one met the one expected, it stands inside it.
    for side, symbol, colour, above, size in (
        ("earlier", "square-open", "muted", "middle", 13),
        ("expected", "diamond-open", "ink", "top", 19),
        ("own", "circle", "record", "bottom", 12),
    ):
        listed = {one: sides[side][one] for one in issues if one in sides[side]}
        said = {one: f"{row.label} ({row.by})" * (above == "top") for one, row in listed.items()}
        if side == "own":
            # What it met stands above it already.
            same = words.say("expected-same")
            said = {one: same if one in met else row.label for one, row in listed.items()}
            said = {one: f"{text} ({listed[one].date:%Y})" for one, text in said.items()}
        # Words at an end of the scale stay inside the plot, those of two marks beside them.
        levels, edges = [row.position for row in listed.values()], []
        for one, level in zip(listed, levels, strict=True):
            edge = 0 if one in met else 2
            edges.append("left" if level >= edge else "right" if level <= -edge else "center")
        sizes = [size if one in met else 13 for one in listed]
        look = {"marker": mark(sizes, symbol, style.role(colour)) | {"opacity": 1}}
        look |= {"text": list(said.values()), "textposition": [f"{above} {e}" for e in edges]}
        look |= {"textfont": {"size": 12, "color": style.role(colour)}}
        heights, hover = [y[one] for one in listed], pointed(words, listed.values())
        chart.points(levels, heights, mode="markers+text", **look, **hover)
    bare, above = {"showgrid": False, "showline": False}, {"x": -2.1, "yshift": 34}
    axis = chart.names_beside(names.values(), 24, bold=True, places=places, **above)
    # The ends of the scale say what they mean.
    ends = [*map(level_words, LEVELS)]
    for end, side in ((0, "against"), (-1, "for")):
        ends[end] = lines(wrapped(words.say(f"expected-{side}"), 11), ends[end])
    scale = {"tickvals": list(LEVELS), "ticktext": ends, "side": "top"}
    scale |= {"range": [-2.15, 2.15], "tickfont": {"size": 13}}
    chart.set(xaxis=scale | bare, yaxis=axis | bare | {"range": [places[-1] + 0.5, -0.65]})
