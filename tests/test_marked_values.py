"""Values in the lessons' paragraphs: today's, found by their marks, and none lost."""

import re
from collections import Counter

import nbformat
import pytest

from crossroads.publish.marked_values import MARK, Unmarked, renew, renew_notebook, values_for
from tests.conftest import ROOT

NOTEBOOKS = [
    *sorted((ROOT / "notebooks").glob("*.ipynb")),
    *sorted((ROOT / "examples").glob("*.ipynb")),
]
KNOWN = {
    "days.a.b": ("count", "77"),
    "trade.a": ("decimal", "1,234.5"),
    "change.a": ("decimal", "−80.7"),
    "events.a.date": ("date", "1 May 2019"),
    "events.a.date.month": ("date", "May 2019"),
    "actors.a.name": ("text", "Xi Jinping"),
}
RENEWED = {
    "It took 76<!-- days.a.b --> days.": "It took 77<!-- days.a.b --> days.",
    "**76<!-- days.a.b -->** of 76": "**77<!-- days.a.b -->** of 76",
    "in 2018, 1,076<!-- days.a.b -->": "in 2018, 77<!-- days.a.b -->",
    "was 9.6<!-- trade.a --> million": "was 1,234.5<!-- trade.a --> million",
    "by -3<!-- change.a --> percent": "by −80.7<!-- change.a --> percent",
    "from 2 to 30 April 2018<!-- events.a.date -->": "from 2 to 1 May 2019<!-- events.a.date -->",
    "in April<!-- events.a.date.month -->": "in May 2019<!-- events.a.date.month -->",
    "met Xi Jinping<!-- actors.a.name --> 1<!-- days.a.b -->": (
        "met Xi Jinping<!-- actors.a.name --> 77<!-- days.a.b -->"
    ),
}
REFUSED = {
    "76<!-- day.a.b --> days": "unknown mark 'day.a.b'; did you mean 'days.a.b'?",
    "many<!-- days.a.b --> days": "before <!-- days.a.b --> must stand '77'; there stands 'many'",
    "76 <!-- days.a.b --> days": "must stand '77'",
    "Xi<!-- actors.a.name -->": "must stand 'Xi Jinping'; there stands 'Xi'",
    "76<!-- days.a.b --><!-- days.a.b -->": "there stands ''",
}


@pytest.mark.parametrize("source", RENEWED)
def test_the_value_before_a_mark_is_renewed_by_its_kind(source):
    renewed, differences = renew(source, KNOWN)
    assert renewed == RENEWED[source] and differences
    assert renew(renewed, KNOWN) == (renewed, [])


@pytest.mark.parametrize("source", REFUSED)
def test_a_mark_that_cannot_be_renewed_fails_loudly(source):
    with pytest.raises(Unmarked, match=re.escape(REFUSED[source])):
        renew(source, KNOWN)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_value_in_a_paragraph_is_what_the_tables_give_and_no_mark_is_lost(path, pack, unseen):
    notebook = nbformat.read(path, as_version=4)
    changes = renew_notebook(notebook, values_for(notebook, path.parent), f"lesson {path.stem[:2]}")
    assert not changes, "\n".join(changes)
    # A mark that was deleted leaves its number behind, which nothing renews.
    first = path.stem.split("_")[0]
    wanted = Counter(
        row.key
        for pack in (pack, unseen)
        for row in pack.marks.itertuples()
        for name in row.used_in.split(";")
        if name == first
    )
    cells = [one["source"] for one in notebook["cells"] if one["cell_type"] == "markdown"]
    found = Counter(mark[1] for source in cells for mark in MARK.finditer(source))
    assert found == wanted, f"lost: {wanted - found}, not in marks.csv, used_in: {found - wanted}"
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            assert all(re.fullmatch(r"[A-Za-z0-9.-]+", key) for key in MARK.findall(cell.source))
            assert not re.search(r"^[\s>]*(?:[-*+] |\d+\. )?<!--", cell.source, re.M)
            assert not re.search(r"`[^`\n]*<!--", cell.source)


def test_every_key_is_used(any_pack):
    assert not any_pack.marks.loc[any_pack.marks["used_in"] == "", "key"].tolist()


def test_a_change_is_told_with_lesson_cell_and_both_values():
    cell = nbformat.v4.new_markdown_cell("It took 76<!-- days.a.b --> days.")
    told = renew_notebook(nbformat.v4.new_notebook(cells=[cell]), KNOWN, "lesson 2")
    assert told == ["lesson 2, cell 1 says 76, the tables give 77 (days.a.b)"]
