"""Read the CSV files of an article pack as text, forgiving what spreadsheets do to a CSV."""

import csv
import hashlib
import io
import json
from dataclasses import dataclass
from pathlib import Path

DESCRIPTOR = "datapackage.json"
MANIFEST = "manifest-sha256.txt"
# What a spreadsheet may write between two cells, the usual one first.
DELIMITERS = (",", ";", "\t")


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
        super().__init__("\n".join(lines + [f"- {problem}" for problem in self.problems]))

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
        for resource in descriptor["resources"]:
            if not resource["schema"]["fields"] or Path(resource["path"]).is_absolute():
                raise KeyError("fields")
    except FileNotFoundError:
        advice = "is missing; a pack is a folder of CSV files with this description of them"
        raise PackError([Problem(DESCRIPTOR, advice)]) from None
    except (ValueError, KeyError, TypeError) as error:
        advice = f"is no Data Package description: {error}; copy it again from a pack that works"
        raise PackError([Problem(DESCRIPTOR, advice)]) from None
    return descriptor


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
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except FileNotFoundError:
        advice = "is missing; put it back, or take its table out of " + DESCRIPTOR
        raise PackError([Problem(path.name, advice)]) from None
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        advice = (
            "is not in UTF-8, so letters would be lost; save it again from the spreadsheet "
            "as 'CSV UTF-8 (comma delimited)'"
        )
        raise PackError([Problem(path.name, advice, row=line)]) from None
    if "\0" in text:
        advice = "is not a text file; save it again from the spreadsheet as 'CSV UTF-8'"
        raise PackError([Problem(path.name, advice)])
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        advice = "is empty; its first row must hold the column names: " + ", ".join(field_names)
        raise PackError([Problem(path.name, advice)])
    first = text.lstrip("\n").split("\n", 1)[0]

    def columns_found(delimiter):
        return len(set(next(csv.reader([first], delimiter=delimiter))) & set(field_names))

    reader = csv.reader(io.StringIO(text), delimiter=max(DELIMITERS, key=columns_found))
    header, rows, line = None, [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if header is None:
                    header = [cell.strip() for cell in cells]
                else:
                    rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        advice = f"cannot be read as CSV ({error}); look for a quotation mark that is not closed"
        raise PackError([Problem(path.name, advice, row=line)]) from None
    return header, rows


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
