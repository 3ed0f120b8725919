"""How closed a country became, and to whom: its links, and a quarrel day by day."""

from functools import cache, partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import Html, lines
from crossroads.charts.trade import seen_options
from crossroads.charts.view import ALL, NothingToShow, Options, View, cuts, declare
from crossroads.words.tags import tag

# Links: open, closed, or only known to have been used ------------------------

NONE = "none"
STATES = ("open", "limited", "closed")
SIGNS = ("used", "unsure")
LOOKS = {
    "open": {"color": style.ACCENT, "width": 9},
    "limited": {"color": style.COLOURS[3], "width": 6, "dash": "6px,4px"},
    "closed": {"color": style.MUTED, "width": 3, "dash": "dot"},
}
SYMBOLS = {
    "closed": ("x", style.COLOURS[1]),
    "used": ("diamond", style.COLOURS[2]),
    "unsure": ("circle-open", style.COLOURS[1]),
}


def select_steps(pack):
    """Select the steps of all threads in order of date, with the words of what each refers to."""
    columns = ["title", "short_title", "disagreement", "in_article", "source_id"]
    events = pack.events.set_index("event_id")[columns].T.to_dict("list")
    found = []
    for step in pack.threads.itertuples():
        table, _, key = step.reference.partition(":")
        event = events.get(key) if table == "events" else None
        found.append(event or [step.what, step.what, "", "no", key])
    columns[1] = "short"
    steps = pack.threads.join(pd.DataFrame(found, columns=columns, index=pack.threads.index))
    return steps.sort_values(["date", "known_date"], kind="stable").reset_index(drop=True)


def select_links(threads, steps, day, whom=ALL):
    """Tell the state of every link on a day, by the steps known.

    A link is a thread that something opens, limits, uses or closes. What is
    closed first was open before. A link that was only ever used is known to
    have worked then, and no more.

    Gives for each link of the whole table of threads its state, ``since``
    (missing where unknown), ``title`` and ``known_date`` of the step that
    decides, and ``used``, its last known use, with the ``precision`` of that.
    """
    threads = threads[threads["state"] != "step"]
    threads = threads if whom == ALL else threads[threads["whom"] == whom]
    own, rows = _by_link(steps), []
    for thread, side in dict(zip(threads["thread"], threads["whom"], strict=True)).items():
        past = [step for step in own.get(thread, ()) if step.date <= day]
        states = [step for step in past if step.state in STATES]
        signs = [step for step in past if step.state in SIGNS]
        later = [step for step in own.get(thread, ()) if step.state in STATES and step.date > day]
        state, since, title, known = NONE, pd.NaT, "", pd.NaT
        if not states and later and later[0].state != "open":
            state = "open"
        elif states or signs:
            step = (states or signs)[-1]
            state, since, title, known = step.state, step.date, step.title, step.known_date
        used = [(step.date, step.date_precision) for step in signs if step.state == "used"]
        rows.append((thread, side, state, since, title, known, *(used or [(pd.NaT, "")])[-1]))
    columns = ["thread", "whom", "state", "since", "title", "known_date", "used", "precision"]
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

    def show(day, whom, judged):
        steps = known_steps(day if judged == "then" else None)
        day = pd.Timestamp(day)
        rows = select_links(pack.threads, steps, day, whom)
        shown = list(rows.itertuples())
        counts, groups = [], []
        for state in (*STATES, *SIGNS, NONE):
            group = [link for link in shown if link.state == state]
            if not group:
                continue
            counts.append(words.say("links-count", number=len(group), state=state))
            each = [_since(words, link) for link in group]
            groups.append(words.say("links-group", state=state, links=each))
        states = rows["state"].value_counts()
        facts = {
            "day": day,
            "judged": judged,
            "links": len(rows),
            "side": whom,
            "who": "all" if whom == ALL else "side",
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
        draw = partial(draw_links, words, shown, steps, day, span, end)
        return View(facts, table, draw, 90 + 52 * len(rows))

    days = {
        f"{day:%Y-%m-%d}": words.say(
            "links-on", day=day, case="article" if day == pack.day else "other"
        )
        for day in sorted({*changes["date"], pack.day})
    }
    return declare(
        pack,
        "links",
        show,
        day=Options(days, f"{pack.day:%Y-%m-%d}"),
        whom={ALL: words.say("everybody"), **{side: side for side in changes["whom"]}},
        judged=("then", "now"),
    )


def _since(words, link):
    case = "unknown" if pd.isna(link.since) else "on" if link.state in SIGNS else "since"
    return words.say("links-since", case=case, link=link.thread, day=link.since)


def draw_links(words, links, steps, day, span, end, chart):
    """Draw each link as a line that changes where its state changes.

    Thick: open. Broken: in part. Thin and dotted: closed. A diamond is a day
    on which a link is known to have been used, a circle a doubt.
    """
    stretches = {state: ([], []) for state in STATES}

    def stretch(state, start, stop, place):
        if state and stop > start:
            x, y = stretches[state]
            x += [start, stop, None]
            y += [place, place, None]

    own, places = _by_link(steps), {link.thread: place for place, link in enumerate(links)}
    for link, place in places.items():
        states = [step for step in own.get(link, ()) if step.state in STATES]
        # What is not opened first was open before.
        state, since = "open" if states and states[0].state != "open" else None, span[0]
        for step in states:
            stretch(state, since, step.date, place)
            state, since = step.state, step.date
        stretch(state, since, end, place)
    for state, look in LOOKS.items():
        name = words.say("links-state", state=state)
        chart.points(*stretches[state], mode="lines", line=look, name=name, hoverinfo="skip")
    for state, (symbol, colour) in SYMBOLS.items():
        shown = [step for step in steps if step.state == state and step.thread in places]
        chart.points(
            [step.date for step in shown],
            [places[step.thread] for step in shown],
            marker={
                "symbol": symbol,
                "size": 11,
                "color": colour,
                "line": {"width": 2, "color": colour},
            },
            name=words.say("links-state", state=state),
            showlegend=state != "closed",
            hover=[
                words.say(
                    "links-mark", day=words.date(step.date, step.date_precision), title=step.title
                )
                for step in shown
            ],
        )
    # Words at the edge of a chart stay inside it.
    share = (day - span[0]) / (span[1] - span[0])
    side = "left" if share < 0.15 else "right" if share > 0.85 else "center"
    chart.day(day, words.date(day), anchor=side)
    names = [
        lines(link.thread, tag("b", words.say("links-short", **_short(words, link))))
        for link in links
    ]
    chart.set(yaxis=_lanes(names))
    chart.years(*span)
    _legend_below(chart, -24 / (40 + 52 * len(links)))


def _short(words, link):
    if link.state != "used":
        return {"state": link.state}
    month = words.month(link.since, short=True)
    return {"state": link.state, "month": month, "year": str(link.since.year)}


def _lanes(names, least=0):
    """Set names on lanes, one below the other."""
    end = max(least, len(names)) - 0.4
    return {
        "tickvals": range(len(names)),
        "ticktext": names,
        "range": [end, -0.6],
        "showgrid": False,
    }


def _legend_below(chart, y):
    legend = {"orientation": "h", "x": 0, "y": y, "yanchor": "top"}
    chart.set(showlegend=True, legend=legend, margin={"t": 30})


# The quarrel, step by step ----------------------------------------------------

DATED, PUBLIC = "date", "known_date"
FEWEST_LANES = 4  # the height of a chart with fewer steps


def select_sequence(steps, span, thread, by=DATED):
    """Select the steps of one thread, or of all threads with one side, each event once.

    ``by`` orders, and counts days, by the day of the step or the day it was
    public; ``threads`` are all that a step belongs to, ``days`` those since
    the step before.
    """
    steps = steps[(steps["thread"] == thread) | (steps["whom"] == thread)]
    steps = steps[steps[by].between(*span)]
    threads = steps.groupby("reference")["thread"].agg("; ".join)
    steps = steps.drop_duplicates("reference").sort_values([by, DATED], kind="stable")
    return steps.assign(
        threads=steps["reference"].map(threads), days=steps[by].diff().dt.days.astype("Int64")
    ).reset_index(drop=True)


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
        shown = [words.date(*pair) for pair in zip(steps[by], precisions, strict=True)]
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
        if count:
            facts |= {"first": steps["short"].iloc[0], "first_day": shown[0]}
            facts |= {"last": steps["short"].iloc[-1], "last_day": shown[-1]}
            months = steps[by].dt.to_period("M").value_counts().sort_index()
            facts |= {"most": int(months.max()), "month": months.idxmax().to_timestamp()}
        if count > 2:
            place = steps["days"].astype(float).idxmin()
            facts |= {"near": steps["short"][place - 1], "next": steps["short"][place]}
            facts["days"] = int(steps["days"][place])
        table = pd.DataFrame(
            {
                "step": steps["title"],
                "date": [
                    words.date(*pair)
                    for pair in zip(steps["date"], steps["date_precision"], strict=True)
                ],
                "disagreement": steps["disagreement"],
                "known_date": steps["known_date"],
                "days_since": steps["days"].astype("string").fillna(""),
                "thread": steps["threads"],
                "in_article": [
                    pack.label("events.in_article", code) for code in steps["in_article"]
                ],
            }
        )
        height = 120 + 27 * max(FEWEST_LANES, count)
        return View(facts, table, partial(draw_sequence, words, pack.day, span, steps), height)

    half = pack.day - pd.DateOffset(months=6)
    seen = {**seen_options(pack), f"{half:%Y-%m-%d}": words.say("sequence-half", day=half)}
    return declare(pack, "sequence", show, thread=threads, seen=seen, by=(DATED, PUBLIC))


def draw_sequence(words, day, span, steps, chart):
    """Draw each step on a line of its own, in order.

    A mark is the day of a step, filled where the article speaks of it; a
    line leads to the day on which it was public.
    """
    rows = list(steps.itertuples())
    x, y = [], []
    for row in rows:
        x += [row.date, row.known_date, None]
        y += [row.Index, row.Index, None]
    line = {"color": style.MUTED, "width": 2}
    chart.points(x, y, mode="lines", line=line, showlegend=False, hoverinfo="skip")
    for named in (True, False):
        group = [row for row in rows if (row.in_article != "no") == named]
        chart.points(
            [row.date for row in group],
            [row.Index for row in group],
            name=words.say("sequence-named" if named else "sequence-not-named"),
            marker={
                "symbol": "circle" if named else "circle-open",
                "size": 11,
                "color": style.ACCENT,
                "line": {"width": 2, "color": style.ACCENT},
            },
            hover=[row.title for row in group],
        )
    middle = span[0] + (span[1] - span[0]) / 2
    for row in rows:
        # Words stand clear of the names at the left, of the right edge, and of
        # the line of the article's day; those of a long wait stand above it.
        if row.known_date < middle:
            where = {"x": row.known_date, "xanchor": "left", "xshift": 10}
        elif row.date >= middle:
            where = {"x": min(row.date, day), "xanchor": "right", "xshift": -10}
        else:
            where = {"x": row.date, "xanchor": "left", "xshift": 10, "yshift": 9}
        chart.note(_step_label(words, row), y=row.Index, **where)
    chart.day(day, words.say("article-day"), anchor="right")
    chart.set(yaxis=_lanes(steps["short"], FEWEST_LANES))
    chart.years(*span, dtick="M4", tickformat=Html(words.say("axis-month-year")))
    _legend_below(chart, -34 / (27 * max(FEWEST_LANES, len(rows))))


def _step_label(words, row):
    """Write the day of a step, the day it was public where that is later, and the days between."""
    first, public = row.date, row.known_date
    if row.date_precision != "day":
        case = "month"
    elif public <= first:
        case = "day"
    else:
        case = "near" if (first.year, first.month) == (public.year, public.month) else "apart"
    return words.say(
        "sequence-label",
        case=case,
        day=str(first.day),
        month=words.month(first, short=True),
        public_day=str(public.day),
        public_month=words.month(public, short=True),
        since="first" if pd.isna(row.days) else "days" if row.days else "same",
        days=0 if pd.isna(row.days) else int(row.days),
    )


EXPLORERS = {
    "links": (links, ("threads", "events")),
    "sequence": (sequence, ("threads", "events")),
}
