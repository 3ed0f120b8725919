"""What the article's speakers foresaw, how they hedged it, what came of it, and how you scored.

No function here gives a speaker a probability: the words of the article
name none. Probabilities are the learner's own.
"""

import math
from collections import Counter
from functools import cache, partial
from itertools import accumulate, pairwise

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import BARE, LETTER, WHOLE, mark, percent_ticks, wrapped
from crossroads.charts.quotes import (
    BOOSTER,
    Lane,
    Quote,
    Row,
    credit,
    draw_quotes,
    find_hedges,
    said_in,
)
from crossroads.charts.view import (
    ALL,
    Control,
    View,
    coded,
    cuts,
    declare,
    named,
    only,
    references,
    seen_options,
)
from crossroads.words.plain import singles_apart
from crossroads.words.tags import tag
from crossroads.words.wording import capital

OPEN = "open"
# What the first hedge word of a passage does; where there is none, a booster or nothing.
NEITHER = "neither"
NO_HEDGE = (BOOSTER, NEITHER)
NO_WORD = ""

# What happened, as a number; the other outcomes have none.
HAPPENED = {"borne_out": 1, "not_borne_out": 0}

# Fewer scored forecasts than these are too few to say.
ENOUGH, ENOUGH_IN_BAND = 10, 5


def hedge_words(text, hedges):
    """Name the words of a passage that weaken or strengthen it, each once, in order.

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
    hedges = [pair for pair in words if pair[1] != BOOSTER]
    return (hedges + words + [(NO_WORD, NEITHER)])[0]


def select_forecasts(pack, speaker=ALL, said_how=ALL):
    """Select the article's forecasts, in their order, with the words that make them.

    ``words`` are the hedges and boosters inside the ``quote``, ``word`` is the
    first hedge, else booster, of a ``kind``. An outcome not known then is ``"open"``.
    """
    rows = pack.forecasts
    quotes = rows["claim_id"].map(named(pack, "claims", "quote"))
    listed = pack.hedges if pack.has("hedges") else pd.DataFrame({"word": [], "kind": []})
    words = [hedge_words(quote, listed) for quote in quotes]
    first = [_first(found) for found in words]
    rows = rows.assign(
        quote=quotes,
        said_how=rows["claim_id"].map(named(pack, "claims", "said_how")),
        speaker=rows["speaker_id"].map(named(pack, "speakers")),
        words=[", ".join(word for word, _ in found) for found in words],
        word=[word for word, _ in first],
        kind=[kind for _, kind in first],
        outcome=rows["outcome"].where(rows["outcome"] != "", OPEN),
    )
    return only(rows, speaker_id=speaker, said_how=said_how)


def speakers_of_forecasts(pack):
    """List who makes forecasts: ``speaker_id`` to name, the one with most of them first."""
    names = named(pack, "speakers")
    return {one: names[one] for one in pack.forecasts["speaker_id"].value_counts().index}


def _speaker_options(pack):
    """Offer everybody together, and each speaker with several forecasts."""
    sizes = pack.forecasts["speaker_id"].value_counts()
    several = {one: name for one, name in speakers_of_forecasts(pack).items() if sizes[one] > 1}
    return {ALL: pack.words.say("everybody"), **several}


def _labels(pack, column):
    """Give the codes of a column with their labels; without a table of codes, themselves."""
    table, name = column.split(".")
    found = {code: code for code in pack.table(table)[name] if code}
    return coded(pack, column) if pack.has("codes") else found


def _used_ways(pack, rows):
    """Give the ways of saying that occur, with their labels."""
    used, labels = dict.fromkeys(rows["said_how"]), _labels(pack, "claims.said_how")
    return {code: labels.get(code, code) for code in [*labels, *used] if code in used}


def outcome_labels(pack):
    """Give the outcomes with their labels, and last the one that is not known."""
    labels = _labels(pack, "forecasts.outcome")
    others = {code: code for code in pack.forecasts["outcome"] if code and code not in labels}
    return {**labels, **others, OPEN: pack.words.say("not-known-then")}


def _words(rows):
    """List every word that forecasts are counted under, with its kind: hedges first."""
    counts = rows.groupby(["word", "kind"]).size()
    ranks = {kind: rank for rank, kind in enumerate(NO_HEDGE, 1)}
    return dict(sorted(counts.index, key=lambda key: (ranks.get(key[1], 0), -counts[key], key[0])))


def _found(words, rows):
    """Write the hedges and boosters of passages for a table."""
    return [found or words.say("hedge-none") for found in rows["words"]]


# How they hedge: a bar for each word ------------------------------------------


def forecast_hedges(pack):
    """Count forecasts by hedge word or booster; nothing in it was known later."""
    words, known = pack.words, pack.as_of(pack.day)
    forecasts = select_forecasts(known)
    listed = _words(forecasts)
    speakers = _speaker_options(known)

    def show(speaker, said_how):
        rows = only(forecasts, speaker_id=speaker, said_how=said_how)
        counted = Counter(rows["word"])
        used = [word for word, kind in listed.items() if counted[word] and kind not in NO_HEDGE]
        used = [words.say("hedge-count", word=word, count=counted[word]) for word in used]
        boosted, neither = (int((rows["kind"] == kind).sum()) for kind in NO_HEDGE)
        hedged = len(rows) - boosted - neither
        facts = {
            "case": ("none", "single")[len(rows)] if len(rows) < 2 else "many",
            "forecasts": len(rows),
            "whose": "article" if speaker == ALL else "speaker",
            "speaker": speakers[speaker],
            "hedged": hedged,
            "used": ", ".join(used),
            "boosted": boosted,
            "neither": neither,
            "key": [
                words.say("hedge-key", case=case)
                for case, count in (("hedge", hedged), (BOOSTER, boosted), (NEITHER, neither))
                if count
            ],
        }
        table = pd.DataFrame(
            {
                "quote": [words.say("quoted", text=quote) for quote in rows["quote"]],
                "hedges": _found(words, rows),
                "who": rows["speaker"],
                "how": [pack.label("claims.said_how", code) for code in rows["said_how"]],
                "paragraph": rows["paragraph"],
            }
        )
        draw = partial(draw_hedges, words, rows, coded(pack, "hedges.kind", "definition"))
        shown = _references(rows)
        return View(facts, table, draw, (430, 540), rows=shown, empty=rows.empty)

    ways = {ALL: words.say("forecast_hedges-any"), **_used_ways(known, forecasts)}
    return declare(pack, "forecast_hedges", show, speaker=speakers, said_how=ways)


def draw_hedges(words, rows, meanings, chart):
    """Count the passages as tiles, all and by what their word does, the commonest hedges first."""
    blocks, sizes, numbers = [], Counter(rows["kind"]), Counter()
    kinds = [kind for kind, _ in sizes.most_common() if kind not in NO_HEDGE]
    for kind in (*kinds, *(kind for kind in NO_HEDGE if sizes[kind])):
        group = rows[rows["kind"] == kind]
        name = words.say("hedge-bare") if kind == NEITHER else words.say("hedge-kind", kind=kind)
        name = words.say("hedge-group", kind=capital(name), count=sizes[kind])
        role = {BOOSTER: "muted", NEITHER: "paper"}.get(kind, "record")
        quotes = []
        for row, quote in zip(_references(group), group.itertuples(), strict=True):
            text = words.say("quoted", text=quote.quote)
            place = find_hedges(text, [quote.word])[0][:2] if quote.word else (0, 0)
            # The shorter its time, the more plainly it foretells something.
            days = (quote.window_end - quote.window_start).days
            quotes.append(Quote(text, *place, role, row, days, credit(quote.speaker)))
        blocks.append(Row(name, meanings.get(kind, ""), [Lane(quotes)]))
        numbers[role] += len(quotes)
    ends = zip(accumulate(numbers.values()), numbers.items(), strict=True)
    above = tuple((end - one / 2, str(one), said_in(role)) for end, (role, one) in ends)
    everything = [quote for block in blocks for quote in block.lanes[0].quotes]
    name = words.say("hedge-group", kind=words.say("column-all"), count=len(rows))
    whole = Row(name, "", [Lane(everything, above=above)], said=False, strong=True)
    draw_quotes(chart, [whole, *blocks])


def _references(rows):
    return references("forecasts", rows["forecast_id"])


# What came of them: outcomes by speaker, by hedge, by day ---------------------

TILE = {"borne_out": "supported", "not_borne_out": "contradicted", "mixed": "partly"}


def outcome_role(outcome):
    """Give the role of an outcome, and its sign."""
    if outcome == OPEN:
        return "muted", ""
    role = TILE.get(outcome, "cannot-say")
    return role, style.SIGNS[role.replace("-", " ")]


def forecast_outcomes(pack, percents=None):
    """Show what came of each forecast; `percents` are the learner's own numbers on it."""
    words, cut = pack.words, cuts(pack)
    known = cache(lambda day: select_forecasts(cut(day)))
    everything, speakers = known(""), _speaker_options(pack)
    outcomes = outcome_labels(pack)
    # Every row that the chart can have, so that it stays the same from day to day.
    kinds = dict.fromkeys(_words(everything).values())
    lanes = {
        "speaker": {name: name for name in speakers_of_forecasts(pack).values()},
        "kind": {kind: words.say("hedge-lane", kind=kind) for kind in kinds},
        "said_how": _used_ways(pack, everything),
    }

    def show(seen, rows, speaker):
        chosen = only(known(seen), speaker_id=speaker)
        counts, sizes = Counter(chosen["outcome"]), Counter(chosen[rows])
        borne_out = Counter(chosen.loc[chosen["outcome"] == "borne_out", rows])
        several, single = singles_apart({row: sizes[row] for row in lanes[rows] if row in sizes})
        names = {row: lanes[rows][row] for row in several}
        each = [
            {"role": outcome_role(code)[0], "count": counts[code], "outcome": label}
            for code, label in outcomes.items()
            if counts[code]
        ]
        facts = {
            "case": "open" if counts[OPEN] == len(chosen) else "known",
            "when": "day" if seen else "record",
            "day": pd.Timestamp(seen),
            "forecasts": len(chosen),
            "whose": "article" if speaker == ALL else "speaker",
            "speaker": speakers[speaker],
            "numbers": "yes" if percents else "no",
            **{code: counts[code] for code in ("not_borne_out", OPEN)},
            "happened": counts["borne_out"],
            "outcomes": [words.say("outcome-count", **one) for one in each],
            "key": [words.say("outcome-key", **one) for one in each],
            "borne_out": outcomes.get("borne_out", "borne_out"),
            "rows": len(sizes),
            "each": [
                words.say("outcome-row", row=name, count=borne_out[row], all=sizes[row])
                for row, name in names.items()
            ],
            "others": len(single),
            "others_yes": sum(borne_out[row] for row in single),
        }
        groups = {name: chosen[chosen[rows] == row] for row, name in names.items()}
        if single:
            groups[capital(words.say("others", others=len(single)))] = chosen[
                chosen[rows].isin(single)
            ]
        if len(groups) > 1:
            groups = {words.say("column-all"): chosen, **groups}
        said = chosen["outcome"].map(outcomes).fillna(chosen["outcome"])
        table = chosen.assign(hedges=_found(words, chosen), outcome=said)
        table = table[["statement", "speaker", "hedges", "outcome", "known_date", "reasoning"]]
        table = table.set_axis(["forecast", "who", "hedges", "outcome", "known_by", "why"], axis=1)
        draw = partial(draw_outcomes, words, outcomes, groups, percents or {})
        heights = 350, 20 + 57 * max(4, len(groups)) + 24 * bool(percents)
        return View(facts, table, draw, heights, rows=_references(chosen))

    rows = [by for by in lanes if by != "kind" or pack.has("hedges")]
    days = Control(_days_to_see_from(pack), stepped=True)
    return declare(pack, "forecast_outcomes", show, seen=days, rows=rows, speaker=speakers)


def draw_outcomes(words, labels, groups, percents, chart):
    """Draw a tile for each forecast, in a strip for each group, under their numbers."""
    narrow, whole = chart.narrow, next(iter(groups.values()))
    names = [words.say("outcome-group", row=one, count=len(rows)) for one, rows in groups.items()]
    room = WHOLE[narrow] - (0 if narrow else LETTER * max(map(len, names)))
    # Tiles as wide as there is room for; where there is none, a line goes on beneath.
    tile = max(20 if percents else 10, min(40, room / len(whole)))
    beside = max(1, int(room / tile + 0.01))
    above = 1.65 if narrow else 0.85
    places, tiles, counts, bottom = [], {code: [] for code in labels}, [], above
    for rows in groups.values():
        places.append(bottom)
        strip = [(code, row) for code in labels for row in rows.itertuples() if row.outcome == code]
        for number, (code, row) in enumerate(strip):
            line, column = divmod(number, beside)
            tiles[code].append((tile * column, bottom + line, row))
            if not number or strip[number - 1][0] != code:
                many = sum(one == code for one, _ in strip)
                middle = tile * (column + min(many, beside - column) / 2)
                counts.append((middle, bottom + line - 0.4, tag("b", str(many)), code))
        bottom += (len(strip) - 1) // beside + 1 + above
    for code in filter(tiles.get, tiles):
        (role, sign), (left, heights, rows) = outcome_role(code), zip(*tiles[code], strict=True)
        # The row of all has no numbers.
        texts = [str(percents.get(row.forecast_id, "")) or sign for row in rows]
        first = Counter(whole["outcome"])[code] * (len(groups) > 1)
        hover, label = partial(words.say, "outcome-mark"), labels[code].lower()
        look = {"hover": [hover(statement=row.statement, outcome=label) for row in rows]}
        look |= {"rows": _references(pd.DataFrame(rows)), "opacity": 0.3 if code == OPEN else 1}
        look["textfont"] = {"size": 13, "color": style.role("ink" if code == OPEN else "paper")}
        texts[:first] = [sign] * first
        chart.tiles(left, heights, style.role(role), texts, 0.92 * tile, 0.8, **look)
    x, y, texts, codes = zip(*counts, strict=True)
    colours = [style.role(outcome_role(code)[0]) for code in codes]
    chart.texts(x, y, texts, colours, 13, textposition="top center", hoverinfo="skip")
    look = {"showgrid": False, "showline": False, "ticklen": 0}
    look |= chart.names_beside(names, 40, up=1.15, places=places, x=0, yanchor="bottom")
    look["range"] = [max(bottom - above, 10.6 if narrow else 4.5) - 0.45, -0.1]
    chart.set(xaxis={**BARE, "range": [-2, room]}, yaxis=look)


def _days_to_see_from(pack):
    """Offer the article's day, and ends of half-years, or of years, by which more was known."""
    known = pack.forecasts["known_date"].dropna()
    years = range(pack.day.year, known.max().year + 1) if len(known) else []
    ends = [pd.Timestamp(year, *end) for year in years for end in ((6, 30), (12, 31))]
    ends = [pack.day, *(day for day in ends if pack.day < day < known.max())]
    useful = [day for before, day in pairwise(ends) if known.between(before, day, "right").any()]
    if len(useful) > 4:
        useful = [day for day in useful if day.month == 12][:4]
    article, *others = seen_options(pack).items()
    return dict([article, *((f"{day:%Y-%m-%d}", pack.words.date(day)) for day in useful), *others])


# How the learner did ----------------------------------------------------------


def brier(percent, happened):
    """Score one probability: the squared distance from what happened (1 or 0).

    Examples
    --------
    >>> brier(50, 1), brier(50, 0), brier(100, 1), brier(100, 0)
    (0.25, 0.25, 0.0, 1.0)
    """
    return (percent / 100 - happened) ** 2


def select_scores(pack, percents):
    """Score a learner's probabilities, or None, of each outcome opened so far.

    ``happened`` (1 or 0) is missing for an outcome that is neither, ``brier``
    where there is nothing to score.
    """
    rows = select_forecasts(pack)
    rows = rows[rows["forecast_id"].isin(list(percents))]
    percent = rows["forecast_id"].map(percents).astype("float64")
    happened = rows["outcome"].map(HAPPENED).astype("float64")
    scores = rows[["forecast_id", "statement", "outcome"]].assign(
        percent=percent, happened=happened, brier=brier(percent, happened)
    )
    return scores.reset_index(drop=True)


def select_bands(scores, number):
    """Group scored forecasts into bands of the learner's probability, both ends included."""
    scored = scores.dropna(subset=["brier"])
    edges = [math.ceil(100 * place / number) for place in range(number)] + [101]
    rows = []
    for low, above in pairwise(edges):
        band = scored[scored["percent"].between(low, above, "left")]
        happened = int(band["happened"].sum())
        rows.append((low, above - 1, len(band), happened, band["percent"].mean()))
    return pd.DataFrame(rows, columns=["low", "high", "forecasts", "borne_out", "mean"])


def score(pack, percents):
    """Score a learner: the Brier score, and how often what seemed probable came about."""
    words, scores = pack.words, select_scores(pack, percents)
    scored = scores.dropna(subset=["brier"])
    mean, silent = scored["brier"].mean(), int(scores["percent"].isna().sum())

    def band_words(band):
        facts = {**band._asdict(), "mean": words.number(band.mean)}
        case = "few" if band.forecasts < ENOUGH_IN_BAND else "enough"
        return words.say("score-band", case=case, **facts)

    def show(bands):
        groups = select_bands(scores, int(bands))
        groups = list(groups[groups["forecasts"] > 0].itertuples(index=False))
        enough = len(scored) >= ENOUGH
        facts = {
            "case": "none" if scored.empty else "enough" if enough else "few",
            "enough": ENOUGH_IN_BAND,
            "scored": len(scored),
            "even": words.number(brier(50, 1), 2),
            "brier": words.number(mean, 2),
            "side": "lower" if mean < 0.25 else "higher" if mean > 0.25 else "same",
            "bands": "".join(map(band_words, groups)) if enough else "",
            "unscored": len(scores) - len(scored) - silent,
            "silent": silent,
        }
        draw = partial(draw_calibration, words, scored, groups)
        table = _score_table(words, scores, scored)
        rows = [*_references(scores), *[""] * (len(table) - len(scores))]
        return View(facts, table, draw, (400, 420), rows=rows, empty=scored.empty)

    return declare(pack, "score", show, bands=("3", "2", "5"))


def _score_table(words, scores, scored):
    table, no_number = [], words.say("score-no-number")
    for row in scores.itertuples():
        said = words.say("percent", number=words.number(row.percent))
        happened = words.say("score-not-scored") if pd.isna(row.happened) else f"{row.happened:.0f}"
        distance = "" if pd.isna(row.brier) else words.number(row.brier, 2)
        said = no_number if pd.isna(row.percent) else said
        table.append((row.statement, said, happened, distance))
    if len(scored):
        means = {words.say("score-mean"): scored["brier"].mean()}
        for percent in (50, 100):
            said = words.say("score-always", percent=percent)
            means[said] = brier(percent, scored["happened"]).mean()
        table += [(said, "", "", words.number(mean, 2)) for said, mean in means.items()]
    return pd.DataFrame(table, columns=["forecast", "said", "happened_number", "distance"])


def draw_calibration(words, scored, bands, chart):
    """Draw how often what the learner called probable came about.

    Small: each scored forecast, above if borne out, below if not. Large: each
    band, at its mean probability and the share borne out; open where it has few.
    """
    line = {"color": style.role("muted"), "dash": "dash", "width": 2}
    chart.points([0, 100], [0, 100], mode="lines", line=line, hoverinfo="skip")
    looks = [outcome_role(outcome) for outcome in scored["outcome"]]
    # Marks with nearly the same probability are piled up, so that each can be counted.
    piles = scored.groupby(["happened", (scored["percent"] / 3).round()]).cumcount()
    numbers = [words.number(percent) for percent in scored["percent"]]
    chart.texts(
        scored["percent"],
        (112 + 6 * piles).where(scored["happened"] == 1, -12 - 6 * piles),
        [tag("b", sign) for _, sign in looks],
        [style.role(role) for role, _ in looks],
        15,
        hover=[
            words.say("score-mark", percent=number, statement=statement)
            for number, statement in zip(numbers, scored["statement"], strict=True)
        ],
        rows=_references(scored),
        cliponaxis=False,
    )
    symbols = ["diamond" if band.forecasts >= ENOUGH_IN_BAND else "diamond-open" for band in bands]
    shares = [100 * band.borne_out / band.forecasts for band in bands]
    texts = [words.say("score-share", count=one.borne_out, all=one.forecasts) for one in bands]
    sides = [f"middle {'left' if band.mean >= 50 else 'right'}" for band in bands]
    look = {"text": [f"\u2002{text}\u2002" for text in texts], "textposition": sides}
    look |= {"textfont": {"size": 13}, "hoverinfo": "skip", "cliponaxis": False}
    diamonds, means = mark(18, symbols, style.role("record")), [band.mean for band in bands]
    chart.points(means, shares, mode="markers+text", marker=diamonds, **look)
    ticks = percent_ticks(words)
    no, yes = (wrapped(words.say(f"score-edge-{end}"), 9) for end in ("no", "yes"))
    places, texts = [-14, *ticks["tickvals"], 114], [no, *ticks["ticktext"], yes]
    look = {"tickfont": {"size": 12}, "showgrid": False, "showline": True}
    upright = {"range": [-30, 130], "tickvals": places, "ticktext": texts, **look}
    chart.set(xaxis={"range": [-4, 104], **ticks, **look}, yaxis=upright, margin={"r": 28})
