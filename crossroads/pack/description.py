"""Check ``datapackage.json``, on which all other checks of a pack rest."""

import re

import pandas as pd
from babel import UnknownLocaleError

from crossroads.pack.grammar import CONSTRAINTS, read_cell
from crossroads.pack.places import known_tables
from crossroads.pack.problems import Problem, shorten
from crossroads.pack.tables import DESCRIPTOR, key_of
from crossroads.words.lookups import Unfilled, fill_pattern
from crossroads.words.wording import BASE, check_messages, wording

# A type, and a value of it with which a pattern is tried.
TYPES = {"string": "", "integer": 1, "number": 1.0, "date": pd.Timestamp("2019-02-28")}
# What the lessons rely on; a pack may add columns and tables, and words that
# a column allows, but not take these away.
OF_TABLE = ("order", "asOf")
OF_FIELD = ("type", "references", "separator", "within", "template", "asOf")
COPY = "copy the description of this table again from the pack in the folder data"


COLUMN, GONE = "a column of the table", "not there"
AS_OF = {"row": (GONE, COLUMN), "cells": GONE}
# Key of a description -> how it is built, as the checks and the cut to a day read it: a tuple
# lists what it may be, a list of one any number of it, `...` all keys of an object.
OF_SCHEMA = {
    "fields": list,
    "primaryKey": (COLUMN, [COLUMN]),
    "foreignKeys": [{"fields": COLUMN, "reference": {"resource": str, "fields": str}}],
}
SHAPES = {
    "summary": str,
    "order": [[COLUMN, COLUMN]],
    "asOf": (AS_OF, {**AS_OF, "cells": COLUMN, "columns": [COLUMN]}),
}
SHAPES_OF_FIELD = {
    "type": str,
    "constraints": dict,
    "references": str,
    "most": {...: int},
    "within": {"table": str, "on": COLUMN, "text": str},
}


def _fits(given, shape, fields):
    """Tell whether a part of a description is built as it should be."""
    if shape is GONE:
        return given is GONE
    if shape is COLUMN:
        return isinstance(given, str) and given in fields
    if isinstance(shape, tuple):
        return any(_fits(given, one, fields) for one in shape)
    if isinstance(shape, type):
        return isinstance(given, shape)
    if not isinstance(given, type(shape)):
        return False
    if isinstance(shape, list):
        each = shape * len(given) if len(shape) == 1 else shape
        pairs = zip(given, each, strict=False)
        return len(given) == len(each) and all(_fits(*pair, fields) for pair in pairs)
    inner = dict.fromkeys(given, shape[...]) if ... in shape else shape
    return all(_fits(given.get(key, GONE), one, fields) for key, one in inner.items())


def check_description(descriptor):
    """Find what is wrong with the description of a pack, as `read_descriptor` gives it."""
    problems = [*_problems_of_words(descriptor)]
    known, advice = known_tables(), [*_advice_on_head(descriptor)]
    names = {resource["name"] for resource in descriptor["resources"]}
    for resource in descriptor["resources"]:
        table = known.get(resource["name"])
        lacking = _advice_on_lacking(resource, table) if table else []
        advice += lacking or _advice_on(resource)
    if not advice and not problems:
        for resource in descriptor["resources"]:
            if table := known.get(resource["name"]):
                differences = _advice_on_difference(resource, table, names)
                advice += [f"table {resource['name']}: {what}; {COPY}" for what in differences]
        if "article" in known and "article" not in names:
            advice += ["describes no table article, without which no lesson can run; copy it again"]
    return problems + [Problem(DESCRIPTOR, what) for what in advice]


def lacking_columns(resource, known):
    """Give the descriptions of the columns that the lessons know and a pack's table has not."""
    names = {field["name"] for field in resource["schema"]["fields"]}
    return [field for field in known["schema"]["fields"] if field["name"] not in names]


def _advice_on_lacking(resource, known):
    """Refuse a table without a column that has to be filled, or that a rule of the table names."""
    rules = [key_of(known), *known.get("order", []), *known.get("asOf", {}).values()]
    named = {name for rule in rules for name in ([rule] if isinstance(rule, str) else rule)}
    return [
        f"table {resource['name']}: the column {field['name']} is not described; {COPY}"
        for field in lacking_columns(resource, known)
        if field["name"] in named or field.get("constraints", {}).get("required")
    ]


def completed(descriptor):
    """Add the columns that came to the lessons later and may be empty; no file must have them."""
    known, resources = known_tables(), []
    for resource in descriptor["resources"]:
        table, schema = known.get(resource["name"]), resource["schema"]
        if added := table and lacking_columns(resource, table):
            names = {field["name"] for field in added}
            foreign = [
                key for key in table["schema"].get("foreignKeys", []) if key["fields"] in names
            ]
            schema = {
                **schema,
                "fields": [*schema["fields"], *({**field, "added": True} for field in added)],
                "foreignKeys": [*schema.get("foreignKeys", []), *foreign],
            }
        resources.append({**resource, "schema": schema})
    return {**descriptor, "resources": resources}


def hints_on_columns(tables):
    """Say of each table which columns the lessons know and its file does not have."""
    for table in tables.values():
        names = [one["name"] for one in table.fields if "added" in one]
        if names := [name for name in names if name in table.missing]:
            each = "its cells are" if len(names) == 1 else "their cells are"
            yield (
                f"{table.file}: the lessons also know {wording().join(names)}, and {each} taken as "
                "empty; to fill them, write the name in row 1"
            )


def _problems_of_words(descriptor):
    """Find what is wrong in a pack's own messages, wherever they stand."""
    words, file = descriptor.get("words", ""), descriptor.get("wordsFile")
    whole = isinstance(words, str)
    for one in check_messages(words) if whole else [f"messages must stand in one text; {COPY}"]:
        yield Problem(file, one) if file else Problem(DESCRIPTOR, f"words: {one}")


def _advice_on_head(descriptor):
    """Say what is wrong with a pack's name and language."""
    language, name = descriptor.get("language", BASE), descriptor.get("name")
    if not isinstance(name, str) or not name.strip():
        yield 'name is missing; write a short one for the pack, such as "name": "my-article"'
    try:
        wording(language)
    except (UnknownLocaleError, ValueError, TypeError, AttributeError):
        yield f"language: {language!r} is not known; write a code such as 'en' or 'ko'"


def _advice_on(resource):
    """Say what makes a description unusable, whatever the table is."""
    schema, table = resource["schema"], f"table {resource['name']}"
    fields = {field["name"]: field for field in schema["fields"]}
    for key in sorted({*schema} - {*OF_SCHEMA}):
        yield f"{table}: {key} in its schema is not read here; take it out"
    shapes = [(table, resource, SHAPES), (table, schema, OF_SCHEMA)]
    shapes += [
        (f"{table}, column {name}", field, SHAPES_OF_FIELD) for name, field in fields.items()
    ]
    wrong = [
        f"{place}: {key} is {shorten(repr(given[key]))}, which cannot be used; {COPY}"
        for place, given, known in shapes
        for key, shape in known.items()
        if key in given and not _fits(given[key], shape, fields)
    ]
    yield from wrong
    if wrong:
        return
    for name, field in fields.items():
        if field.get("type") not in TYPES:
            given = field.get("type")
            yield f"{table}, column {name}: type {given!r} is not one of {', '.join(TYPES)}"
        elif advice := _constraint_advice(field):
            yield f"{table}, column {name}: {advice}"
    if not schema.get("primaryKey"):
        yield f"{table}: primaryKey must name columns of the table; {COPY}"
    # The column `date` is in words already, as exact as `date_precision` says.
    values = {name: TYPES.get(field.get("type")) for name, field in fields.items()} | {"date": ""}
    try:
        fill_pattern(wording(), resource.get("summary", ""), values)
    except Unfilled as error:
        yield f"{table}, summary: {error}"


def _constraint_advice(field):
    """Say which constraint of a column cannot be checked; None if all can."""
    constraints = field.get("constraints", {})
    for name in constraints:
        if name not in CONSTRAINTS:
            return f"the constraint {name!r} is not one of {', '.join(CONSTRAINTS)}"
    try:
        re.compile(constraints.get("pattern", ""))
        [*constraints.get("enum", [])], int(constraints.get("maxLength", 0))
        for limit in ("minimum", "maximum"):
            read_cell(str(constraints.get(limit, "")), field["type"])
    except (re.error, TypeError, ValueError) as error:
        return f"a constraint cannot be used ({error}); {COPY}"
    return None


def _advice_on_difference(resource, known, names):
    """Say where a table's description lacks what the lessons rely on."""
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    for field in known["schema"]["fields"]:
        if field["name"] not in fields:
            continue  # One that may be empty; it is taken as empty.
        own = fields[field["name"]]
        for key in OF_FIELD:
            given, needed = own.get(key), field.get(key)
            if given != needed:
                yield f"the column {field['name']} has {key} {given!r}, not {needed!r}"
        required, still = (one.get("constraints", {}).get("required") for one in (field, own))
        if required and not still:
            yield f"the column {field['name']} is no longer required"
    schema = resource["schema"]
    for foreign in known["schema"].get("foreignKeys", []):
        target = foreign["reference"]["resource"]
        here = foreign["fields"] in fields and target in names
        if here and foreign not in schema.get("foreignKeys", []):
            yield f"the foreign key from {foreign['fields']} to {target} is gone"
    if schema["primaryKey"] != known["schema"]["primaryKey"]:
        yield f"its primaryKey is {schema['primaryKey']!r}, not {known['schema']['primaryKey']!r}"
    for key in OF_TABLE:
        if resource.get(key) != known.get(key):
            yield f"its {key} is {resource.get(key)!r}, not {known.get(key)!r}"
