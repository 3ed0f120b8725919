"""The pack opens, can be cut to a day, and says clearly what is wrong with a broken one."""

import csv
import subprocess
import sys

import pandas as pd
import pytest

from crossroads import load_pack
from crossroads.dictionary import dictionary
from crossroads.tables import MANIFEST, PackError, digest, read_descriptor
from crossroads.validate import check_pack
from tests.conftest import ROOT


def test_the_committed_pack_is_checked_and_opens_without_a_second_check():
    descriptor = read_descriptor(ROOT / "data")
    stored = (ROOT / "data" / MANIFEST).read_text()
    assert stored == digest(ROOT / "data", descriptor), "run make check-data"


@pytest.mark.parametrize("name", ["data", "examples/reykjavik"])
def test_the_dictionary_is_made_from_the_description_and_counts_the_rows(name):
    stored = (ROOT / name / "README.md").read_text(encoding="utf-8")
    made = dictionary(read_descriptor(ROOT / name), ROOT / name)
    assert stored == made, f"run make dictionary PACK={name}"
    assert "Of its " in made and "no source that is better than" in made


def test_every_declared_table_is_an_attribute(pack):
    for resource in pack.descriptor["resources"]:
        table = getattr(pack, resource["name"])
        assert list(table.columns) == [field["name"] for field in resource["schema"]["fields"]]
        assert len(table) > 0, resource["name"]
    with pytest.raises(AttributeError, match="no table 'event'"):
        pack.event  # noqa: B018


DAYS = ["2018-06-12", "2019-02-27", "2020-06-16", "2020-12-10", "2021-01-31"]


@pytest.mark.parametrize("day", DAYS)
def test_as_of_leaks_nothing_later(pack, day):
    cut, day, dated = pack.as_of(day), pd.Timestamp(day), 0
    for resource in pack.descriptor["resources"]:
        before, after = getattr(pack, resource["name"]), getattr(cut, resource["name"])
        rule = resource.get("asOf", {})
        if "row" in rule:
            assert not (after[rule["row"]] > day).any()
            assert len(after) == (~(before[rule["row"]] > day)).sum()
        if "cells" in rule:
            late = before[rule["cells"]] > day
            assert (after.loc[late, rule["columns"]] == "").all().all()
            kept = after.loc[~late, rule["columns"]]
            assert (kept == before.loc[~late, rule["columns"]]).all().all()
        for field in resource["schema"]["fields"]:
            if field["type"] == "date" and field.get("asOf") != "keep":
                dated += 1
                assert not (after[field["name"]] > day).any(), (resource["name"], field["name"])
    assert dated >= 15
    assert len(cut.events) < len(pack.events)


def test_as_of_changes_nothing_in_the_pack_itself(pack):
    before = {name: getattr(pack, name).copy() for name in ("events", "claims", "forecasts")}
    pack.as_of("2019-01-01")
    for name, table in before.items():
        pd.testing.assert_frame_equal(getattr(pack, name), table)


def test_later_words_do_not_stand_in_what_was_known_on_the_articles_day(pack):
    """Titles and notes of rows known by the article's day name no later year."""
    events = pack.as_of(pack.day).events
    later = events["title"].str.contains(r"\b202[1-9]\b") | events["disagreement"].str.contains(
        r"\b202[1-9]\b"
    )
    assert len(events) > 100
    assert not later.any(), events.loc[later, "event_id"].tolist()


def edit(folder, table, change):
    """Change the rows of a CSV file: `change` gets and gives a list of lists."""
    path = folder / f"{table}.csv"
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    rows = change(rows) or rows
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def cell(row, column, value):
    """Set one cell; `row` counts as a spreadsheet does."""

    def change(rows):
        rows[row - 1][rows[0].index(column)] = value

    return change


def drop_column(column):
    def change(rows):
        place = rows[0].index(column)
        return [row[:place] + row[place + 1 :] for row in rows]

    return change


def repeat_row(row):
    return lambda rows: [*rows, rows[row - 1]]


BROKEN = {
    "a date in another order": (
        "events",
        cell(6, "date", "25/05/2009"),
        ["events.csv", "row 6", "column date", "25/05/2009", "YYYY-MM-DD", "2009-05-25"],
    ),
    "a day that does not exist": (
        "events",
        cell(6, "date", "2009-02-30"),
        ["events.csv", "row 6", "column date", "2009-02-30", "is not a date"],
    ),
    "an unknown actor": (
        "events",
        cell(4, "actors", "north-corea"),
        ["events.csv", "row 4", "column actors", "north-corea", "did you mean 'north-korea'"],
    ),
    "an unknown kind": (
        "events",
        cell(4, "kind", "nuclear test"),
        ["row 4", "column kind", "did you mean 'nuclear-test'", "Allowed: agreement"],
    ),
    "an unknown source": (
        "events",
        cell(4, "source_id", "csis-beyond-paralel"),
        ["row 4", "column source_id", "did you mean 'csis-beyond-parallel'", "sources.csv"],
    ),
    "a missing column": (
        "events",
        drop_column("place"),
        ["events.csv", "row 1", "column place", "missing"],
    ),
    "a renamed column": (
        "events",
        cell(1, "place", "plcae"),
        ["column place", "is the column 'plcae' meant"],
    ),
    "a duplicate id": ("actors", repeat_row(3), ["actors.csv", "column actor_id", "used in row 3"]),
    "an end before the start": (
        "events",
        cell(4, "end_date", "2006-10-01"),
        ["row 4", "column end_date", "is before date 2006-10-09"],
    ),
    "an empty required cell": (
        "events",
        cell(4, "title", ""),
        ["row 4", "column title", "must not be empty"],
    ),
    "a title that is too long": (
        "events",
        cell(4, "title", "x" * 91),
        ["row 4", "column title", "91 characters, at most 90"],
    ),
    "a word for a number": (
        "paragraphs",
        cell(3, "words", "twenty"),
        ["paragraphs.csv", "row 3", "column words", "twenty", "whole number"],
    ),
    "a quotation that is not in the article": (
        "claims",
        cell(3, "quote", "something nobody wrote"),
        ["claims.csv", "row 3", "column quote", "word for word"],
    ),
    "evidence that does not exist": (
        "claims",
        cell(3, "evidence", "events:hanoi-2091"),
        ["claims.csv", "row 3", "column evidence", "did you mean 'hanoi-2019'"],
    ),
    "a text that names an unknown row": (
        "texts",
        cell(2, "text", "{events[hanoi-2091][date]}"),
        ["texts.csv", "row 2", "column text", "did you mean 'hanoi-2019'"],
    ),
    "a text with an open brace": (
        "texts",
        cell(2, "text", "{events[hanoi-2019][date]"),
        ["texts.csv", "row 2", "column text"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pack_says_where_and_how(pack_copy, name):
    table, change, words = BROKEN[name]
    edit(pack_copy, table, change)
    message = "\n".join(map(str, check_pack(pack_copy)))
    for word in words:
        assert word in message, message


def test_all_problems_come_at_once_and_load_pack_says_the_same(pack_copy):
    edit(pack_copy, "events", cell(6, "date", "yesterday"))
    edit(pack_copy, "events", cell(9, "kind", "sumit"))
    edit(pack_copy, "actors", repeat_row(2))
    problems = check_pack(pack_copy)
    assert len(problems) == 3
    with pytest.raises(PackError) as caught:
        load_pack(pack_copy)
    assert caught.value.problems == problems
    assert "3 things need mending" in str(caught.value)


@pytest.mark.parametrize(
    "content, word",
    [
        (b"", "is empty"),
        ("event_id,title\nx,북한".encode("cp949"), "UTF-8"),
        ("event_id,title\nx,북한".encode("utf-16"), "UTF-8"),
        (b'event_id,title\n"x,y\n', "row 2: a quotation mark is not closed"),
    ],
)
def test_a_file_that_is_no_such_table(pack_copy, content, word):
    (pack_copy / "events.csv").write_bytes(content)
    assert word in "\n".join(map(str, check_pack(pack_copy)))


def test_a_missing_file_and_a_missing_folder(pack_copy):
    (pack_copy / "events.csv").unlink()
    assert "events.csv: is missing" in "\n".join(map(str, check_pack(pack_copy)))
    with pytest.raises(PackError, match="no such folder"):
        load_pack(pack_copy / "nowhere")


def test_check_data_from_the_command_line(pack_copy):
    command = [sys.executable, "-m", "crossroads.validate", str(pack_copy)]
    good = subprocess.run(command, capture_output=True, text=True)
    assert good.returncode == 0 and "nothing to mend" in good.stdout
    assert (pack_copy / MANIFEST).is_file()
    edit(pack_copy, "events", cell(6, "date", "soon"))
    bad = subprocess.run(command, capture_output=True, text=True)
    assert bad.returncode == 1 and "row 6" in bad.stdout and "Traceback" not in bad.stderr
