"""What the article's speakers foresaw, how they hedged it, what came of it, and how you scored.

No function here gives a speaker a probability: the words of the article
name none. Probabilities are the learner's own.
"""

import math
import textwrap
from collections import Counter
from functools import cache, partial
from itertools import accumulate, pairwise

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import (
    BARE,
    BREAK,
    WHOLE,
    around,
    length,
    lines,
    mark,
    percent_ticks,
    wrapped,
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
from crossroads.charts.voices import BOOSTER, find_hedges
from crossroads.words.plain import singles_apart
from crossroads.words.tags import join, tag
from crossroads.words.wording import capital

OPEN = "open"
# What the first hedge word of a passage does; where there is none, a booster or nothing.
NEITHER = "neither"
NO_HEDGE = (BOOSTER, NEITHER)
NO_WORD = ""
# From words that leave most open to words that leave least.
STRENGTH = (
    "doubt",
    "possibility",
    "condition",
    "limit",
    "appearance",
    "belief",
    "likelihood",
    BOOSTER,
)
NAMES = 21  # room for names of groups (unit: letters)
BELOW = 0.9  # what the list has of the height below the blocks
HEIGHT = (420, 480)
HIGH = 430  # of passages and blocks at a desk (unit: pixels)

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
    speakers = pack.forecasts["speaker_id"].value_counts(sort=True).index
    return {speaker: names[speaker] for speaker in speakers}


def _speaker_options(pack):
    """Offer everybody together, and each speaker with several forecasts."""
    sizes = pack.forecasts["speaker_id"].value_counts()
    speakers = speakers_of_forecasts(pack).items()
    several = {speaker: name for speaker, name in speakers if sizes[speaker] > 1}
    return {ALL: pack.words.say("everybody"), **several}


def _labels(pack, column):
    """Give the codes of a column with their labels; without a table of codes, themselves."""
    table, name = column.split(".")
    found = {code: code for code in pack.table(table)[name] if code}
    return coded(pack, column) if pack.has("codes") else found


def _used_ways(pack, rows):
    """Give the ways of saying that occur, with their labels."""
    used = set(rows["said_how"])
    return {code: label for code, label in _labels(pack, "claims.said_how").items() if code in used}


def outcome_labels(pack):
    """Give the outcomes with their labels, and last the one that is not known."""
    return {**_labels(pack, "forecasts.outcome"), OPEN: pack.words.say("not-known-then")}


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
        boosted = int((rows["kind"] == BOOSTER).sum())
        neither = int((rows["kind"] == NEITHER).sum())
        facts = {
            "case": ("none", "single")[len(rows)] if len(rows) < 2 else "many",
            "forecasts": len(rows),
            "whose": "article" if speaker == ALL else "speaker",
            "speaker": speakers[speaker],
            "hedged": len(rows) - boosted - neither,
            "used": ", ".join(used),
            "boosted": boosted,
            "neither": neither,
            "key": [
                words.say("hedge-key", case=case)
                for case, count in (
                    ("hedge", len(rows) - boosted - neither),
                    (BOOSTER, boosted),
                    (NEITHER, neither),
                )
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
        return View(facts, table, draw, (HIGH, 540), rows=shown, empty=rows.empty)

    ways = {ALL: words.say("forecast_hedges-any"), **_used_ways(known, forecasts)}
    return declare(pack, "forecast_hedges", show, speaker=speakers, said_how=ways)


def draw_hedges(words, rows, meanings, chart):
    """Count the passages as blocks, and list them by what their word does, the most open first."""
    ranks = {kind: rank for rank, kind in enumerate((*STRENGTH, NEITHER))}
    rows = rows.assign(rank=[ranks.get(kind, len(STRENGTH) - 1.5) for kind in rows["kind"]])
    rows = rows.sort_values(["rank", "word"], kind="stable")
    narrow, line, seen, names, blocks = chart.narrow, 0, set(), [], {}
    room = WHOLE[narrow] - (0 if narrow else 7 * NAMES)
    for kind, group in rows.groupby("kind", sort=False):
        name = words.say("hedge-bare") if kind == NEITHER else words.say("hedge-kind", kind=kind)
        name = tag("b", words.say("hedge-group", kind=capital(name), count=len(group)))
        # The key says what a booster does.
        meaning = "" if kind in NO_HEDGE else meanings.get(kind, "")
        if narrow:
            chart.left(join([name, f" {meaning}"]), line, font={"size": 12})
            line += 1
        passages = []
        for quote, word in zip(group["quote"], group["word"], strict=True):
            start, end = (0, 0) if kind == NEITHER else find_hedges(quote, [word])[0][:2]
            passage = _passage(quote, start, end, room)
            again = "", quote[start:end], f" {words.say('hedge-again')}"
            passages.append(again if quote in seen else passage)
            seen.add(quote)
        texts = [join([before, tag("b", word), after]) for before, word, after in passages]
        places = [line + number for number in range(len(group))]
        case = kind if kind in NO_HEDGE else "hedge"
        role = {BOOSTER: "ink", NEITHER: "muted"}.get(kind, "record")
        hover = [words.say("quoted", text=quote) for quote in group["quote"]]
        shown = {"hover": hover, "rows": _references(group)}
        look = {"textposition": "middle right", "cliponaxis": False}
        chart.texts([0] * len(group), places, texts, role, **look, **shown)
        told = lines(name, *textwrap.wrap(meaning, NAMES))
        high = 1 + told.count(BREAK)
        names.append((line, told))
        line += max(len(group), 1 if narrow else high) + 0.45
        blocks.setdefault(case, (role, [], []))
        for part, more in zip(blocks[case][1:], shown.values(), strict=True):
            part += more
    _blocks(words, blocks, room, chart)
    named, whole = {"showticklabels": False}, max(line, 12)
    if not narrow:
        # Names begin beside their first passage: half of the lines below it go beneath.
        under = whole * 15.6 / (HIGH - 34) / BELOW / 2
        tops = [y + under * name.count(BREAK) for y, name in names]
        named = {"tickvals": tops, "ticktext": [name for _, name in names]}
    upright = {**BARE, "showticklabels": True, "tickfont": {"size": 12}, "ticklen": 6}
    upright |= {"ticks": "outside", "tickcolor": "rgba(0,0,0,0)"}
    everything = words.say("hedge-group", kind=words.say("column-all"), count=len(rows))
    counted = {"tickvals": [0], "ticktext": [tag("b", everything)]}
    chart.set(
        xaxis={**BARE, "range": [0, 1]},
        yaxis={**upright, "range": [whole, -0.5], "domain": [0, BELOW], **named},
        yaxis2={
            **upright,
            "range": [-0.5, 0.5],
            "domain": [0.94, 1],
            "fixedrange": True,
            "automargin": True,
            **(named if narrow or rows.empty else counted),
        },
        barmode="overlay",
        margin={"t": 44 if narrow else 26},
    )


def _passage(quote, start, end, room):
    """Cut a passage to one line; what stands before its word goes only where it must."""
    after = length(quote[start:], 12)
    before = max(0.35 * room, room - after)
    before = min(before, length(quote[:start].strip(), 12))
    return around(quote, start, end, before, room - before)


def _blocks(words, blocks, room, chart):
    """Draw an equal block for each passage in one row, with number and name of each group."""
    whole, start, labels = sum(len(rows) for *_, rows in blocks.values()), 0, []
    for case, (role, hover, rows) in blocks.items():
        count, colour = len(rows), style.role(role)
        chart.bars(
            [0.9 / whole] * count,
            [0] * count,
            base=[(start + number) / whole for number in range(count)],
            orientation="h",
            width=1,
            yaxis="y2",
            marker={"color": colour, "line": {"width": 0}},
            textposition="none",
            hover=hover,
            rows=rows,
        )
        said, number = words.say("hedge-block", case=case), tag("b", str(count))
        text = lines(number, said) if chart.narrow else join([number, f" {said}"])
        half = length(said if chart.narrow else f"{count} {said}") / 2
        labels.append([room * (start + count / 2) / whole, half, text, colour])
        start += count
    # Names that are longer than their blocks stand beside each other.
    for one, (_, half, *_) in enumerate(labels):
        least = labels[one - 1][0] + labels[one - 1][1] + 6 if one else 0
        labels[one][0] = max(labels[one][0], least + half)
    most = room
    for label in reversed(labels):
        label[0] = min(label[0], most - label[1])
        most = label[0] - label[1] - 6
    for at, _, text, colour in labels:
        look = {"yref": "paper", "yanchor": "bottom", "yshift": 2}
        chart.note(text, x=at / room, y=1, font={"size": 13, "color": colour}, **look)


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
        facts = {
            "case": "open" if counts[OPEN] == len(chosen) else "known",
            "when": "day" if seen else "record",
            "day": pd.Timestamp(seen),
            "forecasts": len(chosen),
            "whose": "article" if speaker == ALL else "speaker",
            "speaker": speakers[speaker],
            "numbers": "yes" if percents else "no",
            "outcomes": [
                words.say("outcome-count", count=counts[code], outcome=label)
                for code, label in outcomes.items()
                if counts[code]
            ],
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
            groups[words.say("others", others=len(single))] = chosen[chosen[rows].isin(single)]
        if len(groups) > 1:
            groups = {words.say("column-all"): chosen, **groups}
        said = chosen["outcome"].map(outcomes).fillna(chosen["outcome"])
        table = chosen.assign(hedges=_found(words, chosen), outcome=said)
        table = table[["statement", "speaker", "hedges", "outcome", "known_date", "reasoning"]]
        table = table.set_axis(["forecast", "who", "hedges", "outcome", "known_by", "why"], axis=1)
        draw = partial(draw_outcomes, words, outcomes, groups, percents or {})
        return View(facts, table, draw, HEIGHT, rows=_references(chosen))

    rows = [by for by in lanes if by != "kind" or pack.has("hedges")]
    days = Control(_days_to_see_from(pack), stepped=True)
    return declare(pack, "forecast_outcomes", show, seen=days, rows=rows, speaker=speakers)


TILE_WIDTH = (18, 22)  # unit: pixels, of a plot with as little room as there can be


def draw_outcomes(words, outcomes, groups, percents, chart):
    """Draw a tile for each forecast of a group, of all first, in the column of its outcome."""
    narrow, runs = chart.narrow, [Counter(rows["outcome"]) for rows in groups.values()]
    sizes = zip(groups, map(len, groups.values()), strict=True)
    names = [words.say("outcome-group", row=name, count=size) for name, size in sizes]
    tile, room = TILE_WIDTH[narrow], WHOLE[narrow] - (0 if narrow else 8 * max(map(len, names)))
    codes = [code for code in dict.fromkeys([*outcomes, *runs[0]]) if runs[0][code]]
    labels = {code: wrapped(outcomes.get(code, code).lower(), 9) for code in codes}
    least = {code: max(length(one, 12) for one in labels[code].split(BREAK)) for code in codes}
    beside = {code: runs[0][code] for code in codes}
    while True:
        widths = [max(least[code], tile * beside[code]) + 8 for code in codes]
        widest = max(codes[::-1], key=lambda code: tile * beside[code] - least[code])
        if sum(widths) <= room or tile * beside[widest] <= least[widest]:
            break
        # What has no room in a column goes on beneath.
        beside[widest] -= 1
    starts = accumulate(widths[:-1], initial=0)
    high = [max(math.ceil(run[code] / beside[code]) for code in codes) for run in runs]
    # A phone has the names above their rows; few rows stand further apart.
    above = 0.55 if narrow else 0
    apart = above + max(0.15, min(1, 7 / len(groups) - 1 - above))
    *places, bottom = accumulate((one + apart for one in high), initial=above)
    for code, start in zip(codes, starts, strict=True):
        (role, sign), label = outcome_role(code), outcomes.get(code, code)
        tiles = [
            (start + tile * (number % beside[code]), place + number // beside[code], row)
            for place, rows in zip(places, groups.values(), strict=True)
            for number, row in enumerate(rows[rows["outcome"] == code].itertuples())
        ]
        left, heights, rows = zip(*tiles, strict=True)
        numbers = [str(percents.get(row.forecast_id, "")) for row in rows]
        said = [one if one and narrow else lines(*filter(None, (sign, one))) for one in numbers]
        # The row of all has neither signs nor numbers.
        whole = runs[0][code] if len(groups) > 1 else 0
        chart.tiles(
            left,
            heights,
            style.role(role),
            [""] * whole + said[whole:],
            width=0.9 * tile,
            height=0.8,
            opacity=0.3 if code == OPEN else 1,
            textfont={"size": 13, "color": style.role("ink" if code == OPEN else "paper")},
            hover=[words.say("outcome-mark", statement=r.statement, outcome=label) for r in rows],
            rows=references("forecasts", [row.forecast_id for row in rows]),
        )
        head = lines(tag("b", f"{sign} {runs[0][code]}".strip()), labels[code])
        chart.heads([start], [head], [style.role(role)], 12, yshift=4)
    look = {"showgrid": False, "showline": False, "ticklen": 0}
    look |= chart.names_beside(names, 40, up=0.42, places=places, x=0, yanchor="bottom")
    look["range"] = [max(bottom - apart, 4.5) - 0.5, -0.55]
    chart.set(xaxis={**BARE, "range": [-2, room]}, yaxis=look, margin={"t": 66})


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
    chart.points(
        [band.mean for band in bands],
        shares,
        mode="markers+text",
        marker=mark(18, symbols, style.role("record")),
        text=[f"\u2002{text}\u2002" for text in texts],
        textposition=[f"middle {'left' if band.mean >= 50 else 'right'}" for band in bands],
        textfont={"size": 13},
        hoverinfo="skip",
        cliponaxis=False,
    )
    ticks = percent_ticks(words)
    no, yes = (wrapped(words.say(f"score-edge-{end}"), 9) for end in ("no", "yes"))
    places, texts = [-14, *ticks["tickvals"], 114], [no, *ticks["ticktext"], yes]
    look = {"tickfont": {"size": 12}, "showgrid": False, "showline": True}
    upright = {"range": [-30, 130], "tickvals": places, "ticktext": texts, **look}
    chart.set(xaxis={"range": [-4, 104], **ticks, **look}, yaxis=upright, margin={"r": 28})
