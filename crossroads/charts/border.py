"""How closed a country became, and to whom: its links, and a quarrel day by day."""

import pandas as pd

from crossroads.charts import style
from crossroads.charts.explorer import Control, Declaration, Description, NothingToShow
from crossroads.charts.trade import seen_options
from crossroads.words.plain import capital, count_words, date_words, join_words, number_words

ALL = "all"

# Links: open, closed, or only known to have been used ------------------------

STATES = ("open", "limited", "closed")
NONE = "no row yet"
STATE_WORDS = {
    "open": "open",
    "limited": "in part",
    "closed": "closed",
    "used": "known to be used",
    "unsure": "in doubt",
    NONE: NONE,
}


def select_steps(pack):
    """Select the steps of all threads, each with the words of the row that it refers to.

    Parameters
    ----------
    pack : Pack
        Cut it with ``as_of`` first to see no further than a day.

    Returns
    -------
    pandas.DataFrame
        Rows of ``threads`` in order of date, with ``title``, ``short`` (for a
        chart), ``disagreement``, ``in_article`` and ``source_id`` more.
    """
    events = pack.events.set_index("event_id")
    found = []
    for _, step in pack.threads.iterrows():
        table, _, key = step["reference"].partition(":")
        if table == "events" and key in events.index:
            event = events.loc[key]
            found.append(
                [
                    event[one]
                    for one in ("title", "short_title", "disagreement", "in_article", "source_id")
                ]
            )
        else:
            found.append([step["what"], step["what"], "", "no", key])
    columns = ["title", "short", "disagreement", "in_article", "source_id"]
    steps = pack.threads.join(pd.DataFrame(found, columns=columns, index=pack.threads.index))
    return steps.sort_values(["date", "known_date"], kind="stable").reset_index(drop=True)


def select_links(pack, day, whom=ALL, known_then=True):
    """Tell the state of every link on a day.

    A link is a thread that something opens, limits, uses or closes. What is
    closed first was open before. A link that was only ever used is known to
    have worked then, and no more.

    Parameters
    ----------
    pack : Pack
    day : str or pandas.Timestamp
    whom : str
        A value of ``threads.whom``, or ``"all"``.
    known_then : bool
        Judge by what was known on the day, or by the whole record.

    Returns
    -------
    pandas.DataFrame
        One row for each link of the whole record: ``thread``, ``whom``,
        ``state`` (see `STATE_WORDS`), ``since`` (missing where unknown),
        ``title`` and ``known_date`` of the step that decides, ``last_used``
        (in words; empty where no use is known).
    """
    day = pd.Timestamp(day)
    steps = select_steps(pack.as_of(day) if known_then else pack)
    rows = []
    for thread, with_whom in _links(pack, whom).items():
        own = steps[(steps["thread"] == thread) & (steps["state"] != "step")]
        past = own[own["date"] <= day]
        states = past[past["state"].isin(STATES)]
        signs = past[past["state"].isin(["used", "unsure"])]
        later = own[own["state"].isin(STATES) & (own["date"] > day)]
        row = {"thread": thread, "whom": with_whom, "state": NONE, "since": pd.NaT, "title": ""}
        row["known_date"] = pd.NaT
        if len(states) or len(signs):
            step = (states if len(states) else signs).iloc[-1]
            row.update(step[["state", "title", "known_date"]])
            row["since"] = step["date"]
        if not len(states) and len(later) and later.iloc[0]["state"] != "open":
            row.update(state="open", since=pd.NaT, title="", known_date=pd.NaT)
        used = signs[signs["state"] == "used"].tail(1)
        row["last_used"] = "".join(_day_words(one) for _, one in used.iterrows())
        rows.append(row)
    return pd.DataFrame(rows)


def _day_words(step, by="date"):
    return date_words(step[by], step["date_precision"] if by == "date" else "day")


def _links(pack, whom=ALL):
    """Name each link with whom it is, in the order of the table."""
    rows = pack.threads[pack.threads["state"] != "step"]
    rows = rows if whom == ALL else rows[rows["whom"] == whom]
    return dict(zip(rows["thread"], rows["whom"], strict=True))


def plot_links(pack, day, whom=ALL, known_then=True):
    """Draw each link as a line that changes where its state changes; parameters as `select_links`.

    Returns
    -------
    plotly.graph_objects.Figure
        Thick: open. Broken: in part. Thin and dotted: closed. A diamond is a
        day on which a link is known to have been used, a circle a doubt.
    """
    day = pd.Timestamp(day)
    links = select_links(pack, day, whom, known_then)
    steps = select_steps(pack.as_of(day) if known_then else pack)
    first, last = _links_span(pack)
    end = min(day, last) if known_then else last
    chart = style.figure(
        _links_title(links, day),
        f"State of {_whom_words(whom)}, {first.year}-{last.year}; dashed: the chosen day",
        height=90 + 52 * len(links),
    )
    lines = {"open": ([], []), "limited": ([], []), "closed": ([], [])}
    for place, link in enumerate(links["thread"]):
        own = steps[(steps["thread"] == link) & steps["state"].isin(STATES)]
        state, since = (None, first)
        if len(own) and own.iloc[0]["state"] != "open":
            state = "open"
        for _, step in own.iterrows():
            _add_stretch(lines, state, since, step["date"], place)
            state, since = step["state"], step["date"]
        _add_stretch(lines, state, since, end, place)
    looks = {
        "open": {"color": style.ACCENT, "width": 9},
        "limited": {"color": style.COLOURS[3], "width": 6, "dash": "6px,4px"},
        "closed": {"color": style.MUTED, "width": 3, "dash": "dot"},
    }
    for state, look in looks.items():
        x, y = lines[state]
        chart.add_scatter(
            x=x, y=y, mode="lines", line=look, name=STATE_WORDS[state], hoverinfo="skip"
        )
    places = {link: place for place, link in enumerate(links["thread"])}
    signs = {"closed": ("x", style.COLOURS[1]), "used": ("diamond", style.COLOURS[2])}
    signs["unsure"] = ("circle-open", style.COLOURS[1])
    for state, (symbol, colour) in signs.items():
        rows = steps[(steps["state"] == state) & steps["thread"].isin(places)]
        chart.add_scatter(
            x=style.dates(rows["date"]),
            y=[places[one] for one in rows["thread"]],
            mode="markers",
            marker={
                "symbol": symbol,
                "size": 11,
                "color": colour,
                "line": {"width": 2, "color": colour},
            },
            name=STATE_WORDS[state],
            showlegend=state != "closed",
            hovertext=[
                style.escape(f"{_day_words(row)}: {row['title']}") for _, row in rows.iterrows()
            ],
            hoverinfo="text",
        )
    style.mark_day(chart, day, date_words(day), anchor=_side(day, first, last))
    names = [
        f"{style.escape(row['thread'])}<br><b>{_state_short(row)}</b>"
        for _, row in links.iterrows()
    ]
    chart.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=names,
        range=[len(names) - 0.4, -0.6],
        showgrid=False,
    )
    chart.update_xaxes(
        type="date",
        range=[f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}"],
        dtick="M12",
        tickformat="%Y",
    )
    chart.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -24 / (40 + 52 * len(links)), "yanchor": "top"},
        margin_t=30,
    )
    return chart


def _add_stretch(lines, state, start, end, place):
    if state is None or end <= start:
        return
    x, y = lines[state]
    x += [f"{start:%Y-%m-%d}", f"{end:%Y-%m-%d}", None]
    y += [place, place, None]


def _side(day, first, last):
    """Keep words at the edge of a chart inside it."""
    share = (day - first) / (last - first)
    return "left" if share < 0.15 else "right" if share > 0.85 else "center"


def _links_span(pack):
    """The time that the chart of links covers, the same for every choice."""
    dates = pack.threads.loc[pack.threads["state"] != "step", "date"]
    last = max(dates.max().year, pack.day.year)
    return pd.Timestamp(dates.min().year, 1, 1), pd.Timestamp(last, 12, 31)


def _whom_words(whom):
    return "every link in the table" if whom == ALL else f"the links with: {whom}"


def _state_short(link):
    if link["state"] == "used":
        return f"last used {link['since']:%b %Y}"
    return STATE_WORDS[link["state"]]


def _links_title(links, day):
    counts = links["state"].value_counts()
    told = [f"{number_words(counts.get(state, 0))} {state}" for state in ("closed", "open")]
    return f"{date_words(day)}: of {count_words(len(links), 'link')}, {join_words(told)}"


def describe_links(pack, day, whom=ALL, known_then=True):
    """Say which links were closed, open or in doubt on a day; parameters as `select_links`."""
    day = pd.Timestamp(day)
    links = select_links(pack, day, whom, known_then)
    known = "was known that day" if known_then else "the whole record says"
    counts, groups = [], []
    for state, words in STATE_WORDS.items():
        rows = links[links["state"] == state]
        if len(rows):
            each = [_since_words(row) for _, row in rows.iterrows()]
            counts.append(f"{len(rows)} {'with ' if state == NONE else ''}{words}")
            groups.append(f"{capital(words)}: {join_words(each)}.")
    many = count_words(len(links), "link") + ("" if whom == ALL else f" ({whom})")
    sentence = f"{date_words(day)}, by what {known}, of {many}: {join_words(counts)}."
    table = pd.DataFrame(
        {
            "Link": links["thread"],
            "With": links["whom"],
            "State": [STATE_WORDS[one] for one in links["state"]],
            "Since": ["" if pd.isna(one) else date_words(one) for one in links["since"]],
            "What happened": links["title"],
            "Public by": ["" if pd.isna(one) else date_words(one) for one in links["known_date"]],
            "Last known use": links["last_used"],
        }
    )
    return Description(" ".join([sentence, *groups]), table)


def _since_words(link):
    if pd.isna(link["since"]):
        return link["thread"]
    word = "on" if link["state"] in ("used", "unsure") else "since"
    return f"{link['thread']} ({word} {date_words(link['since'])})"


def declare_links(pack):
    """Declare the state of every link by day; the days are those on which something changed."""
    steps = pack.threads[pack.threads["state"] != "step"]
    if steps.empty:
        raise NothingToShow("a link in the table threads")
    days = sorted({*steps["date"], pack.day})
    options = {
        f"{day:%Y-%m-%d}": date_words(day) + (" (the article's day)" if day == pack.day else "")
        for day in days
    }
    whom = dict.fromkeys(steps["whom"])
    return Declaration(
        name="links",
        controls=(
            Control("day", "On the day", options, start=f"{pack.day:%Y-%m-%d}"),
            Control("whom", "Links with", {ALL: "Everybody", **{one: one for one in whom}}),
            Control(
                "judged",
                "Judged by",
                {"then": "What was known that day", "now": "The whole record"},
            ),
        ),
        plot=lambda day, whom, judged: plot_links(pack, day, whom, judged == "then"),
        describe=lambda day, whom, judged: describe_links(pack, day, whom, judged == "then"),
        source=(
            "Source: table threads; each step names the event or the report behind it. "
            "A selection of links, not all there are."
        ),
    )


# The quarrel, step by step ----------------------------------------------------

DATED, PUBLIC = "date", "known_date"


def select_sequence(pack, thread, seen_from=None, by=DATED):
    """Select the steps of one thread, or of all threads with one side, around the article's year.

    Parameters
    ----------
    pack : Pack
    thread : str
        A value of ``threads.thread``, or of ``threads.whom`` for all its threads.
    seen_from : str, optional
        ISO day: select what was known then. By default select everything.
    by : {"date", "known_date"}
        Order, and count days, by the day of the step or the day it was public.

    Returns
    -------
    pandas.DataFrame
        Rows of `select_steps`, each event once, from the start of the
        article's year to two months after its day; ``threads`` (all that it
        belongs to) and ``days`` (since the step before) more.
    """
    known = pack.as_of(seen_from) if seen_from else pack
    first, last = _sequence_span(pack)
    steps = select_steps(known)
    steps = steps[(steps["thread"] == thread) | (steps["whom"] == thread)]
    steps = steps[(steps[by] >= first) & (steps[by] <= last)]
    threads = steps.groupby("reference")["thread"].agg("; ".join)
    steps = steps.drop_duplicates("reference").sort_values([by, DATED], kind="stable")
    return steps.assign(
        threads=steps["reference"].map(threads), days=steps[by].diff().dt.days.astype("Int64")
    ).reset_index(drop=True)


def _sequence_span(pack):
    return pd.Timestamp(pack.day.year, 1, 1), pack.day + pd.DateOffset(months=2)


def plot_sequence(pack, thread, seen_from=None, by=DATED):
    """Draw each step on a line of its own, in order; parameters as `select_sequence`.

    Returns
    -------
    plotly.graph_objects.Figure
        A mark is the day of a step, filled where the article speaks of it;
        a line leads to the day on which it was public.
    """
    steps = select_sequence(pack, thread, seen_from, by)
    first, last = _sequence_span(pack)
    chart = style.figure(
        _sequence_title(steps, by),
        f"{_thread_words(pack, thread)}: steps from {date_words(first)} on, "
        + ("by the day they are dated" if by == DATED else "by the day they were public"),
        height=120 + 27 * max(4, len(steps)),
    )
    x, y = [], []
    for place, (_, step) in enumerate(steps.iterrows()):
        x += [*style.dates([step["date"], step["known_date"]]), None]
        y += [place, place, None]
    chart.add_scatter(
        x=x,
        y=y,
        mode="lines",
        line={"color": style.MUTED, "width": 2},
        showlegend=False,
        hoverinfo="skip",
    )
    for named in (True, False):
        rows = steps[(steps["in_article"] != "no") == named]
        chart.add_scatter(
            x=style.dates(rows["date"]),
            y=[int(one) for one in rows.index],
            mode="markers",
            name="in the article" if named else "not in the article",
            marker={
                "symbol": "circle" if named else "circle-open",
                "size": 11,
                "color": style.ACCENT,
                "line": {"width": 2, "color": style.ACCENT},
            },
            hovertext=[style.escape(one) for one in rows["title"]],
            hoverinfo="text",
        )
    middle = first + (last - first) / 2
    for place, (_, step) in enumerate(steps.iterrows()):
        # Words stand clear of the names at the left, of the right edge, and of
        # the line of the article's day; those of a long wait stand above it.
        start, end = step["date"], step["known_date"]
        if end < middle:
            where = {"x": f"{end:%Y-%m-%d}", "xanchor": "left", "xshift": 10}
        elif start >= middle:
            where = {"x": f"{min(start, pack.day):%Y-%m-%d}", "xanchor": "right", "xshift": -10}
        else:
            where = {"x": f"{start:%Y-%m-%d}", "xanchor": "left", "xshift": 10, "yshift": 9}
        chart.add_annotation(
            y=place,
            text=style.escape(_step_label(step)),
            showarrow=False,
            font={"size": 13},
            **where,
        )
    style.mark_day(chart, pack.day, "the article's day", anchor="right")
    chart.update_yaxes(
        tickvals=list(range(len(steps))),
        ticktext=[style.escape(one) for one in steps["short"]],
        range=[max(4, len(steps)) - 0.4, -0.6],
        showgrid=False,
    )
    chart.update_xaxes(
        type="date",
        range=[f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}"],
        dtick="M4",
        tickformat="%b %Y",
    )
    chart.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": -34 / (27 * max(4, len(steps))), "yanchor": "top"},
        margin_t=30,
    )
    return chart


def _step_label(step):
    """Write the day of a step, the day it was public where that is later, and the days between."""
    first, public = step["date"], step["known_date"]
    exact = step["date_precision"] == "day"
    words = f"{first.day} {first:%b}" if exact else f"{first:%b}"
    if exact and public > first:
        near = (first.year, first.month) == (public.year, public.month)
        words = f"{first.day if near else words}→{public.day} {public:%b}"
    if pd.isna(step["days"]):
        return words
    days = int(step["days"])
    return f"{words} (+{days} {'day' if days == 1 else 'days'})" if days else f"{words} (same day)"


def _thread_words(pack, thread):
    sides = set(pack.threads["whom"])
    return f"All threads with {thread}" if thread in sides else thread


def _sequence_title(steps, by):
    if len(steps) < 2:
        return f"{capital(count_words(len(steps), 'step'))} in this time"
    months = steps[by].dt.to_period("M").value_counts().sort_index()
    if months.max() == 1:
        return f"{capital(count_words(len(steps), 'step'))}, no two in one month"
    busiest = months.idxmax()
    return (
        f"{capital(count_words(int(months.max()), 'step'))} of {len(steps)} fall in {busiest:%B %Y}"
    )


def describe_sequence(pack, thread, seen_from=None, by=DATED):
    """Tell the steps in order, and where their dates or accounts differ; as `select_sequence`."""
    steps = select_sequence(pack, thread, seen_from, by)
    table = pd.DataFrame(
        {
            "Step": steps["title"],
            "Date": [_day_words(row) for _, row in steps.iterrows()],
            "Where sources differ": steps["disagreement"],
            "Public by": [date_words(one) for one in steps["known_date"]],
            "Days since": ["" if pd.isna(one) else str(one) for one in steps["days"]],
            "Thread": steps["threads"],
            "In the article": [pack.label("events.in_article", one) for one in steps["in_article"]],
        }
    )
    what = _thread_words(pack, thread)
    if steps.empty:
        return Description(f"{what}: the table has no step in this time.", table)
    ends = [steps.iloc[0], steps.iloc[-1]][: len(steps)]
    told = " to ".join(f"“{row['short']}” ({_day_words(row, by)})" for row in ends)
    if len(steps) == 1:
        sentence = f"{what}: one step, {told}."
    else:
        sentence = f"{what}: {count_words(len(steps), 'step')}, from {told}."
    if len(steps) > 2:
        second = steps.loc[steps["days"].astype(float).idxmin()]
        first = steps.loc[second.name - 1]
        days = int(second["days"])
        gap = f"{count_words(days, 'day')} apart" if days else "on the same day"
        sentence += f" The closest two are “{first['short']}” and “{second['short']}”, {gap}."
    late = int((steps["known_date"] > steps["date"]).sum())
    differ = int((steps["disagreement"] != "").sum())
    outside = int((steps["in_article"] == "no").sum())
    sentence += (
        f" Made public only after their day: {late}; "
        f"told differently by different sources: {differ}; not in the article: {outside}."
    )
    return Description(sentence, table)


def declare_sequence(pack):
    """Declare the quarrel step by step: one thread, or all threads with one side."""
    threads = pack.threads
    sides = {one: _thread_words(pack, one) for one in dict.fromkeys(threads["whom"])}
    single = {one: one for one in dict.fromkeys(threads["thread"])}
    half = pack.day - pd.DateOffset(months=6)
    seen = seen_options(pack)
    seen[f"{half:%Y-%m-%d}"] = f"Half a year before it ({date_words(half)})"
    return Declaration(
        name="sequence",
        controls=(
            Control("thread", "Thread", {**sides, **single}),
            Control("seen", "Seen from", seen),
            Control(
                "by", "Dated by", {DATED: "The day of the step", PUBLIC: "The day it was public"}
            ),
        ),
        plot=lambda thread, seen, by: plot_sequence(pack, thread, seen or None, by),
        describe=lambda thread, seen, by: describe_sequence(pack, thread, seen or None, by),
        source=(
            "Source: table threads, with the events and reports that it refers to. "
            "Two dates on a mark: the day of the step, and the day on which it was public."
        ),
    )


EXPLORERS = {
    "links": (declare_links, ("threads", "events")),
    "sequence": (declare_sequence, ("threads", "events")),
}
