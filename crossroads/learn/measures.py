"""Work out from a pack what a task asks for, and what the usual wrong ways give instead.

Texts of a pack name a measure with its words: ``{measure[gap][first][second][inside]}``
is ``gap(pack, "first", "second")["inside"]``.
"""

import math

import pandas as pd

from crossroads.charts.chronology import select_meetings
from crossroads.words.dates import MONTHS
from crossroads.words.lookups import measure, select_rows
from crossroads.words.plain import days_between, last_day, parts


@measure
def row(pack, table, conditions):
    """Look up a cell of the ``first`` or ``last`` in time of the rows that meet conditions."""
    rows = select_rows(pack.table(table), conditions).sort_values("date", kind="stable")
    return {"first": dict(rows.iloc[0]), "last": dict(rows.iloc[-1])}


@measure
def word(pack, text):
    """Give the words themselves, so that a task that draws other rows can change them."""
    return text


@measure
def meeting(pack, number):
    """Look up a cell of a meeting of the leader whom the chronology follows.

    1 is the first, -1 the last, in order of date; the column may be ``name``, the
    other leader's full name, or ``leader``, this one's.
    """
    meetings = select_meetings(pack)
    names = pack.actors.set_index("actor_id")["name"]
    meetings = meetings.assign(
        name=meetings["counterpart_id"].map(names), leader=names[pack.article["focus_actor_id"][0]]
    )
    number = int(number)
    return dict(meetings.iloc[number - 1 if number > 0 else number])


@measure
def gap(pack, first, second):
    """Count the days between two events, the earlier one first, or what is easily taken for it.

    The right way goes from the end of the first to the start of the second.
    """
    days = days_between(pack.events, first, second)
    dates = pack.events.set_index("event_id")["date"]
    return {
        "right": days,
        "from the start": int((dates[second] - dates[first]).days),
        "inside": days - 1,
        "backwards": -days,
    }


@measure
def since(pack, kind, event):
    """Count the rows of one kind since the end of an event, as known on the article's day."""
    events = pack.events[pack.events["kind"] == kind]
    after = events["date"] > last_day(pack.events.set_index("event_id").loc[event])
    leader = events["actors"].map(parts).map(set) >= {pack.article["focus_actor_id"][0]}
    known = events["known_date"] <= pack.day
    return {
        "right": (after & known).sum(),
        "whole record": after.sum(),
        "from the beginning": known.sum(),
        "one leader": (after & known & leader).sum(),
    }


@measure
def source(pack, table, key):
    """Name the source of a row: title, publisher, and day where it is known."""
    rows = pack.table(table)
    found = rows.loc[rows.iloc[:, 0] == key, "source_id"].iloc[0]
    row = pack.sources.set_index("source_id").loc[found]
    day = "" if pd.isna(row["published"]) else f", {pack.words.date(row['published'])}"
    return f"\u201c{row['title']}\u201d, {row['publisher']}{day}"


@measure
def names(pack, table, conditions, column):
    """List rows as ``name|key; name|key``, for an answer that is a set."""
    rows = select_rows(pack.table(table), conditions)
    return "; ".join(f"{row[column]}|{row.iloc[0]}" for _, row in rows.iterrows())


@measure
def words_share(pack, speaker):
    """Work out a speaker's percentage of the words, and what is easily taken for it."""
    counts = pack.paragraphs.groupby("speaker_id")[["words", "words_quoted"]].sum()
    kinds = pack.speakers.set_index("speaker_id")["kind"]
    own = counts["words"][speaker]
    others = counts[counts.index.map(kinds) != "reporter"]
    alike = counts[counts.index.map(kinds) == kinds[speaker]]
    return {
        "of others": 100 * own / _whole(others["words"]),
        "of all": 100 * own / _whole(counts["words"]),
        "words": own,
        "of quoted": 100 * counts["words_quoted"][speaker] / _whole(others["words_quoted"]),
        "of kind": 100 * own / _whole(alike["words"]),
    }


def _whole(counts):
    """Add up what a share is taken of; of nothing there is no share."""
    return counts.sum() or math.nan


@measure
def quoted_share(pack, reporter):
    """Work out how many percent of what speakers, but for the reporter, say is quoted."""
    counts = pack.paragraphs
    others = counts[counts["speaker_id"] != reporter]
    quoted, words = others["words_quoted"].sum(), _whole(others["words"])
    return {
        "right": 100 * quoted / words,
        "of all": 100 * quoted / _whole(counts["words"]),
        "not quoted": 100 * (1 - quoted / words),
        "words": quoted,
        "fraction": quoted / words,
    }


@measure
def launches(pack, year):
    """Count the first list's launches of a year, which is counted from the article's: 0, or -1.

    The ways ``type`` and ``months`` name the most frequent type, or the months.
    """
    rows = pack.missile_tests
    rows = rows[rows["date"].dt.year == pack.day.year + int(year)]
    code = rows["missile_type"].mode().get(0, "")
    return {
        "launches": len(rows),
        "days": rows["date"].nunique(),
        "months": ", ".join(MONTHS[number - 1] for number in sorted({*rows["date"].dt.month})),
        "type": f"{code}|{pack.label('missile_tests.missile_type', code)}",
    }


@measure
def quiet(pack, column, missile_type):
    """Measure, in days, how long no missile was launched, in the years up to the article's.

    By the column ``date`` or ``date_listed``, for one type or ``all``: the
    longest stretch that begins in the article's year or the three before, its
    first or last day, or the mean.
    """
    rows = pack.missile_tests
    if missile_type != "all":
        rows = rows[rows["missile_type"] == missile_type]
    days = pd.to_datetime(rows[column], errors="coerce").dropna().drop_duplicates().sort_values()
    gaps = pd.DataFrame({"start": days.iloc[:-1].array, "end": days.iloc[1:].array})
    gaps = gaps[gaps["start"].dt.year.between(pack.day.year - 3, pack.day.year)]
    gaps = gaps.assign(longest=(gaps["end"] - gaps["start"]).dt.days)
    longest = gaps.sort_values("longest", ascending=False, kind="stable").iloc[0]
    return {**longest, "mean": gaps["longest"].mean()}


@measure
def movers(pack, issue):
    """Count the actors whose own stance on an issue moved by the article's day, and others."""

    def levels(stances):
        own = stances.dropna(subset=["position"])
        own = own[(own["view"] == "own") & (own["issue_id"] == issue)]
        return own.groupby("actor_id")["position"].agg(["nunique", "size"])

    known, whole = levels(pack.as_of(pack.day).stances), levels(pack.stances)
    return {
        "moved": (known["nunique"] > 1).sum(),
        "actors": len(known),
        "later": (whole["nunique"] > 1).sum(),
        "stances": known["size"].sum(),
    }


@measure
def codings(pack):
    """Count the rows to which two coders gave different levels, and others."""
    rows = pack.stances
    both = rows.dropna(subset=["coding_1", "coding_2"])
    same, settled = (both["coding_1"] == both["coding_2"]).sum(), (rows["settled"] != "").sum()
    return {"differ": len(both) - same, "same": same, "settled": settled, "rows": len(rows)}


@measure
def trade_month(pack):
    """Name a month of trade after the border was closed, as known on the article's day.

    ``highest``, ``second`` or ``lowest`` by amount, or ``first`` in time; in
    several spellings with ``|`` between.
    """
    rows = pack.as_of(pack.day).trade
    rows = rows[(rows["period_type"] == "month") & (rows["flow"] == "total")]
    rows = rows[rows["start"].dt.year == pack.day.year].sort_values("usd_million")
    starts, spelled = rows["start"], {}
    months = {"highest": starts.iloc[-1], "lowest": starts.iloc[0], "second": starts.iloc[-2]}
    for place, month in {**months, "first": starts.min()}.items():
        name = MONTHS[month.month - 1]
        spelled[place] = f"{name} {month:%Y}|{name}|{name[:3]}|{month:%Y-%m}|{month:%m/%Y}"
    return spelled


@measure
def trade_change(pack, this, before):
    """Work out a change of trade in percent of the earlier amount, or in a usual wrong way."""
    amounts = pack.trade.set_index("trade_id")["usd_million"]
    now, then = amounts[this], amounts[before]
    return {
        "right": 100 * (now - then) / then,
        "wrong base": 100 * (now - then) / now,
        "left": 100 * now / then,
        "without sign": abs(100 * (now - then) / then),
        "fraction": (now - then) / then,
        "amount": now - then,
    }


@measure
def outcomes(pack, codes):
    """Count the forecasts with some outcomes, which semicolons part."""
    return int(pack.forecasts["outcome"].isin(parts(codes)).sum())


@measure
def always(pack, percent):
    """Work out the Brier score of somebody who gives every forecast the same percentage."""
    # Few texts ask for it, and the charts of forecasts need those of trade and of voices.
    from crossroads.charts.forecasts import HAPPENED

    scored = pack.forecasts["outcome"].map(HAPPENED)
    distance = (int(percent) / 100 - scored.dropna().astype(float)).abs()
    whole = (int(percent) / 100 - scored.fillna(0).astype(float)).abs()
    ways = {"brier": distance**2, "not squared": distance, "all counted": whole**2}
    return {way: round(values.mean(), 4) for way, values in ways.items()}


@measure
def label(pack, column, code):
    """Give ``label|code`` for a code of a column such as ``claims.verdict``."""
    return f"{pack.label(column, code)}|{code}"


@measure
def verdicts(pack, kind, verdict):
    """Work out how many percent of the claims of some kinds, or of ``all``, have some verdicts."""
    claims = pack.claims
    if kind != "all":
        claims = claims[claims["kind"].isin(parts(kind))]
    return float(100 * claims["verdict"].isin(parts(verdict)).mean())


@measure
def evidence(pack):
    """Count claims by the rows of evidence that they rest on, or these rows."""
    uses = pack.claims["evidence"].map(parts).explode().value_counts()
    return {"most": uses.max(), "least": uses.min(), "rows": len(uses), "mentions": uses.sum()}
