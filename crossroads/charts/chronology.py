"""Who met whom when, the days between events, and contacts before and after the article's day."""

import functools
import re
from collections import Counter
from functools import partial
from itertools import pairwise

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import (
    BREAK,
    ON_AXIS,
    WHOLE,
    Lane,
    label_places,
    length,
    lines,
    mark,
    tenses,
    tiers,
    wrapped,
)
from crossroads.charts.view import (
    ALL,
    MOST_PICKED,
    Control,
    NothingToShow,
    View,
    cuts,
    declare,
    governments,
    named,
    only,
    references,
    seen_options,
)
from crossroads.words.plain import parts
from crossroads.words.tags import tag

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


def dated_titles(words, events):
    """Write each event in a line."""
    return dated(words, periods(words, events), events["title"])


def plural_kind(pack, kind, column="events.kind"):
    """Name events of a kind, such as ``Nuclear tests``; of launches each day counts once."""
    if kind == LAUNCHES and pack.has(LIST):
        return pack.words.say("launch-days")
    if pack.has("codes") and "plural" in pack.codes:
        codes = pack.codes[(pack.codes["column"] == column) & (pack.codes["code"] == kind)]
        if codes["plural"].any():
            return codes["plural"].iloc[0]
    return pack.label(column, kind)


def counterparts(meetings):
    """Name every counterpart once, in order of the number of meetings."""
    order = meetings["counterpart_id"].value_counts(sort=True)
    names = dict(zip(meetings["counterpart_id"], meetings["counterpart"], strict=True))
    return {actor: names[actor] for actor in order.index}


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


# How often: a mark for each meeting with each counterpart --------------------

# A bar for a meeting is full, striped or empty.
BARS = {"named": ("record", ""), "implied": ("record", "/"), "no": ("paper", "")}


def counts(pack):
    """How often the leader met each counterpart: the first chart of the course."""
    words, met = pack.words, required_meetings(pack)
    names, leader = counterparts(met), focus_name(pack)
    titles = list(with_countries(pack, names).values())
    happened = met["date"].dt.year
    years = words.years(happened.min(), happened.max())
    longest = int(met["counterpart_id"].value_counts().max()) + 0.6

    def show(year):
        rows = met if year == ALL else met[happened == int(year)]
        numbers = rows["counterpart_id"].value_counts().reindex(list(names), fill_value=0)
        numbers = numbers.astype(int)
        ordered = numbers.sort_values(ascending=False, kind="stable")
        top = ordered[ordered == ordered.max()].index
        spoken = rows.loc[rows["in_article"] != "no", "counterpart_id"].unique()
        every = "every" if len(spoken) == rows["counterpart_id"].nunique() else "only"
        facts = {
            "case": "whole" if year == ALL else "year",
            "years": years if year == ALL else year,
            "leader": leader,
            "top": [names[actor] for actor in top],
            "count": int(numbers.max()),
            "tops": len(top),
            "spoken": every if len(spoken) else "none",
            "with": [names[actor] for actor in spoken],
            "implied": int((rows["in_article"] == "implied").sum()),
            "each": [
                words.say("counts-each", name=names[actor], count=n)
                for actor, n in ordered.items()
                if n
            ],
        }
        table = pd.DataFrame(
            {"leader": [names[actor] for actor in ordered.index], "meetings": ordered.to_numpy()}
        )
        draw = partial(draw_counts, words, titles, numbers, rows, longest)
        return View(facts, table, draw, (60 + 40 * len(names), 40 + 50 * len(names)))

    options = {str(year): str(year) for year in sorted({*happened})}
    return declare(pack, "counts", show, year={ALL: words.say("counts-year-all"), **options})


def draw_counts(words, titles, numbers, meetings, longest, chart):
    """Draw a block for each meeting, in the row of its counterpart, and their number behind."""
    places = {actor: place for place, actor in enumerate(numbers.index)}
    before = meetings.groupby("counterpart_id").cumcount()
    width = 0.45 if chart.narrow else 0.6
    for code, (role, hatch) in BARS.items():
        there = meetings["in_article"] == code
        rows = meetings[there]
        edge = {"color": style.role("record"), "width": 2}
        pattern = {"shape": hatch, "solidity": 0.5, "fgcolor": style.role("paper")}
        chart.bars(
            [0.9] * len(rows),
            [places[actor] for actor in rows["counterpart_id"]],
            rows=event_rows(rows),
            base=[number + 0.05 for number in before[there]],
            orientation="h",
            width=width,
            marker={"color": style.role(role), "line": edge, "pattern": pattern},
            hover=dated_titles(words, rows),
        )
    for actor, number in numbers.items():
        chart.note(str(number), x=number + 0.08, y=places[actor], xanchor="left")
    chart.row_names(titles)
    chart.set(xaxis={"range": [0, longest], "visible": False}, barmode="overlay")


# Who met whom when: a line for each counterpart -----------------------------

CONTACTS = ("summit", "talks")
BESIDE = ("talks", "visit", "message", LAUNCHES)


def silence(day, seen, rows):
    """Give the last day of some meetings, and the day up to which nothing more is known."""
    # Whoever looks from an earlier day must not read of a silence that later days broke.
    return last_days(rows).iloc[-1], min(day, pd.Timestamp(seen)) if seen else day


def meetings(pack):
    """Who met whom when, beside talks, visits or launches, as far as it was known on a day."""
    words, day = pack.words, pack.day
    known, whole, leader = cuts(pack), required_meetings(pack), focus_name(pack)
    kinds = {*pack.events["kind"]} - {LAUNCHES} | ({LAUNCHES} if pack.has(LIST) else set())
    kinds = {kind: plural_kind(pack, kind) for kind in BESIDE if kind in kinds}
    names = named(pack, "actors")
    lanes = with_countries(pack, counterparts(whole))
    first = whole["date"].min()
    later = pd.Timestamp(day.year + 2, 12, 31)

    met = functools.cache(lambda seen: select_meetings(known(seen)))

    @functools.cache
    def others(seen, kind):
        rows = select_launch_days(known(seen)) if kind == LAUNCHES else known(seen).events
        since = met(seen)["date"].min() - pd.DateOffset(years=1)
        # A list of launches may go on for years after the time that the chart covers.
        rows = rows[(rows["kind"] == kind) & rows["date"].between(since, later)]
        return rows.sort_values("date", kind="stable")

    @functools.cache
    def lane(seen, actor, chosen):
        rows = met(seen)
        return lane_of(pack, lanes[actor], rows[rows["counterpart_id"] == actor], chosen)

    @functools.cache
    def lane_beside(seen, kind):
        return lane_of(pack, kinds[kind], others(seen, kind), True, "diamond", 11)

    def in_words(rows, numbers):
        cells = {
            "number": numbers,
            "date": periods(words, rows),
            "event": rows["title"],
            "place": rows["place"],
            "in_article": [
                pack.label("events.in_article", code) if code else "" for code in rows["in_article"]
            ],
        }
        return pd.DataFrame(cells)

    def show(who, seen, beside):
        everybody = met(seen)
        rows = only(everybody, counterpart_id=who)
        found = others(seen, beside) if beside else everybody.iloc[:0]
        facts = {
            "case": "none" if rows.empty else "then" if seen else "record",
            "count": len(rows),
            "leader": leader,
            "who": who,
            "whom": "" if who == ALL else names[who],
            "named": int((rows["in_article"] == "named").sum()),
            "beside": "some" if beside else "nothing",
            **fills_key(words, rows),
        }
        quiet = None
        if len(rows):
            end, until = silence(day, seen, rows)
            quiet = (end, until) if end < until else None
            facts |= {
                "last": rows["short_title"].iloc[-1],
                "date": rows["date"].iloc[-1],
                "span": "day" if rows["date"].iloc[0] == end else "days",
                "start": rows["date"].iloc[0],
                "end": end,
                "silence": "none" if end >= until else "article" if until == day else "day",
                "until": until,
                "days": int((until - end).days),
            }
        if beside:
            launched = beside == LAUNCHES
            label = words.say("launch-day") if launched else pack.label("events.kind", beside)
            facts |= {"number": len(found), "kind": label, "kinds": kinds[beside]}
        numbers = [str(number) for number in range(1, len(rows) + 1)]
        table = pd.concat([in_words(rows, numbers), in_words(found, "")])
        there = [lane(seen, actor, who in (ALL, actor)) for actor in lanes]
        extra = [lane_beside(seen, beside)] if beside else []
        # The axis goes on after the article's day where something later is shown.
        until = max([day, *everybody["date"], *found["date"]])
        span = pd.Timestamp(first.year, 1, 1), until
        draw = partial(draw_meetings, pack, there, extra, rows, quiet, span, seen)
        room = len(lanes) + 2
        shown = event_rows(rows) + event_rows(found)
        height = (60 + 40 * room, 70 + 48 * room)
        return View(facts, table, draw, height, rows=shown, empty=rows.empty and found.empty)

    article, everything = seen_options(pack).items()
    year = str(day.year - 2)
    before = words.say("seen-end-of-year", year=year)
    return declare(
        pack,
        "meetings",
        show,
        {"launches": "listed" if pack.has(LIST) else "none"},
        who={ALL: words.say("meetings-who-all"), **counterparts(whole)},
        seen={**dict([everything, article]), f"{year}-12-31": before},
        beside={"": words.say("meetings-beside-none"), **kinds},
    )


def lane_of(pack, name, events, chosen, shape="circle", size=13):
    """Set events on a line, those of a row that is not chosen in grey and without words."""
    colour = tenses(events["date"], pack.day) if chosen else style.role("muted")
    hover, rows = dated_titles(pack.words, events), event_rows(events)
    # The article names no day of the list of launches, and leaves none out.
    marks = symbols(events, shape) if events["in_article"].any() else "line-ns-open"
    return Lane(name, list(events["date"]), hover, rows, colour, marks, size if chosen else 7)


def _place_name(place):
    """Name a place in short."""
    return re.split(r"[,(]", place)[0].strip()


def draw_meetings(pack, lanes, beside, rows, quiet, span, seen, chart):
    """Draw a mark for each meeting on its counterpart's line, a silence, and other events."""
    words = pack.words
    first, last = span
    # The row of the silence has no name.
    shown = [*lanes, Lane("", [], [], [], style.role("muted")), *beside]
    heights = [place + 0.05 * chart.narrow for place in range(len(shown))]
    quiet_at = heights.pop(len(lanes))
    chart.marks([*lanes, *beside], heights, first, last)
    # On a phone there is room for the places of those that the article names.
    there = rows["in_article"] == "named" if chart.narrow else rows["in_article"] != "no"
    spoken = rows[there]
    by_row = {row: n for n, lane in enumerate(lanes) for row in lane.rows}
    levels = [by_row[row] for row in event_rows(spoken)]
    names = [_place_name(place) for place in spoken["place"]]
    titles = [lane.words for lane in shown]
    if chart.narrow:
        # They stand with the name of the row.
        for level in {*levels}:
            there = [name for name, one in zip(names, levels, strict=True) if one == level]
            said = words.say("meetings-places", name=titles[level], places=there)
            titles[level] = said if length(said, 12) < WHOLE[1] + 12 else titles[level]
        names = []
    chart.row_names(titles, shift=0.35)
    places = [(day - first) / (last - first) * chart.room for day in spoken["date"]]
    tries = [(side, right, up) for up in (13, -13) for side, right in (("left", 4), ("right", -4))]
    points = [(place, -40 * level) for place, level in zip(places, levels, strict=True)]
    widths = [length(name, 12) for name in names]
    found = label_places(points[: len(names)], widths, [tries] * len(names), chart.room, (), 6, 12)
    for name, day, level, (side, right, up) in zip(
        names, spoken["date"], levels, found, strict=False
    ):
        shift = {"xanchor": side, "xshift": right, "yshift": up}
        chart.note(name, x=day, y=level, font={"size": 12}, **shift)
    if quiet:
        text = words.say("meetings-none", days=int((quiet[1] - quiet[0]).days))
        middle = (quiet[0] + (quiet[1] - quiet[0]) / 2 - first) / (last - first) * chart.room
        edge = {"x": quiet[0], "xanchor": "left"} if middle < length(text) / 2 else {}
        chart.bracket(pack, quiet, quiet_at, text, **edge)
    chart.time(pack, first, last, seen, but=CONTACTS)


# The days between any two events --------------------------------------------

SHORTEST = pd.Timedelta(days=1000)  # before the earlier event
MOST_NAMED = 5  # of the meetings on the bar


def gap(pack):
    """Days between any two landmarks, from the end of one to the start of the other."""
    rows = pack.events[pack.events["landmark"] != "no"].sort_values("date", kind="stable")
    if rows.empty:
        raise NothingToShow(pack.words.say("gap-needs"))
    rows = rows.assign(end=last_days(rows)).set_index("event_id", drop=False)
    met = select_meetings(pack)
    leader = focus_name(pack)

    def show(first, second):
        early, late = (rows.loc[key] for key in sorted([first, second], key=rows.index.get_loc))
        days = int((late["date"] - early["end"]).days)
        case = "same" if first == second else "overlap" if days < 0 else "apart"
        starts = met["date"]
        between = met[(starts > early["end"]) & (starts < late["date"])]
        facts = {
            "case": case,
            "days": days,
            "early": early["short_title"],
            "late": late["short_title"],
            "end": early["end"],
            "start": late["date"],
            "between": len(between),
            "meets": "yes" if len(met) else "no",
            "then": "yes" if case == "apart" and late["end"] < pack.day else "no",
            "leader": leader,
        }
        shown = rows.loc[list(dict.fromkeys([early.name, late.name]))]
        table = shown[["title", "date", "end", "disagreement"]]
        table = table.set_axis(["event", "first_day", "last_day", "disagreement"], axis=1)
        draw = partial(draw_gap, pack, early, late, rows, between, case)
        others = [*event_rows(rows), *event_rows(between)]
        return View(facts, table, draw, 310, rows=event_rows(shown) + others)

    near = (rows["date"] - pack.day).abs().rank(method="first") <= MOST_PICKED
    options = {
        key: f"{row['short_title']} ({pack.words.date(row['date'])})"
        for key, row in rows[near].iterrows()
    }
    ids = [key for key in met["event_id"] if key in options]
    ids = ids if len(ids) > 1 else list(options)
    first, second = (Control(options, one, picked="events") for one in (ids[0], ids[-1]))
    return declare(pack, "gap", show, first=first, second=second)


def draw_gap(pack, early, late, landmarks, between, case, chart):
    """Draw the days between two events as a bar, the meetings in between, what is left in grey."""
    words, grey, blue = pack.words, style.role("muted"), style.role("record")
    last = max(pack.day, late["end"])
    # An event of long ago would leave no room for these.
    before = early["date"] - max(last - early["date"], SHORTEST)
    first = max(before, landmarks["date"].min())
    room, width = chart.room, last - first or pd.Timedelta(days=1)
    # Many meetings are counted, not named.
    named = between if len(between) <= MOST_NAMED else between.iloc[:0]
    names = [
        words.say("gap-meeting", name=row.counterpart, day=words.short(row.date))
        for row in named.itertuples()
    ]
    places = [(day - first) / width * room for day in named["date"]]
    set_up = tiers(places, [length(name, 12) + 8 for name in names], room)
    deepest = max((level for _, level in set_up), default=0)
    ground = -64 - 17 * deepest
    # A mark of any of them chooses it.
    chosen = [key in (early.name, late.name) for key in landmarks.index]
    chart.points(
        landmarks["date"],
        [ground] * len(landmarks),
        marker=mark(8, "circle", [blue if one else grey for one in chosen]),
        hover=dated_titles(words, landmarks),
        rows=event_rows(landmarks),
    )
    small = {"font": {"size": 12, "color": grey}}
    chart.left(words.say("gap-choose"), ground + 18, **small)
    ends = [early["end"], late["date"]]
    stretches = [(ends, blue, 14, 15)] if case == "apart" else []
    if case == "apart" and late["end"] < pack.day:
        stretches.append(([late["end"], pack.day], grey, 4, 13))
    clear, short = 0, False
    for days, colour, thick, size in stretches:
        look = {"color": colour, "width": thick}
        chart.points(days, [0, 0], mode="lines", line=look, hoverinfo="skip")
        said = words.say("gap-bracket", days=(days[1] - days[0]).days)
        there, needed = (days[1] - days[0]) / width * room, 0.9 * length(said, size)
        middle = days[0] + (days[1] - days[0]) / 2
        start = (middle - first) / width * room - needed / 2
        if colour == grey and (there < needed or start < clear):
            continue
        at = {"x": middle, "xanchor": "center"}
        if start < (pack.day - first) / width * room < start + needed + 6:
            # No words lie across the article's day.
            after = (days[1] - pack.day) / width * room > needed
            at = {"x": pack.day, "xanchor": "left" if after else "right", "xshift": 12 * after - 6}
        # The lines to the names begin above the words of a short time.
        clear, short = start + needed + 8, short or there < needed
        chart.note(tag("b", said), y=20, **at, font={"size": size, "color": colour})
    shown = [(ends[0], early), (ends[1], late)][: 1 + (case != "same")]
    chart.points(
        [day for day, _ in shown],
        [0] * len(shown),
        marker=mark(15, "circle", blue),
        hover=dated_titles(words, landmarks.loc[[row.name for _, row in shown]]),
        rows=references("events", [row.name for _, row in shown]),
        cliponaxis=False,
    )
    texts = [(row["short_title"], words.date(day)) for day, row in shown]
    long = [1.1 * max(length(text, 13) for text in pair) for pair in texts]
    places = [(day - first) / width * room for day, _ in shown]
    # The words of the earlier event go on to the left, those of the later one to the right;
    # those that have no room there go the other way, above the others.
    fit = [places[0] > long[0] - 12, places[-1] + long[-1] < room + 12]
    lifts = [not fit[0], fit[0] and not fit[1]]
    for place, ((day, _), text) in enumerate(zip(shown, texts, strict=True)):
        side = ("right", "left")[place if fit[place] else 1 - place]
        line = {"showarrow": True, "arrowhead": 0, "arrowcolor": blue, "arrowwidth": 1}
        line["standoff"] = 36 * short
        up = 32 + 14 * short + 36 * lifts[place]
        above = {"x": day, "y": 0, "ax": 0, "ay": -up, "yanchor": "bottom"}
        said = lines(tag("b", text[0]), text[1])
        chart.note(said, xanchor=side, align=side, **line, **above, **chart.ground(pack, day))
    if len(between) > len(named):
        said = words.say("gap-meetings", between=len(between))
        chart.note(said, x=ends[0], xanchor="left", y=-24, font={"size": 12})
    for day, name, (side, level) in zip(named["date"], names, set_up, strict=True):
        line = {"showarrow": True, "arrowhead": 0, "arrowcolor": grey, "arrowwidth": 1}
        below = {"x": day, "y": 0, "ax": 0, "ay": 16 + 17 * level, "yanchor": "top"}
        chart.note(name, xanchor=side, borderpad=0, **line, **below, font={"size": 12})
    chart.points(
        between["date"],
        [0] * len(between),
        marker={"size": 8, "color": style.role("paper"), "line": {"width": 1.5, "color": blue}},
        hover=dated_titles(words, between),
        rows=event_rows(between),
    )
    chart.set(yaxis={"visible": False, "range": [ground - 12, 104]})
    chart.time(pack, first, last, but={*pack.events["kind"]})


# When did it close: contacts by half-year -----------------------------------

# Marks of a kind stand above the line or below it.
SIDES = {"summit": (1, "circle"), "talks": (-1, "diamond")}


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
    focus = pack.article["focus_actor_id"].iloc[0]
    home = named(pack, "actors", "country")[focus]
    side = in_text[home] or states["short_name"][home] if home in states.index else ""
    # From the first meeting or the article's year, to the last contact or two years later.
    either = pack.events.loc[pack.events["kind"].isin(CONTACTS), "date"].dt.year
    first = min([day.year, *select_meetings(pack)["date"].dt.year])
    halves = range(2 * first, 2 * max([day.year + 2, *either]) + 2)
    ends = [
        [pd.Timestamp(half // 2, month + 6 * (half % 2), 1) for month in (1, 6)] for half in halves
    ]
    names = [words.months(*pair) for pair in ends]
    kinds = {kind: plural_kind(pack, kind) for kind in CONTACTS}
    span = ends[0][0], ends[-1][1] + pd.offsets.MonthEnd()
    selected = functools.cache(lambda country, seen: select_contacts(known(seen), country))
    whole = selected(ALL, "")
    if whole.empty:
        raise NothingToShow(words.say("contacts-needs"))

    def show(country, seen):
        rows = selected(country, seen)
        rows = rows[rows["half"] >= halves[0]]
        until = half_year(pd.Timestamp(seen)) if seen else halves[-1]
        counted = Counter(zip(rows["kind"], rows["half"], strict=True))
        shown = [half for half in halves if half <= until]
        numbers = {kind: [counted[kind, half] for half in shown] for kind in CONTACTS}
        total = [sum(pair) for pair in zip(*numbers.values(), strict=True)]
        last = max((place for place, number in enumerate(total) if number), default=0)
        most = total.index(max(total))
        end, until = last_days(rows).max(), pd.Timestamp(seen) if seen else span[1]
        quiet = len(rows) > 0 and end < until
        facts = {
            "case": "none" if rows.empty else "quiet" if quiet else "end",
            "total": sum(total),
            "days": int((until - end).days) if quiet else 0,
            "end": end,
            "until": until,
            "last": names[last],
            "side": side or focus_name(pack),
            "country": country,
            "whom": "" if country == ALL else in_text[country] or states["name"][country],
            "meetings": sum(numbers["summit"]),
            "talks": sum(numbers["talks"]),
            "peak": "last" if most == last else "earlier",
            "busiest": names[most],
            "most": max(total),
            **fills_key(words, rows),
        }
        table = pd.DataFrame({"half_year": names[: len(total)], **numbers})
        silent = (end, until) if quiet else None
        axis = span[0], pack.day if seen else span[1]
        draw = partial(draw_contacts, pack, kinds, rows, silent, axis, seen, whole)
        shown = [""] * len(table) + event_rows(rows)
        return View(facts, table, draw, 330, kinds, shown, empty=rows.empty)

    found = Counter(side for others in whole["others"] for side in others).most_common()
    countries = {code: states["name"][code] for code, _ in found if code in states.index}
    return declare(
        pack,
        "contacts",
        show,
        country={ALL: words.say("contacts-country-all"), **countries},
        seen=seen_options(pack),
    )


def piled(days, last, apart):
    """Set marks at their own days, each as low as it is clear of others; those of `last` on top.

    `apart` is the least number of days between two marks of one height.
    """
    days = [day.toordinal() for day in days]
    order = sorted(range(len(days)), key=lambda place: (last[place], days[place]))
    levels, heights = [], [0] * len(days)
    for place in order:
        near = [any(abs(days[place] - one) < apart for one in level) for level in levels]
        # On top is above all that are near.
        free = len(near) - near[::-1].index(True) if True in near else 0
        height = free if last[place] else (near + [False]).index(False)
        levels += [[] for _ in range(height + 1 - len(levels))]
        levels[height].append(days[place])
        heights[place] = height
    return heights


def draw_contacts(pack, kinds, contacts, silent, span, seen, whole, chart):
    """Draw a mark for each contact, leaders' meetings above a line, officials' talks below it."""
    words, room = pack.words, WHOLE[chart.narrow]
    size, edges, ended = 9 if chart.narrow else 12, [], last_days(contacts)
    apart = (size + 4) / room * (span[1] - span[0]).days
    events = pack.events[(pack.events["landmark"] == ON_AXIS) & ~pack.events["kind"].isin(CONTACTS)]
    crossed = sorted(day for day in {*events["date"], pack.day} if span[0] <= day <= span[1])

    def across(day):
        return (day - span[0]) / (span[1] - span[0]) * room

    rules = [(across(day) - 2, -1000, across(day) + 2, 1000) for day in crossed]
    for kind, (side, shape) in SIDES.items():
        rows = contacts[contacts["kind"] == kind]
        spoken = rows["in_article"] != "no"
        heights = piled(list(rows["date"]), list(spoken), apart)
        chart.points(
            rows["date"],
            [side * (height + 0.8) for height in heights],
            marker=mark(size, symbols(rows, shape), tenses(rows["date"], pack.day)),
            hover=dated_titles(words, rows),
            rows=event_rows(rows),
        )
        points = [
            (across(day), 18 * side * height)
            for day, height in zip(rows["date"], heights, strict=True)
        ]
        boxes = [(x - 6, y - 6, x + 6, y + 6) for x, y in points]
        # Where talks were says little, and on a phone only the name of the last has room.
        if kind != "summit" and chart.narrow:
            spoken &= ended[rows.index] == ended.max()
        shown = rows[spoken]
        texts = shown["place"].map(_place_name) if kind == "summit" else shown["short_title"]
        names = [wrapped(text, max(15, 3 + len(text) // 2)) for text in texts]
        tall = [name.count(BREAK) for name in names]
        there = [
            (*point, height)
            for point, height, one in zip(points, heights, spoken, strict=True)
            if one
        ]
        ends = [
            ("center", 0),
            *((end, n if end == "right" else -n) for n in (0, 16, 30) for end in ("right", "left")),
        ]
        tries = [
            [(end, right, (up + 8 * more) * side) for up in (16, 30) for end, right in ends]
            for more in tall
        ]
        widths = [
            max(length(part, 11 + (kind == "summit")) for part in name.split(BREAK))
            for name in names
        ]
        high = 13 + 16 * max(tall, default=0)
        taken = [*rules, *boxes]
        found = label_places([one[:2] for one in there], widths, tries, room, taken, 5, high)
        for name, day, (*_, height), (end, right, up) in zip(
            names, shown["date"], there, found, strict=True
        ):
            place = {"x": day, "y": side * (height + 0.8), "xanchor": end, "yshift": up}
            ground = chart.ground(pack, day) if kind != "summit" else {}
            chart.note(name, **place, **ground, xshift=right, font={"size": 12})
        # The same room whatever is chosen, so that the eye compares.
        every = whole[whole["kind"] == kind]
        spoken = list(every["in_article"] != "no")
        most = max(piled(list(every["date"]), spoken, apart), default=0)
        edges.append(side * (most + 3.4))
        head = words.say("contacts-head", kind=kinds[kind], number=len(rows))
        chart.left(head, edges[-1] - 0.6 * side, **chart.ground(pack, span[0]))
    chart.across(0)
    if silent:
        said = text = words.say("contacts-bracket", days=int((silent[1] - silent[0]).days))
        # The words stand where no line crosses them, in two lines where there is little room.
        edges_of = [silent[0], *(day for day in crossed if silent[0] < day < silent[1]), silent[1]]
        start, end = max(pairwise(edges_of), key=lambda ends: ends[1] - ends[0])
        clear = across(end) - across(start)
        if length(said) > clear:
            said = wrapped(said, 1 + len(said) // 2)
        place = {"x": start + (end - start) / 2}
        if max(length(part) for part in said.split(BREAK)) > clear + 12:
            said = text
            # The words of a short time stand before it.
            place = {"x": silent[0], "xanchor": "right", "xshift": -9}
            place |= {"yanchor": "middle", "yshift": 0}
        chart.bracket(pack, silent, 0, said, **place)
    chart.set(yaxis={"visible": False, "range": edges[::-1]})
    chart.time(pack, *span, seen, but=CONTACTS)
