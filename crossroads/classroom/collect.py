"""One table and one picture from many learners: ``make collect FROM=FOLDER``.

Without make: ``python -m crossroads.classroom.collect FOLDER``.

Reads receipts and files of answers as data, wherever they lie below the
folder. Whatever else lies there is named and left alone.
"""

import errno
import sys
from collections import Counter
from pathlib import Path, PurePosixPath

from crossroads.classroom import columns
from crossroads.classroom.picture import class_page, count_tasks, finding
from crossroads.learn import answers
from crossroads.learn.forms import change_words
from crossroads.learn.opening import load_pack
from crossroads.learn.progress import DONE
from crossroads.learn.tasks import task_ids
from crossroads.pack.command import run
from crossroads.pack.problems import PackError
from crossroads.pack.swap import swapped
from crossroads.pack.tables import read_table

RESULTS = "collected"
LARGEST = 5_000_000  # bytes; a learner's answers are some ten thousand
MOST_ROWS = 500  # of one table of receipts
MOST_RECORDS = 20_000  # of one file of answers
IGNORED = {".html", ".md", ".pdf", ".ipynb"}  # handed in beside a receipt, nothing to count
PARTS = ("done", "attempts", "hints", "opened", "level")
FIXED = ["name", "file", "done", "tasks"]


class Foreign(ValueError):
    """A file is no receipt and no file of answers; the message says what it is."""


def read_learners(pack, folder, tell=lambda *_: None):
    """Read all below a folder: a row for each learner, what is left out and why, and doubts."""
    rows, skipped, found = [], [], [*_handed_in(folder)]
    ignored = [name for name, path in found if path.suffix.lower() in IGNORED]
    paths = [one for one in found if one[1].suffix.lower() not in IGNORED]
    for number, (name, path) in enumerate(paths, 1):
        tell(number, len(paths), name)
        try:
            # Who gave no name has that of the folder handed in, else of the file.
            nameless = path.parent.name if path.parent != folder else path.stem
            for row in _rows_of(pack, path):
                owner = columns.shown(row["name"] or nameless)
                rows.append({**row, "file": name, "name": owner})
        except Foreign as error:
            skipped.append((name, str(error)))
        except Exception as error:
            # A stranger's file must not end the run for all the others.
            why = error.strerror if isinstance(error, OSError) else type(error).__name__
            skipped.append((name, f"cannot be read ({why})"))
    kept, doubts = _one_each(rows)
    read = [row["file"] for row in rows] + [name for name, _ in skipped]
    alone = "is nothing to count, and no receipt came with it: ask for the .csv that lies beside it"
    skipped += [(name, alone) for name in _alone(ignored, read, kept)]
    return kept, skipped, doubts


def _alone(ignored, read, kept):
    """List what came without a file that counts: none has its name, or lies in a learner's folder.

    A folder is a learner's if it is not the class's, and gave no second learner.
    """
    read, ignored = map(PurePosixPath, read), map(PurePosixPath, ignored)
    names = {one.with_suffix("") for one in read}
    learners = Counter(PurePosixPath(row["file"]).parent for row in kept)
    folders = {one.parent for one in names if learners[one.parent] < 2} - {PurePosixPath()}
    return [
        str(one)
        for one in ignored
        if one.with_suffix("") not in names and folders.isdisjoint(one.parents)
    ]


def _handed_in(folder):
    for path in sorted(folder.rglob("*")):
        name = columns.shown(path.relative_to(folder).as_posix())
        own = name.startswith((f"{RESULTS}/", f".{RESULTS}."))
        if not own and not (path.is_dir() and not path.is_symlink()):
            yield name, path


def _rows_of(pack, path):
    older, newer = (path.with_suffix(ending) for ending in (answers.OLDER, ".txt"))
    for file in {path, older} if path == newer and older.exists() else {path}:
        if file.is_symlink():
            raise Foreign("is a link and not a file")
        if not file.is_file():
            raise Foreign("is no ordinary file")
        if file.stat().st_size > LARGEST:
            raise Foreign("is too large for a learner's answers")
    if path == older and newer.is_file():
        return []  # The newer file is read with this one.
    if path.suffix.lower() in (".txt", answers.OLDER):
        records = answers.read_records(path)[0]
        if not records:
            raise Foreign("has no saved answers in it")
        if len(records) > MOST_RECORDS:
            raise Foreign(f"has more than {MOST_RECORDS} answers in it")
        return [columns.fitting_row(pack, columns.receipt_row(pack, records))]
    if path.suffix.lower() == ".csv":
        return _receipts(pack, path)
    raise Foreign("is neither a receipt nor a file of answers")


def _receipts(pack, path):
    try:
        header, rows = read_table(path, ["receipt", "learner", "name", "done", "tasks"])
    except PackError as error:
        raise Foreign(error.problems[0].message) from None
    if not {"receipt", "learner", "name"} <= set(header):
        raise Foreign("is a table, but no receipt")
    # Its last cell is never empty: only what has something in it is written.
    longest = max((len(cells) for _, cells in rows), default=len(header))
    if longest < len(header):
        raise Foreign(f"breaks off after {longest} of its {len(header)} cells; ask for it again")
    found = [dict(zip(header, cells, strict=False)) for _, cells in rows]
    article = pack.article["article_id"].iloc[0]
    if len(found) > MOST_ROWS:
        raise Foreign(f"has more than {MOST_ROWS} rows")
    others = {row.get("receipt", "") for row in found} - {article}
    if others or not found:
        whose = columns.shown(", ".join(sorted(others)))[:60] or "nobody"
        raise Foreign(f"is a receipt for {whose}")
    return [columns.fitting_row(pack, row) for row in found]


def _one_each(rows):
    """Keep the fullest row of each learner, known by mark and name or folder; word all doubts."""
    kept, doubts = [], []
    for row in rows:
        same = [other for other in kept if row["learner"] and other["learner"] == row["learner"]]
        one = next((other for other in same if _person(other) & _person(row)), None)
        if one is None:
            kept.append(row)
            if same:
                doubts.append(
                    f"look: {row['file']} and {same[0]['file']} began from one file of answers; "
                    "they count as two learners"
                )
        else:
            people = {other["name"].casefold() for other in (one, row)}
            if len(people) == 2 and row["file"].endswith(".csv") == one["file"].endswith(".csv"):
                doubts.append(f"look: {one['file']} and {row['file']} count as one learner")
            if _fullness(row) > _fullness(one):
                kept[kept.index(one)] = row
    names, cells = {}, {}
    for row in kept:
        first = names.setdefault(row["name"].casefold(), row)
        if row["name"] and first is not row:
            doubts.append(f"look: {first['file']} and {row['file']} are both called {row['name']}")
    for row in kept:
        first = cells.setdefault(_cells(row), row)
        if _cells(row) and first is not row:
            doubts.append(f"look: {row['file']} have the same answers as {first['file']}")
    return kept, doubts


def _person(row):
    folder = row["file"].rpartition("/")[0]
    return {("name", row["name"].casefold()), *([("folder", folder)] if folder else [])}


def _cells(row):
    """Give all that a learner did; nothing where that is too little to be one's own."""
    cells = tuple((name, cell) for name, cell in sorted(row.items()) if " " in name)
    return cells if len(cells) > 9 else ()


def _fullness(row):
    cells = [(name, columns.read_task_cell(cell)) for name, cell in row.items() if " " in name]
    tasks = [task for name, task in cells if name.startswith("task ")]
    given = len(cells) - len(tasks)
    return given + sum(task["attempts"] + bool(task["level"]) for task in tasks)


def table_text(pack, rows):
    """Write the table of the class as CSV: one number, or one word, in a cell."""
    heads = [*FIXED, *(f"{one} {part}" for one in task_ids(pack) for part in PARTS)]
    for name, kind in columns.KINDS.items():
        heads += [f"{name} {key}" for key in kind.ids(pack)] if name != "task" else []
    return columns.csv_text([{**row, **_numbers(pack, row)} for row in rows], heads)


def _numbers(pack, row):
    """Take the state of each task apart: done (1 or 0), attempts, hints, opened, level."""
    cells = {}
    for task_id in task_ids(pack):
        if one := columns.read_task_cell(row.get(f"task {task_id}", "")):
            values = (one["state"] == DONE, one["attempts"], one["hints"], one["revealed"])
            for part, value in zip(PARTS, [*map(int, values), one["level"] or ""], strict=True):
                cells[f"{task_id} {part}"] = str(value)
    return cells


def collect(folder, pack=None, tell=lambda *_: None):
    """Write the table and the picture of a class, whole or not at all; tell what was read."""
    folder = Path(folder)
    if not folder.is_dir():
        name = columns.shown(folder.name or str(folder))
        raise NotADirectoryError(f"no folder {name} is there; write make collect FROM=...")
    pack = pack or load_pack()
    results = folder / RESULTS
    if results.is_symlink() or (results.exists() and not results.is_dir()):
        raise FileExistsError(errno.EEXIST, f"{RESULTS} is no folder; move it elsewhere first")
    rows, skipped, doubts = read_learners(pack, folder, tell)
    with swapped(results) as new:
        # With a signature, so that a spreadsheet shows every letter after a double-click.
        (new / "class.csv").write_text(table_text(pack, rows), "utf-8-sig", newline="")
        (new / "class.html").write_text(class_page(pack, rows), "utf-8", "replace", "")
    lines = [f"left out: {name} {why}" for name, why in skipped] + doubts
    lines.append(finding(pack.words, count_tasks(pack, rows), len(rows)))
    lines.append(change_words(pack, rows))
    lines.append(f"Written: {RESULTS}/class.csv (names) and {RESULTS}/class.html (no names).")
    return "\n".join(lines)


def main(folder):
    print(collect(folder, tell=_show_progress))


def _show_progress(number, count, name):
    if number % 20 == 0 and sys.stderr.isatty():
        print(f"{number} of {count}: {name[:60]}", file=sys.stderr)


if __name__ == "__main__":
    run(main)
