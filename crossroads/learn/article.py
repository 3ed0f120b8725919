"""Show passages of the article, texts about it, and the sources behind rows."""

import html
import re

from crossroads.charts.explorer import table_html
from crossroads.charts.style import ACCENT
from crossroads.words.lookups import fill
from crossroads.words.plain import count_words, date_words, join_words, parts


class Card:
    """Something to read: HTML for a page, plain text for everything else.

    Parameters
    ----------
    markup : str
        HTML; whatever comes from a table is escaped in it.
    plain : str
        The same in plain text.
    """

    def __init__(self, markup, plain):
        self._markup, self._plain = markup, plain

    def _repr_html_(self):
        return self._markup

    def __repr__(self):
        return self._plain


def missing_card(pack, *tables):
    """Say which of the tables that a part of a lesson needs a pack does not have.

    Parameters
    ----------
    pack : Pack
    *tables : str

    Returns
    -------
    Card or None
        None where the pack has a row in each of them.
    """
    missing = [table for table in tables if not pack.has(table)]
    noun = "table" if len(missing) == 1 else "tables"
    return left_out(f"the {noun} {join_words(missing)}") if missing else None


def left_out(what):
    """Say in one sentence what a pack lacks for a part of a lesson.

    Parameters
    ----------
    what : str
        Such as ``"the table stances"``.

    Returns
    -------
    Card
    """
    words = f"This part needs {what}, which this pack does not have. The lesson goes on without it."
    return Card(f"<p>{html.escape(words)}</p>", words)


# Styles stand in the tags, because JupyterLab removes style sheets from the
# stored outputs of a notebook that it does not trust yet.
BOX = "border-left: 4px solid {colour}; margin: 0.5em 0; padding: 0.1em 1em; max-width: 48em"
CARD = BOX.format(colour=ACCENT)
PLAIN = "border: 0; margin: 0; padding: 0"


def chosen_paragraphs(pack, chosen):
    """Turn what a notebook names into paragraph numbers.

    Parameters
    ----------
    pack : Pack
    chosen : sequence of int or str
        Paragraph numbers, or one id of the table ``passages``, such as
        ``"02.says"``: so the pack decides what a lesson shows.

    Returns
    -------
    list of int
        Empty where the pack has no such passage.
    """
    numbers = []
    for one in chosen:
        if isinstance(one, str):
            rows = pack.passages[pack.passages["passage_id"] == one]
            numbers += [int(number) for cell in rows["paragraphs"] for number in parts(cell)]
        else:
            numbers.append(one)
    return numbers


def show_excerpt(pack, *paragraphs):
    """Show what the article says in some of its paragraphs.

    Parameters
    ----------
    pack : Pack
    *paragraphs : int or str
        Paragraph numbers (0 is the headline), or the id of a passage; see
        `chosen_paragraphs`.

    Returns
    -------
    Card
        The passages with their credit; a sentence where the pack has no
        such passage.

    Raises
    ------
    ValueError
        If the pack has no excerpt of a paragraph; the message lists those
        that it has.
    """
    lacking = missing_card(pack, "excerpts")
    if lacking:
        return lacking
    named, paragraphs = paragraphs, chosen_paragraphs(pack, paragraphs)
    if named and not paragraphs:
        return left_out(f"the row {named[0]!r} in the table passages")
    known = sorted(set(pack.excerpts["paragraph"]))
    missing = [one for one in paragraphs if one not in known]
    if missing or not paragraphs:
        raise ValueError(
            f"no excerpt of paragraph {', '.join(map(str, missing)) or '(none named)'}; the pack "
            f"has excerpts of: {', '.join(map(str, known))}"
        )
    article = pack.article.iloc[0]
    # One passage a line: whether anything stood between two, nothing here says.
    passages = [
        text
        for paragraph in paragraphs
        for text in pack.excerpts.loc[pack.excerpts["paragraph"] == paragraph, "text"]
    ]
    where = "paragraph" if len(paragraphs) == 1 else "paragraphs"
    numbers = join_words(str(number) for number in paragraphs)
    credit = f"{article['credit']}, {where} {numbers}"
    quoted = "".join(f"<p>{html.escape(text)}</p>" for text in passages)
    markup = (
        f'<figure class="crossroads-excerpt" style="{CARD}">'
        f'<blockquote style="{PLAIN}">{quoted}</blockquote>'
        f"<figcaption><small>{html.escape(credit)}</small></figcaption></figure>"
    )
    plain = "\n".join([*(f"“{text}”" for text in passages), f"({credit})"])
    return Card(markup, plain)


def show_text(pack, text_id):
    """Show what the pack's table of texts says about this article.

    Parameters
    ----------
    pack : Pack
    text_id : str
        Such as ``"02.context"``. Where a pack has no such text, nothing is
        shown: the lesson goes on without it.

    Returns
    -------
    Card or None
    """
    if not pack.has("texts"):
        return None
    rows = pack.texts[pack.texts["text_id"] == text_id]
    if rows.empty:
        return None
    text = fill(pack, rows["text"].iloc[0])
    return Card(text_html(text), text)


def text_html(text):
    """Turn the few marks that the texts use into HTML: paragraphs, lists, emphasis.

    Parameters
    ----------
    text : str
        A text from a table; whatever else looks like HTML in it is escaped.

    Returns
    -------
    str
    """
    blocks = []
    for block in re.split(r"\n\s*\n", html.escape(text.strip(), quote=False)):
        block = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", block)
        block = re.sub(r"\*(.+?)\*", r"<em>\1</em>", block)
        block = re.sub(r"`(.+?)`", r"<code>\1</code>", block)
        lines = block.split("\n")
        if all(line.startswith("- ") for line in lines):
            block = "".join(f"<li>{line[2:]}</li>" for line in lines)
            blocks.append(f"<ul>{block}</ul>")
        else:
            blocks.append(f"<p>{' '.join(lines)}</p>")
    return f'<div class="crossroads-text" style="max-width: 48em">{"".join(blocks)}</div>'


FINDING = "What the chart shows: open this when you have predicted and looked"


def fold(card, summary=FINDING):
    """Fold a card under a line that the reader opens.

    Parameters
    ----------
    card : Card or None
    summary : str
        The line.

    Returns
    -------
    Card or None
        None where there is nothing to fold: the pack has no such text.
    """
    if card is None:
        return None
    return Card(
        f"<details><summary>{html.escape(summary)}</summary>{card._repr_html_()}</details>",
        f"{summary}\n\n{card!r}",
    )


def show_sources(pack, table, keys=None):
    """List the sources behind rows of a table.

    Parameters
    ----------
    pack : Pack
    table : str
        Name of a table with a column ``source_id``.
    keys : sequence of str, optional
        Values of the table's key; by default every row.

    Returns
    -------
    Card
        One row for each source, with how it was read and how many of the
        rows rest on it.
    """
    lacking = missing_card(pack, table, "sources")
    if lacking:
        return lacking
    rows = getattr(pack, table)
    key = pack.resource(table)["schema"]["primaryKey"]
    if keys is not None:
        rows = rows[rows[key].isin(list(keys))]
    named = rows["source_id"].map(parts)
    if "more_sources" in rows:
        named = named + rows["more_sources"].map(parts)
    counts = named.explode().value_counts()
    listed = pack.sources[pack.sources["source_id"].isin(counts.index)]
    listed = listed.assign(rows=listed["source_id"].map(counts))
    listed = listed.sort_values(["publisher", "published", "source_id"], kind="stable")
    shown = listed.rename(columns={"title": "Title", "publisher": "Publisher", "rows": "Rows"})
    shown["Published"] = ["" if date != date else date_words(date) for date in listed["published"]]
    shown["Address"] = listed["address"]
    shown["How we know it"] = listed["how_read"].map(
        {"read": "read", "cited": "cited by a source that we read", "memory": "from memory"}
    )
    shown = shown[["Title", "Publisher", "Published", "Address", "How we know it", "Rows"]]
    caption = f"{count_words(len(shown), 'source')} behind {count_words(len(rows), 'row')}"
    markup = f"<details><summary>{caption}</summary>{table_html(shown, caption)}</details>"
    lines = [f"- {row.Title} ({row.Publisher})" for row in shown.itertuples()]
    plain = "\n".join([f"{caption}:", *lines])
    return Card(markup, plain)
