"""Look at an article before and while reading it: its source, its voices, its hedges."""

import pandas as pd

from crossroads.charts.quotes import BOOSTER, find_hedges
from crossroads.charts.view import table_html
from crossroads.learn.article import (
    CARD,
    Card,
    chosen_paragraphs,
    needs,
    quoted_html,
    show_excerpt,
)
from crossroads.words.plain import capital
from crossroads.words.tags import fold, join, listed, tag

MARK = "background-color: #ffe9a8; color: #111; font-weight: 700"
BOOSTER_STYLE = f"{MARK}; border: 2px dashed"
LEFT = "text-align: left"


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
    article, words = pack.article.iloc[0], pack.words
    precision = article["date_precision"]
    date = words.date(article["date"], precision)
    lines = {
        "headline": article["headline"],
        "outlet": article["outlet"],
        "funder": article["funder"],
        "date": words.say("origin-day", case="exact" if precision == "day" else "not", date=date),
        "byline": article["byline"] or words.say("origin-no-author"),
        "contributor": article["contributor"],
        "address": article["address"],
    }
    lines = {words.say(f"origin-{name}"): text for name, text in lines.items() if text}
    head = {"scope": "row", "style": f"{LEFT}; vertical-align: top"}
    rows = [
        tag("tr", tag("th", name, **head), tag("td", text, style=LEFT))
        for name, text in lines.items()
    ]
    folded = {"date-note": article["date_note"], "rights": article["rights"]}
    folded = {words.say(f"origin-{name}"): text for name, text in folded.items() if text}
    notes = [fold(name, tag("p", text)) for name, text in folded.items()]
    table = tag("table", tag("tbody", *rows))
    return Card(tag("div", table, *notes, class_="crossroads-source-card", style=CARD))


@needs("speakers", "paragraphs")
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
    counts = pack.paragraphs.groupby("speaker_id")[["words", "words_quoted"]].sum()
    speakers = pack.speakers.join(counts, on="speaker_id").fillna({"words": 0, "words_quoted": 0})
    speakers = speakers.sort_values("words", ascending=False, kind="stable")
    items = []
    for _, row in speakers.iterrows():
        about = pack.words.say(
            "speaker-about",
            employer=row["employer"] or pack.words.say("speaker-no-employer"),
            told=row["in_article"] if row["employer"] else "",
            words=int(row["words"]),
            quoted=int(row["words_quoted"]),
        )
        notes = " ".join(note for note in (row["employer_note"], row["note"]) if note)
        items.append((tag("strong", row["name"]), f": {about}", tag("br"), notes))
    head = capital(pack.words.say("speakers-head", count=len(speakers)))
    return Card(fold(head, tag("div", listed(items), style="max-width: 60em")))


@needs("hedges", "excerpts")
def show_hedges(pack, *paragraphs):
    """Show paragraphs with their hedges and boosters marked.

    Parameters
    ----------
    pack : Pack
    *paragraphs : int or str
        Paragraph numbers (0 is the headline), or the id of a row of the
        table ``passages``.

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
    # Says what is wrong with a number or a name.
    card, paragraphs = show_excerpt(pack, *paragraphs), chosen_paragraphs(pack, paragraphs)
    if not paragraphs:
        return card
    words, hedges = pack.words, pack.hedges.set_index("word")
    passages, found = [], []
    for paragraph in paragraphs:
        texts = pack.excerpts.loc[pack.excerpts["paragraph"] == paragraph, "text"]
        marked = [_marked(text, hedges["kind"]) for text in texts]
        shown = join((markup for markup, _ in marked), " ")
        passages.append(tag("p", tag("small", str(paragraph)), " ", shown))
        found += [word for _, hits in marked for word in hits]
    boosters = sum(hedges["kind"][word] == BOOSTER for word in found)
    head = capital(words.say("marks-head", hedges=len(found) - boosters, boosters=boosters))
    everything = [
        (tag("strong", kind), f": {', '.join(rows['word'])}")
        for kind, rows in pack.hedges.groupby("kind", sort=False)
    ]
    credit = words.say("marks-credit", article=pack.article["credit"].iloc[0])
    # Of each word that was found how often it was, and why it is in the list.
    times = pd.Series(found, dtype=object).value_counts()
    hits = hedges[hedges.index.isin(times.index)].reset_index()
    hits = hits.assign(times=hits["word"].map(times))[["word", "kind", "times", "why"]]
    hits.columns = [words.say(f"marks-{name}") for name in hits]
    markup = join(
        [
            quoted_html(join(passages), tag("p", f"{head}."), tag("small", credit)),
            fold(words.say("marks-why-marked"), table_html(hits, head)),
            fold(words.say("marks-whole-list", count=len(hedges)), listed(everything)),
        ]
    )
    return Card(markup)


def _marked(text, kinds):
    """Mark hedges and boosters in a passage: as HTML, and as a list."""
    markup, words, at = [], [], 0
    for start, end, word in find_hedges(text, kinds.index):
        strong, shown = kinds[word] == BOOSTER, text[start:end]
        mark = (
            tag("mark", tag("b", shown), style=BOOSTER_STYLE)
            if strong
            else tag("mark", tag("u", shown), style=MARK)
        )
        markup += [text[at:start], mark]
        words.append(word)
        at = end
    return join([*markup, text[at:]]), words
