"""The same launch on two public lists: joined by day, before and after days become local."""

import pandas as pd

from crossroads.charts import style
from crossroads.charts.chronology import ALL
from crossroads.charts.explorer import Control, Declaration, Description
from crossroads.charts.launches import (
    FIRST,
    LINE_HEIGHT,
    LISTED_AS_MISSILE,
    MARGINS,
    SECOND,
    add_lines,
    date_axis,
    source_line,
    span,
    tally,
    years_shown,
)
from crossroads.words.plain import count_words, date_words, join_words, number_words

# By which column each list gives the day that is compared.
COMPARED = {
    "printed": ("date_listed", "date_listed"),
    "moved": ("date", "date_listed"),
    "local": ("date", "date"),
}
COMPARED_WORDS = {
    "printed": "the day that each list prints",
    "moved": "the local day for the first list, the printed day for the second",
    "local": "the local day, known slips mended",
}
BOTH, ONE, TWO = "both", "first", "second"
FOUND = {
    BOTH: "On both lists",
    ONE: "Only on the first list",
    TWO: "Only on the second list",
}
LOOKS = (
    (style.ACCENT, "line-ns-open", 16),
    (style.COLOURS[1], "x-thin-open", 11),
    (style.COLOURS[2], "circle-open", 10),
)


def select_days(pack, by="printed", first=None, last=None):
    """Join the launch days of two lists.

    Parameters
    ----------
    pack : Pack
    by : {"printed", "moved", "local"}
        Which day is compared: the day that each list prints; the local day in
        the first list and the printed one in the second; the local day in
        both, the second with its known slips mended.
    first, last : pandas.Timestamp, optional
        The first and the last day; by default those of the years shown.

    Returns
    -------
    pandas.DataFrame
        One row per day, in order: ``date``; ``found`` (``"both"``,
        ``"first"`` or ``"second"``); ``what``, words of the lists; ``same``,
        False where the two rows of a day are about different launches;
        ``why``, what is known about a difference.
    """
    start, end = span(pack)
    first, last = first or start, last or end
    # A month more at each end, to find a launch that the other list has under another day.
    month = pd.Timedelta(days=31)
    one, two = (
        _launch_days(pack, table, by, first - month, last + month) for table in (FIRST, SECOND)
    )
    rows = []
    for day in sorted({*one, *two}):
        if not first <= day <= last:
            continue
        here = [days[day] for days in (one, two) if day in days]
        what = "; ".join(item["what"] for item in here)
        same = len(here) == 1 or bool(here[0]["local"] & here[1]["local"])
        if len(here) == 2:
            why = "" if same else "The same printed day, but different launches."
            rows.append((day, BOTH, what, same, why))
        elif day in one:
            rows.append((day, ONE, what, same, _why(pack, here[0], FIRST, SECOND, two)))
        else:
            rows.append((day, TWO, what, same, _why(pack, here[0], SECOND, FIRST, one)))
    days = pd.DataFrame(rows, columns=["date", "found", "what", "same", "why"])
    return days.astype({"same": bool})


def _launch_days(pack, table, by, first, last):
    """Gather for each compared day of a list its local days, its launches and its slips."""
    rows = getattr(pack, table)
    rows = rows[rows["date"].between(first, last)]
    if table == FIRST:
        # A launch of which only the month is known has no day to compare.
        rows = rows[rows["date_precision"] == "day"].assign(slip="")
        compared, name = COMPARED[by][0], "missile"
    else:
        rows = rows[rows["type"] == LISTED_AS_MISSILE].rename(columns={"correction": "slip"})
        compared, name = COMPARED[by][1], "event"
    return {
        day: {
            "local": set(group["date"]),
            "what": tally(group[name]),
            "slips": [slip for slip in group["slip"] if slip],
        }
        for day, group in rows.groupby(pd.to_datetime(rows[compared]))
    }


def _why(pack, item, table, other_table, other):
    """Say why a day of one list is not on the other."""
    reasons = []
    for local in sorted(item["local"]):
        there = [date_words(day) for day, one in other.items() if local in one["local"]]
        if there:
            reasons.append(f"The other list has this launch under {join_words(there)}.")
        elif pack.has("known_differences"):
            known = pack.known_differences
            fits = known[known["date"] == local]
            fits = fits[(fits["list_a"] == table) & (fits["list_b"] == other_table)]
            reasons += list(fits["why"])
    return " ".join(dict.fromkeys([*reasons, *item["slips"]])) or "No reason is known."


def plot_lists(pack, by="printed", first=None, last=None):
    """Draw the days on both lists, and those on only one.

    Parameters
    ----------
    pack : Pack
    by : str
        As in `select_days`.
    first, last : pandas.Timestamp, optional
        The days compared.

    Returns
    -------
    plotly.graph_objects.Figure
        One mark for each day, on one of three lines.
    """
    start, end = span(pack)
    first, last = first or start, last or end
    days = select_days(pack, by, first, last)
    chart = style.figure(
        _lists_title(days),
        f"Days with a launch, {_between(first, last)}, compared by {COMPARED_WORDS[by]}. "
        f"First list: {pack.resource(FIRST)['title']}; second: {pack.resource(SECOND)['title']}",
        height=MARGINS + LINE_HEIGHT * len(FOUND),
    )
    lines = []
    for found, look in zip(FOUND, LOOKS, strict=True):
        rows = days[days["found"] == found]
        hover = [f"{date_words(row.date)}: {row.what}" for row in rows.itertuples()]
        label = f"{FOUND[found]}: {count_words(len(rows), 'day')}"
        lines.append((label, rows["date"], hover, look))
    add_lines(chart, lines, first, last)
    chart.update_yaxes(visible=False, range=[len(lines) - 0.5, -0.5])
    date_axis(chart, pack, first, last)
    return chart


def _between(first, last):
    if (last.month, last.day) != (12, 31):
        return f"{date_words(first)} - {date_words(last)}"
    return f"{first.year}-{last.year}" if first.year != last.year else f"{first.year}"


def _lists_title(days):
    if days.empty:
        return "Neither list has a launch in this time"
    both = int((days["found"] == BOTH).sum())
    verb = "is" if both <= 1 else "are"
    many = count_words(len(days), "launch day")
    return f"Of {many}, {number_words(both)} {verb} on both lists"


def describe_lists(pack, by="printed", first=None, last=None):
    """Say how many days the lists share; parameters as `plot_lists`."""
    start, end = span(pack)
    first, last = first or start, last or end
    days = select_days(pack, by, first, last)
    counts = {found: int((days["found"] == found).sum()) for found in FOUND}
    table = _lists_table(days, counts)
    if days.empty:
        return Description(f"Neither list has a launch in {_between(first, last)}.", table)
    both, one, two = counts.values()
    titles = [pack.resource(table)["title"] for table in (FIRST, SECOND)]
    sentence = (
        f"{_between(first, last)}: {count_words(both, 'day')} {'is' if both == 1 else 'are'} on "
        f"both lists, {number_words(one)} only on the first, {number_words(two)} only on the "
        f"second. They are compared by {COMPARED_WORDS[by]}. "
        f"The first, {titles[0]}, has {count_words(both + one, 'launch day')}; "
        f"the second, {titles[1]}, has {number_words(both + two)}."
    )
    chance = int((~days["same"]).sum())
    if chance:
        sentence += (
            f" A shared day can be chance: on {count_words(chance, 'day')} of the {both} the two "
            "rows are about different launches."
        )
    return Description(sentence, table)


def _lists_table(days, counts):
    rows = [[FOUND[found], count_words(count, "day"), "", ""] for found, count in counts.items()]
    for row in days[(days["found"] != BOTH) | ~days["same"]].itertuples():
        rows.append([FOUND[row.found], date_words(row.date), row.why, row.what])
    names = ["Which list", "Day", "What is known about the difference", "What"]
    return pd.DataFrame(rows, columns=names)


KNOWN_THEN = "known then"


def declare_lists(pack):
    """Declare the join of two lists by day."""
    years = years_shown(pack)
    options = {KNOWN_THEN: f"{years[0]} to the article's day", ALL: f"{years[0]}-{years[-1]}"}
    options |= {str(year): str(year) for year in years}

    def arguments(by, years):
        if years == KNOWN_THEN:
            return by, span(pack)[0], pack.day
        return by, *span(pack, years)

    return Declaration(
        name="lists",
        controls=(
            Control(
                "by",
                "Compare by",
                {
                    "printed": "Day as each list prints it",
                    "moved": "Local day in the first list",
                    "local": "Local day in both, slips mended",
                },
            ),
            Control("years", "Years", options),
        ),
        plot=lambda **choice: plot_lists(pack, *arguments(**choice)),
        describe=lambda **choice: describe_lists(pack, *arguments(**choice)),
        source=source_line(pack, FIRST, SECOND, "known_differences"),
    )


EXPLORERS = {"lists": (declare_lists, (FIRST, SECOND))}
