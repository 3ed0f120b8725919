"""The outside view: how often did such a thing happen in the years known by the article's day?"""

import pandas as pd

from crossroads.charts.forecasts import brier, select_forecasts, select_scores
from crossroads.learn.article import Card, needs, worded_table
from crossroads.pack.check import check_rows
from crossroads.words.lookups import select_rows
from crossroads.words.tags import fold, join, listed, tag

NONE, PERIODS, YEARS = "none", "periods", "first of the year"


def _periods(dates, since, day, length):
    """Cut the time up to a day into whole periods, the last first; tell which hold a date."""
    span, whole = pd.Timedelta(days=length), ((day - since).days + 1) // length
    ends = (day - number * span for number in range(whole))
    return [bool(dates.between(end - span, end, inclusive="right").any()) for end in ends]


def _years(dates, since, day, months):
    """Tell for each year whether its first date falls into the months; a bare year counts too."""
    firsts = dates.groupby(dates.dt.year).min().dt.month
    years = range(since.year, day.year + (day.year in firsts))
    return [firsts.get(year) in months for year in years]


def base_rate(pack, forecast_id):
    """Count how often it came about, of how many cases known on the article's day; None without."""
    declared = pack.base_rates[pack.base_rates["forecast_id"] == forecast_id]
    if declared.empty or declared["kind"].iloc[0] == NONE:
        return None
    row, known = declared.iloc[0], pack.as_of(pack.day)
    forecast = pack.forecasts.set_index("forecast_id").loc[forecast_id]
    first, last = forecast["window_start"], forecast["window_end"]
    table = known.table(row["table"])
    # Without conditions, no row records such a thing.
    rows = select_rows(table, row["conditions"]) if row["conditions"] else table[:0]
    dates = rows["date"].dropna()
    if row["kind"] == PERIODS:
        held = _periods(dates, row["since"], known.day, (last - first).days + 1)
    else:
        held = _years(dates, row["since"], known.day, range(first.month, last.month + 1))
    hits = sum(held)
    return (hits if row["counts"] == "some" else len(held) - hits, len(held)) if held else None


def rated(pack):
    """List the forecasts that have a base rate: ``forecast_id`` to percent (a whole number)."""
    if not pack.has("base_rates", "forecasts"):
        return {}
    rates = {forecast: base_rate(pack, forecast) for forecast in pack.base_rates["forecast_id"]}
    return {forecast: round(100 * rate[0] / rate[1]) for forecast, rate in rates.items() if rate}


def rate_words(pack, forecast_id):
    """Say a base rate, what was counted, and how far it fits."""
    hits, cases = base_rate(pack, forecast_id)
    row = pack.base_rates.set_index("forecast_id").loc[forecast_id]
    facts = {"hits": hits, "cases": cases, "percent": round(100 * hits / cases)}
    return pack.words.say("outside-rate", what=row["what"], note=row["note"], **facts)


def select_views(pack, saved):
    """Hold first and second numbers against the base rate, where a forecast has all three."""
    rates = rated(pack)
    seen = {
        forecast: one
        for forecast, one in saved.items()
        if one["opened"] and one.get("first") is not None and forecast in rates
    }
    scores = select_scores(pack, {forecast: one["percent"] for forecast, one in seen.items()})
    scores = scores.dropna(subset=["brier"]).reset_index(drop=True)
    return scores[["forecast_id", "statement", "happened"]].assign(
        first=[seen[forecast]["first"] for forecast in scores["forecast_id"]],
        second=[seen[forecast]["percent"] for forecast in scores["forecast_id"]],
        rate=[rates[forecast] for forecast in scores["forecast_id"]],
    )


def mean_scores(views):
    """Give the mean Brier score of first and second numbers, of always 50, of the base rate."""
    numbers = {"even": 50, **{name: views[name] for name in ("first", "second", "rate")}}
    return {name: float(brier(one, views["happened"]).mean()) for name, one in numbers.items()}


def outside_card(pack, saved):
    """Show first number, second number and base rate of each, and the four mean scores."""
    say, number = pack.words.say, pack.words.number
    views = select_views(pack, saved)
    if views.empty:
        return Card(tag("p", say("outside-nothing")))
    means = mean_scores(views)
    columns = {"outside-forecast": [*views["statement"], say("outside-mean")]}
    for name, head in (("first", "first"), ("second", "second"), ("rate", "rate-column")):
        cells = [say("percent", number=str(one)) for one in views[name]]
        columns[f"outside-{head}"] = [*cells, number(means[name], 2)]
    columns["outside-happened"] = [*map(number, views["happened"]), ""]
    sentence = say(
        "outside-scores",
        count=len(views),
        case="same" if means["first"] == means["second"] else "moved",
        side="second" if means["second"] < means["first"] else "first",
        **{name: number(score, 2) for name, score in means.items()},
    )
    table = worded_table(pack.words, columns, say("outside-caption"))
    return Card(join([tag("p", sentence), table]))


@needs("base_rates", "forecasts", "claims", "speakers")
def show_rates(pack):
    """List, folded, what base rate each forecast has, or why none; no row was known later.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    Card
    """
    rates, lines = rated(pack), []
    forecasts = select_forecasts(pack).set_index("forecast_id")
    for _, row in pack.base_rates.iterrows():
        forecast = row["forecast_id"]
        words = rate_words(pack, forecast) if forecast in rates else row["note"]
        lines.append((tag("strong", forecasts.loc[forecast, "statement"]), " ", words))
    return Card(fold(pack.words.say("outside-listed"), listed(lines)))


@check_rows("base_rates", "forecasts")
def check_base_rates(pack, cells):
    """Check that every base rate can be worked out."""
    try:
        if cells["kind"] != NONE and not base_rate(pack, cells["forecast_id"]):
            yield "since", "leaves no whole period before the article's day; begin earlier"
    except (LookupError, ValueError, TypeError) as error:
        yield "conditions", str(error.args[0] if error.args else error)
