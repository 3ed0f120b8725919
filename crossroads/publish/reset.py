"""Put lessons and exercises back as they came: ``python -m crossroads.publish.reset``.

Saved answers stay where they are. A notebook that was changed is first
copied to a folder beside the lessons, so that nothing that was typed is lost.
"""

import itertools
import shutil
import subprocess
import sys

from crossroads.publish.lab import folder

KEPT = "my_old_notebooks"


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
        raise CannotReset(
            "This folder is no git clone, so the notebooks as they came are not in it. Unpack "
            "the module's download over this folder instead: your answers are not in the "
            "download and stay as they are. Copy notebooks that you changed elsewhere first."
        )
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
    places = ["notebooks/*.ipynb", "exercises/*.ipynb", "examples/*.ipynb"]
    return sorted(
        filter(None, _git(root, "diff", "--name-only", "-z", "HEAD", "--", *places).split("\0"))
    )


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
        print("Lessons and exercises are as they came. Nothing to do.")
        return 0
    print(f"As they came again: {', '.join(names)}.")
    if kept:
        print(f"What you had changed in them is kept in {kept.relative_to(root)}.")
    print("Your saved answers are untouched. Close open notebooks and open them again.")
    return 0


if __name__ == "__main__":
    sys.exit(main(folder()))
