"""Check a whole pack and say everything that is wrong with it, in a teacher's words."""

from crossroads.pack.description import check_description, completed
from crossroads.pack.grammar import check_schema
from crossroads.pack.pack import open_tables
from crossroads.pack.problems import PackError, Problem
from crossroads.pack.rules import OF_TABLES, blame_lost_commas, check_templates
from crossroads.pack.tables import Tables, read_descriptor

# Functions of a pack and of its tables as text, for what only an opened pack can tell.
CHECKS = [check_templates]


def check(function):
    """Add a check: ``function(pack, tables)`` gives each `Problem` that it finds.

    Upper layers register theirs with it, so that whoever opens a pack through
    them has all checks, and this layer knows nothing of them.
    """
    CHECKS.append(function)
    return function


def check_rows(name, *others):
    """Add a check of each row of a table, where a pack has it and all the others.

    ``function(pack, cells)`` gives pairs of a column and of what is wrong in it.
    """

    def add(function):
        def rule(pack, tables):
            for row, cells in tables[name].dicts() if {name, *others} <= set(tables) else ():
                for column, advice in function(pack, cells):
                    yield Problem(tables[name].file, advice, row, column, cells[column])

        check(rule)
        return function

    return add


def check_pack(folder):
    """List everything that is wrong with the pack in a folder, in the order of tables and rows."""
    try:
        return examine(read_tables(folder))[1]
    except PackError as error:
        return error.problems


def read_tables(folder):
    """Read the tables of a pack; a `PackError` says what is wrong with their description."""
    descriptor = read_descriptor(folder)
    if problems := check_description(descriptor):
        raise PackError(problems)
    return Tables(folder, completed(descriptor))


def examine(tables):
    """Check the tables of a pack; give it, or None if anything is wrong, and each `Problem`."""
    pack, problems = None, list(tables.problems)
    for rule in (check_schema, *OF_TABLES):
        problems += rule(tables)
    if not problems:
        pack = open_tables(tables)
        for rule in CHECKS:
            problems += rule(pack, tables)
    problems += blame_lost_commas(tables, problems)
    place = {one["path"]: index for index, one in enumerate(tables.descriptor["resources"])}
    problems = sorted(dict.fromkeys(problems), key=lambda one: (place[one.file], one.row or 0))
    return (None if problems else pack), problems
