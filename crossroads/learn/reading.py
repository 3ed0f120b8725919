"""Look at an article while reading it: its source, voices, hedges; and leave the page."""

import pandas as pd

from crossroads.charts.quotes import BOOSTER, find_hedges
from crossroads.learn import article
from crossroads.learn.brief import Sheet
from crossroads.words.plain import capital
from crossroads.words.tags import fold, join, listed, tag

MARK = "background-color: #ffe9a8; color: #111; font-weight: 700"
BOOSTER_STYLE = f"{MARK}; border: 2px dashed"
LEFT = "text-align: left"
ENTRIES = 3
PARTS = ("where", "found", "trust", "minutes")


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
    row, words = pack.article.iloc[0], pack.words
    precision = row["date_precision"]
    date = words.date(row["date"], precision)
    lines = {
        "headline": row["headline"],
        "outlet": row["outlet"],
        "funder": row["funder"],
        "date": words.say("origin-day", case="exact" if precision == "day" else "not", date=date),
        "byline": row["byline"] or words.say("origin-no-author"),
        "contributor": row["contributor"],
        "address": row["address"],
    }
    lines = {words.say(f"origin-{name}"): text for name, text in lines.items() if text}
    head = {"scope": "row", "style": f"{LEFT}; vertical-align: top"}
    rows = [
        tag("tr", tag("th", name, **head), tag("td", text, style=LEFT))
        for name, text in lines.items()
    ]
    folded = (("date-note", row["date_note"]), ("rights", row["rights"]))
    notes = [fold(words.say(f"origin-{one}"), tag("p", text)) for one, text in folded if text]
    table = tag("table", tag("tbody", *rows))
    framed = {"class_": "crossroads-source-card", "style": article.CARD}
    return article.Card(tag("div", table, *notes, **framed))


@article.needs("speakers", "paragraphs")
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
        counts = {"words": int(row["words"]), "quoted": int(row["words_quoted"])}
        employer = row["employer"] or pack.words.say("speaker-no-employer")
        told = row["in_article"] if row["employer"] else ""
        about = pack.words.say("speaker-about", employer=employer, told=told, **counts)
        notes = " ".join(filter(None, (row["employer_note"], row["note"])))
        items.append((tag("strong", row["name"]), f": {about}", tag("br"), notes))
    head = capital(pack.words.say("speakers-head", count=len(speakers)))
    return article.Card(fold(head, tag("div", listed(items), style="max-width: 60em")))


@article.needs("hedges", "excerpts")
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
    card = article.show_excerpt(pack, *paragraphs)
    paragraphs = article.chosen_paragraphs(pack, paragraphs)
    if not paragraphs:
        return card
    words, hedges = pack.words, pack.hedges.set_index("word")
    passages, found = [], []
    for paragraph in paragraphs:
        texts = pack.excerpts.loc[pack.excerpts["paragraph"] == paragraph, "text"]
        shown, hits = zip(*(_marked(text, hedges["kind"]) for text in texts), strict=True)
        passages.append(tag("p", tag("small", str(paragraph)), " ", join(shown, " ")))
        found += sum(hits, [])
    boosters = sum(hedges["kind"][word] == BOOSTER for word in found)
    head = capital(words.say("marks-head", hedges=len(found) - boosters, boosters=boosters))
    everything = [
        (tag("strong", kind), f": {', '.join(rows['word'])}")
        for kind, rows in pack.hedges.groupby("kind", sort=False)
    ]
    credit = words.say("marks-credit", article=pack.article["credit"].iloc[0])
    # Of each word that was found how often it was, and why it is in the list.
    hits = hedges[hedges.index.isin(found)].reset_index()
    hits["times"] = hits["word"].map(found.count)
    columns = {f"marks-{name}": hits[name] for name in ("word", "kind", "times", "why")}
    quoted = article.quoted_html(join(passages), tag("p", f"{head}."), tag("small", credit))
    why = fold(words.say("marks-why-marked"), article.worded_table(words, columns, head))
    whole = fold(words.say("marks-whole-list", count=len(hedges)), listed(everything))
    return article.Card(join([quoted, why, whole]))


def _marked(text, kinds):
    """Mark hedges and boosters in a passage: as HTML, and as a list."""
    markup, words, at = [], [], 0
    for start, end, word in find_hedges(text, kinds.index):
        inner, look = ("b", BOOSTER_STYLE) if kinds[word] == BOOSTER else ("u", MARK)
        markup += [text[at:start], tag("mark", tag(inner, text[start:end]), style=look)]
        words.append(word)
        at = end
    return join([*markup, text[at:]]), words


class SearchLog(Sheet):
    """A log of places looked up: where, what was found, how far to trust it, how long it took."""

    def __init__(self, pack, task_id, **state):
        say = pack.words.say
        fields = [
            (f"{part}-{entry}", say(f"lateral-{part}", entry=entry), say(f"lateral-{part}-hint"))
            for entry in range(1, ENTRIES + 1)
            for part in PARTS
        ]
        super().__init__(pack.words, task_id, fields, _button=say("lateral-look-over"), **state)

    def entries(self):
        """Give each entry with anything in it: its number and its four texts."""
        entries = {
            entry: {part: self.value[f"{part}-{entry}"].strip() for part in PARTS}
            for entry in range(1, ENTRIES + 1)
        }
        return {entry: texts for entry, texts in entries.items() if any(texts.values())}

    def pressed(self):
        """Say what the log holds and what it lacks; never whether it is right."""
        if self._problem:
            return self._problem
        say, entries = self.words.say, self.entries()
        if not entries:
            return say("lateral-empty")
        told, minutes = [say("saved")], []
        for entry, texts in entries.items():
            lacking = [say(f"lateral-{part}-short") for part in PARTS if not texts[part]]
            if lacking:
                told.append(say("lateral-lacking", entry=entry, parts=lacking))
            if texts["minutes"].isascii() and texts["minutes"].isdecimal():
                minutes.append(int(texts["minutes"][:4]))
            elif texts["minutes"]:
                told.append(say("lateral-no-minutes", entry=entry))
        told.append(say("lateral-count", places=len(entries), minutes=sum(minutes)))
        return " ".join(told)


def log_search(pack, task_id):
    """Open the log of a search that leaves the page.

    Parameters
    ----------
    pack : Pack
    task_id : str
        What it is saved under, such as ``"01.lateral"``.

    Returns
    -------
    SearchLog or Card
        A card that says so, where the pack has no shelf for the task.
    """
    return _lacking(pack, task_id) or SearchLog(pack, task_id)


def _rows(pack, task_id):
    rows = pack.shelf[pack.shelf["task"] == task_id]
    return rows.merge(pack.sources, on="source_id", how="left")


def _lacking(pack, task_id):
    lacking = article.missing_card(pack, "shelf", "sources")
    if lacking or (pack.shelf["task"] == task_id).any():
        return lacking
    return article.left_out(pack.words, "needs-shelf", task=task_id)


def _where(pack, row):
    published = row["published"]
    day = pack.words.say("lateral-no-day") if pd.isna(published) else pack.words.date(published)
    return pack.words.say("lateral-place", title=row["title"], publisher=row["publisher"], day=day)


def show_shelf(pack, task_id):
    """Show the short extracts that a class without a network can search in.

    Parameters
    ----------
    pack : Pack
    task_id : str

    Returns
    -------
    Card
        Each place folded, so that one chooses what to open, as in a list of
        results.
    """
    if lacking := _lacking(pack, task_id):
        return lacking
    folded = []
    for _, row in _rows(pack, task_id).iterrows():
        address = tag("p", tag("small", row["address"])) if row["address"] else None
        folded.append(fold(_where(pack, row), tag("blockquote", row["extract"]), address))
    return article.Card(join(folded))


def show_sample_log(pack, task_id):
    """Show, folded, how somebody filled the log from the shelf, to compare with one's own.

    Parameters
    ----------
    pack : Pack
    task_id : str

    Returns
    -------
    Card
    """
    if lacking := _lacking(pack, task_id):
        return lacking
    rows, say = _rows(pack, task_id), pack.words.say
    rows["where"] = [_where(pack, row) for _, row in rows.iterrows()]
    columns = {f"lateral-{part}-short": rows[part] for part in PARTS}
    caption = say("lateral-sample")
    return article.Card(fold(caption, article.worded_table(pack.words, columns, caption)))
