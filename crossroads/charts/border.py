"""How closed a country became, and to whom: its links, and a quarrel day by day."""

from collections import Counter
from functools import cache, partial
from itertools import pairwise

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import MILLISECOND, WHOLE, length, lines, mark, tenses, wrapped
from crossroads.charts.trade import (
    EACH,
    amount,
    draw_figures,
    list_figures,
)
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
STATES = ("open", "limited", "closed")
SIGNS = ("used", "unsure")
# The sum of both directions of trade, which stands above the links.
BOTH = "total"
HEIGHT = (420, 480)
SHARE = 0.24  # of the height of the chart, for the months of trade


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
    span = pd.Timestamp(first, 1, 1), pd.Timestamp(last, 12, 31)
    known_steps = cache(lambda day: list(select_steps(cut(day)).itertuples()))
    many = changes["thread"].nunique()

    @cache
    def months(day, judged):
        if not pack.has("trade"):
            return []
        then = judged == "then"
        rows = list_figures(words, cut(f"{day:%Y-%m-%d}" if then else None), "month", BOTH)
        return [row for row in rows if row.preferred and row.end <= (day if then else span[1])]

    def show(day, whom, judged):
        steps = known_steps(day if judged == "then" else None)
        day = pd.Timestamp(day)
        rows = select_links(pack.threads, steps, day, whom)
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
            "trade": "known" if months(day, judged) else "none",
            "article": pack.day,
            "closed": int(states.get("closed", 0)),
            "open": int(states.get("open", 0)),
            "years": words.years(first, last),
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
        end = min(day, span[1]) if judged == "then" else span[1]
        draw = partial(draw_links, pack, shown, steps, day, span, end, months(day, judged), many)
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


def draw_links(pack, links, steps, day, span, end, months, many, chart):
    """Draw each link as a bar that changes where its state changes, trade above them."""
    words, ground = pack.words, {"bgcolor": style.role("paper"), "borderpad": 1}
    chart.time(pack, *span)
    own = _by_link(steps)
    # As much room as the most links have.
    rows = max(many, len(links)) if chart.narrow or len(links) > 4 else 5
    parts = []
    for place, link in enumerate(links):
        states = [step for step in own.get(link.thread, ()) if step.state in STATES]
        # What is not opened first was open before.
        state, since, reference = None, span[0], ""
        if states and states[0].state != "open":
            state = "open"
        for step in [*states, None]:
            until = min(step.date, end) if step else end
            if state and until > since:
                cuts = [since, pack.day, until] if since < pack.day < until else [since, until]
                parts += [(place, state, *ends, reference) for ends in pairwise(cuts)]
            if step:
                state, since, reference = step.state, step.date, step.reference
        said = words.say("links-lane", link=link.thread, state=_short(words, link))
        chart.left(lines(said), place - 0.3, yref="y", **ground)
    for state in STATES:
        for late in (False, True):
            group = [one for one in parts if one[1] == state and (one[2] >= pack.day) == late]
            _draw_stretches(words, group, state, style.role("after" if late else "record"), chart)
    for state, symbol in (("used", "diamond"), ("unsure", "circle-open")):
        places = {link.thread: place for place, link in enumerate(links)}
        shown = [step for step in steps if step.state == state and step.thread in places]
        chart.points(
            [step.date for step in shown],
            [places[step.thread] + 0.16 for step in shown],
            marker={
                **mark(10, symbol, style.role("ink")),
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
    if day != pack.day and span[0] < day < span[1]:
        line = {"color": style.role("ink"), "width": 2, "dash": "dash"}
        chart.rule(x0=day, x1=day, xref="x", y0=0, y1=1, yref="paper", line=line)
    lanes = [0, 1 - SHARE - 0.04] if months else [0, 1]
    chart.set(yaxis={"visible": False, "range": [rows - 0.6, -0.62], "domain": lanes})
    if months:
        draw_figures(pack, months, EACH, chart, axis="y2")
        peak = max(row.each for row in months)
        said = words.say("links-trade", number=amount(words, peak))
        chart.left(said, 1, yref="paper", yanchor="top", **ground)
        above = {"domain": [1 - SHARE, 1], "range": [0, 1.45 * peak]}
        chart.set(yaxis2={**above, "visible": False, "fixedrange": True})


def _draw_stretches(words, parts, state, colour, chart):
    stripes = {"shape": "/", "size": 7, "solidity": 0.45, "fgcolor": style.role("paper")}
    empty = {"color": style.role("paper"), "line": {"color": colour, "width": 1}}
    full = {"color": colour, "line": {"color": colour, "width": 1}}
    look = {"open": full, "limited": {**full, "pattern": stripes}, "closed": empty}[state]
    said = words.say("links-state", state=state)
    chart.bars(
        [(end - start) / MILLISECOND for _, _, start, end, _ in parts],
        [place + 0.16 for place, *_ in parts],
        base=[start for _, _, start, *_ in parts],
        rows=[reference for *_, reference in parts],
        orientation="h",
        width=0.36,
        marker=look,
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
FEWEST_LANES = 8  # the room of a chart with fewer steps
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
        draw = partial(draw_sequence, pack, span, steps, by, pair, seen)
        rows = tuple(steps["reference"])
        return View(facts, table, draw, HEIGHT, rows=rows, empty=steps.empty)

    half = pack.day - pd.DateOffset(months=6)
    seen = {**seen_options(pack), f"{half:%Y-%m-%d}": words.say("sequence-half", day=half)}
    return declare(pack, "sequence", show, thread=threads, seen=seen, by=(DATED, PUBLIC))


def draw_sequence(pack, span, steps, by, pair, seen, chart):
    """Draw each step on a line of its own, in order, and join them as a staircase.

    A bar leads to the day on which it was public, a thick line from word to deed.
    """
    words, ink = pack.words, style.role("ink")
    chart.time(pack, *span, seen or None)
    rows = list(steps.itertuples())
    days = [getattr(row, by) for row in rows]
    places = [row.Index for row in rows]
    look = {"color": style.role("muted"), "width": 1, "shape": "vh"}
    chart.points(days, places, mode="lines", line=look, hoverinfo="skip")
    for row in rows:
        if row.known_date > row.date:
            line = {"color": style.role("after"), "width": 6}
            ends = [row.date, row.known_date]
            chart.points(ends, [row.Index] * 2, mode="lines", line=line, hoverinfo="skip")
    if pair:
        word, deed = pair
        ends = [getattr(word, by), getattr(word, by), getattr(deed, by)]
        line = {"color": ink, "width": 4}
        heights = [word.Index, deed.Index, deed.Index]
        chart.points(ends, heights, mode="lines", line=line, hoverinfo="skip")
        said = tag("b", words.say("sequence-answered", days=(ends[2] - ends[0]).days))
        middle = (word.Index + deed.Index + 1) / 2
        chart.note(said, x=ends[0], y=middle, xanchor="right", xshift=-6)
    symbols = ["circle-open" if row.in_article == "no" else "circle" for row in rows]
    chart.points(
        days,
        places,
        marker=mark(12, symbols, tenses(steps["date"], pack.day)),
        hover=[_step_words(words, row) for row in rows],
        rows=[row.reference for row in rows],
        cliponaxis=False,
    )
    for row, day in zip(rows, days, strict=True):
        since = "first" if pd.isna(row.days) else "days" if row.days else "same"
        said = words.say(
            "sequence-label",
            name=row.short,
            since="short" if chart.narrow and since != "first" else since,
            days=0 if pd.isna(row.days) else int(row.days),
        )
        room = WHOLE[chart.narrow]
        place = (day - span[0]) / (span[1] - span[0]) * room
        needed = length(said, 12) + 12
        right = place < room / 2 or needed < room - place
        # Where a label has room on neither side, it takes two lines.
        if needed > max(place, room - place):
            said = wrapped(said, 3 + len(said) // 2)
        ground = {"bgcolor": style.role("paper"), "borderpad": 1}
        side = {"xanchor": "left", "xshift": 12} if right else {"xanchor": "right", "xshift": -12}
        side["align"] = side["xanchor"]
        chart.note(said, x=day, y=row.Index, **side, **ground, font={"size": 12})
    form = words.say("axis-month-year")
    chart.set(xaxis={"dtick": "M3", "tickformat": form, "ticklabelmode": "instant"})
    chart.set(yaxis={"visible": False, "range": [max(FEWEST_LANES, len(rows)) - 0.4, -0.6]})


def _step_words(words, row):
    case = "late" if row.known_date > row.date else "same"
    day, public = words.date(row.date, row.date_precision), words.date(row.known_date)
    return words.say("sequence-mark", day=day, title=row.title, case=case, public=public)
