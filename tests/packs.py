"""Packs that a test makes out of the course's own: smaller ones, and other articles' ones."""

import csv
import functools
import json
import re

import pytest

from crossroads.learn.opening import load_pack
from crossroads.pack.pack import Pack
from crossroads.pack.tables import DESCRIPTOR, MANIFEST, digest, read_descriptor
from crossroads.publish import weave
from crossroads.publish.check_data import check_pack
from crossroads.publish.marked_values import MARK
from tests.conftest import PACKS, ROOT

REQUIRED = ("article", "excerpts", "actors", "sources")


@functools.cache
def shared_pack(name="course"):
    """Open a pack once for all tests of a worker; none may change it."""
    return load_pack(PACKS[name])


def rows_of(name):
    """Read a table of the course without any code of ours: its rows as texts."""
    with (ROOT / "data" / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def changed(pack, **tables):
    """Give the same pack with other tables in the place of some."""
    return Pack(pack.descriptor, {**pack._tables, **tables})


def without(pack, *names):
    tables = {name: rows for name, rows in pack._tables.items() if name not in names}
    return Pack(pack.descriptor, tables)


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def read_rows(path):
    """Read the rows of a CSV file, the header first."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def write_rows(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def set_cell(table, row, column, value):
    """Write into a cell, or change it; `row` is a key, or counts as a spreadsheet does."""

    def change(rows):
        place = rows[0].index(column)
        (cells,) = [one for number, one in enumerate(rows, 1) if row in (number, *one[:1])]
        cells[place] = value(cells[place]) if callable(value) else value
        return rows

    return set_rows(table, change)


def add_rows(table, *added):
    """Add rows at the end, as a teacher does: only the columns that are known."""

    def change(rows):
        assert all(set(row) <= set(rows[0]) for row in added)
        return [*rows, *([row.get(name, "") for name in rows[0]] for row in added)]

    return set_rows(table, change)


def set_rows(table, change):
    """Replace the rows of a table, the header among them."""

    def slip(folder):
        path = folder / f"{table}.csv"
        write_rows(path, change(read_rows(path)))

    return slip


def set_bytes(table, change):
    """Replace the bytes of a file."""

    def slip(folder):
        path = folder / f"{table}.csv"
        path.write_bytes(change(path.read_bytes()))

    return slip


def set_text(change):
    """Replace the text of the description."""

    def slip(folder):
        path = folder / DESCRIPTOR
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    return slip


def set_description(change):
    """Change the description as data."""

    def changed(text):
        descriptor = json.loads(text)
        tables = {one["name"]: one for one in descriptor["resources"]}
        change(descriptor, tables)
        return json.dumps(descriptor)

    return set_text(changed)


def field(resource, name):
    return next(one for one in resource["schema"]["fields"] if one["name"] == name)


def check(folder):
    """Check a pack as ``make check-data`` does, in this process; a good one then opens at once."""
    problems = check_pack(folder)
    assert problems == [], "\n".join(map(str, problems))
    return passed(folder)


def passed(folder):
    """Write down that a pack passed its check, as ``make check-data`` does."""
    (folder / MANIFEST).write_text(digest(folder, read_descriptor(folder)))
    return folder


def smaller_pack(folder, keep):
    """Copy only some tables of the course's pack, and of their rows those that still hold.

    Parameters
    ----------
    folder : pathlib.Path
        Made here.
    keep : collection of str
        Names of tables.

    Returns
    -------
    pathlib.Path
        The folder, a pack that passes its check.
    """
    folder.mkdir()
    whole = read_descriptor(ROOT / "data")
    kept = [one for one in whole["resources"] if one["name"] in keep]
    descriptor = {**whole, "name": folder.name, "resources": kept}
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor), encoding="utf-8")
    for resource in kept:
        rows = read_rows(ROOT / "data" / resource["path"])
        for field in resource["schema"]["fields"]:
            if field.get("references") == "*":
                place = rows[0].index(field["name"])
                for cells in rows[1:]:
                    named = cells[place].split(";")
                    cells[place] = ";".join(one for one in named if one.split(":")[0] in keep)
        write_rows(folder / resource["path"], rows)
    # Texts and questions that speak of a table that is gone go, too.
    return without_wrong_rows(folder)


def without_wrong_rows(folder):
    """Delete rows in which the check finds something, until it finds nothing."""
    while problems := check_pack(folder):
        assert all(problem.row for problem in problems), problems[0]
        for file in {problem.file for problem in problems}:
            gone = {problem.row for problem in problems if problem.file == file}
            rows = enumerate(read_rows(folder / file), 1)
            write_rows(folder / file, [cells for row, cells in rows if row not in gone])
    return passed(folder)


def woven_lesson(number, folder):
    """Weave one lesson of a pack, without all the others."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        path = weave.course_lessons()[number]
        monkeypatch.setattr(weave, "course_lessons", lambda: [path])
        return weave.weave_lessons(folder)[0]


def paragraphs():
    """What the course's lessons say of the article, by lesson and name, such as ``02.context``.

    Without the marks, and with the sentences of a paragraph in one line.
    """
    said = {}
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if weave.OF_THE_ARTICLE in cell["metadata"].get("tags", []):
                source = MARK.sub("", "".join(cell["source"]))
                name = f"{path.stem[:2]}.{cell['metadata']['name']}"
                said[name] = re.sub(r"\n(?!\n|- ) *", " ", source)
    return said
