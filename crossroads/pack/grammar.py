"""The grammar of a pack's tables: how a cell is written, what it may hold, which rows keys allow.

What is checked and what is loaded are read by it alone. It is stricter than a
Table Schema where that leaves a choice: a number has the digits 0 to 9 and a
point, no exponent and no NaN, a day is YYYY-MM-DD, of the years 1000 to 2199.
"""

import functools
import re
from datetime import date

import pandas as pd

from crossroads.pack.advice import date_advice, not_known, number_advice, pattern_advice
from crossroads.pack.problems import Problem

# A spreadsheet keeps fifteen digits of a number and makes the others 0.
WRITTEN = {
    "integer": re.compile(r"[+-]?[0-9]{1,15}"),
    "number": re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,20})?"),
    "date": re.compile(r"(1[0-9]|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}"),
    "string": re.compile(r".*", re.S),
}
READERS = {"integer": int, "number": float, "date": date.fromisoformat, "string": str}
DTYPES = {"integer": "Int64", "number": "float64", "date": "datetime64[us]", "string": "str"}
CONSTRAINTS = ("required", "enum", "pattern", "maxLength", "minimum", "maximum")


def read_cell(text, kind):
    """Read a cell of one type: an int, float, `datetime.date` or str, None where it is empty.

    A `ValueError` says that it is not written as the type is.

    Examples
    --------
    >>> read_cell(" 12 ", "integer"), read_cell("-1.5", "number"), read_cell("", "date")
    (12, -1.5, None)
    """
    text = text.strip()
    if not text:
        return None
    if not WRITTEN[kind].fullmatch(text):
        raise ValueError(f"{text!r} is no {kind}")
    return READERS[kind](text)


def with_types(texts, fields):
    """Read a table of text; the columns of the result are those that are declared."""
    columns = {}
    for field in fields:
        values = [read_cell(text, field["type"]) for text in texts[field["name"]]]
        if field["type"] == "string":
            values = [value or "" for value in values]
        columns[field["name"]] = pd.Series(values, texts.index, DTYPES[field["type"]])
    return pd.DataFrame(columns, index=texts.index)


def check_schema(tables):
    """Check every cell and key of the tables against their Table Schema."""
    for table, field in tables.columns():
        advise = functools.cache(functools.partial(cell_advice, field))
        for row, text in table.column(field["name"]):
            for advice in advise(text):
                yield Problem(table.file, advice, row, field["name"], text)
    for table in tables.values():
        yield from _check_primary_key(table)
        for key in table.schema.get("foreignKeys", []):
            yield from _check_foreign_key(table, key, tables)


def cell_advice(field, text):
    """Say, in a list, what is wrong with a cell of a column."""
    kind, constraints = field["type"], field.get("constraints", {})
    try:
        value = read_cell(text, kind)
    except ValueError:
        advice = date_advice(text) if kind == "date" else number_advice(text, kind == "integer")
        return [advice]
    if value is None:
        empty = f"must not be empty: {field.get('description', '')}"
        return [empty] if constraints.get("required") else []
    advice = []
    if "enum" in constraints and text not in constraints["enum"]:
        advice.append(not_known(text, constraints["enum"]))
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], text):
        advice.append(pattern_advice(text, field))
    if len(text) > constraints.get("maxLength", len(text)):
        limit = constraints["maxLength"]
        advice.append(f"has {len(text)} characters, at most {limit} are allowed")
    if "minimum" in constraints and value < read_cell(str(constraints["minimum"]), kind):
        advice.append(f"must be at least {constraints['minimum']}")
    if "maximum" in constraints and value > read_cell(str(constraints["maximum"]), kind):
        advice.append(f"must be at most {constraints['maximum']}")
    return advice


def _values(table, name):
    """Read a column for a comparison: 07 and 7 are one number; what cannot be read stays text."""
    values = []
    for text in table.rows[name]:
        try:
            values.append(read_cell(text, table.field(name)["type"]))
        except ValueError:
            values.append(text)
    return values


def _check_primary_key(table):
    # A missing key column has been reported; its empty cells are no news.
    if {*table.key} & {*table.missing}:
        return
    name, used = " + ".join(table.key), {}
    columns = [_values(table, name) for name in table.key]
    texts = table.rows[table.key].to_numpy()
    for row, cells, *values in zip(table.rows.index, texts, *columns, strict=True):
        given = " + ".join(cells)
        if all(value is None for value in values):
            yield Problem(table.file, "must not be empty", row, name, "")
        elif (first := used.setdefault(tuple(values), row)) != row:
            advice = f"already used in row {first}; every row needs its own"
            yield Problem(table.file, advice, row, name, given)


def _check_foreign_key(table, key, tables):
    name, target, column = key["fields"], key["reference"]["resource"], key["reference"]["fields"]
    if name in table.missing or not tables.has(target, column):
        return
    known, where = _values(tables[target], column), f"{tables[target].file}, column {column}"
    known, texts = {*known}, [*tables[target].rows[column]]
    advise = functools.cache(lambda text: not_known(text, texts, where))
    for (row, text), value in zip(table.column(name), _values(table, name), strict=True):
        if value is not None and value not in known:
            unwritten = text in tables[target].stubs
            advice = f"is still to write in {tables[target].file}" if unwritten else advise(text)
            yield Problem(table.file, advice, row, name, text)
