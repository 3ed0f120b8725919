"""Leave the page: look up who is behind a source, and who else reports it, and keep a log."""

import pandas as pd

from crossroads.charts.view import table_html
from crossroads.learn.article import Card, left_out, missing_card
from crossroads.learn.brief import Sheet
from crossroads.words.tags import fold, join, tag

ENTRIES = 3
PARTS = ("where", "found", "trust", "minutes")


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
        found = {}
        for entry in range(1, ENTRIES + 1):
            texts = {part: self.value[f"{part}-{entry}"].strip() for part in PARTS}
            if any(texts.values()):
                found[entry] = texts
        return found

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
    lacking = missing_card(pack, "shelf", "sources")
    if lacking or (pack.shelf["task"] == task_id).any():
        return lacking
    return left_out(pack.words, "needs-shelf", task=task_id)


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
    return Card(join(folded))


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
    columns = {say(f"lateral-{part}-short"): rows[part] for part in PARTS}
    caption = say("lateral-sample")
    table = table_html(pd.DataFrame(columns), caption)
    return Card(fold(caption, table))
