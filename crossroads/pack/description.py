"""Check ``datapackage.json``, on which all other checks of a pack rest."""

import re

import pandas as pd
from babel import UnknownLocaleError

from crossroads.pack.grammar import CONSTRAINTS, read_cell
from crossroads.pack.places import known_tables
from crossroads.pack.problems import Problem
from crossroads.pack.tables import DESCRIPTOR
from crossroads.words.lookups import Unfilled, fill_pattern
from crossroads.words.wording import BASE, check_messages, messages_of, wording

# A type, and a value of it with which a pattern is tried.
TYPES = {"string": "", "integer": 1, "number": 1.0, "date": pd.Timestamp("2019-02-28")}
# What the lessons rely on; a pack may add columns and tables, and words that
# a column allows, but not take these away.
OF_TABLE = ("order", "asOf")
OF_FIELD = ("type", "references", "separator", "within", "template", "asOf")
COPY = "copy the description of this table again from the pack in the folder data"


def check_description(descriptor):
    """Find what is wrong with the description of a pack, as `read_descriptor` gives it."""
    problems = [Problem(DESCRIPTOR, advice) for advice in _advice_on_words(descriptor)]
    problems += [
        Problem(DESCRIPTOR, advice)
        for resource in descriptor["resources"]
        for advice in _advice_on(resource)
    ]
    if problems:
        return problems
    known = known_tables()
    names = {resource["name"] for resource in descriptor["resources"]}
    for resource in descriptor["resources"]:
        if resource["name"] in known:
            for advice in _advice_on_difference(resource, known[resource["name"]], names):
                advice = f"table {resource['name']}: {advice}; {COPY}"
                problems.append(Problem(DESCRIPTOR, advice))
    if "article" in known and "article" not in names:
        advice = "describes no table article, without which no lesson can run; copy it again"
        problems.append(Problem(DESCRIPTOR, advice))
    return problems


def _advice_on_words(descriptor):
    """Say what is wrong with a pack's language, and with its own messages."""
    language, words = descriptor.get("language", BASE), descriptor.get("words", "")
    try:
        wording(language)
    except (UnknownLocaleError, ValueError, TypeError, AttributeError):
        yield f"language: {language!r} is not known; write a code such as 'en' or 'ko'"
    if not isinstance(words, str):
        yield f"words: messages must stand in one text; {COPY}"
    else:
        yield from (
            f"words: {advice}" for advice in [*messages_of(words)[1], *check_messages(words)]
        )


def _advice_on(resource):
    """Say what makes a description unusable, whatever the table is."""
    schema, table = resource["schema"], f"table {resource['name']}"
    fields = {field["name"]: field for field in schema["fields"]}
    for key in sorted({*schema} - {"fields", "primaryKey", "foreignKeys"}):
        yield f"{table}: {key} in its schema is not read here; take it out"
    for name, field in fields.items():
        if field.get("type") not in TYPES:
            given = field.get("type")
            yield f"{table}, column {name}: type {given!r} is not one of {', '.join(TYPES)}"
        elif advice := _constraint_advice(field):
            yield f"{table}, column {name}: {advice}"
    key = schema.get("primaryKey")
    named = [key] if isinstance(key, str) else key or []
    if not named or not all(name in [*fields] for name in named):
        yield f"{table}: primaryKey must name columns of the table; {COPY}"
    for foreign in schema.get("foreignKeys", []):
        given = foreign.get("fields")
        if given not in [*fields]:
            yield f"{table}: a foreign key names {given!r}, which is no column of it"
        elif not {"resource", "fields"} <= {*foreign.get("reference", ())}:
            yield f"{table}: the foreign key of {given} names no resource and fields; {COPY}"
    # The column `date` is in words already, as exact as `date_precision` says.
    values = {name: TYPES.get(field.get("type")) for name, field in fields.items()} | {"date": ""}
    try:
        fill_pattern(wording(), str(resource.get("summary", "")), values)
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
        own = fields.get(field["name"])
        if own is None:
            yield f"the column {field['name']} is not described"
            continue
        for key in OF_FIELD:
            given, needed = own.get(key), field.get(key)
            if given != needed:
                yield f"the column {field['name']} has {key} {given!r}, not {needed!r}"
        if field.get("constraints", {}).get("required") and not own.get("constraints", {}).get(
            "required"
        ):
            yield f"the column {field['name']} is no longer required"
    schema = resource["schema"]
    for foreign in known["schema"].get("foreignKeys", []):
        target = foreign["reference"]["resource"]
        if target in names and foreign not in schema.get("foreignKeys", []):
            yield f"the foreign key from {foreign['fields']} to {target} is gone"
    if schema["primaryKey"] != known["schema"]["primaryKey"]:
        yield f"its primaryKey is {schema['primaryKey']!r}, not {known['schema']['primaryKey']!r}"
    for key in OF_TABLE:
        if resource.get(key) != known.get(key):
            yield f"its {key} is {resource.get(key)!r}, not {known.get(key)!r}"
