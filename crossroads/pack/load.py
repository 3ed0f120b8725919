"""Open an article pack: a folder of CSV tables that ``datapackage.json`` describes."""

from pathlib import Path

from crossroads.pack.check import examine, read_tables
from crossroads.pack.description import completed
from crossroads.pack.pack import open_tables
from crossroads.pack.places import find_pack
from crossroads.pack.problems import PackError
from crossroads.pack.tables import MANIFEST, Tables, digest, read_descriptor

# Rows with something wrong that a pack opens without, and all that may go with them.
MOST_FAULTY, MOST_LEFT_OUT = 12, 150
_opened = []  # the pack that was opened last in this kernel


def load_pack(folder=None):
    """Open a pack and check it.

    A pack that passed ``make check-data`` unchanged is opened at once. A
    changed one is checked first, which takes a second or two. Rows in which
    something is wrong are left out, and named in ``problems`` of the pack, where
    they are few: a lesson goes on without them.

    Parameters
    ----------
    folder : str or pathlib.Path, optional
        The pack; by default the folder that the environment variable
        ``CROSSROADS_PACK`` names, else the nearest ``data``.

    Returns
    -------
    Pack

    Raises
    ------
    PackError
        If more is wrong than a few rows; the message lists all of it, each
        with file, row, column, what was given and what is allowed.

    Examples
    --------
    >>> from crossroads import load_pack
    >>> pack = load_pack()
    >>> bool((pack.events["kind"] == "summit").any())
    True
    """
    folder = find_pack() if folder is None else Path(folder)
    descriptor = read_descriptor(folder)
    manifest = folder / MANIFEST
    if manifest.is_file() and manifest.read_text() == digest(folder, descriptor):
        pack = open_tables(Tables(folder, completed(descriptor)))
    else:
        pack = open_without_faulty_rows(folder)
    _opened[:] = [pack]
    return pack


def open_without_faulty_rows(folder):
    """Open a pack without the few rows in which something is wrong, and those that need them."""
    tables, left_out = read_tables(folder), set()
    pack, found = examine(tables)
    problems, most = found, MOST_FAULTY
    while problems:
        faulty = {(one.file, one.row) for one in problems}
        unread = len(tables) < len(tables.described) or any(row in (None, 1) for _, row in faulty)
        if unread or len(faulty - left_out) > most or faulty <= left_out:
            raise PackError(found)  # Nobody could tell what a lesson would show.
        left_out |= faulty
        most = MOST_LEFT_OUT - len(left_out)
        tables.drop(faulty)
        pack, problems = examine(tables)
    pack.problems, pack.left_out = found, sorted(left_out)
    return pack


def current_pack():
    """Give the pack that was opened last in this kernel; open the usual one if none was."""
    return _opened[0] if _opened else load_pack()
