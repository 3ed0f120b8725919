"""One table and one picture from many learners: ``python -m crossroads.classroom.collect FOLDER``.

Reads receipts and files of answers as data, wherever they lie below the
folder. Whatever else lies there is named and left alone.
"""

import sys
from pathlib import Path

from crossroads.classroom.picture import (
    claim_ids,
    class_page,
    count_tasks,
    finding,
    forecast_ids,
    levels_of,
    predictions_of,
)
from crossroads.classroom.receipt import GIVEN, csv_text, read_task_cell, receipt_row
from crossroads.learn import answers
from crossroads.learn.forms import WHEN, change_words, read_form_cell
from crossroads.learn.opening import load_pack
from crossroads.learn.tasks import task_ids
from crossroads.pack.problems import PackError
from crossroads.pack.tables import read_table

RESULTS = "collected"
LARGEST = 20_000_000  # bytes; a learner's answers are some ten thousand
IGNORED = {".html", ".md", ".pdf", ".ipynb"}  # handed in beside a receipt, nothing to count
FIXED = ["name", "file", "done", "tasks"]


class Foreign(ValueError):
    """A file is no receipt and no file of answers; the message says what it is."""


def read_learners(pack, folder):
    """Read all receipts and files of answers below a folder.

    Parameters
    ----------
    pack : Pack
    folder : pathlib.Path

    Returns
    -------
    rows : list of dict of str to str
        One for each learner, see `receipt_row`; with ``file``, where it was
        found. Of several that are one learner's, the one with most in it.
    skipped : list of (str, str)
        Files that are neither receipts nor answers, and why.
    """
    rows, skipped = [], []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or name.startswith(f"{RESULTS}/") or path.suffix.lower() in IGNORED:
            continue
        try:
            for row in _rows_of(pack, path):
                rows.append({**row, "file": name, "name": row["name"] or _owner(path, folder)})
        except Foreign as error:
            skipped.append((name, str(error)))
        except OSError as error:
            skipped.append((name, f"cannot be read ({error.strerror})"))
    return _one_each(rows), skipped


def _owner(path, folder):
    """Name a learner who gave no name: by the folder handed in, else by the file."""
    return path.parent.name if path.parent != folder else path.stem


def _rows_of(pack, path):
    older, newer = (path.with_suffix(ending) for ending in (answers.OLDER, ".txt"))
    for file in {path, older} if path == newer and older.exists() else {path}:
        if file.is_symlink():
            raise Foreign("is a link and not a file")
        if file.stat().st_size > LARGEST:
            raise Foreign("is too large for a learner's answers")
    if path == older and newer.is_file():
        return []  # The newer file is read with this one.
    if path.suffix.lower() in (".txt", answers.OLDER):
        records, damaged = answers.read_records(path)
        if not records:
            raise Foreign("has no saved answers in it")
        return [receipt_row(pack, records)]
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
    found = [dict(zip(header, cells, strict=False)) for _, cells in rows]
    article = pack.article["article_id"].iloc[0]
    others = {row["receipt"] for row in found} - {article}
    if others or not found:
        raise Foreign(f"is a receipt for {', '.join(sorted(others))[:60] or 'nobody'}")
    return [_known(pack, row) for row in found]


def _known(pack, row):
    """Keep of a receipt what fits the pack."""
    kept = {one: row.get(one, "")[:100].removeprefix("'") for one in ("learner", "name")}
    kept["tasks"] = str(len(task_ids(pack)))
    for task_id in task_ids(pack):
        cell = row.get(f"task {task_id}", "")
        kept[f"task {task_id}"] = cell if read_task_cell(cell) else ""
    kept["done"] = str(sum(cell.startswith("done;") for cell in kept.values()))
    for question, choices in predictions_of(pack).items():
        kept[f"prediction {question}"] = _among(row.get(f"prediction {question}"), choices)
    for forecast in forecast_ids(pack):
        percent = row.get(f"probability {forecast}", "")
        fits = percent.isdecimal() and percent.isascii() and int(percent[:4]) <= 100
        kept[f"probability {forecast}"] = str(int(percent)) if fits else ""
    for claim in claim_ids(pack):
        verdicts = pack.allowed("claims", "verdict")
        kept[f"judgement {claim}"] = _among(row.get(f"judgement {claim}"), verdicts)
    for stance, levels in levels_of(pack).items():
        kept[f"recoding {stance}"] = _among(row.get(f"recoding {stance}"), levels)
    for when in WHEN:
        cell = row.get(f"form {when}", "")
        kept[f"form {when}"] = cell if read_form_cell(pack, cell) else ""
    return {name: value for name, value in kept.items() if value or name in ("learner", "name")}


def _among(words, choices):
    return words if words in choices else ""


def _one_each(rows):
    """Keep one row of each learner, the fullest: many hand in both a receipt and the answers."""
    kept = {}
    for row in rows:
        key = row["learner"] or row["file"]
        other = kept.get(key)
        kept[key] = other if other and _fullness(other) >= _fullness(row) else row
    return list(kept.values())


def _fullness(row):
    cells = [read_task_cell(cell) for name, cell in row.items() if name.startswith("task ")]
    return sum(one["attempts"] + bool(one["level"]) for one in cells if one) + sum(
        bool(cell) for name, cell in row.items() if name.startswith(GIVEN)
    )


def table_text(pack, rows):
    """Write the table of the class as CSV.

    Parameters
    ----------
    pack : Pack
    rows : list of dict
        See `read_learners`.

    Returns
    -------
    str
    """
    columns = [*FIXED, *(f"task {one}" for one in task_ids(pack))]
    columns += [f"prediction {one}" for one in predictions_of(pack)]
    columns += [f"probability {one}" for one in forecast_ids(pack)]
    columns += [f"judgement {one}" for one in claim_ids(pack)]
    columns += [f"recoding {one}" for one in levels_of(pack)]
    columns += [f"form {when}" for when in WHEN]
    return csv_text(rows, columns)


def collect(folder, pack=None):
    """Write the table and the picture of a class.

    Parameters
    ----------
    folder : str or pathlib.Path
        What the learners handed in.
    pack : Pack, optional
        By default the one that `load_pack` finds.

    Returns
    -------
    str
        What was read, written and left out.

    Raises
    ------
    NotADirectoryError
        If there is no such folder.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder.name or folder}: no such folder; make collect FROM=...")
    pack = pack or load_pack()
    rows, skipped = read_learners(pack, folder)
    results = folder / RESULTS
    results.mkdir(exist_ok=True)
    (results / "class.csv").write_text(table_text(pack, rows), encoding="utf-8", newline="")
    (results / "class.html").write_text(class_page(pack, rows), encoding="utf-8")
    lines = [f"left out: {name} {why}" for name, why in skipped]
    lines.append(finding(pack.words, count_tasks(pack, rows), len(rows)))
    lines.append(change_words(pack, rows))
    lines.append(f"Written: {RESULTS}/class.csv (names) and {RESULTS}/class.html (no names).")
    return "\n".join(lines)


def main(arguments):
    if len(arguments) != 1 or not arguments[0]:
        print("Give the folder with what the learners handed in: make collect FROM=folder")
        return 1
    try:
        print(collect(arguments[0]))
    except NotADirectoryError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
