"""How far two coders who read the same sentences give them the same levels."""

import itertools
from collections import Counter
from functools import partial

import numpy as np
import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import BARE, lines, wrapped
from crossroads.charts.stances import (
    LEVELS,
    coded_by,
    issue_names,
    level_labels,
    level_words,
    reference,
)
from crossroads.charts.view import ALL, View, declare

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
    source = {"by": coded_by(pack)}

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
        named = [labels.get((issue, one), ends.get(one, "")) for one in LEVELS] + [""]
        named = {one: f"{one} {label}".strip() for one, label in zip(order, named, strict=True)}
        draw = partial(draw_agreement, words, pairs, named)
        return View(facts, table, draw, (340, 400), rows=refs, empty=not coded)

    return declare(pack, "agreement", show, source, issue=issues)


def draw_agreement(words, pairs, names, chart):
    """Draw a bar for each level chosen first, in parts by the level chosen then."""
    order, long, after, parts = list(names), Counter(), {}, []
    most = max(map(len, pairs.values()), default=1)
    steps = {two: abs(order.index(two[0]) - order.index(two[1])) for two in pairs}
    for first, second in sorted(pairs, key=lambda two: (order.index(two[0]), steps[two])):
        those, row = pairs[first, second], order.index(first)
        near = steps[first, second] == 1 and order[-1] not in (first, second)
        role = "record" if first == second else "muted" if near else "ink"
        # A number that its part has room for stands inside, the others after the bar.
        inside = first == second and len(those) > most / 12
        if not inside:
            to = "same" if first == second else second
            told = words.say("agreement-then", count=len(those), to=to)
            after[row] = [*after.get(row, ()), told]
        said, hover = str(len(those)) * inside, hover_of(words, (first, second), those)
        parts.append((long[row], len(those), row, said, hover, reference(those[0]), role))
        long[row] += len(those)
    if parts:
        base, x, y, text, hover, refs, roles = zip(*parts, strict=True)
        edge = {"width": 1, "color": style.role("paper")}
        look = {"marker": {"color": list(map(style.role, roles)), "line": edge}, "textangle": 0}
        look |= {"textfont": {"size": 14, "color": style.role("paper")}, "hover": hover}
        look |= {"width": 0.42 if chart.narrow else 0.7, "textposition": "inside", "rows": refs}
        chart.bars(x, y, base=base, text=text, orientation="h", insidetextanchor="middle", **look)
    said, size = [f"\u2002{', '.join(those)}" for those in after.values()], 14 - 2 * chart.narrow
    look = {"textposition": "middle right", "hoverinfo": "skip", "cliponaxis": False}
    chart.texts([long[row] for row in after], list(after), said, "ink", size, **look)
    # No bar of those that fit no level is missed where there are none.
    count = max([len(LEVELS), *(row + 1 for row in long)])
    shown = [f"{name}\u2002" for name in names.values()][:count]
    rows = chart.names_beside(shown, 26, 0.4, x=0) | {"showgrid": False, "showline": False}
    end = max(long.values(), default=1) * (1.7 if chart.narrow else 1.4)
    chart.set(barmode="overlay", xaxis=BARE | {"range": [0, end]})
    chart.set(yaxis=rows | {"range": [count - 0.5, -0.6]})


def hover_of(words, pair, rows):
    """Give the first sentences of a cell, and how many more there are."""
    said = words.say("agreement-pair", first=pair[0], second=pair[1])
    texts = [wrapped(row.evidence, 70) for row in rows[:MOST_SENTENCES]]
    if len(rows) > MOST_SENTENCES:
        texts.append(words.say("agreement-more", count=len(rows) - MOST_SENTENCES))
    return lines(words.say("agreement-hover", pair=said, rows=len(rows)), *texts)
