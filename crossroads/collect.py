"""One table and one picture from many learners: ``python -m crossroads.collect FOLDER``.

Reads receipts and files of answers as data, wherever they lie below the
folder. Whatever else lies there is named and left alone.
"""

import sys
from pathlib import Path

import pandas as pd

from crossroads import answers
from crossroads.pack import load_pack
from crossroads.receipt import csv_text, read_task_cell, receipt_row
from crossroads.tables import PackError, read_table
from crossroads.tasks import task_ids
from crossroads.words import count_words, fill

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
    if path.is_symlink():
        raise Foreign("is a link and not a file")
    if path.stat().st_size > LARGEST:
        raise Foreign("is too large for a learner's answers")
    if path.suffix.lower() == ".jsonl":
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
    for forecast in _forecasts(pack):
        percent = row.get(f"probability {forecast}", "")
        fits = percent.isdecimal() and percent.isascii() and int(percent[:4]) <= 100
        kept[f"probability {forecast}"] = str(int(percent)) if fits else ""
    return {name: value for name, value in kept.items() if value or name in ("learner", "name")}


def _among(words, choices):
    return words if words in choices else ""


def predictions_of(pack):
    """List the choices of every prediction, in their order.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    dict of str to list of str
        Question to the words of its choices.
    """
    if not pack.has("questions", "choices"):
        return {}
    asked = pack.questions.loc[pack.questions["kind"] == "predict", "question_id"]
    choices = pack.choices.sort_values("choice", kind="stable")
    return {
        question: [fill(pack, text) for text in choices[choices["question_id"] == question]["text"]]
        for question in asked
    }


def _forecasts(pack):
    return list(pack.forecasts["forecast_id"]) if pack.has("forecasts") else []


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
        bool(cell) for name, cell in row.items() if name.startswith(("prediction", "probability"))
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
    columns += [f"probability {one}" for one in _forecasts(pack)]
    return csv_text(rows, columns)


def count_tasks(pack, rows):
    """Count how far the class is with each task.

    Parameters
    ----------
    pack : Pack
    rows : list of dict

    Returns
    -------
    pandas.DataFrame
        Index ``task_id``; ``done`` (a written task: has a text), ``stopped``
        (tried and not done, or the answer was opened), ``open``,
        ``attempts``, ``hints``.
    """
    table = []
    for task_id in task_ids(pack):
        cells = [read_task_cell(row.get(f"task {task_id}", "")) for row in rows]
        cells = [one for one in cells if one]
        tried = [one for one in cells if one["state"] != "not tried yet"]
        # A text without a level of one's own yet has stopped nobody: it has no attempts.
        stopped = [
            one for one in tried if one["revealed"] or one["state"] == "tried" and one["attempts"]
        ]
        table.append(
            {
                "task_id": task_id,
                "done": len(tried) - len(stopped),
                "stopped": len(stopped),
                "open": len(rows) - len(tried),
                "attempts": sum(one["attempts"] for one in cells),
                "hints": sum(one["hints"] for one in cells),
            }
        )
    columns = ["task_id", "done", "stopped", "open", "attempts", "hints"]
    return pd.DataFrame(table, columns=columns).set_index("task_id")


def count_predictions(pack, rows):
    """Count the choices of each prediction that somebody made.

    Parameters
    ----------
    pack : Pack
    rows : list of dict

    Returns
    -------
    pandas.DataFrame
        ``question``, ``choice`` (words), ``count_``.
    """
    table = []
    for question, choices in predictions_of(pack).items():
        made = [row.get(f"prediction {question}") for row in rows]
        counts = [made.count(choice) for choice in choices]
        if sum(counts):
            table += [
                {"question": question, "choice": choice, "count_": count}
                for choice, count in zip(choices, counts, strict=True)
            ]
    return pd.DataFrame(table, columns=["question", "choice", "count_"])


def list_probabilities(pack, rows):
    """List every probability that somebody gave.

    Parameters
    ----------
    pack : Pack
    rows : list of dict

    Returns
    -------
    pandas.DataFrame
        ``forecast``, ``percent``.
    """
    found = [
        {"forecast": forecast, "percent": int(row[f"probability {forecast}"])}
        for forecast in _forecasts(pack)
        for row in rows
        if row.get(f"probability {forecast}")
    ]
    return pd.DataFrame(found, columns=["forecast", "percent"])


def finding(tasks, learners):
    """Say in a sentence or two what stopped people.

    Parameters
    ----------
    tasks : pandas.DataFrame
        See `count_tasks`.
    learners : int

    Returns
    -------
    str
    """
    head = f"{count_words(learners, 'learner').capitalize()}."
    if tasks.empty or not learners:
        return head
    most = tasks["stopped"].max()
    if not most:
        stopped = "No task has stopped anybody so far."
    else:
        worst = tasks.index[tasks["stopped"] == most]
        many = "" if len(worst) == 1 else f" and {len(worst) - 1} more"
        stopped = f"Task {worst[0]}{many} stopped most: {most} of {learners}."
    untried = int((tasks["open"] == learners).sum())
    nobody = f" {count_words(untried, 'task').capitalize()} nobody has tried." if untried else ""
    return f"{head} {stopped}{nobody}"


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
    from crossroads.classroom import class_page

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
    lines.append(finding(count_tasks(pack, rows), len(rows)))
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
