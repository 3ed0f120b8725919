"""Slips of a teacher with a spreadsheet: each gets a message that says where and how to mend it.

Every case is the course's own pack with one edit. Each must be found by
`check_pack`, and none may end in a traceback.
"""

import subprocess
import sys

import pytest

from crossroads import load_pack
from crossroads.pack.description import completed, hints_on_columns
from crossroads.pack.grammar import check_schema
from crossroads.pack.new_pack import new_pack
from crossroads.pack.problems import PackError
from crossroads.pack.tables import DESCRIPTOR, Tables, read_descriptor
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
from tests.referee import refused_cells


def merged(rows):
    """Leave three cells of a column blank, as merged cells do."""
    place = rows[0].index("kind")
    for row in rows[4:7]:
        row[place] = ""
    return rows


def as_text(change):
    return lambda raw: change(raw.decode("utf-8")).encode("utf-8")


def renamed(old, new):
    return lambda folder: (folder / old).rename(folder / new)


# A cell, what is typed into it, and what the message says of it besides its place. Rows as the
# spreadsheet counts them: the date in row 6 of the events is 2009-05-25.
CELLS = """
events 6 date | 25/05/2009 | '25/05/2009' ~ did you mean 2009-05-25?
events 6 date | 03/04/2009 | did you mean 2009-03-04 or 2009-04-03?
events 6 date | May 25, 2009 | did you mean 2009-05-25?
events 6 date | 39958 | number for a day ~ did you mean 2009-05-25? ~ Text
events 6 date | 25-May | only a part of a date ~ YYYY-MM-DD
events 6 end_date | 1900-01-00 | day zero of a spreadsheet ~ leave the cell empty
events 6 date | 2009-05-25 00:00:00 | did you mean 2009-05-25?
events 6 date | 2009-02-30 | '2009-02-30' ~ is not a date
events 6 actors | kim-jong-un,trump | separate them with a semicolon: 'kim-jong-un;trump'
events 6 paragraphs | 2,3 | did you mean '2;3'?
events 6 actors | kim-jung-un | did you mean 'kim-jong-un'?
article 2 focus_actor_id | Kim Jong Un | did you mean 'kim-jong-un'?
claims 3 evidence | events:hanoi2019 | did you mean 'hanoi-2019'?
article 2 first_claim | c99a |
claims 3 verdict | | must not be empty
claims 7 quote | went up in smoke. The fanfare | does not stand word for word ~ paragraph 1
claims 3 evidence | hanoi-2019 | such as events:hanoi-2019
passages 2 paragraphs | 77 | excerpts.csv, column paragraph
trade 2 usd_million | 2,413.7 | did you mean 2413.7?
un_ideal_points 2 ideal_point | -1,25 | did you mean -1.25?
paragraphs 2 words | -4 | '-4' ~ must be at least 0
positions 2 level | 3 | must be at most 2
events 6 landmark | TRUE | did you mean 'yes'? ~ Allowed: axis, no, yes
events 6 kind | Summit | did you mean 'summit'?
events 6 title | #REF! | the error of a spreadsheet formula; write the value itself
glossary 2 meaning | =B2&C2 | is a spreadsheet formula
passages 4 passage_id | 2.says | take a zero away? Did you mean '02.says'?
events 6 short_title | A label that nobody can ever read | has 33 characters, at most 28 are
glossary 2 source_id | Mem ory | did you mean 'memory'?
"""
# What only an opened pack can tell, when all that stands above is right.
OPENED = """
claim_charts 2 why | | given ''; say why no chart shows it
claims 5 evidence | | given ''; name a row of evidence
claims 4 quote | the | given 'the'; stands 5 times in paragraph 1
claim_charts 3 chart | metings | unknown chart 'metings'; did you mean
claim_charts 8 choice | who=xii | unknown option of 'who' 'xii'; did you mean
forecasts 20 outcome | borne_out | claim c23c is judged 'contradicted'; by codes.csv ~ 'supported'
forecasts 22 outcome | mixed | claim c24b is judged
forecasts 20 outcome | unresolvable | claim c23c is judged
tasks 3 draws | james-kim=speakers[kind=poet] | draws no other rows
tasks 3 draws | james-kim=speaker[kind=analyst] | unknown table 'speaker'
base_rates 2 conditions | knd=visit;actors=biegun | knd
base_rates 9 since | 2020-05-10 | leaves no whole period before the article's day; begin earlier
samples 2 text | On {events[hanoi-2019][date] |
samples 2 text | On {events[hanoi-2091][date]} | did you mean 'hanoi-2019'?
samples 2 text | {count[events][title>5]} | title holds texts, which > cannot compare; write =
samples 2 text | {count[paragraphs][words>many]} | 'words>many': 'many' is no date or number
samples 2 text | {measure[source][nope][x]} | unknown table 'nope' ~ Known: article
"""
# fmt: off
# What is done to a table or the description, and words that the message must have.
OTHER = {
    "a header with two names swapped": (
        set_rows("paragraphs", lambda rows: [[{"words": "speaker_id", "speaker_id": "words"}
                                              .get(name, name) for name in rows[0]], *rows[1:]]),
        "paragraphs.csv, row 2, column words ~ is not a whole number"),
    "a header in other words": (
        set_cell("events", 1, "end_date", "End date"),
        "events.csv, row 1, column end_date ~ is the column 'End date' meant? Rename it"),
    "an end before its beginning": (
        set_cell("events", 6, "end_date", "2009-05-24"),
        "events.csv, row 6, column end_date ~ is before date 2009-05-25 ~ swap them"),
    "a stance recoded without a reason": (
        set_cell("stances", 3, "position", "0"),
        "stances.csv, row 3, column settled ~ write in a sentence why"),
    "a deleted column": (
        set_rows("events", lambda rows: [row[:3] + row[4:] for row in rows]),
        "events.csv, row 1, column date_precision ~ is missing; the table needs: event_id"),
    "a deleted header": (
        set_rows("events", lambda rows: rows[1:]),
        "events.csv, row 1 ~ must hold the names of the columns; put back: event_id, date"),
    "a column too many": (
        set_rows("issues", lambda rows: [[*row, "x"] for row in rows]),
        "issues.csv, row 1, column x ~ no such column"),
    "typographic quotation marks": (
        set_cell("claims", 8, "quote", lambda old: old.replace("’", "'").replace(" ", "  ")),
        "claims.csv, row 8, column quote ~ with other quotation marks, dashes or blanks"),
    "a quotation that is no longer word for word": (
        set_cell("claims", 3, "quote", lambda old: old + " indeed"),
        "claims.csv, row 3, column quote ~ word for word ~ excerpts.csv for paragraph"),
    "a duplicate id": (
        set_cell("actors", 4, "actor_id", "trump"),
        "actors.csv ~ column actor_id ~ 'trump' ~ already used in row"),
    "merged cells that leave blanks": (
        set_rows("events", merged),
        "row 5, column kind ~ row 6, column kind ~ row 7, column kind ~ must not be empty"),
    "a chart that shows none of the rows": (
        set_cell("claim_charts", 9, "chart", "trade"),
        "row 9, column choice: given ''; this view shows none of the claim's rows"),
    "an id with a blank and capitals": (
        set_cell("glossary", 2, "source_id", "Memory "),
        "glossary.csv, row 2, column source_id ~ did you mean 'memory'?"),
    "a Windows encoding": (
        set_bytes("actors", lambda raw: raw + "x,Müller,,,,,\n".encode("cp1252")),
        "actors.csv, row ~ not in UTF-8 ~ Windows ~ CSV UTF-8 (comma delimited)"),
    "saved as Unicode text": (
        set_bytes("events", lambda raw: raw.decode("utf-8").replace(",", "\t").encode("utf-16")),
        "events.csv ~ 'Unicode text' (UTF-16) ~ CSV UTF-8"),
    "a workbook renamed to .csv": (
        set_bytes("events", lambda raw: b"PK\x03\x04\x14\x00" + raw[:100]),
        "events.csv ~ a spreadsheet file (.xlsx or .ods) under another name ~ CSV UTF-8"),
    "a workbook beside the pack": (
        renamed("events.csv", "events.xlsx"),
        "events.csv ~ is missing; is it 'events.xlsx'? ~ save it as CSV UTF-8, events.csv"),
    "another spelling of the file": (
        renamed("events.csv", "Events.csv"),
        "events.csv ~ is missing; is it 'Events.csv'? Then rename it"),
    "a deleted table": (
        lambda folder: (folder / "glossary.csv").unlink(),
        "glossary.csv ~ is missing; put it back, or take its table out of datapackage.json"),
    "an empty file": (
        set_bytes("events", lambda raw: b"\r\n"),
        "events.csv ~ is empty; its first row must hold the column names: event_id"),
    "a file with NUL bytes": (
        set_bytes("events", lambda raw: raw[:400] + b"\0\0\0" + raw[400:]),
        "events.csv, row ~ bytes that are no text"),
    "a quotation mark that is not closed": (
        set_bytes("issues", as_text(lambda text: text.replace(",", ',"', 5))),
        "issues.csv, row ~ a quotation mark is not closed"),
    "a comma too many": (
        set_bytes("issues", as_text(lambda text: text.rstrip("\n") + ",more\n")),
        "issues.csv, row 10 ~ has 4 cells where the header has 3"),
    "a lost comma": (
        set_bytes("actors", as_text(lambda text: text.replace(",person,", ",person ", 1))),
        "actors.csv, row 2 ~ has 8 cells where the header has 9 ~ column kind"),
    "a million rows": (
        set_bytes("glossary", lambda raw: raw + b"a,\n" * 1_000_000),
        "glossary.csv: has more than 50,000 rows; keep those that the article needs"),
    "a million long rows": (
        set_bytes("glossary", lambda raw: raw + b"a,,a row of another table\n" * 1_000_000),
        "glossary.csv: has 26 million bytes, at most 20 million are allowed"),
    "a hundred thousand columns": (
        set_bytes("glossary", lambda raw: raw.replace(b"\n", b",x" * 100_000 + b"\n", 1)),
        "glossary.csv, row 1: has 100,004 cells, at most 200 are allowed"),
    "a hundred thousand cells": (
        set_bytes("glossary", lambda raw: raw + b"x," * 100_000 + b"\n"),
        "glossary.csv, row ~ has 100,001 cells, at most 200 are allowed"),
    "a cell of eleven million letters": (
        set_cell("glossary", 2, "meaning", "x, " * 3_700_000),
        "glossary.csv, row 2, column meaning ~ has 11,100,000 characters ~ at most 32,767"),
    "a second article": (
        set_rows("article", lambda rows: [*rows, ["another", *rows[1][1:]]]),
        "article.csv ~ has 2 rows; it must have exactly one"),
    "no article": (
        set_rows("article", lambda rows: rows[:1]),
        "article.csv ~ has 0 rows; it must have exactly one"),
    "a trailing comma in the description": (
        set_text(lambda text: text.replace('"date"\n', '"date",\n', 1).replace("}", "},", 1)),
        "datapackage.json, row ~ cannot be read ~ a comma, a bracket"),
    "a foreign key removed from the description": (
        set_description(lambda whole, tables: tables["stances"]["schema"].pop("foreignKeys")),
        "datapackage.json ~ table stances: the foreign key from actor_id to actors is gone"),
    "a column removed from the description": (
        set_description(lambda whole, tables: tables["events"]["schema"]["fields"].pop(4)),
        "datapackage.json ~ table events: the column known_date is not described"),
    "a type changed in the description": (
        set_description(lambda whole, tables: field(tables["events"], "date").update(type="text")),
        "datapackage.json ~ table events, column date: type 'text' is not one of string"),
    "a rule removed that hides later rows": (
        set_description(lambda whole, tables: tables["events"].pop("asOf")),
        "datapackage.json ~ table events: its asOf is None"),
    "the article's table removed from the description": (
        set_description(lambda whole, tables: whole["resources"].remove(tables["article"])),
        "datapackage.json ~ describes no table article"),
    "a path out of the folder": (
        set_description(lambda whole, tables: tables["events"].update(path="../events.csv")),
        "datapackage.json ~ the path of events is no plain file name"),
    "a description that is only a list": (
        set_text(lambda text: "[]"), "datapackage.json ~ it has no list of resources"),
}
# fmt: on
SLIPS = {name: (change, words.split(" ~ ")) for name, (change, words) in OTHER.items()}


def rounds(lines):
    """Share slips out to copies of the pack so that no cell of a copy has two of them."""
    found = []
    for line in lines.strip().splitlines():
        place, typed, said = (part.strip() for part in line.split("|"))
        if all(place in one for one in found):
            found.append({})
        free = next(one for one in found if place not in one)
        table, row, column = place.split()
        free[place] = f"{place} {typed}"
        words = [f"{table}.csv, row {row}, column {column}", *said.split(" ~ ")]
        SLIPS[free[place]] = set_cell(table, int(row), column, typed), words
    return found


ROUNDS = [*rounds(CELLS), *rounds(OPENED)]


def slipped(folder, *names):
    """Make slips in a copy of the pack and check it: each problem, and the whole message.

    A check changes no file, names no folder of this machine, and is short enough to read; the
    referee refuses the same rows.
    """
    original = files(folder)
    for name in names:
        SLIPS[name][0](folder)
    before, problems = files(folder), check_pack(folder)
    message = str(PackError(problems))
    assert problems and all(problem.message for problem in problems)
    assert str(folder) not in message and len(message) < 8_000
    assert files(folder) == before
    # What a Table Schema can say; the other slips are for our own rules.
    if before[DESCRIPTOR] == original[DESCRIPTOR]:
        changed = {one[:-4] for one in before if original.get(one, before[one]) != before[one]}
        tables = Tables(folder, read_descriptor(folder))
        ours = {(one.file, one.row) for one in check_schema(tables)}
        assert {(file, row) for file, row, _ in refused_cells(folder, changed)} == ours
    return problems, message


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("name", OTHER)
def test_a_slip_gets_its_message_and_the_referee_refuses_the_same_rows(pack_copy, name):
    _, message = slipped(pack_copy, name)
    assert [word for word in SLIPS[name][1] if word not in message] == [], message


@pytest.mark.parametrize("number", range(len(ROUNDS)))
def test_a_slip_in_a_cell_gets_its_message_beside_all_others(pack_copy, number):
    """Many slips in one copy: each is told as if it were alone."""
    problems, _ = slipped(pack_copy, *ROUNDS[number].values())
    told = {f"{one.file[:-4]} {one.row} {one.column}": str(one) for one in problems}
    for place, name in ROUNDS[number].items():
        missing = [word for word in SLIPS[name][1] if word not in told.get(place, "")]
        assert not missing, (name, missing, told.get(place))


def test_all_slips_of_a_day_are_told_at_once_by_check_loader_and_command(pack_copy):
    names = [
        "events 6 date 39958",
        "events 6 landmark TRUE",
        "trade 2 usd_million 2,413.7",
        "a duplicate id",
        "a deleted column",
        "passages 4 passage_id 2.says",
        "paragraphs 2 words -4",
    ]
    for name in names:
        SLIPS[name][0](pack_copy)
    command = [sys.executable, "-m", "crossroads.publish.check_data", str(pack_copy)]
    with pytest.raises(PackError) as caught:
        load_pack(pack_copy)
    done = subprocess.run(command, capture_output=True, text=True)
    message = str(PackError(check_pack(pack_copy)))
    assert done.returncode == 1 and not done.stderr
    assert done.stdout.strip() == str(caught.value) == message
    assert [word for name in names for word in SLIPS[name][1] if word not in message] == []


def test_a_learner_sees_the_message_and_no_traceback_and_no_process_starts(pack_copy, monkeypatch):
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    def refuse(*_, **__):
        raise AssertionError("a kernel in a browser cannot start a process")

    SLIPS["events 6 actors kim-jung-un"][0](pack_copy)
    shell = InteractiveShell()
    monkeypatch.setattr(subprocess, "Popen", refuse)
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
