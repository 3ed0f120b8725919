"""Charts that are declared by a plot and a description: what `crossroads.charts.view` replaces."""

import html
import json
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from crossroads.charts import view
from crossroads.charts.view import Control, NothingToShow
from crossroads.words.wording import wording

__all__ = ["Control", "Declaration", "Description", "NothingToShow"]


@dataclass(frozen=True)
class Description:
    """What a chart shows, in words: a sentence, and the same numbers in a table."""

    sentence: str
    table: pd.DataFrame


@dataclass(frozen=True)
class Declaration(view.Declaration):
    """A chart whose figure and words are computed apart, each from a choice."""

    show: Callable = None
    words: object = None
    source: str = ""
    plot: Callable = None
    describe: Callable = None

    def __init__(self, name, controls, plot, describe, source):
        values = {"plot": plot, "describe": describe, "source": source, "words": wording()}
        for key, value in {"name": name, "controls": controls, **values}.items():
            object.__setattr__(self, key, value)
        self.__post_init__()

    def view(self, choice):
        """Compute all that a page shows for one choice, ready for JSON."""
        figure = json.loads(self.plot(**choice).to_json())
        title = figure["layout"].pop("title")
        description = self.describe(**choice)
        return {
            "title": html.unescape(title["text"]),
            "subtitle": html.unescape(title["subtitle"]["text"]),
            "sentence": description.sentence,
            "table": view.table_html(description.table, html.unescape(title["text"])),
            "source": self.source,
            "figure": figure,
        }
