"""Trade, year by year and month by month, with its gaps and its different series."""

import functools
import itertools
import math
from operator import attrgetter, itemgetter

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import (
    MILLISECOND,
    PALE,
    landmarks,
    length,
    lines,
    mark,
    middle,
    percent_ticks,
    wrapped,
)
from crossroads.charts.view import View, coded, cuts, declare, references, seen_options
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
MOST_TICKS = 5
# More periods without a figure than these are counted, not named.
NAMED_GAPS = 3
EACH_OF = attrgetter("each")
# On a phone more years than these have no room for their numbers.
MANY = 10
BESIDE = 290  # days of the axis for words beside the last bar
FILLED = (0.86, 0.8)  # the part of its time that a bar fills, wide and narrow
STAR = "*"  # of a figure of another series than the one with most figures
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
    single, sums = shown["kind"] != JOINT, shown["usd_million"]
    shown["each"] = sums.where(single, sums / JOINT_MONTHS)
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
        periods.setdefault((row.first + 12, row.last + 12), []).append(row)
    for row in chosen.itertuples():
        if row.change_percent == row.change_percent:
            yield 100 + row.change_percent, "reported", None, ""
        elif bases := [one for one in periods.get((row.first, row.last), ()) if one.usd_million]:
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
    told = coded(pack, "trade.series", "definition")
    whose = names | {code: said[:1].lower() + said[1:].rstrip(".") for code, said in told.items()}
    axes = functools.cache(functools.partial(_axes, pack))

    @functools.cache
    def known(unit, flow, seen):
        rows = select_trade(cut(seen), unit, flow, order)
        rows["period"] = [
            words.date(row.start, row.period_type)
            if row.kind == WHOLE
            else words.months(row.start, row.end)
            for row in rows.itertuples()
        ]
        rows = rows.assign(x=middle((rows["start"], rows["end"])), height=rows["each"])
        rows = list(rows.itertuples())
        return rows, _table(words, rows, names)

    def show(view, flow, seen):
        unit, scale = view.split("-")
        measure = "percent" if scale == PERCENT else "each"
        every, table = known(unit, flow, seen)
        most = HIGHEST_PERCENT if scale == PERCENT else math.inf
        rows = [(row, getattr(row, measure)) for row in every]
        rows = [row._replace(height=min(one, most)) for row, one in rows if pd.notna(one)]
        drawn = [row for row in rows if row.preferred]
        # What the months so far of the article's year came to a year before, where they stand last.
        part = [row for row in drawn[-1:] if row.kind == PART and row.start.year == pack.day.year]
        part = [row for row in part if scale == EACH and row.percent > 0]
        before = sum(100 * row.usd_million / row.percent for row in part)
        drawn_series, kinds = ({getattr(row, of) for row in drawn} for of in ("series", "kind"))
        makers = list(dict.fromkeys(whose[one] for one in order if one in drawn_series))
        facts = {
            "unit": unit,
            "scale": scale,
            "table": pack.resource("trade")["title"],
            "flow": flows[flow],
            "way": flow,
            "day": pack.day,
            "open": "derived" if any(row.basis == "derived" for row in drawn) else "none",
            "starred": "series" if len(makers) > 1 else "none",
            "main": "".join(makers[:1]),
            "others": makers[1:],
            "late": "late" if any(row.known_date > pack.day for row in drawn) else "none",
            "broad": "joint" if scale != LOG and JOINT in kinds else "none",
            "case": measure if rows else "unknown" if seen else "none",
        }
        if rows:
            facts |= _facts(words, pack.day, rows, unit, measure)
        first, axis = axes(unit, scale, flow)
        # The axis goes on after the article's year where a later figure is drawn.
        span = first, max([row.end for row in drawn] + [pack.day])
        given = drawn, _missing(rows, unit), before, unit, scale, names, span, axis, seen
        draw = functools.partial(draw_trade, pack, *given)
        ids = [row.trade_id for row in every]
        return View(facts, table, draw, 360, rows=references("trade", ids), empty=not rows)

    return declare(pack, "trade", show, view=VIEWS, flow=flows, seen=seen_options(pack))


def _table(words, rows, names):
    def base(row):
        basis, number = row.percent_basis or "none", amount(words, row.base)
        return words.say("trade-base", basis=basis, number=number, series=row.base_series)

    columns = {
        "period": lambda row: row.period,
        "usd_million": lambda row: amount(words, row.usd_million),
        "percent_before": lambda row: percentage(words, row.percent) if row.percent >= 0 else "",
        "series": lambda row: names[row.series],
        "compared_with": base,
        "figure": lambda row: words.say("trade-basis", basis=row.basis),
        "known_date": lambda row: row.known_date,
    }
    return pd.DataFrame({name: list(map(cell, rows)) for name, cell in columns.items()})


def _facts(words, day, rows, unit, measure):
    """Work out what title and sentence name: a figure, the extremes, what is joint or missing."""
    write = percentage if measure == "percent" else amount
    shown = [row for row in rows if row.preferred]
    own = [row for row in shown if row.start.year == day.year]
    # The figure that the chart is about: for years the article's, for months the lowest of it.
    row = (own or shown)[-1] if unit == YEAR else min(own or shown, key=EACH_OF)
    percent, missing = row.percent, _missing(rows, unit)
    few = "named" if len(missing) <= NAMED_GAPS else "counted"
    whole = [row for row in (shown if unit == YEAR else own) if row.kind == WHOLE]
    joint = [(row.period, amount(words, row.usd_million)) for row in rows if row.kind == JOINT]
    facts = {
        "period": row.period,
        "series": row.series,
        "number": amount(words, row.usd_million),
        "change": "none" if pd.isna(percent) else "less" if percent < 100 else "more",
        "last": rows[-1].period,
        "extremes": "known" if len(whole) > 1 else "none",
        "joint": len(joint),
        "joint_periods": [words.say("trade-joint", period=one, number=n) for one, n in joint],
        "missing": len(missing),
        "missing_case": few if missing else "none",
        "missing_periods": [words.date(period.start_time, unit) for period in missing],
    }
    if pd.notna(percent):
        facts["percent"] = percentage(words, percent)
        # 99.4 percent less is not 99: close to nothing, the digit after the point counts.
        facts["changed"] = words.number(abs(100 - percent), 1 if percent < 5 else 0)
    for name, extreme in (("high", max), ("low", min)) if len(whole) > 1 else ():
        found = extreme(whole, key=attrgetter(measure))
        facts |= {name: found.period, f"{name}_number": write(words, getattr(found, measure))}
    return facts


def _missing(rows, unit):
    """List the periods between the first and the last that have no figure."""
    covered = {month for row in rows for month in range(row.first.ordinal, row.last.ordinal + 1)}
    covered = {month // 12 for month in covered} if unit == YEAR else covered
    missing = sorted({*range(min(covered, default=0), max(covered, default=0))} - covered)
    return [pd.Period(ordinal=one, freq="Y" if unit == YEAR else "M") for one in missing]


def _axes(pack, unit, scale, flow):
    """Choose the first day and the heights of the axes, the same wherever they are seen from."""
    every = pack.trade[pack.trade["period_type"] == unit]
    every = every[every["start"].dt.year >= pack.day.year - 1] if unit == MONTH else every
    first = min(every["start"], default=pd.Timestamp(pack.day.year - 1, 1, 1))
    if scale == PERCENT:
        ticks = percent_ticks(pack.words, range(0, int(HIGHEST_PERCENT) + 1, 50))
        return first, {"range": [-18, HIGHEST_PERCENT * 1.12], **ticks}
    own = every[every["flow"] == flow]
    values = (every if own.empty else own)["usd_million"]
    # No logarithm reaches a year without any trade.
    positive = values[values > 0]
    if scale == LOG and len(positive):
        heights = [math.log10(positive.min()) - 0.35, math.log10(positive.max()) + 0.35]
        powers = range(math.ceil(heights[0]), math.floor(heights[1]) + 1)
        texts = {10.0**power: pack.words.number(10.0**power, max(0, -power)) for power in powers}
        return first, {"type": "log", "range": heights, **_ticks(texts)}
    high = 1.16 * (max(values, default=1) or 1)
    power = math.floor(math.log10(high / MOST_TICKS))
    step = next(n * 10**power for n in (1, 2, 5, 10) if high / (n * 10**power) <= MOST_TICKS)
    places = [step * number for number in range(int(high / step) + 1)]
    texts = {place: pack.words.number(place, max(0, -power)) for place in places}
    return first, {"range": [0, high], **_ticks(texts)}


def _ticks(texts):
    """Give the places of an axis with their words, for which a page makes room before it draws."""
    return {"tickvals": list(texts), "ticktext": list(texts.values())}


def draw_trade(pack, shown, missing, before, unit, scale, names, span, axis, seen, chart):
    """Draw a bar as broad as its time for each period; on a scale without a zero, a mark."""
    # In the bar of a year the line of a day would stand for nothing.
    but = {*pack.events["kind"]} if unit == YEAR and pack.has("events") else BUT
    if unit == YEAR and span[1] <= pack.day:
        end = span[1] + pd.Timedelta(days=BESIDE if before else 25)
        chart.set(xaxis={"type": "date", "range": [span[0], end], "showgrid": False})
    else:
        chart.time(pack, *span, seen or None, but=but)
    _draw_figures(pack, shown, scale, names, chart)
    if scale == PERCENT:
        chart.across(100, line={"color": style.role("ink"), "width": 1})
    if before:
        _draw_before(pack, shown, before, axis, chart)
    years = range(span[0].year, span[1].year + 1)
    tight = unit == MONTH or chart.narrow and len(years) >= MANY
    if unit == YEAR:
        _name_years(pack.words, years, shown, chart)
    said = pack.words.say("trade-no-figure", unit=MONTH if tight else unit)
    said = wrapped(said, 1) if chart.narrow else said
    floor = axis["range"][0] if scale == LOG else 0
    labels = [middle((one.start_time, one.end_time)) for one in missing if scale != PERCENT]
    labels = [(place, floor, said, "top center", "muted") for place in labels]
    numbered = _numbered(shown, unit, pack.day) if tight else shown[: len(shown) - bool(before)]
    labels += _numbers(pack, shown, numbered, scale, axis, chart)
    places, heights, texts, sides, tones = zip(*labels, strict=True) if labels else [()] * 5
    heights = [10**height for height in heights] if scale == LOG else heights
    look = {"textposition": sides, "cliponaxis": False, "hoverinfo": "skip"}
    chart.texts(places, heights, texts, list(map(style.role, tones)), **look)
    # Where every bar has its number, an axis says it again.
    axis = {**axis, "visible": tight or scale != EACH or not shown, "showgrid": scale == LOG}
    axis |= {"gridcolor": style.role("zero"), "tickfont": {"size": 12}}
    chart.set(yaxis=axis, barmode="overlay")


def _name_years(words, years, shown, chart):
    """Name each year beneath its bar, with the months of a year that is not yet whole."""
    parts = {row.start.year: row for row in shown if row.kind == PART}
    others = {row.start.year for row in shown if row.rank > min(one.rank for one in shown)}
    ticks = {}
    for year in years:
        place = pd.Timestamp(year, 7, 1)
        text = words.say("short-year", year=f"{year % 100:02}") if chart.narrow else str(year)
        text += STAR * (year in others)
        if part := parts.get(year):
            first, last = words.month(part.start, short=True), words.month(part.end, short=True)
            text = lines(text, words.say("months-short", first=first, last=last))
            place = place if chart.narrow else part.x
        ticks[place] = text
    look = {"tickmode": "array", "ticklabelmode": "instant", "ticklen": 0, "tickfont": {"size": 12}}
    chart.set(xaxis={"tickvals": list(ticks), "ticktext": list(ticks.values()), **look})


def _draw_before(pack, shown, before, axis, chart):
    """Draw the outline of a bar as high as its months a year before, and say what happened."""
    words, row, short, top = pack.words, shown[-1], 20 - 11 * chart.narrow, axis["range"][1]
    line, half = top / 26, FILLED[chart.narrow] / 2 * (row.end - row.start + pd.Timedelta(days=1))
    box = {"x0": row.x - half, "x1": row.x + half, "y0": row.height, "y1": before}
    chart.rule(type="rect", line={"color": style.role("ink"), "width": 1.5, "dash": "dot"}, **box)
    number = amount(words, before)
    if row.percent_basis == "reported":
        # The source names the change, of two digits: it gives no more of the figure before.
        digits = 1 - math.floor(math.log10(before))
        number = words.say("trade-about", number=amount(words, round(before, digits)))
    first, last = (words.month(day, short=True) for day in (row.start, row.end))
    months = f"{words.say('months-short', first=first, last=last)} {row.start.year - 1}"
    look = {"xanchor": "left", "align": "left", "yanchor": "bottom"}
    said, high = lines(number, wrapped(months, short)), max(before, row.height, 4.3 * line)
    chart.note(said, x=row.x - half, y=high, xshift=8, **look)
    for day, what in landmarks(pack, dated=True):
        if row.start <= day <= row.end:
            chart.trail([day, day], [high, top], "muted")
            side = {"textposition": "bottom right", "hoverinfo": "skip"}
            chart.texts([day + 0.4 * half], [top], [wrapped(what, short)], "ink", 13, **side)
    beside = {**look, "x": row.x + half, "xshift": 5}
    large = {"yanchor": "middle", "font": {"size": 13 if chart.narrow else 18}}
    change, case = words.number(abs(100 - row.percent), 0), "less" if row.percent < 100 else "more"
    said = tag("b", words.say("trade-change", case=case, number=change))
    chart.note(said, y=max(before + row.height, 6 * line) / 2, **beside | large)
    chart.note(tag("b", amount(words, row.each)), y=0, **beside)
    # Of the bars as they stand: a source may name a change against figures revised since.
    falls = [
        (100 - 100 * two.each / one.each, two)
        for one, two in itertools.pairwise(shown[:-1])
        if one.kind == two.kind == WHOLE and two.start.year - one.start.year == 1
    ]
    for less, fall in [one for one in sorted(falls, key=itemgetter(0)) if one[0] > 25][-1:]:
        high = max(one.height for one in shown if one.start >= fall.start) + 2 * line
        change, year = words.number(less, 0), fall.start.year - 1
        days = pack.un_resolutions["date"] if pack.has("un_resolutions") else ()
        facts = {"resolutions": sum(day.year == year for day in days), "year": str(year)}
        change = tag("b", words.say("trade-change", case="less", number=change))
        said = wrapped(words.say("trade-fall", **facts), short + 2)
        chart.note(lines(change, said), x=fall.start, y=high, xshift=6, **look)


def _draw_figures(pack, shown, scale, names, chart):
    """Draw the figures themselves, for periods of which each has one."""
    places, heights = [row.x for row in shown], [row.height for row in shown]
    derived = [row.basis == "derived" for row in shown]
    tones = ["record" if row.start.year == pack.day.year else "muted" for row in shown]
    late = [row.known_date > pack.day for row in shown]
    tones = ["after" if new else tone for new, tone in zip(late, tones, strict=True)]
    edges = list(map(style.role, tones))
    said = [_told(pack.words, row, scale, names) for row in shown]
    given = {"hover": said, "rows": references("trade", [row.trade_id for row in shown])}
    if scale == LOG:
        shapes = ["circle-open" if one else "circle" for one in derived]
        chart.points(places, heights, marker=mark(10, shapes, edges), **given)
        return
    fills = ["paper" if one else tone for one, tone in zip(derived, tones, strict=True)]
    look = {"color": list(map(style.role, fills)), "line": {"color": edges, "width": 1.5}}
    look["opacity"] = [PALE if fill == "muted" else 1 for fill in fills]
    base, day = 100 if scale == PERCENT else 0, pd.Timedelta(days=1)
    wide = [FILLED[chart.narrow] * (row.end - row.start + day) / MILLISECOND for row in shown]
    tops = [height - base for height in heights]
    chart.bars(places, tops, base=base, width=wide, marker=look, **given)


def _told(words, row, scale, names):
    case = "joint" if row.kind == JOINT and scale != PERCENT else "each"
    number, series = _written(words, row, scale), names[row.series]
    return words.say("trade-mark", case=case, number=number, period=row.period, series=series)


def _written(words, row, scale):
    percent = scale == PERCENT
    number = percentage(words, row.percent) if percent else amount(words, row.each)
    return words.say("trade-number", measure="percent" if percent else "each", number=number)


def _numbered(shown, unit, day):
    """Choose the figures that carry their number where not all have room: the extremes."""
    whole = [row for row in shown if row.kind != JOINT] or shown
    own = [row for row in whole if row.start.year == day.year] or shown
    ends = [max(own, key=EACH_OF), max(whole, key=attrgetter("height"))] if shown else []
    return [*ends, min(own, key=EACH_OF)] if shown and unit == MONTH else ends


def _numbers(pack, shown, numbered, scale, axis, chart):
    """Place numbers and stars above their bars, and above what they would lie across.

    Gives for each its place, its height (on a logarithmic axis in powers of ten),
    its text, its side and its role.
    """
    words, main = pack.words, min((row.rank for row in shown), default=0)
    start, end = map(pd.Timestamp, chart.layout["xaxis"]["range"])
    up, base = (axis["range"][1] - axis["range"][0]) / 250, 100 if scale == PERCENT else 0
    tops = [max(row.height, base) for row in shown]
    if scale == LOG:
        tops = [math.log10(max(top, 10 ** axis["range"][0])) for top in tops]
    # What is there: its middle, half its width, its upper and its lower end.
    there = [
        (row.x, (row.end - row.start) / 2, top, top - 6 * up if scale == LOG else 0)
        for row, top in zip(shown, tops, strict=True)
    ]
    found, leaders = [], []
    for row, top in zip(shown, tops, strict=True):
        month = row.last == row.first
        said = STAR * (row.rank > main and (month or row.kind == JOINT))
        if row in numbered:
            over = scale == PERCENT and row.height < row.percent
            case, number = "over" if over else MONTH if month else YEAR, _written(words, row, scale)
            name = words.month(row.start, short=True)
            said = words.say("trade-label", number=number, case=case, month=name) + said
        if not said:
            continue
        half = length(said, 12) / chart.room * (end - start) / 2
        left = pd.Timedelta(0) < pack.day - row.x < half
        middle, height = row.x - half if left else row.x, top + 5 * up
        for place, wide, upper, lower in there:
            if abs(place - middle) < half + wide and lower - 15 * up < height < upper:
                height = upper + 5 * up
        there.append((middle, half, height + 8 * up, height))
        said = tag("b", said) if row.start.year == pack.day.year and not month else said
        found.append((row.x, height, said, "top left" if left else "top center", "ink"))
        if month and height > top + 16 * up:
            leaders += [(row.x, top), (row.x, height), (None, None)]
    if leaders:
        chart.trail(*zip(*leaders, strict=True), "muted")
    return found
