"""Charts that are declared by a plot and a description: what `crossroads.charts.view` replaces."""

import html
import json
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


class Declaration:
    """A chart whose figure and words are computed apart, each from a choice."""

    words = wording()
    start, choices = view.Declaration.start, view.Declaration.choices
    checked, chosen = view.Declaration.checked, view.Declaration.chosen

    def __init__(self, name, controls, plot, describe, source):
        self.name, self.controls, self.source = name, controls, source
        self.plot, self.describe = plot, describe
        view.Declaration.__post_init__(self)

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
