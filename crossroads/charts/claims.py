"""What became of the article's claims: verdicts counted, and the whole ledger to filter."""

import textwrap

import pandas as pd

from crossroads.charts import style
from crossroads.charts.explorer import Control, Declaration, Description
from crossroads.pack.evidence import evidence_words
from crossroads.words.plain import (
    capital,
    count_words,
    date_words,
    join_words,
    number_words,
    parts,
    singles_apart,
)

ALL = "all"
UNKNOWN = ""
UNKNOWN_LABEL = "Not known then"
# What a sentence calls the codes of the verdict, which the description of the
# table of claims fixes for every pack.
ADJECTIVES = {
    "supported": "supported",
    "partly": "partly supported",
    "contradicted": "contradicted",
    "cannot say": "left open",
    UNKNOWN: "not yet to be judged",
}


def select_ledger(pack, verdict=ALL, speaker=ALL, kind=ALL):
    """Select claims of the article.

    Parameters
    ----------
    pack : Pack
        Cut it with ``as_of`` first to see no further than a day.
    verdict, speaker, kind : str
        Values of the columns ``verdict``, ``speaker_id`` and ``kind``, or
        ``"all"``.

    Returns
    -------
    pandas.DataFrame
        Rows of ``claims`` in the order of the article, with two columns
        more: ``speaker`` (name) and ``place`` (1, 2, ... within its
        paragraph, counted over all claims).
    """
    names = pack.speakers.set_index("speaker_id")["name"]
    claims = pack.claims.sort_values(["paragraph", "claim_id"], kind="stable")
    claims = claims.assign(
        speaker=claims["speaker_id"].map(names),
        place=claims.groupby("paragraph").cumcount() + 1,
    )
    for column, value in (("verdict", verdict), ("speaker_id", speaker), ("kind", kind)):
        if value != ALL:
            claims = claims[claims[column] == value]
    return claims.reset_index(drop=True)


def verdict_labels(pack):
    """Give the verdicts in the order of the table of codes, each with its label."""
    rows = pack.codes[pack.codes["column"] == "claims.verdict"].sort_values("order")
    labels = dict(zip(rows["code"], rows["label"], strict=True))
    # Where that table leaves one out, its code stands for itself.
    return labels | {
        code: capital(code) for code in pack.allowed("claims", "verdict") if code not in labels
    }


def _nouns(pack, kind):
    """Give the singular and the plural for claims of a kind."""
    if kind == "fact":
        # A claim of fact need not be a fact.
        return "claim of fact", "claims of fact"
    noun = "claim" if kind == ALL else pack.label("claims.kind", kind).lower()
    return noun, f"{noun}s"


def _by(pack, speaker):
    return "" if speaker == ALL else f" by {_names(pack)[speaker]}"


def _names(pack):
    return pack.speakers.set_index("speaker_id")["name"]


def _finding(pack, counts, verdict, speaker, kind):
    """Say which part of the chosen claims has the chosen verdict."""
    total = int(counts.sum())
    if not total:
        return f"The ledger has no {_nouns(pack, kind)[0]}{_by(pack, speaker)}"
    subject = count_words(total, *_nouns(pack, kind)) + _by(pack, speaker)
    if total == 1:
        only = counts[counts > 0].index[0]
        no = "" if verdict in (ALL, only) else f", not {_adjective(verdict)}"
        return f"The {subject} is {_adjective(only)}{no}"
    if verdict == ALL:
        some = counts[counts > 0].items()
        each = [f"{number_words(count)} {_adjective(code)}" for code, count in some]
        number, adjective = each[0].split(" ", 1)
        each[0] = f"{number} {'is' if number == 'one' else 'are'} {adjective}"
        return f"Of {subject}, {join_words(each)}"
    count = int(counts[verdict])
    number = "Not one" if not count else "All" if count == total else capital(number_words(count))
    return f"{number} of {subject} {'is' if count < 2 else 'are'} {_adjective(verdict)}"


def _adjective(verdict):
    return ADJECTIVES.get(verdict, verdict)


# How many of each: verdicts by speaker, kind or way of saying ----------------

ROWS = {
    "speaker_id": "Speaker",
    "speaker_kind": "Sort of speaker",
    "kind": "Kind of claim",
    "said_how": "Way of saying it",
}


def plot_verdicts(pack, rows="speaker_id", kind=ALL, seen_from=None):
    """Draw the number of claims with each verdict, one line of bars for each group.

    Parameters
    ----------
    pack : Pack
    rows : {"speaker_id", "speaker_kind", "kind", "said_how"}
        What makes a group.
    kind : str
        Count only claims of this kind, or ``"all"``.
    seen_from : str, optional
        ISO day: judge by what was known then. By default by everything.

    Returns
    -------
    plotly.graph_objects.Figure
        Four columns of bars, one for each verdict (five where a day is
        given), all on one scale; length is the number of claims.
    """
    counts = _verdicts(pack, rows, kind, seen_from)
    labels = _column_labels(pack, seen_from)
    chart = style.figure(
        _share_title(pack, counts.sum(), kind, seen_from),
        f"Number of {_nouns(pack, kind)[1]} with each verdict, by {ROWS[rows].lower()}; "
        + (f"judged by what was known on {_day_words(seen_from)}" if seen_from else "whole record"),
        height=100 + LINE * len(counts),
    )
    # One scale for every column and every kind of claim, so that the eye compares bars.
    longest = max(1, int(_verdicts(pack, rows, ALL, seen_from).to_numpy().max()))
    step = longest * 1.45
    places = list(range(len(counts)))
    for column, (verdict, label) in enumerate(labels.items()):
        values = [int(value) for value in counts[verdict]]
        chart.add_bar(
            x=values,
            base=column * step,
            y=places,
            width=0.42,
            orientation="h",
            marker={
                "color": style.COLOURS[column],
                "pattern": {"shape": PATTERNS[column], "solidity": 0.35},
            },
            text=[str(value) if value else "" for value in values],
            textposition="outside",
            textfont={"size": 13},
            cliponaxis=False,
            hovertext=[
                style.escape(f"{name}, {label.lower()}: {value}")
                for name, value in zip(counts.index, values, strict=True)
            ],
            hoverinfo="text",
        )
        chart.add_annotation(
            x=column * step,
            y=1,
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            align="left",
            text=f"{style.wrapped(label, COLUMN)}<br><b>{int(counts[verdict].sum())}</b>",
            showarrow=False,
            font={"size": 12},
        )
    # A name stands above its bars: beside them it would take their room.
    for place, name in zip(places, counts.index, strict=True):
        chart.add_annotation(
            x=0,
            y=place - 0.4,
            xanchor="left",
            text=style.escape(name),
            showarrow=False,
            font={"size": 13},
        )
    chart.update_layout(margin_t=70, barmode="overlay")
    # A fifth column gives up the room behind it, so that every heading has its own.
    columns = len(labels) if len(labels) < 5 else len(labels) - 0.2
    chart.update_xaxes(range=[0, columns * step], visible=False)
    chart.update_yaxes(range=[len(counts) - 0.6, -0.7], visible=False)
    return chart


LINE = 44  # pixels from one line of bars to the next
COLUMN = 12  # letters of a label above a column
PATTERNS = ("", "/", "x", ".", "-")


def _day_words(day):
    return date_words(pd.Timestamp(day))


def describe_verdicts(pack, rows="speaker_id", kind=ALL, seen_from=None):
    """Say how many claims have each verdict; parameters as `plot_verdicts`."""
    counts = _verdicts(pack, rows, kind, seen_from)
    labels = _column_labels(pack, seen_from)
    totals = counts.sum()
    sentence = _seen(_finding(pack, totals, ALL, ALL, kind), seen_from) + "."
    supported = next(iter(labels))
    groups = counts.sum(axis=1)
    if totals.sum() and len(counts) > 1:
        shares = counts[supported] / groups
        largest = groups.idxmax()
        sentence += (
            f" The largest group is {largest}: {counts.loc[largest, supported]} of "
            f"{groups[largest]} {_adjective(supported)} ({shares[largest]:.0%}); all others "
            f"together: {totals[supported] - counts.loc[largest, supported]} of "
            f"{totals.sum() - groups[largest]}."
        )
    table = counts.rename(columns=labels)
    table["All"] = groups
    table.loc["All"] = table.sum()
    return Description(sentence, table.rename_axis(ROWS[rows]).reset_index())


def _column_labels(pack, seen_from):
    labels = verdict_labels(pack)
    return {**labels, UNKNOWN: UNKNOWN_LABEL} if seen_from else labels


def _share_title(pack, counts, kind, seen_from):
    total, supported = int(counts.sum()), int(counts.iloc[0])
    if not total:
        return _finding(pack, counts, ALL, ALL, kind)
    share = f" ({supported / total:.0%})" if total > 1 else ""
    return _seen(_finding(pack, counts, counts.index[0], ALL, kind) + share, seen_from)


def _seen(words, seen_from):
    """Say first from which day a finding is seen, unless from today."""
    if not seen_from:
        return words
    return f"Known on {_day_words(seen_from)}: {words[:1].lower()}{words[1:]}"


def _verdicts(pack, rows, kind, seen_from):
    """Count claims: a row for each group, a column for each verdict."""
    everything = _grouped(pack, rows)
    order = everything["group"].value_counts().index
    claims = _grouped(pack.as_of(seen_from) if seen_from else pack, rows)
    if kind != ALL:
        claims = claims[claims["kind"] == kind]
    labels = _column_labels(pack, seen_from)
    counts = {
        code: claims.loc[claims["verdict"] == code, "group"].value_counts() for code in labels
    }
    counts = pd.DataFrame(counts, index=order, columns=list(labels)).fillna(0).astype(int)
    if rows == "kind" and kind != ALL:
        counts = counts[counts.index == pack.label("claims.kind", kind)]
    return counts


def _grouped(pack, rows):
    claims = select_ledger(pack)
    if rows == "speaker_id":
        group = claims["speaker"]
    elif rows == "speaker_kind":
        kinds = pack.speakers.set_index("speaker_id")["kind"]
        words = claims["speaker_id"].map(kinds)
        group = words.map(lambda code: capital(pack.label("speakers.kind", code)))
    else:
        group = claims[rows].map(lambda code: pack.label(f"claims.{rows}", code))
    return claims.assign(group=group)


def _kinds(pack):
    rows = pack.codes[pack.codes["column"] == "claims.kind"].sort_values("order")
    used = set(pack.claims["kind"])
    return {
        code: f"{label}s"
        for code, label in zip(rows["code"], rows["label"], strict=True)
        if code in used
    }


def declare_verdicts(pack):
    """Declare the count of verdicts."""
    day = pack.day
    return Declaration(
        name="verdicts",
        controls=(
            Control("rows", "One line for each", ROWS),
            Control("kind", "Count", {ALL: "All claims", **_kinds(pack)}),
            Control(
                "seen",
                "Judged by",
                {
                    "": "Everything in the record",
                    f"{day:%Y-%m-%d}": f"What was known on the article's day ({date_words(day)})",
                },
            ),
        ),
        plot=lambda rows, kind, seen: plot_verdicts(pack, rows, kind, seen or None),
        describe=lambda rows, kind, seen: describe_verdicts(pack, rows, kind, seen or None),
        source="Source: table claims; the verdicts are this module's, each with its reasons.",
    )


# Which ones: the ledger along the article -------------------------------------


def plot_ledger(pack, verdict=ALL, speaker=ALL, kind=ALL):
    """Draw every claim as a mark above its paragraph, the chosen ones filled.

    Parameters
    ----------
    pack : Pack
    verdict, speaker, kind : str
        See `select_ledger`.

    Returns
    -------
    plotly.graph_objects.Figure
        Symbol and colour of a mark stand for its verdict; a small grey ring
        is a claim that was not chosen.
    """
    chosen = select_ledger(pack, verdict, speaker, kind)
    claims = select_ledger(pack)
    others = claims[~claims["claim_id"].isin(chosen["claim_id"])]
    highest = int(claims["place"].max())
    chart = style.figure(
        _ledger_finding(pack, verdict, speaker, kind),
        "Each mark is a claim, above its paragraph of the article; grey rings: not chosen",
        height=150 + 24 * highest,
    )
    groups = [
        (label, chosen[chosen["verdict"] == code], style.COLOURS[order], style.SYMBOLS[order], 15)
        for order, (code, label) in enumerate(verdict_labels(pack).items())
    ]
    for label, rows, colour, symbol, size in [
        *groups,
        ("", others, style.MUTED, "circle-open", 8),
    ]:
        chart.add_scatter(
            # An empty mark keeps the verdict in the legend where no claim has it.
            x=[int(one) for one in rows["paragraph"]] or [None],
            y=[int(one) for one in rows["place"]] or [None],
            mode="markers",
            name=style.escape(label),
            showlegend=bool(label),
            marker={"size": size, "color": colour, "symbol": symbol},
            hovertext=[
                f"{style.escape(_shortened(row))}<br>{style.escape(row['speaker'])}"
                for _, row in rows.iterrows()
            ],
            hoverinfo="text",
        )
    last = int(claims["paragraph"].max())
    chart.update_xaxes(
        range=[-0.8, last + 0.8],
        tickvals=list(range(0, last + 1, 2)),
        tickangle=0,
        title_text="Paragraph (0: the headline)",
    )
    chart.update_yaxes(range=[0.3, highest + 0.7], visible=False)
    chart.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
        margin_t=44,
    )
    return chart


def _shortened(row):
    return f"{row['claim_id']}: {textwrap.shorten(row['quote'], 70, placeholder=' …')}"


def describe_ledger(pack, verdict=ALL, speaker=ALL, kind=ALL):
    """Say where the chosen claims stand and whose they are; parameters as `plot_ledger`."""
    chosen = select_ledger(pack, verdict, speaker, kind)
    sentence = _ledger_finding(pack, verdict, speaker, kind) + "."
    if len(chosen):
        sentence += f" {_where(chosen)}"
        if speaker == ALL:
            sentence += f" Who says so: {_who_says(chosen['speaker'].value_counts())}."
    table = pd.DataFrame(
        {
            "The article's words": [
                f"“{row['quote']}” ({row['claim_id']}: {row['speaker']}, "
                f"{pack.label('claims.kind', row['kind']).lower()}, "
                f"{pack.label('claims.said_how', row['said_how']).lower()})"
                for _, row in chosen.iterrows()
            ],
            "Verdict": [verdict_labels(pack).get(one, one) for one in chosen["verdict"]],
            "Why": list(chosen["reasoning"]),
            "Evidence": [
                " · ".join(evidence_words(pack, one) for one in parts(cell))
                for cell in chosen["evidence"]
            ],
        }
    )
    return Description(sentence, table)


def _who_says(counts):
    """Name the speakers with their number of claims, those with a single claim together."""
    several, single = singles_apart(counts)
    said = join_words(f"{name} {counts[name]}" for name in several)
    return f"{said}; {join_words(single)} one each" if single else said


def _where(chosen):
    counts = chosen["paragraph"].value_counts().sort_index()
    if len(counts) == 1:
        place = "the headline" if counts.index[0] == 0 else f"paragraph {counts.index[0]}"
        return f"{'It stands' if len(chosen) == 1 else 'They stand'} in {place}."
    if len(counts) <= 12:
        return f"They stand in paragraphs {join_words(map(str, counts.index))}."
    most = counts[counts == counts.max()].index
    return (
        f"They stand in {len(counts)} different paragraphs, the most ({counts.max()}) in "
        f"{'paragraph' if len(most) == 1 else 'each of the paragraphs'} "
        f"{join_words(map(str, most))}."
    )


def _ledger_finding(pack, verdict, speaker, kind):
    chosen = select_ledger(pack, ALL, speaker, kind)["verdict"]
    counts = chosen.value_counts().reindex(list(verdict_labels(pack)), fill_value=0)
    return _finding(pack, counts, verdict, speaker, kind)


def declare_ledger(pack):
    """Declare the whole ledger; it opens on what the data leave open."""
    verdicts = {ALL: "All", **verdict_labels(pack)}
    used = pack.claims["speaker_id"].value_counts().index
    speakers = {ALL: "Everybody", **{one: _names(pack)[one] for one in used}}
    return Declaration(
        name="ledger",
        controls=(
            Control("verdict", "Verdict", verdicts, start=list(verdicts)[-1]),
            Control("speaker", "Speaker", speakers),
            Control("kind", "Kind of claim", {ALL: "All", **_kinds(pack)}),
        ),
        plot=lambda verdict, speaker, kind: plot_ledger(pack, verdict, speaker, kind),
        describe=lambda verdict, speaker, kind: describe_ledger(pack, verdict, speaker, kind),
        source="Source: table claims; its evidence names rows of the other tables.",
    )


EXPLORERS = {
    "verdicts": (declare_verdicts, ("claims", "speakers", "codes")),
    "ledger": (declare_ledger, ("claims", "speakers", "codes")),
}
