"""From a sentence of the article to its evidence, and back."""

import html

import pandas as pd

from crossroads.learn.article import CARD, Card, chosen_paragraphs, left_out, missing_card
from crossroads.pack.evidence import evidence_row, evidence_words
from crossroads.words.plain import capital, count_words, join_words, parts, unknown


def select_claims(pack, paragraph=None, evidence=None, **columns):
    """Select claims of the article.

    Parameters
    ----------
    pack : Pack
    paragraph : int or str, optional
        A paragraph number, or the id of a passage; see `chosen_paragraphs`.
    evidence : str, optional
        A reference such as ``events:hanoi-2019``: the claims that rest on it.
    **columns : str
        Any other column of the table of claims with its value, such as
        ``verdict="partly"``.

    Returns
    -------
    pandas.DataFrame
        Rows of ``claims`` in the order of the article.

    Raises
    ------
    ValueError
        If a column or a value does not occur; the message names the closest
        one.
    """
    claims = pack.claims
    if isinstance(paragraph, str):
        claims = claims[claims["paragraph"].isin(chosen_paragraphs(pack, [paragraph]))]
    elif paragraph is not None:
        columns["paragraph"] = paragraph
    for column, value in columns.items():
        if column not in claims.columns:
            raise ValueError(unknown("column of the claims", column, claims.columns))
        known = sorted(set(pack.claims[column]))
        if value not in known:
            raise ValueError(unknown(column, value, known))
        claims = claims[claims[column] == value]
    if evidence is not None:
        evidence_row(pack, evidence)
        claims = claims[claims["evidence"].map(lambda cell: evidence in parts(cell))]
    return claims


def show_ledger(pack, paragraph=None, evidence=None, **columns):
    """Show claims of the article, each with its verdict, the reasons and the rows of evidence.

    Parameters
    ----------
    pack : Pack
    paragraph, evidence, **columns
        Which claims; see `select_claims`.

    Returns
    -------
    Card
        A sentence, where the pack lacks what is asked for.
    """
    lacking = missing_card(pack, "claims", "speakers")
    if lacking:
        return lacking
    if isinstance(paragraph, str) and not chosen_paragraphs(pack, [paragraph]):
        return left_out(f"the row {paragraph!r} in the table passages")
    if pd.isna(evidence) and evidence is not None:
        return left_out("a claim with evidence")
    claims = select_claims(pack, paragraph, evidence, **columns)
    speakers = pack.speakers.set_index("speaker_id")["name"]
    markup, plain = [], []
    for _, claim in claims.iterrows():
        verdict = pack.label("claims.verdict", claim["verdict"]) or "Not known then"
        kind = pack.label("claims.kind", claim["kind"])
        how = pack.label("claims.said_how", claim["said_how"]).lower()
        about = f"{claim['claim_id']} · {speakers[claim['speaker_id']]} ({how}) · {kind}"
        lines = [evidence_words(pack, one) for one in parts(claim["evidence"])]
        items = [
            f"<li>{html.escape(line)} <code>{html.escape(one)}</code></li>"
            for line, one in zip(lines, parts(claim["evidence"]), strict=True)
        ]
        markup.append(
            f'<article style="{CARD}"><p><q>{html.escape(claim["quote"])}</q><br>'
            f"<small>{html.escape(about)}</small></p><p><strong>{html.escape(verdict)}.</strong> "
            f"{html.escape(claim['reasoning'])}</p>"
            + (f"<ul>{''.join(items)}</ul>" if items else "")
            + "</article>"
        )
        plain.append(
            "\n".join(
                [f"“{claim['quote']}” ({about})", f"{verdict}. {claim['reasoning']}"]
                + [f"- {line}" for line in lines]
            )
        )
    counts = claims["verdict"].value_counts()
    verdicts = [
        f"{count} {pack.label('claims.verdict', code).lower()}" for code, count in counts.items()
    ]
    head = capital(count_words(len(claims), "claim")) + (
        f": {join_words(verdicts)}." if verdicts else " in the ledger."
    )
    return Card(
        f"<div><p>{html.escape(head)}</p>{''.join(markup)}</div>", "\n\n".join([head, *plain])
    )


def show_codes(pack, column):
    """Show what the coded values of a column mean.

    Parameters
    ----------
    pack : Pack
    column : str
        Table and column, such as ``"claims.verdict"``.

    Returns
    -------
    Card
        Each label with its definition.
    """
    codes = pack.codes[pack.codes["column"] == column].sort_values("order")
    if codes.empty:
        return left_out(f"the codes of {column} in the table codes")
    rows = list(zip(codes["label"], codes["definition"], strict=True))
    items = [f"<li><strong>{html.escape(a)}.</strong> {html.escape(b)}</li>" for a, b in rows]
    return Card(f"<ul>{''.join(items)}</ul>", "\n".join(f"- {a}. {b}" for a, b in rows))
