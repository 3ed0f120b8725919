"""A class: many receipts and files of answers, good and bad, become one table and one picture."""

import csv
import io
import json
import os
import re
import shutil
import sys

import pytest

from crossroads import check, hint, receipt, reveal
from crossroads.classroom.collect import collect, read_learners
from crossroads.classroom.mistakes import count_wrong
from crossroads.classroom.picture import count_judgements, count_recodings, count_tasks
from crossroads.learn.answers import save_answer
from crossroads.learn.recoding import answer_id as recoded
from crossroads.learn.tasks import find_task, task_ids
from tests.conftest import ROOT, commit, python, run


@pytest.fixture(scope="module")
def six_learners(tmp_path_factory, pack):
    """Six learners: three with a receipt, two with a file of answers, one with both."""
    folder = tmp_path_factory.mktemp("class")
    choices = pack.choices[pack.choices["question_id"] == "02.gap"]["text"].tolist()
    with pytest.MonkeyPatch.context() as monkeypatch:
        for number, name in enumerate(["ann", "ben", "cid", "dan", "eve", "=fay"]):
            own = folder / name
            own.mkdir(parents=True)
            monkeypatch.setenv("CROSSROADS_ANSWERS", str(own))
            check("02.3", float(find_task(pack, "02.3").value) + (number < 4), pack)
            if number == 1:
                hint("02.3", pack)
                reveal("02.3", pack)
            if number % 2:
                check("02.5", "d", pack)
            save_answer("02.gap", choices[number % 3])
            percent = {"percent": 10 * number, "opened": False}
            save_answer("forecast.crossroads.f04a", percent)
            verdict = pack.allowed("claims", "verdict")[number % 2]
            save_answer("read.c07e", {"verdict": verdict, "reason": "=1+1"})
            save_answer("read.c01a", {"verdict": "", "reason": ""})
            level = [1, None][number % 2]
            save_answer(recoded(pack, "s051"), {"level": level, "reason": "the words say so"})
            save_answer("02.6-text", "<b>bold</b> & text")
            if name in ("ann", "ben", "=fay", "eve"):
                receipt(name, pack)
            if name in ("ann", "ben", "=fay"):
                (own / "my_answers.txt").unlink()
    return folder


@pytest.fixture
def class_folder(six_learners, tmp_path):
    """A copy of the class's folder, which a test may change."""
    return shutil.copytree(six_learners, tmp_path / "class")


def collected(folder, pack):
    """Collect a class; give the sentence that is said, the rows by name, and the page."""
    said = collect(folder, pack)
    text = (folder / "collected" / "class.csv").read_text(encoding="utf-8-sig")
    rows = {row["name"]: row for row in csv.DictReader(io.StringIO(text))}
    page = (folder / "collected" / "class.html").read_text(encoding="utf-8")
    return said, rows, re.sub(r"<script.*?</script>", "", page, flags=re.S)


def test_each_learner_is_one_row_and_the_class_one_count(class_folder, pack):
    said, rows, _ = collected(class_folder, pack)
    assert set(rows) == {"ann", "ben", "cid", "dan", "eve", "'=fay"}
    parts = ("done", "attempts", "hints", "opened", "level")
    cells = {name: [row[f"02.3 {part}"] for part in parts] for name, row in rows.items()}
    assert cells["ann"] == ["0", "1", "0", "0", ""] and cells["ben"] == ["0", "1", "1", "1", ""]
    assert rows["dan"]["02.5 done"] == "1", "one number a cell"
    assert rows["eve"]["done"] == "1" and rows["eve"]["probability f04a"] == "40"
    assert "left out" not in said, "a receipt beside the answers that it sums up is no stranger"
    assert "Six learners. Task 02.3 stopped most: 4 of 6." in said
    learners = read_learners(pack, class_folder)[0]
    opened = {"task 02.3": "done; attempts 2; hints 0; answer opened"}
    assert list(count_tasks(pack, [opened]).loc["02.3"]) == [0, 1, 0, 2, 0]
    tasks = count_tasks(pack, learners)[["done", "stopped", "open"]]
    assert tasks.loc["02.3"].tolist() == [2, 4, 0] and (tasks.sum(axis=1) == 6).all()
    first = count_wrong(pack, learners).iloc[0]
    wrong = str(int(float(find_task(pack, "02.3").value)) + 1)
    assert first[["asked", "learners", "answer"]].tolist() == ["02.3", 4, wrong]
    # The class is held against the module statement by statement.
    judged = {name: row["judgement c07e"] for name, row in rows.items()}
    assert (judged["ann"], judged["ben"]) == ("supported", "partly")
    assert not any(row["judgement c01a"] for row in rows.values()), "a look is no judgement"
    counts = count_judgements(pack, learners)
    assert counts.index.tolist() == ["c07e"] and counts.loc["c07e", "given"] == 6
    assert counts.loc["c07e", "counts"] == {"supported": 3, "partly": 3}
    assert counts.loc["c07e", "differ"] == 3
    # A class is the second coder; the module leaves this cell without a level.
    coded = {name: row["recoding s051"] for name, row in rows.items()}
    assert (coded["ann"], coded["ben"]) == ("1", "none")
    counts = count_recodings(pack, learners).loc["s051"]
    assert (counts["given"], counts["module"], counts["differ"]) == (6, "none", 3)
    assert counts["counts"] == {"1": 3, "none": 3}
    assert collected(class_folder, pack)[1] == rows, "a second run gives the same"


def test_the_page_says_first_what_to_take_up_and_names_nobody(class_folder, pack):
    _, _, page = collected(class_folder, pack)
    first, _, rest = page.partition('role="img"')
    listed = re.findall(r"<li>(.*?)</li>", first, re.S)
    assert len(listed) == 2 and "<h2>Take up first</h2>" in first and "<li>" not in rest
    # What is asked, the commonest answer, and what the learner was told: in words, most first.
    assert "<b>4 of 6 stopped at 02.3: “How many days" in listed[0]
    wrong = str(int(float(find_task(pack, "02.3").value)) + 1)
    assert f"Most often: “{wrong}” (4). " in listed[0]
    assert "3 of 6 judged this otherwise than the module" in listed[1]
    assert "<h1>Six learners. Task 02.3 stopped most: 4 of 6." in page
    captions = re.findall(r"<caption>(.*?)</caption>", page)
    assert captions[0].startswith("Commonest wrong answers") and len(captions) == 7
    assert len(re.findall("☑ .*? \\(the record\\)", page)) == 1
    assert len(re.findall(r'<th scope="row">\d\d\.\d</th>', page)) == len(task_ids(pack, "02")) + 1
    assert not re.search(r"\b(ann|ben|eve|fay)\b", page)
    assert not re.search(r'(src|href)="http', page)


HEAD = "receipt,learner,name,done,tasks,probability f04a,prediction 02.gap\n"
LEFT_OUT = {
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
    "rows.csv": HEAD.encode() + b"crossroads,1,A\n" * 300_000,
    "cut.csv": HEAD.encode() + b"crossroads,1,A,0,0,5",
    "only_printed.html": b"<h1>Hal</h1>",
    "hal/my_receipt-hal.html": b"<h1>Hal</h1>",
    "hal/notes/Essay.PDF": b"%PDF",
    "short.csv": b"receipt,learner,name,done,tasks\ncrossroads\n",
}
HARMLESS = {
    "digits.csv": f"{HEAD}crossroads,1,A,0,0,{'9' * 5000},\n".encode(),
    "deeper.txt": b'{"question":"02.3","answer":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "types.txt": b'{"question":"02.3","answer":{"given":[],"result":{}}}',
    "nul.csv": HEAD.encode() + b"crossroads,\0,\0A\n",
}


def test_foreign_and_hostile_files_are_left_out_and_end_the_run_for_nobody(class_folder, pack):
    """As one file did for a whole course elsewhere (jupyter/nbgrader#1083)."""
    for name in ("hal/notes", "ann/notes"):
        (class_folder / name).mkdir(parents=True)
    for name in ("ann/notes/Essay.PDF", "eve/my_brief.md", "cut.html"):
        (class_folder / name).write_bytes(b"%PDF")
    for name, content in (LEFT_OUT | HARMLESS).items():
        (class_folder / name).write_bytes(content)
    os.symlink(class_folder / "cid" / "my_answers.txt", class_folder / "link.txt")
    os.mkfifo(class_folder / "pipe.csv")
    if sys.platform == "linux":
        own = os.fsencode(class_folder) + b"/ren\xe9\x1b[2J"
        shutil.copytree(os.fsencode(class_folder / "cid"), own)
    told = []
    said = collect(class_folder, pack, tell=lambda *one: told.append(one))
    for name in [*LEFT_OUT, "link.txt", "pipe.csv"]:
        assert f"left out: {name} " in said, name
    assert said.count("ask for the .csv that lies beside it") == 3
    assert "\x1b" not in said + "".join(name for _, _, name in told)
    assert [number for number, _, _ in told] == list(range(1, len(told) + 1))
    said.encode("utf-8")
    assert {"ann", "ben", "cid", "dan", "eve"} <= {*collected(class_folder, pack)[1]}
    for name, content in LEFT_OUT.items():
        assert (class_folder / name).read_bytes() == content


def test_no_cell_is_a_formula_whatever_the_separator(class_folder, pack):
    """A formula in a cell runs on a teacher's machine (learningequality/kolibri#8001)."""
    for number, name in enumerate(["=1+1;=cmd|' /C calc'!A0", "A\r=1+1", "B,\t@x", "C\x00|+1"]):
        row = ["crossroads", str(number), name, "0", "0", "", "=2\r=3"]
        with (class_folder / f"{number}.csv").open("w", newline="", encoding="utf-8") as file:
            file.write(HEAD)
            csv.writer(file).writerow(row)
    (class_folder / "gus").mkdir()
    answer = {"question": "02.gap", "answer": "x\r=cmd|' /C calc'!A0"}
    (class_folder / "gus" / "my_answers.txt").write_text(json.dumps(answer) + "\n")
    _, rows, _ = collected(class_folder, pack)
    raw = (class_folder / "collected" / "class.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw and b"\0" not in raw
    for cell in re.split(r"[;,|\t\n]", raw.decode("utf-8-sig")):
        assert cell.strip(' "')[:1] not in tuple("=+@") or not cell.strip(' "'), cell
    assert len(rows) >= 10
    assert "calc" not in "".join(row["prediction 02.gap"] for row in rows.values())


def test_cells_that_make_no_sense_are_left_empty(class_folder, pack):
    path = class_folder / "ann" / "my_receipt-ann.csv"
    [row] = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    row |= {"task 02.3": "done; attempts 999999999999", "probability f04a": "1000"}
    row |= {"prediction 02.gap": "<img src=x>", "name": "Ann <script>", "done": "-3"}
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(row), lineterminator="\r\n", delimiter=";")
        writer.writeheader()
        writer.writerow(row)
    _, rows, page = collected(class_folder, pack)
    found = rows["Ann <script>"]
    assert found["02.3 done"] == found["probability f04a"] == found["prediction 02.gap"] == ""
    assert found["done"] == "0"
    assert "<img src=x>" not in page and "Ann <script>" not in page


def test_results_go_nowhere_else(class_folder, pack, tmp_path):
    results, outside = class_folder / "collected", tmp_path / "outside"
    outside.mkdir()
    (outside / "page").write_text("mine")
    results.symlink_to(outside)
    done = python("-m", "crossroads.classroom.collect", class_folder)
    assert done.returncode == 1 and "move it elsewhere" in done.stdout and not done.stderr
    results.unlink()
    results.write_text("a file")
    with pytest.raises(OSError, match="move it elsewhere"):
        collect(class_folder, pack)
    results.unlink()
    results.mkdir()
    (results / "class.html").symlink_to(outside / "page")
    collect(class_folder, pack)
    assert (outside / "page").read_text() == "mine" and os.listdir(outside) == ["page"]
    assert sorted(os.listdir(results)) == ["class.csv", "class.html"]


def test_two_learners_of_one_file_are_two_and_it_is_said(class_folder, pack):
    text = (class_folder / "ann" / "my_receipt-ann.csv").read_text(encoding="utf-8")
    (class_folder / "zoe").mkdir()
    (class_folder / "zoe" / "my_receipt-zoe.csv").write_text(text.replace(",ann,", ",zoe,"))
    shutil.copytree(class_folder / "cid", class_folder / "cid again")
    said, rows, _ = collected(class_folder, pack)
    assert {"ann", "zoe"} <= {*rows}
    assert "zoe/my_receipt-zoe.csv and ann/my_receipt-ann.csv began from one file" in said
    assert "cid/my_answers.txt" in said.partition("look:")[2]


def test_answers_of_an_earlier_version_count_with_those_after_it(class_folder, pack):
    before = {row["file"]: row for row in collected(class_folder, pack)[1].values()}
    lines = (class_folder / "dan" / "my_answers.txt").read_bytes().splitlines(keepends=True)
    (class_folder / "dan" / "my_answers.jsonl").write_bytes(b"".join(lines[:2]))
    (class_folder / "dan" / "my_answers.txt").write_bytes(b"".join(lines[2:]))
    (class_folder / "cid" / "my_answers.txt").rename(class_folder / "cid" / "my_answers.jsonl")
    after = {row["file"]: row for row in collected(class_folder, pack)[1].values()}
    assert after.pop("cid/my_answers.jsonl")["done"] == before.pop("cid/my_answers.txt")["done"]
    assert after == before and "dan/my_answers.txt" in after


def test_a_folder_with_nothing_in_it_and_no_folder(tmp_path, pack):
    said, _, page = collected(tmp_path, pack)
    assert "No learners." in said and "<caption>" not in page
    for given in ([], [""], [tmp_path / "nowhere"]):
        done = python("-m", "crossroads.classroom.collect", *given)
        assert done.returncode == 1 and "FROM=" in done.stdout and "Traceback" not in done.stderr


# Putting the notebooks back -------------------------------------------------


def reset_in(folder, **variables):
    return python("-m", "crossroads.publish.reset", cwd=folder, **variables)


def module_in(folder):
    lesson = folder / "notebooks" / "00_start_here.ipynb"
    lesson.parent.mkdir(parents=True)
    lesson.write_text("as it came")
    return lesson


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_reset_restores_notebooks_and_keeps_answers_and_changes(tmp_path):
    lesson, exercise = module_in(tmp_path), tmp_path / "exercises" / "02_x.ipynb"
    exercise.parent.mkdir()
    exercise.write_text("as it came")
    commit(tmp_path)
    answers, other = lesson.with_name("my_answers.txt"), lesson.with_name("mine.ipynb")
    answers.write_text('{"question": "a", "answer": 1}\n')
    other.write_text("my own")
    lesson.write_text("changed")
    exercise.unlink()
    done = reset_in(tmp_path)
    assert done.returncode == 0, done.stderr
    assert lesson.read_text() == exercise.read_text() == "as it came"
    kept = lesson.parent / "my_old_notebooks-1" / "notebooks" / lesson.name
    assert kept.read_text() == "changed" and "my_old_notebooks-1" in done.stdout
    assert answers.read_text() == '{"question": "a", "answer": 1}\n' and other.exists()
    said = reset_in(tmp_path).stdout
    assert "Nothing to do" in said and "left as they are: notebooks/mine.ipynb" in said
    lesson.write_text("changed again")
    assert reset_in(tmp_path).returncode == 0
    assert kept.read_text() == "changed"
    assert (lesson.parent / "my_old_notebooks-2").is_dir()


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
@pytest.mark.parametrize("around", [False, True], ids=["no clone", "another repository around it"])
def test_reset_without_a_clone_touches_nothing_and_says_what_to_do(tmp_path, around):
    lesson = module_in(tmp_path / "module")
    if around:
        (tmp_path / "other").write_text("x")
        commit(tmp_path)
    done = reset_in(tmp_path / "module", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert done.returncode == 1 and ("no git clone" if around else "Unpack") in done.stdout
    assert "as they came. Nothing" not in done.stdout and lesson.read_text() == "as it came"


@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_scripts_keep_their_line_ends_where_git_changes_them(tmp_path):
    """A carriage return in the first line, and no shell finds bash (astral-sh/uv#13196)."""
    files = (".gitattributes", ".ci/run", "Makefile")
    for name in files:
        (tmp_path / "from" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / "from" / name)
    commit(tmp_path / "from")
    run("git", "-c", "core.autocrlf=true", "clone", "-q", "from", "to", cwd=tmp_path)
    for name in files[1:]:
        assert b"\r" not in (tmp_path / "to" / name).read_bytes(), name
