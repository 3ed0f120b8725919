"""An explorer: a chart, its sentence and its table, and the controls that change them together.

It is declared, not programmed. From one `Declaration` come the live widget,
the form stored in the notebook file, and the test that runs every choice.
"""

import base64
import copy
import hashlib
import html
import itertools
import json
import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import anywidget
import ipywidgets
import pandas as pd
import traitlets

from crossroads.charts.view import NothingToShow
from crossroads.learn import answers
from crossroads.words.plain import unknown

FRONTEND = Path(__file__).parents[1] / "frontend"
PICTURES_VARIABLE = "CROSSROADS_PICTURES"
MOST_CHOICES = 400
# Plotly's own bundle of these traces: a quarter of the whole, and the first
# chart of a page comes in half the time. Renewed together with the package.
SMALL_LIBRARY = FRONTEND / "plotly-basic.min.js"
SMALL_TRACES = {"bar", "pie", "scatter"}


def script(name):
    """Give a widget's script, with what all widgets share before it.

    Parameters
    ----------
    name : str
        A file in ``frontend/``.

    Returns
    -------
    str
        JavaScript, a module of its own.
    """
    return "".join((FRONTEND / one).read_text(encoding="utf-8") for one in ("keys.js", name))


@dataclass(frozen=True)
class Control:
    """One control of an explorer.

    Attributes
    ----------
    name : str
        Name of the argument that it sets.
    label : str
        The words that stand beside it.
    options : dict of str to str
        Value of the argument to the words that stand for it; the first is
        the start, unless `start` names another.
    start : str, optional
    """

    name: str
    label: str
    options: dict
    start: str | None = None

    @property
    def initial(self):
        """The value at the start."""
        return next(iter(self.options)) if self.start is None else self.start


@dataclass(frozen=True)
class Description:
    """What a chart shows, in words.

    Attributes
    ----------
    sentence : str
        Tells the finding to somebody who does not see the chart.
    table : pandas.DataFrame
        The same numbers, with column names for a reader.
    """

    sentence: str
    table: pd.DataFrame


@dataclass(frozen=True)
class Declaration:
    """All that an explorer is.

    Attributes
    ----------
    name : str
    controls : tuple of Control
        One to three; together at most 400 choices.
    plot : callable
        From one value for each control to a `plotly.graph_objects.Figure`
        whose title states the finding.
    describe : callable
        From the same values to a `Description`.
    source : str
        The line beneath the chart.
    """

    name: str
    controls: tuple
    plot: Callable
    describe: Callable
    source: str

    def __post_init__(self):
        for control in self.controls:
            if not control.options:
                raise NothingToShow(f"rows to choose from under {control.label!r}")
        if not 1 <= len(self.choices()) <= MOST_CHOICES:
            counts = " x ".join(str(len(control.options)) for control in self.controls)
            raise ValueError(
                f"explorer {self.name!r} has {counts} choices; at most {MOST_CHOICES} are "
                "allowed, so that all of them can be tested and put on a page"
            )

    def start(self):
        """Give the choice that stands there first, as a dictionary."""
        return {control.name: control.initial for control in self.controls}

    def choices(self):
        """List every choice that the controls allow, as dictionaries."""
        names = [control.name for control in self.controls]
        values = itertools.product(*(control.options for control in self.controls))
        return [dict(zip(names, one, strict=True)) for one in values]

    def checked(self, choice, present=None):
        """Complete a choice with the present values, or those of the start, and check it.

        Raises
        ------
        ValueError
            If a control or an option is unknown; the message names the
            closest known one.
        """
        names = [control.name for control in self.controls]
        for name in choice:
            if name not in names:
                raise ValueError(unknown("control", name, names))
        whole = {**self.start(), **(present or {}), **choice}
        for control in self.controls:
            if whole[control.name] not in control.options:
                given = whole[control.name]
                raise ValueError(unknown(f"option of {control.name!r}", given, control.options))
        return whole

    def view(self, choice):
        """Compute all that a page shows for one choice, ready for JSON.

        Returns
        -------
        dict
            ``title``, ``subtitle``, ``sentence``, ``table`` (HTML),
            ``source`` and ``figure`` (``data`` and ``layout``).
        """
        figure = json.loads(self.plot(**choice).to_json())
        title = figure["layout"].pop("title")
        description = self.describe(**choice)
        return {
            "title": html.unescape(title["text"]),
            "subtitle": html.unescape(title["subtitle"]["text"]),
            "sentence": description.sentence,
            "table": table_html(description.table, html.unescape(title["text"])),
            "source": self.source,
            "figure": figure,
        }


def table_html(table, caption):
    """Write a table as HTML with a caption, and headers that say their scope.

    Parameters
    ----------
    table : pandas.DataFrame
        The first column names the row.
    caption : str

    Returns
    -------
    str
        Every cell is escaped.
    """

    def cell(value):
        return "" if value is None or value is pd.NaT or value != value else html.escape(str(value))

    head = "".join(f'<th scope="col">{html.escape(str(name))}</th>' for name in table.columns)
    rows = []
    for first, *others in table.itertuples(index=False):
        cells = "".join(f"<td>{cell(value)}</td>" for value in others)
        rows.append(f'<tr><th scope="row">{cell(first)}</th>{cells}</tr>')
    return (
        f"<table><caption>{html.escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def picture_html(view, width=720):
    """Draw a chart as an inline picture whose alternative text is its sentence.

    Needs kaleido and a Chromium, which only those who publish have.

    Parameters
    ----------
    view : dict
        What `Declaration.view` gives.
    width : int
        Width (unit: pixels).

    Returns
    -------
    str
        An ``img`` tag.
    """
    import plotly.graph_objects as go

    # A figure takes over the dictionaries that it is made of.
    figure = go.Figure(copy.deepcopy(view["figure"])).update_layout(paper_bgcolor="white")
    # WebP is a third of the size of PNG, and every browser shows it.
    picture = figure.to_image("webp", width=width, height=view["figure"]["layout"]["height"])
    data = base64.b64encode(picture).decode()
    alternative = html.escape(view["sentence"])
    return (
        f'<img class="crossroads-picture" alt="{alternative}" src="data:image/webp;base64,{data}">'
    )


def stored_html(view, chosen, question=None):
    """Write the form of an explorer that needs no kernel and no script.

    Parameters
    ----------
    view : dict
        What `Declaration.view` gives.
    chosen : dict of str to str
        Label of each control to the words of its option.
    question : str, optional
        A prediction that comes first; then the rest is folded under it.

    Returns
    -------
    str
        HTML without styles or scripts, which JupyterLab and code hosts
        show even in a notebook that they do not trust; see `Stored`.
    """
    controls = "; ".join(f"{label}: {words}" for label, words in chosen.items())
    text = {key: html.escape(view[key]) for key in ("title", "subtitle", "sentence", "source")}
    # The fingerprint of the figure lets a test see that a chart has changed
    # since its picture, which only whoever publishes can draw, was stored.
    drawn = hashlib.sha256(json.dumps(view["figure"], sort_keys=True).encode()).hexdigest()[:16]
    picture = picture_html(view) if os.environ.get(PICTURES_VARIABLE) else ""
    body = (
        f'<p class="crossroads-title"><strong>{text["title"]}</strong><br>{text["subtitle"]}</p>'
        f'<div class="crossroads-figure-{drawn}">{picture}</div>'
        f'<p class="crossroads-sentence">{text["sentence"]}</p>'
        f"{view['table']}"
        f'<p class="crossroads-source"><small>{text["source"]}<br>'
        f"Shown here for: {html.escape(controls)}. "
        "Run the cell for the chart and its controls.</small></p>"
    )
    if question:
        ask = f"Predict first: {html.escape(question)} Then open for the record's answer."
        body = f"<details><summary>{ask}</summary>{body}</details>"
    return body


class Stored(anywidget.AnyWidget):
    """A widget that leaves in the notebook file what a reader without a kernel needs.

    The text form is its `repr`, the HTML what `_stored` gives.
    """

    _css = FRONTEND / "explorer.css"

    def _stored(self):
        raise NotImplementedError

    def _repr_mimebundle_(self, **keywords):
        # ipywidgets cuts the text form short; a reader of the raw file wants all of it.
        data = ipywidgets.Widget._repr_mimebundle_(self, **keywords)
        data["text/plain"] = repr(self)
        data["text/html"] = f'<section class="crossroads-stored">{self._stored()}</section>'
        return data


def library_for(figures):
    """Find the smallest script of Plotly's that draws all of some figures.

    Parameters
    ----------
    figures : iterable of dict
        As in ``figure`` of `Declaration.view`.

    Returns
    -------
    pathlib.Path
        The small bundle, or the whole library of the installed package.

    Examples
    --------
    >>> library_for([{"data": [{"type": "bar"}, {}]}]).name
    'plotly-basic.min.js'
    >>> library_for([{"data": [{"type": "heatmap"}]}]).name
    'plotly.min.js'
    """
    traces = {trace.get("type", "scatter") for one in figures for trace in one["data"]}
    if traces <= SMALL_TRACES:
        return SMALL_LIBRARY
    import plotly

    return Path(plotly.__file__).parent / "package_data" / "plotly.min.js"


class _ChartLibrary(ipywidgets.Widget):
    """Carries a script of Plotly's to the browser once for each kernel; never shown."""

    name = traitlets.Unicode().tag(sync=True)
    source = traitlets.Bytes().tag(sync=True)

    _shared = {}

    @classmethod
    def shared(cls, view):
        path = library_for([view["figure"]])
        one = cls._shared.get(path.name)
        if one is None or one.comm is None:
            # Compressed it is a third of its size on its way to the browser.
            squeeze = zlib.compressobj(1, wbits=31)
            source = squeeze.compress(path.read_bytes()) + squeeze.flush()
            one = cls._shared[path.name] = cls(name=path.name, source=source)
        return one


class Explorer(Stored):
    """A chart with its sentence, its table and its controls, as one widget.

    It follows the conventions of ipywidgets: ``value`` is the present
    choice, assigning to it moves the controls, ``observe(handler, "value")``
    tells of every change, ``layout`` sizes it, and it can stand in any box.

    Parameters
    ----------
    declaration : Declaration
    question : tuple of (str, str), optional
        Id and words of a prediction that comes first: until it is saved,
        or the learner asks to see, the chart stays covered.

    Attributes
    ----------
    value : dict of str to str
        One option for each control.
    """

    _esm = script("explorer.js")

    value = traitlets.Dict().tag(sync=True)
    _controls = traitlets.List().tag(sync=True)
    _view = traitlets.Dict().tag(sync=True)
    _question = traitlets.Unicode("").tag(sync=True)
    _predicted = traitlets.Unicode("").tag(sync=True)
    _library = traitlets.Instance(ipywidgets.Widget).tag(
        sync=True, **ipywidgets.widget_serialization
    )

    def __init__(self, declaration, question=None, **keywords):
        self.declaration = declaration
        self._asked = question
        first = declaration.start()
        controls = [
            {"name": one.name, "label": one.label, "options": list(map(list, one.options.items()))}
            for one in declaration.controls
        ]
        predicted = answers.saved_answers(warn=False).get(question[0]) if question else None
        view = declaration.view(first)
        super().__init__(
            value=first,
            _controls=controls,
            _view=view,
            _question=question[1] if question and predicted is None else "",
            _predicted=str(predicted or ""),
            _library=_ChartLibrary.shared(view),
            **keywords,
        )
        if question:
            answers.on_save(self._on_answer)

    @traitlets.validate("value")
    def _check(self, proposal):
        return self.declaration.checked(proposal["value"], self.value)

    @traitlets.observe("value")
    def _redraw(self, change):
        if change["old"]:
            self._show()

    def _show(self):
        """Show the present choice, with what its chart needs, as it is declared now."""
        view = self.declaration.view(self.value)
        with self.hold_sync():
            self._library = _ChartLibrary.shared(view)
            self._view = view

    def _on_answer(self, question_id, answer):
        if self._asked and question_id == self._asked[0]:
            with self.hold_sync():
                self._predicted = str(answer)
                self._question = ""

    def _stored_view(self):
        """Give the choice and the view that the notebook file keeps: the present ones."""
        return self.value, self._view

    def __repr__(self):
        return self._stored_view()[1]["sentence"]

    def _stored(self):
        choice, view = self._stored_view()
        chosen = {one.label: one.options[choice[one.name]] for one in self.declaration.controls}
        return stored_html(view, chosen, self._asked[1] if self._asked else None)
