"""Trade, year by year and month by month, with its gaps and its different series."""

import functools
import math

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import MILLISECOND, label_places, length, mark, wrapped
from crossroads.charts.view import View, cuts, declare, references, seen_options
from crossroads.words.tags import tag

YEAR, MONTH = "year", "month"
EACH, LOG, PERCENT = "linear", "log", "percent"
VIEWS = ("year-linear", "year-percent", "month-linear", "month-log", "month-percent")
WHOLE, JOINT, PART = "whole", "joint", "part"
# Some customs offices publish January and February as one figure in some years; a
# longer sum says too little about its months to be drawn among them.
JOINT_MONTHS = 2
# A rise from next to nothing would press every fall to the floor of the chart.
HIGHEST_PERCENT = 200.0
# More periods without a figure than these are counted, not named.
NAMED_GAPS = 3
# On a phone more years than these have no room for their numbers.
MANY = 10
# Of a figure that another office counts than the one with most figures.
STAR = "*"
# Landmarks of these kinds say nothing about trade.
BUT = ("summit",)


def series_order(pack):
    """List the series of the table of trade: the one with most rows first."""
    counts = pack.trade["series"].value_counts()
    return sorted(counts.index, key=lambda series: (-counts[series], series))


def select_trade(pack, unit, flow, order=None):
    """Select the figures of a pack, which may be cut, for years, or for months of two years.

    In order of time, the series in theirs. ``kind`` is "joint" for two months
    published as one, "part" for the months so far of a year without a figure;
    ``each`` is the mean month of a joint figure; ``percent`` of the same period a
    year before is "reported" by the source, or "derived" here from a ``base``;
    the first of each period is ``preferred``.
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


def list_figures(words, pack, unit, flow, order=None):
    """List the rows of `select_trade` with their period in words, its middle, and a height."""
    rows = select_trade(pack, unit, flow, order)
    return list(
        rows.assign(
            period=[period_words(words, row) for row in rows.itertuples()],
            x=rows["start"] + (rows["end"] - rows["start"]) / 2,
            height=rows["each"],
        ).itertuples()
    )


def trade(pack):
    """Trade by year or month, as a value or as a percentage of a year before."""
    words, cut, order = pack.words, cuts(pack), series_order(pack)
    flows = {flow: pack.label("trade.flow", flow) for flow in dict.fromkeys(pack.trade["flow"])}
    names = {series: pack.label("trade.series", series) for series in order}
    title = pack.resource("trade")["title"]
    spans = {unit: trade_span(pack, unit) for unit in (YEAR, MONTH)}

    @functools.cache
    def known(unit, flow, seen):
        rows = list_figures(words, cut(seen), unit, flow, order)
        return rows, _table(words, rows, names)

    scales = functools.cache(functools.partial(_scale, pack))

    def show(view, flow, seen):
        unit, scale = view.split("-")
        measure = "percent" if scale == PERCENT else "each"
        every, table = known(unit, flow, seen)
        most = HIGHEST_PERCENT if scale == PERCENT else math.inf
        rows = [(row, getattr(row, measure)) for row in every]
        rows = [row._replace(height=min(one, most)) for row, one in rows if pd.notna(one)]
        facts = {"unit": unit, "scale": scale, "table": title, "flow": flows[flow]}
        facts["day"] = pack.day
        drawn = [row for row in rows if row.preferred]
        facts["open"] = "derived" if any(row.basis == "derived" for row in drawn) else "none"
        facts["starred"] = "series" if len({row.rank for row in drawn}) > 1 else "none"
        facts["late"] = "late" if any(row.known_date > pack.day for row in drawn) else "none"
        facts["before"] = "dotted" if _before(pack, drawn, unit, scale) else "none"
        broad = any(row.kind == JOINT for row in drawn) and scale != LOG
        facts["broad"] = "joint" if broad else "none"
        if rows:
            facts |= {"case": measure, **_facts(words, pack.day, rows, unit, measure)}
        else:
            facts["case"] = "unknown" if seen else "none"
        # The axis goes on after the article's year where a later figure is drawn.
        until = max([row.end for row in drawn] + [pack.day])
        span, axis = (spans[unit][0], until), scales(unit, scale, flow)
        draw = functools.partial(draw_trade, pack, rows, unit, scale, names, span, axis, seen)
        return View(facts, table, draw, 360, rows=_references(every), empty=not rows)

    return declare(pack, "trade", show, view=VIEWS, flow=flows, seen=seen_options(pack))


def _table(words, rows, names):
    cells = [
        (
            row.period,
            amount(words, row.usd_million),
            "" if pd.isna(row.percent) else percentage(words, row.percent),
            names[row.series],
            words.say(
                "trade-base",
                basis=row.percent_basis or "none",
                number=amount(words, row.base),
                series=row.base_series,
            ),
            words.say("trade-basis", basis=row.basis),
            row.known_date,
        )
        for row in rows
    ]
    columns = ["period", "usd_million", "percent_before", "series", "compared_with", "figure"]
    return pd.DataFrame(cells, columns=[*columns, "known_date"])


def period_words(words, row):
    """Write the period of a figure."""
    if row.kind == WHOLE:
        return words.date(row.start, row.period_type)
    return words.months(row.start, row.end)


def _each(row):
    return row.each


def _facts(words, day, rows, unit, measure):
    """Work out what title and sentence name: a figure, the extremes, what is joint or missing."""
    write = percentage if measure == "percent" else amount
    shown = [row for row in rows if row.preferred]
    own = [row for row in shown if row.start.year == day.year] or shown
    # The figure that the chart is about: for years the article's, for months the lowest of it.
    row = own[-1] if unit == YEAR else min(own, key=_each)
    percent = row.percent
    facts = {
        "period": row.period,
        "series": row.series,
        "number": amount(words, row.usd_million),
        "change": "none" if pd.isna(percent) else "less" if percent < 100 else "more",
        "last": rows[-1].period,
    }
    if pd.notna(percent):
        facts["percent"] = percentage(words, percent)
        # 99.4 percent less is not 99: close to nothing, the digit after the point counts.
        facts["changed"] = words.number(abs(100 - percent), 1 if percent < 5 else 0)
    own = [
        row for row in shown if row.kind == WHOLE and (unit == YEAR or row.start.year == day.year)
    ]
    facts["extremes"] = "known" if len(own) > 1 else "none"
    if len(own) > 1:
        for name, extreme in (("high", max), ("low", min)):
            found = extreme(own, key=lambda row: getattr(row, measure))
            number = write(words, getattr(found, measure))
            facts |= {name: found.period, f"{name}_number": number}
    joint = [row for row in rows if row.kind == JOINT]
    facts["joint"] = len(joint)
    facts["joint_periods"] = [
        words.say("trade-joint", period=row.period, number=amount(words, row.usd_million))
        for row in joint
    ]
    missing = _missing(rows, unit)
    facts["missing"] = len(missing)
    facts["missing_case"] = (
        "none" if not missing else "named" if len(missing) <= NAMED_GAPS else "counted"
    )
    facts["missing_periods"] = [words.date(period.start_time, unit) for period in missing]
    return facts


def _missing(rows, unit):
    """List the periods between the first and the last that have no figure."""
    covered = {month for row in rows for month in range(row.first.ordinal, row.last.ordinal + 1)}
    freq = "M"
    if unit == YEAR:
        covered, freq = {month // 12 for month in covered}, "Y"
    missing = sorted({*range(min(covered, default=0), max(covered, default=0))} - covered)
    return [pd.Period(ordinal=one, freq=freq) for one in missing]


def _drawn_by(pack, unit):
    """Select the figures, of all flows, by which the axes go wherever they are seen from."""
    every = pack.trade[pack.trade["period_type"] == unit]
    return every[every["start"].dt.year >= pack.day.year - 1] if unit == MONTH else every


def trade_span(pack, unit):
    """Give the time of the axis, the same wherever it is seen from, so that the eye compares."""
    every = _drawn_by(pack, unit)
    if every.empty:
        return pd.Timestamp(pack.day.year - 1, 1, 1), pack.day
    return every["start"].min(), every["end"].max()


def _scale(pack, unit, scale, flow):
    """Choose the vertical axis, the same wherever it is seen from."""
    if scale == PERCENT:
        return {"range": [-18, HIGHEST_PERCENT * 1.12], "ticksuffix": "%", "dtick": 50}
    every = _drawn_by(pack, unit)
    values = every.loc[every["flow"] == flow, "usd_million"]
    values = every["usd_million"] if values.empty else values
    # No logarithm reaches a year without any trade.
    positive = values[values > 0]
    if scale == LOG and len(positive):
        low, high = math.log10(positive.min()), math.log10(positive.max())
        powers = range(math.floor(low), math.ceil(high) + 1)
        return {
            "type": "log",
            "range": [low - 0.35, high + 0.35],
            "tickvals": [10**power for power in powers],
            "ticktext": [pack.words.number(10**power, max(0, -power)) for power in powers],
        }
    highest = values.max() if len(values) else 1
    return {"range": [0, highest * 1.16], "tickformat": ",", "nticks": 5}


def _before(pack, rows, unit, scale):
    """Find the bar of the article's year, and what its months came to a year before."""
    for row in rows:
        if unit == YEAR and scale == EACH and row.start.year == pack.day.year and row.percent > 0:
            return row, 100 * row.usd_million / row.percent
    return ()


def draw_trade(pack, rows, unit, scale, names, span, axis, seen, chart):
    """Draw a bar for each period, as broad as the time it counts, the article's year strong.

    Pale: published after the article's day. Open: derived. With a star: of
    another series than the others. Dotted: the months of the article's year a
    year before. A percentage hangs from a line at 100; on a logarithmic scale,
    which has no zero, there are marks.
    """
    words = pack.words
    chart.time(pack, *span, seen or None, but=BUT)
    shown = [row for row in rows if row.preferred]
    draw_figures(pack, shown, scale, names, chart)
    if scale == PERCENT:
        line = {"color": style.role("ink"), "width": 1}
        chart.rule(x0=0, x1=1, xref="x domain", y0=100, y1=100, yref="y", line=line)
    before, main = _before(pack, shown, unit, scale), min((row.rank for row in shown), default=0)
    small = 0.1 * max((row.height for row in shown), default=0)
    labels, labelled = [], _labelled(shown, unit, pack.day, chart.narrow)
    for row in shown:
        if before and row is before[0]:
            _draw_before(pack, row, before[1], chart)
        elif row in labelled or row.rank > main:
            numbered = row in labelled
            labels.append(
                _label(words, row, unit, scale, pack.day, small, chart.narrow, numbered, main)
            )
    # On a phone each year has its name and its words where there is room for them.
    years = max(1, round((span[1] - span[0]).days / 365))
    slot = chart.room / years if chart.narrow and unit == YEAR else 0
    _place(pack, labels, span, axis["range"], 11 if slot >= 36 else 12, chart)
    if slot >= 30:
        chart.set(xaxis={"dtick": "M12", "tickformat": words.say("axis-year-short")})
    if scale != PERCENT:
        for period in _missing(rows, unit):
            middle = period.start_time + (period.end_time - period.start_time) / 2
            low = axis["range"][0] if scale == LOG else 0
            place = {"x": middle, "y": low, "yanchor": "bottom"}
            dash = chart.narrow and slot < 36
            said = words.say("trade-no-figure", unit=MONTH if dash else unit)
            chart.note(
                wrapped(said, 1) if chart.narrow else said,
                **place,
                font={"size": 12, "color": style.role("muted")},
            )
    # Where every bar has its number, an axis says it again.
    said = unit == YEAR and scale == EACH and len(labelled) == len(shown) > 0
    axis = {**axis, "visible": not said}
    chart.set(yaxis={**axis, "tickfont": {"size": 12}, "gridcolor": style.role("zero")})


def _draw_before(pack, row, before, chart):
    """Draw the outline of a bar as high as its months a year before, its number, the change."""
    words, ink = pack.words, style.role("ink")
    half = 0.43 * (row.end - row.start + pd.Timedelta(days=1))
    box = {"x0": row.x - half, "x1": row.x + half, "y0": row.height, "y1": before}
    chart.rule(type="rect", line={"color": ink, "width": 1.5, "dash": "dot"}, **box)
    change = words.number(abs(100 - row.percent), 0)
    said = words.say("trade-change", case="less" if row.percent < 100 else "more", number=change)
    size = 12 if chart.narrow else 15
    top = {"y": max(before, row.height), "yanchor": "bottom"}
    # In the middle of the year, where on a phone the lines of other days leave most room.
    top |= {"x": pd.Timestamp(row.start.year, 7, 1) if chart.narrow else row.x}
    # The bar of a whole year before stands beside it, with the same number.
    again = row.kind == WHOLE
    lift = 15 if not again else 32 * chart.narrow
    chart.note(tag("b", said), **top, yshift=lift, font={"size": size})
    if not again:
        number = amount(words, before)
        if row.percent_basis == "reported":
            # The source names the change, of two digits: it gives no more of the figure before.
            digits = 1 - math.floor(math.log10(before))
            number = words.say("trade-about", number=amount(words, round(before, digits)))
        # On a phone it has just the room between the bar before and the article's day.
        edge = {"x": pack.day, "xanchor": "right", "xshift": -1, "borderpad": 0}
        place = edge if chart.narrow else chart.ground(pack, row.x)
        chart.note(number, **{**top, **place}, font={"size": 12})
    number = tag("b", amount(words, row.usd_million))
    chart.note(number, x=row.x, y=row.height, yanchor="bottom", font={"size": 12})


def draw_figures(pack, shown, scale, names, chart):
    """Draw the figures themselves, for periods of which each has one."""
    groups = {}
    for row in shown:
        own = row.start.year == pack.day.year
        tone = "after" if row.known_date > pack.day else "record" if own else "muted"
        groups.setdefault((tone, row.basis == "derived"), []).append(row)
    base, day = 100 if scale == PERCENT else 0, pd.Timedelta(days=1)
    for (tone, derived), rows in sorted(groups.items()):
        colour = style.role(tone)
        places, heights = [row.x for row in rows], [row.height for row in rows]
        given = {"hover": _told(pack.words, rows, scale, names), "rows": _references(rows)}
        if scale == LOG:
            symbol = "circle-open" if derived else "circle"
            chart.points(places, heights, marker=mark(10, symbol, colour), **given)
            continue
        fill = "paper" if derived else "zero" if tone == "muted" else tone
        lengths = [0.86 * ((row.end - row.start + day) / MILLISECOND) for row in rows]
        chart.bars(
            places,
            [height - base for height in heights],
            base=base,
            width=lengths,
            marker={
                "color": style.role(fill),
                "line": {"color": colour, "width": 1.5},
            },
            textposition="none",
            **given,
        )
    if shown:
        chart.set(barmode="overlay")


def _references(rows):
    return references("trade", (row.trade_id for row in rows))


def _written(words, row, scale):
    percent = scale == PERCENT
    number = percentage(words, row.percent) if percent else amount(words, row.each)
    measure = "percent" if percent else "each"
    return words.say("trade-number", measure=measure, number=number)


def _told(words, rows, scale, names=None):
    """Write each figure for the pointer."""
    return [
        words.say(
            "trade-mark",
            case="joint" if row.kind == JOINT and scale != PERCENT else "each",
            period=row.period,
            number=_written(words, row, scale),
            series=(names or {}).get(row.series, row.series),
        )
        for row in rows
    ]


def _labelled(shown, unit, day, narrow):
    """Choose the figures that carry their number: all years where there is room, else extremes."""
    if unit == YEAR and (not narrow or len(shown) < MANY) or not shown:
        return shown
    own = [row for row in shown if row.start.year == day.year and row.kind != JOINT] or shown
    picked = [max(own, key=_each)]
    if unit == MONTH:
        picked.append(min(own, key=_each))
    whole = [row for row in shown if row.kind != JOINT]
    picked += [max(whole, key=lambda row: row.height)] if whole else []
    return [row for row in shown if row in picked]


def _label(words, row, unit, scale, day, small, narrow, numbered, main):
    """Write a number, a star, or both for the end of a bar; lifted where that is hardly seen.

    Gives the text, its place, its side, how far it is above, and whether a line leads there.
    """
    over, low = scale == PERCENT and row.height < row.percent, row.height < small
    said = words.say(
        "trade-label",
        case="over" if over else PART if row.kind == PART and not narrow else unit,
        number=_written(words, row, scale),
        first=words.month(row.start, short=True),
        last=words.month(row.end, short=True),
    )
    said = (said if numbered else "") + STAR * (row.rank > main)
    # A fall hangs from the line at 100, above which is room.
    height = row.height if scale != PERCENT else max(row.height, 100)
    # Plotly counts the place of a note on a logarithmic axis in powers of ten.
    y = math.log10(height) if scale == LOG else height
    # The months before and after a low one stand higher than it does.
    line = unit == MONTH and scale == EACH and low
    up = 45 if line else 11 if scale != LOG else -16 if low else 16
    near = not narrow and pd.Timedelta(0) < day - row.x < pd.Timedelta(days=60)
    return said, row.x, y, "right" if near else "center", up, line


def _place(pack, labels, span, heights, size, chart):
    """Write labels, each aside or higher where it would meet one before it."""
    (first, last), (low, high) = span, heights
    points = [
        ((x - first) / (last - first) * chart.room, (y - low) / (high - low) * 250)
        for _, x, y, *_ in labels
    ]
    tries = [
        [
            (side, 10 * (side == "right") + right, up + 17 * n)
            for n in range(3)
            for right in (0, 4)[: 13 - size]
        ]
        for *_, side, up, _ in labels
    ]
    lengths = [length(text, size) + 4 for text, *_ in labels]
    found = label_places(points, lengths, tries, chart.room, clear=0)
    for (text, x, y, _, least, lifted), (side, right, up) in zip(labels, found, strict=True):
        place = {"xanchor": side, "xshift": right, "yshift": up}
        if lifted or up != least:
            line = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1}
            line |= {"arrowcolor": style.role("muted"), "ax": 0, "ay": 9 - up}
            place = {"xanchor": side, "yanchor": "bottom", **line}
        chart.note(text, x=x, y=y, font={"size": 12}, **chart.ground(pack, x), **place)
