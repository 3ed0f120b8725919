"""Slips of a teacher with a spreadsheet: each gets a message that says where and how to mend it.

Every case is the course's own pack with one edit. Each must be found by
`check_pack`, and none may end in a traceback.
"""

import csv
import subprocess
from collections import defaultdict

import pytest

from crossroads import load_pack
from crossroads.pack.description import completed, hints_on_columns
from crossroads.pack.grammar import check_schema
from crossroads.pack.new_pack import new_pack
from crossroads.pack.problems import PackError
from crossroads.pack.tables import DESCRIPTOR, Tables, read_descriptor
from crossroads.publish.check_data import check_pack
from tests.conftest import ROOT, python
from tests.packs import (
    bytes_of,
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
from tests.referee import refused_cells


def merged(rows):
    """Leave three cells of a column blank, as merged cells do."""
    place = rows[0].index("state")
    for row in rows[4:7]:
        row[place] = ""
    return rows


def as_text(change):
    return lambda raw: change(raw.decode("utf-8")).encode("utf-8")


def renamed(old, new):
    return lambda folder: (folder / old).rename(folder / new)


# Slips in cells: what is typed into which, and what the message says of it besides its place;
# "said_of" is its column where that is another one, "opened" what only an opened pack can tell.
# Rows as the spreadsheet counts them.
with (ROOT / "tests" / "slips.csv").open(encoding="utf-8", newline="") as file:
    CELLS = list(csv.DictReader(file))
WINDOWS = set_bytes("actors", lambda raw: raw + "x,Müller,,,,,\n".encode("cp1252"))
NULS = set_bytes("events", lambda raw: raw[:400] + b"\0\0\0" + raw[400:])
# fmt: off
# What is done to a table, and what its message says. Tables are taken by turns, so that many
# slips stand in one copy of the pack.
TABLES = [
    (set_rows("paragraphs", lambda rows: [["paragraph", "words", "speaker_id", "words_quoted"],
                                          *rows[1:]]),
     "paragraphs.csv, row 2, column words ~ is not a whole number"),
    (set_cell("un_resolutions", 1, "date_basis", "Date basis"),
     "un_resolutions.csv, row 1, column date_basis ~ is the column 'Date basis' meant? Rename it"),
    (set_rows("events", lambda rows: [row[:3] + row[4:] for row in rows]),
     "events.csv, row 1, column date_precision ~ is missing; the table needs: event_id"),
    (set_rows("hedges", lambda rows: rows[1:]),
     "hedges.csv, row 1 ~ must hold the names of the columns; put back: word, kind, why"),
    (set_rows("issues", lambda rows: [[*row, "x"] for row in rows]),
     "issues.csv, row 1, column x ~ no such column"),
    (set_cell("claims", 11, "quote", lambda old: old.replace("’", "'").replace(" ", "  ")),
     "claims.csv, row 11, column quote ~ with other quotation marks, dashes or blanks"),
    (set_rows("threads", merged),
     "threads.csv, row 5, column state ~ row 6, column state ~ row 7, column ~ must not be empty"),
    (WINDOWS, "actors.csv, row ~ not in UTF-8 ~ Windows ~ CSV UTF-8 (comma delimited)"),
    (set_bytes("trade", lambda raw: raw.decode("utf-8").replace(",", "\t").encode("utf-16")),
     "trade.csv ~ 'Unicode text' (UTF-16) ~ CSV UTF-8"),
    (set_bytes("spans", lambda raw: b"PK\x03\x04\x14\x00" + raw[:100]),
     "spans.csv ~ a spreadsheet file (.xlsx or .ods) under another name ~ CSV UTF-8"),
    (renamed("speakers.csv", "speakers.xlsx"),
     "speakers.csv ~ is missing; is it 'speakers.xlsx'? ~ save it as CSV UTF-8, speakers.csv"),
    (renamed("samples.csv", "Samples.csv"),
     "samples.csv ~ is missing; is it 'Samples.csv'? Then rename it"),
    (lambda folder: (folder / "glossary.csv").unlink(),
     "glossary.csv ~ is missing; put it back, or take its table out of datapackage.json"),
    (set_bytes("rubrics", lambda raw: b"\r\n"),
     "rubrics.csv ~ is empty; its first row must hold the column names: lesson, criterion"),
    (NULS, "events.csv, row ~ bytes that are no text"),
    (set_bytes("tagging", as_text(lambda text: text.replace(",", ',"', 5))),
     "tagging.csv, row ~ a quotation mark is not closed"),
    (set_bytes("issues", as_text(lambda text: text.rstrip("\n") + ",more\n")),
     "issues.csv, row 10 ~ has 4 cells where the header has 3"),
    (set_bytes("actors", as_text(lambda text: text.replace(",person,", ",person ", 1))),
     "actors.csv, row 2 ~ has 8 cells where the header has 9 ~ column kind"),
    (set_bytes("passages", lambda raw: raw + b"a,\n" * 1_000_000),
     "passages.csv: has more than 50,000 rows; keep those that the article needs"),
    (set_bytes("shelf", lambda raw: raw + b"a,,a row of another table\n" * 1_000_000),
     "shelf.csv: has 26 million bytes, at most 20 million are allowed"),
    (set_bytes("marks", lambda raw: raw.replace(b"\n", b",x" * 100_000 + b"\n", 1)),
     "marks.csv, row 1: has 100,004 cells, at most 200 are allowed"),
    (set_bytes("known_differences", lambda raw: raw + b"x," * 100_000 + b"\n"),
     "known_differences.csv, row ~ has 100,001 cells, at most 200 are allowed"),
    (set_cell("base_rates", 2, "note", "x, " * 3_700_000),
     "base_rates.csv, row 2, column note ~ has 11,100,000 characters ~ at most 32,767"),
    (set_rows("article", lambda rows: [*rows, ["another", *rows[1][1:]]]),
     "article.csv ~ has 2 rows; it must have exactly one"),
    (set_rows("article", lambda rows: rows[:1]),
     "article.csv ~ has 0 rows; it must have exactly one"),
]
# What is done to the description, which is looked at before any table.
DESCRIPTIONS = [
    (set_text(lambda text: text.replace('"date"\n', '"date",\n', 1).replace("}", "},", 1)),
     "datapackage.json, row ~ cannot be read ~ a comma, a bracket"),
    (set_description(lambda whole, tables: tables["stances"]["schema"].pop("foreignKeys")),
     "datapackage.json ~ table stances: the foreign key from actor_id to actors is gone"),
    (set_description(lambda whole, tables: tables["events"]["schema"]["fields"].pop(4)),
     "datapackage.json ~ table events: the column known_date is not described"),
    (set_description(lambda whole, tables: tables["events"]["schema"]["fields"].pop(2)),
     "datapackage.json ~ table events: the column end_date is not described"),
    (set_description(lambda whole, tables: field(tables["events"], "date").update(type="text")),
     "datapackage.json ~ table events, column date: type 'text' is not one of string"),
    (set_description(lambda whole, tables: tables["events"].pop("asOf")),
     "datapackage.json ~ table events: its asOf is None"),
    (set_description(lambda whole, tables: whole["resources"].remove(tables["article"])),
     "datapackage.json ~ describes no table article"),
    (set_description(lambda whole, tables: tables["events"].update(path="../events.csv")),
     "datapackage.json ~ the path of events is no plain file name"),
    (set_description(lambda whole, tables: whole.pop("name")),
     'datapackage.json ~ name is missing; write a short one for the pack, such as "name":'),
    (set_text(lambda text: "[]"), "datapackage.json ~ it has no list of resources"),
]
# fmt: on


def typed(told_by):
    """Give each slip in a cell: its place, what is done, and words of its message."""
    for one in (one for one in CELLS if one["told_by"] == told_by):
        table, row, told = one["table"], one["row"], one["said_of"] or one["column"]
        words = [f"{table}.csv, row {row}, column {told}", *one["said"].split(" ~ ")]
        slip = set_cell(table, int(row), one["column"], one["typed"])
        yield f"{table}.csv {row} {told}", slip, words


def done(slips):
    """Give each slip in a file: the file, what is done, and words of its message."""
    for change, said in slips:
        words = said.split(" ~ ")
        yield words[0].split(",")[0].split(":")[0], change, words


def rounds(slips):
    """Share slips out to copies of the pack so that no place of a copy has two of them."""
    found = []
    for place, *slip in slips:
        if all(place in one for one in found):
            found.append({})
        next(one for one in found if place not in one)[place] = slip
    return found


ROUNDS = [*rounds(typed("cells")), *rounds(typed("opened")), *rounds(done(TABLES))]
ROUNDS += rounds(done(DESCRIPTIONS))


@pytest.mark.parametrize("number", range(len(ROUNDS)))
def test_a_slip_gets_its_message_beside_others_and_the_referee_refuses_the_same_rows(
    pack_copy, number
):
    """Many slips in one copy: each is told as if it were alone.

    A check changes no file, names no folder of this machine, and is short enough to read.
    """
    original = bytes_of(pack_copy)
    for change, _ in ROUNDS[number].values():
        change(pack_copy)
    before, problems = bytes_of(pack_copy), check_pack(pack_copy)
    message = str(PackError(problems))
    assert problems and all(problem.message for problem in problems)
    assert str(pack_copy) not in message and len(message) < 8_000
    assert bytes_of(pack_copy) == before
    told = defaultdict(str)
    for one in problems:
        for place in (one.file, f"{one.file} {one.row} {one.column}"):
            told[place] += f"{one}\n"
    for place, (_, words) in ROUNDS[number].items():
        assert [word for word in words if word not in told[place]] == [], (place, told[place])
    # What a Table Schema can say; the other slips are for our own rules.
    if before[DESCRIPTOR] == original[DESCRIPTOR]:
        changed = {one[:-4] for one in before if original.get(one, before[one]) != before[one]}
        tables = Tables(pack_copy, read_descriptor(pack_copy))
        ours = {(one.file, one.row) for one in check_schema(tables)}
        assert {(file, row) for file, row, _ in refused_cells(pack_copy, changed)} == ours


def test_all_slips_of_a_day_are_told_at_once_by_check_loader_and_command(pack_copy):
    for change, _ in ROUNDS[0].values():
        change(pack_copy)
    with pytest.raises(PackError) as caught:
        load_pack(pack_copy)
    done = python("-m", "crossroads.publish.check_data", pack_copy)
    message = str(PackError(check_pack(pack_copy)))
    assert done.returncode == 1 and not done.stderr
    assert done.stdout.strip() == str(caught.value) == message
    every = [word for _, words in ROUNDS[0].values() for word in words]
    assert len(every) > 20 and [word for word in every if word not in message] == []


def test_a_learner_sees_the_message_and_no_traceback_and_no_process_starts(pack_copy, monkeypatch):
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    def refuse(*_, **__):
        raise AssertionError("a kernel in a browser cannot start a process")

    set_cell("events", 6, "actors", "kim-jung-un")(pack_copy)
    shell = InteractiveShell()
    monkeypatch.setattr(subprocess, "Popen", refuse)
    with capture_output() as shown:
        shell.run_cell(f"from crossroads import load_pack; load_pack({str(pack_copy)!r})")
    assert "did you mean 'kim-jong-un'?" in shown.stdout
    assert "Traceback" not in shown.stdout and "PackError" not in shown.stdout


def test_what_does_no_harm_is_read_without_a_word(pack_copy, pack):
    """Blanks around an id, columns in another order, empty rows and columns at the end."""
    path = pack_copy / "events.csv"
    rows = [[*cells[::-1], ""] for cells in read_rows(path)]
    place = rows[0].index("event_id")
    for row in rows[1:]:
        row[place] = f" {row[place]}\u00a0"
    write_rows(path, [*rows, [""] * len(rows[0])])
    # Some spreadsheets leave out empty cells at the end of a row.
    shorter = set_rows("sources", lambda rows: [row[: len(row) - (row[-1] == "")] for row in rows])
    shorter(pack_copy)
    assert len({*map(len, read_rows(pack_copy / "sources.csv"))}) == 2
    again = load_pack(check(pack_copy))
    assert again.events.equals(pack.events) and again.sources.equals(pack.sources)


def test_a_pack_from_before_an_optional_column_opens_as_it_is(tmp_path):
    """As if ``codes.verdicts``, ``claim_charts.choice`` and ``speakers.actor_id`` came after it."""
    gone = {"codes": "verdicts", "claim_charts": "choice", "speakers": "actor_id"}
    folder = tmp_path / "old"
    new_pack(folder)
    speakers = read_rows(folder / "speakers.csv")

    def forget(whole, tables):
        for table, column in gone.items():
            schema = tables[table]["schema"]
            schema["fields"].remove(field(tables[table], column))
            keys = schema.get("foreignKeys", [])
            schema["foreignKeys"] = [key for key in keys if key["fields"] != column]

    set_description(forget)(folder)
    for table, column in gone.items():
        place = read_rows(folder / f"{table}.csv")[0].index(column)
        set_rows(table, lambda rows, at=place: [row[:at] + row[at + 1 :] for row in rows])(folder)
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
