"""How far two coders who read the same sentences give them the same levels."""

import itertools

import pandas as pd

from crossroads.charts import style
from crossroads.charts.explorer import Control, Declaration, Description
from crossroads.charts.stances import (
    CODED,
    FAINT,
    LEVELS,
    issue_names,
    level_words,
    of_words,
)
from crossroads.words.plain import count_words, join_words

ALL = "all"
NO_LEVEL = "no level"
ORDER = (*map(level_words, LEVELS), NO_LEVEL)


def quadratic_kappa(first, second):
    """Compute Cohen's kappa with quadratic weights.

    A disagreement counts with the square of its steps. It is compared with
    the disagreement that is expected when each coder deals out the same
    levels at random, which with these weights depends on means and
    variances alone. 1 is full agreement, 0 what chance gives.

    Parameters
    ----------
    first, second : sequence of int
        Levels of the same rows by two coders.

    Returns
    -------
    float or None
        None where there is nothing to compare: no row, or one and the same
        level throughout.

    Examples
    --------
    >>> round(quadratic_kappa([1, 2, 1], [1, 2, 2]), 2)
    0.4
    """
    if not len(first):
        return None
    pairs = pd.DataFrame({"first": list(first), "second": list(second)}).astype(float)
    found = ((pairs["first"] - pairs["second"]) ** 2).mean()
    means, variances = pairs.mean(), pairs.var(ddof=0)
    by_chance = variances.sum() + (means["first"] - means["second"]) ** 2
    return None if by_chance == 0 else float(1 - found / by_chance)


def select_codings(pack, issue=ALL):
    """Select both codings of every stance, in words.

    Parameters
    ----------
    pack : Pack
    issue : str
        An ``issue_id``, or ``"all"``.

    Returns
    -------
    pandas.DataFrame
        One row for each row of ``stances``: ``stance_id``, ``first``,
        ``second`` and ``settled`` (levels as text such as ``"+2"``, or
        ``"no level"`` where the evidence was found to fit none).
    """
    rows = pack.stances
    rows = rows if issue == ALL else rows[rows["issue_id"] == issue]
    columns = {"coding_1": "first", "coding_2": "second", "position": "settled"}
    words = rows[list(columns)].rename(columns=columns)
    for column in words:
        words[column] = [NO_LEVEL if pd.isna(one) else level_words(one) for one in words[column]]
    return words.assign(stance_id=rows["stance_id"]).reset_index(drop=True)


def measure_agreement(pack, issue=ALL):
    """Measure how far the two codings agree; parameters as `select_codings`.

    Returns
    -------
    dict
        ``rows`` and ``same`` (numbers of rows), ``both`` (rows with a level
        from both coders), ``kappa`` (over these rows; None where it cannot
        be computed) and ``widest`` (most steps between two levels of a row).
    """
    rows = pack.stances
    rows = rows if issue == ALL else rows[rows["issue_id"] == issue]
    codings = select_codings(pack, issue)
    both = rows[rows["coding_1"].notna() & rows["coding_2"].notna()]
    gaps = (both["coding_1"] - both["coding_2"]).abs()
    return {
        "rows": len(rows),
        "same": int((codings["first"] == codings["second"]).sum()),
        "both": len(both),
        "kappa": quadratic_kappa(both["coding_1"], both["coding_2"]),
        "widest": int(gaps.max()) if len(gaps) else 0,
    }


def plot_agreement(pack, issue=ALL):
    """Draw how often two coders gave which pair of levels; parameters as `select_codings`.

    Returns
    -------
    plotly.graph_objects.Figure
        Column: first coding; row: second coding; number: stances. Full
        squares agree, open diamonds differ.
    """
    codings, measures = select_codings(pack, issue), measure_agreement(pack, issue)
    kappa = measures["kappa"]
    words = "kappa cannot be computed" if kappa is None else f"kappa {kappa:.2f}"
    chart = style.figure(
        f"The codings agree on {measures['same']} of {of_words(measures['rows'], 'row')}; {words}",
        f"{_where(pack, issue)}: rows by first and second coding. ■ the same, ◇ different",
        height=400,
    )
    counts = codings.groupby(["first", "second"]).size()
    for agree in (True, False):
        pairs = [pair for pair in counts.index if (pair[0] == pair[1]) == agree]
        chart.add_scatter(
            x=[ORDER.index(first) for first, _ in pairs],
            y=[ORDER.index(second) for _, second in pairs],
            mode="markers+text",
            marker={
                "size": 36,
                "symbol": "square" if agree else "diamond-open",
                "color": style.ACCENT if agree else style.COLOURS[1],
                "line": {"width": 2, "color": style.ACCENT if agree else style.COLOURS[1]},
            },
            text=[str(counts[pair]) for pair in pairs],
            textfont={"size": 14, "color": "white"} if agree else {"size": 14},
            hoverinfo="skip",
        )
    axis = {
        "tickvals": list(range(len(ORDER))),
        "ticktext": [one.replace(" ", "<br>") for one in ORDER],
        "range": [-0.6, len(ORDER) - 0.4],
        "gridcolor": FAINT,
    }
    chart.update_xaxes(title_text="First coding", **axis)
    chart.update_yaxes(title_text="Second coding", **axis)
    return chart


def _where(pack, issue):
    return "All issues" if issue == ALL else issue_names(pack)[issue]


def describe_agreement(pack, issue=ALL):
    """Say how far two coders agree, and how differences were settled; as `plot_agreement`."""
    codings, measures = select_codings(pack, issue), measure_agreement(pack, issue)
    if not measures["rows"]:
        sentence = f"{_where(pack, issue)}: the table has no stance to compare."
    else:
        sentence = _agreement_sentence(_where(pack, issue), measures)
    found = []
    for first, second in itertools.product(ORDER, ORDER):
        those = codings[(codings["first"] == first) & (codings["second"] == second)]
        if len(those):
            how = those["stance_id"] + " to " + those["settled"]
            found.append((first, second, len(those), "" if first == second else join_words(how)))
    columns = ["First coding", "Second coding", "Rows", "Where they differ, settled"]
    return Description(sentence, pd.DataFrame(found, columns=columns))


def _agreement_sentence(where, measures):
    total, same, kappa = measures["rows"], measures["same"], measures["kappa"]
    sentence = f"{where}: the two codings agree on {same} of {of_words(total, 'row')}"
    sentence += f" ({100 * same / total:.0f} %)"
    if same < total:
        sentence += f" and differ on {total - same}"
    if measures["widest"]:
        sentence += f", by {count_words(measures['widest'], 'step')} at most"
    if kappa is None:
        return f"{sentence}. Kappa cannot be computed: the levels have no spread."
    return (
        f"{sentence}. Kappa with quadratic weights is {kappa:.2f}, over the "
        f"{count_words(measures['both'], 'row')} with a level from both; 1 is full agreement, "
        "0 what chance gives."
    )


def declare_agreement(pack):
    """Declare the agreement of two coders, over all issues and for each."""
    return Declaration(
        name="agreement",
        controls=(Control("issue", "Issue", {ALL: "All issues", **issue_names(pack)}),),
        plot=lambda issue: plot_agreement(pack, issue),
        describe=lambda issue: describe_agreement(pack, issue),
        source="Source: table stances, columns coding_1, coding_2 and position; the column "
        "settled gives the reason where they differ.",
    )


EXPLORERS = {"agreement": (declare_agreement, CODED)}
