"""Widgets: what a reader without a kernel sees of them, and the chart that is one."""

import asyncio
import base64
import copy
import hashlib
import json
import os
import zlib
from pathlib import Path

import anywidget
import ipywidgets
import traitlets

from crossroads.charts import cells, style
from crossroads.charts.view import without_roles
from crossroads.words.tags import Html, fold, join, plain_text, tag

FRONTEND = Path(__file__).parents[1] / "frontend"
PICTURES_VARIABLE = "CROSSROADS_PICTURES"
PREFETCH_VARIABLE = "CROSSROADS_PREFETCH"
# Plotly's own bundle of bars, pies and scatters: a quarter of the whole, and the
# first chart of a page comes in half the time. Renewed together with the package.
SMALL_LIBRARY = FRONTEND / "plotly-basic.min.js"

FONTS = {
    "Source Serif 4": "source-serif-4-latin-wght-normal.woff2",
    "Source Sans 3": "source-sans-3-latin-wght-normal.woff2",
}


def script(*names):
    """Give a widget's script, a module of its own, with what all widgets share before it."""
    return "".join((FRONTEND / file).read_text(encoding="utf-8") for file in ("keys.js", *names))


def sheet(*names):
    """Give style sheets with the colours of the roles before them."""
    return style.roles_css() + "".join((FRONTEND / name).read_text("utf-8") for name in names)


def with_stored(widget, markup, **keywords):
    """Give what a notebook shows of a widget, with the text and the HTML that its file keeps."""
    cells.remember(widget)
    # ipywidgets cuts the text form short; a reader of the raw file wants all of it.
    data = ipywidgets.Widget._repr_mimebundle_(widget, **keywords)
    return {**data, "text/plain": repr(widget), "text/html": markup}


class Stored(anywidget.AnyWidget):
    """A widget that leaves in the notebook file what a reader without a kernel needs.

    Its script gets the messages that it names in quotation marks.
    """

    _css = sheet("explorer.css")
    # Says how to open the widget, in a ``$place``: a notebook, or a page without a kernel.
    place_message = ""

    _words = traitlets.Dict().tag(sync=True)

    def __init__(self, words, **state):
        self.words = words
        super().__init__(_words=words.for_script(self._esm), **state)

    def hint(self):
        """Say how to open the widget here; the pages take what stands in ``data-page``."""
        here, page = (
            self.words.say(self.place_message, place=place) for place in ("notebook", "page")
        )
        return tag("span", here, data_page=page)

    def _stored(self):
        """Write HTML without styles or scripts, which code hosts show, too."""
        hint = tag("p", tag("small", self.hint())) if self.place_message else None
        return join([*self._shown(), hint])

    def _shown(self):
        """Give the parts of that, above the hint how to open the widget."""
        raise NotImplementedError

    def __repr__(self):
        return plain_text(self._stored(), unfold=False)

    def _repr_mimebundle_(self, **keywords):
        markup = tag("section", self._stored(), class_="crossroads-stored")
        return with_stored(self, markup, **keywords)


def picture_html(view, width=720):
    """Draw a view as an inline picture, with kaleido and a Chromium; its sentence stands for it."""
    import plotly.graph_objects as go

    # On the light page of a picture; a figure takes over the dictionaries that it is made of.
    figure = go.Figure(copy.deepcopy(style.coloured(view["figure"])))
    figure.update_layout(paper_bgcolor="white")
    # WebP is a third of the size of PNG, and every browser shows it.
    picture = figure.to_image("webp", width=width, height=view["figure"]["layout"]["height"])
    source = f"data:image/webp;base64,{base64.b64encode(picture).decode()}"
    return tag("img", class_="crossroads-picture", alt=view["sentence"], src=source)


def stored_html(words, view, chosen, hint, prompt=""):
    """Write a view for a reader without a kernel; where there is a prompt, folded under it."""
    # The fingerprint of the figure lets a test see that a chart has changed
    # since its picture, which only whoever publishes can draw, was stored.
    drawn = hashlib.sha256(json.dumps(view["figure"], sort_keys=True).encode()).hexdigest()[:16]
    picture = picture_html(view) if os.environ.get(PICTURES_VARIABLE) else None
    controls = "; ".join(f"{label}: {option}" for label, option in chosen.items())
    shown_for = words.say("explorer-shown-for", controls=controls)
    small = tag("small", view["source"], tag("br"), shown_for, " ", hint)
    title = [tag("strong", view["title"]), tag("br"), without_roles(view["subtitle"])]
    body = join(
        [
            tag("p", *title, class_="crossroads-title"),
            tag("div", picture, class_=f"crossroads-figure-{drawn}"),
            tag("p", view["sentence"], class_="crossroads-sentence"),
            Html(view["table"]),
            tag("p", small, class_="crossroads-source"),
        ]
    )
    if prompt:
        ask = words.say("explorer-predict-first", question=prompt)
        body = fold(ask, body)
    return body


class ChartLibrary(anywidget.AnyWidget):
    """Carries Plotly's script and the fonts to the browser once for each kernel; never shown.

    Its own script unpacks them at once, while the kernel computes the first chart.
    """

    _esm = f"{script('library.js')}export default {{ initialize: (of) => void carried(of.model) }};"

    name = traitlets.Unicode().tag(sync=True)
    source = traitlets.Bytes().tag(sync=True)
    fonts = traitlets.Dict().tag(sync=True)

    _shared = None

    @classmethod
    def shared(cls):
        if cls._shared is None or cls._shared.comm is None:
            # Compressed it is a third of its size on its way to the browser.
            squeeze = zlib.compressobj(1, wbits=31)
            source = squeeze.compress(SMALL_LIBRARY.read_bytes()) + squeeze.flush()
            fonts = {name: (FRONTEND / "fonts" / file).read_bytes() for name, file in FONTS.items()}
            cls._shared = cls(name=SMALL_LIBRARY.name, source=source, fonts=fonts)
        return cls._shared


def controls_of(declaration):
    """Give the controls of a chart as its script takes them, ready for JSON."""
    known = ("name", "label", "stepped", "picked")
    return [
        {name: getattr(one, name) for name in known}
        | {"options": list(map(list, one.options.items()))}
        for one in declaration.controls
    ]


class _Ahead:
    """Computes the views one control away from what explorers show, while the kernel is idle.

    One view at a time: between two of them any message has its turn, and
    after one, or after a cell, the kernel is left alone for a while.
    """

    PAUSE, GAP, LATE = 0.15, 0.01, 0.05  # seconds

    def __init__(self):
        self._asked = {}
        self._handle = None
        self._due = 0

    def ask(self, explorer):
        """Begin with what lies around an explorer's present choice; others come after it."""
        self._asked.pop(explorer, None)
        self._asked[explorer] = explorer.ahead()
        self._wait(self.PAUSE)

    def _wait(self, seconds):
        if self._handle:
            self._handle.cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return  # Nothing runs but this call, as in a test.
        self._due = loop.time() + seconds
        self._handle = loop.call_at(self._due, self._slice, loop)

    def _slice(self, loop):
        if loop.time() - self._due > self.LATE:
            return self._wait(self.PAUSE)  # The kernel had something to do.
        while self._asked:
            explorer, views = next(reversed(self._asked.items()))
            view = next(views, None)
            if view:
                explorer.send({"ahead": view})
                return self._wait(self.GAP)
            del self._asked[explorer]


class Answering(Stored):
    """A widget that tells the page that it has done what the page asked.

    The page gives every action a number, ``_request``, and takes it as done when the
    number comes back in ``_heard``, after all that it has led to.
    """

    _request = traitlets.Int(0).tag(sync=True)
    _heard = traitlets.Int(0).tag(sync=True)

    def set_state(self, sync_data):
        """Do what the page asks, and say that it is done."""
        request = sync_data.get("_request", self._heard)
        try:
            super().set_state(sync_data)
            if "_request" in sync_data:
                self._on_request()
        except Exception:
            self._heard = request
            raise
        self._heard = request

    def _handle_msg(self, msg):
        """Do what the page asks, again if somebody stops Python, or restarts it, in its middle."""
        try:
            super()._handle_msg(msg)
        except KeyboardInterrupt:
            super()._handle_msg(msg)

    def _on_request(self):
        """Do what an action asks for and its values have not led to."""


class Explorer(Answering):
    """A chart with its sentence, its table and its controls, as one widget.

    It follows the conventions of ipywidgets: ``value`` is the present
    choice, assigning to it moves the controls, ``observe(handler, "value")``
    tells of every change, ``layout`` sizes it, and it can stand in any box.

    Parameters
    ----------
    declaration : crossroads.charts.view.Declaration
    prompt : str
        What covers the chart, until somebody uncovers it.
    said : str
        What the learner said to that already; then the chart is open.
    start : dict of str to str, optional
        The choice at the start, or a part of it.
    link : str
        The line of code that opens a view, with ``{start}`` for its choice.

    Attributes
    ----------
    value : dict of str to str
        One option for each control.
    prefetch : bool
        Whether views one control away are computed before they are asked
        for; ``CROSSROADS_PREFETCH=0`` in the environment turns it off, too.
    """

    _esm = script("library.js", "explorer.js")
    place_message = "explorer-place"
    prefetch = True
    # No more of them for one choice: a long menu is read from where it stands.
    MOST_AHEAD = 48
    _queue = _Ahead()

    value = traitlets.Dict().tag(sync=True)
    _controls = traitlets.List().tag(sync=True)
    _name = traitlets.Unicode("").tag(sync=True)
    _link = traitlets.Unicode("").tag(sync=True)
    _narrow = traitlets.Bool(False).tag(sync=True)
    _view = traitlets.Dict().tag(sync=True)
    _question = traitlets.Unicode("").tag(sync=True)
    _predicted = traitlets.Unicode("").tag(sync=True)
    _shown = traitlets.List().tag(sync=True)
    # The statement whose button opened the chart: what it rests on is marked.
    _statement = traitlets.Unicode("").tag(sync=True)
    _library = traitlets.Instance(ipywidgets.Widget).tag(
        sync=True, **ipywidgets.widget_serialization
    )

    def __init__(self, declaration, prompt="", said="", start=None, link="", **state):
        self.declaration, self.prompt = declaration, prompt
        self._version, self._sent, self._met_page = 0, set(), False
        start = declaration.checked(start or {})
        view = self._computed(start)
        super().__init__(
            declaration.words,
            value=start,
            _controls=controls_of(declaration),
            _name=declaration.name,
            _link=link,
            _view=view,
            _question="" if said else prompt,
            _predicted=said,
            _library=ChartLibrary.shared(),
            **state,
        )
        self.on_msg(self._on_message)

    @traitlets.validate("value")
    def _check(self, proposal):
        return self.declaration.checked(proposal["value"], self.value)

    @traitlets.observe("value", "_narrow")
    def _redraw(self, change):
        if change["old"] or change["name"] == "_narrow":
            self._show_now()

    def _on_request(self):
        if (self._view["choice"], self._view["narrow"]) != (self.value, self._narrow):
            self._show_now()

    def _computed(self, choice, narrow=False):
        """Give a view with what tells it from others."""
        view = self.declaration.view(choice, narrow)
        return {**view, "choice": choice, "narrow": narrow, "version": self._version}

    def _show(self):
        """Show the present choice, with what its chart needs, as it is declared now."""
        # What the browser has kept of the chart before is no longer right.
        self._version += 1
        self._sent.clear()
        self._show_now()

    def _show_now(self):
        view = self._computed(self.value, self._narrow)
        with self.hold_sync():
            self._library = ChartLibrary.shared()
            self._view = view
        self._go_ahead()

    def _on_message(self, widget, content, buffers):
        """Begin anew with a page that has just opened, and has nothing yet."""
        self._met_page = True
        self._sent.clear()
        self._go_ahead()

    def _go_ahead(self):
        if self._met_page and self.prefetch and os.environ.get(PREFETCH_VARIABLE) != "0":
            self._queue.ask(self)

    def ahead(self):
        """Compute, one by one, the views that one control leads to, the nearest options first."""
        near = []
        for control in self.declaration.controls:
            options = list(control.options)
            here = options.index(self.value[control.name])
            near += [
                (abs(place - here), {**self.value, control.name: option})
                for place, option in enumerate(options)
                if place != here
            ]
        near.sort(key=lambda pair: pair[0])
        for _, choice in near[: self.MOST_AHEAD]:
            key = (*choice.values(), self._narrow)
            if key not in self._sent:
                self._sent.add(key)
                yield self._computed(choice, self._narrow)

    def uncover(self, said):
        """Open the chart, with a line above it on what the learner said to the prompt."""
        with self.hold_sync():
            self._predicted, self._question = said, ""

    def _stored_view(self):
        """Give the choice and the view that the notebook file keeps: the present ones."""
        return self.value, self._view

    def __repr__(self):
        return self._stored_view()[1]["sentence"]

    def _stored(self):
        choice, view = self._stored_view()
        chosen = self.declaration.chosen(choice)
        return stored_html(self.words, view, chosen, self.hint(), self.prompt)
