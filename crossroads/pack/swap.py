"""Write a folder aside and swap it in when it is whole: Ctrl-C leaves the old or the new."""

import contextlib
import errno
import os
import shutil
from pathlib import Path


@contextlib.contextmanager
def swapped(folder):
    """Give a new folder that takes another's place when all is written; others in it stay."""
    folder = Path(folder).resolve()
    new, old = (folder.with_name(f".{folder.name}.{word}") for word in ("new", "old"))
    if old.exists() and not folder.exists():
        old.rename(folder)  # The power failed in the middle of a swap.
    if folder.is_file():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    try:
        yield new
        if folder.exists():
            _keep_others(folder, new)
            shutil.rmtree(old, ignore_errors=True)
            folder.rename(old)
        new.rename(folder)
    except BaseException:
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise
    finally:
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)


def _keep_others(folder, new):
    """Copy into a new folder what the old one has and the new one does not."""

    def written(place, names):
        there = new / Path(place).relative_to(folder)
        return [name for name in names if (there / name).is_file()]

    shutil.copytree(folder, new, symlinks=True, ignore=written, dirs_exist_ok=True)
