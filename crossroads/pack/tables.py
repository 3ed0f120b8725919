"""Read the CSV files of an article pack as text, forgiving what spreadsheets do to a CSV."""

import csv
import difflib
import hashlib
import io
import json
import re
from pathlib import Path

from crossroads.pack.problems import PackError, Problem, refused

DESCRIPTOR = "datapackage.json"
MANIFEST = "manifest-sha256.txt"
# Messages of a pack's own, in place of those of `words/`.
WORDS = "words.ftl"
# What a spreadsheet may write between two cells, the usual one first.
DELIMITERS = (",", ";", "\t")
# How the files begin that people rename to .csv, or save as text by mistake.
NO_CSV = {
    b"PK\x03\x04": "is a spreadsheet file (.xlsx or .ods) under another name",
    b"\xd0\xcf\x11\xe0": "is a spreadsheet file (.xls) under another name",
    b"\xff\xfe": "is saved as 'Unicode text' (UTF-16)",
    b"\xfe\xff": "is saved as 'Unicode text' (UTF-16)",
}
SAVE_AGAIN = "open it in the spreadsheet and save it as 'CSV UTF-8 (comma delimited)'"
SAVE_TEXT = "open it in the editor and save it as UTF-8"
# A row, or a text of a lesson, that only says what it is for is not there until it is written.
STUB = "TO WRITE:"
# More than any lesson can show; a spreadsheet's cell holds no more characters.
MOST_BYTES, MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS = 20_000_000, 50_000, 200, 32_767
# A cell may be longer than the csv module expects; `_check_size` says where.
csv.field_size_limit(MOST_BYTES)
# Goes up when a check becomes stricter: packs that passed an older one are checked again.
EDITION = 4


def read_descriptor(folder):
    """Read ``datapackage.json`` of a pack; a `PackError` says what keeps it from being used."""
    path = folder / DESCRIPTOR
    if not folder.is_dir():
        raise refused(folder.name, "no such folder; give the folder of a pack")
    again = "copy it again from a pack that works"
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        advice = "is missing; a pack is a folder of CSV files with this description of them"
        raise refused(DESCRIPTOR, advice) from None
    except json.JSONDecodeError as error:
        advice = (
            f"cannot be read: {error.msg.lower()} (character {error.colno} of that row); look for "
            "a comma, a bracket or a quotation mark too many or too few there or in the row before"
        )
        raise refused(DESCRIPTOR, advice, error.lineno) from None
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        raise refused(DESCRIPTOR, f"cannot be read ({error}); {again}") from None
    if problem := _no_description(descriptor):
        raise refused(DESCRIPTOR, f"is no Data Package description: {problem}; {again}")
    if (folder / WORDS).is_file():
        if "words" in descriptor:
            advice = f"the pack has words in {DESCRIPTOR}, too; keep all in one of them"
            raise refused(WORDS, advice)
        descriptor |= {"words": read_text(folder / WORDS, SAVE_TEXT), "wordsFile": WORDS}
    return descriptor


def _no_description(descriptor):
    """Say what keeps a description from being used at all; None if nothing does."""
    if not isinstance(descriptor, dict) or not isinstance(descriptor.get("resources"), list):
        return "it has no list of resources"
    paths = []
    for number, resource in enumerate(descriptor["resources"], 1):
        name = resource.get("name") if isinstance(resource, dict) else None
        if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            return f"resource {number} has no name of small letters, digits and underscores"
        path, schema = resource.get("path"), resource.get("schema")
        if not isinstance(path, str) or not re.fullmatch(r"[\w. -]+", path):
            return f"the path of {name} is no plain file name"
        fields = schema.get("fields") if isinstance(schema, dict) else None
        if not isinstance(fields, list) or not fields:
            return f"the table {name} has no fields"
        if not all(isinstance(one, dict) and isinstance(one.get("name"), str) for one in fields):
            return f"a field of the table {name} has no name"
        paths += [name, path.lower()]
    return "a table is described twice" if len(paths) > len(set(paths)) else None


def key_of(resource):
    """List the columns of the primary key of a table, as it is described."""
    key = resource["schema"]["primaryKey"]
    return [key] if isinstance(key, str) else key


def read_table(path, field_names):
    """Read a CSV file as text: its header, and each row with its number in a spreadsheet."""
    # A byte order mark, Windows line ends, semicolons or tabs between the cells are what
    # spreadsheets write; they are read without a word. Empty rows are left out.
    # Excel writes and reads a first line that names the separator.
    text = re.sub(r"\A\s*\"?sep=[,;\t]\"?\n", "", read_text(path))
    if not text.strip():
        advice = "is empty; its first row must hold the column names: " + ", ".join(field_names)
        raise refused(path.name, advice)
    first = text.lstrip("\n").split("\n", 1)[0]

    def columns_found(delimiter):
        # A header with a broken quotation mark is reported below.
        cells = next(csv.reader([first], delimiter=delimiter), [])
        return len({cell.strip() for cell in cells} & {*field_names})

    delimiter = max(DELIMITERS, key=columns_found)
    # Read strictly: a quotation mark that is not closed would swallow the rows after it.
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    header, rows, number = None, [], 0
    try:
        for number, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                if header is None:
                    header = [cell.strip() for cell in cells]
                else:
                    rows.append((number, cells))
                _check_size(path.name, header, number, cells)
    except csv.Error:
        advice = (
            "a quotation mark is not closed, or stands inside a cell without being doubled; "
            'a cell with commas or quotation marks reads "He said ""yes"", and left"'
        )
        raise refused(path.name, advice, number + 1) from None
    return header, rows


def _check_size(file, header, number, cells):
    """Refuse a table that no lesson could show; it was probably saved in place of another."""
    if number > MOST_ROWS:
        raise refused(file, f"has more than {MOST_ROWS:,} rows; keep those that the article needs")
    if len(cells) > MOST_COLUMNS:
        raise refused(file, f"has {len(cells):,} cells, at most {MOST_COLUMNS} are allowed", number)
    for name, cell in zip([*header, *[None] * len(cells)], cells, strict=False):
        if len(cell) > MOST_CHARACTERS:
            advice = (
                f"has {len(cell):,} characters, a cell of a spreadsheet at most "
                f"{MOST_CHARACTERS:,}; is a quotation mark missing at its end?"
            )
            raise refused(file, advice, number, name, cell)


def _row_at(text, again):
    """Count the row, as a spreadsheet or an editor does, in which a text breaks off."""
    lines = io.StringIO(_plain_ends(text) + "x")
    return sum(1 for _ in (csv.reader(lines) if again == SAVE_AGAIN else lines))


def _plain_ends(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_text(path, again=SAVE_AGAIN):
    """Read a file as text with plain line ends; a `PackError` says how to save it `again`."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MOST_BYTES else b""
    except FileNotFoundError:
        raise refused(path.name, _missing(path)) from None
    except OSError as error:
        advice = f"cannot be read ({error.strerror}); is it open in another program?"
        raise refused(path.name, advice) from None
    if size > MOST_BYTES:
        advice = (
            f"has {size / 1e6:,.0f} million bytes, at most {MOST_BYTES / 1e6:.0f} million are "
            "allowed; keep the rows that the article needs"
        )
        raise refused(path.name, advice)
    for start, what in NO_CSV.items():
        if raw.startswith(start):
            raise refused(path.name, f"{what}; {again}")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        advice = (
            f"is not in UTF-8 (perhaps in a Windows encoding), so letters would be lost; {again}"
        )
        row = _row_at(raw[: error.start].decode("utf-8", "replace"), again)
        raise refused(path.name, advice, row) from None
    if "\0" in text:
        row = _row_at(text[: text.index("\0")], again)
        raise refused(path.name, f"holds bytes that are no text; {again}", row)
    return _plain_ends(text)


def _missing(path):
    """Say that a file is missing, and which one may be it."""
    beside = [one.name for one in path.parent.iterdir() if one != path]
    near = [one for one in beside if Path(one.lower()).stem.split(".")[0] == path.stem]
    if near:
        name = sorted(near)[0]
        how = "rename it" if name.lower() == path.name else f"save it as CSV UTF-8, {path.name}"
        return f"is missing; is it {name!r}? Then {how}"
    return "is missing; put it back, or take its table out of " + DESCRIPTOR


class Table:
    """One table as text: its `rows` by their number in a spreadsheet, in the declared columns.

    `missing` lists the declared columns that the file does not have (their cells are empty),
    `short` counts the cells of rows that have fewer than the header, and `stubs` are the keys of
    rows that are still to write and count for nothing.
    """

    def __init__(self, folder, resource):
        self.name, self.file, self.resource = resource["name"], resource["path"], resource
        self.schema, self.fields = resource["schema"], resource["schema"]["fields"]
        self.names = [field["name"] for field in self.fields]
        self.key = key_of(resource)
        self.header, rows = read_table(folder / self.file, self.names)
        begun = {row: cells[0] for row, cells in rows if any(one.startswith(STUB) for one in cells)}
        self.stubs = {*begun.values()}
        self.missing = [name for name in self.names if name not in self.header]
        if self.missing == self.names:
            given = ", ".join(self.header)
            advice = f"must hold the names of the columns; put back: {', '.join(self.names)}"
            raise refused(self.file, advice, 1, None, given)
        self.problems = [
            Problem(self.file, advice, row=1, column=name) for name, advice in self._header_advice()
        ]
        texts, self.short = {}, {}
        for number, cells in rows:
            if number in begun:
                continue
            if any(cell.strip() for cell in cells[len(self.header) :]):
                self.problems.append(Problem(self.file, self.cells_advice(len(cells)), number))
            elif len(cells) < len(self.header):
                # Some spreadsheets leave out empty cells at the end of a row.
                self.short[number] = len(cells)
            by_name = dict(zip(self.header, (cell.strip() for cell in cells), strict=False))
            texts[number] = [by_name.get(name, "") for name in self.names]
        # Rows that are still the example with which `new_pack` begins a table.
        example = [field.get("example", "") for field in self.fields]
        self.examples = [number for number, cells in texts.items() if cells == example]
        # Loaded here: who only looks for a pack, or for saved answers, need not wait for it.
        import pandas as pd

        self.rows = pd.DataFrame(texts.values(), [*texts], self.names, object)

    def cells_advice(self, count):
        return (
            f"has {count} cells where the header has {len(self.header)}; look for a comma or a "
            "quotation mark too many or too few"
        )

    def _header_advice(self):
        unknown = [name for name in self.header if name and name not in self.names]
        for name in self.missing:
            if "added" in self.field(name):
                continue
            close = difflib.get_close_matches(name, unknown, 1, 0.5)
            if close:
                unknown.remove(close[0])
                yield name, f"this column is missing; is the column {close[0]!r} meant? Rename it"
            else:
                yield name, f"this column is missing; the table needs: {', '.join(self.names)}"
        for name in unknown:
            close = difflib.get_close_matches(name, self.names, 1)
            hint = f"did you mean {close[0]!r}? " if close else ""
            yield name, f"no such column; {hint}The table has: {', '.join(self.names)}"
        for name in sorted({name for name in self.header if self.header.count(name) > 1} - {""}):
            yield name, "this column stands there twice; delete one"

    def forget_example(self):
        """Take the example out as if it were still to write; a vocabulary has none."""
        if not self.resource.get("vocabulary") and self.examples:
            self.rows = self.rows.drop(self.examples)
            self.stubs.add(self.fields[0].get("example", ""))

    def field(self, name):
        """Give the description of a column."""
        return self.fields[self.names.index(name)]

    def column(self, name):
        """Give ``(row, text)`` for each row of one column."""
        return self.rows[name].items()

    def dicts(self):
        """Give ``(row, cells by column)`` for each row."""
        return self.rows.to_dict("index").items()


class Tables(dict):
    """The tables of a pack by name, without those that cannot be read: see `problems`."""

    def __init__(self, folder, descriptor):
        super().__init__()
        self.descriptor, self.problems = descriptor, []
        self.described = [resource["name"] for resource in descriptor["resources"]]
        for resource in descriptor["resources"]:
            try:
                self[resource["name"]] = Table(folder, resource)
                self.problems += self[resource["name"]].problems
            except PackError as error:
                self.problems += error.problems
        # The invented example of a new pack counts for nothing once the article is its author's.
        if "article" in self and not self["article"].examples:
            for table in self.values():
                table.forget_example()

    def drop(self, faulty):
        """Take rows out, each named by file and row, and what was wrong with them."""
        for table in self.values():
            gone = [row for file, row in faulty if file == table.file]
            table.rows = table.rows.drop(gone, errors="ignore")
        self.problems = [one for one in self.problems if (one.file, one.row) not in faulty]

    def has(self, name, column):
        """Tell whether a table could be read and has a column."""
        return name in self and column in self[name].names and column not in self[name].missing

    def columns(self, key="name"):
        """Give ``(table, field)`` for each column that is there and whose description has a key."""
        return [
            (table, field)
            for table in self.values()
            for field in table.fields
            if key in field and field["name"] not in table.missing
        ]

    def cells(self, key="name"):
        """Give ``(table, field, row, text)`` for each cell of `columns`."""
        return [
            (table, field, row, text)
            for table, field in self.columns(key)
            for row, text in table.column(field["name"])
        ]


def digest(folder, descriptor):
    """Fingerprint every file of a pack that its checks depend on, a line for each."""
    names = [DESCRIPTOR] + sorted(resource["path"] for resource in descriptor["resources"])
    names += [WORDS] if (folder / WORDS).is_file() else []
    lines = [f"# edition {EDITION} of the checks\n"]
    for name in names:
        path = folder / name
        content = path.read_bytes() if path.is_file() else b""
        lines.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    return "".join(lines)
