"""Draw: the marks, axes and notes that all charts share, as a Plotly figure in plain data.

A figure is the JSON that Plotly's script draws; nothing here needs Plotly's
Python package. A test holds every figure to Plotly's own description of it.
"""

import datetime
import functools
import itertools
import textwrap
import unicodedata
from dataclasses import dataclass

import pandas as pd

from crossroads.charts import style
from crossroads.words.tags import Html, escape, join, tag

# Plotly reads these as patterns of its own.
PATTERNS = {"hovertemplate", "texttemplate"}
BREAK = Html("<br>")
PALE = 0.45  # of a colour, what stands beside the record in its grey, or again in its blue
LANE = 42  # pixels of each lane of a chart
TOP = 12  # pixels above the plot of a chart that needs no more
# Ways to set labels that are followed up: all ways for five labels, the likely ones for more.
MOST_TRIED = 16
# What labels can count on (unit: pixels): a plot with names of rows, and one without, wide and
# narrow; a letter; a line of labels.
PLOTS, WHOLE, LETTER, TIER = (520, 310), (590, 330), 7, 17
# How broad letters are in a broad font such as DejaVu Sans (unit: the size of the type).
THIN, BROAD = "fijlrtI.,:;'‘’()[]|!- \u2002", "mwMW%@…—"
# Plotly counts the length of a bar on an axis of time in it.
MILLISECOND = pd.Timedelta(milliseconds=1)
YEAR, NARROWEST = pd.Timedelta(days=400), pd.Timedelta(days=30)
# An axis of which nothing is seen but what stands on it.
BARE = {"showgrid": False, "showticklabels": False, "showline": False}
# An event with this word under ``landmark`` stands on every axis of time.
ON_AXIS = "axis"


def plain(value):
    """Turn a value into what JSON holds: days in ISO form, numbers, lists, escaped text."""
    if value is None or isinstance(value, (bool, Html)):
        return value
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, datetime.date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, dict):
        return {key: one if key in PATTERNS else plain(one) for key, one in value.items()}
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (int, float)):
        return value
    return [plain(one) for one in value]


def lines(*texts):
    """Set texts under each other; HTML stays as it is."""
    return join(texts, BREAK)


def wrapped(text, width):
    """Break a label into lines of at most so many letters, or of one word."""
    return lines(*textwrap.wrap(text, width, break_long_words=False))


def length(text, size=13):
    """Say how much room a label needs in a broad font (unit: pixels).

    Examples
    --------
    >>> length("ill", 12) < length("MAX", 12)
    True
    """
    wide = [letter in BROAD or unicodedata.east_asian_width(letter) in "WF" for letter in text]
    return size * sum(
        0.36 if letter in THIN else 0.98 if broad else 0.68 if letter.isupper() else 0.6
        for letter, broad in zip(text, wide, strict=True)
    )


def percent_ticks(words, places=(0, 25, 50, 75, 100)):
    """Mark places of an axis of percent: every quarter of a share."""
    texts = [words.say("percent", number=str(place)) for place in places]
    return {"tickvals": list(places), "ticktext": texts}


def tenses(days, article_day):
    """Give each day its colour: up to the article's day, or after it."""
    return [style.role("after" if day > article_day else "record") for day in days]


def tiers(places, widths, room, crossed=None):
    """Set labels above their lines so that none meets another, or another's line.

    Gives for each label, from left to right, the side of it that stands on its
    line, and how many lines of labels are below it (unit of all: pixels). Where
    `crossed` is given, places of other lines, all lines pass behind the labels.

    Examples
    --------
    >>> tiers([100, 150, 190], [110, 90, 110], 310)
    [('left', 2), ('left', 1), ('left', 0)]
    """

    def spans_of(sides):
        spans = zip(places, widths, sides, strict=False)
        return [(at, at + long) if side == "left" else (at - long, at) for at, long, side in spans]

    def cost(sides):
        spans = spans_of(sides)
        levels, unsolved = _levels(places, spans)
        outside = sum(max(0, end - room) + max(0, -start) for start, end in spans)
        across = sum(start < place < end for start, end in spans for place in crossed or ())
        first = (unsolved, outside) if crossed is None else (outside, unsolved)
        return *first, across, max(levels, default=0), sides.count("right"), sides

    best = [()]
    for _ in places:
        longer = ((*sides, side) for sides in best for side in ("left", "right"))
        best = sorted(longer, key=cost)[:MOST_TRIED]
    levels, _ = _levels(places, spans_of(best[0]))
    ranks = sorted({*levels})
    return [(side, ranks.index(level)) for side, level in zip(best[0], levels, strict=True)]


# Most views of a chart have the same labels.
kept_tiers = functools.lru_cache(maxsize=256)(tiers)


def _levels(places, spans):
    """Put each label above those whose lines cross it, and tell whether one cannot be."""
    levels = [0] * len(spans)
    for _ in range(len(spans) + 1):
        before = levels[:]
        for one, other in itertools.permutations(range(len(spans)), 2):
            (start, end), (left, right) = spans[one], spans[other]
            crossed = start < places[other] < end and levels[one] <= levels[other]
            # The other, where it is across this one's line, is to be above it.
            over = left < places[one] < right
            met = start < right and left < end and levels[one] == levels[other] and not over
            if crossed or met:
                levels[one] = levels[other] + 1
        if levels == before:
            return levels, False
    return levels, True


def piled(days, last, apart):
    """Set marks at their own days, each as low as it is clear of others; those of `last` on top.

    `apart` is the least time between two marks of one height.
    """
    heights = {}
    for place in sorted(range(len(days)), key=lambda place: (last[place], days[place])):
        near = [up for one, up in heights.items() if abs(days[place] - days[one]) < apart]
        free = next(level for level in itertools.count() if level not in near)
        heights[place] = max(near, default=-1) + 1 if last[place] else free
    return [heights[place] for place in range(len(days))]


def spread(places, least):
    """Set labels at least so far apart, those that would meet about their middle.

    Examples
    --------
    >>> spread([4, 5, 20], 3)
    [3.0, 6.0, 20.0]
    """
    down = itertools.accumulate(places, lambda above, place: max(place, above + least))
    up = itertools.accumulate(places[::-1], lambda below, place: min(place, below - least))
    return [(one + other) / 2 for one, other in zip(down, [*up][::-1], strict=True)]


def clear_part(days, crossed):
    """Give the ends of the longest part of a time that no line at one of the days crosses."""
    edges = [days[0], *sorted(day for day in crossed if days[0] < day < days[1]), days[1]]
    return max(itertools.pairwise(edges), key=lambda ends: ends[1] - ends[0])


def bold(texts, which):
    """Set some of the texts in bold."""
    return [tag("b", text) if strong else text for text, strong in zip(texts, which, strict=True)]


def middle(days):
    """Give the middle of a time."""
    return days[0] + (days[1] - days[0]) / 2


def mark(size, symbol, colour, edge=2):
    """Give a mark an edge, by which an open one is seen; symbol and colour may be lists."""
    line = {"width": edge, "color": colour}
    return {"size": size, "symbol": symbol, "color": colour, "line": line}


def landmarks(pack, but=(), seen=None, dated=False):
    """List the days and titles of the events that stand on axes of time, see `Chart.time`."""
    if not pack.has("events"):
        return []
    events = pack.events[pack.events["landmark"] == ON_AXIS]
    events = events[~events["kind"].isin(but)]
    events = events[events["known_date"] <= pd.Timestamp(seen)] if seen else events
    found = zip(events["date"], events["short_title"], strict=True)
    month = pack.words.date
    return [(day, f"{title}, {month(day, 'month')}" if dated else title) for day, title in found]


@dataclass(frozen=True)
class Lane:
    """Days on a line: its words; words for the pointer, rows of the pack, and looks of the days."""

    words: str
    days: list
    hover: list
    rows: list
    colour: object
    symbol: object = "circle"
    size: object = 11
    edge: float = 2


class Chart:
    """A figure in the module's look, so many pixels high, to draw on.

    The page draws title and subtitle above it, where they wrap, and takes the
    colours of text and grid from its own theme. On a phone it is `narrow`:
    labels go above their bars, and there are few ticks.
    """

    def __init__(self, height, narrow=False):
        self.narrow = narrow
        self.data = []
        self.layout = {
            "template": style.TEMPLATE,
            "height": height,
            "margin": {"l": 8, "r": 16, "t": TOP, "b": 8},
            "font": {"size": 14},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "hoverlabel": {"font": {"size": 14}},
            "xaxis": {"automargin": True, "zeroline": False, "fixedrange": True},
            "yaxis": {"automargin": True, "zeroline": False, "fixedrange": True},
        }

    @property
    def room(self):
        """The width that labels can count on beside the names of rows (unit: pixels)."""
        names = self.layout["yaxis"].get("ticktext", ())
        longest = max((len(part) for name in names for part in name.split(BREAK)), default=0)
        beside = LETTER * longest + self.layout["margin"]["r"] - 16
        return PLOTS[self.narrow] - beside

    @property
    def figure(self):
        """The figure as Plotly's script takes it."""
        for axis in (self.layout["xaxis"], self.layout["yaxis"]):
            # Plotly keeps the room that an axis took in the view before, where this one hides it.
            axis["automargin"] &= axis.get("visible", True)
        self._make_room()
        return {"data": self.data, "layout": self.layout}

    def _make_room(self):
        """Give the labels of the horizontal axis the room that Plotly would measure one by one.

        Where it finds another than in the view before, it draws all of it twice.
        """
        axis, margin = self.layout["xaxis"], self.layout["margin"]
        if axis.get("side") == "top":
            axis["automargin"] &= margin["t"] == TOP
        elif axis.get("anchor") == "free":
            axis["automargin"] = False  # It stands in the plot.
        elif axis["automargin"]:
            axis["automargin"], room = False, 8.0
            ticks = axis.get("ticklen", 5) if axis.get("ticks") else 0
            size, title = axis.get("tickfont", {}).get("size", 14), axis.get("title", {})
            if axis.get("showticklabels", True):
                texts = axis.get("ticktext") or [axis.get("tickformat", "")]
                breaks = max(text.count(BREAK) + text.count("\n") for text in texts)
                lined = axis.get("showline", True) or axis.get("ticks")
                room += size * (1.5 + 0.2 * bool(lined) + 1.3 * breaks)
            if "text" in title:
                room += title["standoff"] + 0.7 * title.get("font", {}).get("size", 17)
            margin["b"] = max(margin["b"], round(room + ticks))

    def bars(self, x, y, **properties):
        """Draw bars; with ``orientation="h"`` they lie."""
        self._trace("bar", x, y, properties)

    def points(self, x, y, mode="markers", **properties):
        """Draw marks, lines or texts at places; ``hover`` gives each its words for the pointer."""
        self._trace("scatter", x, y, {"mode": mode, **properties})

    def texts(self, x, y, texts, colour, size=12, **properties):
        """Write texts at places; the colour is a role, or a list of colours."""
        font = {"size": size, "color": style.role(colour) if isinstance(colour, str) else colour}
        self.points(x, y, mode="text", text=texts, textfont=font, **properties)

    def trail(self, x, y, colour, width=1, line=(), **properties):
        """Draw a line from place to place, or several with None between them."""
        line = {"color": style.role(colour), "width": width, **dict(line)}
        self.points(x, y, mode="lines", line=line, hoverinfo="skip", **properties)

    def _trace(self, kind, x, y, properties):
        """Add a trace; ``rows`` names the row of the pack behind each mark."""
        if "hover" in properties:
            properties |= {"hovertext": properties.pop("hover"), "hoverinfo": "text"}
        if "rows" in properties:
            properties["customdata"] = properties.pop("rows")
        self.data.append(plain({"type": kind, "x": x, "y": y, **properties}))

    def tiles(
        self,
        left,
        y,
        colours,
        texts,
        width=0.93,
        height=0.92,
        opacity=1,
        edges=None,
        edge=2,
        **properties,
    ):
        """Draw tiles of a matrix, each from its left edge, with a text in its middle."""
        places = {"orientation": "h", "base": left, "width": height, "textposition": "inside"}
        look = {"color": colours, "opacity": opacity}
        look["line"] = {"width": edge if edges else 0, "color": edges}
        inside = {"text": texts, "insidetextanchor": "middle", "textangle": 0, "marker": look}
        self.bars([width] * len(left), y, **places, **inside, **properties)
        self.set(barmode="overlay", uniformtext={"mode": "show", "minsize": 12})

    def blocks(self, times, heights, tall, texts, tones, **properties):
        """Draw times as lying blocks, each with words in its middle, in the colour of a role."""
        inside = {"text": texts, "textposition": "inside", "insidetextanchor": "middle"}
        inside |= {"textangle": 0, "constraintext": "none"}
        font = {"size": 13, "color": [style.role(tone) for tone in tones]}
        long = [(end - start) / MILLISECOND for start, end in times]
        place = {"base": [start for start, _ in times], "orientation": "h", "width": tall}
        self.bars(long, heights, **{**place, **inside, "textfont": font, **properties})
        self.set(barmode="overlay")

    def set(self, **layout):
        """Change the layout, the axes among it; what is not named stays."""
        _merge(self.layout, plain(layout))

    def note(self, text, **properties):
        """Write a text at a place, without an arrow."""
        note = {"text": text, "showarrow": False, "font": {"size": 13}, **properties}
        self.layout.setdefault("annotations", []).append(plain(note))

    def left(self, text, y, **properties):
        """Write a text at a height, from the left edge of the plot on."""
        self.note(text, **{"x": 0, "xref": "paper", "xanchor": "left", "y": y, **properties})

    def foot(self, text, below=6, letters=(50, 94)):
        """Write a text beneath the plot, so far below it, with room for all its lines."""
        if not text:
            return
        said = wrapped(text, letters[not self.narrow])
        look = {"yref": "paper", "yanchor": "top", "align": "left", "font": {"size": 12}}
        self.left(said, 0, yshift=-below, **look)
        needed = below + 16 * (1 + said.count(BREAK)) + 4
        self.set(margin={"b": max(self.layout["margin"]["b"], needed)})

    def rule(self, **properties):
        """Draw a straight line, or another shape, between two places."""
        self.layout.setdefault("shapes", []).append(plain({"type": "line", **properties}))

    def tint(self, start, end, role="band", **properties):
        """Tint the plot from one place to another, below all marks."""
        look = {"fillcolor": style.role(role), "line": {"width": 0}, "layer": "below"}
        ends = {"x0": start, "x1": end, "y0": 0, "y1": 1, "yref": "paper"}
        self.rule(**{"type": "rect", **look, **ends, **properties})

    def across(self, y, **properties):
        """Draw a fine line through the whole plot at a height, below all marks."""
        ends = {"x0": 0, "x1": 1, "xref": "paper", "y0": y, "y1": y, "layer": "below"}
        line = {"color": style.role("muted"), "width": 1}
        self.rule(**{**ends, "line": line, **properties})

    def guides(self, heights, ends, **properties):
        """Draw fine lines between two places at heights, as one trace."""
        places = [height for height in heights for _ in range(3)]
        look = {"opacity": 0.4, **properties}
        self.trail([*ends, None] * len(heights), places, "muted", **look)

    def head(self, place, text, **properties):
        """Name a column above the plot, from its left edge on."""
        look = {"y": 1, "yref": "paper", "xanchor": "left", "yanchor": "bottom", "align": "left"}
        self.note(text, x=place, **{**look, **properties})

    def upright(self, x, **properties):
        """Draw a line through the whole plot at a place of its length, below all marks."""
        ends = {"x0": x, "x1": x, "xref": "x", "y0": 0, "y1": 1, "yref": "paper"}
        self.rule(**ends | properties, layer="below")

    def pixels(self, start, end, span):
        """Say how long a time is on an axis between two days (unit: pixels)."""
        return (end - start) / (span[1] - span[0] or pd.Timedelta(days=1)) * self.room

    def flags(self, pack, names, days, ends, near, step, found):
        """Name marks beyond them, with fine lines that end near each.

        `near` is the height of the nearest line of names, `step` how much further the next is,
        `found` what `tiers` gives.
        """
        look = {"yanchor": "bottom" if step > 0 else "top", "font": {"size": 12}}
        heights = [near + step * level for _, level in found]
        ups = [up for pair in zip(ends, heights, strict=True) for up in (*pair, None)]
        self.trail([place for day in days for place in (day, day, None)], ups, "muted")
        for name, day, height, (side, _) in zip(names, days, heights, found, strict=True):
            place = {"x": day, "y": height, "xanchor": side, "align": side}
            self.note(name, **place, **self.ground(pack, day), **look)

    def named(self, pack, names, days, ends, near, step, widths, span, crossed=()):
        """Name marks beyond them, as `flags` does, so that no name meets another, or a line.

        Gives the height beyond all names.
        """
        places, lines = (
            tuple(self.pixels(span[0], day, span) for day in some) for some in (days, crossed)
        )
        found = kept_tiers(places, tuple(widths), self.room + 12, lines)
        self.flags(pack, names, days, ends, near, step, found)
        return near + step * (1 + max((level for _, level in found), default=0))

    def said(self, text, days, height, span, crossed=(), rows=2, **font):
        """Write bold words across a time, where no line crosses it, or after it, if there is room.

        `rows` is how many lines they may take.
        """
        ends = clear_part(days, crossed)
        place, room = {"x": middle(ends)}, self.pixels(*ends, span)
        if length(text, 16) > room and rows > 1:
            text = wrapped(text, 1 + len(text) // rows)
        long = max(length(part, 16) for part in text.split(BREAK))
        if long > room + 12:
            if self.pixels(days[1], span[1], span) < long + 8:
                return
            place = {"x": days[1], "xanchor": "left", "xshift": 8}
        self.note(tag("b", text), y=height, font={"size": 16, **font}, **place)

    def quiet(self, text, days, heights, place, span, crossed=(), rows=2):
        """Shade a time between two heights, and write at a place between them what it lacked."""
        ends = {"y0": heights[0], "y1": heights[1], "yref": "y"}
        self.tint(*days, "muted", opacity=0.2, **ends)
        self.said(text, days, place, span, crossed, rows)

    def time(self, pack, first, last, seen=None, but=(), dated=False, **ends):
        """Set the horizontal axis to a time, and draw what stands on every such axis.

        That is the article's day as a line of ink with its label, a band for
        what came after it, where a time goes on so long, with its words, and
        the landmarks of the pack, of those that were known on a day, `seen`,
        where there is one, `but` no events of some kinds; with their months if
        they are `dated`. The pack is not cut. `ends` are heights other than the whole plot's.
        Gives the days at which lines stand.
        """
        words, room, later = pack.words, self.room, pack.day < last
        # A single day still needs a width.
        edge = max((last - first) / 60, NARROWEST - (last - first))
        first, last = first - edge, last + edge
        steps, least, form = (1, 2, 3, 6), 30, "axis-month"
        if last - first > YEAR:
            steps, least, form = (12, 24, 60, 120), 38, "axis-year"
        months = (last - first).days / 30.4
        step = next((n for n in steps if room * n / months >= least), steps[-1])
        axis = {"type": "date", "range": [first, last], "dtick": f"M{step}"}
        look = {"showgrid": False, "showline": True, "ticks": "outside", "ticklabelmode": "period"}
        self.set(xaxis={**axis, **look, "tickformat": words.say(form), "tickfont": {"size": 12}})
        the_day = [words.say("article-day"), *[words.date(pack.day)] * dated]
        marks = [(pack.day, join(the_day, ", "), "ink", 2)]
        found = landmarks(pack, but, seen, dated)
        marks += [(day, title, "muted", 1) for day, title in found]
        if later:
            self.tint(max(first, pack.day), last, **ends)
            # The words of the band stand above its end, and have no line.
            said = words.say("article-after")
            small = length(said) + 8 > (last - pack.day) / (last - first) * room
            marks.append((last, words.say("article-then") if small else said, "muted", 0))
        marks = sorted(mark for mark in marks if first <= mark[0] <= last)
        places = [(day - first) / (last - first) * room for day, *_ in marks]
        widths = [length(title) + 8 for _, title, *_ in marks]
        # Labels may go on above the margin.
        set_up = kept_tiers(tuple(places), tuple(widths), room + 12)
        for (day, title, role, width), (side, level) in zip(marks, set_up, strict=True):
            colour, up = style.role(role), 4 + TIER * level
            place = {"x": day, "y": 1, "yref": "paper", "xanchor": side, "yanchor": "bottom"}
            if width:
                line = {"color": colour, "width": width}
                self.upright(day, line=line, **ends)
                # On to its label: an arrow would be measured.
                beyond = {"yref": "paper", "ysizemode": "pixel", "yanchor": 1, "y0": 0, "y1": up}
                self.rule(x0=day, x1=day, line=line, **beyond)
            self.note(title, **place, yshift=up, borderpad=1, font={"size": 13, "color": colour})
        self.set(margin={"t": 10 + TIER * (1 + max((level for _, level in set_up), default=-1))})
        return [day for day, *_, width in marks if width]

    def ground(self, pack, day):
        """Give a note at a day the colour of what is behind it, so that no line crosses it."""
        return {"bgcolor": style.role("band" if day > pack.day else "paper"), "borderpad": 1}

    def bracket(self, pack, days, height, text, axis="y", **properties):
        """Draw a time between two days as a bracket with words above it."""
        colour = style.role("ink")
        self.points(
            days,
            [height] * 2,
            mode="lines+markers",
            yaxis=axis,
            line={"color": colour, "width": 1.5},
            marker={"symbol": "line-ns", "size": 10, "line": {"width": 1.5, "color": colour}},
            hoverinfo="skip",
            cliponaxis=False,
        )
        place = {"x": middle(days), "y": height, "yref": axis, "yanchor": "bottom", "yshift": 3}
        look = {"font": {"size": 13, "color": colour}, **self.ground(pack, middle(days))}
        self.note(text, **{**place, **look, **properties})

    def lengths(self, words, times, heights, chosen, start, room, least=MILLISECOND, **given):
        """Draw times at heights as bars from one start, chosen ones blue; the longest fills a room.

        On an axis of time, so that start and room are a day and a time, too; a bar of `least` or
        more fills it.
        """
        longest = max([*times, least])
        said = bold([words.say("gap-bracket", days=one.days) for one in times], chosen)
        colours = [style.role("record" if one else "muted") for one in chosen]
        self.blocks(
            [(start, start + room * (one / longest)) for one in times],
            heights,
            [14 if one else 10 for one in chosen],
            said,
            ["ink"] * len(said),
            textposition="outside",
            cliponaxis=False,
            marker={"color": colours, "opacity": [1 if one else PALE for one in chosen]},
            **given,
        )

    def row_names(self, names, least=0, shift=0.42, **properties):
        """Name the rows of a vertical axis, the first on top, with room for some at least.

        A narrow chart has the names above the rows, in the plot, by `shift`: a number, or a list.
        """
        last = max(len(names), least) - 0.5
        shown = {"range": [last, -0.5], "showgrid": False, **properties}
        if not self.narrow:
            shown |= {"tickvals": range(len(names)), "ticktext": names, "ticklen": 0}
        else:
            shown |= {"showticklabels": False, "automargin": False}
            ground = {"bgcolor": style.role("paper"), "borderpad": 0, "font": {"size": 12}}
            shifts = shift if isinstance(shift, list) else [shift] * len(names)
            for row, (name, up) in enumerate(zip(names, shifts, strict=True)):
                self.left(name, row - up, align="left", **ground)
        self.set(yaxis=shown)

    def names_beside(self, names, letters, up=0, bold=False, places=(), **above):
        """Name rows beside them, in lines of so many letters, or on a phone so far above them.

        Rows are one apart where no `places` are given. Gives the properties of their axis.
        """
        places = list(places) or list(range(len(names)))
        if not self.narrow:
            texts = [wrapped(name, letters) for name in names]
            return {"tickvals": places, "ticktext": texts, "tickfont": {"size": 13}}
        for place, name in zip(places, names, strict=True):
            name = tag("b", name) if bold else name
            self.note(name, y=place - up, xanchor="left", font={"size": 12}, **above)
        return {"showticklabels": False}

    def lanes(self, pack, lanes, first, last, axis="y", domain=(0, 1)):
        """Draw sets of days as marks on lines, each with its words above it, inside the plot.

        An axis of its own takes a part of the height, its domain.
        """
        heights = [place + 0.22 for place in range(len(lanes))]
        look = {"font": {"size": 12 if self.narrow else 13}, **self.ground(pack, first)}
        for lane, height in zip(lanes, heights, strict=True):
            self.left(lane.words, height - 0.46, yref=axis, align="left", **look)
        self.marks(lanes, heights, first, last, axis)
        shown = {"visible": False, "range": [len(lanes) - 0.5, -0.5], "domain": domain}
        self.set(**{axis.replace("y", "yaxis"): {**shown, "fixedrange": True}})

    def marks(self, lanes, heights, first, last, axis="y"):
        """Draw the lines of lanes at heights, and the marks on them."""
        self.guides(heights, (first, last), yaxis=axis)
        for height, lane in zip(heights, lanes, strict=True):
            self.lane(lane, lane.days, height, yaxis=axis)

    def lane(self, lane, places, height, **properties):
        """Draw the marks of a lane at a height."""
        look = {"marker": mark(lane.size, lane.symbol, lane.colour, lane.edge), "cliponaxis": False}
        heights = [height] * len(places)
        self.points(places, heights, **look, hover=lane.hover, rows=lane.rows, **properties)


def _merge(old, new):
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(old.get(key), dict):
            _merge(old[key], value)
        else:
            old[key] = value
