"""Words in their sentences: found, and drawn, as a tile for each and some of the sentences."""

import re
import textwrap
from dataclasses import dataclass

from crossroads.charts import style
from crossroads.charts.marks import BARE, BREAK, length, lines, wrapped
from crossroads.words.tags import join, tag

BOOSTER = "booster"  # the kind of word that strengthens
CLAUSE = re.compile(r"[,;:.] ")  # what one ends with

# Of the wide and the narrow chart: pixels of a plot; letters of its names, and lost with a line.
PLOT, NAMES, CUT = (440, 320), (27, 99), 5
# Pixels of a letter of a sentence, and of a line; of a lane, and of one of the first row; between
# rows, at least and at most; part of the width where tiles beside a sentence may end; its lines.
LETTER, LINE, LANE, STRONG, GAPS, LONGEST, MOST = (7, 6.6), 16, 15, 22, (5, 34), 0.6, (5, 4)


@dataclass(frozen=True)
class Quote:
    """A word from start to end of a text, tile's role, pack's row, rank if to be shown, by whom."""

    text: str
    start: int
    end: int
    role: str
    row: str
    rank: int | None = 0
    by: str = ""


@dataclass(frozen=True)
class Lane:
    """Tiles of one length beside each other, a text behind them, and some above: place, text."""

    quotes: list
    size: float = 1
    text: str = ""
    role: str = "ink"
    above: tuple = ()

    @property
    def end(self):
        """Where the last tile ends."""
        return self.size * len(self.quotes)

    @property
    def behind(self):
        """How much room its text needs (unit: pixels)."""
        return length(f" {self.text}") if self.text else 0


@dataclass(frozen=True)
class Row:
    """Lanes under one name, with what it means; with a sentence, or strong, of all together."""

    name: str
    meaning: str
    lanes: list
    said: bool = True
    strong: bool = False


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


def quotation(found, spans, kinds, times, who):
    """Give a word found in a text in the one of `spans` that it stands in, else in the whole text.

    Words found most `times` rank first; beside a hedge of another of the `kinds` none has a rank.
    """
    inside = [span for *span, _, how in spans if how == found.how and found.start in range(*span)]
    begin, end = [*inside, (0, len(found.text))][0]
    text, own = found.text[begin:end], found.how != "quoted"
    others = {kinds[one] for *_, one in find_hedges(text, kinds)} - {found.kind, BOOSTER}
    place = [at - begin + own for at in (found.start, found.end)]
    rank = None if others else -times[found.word]
    row = f"excerpts:{found.excerpt_id}"
    return Quote(f"“{text}”" if own else text, *place, "", row, rank, credit(who))


def credit(who):
    """Write who says something, as it stands after the words, in one piece."""
    return f" – {who}".replace(" ", "\u00a0").replace("\u00a0", " ", 1) if who else ""


def passage(quote, letters, most):
    """Break a text into at most so many lines of letters, its word bold, cut at blanks.

    Examples
    --------
    >>> passage(Quote("“The months to come could determine all”", 20, 25, "ink", ""), 18, 2)
    '“…to come <b>could</b><br>determine all”'
    """
    text, start, end = quote.text, quote.start, quote.end
    room = letters * most - CUT * (most - 1) - len(quote.by)
    # What stands before the word goes only where it must.
    skip = min(len(text) - room + 6, start - int(0.35 * room)) if len(text) > room else 0
    if skip > 0:
        # Rather where a clause begins than in its middle.
        cut = CLAUSE.search(text, skip, start)
        cut = cut.end() if cut else text.find(" ", skip, start) + 1 or start
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


def _sentence(row, letters, most, used):
    """Choose a quotation of the longest lane, rather one that fits, by their ranks, or none."""
    room = letters * most - CUT * (most - 1)
    longest = max(row.lanes, key=lambda lane: lane.end).quotes

    def cost(quote):
        long = len(quote.text + quote.by)
        return quote.text in used, long > room, quote.rank, long

    quote = min((one for one in longest if one.rank is not None), key=cost, default=None)
    if not quote:
        return None
    used.add(quote.text)
    return passage(quote, letters, most), style.role(said_in(quote.role))


def _beside(row, narrow, letters, most, used):
    """Give the name of a row, its sentence in lines of so many letters, and their height."""
    said = _sentence(row, letters, most, used) if row.said and most else None
    name = [tag("b", row.name), *([wrapped(row.meaning, NAMES[narrow])] if row.meaning else [])]
    name = join(name, " " if narrow else BREAK)
    texts = LINE * (1 + said[0].count(BREAK)) if said else 0
    lanes = len(row.lanes) * (STRONG if row.strong else LANE) + LINE * bool(row.lanes[0].above)
    beside = max(lanes, texts, LINE * (1 + name.count(BREAK)))
    return name, said, lanes, texts, LINE + lanes + texts if narrow else beside


def draw_quotes(chart, rows, edge=1):
    """Draw a tile for each word found, and beside the lanes of a row one in its sentence.

    On a phone, names are above the lanes, sentences below. Without an `edge`, tiles are one bar.
    """
    narrow, high, end = chart.narrow, chart.layout["height"] - 20, 0.1
    for row in rows:
        most = LONGEST if row.said and not narrow else 1
        end = max(end, *(lane.end / (most - lane.behind / PLOT[narrow]) for lane in row.lanes))
    # All sentences begin in one column.
    pixel, beside = end / PLOT[narrow], [one for row in rows if row.said for one in row.lanes]
    left = max((one.end + pixel * ((one.behind or 4) + 6) for one in beside), default=0)
    left *= not narrow
    letters = int((end - left) / pixel / LETTER[narrow])
    for most in range(MOST[narrow], -1, -1):
        # Shorter sentences, and at last none, where they are too many.
        used = set()
        found = [_beside(row, narrow, letters, most, used) for row in rows]
        free = high - sum(height for *_, height in found)
        if free >= GAPS[0] * len(rows):
            break
    tiles, texts, names, y = [], [], [], 0
    for row, (name, said, lanes, needed, height) in zip(rows, found, strict=True):
        thick = STRONG if row.strong else LANE
        names.append((y + LINE / 2 if narrow else y + height / 2, name))
        top = y + (LINE if narrow else (height - lanes) / 2)
        below = y + (LINE + lanes if narrow else (height - needed) / 2)
        at = top + LINE * bool(row.lanes[0].above) - thick / 2
        for place, text, role in row.lanes[0].above:
            texts.append((place, top + 7, tag("b", text), style.role(role), "middle center"))
        for lane in row.lanes:
            at += thick
            for place, quote in enumerate(lane.quotes):
                tiles.append((lane.size * place, lane.size, at, thick - 3, quote))
            if lane.text:
                text = tag("b", f" {lane.text}") if row.strong else f" {lane.text}"
                texts.append((lane.end, at, text, style.role(lane.role), "middle right"))
        if said:
            texts.append((left, below + needed / 2, *said, "middle right"))
        y += height + min(GAPS[1], free / len(rows))
    start, long, places, widths, quotes = _columns(tiles)
    # Tiles as pale as the page have an edge of their own.
    edges = [said_in(one.role) if one.role == "paper" or not edge else "paper" for one in quotes]
    fill = {"color": [style.role(one.role) for one in quotes]}
    fill["line"] = {"color": list(map(style.role, edges)), "width": 1}
    look = {"base": start, "orientation": "h", "width": widths, "rows": [one.row for one in quotes]}
    chart.bars(long, places, **look, marker=fill, hover=[passage(one, 60, 9) for one in quotes])
    axis = {**BARE, "range": [high, 0]}
    if narrow:
        texts += [(0, at, name, "@ink", "middle right") for at, name in names]
    else:
        axis |= {"showticklabels": True, "tickfont": {"size": 12}, "ticks": "outside", "ticklen": 8}
        axis |= dict(zip(("tickvals", "ticktext"), zip(*names, strict=True), strict=True))
        axis["tickcolor"] = "rgba(0,0,0,0)"
    x, y, said, colours, sides = _columns(texts)
    look = {"textposition": sides, "cliponaxis": False, "hoverinfo": "skip"}
    chart.texts(x, y, said, colours, 12 + (not narrow), **look)
    chart.set(xaxis={**BARE, "range": [0, end]}, yaxis=axis, barmode="overlay")


def said_in(role):
    """Give the role of words about tiles of a role."""
    return "muted" if role == "paper" else role


def _columns(rows):
    return zip(*rows, strict=True) if rows else [()] * 5
