"""How closed a country became, and to whom: its links, and a quarrel day by day."""

from collections import Counter, namedtuple
from functools import cache, partial
from itertools import pairwise

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import BREAK, MILLISECOND, WHOLE, length, mark, tenses
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
from crossroads.words.tags import join, tag

# Links: open, closed, or only known to have been used ------------------------

NONE = "none"
# How broad the bar of each state is (unit: rows).
STATES = {"open": 0.44, "limited": 0.18, "closed": 0.04}
SIGNS = ("used", "unsure")
# The links stand in this order of their state on the article's day.
ORDER = ("closed", "limited", "open", "unsure", "used", NONE)
LOOKS = (*STATES, *SIGNS)
HEIGHT, FEWEST = (420, 480), 4  # the room of a chart with fewer rows
Stretch = namedtuple("Stretch", "thread state start end reference")


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
    title = pack.resource("threads")["title"]

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
        # The axis goes on after the article's day where something later is told.
        end = min(day, until) if judged == "then" else until
        own = [step for step in steps if step.thread in {*rows["thread"]}]
        stretches = list(_stretches(pack, own, first_day, end))
        barred = {one.thread for one in stretches}
        signs = [step for step in own if step.state in SIGNS and step.thread not in barred]
        drawn = {step.state for step in [*stretches, *signs]}
        key = [words.say("links-key", state=state) for state in LOOKS if state in drawn]
        if any(one.start >= pack.day for one in stretches):
            key.append(words.say("links-key", state="after"))
        facts = {
            "table": title,
            "day": day,
            "judged": judged,
            "links": len(rows),
            "side": whom,
            "who": "all" if whom == ALL else "side",
            "chosen": "article" if day == pack.day else "other",
            "closed": int((rows["state"] == "closed").sum()),
            "open": int((rows["state"] == "open").sum()),
            "years": words.years(first, until.year),
            "counts": counts,
            "groups": " ".join(groups),
            "key": key,
            "signs": len(key),
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
        draw = partial(draw_links, pack, shown, stretches, signs, day, (first_day, until))
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


def _stretches(pack, steps, start, end):
    """Give the times that links were in one state, each with the step behind it."""
    for thread, own in _by_link(steps).items():
        states = [step for step in own if step.state in STATES]
        # What is not opened first was open before.
        state, since, reference = None, start, ""
        if states and states[0].state != "open":
            state = "open"
        for step in [*states, None]:
            if step and step.state == state:
                continue
            until = min(step.date, end) if step else end
            if state and until > since:
                cuts = [since, pack.day, until] if since < pack.day < until else [since, until]
                yield from (Stretch(thread, state, *ends, reference) for ends in pairwise(cuts))
            if step:
                state, since, reference = step.state, step.date, step.reference


def draw_links(pack, links, stretches, signs, day, span, chart):
    """Draw each link as a bar: thick while open, thin in part, a line once closed.

    Links of which no state is known stand apart, with the days on which they were used.
    """
    words, ink = pack.words, style.role("ink")
    barred = {one.thread for one in stretches}
    rows = [link for link in links if link.thread in barred]
    apart = len(rows)
    rows += [link for link in links if link.thread not in barred]
    names, states = [link.thread for link in rows], [_short(words, link) for link in rows]
    if chart.narrow:
        pairs = zip(names, states, strict=True)
        names = [words.say("links-lane", link=name, state=state) for name, state in pairs]
    if 0 < apart < len(rows):
        # A line of its own for what the rows beneath it are.
        for texts in (rows, names, states):
            texts.insert(apart, "")
        chart.left(words.say("links-apart"), apart, font={"size": 13, "color": style.role("muted")})
    places = {link.thread: place for place, link in enumerate(rows) if link}
    chart.row_names(names, FEWEST, shift=0.46, showline=False, tickfont={"size": 13})
    if not chart.narrow:
        # As much room as the longest words of any view.
        any_day = {"case": "on", "day": words.short(day)}
        every = [words.say("links-short", state=state, **any_day) for state in LOOKS]
        chart.set(margin={"r": 14 + max(map(length, every))})
    chart.time(pack, *span, but=BUT)
    if not chart.narrow:
        said = [
            tag("b", state) if link and link.state == "closed" else state
            for link, state in zip(rows, states, strict=True)
        ]
        edge = [span[1] + (span[1] - span[0]) / 40] * len(said)
        look = {"textposition": "middle right", "cliponaxis": False, "hoverinfo": "skip"}
        chart.texts(edge, range(len(said)), said, "ink", 13, **look)
    if day != pack.day and span[0] < day < span[1]:
        line = {"color": ink, "width": 2, "dash": "dash"}
        chart.rule(line=line, layer="below", x0=day, x1=day, y0=0, y1=1, yref="paper")
    late = ("record", "after")
    tones = [
        style.role("muted" if one.state == "closed" else late[one.start >= pack.day])
        for one in stretches
    ]
    chart.bars(
        [(one.end - one.start) / MILLISECOND for one in stretches],
        [places[one.thread] for one in stretches],
        base=[one.start for one in stretches],
        orientation="h",
        width=[STATES[one.state] for one in stretches],
        marker={"color": tones, "line": {"width": 0}},
        hover=[
            words.say(
                "links-stretch",
                state=words.say("links-state", state=one.state),
                start=one.start,
                end=one.end,
            )
            for one in stretches
        ],
        rows=[one.reference for one in stretches],
    )
    shapes = ["diamond" if step.state == "used" else "circle-open" for step in signs]
    dates = [words.date(step.date, step.date_precision) for step in signs]
    chart.points(
        [step.date for step in signs],
        [places[step.thread] for step in signs],
        marker=mark(9, shapes, ink),
        hover=[
            words.say("links-mark", day=date, title=step.title)
            for date, step in zip(dates, signs, strict=True)
        ],
        rows=[step.reference for step in signs],
        cliponaxis=False,
    )
    chart.set(barmode="overlay")


def _short(words, link):
    """Say the state of a link, and since when."""
    case = "unknown" if pd.isna(link.since) else "on"
    facts = {"day": "" if case == "unknown" else words.short(link.since)}
    return words.say("links-short", state=link.state, case=case, **facts)


# The quarrel, step by step ----------------------------------------------------

DATED, PUBLIC = "date", "known_date"
MANY = 8  # More steps than these have no room for two lines.
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
        return View(facts, table, draw, (340, 400), rows=rows, empty=steps.empty)

    half = pack.day - pd.DateOffset(months=6)
    seen = {**seen_options(pack), f"{half:%Y-%m-%d}": words.say("sequence-half", day=half)}
    return declare(pack, "sequence", show, thread=threads, seen=seen, by=(DATED, PUBLIC))


def draw_sequence(pack, span, steps, by, pair, chart):
    """Draw the steps from word to deed on lines of their own, and their days as a band.

    All others stand on one line beneath. Where there are no such two, each has a line.
    """
    words = pack.words
    rows = list(steps.itertuples())
    first, last = (pair[0].Index, pair[1].Index) if pair else (0, len(rows))
    chosen, others = rows[first : last + 1], rows[:first] + rows[last + 1 :]
    days = [getattr(row, by) for row in chosen]
    chart.time(pack, *span, but=BUT)
    start, end = map(pd.Timestamp, chart.layout["xaxis"]["range"])
    room = WHOLE[chart.narrow]
    bottom, size = len(chosen) - 0.4, 12 if chart.narrow else 14
    if pair:
        ends = {"x0": days[0], "x1": days[-1], "y0": -0.45, "y1": bottom + len(others[:1])}
        look = {"fillcolor": style.role("record"), "opacity": 0.16, "line": {"width": 0}}
        chart.rule(type="rect", layer="below", **ends, **look)
        said = words.say("sequence-answered", days=(days[-1] - days[0]).days)
        edge, middle = (end - start) * (60 / room), days[0] + (days[-1] - days[0]) / 2
        place = {"x": min(max(middle, start + edge), end - edge), "y": -0.5, "yanchor": "bottom"}
        chart.note(tag("b", said), **place, font={"size": 18, "color": style.role("record")})
    if others:
        places = [getattr(row, by) for row in others]
        levels = [0] * len(others)
        for place in range(1, len(others)):
            if places[place] - places[place - 1] < (end - start) * (11 / room):
                levels[place] = levels[place - 1] + 1
        heights = [bottom + 0.8 - 0.2 * level for level in levels]
        _draw_steps(words, others, places, heights, [style.role("muted")] * len(others), 9, chart)
        said = words.say("sequence-others", number=len(others))
        font = {"size": 12, "color": style.role("muted")}
        chart.left(said, bottom + 0.2, font=font, **chart.ground(pack, start))
    tones = tenses([row.date for row in chosen], pack.day)
    _draw_steps(words, chosen, days, range(len(chosen)), tones, 13, chart)
    between = BREAK if len(chosen) <= MANY else " "
    for place, (row, day) in enumerate(zip(chosen, days, strict=True)):
        said = [tag("b", row.short) if pair else row.short]
        if place:
            said.append(words.say("sequence-later", days=int(row.days)))
        # Right of its mark where there is room before the next line, and over no line.
        line = pack.day if day < pack.day else end
        right = 14 + length(row.short, size) < (line - day) / (end - start) * room
        side, shift = ("left", 12) if right else ("right", -12)
        look = {"xanchor": side, "align": side, "xshift": shift, "font": {"size": size}}
        ground = {} if right else chart.ground(pack, day)
        chart.note(join(said, between), x=day, y=place, **look, **ground)
    low = bottom + (1 if others else 0)
    chart.set(yaxis={"visible": False, "range": [low, -1.1 if pair else -0.6]})
    form = words.say("axis-month-year")
    chart.set(xaxis={"dtick": "M3", "tickformat": form, "ticklabelmode": "instant"})


def _draw_steps(words, rows, places, heights, colours, size, chart):
    """Draw steps as marks: open where the article leaves them out."""
    symbols = ["circle-open" if row.in_article == "no" else "circle" for row in rows]
    chart.points(
        places,
        heights,
        marker=mark(size, symbols, colours),
        hover=[_step_words(words, row) for row in rows],
        rows=[row.reference for row in rows],
        cliponaxis=False,
    )


def _step_words(words, row):
    case = "late" if row.known_date > row.date else "same"
    day, public = words.date(row.date, row.date_precision), words.date(row.known_date)
    return words.say("sequence-mark", day=day, title=row.title, case=case, public=public)
