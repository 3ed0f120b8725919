"""A chart is one function: from a choice to a view, its facts, its table and its marks."""

import functools
import itertools
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pandas as pd

from crossroads.charts.marks import Chart
from crossroads.pack.evidence import evidence_row, evidence_words
from crossroads.words.plain import parts, unknown
from crossroads.words.tags import Html, join, tag
from crossroads.words.wording import capital

MOST_CHOICES = 400
# Rows of which two are picked; in either order they are one view, which a page holds once.
MOST_PICKED = 60
# The option of a control that leaves nothing out.
ALL = "all"


class NothingToShow(LookupError):
    """No row of a pack can fill a chart; the message names what it needs."""


@dataclass(frozen=True)
class View:
    """What a chart shows for one choice.

    Attributes
    ----------
    facts : dict
        What its title, subtitle and sentence name, as values.
    table : pandas.DataFrame
        The same for somebody who does not see the chart; the first column
        names the row. A column ``first_day`` has its head from the message
        ``column-first-day``; its days are written in words.
    draw : callable
        Draws on a `crossroads.charts.marks.Chart`, which says whether it is
        ``narrow``.
    height : int or (int, int)
        Unit: pixels; where they differ, of a wide and of a narrow chart.
    heads : dict
        Heads of columns that are no messages but words of the pack.
    rows : sequence of str
        For each row of the table the row of the pack that it shows, such as
        ``events:hanoi-2019``; empty for a row that is a sum. Marks name the
        same in ``rows`` of `Chart.points` and `Chart.bars`.
    empty : bool
        Whether there is nothing to show; such an option is greyed.
    """

    facts: dict
    table: pd.DataFrame
    draw: Callable
    height: int | tuple
    heads: dict = field(default_factory=dict)
    rows: tuple = ()
    empty: bool = False


@dataclass(frozen=True)
class Control:
    """One control of a chart; `declare` gives it its name and its label.

    Attributes
    ----------
    options : dict
        Value to words.
    start : str, optional
        By default the first.
    stepped : bool
        Days in their order, to be dragged through.
    picked : str
        The table whose rows are the options: a mark of such a row chooses it.
    """

    options: dict
    start: str | None = None
    stepped: bool = False
    picked: str = ""
    name: str = ""
    label: str = ""

    @property
    def initial(self):
        """The value at the start."""
        return next(iter(self.options)) if self.start is None else self.start


@dataclass(frozen=True)
class Declaration:
    """All that a chart is.

    Attributes
    ----------
    name : str
    controls : tuple of Control
        One to three; together at most 400 choices, or where both pick from
        the same rows, 60 of these.
    show : callable
        From one value for each control to a `View`.
    words : crossroads.words.wording.Wording
    source : str
        The line beneath the chart.
    details : callable
        From a row such as ``events:hanoi-2019`` to what a click on it shows.
    """

    name: str
    controls: tuple
    show: Callable
    words: object
    source: str
    details: Callable = dict

    def __post_init__(self):
        for control in self.controls:
            if not control.options:
                raise NothingToShow(self.words.say("needs-options", control=control.label))
        most = MOST_PICKED**2 if all(one.picked for one in self.controls) else MOST_CHOICES
        counts = [len(control.options) for control in self.controls]
        if not 1 <= math.prod(counts) <= most:
            raise ValueError(
                f"chart {self.name!r} has {' x '.join(map(str, counts))} choices; at most {most} "
                "are allowed, so that all of them can be tested and put on a page"
            )

    def start(self):
        """Give the choice that stands there first, as a dictionary."""
        return {control.name: control.initial for control in self.controls}

    def choices(self):
        """List every choice that the controls allow, as dictionaries."""
        names = [control.name for control in self.controls]
        values = itertools.product(*(control.options for control in self.controls))
        return [dict(zip(names, choice, strict=True)) for choice in values]

    def checked(self, choice, present=None):
        """Complete a choice with the present values, or those of the start, and check it."""
        names = [control.name for control in self.controls]
        for name in choice:
            if name not in names:
                raise ValueError(unknown("control", name, names))
        whole = {**self.start(), **(present or {}), **choice}
        for control in self.controls:
            given = whole[control.name]
            if given not in control.options:
                raise ValueError(unknown(f"option of {control.name!r}", given, control.options))
        return whole

    def chosen(self, choice):
        """Give the label of each control with the words of its option in a choice."""
        return {one.label: one.options[choice[one.name]] for one in self.controls}

    def view(self, choice, narrow=False):
        """Compute all that a page, or a phone, shows for one choice, ready for JSON.

        Subtitle and figure name roles for colours, see `without_roles`; ``count``
        is of the rows of the table, and ``rows`` is what a click on one shows.
        """
        return self._page(self.show(**choice), narrow)

    def both(self, choice):
        """Give the view of a choice, and in ``narrow`` its figure for a phone."""
        view = self.show(**choice)
        return {**self._page(view), "narrow": _figure(view, True)}

    def _page(self, view, narrow=False):
        title, subtitle, sentence = (
            capital(self.words.say(f"{self.name}-{part}", **view.facts))
            for part in ("title", "subtitle", "sentence")
        )
        return {
            "title": title,
            "subtitle": subtitle,
            "sentence": sentence,
            "table": table_html(self.with_heads(view), title, view.rows),
            "count": len(view.table),
            "source": self.source,
            "empty": view.empty,
            "rows": {row: self.details(row) for row in dict.fromkeys(view.rows) if row},
            "figure": _figure(view, narrow),
        }

    def with_heads(self, view):
        """Give the table of a view with the words of its columns and of its days."""

        def head(column):
            if column in view.heads:
                return view.heads[column]
            return self.words.say(f"column-{column.replace('_', '-')}", **view.facts)

        table = view.table.set_axis([head(column) for column in view.table.columns], axis=1)
        for column in table.select_dtypes("datetime"):
            days = table[column]
            table[column] = ["" if day is pd.NaT else self.words.date(day) for day in days]
        return table


def _figure(view, narrow):
    heights = view.height if isinstance(view.height, tuple) else (view.height,) * 2
    chart = Chart(heights[narrow], narrow)
    view.draw(chart)
    return chart.figure


def declare(pack, name, show, source=None, **controls):
    """Declare a chart.

    Parameters
    ----------
    pack : Pack
    name : str
        Its messages are named after it: ``gap-title``, ``gap-subtitle``,
        ``gap-sentence``, ``gap-source``, and ``gap-first`` for the label of
        a control ``first``.
    show : callable
        From one value for each control to a `View`.
    source : dict, optional
        Facts of the message ``gap-source``, and of the labels.
    **controls : dict, tuple or Control
        Value to words; or values alone, whose words are the messages
        ``gap-first-VALUE`` (an empty value is called ``none``).

    Returns
    -------
    Declaration
    """
    words, facts = pack.words, source or {}
    listed = []
    for control, given in controls.items():
        given = given if isinstance(given, Control) else Control(given)
        label, options = f"{name}-{control}", given.options
        if not isinstance(options, dict):
            options = {one: words.say(f"{label}-{slug(one)}") for one in options}
        given = replace(given, options=options, name=control, label=words.say(label, **facts))
        listed.append(given)
    said = words.say(f"{name}-source", **facts)
    return Declaration(name, tuple(listed), show, words, said, details_of(pack))


def slug(value):
    """Name a value so that a message can: no blank, and ``none`` where it is empty."""
    return str(value).replace(" ", "-").replace(";", "-") or "none"


def cuts(pack):
    """Give a function from an ISO day to the pack as it was known then, each cut once.

    No day, or an empty one, gives the pack itself.
    """
    return functools.cache(lambda day=None: pack.as_of(day) if day else pack)


def only(rows, **chosen):
    """Keep the rows whose columns have the chosen values; ``"all"`` chooses every value."""
    for column, value in chosen.items():
        rows = rows if value == ALL else rows[rows[column] == value]
    return rows.reset_index(drop=True)


def coded(pack, column, given="label"):
    """Give the codes of a column with their labels, in the order of the table ``codes``."""
    if not pack.has("codes"):
        return {}
    rows = pack.codes[pack.codes["column"] == column].sort_values("order", kind="stable")
    return dict(zip(rows["code"], rows[given], strict=True))


def named(pack, table, column="name"):
    """Give a column of a table by the key of its rows."""
    return dict(zip(pack.keys(table), pack.table(table)[column], strict=True))


def governments(pack):
    """Give the row of each country's government among the actors, by country."""
    rows = pack.actors[pack.actors["kind"] == "government"]
    return rows.drop_duplicates("country").set_index("country")


def article_day(pack):
    """Give the article's own day in ISO form."""
    return f"{pack.day:%Y-%m-%d}"


def seen_options(pack):
    """Give the days from which the record can be seen, the article's own first."""
    words = pack.words
    article = words.say("seen-article-day", day=pack.day)
    return {article_day(pack): article, "": words.say("seen-everything")}


def references(table, keys):
    """Name rows of a table of the pack, such as ``events:hanoi-2019``."""
    return [f"{table}:{key}" for key in keys]


# In a text such as "[record|filled]: named in the article" a role colours its words, and a "~"
# after its name makes it pale.
ROLE = re.compile(r"\[([a-z0-9-]+)~?\|([^\]|]*)\]")


def without_roles(text):
    """Give a text for whoever sees no colours.

    Examples
    --------
    >>> without_roles("[record|Filled]: named in the article")
    'Filled: named in the article'
    """
    return ROLE.sub(r"\2", text)


def details_of(pack):
    """Give a function from a row such as ``events:hanoi-2019`` to what a click on it shows.

    Of ``claims``, the article's statements that rest on it: ``claim_id`` and quotation.
    """

    @functools.cache
    def claims():
        resting = {}
        if pack.has("claims"):
            columns = (pack.claims[name] for name in ("claim_id", "quote", "evidence"))
            for claim, quote, evidence in zip(*columns, strict=True):
                for row in parts(evidence):
                    resting.setdefault(row, []).append([claim, quote])
        return resting

    @functools.cache
    def details(row):
        key = evidence_row(pack, row).get("source_id", "")
        source = pack.row("sources", key) if pack.has_row("sources", key) else None
        return {
            "text": evidence_words(pack, row),
            "source": "" if source is None else f"{source['title']}, {source['publisher']}",
            "address": "" if source is None else source["address"],
            "claims": claims().get(row, []),
        }

    return details


def table_html(table, caption, rows=()):
    """Write a table as HTML, escaped, with a caption, and headers that say their scope.

    The first column names the row; of `rows` see `View`.
    """

    def cell(value):
        empty = value is None or value is pd.NaT or value != value
        return "" if empty else value if isinstance(value, Html) else str(value)

    head = join(tag("th", str(name), scope="col") for name in table.columns)
    named = itertools.chain(rows, itertools.repeat(""))
    body = join(
        tag(
            "tr",
            tag("th", cell(first), scope="row"),
            *(tag("td", cell(value)) for value in others),
            data_row=row or None,
        )
        for (first, *others), row in zip(table.itertuples(index=False), named, strict=False)
    )
    return tag("table", tag("caption", caption), tag("thead", tag("tr", head)), tag("tbody", body))
