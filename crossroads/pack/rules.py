"""Check what a Table Schema cannot express: what cells, rows and tables have to do with each other.

Every function takes the tables of a pack as text, ``tables[name]`` with
``rows``, ``column``, ``dicts`` and ``keys``, and gives a list of `Problem`.
"""

import re

import pandas as pd

from crossroads.pack.advice import ZEROS, leftover_advice, not_known, quotation_advice
from crossroads.pack.load import complete, with_types
from crossroads.pack.tables import Problem
from crossroads.words.lookups import Unfilled, fill


def has_column(tables, table, column):
    """Tell whether a table could be read and has a column."""
    return table in tables and column in tables[table].names and column not in tables[table].missing


def check_spreadsheet_leftovers(tables):
    """Check for what a spreadsheet leaves in cells of any type."""
    problems = []
    for table in tables.values():
        for field in table.fields:
            for line, text in table.column(field["name"]):
                advice = leftover_advice(text, field)
                if advice:
                    problems.append(Problem(table.file, advice, line, field["name"], text))
    return problems


def check_one_article(tables):
    """Check that the table of the article has its one row."""
    table = tables.get("article")
    if table is None or len(table.rows) == 1:
        return []
    advice = f"has {len(table.rows)} rows; it must have exactly one, about the article itself"
    return [Problem(table.file, advice)]


def blame_lost_commas(tables, problems):
    """Say of a row with something wrong that it has too few cells, which may be the reason."""
    wrong = {(one.file, one.row) for one in problems}
    return [
        Problem(table.file, table.cells_advice(count), row=line)
        for table in tables.values()
        for line, count in table.short.items()
        if (table.file, line) in wrong
    ]


def check_references(tables, described):
    """Check columns that hold several ids, or ids of any table (``table:key``)."""
    problems = []
    for table in tables.values():
        for field in table.fields:
            if "references" not in field or field["name"] in table.missing:
                continue
            for line, text in table.column(field["name"]):
                for one in filter(None, (part.strip() for part in text.split(";"))):
                    advice = _reference_advice(one, field["references"], tables, described)
                    if advice:
                        problems.append(Problem(table.file, advice, line, field["name"], one))
    return problems


def _reference_advice(one, target, tables, described):
    if target == "*":
        target, colon, one = one.partition(":")
        if not colon:
            return "must name a table and a key, such as events:" + target
        if target not in described:
            return not_known(target, sorted(described), "the pack as a table")
    target, _, column = target.partition(".")
    if target not in tables:
        return None  # The table could not be read; that has been reported.
    table = tables[target]
    if not has_column(tables, target, column or table.key()):
        return None
    known = {text for _, text in table.column(column)} if column else table.keys()
    where = f"{table.file}, column {column}" if column else table.file
    return None if one in known else not_known(one, sorted(known), where)


def check_order(tables):
    """Check that dates declared as ordered do not run backwards."""
    problems = []
    for table in tables.values():
        for first, second in table.resource.get("order", []):
            for line, row in table.dicts():
                early, late = row[first], row[second]
                both = all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) for text in (early, late))
                if both and late < early and late not in ZEROS:
                    advice = f"is before {first} {early}; swap them or mend one"
                    problems.append(Problem(table.file, advice, line, second, late))
    return problems


def check_quotations(tables):
    """Check that a quotation stands word for word in an excerpt of its paragraph."""
    problems = []
    for table in tables.values():
        for field in table.fields:
            rule = field.get("within")
            if not rule or {field["name"], rule["on"]} & {*table.missing}:
                continue
            if not all(has_column(tables, rule["table"], rule[one]) for one in ("on", "text")):
                continue
            source = tables[rule["table"]]
            for line, row in table.dicts():
                passages = [
                    other[rule["text"]]
                    for _, other in source.dicts()
                    if other[rule["on"]] == row[rule["on"]]
                ]
                if not any(row[field["name"]] in passage for passage in passages):
                    where = f"{source.file} for {rule['on']} {row[rule['on']]}"
                    given = row[field["name"]]
                    advice = quotation_advice(given, passages, where)
                    problems.append(Problem(table.file, advice, line, field["name"], given))
    return problems


def check_most(tables):
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


def as_pack(descriptor, tables):
    """Give tables in which nothing is wrong so far as the pack that a lesson would open."""
    frames = {
        name: with_types(pd.DataFrame(table.rows, columns=table.names, dtype=str), table.fields)
        for name, table in tables.items()
    }
    return complete(descriptor, frames)


def check_templates(pack, tables):
    """Check that every {...} in the texts of the lessons finds its row."""
    problems = []
    for table in tables.values():
        for field in table.fields:
            if field.get("template"):
                for line, text in table.column(field["name"]):
                    try:
                        fill(pack, text)
                    except Unfilled as error:
                        problems.append(Problem(table.file, str(error), line, field["name"], text))
    return problems


def check_answers(pack, tables):
    """Check that every question has answers, and one that is checked a right one."""
    if not {"questions", "choices"} <= set(tables):
        return []
    # Widgets take a moment to import; only here are they needed, for one function.
    from crossroads.learn.questions import right_choices

    problems = []
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
