"""Draw: the marks, axes and notes that all charts share, as a Plotly figure in plain data.

A figure is the JSON that Plotly's script draws; nothing here needs Plotly's
Python package. A test holds every figure to Plotly's own description of it.
"""

import datetime
import textwrap

from crossroads.charts import style
from crossroads.words.tags import Html, escape, join

# Plotly reads these as patterns of its own.
PATTERNS = {"hovertemplate", "texttemplate"}
BREAK = Html("<br>")


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
    """

    def __init__(self, height):
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
        self.data.append(plain({"type": "bar", "x": x, "y": y, **properties}))

    def rows(self, x, names, text, **properties):
        """Draw a lying bar for each name, with words behind it."""
        words = {"text": text, "textposition": "outside", "cliponaxis": False}
        lying = {"orientation": "h", "hoverinfo": "skip"}
        self.bars(x, names, **{**lying, **words, **properties})

    def points(self, x, y, mode="markers", **properties):
        """Draw marks, lines or texts at places; ``hover`` gives each its words for the pointer."""
        if "hover" in properties:
            properties |= {"hovertext": properties.pop("hover"), "hoverinfo": "text"}
        self.data.append(plain({"type": "scatter", "x": x, "y": y, "mode": mode, **properties}))

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
        self.rule(**place, line=line, **properties)
        above = {"x": day, "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": anchor}
        self.note(words, **above)

    def years(self, first, last, **properties):
        """Set the horizontal axis to a time, with a mark for each year."""
        axis = {"type": "date", "range": [first, last], "dtick": "M12", "tickformat": "%Y"}
        self.set(xaxis={**axis, **properties})


def _merge(old, new):
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(old.get(key), dict):
            _merge(old[key], value)
        else:
            old[key] = value
