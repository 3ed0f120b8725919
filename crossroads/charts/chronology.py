"""Who met whom when, the days between events, and contacts before and after the article's day."""

import functools
import re
from collections import Counter
from dataclasses import replace
from functools import partial
from itertools import accumulate, compress, pairwise

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import (
    BARE,
    BREAK,
    PALE,
    TIER,
    WHOLE,
    Lane,
    bold,
    kept_tiers,
    length,
    mark,
    piled,
    tenses,
    wrapped,
)
from crossroads.charts.view import (
    ALL,
    MOST_PICKED,
    Control,
    NothingToShow,
    View,
    coded,
    cuts,
    declare,
    governments,
    named,
    only,
    references,
    seen_options,
)
from crossroads.words.plain import parts
from crossroads.words.tags import join

# Launches come from a list of their own where there is one: the events of this kind are a choice.
LAUNCHES, LIST = "missile-test", "missile_tests"
# How a mark is filled: named in the article, implied by it, or neither.
FILLS = {"named": "", "implied": "-open-dot", "no": "-open"}


def select_meetings(pack, counterpart=ALL):
    """Select the leaders' meetings of the person whom the chronology follows, in order of date.

    ``counterpart`` is the first other leader, ``number`` counts the meetings with each.
    """
    focus = pack.article["focus_actor_id"].iloc[0]
    events = pack.events[pack.events["kind"] == "summit"].sort_values("date", kind="stable")
    actors = events["actors"].map(parts)
    # With no rows, `map` gives no column of truths to select by.
    events = events[actors.map(lambda who: focus in who and {*who} != {focus}).astype(bool)]
    others = actors[events.index].map(lambda who: [actor for actor in who if actor != focus][0])
    names = named(pack, "actors", "short_name")
    meetings = events.assign(counterpart_id=others, counterpart=others.map(names))
    meetings["number"] = meetings.groupby("counterpart_id").cumcount() + 1
    return only(meetings, counterpart_id=counterpart)


def select_launch_days(pack):
    """Select the days on which the list of launches has any, with the columns of events.

    The only actor is the leader whom the chronology follows; none is in the
    article. ``row`` names the first row of the list that a day has.
    """
    found = []
    for date, launches in pack.missile_tests.groupby("date"):
        facts = {"number": len(launches), "names": tally(launches["missile"])}
        place = ", ".join(dict.fromkeys(filter(None, launches["facility"])))
        row = f"{LIST}:{launches['test_id'].iloc[0]}"
        found.append((date, pack.words.say("launch-day-title", **facts), place, row))
    days = pd.DataFrame(found, columns=["date", "title", "place", "row"])
    more = {"end_date": pd.NaT, "date_precision": "day", "kind": LAUNCHES, "in_article": ""}
    focus = pack.article["focus_actor_id"].iloc[0]
    return days.assign(date=pd.to_datetime(days["date"]), actors=focus, **more)


def tally(names):
    """List names with how often each occurs, such as ``2 × KN-25, KN-24``."""
    counts = Counter(names)
    return ", ".join(name if count == 1 else f"{count} × {name}" for name, count in counts.items())


def required_meetings(pack):
    """Select the meetings; raise `NothingToShow` where there is none."""
    meetings = select_meetings(pack)
    if meetings.empty:
        raise NothingToShow(pack.words.say("meetings-needs", leader=focus_name(pack)))
    return meetings


def focus_name(pack):
    """Name the person whom the chronology follows."""
    return named(pack, "actors")[pack.article["focus_actor_id"].iloc[0]]


def last_days(events):
    """Give the day on which each event ended; most have one day only."""
    return events["end_date"].fillna(events["date"])


def periods(words, events):
    """Write the days of each event, as exactly as they are known."""
    columns = (events[name] for name in ("date", "end_date", "date_precision"))
    return [words.period(*days) for days in zip(*columns, strict=True)]


def dated(words, days, titles):
    """Write what happened in lines: its days, then a title."""
    return [
        words.say("dated-title", when=when, title=title)
        for when, title in zip(days, titles, strict=True)
    ]


def plural_kind(pack, kind, column="events.kind"):
    """Name events of a kind, such as ``Nuclear tests``; of launches each day counts once."""
    if kind == LAUNCHES and pack.has(LIST):
        return pack.words.say("launch-days")
    there = pack.has("codes") and "plural" in pack.codes
    plurals = coded(pack, column, "plural") if there else {}
    return plurals.get(kind) or pack.label(column, kind)


def counterparts(meetings):
    """Name every counterpart once, in order of the number of meetings."""
    names = meetings.set_index("counterpart_id")["counterpart"].to_dict()
    return {actor: names[actor] for actor in meetings["counterpart_id"].value_counts().index}


def with_countries(pack, names):
    """Give each name of an actor the short name of its country's government."""
    homes, states = named(pack, "actors", "country"), governments(pack)["short_name"]
    return {
        actor: pack.words.say("of-country", name=name, country=country) if country else name
        for actor, name in names.items()
        for country in [states.get(homes[actor], "")]
    }


def symbols(events, shape="circle"):
    """Fill the mark of each event by whether the article names it."""
    return [shape + FILLS.get(code, FILLS["no"]) for code in events["in_article"]]


def fills_key(words, events):
    """Say, as facts of a subtitle, what the marks of events mean, those that there are."""
    there = {*events["in_article"]}
    key = [words.say("filled-key", code=code) for code in FILLS if code in there]
    return {"key": key, "signs": len(key)}


def event_rows(events):
    """Name the row of the pack behind each event, or day with launches."""
    return list(events["row"]) if "row" in events else references("events", events["event_id"])


def told(words, events):
    """Give marks of events their words for the pointer, and the rows of the pack behind them."""
    hover = dated(words, periods(words, events), events["title"])
    return {"hover": hover, "rows": event_rows(events)}


# How often: a mark for each meeting with each counterpart --------------------

# A bar for a meeting is full, striped or empty.
FULL, EMPTY = style.role("record"), style.role("paper")
BARS = {"named": (FULL, ""), "implied": (FULL, "/"), "no": (EMPTY, "")}


def counts(pack):
    """How often the leader met each counterpart: the first chart of the course."""
    words, met = pack.words, required_meetings(pack)
    names, leader = counterparts(met), focus_name(pack)
    titles = list(with_countries(pack, names).values())
    happened = met["date"].dt.year
    longest = int(met["counterpart_id"].value_counts().max()) + 0.6

    def show(year):
        rows = met if year == ALL else met[happened == int(year)]
        numbers = rows["counterpart_id"].value_counts().reindex(list(names), fill_value=0)
        ordered = numbers.astype(int).sort_values(ascending=False, kind="stable").rename(names)
        top = ordered[ordered == ordered.max()]
        spoken = rows.loc[rows["in_article"] != "no", "counterpart"].unique()
        every = "every" if len(spoken) == rows["counterpart_id"].nunique() else "only"
        facts = {
            "case": "whole" if year == ALL else "year",
            "years": words.years(happened.min(), happened.max()) if year == ALL else year,
            "leader": leader,
            "top": list(top.index),
            "count": int(top.iloc[0]),
            "tops": len(top),
            "spoken": every if len(spoken) else "none",
            "with": list(spoken),
            "implied": int((rows["in_article"] == "implied").sum()),
            "each": [
                words.say("counts-each", name=name, count=count)
                for name, count in ordered[ordered > 0].items()
            ],
        }
        table = ordered.rename_axis("leader").reset_index(name="meetings")
        draw = partial(draw_counts, words, titles, numbers, rows, longest)
        return View(facts, table, draw, (60 + 40 * len(names), 40 + 54 * len(names)))

    options = {str(year): str(year) for year in sorted({*happened})}
    return declare(pack, "counts", show, year={ALL: words.say("counts-year-all"), **options})


def draw_counts(words, titles, numbers, meetings, longest, chart):
    """Draw a block for each meeting, in the row of its counterpart, and their number behind."""
    meetings = meetings.assign(base=meetings.groupby("counterpart_id").cumcount() + 0.05)
    for code, (colour, hatch) in BARS.items():
        rows = meetings[meetings["in_article"] == code]
        pattern = {"shape": hatch, "solidity": 0.5, "fgcolor": EMPTY}
        chart.bars(
            [0.9] * len(rows),
            [numbers.index.get_loc(actor) for actor in rows["counterpart_id"]],
            base=rows["base"],
            orientation="h",
            width=0.4 if chart.narrow else 0.6,
            marker={"color": colour, "line": {"color": FULL, "width": 2}, "pattern": pattern},
            **told(words, rows),
        )
    look = {"size": 13, "textposition": "middle right"}
    chart.texts(numbers + 0.08, range(len(titles)), map(str, numbers), "ink", **look)
    chart.row_names(titles, shift=0.44)
    chart.set(xaxis={"range": [0, longest], "visible": False}, barmode="overlay")


# Who met whom when: a line for each counterpart -----------------------------

CONTACTS = ("summit", "talks")
SHORT = pd.Timedelta(days=30)  # a time without a meeting that is no silence
BESIDE = ("talks", "visit", "message", LAUNCHES)


def meetings(pack):
    """Who met whom when, beside talks, visits or launches, as far as it was known on a day."""
    words, day = pack.words, pack.day
    known, whole, leader = cuts(pack), required_meetings(pack), focus_name(pack)
    kinds = {*pack.events["kind"]} - {LAUNCHES} | ({LAUNCHES} if pack.has(LIST) else set())
    kinds = {kind: plural_kind(pack, kind) for kind in BESIDE if kind in kinds}
    lanes = with_countries(pack, counterparts(whole))
    first, later = pd.Timestamp(whole["date"].min().year, 1, 1), pd.Timestamp(day.year + 2, 12, 31)
    met = functools.cache(lambda seen: select_meetings(known(seen)))

    @functools.cache
    def others(seen, kind):
        rows = select_launch_days(known(seen)) if kind == LAUNCHES else known(seen).events
        since = met(seen)["date"].min() - pd.DateOffset(years=1)
        # A list of launches may go on for years after the time that the chart covers.
        rows = rows[(rows["kind"] == kind) & rows["date"].between(since, later)]
        return rows.sort_values("date", kind="stable")

    def show(who, seen, beside):
        everybody = met(seen)
        rows = only(everybody, counterpart_id=who)
        found = others(seen, beside) if beside else everybody.iloc[:0]
        facts = {
            "case": "none" if rows.empty else "then" if seen else "record",
            "count": len(rows),
            "leader": leader,
            "who": who,
            "whom": "" if who == ALL else named(pack, "actors")[who],
            "named": int((rows["in_article"] == "named").sum()),
            "beside": "some" if beside else "nothing",
            **fills_key(words, rows),
        }
        quiet = None
        if len(rows):
            # Whoever looks from an earlier day must not read of a silence that later days broke.
            end, until = last_days(rows).iloc[-1], min(day, pd.Timestamp(seen or day))
            quiet = (end, until) if until - end > SHORT else None
            facts |= {
                "last": rows["short_title"].iloc[-1].replace("-", "\u2011"),
                "date": rows["date"].iloc[-1],
                "span": "day" if rows["date"].iloc[0] == end else "days",
                "start": rows["date"].iloc[0],
                "end": end,
                "silence": "article" if quiet and until == day else "day" if quiet else "none",
                "until": until,
                "days": int((until - end).days),
            }
        if beside:
            kind = words.say("launch-day") if beside == LAUNCHES else ""
            kind = kind or pack.label("events.kind", beside)
            facts |= {"number": len(found), "kind": kind, "kinds": kinds[beside]}
        both = pd.concat([rows, found], ignore_index=True)
        codes = [code and pack.label("events.in_article", code) for code in both["in_article"]]
        numbers = [str(n + 1) if n < len(rows) else "" for n in range(len(both))]
        cells = {"number": numbers, "date": periods(words, both), "in_article": codes}
        columns = ["number", "date", "event", "place", "in_article"]
        table = both.assign(**cells, event=both["title"])[columns]
        there = [
            lane_of(pack, name, only(everybody, counterpart_id=actor), who in (ALL, actor))
            for actor, name in lanes.items()
        ]
        extra = [lane_of(pack, kinds[beside], found, True, "diamond", 11)] if beside else []
        # The axis goes on after the article's day where something later is shown.
        span = first, max([day, *everybody["date"], *found["date"]])
        draw = partial(draw_meetings, pack, there, extra, rows, quiet, span, seen)
        height = tuple(around + each * (len(lanes) + 1) for around, each in ((60, 42), (75, 52)))
        shown = event_rows(rows) + event_rows(found)
        return View(facts, table, draw, height, rows=shown, empty=rows.empty and found.empty)

    year, seen = str(day.year - 2), dict(reversed(seen_options(pack).items()))
    seen |= {f"{year}-12-31": words.say("seen-end-of-year", year=year)}
    who = {ALL: words.say("meetings-who-all"), **counterparts(whole)}
    beside = {"": words.say("meetings-beside-none"), **kinds}
    facts = {"launches": "listed" if pack.has(LIST) else "none"}
    return declare(pack, "meetings", show, facts, who=who, seen=seen, beside=beside)


def lane_of(pack, name, events, chosen, shape="circle", size=13):
    """Set events on a line, those of a row that is not chosen in grey and without words."""
    colour = tenses(events["date"], pack.day) if chosen else style.role("muted")
    # The article names no day of the list of launches, and leaves none out.
    marks = symbols(events, shape) if events["in_article"].any() else "line-ns-open"
    look = {"colour": colour, "symbol": marks, "size": size if chosen else 7}
    return Lane(name, list(events["date"]), **told(pack.words, events), **look)


def _place_name(place):
    """Name a place in short."""
    return re.split(r"[,(]", place)[0].strip()


def draw_meetings(pack, lanes, beside, rows, quiet, span, seen, chart):
    """Draw a mark for each meeting on its counterpart's line, a silence, and other events."""
    every, spoken = [*lanes, *beside], rows[rows["in_article"] != "no"]
    there = [spoken.loc[[one in lane.rows for one in event_rows(spoken)]] for lane in every]
    shifts = [0.38 if some.empty else 0.6 for some in there]
    chart.row_names([lane.words for lane in every], shift=shifts)
    crossed = chart.time(pack, *span, seen, but=CONTACTS)
    for row, some in enumerate(there):
        # Places stand above their marks, or below where there is no room; or end before a line.
        taken, places = [2 * chart.room] * 2, some["place"].map(_place_name)
        for name, day in [*zip(places, some["date"], strict=True)][::-1]:
            wide, at = length(name, 12), chart.pixels(span[0], day, span)
            near = any(abs(chart.pixels(day, one, span)) < wide / 2 for one in [*crossed, span[1]])
            end = at + wide * (0 if near else 0.5)
            if level := [n for n in (0, 1) if end <= taken[n]]:
                taken[level[0]] = end - wide
                look = {"xanchor": "right" if near else "center", "font": {"size": 12}}
                chart.note(name, x=day, y=row, xshift=-4 * near, yshift=15 - 30 * level[0], **look)
    silent = [n for n, lane in enumerate(lanes) if quiet and {*lane.rows} & {*event_rows(rows)}]
    # A line ends where the meetings do.
    chart.guides([row for row in range(len(every)) if row not in silent], span)
    if quiet:
        chart.guides(silent, (span[0], quiet[0]))
        days, one = int((quiet[1] - quiet[0]).days), len(silent) == 1
        short = one or chart.pixels(*quiet, span) < 60
        said = pack.words.say("gap-bracket" if short else "meetings-none", days=days)
        ends = min(silent) - (0.15 if one and chart.narrow else 0.5), max(silent) + 0.5
        chart.quiet(said, quiet, ends, sum(silent) / len(silent), span, crossed, 2 - short)
    for row, lane in enumerate(every):
        chart.lane(replace(lane, size=lane.size - 4 * chart.narrow), lane.days, row)


# The days between any two events --------------------------------------------

HIGH = 330  # pixels at a desk of every setting
MOST_WAITS = 4  # bars beside the chosen one, the longest


def select_waits(pack, met):
    """Give the places of the article's meetings with the last one's leader, and the times after."""
    spoken = met[(met["in_article"] != "no") & (met["date"] <= pack.day)]
    spoken = spoken[spoken["counterpart_id"].isin(spoken["counterpart_id"].tail(1))]
    places = dict(zip(spoken["event_id"], spoken["place"].map(_place_name), strict=True))
    return places, list(zip(last_days(spoken), [*spoken["date"].iloc[1:], pack.day], strict=False))


def compare_wait(words, places, waits, ends):
    """Compare a time with the longest of the waits, as facts of a title."""
    if not {*waits} - {ends}:
        return {"wait": "none"}
    days, *lengths = ((stop - start).days for start, stop in [ends, *waits])
    longest = max(lengths)
    tops, share = [n for n, one in enumerate(lengths) if one == longest], days / (longest or 1)
    case = "longer" if share > 1 else "half" if abs(share - 0.5) < 0.03 else "share"
    case = "longest" if [waits[place] for place in tops] == [ends] else case
    here, after, *_ = [*places.values(), words.say("article-day")][tops[0] :]
    facts = {"wait": case, "longest": longest, "tops": len(tops), "share": round(100 * share)}
    return facts | {"here": here, "after": after}


def gap(pack):
    """Days between any two landmarks, from the end of one to the start of the other."""
    met = select_meetings(pack)
    places, waits = select_waits(pack, met)
    line = pack.events.assign(end=last_days(pack.events)).set_index("event_id", drop=False)
    line = line.sort_values("date", kind="stable")
    rows = line[line["landmark"] != "no"]
    if rows.empty:
        raise NothingToShow(pack.words.say("gap-needs"))
    line = line[(line["landmark"] != "no") | line.index.isin([*places])]

    def show(first, second):
        early, late = (rows.loc[key] for key in sorted([first, second], key=rows.index.get_loc))
        ends = early["end"], late["date"]
        days = int((ends[1] - ends[0]).days)
        case = "same" if first == second else "overlap" if days < 0 else "apart"
        short = places if {first, second} <= {*places} else {}
        facts = {
            "case": case,
            "days": days,
            "early": early["short_title"],
            "late": late["short_title"],
            "from": short.get(early.name, early["short_title"]),
            "to": short.get(late.name, late["short_title"]),
            "end": ends[0],
            "start": ends[1],
            "between": int(met["date"].between(*ends, inclusive="neither").sum()),
            "meets": "yes" if len(met) else "no",
            "steps": len(waits),
            "leader": focus_name(pack),
            **compare_wait(pack.words, places, waits, ends),
        }
        shown = rows.loc[list(dict.fromkeys([early.name, late.name]))]
        table = shown[["title", "date", "end", "disagreement"]]
        table = table.set_axis(["event", "first_day", "last_day", "disagreement"], axis=1)
        pair = {early.name: facts["from"], late.name: facts["to"]}
        draw = partial(draw_gap, pack, pair, line, places, waits, facts)
        return View(facts, table, draw, HIGH, rows=event_rows(shown) + event_rows(line))

    near = (rows["date"] - pack.day).abs().rank(method="first") <= MOST_PICKED
    options = {
        key: f"{row['short_title']} ({pack.words.short(row['date'])})"
        for key, row in rows[near].iterrows()
    }
    ids = [key for key in met["event_id"] if key in options]
    ids = ids if len(ids) > 1 else list(options)
    first, second = (Control(options, one, picked="events") for one in (ids[0], ids[-1]))
    return declare(pack, "gap", show, first=first, second=second)


def draw_gap(pack, pair, line, places, waits, facts, chart):
    """Draw the line of all events, and beneath it the chosen time over the waits."""
    words, ends, two = pack.words, (facts["end"], facts["start"]), line.loc[[*pair]]
    # An event of long ago would leave no room for these.
    before = two["date"].min() - pd.Timedelta(days=1000)
    start = max(min([before, *(start for start, _ in waits)]), line["date"].min())
    titles = places | pair
    letters = 16 if chart.narrow else 40
    flags = [
        (wrapped(name, letters), line.at[one, "date"], one in pair)
        for one, name in sorted(titles.items(), key=lambda item: line.index.get_loc(item[0]))
    ]
    names = pairwise([*places.values(), words.say("article-day")])
    rows = [row for row in zip(names, waits, strict=True) if row[1] != ends]
    rows = sorted(rows, key=lambda row: row[1][0] - row[1][1])[:MOST_WAITS]
    rows = [(pair.values(), ends)] * (facts["case"] == "apart") + rows
    for place, (names, time) in enumerate(rows):
        when = words.period(*time).replace(" ", "\u00a0")
        rows[place] = join((join(names, " → "), when), ", "), time, time == ends
    span = start, max(pack.day, two["end"].max())
    dots, blue = (line.index.isin([*some]) for some in (titles, pair))
    tones = [style.role("record" if one else "muted") for one in blue]
    fills = [tone if dot else style.role("paper") for tone, dot in zip(tones, dots, strict=True)]
    edge = {"width": 1 + dots, "color": tones}
    look = {"size": 5 + 6 * dots, "color": fills, "opacity": 1, "line": edge}
    chart.points(line["date"], [0] * len(line), marker=look, cliponaxis=False, **told(words, line))
    # The time that the title compares with stands on the line, too.
    longest = [one for one in waits if (one[1] - one[0]).days == facts["longest"] and one != ends]
    draw_times(pack, flags, rows, span, longest, chart)


def draw_times(pack, flags, rows, span, behind, chart):
    """Draw a line of time with names of days, and beneath it times as bars from one start.

    The chosen time is on the line, too, over others that are pale there, `behind` it.
    """
    narrow, words, muted = chart.narrow, pack.words, style.role("muted")
    texts, days, strong = zip(*flags, strict=True)
    widths = tuple(max(length(part, 14) for part in text.split(BREAK)) for text in texts)
    room, long = WHOLE[narrow], span[1] - span[0]
    found = kept_tiers(tuple(room * ((day - span[0]) / long) for day in days), widths, room + 12)
    tier = TIER * (1 + max(text.count(BREAK) for text in texts))
    chart.flags(pack, bold(texts, strong), days, [8] * len(days), 16, tier, found)
    top = 20 + tier * (1 + max(level for _, level in found))
    but = {*pack.events["kind"]}
    chart.time(pack, *span, but=but, dated=not narrow, yref="y", y0=0, y1=top)
    # Beneath the line its years, a rule, as days have another scale, and the head of the bars.
    names, times, chosen = zip(*rows, strict=True) if rows else [()] * 3
    letters = [(46 if narrow else 73) - 4 * one for one in chosen]
    names = bold(map(wrapped, names, letters), chosen)
    breaks = [name.count(BREAK) for name in names]
    around = chart.layout["margin"]["t"] + chart.layout["margin"]["b"]
    free = (HIGH - around - top - 70 - 15 * sum(breaks)) / max(len(rows), 1)
    each = 42 if narrow else min(90, free)
    starts = [*accumulate([70, *(each + 15 * more for more in breaks)])]
    low = starts[-1] if narrow else HIGH - around - top
    places = [-at - 26 - 15 * more for at, more in zip(starts, breaks, strict=False)]
    axis = {"anchor": "free", "position": low / (low + top), "layer": "below traces"}
    chart.set(xaxis=axis, yaxis={**BARE, "range": [-low, top]}, height=low + top + around)
    chart.across(-38, line={"color": style.role("zero"), "width": 1})
    # No bar starts beneath the start of the line, as if it had a date.
    inward = (20 - 8 * narrow) / room
    begin = span[0] + inward * long
    look = {"x": begin, "xanchor": "left", "align": "left"}
    chart.note(words.say("gap-bars"), y=-56, **look, font={"size": 12, "color": muted})
    for name, place in zip(names, places, strict=True):
        chart.note(name, y=place + 7, yanchor="bottom", **look, font={"size": 13 - narrow})
    # The longest bar leaves room for its number; on the line no time has one.
    lengths, there = [end - start for start, end in times], [*compress(times, chosen)]
    room = (0.76 - inward) * long
    chart.lengths(words, lengths, places, chosen, begin, room, hoverinfo="skip")
    drawn, many = [*behind, *there], (len(behind), len(there))
    marker = {"color": [muted] * many[0] + [style.role("record")] * many[1]}
    marker["opacity"] = [PALE] * many[0] + [1] * many[1]
    thick, said = [9] * many[0] + [5] * many[1], [""] * len(drawn)
    inks = ["ink"] * len(drawn)
    chart.blocks(drawn, [0] * len(drawn), thick, said, inks, marker=marker, hoverinfo="skip")


# When did it close: contacts by half-year -----------------------------------

# Marks of a kind stand above the line or below it.
SIDES = {"summit": 1, "talks": -1}


def half_year(date):
    """Count half-years, so that the next one is one more."""
    return 2 * date.year + (date.month > 6)


def select_contacts(pack, country=ALL):
    """Select meetings and talks of the leader's country with others, or with another.

    What a country does with itself alone is no contact.
    """
    codes = named(pack, "actors", "country")
    home = codes[pack.article["focus_actor_id"].iloc[0]]
    rows = pack.events[pack.events["kind"].isin(CONTACTS)]
    sides = rows["actors"].map(lambda who: [codes[actor] for actor in parts(who)])
    fits = sides.map(
        lambda there: home in there and {*there} != {home} and country in (*there, ALL)
    )
    others = sides.map(lambda there: [side for side in there if side != home])
    # With no rows, `map` gives no column of truths or of numbers.
    halves = rows["date"].map(half_year).astype("int64")
    rows = rows.assign(others=others, half=halves)[fits.astype(bool)]
    return rows.sort_values("date", kind="stable")


def contacts(pack):
    """Leaders' meetings and officials' talks with a country for each half-year."""
    words, day, known = pack.words, pack.day, cuts(pack)
    states = governments(pack)
    in_text = states.get("in_text", states["name"])
    home = named(pack, "actors", "country")[pack.article["focus_actor_id"].iloc[0]]
    side = in_text[home] or states["short_name"][home] if home in states.index else ""
    # From the first meeting or the article's year, to the last contact or two years later.
    first = min([day.year, *select_meetings(pack)["date"].dt.year])
    last = max([day.year + 2, *pack.events.loc[pack.events["kind"].isin(CONTACTS), "date"].dt.year])
    halves = range(2 * first, 2 * last + 2)
    span = pd.Timestamp(first, 1, 1), pd.Timestamp(last, 12, 31)
    starts = zip(halves, pd.date_range(*span, freq="6MS"), strict=True)
    names = {half: words.months(day, day + pd.DateOffset(months=5)) for half, day in starts}
    kinds = {kind: plural_kind(pack, kind) for kind in CONTACTS}
    selected = functools.cache(lambda country, seen: select_contacts(known(seen), country))
    whole = selected(ALL, "")
    if whole.empty:
        raise NothingToShow(words.say("contacts-needs"))

    def show(country, seen):
        rows = selected(country, seen)
        rows = rows[rows["half"] >= halves[0]]
        end, until = last_days(rows).max(), pd.Timestamp(seen) if seen else span[1]
        counted = Counter(zip(rows["half"], rows["kind"], strict=True))
        shown = range(halves[0], half_year(until) + 1)
        numbers = {kind: [counted[half, kind] for half in shown] for kind in CONTACTS}
        table = pd.DataFrame(numbers, [names[half] for half in shown])
        total, last = table.sum(axis=1), names.get(rows["half"].max(), "")
        silent = (end, until) if len(rows) and until - end > SHORT else None
        facts = {
            "case": "none" if rows.empty else "quiet" if silent else "end",
            "total": int(total.sum()),
            "days": int((until - end).days) if silent else 0,
            "end": end,
            "until": until,
            "last": last,
            "side": side or focus_name(pack),
            "country": country,
            "whom": "" if country == ALL else in_text[country] or states["name"][country],
            "meetings": int(table["summit"].sum()),
            "talks": int(table["talks"].sum()),
            "peak": "last" if total.idxmax() == last else "earlier",
            "busiest": total.idxmax(),
            "most": int(total.max()),
            **fills_key(words, rows),
        }
        table = table.rename_axis("half_year").reset_index()
        draw = partial(draw_contacts, pack, kinds, rows, silent, (span[0], until), seen, whole)
        shown = [""] * len(table) + event_rows(rows)
        return View(facts, table, draw, 345, kinds, shown, empty=rows.empty)

    found = Counter(side for others in whole["others"] for side in others).most_common()
    countries = {code: states["name"][code] for code, _ in found if code in states.index}
    countries = {ALL: words.say("contacts-country-all"), **countries}
    return declare(pack, "contacts", show, country=countries, seen=seen_options(pack))


def draw_contacts(pack, kinds, contacts, silent, span, seen, whole, chart):
    """Draw a mark for each contact, leaders' meetings above a line, officials' talks below it."""
    words, size, edges = pack.words, 9 if chart.narrow else 12, []
    there = {kind: contacts[contacts["kind"] == kind] for kind in SIDES}
    heads = [words.say("contacts-head", kind=kinds[one], number=len(there[one])) for one in SIDES]
    look = {"tickvals": [1.4, -1.4], "ticktext": [wrapped(head, 12) for head in heads]}
    chart.set(yaxis={**look, "showgrid": False, "showline": False, "tickfont": {"size": 12}})
    crossed = chart.time(pack, *span, seen, CONTACTS, dated=not chart.narrow)
    apart = (size + 4) / chart.room * (span[1] - span[0])
    for kind, rows in there.items():
        side, every = SIDES[kind], whole[whole["kind"] == kind]
        # The same room whatever is chosen, so that the eye compares.
        piles, most = (
            piled([*some["date"]], [*(some["in_article"] != "no")], apart) for some in (rows, every)
        )
        top = side * (max(most, default=0) + 2)
        rows = rows.assign(up=[side * (0.8 + up) for up in piles])
        look = mark(size, symbols(rows), tenses(rows["date"], pack.day))
        chart.points(rows["date"], rows["up"], marker=look, **told(words, rows))
        named = rows[rows["in_article"] != "no"]
        texts = named["place"].map(_place_name) if kind == "summit" else named["short_title"]
        widths = [length(text, 12) + 4 for text in texts]
        ends, days = named["up"] + 0.5 * side, named["date"]
        outer = chart.named(pack, texts, days, ends, top, 1.25 * side, widths, span, crossed)
        edges.append((top - 0.3 * side, outer + 0.45 * side))
    chart.across(0)
    if silent:
        said = words.say("contacts-bracket", days=int((silent[1] - silent[0]).days))
        chart.quiet(said, silent, [inner for inner, _ in edges], 2, span, crossed)
    chart.set(yaxis={"range": [outer for _, outer in edges[::-1]]})
