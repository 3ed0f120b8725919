"""Put lessons and exercises back as they came: ``python -m crossroads.publish.reset``.

Saved answers stay where they are. A notebook that was changed is first
copied to a folder beside the lessons, so that nothing that was typed is lost.
"""

import itertools
import re
import shutil
import subprocess
from pathlib import Path

from crossroads.pack.command import Stopped, run
from crossroads.publish.lab import folder

KEPT = "my_old_notebooks"
NO_CLONE = (
    "This folder is no git clone, so the notebooks as they came are not in it. Unpack "
    "the module's download over this folder instead: your answers are not in the "
    "download and stay as they are. Copy notebooks that you changed elsewhere first."
)
PLACES = ["notebooks/*.ipynb", "exercises/*.ipynb", "examples/*.ipynb"]


class CannotReset(Stopped):
    """The notebooks as they came are not here; the message says what to do."""


def git(root, *arguments):
    """Give what git says of a clone, parted at its zeros, or raise `CannotReset`."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    except FileNotFoundError:
        done = None
    if done is None or done.returncode:
        raise CannotReset(NO_CLONE)
    return [name for name in done.stdout.split("\0") if name]


def known_notebooks(root):
    """List the notebooks that came with the module, as its clone has them."""
    # A download that was unpacked inside another repository has the clone around it.
    (top,) = git(root, "rev-parse", "--show-toplevel")
    listing = ("ls-tree", "-r", "--name-only", "-z", "HEAD", "--", "notebooks/", "exercises/")
    known = [name for name in git(root, *listing) if name.endswith(".ipynb")]
    if Path(top.strip()).resolve() != root.resolve() or not known:
        raise CannotReset(NO_CLONE)
    return known


def compared(root):
    """List the notebooks that differ from the clone's, also deleted ones, and its unknown ones."""
    options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all")
    listed = sorted(git(root, "status", *options, "--", *PLACES), key=lambda one: one[3:])
    unknown = [one[3:] for one in listed if one.startswith("??")]
    changed = [one[3:] for one in listed if not one.startswith("??")]
    beside = re.compile("(notebooks|exercises)/[^/]+")
    return changed, list(filter(beside.fullmatch, unknown))


def reset(root, names):
    """Restore notebooks; give the folder in which those that were changed are kept, or None."""
    kept, changed = None, [name for name in names if (root / name).is_file()]
    if changed:
        places = (root / "notebooks" / f"{KEPT}-{number}" for number in itertools.count(1))
        kept = next(place for place in places if not place.exists())
    for name in changed:
        (kept / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, kept / name)
    if names:
        git(root, "checkout", "HEAD", "--", *names)
    return kept


def main():
    root = folder()
    known, (names, unknown) = known_notebooks(root), compared(root)
    kept = reset(root, names)
    if not names:
        print(f"The {len(known)} lessons and exercises are as they came. Nothing to do.")
    else:
        print(f"As they came again: {', '.join(names)}.")
        if kept:
            print(f"What you had changed in them is kept in {kept.relative_to(root)}.")
        print("Your saved answers are untouched. Close open notebooks and open them again.")
    if unknown:
        print(f"Not from this module, and left as they are: {', '.join(unknown)}.")


if __name__ == "__main__":
    run(main)
