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
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    except FileNotFoundError:
        done = None
    if done is None or done.returncode:
        raise CannotReset(NO_CLONE)
    return [name for name in done.stdout.split("\0") if name]


def changed_notebooks(root):
    """List lessons and exercises, also deleted ones, that differ from those of the clone."""
    # A download that was unpacked inside another repository has the clone around it.
    (top,) = _git(root, "rev-parse", "--show-toplevel")
    if Path(top.strip()).resolve() != root.resolve() or not known_notebooks(root):
        raise CannotReset(NO_CLONE)
    return sorted(_git(root, "diff", "--name-only", "-z", "HEAD", "--", *PLACES))


def known_notebooks(root):
    """List the notebooks that came with the module, as its clone has them."""
    listing = ("ls-tree", "-r", "--name-only", "-z", "HEAD", "--", "notebooks/", "exercises/")
    return sorted(name for name in _git(root, *listing) if name.endswith(".ipynb"))


def unknown_notebooks(root):
    """List notebooks that lie beside the lessons, and of which the clone knows nothing."""
    known = known_notebooks(root)
    found = [path for place in PLACES[:2] for path in root.glob(place)]
    names = sorted(path.relative_to(root).as_posix() for path in found)
    return [name for name in names if name not in known]


def reset(root):
    """Restore the notebooks; give their names, and the folder with what was changed, or None."""
    names = changed_notebooks(root)
    changed = [name for name in names if (root / name).is_file()]
    kept = None
    if changed:
        places = (root / "notebooks" / f"{KEPT}-{number}" for number in itertools.count(1))
        kept = next(place for place in places if not place.exists())
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
    if names:
        print(f"As they came again: {', '.join(names)}.")
        if kept:
            print(f"What you had changed in them is kept in {kept.relative_to(root)}.")
        print("Your saved answers are untouched. Close open notebooks and open them again.")
    else:
        count = len(known_notebooks(root))
        print(f"The {count} lessons and exercises are as they came. Nothing to do.")
    if unknown := unknown_notebooks(root):
        print(f"Not from this module, and left as they are: {', '.join(unknown)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(folder()))
