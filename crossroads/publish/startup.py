"""What ``make lab`` lets every kernel do first, so that a lesson can begin at any cell.

A lesson's first cell imports what it calls and opens the pack. In a cell that
is run without it, these names are there all the same. A name that an earlier
cell makes cannot be guessed; a sentence says what to run.
"""

import ast

import crossroads
from crossroads.pack.load import current_pack
from crossroads.publish.calls import names_in


def lacking(source, known):
    """List the names of a lesson's first cell that a cell uses, and nobody has given yet."""
    try:
        made, used = names_in(ast.parse(source))
    except SyntaxError:
        return []
    return sorted((used - made - set(known)).intersection([*crossroads.__all__, "pack"]))


def install(shell):
    """Let a kernel give the names of the lessons when they are first used."""

    def give(info):
        for name in lacking(info.raw_cell, shell.user_ns):
            value = current_pack() if name == "pack" else getattr(crossroads, name)
            shell.user_ns[name] = value

    def say(shell, kind, error, traceback, tb_offset=None):
        while traceback.tb_next:
            traceback = traceback.tb_next
        if traceback.tb_frame.f_globals is not shell.user_ns:
            shell.showtraceback((kind, error, error.__traceback__), tb_offset)
        else:
            print(current_pack().words.say("name-not-there", name=error.name))
        return []

    shell.events.register("pre_run_cell", give)
    shell.set_custom_exc((NameError,), say)
