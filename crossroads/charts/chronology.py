"""Who met whom when, the days between events, and contacts before and after the article's day."""

import functools
from collections import Counter
from functools import partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import lines
from crossroads.charts.view import ALL, NothingToShow, Options, View, cuts, declare
from crossroads.words.plain import parts
from crossroads.words.tags import tag


def select_meetings(pack, counterpart=ALL):
    """Select the leaders' meetings of the person whom the chronology follows, in order of date.

    Three columns more: ``counterpart`` (name of the first other leader),
    ``counterpart_id``, and ``number`` (1, 2, ... for each counterpart).
    """
    focus = pack.article["focus_actor_id"].iloc[0]
    events = pack.events[pack.events["kind"] == "summit"].sort_values("date", kind="stable")
    actors = events["actors"].map(parts)
    # With no rows, `map` gives no column of truths to select by.
    events = events[actors.map(lambda who: focus in who and {*who} != {focus}).astype(bool)]
    others = actors[events.index].map(lambda who: [actor for actor in who if actor != focus][0])
    names = pack.actors.set_index("actor_id")["short_name"]
    meetings = events.assign(counterpart_id=others, counterpart=others.map(names))
    meetings["number"] = meetings.groupby("counterpart_id").cumcount() + 1
    if counterpart != ALL:
        meetings = meetings[meetings["counterpart_id"] == counterpart]
    return meetings.reset_index(drop=True)


def required_meetings(pack):
    """Select the meetings; raise `NothingToShow` where there is none."""
    meetings = select_meetings(pack)
    if meetings.empty:
        raise NothingToShow(pack.words.say("meetings-needs", leader=focus_name(pack)))
    return meetings


def focus_name(pack):
    """Name the person whom the chronology follows."""
    focus = pack.article["focus_actor_id"].iloc[0]
    return pack.actors.set_index("actor_id")["name"][focus]


def last_days(events):
    """Give the day on which each event ended; most have one day only."""
    return events["end_date"].fillna(events["date"])


def periods(words, events):
    """Write the days of each event, as exactly as they are known."""
    columns = (events[name] for name in ("date", "end_date", "date_precision"))
    return [words.period(*days) for days in zip(*columns, strict=True)]


def dated_titles(words, events):
    """Write each event in a line: its days, then its title."""
    rows = zip(periods(words, events), events["title"], strict=True)
    return [words.say("dated-title", when=when, title=title) for when, title in rows]


def plural_kind(pack, kind):
    """Name events of a kind, such as ``Missile tests``."""
    if pack.has("codes") and "plural" in pack.codes:
        codes = pack.codes[(pack.codes["column"] == "events.kind") & (pack.codes["code"] == kind)]
        if codes["plural"].any():
            return codes["plural"].iloc[0]
    return pack.label("events.kind", kind)


def counterparts(meetings):
    """Name every counterpart once, in order of the number of meetings."""
    order = meetings["counterpart_id"].value_counts(sort=True)
    names = dict(zip(meetings["counterpart_id"], meetings["counterpart"], strict=True))
    return {actor: names[actor] for actor in order.index}


# How often: a count of meetings for each counterpart ------------------------


def counts(pack):
    """How often the leader met each counterpart: the first chart of the course."""
    words, met = pack.words, required_meetings(pack)
    names, leader = list(counterparts(met).values()), focus_name(pack)
    happened = met["date"].dt.year
    years = words.years(happened.min(), happened.max())

    def counted(year):
        rows = met if year == ALL else met[happened == int(year)]
        found = rows["counterpart"].value_counts().reindex(names, fill_value=0)
        return found.astype(int).sort_values(ascending=False)

    longest = int(counted(ALL).max()) + 0.5

    def show(year):
        numbers = counted(year)
        met = numbers[numbers > 0]
        facts = {
            "case": "whole" if year == ALL else "year",
            "years": years if year == ALL else year,
            "leader": leader,
            "top": list(numbers[numbers == numbers.max()].index),
            "count": int(numbers.max()),
            "each": [words.say("counts-each", name=name, count=n) for name, n in met.items()],
        }
        table = pd.DataFrame({"leader": numbers.index, "meetings": numbers.to_numpy()})
        draw = partial(draw_counts, words, numbers[::-1], longest)
        return View(facts, table, draw, 90 + 40 * len(numbers))

    options = {str(year): str(year) for year in sorted({*happened})}
    return declare(pack, "counts", show, year={ALL: words.say("counts-year-all"), **options})


def draw_counts(words, numbers, longest, chart):
    """Draw a lying bar for each counterpart, on a scale for every year."""
    chart.bars(
        numbers,
        numbers.index,
        orientation="h",
        marker={"color": style.ACCENT},
        text=[str(number) for number in numbers],
        textposition="outside",
        cliponaxis=False,
        hovertemplate="%{y}: %{x}<extra></extra>",
    )
    axis = {"range": [0, longest], "dtick": 1, "title": {"text": words.say("counts-axis")}}
    chart.set(xaxis=axis, bargap=0.35)


# Who met whom when: a line for each counterpart -----------------------------

CLOSE = pd.Timedelta(days=75)
BESIDE = ("talks", "missile-test")


def seen_from(pack):
    """Give the days from which the record is seen, with their words; the empty one cuts nothing."""
    words, day = pack.words, pack.day
    year = str(day.year - 2)
    return {
        "": words.say("seen-everything"),
        f"{day:%Y-%m-%d}": words.say("seen-article-day", day=day),
        f"{year}-12-31": words.say("seen-end-of-year", year=year),
    }


def meetings(pack):
    """Who met whom when, beside talks or tests, as far as it was known on a day."""
    words, day = pack.words, pack.day
    known, whole, leader = cuts(pack), required_meetings(pack), focus_name(pack)
    kinds = {kind: plural_kind(pack, kind) for kind in BESIDE if kind in set(pack.events["kind"])}
    names = pack.actors.set_index("actor_id")["name"]
    first, last = whole["date"].min(), max(whole["date"].max(), day)
    later = max(last, pd.Timestamp(day.year + 2, 12, 31))

    @functools.cache
    def met(seen):
        return in_words(select_meetings(known(seen)))

    @functools.cache
    def others(seen, kind):
        rows = known(seen).events
        since = met(seen)["start"].min() - pd.DateOffset(years=1)
        rows = rows[(rows["kind"] == kind) & (rows["date"] >= since)]
        return in_words(rows.sort_values("date", kind="stable"))

    def in_words(rows):
        shown = {
            "number": "",
            "date": periods(words, rows),
            "event": rows["title"],
            "place": rows["place"],
            "in_article": [pack.label("events.in_article", code) for code in rows["in_article"]],
        }
        more = {"start": rows["date"], "end": last_days(rows), "hover": dated_titles(words, rows)}
        kept = rows[rows.columns.intersection(["counterpart", "counterpart_id", "short_title"])]
        return pd.DataFrame({**shown, **more}).join(kept)

    def show(who, seen, beside):
        rows = met(seen)
        rows = rows if who == ALL else rows[rows["counterpart_id"] == who]
        rows = rows.assign(number=[str(number) for number in range(1, len(rows) + 1)])
        facts = {
            "case": "none" if rows.empty else "then" if seen else "record",
            "count": len(rows),
            "leader": leader,
            "who": who,
            "whom": "" if who == ALL else names[who],
            "beside": "some" if beside else "nothing",
        }
        if len(rows):
            end = rows["end"].iloc[-1]
            # Whoever looks from an earlier day must not read of a silence that later days broke.
            until = min(day, pd.Timestamp(seen)) if seen else day
            facts |= {
                "last": rows["short_title"].iloc[-1],
                "date": rows["start"].iloc[-1],
                "span": "day" if rows["start"].iloc[0] == end else "days",
                "start": rows["start"].iloc[0],
                "end": end,
                "silence": "none" if end >= until else "article" if until == day else "day",
                "until": until,
                "days": int((until - end).days),
            }
        found = others(seen, beside) if beside else rows.iloc[:0]
        if beside:
            facts |= {
                "number": len(found),
                "kind": pack.label("events.kind", beside),
                "kinds": kinds[beside],
            }
        table = pd.concat([rows, found])[["number", "date", "event", "place", "in_article"]]
        lanes = {name: row for name, row in rows.groupby("counterpart", sort=False)}
        end = (later if beside else last) + pd.DateOffset(months=2)
        span = pd.Timestamp(first.year, 1, 1), end
        beside = {kinds[beside]: found} if beside else {}
        draw = partial(draw_meetings, pack, lanes, beside, span, seen)
        return View(facts, table, draw, 110 + 44 * max(1, len(lanes) + len(beside)))

    return declare(
        pack,
        "meetings",
        show,
        who={ALL: words.say("meetings-who-all"), **counterparts(whole)},
        seen=seen_from(pack),
        beside={"": words.say("meetings-beside-none"), **kinds},
    )


def draw_meetings(pack, lanes, beside, span, seen, chart):
    """Draw each meeting as a numbered mark on its counterpart's line, other events below."""
    for place, rows in enumerate(lanes.values()):
        chart.points(
            rows["start"],
            _staggered(rows["start"], place),
            mode="markers+text",
            marker={"size": 20, "color": style.ACCENT, "symbol": "circle"},
            text=rows["number"],
            textfont={"color": "white", "size": 12},
            hover=rows["hover"],
        )
    for place, rows in enumerate(beside.values(), len(lanes)):
        chart.points(
            rows["start"],
            [place] * len(rows),
            marker={"size": 12, "color": style.COLOURS[1], "symbol": "diamond-open"},
            hover=rows["hover"],
        )
    chart.row_names([*lanes, *beside])
    chart.time(pack, *span, seen)


def _staggered(dates, place):
    """Set marks that stand close in time above and below their line, so that none hides another."""
    heights, side, before = [], 0, None
    for date in dates:
        near = before is not None and date - before < CLOSE
        side = (-side or 1) if near else 0
        if near and len(heights) and heights[-1] == place:
            heights[-1] = place - 0.22
        heights.append(place + 0.22 * side)
        before = date
    return heights


# The days between any two events --------------------------------------------

# A chart of a single day still needs a width.
NARROWEST = pd.Timedelta(days=30)


def gap(pack):
    """Days between any two landmarks, from the end of one to the start of the other."""
    rows = pack.events[pack.events["landmark"] != "no"].sort_values("date", kind="stable")
    if rows.empty:
        raise NothingToShow(pack.words.say("gap-needs"))
    rows = rows.assign(end=rows["end_date"].fillna(rows["date"])).set_index("event_id")
    landmarks = list(zip(rows["date"], dated_titles(pack.words, rows), strict=True))
    span = [rows["date"].min(), rows["date"].max()]
    met = select_meetings(pack)
    leader = focus_name(pack)

    def show(first, second):
        early, late = (rows.loc[one] for one in sorted([first, second], key=rows.index.get_loc))
        days = int((late["date"] - early["end"]).days)
        case = "same" if first == second else "overlap" if days < 0 else "apart"
        starts = met["date"]
        facts = {
            "case": case,
            "days": days,
            "early": early["short_title"],
            "late": late["short_title"],
            "end": early["end"],
            "start": late["date"],
            "between": int(((starts > early["end"]) & (starts < late["date"])).sum()),
            "leader": leader,
        }
        shown = rows.loc[list(dict.fromkeys([early.name, late.name]))]
        table = pd.DataFrame(
            {
                "event": shown["title"],
                "first_day": shown["date"].map(pack.words.date),
                "last_day": shown["end"].map(pack.words.date),
                "disagreement": shown["disagreement"],
            }
        )
        return View(facts, table, partial(draw_gap, pack.words, early, late, landmarks, span), 190)

    options = {
        key: f"{row['short_title']} ({pack.words.date(row['date'])})"
        for key, row in rows.iterrows()
    }
    ids = [one for one in met["event_id"] if one in options]
    ids = ids if len(ids) > 1 else list(options)
    first, second = Options(options, ids[0]), Options(options, ids[-1])
    return declare(pack, "gap", show, first=first, second=second)


def draw_gap(words, early, late, landmarks, span, chart):
    """Draw two events on one line with the days between them, among grey landmarks."""
    dates, hover = zip(*landmarks, strict=True)
    chart.points(
        dates,
        [0] * len(dates),
        marker={"size": 9, "color": style.MUTED, "symbol": "line-ns-open", "line": {"width": 2}},
        hover=hover,
    )
    ends = [early["end"], late["date"]]
    chart.points(
        ends,
        [0, 0],
        mode="lines+markers",
        line={"color": style.ACCENT, "width": 8},
        marker={"size": 16, "symbol": ["circle", "diamond"], "color": style.ACCENT},
        hover=[early["title"], late["title"]],
    )
    width = max(span[1] - span[0], NARROWEST)
    for row, date, height in ((early, ends[0], 1), (late, ends[1], -1)):
        # A label stands on the side of its mark where there is room for it.
        place = (date - span[0]) / width
        side = "left" if place < 0.25 else "right" if place > 0.75 else "center"
        name = tag("b", row["short_title"])
        chart.note(
            lines(name, words.date(date)), x=date, y=0, yshift=34 * height, xanchor=side, align=side
        )
    chart.years(span[0] - width / 20, span[1] + width / 20)
    chart.set(yaxis={"visible": False, "range": [-1, 1]})


# When did it close: contacts by half-year -----------------------------------

CONTACTS = ("summit", "talks")


def half_year(date):
    """Count half-years, so that the next one is one more."""
    return 2 * date.year + (date.month > 6)


def select_contacts(pack, country=ALL):
    """Select meetings and talks of the leader's country with others, or with another."""
    codes = pack.actors.set_index("actor_id")["country"]
    home = codes[pack.article["focus_actor_id"].iloc[0]]
    rows = pack.events[pack.events["kind"].isin(CONTACTS)]
    sides = rows["actors"].map(lambda who: [codes[actor] for actor in parts(who)])
    fits = sides.map(lambda there: home in there and (country in there or country == ALL))
    others = sides.map(lambda there: [side for side in there if side != home])
    # With no rows, `map` gives no column of truths to select by.
    return rows.assign(others=others, half=rows["date"].map(half_year))[fits.astype(bool)]


def contacts(pack):
    """Leaders' meetings and officials' talks with a country for each half-year."""
    words, day, known = pack.words, pack.day, cuts(pack)
    states = pack.actors[pack.actors["kind"] == "government"].drop_duplicates("country")
    states = states.set_index("country")
    in_text = states.get("in_text", states["name"])
    # From the first meeting or the article's year, to the last contact or two years later.
    either = pack.events.loc[pack.events["kind"].isin(CONTACTS), "date"].dt.year
    first = min([day.year, *select_meetings(pack)["date"].dt.year])
    halves = range(2 * first, 2 * max([day.year + 2, *either]) + 2)
    ends = [
        [pd.Timestamp(half // 2, month + 6 * (half % 2), 1) for month in (1, 6)] for half in halves
    ]
    names = [words.months(*pair) for pair in ends]
    kinds = {kind: plural_kind(pack, kind) for kind in CONTACTS}

    @functools.cache
    def counted(country, seen):
        rows = select_contacts(known(seen), country)
        until = half_year(pd.Timestamp(seen)) if seen else halves[-1]
        found = {kind: Counter(rows.loc[rows["kind"] == kind, "half"]) for kind in CONTACTS}
        return {
            kind: [numbers[half] for half in halves if half <= until]
            for kind, numbers in found.items()
        }

    # The same height whatever is chosen, so that the eye compares bars.
    highest = max(map(max, counted(ALL, "").values())) + 1

    def show(country, seen):
        numbers = counted(country, seen)
        total = [sum(pair) for pair in zip(*numbers.values(), strict=True)]
        last = max((place for place, number in enumerate(total) if number), default=0)
        most = total.index(max(total))
        quiet = len(total) - 1 - last
        facts = {
            "case": "none" if not any(total) else "quiet" if quiet else "end",
            "total": sum(total),
            "quiet": quiet,
            "last": names[last],
            "country": country,
            "whom": "" if country == ALL else in_text[country] or states["name"][country],
            "meetings": sum(numbers["summit"]),
            "talks": sum(numbers["talks"]),
            "peak": "last" if most == last else "earlier",
            "busiest": names[most],
            "most": max(total),
        }
        table = pd.DataFrame({"half_year": names[: len(total)], **numbers})
        draw = partial(draw_contacts, words, ends, kinds, numbers, highest)
        return View(facts, table, draw, 330, kinds)

    found = Counter(side for others in select_contacts(pack)["others"] for side in others)
    countries = {
        code: states["name"][code] for code, _ in found.most_common() if code in states.index
    }
    options = list(seen_from(pack).items())[1::-1]
    return declare(
        pack,
        "contacts",
        show,
        country={ALL: words.say("contacts-country-all"), **countries},
        seen=dict(options),
    )


def draw_contacts(words, ends, kinds, numbers, highest, chart):
    """Draw two bars for each half-year."""
    short = [[words.month(end, short=True) for end in pair] for pair in ends]
    short = [words.say("months-short", first=first, last=last) for first, last in short]
    ticks = [lines(*pair) for pair in zip(short, (str(end.year) for end, _ in ends), strict=True)]
    for (kind, values), colour, hatch in zip(
        numbers.items(), style.COLOURS, ("", "/"), strict=False
    ):
        chart.bars(
            ticks[: len(values)],
            values,
            name=kinds[kind],
            marker={"color": colour, "pattern": {"shape": hatch, "solidity": 0.35}},
            text=[str(value) if value else "" for value in values],
            textposition="outside",
            textangle=0,
            cliponaxis=False,
            hovertemplate="%{y}<extra>%{fullData.name}</extra>",
        )
    chart.legend(1.02)
    title = {"text": words.say("contacts-axis")}
    chart.set(
        bargap=0.2,
        yaxis={"range": [0, highest], "title": title, "dtick": 2},
        xaxis={"type": "category", "tickangle": 0},
    )


EXPLORERS = {
    "counts": (counts, ("events", "actors")),
    "meetings": (meetings, ("events", "actors")),
    "gap": (gap, ("events", "actors")),
    "contacts": (contacts, ("events", "actors")),
}
