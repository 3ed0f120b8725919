"""Trade, year by year and month by month, with its gaps and its different series."""

import functools
import math

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import Html
from crossroads.charts.view import View, cuts, declare

YEAR, MONTH = "year", "month"
LOG, PERCENT = "log", "percent"
VIEWS = ("year-linear", "year-percent", "month-linear", "month-log", "month-percent")
WHOLE, JOINT, PART = "whole", "joint", "part"
# Some customs offices publish January and February as one figure in some years; a
# longer sum says too little about its months to be drawn among them.
JOINT_MONTHS = 2
# A rise from next to nothing would press every fall to the floor of the chart.
HIGHEST_PERCENT = 200
# More periods without a figure than these are counted, not named.
NAMED_GAPS = 3


def seen_options(pack):
    """Give the days from which the record can be seen, the article's own first."""
    words, day = pack.words, pack.day
    return {
        f"{day:%Y-%m-%d}": words.say("seen-article-day", day=day),
        "": words.say("seen-everything"),
    }


def series_order(pack):
    """List the series of the table of trade: the one with most rows first."""
    counts = pack.trade["series"].value_counts()
    return sorted(counts.index, key=lambda series: (-counts[series], series))


def select_trade(pack, unit, flow, order=None):
    """Select the figures of a pack, which may be cut, for years, or for months of two years.

    In order of time, the series in their order, with more columns: ``first``
    and ``last`` (months), ``kind`` ("whole"; "joint" for two months published
    as one; "part" for the months so far of a year without a figure of its
    own), ``each`` (value, or the mean month of a joint figure), ``percent`` of
    the same period a year before, ``percent_basis`` ("reported" by the source
    or "derived" here), ``base`` and ``base_series`` (what it is derived from),
    ``preferred`` (first of its period).
    """
    order = order or series_order(pack)
    rows = pack.trade[pack.trade["flow"] == flow]
    rows = rows.assign(
        first=rows["start"].dt.to_period("M"),
        last=rows["end"].dt.to_period("M"),
        rank=rows["series"].map({series: rank for rank, series in enumerate(order)}),
        kind=WHOLE,
    ).sort_values(["start", "end", "rank"], kind="stable")
    chosen = _years(rows) if unit == YEAR else _months(rows, pack.day.year - 1)
    columns = ["percent", "percent_basis", "base", "base_series"]
    compared = pd.DataFrame(_compare(chosen, rows), index=chosen.index, columns=columns)
    shown = chosen.join(compared.astype({"percent": float, "base": float}))
    shown["each"] = shown["usd_million"].where(
        shown["kind"] != JOINT, shown["usd_million"] / JOINT_MONTHS
    )
    shown["preferred"] = ~shown.duplicated(["first", "last"])
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
    covered = months["first"]
    sums = rows[rows["period_type"] == "to date"]
    sums = sums[sums["first"] + (JOINT_MONTHS - 1) == sums["last"]]
    lacking = ~(sums["first"].isin(covered) & sums["last"].isin(covered))
    joint = sums[lacking].drop_duplicates("start").assign(kind=JOINT)
    return pd.concat([months, joint]).sort_values(["start", "end", "rank"], kind="stable")


def _compare(chosen, rows):
    """Compare rows with a year before: percentage, who computed it, with what."""
    periods = {}
    for row in rows.itertuples():
        periods.setdefault((row.first, row.last), []).append(row)
    for row in chosen.itertuples():
        bases = periods.get((row.first - 12, row.last - 12))
        if row.change_percent == row.change_percent:
            yield 100 + row.change_percent, "reported", None, ""
        elif bases:
            base = min(bases, key=lambda base: (base.series != row.series, base.rank))
            percent = 100 * row.usd_million / base.usd_million
            yield percent, "derived", base.usd_million, base.series
        else:
            yield None, "", None, ""


def amount(words, value):
    """Write a number with as many digits as a reader needs: 2,789, 96.8, 1.7, 0.253."""
    return words.number(value, _decimals(value, 100, 1, 3))


def percentage(words, value):
    """Write a percentage with the digits that its figures carry: 81, 8.7, 0.03."""
    return words.number(value, _decimals(value, 10, 0.1, 1))


def _decimals(value, whole, tenths, digits):
    if value >= tenths:
        return 0 if value >= whole else 1
    return len(f"{value:.{digits}g}".partition(".")[2])


def trade(pack):
    """Trade by year or month, as a value or as a percentage of a year before."""
    words, cut, order = pack.words, cuts(pack), series_order(pack)
    flows = {flow: pack.label("trade.flow", flow) for flow in dict.fromkeys(pack.trade["flow"])}
    names = {series: pack.label("trade.series", series) for series in order}
    title = pack.resource("trade")["title"]
    borders = _borders(pack)

    @functools.cache
    def known(unit, flow, seen):
        rows = select_trade(cut(seen), unit, flow, order)
        rows["period"] = [_period(words, row) for row in rows.itertuples()]
        table = pd.DataFrame(
            {
                "period": rows["period"],
                "usd_million": [amount(words, value) for value in rows["usd_million"]],
                "percent_before": [
                    "" if pd.isna(value) else percentage(words, value) for value in rows["percent"]
                ],
                "series": rows["series"].map(names),
                "compared_with": [
                    words.say(
                        "trade-base",
                        basis=row.percent_basis or "none",
                        number=amount(words, row.base),
                        series=row.base_series,
                    )
                    for row in rows.itertuples()
                ],
                "figure": [words.say("trade-basis", basis=basis) for basis in rows["basis"]],
                "known_date": rows["known_date"],
            }
        )
        return rows, table

    axes = functools.cache(functools.partial(_axes, pack))

    def show(view, flow, seen):
        unit, scale = view.split("-")
        measure = "percent" if scale == PERCENT else "each"
        rows, table = known(unit, flow, seen)
        rows = rows[rows[measure].notna()].reset_index(drop=True)
        facts = {"unit": unit, "scale": scale, "table": title, "flow": flows[flow]}
        if rows.empty:
            facts["case"] = "unknown" if seen else "none"
        else:
            facts |= {"case": measure, **_facts(words, pack.day, rows, unit, measure)}
        rows["height"] = rows[measure].clip(upper=HIGHEST_PERCENT if scale == PERCENT else None)
        rows["x"] = rows["start"] + (rows["end"] - rows["start"]) / 2
        days = [
            (event.date, event.short_title)
            for event in borders.itertuples()
            if unit == MONTH and (not seen or event.known_date <= pd.Timestamp(seen))
        ]
        draw = functools.partial(
            draw_trade, pack, rows, unit, measure, names, axes(unit, scale, flow), days
        )
        return View(facts, table.copy(), draw, 360)

    return declare(pack, "trade", show, view=VIEWS, flow=flows, seen=seen_options(pack))


def _period(words, row):
    if row.kind == WHOLE:
        return words.date(row.start, row.period_type)
    return words.months(row.start, row.end)


def _borders(pack):
    """Landmark events at the border, where the pack has a table of events."""
    events = pack.events if pack.has("events") else pd.DataFrame(columns=["kind", "landmark"])
    return events[(events["kind"] == "border") & (events["landmark"] == "yes")]


def _facts(words, day, rows, unit, measure):
    """Work out what title and sentence name: a figure, the extremes, what is joint or missing."""
    write = percentage if measure == "percent" else amount
    shown = rows[rows["preferred"]]
    own = shown[shown["start"].dt.year == day.year]
    own = own if len(own) else shown
    # The figure that the chart is about: for years the article's, for months the lowest of it.
    row = own.iloc[-1] if unit == YEAR else own.loc[own["each"].idxmin()]
    percent = row["percent"]
    facts = {
        "period": row["period"],
        "series": row["series"],
        "number": amount(words, row["usd_million"]),
        "change": "none" if pd.isna(percent) else "less" if percent < 100 else "more",
        "last": rows["period"].iloc[-1],
    }
    if pd.notna(percent):
        facts["percent"] = percentage(words, percent)
        # 99.4 percent less is not 99: close to nothing, the digit after the point counts.
        facts["changed"] = words.number(abs(100 - percent), 1 if percent < 5 else 0)
    own = shown[shown["kind"] == WHOLE]
    own = own if unit == YEAR else own[own["start"].dt.year == day.year]
    facts["extremes"] = "known" if len(own) > 1 else "none"
    if len(own) > 1:
        for name, place in (("high", own[measure].idxmax()), ("low", own[measure].idxmin())):
            facts |= {
                name: own["period"][place],
                f"{name}_number": write(words, own[measure][place]),
            }
    joint = rows[rows["kind"] == JOINT]
    facts["joint"] = len(joint)
    facts["joint_periods"] = [
        words.say("trade-joint", period=period, number=amount(words, value))
        for period, value in zip(joint["period"], joint["usd_million"], strict=True)
    ]
    missing = _missing(rows, unit)
    facts["missing"] = len(missing)
    facts["missing_case"] = (
        "none" if not missing else "named" if len(missing) <= NAMED_GAPS else "counted"
    )
    facts["missing_periods"] = [words.date(period.to_timestamp(), unit) for period in missing]
    return facts


def _missing(rows, unit):
    """List the periods between the first and the last that have no figure."""
    spans = [pd.period_range(row.first, row.last) for row in rows.itertuples()]
    covered = {month for span in spans for month in span}
    missing = set(pd.period_range(rows["first"].min(), rows["last"].max())) - covered
    if unit == YEAR:
        missing, covered = (
            {month.asfreq("Y") for month in months} for months in (missing, covered)
        )
        missing -= covered
    return sorted(missing)


def _axes(pack, unit, scale, flow):
    """Choose the same ranges wherever it is seen from, so that the eye compares."""
    every = pack.trade[pack.trade["period_type"] == unit]
    if unit == MONTH:
        every = every[every["start"].dt.year >= pack.day.year - 1]
    if every.empty:
        return {}
    x = {
        "type": "date",
        "range": [every["start"].min(), every["end"].max() + pd.Timedelta(days=10)],
        "dtick": "M12" if unit == YEAR else "M6",
        "tickformat": "%Y" if unit == YEAR else Html(pack.words.say("axis-month-over-year")),
        "ticklabelmode": "period",
        "tick0": "2000-01-01",
    }
    values = every.loc[every["flow"] == flow, "usd_million"]
    values = every["usd_million"] if values.empty else values
    # No logarithm reaches a year without any trade.
    positive = values[values > 0]
    if scale == PERCENT:
        ends = [-HIGHEST_PERCENT * 0.1, HIGHEST_PERCENT * 1.08]
        y = {"range": ends, "ticksuffix": "%", "dtick": 50}
    elif scale == LOG and len(positive):
        low, high = math.log10(positive.min()), math.log10(positive.max())
        powers = range(math.floor(low), math.ceil(high) + 1)
        y = {
            "type": "log",
            "range": [low - 0.35, high + 0.35],
            "tickvals": [10**power for power in powers],
            "ticktext": [pack.words.number(10**power, max(0, -power)) for power in powers],
        }
    else:
        y = {"range": [-values.max() * 0.1, values.max() * 1.15], "tickformat": ","}
    return {"xaxis": x, "yaxis": y}


def draw_trade(pack, rows, unit, measure, names, axes, days, chart):
    """Draw trade as marks over time, one symbol for each series.

    Hollow marks are derived; a flat line is two months published as one.
    """
    words = pack.words
    labelled = _labelled(pack, rows, unit)
    marks = list(rows.itertuples())

    def write(row):
        number = (percentage if measure == "percent" else amount)(words, getattr(row, measure))
        return words.say("trade-number", measure=measure, number=number)

    main = [row for row in marks if row.preferred and row.kind == WHOLE and row.rank == 0]
    _draw_line(chart, main)
    basis = "percent_basis" if measure == "percent" else "basis"
    # The main series comes last, so that its marks lie on top.
    for place, series in reversed(list(enumerate(names))):
        for how in ("reported", "derived"):
            group = [
                row
                for row in marks
                if row.series == series and getattr(row, basis) == how and row.kind != JOINT
            ]
            if not group:
                continue
            colour = style.COLOURS[place % len(style.COLOURS)]
            symbol = style.SYMBOLS[place % len(style.SYMBOLS)]
            symbol += "-open" if how == "derived" else ""
            over = [row.height < getattr(row, measure) for row in group]
            chart.points(
                [row.x for row in group],
                [row.height for row in group],
                mode="markers+text",
                name=words.say("trade-series", how=how, series=names[series]),
                marker={
                    "symbol": ["triangle-up" if more else symbol for more in over],
                    "size": 10,
                    "color": colour,
                    "line": {"width": 2, "color": colour},
                },
                text=[
                    _mark_label(words, row, write(row))
                    if row.trade_id in labelled or more and row.preferred
                    else ""
                    for more, row in zip(over, group, strict=True)
                ],
                textposition=[
                    "middle left" if more else labelled.get(row.trade_id, "top center")
                    for more, row in zip(over, group, strict=True)
                ],
                textfont={"size": 13},
                cliponaxis=False,
                hover=[
                    words.say("trade-mark", period=row.period, number=write(row), series=series)
                    for row in group
                ],
            )
    for row in marks:
        if row.kind == JOINT:
            _draw_joint(
                chart, pack, row, measure, write(row), axes.get("yaxis", {}).get("type") == LOG
            )
    for day, title in days:
        chart.day(day, title, anchor="right")
    chart.day(pack.day, words.say("article-day"))
    if measure == "percent" and axes:
        line = {"color": style.MUTED, "width": 1, "dash": "dot"}
        chart.rule(x0=0, x1=1, xref="x domain", y0=100, y1=100, yref="y", line=line)
    legend = {"orientation": "h", "x": 0, "y": -0.16, "yanchor": "top", "traceorder": "reversed"}
    chart.set(**axes, showlegend=True, legend=legend, margin={"t": 30})


def _draw_line(chart, marks):
    """Join neighbours of the main series; a period without a figure stays a gap."""
    x, y, following = [], [], None
    for row in marks:
        gap = [None] * (following is not None and row.first != following)
        x += [*gap, row.x]
        y += [*gap, row.height]
        following = row.last + 1
    line = {"color": style.ACCENT, "width": 2}
    chart.points(x, y, mode="lines", line=line, hoverinfo="skip", showlegend=False)


def _mark_label(words, row, number):
    if row.kind != PART:
        return number
    first, last = words.month(row.start, short=True), words.month(row.end, short=True)
    return words.say("trade-part", first=first, last=last, number=number)


def _labelled(pack, rows, unit):
    """Choose the marks that carry their number, and the side on which it stands."""
    shown = rows[rows["preferred"] & (rows["kind"] != JOINT)]
    if unit == MONTH:
        own = shown[shown["start"].dt.year == pack.day.year]
        if own.empty:
            return {}
        low, high = own["height"].idxmin(), own["height"].idxmax()
        return {own["trade_id"][low]: "bottom center", own["trade_id"][high]: "top center"}
    heights = list(shown["height"])
    shared = rows.duplicated(["first", "last"], keep=False)[shown.index]
    sides = {}
    for place, row in enumerate(shown.itertuples()):
        falls = place > 0 and heights[place - 1] > heights[place]
        rises = place + 1 < len(heights) and heights[place + 1] > heights[place]
        if row.kind == PART:
            side = "bottom left"
        elif shared[row.Index]:
            # Marks of other series stand above or below: the number goes beside them.
            side = "middle right" if place + 1 < len(heights) else "middle left"
        elif falls and not rises and row.start.year == pack.day.year:
            side = "bottom left"  # at its right stands the line of the article's day
        else:
            side = {
                (True, True): "bottom center",
                (True, False): "top right",
                (False, True): "bottom right",
                (False, False): "top center",
            }[falls, rises]
        sides[row.trade_id] = side
    return sides


def _draw_joint(chart, pack, row, measure, number, log):
    """Draw two months published as one as a flat line over both."""
    words = pack.words
    before = row.start.year < pack.day.year  # Then its name stands at the right of it.
    chart.points(
        [row.start, row.end],
        [row.height] * 2,
        mode="lines",
        line={"color": style.ACCENT, "width": 5, "dash": "solid"},
        name=words.say("trade-two-months"),
        showlegend=False,
        hover=words.say("trade-joint-mark", measure=measure, period=row.period, number=number),
    )
    first, last = words.month(row.start, short=True), words.month(row.end, short=True)
    chart.note(
        words.say("trade-both", first=first, last=last),
        x=row.end if before else row.start,
        # Plotly counts the place of a note on a logarithmic axis in powers of ten.
        y=math.log10(row.height) if log else row.height,
        xanchor="left" if before else "right",
        xshift=4 if before else -4,
    )


EXPLORERS = {"trade": (trade, ("trade",))}
