"""The tables of one article, and their cut to what was known on a day."""

from collections import ChainMap
from collections.abc import Mapping
from functools import cached_property, partial

import pandas as pd

from crossroads.pack.grammar import with_types
from crossroads.pack.places import known_tables
from crossroads.pack.tables import key_of
from crossroads.words.dates import last_day_named
from crossroads.words.plain import unknown
from crossroads.words.wording import BASE, wording


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
    tables : mapping of str to pandas.DataFrame
    """

    # What is wrong in the folder, and the rows that are left out for it.
    problems, left_out = (), ()

    def __init__(self, descriptor, tables):
        self.descriptor = descriptor
        self._tables = tables
        self._places = {}

    def __getattr__(self, name):
        tables = self.__dict__.get("_tables", {})
        if name.startswith("_") or name not in tables:
            raise AttributeError(f"this pack has no table {name!r}; it has: {', '.join(tables)}")
        return tables[name]

    @property
    def words(self):
        """What this pack's charts and forms say: `crossroads.words.wording.Wording`."""
        return wording(self.descriptor.get("language", BASE), self.descriptor.get("words", ""))

    def __dir__(self):
        return [*super().__dir__(), *self._tables]

    def __repr__(self):
        filled = {name: len(table) for name, table in self._tables.items() if len(table)}
        rows = ", ".join(f"{name} {count}" for name, count in filled.items())
        return f"Pack {self.descriptor.get('name', '')!r}: {rows} rows"

    def has(self, *names):
        """Tell whether the pack has all these tables, each with at least one row."""
        return all(len(self._tables.get(name, ())) > 0 for name in names)

    def table(self, name):
        """Give one table; where its name is unknown, the `KeyError` names the closest."""
        if name not in self._tables:
            raise KeyError(unknown("table", name, self._tables))
        return self._tables[name]

    def with_rows(self, name, chosen):
        """Give a new pack with only some rows of one table."""
        rows = self.table(name)[chosen].reset_index(drop=True)
        return Pack(self.descriptor, ChainMap({name: rows}, self._tables))

    def keys(self, name):
        """Give the key of each row of a table as text, the first column where it has several."""
        return self.table(name)[key_of(self.resource(name))[0]].astype(str)

    def resource(self, name):
        """Give the description of one table, a Data Package resource, or raise `KeyError`."""
        for resource in self.descriptor["resources"]:
            if resource["name"] == name:
                return resource
        raise KeyError(f"this pack describes no table {name!r}")

    def allowed(self, table, column):
        """List the values that a column may have, as described; none where any text is allowed."""
        for field in self.resource(table)["schema"]["fields"]:
            if field["name"] == column:
                return field.get("constraints", {}).get("enum", [])
        raise KeyError(f"table {table!r} has no column {column!r}")

    @cached_property
    def day(self):
        """The article's own day (`pandas.Timestamp`): what it could know is what was known then."""
        return self.article["as_of"].iloc[0]

    def label(self, column, code):
        """Give the words for a code of a column such as ``"events.kind"``; else the code itself."""
        return self._labels.get((column, code), code) if self.has("codes") else code

    @cached_property
    def _labels(self):
        rows = self.codes[["column", "code", "label"]].to_numpy()
        return {(column, code): label for column, code, label in rows[::-1]}

    def places(self, name):
        """Give by its key, as text, the place of each row of a table, worked out once."""
        if name not in self._places:
            places = self._places[name] = {}
            for place, key in enumerate(self.keys(name)):
                places.setdefault(key, place)
        return self._places[name]

    def has_row(self, name, key):
        """Tell whether a table has a row with a key."""
        return key in self.places(name)

    def row(self, name, key):
        """Give the row of a table that has a key; the `KeyError` names the closest one."""
        if not self.has_row(name, key):
            raise KeyError(unknown(f"row of {name}", key, self.places(name)))
        return self.table(name).iloc[self.places(name)[key]]

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
        day, described = pd.Timestamp(day), self.descriptor["resources"]
        resources = {one["name"]: one for one in described if one["name"] in self._tables}
        cut = {name: partial(self._cut, one, day) for name, one in resources.items()}
        return Pack(self.descriptor, _Made(cut))

    def _cut(self, resource, day):
        return _cut(self._tables[resource["name"]], resource, day)


class _Made(Mapping):
    """Tables that are made when somebody looks: a chart needs two or three of forty."""

    def __init__(self, make):
        self._make, self._made = make, {}

    def __getitem__(self, name):
        if name not in self._made:
            self._made[name] = self._make[name]()
        return self._made[name]

    def __contains__(self, name):
        return name in self._make

    def __iter__(self):
        return iter(self._make)

    def __len__(self):
        return len(self._make)


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


def open_tables(tables):
    """Make a pack of `Tables` in which nothing is wrong, and of those it lacks without a row."""
    others = [one for name, one in known_tables().items() if name not in tables]
    resources, frames = [*tables.descriptor["resources"], *others], {}
    for name, fields in ((one["name"], one["schema"]["fields"]) for one in resources):
        empty = pd.DataFrame(columns=[field["name"] for field in fields], dtype=str)
        texts = tables[name].rows if name in tables else empty
        frames[name] = partial(with_types, texts.reset_index(drop=True), fields)
    return Pack({**tables.descriptor, "resources": resources}, _Made(frames))
