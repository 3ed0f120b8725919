"""Put lessons and exercises back as they came: ``python -m crossroads.publish.reset``.

Saved answers stay where they are. A notebook that was changed is first
copied to a folder beside the lessons, so that nothing that was typed is lost.
"""

import itertools
import shutil
import subprocess
import sys
from pathlib import Path

from crossroads.publish.lab import folder

KEPT = "my_old_notebooks"


NO_CLONE = (
    "This folder is no git clone, so the notebooks as they came are not in it. Unpack "
    "the module's download over this folder instead: your answers are not in the "
    "download and stay as they are. Copy notebooks that you changed elsewhere first."
)
PLACES = ["notebooks/*.ipynb", "exercises/*.ipynb", "examples/*.ipynb"]


class CannotReset(RuntimeError):
    """The notebooks as they came are not here; the message says what to do."""


def _git(root, *arguments):
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
    except FileNotFoundError:
        done = None
    if done is None or done.returncode:
        raise CannotReset(NO_CLONE)
    return done.stdout


def changed_notebooks(root):
    """List lessons and exercises that differ from the ones that came with the module.

    Parameters
    ----------
    root : pathlib.Path
        Folder of the module, a git clone.

    Returns
    -------
    list of str
        Paths below `root`; a notebook that was deleted is among them.

    Raises
    ------
    CannotReset
        If it is no git clone, or there is no git.
    """
    # A download that was unpacked inside another repository has the clone around it.
    if Path(_git(root, "rev-parse", "--show-toplevel").strip()).resolve() != root.resolve():
        raise CannotReset(NO_CLONE)
    if not known_notebooks(root):
        raise CannotReset(NO_CLONE)
    asked = _git(root, "diff", "--name-only", "-z", "HEAD", "--", *PLACES)
    return sorted(filter(None, asked.split("\0")))


def known_notebooks(root):
    """List the notebooks that came with the module, as its clone has them."""
    listed = _git(root, "ls-tree", "-r", "--name-only", "-z", "HEAD", "--", "notebooks/")
    listed += _git(root, "ls-tree", "-r", "--name-only", "-z", "HEAD", "--", "exercises/")
    return sorted(name for name in listed.split("\0") if name.endswith(".ipynb"))


def unknown_notebooks(root):
    """List notebooks that lie beside the lessons, and of which the clone knows nothing."""
    known = known_notebooks(root)
    found = [path for place in PLACES for path in root.glob(place)]
    names = sorted(path.relative_to(root).as_posix() for path in found)
    return [name for name in names if name not in known and not name.startswith("examples/")]


def reset(root):
    """Restore the notebooks.

    Parameters
    ----------
    root : pathlib.Path

    Returns
    -------
    restored : list of str
    kept : pathlib.Path or None
        Folder with what stood there before, if anything was changed.

    Raises
    ------
    CannotReset
        See `changed_notebooks`; nothing has been touched then.
    """
    names = changed_notebooks(root)
    changed = [name for name in names if (root / name).is_file()]
    kept = None
    if changed:
        kept = next(
            path
            for number in itertools.count(1)
            if not (path := root / "notebooks" / f"{KEPT}-{number}").exists()
        )
        for name in changed:
            (kept / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, kept / name)
    if names:
        _git(root, "checkout", "HEAD", "--", *names)
    return names, kept


def main(root):
    try:
        names, kept = reset(root)
    except CannotReset as error:
        print(error)
        return 1
    if not names:
        count = len(known_notebooks(root))
        print(f"The {count} lessons and exercises are as they came. Nothing to do.")
        _print_unknown(root)
        return 0
    print(f"As they came again: {', '.join(names)}.")
    if kept:
        print(f"What you had changed in them is kept in {kept.relative_to(root)}.")
    print("Your saved answers are untouched. Close open notebooks and open them again.")
    _print_unknown(root)
    return 0


def _print_unknown(root):
    if unknown := unknown_notebooks(root):
        print(f"Not from this module, and left as they are: {', '.join(unknown)}.")


if __name__ == "__main__":
    sys.exit(main(folder()))
