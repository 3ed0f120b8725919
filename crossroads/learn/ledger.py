"""From a sentence of the article to its evidence, and back."""

import pandas as pd

from crossroads.learn.article import CARD, Card, chosen_paragraphs, left_out, missing_card
from crossroads.pack.evidence import evidence_row, evidence_words
from crossroads.words.plain import capital, parts, unknown
from crossroads.words.tags import tag


def select_claims(pack, paragraph=None, evidence=None, **columns):
    """Select claims in the order of the article; parameters as `show_ledger`."""
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
    paragraph : int or str, optional
        A paragraph number, or the id of a row of the table ``passages``.
    evidence : str, optional
        A reference such as ``events:hanoi-2019``: the claims that rest on it.
    **columns : str
        Any other column of the table of claims with its value, such as
        ``verdict="partly"``.

    Returns
    -------
    Card
        A sentence, where the pack lacks what is asked for.

    Raises
    ------
    ValueError, KeyError
        If a column, a value or a row of evidence does not occur; the message
        names the closest one.
    """
    lacking_table = missing_card(pack, "claims", "speakers")
    if lacking_table:
        return lacking_table
    if isinstance(paragraph, str) and not chosen_paragraphs(pack, [paragraph]):
        return left_out(pack.words, "needs-passage", passage=repr(paragraph))
    if pd.isna(evidence) and evidence is not None:
        return left_out(pack.words, "needs-claim")
    claims = select_claims(pack, paragraph, evidence, **columns)
    speakers = pack.speakers.set_index("speaker_id")["name"]
    shown = [_claim(pack, claim, speakers[claim["speaker_id"]]) for _, claim in claims.iterrows()]
    verdicts = [
        f"{count} {pack.label('claims.verdict', code).lower()}"
        for code, count in claims["verdict"].value_counts().items()
    ]
    case = "counted" if verdicts else "none"
    head = capital(pack.words.say("ledger-head", count=len(claims), case=case, verdicts=verdicts))
    markup = tag("div", tag("p", head), *(markup for markup, _ in shown))
    return Card(markup, "\n\n".join([head, *(plain for _, plain in shown)]))


def _claim(pack, claim, speaker):
    """Show a claim: as HTML, and as plain text."""
    say, named = pack.words.say, parts(claim["evidence"])
    verdict = pack.label("claims.verdict", claim["verdict"]) or say("ledger-not-known")
    about = say(
        "ledger-about",
        claim=claim["claim_id"],
        speaker=speaker,
        how=pack.label("claims.said_how", claim["said_how"]),
        kind=pack.label("claims.kind", claim["kind"]),
    )
    lines = [evidence_words(pack, reference) for reference in named]
    items = [
        tag("li", line, " ", tag("code", reference))
        for line, reference in zip(lines, named, strict=True)
    ]
    markup = tag(
        "article",
        tag("p", tag("q", claim["quote"]), tag("br"), tag("small", about)),
        tag("p", tag("strong", f"{verdict}."), f" {claim['reasoning']}"),
        tag("ul", *items) if items else None,
        style=CARD,
    )
    quote = say("excerpt-quoted", text=claim["quote"])
    plain = [f"{quote} ({about})", f"{verdict}. {claim['reasoning']}"]
    return markup, "\n".join(plain + [f"- {line}" for line in lines])


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
        return left_out(pack.words, "needs-codes", column=column)
    rows = list(zip(codes["label"], codes["definition"], strict=True))
    items = [tag("li", tag("strong", f"{label}."), f" {meaning}") for label, meaning in rows]
    return Card(tag("ul", *items), "\n".join(f"- {label}. {meaning}" for label, meaning in rows))
