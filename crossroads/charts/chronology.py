"""Who met whom when, the days between events, and contacts before and after the article's day."""

from functools import partial

import pandas as pd

from crossroads.charts import style, view
from crossroads.charts.explorer import Control, Declaration, Description, NothingToShow
from crossroads.charts.marks import lines
from crossroads.charts.view import Options, View, declare
from crossroads.words.plain import (
    capital,
    count_words,
    date_words,
    dated_titles,
    join_words,
    last_day,
    parts,
    period_words,
)
from crossroads.words.tags import tag

ALL = "all"
COUNTERPART, NUMBER = "counterpart", "number"


def select_meetings(pack, counterpart=ALL):
    """Select the leaders' meetings of the person whom the chronology follows.

    Parameters
    ----------
    pack : Pack
        Cut it with ``as_of`` first to see no further than a day.
    counterpart : str
        An ``actor_id``, or ``"all"``.

    Returns
    -------
    pandas.DataFrame
        The rows of ``events`` in order of date, with three columns more:
        ``counterpart`` (name of the first other leader), ``counterpart_id``
        and ``number`` (1, 2, ... for each counterpart).
    """
    focus = pack.article["focus_actor_id"].iloc[0]
    events = pack.events[pack.events["kind"] == "summit"].sort_values("date", kind="stable")
    actors = events["actors"].map(parts)
    # With no rows, `map` gives no column of truths to select by.
    events = events[actors.map(lambda who: focus in who and {*who} != {focus}).astype(bool)]
    others = actors[events.index].map(lambda who: [one for one in who if one != focus][0])
    names = pack.actors.set_index("actor_id")["short_name"]
    meetings = events.assign(counterpart_id=others, counterpart=others.map(names))
    meetings[NUMBER] = meetings.groupby("counterpart_id").cumcount() + 1
    if counterpart != ALL:
        meetings = meetings[meetings["counterpart_id"] == counterpart]
    return meetings.reset_index(drop=True)


def require_meetings(pack):
    """Raise `NothingToShow` where the person whom the chronology follows met nobody."""
    if select_meetings(pack).empty:
        raise NothingToShow(
            f"a meeting of {focus_name(pack)} with somebody else (an event of kind summit)"
        )


def focus_name(pack):
    """Name the person whom the chronology follows."""
    focus = pack.article["focus_actor_id"].iloc[0]
    return pack.actors.set_index("actor_id")["name"][focus]


def years_words(table):
    """Name the years that a table's dates span, such as ``2018-2019``."""
    years = sorted({date.year for date in table["date"]})
    return f"{years[0]}-{years[-1]}" if len(years) > 1 else "".join(map(str, years))


def _counterparts(pack):
    """List every counterpart once, in order of the number of meetings."""
    meetings = select_meetings(pack)
    order = meetings["counterpart_id"].value_counts(sort=True)
    names = meetings.drop_duplicates("counterpart_id").set_index("counterpart_id")["counterpart"]
    return {actor: names[actor] for actor in order.index}


# How often: a count of meetings for each counterpart ------------------------


def plot_counts(pack, year=ALL):
    """Draw how often the leader met each counterpart.

    Parameters
    ----------
    pack : Pack
    year : str
        A year in digits, or ``"all"``.

    Returns
    -------
    plotly.graph_objects.Figure
        One bar for each counterpart; length is the number of meetings.
    """
    counts = _counts(pack, year)
    chart = style.figure(
        _counts_title(pack, counts, year),
        f"Meetings of {focus_name(pack)} with other leaders, {_year_words(pack, year)}",
        height=90 + 40 * len(counts),
    )
    names = [style.escape(name) for name in counts.index[::-1]]
    values = [int(value) for value in counts[::-1]]
    chart.add_bar(
        x=values,
        y=names,
        orientation="h",
        marker_color=style.ACCENT,
        text=[str(value) for value in values],
        textposition="outside",
        cliponaxis=False,
        hovertemplate="%{y}: %{x}<extra></extra>",
    )
    most = _counts(pack, ALL).max()
    chart.update_xaxes(range=[0, most + 0.5], dtick=1, title_text="Number of meetings")
    chart.update_layout(bargap=0.35)
    return chart


def describe_counts(pack, year=ALL):
    """Say how often the leader met each counterpart; parameters as `plot_counts`."""
    counts = _counts(pack, year)
    leader = focus_name(pack)
    each = [f"{name} {_times(count)}" for name, count in counts.items() if count]
    where = _year_words(pack, year)
    sentence = f"In {where}, {leader} met {join_words(each)}."
    table = pd.DataFrame({"Leader": counts.index, "Meetings": counts.to_numpy()})
    return Description(sentence, table)


def _times(count):
    return {1: "once", 2: "twice"}.get(count, count_words(count, "time"))


def _counts(pack, year):
    meetings = select_meetings(pack)
    if year != ALL:
        meetings = meetings.assign(
            counterpart=meetings["counterpart"].where(meetings["date"].dt.year == int(year))
        )
    names = list(_counterparts(pack).values())
    counts = meetings["counterpart"].value_counts()
    return counts.reindex(names, fill_value=0).astype(int).sort_values(ascending=False)


def _year_words(pack, year):
    return years_words(select_meetings(pack)) if year == ALL else year


def _counts_title(pack, counts, year):
    top = counts[counts == counts.max()]
    names = join_words(top.index)
    return f"{names}: {_times(int(top.iloc[0]))}, the most of any leader" + (
        "" if year == ALL else f" in {year}"
    )


def declare_counts(pack):
    """Declare the first chart of the course: one control, one count."""
    require_meetings(pack)
    years = sorted({date.year for date in select_meetings(pack)["date"]})
    options = {ALL: "All years", **{str(year): str(year) for year in years}}
    return Declaration(
        name="counts",
        controls=(Control("year", "Year", options),),
        plot=lambda year: plot_counts(pack, year),
        describe=lambda year: describe_counts(pack, year),
        source="Source: table events, rows of kind summit; each row names its source.",
    )


# Who met whom when: a line for each counterpart -----------------------------


def plot_meetings(pack, counterpart=ALL, seen_from=None, beside=()):
    """Draw each meeting as a mark on its counterpart's line.

    Parameters
    ----------
    pack : Pack
    counterpart : str
        An ``actor_id``, or ``"all"``.
    seen_from : str, optional
        ISO day: show what was known then. By default show everything.
    beside : sequence of str
        Kinds of other events to show on lines of their own.

    Returns
    -------
    plotly.graph_objects.Figure
        The number in a mark is its number in the table.
    """
    known = pack.as_of(seen_from) if seen_from else pack
    meetings = _numbered(known, counterpart)
    others = _others(known, beside)
    lines = list(dict.fromkeys(meetings["counterpart"]))
    extra = [plural_kind(pack, kind) for kind in beside]
    chart = style.figure(
        _meetings_title(pack, meetings, seen_from),
        f"Meetings of {focus_name(pack)} with {_with_words(known, counterpart)}, by first day",
        height=110 + 44 * max(1, len(lines) + len(extra)),
    )
    for place, line in enumerate(lines):
        rows = meetings[meetings["counterpart"] == line]
        chart.add_scatter(
            x=style.dates(rows["date"]),
            y=_staggered(rows["date"], place),
            mode="markers+text",
            marker={"size": 20, "color": style.ACCENT, "symbol": "circle"},
            text=[str(number) for number in rows[NUMBER]],
            textfont={"color": "white", "size": 12},
            hovertext=[style.escape(one) for one in dated_titles(rows)],
            hoverinfo="text",
        )
    for place, kind in enumerate(beside, len(lines)):
        rows = others[others["kind"] == kind]
        chart.add_scatter(
            x=style.dates(rows["date"]),
            y=[place] * len(rows),
            mode="markers",
            marker={"size": 12, "color": style.COLOURS[1], "symbol": "diamond-open"},
            hovertext=[style.escape(one) for one in dated_titles(rows)],
            hoverinfo="text",
        )
    style.mark_day(chart, pack.day, "the article's day", anchor="right")
    chart.update_layout(margin_t=30)
    names = [style.escape(line) for line in [*lines, *extra]]
    chart.update_yaxes(
        tickvals=list(range(len(names))), ticktext=names, range=[len(names) - 0.5, -0.5]
    )
    chart.update_xaxes(type="date", range=_span(pack, beside), dtick="M12", tickformat="%Y")
    return chart


CLOSE = pd.Timedelta(days=75)


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


def describe_meetings(pack, counterpart=ALL, seen_from=None, beside=()):
    """Say who met whom when; parameters as `plot_meetings`."""
    known = pack.as_of(seen_from) if seen_from else pack
    meetings = _numbered(known, counterpart)
    others = _others(known, beside)
    leader, day = focus_name(pack), pack.day
    if meetings.empty:
        sentence = f"No meeting of {leader} with {_with_words(pack, counterpart)} was known then."
    else:
        first, last = meetings.iloc[0], meetings.iloc[-1]
        end = last_day(last)
        span = f"from {date_words(first['date'])} to {date_words(end)}"
        if first["date"] == end:
            span = f"on {date_words(end)}"
        many = count_words(len(meetings), "meeting")
        sentence = f"{leader} had {many} with {_with_words(known, counterpart)}, {span}"
        # Whoever looks from an earlier day must not read of a silence that later days broke.
        until = min(day, pd.Timestamp(seen_from)) if seen_from else day
        if end < until:
            since = count_words((until - end).days, "day")
            until = "the article's day" if until == day else date_words(until)
            sentence += f"; from then to {until} the record has none for {since}"
        sentence += "."
    for kind in beside:
        rows = others[others["kind"] == kind]
        label = capital(count_words(len(rows), _label(pack, kind), plural_kind(pack, kind).lower()))
        sentence += f" {label} beside them."
    shown = pd.concat([meetings, others])
    table = pd.DataFrame(
        {
            "No.": [_whole(number) for number in shown.get(NUMBER, [])],
            "Date": [
                period_words(row["date"], row["end_date"], row["date_precision"])
                for _, row in shown.iterrows()
            ],
            "Event": shown["title"],
            "Place": shown["place"],
            "In the article": [pack.label("events.in_article", one) for one in shown["in_article"]],
        }
    )
    return Description(sentence, table)


def _whole(number):
    return "" if pd.isna(number) else str(int(number))


def _numbered(pack, counterpart):
    meetings = select_meetings(pack, counterpart)
    meetings[NUMBER] = range(1, len(meetings) + 1)
    return meetings


def _others(pack, kinds):
    meetings = select_meetings(pack)
    first = meetings["date"].min() - pd.DateOffset(years=1)
    rows = pack.events[pack.events["kind"].isin(kinds) & (pack.events["date"] >= first)]
    return rows.sort_values("date", kind="stable")


def _label(pack, kind):
    return pack.label("events.kind", kind).lower()


def plural_kind(pack, kind):
    """Name events of a kind, such as ``Missile tests``."""
    label = pack.label("events.kind", kind)
    return label if label.endswith("s") else label + "s"


def _with_words(pack, counterpart):
    if counterpart == ALL:
        return "other leaders"
    return pack.actors.set_index("actor_id")["name"][counterpart]


def _meetings_title(pack, meetings, seen_from):
    if meetings.empty:
        return "No meeting was known then"
    last = meetings.iloc[-1]
    many = capital(count_words(len(meetings), "meeting"))
    return f"{many}; the last one {'known then ' if seen_from else ''}is {_when(last)}"


def _when(row):
    return f"{row['short_title']}, {row['date']:%B %Y}"


def _span(pack, beside):
    """The time that the chart covers: from the first meeting to the article's day, or beyond it."""
    dates = select_meetings(pack)["date"]
    first = dates.min()
    last = pd.Timestamp(year=pack.day.year + 2, month=12, day=31) if beside else pack.day
    last = max(last, dates.max())
    return [f"{first.year}-01-01", f"{last + pd.DateOffset(months=2):%Y-%m-%d}"]


def _seen_from(pack):
    """Options for the day from which the record is seen."""
    day = pack.day
    year_before = f"{day.year - 2}-12-31"
    return {
        "": "Everything in the record",
        f"{day:%Y-%m-%d}": f"The article's day ({date_words(day)})",
        year_before: f"The end of {day.year - 2}",
    }


def declare_meetings(pack):
    """Declare the timeline of meetings."""
    require_meetings(pack)
    beside = {"": "Nothing", "talks": "Officials' talks", "missile-test": "Missile tests"}
    kinds = set(pack.events["kind"])
    beside = {kind: label for kind, label in beside.items() if not kind or kind in kinds}

    def arguments(who, seen, beside):
        return {
            "counterpart": who,
            "seen_from": seen or None,
            "beside": tuple(filter(None, [beside])),
        }

    return Declaration(
        name="meetings",
        controls=(
            Control("who", "Meetings with", {ALL: "All leaders", **_counterparts(pack)}),
            Control("seen", "Seen from", _seen_from(pack)),
            Control("beside", "Show beside them", beside),
        ),
        plot=lambda **choice: plot_meetings(pack, **arguments(**choice)),
        describe=lambda **choice: describe_meetings(pack, **arguments(**choice)),
        source="Source: table events; each row names its source and where sources differ.",
    )


# The days between any two events --------------------------------------------

# A chart of a single day still needs a width.
NARROWEST = pd.Timedelta(days=30)


def gap(pack):
    """Days between any two landmarks, from the end of one to the start of the other."""
    rows = pack.events[pack.events["landmark"] == "yes"].sort_values("date", kind="stable")
    if rows.empty:
        raise NothingToShow(pack.words.say("gap-needs"))
    rows = rows.assign(end=rows["end_date"].fillna(rows["date"])).set_index("event_id")
    landmarks = list(zip(rows["date"], view.dated_titles(pack.words, rows), strict=True))
    span = [rows["date"].min(), rows["date"].max()]
    meetings = select_meetings(pack)
    leader = focus_name(pack)

    def show(first, second):
        early, late = (rows.loc[one] for one in sorted([first, second], key=rows.index.get_loc))
        days = int((late["date"] - early["end"]).days)
        case = "same" if first == second else "overlap" if days < 0 else "apart"
        starts = meetings["date"]
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
    ids = [one for one in meetings["event_id"] if one in options]
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


def meetings_words(count):
    """Write a number of leaders' meetings, such as ``two leaders' meetings``."""
    return count_words(count, "leaders' meeting")


# When did it close: contacts by half-year -----------------------------------

CONTACTS = ("summit", "talks")


def plot_contacts(pack, country=ALL, seen_from=None):
    """Draw leaders' meetings and officials' talks for each half-year.

    Parameters
    ----------
    pack : Pack
    country : str
        Three-letter code of the other side's country, or ``"all"``.
    seen_from : str, optional
        ISO day: show what was known then. By default show everything.

    Returns
    -------
    plotly.graph_objects.Figure
        Two bars for each half-year; height is the number of contacts.
    """
    counts = _contacts(pack, country, seen_from)
    chart = style.figure(
        _contacts_title(counts),
        f"Contacts in the table of events with {_country_words(pack, country)}, by half-year",
        height=330,
    )
    ticks = [f"{one[:3]}-{one.split('-')[1][:3]}<br>{one[-4:]}" for one in counts.index]
    for kind, colour, pattern in zip(CONTACTS, style.COLOURS, ("", "/"), strict=False):
        values = [int(value) for value in counts[kind]]
        chart.add_bar(
            x=ticks,
            y=values,
            name=plural_kind(pack, kind),
            marker={"color": colour, "pattern": {"shape": pattern, "solidity": 0.35}},
            text=[str(value) if value else "" for value in values],
            textposition="outside",
            textangle=0,
            cliponaxis=False,
            hovertemplate="%{y}<extra>%{fullData.name}</extra>",
        )
    chart.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
        margin_t=40,
        bargap=0.2,
    )
    # The same height whatever is chosen, so that the eye compares bars.
    most = int(_contacts(pack, ALL, None).to_numpy().max())
    chart.update_yaxes(range=[0, most + 1], title_text="Number", dtick=2)
    chart.update_xaxes(type="category", tickangle=0)
    return chart


def describe_contacts(pack, country=ALL, seen_from=None):
    """Say when contacts came and when they stopped; parameters as `plot_contacts`."""
    counts = _contacts(pack, country, seen_from)
    total = counts.sum(axis=1)
    whom = _country_words(pack, country)
    if not total.any():
        sentence = f"The table has no contact with {whom} in this time."
    else:
        busiest = total[total == total.max()].index[0]
        last = total[total > 0].index[-1]
        meetings, talks = (int(counts[kind].sum()) for kind in CONTACTS)
        when = f"The last falls in {last}"
        if busiest != last:
            when = f"{busiest} has the most ({total.max()}); the last falls in {last}"
        sentence = (
            f"The table has {meetings_words(meetings)} and "
            f"{count_words(talks, 'round')} of officials' talks with {whom}. {when}."
        )
    table = counts.rename(columns={kind: plural_kind(pack, kind) for kind in CONTACTS})
    return Description(sentence, table.rename_axis("Half-year").reset_index())


def _contacts(pack, country, seen_from):
    known = pack.as_of(seen_from) if seen_from else pack
    home = _home(pack)
    countries = pack.actors.set_index("actor_id")["country"]
    rows = known.events[known.events["kind"].isin(CONTACTS)]
    sides = rows["actors"].map(lambda who: {countries[one] for one in parts(who)})
    other = sides.map(lambda who: home in who and (country in who or country == ALL))
    # With no rows, `map` gives no column of truths to select by.
    rows = rows[other.astype(bool)]
    meetings = select_meetings(pack)["date"]
    first = min(date.year for date in (*meetings.head(1), pack.day))
    contacts = pack.events.loc[pack.events["kind"].isin(CONTACTS), "date"].sort_values()
    last = max(pack.day.year + 2, *(date.year for date in contacts.tail(1)), 0)
    years = range(first, last + 1)
    halves = [f"{half} {year}" for year in years for half in HALVES]
    names = rows["date"].map(half_year)
    counts = pd.crosstab(names, rows["kind"]) if len(rows) else pd.DataFrame()
    counts = counts.reindex(index=halves, columns=list(CONTACTS), fill_value=0)
    if seen_from:
        counts = counts[: halves.index(half_year(pd.Timestamp(seen_from))) + 1]
    return counts.astype(int)


HALVES = ("January-June", "July-December")


def half_year(date):
    """Name the half-year of a date, such as ``January-June 2018``."""
    return f"{HALVES[(date.month - 1) // 6]} {date.year}"


def _home(pack):
    focus = pack.article["focus_actor_id"].iloc[0]
    return pack.actors.set_index("actor_id")["country"][focus]


def _country_words(pack, country):
    name = "other countries" if country == ALL else _countries(pack)[country]
    return f"the {name}" if name.startswith("United ") else name


def _countries(pack):
    """Name each country that met the home country, by its row among the actors."""
    home = _home(pack)
    actors = pack.actors
    names = actors[actors["kind"] == "government"].drop_duplicates("country")
    names = names.set_index("country")["name"]
    rows = pack.events[pack.events["kind"].isin(CONTACTS)]
    by_actor = actors.set_index("actor_id")["country"]
    found = []
    for who in rows["actors"].map(parts):
        sides = [by_actor[one] for one in who]
        if home in sides:
            found += [side for side in sides if side != home and side in names.index]
    return {code: names[code] for code in pd.Series(found).value_counts().index}


def _contacts_title(counts):
    total = counts.sum(axis=1)
    if not total.any():
        return "No contact in the record"
    after = total[total[total > 0].index[-1] :]
    quiet = len(after) - 1
    if quiet == 0:
        return f"{capital(count_words(int(total.sum()), 'contact'))}; none missing at the end"
    return f"After {after.index[0]}, {count_words(quiet, 'half-year')} without a contact"


def declare_contacts(pack):
    """Declare contacts by half-year."""
    seen = {value: words for value, words in list(_seen_from(pack).items())[:2]}
    return Declaration(
        name="contacts",
        controls=(
            Control("country", "Contacts with", {ALL: "All countries", **_countries(pack)}),
            Control("seen", "Seen from", dict(reversed(seen.items()))),
        ),
        plot=lambda country, seen: plot_contacts(pack, country, seen or None),
        describe=lambda country, seen: describe_contacts(pack, country, seen or None),
        source="Source: table events, kinds summit and talks; a selection, not every contact.",
    )


EXPLORERS = {
    "counts": (declare_counts, ("events", "actors")),
    "meetings": (declare_meetings, ("events", "actors")),
    "gap": (gap, ("events", "actors")),
    "contacts": (declare_contacts, ("events", "actors")),
}
