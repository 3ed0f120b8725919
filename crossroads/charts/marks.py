"""Draw: the marks, axes and notes that all charts share, as a Plotly figure in plain data.

A figure is the JSON that Plotly's script draws; nothing here needs Plotly's
Python package. A test holds every figure to Plotly's own description of it.
"""

import datetime
import textwrap

import pandas as pd

from crossroads.charts import style
from crossroads.words.tags import Html, escape, join

# Plotly reads these as patterns of its own.
PATTERNS = {"hovertemplate", "texttemplate"}
BREAK = Html("<br>")
# Of a chart with lanes (unit: pixels): of each lane, and of what is around them.
LANE, AROUND_LANES = 42, 70


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


def mark(size, symbol, colour):
    """Give a mark an edge, by which an open one is seen; symbol and colour may be lists."""
    edge = {"width": 2, "color": colour}
    return {"size": size, "symbol": symbol, "color": colour, "line": edge}


class Chart:
    """A figure in the module's look, to draw on.

    The page draws title and subtitle above it, where they wrap, and takes the
    colours of text and grid from its own theme.

    Parameters
    ----------
    height : int
        Unit: pixels.
    narrow : bool
        Whether it stands on a phone: labels go above their bars, few ticks.
    """

    def __init__(self, height, narrow=False):
        self.narrow = narrow
        self.data = []
        self.layout = {
            "template": style.TEMPLATE,
            "height": height,
            "margin": {"l": 8, "r": 16, "t": 12, "b": 8},
            "font": {"size": 14},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "hoverlabel": {"font": {"size": 14}},
            "xaxis": {"automargin": True, "zeroline": False, "fixedrange": True},
            "yaxis": {"automargin": True, "zeroline": False, "fixedrange": True},
        }

    @property
    def figure(self):
        """The figure as Plotly's script takes it."""
        return {"data": self.data, "layout": self.layout}

    def bars(self, x, y, **properties):
        """Draw bars; with ``orientation="h"`` they lie."""
        self._trace("bar", x, y, properties)

    def rows(self, x, names, text, **properties):
        """Draw a lying bar for each name, with words behind it."""
        words = {"text": text, "textposition": "outside", "cliponaxis": False}
        lying = {"orientation": "h", "hoverinfo": "skip"}
        self.bars(x, names, **{**lying, **words, **properties})

    def points(self, x, y, mode="markers", **properties):
        """Draw marks, lines or texts at places; ``hover`` gives each its words for the pointer."""
        self._trace("scatter", x, y, {"mode": mode, **properties})

    def _trace(self, kind, x, y, properties):
        """Add a trace; ``rows`` names the row of the pack behind each mark."""
        if "hover" in properties:
            properties |= {"hovertext": properties.pop("hover"), "hoverinfo": "text"}
        if "rows" in properties:
            properties["customdata"] = properties.pop("rows")
        self.data.append(plain({"type": kind, "x": x, "y": y, **properties}))

    def tiles(self, left, y, colours, texts, width=0.93, height=0.92, opacity=1, **properties):
        """Draw tiles of a matrix, each from its left edge, with a text in its middle."""
        places = {"orientation": "h", "base": left, "width": height, "textposition": "inside"}
        look = {"color": colours, "opacity": opacity, "line": {"width": 0}}
        inside = {"text": texts, "insidetextanchor": "middle", "textangle": 0, "marker": look}
        self.bars([width] * len(left), y, **places, **inside, **properties)
        self.set(barmode="overlay", uniformtext={"mode": "show", "minsize": 12})

    def set(self, **layout):
        """Change the layout, the axes among it; what is not named stays."""
        _merge(self.layout, plain(layout))

    def note(self, text, **properties):
        """Write a text at a place, without an arrow."""
        note = {"text": text, "showarrow": False, "font": {"size": 13}, **properties}
        self.layout.setdefault("annotations", []).append(plain(note))

    def rule(self, **properties):
        """Draw a straight line between two places."""
        self.layout.setdefault("shapes", []).append(plain({"type": "line", **properties}))

    def day(self, day, words, anchor="center", **properties):
        """Draw a day as a dashed line across the chart, with its words above the plot."""
        line = {"color": style.MUTED, "dash": "dash", "width": 2}
        place = {"x0": day, "x1": day, "xref": "x", "y0": 0, "y1": 1, "yref": "y domain"}
        self.rule(**{**place, "line": line, **properties})
        above = {"x": day, "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": anchor}
        self.note(words, **above)

    def years(self, first, last, **properties):
        """Set the horizontal axis to a time, with a mark for each year."""
        axis = {"type": "date", "range": [first, last], "dtick": "M12", "tickformat": "%Y"}
        self.set(xaxis={**axis, **properties})

    def time(self, words, first, last, day):
        """Set the horizontal axis to a time, and draw the article's day where it lies in it."""
        short, room = first.year == last.year, pd.Timedelta(days=2)
        step, form = ("M1", "axis-month") if short else ("M12", "axis-year")
        look = {"ticklabelmode": "period", "tickangle": 0, "tickfont": {"size": 12}}
        self.years(first - room, last + room, dtick=step, tickformat=words.say(form), **look)
        if first <= day <= last:
            late = (day - first) / (last - first) > 0.8
            self.day(day, words.say("article-day"), "right" if late else "center", yref="paper")
            self.set(margin={"t": 30})

    def row_names(self, names, least=0):
        """Name the rows of the vertical axis, the first on top, with room for some at least."""
        last = max(len(names), least) - 0.5
        self.set(yaxis={"tickvals": range(len(names)), "ticktext": names, "range": [last, -0.5]})

    def legend(self, y=1.0):
        """Show the names of the traces above the plot."""
        place = {"orientation": "h", "x": 0, "y": y, "yanchor": "bottom"}
        self.set(showlegend=True, legend=place, margin={"t": 40})

    def lanes(self, lanes, first, last, axis="y", domain=None):
        """Draw sets of days as marks on lines, each with its words above it, inside the plot.

        A lane is its words, days, words for the pointer at each day, and its
        look: colour, symbol and size (unit: pixels). An axis of its own takes
        a part of the height, its domain.
        """
        heights = [place + 0.22 for place in range(len(lanes))]
        self.points(
            [first, last, None] * len(lanes),
            [height for height in heights for _ in range(3)],
            mode="lines",
            yaxis=axis,
            line={"color": style.MUTED, "width": 1},
            opacity=0.5,
            hoverinfo="skip",
        )
        self.points(
            [first] * len(lanes),
            [height - 0.46 for height in heights],
            mode="text",
            yaxis=axis,
            text=[words for words, *_ in lanes],
            textposition="middle right",
            textfont={"size": 13},
            cliponaxis=False,
            hoverinfo="skip",
        )
        for height, (_, days, hover, (colour, symbol, size)) in zip(heights, lanes, strict=True):
            look = {"size": size, "color": colour, "symbol": symbol}
            self.points(
                days,
                [height] * len(days),
                yaxis=axis,
                marker={**look, "line": {"width": 2, "color": colour}},
                hover=hover,
                cliponaxis=False,
            )
        place = {"domain": domain, "fixedrange": True} if domain else {}
        shown = {"visible": False, "range": [len(lanes) - 0.5, -0.5], **place}
        self.set(**{axis.replace("y", "yaxis"): shown})


def _merge(old, new):
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(old.get(key), dict):
            _merge(old[key], value)
        else:
            old[key] = value
