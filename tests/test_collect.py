"""A class: many receipts and files of answers, good and bad, become one table and one picture."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from crossroads import check, hint, receipt, reveal
from crossroads.classroom.collect import collect, read_learners
from crossroads.classroom.mistakes import count_wrong
from crossroads.classroom.picture import count_judgements, count_recodings, count_tasks
from crossroads.learn.answers import save_answer
from crossroads.learn.recoding import answer_id as recoded
from crossroads.learn.tasks import find_task, task_ids
from tests.conftest import ROOT


@pytest.fixture
def class_folder(tmp_path, monkeypatch, pack):
    """Six learners: three with a receipt, two with a file of answers, one with both."""
    folder = tmp_path / "class"
    learners = ["ann", "ben", "cid", "dan", "eve", "=fay"]
    for number, name in enumerate(learners):
        own = folder / name
        own.mkdir(parents=True)
        monkeypatch.setenv("CROSSROADS_ANSWERS", str(own))
        check("02.3", float(find_task(pack, "02.3").value) + (number < 4), pack)
        if number == 1:
            hint("02.3", pack)
            reveal("02.3", pack)
        if number % 2:
            check("02.5", "d", pack)
        choices = pack.choices[pack.choices["question_id"] == "02.gap"]["text"].tolist()
        save_answer("02.gap", choices[number % 3])
        save_answer("forecast.crossroads.f04a", {"percent": 10 * number, "opened": False})
        verdict = pack.allowed("claims", "verdict")[number % 2]
        save_answer("read.c07e", {"verdict": verdict, "reason": "=1+1"})
        save_answer("read.c01a", {"verdict": "", "reason": ""})
        recode = {"level": [1, None][number % 2], "reason": "the words say so"}
        save_answer(recoded(pack, "s051"), recode)
        save_answer("02.6-text", "<b>bold</b> & text")
        if name in ("ann", "ben", "=fay", "eve"):
            receipt(name, pack)
        if name in ("ann", "ben", "=fay"):
            (own / "my_answers.txt").unlink()
    return folder


def rows_of(folder):
    text = (folder / "collected" / "class.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_each_learner_is_one_row(class_folder, pack):
    said = collect(class_folder, pack)
    rows = {row["name"]: row for row in rows_of(class_folder)}
    assert set(rows) == {"ann", "ben", "cid", "dan", "eve", "'=fay"}
    parts = ("done", "attempts", "hints", "opened", "level")
    cells = {name: [row[f"02.3 {part}"] for part in parts] for name, row in rows.items()}
    assert cells["ann"] == ["0", "1", "0", "0", ""] and cells["ben"] == ["0", "1", "1", "1", ""]
    assert rows["dan"]["02.5 done"] == "1", "one number a cell"
    assert rows["eve"]["done"] == "1" and rows["eve"]["probability f04a"] == "40"
    assert "left out" not in said, "a receipt beside the answers that it sums up is no stranger"
    assert "Six learners. Task 02.3 stopped most: 4 of 6." in said
    tasks = count_tasks(pack, read_learners(pack, class_folder)[0])
    assert tasks.loc["02.3", ["done", "stopped", "open"]].tolist() == [2, 4, 0]
    assert (tasks[["done", "stopped", "open"]].sum(axis=1) == 6).all()


def test_the_commonest_wrong_answer_is_named_with_what_it_means(class_folder, pack):
    collect(class_folder, pack)
    wrong = count_wrong(pack, read_learners(pack, class_folder)[0])
    first = wrong.iloc[0]
    assert (first["asked"], first["learners"]) == ("02.3", 4)
    assert first["answer"] == str(int(float(find_task(pack, "02.3").value)) + 1)
    page = (class_folder / "collected" / "class.html").read_text(encoding="utf-8")
    body = re.sub(r"<script.*?</script>", "", page, flags=re.S)
    captions = re.findall(r"<caption>(.*?)</caption>", body)
    assert captions[0].startswith("Commonest wrong answers") and len(captions) == 7
    assert len(re.findall("☑ .*? \\(the record\\)", body)) == 1


def test_the_page_says_first_what_to_take_up(class_folder, pack):
    collect(class_folder, pack)
    page = (class_folder / "collected" / "class.html").read_text(encoding="utf-8")
    first, _, rest = page.partition('role="img"')
    listed = re.findall(r"<li>(.*?)</li>", first, re.S)
    assert len(listed) == 2 and "<h2>Take up first</h2>" in first and "<li>" not in rest
    # What is asked, the commonest answer, and what the learner was told: in words, most first.
    assert "<b>4 of 6 stopped at 02.3: “How many days" in listed[0]
    wrong = count_wrong(pack, read_learners(pack, class_folder)[0]).iloc[0]
    assert f"Most often: “{wrong['answer']}” (4). " in listed[0]
    assert "3 of 6 judged this otherwise than the module" in listed[1]


def test_an_empty_class_has_no_table_without_content(tmp_path, pack):
    (tmp_path / "class").mkdir()
    collect(tmp_path / "class", pack)
    page = (tmp_path / "class" / "collected" / "class.html").read_text(encoding="utf-8")
    assert "<caption>" not in re.sub(r"<script.*?</script>", "", page, flags=re.S)


def test_the_class_is_held_against_the_module_statement_by_statement(class_folder, pack):
    said = collect(class_folder, pack)
    rows = {row["name"]: row for row in rows_of(class_folder)}
    assert (
        rows["ann"]["judgement c07e"] == "supported" and rows["ben"]["judgement c07e"] == "partly"
    )
    assert not any(row["judgement c01a"] for row in rows.values()), "a look is no judgement"
    counts = count_judgements(pack, read_learners(pack, class_folder)[0])
    assert counts.index.tolist() == ["c07e"] and counts.loc["c07e", "given"] == 6
    assert counts.loc["c07e", "counts"] == {"supported": 3, "partly": 3}
    assert counts.loc["c07e", "differ"] == 3
    assert "left out" not in said


def test_a_class_is_the_second_coder(class_folder, pack):
    collect(class_folder, pack)
    rows = {row["name"]: row for row in rows_of(class_folder)}
    assert rows["ann"]["recoding s051"] == "1" and rows["ben"]["recoding s051"] == "none"
    counts = count_recodings(pack, read_learners(pack, class_folder)[0])
    assert counts.loc["s051", "given"] == 6 and counts.loc["s051", "counts"] == {"1": 3, "none": 3}
    # The module leaves this cell without a level.
    assert counts.loc["s051", "module"] == "none" and counts.loc["s051", "differ"] == 3


def test_a_second_run_gives_the_same(class_folder, pack):
    collect(class_folder, pack)
    first = (class_folder / "collected" / "class.csv").read_text(encoding="utf-8")
    collect(class_folder, pack)
    assert (class_folder / "collected" / "class.csv").read_text(encoding="utf-8") == first


def test_the_page_has_sentence_picture_tables_and_no_names(class_folder, pack):
    collect(class_folder, pack)
    page = (class_folder / "collected" / "class.html").read_text(encoding="utf-8")
    body = re.sub(r"<script.*?</script>", "", page, flags=re.S)
    assert "<h1>Six learners. Task 02.3 stopped most: 4 of 6." in body
    assert body.count("<caption>") == 7 and 'role="img"' in body
    assert len(re.findall(r'<th scope="row">\d\d\.\d</th>', body)) == len(task_ids(pack, "02")) + 1
    for name in ("ann", "ben", "eve", "fay"):
        assert not re.search(rf"\b{name}\b", body)
    assert not re.search(r'(src|href)="http', body)


BAD = {
    "photo.png": b"\x89PNG\r\n\x1a\n\x00",
    "grades.csv": b"name,mark\nann,1\n",
    "empty.csv": b"",
    "broken.csv": b'receipt,learner,name\n"x',
    "latin.csv": "receipt,learner,name\ncrossroads,x,Jos\xe9\n".encode("latin-1"),
    "other.csv": b"receipt,learner,name\nanother-article,x,Ann\n",
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 9,
    "list.txt": b"[1, 2]\n17\nnull\n",
    "program.py": b"raise SystemExit('run')\n",
    "deep.txt": b"[" * 100_000,
}


def test_foreign_and_broken_files_are_named_and_left_out(class_folder, pack):
    for name, content in BAD.items():
        (class_folder / name).write_bytes(content)
    os.symlink(class_folder / "cid" / "my_answers.txt", class_folder / "link.txt")
    said = collect(class_folder, pack)
    for name in [*BAD, "link.txt"]:
        assert f"left out: {name} " in said, name
    assert len(rows_of(class_folder)) == 6
    for name, content in BAD.items():
        assert (class_folder / name).read_bytes() == content


HEAD = "receipt,learner,name,done,tasks,probability f04a,prediction 02.gap\n"
HOSTILE = {
    "short.csv": b"receipt,learner,name,done,tasks\ncrossroads\n",
    "digits.csv": f"{HEAD}crossroads,1,A,0,0,{'9' * 5000},\n".encode(),
    "rows.csv": HEAD.encode() + b"crossroads,1,A\n" * 300_000,
    "deep.txt": b'{"question":"02.3","answer":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "types.txt": b'{"question":"02.3","answer":{"given":[],"result":{}}}',
    "nul.csv": HEAD.encode() + b"crossroads,\0,\0A\n",
}


def test_a_hostile_file_ends_the_run_for_nobody(class_folder, pack):
    """As one file did for a whole course elsewhere (jupyter/nbgrader#1083)."""
    for name, content in HOSTILE.items():
        (class_folder / name).write_bytes(content)
    os.mkfifo(class_folder / "pipe.csv")
    if sys.platform == "linux":
        own = os.fsencode(class_folder) + b"/ren\xe9\x1b[2J"
        shutil.copytree(os.fsencode(class_folder / "cid"), own)
    told = []
    said = collect(class_folder, pack, tell=lambda *one: told.append(one))
    assert {"ann", "ben", "cid", "dan", "eve"} <= {row["name"] for row in rows_of(class_folder)}
    for name in ("rows.csv", "pipe.csv"):
        assert f"left out: {name} " in said
    assert "\x1b" not in said + "".join(name for _, _, name in told)
    assert [number for number, _, _ in told] == list(range(1, len(told) + 1))
    said.encode("utf-8")


def test_no_cell_is_a_formula_whatever_the_separator(class_folder, pack):
    """A formula in a cell runs on a teacher's machine (learningequality/kolibri#8001)."""
    for number, name in enumerate(["=1+1;=cmd|' /C calc'!A0", "A\r=1+1", "B,\t@x", "C\x00|+1"]):
        row = ["crossroads", str(number), name, "0", "0", "", "=2\r=3"]
        with (class_folder / f"{number}.csv").open("w", newline="", encoding="utf-8") as file:
            file.write(HEAD)
            csv.writer(file).writerow(row)
    own = class_folder / "gus"
    own.mkdir()
    answer = {"question": "02.gap", "answer": "x\r=cmd|' /C calc'!A0"}
    (own / "my_answers.txt").write_text(json.dumps(answer) + "\n")
    collect(class_folder, pack)
    raw = (class_folder / "collected" / "class.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw and b"\0" not in raw
    text = raw.decode("utf-8-sig")
    assert len(rows_of(class_folder)) >= 10
    for line in text.split("\n"):
        for cell in re.split(r"[;,|\t]", line):
            assert cell.strip(' "')[:1] not in tuple("=+@") or not cell.strip(' "'), cell
    assert "calc" not in "".join(row["prediction 02.gap"] for row in rows_of(class_folder))


def test_results_go_nowhere_else(class_folder, pack, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "page").write_text("mine")
    (class_folder / "collected").symlink_to(outside)
    command = [sys.executable, "-m", "crossroads.classroom.collect", str(class_folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 1 and "move it elsewhere" in done.stdout and not done.stderr
    (class_folder / "collected").unlink()
    (class_folder / "collected").write_text("a file")
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert done.returncode == 1 and "move it elsewhere" in done.stdout and not done.stderr
    (class_folder / "collected").unlink()
    (class_folder / "collected").mkdir()
    (class_folder / "collected" / "class.html").symlink_to(outside / "page")
    collect(class_folder, pack)
    assert (outside / "page").read_text() == "mine" and os.listdir(outside) == ["page"]
    assert sorted(os.listdir(class_folder / "collected")) == ["class.csv", "class.html"]


def test_two_learners_of_one_file_are_two_and_it_is_said(class_folder, pack):
    text = (class_folder / "ann" / "my_receipt-ann.csv").read_text(encoding="utf-8")
    (class_folder / "zoe").mkdir()
    (class_folder / "zoe" / "my_receipt-zoe.csv").write_text(text.replace(",ann,", ",zoe,"))
    shutil.copytree(class_folder / "cid", class_folder / "cid again")
    said = collect(class_folder, pack)
    assert {"ann", "zoe"} <= {row["name"] for row in rows_of(class_folder)}
    assert "zoe/my_receipt-zoe.csv and ann/my_receipt-ann.csv began from one file" in said
    assert "cid/my_answers.txt" in said.partition("look:")[2]


def test_answers_of_an_earlier_version_count_with_those_after_it(class_folder, pack):
    before = {row["file"]: row for row in rows_of_all(class_folder, pack)}
    lines = (class_folder / "dan" / "my_answers.txt").read_bytes().splitlines(keepends=True)
    (class_folder / "dan" / "my_answers.jsonl").write_bytes(b"".join(lines[:2]))
    (class_folder / "dan" / "my_answers.txt").write_bytes(b"".join(lines[2:]))
    (class_folder / "cid" / "my_answers.txt").rename(class_folder / "cid" / "my_answers.jsonl")
    after = {row["file"]: row for row in rows_of_all(class_folder, pack)}
    assert after.pop("cid/my_answers.jsonl")["done"] == before.pop("cid/my_answers.txt")["done"]
    assert after == before and "dan/my_answers.txt" in after


def rows_of_all(folder, pack):
    collect(folder, pack)
    return rows_of(folder)


def test_cells_that_make_no_sense_are_left_empty(class_folder, pack):
    path = class_folder / "ann" / "my_receipt-ann.csv"
    [row] = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    row |= {"task 02.3": "done; attempts 999999999999", "probability f04a": "1000"}
    row |= {"prediction 02.gap": "<img src=x>", "name": "Ann <script>", "done": "-3"}
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(row), lineterminator="\r\n", delimiter=";")
        writer.writeheader()
        writer.writerow(row)
    collect(class_folder, pack)
    found = {row["name"]: row for row in rows_of(class_folder)}["Ann <script>"]
    assert found["02.3 done"] == found["probability f04a"] == found["prediction 02.gap"] == ""
    assert found["done"] == "0"
    page = (class_folder / "collected" / "class.html").read_text(encoding="utf-8")
    assert "<img src=x>" not in page and "Ann <script>" not in page


def test_a_folder_with_nothing_in_it_and_no_folder(tmp_path, pack):
    assert "No learners." in collect(tmp_path, pack)
    command = [sys.executable, "-m", "crossroads.classroom.collect"]
    for given in ([], [""], [str(tmp_path / "nowhere")]):
        done = subprocess.run(
            [*command, *given], capture_output=True, text=True, encoding="utf-8", cwd=ROOT
        )
        assert done.returncode == 1 and "FROM=" in done.stdout and "Traceback" not in done.stderr


# Putting the notebooks back -------------------------------------------------


@pytest.fixture
def clone(tmp_path):
    """A small git clone of a module with two notebooks."""
    root = tmp_path / "module"
    for name in ("notebooks/00_start_here.ipynb", "exercises/02_x.ipynb"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("as it came")
    git = ["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    return root


def test_reset_restores_notebooks_and_keeps_answers_and_changes(clone):
    if not shutil.which("git"):
        pytest.skip("no git")
    lesson, exercise = clone / "notebooks/00_start_here.ipynb", clone / "exercises/02_x.ipynb"
    answers = clone / "notebooks" / "my_answers.txt"
    answers.write_text('{"question": "a", "answer": 1}\n')
    other = clone / "notebooks" / "mine.ipynb"
    other.write_text("my own")
    lesson.write_text("changed")
    exercise.unlink()
    command = [sys.executable, "-m", "crossroads.publish.reset"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=clone)
    assert done.returncode == 0, done.stderr
    assert lesson.read_text() == exercise.read_text() == "as it came"
    kept = clone / "notebooks" / "my_old_notebooks-1" / "notebooks" / "00_start_here.ipynb"
    assert kept.read_text() == "changed" and "my_old_notebooks-1" in done.stdout
    assert answers.read_text() == '{"question": "a", "answer": 1}\n' and other.exists()
    again = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=clone)
    assert "Nothing to do" in again.stdout
    lesson.write_text("changed again")
    subprocess.run(command, cwd=clone, check=True, capture_output=True)
    assert kept.read_text() == "changed"
    assert (clone / "notebooks" / "my_old_notebooks-2").is_dir()


def test_reset_without_a_clone_touches_nothing_and_says_what_to_do(tmp_path):
    lesson = tmp_path / "notebooks" / "00_start_here.ipynb"
    lesson.parent.mkdir()
    lesson.write_text("changed")
    done = subprocess.run(
        [sys.executable, "-m", "crossroads.publish.reset"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)},
    )
    assert done.returncode == 1 and "Unpack" in done.stdout
    assert lesson.read_text() == "changed"


def test_scripts_keep_their_line_ends_where_git_changes_them(tmp_path):
    """A carriage return in the first line, and no shell finds bash (astral-sh/uv#13196)."""
    files = (".gitattributes", ".ci/run", "Makefile")
    for name in files:
        (tmp_path / "from" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / "from" / name)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x", "-C", str(tmp_path / "from")]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    clone = ["git", "-c", "core.autocrlf=true", "clone", "-q", "from", "to"]
    subprocess.run(clone, cwd=tmp_path, check=True)
    for name in files[1:]:
        assert b"\r" not in (tmp_path / "to" / name).read_bytes(), name


def test_reset_inside_another_repository_looks_at_nothing_and_says_so(tmp_path):
    git = ["git", "-c", "user.name=x", "-c", "user.email=x", "-C", str(tmp_path)]
    lesson = tmp_path / "module" / "notebooks" / "00_start_here.ipynb"
    lesson.parent.mkdir(parents=True)
    lesson.write_text("changed")
    (tmp_path / "other").write_text("x")
    for command in (["init", "-q"], ["add", "other"], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    done = subprocess.run(
        [sys.executable, "-m", "crossroads.publish.reset"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path / "module",
    )
    assert done.returncode == 1 and "no git clone" in done.stdout
    assert "as they came. Nothing" not in done.stdout and lesson.read_text() == "changed"


def test_reset_names_what_it_has_not_looked_at(clone):
    (clone / "notebooks" / "mine.ipynb").write_text("my own")
    command = [sys.executable, "-m", "crossroads.publish.reset"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=clone)
    assert (
        "Nothing to do" in done.stdout and "left as they are: notebooks/mine.ipynb" in done.stdout
    )
