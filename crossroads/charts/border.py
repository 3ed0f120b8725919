"""How closed a country became, and to whom: its links, and a quarrel day by day."""

from collections import Counter, namedtuple
from functools import cache, partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import (
    BARE,
    BREAK,
    TIER,
    WHOLE,
    bold,
    length,
    lines,
    mark,
    middle,
    tenses,
    tiers,
)
from crossroads.charts.trade import BUT
from crossroads.charts.view import (
    ALL,
    Control,
    NothingToShow,
    View,
    cuts,
    declare,
    governments,
    named,
    seen_options,
)
from crossroads.words.tags import join, tag

# Links: open, closed, or only known to have been used ------------------------

NONE = "none"
# How broad the bar of each state is (unit: rows); its filling and edge.
STATES = {"open": 0.46, "limited": 0.16, "closed": 0.46}
BARS = {"open": ("paper", "record"), "limited": ("record", "record"), "closed": ("ink", "ink")}
SIGNS = ("used", "unsure")
# The links stand in this order of their state on the article's day.
ORDER = ("closed", "limited", "open", "unsure", "used", NONE)
HEIGHT, FEWEST = (420, 480), 4  # the room of a chart with fewer rows
Stretch = namedtuple("Stretch", "thread state start end reference")


def select_steps(pack):
    """Select the steps of all threads in order of date, with the words of what each refers to."""
    columns = ["title", "short_title", "disagreement", "in_article", "kind"]
    events = pack.events.set_index("events:" + pack.events["event_id"])[columns]
    events = events.T.to_dict("list")
    found = [
        events.get(step.reference) or [step.what, step.what, "", "no", ""]
        for step in pack.threads.itertuples()
    ]
    columns[1] = "short"
    steps = pack.threads.join(pd.DataFrame(found, pack.threads.index, columns))
    return steps.sort_values(["date", "known_date"], kind="stable").reset_index(drop=True)


def select_links(threads, steps, day, whom=ALL):
    """Tell the state of every link on a day, by the steps known, and its last known use.

    A link is a thread that something opens, limits, uses or closes. What is
    closed first was open before. A link that was only ever used is known to
    have worked then, and no more.
    """
    threads = threads[threads["state"] != "step"]
    threads = threads if whom == ALL else threads[threads["whom"] == whom]
    links, rows = _by_link(steps), []
    for thread, side in dict(zip(threads["thread"], threads["whom"], strict=True)).items():
        own = links.get(thread, [])
        past = [step for step in own if step.date <= day]
        first = next((step for step in own if step.state in STATES), None)
        state = NONE, pd.NaT, "", pd.NaT, ""
        if first and first.date > day and first.state != "open":
            state = "open", *state[1:]
        elif past:
            step = ([step for step in past if step.state in STATES] or past)[-1]
            state = step.state, step.date, step.title, step.known_date, step.reference
        used = [(step.date, step.date_precision) for step in past if step.state == "used"]
        rows.append((thread, side, *state, *(used or [(pd.NaT, "")])[-1]))
    columns = ["thread", "whom", "state", "since", "title", "known_date", "reference"]
    return pd.DataFrame(rows, columns=[*columns, "used", "precision"])


def _by_link(steps):
    """Give the steps of each link, in order, without those that change nothing."""
    found = {}
    for step in steps:
        if step.state != "step":
            found.setdefault(step.thread, []).append(step)
    return found


def links(pack):
    """Tell the state of every link by day; the days are those on which something changed."""
    words, cut, today = pack.words, cuts(pack), f"{pack.day:%Y-%m-%d}"
    changes = pack.threads[pack.threads["state"] != "step"]
    if changes.empty:
        raise NothingToShow(words.say("links-needs"))
    # The same time for every choice.
    first, last = changes["date"].min().year, max(changes["date"].max(), pack.day).year
    first_day, last_day = pd.Timestamp(first, 1, 1), pd.Timestamp(last, 12, 31)
    known_steps = cache(lambda day: list(select_steps(cut(day)).itertuples()))
    at_first = select_links(pack.threads, known_steps(today), pack.day).set_index("thread")
    at_first = at_first["state"].map(ORDER.index)
    title = pack.resource("threads")["title"]

    def show(day, whom, judged):
        steps = known_steps(day if judged == "then" else None)
        day = pd.Timestamp(day)
        rows = select_links(pack.threads, steps, day, whom)
        rows = rows.sort_values("thread", key=lambda one: one.map(at_first), kind="stable")
        shown, states = list(rows.itertuples()), list(rows["state"])
        each = {
            state: [_since(words, link) for link in shown if link.state == state]
            for state in (*STATES, *SIGNS, NONE)
            if state in states
        }
        groups = [words.say("links-group", state=one, links=each[one]) for one in each]
        # The axis goes on after the article's day where something later is told.
        until = last_day if judged == "now" or day > pack.day else pack.day
        own = [step for step in steps if step.thread in set(rows["thread"])]
        end = min(day, until) if judged == "then" else until
        stretches = list(_stretches(own, first_day, end))
        barred = {one.thread for one in [*stretches, *shown] if one.state in STATES}
        unknown = [link.thread for link in shown if link.thread not in barred]
        signs = [step for step in own if step.state in SIGNS and step.thread in unknown]
        drawn = {step.state for step in [*stretches, *signs]} | {NONE for _ in unknown}
        key = [words.say("links-key", state=one) for one in (*STATES, NONE, *SIGNS) if one in drawn]
        numbers = Counter(one if one in STATES else "unknown" for one in states)
        found = [one for one in ("closed", "limited", "open", "unknown") if numbers[one]]
        facts = {
            "table": title,
            "day": day,
            "judged": judged,
            "links": len(rows),
            "side": whom,
            "who": "all" if whom == ALL else "side",
            "chosen": "article" if day == pack.day else "other",
            "found": [words.say("links-found", state=one, number=numbers[one]) for one in found],
            "years": words.years(first, until.year),
            "groups": " ".join(groups),
            "key": key,
            "signs": len(key),
        }
        used = [words.date(link.used, link.precision) if link.precision else "" for link in shown]
        table = pd.DataFrame(
            {
                "link": rows["thread"],
                "with": rows["whom"],
                "state": [words.say("links-state", state=state) for state in states],
                "since": rows["since"],
                "happened": rows["title"],
                "known_date": rows["known_date"],
                "last_used": used,
            }
        )
        marks = stretches, signs, (unknown, (first_day, end))
        draw = partial(draw_links, pack, shown, marks, day, (first_day, until))
        return View(facts, table, draw, HEIGHT, rows=[*rows["reference"]], empty=rows.empty)

    cases = {day: "article" if day == pack.day else "other" for day in {*changes["date"], pack.day}}
    days = {
        f"{day:%Y-%m-%d}": words.say("links-on", day=words.short(day), case=cases[day])
        for day in sorted(cases)
    }
    whom = {ALL: words.say("everybody"), **{side: side for side in changes["whom"]}}
    day = Control(days, today, stepped=True)
    return declare(pack, "links", show, day=day, whom=whom, judged=("then", "now"))


def _since(words, link):
    # A link that was open on a day may have been so before.
    told = "on" if link.state in (*SIGNS, "open") else "since"
    case = "unknown" if pd.isna(link.since) else told
    return words.say("links-since", case=case, link=link.thread, day=link.since)


def _stretches(steps, start, end):
    """Give the times that links were in one state, each with the step behind it."""
    for thread, own in _by_link(steps).items():
        states = [step for step in own if step.state in STATES]
        # What is not opened first was open before.
        found = [(start, "open", "")] if states and states[0].state != "open" else []
        for step in states:
            if not found or step.state != found[-1][1]:
                found.append((step.date, step.state, step.reference))
        starts = [since for since, *_ in found[1:]]
        for (since, state, reference), until in zip(found, [*starts, end], strict=False):
            until = min(until, end)
            if since < until:
                yield Stretch(thread, state, since, until, reference)


def draw_links(pack, links, marks, day, span, chart):
    """Draw each link as a bar: hollow while open, thin in part, full once closed.

    Links of which no state is known are dotted, with the days on which they were used.
    """
    words, (stretches, signs, (unknown, time)) = pack.words, marks
    rows = sorted(links, key=lambda link: link.thread in unknown)
    names, said = [link.thread for link in rows], [_short(words, link) for link in rows]
    closed = [link.state == "closed" for link in rows]
    said = [tag("b", one) if bold else one for one, bold in zip(said, closed, strict=True)]
    places = {name: place for place, name in enumerate(names)}
    if chart.narrow:
        names = [join(pair, ": ") for pair in zip(names, said, strict=True)]
    # Few links stand in the middle, and not too broad.
    spare = max(0, FEWEST - len(names)) / 2
    look = {"range": [len(names) - 0.5 + spare, -0.5 - spare], "tickfont": {"size": 13}}
    chart.row_names(names, shift=0.44, showline=False, **look)
    chart.time(pack, *span, but=BUT)
    room = WHOLE[chart.narrow]
    if not chart.narrow:
        edge = [chart.layout["xaxis"]["range"][1]] * len(rows)
        said = [join(("\u2002", one), "") for one in said]
        look = {"textposition": "middle right", "cliponaxis": False, "hoverinfo": "skip"}
        chart.texts(edge, places.values(), said, "ink", 13, **look)
        font, head = {"size": 12}, words.say("links-that-day", day=words.short(day))
        above = {"y": -0.5 - spare, "xanchor": "left", "yanchor": "bottom", "font": font}
        chart.note(head, x=edge[0], xshift=16, **above)
        # As much room as the longest words of any view.
        a_day = {"case": "on", "day": words.short(day)}
        every = [words.say("links-short", state=state, **a_day) for state in (*STATES, *SIGNS)]
        right = 20 + max(map(length, every))
        chart.set(margin={"r": right})
        room -= right + max(map(length, names))
    if day != pack.day and span[0] < day < span[1]:
        chart.upright(day, line={"color": style.role("ink"), "width": 2, "dash": "dash"})
    looks = [BARS[one.state] for one in stretches]
    edge = {"width": 1.5, "color": [style.role(edge) for _, edge in looks]}
    chart.blocks(
        [(one.start, one.end) for one in stretches],
        [places[one.thread] for one in stretches],
        [STATES[one.state] for one in stretches],
        list(_beginnings(words, stretches, span[0], room / (span[1] - span[0]).days)),
        ["ink"] * len(looks),
        marker={"color": [style.role(fill) for fill, _ in looks], "line": edge},
        hover=[words.say("links-stretch", **one._asdict()) for one in stretches],
        rows=[one.reference for one in stretches],
    )
    look = {"opacity": 1, "line": {"width": 2.5, "dash": "dot"}}
    chart.guides([places[name] for name in unknown], time, **look)
    shapes = ["diamond" if step.state == "used" else "circle-open" for step in signs]
    chart.points(
        [step.date for step in signs],
        [places[step.thread] for step in signs],
        marker=mark(9, shapes, style.role("muted")),
        hover=[_sign_words(words, step) for step in signs],
        rows=[step.reference for step in signs],
        cliponaxis=False,
    )


def _beginnings(words, stretches, first, a_day):
    """Say in the bar of a link that opens after the first day since when, if there is room.

    `a_day` is how long one is (unit: pixels).
    """
    begun = set()
    for one in stretches:
        facts = {"month": words.month(one.start, short=True), "year": str(one.start.year)}
        said = words.say("links-from", **facts)
        late = one.thread not in begun and (one.start - first).days * a_day > 8
        room = (one.end - one.start).days * a_day > length(said)
        yield said if late and room else ""
        begun.add(one.thread)


def _sign_words(words, step):
    day = words.date(step.date, step.date_precision)
    return words.say("links-mark", day=day, title=step.title)


def _short(words, link):
    """Say the state of a link, and since when."""
    case = "unknown" if pd.isna(link.since) else "on"
    facts = {"day": "" if case == "unknown" else words.short(link.since)}
    return words.say("links-short", state=link.state, case=case, **facts)


# The quarrel, step by step ----------------------------------------------------

DATED, PUBLIC = "date", "known_date"
SHUT = ("closed", "limited")
HIGH = 466  # pixels at a desk of every setting
# What a short time is enlarged with on either side, at least.
BESIDE = pd.Timedelta(days=3)
MOST_NAMED = 6  # enlarged days; of more, only two are named
# From a step to the next on the same subject; its ends are days by which steps are dated.
Wait = namedtuple("Wait", "word deed subject ends")


def select_sequence(steps, span, thread, by=DATED):
    """Select the steps of one thread, or of all threads with one side, each event once.

    They are ordered by the day of the step or the day it was public; ``days`` are
    those since the step before.
    """
    steps = steps[(steps["thread"] == thread) | (steps["whom"] == thread)]
    steps = steps[steps[by].between(*span)]
    threads = steps.groupby("reference")["thread"].agg("; ".join)
    steps = steps.drop_duplicates("reference").sort_values([by, DATED], kind="stable")
    return steps.assign(
        threads=steps["reference"].map(threads), days=steps[by].diff().dt.days.astype("Int64")
    ).reset_index(drop=True)


def select_waits(steps, by):
    """Pair each step with the next of its thread, shortest first; a pair of two threads is one."""
    found, before = {}, {}
    for step in steps.itertuples():
        for thread in step.threads.split("; "):
            if thread in before:
                found.setdefault((before[thread], step), []).append(thread)
            before[thread] = step
    waits = [
        Wait(word, deed, "; ".join(subjects), (getattr(word, by), getattr(deed, by)))
        for (word, deed), subjects in found.items()
    ]
    return sorted(waits, key=_days)


def _days(wait):
    return (wait.ends[1] - wait.ends[0]).days


def find_answered(waits):
    """Find the shortest wait from a statement to a step that closes the link, or None."""
    found = (one for one in waits if one.word.kind == "statement" and one.deed.state in SHUT)
    return next(found, None)


def sequence_span(pack):
    """Give the time from the start of the article's year to two months after its day."""
    return pd.Timestamp(pack.day.year, 1, 1), pack.day + pd.DateOffset(months=2)


def sequence(pack):
    """Show the quarrel step by step: one thread, or all threads with one side."""
    words, cut, span = pack.words, cuts(pack), sequence_span(pack)
    known_steps = cache(lambda day: select_steps(cut(day)))
    sides = dict(zip(pack.threads["thread"], pack.threads["whom"], strict=True))
    country = named(pack, "actors", "country")[pack.article["focus_actor_id"].iloc[0]]
    home = governments(pack)["short_name"].get(country, country)
    threads = {
        **{side: words.say("sequence-all", side=side) for side in pack.threads["whom"]},
        **{thread: thread for thread in pack.threads["thread"]},
    }

    def show(thread, seen, by):
        steps = select_sequence(known_steps(seen), span, thread, by)
        dates = list(map(words.date, steps["date"], steps["date_precision"]))
        shown = dates if by == DATED else list(map(words.date, steps[by]))
        steps = steps.assign(said=shown)
        days = ["" if day is pd.NA else int(day) for day in steps["days"]]
        count, names, waits = len(steps), list(steps["short"]), select_waits(steps, by)
        pair = find_answered(waits)
        facts = {
            "thread": threads[thread],
            "home": home,
            "side": sides.get(thread, thread),
            "by": by,
            "steps": count,
            "case": ("empty", "single", "two")[count] if count < 3 else "many",
            "start": span[0],
            "late": int((steps["known_date"] > steps["date"]).sum()),
            "differ": int((steps["disagreement"] != "").sum()),
            "outside": int((steps["in_article"] == "no").sum()),
            "answered": "yes" if pair else "no",
        }
        if pair:
            facts |= {"word": pair.word.short, "deed": pair.deed.short, "pair_days": _days(pair)}
            longer, others = sum(_days(one) > _days(pair) for one in waits), len(waits) - 1
            rank = "some" if 0 < longer < others else "all" if longer else "none"
            facts |= {"rank": rank if others else "alone", "longer": longer, "others": others}
        if count:
            facts |= {"first": names[0], "first_day": shown[0]}
            facts |= {"last": names[-1], "last_day": shown[-1]}
            months = Counter((day.year, day.month) for day in sorted(steps[by]))
            month, most = months.most_common(1)[0]
            facts |= {"most": most, "month": pd.Timestamp(*month, 1)}
            near = min(range(1, count), key=days.__getitem__, default=0)
            facts |= {"near": names[near - 1], "next": names[near], "days": days[near]}
        waited = {}
        for one in waits:
            waited.setdefault(one.deed.reference, []).append(str(_days(one)))
        table = pd.DataFrame(
            {
                "step": steps["title"],
                "date": dates,
                "disagreement": steps["disagreement"],
                "known_date": steps["known_date"],
                "days_since": list(map(str, days)),
                "wait": ["; ".join(waited.get(one, ())) for one in steps["reference"]],
                "thread": steps["threads"],
                "in_article": [pack.label("events.in_article", one) for one in steps["in_article"]],
            }
        )
        # The axis goes on after the article's day where a later step is shown.
        axis = span[0], max([*steps[by], pack.day])
        draw = partial(draw_sequence, pack, axis, steps, by)
        draw = partial(draw_answered, pack, axis, steps, by, waits, pair) if pair else draw
        high = HIGH, 120 + 52 * count
        references = list(steps["reference"])
        return View(facts, table, draw, high, rows=references, empty=steps.empty)

    half = pack.day - pd.DateOffset(months=6)
    seen = {**seen_options(pack), f"{half:%Y-%m-%d}": words.say("sequence-half", day=half)}
    return declare(pack, "sequence", show, thread=threads, seen=seen, by=(DATED, PUBLIC))


def draw_sequence(pack, span, steps, by, chart):
    """Draw each step in a row of its own."""
    words, rows, names = pack.words, list(steps.itertuples()), list(steps["short"])
    later = [words.say("sequence-later", days=int(day)) for day in steps["days"][1:]]
    names[1:] = [join(pair, ", ") for pair in zip(names[1:], later, strict=True)]
    chart.row_names(names, 5 * (not chart.narrow), showline=False, tickfont={"size": 13})
    chart.time(pack, *span, but=BUT)
    chart.guides(range(len(rows)), span)
    tones = tenses(steps["date"], pack.day)
    draw_steps(words, rows, steps[by], range(len(rows)), 13, tones, chart)


def draw_answered(pack, span, steps, by, waits, pair, chart):
    """Draw the year on a line, beneath it the days from word to deed enlarged, then all waits.

    Heights are pixels from the line of the year.
    """
    words, top = pack.words, 26
    but = {*pack.events["kind"]}
    chart.time(pack, *span, but=but, dated=not chart.narrow, yref="y", y0=-6, y1=top)
    first, last = map(pd.Timestamp, chart.layout["xaxis"]["range"])

    def at(share):
        return (first + share * (last - first)).round("D")

    # The two stand before others that are near.
    every = sorted(steps.itertuples(), key=lambda row: row in pair[:2])
    days = [getattr(row, by) for row in every]
    draw_steps(words, every, days, [0] * len(every), 7, _tones(every, pair), chart)
    around = chart.layout["margin"]["t"] + chart.layout["margin"]["b"]
    foot = draw_enlarged(words, steps, by, pair, at, chart)
    low = foot - 38 - (42 if chart.narrow else 16) * len(waits)
    low = low if chart.narrow else min(low, top + around - HIGH)
    draw_waits(words, waits, by, pair, (foot, low), at, chart)
    axis = {"side": "top", "anchor": "free", "position": low / (low - top)}
    axis |= {"tickformat": words.say("axis-month"), "layer": "below traces"}
    axis = {"xaxis": axis, "yaxis": {"range": [low, top], **BARE}}
    chart.set(**axis, height=top - low + around)


def _tones(rows, pair):
    return [style.role("record" if row in pair[:2] else "muted") for row in rows]


def draw_enlarged(words, steps, by, pair, at, chart):
    """Draw the days about a wait beneath the line of the year; give the height beneath them."""
    more = max((pair.ends[1] - pair.ends[0]) / 2, BESIDE)
    start, long = pair.ends[0] - more, pair.ends[1] - pair.ends[0] + 2 * more
    rows = [*steps[steps[by].between(*pair.ends)].itertuples()]
    shares, top = [(getattr(row, by) - start) / long for row in rows], -24
    line = _name_days(rows, shares, pair, top, at, chart)
    ends = [at(more / long), at(1 - more / long)]
    days = tag("b", words.say("gap-bracket", days=_days(pair)))
    said = join((days, pair.subject), ": ")
    chart.note(said, x=middle(ends), y=line - 9, yanchor="top", font={"size": 14})
    box = {"x0": at(0), "x1": at(1), "y0": line - 32, "y1": top}
    chart.rule(type="rect", layer="below", line={"color": style.role("muted"), "width": 1}, **box)
    corners = [pair.ends[0], at(0), None, pair.ends[1], at(1)]
    chart.trail(corners, [-6, top, None, -6, top], "muted")
    chart.guides([line], (at(0), at(1)))
    colours = {"marker": {"color": style.role("record")}, "hoverinfo": "skip"}
    chart.blocks([pair.ends, ends], [0, line], [12, 8], [""] * 2, ["ink"] * 2, **colours)
    places = list(map(at, shares))
    draw_steps(words, rows, places, [line] * len(rows), 12, _tones(rows, pair), chart)
    return line - 32


def _name_days(rows, shares, pair, top, at, chart):
    """Name the steps of each day above a line beneath a height; give the height of the line.

    Of many days, only the two of the wait are named.
    """
    days = {}
    for row, share in zip(rows, shares, strict=True):
        days.setdefault(share, []).append(row)
    if len(days) > MOST_NAMED:
        days = {share: own for share, own in days.items() if {*own} & {*pair[:2]}}
    between = BREAK if chart.narrow else ", "
    names = [lines(_named(own, pair, between), own[0].said) for own in days.values()]
    parts = [name.split(BREAK) for name in names]
    widths = [max(length(part, 14) for part in own) for own in parts]
    room, tier = WHOLE[chart.narrow], TIER * max(map(len, parts))
    found = tiers([room * share for share in days], widths, room, ())
    line = top - 16 - tier * (1 + max(level for _, level in found))
    strong = [bool({*own} & {*pair[:2]}) for own in days.values()]
    # A line that must cross a name passes behind it.
    look = {"yanchor": "bottom", "bgcolor": style.role("paper"), "font": {"size": 12}}
    for share, name, (side, level) in zip(days, bold(names, strong), found, strict=True):
        height = line + 12 + tier * level
        chart.trail([at(share)] * 2, [line, height], "muted")
        chart.note(name, x=at(share), y=height, xanchor=side, align=side, **look)
    return line


def _named(steps, pair, between):
    """Name the steps of a day; one that is of another subject than the pair, with its subject."""
    subject = [f"({steps[0].threads})"] if len(steps) == 1 and steps[0] not in pair[:2] else []
    return join([join([step.short for step in steps], between), *subject], " ")


def draw_waits(words, waits, by, pair, heights, at, chart):
    """Draw all waits as bars between two heights, indented, so that none is read as a date."""
    narrow, chosen = chart.narrow, [one == pair for one in waits]
    names = [_wait_words(words, one, by) for one in waits]
    beside = 0.05 if narrow else (24 + max(length(name, 12) for name in names)) / WHOLE[0]
    start, room = at(beside), at(1) - at(beside + (0.2 if narrow else 0.11))
    head, low = heights[0] - 24, heights[1]
    each = min(42, (head - 14 - low) / len(waits))
    rows = [head - 14 - each * (row + 0.5) for row in range(len(waits))]
    look = {"textposition": "middle right", "cliponaxis": False, "hoverinfo": "skip"}
    chart.texts([at(0)], [head], [tag("b", words.say("sequence-bars"))], "ink", 13, **look)
    place, up = (at(0), 8) if narrow else (at(beside - 0.012), 0)
    look["textposition"] = "middle right" if narrow else "middle left"
    ups, names = [row + up for row in rows], bold(names, chosen)
    chart.texts([place] * len(rows), ups, names, "ink", **look)
    told = {"hover": [join((one.word.short, one.deed.short), " → ") for one in waits]}
    told["rows"] = [one.deed.reference for one in waits]
    times, rows = [one.ends[1] - one.ends[0] for one in waits], [row - up for row in rows]
    chart.lengths(words, times, rows, chosen, start, room, BESIDE, **told)


def _wait_words(words, wait, by):
    ends = []
    for row in wait[:2]:
        day, exact = getattr(row, by), row.date_precision if by == DATED else "day"
        facts = {"day": str(day.day), "month": words.month(day, short=True), "year": str(day.year)}
        ends.append(words.say("sequence-day", exact=exact, **facts))
    return words.say("sequence-wait", subject=wait.subject, time=join(ends, " → "))


def draw_steps(words, rows, days, heights, size, tones, chart):
    """Draw marks of steps, empty those that are not in the article."""
    pairs = zip(rows, tones, strict=True)
    fills = [style.role("paper") if row.in_article == "no" else tone for row, tone in pairs]
    edge = {"width": 2, "color": tones}
    look = {"size": size, "color": fills, "opacity": 1, "line": edge}
    said, keys = [_step_words(words, row) for row in rows], [row.reference for row in rows]
    chart.points(days, heights, marker=look, hover=said, rows=keys, cliponaxis=False)
    form = words.say("axis-month-year")
    chart.set(xaxis={"dtick": "M3", "tickformat": form, "ticklabelmode": "instant"})
    if chart.narrow:
        # The year beneath the first month begins before the plot.
        chart.set(margin={"l": 14})


def _step_words(words, row):
    case = "late" if row.known_date > row.date else "same"
    day, public = words.date(row.date, row.date_precision), words.date(row.known_date)
    return words.say("sequence-mark", day=day, title=row.title, case=case, public=public)
