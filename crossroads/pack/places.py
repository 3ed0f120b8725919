"""Where packs lie: the one that a notebook means, and the one that the lessons were written for."""

import os
from pathlib import Path

from crossroads.pack.problems import refused
from crossroads.pack.tables import DESCRIPTOR, read_descriptor

PACK_VARIABLE = "CROSSROADS_PACK"
MODULE = Path(__file__).resolve().parents[2]


def find_pack():
    """Find the pack that a notebook means when it names none.

    It is the folder that the environment variable ``CROSSROADS_PACK`` names,
    as seen from the working directory or from a folder above it; else the
    nearest ``data`` folder of a pack at or above the working directory; else
    the one beside this package.
    """
    named = os.environ.get(PACK_VARIABLE)
    found = _nearest(named or "data")
    if found is None and named:
        advice = f"no pack here; the variable {PACK_VARIABLE} must name the folder of one"
        raise refused(named, advice)
    if found is None:
        raise refused("data", "no pack found here; give its folder: load_pack('folder')")
    return found


def _nearest(name):
    here = Path.cwd()
    folders = (folder / name for folder in (here, *here.parents, MODULE))
    return next((folder for folder in folders if (folder / DESCRIPTOR).is_file()), None)


def find_known_pack():
    """Find the pack that the lessons were written for, or None."""
    beside = MODULE / "data"
    return beside if (beside / DESCRIPTOR).is_file() else _nearest("data")


def known_tables():
    """Describe every table that the lessons know, by its name: those of the pack they were for."""
    home = find_known_pack()
    resources = read_descriptor(home)["resources"] if home else []
    return {resource["name"]: resource for resource in resources}
