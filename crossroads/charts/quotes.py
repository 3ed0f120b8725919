"""Words in their sentences: found, and drawn, as a tile for each and some of the sentences."""

import re
import textwrap
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest

from crossroads.charts import style
from crossroads.charts.marks import BARE, BREAK, length, lines, wrapped
from crossroads.words.tags import join, tag

BOOSTER = "booster"  # the kind of word that strengthens
QUOTATION = re.compile(r"[“\"][^“”\"]*[”\"]")

# Of the wide and the narrow chart: lines in the plot; letters of a sentence in a whole line.
LINES, LETTERS = (25, 37), (50, 48)
# Of a lane of tiles in a head and in a row, and between rows (unit: lines).
HEAD, LANE, GAP = 1.3, 0.9, 0.7
# Letters of names; pixels of a plot beside them; parts of its width: where the longest tiles
# beside a sentence may end, and what is left to the numbers behind tiles.
NAMES, PLOT, LONGEST, BEHIND = 27, 440, 0.44, 0.14
MOST = (5, 2)  # lines of sentences in a row; of one alone, as many as where it is wide


@dataclass(frozen=True)
class Quote:
    """A word from start to end of a text, its tile's role, the pack's row, other words, by whom."""

    text: str
    start: int
    end: int
    role: str
    row: str
    others: int = 0
    by: str = ""


@dataclass(frozen=True)
class Lane:
    """Tiles of one length beside each other, with a text behind them."""

    quotes: list
    size: float = 1
    text: str = ""

    @property
    def end(self):
        """Where the last tile ends."""
        return self.size * len(self.quotes)


@dataclass(frozen=True)
class Row:
    """Lanes under one name, with what it means, and at most so many sentences."""

    name: str
    meaning: str
    lanes: list
    most: int = 9


def find_hedges(text, words):
    """Find the words of a list in a text.

    The words are in small letters; where two overlap, the longer one counts. A
    word with a capital inside a sentence is taken for a name and left out.
    Each comes with start, end and as the list has it.

    Examples
    --------
    >>> find_hedges("It could be. Nearly all say so, in May", ["could", "nearly all", "all", "may"])
    [(3, 8, 'could'), (13, 23, 'nearly all')]
    """
    longest_first = sorted(words, key=len, reverse=True)
    if not longest_first:
        return []
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
    found = []
    for match in re.finditer(pattern, text.replace("’", "'"), re.IGNORECASE):
        begins = not text[: match.start()].strip() or re.search(
            r"[.!?:;]\W*$|[“\"‘]$", text[: match.start()]
        )
        if begins or not match.group()[0].isupper() or match.group().startswith("I "):
            found.append((match.start(), match.end(), match.group().lower()))
    return found


def quotation(found, words, who):
    """Give a word found in a text in the quotation that it stands in, else in the whole text."""
    text, start, end = f"“{found.text}”", found.start + 1, found.end + 1
    for match in QUOTATION.finditer(found.text):
        if match.start() < found.start < match.end():
            text, start, end = match.group(), *(at - match.start() for at in (start - 1, end - 1))
    by = f" –\u00a0{who}".replace(" ", "\u00a0").replace("\u00a0", " ", 1) if who else ""
    row = f"excerpts:{found.excerpt_id}"
    return Quote(text, start, end, "", row, len(find_hedges(text, words)) - 1, by)


def passage(quote, letters, most):
    """Break a text into at most so many lines of letters, its word bold, cut at blanks.

    Examples
    --------
    >>> passage(Quote("“The months to come could determine all”", 20, 25, "ink", ""), 18, 2)
    '“…to come <b>could</b><br>determine all”'
    """
    text, start, end = quote.text, quote.start, quote.end
    room = _room(letters, most) - len(quote.by)
    # What stands before the word goes only where it must.
    skip = min(len(text) - room + 6, start - int(0.35 * room)) if len(text) > room else 0
    if skip > 0:
        cut = text.find(" ", skip, start) + 1 or start
        text, start, end = f"{text[0]}…{text[cut:]}", start - cut + 2, end - cut + 2
    close = f"…{text[-1]}{quote.by}"
    look = {"break_long_words": False, "break_on_hyphens": False}
    look |= {"max_lines": most, "placeholder": close}
    text += quote.by
    # What ends a cut text stands in one line.
    letters = max(letters, len(close))
    needed = textwrap.wrap(text, letters, **look)
    # As many lines of one length, where they hold as much.
    even = min(letters, max(len(text) // len(needed) + 6, len(close)))
    even = textwrap.wrap(text, even, **look)
    text = "\n".join(needed if len(" ".join(even)) < len(" ".join(needed)) else even)
    three = (text[:start], text[start:end], text[end:])
    before, word, after = (lines(*part.split("\n")) for part in three)
    return join([before, tag("b", word) if word else "", after])


def _room(letters, most):
    """Say how many letters so many lines hold, as each loses some at its end."""
    return letters * most - 5 * (most - 1)


def _passages(row, letters, most, used, shared):
    """Choose sentences of a row for so many lines: with no other such word, of the longest lane."""

    def cost(quote):
        # One that other rows share is rather left to them.
        long = len(quote.text + quote.by)
        size = long + 20 * shared[quote.text] * (row.most == 1)
        return quote.text in used, long > _room(letters, most), quote.others > 0, size

    lanes = sorted(row.lanes, key=lambda lane: -lane.end)
    ranked = zip_longest(*(sorted(lane.quotes, key=cost) for lane in lanes))
    found, chosen = [one for together in ranked for one in together if one], []
    for quote in sorted(found, key=lambda quote: cost(quote)[:2]):
        used_up, long, *_ = cost(quote)
        if most and len(chosen) < row.most and not (chosen and (used_up or long)):
            chosen.append((passage(quote, letters, most), quote))
            used.add(quote.text)
            most -= 1 + chosen[-1][0].count(BREAK)
    return chosen


def draw_quotes(chart, heads, rows, above=0, edge=1):
    """Draw a tile for each word found, and beside the lanes of each row some in their sentences.

    Heads are rows without sentences, with so many lines `above` them. On a phone, names stand
    above the lanes, and sentences below. Without an `edge`, tiles are one bar.
    """
    narrow = chart.narrow
    lanes = LANE * max([len(row.lanes) for row in rows], default=1)
    room = LINES[narrow] - above - (HEAD + narrow + GAP / 3) * len(heads) - GAP
    # On a phone, sentences go before rows do.
    drawn = rows[: int(room / (GAP + (1 + lanes if narrow else max(lanes, 2))))]
    most = room / max(1, len(drawn)) - GAP - (1 + lanes if narrow else 0)
    beside = [lane for row in drawn for lane in row.lanes]
    ends = [0.1, *(lane.end for row in [*heads, *drawn] for lane in row.lanes)]
    text = max((length(lane.text) for lane in beside), default=0)
    end, clear = max(ends) / (1 - BEHIND * (text > 0)), 0.02 + text / PLOT
    end = max([end, *(lane.end / (LONGEST - clear) for lane in beside if not narrow)])
    tiles, behind, names, shown, low = _laid_out(heads, drawn, narrow, above, most, end, clear)
    start, long, places, thick, quotes = _columns(tiles, 5)
    look = {"color": [style.role(quote.role) for quote in quotes]}
    # Tiles as pale as the page have an edge of their own.
    edges = [said_in(one.role) if one.role == "paper" or not edge else "@paper" for one in quotes]
    look["line"] = {"color": edges, "width": 1}
    look = {"base": start, "orientation": "h", "width": thick, "marker": look}
    hover, rows_of = [passage(quote, 60, 9) for quote in quotes], [quote.row for quote in quotes]
    chart.bars(long, places, **look, hover=hover, rows=rows_of)
    look = {"textposition": "middle right", "cliponaxis": False, "hoverinfo": "skip"}
    chart.texts(*_columns(behind, 3), "ink", **look)
    chart.texts(*_columns(shown, 4), 12 if narrow else 14, **look)
    least = chart.layout["height"] / 24
    axis = {**BARE, "showticklabels": not narrow, "range": [max(low, least), 0]}
    places, said = _columns(names, 2)
    if narrow:
        chart.texts([0] * len(names), places, said, "ink", **look)
    else:
        axis |= {"tickvals": places, "ticktext": said, "tickfont": {"size": 12}, "ticklen": 8}
        axis |= {"ticks": "outside", "tickcolor": "rgba(0,0,0,0)"}
    chart.set(xaxis={**BARE, "range": [0, end]}, yaxis=axis, barmode="overlay")


def _laid_out(heads, rows, narrow, y, most, end, clear):
    """Give tiles, texts behind them, names and sentences with their heights, and the last."""
    tiles, behind, names, shown, used = [], [], [], [], set()
    texts_of = [{one.text for lane in row.lanes for one in lane.quotes} for row in rows]
    shared = Counter(text for texts in texts_of for text in texts)
    # Beside the tiles, all sentences begin at one edge.
    ends = [one.end for row in rows for one in row.lanes]
    left = 0 if narrow else max(ends, default=0) + clear * end
    letters = int(LETTERS[narrow] * (1 - left / end))
    for place, row in enumerate([*heads, *rows]):
        head = place < len(heads)
        lane = HEAD if head else LANE
        lanes = lane * len(row.lanes)
        some = min(MOST[narrow and row.most > 1], int(most + 0.1))
        chosen = [] if head else _passages(row, letters, some, used, shared)
        heights = [1 + said.count(BREAK) for said, _ in chosen]
        high = max(lanes, 0 if head else min(most, MOST[0]))
        # Side by side, or one below the other.
        top, below, middle = y + (high - lanes) / 2, y + (high - sum(heights)) / 2, y + high / 2
        if narrow:
            top, below, middle = y + 1, y + 1 + lanes, y + 0.5
            high = 1 + lanes + sum(heights)
        name = [tag("b", row.name)]
        if row.meaning:
            name.append(row.meaning if head or narrow else wrapped(row.meaning, NAMES))
        names.append((middle, join(name, " " if head or narrow else BREAK)))
        for number, one in enumerate(row.lanes):
            at, said = top + lane * (number + 0.5), f" {one.text}"
            for tile, quote in enumerate(one.quotes):
                tiles.append((one.size * tile, one.size, at, 0.84 * lane, quote))
            behind += [(one.end, at, tag("b", said) if head else said)] if one.text else []
        for height, (said, quote) in zip(heights, chosen, strict=True):
            shown.append((left, below + height / 2, said, said_in(quote.role)))
            below += height
        y += high + (GAP / 3 if place < len(heads) - 1 else GAP)
    return tiles, behind, names, shown, y


def said_in(role):
    """Give the colour of words about tiles of a role."""
    return style.role("muted" if role == "paper" else role)


def _columns(rows, count):
    return [[row[place] for row in rows] for place in range(count)]
