"""How closed a country became, and to whom: its links, and a quarrel day by day."""

from collections import Counter
from functools import cache, partial
from itertools import pairwise

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import MILLISECOND, ON_AXIS, TIER, WHOLE, length, mark, tenses, wrapped
from crossroads.charts.trade import BUT
from crossroads.charts.view import (
    ALL,
    Control,
    NothingToShow,
    View,
    article_day,
    cuts,
    declare,
    seen_options,
)
from crossroads.words.tags import tag

# Links: open, closed, or only known to have been used ------------------------

NONE = "none"
# How broad the bar of each state is (unit: rows).
STATES = {"open": 0.44, "limited": 0.18, "closed": 0.04}
SIGNS = ("used", "unsure")
# The links stand in this order of their state on the article's day.
ORDER = ("closed", "limited", "open", "unsure", "used", NONE)
LOOKS = (*STATES, *SIGNS)
HEIGHT, FEWEST = (420, 480), 4


def select_steps(pack):
    """Select the steps of all threads in order of date, with the words of what each refers to."""
    columns = ["title", "short_title", "disagreement", "in_article", "kind", "source_id"]
    events = pack.events.set_index("event_id")[columns].T.to_dict("list")
    found = []
    for step in pack.threads.itertuples():
        table, _, key = step.reference.partition(":")
        event = events.get(key) if table == "events" else None
        found.append(event or [step.what, step.what, "", "no", "", key])
    columns[1] = "short"
    steps = pack.threads.join(pd.DataFrame(found, columns=columns, index=pack.threads.index))
    return steps.sort_values(["date", "known_date"], kind="stable").reset_index(drop=True)


def select_links(threads, steps, day, whom=ALL):
    """Tell the state of every link on a day, by the steps known, and its last known use.

    A link is a thread that something opens, limits, uses or closes. What is
    closed first was open before. A link that was only ever used is known to
    have worked then, and no more.
    """
    threads = threads[threads["state"] != "step"]
    threads = threads if whom == ALL else threads[threads["whom"] == whom]
    own, rows = _by_link(steps), []
    for thread, side in dict(zip(threads["thread"], threads["whom"], strict=True)).items():
        past = [step for step in own.get(thread, ()) if step.date <= day]
        states = [step for step in past if step.state in STATES]
        signs = [step for step in past if step.state in SIGNS]
        later = [step for step in own.get(thread, ()) if step.state in STATES and step.date > day]
        state, since, title, known, reference = NONE, pd.NaT, "", pd.NaT, ""
        if not states and later and later[0].state != "open":
            state = "open"
        elif states or signs:
            step = (states or signs)[-1]
            state, since, title, known = step.state, step.date, step.title, step.known_date
            reference = step.reference
        used = [(step.date, step.date_precision) for step in signs if step.state == "used"]
        last = (used or [(pd.NaT, "")])[-1]
        rows.append((thread, side, state, since, title, known, reference, *last))
    columns = ["thread", "whom", "state", "since", "title", "known_date", "reference"]
    columns += ["used", "precision"]
    return pd.DataFrame(rows, columns=columns)


def _by_link(steps):
    """Give the steps of each link, in order, without those that change nothing."""
    found = {}
    for step in steps:
        if step.state != "step":
            found.setdefault(step.thread, []).append(step)
    return found


def links(pack):
    """Tell the state of every link by day; the days are those on which something changed."""
    words, cut = pack.words, cuts(pack)
    changes = pack.threads[pack.threads["state"] != "step"]
    if changes.empty:
        raise NothingToShow(words.say("links-needs"))
    # The same time for every choice.
    first, last = changes["date"].min().year, max(changes["date"].max().year, pack.day.year)
    first_day, last_day = pd.Timestamp(first, 1, 1), pd.Timestamp(last, 12, 31)
    known_steps = cache(lambda day: list(select_steps(cut(day)).itertuples()))

    at_first = select_links(pack.threads, known_steps(article_day(pack)), pack.day)
    at_first = at_first.set_index("thread")["state"].map(ORDER.index)

    def show(day, whom, judged):
        steps = known_steps(day if judged == "then" else None)
        day = pd.Timestamp(day)
        until = last_day if judged == "now" or day > pack.day else pack.day
        rows = select_links(pack.threads, steps, day, whom)
        rows = rows.sort_values("thread", key=lambda one: one.map(at_first), kind="stable")
        shown = list(rows.itertuples())
        counts, groups = [], []
        for state in (*STATES, *SIGNS, NONE):
            each = [_since(words, link) for link in shown if link.state == state]
            if each:
                counts.append(words.say("links-count", number=len(each), state=state))
                groups.append(words.say("links-group", state=state, links=each))
        states = rows["state"].value_counts()
        facts = {
            "day": day,
            "judged": judged,
            "links": len(rows),
            "side": whom,
            "who": "all" if whom == ALL else "side",
            "chosen": "article" if day == pack.day else "other",
            "closed": int(states.get("closed", 0)),
            "open": int(states.get("open", 0)),
            "years": words.years(first, until.year),
            "counts": counts,
            "groups": " ".join(groups),
        }
        table = pd.DataFrame(
            {
                "link": rows["thread"],
                "with": rows["whom"],
                "state": [words.say("links-state", state=state) for state in rows["state"]],
                "since": rows["since"],
                "happened": rows["title"],
                "known_date": rows["known_date"],
                "last_used": [
                    "" if link.used is pd.NaT else words.date(link.used, link.precision)
                    for link in shown
                ],
            }
        )
        # The axis goes on after the article's day where something later is told.
        axis = first_day, until
        end = min(day, until) if judged == "then" else until
        stretches = list(_stretches(pack, shown, steps, first_day, end))
        own = {*rows["thread"]}
        signs = [step for step in steps if step.state in SIGNS and step.thread in own]
        drawn = {one[1] for one in stretches} | {step.state for step in signs}
        key = [words.say("links-key", state=state) for state in LOOKS if state in drawn]
        if any(start >= pack.day for _, _, start, *_ in stretches):
            key.append(words.say("links-key", state="after"))
        facts |= {"key": key, "signs": len(key)}
        draw = partial(draw_links, pack, shown, stretches, signs, day, axis)
        references = [link.reference for link in shown]
        return View(facts, table, draw, HEIGHT, rows=references, empty=rows.empty)

    days = {}
    for day in sorted({*changes["date"], pack.day}):
        case = "article" if day == pack.day else "other"
        days[f"{day:%Y-%m-%d}"] = words.say("links-on", day=day, case=case)
    controls = {
        "day": Control(days, article_day(pack), stepped=True),
        "whom": {ALL: words.say("everybody"), **{side: side for side in changes["whom"]}},
    }
    return declare(pack, "links", show, **controls, judged=("then", "now"))


def _since(words, link):
    case = "unknown" if pd.isna(link.since) else "on" if link.state in SIGNS else "since"
    return words.say("links-since", case=case, link=link.thread, day=link.since)


def _stretches(pack, links, steps, start, end):
    """Give the times in one state: row, state, first and last day, and the step behind it."""
    own = _by_link(steps)
    for place, link in enumerate(links):
        states = [step for step in own.get(link.thread, ()) if step.state in STATES]
        # What is not opened first was open before.
        state, since, reference = None, start, ""
        if states and states[0].state != "open":
            state = "open"
        for step in [*states, None]:
            until = min(step.date, end) if step else end
            if state and until > since:
                cuts = [since, pack.day, until] if since < pack.day < until else [since, until]
                yield from ((place, state, *ends, reference) for ends in pairwise(cuts))
            if step:
                state, since, reference = step.state, step.date, step.reference


def draw_links(pack, links, stretches, signs, day, span, chart):
    """Draw each link as a bar: thick while open, thin in part, a line once closed."""
    words, ink = pack.words, style.role("ink")
    said = [_short(words, link) for link in links]
    names = [link.thread for link in links]
    if chart.narrow:
        pairs = zip(names, said, strict=True)
        names = [words.say("links-lane", link=name, state=state) for name, state in pairs]
    else:
        # As much room as the longest words of any view.
        short = words.short(day)
        every = [words.say("links-short", state=one, case="on", day=short) for one in LOOKS]
        chart.set(margin={"r": 14 + max(length(one) for one in every)})
        beside = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6}
        head = {"y": 1, "yref": "paper", "yanchor": "bottom"}
        muted = {"font": {"size": 13, "color": style.role("muted")}}
        chart.note(words.say("links-then", day=short), **beside, **head, **muted)
        for place, (link, state) in enumerate(zip(links, said, strict=True)):
            chart.note(tag("b", state) if link.state == "closed" else state, y=place, **beside)
    chart.set(yaxis={"tickvals": [*range(len(names))], "ticktext": [] if chart.narrow else names})
    chart.time(pack, *span, but=BUT)
    if day != pack.day and span[0] < day < span[1]:
        line = {"color": ink, "width": 2, "dash": "dash"}
        ends = {"x0": day, "x1": day, "xref": "x", "y0": 0, "y1": 1, "yref": "paper"}
        chart.rule(line=line, layer="below", **ends)
    if chart.narrow:
        for place, name in enumerate(names):
            # Behind its words no line goes on.
            free = {"x0": 0, "x1": 1, "xref": "paper", "y0": place - 0.64, "y1": place - 0.28}
            paper = {"fillcolor": style.role("paper"), "line": {"width": 0}, "layer": "below"}
            chart.rule(type="rect", **free, **paper)
            chart.left(name, place - 0.43, font={"size": 12})
    for state in STATES:
        for late in (False, True):
            group = [one for one in stretches if one[1] == state and (one[2] >= pack.day) == late]
            _draw_stretches(words, group, state, style.role("after" if late else "record"), chart)
    places = {link.thread: place for place, link in enumerate(links)}
    for state, symbol in (("used", "diamond"), ("unsure", "circle-open")):
        shown = [step for step in signs if step.state == state]
        chart.points(
            [step.date for step in shown],
            [places[step.thread] for step in shown],
            marker={
                **mark(11, symbol, ink),
                "line": {"width": 2, "color": style.role("paper" if state == "used" else "ink")},
            },
            hover=[
                words.say(
                    "links-mark", day=words.date(step.date, step.date_precision), title=step.title
                )
                for step in shown
            ],
            rows=[step.reference for step in shown],
            cliponaxis=False,
        )
    # Few links stand in the middle, and not too broad.
    spare = max(0, FEWEST - len(links)) / 2
    low = {"range": [len(links) - 0.5 + spare, -0.5 - spare - 0.14 * chart.narrow]}
    look = {"showgrid": False, "ticklen": 0, "tickfont": {"size": 13}}
    axis = {**low, **look, "showticklabels": not chart.narrow}
    chart.set(yaxis=axis, barmode="overlay")


def _draw_stretches(words, parts, state, colour, chart):
    said = words.say("links-state", state=state)
    chart.bars(
        [(end - start) / MILLISECOND for _, _, start, end, _ in parts],
        [place for place, *_ in parts],
        base=[start for _, _, start, *_ in parts],
        rows=[reference for *_, reference in parts],
        orientation="h",
        width=STATES[state],
        marker={"color": style.role("muted") if state == "closed" else colour},
        hover=[
            words.say("links-stretch", state=said, start=start, end=end)
            for _, _, start, end, _ in parts
        ],
    )


def _short(words, link):
    """Say the state of a link, and since when."""
    case = "unknown" if pd.isna(link.since) else "on"
    facts = {"day": "" if case == "unknown" else words.short(link.since)}
    return words.say("links-short", state=link.state, case=case, **facts)


# The quarrel, step by step ----------------------------------------------------

DATED, PUBLIC = "date", "known_date"
FEWEST_LANES = 6  # the room of a chart with fewer steps
SHUT = ("closed", "limited")


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


def find_answered(steps):
    """Find a statement after which the next step of its thread closes the link: both, or nothing.

    Of several, that with the fewest days between, then the first.
    """
    pairs, before = [], {}
    for step in steps.itertuples():
        for thread in step.threads.split("; "):
            word, before[thread] = before.get(thread), step
            if word and word.kind == "statement" and step.state in SHUT:
                pairs.append((word, step))
    return min(pairs, key=lambda pair: (pair[1].date - pair[0].date).days, default=())


def sequence_span(pack):
    """Give the time from the start of the article's year to two months after its day."""
    return pd.Timestamp(pack.day.year, 1, 1), pack.day + pd.DateOffset(months=2)


def sequence(pack):
    """Show the quarrel step by step: one thread, or all threads with one side."""
    words, cut, span = pack.words, cuts(pack), sequence_span(pack)
    known_steps = cache(lambda day: select_steps(cut(day)))
    threads = {
        **{side: words.say("sequence-all", side=side) for side in pack.threads["whom"]},
        **{thread: thread for thread in pack.threads["thread"]},
    }

    def show(thread, seen, by):
        steps = select_sequence(known_steps(seen), span, thread, by)
        precisions = steps["date_precision"] if by == DATED else ["day"] * len(steps)
        shown = list(map(words.date, steps[by], precisions))
        count = len(steps)
        facts = {
            "thread": threads[thread],
            "by": by,
            "steps": count,
            "case": ("empty", "single", "two")[count] if count < 3 else "many",
            "start": span[0],
            "late": int((steps["known_date"] > steps["date"]).sum()),
            "differ": int((steps["disagreement"] != "").sum()),
            "outside": int((steps["in_article"] == "no").sum()),
            "inside": int((steps["in_article"] != "no").sum()),
        }
        pair = find_answered(steps)
        facts["answered"] = "yes" if pair else "no"
        if pair:
            word, deed = pair
            days = (getattr(deed, by) - getattr(word, by)).days
            facts |= {"word": word.short, "deed": deed.short, "pair_days": days}
        if count:
            facts |= {"first": steps["short"].iloc[0], "first_day": shown[0]}
            facts |= {"last": steps["short"].iloc[-1], "last_day": shown[-1]}
            months = sorted(Counter((day.year, day.month) for day in steps[by]).items())
            month, most = max(months, key=lambda pair: pair[1])
            facts |= {"most": most, "month": pd.Timestamp(*month, 1)}
        days = ["" if day is pd.NA else int(day) for day in steps["days"]]
        if count > 2:
            place = min(range(1, count), key=days.__getitem__)
            facts |= {"near": steps["short"][place - 1], "next": steps["short"][place]}
            facts["days"] = days[place]
        named = [pack.label("events.in_article", code) for code in steps["in_article"]]
        table = pd.DataFrame(
            {
                "step": steps["title"],
                "date": list(map(words.date, steps["date"], steps["date_precision"])),
                "disagreement": steps["disagreement"],
                "known_date": steps["known_date"],
                "days_since": list(map(str, days)),
                "thread": steps["threads"],
                "in_article": named,
            }
        )
        # The axis goes on after the article's day where a later step is shown.
        axis = span[0], max([*steps[by], pack.day])
        draw = partial(draw_sequence, pack, axis, steps, by, pair)
        rows = tuple(steps["reference"])
        return View(facts, table, draw, HEIGHT, rows=rows, empty=steps.empty)

    half = pack.day - pd.DateOffset(months=6)
    seen = {**seen_options(pack), f"{half:%Y-%m-%d}": words.say("sequence-half", day=half)}
    return declare(pack, "sequence", show, thread=threads, seen=seen, by=(DATED, PUBLIC))


def draw_sequence(pack, span, steps, by, pair, chart):
    """Draw each step on a line of its own, in order; the days from word to deed are shaded.

    The steps between these are strong and have more room, all others are grey.
    """
    words, ink, grey = pack.words, style.role("ink"), style.role("muted")
    rows = list(steps.itertuples())
    days = [getattr(row, by) for row in rows]
    first, last = (pair[0].Index, pair[1].Index) if pair else (0, len(rows))
    strong = [first <= row.Index <= last for row in rows]
    heights = [sum(1.7 if one and pair else 1 for one in strong[:n]) for n in range(len(rows))]
    room = sum(1.7 if one and pair else 1 for one in strong)
    spare = max(0, FEWEST_LANES - room) / 2
    since = ["" if pd.isna(row.days) else words.number(int(row.days), 0) for row in rows]
    shown = {"tickvals": heights, "ticktext": since, "tickfont": {"size": 12, "color": grey}}
    chart.set(
        yaxis={
            **shown,
            "range": [room - 0.4 + spare, -0.7 - spare],
            "showgrid": False,
            "ticklen": 0,
        }
    )
    chart.time(pack, *span, but=BUT)
    if pair:
        ends = {"x0": days[first], "x1": days[last], "y0": 0, "y1": 1, "yref": "paper"}
        look = {"fillcolor": style.role("record"), "opacity": 0.16, "line": {"width": 0}}
        chart.rule(type="rect", layer="below", **ends, **look)
        said = tag("b", words.say("sequence-answered", days=(days[last] - days[first]).days))
        middle = (heights[first] + heights[last]) / 2
        place = {"xanchor": "right", "xshift": -6, "font": {"size": 15}}
        chart.note(said, x=days[first], y=middle, **place)
    if len(rows) > 1:
        # The head of the column of days stands above all words of the axis.
        top = chart.layout["margin"]["t"]
        place = {"yref": "paper", "yanchor": "bottom", "yshift": top - 6, "xshift": -18}
        chart.left(words.say("sequence-column"), 1, **place, font={"size": 12, "color": grey})
        chart.set(margin={"t": top + TIER})
    symbols = ["circle-open" if row.in_article == "no" else "circle" for row in rows]
    tones = tenses(steps["date"], pack.day)
    dots = [tone if one else grey for tone, one in zip(tones, strong, strict=True)]
    chart.points(
        days,
        heights,
        marker=mark(12, symbols, dots),
        hover=[_step_words(words, row) for row in rows],
        rows=[row.reference for row in rows],
        cliponaxis=False,
    )
    marked = pack.events[(pack.events["landmark"] == ON_AXIS) & ~pack.events["kind"].isin(BUT)]
    wide, whole = WHOLE[chart.narrow] - 14, max(span[1] - span[0], pd.Timedelta(days=1))
    crossed = [(day - span[0]) / whole * wide for day in (pack.day, *marked["date"])]
    shaded = [(day - span[0]) / whole * wide for day in (days[first], days[last])] if pair else []
    # Where there are few steps, their words have room for two lines.
    broad = 1.05 if len(rows) <= FEWEST_LANES else 0.92
    for row, day, height, one in zip(rows, days, heights, strong, strict=True):
        # The later a step, the more room is on its left; but no words lie across a line.
        place, needed = (day - span[0]) / whole * wide, broad * length(row.short, 12) + 14
        reach = {"right": (place - needed, place - 9), "left": (place + 9, place + needed)}
        beyond = {side: start < 12 or end > wide + 12 for side, (start, end) in reach.items()}
        anchor = min(
            sorted(reach, reverse=place > wide / 2),
            key=lambda side: (
                beyond[side],
                sum(reach[side][0] < line < reach[side][1] for line in crossed),
                not one and any(reach[side][0] < line < reach[side][1] for line in shaded),
            ),
        )
        side = {"xanchor": anchor, "xshift": 12 if anchor == "left" else -12, "align": anchor}
        said = wrapped(row.short, 3 + len(row.short) // 2) if beyond[anchor] else row.short
        said = tag("b", said) if one and pair else said
        font = {"size": 12, "color": ink if one else grey}
        chart.note(said, x=day, y=height, **side, font=font)
    form = words.say("axis-month-year")
    chart.set(xaxis={"dtick": "M3", "tickformat": form, "ticklabelmode": "instant"})


def _step_words(words, row):
    case = "late" if row.known_date > row.date else "same"
    day, public = words.date(row.date, row.date_precision), words.date(row.known_date)
    return words.say("sequence-mark", day=day, title=row.title, case=case, public=public)
