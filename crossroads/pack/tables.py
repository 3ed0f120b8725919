"""Read the CSV files of an article pack as text, forgiving what spreadsheets do to a CSV."""

import csv
import hashlib
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path

DESCRIPTOR = "datapackage.json"
MANIFEST = "manifest-sha256.txt"
# What a spreadsheet may write between two cells, the usual one first.
DELIMITERS = (",", ";", "\t")
# How many problems of one column a message lists before it only counts rows.
MOST = 12
# How the files begin that people rename to .csv, or save as text by mistake.
NO_CSV = {
    b"PK\x03\x04": "is a spreadsheet file (.xlsx or .ods) under another name",
    b"\xd0\xcf\x11\xe0": "is a spreadsheet file (.xls) under another name",
    b"\xff\xfe": "is saved as 'Unicode text' (UTF-16)",
    b"\xfe\xff": "is saved as 'Unicode text' (UTF-16)",
}
SAVE_AGAIN = "open it in the spreadsheet and save it as 'CSV UTF-8 (comma delimited)'"
# A cell may be longer than the csv module expects.
csv.field_size_limit(10_000_000)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a pack, with what a teacher needs to mend it.

    Attributes
    ----------
    file : str
        Name of the file in the pack.
    row : int or None
        Line number as a spreadsheet shows it (the header is row 1).
    column : str or None
        Name of the column.
    given : str or None
        The text that stands there.
    message : str
        What is wrong, what is allowed, and the likely fix.
    """

    file: str
    message: str
    row: int | None = None
    column: str | None = None
    given: str | None = None

    def __str__(self):
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        given = "" if self.given is None else f" given {shorten(self.given)!r};"
        return f"{', '.join(place)}:{given} {self.message}"


class PackError(ValueError):
    """A pack cannot be used; ``problems`` lists everything that is wrong with it."""

    def __init__(self, problems):
        self.problems = list(problems)
        count = len(self.problems)
        things = "1 thing needs" if count == 1 else f"{count} things need"
        lines = [f"{things} mending in the pack:"]
        columns = {}
        for problem in self.problems:
            columns.setdefault((problem.file, problem.column), []).append(problem)
        for (_, column), found in columns.items():
            # A column that was sorted or shifted alone is wrong in every row.
            shown = found if column is None or len(found) <= MOST else found[: MOST - 2]
            lines += [f"- {problem}" for problem in shown]
            if len(shown) < len(found):
                rows = ", ".join(str(problem.row) for problem in found[len(shown) :])
                lines.append(
                    f"- {found[0].file}, column {column}: something of the kind also in rows "
                    f"{shorten(rows, 200)}. Was this column sorted, moved or filled by itself?"
                )
        super().__init__("\n".join(lines))

    # JupyterLab would show a learner twenty lines of traceback before the
    # first useful word; IPython calls this instead.
    def _render_traceback_(self):
        return str(self).split("\n")


def shorten(text, length=80):
    """Cut a text for a message, at `length` characters."""
    return text if len(text) <= length else text[: length - 1] + "…"


def read_descriptor(folder):
    """Read ``datapackage.json`` of a pack.

    Parameters
    ----------
    folder : pathlib.Path
        The pack.

    Returns
    -------
    dict

    Raises
    ------
    PackError
        If the folder or the file is missing, or the file is no Data Package.
    """
    path = folder / DESCRIPTOR
    if not folder.is_dir():
        raise PackError([Problem(folder.name, "no such folder; give the folder of a pack")])
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        advice = "is missing; a pack is a folder of CSV files with this description of them"
        raise PackError([Problem(DESCRIPTOR, advice)]) from None
    except json.JSONDecodeError as error:
        advice = (
            f"cannot be read: {error.msg.lower()} (character {error.colno} of that row); look for "
            "a comma, a bracket or a quotation mark too many or too few there or in the row before"
        )
        raise PackError([Problem(DESCRIPTOR, advice, row=error.lineno)]) from None
    except (OSError, UnicodeDecodeError) as error:
        advice = f"cannot be read ({error}); copy it again from a pack that works"
        raise PackError([Problem(DESCRIPTOR, advice)]) from None
    if problem := _no_description(descriptor):
        advice = f"is no Data Package description: {problem}; copy it again from a pack that works"
        raise PackError([Problem(DESCRIPTOR, advice)])
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


def read_table(path, field_names):
    """Read one CSV file as text.

    A byte order mark, Windows line ends, and semicolons or tabs between the
    cells are what spreadsheets write; they are read without a word.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    field_names : list of str
        The columns that the description of the pack declares; they decide
        which delimiter the file uses.

    Returns
    -------
    header : list of str
    rows : list of (int, list of str)
        Line number in the file and cells; wholly empty lines are left out.

    Raises
    ------
    PackError
        If the file is missing, empty, or not in UTF-8.
    """
    text = _read_text(path)
    if not text.strip():
        advice = "is empty; its first row must hold the column names: " + ", ".join(field_names)
        raise PackError([Problem(path.name, advice)])
    first = text.lstrip("\n").split("\n", 1)[0]

    def columns_found(delimiter):
        return len(set(_cells(first, delimiter)) & set(field_names))

    delimiter = max(DELIMITERS, key=columns_found)
    # Read strictly: a quotation mark that is not closed would swallow the rows after it.
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    header, rows, line = None, [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if header is None:
                    header = [cell.strip() for cell in cells]
                else:
                    rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        advice = (
            "a quotation mark is not closed, or stands inside a cell without being doubled; "
            'a cell with commas or quotation marks reads "He said ""yes"", and left"'
        )
        raise PackError([Problem(path.name, advice, row=line)]) from None
    return header, rows


def _read_text(path):
    """Read a file as text with plain line ends."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise PackError([Problem(path.name, _missing(path))]) from None
    except OSError as error:
        advice = f"cannot be read ({error.strerror}); is it open in another program?"
        raise PackError([Problem(path.name, advice)]) from None
    for start, what in NO_CSV.items():
        if raw.startswith(start):
            raise PackError([Problem(path.name, f"{what}; {SAVE_AGAIN}")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        advice = (
            "is not in UTF-8 (perhaps in a Windows encoding), so letters would be lost; "
            f"{SAVE_AGAIN}"
        )
        raise PackError([Problem(path.name, advice, row=line)]) from None
    if "\0" in text:
        advice = f"holds bytes that are no text; {SAVE_AGAIN}"
        line = text[: text.index("\0")].count("\n") + 1
        raise PackError([Problem(path.name, advice, row=line)])
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Excel writes and reads a first line that names the separator.
    return re.sub(r"\A\s*\"?sep=[,;\t]\"?\n", "", text)


def _cells(line, delimiter):
    """Split a header; one with a broken quotation mark is reported later."""
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]


def _missing(path):
    """Say that a file is missing, and which one may be it."""
    beside = [one.name for one in path.parent.iterdir() if one != path]
    near = [one for one in beside if Path(one.lower()).stem.split(".")[0] == path.stem]
    if near:
        name = sorted(near)[0]
        how = "rename it" if name.lower() == path.name else f"save it as CSV UTF-8, {path.name}"
        return f"is missing; is it {name!r}? Then {how}"
    return "is missing; put it back, or take its table out of " + DESCRIPTOR


def digest(folder, descriptor):
    """Fingerprint every file of a pack that its checks depend on.

    Parameters
    ----------
    folder : pathlib.Path
        The pack.
    descriptor : dict
        Its description.

    Returns
    -------
    str
        One line for each file, ``sha256  name``, as ``sha256sum`` writes it.
    """
    names = [DESCRIPTOR] + sorted(resource["path"] for resource in descriptor["resources"])
    lines = []
    for name in names:
        path = folder / name
        content = path.read_bytes() if path.is_file() else b""
        lines.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    return "".join(lines)
