"""Run a command, and say in sentences what keeps it from its work."""

import inspect
import re
import sys

from crossroads.pack.problems import PackError

# What is wrong with a file or folder that was named, as a person would say it.
WRONG = {
    FileExistsError: "is a file where a folder is needed; move it away, or name another",
    NotADirectoryError: "is a file where a folder is needed; move it away, or name another",
    IsADirectoryError: "is a folder where a file is needed; name a file",
    FileNotFoundError: "is not there; look at how it is written",
    PermissionError: "may not be read or written; is it open in another program?",
}


class Stopped(RuntimeError):
    """A command cannot go on; the message says why, and what to do."""


def run(main):
    """Run the `main` of a module with the words that stand behind its name, and exit."""
    sys.stdout.reconfigure(errors="backslashreplace")  # No console refuses a letter.
    try:
        sys.exit(main(*_given(main)))
    except (PackError, Stopped) as error:
        print(error)
    except OSError as error:
        print(_worded(error))
    sys.exit(1)


def _given(main):
    """Give the words of the command line; where they are too many or too few, say what to write."""
    given = sys.argv[1:]
    while given and not given[-1]:  # `make` writes so what nobody named.
        given.pop()
    try:
        inspect.signature(main).bind(*given)
    except TypeError:
        whole = " ".join(sys.modules[main.__module__].__doc__.split())
        ways = re.findall(r"``((?:make|python -m) [^`]+)``", whole)
        raise Stopped(f"Write: {', or: '.join(ways)}") from None
    return given


def _worded(error):
    said = [words for kind, words in WRONG.items() if isinstance(error, kind)]
    if error.filename and said:
        return f"{error.filename} {said[0]}"
    return f"{error.filename or 'Nothing is written'}: {error.strerror or error}."
