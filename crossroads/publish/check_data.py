"""Check a pack: ``make check-data PACK=FOLDER``.

Without make: ``python -m crossroads.publish.check_data FOLDER``.
"""

import contextlib
from pathlib import Path

import crossroads.learn.outside  # all checks register themselves
import crossroads.learn.reader
import crossroads.learn.tasks  # noqa: F401
from crossroads.learn.opening import load_pack, unanswered
from crossroads.pack.check import check_pack
from crossroads.pack.command import run
from crossroads.pack.description import completed, hints_on_columns
from crossroads.pack.places import find_known_pack
from crossroads.pack.problems import PackError, Problem
from crossroads.pack.tables import MANIFEST, Tables, digest, read_descriptor
from crossroads.publish import weave


def main(folder):
    """Check a pack from the command line; exit status 1 if anything is wrong."""
    folder = Path(folder)
    if not (problems := check_pack(folder)):
        descriptor, pack = remember(folder), load_pack(folder)
        print(f"{descriptor['name']}: {len(descriptor['resources'])} tables, nothing to mend")
        for hint in hints_on_columns(Tables(folder, completed(descriptor))):
            print(f"- {hint}")
        problems = [
            Problem("questions.csv", f"{one}; see the columns chart, setting, record and shown")
            for one in unanswered(pack)
        ]
    if not problems and folder.resolve() != find_known_pack():
        problems = weave.check_words(folder, pack)
        if not problems and (lines := weave.could_use(weave.weave_lessons(folder))):
            print("\n- ".join(["The lessons could still use:", *lines]))
    if problems:
        print(PackError(problems))
    return 1 if problems else 0


def remember(folder):
    """Note that these very files are good, so that notebooks open them at once."""
    descriptor = read_descriptor(folder)
    # A read-only pack is checked at every opening instead.
    with contextlib.suppress(OSError):
        (folder / MANIFEST).write_text(digest(folder, descriptor), newline="\n")
    return descriptor


if __name__ == "__main__":
    run(main)
