"""Open an article pack: a folder of CSV tables that ``datapackage.json`` describes."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from crossroads.learn.answers import PACK_VARIABLE
from crossroads.pack.tables import (
    DESCRIPTOR,
    MANIFEST,
    PackError,
    Problem,
    digest,
    read_descriptor,
    read_table,
)
from crossroads.words.dates import last_day_named
from crossroads.words.plain import unknown

_opened = []  # the pack that was opened last in this kernel


class Pack:
    """The tables of one article and its record.

    Every table is an attribute: ``pack.events`` is a `pandas.DataFrame` with
    one row per row of ``events.csv``, in the file's order. Columns of dates
    are ``datetime64`` (no time zone: local days), whole numbers ``Int64``,
    other numbers ``float64``, everything else text, empty cells ``""``. A
    table that the lessons know and the folder does not have is there, too,
    with its columns and no row.

    Parameters
    ----------
    descriptor : dict
        The description of the pack.
    tables : dict of str to pandas.DataFrame
    """

    def __init__(self, descriptor, tables):
        self.descriptor = descriptor
        self._tables = tables

    def __getattr__(self, name):
        tables = self.__dict__.get("_tables", {})
        if name.startswith("_") or name not in tables:
            raise AttributeError(f"this pack has no table {name!r}; it has: {', '.join(tables)}")
        return tables[name]

    def __dir__(self):
        return [*super().__dir__(), *self._tables]

    def __repr__(self):
        filled = {name: len(table) for name, table in self._tables.items() if len(table)}
        rows = ", ".join(f"{name} {count}" for name, count in filled.items())
        return f"Pack {self.descriptor.get('name', '')!r}: {rows} rows"

    def has(self, *names):
        """Tell whether the pack has all these tables, each with at least one row.

        Parameters
        ----------
        *names : str

        Returns
        -------
        bool
        """
        return all(len(self._tables.get(name, ())) > 0 for name in names)

    def table(self, name):
        """Give one table; where its name is unknown, the `KeyError` names the closest."""
        if name not in self._tables:
            raise KeyError(unknown("table", name, self._tables))
        return self._tables[name]

    def resource(self, name):
        """Give the description of one table.

        Parameters
        ----------
        name : str

        Returns
        -------
        dict
            A Data Package resource.

        Raises
        ------
        KeyError
            If the pack does not describe such a table.
        """
        for resource in self.descriptor["resources"]:
            if resource["name"] == name:
                return resource
        raise KeyError(f"this pack describes no table {name!r}")

    def allowed(self, table, column):
        """Give the values that a column may have, in the order of its description.

        Parameters
        ----------
        table, column : str

        Returns
        -------
        list of str
            Empty where any text is allowed.

        Raises
        ------
        KeyError
            If the pack does not describe such a table or column.
        """
        for field in self.resource(table)["schema"]["fields"]:
            if field["name"] == column:
                return field.get("constraints", {}).get("enum", [])
        raise KeyError(f"table {table!r} has no column {column!r}")

    @property
    def day(self):
        """The article's own day (`pandas.Timestamp`): what it could know is what was known then."""
        return self.article["as_of"].iloc[0]

    def label(self, column, code):
        """Give the words that stand for a coded value, from the table of codes.

        Parameters
        ----------
        column : str
            Table and column, such as ``"events.kind"``.
        code : str

        Returns
        -------
        str
            The code itself where the table of codes has no such row.
        """
        if not self.has("codes"):
            return code
        # Row by row: ten times faster than a selection, and every chart asks many times.
        rows = zip(*(self.codes[name] for name in ("column", "code", "label")), strict=True)
        return next((label for *both, label in rows if both == [column, code]), code)

    def as_of(self, day):
        """Cut every table to what was known at the end of a day.

        The description of a table says how: ``asOf.row`` names the date by
        which a row was known (later rows go), ``asOf.cells`` the date by
        which some of its columns were known (later cells become empty).
        Any other date later than the day becomes empty, unless its column
        says ``"asOf": "keep"``; so does a text that names a later day, where
        its column says ``"asOf": "named days"``.

        Parameters
        ----------
        day : str or pandas.Timestamp

        Returns
        -------
        Pack
            A new pack; this one stays as it is.
        """
        cuts = {
            resource["name"]: (self._tables[resource["name"]], resource, pd.Timestamp(day))
            for resource in self.descriptor["resources"]
            if resource["name"] in self._tables
        }
        return Pack(self.descriptor, _CutTables(cuts))


class _CutTables(Mapping):
    """Tables that are cut when somebody looks: a chart needs two or three of twenty-five."""

    def __init__(self, cuts):
        self._cuts, self._done = cuts, {}

    def __getitem__(self, name):
        if name not in self._done:
            self._done[name] = _cut(*self._cuts[name])
        return self._done[name]

    def __iter__(self):
        return iter(self._cuts)

    def __len__(self):
        return len(self._cuts)


def _cut(table, resource, day):
    rule = resource.get("asOf", {})
    if "row" in rule:
        table = table[~(table[rule["row"]] > day)]
    table = table.copy()
    if "cells" in rule:
        late = table[rule["cells"]] > day
        for column in rule["columns"]:
            table.loc[late, column] = ""
    for field in resource["schema"]["fields"]:
        if field["type"] == "date" and field.get("asOf") != "keep":
            table[field["name"]] = table[field["name"]].mask(table[field["name"]] > day)
        elif field.get("asOf") == "named days":
            texts = table[field["name"]]
            later = pd.Series([last_day_named(text) > day for text in texts], texts.index, bool)
            table[field["name"]] = texts.mask(later, "")
    return table.reset_index(drop=True)


def find_pack():
    """Find the pack that a notebook means when it names none.

    Returns
    -------
    pathlib.Path
        The folder that the environment variable ``CROSSROADS_PACK`` names,
        as seen from the working directory or from a folder above it; else
        the nearest ``data`` folder of a pack at or above the working
        directory; else the one beside this package.
    """
    named = os.environ.get(PACK_VARIABLE)
    found = _nearest(named or "data")
    if found is None and named:
        advice = f"no pack here; the variable {PACK_VARIABLE} must name the folder of one"
        raise PackError([Problem(named, advice)])
    if found is None:
        advice = "no pack found here; give its folder: load_pack('folder')"
        raise PackError([Problem("data", advice)])
    return found


def _nearest(name):
    """Find the nearest folder of a pack with this name, or None."""
    here = Path.cwd()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[2]):
        if (folder / name / DESCRIPTOR).is_file():
            return folder / name
    return None


def known_tables():
    """Describe every table that the lessons know: those of the pack that they were written for.

    Returns
    -------
    dict of str to dict
        Name to Data Package resource; empty where that pack is not found.
    """
    home = find_known_pack()
    resources = read_descriptor(home)["resources"] if home else []
    return {resource["name"]: resource for resource in resources}


def find_known_pack():
    """Find the pack that the lessons were written for, or None."""
    beside = Path(__file__).resolve().parents[2] / "data"
    return beside if (beside / DESCRIPTOR).is_file() else _nearest("data")


def load_pack(folder=None):
    """Open a pack and check it.

    A pack that passed ``make check-data`` unchanged is opened at once. A
    changed one is checked first, which takes a second or two.

    Parameters
    ----------
    folder : str or pathlib.Path, optional
        The pack; by default the one that `find_pack` finds.

    Returns
    -------
    Pack

    Raises
    ------
    PackError
        If anything is wrong; the message lists all of it, each with file,
        row, column, what was given and what is allowed.

    Examples
    --------
    >>> from crossroads import load_pack
    >>> pack = load_pack()
    >>> bool((pack.events["kind"] == "summit").any())
    True
    """
    folder = find_pack() if folder is None else Path(folder)
    descriptor = read_descriptor(folder)
    manifest = folder / MANIFEST
    known_good = manifest.is_file() and manifest.read_text() == digest(folder, descriptor)
    if not known_good:
        _check_in_another_process(folder)
    tables = {}
    for resource in descriptor["resources"]:
        fields = resource["schema"]["fields"]
        header, rows = read_table(folder / resource["path"], [field["name"] for field in fields])
        # Spreadsheets leave out, or add, empty cells at the end of a row.
        width = len(header)
        rows = [[*cells[:width], *[""] * (width - len(cells))] for _, cells in rows]
        frame = pd.DataFrame(rows, columns=header, dtype=str)
        tables[resource["name"]] = with_types(frame, fields)
    _opened[:] = [complete(descriptor, tables)]
    return _opened[0]


def current_pack():
    """Give the pack that was opened last in this kernel; open the usual one if none was.

    Returns
    -------
    Pack
    """
    return _opened[0] if _opened else load_pack()


def complete(descriptor, tables):
    """Add the tables that the lessons know and a pack does not have, each without a row.

    Parameters
    ----------
    descriptor : dict
    tables : dict of str to pandas.DataFrame

    Returns
    -------
    Pack
    """
    others = [one for name, one in known_tables().items() if name not in tables]
    tables = dict(tables)
    for resource in others:
        fields = resource["schema"]["fields"]
        frame = pd.DataFrame(columns=[field["name"] for field in fields], dtype=str)
        tables[resource["name"]] = with_types(frame, fields)
    return Pack({**descriptor, "resources": [*descriptor["resources"], *others]}, tables)


def _check_in_another_process(folder):
    """Run the full check; the library for it would double this kernel's memory."""
    done = subprocess.run(
        [sys.executable, "-m", "crossroads.publish.check_data", "--json", str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    if done.returncode == 0:
        return
    if done.returncode == 1 and done.stdout.startswith("["):
        raise PackError([Problem(**problem) for problem in json.loads(done.stdout)])
    raise RuntimeError("the check of the pack did not run:\n" + done.stderr)


def with_types(frame, fields):
    """Give columns of text their declared types.

    Parameters
    ----------
    frame : pandas.DataFrame
        Text only; left as it is.
    fields : list of dict
        The description of its columns.

    Returns
    -------
    pandas.DataFrame
        See `Pack`.

    Raises
    ------
    ValueError
        If a cell does not fit; the check of the pack words that for a teacher.
    """
    columns = {}
    for field in fields:
        text = frame[field["name"]].str.strip()
        if field["type"] == "date":
            columns[field["name"]] = pd.to_datetime(text.where(text != ""), format="%Y-%m-%d")
        elif field["type"] == "integer":
            columns[field["name"]] = pd.to_numeric(text.where(text != "")).astype("Int64")
        elif field["type"] == "number":
            columns[field["name"]] = pd.to_numeric(text.where(text != "")).astype("float64")
        else:
            columns[field["name"]] = text
    return pd.DataFrame(columns, index=frame.index)
