"""A pack survives a spreadsheet, or says what the spreadsheet has done to it.

Measured once with LibreOffice Calc 7.4, every table of `data/` opened and
saved by ``soffice --convert-to csv``:

- opened as the steps say, all columns as Text (filter options ``44,34,76,1``,
  every column ``/2``), saved with comma, or with semicolon and every cell in
  quotation marks: not one cell differs, and the check passes;
- opened with automatic recognition of numbers and dates: 272 cells differ.
  ISO dates stay. Clock times become ``12:29:00 PM``, "October 2019" becomes
  ``10/01/2019``, "true" becomes ``TRUE``: all these are now told. ``0.20``
  becomes ``0.2``, and ids such as ``1984-09-1`` become ``1984-09-01``: these
  do no harm as long as nothing refers to them, which the check sees.

`save` imitates both, so that no spreadsheet is needed here.
"""

import csv
import re
from datetime import datetime

import pandas as pd
import pytest

from crossroads import load_pack
from crossroads.pack.places import known_tables
from crossroads.publish.check_data import check_pack
from tests.packs import check, read_rows

ISO = re.compile(r"\d{4}-\d\d-\d\d")


def save(path, rewrite=None, delimiter=",", encoding="utf-8", end="\r\n", quoting=0, first=""):
    """Save a table as a spreadsheet does; `rewrite` is what it takes a cell for."""
    rows = [[rewrite(cell) if rewrite else cell for cell in cells] for cells in read_rows(path)]
    with path.open("w", newline="", encoding=encoding) as file:
        file.write(first)
        writer = csv.writer(file, delimiter=delimiter, lineterminator=end, quoting=quoting)
        writer.writerows(rows)


@pytest.mark.parametrize(
    "how",
    [
        {"encoding": "utf-8-sig"},
        {"delimiter": ";", "encoding": "utf-8-sig", "quoting": csv.QUOTE_ALL},
        {"delimiter": "\t", "end": "\n"},
        {"delimiter": ";", "encoding": "utf-8-sig", "first": "sep=;\r\n"},
        {"end": "\r"},
    ],
    ids=["BOM, CRLF", "semicolons, all quoted", "tabs", "a line that names the separator", "CR"],
)
def test_whatever_stands_between_the_cells_the_tables_are_the_same(pack_copy, pack, how):
    for path in pack_copy.glob("*.csv"):
        save(path, **how)
    again = load_pack(check(pack_copy))
    for name in known_tables():
        pd.testing.assert_frame_equal(getattr(again, name), getattr(pack, name))


def in_style(style):
    """Rewrite days as a spreadsheet shows them in some country."""

    def rewrite(cell):
        if not ISO.fullmatch(cell):
            return cell
        day = datetime.fromisoformat(cell)
        return style.format(d=day.day, m=day.month, y=day.year)

    return rewrite


STYLES = {"31/12/2019": "{d:02}/{m:02}/{y}", "31.12.2019": "{d:02}.{m:02}.{y}"}
STYLES |= {"12/31/2019": "{m}/{d}/{y}", "2019/12/31": "{y}/{m:02}/{d:02}"}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_column_of_rewritten_days_names_the_days_that_were_meant(pack_copy, style):
    path = pack_copy / "trade.csv"
    before = dict(enumerate(read_rows(path), 1))
    header = before[1]
    save(path, in_style(style))
    told = {(one.row, one.column): one for one in check_pack(pack_copy) if one.file == "trade.csv"}
    seen = set()
    for line, cells in before.items():
        for column, cell in zip(header, cells, strict=True):
            if ISO.fullmatch(cell) and column in ("start", "end", "known_date"):
                message = told[line, column].message
                assert f"{cell}" in message.split("did you mean ")[1], message
                # Where day and month can be either, both are named, and the reader decides.
                asked = " or " in message.split("did you mean ")[1]
                day, month = int(cell[8:]), int(cell[5:7])
                either = "/{y}" in style and day <= 12 and day != month
                assert asked == either, message
                seen.add(asked)
    assert True in seen or "/{y}" not in style


def test_what_a_careless_opening_rewrites_is_told(pack_copy):
    """The cells that LibreOffice changed when it was left to guess."""

    def guess(cell):
        if re.fullmatch(r"\d\d:\d\d", cell):
            return f"{datetime.strptime(cell, '%H:%M'):%I:%M:%S %p}"
        if re.fullmatch(r"[A-Z][a-z]+ \d{4}", cell):
            return f"{datetime.strptime(cell, '%B %Y'):%m/%d/%Y}"
        return cell.upper() if cell in ("true", "false") else cell

    changed = {}
    for path in pack_copy.glob("*.csv"):
        for line, cells in enumerate(read_rows(path), 1):
            if line > 1 and [guess(cell) for cell in cells] != cells:
                changed[path.name, line] = cells
        save(path, guess)
    problems = check_pack(pack_copy)
    assert {(one.file, one.row) for one in problems} == set(changed) and len(changed) > 100
    clocks = [one for one in problems if one.column == "time_utc"]
    assert all(re.search(r"did you mean '\d\d:\d\d'\?", one.message) for one in clocks)
    dates = [one for one in problems if one.column == "equals"]
    assert dates and all("format the column as Text" in one.message for one in dates)
