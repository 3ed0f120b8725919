"""What is wrong in a pack, as a teacher is told it."""

from dataclasses import dataclass

# How many problems of one column a message lists before it only counts rows.
MOST = 12


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a pack: where, what is allowed, and the likely fix."""

    file: str
    message: str
    row: int | None = None  # as a spreadsheet counts: the header is row 1
    column: str | None = None
    given: str | None = None  # the text that stands there

    def __str__(self):
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        given = "" if self.given is None else f" given {shorten(self.given)!r};"
        return f"{', '.join(place)}:{given} {self.message}"


class PackError(ValueError):
    """A pack cannot be used; ``problems`` lists everything that is wrong with it."""

    def __init__(self, problems):
        self.problems = list(problems)
        count = len(self.problems)
        things = "1 thing needs" if count == 1 else f"{count} things need"
        lines = [f"{things} mending in the pack:"]
        columns = {}
        for problem in self.problems:
            columns.setdefault((problem.file, problem.column), []).append(problem)
        for (_, column), found in columns.items():
            # A column that was sorted or shifted alone is wrong in every row.
            shown = found if column is None or len(found) <= MOST else found[: MOST - 2]
            lines += [f"- {problem}" for problem in shown]
            if len(shown) < len(found):
                rows = ", ".join(str(problem.row) for problem in found[len(shown) :])
                lines.append(
                    f"- {found[0].file}, column {column}: something of the kind also in rows "
                    f"{shorten(rows, 200)}. Was this column sorted, moved or filled by itself?"
                )
        super().__init__("\n".join(lines))

    # JupyterLab would show a learner twenty lines of traceback before the
    # first useful word; IPython calls this instead.
    def _render_traceback_(self):
        return str(self).split("\n")


def refused(file, advice, *place):
    """Give the error of one thing that keeps a pack from being used; `place` as in a `Problem`."""
    return PackError([Problem(file, advice, *place)])


def shorten(text, length=80):
    """Cut a text for a message, at `length` characters."""
    return text if len(text) <= length else text[: length - 1] + "…"
