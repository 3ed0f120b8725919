"""Check a whole pack and say everything that is wrong with it, in a teacher's words.

Run as ``python -m crossroads.validate [--json] FOLDER``. Types, allowed
values, keys and foreign keys are checked by frictionless from
``datapackage.json``; this module reads the files leniently, adds the checks
that a Table Schema cannot express, and words the messages.
"""

import argparse
import contextlib
import csv
import difflib
import json
import re
import sys
from datetime import datetime
from pathlib import Path

import pandas as pd

from crossroads.pack import _typed, complete
from crossroads.tables import MANIFEST, PackError, Problem, digest, read_descriptor, read_table
from crossroads.words import fill, join_words

# frictionless imports jsonschema, which looks for this grammar package and,
# finding it, builds its parser for 1.8 s at every start. It serves only the
# "iri" format, which no table here uses.
sys.modules.setdefault("rfc3987_syntax", None)
import frictionless  # noqa: E402
from frictionless.resources import TableResource  # noqa: E402

STANDARD_FIELD_KEYS = ("name", "type", "format", "constraints")
# How a spreadsheet or a person may have written a day.
DATE_PATTERNS = [
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d-%m-%Y",
    "%d/%m/%y",
    "%m/%d/%y",
] + ["%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%Y-%m-%d %H:%M:%S", "%d-%b-%Y", "%d-%b-%y"]
# What a word processor or a web page writes for a minus sign.
LONG_MINUS = ("\N{MINUS SIGN}", "\N{EN DASH}", "\N{EM DASH}")
WRITE_DATE = "write the day as YYYY-MM-DD, such as 2019-02-28"


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
    problems, tables = [], {}
    for resource in descriptor["resources"]:
        try:
            tables[resource["name"]] = _Table(folder, resource, problems)
        except PackError as error:
            problems.extend(error.problems)
    problems += _check_with_frictionless(tables)
    problems += _check_references(tables)
    problems += _check_order(tables)
    problems += _check_quotations(tables)
    problems += _check_most(tables)
    if not problems:
        problems += _check_templates(descriptor, tables)
    if not problems:
        problems += _check_answers(descriptor, tables)
    place = {resource["path"]: index for index, resource in enumerate(descriptor["resources"])}
    return sorted(problems, key=lambda one: (place.get(one.file, -1), one.row or 0))


class _Table:
    """One table as text, its columns put in the declared order."""

    def __init__(self, folder, resource, problems):
        self.name, self.file = resource["name"], resource["path"]
        self.resource, self.fields = resource, resource["schema"]["fields"]
        self.names = [field["name"] for field in self.fields]
        header, rows = read_table(folder / resource["path"], self.names)
        self._check_header(header, problems)
        self.lines = [line for line, _ in rows]
        self.rows = []
        for line, cells in rows:
            if len(cells) != len(header):
                problems.append(
                    Problem(
                        self.file,
                        f"has {len(cells)} cells where the header has {len(header)}; look for a "
                        "comma or a quotation mark too many or too few",
                        row=line,
                    )
                )
            by_name = dict(zip(header, (cell.strip() for cell in cells), strict=False))
            self.rows.append([by_name.get(name, "") for name in self.names])

    def _check_header(self, header, problems):
        unknown = [name for name in header if name and name not in self.names]
        for name in self.names:
            if name not in header:
                close = difflib.get_close_matches(name, unknown, 1)
                hint = f"; is the column {close[0]!r} meant?" if close else ""
                advice = f"this column is missing{hint} The table needs: {', '.join(self.names)}"
                problems.append(Problem(self.file, advice, row=1, column=name))
        for name in unknown:
            close = difflib.get_close_matches(name, self.names, 1)
            hint = f"did you mean {close[0]!r}? " if close else ""
            advice = f"no such column; {hint}The table has: {', '.join(self.names)}"
            problems.append(Problem(self.file, advice, row=1, column=name))
        for name in sorted({name for name in header if name and header.count(name) > 1}):
            advice = "this column stands there twice; delete one"
            problems.append(Problem(self.file, advice, row=1, column=name))
        self.missing = [name for name in self.names if name not in header]

    def column(self, name):
        """Give ``(line, text)`` for each row of one column."""
        index = self.names.index(name)
        return [(line, row[index]) for line, row in zip(self.lines, self.rows, strict=True)]

    def dicts(self):
        """Give ``(line, row)`` for each row as a dictionary."""
        return [
            (line, dict(zip(self.names, row, strict=True)))
            for line, row in zip(self.lines, self.rows, strict=True)
        ]

    def keys(self):
        """Give the values of the first column of the primary key."""
        key = self.resource["schema"]["primaryKey"]
        return {text for _, text in self.column(key if isinstance(key, str) else key[0])}

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
            if key["reference"]["resource"] in tables and key["fields"] not in table.missing
        ]
        package.add_resource(
            TableResource(
                name=table.name.replace("_", "-"),
                data=[table.names, *table.rows],
                schema=frictionless.Schema.from_descriptor(_hyphenated(schema)),
            )
        )
    problems = []
    report = package.validate(limit_errors=100_000)
    names = {name.replace("_", "-"): name for name in tables}
    for task in report.tasks:
        table = tables[names[task.name]]
        for error in task.errors:
            problems.extend(_word(error, table, tables))
    if not report.valid and not problems:
        raise RuntimeError(f"frictionless found a problem without a place: {report.to_summary()}")
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
        for name, column in zip(error.field_names, error.reference_field_names, strict=True):
            target = tables[error.reference_name.replace("-", "_")]
            known = [text for _, text in target.column(column)]
            cell = str(table.rows[number - 2][table.names.index(name)])
            advice = _not_known(cell, known, f"{target.file}, column {column}")
            yield Problem(table.file, advice, row, name, cell)
        return
    if error.type == "primary-key":
        key = table.resource["schema"]["primaryKey"]
        key = [key] if isinstance(key, str) else key
        cells = [table.rows[number - 2][table.names.index(name)] for name in key]
        # A missing key column has been reported; its empty cells are no news.
        if not any(name in table.missing for name in key):
            same = [
                line
                for line, other in zip(table.lines, table.rows, strict=True)
                if [other[table.names.index(name)] for name in key] == cells and line < row
            ]
            if same:
                advice = f"already used in row {same[0]}; every row needs its own"
                yield Problem(table.file, advice, row, " + ".join(key), " + ".join(cells))
            else:
                yield Problem(table.file, "must not be empty", row, " + ".join(key), "")
        return
    name = getattr(error, "field_name", None)
    if name is None:
        yield Problem(table.file, error.note or error.message, row)
        return
    if name in table.missing:
        return
    given = table.rows[number - 2][table.names.index(name)]
    yield Problem(table.file, _advice(error, table.field(name), given), row, name, given)


def _advice(error, field, given):
    if error.type == "type-error":
        if field["type"] == "date":
            return f"is not a date; {WRITE_DATE}{_date_meant(given)}"
        noun = "a whole number" if field["type"] == "integer" else "a number"
        if given[:1] in LONG_MINUS:
            return f"is not {noun}; type the minus sign of the keyboard: {'-' + given[1:]!r}"
        return f"is not {noun}; write digits only, with a point for decimals"
    constraints = field.get("constraints", {})
    if 'constraint "required"' in error.note:
        return f"must not be empty: {field['description']}"
    if 'constraint "enum"' in error.note:
        return _not_known(given, constraints["enum"], None)
    if 'constraint "pattern"' in error.note:
        example = re.sub(r"[^a-z0-9-]+", "-", given.lower()).strip("-")
        hint = f", such as {example!r}" if re.fullmatch(constraints["pattern"], example) else ""
        return f"is not written as it should be{hint}: {field['description']}"
    for limit, words in (
        ("maxLength", "has {has} characters, at most {limit} are allowed"),
        ("minimum", "must be at least {limit}"),
        ("maximum", "must be at most {limit}"),
    ):
        if f'constraint "{limit}"' in error.note:
            return words.format(has=len(given), limit=constraints[limit])
    return error.note


def _date_meant(given):
    """Suggest the ISO date that was probably meant."""
    readings = []
    for pattern in DATE_PATTERNS:
        with contextlib.suppress(ValueError):
            readings.append(f"{datetime.strptime(given, pattern):%Y-%m-%d}")
    readings = sorted(set(readings))
    return f"; did you mean {join_words(readings, 'or')}?" if readings else ""


def _not_known(given, known, where):
    close = difflib.get_close_matches(given, known, 1, 0.5)
    hint = f"; did you mean {close[0]!r}?" if close else "."
    if where is None:
        return f"is not allowed{hint} Allowed: {', '.join(sorted(known))}"
    some = "" if close or not known else f" Known are for instance: {', '.join(sorted(known)[:5])}"
    return f"is not known in {where}{hint}{some}"


def _check_references(tables):
    """Check columns that hold several ids, or ids of any table (``table:key``)."""
    problems = []
    for table in tables.values():
        for field in table.fields:
            if "references" not in field or field["name"] in table.missing:
                continue
            for line, text in table.column(field["name"]):
                for one in filter(None, (part.strip() for part in text.split(";"))):
                    advice = _reference_advice(one, field["references"], tables)
                    if advice:
                        problems.append(Problem(table.file, advice, line, field["name"], one))
    return problems


def _reference_advice(one, target, tables):
    if target == "*":
        target, colon, one = one.partition(":")
        if not colon:
            return "must name a table and a key, such as events:" + target
        if target not in tables:
            return _not_known(target, list(tables), "the pack as a table")
    target, _, column = target.partition(".")
    if target not in tables:
        return None  # The table could not be read; that has been reported.
    table = tables[target]
    known = {text for _, text in table.column(column)} if column else table.keys()
    where = f"{table.file}, column {column}" if column else table.file
    return None if one in known else _not_known(one, sorted(known), where)


def _check_order(tables):
    """Check that dates declared as ordered do not run backwards."""
    problems = []
    for table in tables.values():
        for first, second in table.resource.get("order", []):
            for line, row in table.dicts():
                early, late = row[first], row[second]
                both = all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) for text in (early, late))
                if both and late < early:
                    advice = f"is before {first} {early}; swap them or mend one"
                    problems.append(Problem(table.file, advice, line, second, late))
    return problems


def _check_quotations(tables):
    """Check that a quotation stands word for word in an excerpt of its paragraph."""
    problems = []
    for table in tables.values():
        for field in table.fields:
            rule = field.get("within")
            if not rule or rule["table"] not in tables or field["name"] in table.missing:
                continue
            source = tables[rule["table"]]
            for line, row in table.dicts():
                passages = [
                    other[rule["text"]]
                    for _, other in source.dicts()
                    if other[rule["on"]] == row[rule["on"]]
                ]
                if not any(row[field["name"]] in passage for passage in passages):
                    advice = (
                        f"does not stand word for word in {source.file} for {rule['on']} "
                        f"{row[rule['on']]}; copy it from there, or add the passage"
                    )
                    given = row[field["name"]]
                    problems.append(Problem(table.file, advice, line, field["name"], given))
    return problems


def _check_most(tables):
    """Check that a value stands in no more rows than a chart can offer as choices."""
    problems = []
    for table in tables.values():
        for field in table.fields:
            for value, most in field.get("most", {}).items():
                if field["name"] in table.missing:
                    continue
                lines = [line for line, text in table.column(field["name"]) if text == value]
                if len(lines) > most:
                    advice = (
                        f"stands in {len(lines)} rows, at most {most} are allowed; change one of "
                        "them, this or another"
                    )
                    problems.append(Problem(table.file, advice, lines[-1], field["name"], value))
    return problems


def _as_pack(descriptor, tables):
    frames = {
        name: _typed(pd.DataFrame(table.rows, columns=table.names, dtype=str), table.fields)
        for name, table in tables.items()
    }
    return complete(descriptor, frames)


def _check_templates(descriptor, tables):
    """Check that every {...} in the texts of the lessons finds its row."""
    pack = _as_pack(descriptor, tables)
    problems = []
    for table in tables.values():
        for field in table.fields:
            if field.get("template"):
                for line, text in table.column(field["name"]):
                    try:
                        fill(pack, text)
                    except (LookupError, ValueError) as error:
                        advice = str(error.args[0])
                        problems.append(Problem(table.file, advice, line, field["name"], text))
    return problems


def _check_answers(descriptor, tables):
    """Check that every question has answers, and one that is checked a right one."""
    if not {"questions", "choices"} <= set(tables):
        return []
    # Widgets take a moment to import; only here are they needed, for one function.
    from crossroads.questions import right_choices

    pack, problems = _as_pack(descriptor, tables), []
    file, others = tables["questions"].file, tables["choices"].file
    answered = set(pack.choices["question_id"])
    for line, row in tables["questions"].dicts():
        key = row["question_id"]
        if key not in answered:
            advice = f"has no answers; add rows with this question_id to {others}"
            problems.append(Problem(file, advice, line, "question_id", key))
            continue
        value = fill(pack, row["value"])
        try:
            right = right_choices(pack, key)
        except ValueError:
            advice = f"makes {value!r}, but its answers in {others} have numbers in low or high"
            problems.append(Problem(file, advice, line, "value", row["value"]))
            continue
        if row["kind"] == "check" and not right:
            advice = f"makes {value!r}, and no answer in {others} has that in equals, low or high"
            problems.append(Problem(file, advice, line, "value", row["value"]))
    return problems


def main(arguments=None):
    """Check a pack from the command line; exit status 1 if anything is wrong."""
    parser = argparse.ArgumentParser(prog="crossroads.validate", description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true", help="print the problems as JSON")
    options = parser.parse_args(arguments)
    csv.field_size_limit(10_000_000)
    problems = check_pack(options.folder)
    if options.json:
        if problems:
            print(json.dumps([vars(problem) for problem in problems]))
    elif problems:
        print(PackError(problems))
    else:
        descriptor = read_descriptor(options.folder)
        _remember(options.folder, descriptor)
        print(f"{descriptor['name']}: {len(descriptor['resources'])} tables, nothing to mend")
    return 1 if problems else 0


def _remember(folder, descriptor):
    """Note that these very files are good, so that notebooks open them at once."""
    # A read-only pack is checked at every opening instead.
    with contextlib.suppress(OSError):
        (folder / MANIFEST).write_text(digest(folder, descriptor), newline="\n")


if __name__ == "__main__":
    sys.exit(main())
