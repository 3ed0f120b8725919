"""What the article's speakers foresaw, how they hedged it, what came of it, and how you scored.

No function here gives a speaker a probability: the words of the article
name none. Probabilities are the learner's own.
"""

import math

import pandas as pd

from crossroads.charts import style
from crossroads.charts.explorer import Control, Declaration, Description
from crossroads.charts.voices import BOOSTER, find_hedges
from crossroads.words.plain import capital, count_words, date_words, join_words, singles_apart

ALL = "all"
OPEN = "open"
OPEN_WORDS = "Not known then"

# What the first hedge word of a passage does; where there is none, a booster or nothing.
NEITHER = "neither"
KINDS = {BOOSTER: "A booster, no hedge", NEITHER: "Neither"}
NO_WORD = "no such word"

# What happened, as a number; the other outcomes have none.
HAPPENED = {"borne_out": 1, "not_borne_out": 0}

# Fewer scored forecasts than these are too few to say.
ENOUGH, ENOUGH_IN_BAND = 10, 5


def hedge_words(text, hedges):
    """Name the words of a passage that weaken or strengthen it, each once, in order.

    Parameters
    ----------
    text : str
    hedges : pandas.DataFrame
        ``word`` (small letters) and ``kind``.

    Returns
    -------
    list of (str, str)
        Word and kind.

    Examples
    --------
    >>> listed = pd.DataFrame({"word": ["could", "will"], "kind": ["possibility", "booster"]})
    >>> hedge_words("It could rain, it could not; it will.", listed)
    [('could', 'possibility'), ('will', 'booster')]
    """
    kinds = dict(zip(hedges["word"], hedges["kind"], strict=True))
    found = dict.fromkeys(word for _, _, word in find_hedges(text, list(kinds)))
    return [(word, kinds[word]) for word in found]


def _first(words):
    """Choose the word that a passage is counted under: its first hedge, else its first booster."""
    hedges = [one for one in words if one[1] != BOOSTER]
    return (hedges + words + [(NO_WORD, NEITHER)])[0]


def select_forecasts(pack, speaker=ALL, said_how=ALL):
    """Select the article's forecasts with the words that make them.

    Parameters
    ----------
    pack : Pack
        Cut it with ``as_of`` first to see no further than a day.
    speaker : str
        A ``speaker_id``, or ``"all"``.
    said_how : str
        A code of ``claims.said_how``, or ``"all"``.

    Returns
    -------
    pandas.DataFrame
        The rows of ``forecasts`` in their order, with six columns more:
        ``quote`` and ``said_how`` (from ``claims``), ``speaker`` (name),
        ``words`` (the hedges and boosters inside the quote, with commas),
        ``word`` (its first hedge, else its first booster, else "no such
        word") and ``kind`` (of that word). An outcome that was not known
        then is ``"open"``.
    """
    claims = pack.claims.set_index("claim_id")
    rows = pack.forecasts
    quotes = rows["claim_id"].map(claims["quote"])
    listed = pack.hedges if pack.has("hedges") else pd.DataFrame({"word": [], "kind": []})
    words = [hedge_words(quote, listed) for quote in quotes]
    first = [_first(found) for found in words]
    rows = rows.assign(
        quote=quotes,
        said_how=rows["claim_id"].map(claims["said_how"]),
        speaker=rows["speaker_id"].map(pack.speakers.set_index("speaker_id")["name"]),
        words=[", ".join(word for word, _ in found) for found in words],
        word=[word for word, _ in first],
        kind=[kind for _, kind in first],
        outcome=rows["outcome"].where(rows["outcome"] != "", OPEN),
    )
    if speaker != ALL:
        rows = rows[rows["speaker_id"] == speaker]
    if said_how != ALL:
        rows = rows[rows["said_how"] == said_how]
    return rows.reset_index(drop=True)


def speakers_of_forecasts(pack):
    """List who makes forecasts: ``speaker_id`` to name, the one with most of them first."""
    names = pack.speakers.set_index("speaker_id")["name"]
    return {one: names[one] for one in pack.forecasts["speaker_id"].value_counts(sort=True).index}


def _speaker_options(pack):
    """Offer everybody together, and each speaker with several forecasts."""
    sizes = pack.forecasts["speaker_id"].value_counts()
    names = speakers_of_forecasts(pack)
    return {ALL: "Everybody", **{one: names[one] for one in names if sizes[one] > 1}}


def _whose(pack, speaker):
    return "of the article" if speaker == ALL else f"of {speakers_of_forecasts(pack)[speaker]}"


# How they hedge: a bar for each word ------------------------------------------


def plot_hedges(pack, speaker=ALL, said_how=ALL):
    """Draw how many forecasts carry each hedge word or booster.

    Parameters
    ----------
    pack : Pack
    speaker, said_how : str
        See `select_forecasts`.

    Returns
    -------
    plotly.graph_objects.Figure
        One bar for each word that any forecast of the article is counted
        under; length is the number of forecasts.
    """
    words = _words(pack)
    counts = _word_counts(pack, words, speaker, said_how)
    chart = style.figure(
        _hedges_title(_hedged(words, counts), int(counts.sum())),
        f"Forecasts {_whose(pack, speaker)}, by the first hedge word in the passage quoted here; "
        "striped: no hedge",
        height=80 + 34 * len(words),
    )
    labels = {
        word: style.escape(word if kind == NEITHER else f"“{word}” ({kind})")
        for word, kind in words.items()
    }
    # Two sets of bars, because stripes do not go with a list of colours.
    for hedge, colour, pattern in ((True, style.ACCENT, ""), (False, style.MUTED, "/")):
        those = [word for word, kind in words.items() if (kind not in KINDS) == hedge]
        chart.add_bar(
            x=[int(counts[word]) for word in those],
            y=[labels[word] for word in those],
            orientation="h",
            marker={"color": colour, "pattern": {"shape": pattern, "solidity": 0.35}},
            text=[str(counts[word]) for word in those],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{y}: %{x}<extra></extra>",
        )
    chart.update_yaxes(categoryorder="array", categoryarray=list(labels.values())[::-1])
    most = int(_word_counts(pack, words, ALL, ALL).max())
    chart.update_xaxes(range=[0, most + 1], dtick=2, title_text="Number of forecasts")
    chart.update_layout(bargap=0.35, barmode="overlay")
    return chart


def describe_hedges(pack, speaker=ALL, said_how=ALL):
    """Say how forecasts are hedged; parameters as `plot_hedges`."""
    rows = select_forecasts(pack, speaker, said_how)
    words = _words(pack)
    counts = _word_counts(pack, words, speaker, said_how)
    hedged = _hedged(words, counts)
    each = [
        f"“{word}” {counts[word]}"
        for word, kind in words.items()
        if counts[word] and kind not in KINDS
    ]
    used = f" ({', '.join(each)})" if each else ""
    bare = sum(counts[word] for word, kind in words.items() if kind == NEITHER)
    if rows.empty:
        sentence = f"The table has no forecast {_whose(pack, speaker)} that is given in this way."
    elif len(rows) == 1:
        what = f"a hedge word{used}" if hedged else "no hedge word"
        sentence = f"The one forecast {_whose(pack, speaker)} that is given in this way has {what}."
    else:
        sentence = (
            f"{capital(count_words(hedged, 'of', 'of')) if hedged else 'Not one of'} "
            f"{count_words(len(rows), 'forecast')} "
            f"{_whose(pack, speaker)} {'has' if hedged < 2 else 'have'} a hedge word{used}. "
            f"Only a booster, which strengthens: {len(rows) - hedged - bare}. Neither: {bare}."
        )
    table = pd.DataFrame(
        {
            "The article's words": [f"“{quote}”" for quote in rows["quote"]],
            "Hedges and boosters": [found or "none" for found in rows["words"]],
            "Who": rows["speaker"],
            "How": [pack.label("claims.said_how", code) for code in rows["said_how"]],
            "Paragraph": rows["paragraph"],
        }
    )
    return Description(sentence, table)


def _words(pack):
    """List every word that forecasts are counted under, with its kind: hedges first."""
    rows = select_forecasts(pack)
    counts = rows.groupby(["word", "kind"]).size()
    ranks = {kind: place for place, kind in enumerate(KINDS, 1)}
    return dict(sorted(counts.index, key=lambda one: (ranks.get(one[1], 0), -counts[one], one[0])))


def _word_counts(pack, words, speaker, said_how):
    counts = select_forecasts(pack, speaker, said_how)["word"].value_counts()
    return counts.reindex(list(words), fill_value=0).astype(int)


def _hedged(words, counts):
    """Count the forecasts with a hedge word."""
    return int(sum(counts[word] for word, kind in words.items() if kind not in KINDS))


def _hedges_title(hedged, total):
    if not total:
        return "The table has no such forecast"
    if total == 1:
        return f"One forecast, with {'a' if hedged else 'no'} hedge word"
    if not hedged:
        return f"Not one of {total} forecasts has a hedge word"
    return f"{hedged} of {total} forecasts {'has' if hedged == 1 else 'have'} a hedge word"


def declare_hedges(pack):
    """Declare the chart of hedge words; it holds nothing that was known later."""
    known = pack.as_of(pack.day)
    used = set(select_forecasts(known)["said_how"])
    hows = {code: label for code, label in _coded(pack, "claims.said_how").items() if code in used}
    return Declaration(
        name="forecast_hedges",
        controls=(
            Control("speaker", "Forecasts by", _speaker_options(known)),
            Control("said_how", "How the article gives them", {ALL: "Any way", **hows}),
        ),
        plot=lambda speaker, said_how: plot_hedges(known, speaker, said_how),
        describe=lambda speaker, said_how: describe_hedges(known, speaker, said_how),
        source="Source: tables forecasts, claims and hedges, the list of words.",
    )


def _coded(pack, column):
    """Give the codes of a column with their labels, in the order of the table of codes."""
    if not pack.has("codes"):
        table, name = column.split(".")
        return {code: code for code in dict.fromkeys(getattr(pack, table)[name]) if code}
    rows = pack.codes[pack.codes["column"] == column].sort_values("order", kind="stable")
    return dict(zip(rows["code"], rows["label"], strict=True))


# What came of them: outcomes by speaker, by hedge, by day ---------------------

ROWS = {"speaker": "Speaker", "kind": "Kind of hedge", "said_how": "Quoted or summarised"}


def plot_verdicts(pack, rows="speaker", speaker=ALL, seen_from=None):
    """Draw how many forecasts had which outcome.

    Parameters
    ----------
    pack : Pack
    rows : {"speaker", "kind", "said_how"}
        What the rows of the chart stand for.
    speaker : str
        A ``speaker_id``, or ``"all"``.
    seen_from : str, optional
        ISO day: show what was known then. By default show everything.

    Returns
    -------
    plotly.graph_objects.Figure
        A mark for each row and outcome that occurs, with the number of
        forecasts in it.
    """
    chosen = _verdicts(pack, speaker, seen_from)
    names = _row_names(pack, rows, speaker)
    outcomes = {**_coded(pack, "forecasts.outcome"), OPEN: OPEN_WORDS}
    chart = style.figure(
        _verdicts_title(pack, chosen, seen_from),
        f"Forecasts {_whose(pack, speaker)} by outcome under this module's rules"
        + (f", as known on {date_words(pd.Timestamp(seen_from))}" if seen_from else ""),
        height=95 + 46 * len(names),
    )
    counts = pd.crosstab(chosen[rows], chosen["outcome"])
    for column, outcome in enumerate(outcomes):
        held = [
            (place, int(counts.at[row, outcome]))
            for place, row in enumerate(names)
            if row in counts.index and outcome in counts.columns and counts.at[row, outcome]
        ]
        waiting = outcome == OPEN
        chart.add_scatter(
            x=[column] * len(held),
            y=[place for place, _ in held],
            mode="markers+text",
            marker={
                "size": [22 + 3 * value for _, value in held],
                "color": style.MUTED if waiting else style.ACCENT,
                "symbol": "circle-open" if waiting else "circle",
                "line": {"width": 2},
                "opacity": 1,
            },
            text=[str(value) for _, value in held],
            # On the open marks the page's own colour of text is readable.
            textfont={"size": 13} if waiting else {"size": 13, "color": "white"},
            hovertext=[
                f"{style.escape(list(names.values())[place])}, "
                f"{style.escape(outcomes[outcome])}: {value}"
                for place, value in held
            ],
            hoverinfo="text",
        )
    chart.update_xaxes(
        tickvals=list(range(len(outcomes))),
        ticktext=[style.escape(label).replace(" ", "<br>") for label in outcomes.values()],
        range=[-0.5, len(outcomes) - 0.5],
        side="top",
    )
    chart.update_yaxes(
        tickvals=list(range(len(names))),
        ticktext=[style.escape(name) for name in names.values()],
        range=[len(names) - 0.5, -0.5],
    )
    return chart


def describe_verdicts(pack, rows="speaker", speaker=ALL, seen_from=None):
    """Say what came of the forecasts; parameters as `plot_verdicts`."""
    chosen = _verdicts(pack, speaker, seen_from)
    names = _row_names(pack, rows, speaker)
    outcomes = {**_coded(pack, "forecasts.outcome"), OPEN: OPEN_WORDS}
    when = f"On {date_words(pd.Timestamp(seen_from))}" if seen_from else "In the whole record"
    counts = chosen["outcome"].value_counts()
    each = [f"{counts[code]} {label.lower()}" for code, label in outcomes.items() if code in counts]
    many = f"{count_words(len(chosen), 'forecast')} {_whose(pack, speaker)}"
    sentence = f"{when}, of {many}: {join_words(each)}."
    if counts.get(OPEN, 0) == len(chosen):
        sentence = f"{when}, no outcome of {many} was known."
    by_row = chosen.groupby(rows)["outcome"].agg(lambda cells: (cells == "borne_out").sum())
    sizes = chosen[rows].value_counts()
    if (counts.get(OPEN, 0) < len(chosen)) and len(sizes) > 1:
        label = outcomes.get("borne_out", "borne_out")
        several, single = singles_apart({row: sizes[row] for row in names if row in sizes})
        each = join_words(f"{names[row]} {by_row[row]} of {sizes[row]}" for row in several)
        sentence += f" {label}, row by row: {each}."
        if single:
            others = capital(count_words(len(single), "other"))
            sentence += f" {others} with one forecast each: {by_row[single].sum()}."
    table = pd.DataFrame(
        {
            "Forecast": chosen["statement"],
            "Who": chosen["speaker"],
            "Hedges and boosters": [found or "none" for found in chosen["words"]],
            "Outcome": [outcomes.get(code, code) for code in chosen["outcome"]],
            "Known by": ["" if pd.isna(day) else date_words(day) for day in chosen["known_date"]],
            "Why": chosen["reasoning"],
        }
    )
    return Description(sentence, table)


def _verdicts(pack, speaker, seen_from):
    return select_forecasts(pack.as_of(seen_from) if seen_from else pack, speaker)


def _row_names(pack, rows, speaker):
    """Name every row that the chart can have, so that it stays the same from day to day."""
    if rows == "speaker":
        names = speakers_of_forecasts(pack)
        return {name: name for one, name in names.items() if speaker in (ALL, one)}
    if rows == "kind":
        kinds = dict.fromkeys(_words(pack).values())
        return {kind: KINDS.get(kind, capital(kind)) for kind in kinds}
    used = set(select_forecasts(pack)[rows])
    return {code: label for code, label in _coded(pack, "claims.said_how").items() if code in used}


def _verdicts_title(pack, chosen, seen_from):
    counts = chosen["outcome"].value_counts()
    total, waiting = len(chosen), int(counts.get(OPEN, 0))
    if waiting == total:
        day = f"on {date_words(pd.Timestamp(seen_from))}" if seen_from else "then"
        return f"No outcome of {count_words(total, 'forecast')} was known {day}"
    yes, no = int(counts.get("borne_out", 0)), int(counts.get("not_borne_out", 0))
    rest = total - yes - no - waiting
    title = (
        f"Of {total} forecast{'' if total == 1 else 's'}, {yes} borne out, {no} not, {rest} neither"
    )
    return title + (f", {waiting} open" if waiting else "")


def _days_to_see_from(pack):
    """Offer the article's day, and ends of half-years by which more was known.

    Where the forecasts reach over many years, whole years are offered.
    """
    known = pack.forecasts["known_date"].dropna()
    years = range(pack.day.year, known.max().year + 1) if len(known) else []
    ends = [pd.Timestamp(year, *end) for year in years for end in ((6, 30), (12, 31))]
    days = [day for day in ends if pack.day < day < known.max()]
    useful, before = [], int((known <= pack.day).sum())
    for day in days:
        now = int((known <= day).sum())
        if now > before:
            useful.append(day)
            before = now
    if len(useful) > 4:
        useful = [day for day in useful if day.month == 12][:4]
    options = {f"{pack.day:%Y-%m-%d}": f"The article's day ({date_words(pack.day)})"}
    options.update({f"{day:%Y-%m-%d}": date_words(day) for day in useful})
    return {**options, "": "Everything in the record"}


def declare_verdicts(pack):
    """Declare the chart of outcomes.

    It starts on the article's day, so that no outcome is on the page before
    the reader asks for it.
    """
    rows = {key: words for key, words in ROWS.items() if key != "kind" or pack.has("hedges")}
    return Declaration(
        name="forecast_outcomes",
        controls=(
            Control("seen", "Seen from", _days_to_see_from(pack)),
            Control("rows", "One row for each", rows),
            Control("speaker", "Forecasts by", _speaker_options(pack)),
        ),
        plot=lambda seen, rows, speaker: plot_verdicts(pack, rows, speaker, seen or None),
        describe=lambda seen, rows, speaker: describe_verdicts(pack, rows, speaker, seen or None),
        source="Source: table forecasts; each row names its rule, its evidence and its reasons.",
    )


# How the learner did ----------------------------------------------------------


def brier(percent, happened):
    """Score one probability: the squared distance from what happened.

    Parameters
    ----------
    percent : float
        From 0 to 100 (unit: percent).
    happened : int
        1 if it happened, 0 if not.

    Returns
    -------
    float
        From 0 (said for certain, and right) to 1 (for certain, and wrong).

    Examples
    --------
    >>> brier(50, 1), brier(50, 0), brier(100, 1), brier(100, 0)
    (0.25, 0.25, 0.0, 1.0)
    """
    return (percent / 100 - happened) ** 2


def select_scores(pack, percents):
    """Score a learner's probabilities.

    Parameters
    ----------
    pack : Pack
    percents : dict of str to (int or None)
        ``forecast_id`` of the outcomes opened so far to the learner's
        probability (unit: percent), or None where the learner gave none.

    Returns
    -------
    pandas.DataFrame
        One row for each opened forecast, in the pack's order:
        ``forecast_id``, ``statement``, ``outcome``, ``percent``,
        ``happened`` (1 or 0; missing for an outcome that is neither) and
        ``brier`` (missing where there is nothing to score).
    """
    rows = select_forecasts(pack)
    rows = rows[rows["forecast_id"].isin(list(percents))]
    percent = pd.Series([percents[one] for one in rows["forecast_id"]], rows.index, dtype="float64")
    happened = rows["outcome"].map(HAPPENED).astype("float64")
    scores = rows[["forecast_id", "statement", "outcome"]].assign(
        percent=percent, happened=happened, brier=brier(percent, happened)
    )
    return scores.reset_index(drop=True)


def select_bands(scores, number):
    """Group scored forecasts by the probability that the learner gave.

    Parameters
    ----------
    scores : pandas.DataFrame
        What `select_scores` gives.
    number : int
        How many bands from 0 to 100 percent.

    Returns
    -------
    pandas.DataFrame
        One row for each band: ``low`` and ``high`` (unit: percent, both
        included), ``forecasts`` and ``borne_out`` (counts), and ``mean``
        (of the learner's probabilities; missing in an empty band).
    """
    scored = scores.dropna(subset=["brier"])
    edges = [math.ceil(100 * one / number) for one in range(number)] + [101]
    rows = []
    for low, above in zip(edges[:-1], edges[1:], strict=True):
        band = scored[(scored["percent"] >= low) & (scored["percent"] < above)]
        rows.append(
            (low, above - 1, len(band), int(band["happened"].sum()), band["percent"].mean())
        )
    return pd.DataFrame(rows, columns=["low", "high", "forecasts", "borne_out", "mean"])


def plot_calibration(scores, number=3):
    """Draw how often what the learner called probable came about.

    Parameters
    ----------
    scores : pandas.DataFrame
        What `select_scores` gives.
    number : int
        How many bands.

    Returns
    -------
    plotly.graph_objects.Figure
        Small marks: each scored forecast at the learner's probability,
        above if borne out, below if not. Large marks: each band, at its
        mean probability and the share borne out; open where it has too few.
    """
    scored = scores.dropna(subset=["brier"])
    bands = select_bands(scores, number)
    chart = style.figure(
        _calibration_title(scored),
        "Your probability against the share borne out; an open mark stands for fewer than "
        f"{ENOUGH_IN_BAND} forecasts: too few to say",
        height=400,
    )
    chart.add_scatter(
        x=[0, 100],
        y=[0, 100],
        mode="lines",
        line={"color": style.MUTED, "dash": "dash", "width": 2},
        hoverinfo="skip",
    )
    for happened, edge, symbol in ((1, 109, "circle"), (0, -9, "x")):
        rows = scored[scored["happened"] == happened].sort_values("percent", kind="stable")
        chart.add_scatter(
            x=[float(one) for one in rows["percent"]],
            y=_stacked(rows["percent"], edge, 1 if happened else -1),
            mode="markers",
            marker={"size": 9, "symbol": symbol, "color": style.COLOURS[1]},
            hovertext=[
                f"{percent:.0f} %: {style.escape(statement)}"
                for percent, statement in zip(rows["percent"], rows["statement"], strict=True)
            ],
            hoverinfo="text",
        )
    filled = bands[bands["forecasts"] > 0]
    chart.add_scatter(
        x=[float(one) for one in filled["mean"]],
        y=[100 * row.borne_out / row.forecasts for row in filled.itertuples()],
        mode="markers+text",
        marker={
            "size": 18,
            "color": style.ACCENT,
            "symbol": [
                "diamond" if count >= ENOUGH_IN_BAND else "diamond-open"
                for count in filled["forecasts"]
            ],
            "line": {"width": 3, "color": style.ACCENT},
        },
        text=[f"  {row.borne_out} of {row.forecasts}  " for row in filled.itertuples()],
        textposition=["middle left" if mean > 85 else "middle right" for mean in filled["mean"]],
        textfont={"size": 13},
        hoverinfo="skip",
        cliponaxis=False,
    )
    chart.update_xaxes(
        range=[-4, 104],
        dtick=25,
        ticksuffix=" %",
        title_text="What you said (dashed line: as often as you said)",
    )
    chart.update_yaxes(
        range=[-30, 130],
        tickvals=[-14, 0, 25, 50, 75, 100, 114],
        ticktext=["not", "0 %", "25 %", "50 %", "75 %", "100 %", "borne out"],
    )
    return chart


def _stacked(percents, edge, direction):
    """Pile up marks with nearly the same probability, so that each can be counted."""
    heights, piles = [], {}
    for percent in percents:
        pile = round(percent / 3)
        heights.append(edge + 5 * direction * piles.get(pile, 0))
        piles[pile] = piles.get(pile, 0) + 1
    return heights


def describe_calibration(scores, number=3):
    """Say how the learner did; parameters as `plot_calibration`."""
    scored = scores.dropna(subset=["brier"])
    silent = int(scores["percent"].isna().sum())
    neither = len(scores) - len(scored) - silent
    many = count_words(len(scored), "scored forecast")
    if scored.empty:
        sentence = "Nothing to score yet: open an outcome for which you wrote a number."
    else:
        mean = scored["brier"].mean()
        side = "lower than" if mean < 0.25 else "higher than" if mean > 0.25 else "the same as"
        sentence = (
            f"Over {many}, your Brier score is {mean:.2f}, {side} the 0.25 of somebody who "
            "always says 50 % (0 is best, 1 is worst)."
        )
        if len(scored) < ENOUGH:
            sentence += f" {capital(many)}: too few to say whether your numbers fit."
        for band in select_bands(scores, number).itertuples():
            if band.forecasts and len(scored) >= ENOUGH:
                said = f"you said {band.low} to {band.high} %"
                if band.forecasts < ENOUGH_IN_BAND:
                    sentence += (
                        f" Where {said}: {count_words(band.forecasts, 'forecast')}, too few to say."
                    )
                else:
                    sentence += (
                        f" Where {said} ({band.mean:.0f} % on average), {band.borne_out} of "
                        f"{band.forecasts} were borne out."
                    )
    if neither:
        sentence += f" Not scored, because mixed or unresolvable: {neither}."
    if silent:
        sentence += f" Opened without a number of yours: {silent}."
    return Description(sentence, _score_table(scores, scored))


def _score_table(scores, scored):
    lines = [
        (
            row.statement,
            "none" if row.percent != row.percent else f"{row.percent:.0f} %",
            "not scored" if row.happened != row.happened else f"{row.happened:.0f}",
            "" if row.brier != row.brier else f"{row.brier:.2f}",
        )
        for row in scores.itertuples()
    ]
    if len(scored):
        lines.append(("Your Brier score: the mean", "", "", f"{scored['brier'].mean():.2f}"))
        for percent in (50, 100):
            always = brier(percent, scored["happened"]).mean()
            lines.append((f"Somebody who always says {percent} %", "", "", f"{always:.2f}"))
    return pd.DataFrame(
        lines, columns=["Forecast", "You said", "Happened (1 or 0)", "Squared distance"]
    )


def _calibration_title(scored):
    if scored.empty:
        return "How near were your numbers?"
    score = f"{scored['brier'].mean():.2f}"
    return f"Your Brier score over {count_words(len(scored), 'forecast')}: {score}" + (
        ", too few to say much" if len(scored) < ENOUGH else ""
    )


EXPLORERS = {
    "forecast_hedges": (declare_hedges, ("forecasts", "claims", "speakers", "hedges")),
    "forecast_outcomes": (declare_verdicts, ("forecasts", "claims", "speakers")),
}
