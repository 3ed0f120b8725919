"""Trade, year by year and month by month, with its gaps and its different series."""

import math

import pandas as pd

from crossroads.charts import style
from crossroads.charts.explorer import Control, Declaration, Description
from crossroads.words.plain import capital, count_words, date_words, join_words

YEAR, MONTH = "year", "month"
LINEAR, LOG, PERCENT = "linear", "log", "percent"
VIEWS = {
    "year-linear": "By year",
    "year-percent": "By year, as % of the year before",
    "month-linear": "By month",
    "month-log": "By month, log scale",
    "month-percent": "By month, as % of a year before",
}
WHOLE, JOINT, PART = "whole", "joint", "part"
# Some customs offices publish January and February as one figure in some years; a
# longer sum says too little about its months to be drawn among them.
JOINT_MONTHS = 2
# A rise from next to nothing would press every fall to the floor of the chart.
HIGHEST_PERCENT = 200


def seen_options(pack):
    """Give the days from which the record can be seen, the article's own first."""
    day = pack.day
    return {
        f"{day:%Y-%m-%d}": f"The article's day ({date_words(day)})",
        "": "Everything in the record",
    }


def series_order(pack):
    """List the series of the table of trade: the one with most rows first."""
    counts = pack.trade["series"].value_counts()
    return sorted(counts.index, key=lambda one: (-counts[one], one))


def select_trade(pack, unit, flow, seen_from=None):
    """Select the figures for years or months, with their percentage of a year before.

    Parameters
    ----------
    pack : Pack
    unit : {"year", "month"}
        Months start with January of the year before the article's.
    flow : str
        A value of ``trade.flow``.
    seen_from : str, optional
        ISO day: select what was known then. By default select everything.

    Returns
    -------
    pandas.DataFrame
        Rows of ``trade`` in order of time, the main series before others for
        the same period, with these columns more: ``first`` and ``last``
        (months), ``kind`` ("whole"; "joint" for two months published as one;
        "part" for the months so far of a year without a figure of its own),
        ``period`` (words), ``each`` (value, or the mean month of a joint
        figure; unit: million US dollars), ``percent`` of the same period a
        year before (missing where unknown), ``percent_basis`` ("reported" by
        the source or "derived" here), ``base`` (what it is compared with) and
        ``preferred`` (first of its period).
    """
    known = pack.as_of(seen_from) if seen_from else pack
    rank = {series: place for place, series in enumerate(series_order(pack))}
    rows = known.trade[known.trade["flow"] == flow]
    rows = rows.assign(
        first=rows["start"].dt.to_period("M"),
        last=rows["end"].dt.to_period("M"),
        rank=rows["series"].map(rank),
        kind=WHOLE,
    ).sort_values(["start", "end", "rank"], kind="stable")
    chosen = _years(rows) if unit == YEAR else _months(rows, pack.day.year - 1)
    percents = [_percent(rows, row) for _, row in chosen.iterrows()]
    shown = chosen.assign(
        period=[_period(row) for _, row in chosen.iterrows()],
        each=chosen["usd_million"].where(
            chosen["kind"] != JOINT, chosen["usd_million"] / JOINT_MONTHS
        ),
        percent=pd.Series([one[0] for one in percents], index=chosen.index, dtype=float),
        percent_basis=[one[1] for one in percents],
        base=[one[2] for one in percents],
        preferred=~chosen.duplicated(["first", "last"]),
    )
    return shown.reset_index(drop=True)


def _years(rows):
    years = rows[rows["period_type"] == "year"]
    sums = rows[rows["period_type"].isin(["half", "to date"]) & (rows["start"].dt.month == 1)]
    sums = sums[~sums["start"].dt.year.isin(years["start"].dt.year)]
    # Of several sums for a year not yet complete, the one that reaches furthest.
    sums = sums.sort_values(["end", "rank"], ascending=[False, True], kind="stable")
    parts = sums.drop_duplicates("start").assign(kind=PART)
    return pd.concat([years, parts]).sort_values(["start", "rank"], kind="stable")


def _months(rows, first_year):
    rows = rows[rows["start"].dt.year >= first_year]
    months = rows[rows["period_type"] == "month"]
    covered = set(months["first"])
    sums = rows[rows["period_type"] == "to date"]
    sums = sums[sums["first"] + (JOINT_MONTHS - 1) == sums["last"]]
    lacking = [
        not set(pd.period_range(row["first"], row["last"])) <= covered for _, row in sums.iterrows()
    ]
    joint = (
        sums[pd.Series(lacking, index=sums.index, dtype=bool)]
        .drop_duplicates("start")
        .assign(kind=JOINT)
    )
    return pd.concat([months, joint]).sort_values(["start", "end", "rank"], kind="stable")


def _period(row):
    if row["kind"] == WHOLE:
        return date_words(row["start"], row["period_type"])
    return f"{row['start']:%B}-{row['end']:%B %Y}"


def _percent(rows, row):
    """Compare a row with a year before: percentage, who computed it, with what."""
    if pd.notna(row["change_percent"]):
        return 100 + row["change_percent"], "reported", "the source's own figure"
    base = rows[(rows["first"] == row["first"] - 12) & (rows["last"] == row["last"] - 12)]
    if base.empty:
        return None, "", ""
    base = base.assign(other=base["series"] != row["series"]).sort_values(["other", "rank"]).iloc[0]
    words = f"{amount(base['usd_million'])} ({base['series']})"
    return 100 * row["usd_million"] / base["usd_million"], "derived", words


def amount(value):
    """Write a number with as many digits as a reader needs.

    Examples
    --------
    >>> amount(2789.02), amount(96.802), amount(1.66), amount(0.253)
    ('2,789', '96.8', '1.7', '0.253')
    """
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.3g}"


def percentage(value):
    """Write a percentage with the digits that its figures carry.

    Examples
    --------
    >>> percentage(80.67), percentage(8.69), percentage(0.03)
    ('81', '8.7', '0.03')
    """
    if value >= 10:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 0.1 else f"{value:.1g}"


def flow_words(pack, flow):
    """Give the words that stand for a flow, from the table of codes where it has them."""
    label = pack.label("trade.flow", flow)
    return capital(label.replace("_", " ")) if label == flow else label


def plot_trade(pack, unit, scale, flow, seen_from=None):
    """Draw trade as marks over time, one symbol for each series.

    Parameters
    ----------
    pack : Pack
    unit, flow, seen_from
        As for `select_trade`.
    scale : {"linear", "log", "percent"}

    Returns
    -------
    plotly.graph_objects.Figure
        Hollow marks are derived; a flat line is two months published as one.
    """
    measure, basis = ("percent", "percent_basis") if scale == PERCENT else ("each", "basis")
    rows = _measured(select_trade(pack, unit, flow, seen_from), measure)
    chart = style.figure(
        _trade_title(pack, rows, unit, measure, seen_from),
        _trade_subtitle(pack, unit, scale, flow),
        height=360,
    )
    heights = rows[measure].clip(upper=HIGHEST_PERCENT) if scale == PERCENT else rows[measure]
    rows = rows.assign(height=heights, x=rows["start"] + (rows["end"] - rows["start"]) / 2)
    _add_line(chart, rows)
    labelled = _labelled(pack, rows, unit)
    # The main series comes last, so that its marks lie on top.
    for place, series in reversed(list(enumerate(series_order(pack)))):
        for how in ("reported", "derived"):
            group = rows[
                (rows["series"] == series) & (rows[basis] == how) & (rows["kind"] != JOINT)
            ]
            _add_marks(chart, pack, group, place, how, measure, labelled)
    for _, row in rows[rows["kind"] == JOINT].iterrows():
        _add_joint(chart, pack, row, measure, scale == LOG)
    if unit == MONTH:
        for _, event in _borders(pack, seen_from).iterrows():
            style.mark_day(chart, event["date"], event["short_title"], anchor="right")
    style.mark_day(chart, pack.day, "the article's day")
    _trade_axes(chart, pack, unit, scale, flow)
    chart.update_layout(
        showlegend=True,
        legend={
            "orientation": "h",
            "x": 0,
            "y": -0.16,
            "yanchor": "top",
            "traceorder": "reversed",
        },
        margin_t=30,
    )
    return chart


def _measured(rows, measure):
    return rows[rows[measure].notna()].reset_index(drop=True)


def _add_line(chart, rows):
    """Join neighbours of the main series; a period without a figure stays a gap."""
    x, y, before = [], [], None
    for _, row in rows[
        rows["preferred"] & (rows["kind"] == WHOLE) & (rows["rank"] == 0)
    ].iterrows():
        if before is not None and row["first"] != before + 1:
            x.append(None)
            y.append(None)
        x.append(f"{row['x']:%Y-%m-%d}")
        y.append(float(row["height"]))
        before = row["last"]
    chart.add_scatter(
        x=x,
        y=y,
        mode="lines",
        line={"color": style.ACCENT, "width": 2},
        hoverinfo="skip",
        showlegend=False,
    )


def _add_marks(chart, pack, rows, place, how, measure, labelled):
    if rows.empty:
        return
    name = pack.label("trade.series", rows["series"].iloc[0])
    words = {"reported": "", "derived": ", derived"}[how]
    symbol = style.SYMBOLS[place % len(style.SYMBOLS)] + ("-open" if how == "derived" else "")
    colour = style.COLOURS[place % len(style.COLOURS)]
    over = rows["height"] < rows[measure]
    write = _writer(measure)
    chart.add_scatter(
        x=style.dates(rows["x"]),
        y=[float(one) for one in rows["height"]],
        mode="markers+text",
        name=style.escape(name + words),
        marker={
            "symbol": ["triangle-up" if one else symbol for one in over],
            "size": 10,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        text=[
            _mark_label(row, write(row[measure]))
            if row["trade_id"] in labelled or more and row["preferred"]
            else ""
            for more, (_, row) in zip(over, rows.iterrows(), strict=True)
        ],
        textposition=[
            "middle left" if more else labelled.get(one, "top center")
            for more, one in zip(over, rows["trade_id"], strict=True)
        ],
        textfont={"size": 13},
        cliponaxis=False,
        hovertext=[
            style.escape(f"{row['period']}: {write(row[measure])} ({row['series']})")
            for _, row in rows.iterrows()
        ],
        hoverinfo="text",
    )


def _writer(measure):
    return (lambda value: percentage(value) + "%") if measure == "percent" else amount


def _mark_label(row, words):
    if row["kind"] == PART:
        return f"{row['start']:%b}-{row['end']:%b}: {words}"
    return words


def _labelled(pack, rows, unit):
    """Choose the marks that carry their number, and the side on which it stands."""
    shown = rows[rows["preferred"] & (rows["kind"] != JOINT)]
    if unit == MONTH:
        own = shown[shown["start"].dt.year == pack.day.year]
        if own.empty:
            return {}
        low, high = (
            own.loc[one, "trade_id"] for one in (own["height"].idxmin(), own["height"].idxmax())
        )
        return {low: "bottom center", high: "top center"}
    heights = list(shown["height"])
    shared = rows.duplicated(["first", "last"], keep=False)[shown.index]
    sides = {}
    for place, (number, row) in enumerate(shown.iterrows()):
        falls = place > 0 and heights[place - 1] > heights[place]
        rises = place + 1 < len(heights) and heights[place + 1] > heights[place]
        if row["kind"] == PART:
            side = "bottom left"
        elif shared[number]:
            # Marks of other series stand above or below: the number goes beside them.
            side = "middle right" if place + 1 < len(heights) else "middle left"
        elif falls and not rises and row["start"].year == pack.day.year:
            side = "bottom left"  # at its right stands the line of the article's day
        else:
            side = {
                (True, True): "bottom center",
                (True, False): "top right",
                (False, True): "bottom right",
                (False, False): "top center",
            }[falls, rises]
        sides[row["trade_id"]] = side
    return sides


def _add_joint(chart, pack, row, measure, log):
    """Draw two months published as one as a flat line over both."""
    at_edge = row["start"].year < pack.day.year
    words = "" if measure == "percent" else " a month on average"
    chart.add_scatter(
        x=[f"{row['start']:%Y-%m-%d}", f"{row['end']:%Y-%m-%d}"],
        y=[float(row["height"])] * 2,
        mode="lines",
        line={"color": style.ACCENT, "width": 5, "dash": "solid"},
        name="two months as one",
        showlegend=False,
        hovertext=style.escape(
            f"{row['period']}, one figure: {_writer(measure)(row[measure])}{words}"
        ),
        hoverinfo="text",
    )
    chart.add_annotation(
        x=f"{row['end' if at_edge else 'start']:%Y-%m-%d}",
        # Plotly counts the place of a note on a logarithmic axis in powers of ten.
        y=math.log10(row["height"]) if log else float(row["height"]),
        text=f"{row['start']:%b}+{row['end']:%b}",
        showarrow=False,
        xanchor="left" if at_edge else "right",
        xshift=4 if at_edge else -4,
        font={"size": 13},
    )


def _borders(pack, seen_from):
    """Landmark events at the border, where the pack has a table of events."""
    if not pack.has("events"):
        return pd.DataFrame()
    events = pack.events[(pack.events["kind"] == "border") & (pack.events["landmark"] != "no")]
    return events[events["known_date"] <= pd.Timestamp(seen_from)] if seen_from else events


def _trade_axes(chart, pack, unit, scale, flow):
    # The same ranges wherever it is seen from, so that the eye compares: from the whole table.
    every = pack.trade[pack.trade["period_type"] == unit]
    if unit == YEAR:
        step, form = "M12", "%Y"
    else:
        every = every[every["start"].dt.year >= pack.day.year - 1]
        step, form = "M6", "%b<br>%Y"
    if every.empty:
        return
    end = every["end"].max() + pd.Timedelta(days=10)
    chart.update_xaxes(
        type="date",
        range=[f"{every['start'].min():%Y-%m-%d}", f"{end:%Y-%m-%d}"],
        dtick=step,
        tickformat=form,
        ticklabelmode="period",
        tick0="2000-01-01",
    )
    values = every.loc[every["flow"] == flow, "usd_million"]
    values = every["usd_million"] if values.empty else values
    # No logarithm reaches a year without any trade.
    positive = values[values > 0]
    if scale == PERCENT:
        chart.update_yaxes(
            range=[-HIGHEST_PERCENT * 0.1, HIGHEST_PERCENT * 1.08], ticksuffix="%", dtick=50
        )
        chart.add_hline(y=100, line={"color": style.MUTED, "width": 1, "dash": "dot"})
    elif scale == LOG and len(positive):
        low, high = math.log10(positive.min()), math.log10(positive.max())
        powers = list(range(math.floor(low), math.ceil(high) + 1))
        chart.update_yaxes(
            type="log",
            range=[low - 0.35, high + 0.35],
            tickvals=[10**power for power in powers],
            ticktext=[f"{10**power:,g}" for power in powers],
        )
    else:
        chart.update_yaxes(
            range=[-float(values.max()) * 0.1, float(values.max()) * 1.15], tickformat=","
        )


def _trade_subtitle(pack, unit, scale, flow):
    title = pack.resource("trade")["title"]
    measure = (
        "percent of the same period a year before" if scale == PERCENT else "million US dollars"
    )
    return f"{title}, {measure}, by {unit} (direction: {flow_words(pack, flow)})"


def _focus(pack, rows, unit):
    """The figure that the chart is about: for years the article's, for months the lowest of it."""
    shown = rows[rows["preferred"]]
    own = shown[shown["start"].dt.year == pack.day.year]
    own = own if len(own) else shown
    return own.iloc[-1] if unit == YEAR else own.loc[own["each"].idxmin()]


def _trade_title(pack, rows, unit, measure, seen_from):
    if rows.empty:
        return "No figure was known then" if seen_from else "No figure in the table"
    row = _focus(pack, rows, unit)
    if measure == "percent":
        return f"{row['period']}: {percentage(row['percent'])} percent of a year before"
    less = "" if pd.isna(row["percent"]) else f", {_less_words(row['percent'])} than a year before"
    return f"{row['period']}: {amount(row['usd_million'])} million dollars{less}"


def _less_words(percent):
    # 99.4 percent less is not 99: close to nothing, the digit after the point counts.
    change = abs(100 - percent)
    digits = 1 if percent < 5 else 0
    return f"{change:.{digits}f} percent {'less' if percent < 100 else 'more'}"


def describe_trade(pack, unit, scale, flow, seen_from=None):
    """Say how far trade fell and what is missing; parameters as `plot_trade`."""
    measure = "percent" if scale == PERCENT else "each"
    every = select_trade(pack, unit, flow, seen_from)
    rows = _measured(every, measure)
    table = pd.DataFrame(
        {
            "Period": every["period"],
            "Million US dollars": [amount(one) for one in every["usd_million"]],
            "Percent of a year before": [
                "" if pd.isna(one) else percentage(one) for one in every["percent"]
            ],
            "Series": [pack.label("trade.series", one) for one in every["series"]],
            "Compared with": every["base"],
            "Figure": every["basis"],
            "Public by": [date_words(one) for one in every["known_date"]],
        }
    )
    what = f"{pack.resource('trade')['title']} (direction: {flow_words(pack, flow)})"
    if rows.empty:
        return Description(f"{what}: the table has no such figure for this time.", table)
    row = _focus(pack, rows, unit)
    sentences = [f"{what}: {_figure_words(row)}"]
    shown = rows[rows["preferred"] & (rows["kind"] != JOINT)]
    own = shown[shown["kind"] == WHOLE]
    own = own if unit == YEAR else own[own["start"].dt.year == pack.day.year]
    if unit == MONTH:
        sentences.append(f"The last month with a figure is {rows.iloc[-1]['period']}")
    if len(own) > 1:
        where = "in the table" if unit == YEAR else "of that year"
        sentences.append(
            f"The highest {unit} {where} is {_extreme(own, own[measure].idxmax(), measure)}, "
            f"the lowest {_extreme(own, own[measure].idxmin(), measure)}"
        )
    joint = rows[rows["kind"] == JOINT]
    if len(joint):
        both = [
            f"{one['period']} ({amount(one['usd_million'])} million)" for _, one in joint.iterrows()
        ]
        sentences.append(
            f"{join_words(both)} {'is' if len(both) == 1 else 'are'} published as one figure "
            "for two months and drawn as their mean"
        )
    sentences.append(_gap_words(rows, unit))
    return Description(" ".join(f"{one}." for one in sentences if one), table)


def _figure_words(row):
    words = f"{amount(row['usd_million'])} million US dollars in {row['period']}"
    words += f" (series {row['series']})"
    if pd.isna(row["percent"]):
        return words + ", with nothing to compare it with"
    return f"{words}, {percentage(row['percent'])} percent of a year before"


def _extreme(rows, place, measure):
    row = rows.loc[place]
    if measure == "percent":
        return f"{row['period']} with {percentage(row['percent'])} percent"
    return f"{row['period']} with {amount(row['each'])} million"


def _gap_words(rows, unit):
    """Name, or count, the periods between the first and the last that have no figure."""
    spans = [pd.period_range(row["first"], row["last"]) for _, row in rows.iterrows()]
    covered = {month for span in spans for month in span}
    missing = set(pd.period_range(rows["first"].min(), rows["last"].max())) - covered
    if unit == YEAR:
        missing = {month.year for month in missing} - {month.year for month in covered}
    if not missing:
        return ""
    if len(missing) > 3:
        return f"{capital(count_words(len(missing), unit))} in between have no figure"
    names = [str(one) if unit == YEAR else f"{one:%B %Y}" for one in sorted(missing)]
    return f"There is no figure for {join_words(names)}"


def declare_trade(pack):
    """Declare trade by year or month."""
    flows = {flow: flow_words(pack, flow) for flow in dict.fromkeys(pack.trade["flow"])}

    def arguments(view, flow, seen):
        unit, scale = view.split("-")
        return {"unit": unit, "scale": scale, "flow": flow, "seen_from": seen or None}

    return Declaration(
        name="trade",
        controls=(
            Control("view", "Show", VIEWS),
            Control("flow", "Direction", flows),
            Control("seen", "Seen from", seen_options(pack)),
        ),
        plot=lambda **choice: plot_trade(pack, **arguments(**choice)),
        describe=lambda **choice: describe_trade(pack, **arguments(**choice)),
        source=(
            "Source: table trade; every row names its source. A hollow mark is derived, not read. "
            "Figures of different series do not count the same things."
        ),
    )


EXPLORERS = {"trade": (declare_trade, ("trade",))}
