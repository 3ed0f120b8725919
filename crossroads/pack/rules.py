"""What no Table Schema says: what the cells, rows and tables have to do with each other."""

import functools

from crossroads.pack.advice import ZEROS, leftover_advice, not_known, quotation_advice
from crossroads.pack.grammar import WRITTEN
from crossroads.pack.problems import Problem
from crossroads.words.lookups import Unfilled, fill
from crossroads.words.plain import parts


def check_spreadsheet_leftovers(tables):
    """Check for what a spreadsheet leaves in cells of any type."""
    for table, field in tables.columns():
        advise = functools.cache(functools.partial(leftover_advice, field=field))
        for row, text in table.column(field["name"]):
            if advice := advise(text):
                yield Problem(table.file, advice, row, field["name"], text)


def check_one_article(tables):
    """Check that the table of the article has its one row."""
    table = tables.get("article")
    if table is not None and len(table.rows) != 1:
        advice = f"has {len(table.rows)} rows; it must have exactly one, about the article itself"
        yield Problem(table.file, advice)


def check_references(tables):
    """Check columns that hold several ids, or ids of any table (``table:key``)."""
    known = {}
    for table, field, row, text in tables.cells("references"):
        for reference in parts(text):
            if advice := _reference_advice(reference, field["references"], tables, known):
                yield Problem(table.file, advice, row, field["name"], reference)


def _reference_advice(given, target, tables, known):
    if target == "*":
        target, colon, given = given.partition(":")
        if not colon:
            return "must name a table and a key, such as events:" + target
        if target not in tables.described:
            return not_known(target, sorted(tables.described), "the pack as a table")
    target, _, named = target.partition(".")
    column = named or target in tables and tables[target].key[0]
    if not tables.has(target, column):
        return None  # The table could not be read; that has been reported.
    if (target, column) not in known:
        known[target, column] = {*tables[target].rows[column]}
    if given in known[target, column]:
        return None
    where = tables[target].file + (f", column {column}" if named else "")
    return not_known(given, sorted(known[target, column]), where)


def check_order(tables):
    """Check that dates declared as ordered do not run backwards."""
    for table in tables.values():
        for first, second in table.resource.get("order", []):
            for row, cells in table.dicts():
                early, late = cells[first], cells[second]
                both = all(map(WRITTEN["date"].fullmatch, (early, late)))
                if both and late < early and late not in ZEROS:
                    advice = f"is before {first} {early}; swap them or mend one"
                    yield Problem(table.file, advice, row, second, late)


def check_quotations(tables):
    """Check that a quotation stands word for word in an excerpt of its paragraph."""
    for table, field in tables.columns("within"):
        rule, name = field["within"], field["name"]
        source = tables.get(rule["table"])
        if rule["on"] in table.missing or not all(
            tables.has(rule["table"], rule[key]) for key in ("on", "text")
        ):
            continue
        passages = {}
        for _, cells in source.dicts():
            passages.setdefault(cells[rule["on"]], []).append(cells[rule["text"]])
        for row, cells in table.dicts():
            near = passages.get(cells[rule["on"]], [])
            if not any(cells[name] in passage for passage in near):
                where = f"{source.file} for {rule['on']} {cells[rule['on']]}"
                advice = quotation_advice(cells[name], near, where)
                yield Problem(table.file, advice, row, name, cells[name])


def check_most(tables):
    """Check that a value stands in no more rows than a chart can offer as choices."""
    for table, field in tables.columns("most"):
        for value, most in field["most"].items():
            rows = table.rows.index[table.rows[field["name"]] == value]
            if len(rows) > most:
                advice = (
                    f"stands in {len(rows)} rows, at most {most} are allowed; change one of "
                    "them, this or another"
                )
                yield Problem(table.file, advice, rows[-1], field["name"], value)


def check_settled(tables):
    """Check that a stance whose codings do not give its position says why it stands there."""
    columns = ("coding_1", "coding_2", "position", "settled")
    if not all(tables.has("stances", one) for one in columns):
        return
    for row, cells in tables["stances"].dicts():
        first, second, position, settled = (cells[one] for one in columns)
        codings = {first, second} - {""}
        if codings and codings != {position} and not settled:
            advice = (
                f"is empty, and the position {position or 'none'} is not what both codings give "
                f"({first or 'none'} and {second or 'none'}); write in a sentence why it stands"
            )
            yield Problem(tables["stances"].file, advice, row, "settled", settled)


def check_templates(pack, tables):
    """Check that every {...} in the texts of the lessons finds its row."""
    for table, field, row, text in tables.cells("template"):
        try:
            fill(pack, text)
        except Unfilled as error:
            yield Problem(table.file, str(error), row, field["name"], text)


def blame_lost_commas(tables, problems):
    """Say of a row with something wrong that it has too few cells, which may be the reason."""
    wrong = {(problem.file, problem.row) for problem in problems}
    return [
        Problem(table.file, table.cells_advice(count), row)
        for table in tables.values()
        for row, count in table.short.items()
        if (table.file, row) in wrong
    ]


OF_TABLES = (
    check_spreadsheet_leftovers,
    check_references,
    check_order,
    check_quotations,
    check_one_article,
    check_most,
    check_settled,
)
