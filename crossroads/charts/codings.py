"""How far two coders who read the same sentences give them the same levels."""

import itertools
from collections import Counter
from functools import partial

import numpy as np
import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import lines, wrapped
from crossroads.charts.stances import LEVELS, issue_names, level_labels, level_words, reference
from crossroads.charts.view import ALL, View, declare
from crossroads.words.tags import tag

MOST_SENTENCES = 3


def quadratic_kappa(first, second):
    """Compute Cohen's kappa with quadratic weights of two coders' levels of the same rows.

    A disagreement counts with the square of its steps, against that of coders
    who deal out the same levels at random. 1 is full agreement, 0 what chance
    gives; None where there is no row, or one and the same level throughout.

    Examples
    --------
    >>> round(quadratic_kappa([1, 2, 1], [1, 2, 2]), 2)
    0.4
    """
    if not len(first):
        return None
    first, second = np.asarray(first, float), np.asarray(second, float)
    by_chance = first.var() + second.var() + (first.mean() - second.mean()) ** 2
    return None if by_chance == 0 else float(1 - ((first - second) ** 2).mean() / by_chance)


def coded_once(row):
    """Tell whether nobody read a row twice: no second coding, and no word on how it was settled."""
    return pd.notna(row.coding_1) and pd.isna(row.coding_2) and not row.settled


def agreement(pack):
    """How far two coders agree, over all issues and on each."""
    words, issues = pack.words, {ALL: pack.words.say("agreement-all"), **issue_names(pack)}
    none = words.say("agreement-no-level")
    order = [*map(level_words, LEVELS), none]
    ends = {end: words.say("agreement-end", end=end) for end in (LEVELS[0], LEVELS[-1])}
    labels = level_labels(pack)
    rows = list(pack.stances.itertuples(index=False))
    source = {"by": pack.resource("stances").get("codedBy", "unsaid")}

    def level(coded):
        return none if pd.isna(coded) else level_words(coded)

    def show(issue):
        listed = [row for row in rows if issue in (ALL, row.issue_id)]
        coded = [row for row in listed if not coded_once(row)]
        pairs = {}
        for row in coded:
            pairs.setdefault((level(row.coding_1), level(row.coding_2)), []).append(row)
        pairs = {pair: pairs[pair] for pair in itertools.product(order, order) if pair in pairs}
        both = [(row.coding_1, row.coding_2) for row in coded]
        both = [pair for pair in both if not any(map(pd.isna, pair))]
        same = sum(len(those) for (first, second), those in pairs.items() if first == second)
        kappa = quadratic_kappa([first for first, _ in both], [second for _, second in both])
        steps = Counter(abs(first - second) for first, second in both)
        facts = source | {
            "case": "told" if coded else "empty",
            "issue": issues[issue],
            "same": same,
            "rows": len(coded),
            "once": len(listed) - len(coded),
            "percent": words.number(100 * same / max(1, len(coded))),
            "differ": len(coded) - same,
            "near": steps[1],
            "further": len(coded) - same - steps[1],
            "widest": max(steps, default=0),
            "both": len(both),
            "measured": "no" if kappa is None else "yes",
            "kappa": "" if kappa is None else words.number(kappa, 2),
        }
        # Rows that differ stand one by one with their sentences; the others are counted.
        cells, refs = [], []
        for (first, second), those in pairs.items():
            if first == second:
                cells.append((first, second, len(those), "", ""))
                refs.append("")
                continue
            for row in those:
                to = {"stance": row.stance_id, "level": level(row.position), "reason": row.settled}
                settled = words.say("agreement-settled", **to)
                cells.append((first, second, 1, row.evidence, settled))
                refs.append(reference(row))
        columns = ["first_coding", "second_coding", "rows", "sentence", "settled"]
        table = pd.DataFrame(cells, columns=columns)
        named = {one: labels.get((issue, one), ends.get(one, "")) for one in LEVELS}
        draw = partial(draw_agreement, words, pairs, order, (named, ends))
        return View(facts, table, draw, (400, 400), rows=refs, empty=not coded)

    return declare(pack, "agreement", show, source, issue=issues)


def draw_agreement(words, pairs, order, names, chart):
    """Draw a tile for each pair of levels: the same, paler for fewer, open if one step apart."""

    def look(pair):
        """Give the colours of a tile, its edge and its number, and how strong they are."""
        first, second = map(order.index, pair)
        shade = 0.25 + 0.75 * len(pairs[pair]) / max(map(len, pairs.values()))
        if first == second:
            return "record", "record", "paper" if shade > 0.8 else "ink", shade
        if abs(first - second) == 1 and order[-1] not in pair:
            return "paper", "muted", "ink", 1
        return "muted", "muted", "paper", 1

    def tiles(pairs, roles, texts, **properties):
        left = [order.index(first) - 0.465 for first, _ in pairs]
        heights = [order.index(second) for _, second in pairs]
        chart.tiles(left, heights, list(map(style.role, roles)), texts, **properties)

    empty = [pair for pair in itertools.product(order, order) if pair not in pairs]
    edges = [style.role("zero")] * len(empty)
    tiles(empty, ["paper"] * len(empty), [""] * len(empty), edges=edges, hoverinfo="skip")
    fills, edges, inks, shades = zip(*map(look, pairs), strict=True) if pairs else ([],) * 4
    tiles(
        pairs,
        fills,
        [tag("b", str(len(those))) for those in pairs.values()],
        edges=list(map(style.role, edges)),
        opacity=shades,
        textfont={"size": 14, "color": list(map(style.role, inks))},
        hover=[hover_of(words, pair, those) for pair, those in pairs.items()],
        rows=[reference(those[0]) for those in pairs.values()],
    )
    labels = names[chart.narrow]
    levels = [f"{level} {labels.get(one, '')}" for level, one in zip(order, LEVELS, strict=False)]
    for axis, title, letters in (("xaxis", "first", 11), ("yaxis", "second", 17)):
        ticks = [wrapped(level, 6 if chart.narrow else letters) for level in [*levels, order[-1]]]
        look = {"showgrid": False, "showline": False, "tickfont": {"size": 12}}
        named = {"text": words.say(f"column-{title}-coding"), "font": {"size": 13}, "standoff": 6}
        place = {"tickvals": range(len(order)), "range": [-0.55, len(order) - 0.45]}
        chart.set(**{axis: {"title": named, "ticktext": ticks, **place, **look}})


def hover_of(words, pair, rows):
    """Give the first sentences of a cell, and how many more there are."""
    said = words.say("agreement-pair", first=pair[0], second=pair[1])
    texts = [wrapped(row.evidence, 70) for row in rows[:MOST_SENTENCES]]
    if len(rows) > MOST_SENTENCES:
        texts.append(words.say("agreement-more", count=len(rows) - MOST_SENTENCES))
    return lines(words.say("agreement-hover", pair=said, rows=len(rows)), *texts)
