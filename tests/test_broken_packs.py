"""Slips of a teacher with a spreadsheet: each gets a message that says where and how to mend it.

Every case is the course's own pack with one edit. Each must be found by
`check_pack`, and none may end in a traceback.
"""

import re
import subprocess
import sys

import pytest

from crossroads import load_pack
from crossroads.pack.description import completed, hints_on_columns
from crossroads.pack.new_pack import new_pack
from crossroads.pack.problems import PackError
from crossroads.pack.tables import Tables, read_descriptor
from crossroads.publish.check_data import check_pack
from tests.packs import (
    check,
    field,
    read_rows,
    set_bytes,
    set_cell,
    set_description,
    set_rows,
    set_text,
    write_rows,
)


def sorted_alone(column):
    """Sort one column of a table and leave the others where they are."""

    def change(rows):
        place = rows[0].index(column)
        values = sorted(row[place] for row in rows[1:])
        for row, value in zip(rows[1:], values, strict=True):
            row[place] = value
        return rows

    return change


def cleared(column, first, last):
    """Leave blank what a merged cell covers."""

    def change(rows):
        for row in rows[first:last]:
            row[rows[0].index(column)] = ""
        return rows

    return change


def swapped(first, second):
    """Swap two names in the header, not what stands beneath them."""

    def change(rows):
        header = rows[0]
        a, b = header.index(first), header.index(second)
        header[a], header[b] = header[b], header[a]
        return rows

    return change


def both(*slips):
    return lambda folder: [slip(folder) for slip in slips]


def as_text(change):
    return lambda raw: change(raw.decode("utf-8")).encode("utf-8")


def renamed(old, new):
    return lambda folder: (folder / old).rename(folder / new)


# What was done -> how it is done, and words that the message must have.
EVENT = 6  # A row of the table of events; its date is 2009-05-25.
SLIPS = {
    "dates as day/month/year": (
        set_cell("events", EVENT, "date", "25/05/2009"),
        ["events.csv, row 6, column date", "'25/05/2009'", "did you mean 2009-05-25?"],
    ),
    "a date that can be read in two ways": (
        set_cell("events", EVENT, "date", "03/04/2009"),
        ["row 6, column date", "did you mean 2009-03-04 or 2009-04-03?"],
    ),
    "a date in words": (
        set_cell("events", EVENT, "date", "May 25, 2009"),
        ["row 6, column date", "did you mean 2009-05-25?"],
    ),
    "a date as a serial number": (
        set_cell("events", EVENT, "date", "39958"),
        ["row 6, column date", "number for a day", "did you mean 2009-05-25?", "Text"],
    ),
    "a date that lost its year": (
        set_cell("events", EVENT, "date", "25-May"),
        ["row 6, column date", "only a part of a date", "YYYY-MM-DD"],
    ),
    "a date that became day zero": (
        set_cell("events", EVENT, "end_date", "1900-01-00"),
        ["row 6, column end_date", "day zero of a spreadsheet", "leave the cell empty"],
    ),
    "a date with a time": (
        set_cell("events", EVENT, "date", "2009-05-25 00:00:00"),
        ["row 6, column date", "did you mean 2009-05-25?"],
    ),
    "a day that does not exist": (
        set_cell("events", EVENT, "date", "2009-02-30"),
        ["row 6, column date", "'2009-02-30'", "is not a date"],
    ),
    "an end before the start": (
        set_cell("events", EVENT, "end_date", "2009-05-24"),
        ["row 6, column end_date", "is before date 2009-05-25", "swap them"],
    ),
    "a header with two names swapped": (
        set_rows("paragraphs", swapped("speaker_id", "words")),
        ["paragraphs.csv, row 2, column words", "is not a whole number"],
    ),
    "a renamed column": (
        set_cell("events", 1, "end_date", "End date"),
        ["events.csv, row 1, column end_date", "is the column 'End date' meant? Rename it"],
    ),
    "a deleted column": (
        set_rows("events", lambda rows: [row[:3] + row[4:] for row in rows]),
        ["events.csv, row 1, column date_precision", "is missing; the table needs: event_id"],
    ),
    "a deleted header": (
        set_rows("events", lambda rows: rows[1:]),
        ["events.csv, row 1", "must hold the names of the columns; put back: event_id, date"],
    ),
    "a column too many": (
        set_rows("issues", lambda rows: [[*row, "x"] for row in rows]),
        ["issues.csv, row 1, column x", "no such column"],
    ),
    "typographic quotation marks in a quotation": (
        set_cell("claims", 8, "quote", lambda old: old.replace("’", "'").replace(" ", "  ")),
        ["claims.csv, row 8, column quote", "with other quotation marks, dashes or blanks"],
    ),
    "a quotation that is no longer word for word": (
        set_cell("claims", 3, "quote", lambda old: old + " indeed"),
        ["claims.csv, row 3, column quote", "word for word", "excerpts.csv for paragraph"],
    ),
    "a comma instead of a semicolon": (
        set_cell("events", EVENT, "actors", "kim-jong-un,trump"),
        ["row 6, column actors", "separate them with a semicolon: 'kim-jong-un;trump'"],
    ),
    "paragraphs with a comma": (
        set_cell("events", EVENT, "paragraphs", "2,3"),
        ["row 6, column paragraphs", "did you mean '2;3'?"],
    ),
    "merged cells that leave blanks": (
        set_rows("events", cleared("kind", 4, 7)),
        ["row 5, column kind", "row 6, column kind", "row 7, column kind", "must not be empty"],
    ),
    "one column sorted alone": (
        set_rows("claims", sorted_alone("paragraph")),
        ["claims.csv", "column quote", "word for word"],
    ),
    "a duplicate id": (
        set_cell("actors", 4, "actor_id", "trump"),
        ["actors.csv", "column actor_id", "'trump'", "already used in row"],
    ),
    "a misspelt actor": (
        set_cell("events", EVENT, "actors", "kim-jung-un"),
        ["row 6, column actors", "did you mean 'kim-jong-un'?"],
    ),
    "an actor written as a name": (
        set_cell("article", 2, "focus_actor_id", "Kim Jong Un"),
        ["article.csv, row 2, column focus_actor_id", "did you mean 'kim-jong-un'?"],
    ),
    "a misspelt row of evidence": (
        set_cell("claims", 3, "evidence", "events:hanoi2019"),
        ["claims.csv, row 3, column evidence", "did you mean 'hanoi-2019'?"],
    ),
    "a first statement that there is not, and one without a verdict": (
        both(set_cell("article", 2, "first_claim", "c99a"), set_cell("claims", 3, "verdict", "")),
        ["article.csv, row 2, column first_claim", "row 3, column verdict", "must not be empty"],
    ),
    "statements without place, evidence, chart or setting": (
        both(
            set_cell("claims", 4, "quote", "the"),
            set_cell("claims", 5, "evidence", ""),
            set_cell("claim_charts", 2, "why", ""),
            set_cell("claim_charts", 3, "chart", "metings"),
            set_cell("claim_charts", 8, "choice", "who=xii"),
            set_cell("claim_charts", 9, "chart", "trade"),
        ),
        [
            "claims.csv, row 4, column quote: given 'the'; stands 5 times in paragraph 1",
            "claims.csv, row 5, column evidence: given ''; name a row of evidence",
            "claim_charts.csv, row 2, column why: given ''; say why no chart shows it",
            "row 3, column chart: given 'metings'; unknown chart 'metings'; did you mean",
            "row 8, column choice: given 'who=xii'; unknown option of 'who' 'xii'; did you mean",
            "row 9, column choice: given ''; this view shows none of the claim's rows",
        ],
    ),
    "a quotation across two paragraphs": (
        set_cell("claims", 7, "quote", "went up in smoke. The fanfare"),
        ["claims.csv, row 7, column quote", "does not stand word for word", "paragraph 1"],
    ),
    "evidence without its table": (
        set_cell("claims", 3, "evidence", "hanoi-2019"),
        ["claims.csv, row 3, column evidence", "such as events:hanoi-2019"],
    ),
    "a passage that the pack does not have": (
        set_cell("passages", 2, "paragraphs", "77"),
        ["passages.csv, row 2, column paragraphs", "excerpts.csv, column paragraph"],
    ),
    "a Windows encoding": (
        set_bytes("actors", lambda raw: raw + "x,Müller,,,,,\n".encode("cp1252")),
        ["actors.csv, row", "not in UTF-8", "Windows", "CSV UTF-8 (comma delimited)"],
    ),
    "a Korean encoding": (
        set_bytes("actors", lambda raw: raw + "x,북한,,,,,\n".encode("cp949")),
        ["actors.csv, row", "not in UTF-8"],
    ),
    "saved as Unicode text": (
        set_bytes("events", lambda raw: raw.decode("utf-8").replace(",", "\t").encode("utf-16")),
        ["events.csv", "'Unicode text' (UTF-16)", "CSV UTF-8"],
    ),
    "a workbook renamed to .csv": (
        set_bytes("events", lambda raw: b"PK\x03\x04\x14\x00" + raw[:100]),
        ["events.csv", "a spreadsheet file (.xlsx or .ods) under another name", "CSV UTF-8"],
    ),
    "a workbook beside the pack": (
        renamed("events.csv", "events.xlsx"),
        ["events.csv", "is missing; is it 'events.xlsx'?", "save it as CSV UTF-8, events.csv"],
    ),
    "another spelling of the file": (
        renamed("events.csv", "Events.csv"),
        ["events.csv", "is missing; is it 'Events.csv'? Then rename it"],
    ),
    "a deleted table": (
        lambda folder: (folder / "glossary.csv").unlink(),
        ["glossary.csv", "is missing; put it back, or take its table out of datapackage.json"],
    ),
    "an empty file": (
        set_bytes("events", lambda raw: b"\r\n"),
        ["events.csv", "is empty; its first row must hold the column names: event_id"],
    ),
    "a file with NUL bytes": (
        set_bytes("events", lambda raw: raw[:400] + b"\0\0\0" + raw[400:]),
        ["events.csv, row", "bytes that are no text"],
    ),
    "a quotation mark that is not closed": (
        set_bytes("issues", as_text(lambda text: text.replace(",", ',"', 5))),
        ["issues.csv, row", "a quotation mark is not closed"],
    ),
    "a comma too many": (
        set_bytes("issues", as_text(lambda text: text.rstrip("\n") + ",more\n")),
        ["issues.csv, row 10", "has 4 cells where the header has 3"],
    ),
    "a lost comma": (
        set_bytes("actors", as_text(lambda text: re.sub(r",person,", ",person ", text, count=1))),
        ["actors.csv, row 2", "has 8 cells where the header has 9", "column kind"],
    ),
    "a thousands comma": (
        set_cell("trade", 2, "usd_million", "2,413.7"),
        ["trade.csv, row 2, column usd_million", "did you mean 2413.7?"],
    ),
    "a decimal comma": (
        set_cell("un_ideal_points", 2, "ideal_point", "-1,25"),
        ["un_ideal_points.csv, row 2, column ideal_point", "did you mean -1.25?"],
    ),
    "a negative count": (
        set_cell("paragraphs", 2, "words", "-4"),
        ["paragraphs.csv, row 2, column words", "'-4'", "must be at least 0"],
    ),
    "a level outside the codebook's scale": (
        set_cell("positions", 2, "level", "3"),
        ["positions.csv, row 2, column level", "must be at most 2"],
    ),
    "TRUE for yes": (
        set_cell("events", EVENT, "landmark", "TRUE"),
        ["row 6, column landmark", "did you mean 'yes'?", "Allowed: axis, no, yes"],
    ),
    "a word with another capital": (
        set_cell("events", EVENT, "kind", "Summit"),
        ["row 6, column kind", "did you mean 'summit'?"],
    ),
    "a formula's error": (
        set_cell("events", EVENT, "title", "#REF!"),
        ["row 6, column title", "the error of a spreadsheet formula; write the value itself"],
    ),
    "a formula": (
        set_cell("glossary", 2, "meaning", "=B2&C2"),
        ["glossary.csv, row 2, column meaning", "is a spreadsheet formula"],
    ),
    "a leading zero lost": (
        set_cell("passages", 4, "passage_id", "2.says"),
        ["passages.csv, row 4, column passage_id", "take a zero away? Did you mean '02.says'?"],
    ),
    "a text too long for its label": (
        set_cell("events", EVENT, "short_title", "A label that nobody could ever read"),
        ["row 6, column short_title", "has 35 characters, at most 28 are allowed"],
    ),
    "an id with a blank and capitals": (
        set_cell("glossary", 2, "source_id", "Memory "),
        ["glossary.csv, row 2, column source_id", "did you mean 'memory'?"],
    ),
    "a text with a brace too few": (
        set_cell("samples", 2, "text", "On {events[hanoi-2019][date]"),
        ["samples.csv, row 2, column text"],
    ),
    "a text that names an unknown row": (
        set_cell("samples", 2, "text", "On {events[hanoi-2091][date]}"),
        ["samples.csv, row 2, column text", "did you mean 'hanoi-2019'?"],
    ),
    "a comparison of texts": (
        set_cell("samples", 2, "text", "{count[events][title>5]}"),
        ["samples.csv, row 2, column text", "title holds texts, which > cannot compare; write ="],
    ),
    "a comparison with no number": (
        set_cell("samples", 2, "text", "{count[paragraphs][words>many]}"),
        ["column text", "condition 'words>many': 'many' is no date or number"],
    ),
    "a measure of a table that there is not": (
        set_cell("samples", 2, "text", "{measure[source][nope][x]}"),
        ["samples.csv, row 2, column text", "unknown table 'nope'", "Known: article"],
    ),
    "a million rows": (
        set_bytes("glossary", lambda raw: raw + b"a,\n" * 1_000_000),
        ["glossary.csv: has more than 50,000 rows; keep those that the article needs"],
    ),
    "a million long rows": (
        set_bytes("glossary", lambda raw: raw + b"a,,a row of another table\n" * 1_000_000),
        ["glossary.csv: has 26 million bytes, at most 20 million are allowed"],
    ),
    "a hundred thousand columns": (
        set_bytes("glossary", lambda raw: raw.replace(b"\n", b",x" * 100_000 + b"\n", 1)),
        ["glossary.csv, row 1: has 100,004 cells, at most 200 are allowed"],
    ),
    "a hundred thousand cells": (
        set_bytes("glossary", lambda raw: raw + b"x," * 100_000 + b"\n"),
        ["glossary.csv, row", "has 100,001 cells, at most 200 are allowed"],
    ),
    "a cell of eleven million letters": (
        set_cell("glossary", 2, "meaning", "x, " * 3_700_000),
        ["glossary.csv, row 2, column meaning", "has 11,100,000 characters", "at most 32,767"],
    ),
    "a second article": (
        set_rows("article", lambda rows: [*rows, ["another", *rows[1][1:]]]),
        ["article.csv", "has 2 rows; it must have exactly one"],
    ),
    "no article": (
        set_rows("article", lambda rows: rows[:1]),
        ["article.csv", "has 0 rows; it must have exactly one"],
    ),
    "a trailing comma in the description": (
        set_text(lambda text: text.replace('"date"\n', '"date",\n', 1).replace("}", "},", 1)),
        ["datapackage.json, row", "cannot be read", "a comma, a bracket"],
    ),
    "a foreign key removed from the description": (
        set_description(lambda whole, tables: tables["stances"]["schema"].pop("foreignKeys")),
        ["datapackage.json", "table stances: the foreign key from actor_id to actors is gone"],
    ),
    "a column removed from the description": (
        set_description(lambda whole, tables: tables["events"]["schema"]["fields"].pop(4)),
        ["datapackage.json", "table events: the column known_date is not described"],
    ),
    "a type changed in the description": (
        set_description(lambda whole, tables: field(tables["events"], "date").update(type="text")),
        ["datapackage.json", "table events, column date: type 'text' is not one of string"],
    ),
    "a rule removed that hides later rows": (
        set_description(lambda whole, tables: tables["events"].pop("asOf")),
        ["datapackage.json", "table events: its asOf is None"],
    ),
    "the article's table removed from the description": (
        set_description(lambda whole, tables: whole["resources"].remove(tables["article"])),
        ["datapackage.json", "describes no table article"],
    ),
    "a path out of the folder": (
        set_description(lambda whole, tables: tables["events"].update(path="../events.csv")),
        ["datapackage.json", "the path of events is no plain file name"],
    ),
    "a description that is only a list": (
        set_text(lambda text: "[]"),
        ["datapackage.json", "it has no list of resources"],
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_gets_its_message(pack_copy, name):
    slip, words = SLIPS[name]
    slip(pack_copy)
    before = {path.name: path.read_bytes() for path in pack_copy.iterdir() if path.is_file()}
    problems = check_pack(pack_copy)
    message = str(PackError(problems))
    assert problems
    for word in words:
        assert word in message, message
    for problem in problems:
        assert problem.message and str(pack_copy) not in str(problem), problem
    assert len(message) < 8_000, "too long to read"
    after = {path.name: path.read_bytes() for path in pack_copy.iterdir() if path.is_file()}
    assert after == before, "a check changes no file"


def test_all_slips_of_a_day_are_told_at_once(pack_copy):
    names = ["a date as a serial number", "TRUE for yes", "a thousands comma", "a duplicate id",
             "a leading zero lost", "a negative count"]  # fmt: skip
    for name in names:
        SLIPS[name][0](pack_copy)
    message = str(PackError(check_pack(pack_copy)))
    for name in names:
        for word in SLIPS[name][1]:
            assert word in message, message


@pytest.mark.parametrize("name", ["a deleted column", "a trailing comma in the description"])
def test_load_pack_and_the_command_line_say_the_same(pack_copy, name):
    slip, words = SLIPS[name]
    slip(pack_copy)
    with pytest.raises(PackError) as caught:
        load_pack(pack_copy)
    command = [sys.executable, "-m", "crossroads.publish.check_data", str(pack_copy)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1 and not done.stderr
    assert done.stdout.strip() == str(caught.value)
    assert all(word in done.stdout for word in words)


def test_a_learner_sees_the_message_and_no_traceback(pack_copy):
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    SLIPS["a misspelt actor"][0](pack_copy)
    shell = InteractiveShell()
    with capture_output() as shown:
        shell.run_cell(f"from crossroads import load_pack; load_pack({str(pack_copy)!r})")
    assert "did you mean 'kim-jong-un'?" in shown.stdout
    assert "Traceback" not in shown.stdout and "PackError" not in shown.stdout


def test_what_does_no_harm_is_read_without_a_word(pack_copy, pack):
    """Blanks around an id, columns in another order, empty rows and columns at the end."""
    path = pack_copy / "events.csv"
    rows = [[*cells[::-1], ""] for _, cells in read_rows(path)]
    place = rows[0].index("event_id")
    for row in rows[1:]:
        row[place] = f" {row[place]}\u00a0"
    write_rows(path, [*rows, [""] * len(rows[0])])
    # Some spreadsheets leave out empty cells at the end of a row.
    path = pack_copy / "sources.csv"
    rows = [cells for _, cells in read_rows(path)]
    assert any(row[-1] == "" for row in rows)
    write_rows(path, [row[: len(row) - (row[-1] == "")] for row in rows])
    again = load_pack(check(pack_copy))
    assert again.events.equals(pack.events) and again.sources.equals(pack.sources)


def test_a_pack_from_before_an_optional_column_opens_as_it_is(tmp_path):
    """As if ``codes.verdicts``, ``claim_charts.choice`` and ``speakers.actor_id`` came after it."""
    gone = {"codes": "verdicts", "claim_charts": "choice", "speakers": "actor_id"}
    folder = tmp_path / "old"
    new_pack(folder)
    speakers = [cells for _, cells in read_rows(folder / "speakers.csv")]

    def forget(whole, tables):
        for table, column in gone.items():
            schema = tables[table]["schema"]
            schema["fields"].remove(field(tables[table], column))
            keys = schema.get("foreignKeys", [])
            schema["foreignKeys"] = [key for key in keys if key["fields"] != column]

    set_description(forget)(folder)
    for table, column in gone.items():
        rows = [cells for _, cells in read_rows(folder / f"{table}.csv")]
        place = rows[0].index(column)
        write_rows(folder / f"{table}.csv", [row[:place] + row[place + 1 :] for row in rows])
    check(folder)
    hints = list(hints_on_columns(Tables(folder, completed(read_descriptor(folder)))))
    assert len(hints) == 3
    assert "codes.csv: the lessons also know verdicts, and its cells are taken" in hints[-1]
    old = load_pack(folder)
    assert set(old.codes["verdicts"]) == set(old.speakers["actor_id"]) == {""}
    # The name in row 1 is enough to fill it; then it is held against its description.
    write_rows(folder / "speakers.csv", speakers)
    filled = load_pack(folder).speakers["actor_id"]
    assert list(filled) == [row[speakers[0].index("actor_id")] for row in speakers[1:]]
    set_cell("speakers", 2, "actor_id", "nobody")(folder)
    assert "column actor_id: given 'nobody'" in str(PackError(check_pack(folder)))
