"""Check a whole pack and say everything that is wrong with it, in a teacher's words.

Types, allowed values, keys and foreign keys are checked by frictionless from
``datapackage.json``; this module reads the files leniently, adds the checks
that a Table Schema cannot express, and words the messages.
"""

import difflib
import sys

from crossroads.pack.advice import date_advice, not_known, number_advice, pattern_advice
from crossroads.pack.description import check_description
from crossroads.pack.rules import (
    as_pack,
    blame_lost_commas,
    check_answers,
    check_most,
    check_one_article,
    check_order,
    check_quotations,
    check_references,
    check_spreadsheet_leftovers,
    check_templates,
    has_column,
)
from crossroads.pack.tables import (
    DESCRIPTOR,
    PackError,
    Problem,
    read_descriptor,
    read_table,
)

# frictionless imports jsonschema, which looks for this grammar package and,
# finding it, builds its parser for 1.8 s at every start. It serves only the
# "iri" format, which no table here uses.
sys.modules.setdefault("rfc3987_syntax", None)
import frictionless  # noqa: E402
from frictionless.resources import TableResource  # noqa: E402

STANDARD_FIELD_KEYS = ("name", "type", "format", "constraints")


def check_pack(folder):
    """Find everything that is wrong with a pack.

    Parameters
    ----------
    folder : pathlib.Path

    Returns
    -------
    list of Problem
        In the order of the tables and rows; empty for a good pack.
    """
    try:
        descriptor = read_descriptor(folder)
    except PackError as error:
        return error.problems
    problems = check_description(descriptor)
    if problems:
        return problems
    tables = {}
    for resource in descriptor["resources"]:
        try:
            tables[resource["name"]] = _Table(folder, resource, problems)
        except PackError as error:
            problems.extend(error.problems)
    problems += _check_with_frictionless(tables)
    problems += check_spreadsheet_leftovers(tables)
    problems += check_references(tables, {one["name"] for one in descriptor["resources"]})
    problems += check_order(tables)
    problems += check_quotations(tables)
    problems += check_one_article(tables)
    problems += check_most(tables)
    if not problems:
        pack = as_pack(descriptor, tables)
        problems += check_templates(pack, tables) or check_answers(pack, tables)
    problems += blame_lost_commas(tables, problems)
    place = {resource["path"]: index for index, resource in enumerate(descriptor["resources"])}
    problems = dict.fromkeys(problems)
    return sorted(problems, key=lambda one: (place.get(one.file, -1), one.row or 0))


class _Table:
    """One table as text, its columns put in the declared order."""

    def __init__(self, folder, resource, problems):
        self.name, self.file = resource["name"], resource["path"]
        self.resource, self.fields = resource, resource["schema"]["fields"]
        self.names = [field["name"] for field in self.fields]
        header, rows = read_table(folder / resource["path"], self.names)
        self.header = header
        if not set(header) & set(self.names):
            raise PackError([self._no_header(header)])
        self._check_header(header, problems)
        self.lines = [line for line, _ in rows]
        self.rows, self.short = [], {}
        for line, cells in rows:
            if any(cell.strip() for cell in cells[len(header) :]):
                problems.append(Problem(self.file, self.cells_advice(len(cells)), row=line))
            elif len(cells) < len(header):
                # Some spreadsheets leave out empty cells at the end of a row.
                self.short[line] = len(cells)
            by_name = dict(zip(header, (cell.strip() for cell in cells), strict=False))
            self.rows.append([by_name.get(name, "") for name in self.names])

    def cells_advice(self, count):
        return (
            f"has {count} cells where the header has {len(self.header)}; look for a comma or a "
            "quotation mark too many or too few"
        )

    def _no_header(self, header):
        given = ", ".join(header)
        advice = f"must hold the names of the columns; put back: {', '.join(self.names)}"
        return Problem(self.file, advice, row=1, given=given)

    def _check_header(self, header, problems):
        unknown = [name for name in header if name and name not in self.names]
        self.missing = [name for name in self.names if name not in header]
        for name in self.missing:
            close = difflib.get_close_matches(name, unknown, 1, 0.5)
            if close:
                unknown.remove(close[0])
                advice = f"this column is missing; is the column {close[0]!r} meant? Rename it"
            else:
                advice = f"this column is missing; the table needs: {', '.join(self.names)}"
            problems.append(Problem(self.file, advice, row=1, column=name))
        for name in unknown:
            close = difflib.get_close_matches(name, self.names, 1)
            hint = f"did you mean {close[0]!r}? " if close else ""
            advice = f"no such column; {hint}The table has: {', '.join(self.names)}"
            problems.append(Problem(self.file, advice, row=1, column=name))
        for name in sorted({name for name in header if name and header.count(name) > 1}):
            advice = "this column stands there twice; delete one"
            problems.append(Problem(self.file, advice, row=1, column=name))

    def column(self, name):
        """Give ``(line, text)`` for each row of one column."""
        index = self.names.index(name)
        return [(line, row[index]) for line, row in zip(self.lines, self.rows, strict=True)]

    def cell(self, line, name):
        """Give the text that stands in a row, by its line in the file, and a column."""
        return self.rows[self.lines.index(line)][self.names.index(name)]

    def dicts(self):
        """Give ``(line, row)`` for each row as a dictionary."""
        return [
            (line, dict(zip(self.names, row, strict=True)))
            for line, row in zip(self.lines, self.rows, strict=True)
        ]

    def key(self):
        """Name the first column of the primary key."""
        key = self.resource["schema"]["primaryKey"]
        return key if isinstance(key, str) else key[0]

    def keys(self):
        """Give the values of the first column of the primary key."""
        return {text for _, text in self.column(self.key())}

    def field(self, name):
        return self.fields[self.names.index(name)]


def _check_with_frictionless(tables):
    package = frictionless.Package(name="pack")
    for table in tables.values():
        schema = dict(table.resource["schema"])
        schema["fields"] = [
            {key: field[key] for key in STANDARD_FIELD_KEYS if key in field}
            for field in table.fields
        ]
        schema["foreignKeys"] = [
            key
            for key in schema.get("foreignKeys", [])
            if key["fields"] not in table.missing
            and has_column(tables, key["reference"]["resource"], key["reference"]["fields"])
        ]
        try:
            resource = TableResource(
                name=table.name.replace("_", "-"),
                data=[table.names, *table.rows],
                schema=frictionless.Schema.from_descriptor(_hyphenated(schema)),
            )
            package.add_resource(resource)
        except frictionless.FrictionlessException as error:
            advice = f"the description of table {table.name} cannot be used: {error.error.note}"
            return [Problem(DESCRIPTOR, advice)]
    if not tables:
        return []
    problems = []
    report = package.validate(limit_errors=1_000_000)
    names = {name.replace("_", "-"): name for name in tables}
    for task in report.tasks:
        table = tables[names[task.name]]
        for error in task.errors:
            problems.extend(_word(error, table, tables))
    for error in report.errors:
        problems.append(Problem(DESCRIPTOR, f"the pack cannot be checked: {error.note}"))
    return problems


def _hyphenated(schema):
    """Write table names as frictionless wants them: it knows no underscore."""
    keys = [
        {**key, "reference": {**key["reference"], "resource": _hyphen(key["reference"])}}
        for key in schema["foreignKeys"]
    ]
    return {**schema, "foreignKeys": keys}


def _hyphen(reference):
    return reference["resource"].replace("_", "-")


def _word(error, table, tables):
    """Turn an error of frictionless into problems worded for a teacher."""
    number = getattr(error, "row_number", None)
    row = table.lines[number - 2] if number else None
    if error.type == "foreign-key":
        target = tables[error.reference_name.replace("-", "_")]
        for name, column in zip(error.field_names, error.reference_field_names, strict=True):
            known = [text for _, text in target.column(column)]
            cell = table.cell(row, name)
            advice = not_known(cell, known, f"{target.file}, column {column}")
            yield Problem(table.file, advice, row, name, cell)
    elif error.type == "primary-key":
        yield from _word_key(table, row)
    elif (name := getattr(error, "field_name", None)) is None:
        yield Problem(table.file, error.note or error.message, row)
    elif name not in table.missing:
        given = table.cell(row, name)
        yield Problem(table.file, _advice(error, table.field(name), given), row, name, given)


def _word_key(table, row):
    """Say that a row's primary key is empty, or stands in a row before it."""
    key = table.resource["schema"]["primaryKey"]
    key = [key] if isinstance(key, str) else key
    # A missing key column has been reported; its empty cells are no news.
    if {*key} & {*table.missing}:
        return
    places = [table.names.index(name) for name in key]
    cells = [table.cell(row, name) for name in key]
    for line, other in zip(table.lines, table.rows, strict=True):
        if line < row and [other[place] for place in places] == cells:
            advice = f"already used in row {line}; every row needs its own"
            yield Problem(table.file, advice, row, " + ".join(key), " + ".join(cells))
            return
    yield Problem(table.file, "must not be empty", row, " + ".join(key), "")


def _advice(error, field, given):
    if error.type == "type-error":
        if field["type"] == "date":
            return date_advice(given)
        return number_advice(given, field["type"] == "integer")
    constraints = field.get("constraints", {})
    if 'constraint "required"' in error.note:
        return f"must not be empty: {field['description']}"
    if 'constraint "enum"' in error.note:
        return not_known(given, constraints["enum"])
    if 'constraint "pattern"' in error.note:
        return pattern_advice(given, field)
    for limit, words in (
        ("maxLength", "has {has} characters, at most {limit} are allowed"),
        ("minimum", "must be at least {limit}"),
        ("maximum", "must be at most {limit}"),
    ):
        if f'constraint "{limit}"' in error.note:
            return words.format(has=len(given), limit=constraints[limit])
    return error.note
