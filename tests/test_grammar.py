"""Check and loader read a cell by one grammar; a library that is not ours is the referee."""

import json
import re
from datetime import date

import pandas as pd
import pytest

from crossroads import load_pack
from crossroads.pack.grammar import check_schema
from crossroads.pack.problems import PackError
from crossroads.pack.tables import DESCRIPTOR, Tables, read_descriptor
from crossroads.publish.check_data import check_pack
from tests.conftest import ROOT
from tests.packs import write_rows
from tests.referee import errors_of_description, refused_cells

REFUSED = object()
KINDS = ("integer", "number", "date")
# A cell, and what it is as a whole number, as a number and as a date.
CELLS = dict.fromkeys(("", " "), (None, None, None)) | {
    "0": (0, 0.0, REFUSED),
    " 12\u00a0": (12, 12.0, REFUSED),
    "007": (7, 7.0, REFUSED),
    "+5": (5, 5.0, REFUSED),
    "-5": (-5, -5.0, REFUSED),
    "1.5": (REFUSED, 1.5, REFUSED),
    "1.0": (REFUSED, 1.0, REFUSED),
    "20190228": (20190228, 20190228.0, REFUSED),
    "9" * 15: (int("9" * 15), float("9" * 15), REFUSED),
    "2019-02-28": (REFUSED, REFUSED, date(2019, 2, 28)),
    " 2019-02-28 ": (REFUSED, REFUSED, date(2019, 2, 28)),
    "1000-01-01": (REFUSED, REFUSED, date(1000, 1, 1)),
    "2199-12-31": (REFUSED, REFUSED, date(2199, 12, 31)),
}
# fmt: off
NO_NUMBERS = [
    "- 5", "−5", "1.", ".5", "1,5", "1e3", "1_000", "1 000", "0x10", "NaN", "inf", "-INF", "None",
    "true", "١٢", "１２", "½", "\ufeff12", "1\n2", "9" * 16, "9" * 5000,
]
# The last is what a spreadsheet makes of an empty cell.
NO_DATES = [
    "0000-01-01", "2019-2-8", "2019-02-29", "2019-13-01", "2019-W09-4", "2019-059", "NaT",
    "2019-02-28T00:00", "19-02-28", "٢٠١٩-٠٢-٢٨", "2019–02–28", "1900-01-01",
    "0001-01-01", "0999-12-31", "2200-01-01", "9999-12-31",
]
# fmt: on
CELLS |= dict.fromkeys(NO_NUMBERS + NO_DATES, (REFUSED, REFUSED, REFUSED))


@pytest.fixture
def small(pack_copy):
    """A pack with one table more, of a column of each type; give what writes its rows."""
    path = pack_copy / DESCRIPTOR
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    fields = [{"name": "key", "type": "string"}, *({"name": one, "type": one} for one in KINDS)]
    schema = {"fields": fields, "primaryKey": "key"}
    descriptor["resources"].append({"name": "cells", "path": "cells.csv", "schema": schema})
    path.write_text(json.dumps(descriptor), encoding="utf-8")

    def write(rows):
        write_rows(pack_copy / "cells.csv", [["key", *KINDS], *rows])
        return pack_copy

    return write


def test_check_and_loader_give_one_answer_for_every_cell_and_type(small):
    rows = [[f"{number}", cell, cell, cell] for number, cell in enumerate(CELLS)]
    problems = check_pack(small(rows))
    wrong = {(one.row, one.column) for one in problems}
    assert all(re.search("write|type", one.message) for one in problems)
    expected = {
        (row, kind)
        for row, values in enumerate(CELLS.values(), 2)
        for kind, value in zip(KINDS, values, strict=True)
        if value is REFUSED
    }
    assert wrong == expected
    with pytest.raises(PackError) as caught:
        load_pack(small(rows))
    assert caught.value.problems == problems
    # What is not refused is loaded as it is.
    for row, (_, *cells) in enumerate(rows, 2):
        kept = [
            "" if (row, kind) in wrong else cell for kind, cell in zip(KINDS, cells, strict=True)
        ]
        rows[row - 2][1:] = kept
    table = load_pack(small(rows)).cells
    assert [str(table[kind].dtype) for kind in KINDS] == ["Int64", "float64", "datetime64[us]"]
    for place, kind in enumerate(KINDS):
        for read, values in zip(table[kind], CELLS.values(), strict=True):
            if values[place] in (None, REFUSED):
                assert pd.isna(read)
            else:
                assert (read.date() if kind == "date" else read) == values[place]


def test_keys_are_compared_as_what_they_are(small):
    folder = small([["a", "7", "", ""], ["b", "007", "", ""]])
    assert check_pack(folder) == []
    path = folder / DESCRIPTOR
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["resources"][-1]["schema"]["primaryKey"] = ["integer", "date"]
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    (problem,) = check_pack(folder)
    assert (problem.row, problem.given) == (3, "007 + ") and "used in row 2" in problem.message


def test_rows_are_those_of_the_spreadsheet_also_after_a_cell_of_several_lines(small):
    folder = small([["a\nb\nc", "1", "", ""], ["d", "x", "", ""], [], ["e", "", "y", ""]])
    assert [(one.row, one.column) for one in check_pack(folder)] == [(3, "integer"), (5, "number")]
    raw = (folder / "cells.csv").read_bytes()
    for end, what in ((b"\xff", "UTF-8"), (b"\0", "no text"), (b'"z', "is not closed")):
        (folder / "cells.csv").write_bytes(raw + end)
        (problem,) = check_pack(folder)
        assert problem.row == 6 and what in problem.message


# The referee ----------------------------------------------------------------


@pytest.mark.parametrize("folder", ["data", "examples/reykjavik"])
def test_a_good_pack_is_a_good_data_package(folder):
    descriptor = read_descriptor(ROOT / folder)
    assert errors_of_description(descriptor) == []
    names = [resource["name"] for resource in descriptor["resources"]]
    assert refused_cells(ROOT / folder, names) == set()
    descriptor["resources"][0]["schema"]["fields"][0]["type"] = "text"
    assert errors_of_description(descriptor), "and a referee sees what is wrong"


# fmt: off
STRICTER = {
    "integer": {"1_000", "١٢", "１２", "9" * 16},
    "number": {
        "1.", ".5", "1e3", "1_000", "NaN", "inf", "-INF", "١٢", "１２", "9" * 16, "9" * 5000,
    },
    "date": {"2019-2-8", "0001-01-01", "0999-12-31", "2200-01-01", "9999-12-31"},
}
# fmt: on


def test_the_referee_takes_no_cell_that_we_refuse_but_these(small):
    folder = small([[f"{number}", *[cell] * 3] for number, cell in enumerate(CELLS)])
    tables, cells = Tables(folder, read_descriptor(folder)), [*CELLS]
    ours = {(one.file, one.row, one.column) for one in check_schema(tables)}
    theirs = refused_cells(folder, ["cells"])
    assert theirs <= ours
    stricter = {(kind, cells[row - 2]) for _, row, kind in ours - theirs}
    assert stricter == {(kind, cell) for kind in STRICTER for cell in STRICTER[kind]}
