"""How far two coders who read the same sentences give them the same levels."""

import itertools
from collections import Counter
from functools import partial

import numpy as np
import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import lines, mark
from crossroads.charts.stances import CODED, FAINT, LEVELS, issue_names, level_words
from crossroads.charts.view import ALL, View, declare


def quadratic_kappa(first, second):
    """Compute Cohen's kappa with quadratic weights of two coders' levels of the same rows.

    A disagreement counts with the square of its steps. It is compared with
    the disagreement that is expected when each coder deals out the same
    levels at random, which with these weights depends on means and
    variances alone. 1 is full agreement, 0 what chance gives; None where
    there is nothing to compare: no row, or one and the same level throughout.

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


def agreement(pack):
    """How far two coders agree, over all issues and on each."""
    words, issues = pack.words, {ALL: pack.words.say("agreement-all"), **issue_names(pack)}
    none = words.say("agreement-no-level")
    order = [*map(level_words, LEVELS), none]
    rows = list(pack.stances.itertuples(index=False))

    def level(coded):
        return none if pd.isna(coded) else level_words(coded)

    def show(issue):
        coded = [row for row in rows if issue in (ALL, row.issue_id)]
        pairs = {pair: [] for pair in itertools.product(order, order)}
        for row in coded:
            settled = words.say(
                "agreement-settled", stance=row.stance_id, level=level(row.position)
            )
            pairs[level(row.coding_1), level(row.coding_2)].append(settled)
        counts = Counter({pair: len(those) for pair, those in pairs.items() if those})
        both = [
            (row.coding_1, row.coding_2)
            for row in coded
            if pd.notna(row.coding_1) and pd.notna(row.coding_2)
        ]
        same = sum(number for pair, number in counts.items() if pair[0] == pair[1])
        kappa = quadratic_kappa([first for first, _ in both], [second for _, second in both])
        facts = {
            "case": "told" if coded else "empty",
            "issue": issues[issue],
            "same": same,
            "rows": len(coded),
            "percent": words.number(100 * same / max(1, len(coded))),
            "differ": len(coded) - same,
            "widest": max((abs(first - second) for first, second in both), default=0),
            "both": len(both),
            "measured": "no" if kappa is None else "yes",
            "kappa": "" if kappa is None else words.number(kappa, 2),
        }
        table = pd.DataFrame(
            {
                "first_coding": [first for first, _ in counts],
                "second_coding": [second for _, second in counts],
                "rows": list(counts.values()),
                "settled": [
                    "" if pair[0] == pair[1] else words.join(pairs[pair]) for pair in counts
                ],
            }
        )
        return View(facts, table, partial(draw_agreement, words, counts, order), 400)

    return declare(pack, "agreement", show, issue=issues)


def draw_agreement(words, counts, order, chart):
    """Draw how often two coders gave which pair of levels: full squares agree, diamonds differ."""
    for agree, symbol, colour, font in (
        (True, "square", style.ACCENT, {"size": 14, "color": "white"}),
        (False, "diamond-open", style.COLOURS[1], {"size": 14}),
    ):
        pairs = sorted(pair for pair in counts if (pair[0] == pair[1]) == agree)
        chart.points(
            [order.index(first) for first, _ in pairs],
            [order.index(second) for _, second in pairs],
            mode="markers+text",
            marker=mark(36, symbol, colour),
            text=[str(counts[pair]) for pair in pairs],
            textfont=font,
            hoverinfo="skip",
        )
    axis = {
        "tickvals": list(range(len(order))),
        "ticktext": [lines(*level.split()) for level in order],
        "range": [-0.6, len(order) - 0.4],
        "gridcolor": FAINT,
    }
    first, second = (words.say(f"column-{one}-coding") for one in ("first", "second"))
    chart.set(xaxis={"title": {"text": first}, **axis}, yaxis={"title": {"text": second}, **axis})


EXPLORERS = {"agreement": (agreement, CODED)}
