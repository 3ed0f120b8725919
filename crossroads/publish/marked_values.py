"""Values of the tables in a lesson's paragraphs: ``76<!-- days.xi-beijing.singapore --> days``.

A comment names the value before it by a key of the pack's table ``marks``. No
reader sees it; `renew` writes today's value before it.
"""

import re

from crossroads.learn.opening import load_pack
from crossroads.words.dates import MONTHS
from crossroads.words.lookups import fill
from crossroads.words.plain import unknown

MARK = re.compile(r"<!--\s*(.*?)\s*-->", re.S)
MONTH = "|".join(MONTHS)
# What stands before a mark, by its kind. A text has no end of its own: only
# the very same text is known again.
BEFORE = {
    "count": r"\d[\d,]*$",
    "decimal": r"[−-]?\d[\d,]*(?:\.\d+)?$",
    "date": rf"(?:(?:\d{{1,2}} )?\b(?:{MONTH})(?: \d{{4}})?|\b\d{{4}})$",
}
OPENED = re.compile(r"\bload_pack\((?:\"([^\"]*)\")?\)")


class Unmarked(LookupError):
    """A mark has no key that is known, or no value before it."""


def values(*packs):
    """Give kind and value of each key of some packs."""
    return {
        row.key: (row.kind, fill(pack, row.value))
        for pack in packs
        for row in pack.marks.itertuples()
    }


def values_for(notebook, folder):
    """Give the values that a notebook's marks can name: those of the packs that it opens."""
    code = "\n".join(cell["source"] for cell in notebook.cells if cell["cell_type"] == "code")
    return values(*(load_pack(folder / name if name else None) for name in OPENED.findall(code)))


def renew(source, known):
    """Write today's values before a text's marks; list key, old and new of each change."""
    renewed, differences, at = "", [], 0
    for mark in MARK.finditer(source):
        key, before = mark[1], source[at : mark.start()]
        if key not in known:
            raise Unmarked(unknown("mark", key, known))
        kind, value = known[key]
        found = re.search(BEFORE.get(kind) or re.escape(value) + "$", before)
        if not found:
            words = before.rpartition("\n")[2][-len(value) - 20 :]
            raise Unmarked(f"before <!-- {key} --> must stand {value!r}; there stands {words!r}")
        if found[0] != value:
            differences.append((key, found[0], value))
        renewed += before[: found.start()] + value + mark[0]
        at = mark.end()
    return renewed + source[at:], differences


def renew_notebook(notebook, known, name="the notebook"):
    """Renew a notebook's paragraphs in place, and say in a sentence each what was not of today."""
    changes = []
    for number, cell in enumerate(notebook["cells"], 1):
        if cell["cell_type"] != "markdown":
            continue
        try:
            cell["source"], differences = renew(cell["source"], known)
        except Unmarked as error:
            raise Unmarked(f"{name}, cell {number}: {error}") from None
        changes += [
            f"{name}, cell {number} says {old}, the tables give {new} ({key})"
            for key, old, new in differences
        ]
    return changes
