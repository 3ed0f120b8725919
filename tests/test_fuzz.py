"""Packs edited at random: valid, or a clear message; never a crash, never a changed file.

Every trial has a number that makes it again: `make_trial(number, folder)`.
``CROSSROADS_FUZZ=2000 pytest tests/test_fuzz.py`` tries more of them.
"""

import csv
import io
import json
import os
import random
import re
import shutil

import pytest

from crossroads.charts.view import NothingToShow
from crossroads.classroom.collect import collect
from crossroads.learn.opening import EXPLORERS, load_pack
from crossroads.pack.new_pack import new_pack
from crossroads.pack.problems import PackError
from crossroads.pack.tables import DESCRIPTOR
from crossroads.publish.check_data import check_pack
from tests.conftest import ROOT
from tests.packs import bytes_of, check, read_rows, without_wrong_rows, write_rows

TRIALS = int(os.environ.get("CROSSROADS_FUZZ", 30))
# What people, spreadsheets and accidents put into a cell.
NASTY = [
    "", " ", "0", "-1", "1e9", "NaN", "inf", "None", "NULL", "TRUE", "#N/A", "=A1", "+1",
    "1900-01-00", "0001-01-01", "9999-12-31", "2019-02-29", "28/02/2019", "43524", "28-Feb",
    "2019-02-28T00:00:00Z", "١٢", "½", "−2", "1,5", "1_000", "1 000", "٢٠١٩-٠٢-٢٨", "yes;no",
    ";", ";;", "a:b", "events:", ":x", "*", "\"", "'", "“x”", "<script>alert(1)</script>", "&amp;",
    "{", "}", "{}", "{0}", "{events}", "{events[x]}", "{events[x][date]}", "{count[events][}",
    "{count[events][date>x]}", "{days[a]}", "{a.b}", "{events.__class__}", "{x!r:>99}", "%s",
    "\u202e", "\u200b", "\ufeff", "e\u0301", "김정은", "x" * 5000, "a\nb", "a\tb", "\x0b", "\x1c",
]  # fmt: skip


def edit_cells(rng, rows):
    for row in rng.choices(rows, k=rng.randint(1, 3)):
        if row:
            odd = [*NASTY, rng.choice(rng.choice(rows) or [""])]
            row[rng.randrange(len(row))] = rng.choice(odd)


def edit_a_letter(rng, rows):
    row = rng.choice(rows)
    place = rng.randrange(len(row))
    text, at = row[place], rng.randint(0, len(row[place]))
    typed = rng.choice(["", "x", " ", ";", "-", "é", text[at : at + 1] * 2])
    row[place] = text[:at] + typed + text[at + 1 :]


def swap_cells(rng, rows):
    row = rng.choice(rows)
    a, b = rng.choices(range(len(row)), k=2)
    row[a], row[b] = row[b], row[a]


def move_rows(rng, rows):
    first = rng.choice([0, 1])
    rows[first:] = rng.sample(rows[first:], len(rows) - first)


def edit_a_column(rng, rows):
    """Sort a column alone, delete it, or write it a second time in front."""
    place, what = rng.randrange(len(rows[0])), rng.choice(["sort", "delete", "repeat"])
    cells = [row[place] for row in rows]
    cells = [cells[0], *sorted(cells[1:])] if what == "sort" else cells
    for row, cell in zip(rows, cells, strict=True):
        row[place : place + 1] = {"sort": [cell], "delete": [], "repeat": [cell, cell]}[what]


def edit_rows(rng, rows):
    """Delete rows, write one twice, or cut some short."""
    what = rng.choice(["delete", "repeat", "cut"])
    if what == "repeat":
        rows.insert(rng.randint(0, len(rows)), list(rng.choice(rows)))
    for row in rng.sample(rows, min(len(rows), rng.randint(1, 3))) if what != "repeat" else ():
        if what == "delete":
            rows.remove(row)
        else:
            del row[rng.randint(0, len(row)) :]


ROW_EDITS = [edit_rows, edit_a_column, edit_a_letter, edit_cells] * 2 + [swap_cells, move_rows]


def flip_bytes(rng, raw):
    raw = bytearray(raw)
    for _ in range(rng.randint(1, 4)):
        raw[rng.randrange(len(raw))] = rng.randrange(256)
    return bytes(raw)


def cut_bytes(rng, raw):
    """Some in the middle, or all that follows."""
    at = rng.randrange(len(raw))
    return raw[:at] + raw[at + rng.choice([rng.randint(1, 400), len(raw)]) :]


def insert_bytes(rng, raw):
    at = rng.randrange(len(raw))
    odd = rng.choice([b'"', b"\n", b",", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf"])
    return raw[:at] + odd + raw[at:]


def save_in_another_way(rng, raw):
    text = raw.decode("utf-8")
    rows = list(csv.reader(io.StringIO(text)))
    saved = io.StringIO()
    delimiter, end = rng.choice(",;\t|"), rng.choice(["\n", "\r\n", "\r"])
    quoting = rng.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
    csv.writer(saved, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    how = rng.choice(["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
    return saved.getvalue().encode(how, errors="replace")


BYTE_EDITS = [flip_bytes, cut_bytes, insert_bytes, save_in_another_way]


def make_trial(number, folder):
    """Edit one to three files of a pack at random, always the same for the same number."""
    rng = random.Random(number)
    paths = sorted(folder.glob("*.csv"))
    for path in rng.sample(paths, rng.choice([1, 1, 1, 2, 3])):
        raw = path.read_bytes()
        if rng.random() < 0.75:
            rows = list(csv.reader(io.StringIO(raw.decode("utf-8"))))
            rng.choice(ROW_EDITS)(rng, rows)
            text = io.StringIO()
            csv.writer(text, lineterminator="\n").writerows(rows)
            path.write_bytes(text.getvalue().encode("utf-8"))
        else:
            path.write_bytes(rng.choice(BYTE_EDITS)(rng, raw))
    return rng


def show_something(pack, rng, count):
    """Compute some charts of a pack; a pack that passed its check must not break one."""
    for name in rng.sample(sorted(EXPLORERS), count):
        declare, needs = EXPLORERS[name]
        if pack.has(*needs):
            try:
                declared = declare(pack)
            except NothingToShow as reason:
                assert str(reason)
                continue
            for choice in [declared.start(), rng.choice(declared.choices())]:
                view = declared.view(choice)
                words = " ".join([view["title"], view["subtitle"], view["sentence"]])
                assert not re.search(r"\b(nan|NaT|<NA>)\b", words), (name, choice, words)
                assert "<script>" not in view["table"]


@pytest.fixture(scope="module")
def packs(tmp_path_factory):
    """The course's own pack and a small one, both to be copied before an edit."""
    folder = tmp_path_factory.mktemp("packs")
    new_pack(folder / "small")
    (folder / "small" / "README.md").unlink()
    ignore = shutil.ignore_patterns("raw", "*.txt", "*.md")
    shutil.copytree(ROOT / "data", folder / "large", ignore=ignore)
    return folder


@pytest.mark.parametrize("size, trials", [("small", TRIALS), ("large", TRIALS // 6)])
def test_an_edited_pack_is_valid_or_says_what_is_wrong(packs, size, trials, tmp_path):
    valid = 0
    for number in range(trials):
        folder = tmp_path / f"{size}-{number}"
        shutil.copytree(packs / size, folder)
        rng = make_trial(number, folder)
        before = bytes_of(folder)
        problems = check_pack(folder)
        assert bytes_of(folder) == before, f"trial {number} changed a file"
        message = str(PackError(problems))
        for problem in problems:
            assert problem.file and len(problem.message) > 10, f"trial {number}: {problem}"
            assert str(folder) not in str(problem), f"trial {number}: {problem}"
        assert len(message) < 40_000, f"trial {number}: {len(message)} characters"
        if not problems:
            valid += 1
            pack = load_pack(check(folder))
            show_something(pack, rng, 6 if size == "small" else 2)
        shutil.rmtree(folder)
    assert valid < trials and (valid or trials < 10), "some edits do no harm, and some do"


def edit_description(rng, node):
    """Delete, rename or replace one value somewhere in a description."""
    key = rng.choice([*node] if isinstance(node, dict) else range(len(node)))
    if isinstance(node[key], (dict, list)) and node[key] and rng.random() < 0.8:
        edit_description(rng, node[key])
    elif rng.random() < 0.3:
        del node[key]
    elif isinstance(node, dict) and rng.random() < 0.3:
        node[f"x{key}"] = node.pop(key)
    else:
        odd = [None, True, -1, 1.5, "", "x", "(", "{x}", "date", [], ["x"], [[]], {}, {"x": 1}]
        node[key] = rng.choice(odd)


def test_an_edited_description_is_valid_or_says_what_is_wrong(packs, tmp_path):
    folder = shutil.copytree(packs / "small", tmp_path / "pack")
    text, told = (folder / DESCRIPTOR).read_text(encoding="utf-8"), 0
    for number in range(2 * TRIALS):
        descriptor = json.loads(text)
        edit_description(random.Random(number), descriptor)
        (folder / DESCRIPTOR).write_text(json.dumps(descriptor), encoding="utf-8")
        problems = check_pack(folder)
        assert len(str(PackError(problems))) < 40_000, f"trial {number}"
        told += bool(problems)
    assert 0 < told < 2 * TRIALS


# Packs that are valid but odd: few rows, no rows, other days, other actors.


def sampled(folder, rng):
    """Keep some rows of each table, and of these the ones whose references still hold."""
    tables = {path: read_rows(path) for path in folder.glob("*.csv")}
    _, *actors = tables[folder / "actors.csv"]
    names, article = tables[folder / "article.csv"]
    day = rng.choice(
        [article[names.index("as_of")]] * 2 + ["2005-01-01", "2018-06-12", "2030-01-01"]
    )
    focus = rng.choice([article[names.index("focus_actor_id")], *(row[0] for row in actors[:5])])
    changed = {"first_claim": "", "focus_actor_id": focus, "as_of": day, "date": day}
    article[:] = [changed.get(name, cell) for name, cell in zip(names, article, strict=True)]
    for path, (header, *rows) in sorted(tables.items()):
        share = rng.choice([0, 2, 3, 12, len(rows), len(rows)])
        if path.stem in ("article", "sources") or path.stem == "actors" and rng.random() < 0.5:
            share = len(rows)
        elif path.stem in ("marks", "samples", "tagging", "questions", "choices", "tasks"):
            share = 0
        kept = {*rng.sample(range(len(rows)), min(share, len(rows)))}
        rows = [
            row
            for n, row in enumerate(rows)
            if n in kept or path.stem == "actors" and row[0] == focus
        ]
        write_rows(path, [header, *rows])
    return load_pack(without_wrong_rows(folder))


def test_an_odd_pack_breaks_no_chart(packs, tmp_path):
    for number in range(TRIALS // 6):
        rng = random.Random(number)
        odd = sampled(shutil.copytree(packs / "large", tmp_path / f"{number}"), rng)
        try:
            show_something(odd, rng, len(EXPLORERS))
        except Exception as error:
            raise AssertionError(f"trial {number}: {error!r}") from error


# Hand-ins: what strangers give a teacher.

ENDINGS = [".csv", ".txt", ".jsonl", ".CSV", ".md", ".exe", ""]
ROW = "receipt,learner,name,done,tasks,task 02.3,probability f04a,prediction 02.gap,recoding s051"


def make_hand_in(rng, folder, number):
    """Write one file as a learner, an editor, a spreadsheet or somebody malicious leaves it."""
    name = "".join(rng.choice("abz .-=\x1b;é\u202e'") for _ in range(rng.randint(1, 12))).strip(".")
    place = folder / rng.choice(["", "ann", "ben", f"{number}"]) if rng.random() < 0.7 else folder
    place.mkdir(exist_ok=True)
    path = place / f"{number}{name}{rng.choice(ENDINGS)}"
    lines = []
    for _ in range(rng.randint(0, 30)):
        if path.suffix.lower() == ".csv":
            given = ["crossroads", rng.choice(NASTY), *(rng.choice(NASTY) for _ in range(7))]
            lines.append(given[: rng.choice([9, 9, 9, rng.randint(0, 9)])])
        else:
            question = rng.choice(["02.3", "02.gap", "read.c07e", "02.6-text", "02.6-score", "x"])
            answer = rng.choice([*NASTY, {}, [], {"given": 1, "result": "correct"}, 10**400, None])
            lines.append(json.dumps({"question": question, "answer": answer}))
    if path.suffix.lower() == ".csv":
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=rng.choice(",;\t"))
        writer.writerows([ROW.split(","), *lines])
        raw = text.getvalue().encode("utf-8", "replace")
    else:
        how = rng.choice(["utf-8", "utf-8-sig", "utf-16", "latin-1"])
        raw = "\n".join(lines).encode(how, "replace")
    for _ in range(rng.choice([0, 0, 1, 3])):
        raw = rng.choice([flip_bytes, cut_bytes, insert_bytes])(rng, raw or b"x")
    path.write_bytes(raw)


def test_no_hand_in_breaks_a_class(tmp_path, pack):
    """Every file is counted or named, nothing else is written, and no cell is a formula."""
    for number in range(TRIALS // 6):
        rng, folder = random.Random(number), tmp_path / f"{number}"
        folder.mkdir()
        for one in range(10):
            make_hand_in(rng, folder, one)
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        said = collect(folder, pack)
        after = {path for path in folder.rglob("*") if path.is_file()}
        assert {path.name for path in after - {*before}} == {"class.csv", "class.html"}
        assert all(path.read_bytes() == raw for path, raw in before.items()), f"trial {number}"
        assert not re.search(r"[\x00-\x09\x0b-\x1f]", said), f"trial {number}"
        table = (folder / "collected" / "class.csv").read_text("utf-8-sig")
        for row in csv.reader(io.StringIO(table)):
            for cell in row:
                for part in re.split(r"[;,|]", cell):
                    formula = part.strip().startswith(tuple("=+-@"))
                    assert not formula, f"trial {number}: {cell!r}"
        page = (folder / "collected" / "class.html").read_text("utf-8")
        assert "<script>alert" not in page
