"""Show passages of the article, what codes mean, and the sources behind rows."""

import functools
import re

import pandas as pd

from crossroads.charts.style import ACCENT
from crossroads.charts.view import coded, table_html
from crossroads.words.plain import parts
from crossroads.words.tags import Html, escape, fold, join, listed, plain_text, tag


class Card:
    """Something to read: HTML, in which all that comes from a table is escaped, or as text."""

    def __init__(self, markup):
        self._markup = markup

    def _repr_html_(self):
        return self._markup

    def __repr__(self):
        return plain_text(self._markup)


class LeftOut(Card):
    """A sentence in place of a part of a lesson that a pack has no rows for."""


def missing_card(pack, *tables):
    """Say which of the tables that a part of a lesson needs a pack does not have; else None."""
    if missing := [table for table in tables if not pack.has(table)]:
        return left_out(pack.words, "needs-tables", count=len(missing), tables=missing)


def needs(*tables):
    """Make a function of a pack give `missing_card` where the pack lacks one of the tables."""

    def around(show):
        @functools.wraps(show)
        def shown(pack, *given, **named):
            return missing_card(pack, *tables) or show(pack, *given, **named)

        return shown

    return around


def left_out(words, message, **facts):
    """Say in one sentence what a pack lacks; the message names it, such as ``the table events``."""
    return lacking(words, words.say(message, **facts))


def lacking(words, what):
    """Say in one sentence that a pack does not have what a part of a lesson needs."""
    return LeftOut(tag("p", words.say("left-out", what=what)))


def worded_table(words, columns, caption):
    """Write a table whose heads are messages, as HTML."""
    cells = {words.say(head): list(column) for head, column in columns.items()}
    return table_html(pd.DataFrame(cells), caption)


# Styles stand in the tags, because JupyterLab removes style sheets from the
# stored outputs of a notebook that it does not trust yet.
BOX = "border-left: 4px solid {colour}; margin: 0.5em 0; padding: 0.1em 1em; max-width: 48em"
CARD = BOX.format(colour=ACCENT)
PLAIN = "border: 0; margin: 0; padding: 0"


def chosen_paragraphs(pack, chosen):
    """Turn what a notebook names into paragraph numbers: these, or ids of ``passages``."""
    numbers = []
    for named in chosen:
        if isinstance(named, str):
            rows = pack.passages[pack.passages["passage_id"] == named]
            numbers += [int(number) for cell in rows["paragraphs"] for number in parts(cell)]
        else:
            numbers.append(named)
    return numbers


@needs("excerpts")
def show_excerpt(pack, *paragraphs):
    """Show what the article says in some of its paragraphs.

    Parameters
    ----------
    pack : Pack
    *paragraphs : int or str
        Paragraph numbers (0 is the headline), or the id of a row of the
        table ``passages``.

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
    named, paragraphs = paragraphs, chosen_paragraphs(pack, paragraphs)
    if named and not paragraphs:
        return left_out(pack.words, "needs-passage", passage=repr(named[0]))
    known = sorted(set(pack.excerpts["paragraph"]))
    missing = [number for number in paragraphs if number not in known]
    if missing or not paragraphs:
        raise ValueError(
            f"no excerpt of paragraph {', '.join(map(str, missing)) or '(none named)'}; the pack "
            f"has excerpts of: {', '.join(map(str, known))}"
        )
    # One passage a line: whether anything stood between two, nothing here says.
    passages = pack.excerpts.set_index("paragraph")["text"].loc[paragraphs]
    facts = {"count": len(paragraphs), "paragraphs": list(map(str, paragraphs))}
    credit = pack.words.say("excerpt-credit", article=pack.article["credit"].iloc[0], **facts)
    return Card(quoted_html(join(tag("p", text) for text in passages), tag("small", credit)))


def quoted_html(passages, *caption):
    """Frame passages of the article."""
    quote = tag("blockquote", passages, style=PLAIN), tag("figcaption", *caption)
    return tag("figure", *quote, class_="crossroads-excerpt", style=CARD)


def text_html(text):
    """Turn the few marks that the texts use into HTML: paragraphs, lists, emphasis."""
    blocks = []
    for block in re.split(r"\n\s*\n", escape(str(text).strip())):
        block = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", block)
        block = re.sub(r"\*(.+?)\*", r"<em>\1</em>", block)
        block = re.sub(r"`(.+?)`", r"<code>\1</code>", block)
        lines = block.split("\n")
        if all(line.startswith("- ") for line in lines):
            blocks.append(listed(Html(line[2:]) for line in lines))
        else:
            blocks.append(tag("p", Html(" ".join(lines))))
    return tag("div", *blocks, class_="crossroads-text", style="max-width: 48em")


def linked(address):
    """Turn a whole web address into a link; anything else stays as it is."""
    if not re.match(r"https?://", address):
        return address
    return tag("a", address, href=address, rel="noopener")


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
        One row for each source, with what it is, how much of it was read,
        and how many of the rows rest on it. An address is a link.
    """
    if missing := missing_card(pack, table, "sources"):
        return missing
    rows, words = getattr(pack, table), pack.words
    key = pack.resource(table)["schema"]["primaryKey"]
    if keys is not None:
        rows = rows[rows[key].isin(list(keys))]
    named = rows["source_id"].map(parts)
    if "more_sources" in rows:
        named = named + rows["more_sources"].map(parts)
    counts = named.explode().value_counts()
    listed = pack.sources[pack.sources["source_id"].isin(counts.index)]
    listed = listed.sort_values(["publisher", "published", "source_id"], kind="stable")
    # A pack that was begun before the column says only how a source was read.
    known_by = [name for name in ("rests_on", "how_read") if name in listed]
    how = [
        dict.fromkeys(pack.label(f"sources.{name}", source[name]) for name in known_by)
        for source in listed.to_dict("records")
    ]
    columns = {
        "column-title": listed["title"],
        "column-publisher": listed["publisher"],
        "column-published": ["" if day != day else words.date(day) for day in listed["published"]],
        "column-address": listed["address"].map(linked),
        "column-how-read": map("; ".join, how),
        "column-rows": listed["source_id"].map(counts),
    }
    caption = words.say("sources-behind", sources=len(listed), rows=len(rows))
    return Card(fold(caption, worded_table(words, columns, caption)))


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
    meanings = coded(pack, column, "definition")
    if not meanings:
        return left_out(pack.words, "needs-codes", column=column)
    rows = zip(coded(pack, column).values(), meanings.values(), strict=True)
    return Card(listed((tag("strong", f"{label}."), f" {meaning}") for label, meaning in rows))
