"""One look for every chart: colours, symbols, the empty figure they start from."""

import textwrap

import plotly.graph_objects as go

# Okabe and Ito's colour-blind-safe palette without its yellow, which is too
# faint on white, and its black, which is lost on a dark page. No colour
# stands for a country or a party; shape or line repeats every distinction.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#B2669A", "#8C6D1F", "#4A90C2", "#7A7A7A")
SYMBOLS = ("circle", "diamond", "square", "triangle-up", "cross", "star", "x")
MUTED = "#7A7A7A"
ACCENT = COLOURS[0]


def figure(title, subtitle, height=320):
    """Start a figure in the module's look.

    The page draws title and subtitle above the plot, where they wrap, and
    takes the colours of text and grid from its own theme.

    Parameters
    ----------
    title : str
        The finding, in about ten words, computed from the data.
    subtitle : str
        Measure, place and period.
    height : int
        Height of the plot (unit: pixels).

    Returns
    -------
    plotly.graph_objects.Figure
    """
    return go.Figure(
        layout={
            "title": {"text": escape(title), "subtitle": {"text": escape(subtitle)}},
            "template": None,
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
    )


def escape(text):
    """Write a text from a table so that Plotly's own mark-up leaves it alone."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(text, width):
    """Break a label into lines of at most so many letters, or of one word, and escape it."""
    lines = textwrap.wrap(text, width, break_long_words=False)
    return "<br>".join(map(escape, lines))


def dates(column):
    """Give dates as a list of ISO days, which a person can read in a diff."""
    return [f"{one:%Y-%m-%d}" for one in column]


def mark_day(chart, day, words, anchor="center", **line):
    """Draw a day as a dashed line across a chart, with its words above the plot.

    Parameters
    ----------
    chart : plotly.graph_objects.Figure
        Changed in place; its x axis holds dates.
    day : pandas.Timestamp
    words : str
    anchor : {"left", "center", "right", None}
        The side of the words that stands on the line; None leaves it to Plotly.
    **line
        Anything else for `plotly.graph_objects.Figure.add_vline`.
    """
    day = f"{day:%Y-%m-%d}"
    chart.add_vline(x=day, line={"color": MUTED, "dash": "dash", "width": 2}, **line)
    chart.add_annotation(
        x=day,
        y=1,
        yref="paper",
        yanchor="bottom",
        xanchor=anchor,
        text=escape(words),
        showarrow=False,
        font={"size": 13},
    )


# What every figure starts from, said once.
TEMPLATE = {
    "data": {
        "bar": [
            {
                "type": "bar",
                "marker": {
                    "line": {"color": "#E5ECF6", "width": 0.5},
                    "pattern": {"fillmode": "overlay", "size": 10, "solidity": 0.2},
                },
            }
        ]
    },
    "layout": {
        "autotypenumbers": "strict",
        "hovermode": "closest",
        "hoverlabel": {"align": "left"},
        "xaxis": {"ticks": "", "title": {"standoff": 15}},
        "yaxis": {"ticks": "", "title": {"standoff": 15}},
    },
}
