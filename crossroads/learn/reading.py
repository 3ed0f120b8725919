"""Look at an article before and while reading it: its source, its voices, its hedges."""

import html

import pandas as pd

from crossroads.charts.explorer import table_html
from crossroads.charts.voices import BOOSTER, find_hedges
from crossroads.learn.article import (
    CARD,
    PLAIN,
    Card,
    chosen_paragraphs,
    missing_card,
    show_excerpt,
)
from crossroads.words.plain import capital, count_words, date_words

MARK = "background-color: #ffe9a8; color: #111; font-weight: 700"
TOLD = {
    "named": " (the article says so)",
    "partly": " (the article says so in part)",
    "no": " (the article does not say so)",
}
BOOSTER_STYLE = f"{MARK}; border: 2px dashed"


def show_article(pack):
    """Show where an article comes from, before a word of its text.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    Card
        Headline, outlet, who pays for it, date and how exact it is, author
        and rights, from the table ``article``.
    """
    article = pack.article.iloc[0]
    exact = article["date_precision"] == "day"
    date = date_words(article["date"], article["date_precision"])
    lines = {
        "Headline": article["headline"],
        "Outlet": article["outlet"],
        "Who pays for it": article["funder"],
        "Date": date if exact else f"{date}; the exact day is not known",
        "Author": article["byline"] or "no author named",
        "Contributor": article["contributor"],
        "Where to find it": article["address"],
        "What may be done with it": article["rights"],
    }
    lines = {name: text for name, text in lines.items() if text}
    rows = "".join(
        f'<tr><th scope="row" style="text-align: left; vertical-align: top">{name}</th>'
        f'<td style="text-align: left">{html.escape(text)}</td></tr>'
        for name, text in lines.items()
    )
    note = article["date_note"]
    folded = (
        f"<details><summary>How the date is known</summary><p>{html.escape(note)}</p></details>"
    )
    markup = (
        f'<div class="crossroads-source-card" style="{CARD}"><table><tbody>{rows}</tbody></table>'
        f"{folded if note else ''}</div>"
    )
    return Card(markup, "\n".join(f"{name}: {text}" for name, text in lines.items()))


def show_speakers(pack):
    """List everybody whose words or views an article carries, and who stands behind them.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    Card
        One row for each speaker, most words first.
    """
    lacking = missing_card(pack, "speakers", "paragraphs")
    if lacking:
        return lacking
    words = pack.paragraphs.groupby("speaker_id")[["words", "words_quoted"]].sum()
    speakers = pack.speakers.join(words, on="speaker_id").fillna({"words": 0, "words_quoted": 0})
    speakers = speakers.sort_values("words", ascending=False, kind="stable")
    items, plain = [], []
    for _, row in speakers.iterrows():
        employer = row["employer"] or "no employer named"
        told = TOLD.get(row["in_article"], "") if row["employer"] else ""
        number = f"words {int(row['words'])}, of these quoted {int(row['words_quoted'])}"
        notes = " ".join(note for note in (row["employer_note"], row["note"]) if note)
        about = f"{employer}{told}; {number}."
        items.append(
            f"<li><strong>{html.escape(row['name'])}</strong>: {html.escape(about)}"
            f"<br>{html.escape(notes)}</li>"
        )
        plain.append(f"- {row['name']}: {about}")
    head = f"{capital(count_words(len(speakers), 'speaker'))} and who stands behind them"
    markup = (
        f"<details><summary>{head}</summary>"
        f'<ul style="max-width: 60em">{"".join(items)}</ul></details>'
    )
    return Card(markup, "\n".join([head, *plain]))


def show_hedges(pack, *paragraphs):
    """Show paragraphs with their hedges and boosters marked.

    Parameters
    ----------
    pack : Pack
    *paragraphs : int or str
        Paragraph numbers (0 is the headline), or the id of a passage; see
        `chosen_paragraphs`.

    Returns
    -------
    Card
        The passages, each marked word with the reason why it is in the
        list, and the whole list. A sentence only, if the pack has no table
        ``hedges`` or no such passage.

    Raises
    ------
    ValueError
        If the pack has no excerpt of a paragraph.
    """
    lacking = missing_card(pack, "hedges", "excerpts")
    if lacking:
        return lacking
    # Says what is wrong with a number or a name.
    plain_excerpt, paragraphs = show_excerpt(pack, *paragraphs), chosen_paragraphs(pack, paragraphs)
    if not paragraphs:
        return plain_excerpt
    listed = pack.hedges.set_index("word")
    passages, plain, found = [], [], []
    for paragraph in paragraphs:
        texts = pack.excerpts.loc[pack.excerpts["paragraph"] == paragraph, "text"]
        marked = [_marked(text, listed["kind"]) for text in texts]
        passages.append(f"<p><small>{paragraph}</small> {' '.join(one[0] for one in marked)}</p>")
        plain.append(f"({paragraph}) {' '.join(one[1] for one in marked)}")
        found += [word for one in marked for word in one[2]]
    boosters = sum(listed["kind"][word] == BOOSTER for word in found)
    head = (
        f"{capital(count_words(len(found) - boosters, 'hedge'))} (underlined) and "
        f"{count_words(boosters, 'booster')} (in a dashed box)"
    )
    everything = "".join(
        f"<li><strong>{html.escape(kind)}</strong>: {html.escape(', '.join(rows['word']))}</li>"
        for kind, rows in pack.hedges.groupby("kind", sort=False)
    )
    credit = html.escape(pack.article["credit"].iloc[0])
    markup = (
        f'<figure class="crossroads-excerpt" style="{CARD}">'
        f'<blockquote style="{PLAIN}">{"".join(passages)}</blockquote>'
        f"<figcaption><p>{head}.</p><small>{credit}, paragraph numbers in front</small>"
        f"</figcaption></figure><details><summary>Why each of these words is marked</summary>"
        f"{table_html(_reasons(listed, found), head)}</details><details><summary>The whole list: "
        f"{count_words(len(listed), 'word')}</summary><ul>{everything}</ul></details>"
    )
    return Card(markup, "\n".join([*plain, f"{head}; here _so_ and *so*."]))


def _reasons(listed, found):
    """Say of each word that was found how often it was, and why it is in the list."""
    times = pd.Series(found, dtype=object).value_counts()
    hits = listed[listed.index.isin(times.index)].reset_index()
    return pd.DataFrame(
        {
            "Word": hits["word"],
            "Kind": hits["kind"],
            "Times": hits["word"].map(times),
            "Why it is in the list, and where the list goes wrong": hits["why"],
        }
    )


def _marked(text, kinds):
    """Mark hedges and boosters in a passage: as HTML, as plain text, and as a list."""
    markup, plain, words, at = [], [], [], 0
    for start, end, word in find_hedges(text, kinds.index):
        strong = kinds[word] == BOOSTER
        shown, sign = html.escape(text[start:end]), "*" if strong else "_"
        markup.append(html.escape(text[at:start]))
        markup.append(
            f'<mark style="{BOOSTER_STYLE}">{shown}</mark>'
            if strong
            else f'<mark style="{MARK}"><u>{shown}</u></mark>'
        )
        plain.append(f"{text[at:start]}{sign}{text[start:end]}{sign}")
        words.append(word)
        at = end
    return "".join([*markup, html.escape(text[at:])]), "".join([*plain, text[at:]]), words
