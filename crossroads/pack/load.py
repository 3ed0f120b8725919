"""Open an article pack: a folder of CSV tables that ``datapackage.json`` describes."""

from pathlib import Path

from crossroads.pack.check import examine
from crossroads.pack.pack import open_tables
from crossroads.pack.places import find_pack
from crossroads.pack.problems import PackError
from crossroads.pack.tables import MANIFEST, Tables, digest, read_descriptor

_opened = []  # the pack that was opened last in this kernel


def load_pack(folder=None):
    """Open a pack and check it.

    A pack that passed ``make check-data`` unchanged is opened at once. A
    changed one is checked first, which takes a second or two.

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
        If anything is wrong; the message lists all of it, each with file,
        row, column, what was given and what is allowed.

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
        pack = open_tables(descriptor, Tables(folder, descriptor))
    else:
        pack, problems = examine(folder)
        if problems:
            raise PackError(problems)
    _opened[:] = [pack]
    return pack


def current_pack():
    """Give the pack that was opened last in this kernel; open the usual one if none was."""
    return _opened[0] if _opened else load_pack()
