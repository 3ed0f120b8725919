"""From a sentence of the article to its evidence, and back."""

import html

import pandas as pd

from crossroads.learn.article import CARD, Card, chosen_paragraphs, left_out, missing_card
from crossroads.words.lookups import fill_pattern
from crossroads.words.plain import capital, count_words, date_words, join_words, parts, unknown


def evidence_row(pack, reference):
    """Find the row that a reference such as ``events:hanoi-2019`` names.

    Parameters
    ----------
    pack : Pack
    reference : str
        Table and key with a colon between them.

    Returns
    -------
    pandas.Series

    Raises
    ------
    KeyError
        If there is no such row; the message names the closest one.
    """
    table, _, key = reference.partition(":")
    if not pack.has(table):
        raise KeyError(f"{reference!r}: this pack has no rows in a table {table!r}")
    rows = getattr(pack, table)
    name = pack.resource(table)["schema"]["primaryKey"]
    keys = rows[name if isinstance(name, str) else name[0]].astype(str)
    if not (keys == key).any():
        raise KeyError(unknown(f"row of {table}", key, keys))
    return rows[keys == key].iloc[0]


def evidence_words(pack, reference):
    """Say in one line what a row of evidence says.

    Parameters
    ----------
    pack : Pack
    reference : str
        Such as ``events:hanoi-2019``. The description of its table holds
        the pattern of the line.

    Returns
    -------
    str

    Raises
    ------
    KeyError
        If there is no such row.
    """
    row = evidence_row(pack, reference)
    resource = pack.resource(reference.partition(":")[0])
    values = dict(row)
    if "date" in row:
        values["date"] = date_words(row["date"], row.get("date_precision", "day"))
    for key in resource["schema"].get("foreignKeys", ()):
        values[key["fields"]] = _named(pack, key["reference"], values[key["fields"]])
    pattern = resource.get("summary", f"{{{row.index[0]}}}")
    return fill_pattern(pattern, values).rstrip(" :")


def _named(pack, target, key):
    """Give the name that a key stands for, where its table has names; else the key."""
    table = getattr(pack, target["resource"])
    column = next((one for one in ("short_name", "name") if one in table), target["fields"])
    found = table.loc[table[target["fields"]] == key, column]
    return found.iloc[0] if len(found) else key


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
