"""What a learner answers is saved at once and lost never."""

import errno
import html
import json
import os
import random
import subprocess
import sys
import time

import pandas as pd
import pytest

from crossroads import check_yourself, predict, receipt, take_apart
from crossroads.learn import answers
from crossroads.learn.answers import (
    FILE_NAME,
    answers_file,
    own_records,
    save_answer,
    saved_answers,
)
from crossroads.learn.questions import right_choices
from crossroads.words.wording import wording
from tests.conftest import ROOT
from tests.packs import changed


def test_an_answer_is_one_readable_line_and_a_torn_one_is_kept(answers_folder):
    save_answer("02.gap", "Fünf Tage, 북한")
    save_answer("02.gap", "6")
    save_answer("00.xi", 0.5)
    lines = (answers_folder / FILE_NAME).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["question"] for line in lines] == ["02.gap", "02.gap", "00.xi"]
    assert "북한" in lines[0] and saved_answers() == {"02.gap": "6", "00.xi": 0.5}
    torn = (answers_folder / FILE_NAME).read_bytes() + b'{"question": "b", "ans'
    (answers_folder / FILE_NAME).write_bytes(torn)
    save_answer("c", "3")
    assert (answers_folder / FILE_NAME).read_bytes().startswith(torn)
    with pytest.warns(UserWarning, match="line 4 cannot be read"):
        assert saved_answers(wording()) == {"02.gap": "6", "00.xi": 0.5, "c": "3"}


def test_answers_of_an_earlier_version_are_read_on_and_left_as_they_are(answers_folder):
    lines = [
        {"question": "a", "answer": "old", "saved": "2026-01-01T00:00:00+00:00"},
        {"question": "b", "answer": "old", "saved": "2026-01-02T00:00:00+00:00"},
        {"question": "c", "answer": "last", "saved": "2999-01-01T00:00:00+00:00"},
    ]
    older = answers_folder / "my_answers.jsonl"
    older.write_text("\n".join(map(json.dumps, lines)) + '\n{"question": "d", "ans')
    before = older.read_bytes()
    save_answer("b", "new")
    save_answer("c", "new, but not the last")
    with pytest.warns(UserWarning, match="my_answers.jsonl: line 4 cannot be read"):
        assert saved_answers(wording()) == {"a": "old", "b": "new", "c": "last"}
    assert older.read_bytes() == before
    assert FILE_NAME == "my_answers.txt" and (answers_folder / FILE_NAME).is_file()


# Questions ------------------------------------------------------------------


def test_every_question_has_the_answers_that_its_kind_needs(pack, answers_folder):
    for _, row in pack.questions.iterrows():
        question = row["question_id"]
        choices = pack.choices[pack.choices["question_id"] == question].sort_values("choice")
        right, asked = right_choices(pack, question), predict(pack, question)
        assert len(set(asked._choices)) == len(choices) >= 2, question
        for choice, words in zip(choices.itertuples(), asked._choices, strict=True):
            asked.value = words
            if row["kind"] == "check":
                verdict = "Correct." if choice.choice in right else "Not yet."
                assert verdict in asked._message, question
                assert choice.choice in right or choice.feedback, question
        assert row["kind"] != "check" or len(right) == 1, question
        stored = asked._repr_mimebundle_()["text/html"]
        assert asked._message not in stored and 'role="status"' not in stored


RIGHT = """
01.who Analysts whom it names | 01.hedger The named analysts | 05.trade By 60 to 80 percent
05.links September or October | 05.sequence One to two weeks | 05.fits October | 05.dates Neither
05.recall1 An expectation of somebody else | 05.recall2 That nothing was launched in 2020
05.prove Nothing: it tells how much, not why
"""
NUMBERS = {"03.after": 4, "03.recall1": 3, "03.recall2": 2, "03.left-out": 2, "03.clock": 1}


def test_answers_follow_the_tables(pack):
    """The right ones, worked out by hand; and another date in the table makes another right."""
    for one in RIGHT.strip().replace("\n", "|").split("|"):
        question, _, words = one.strip().partition(" ")
        choices = pack.choices[pack.choices["question_id"] == question].set_index("choice")["text"]
        assert [choices[one] for one in right_choices(pack, question)] == [words]
    for question, choice in (NUMBERS | {"03.proof": 3, "01.north": 2}).items():
        assert right_choices(pack, question) == [choice]
    assert right_choices(pack, "03.match") == right_choices(pack, "03.quiet") == []
    event = pack.events["event_id"] == "singapore-2018"
    days = pack.events["date"].mask(event, pack.events["date"] + pd.Timedelta(days=220))
    other = changed(pack, events=pack.events.assign(date=days))
    assert right_choices(other, "02.gap") != right_choices(pack, "02.gap") != []


def test_several_questions_stand_below_each_other(pack, answers_folder):
    ids = pack.questions.loc[pack.questions["kind"] == "check", "question_id"].tolist()[:2]
    stack = check_yourself(pack, *ids)
    assert [child.question_id for child in stack.children] == ids
    assert repr(stack).count("\n- ") >= 4
    stack = check_yourself(pack, ids[0], "99.none", ids[1], "99.nil")
    assert [child.question_id for child in stack.children[:-1]] == ids
    stored = stack._repr_mimebundle_()
    for shown in (repr(stack), html.unescape(stored["text/html"]), stored["text/plain"]):
        assert "needs the questions '99.none' and '99.nil', which this pack does not have" in shown
    for ask in (check_yourself, predict):
        assert "does not have" in repr(ask(pack, "99.none"))


# What goes wrong with a file ------------------------------------------------

SAVER = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("answers", sys.argv[1])
answers = importlib.util.module_from_spec(spec)
spec.loader.exec_module(answers)
for number in range(int(sys.argv[3])):
    answers.save_answer(f"{sys.argv[2]}.{number}", "word " * (number % 400))
    print(number, flush=True)
"""


def saver(name, count):
    command = [sys.executable, "-c", SAVER, answers.__file__, str(name), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_two_notebooks_at_once_lose_nothing(answers_folder):
    both = [saver(name, 200) for name in "ab"]
    assert [len(one.communicate(timeout=60)[0].split()) for one in both] == [200, 200]
    assert len(saved_answers()) == 400


def test_a_kernel_killed_fifty_times_loses_no_saved_answer(answers_folder):
    """Kill -9 at random moments; what `save_answer` had returned for is in the file."""
    chance, acknowledged = random.Random(7), set()
    for kernel in range(50):
        process = saver(kernel, 1_000_000)
        first = process.stdout.readline().strip()
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        numbers = [first, *process.communicate()[0].split("\n")[:-1]]
        acknowledged |= {f"{kernel}.{number}" for number in numbers if number}
        records, damaged, _ = answers.read_records(answers.answers_file())
        assert acknowledged <= {record["question"] for record in records}
        assert sum(map(len, damaged.values())) <= kernel + 1
    assert len({one.split(".")[0] for one in acknowledged}) == 50
    for record in records:
        number = int(record["question"].split(".")[1])
        assert record["answer"] == "word " * (number % 400), "whole, or not there"


THREE = [{"question": one, "answer": f"Büro {one}", "saved": f"2026-01-0{one}"} for one in "123"]
PLAIN = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in THREE)
EDITED = {
    "a byte-order mark": PLAIN.encode("utf-8-sig"),
    "UTF-16": PLAIN.encode("utf-16"),
    "UTF-16, the other way": b"\xfe\xff" + PLAIN.encode("utf-16-be"),
    "UTF-16 without a mark": PLAIN.encode("utf-16-le"),
    "Windows line ends": PLAIN.replace("\n", "\r\n").encode(),
    "indented": "\n".join(json.dumps(one, indent=2, ensure_ascii=False) for one in THREE).encode(),
    "a list": json.dumps(THREE, indent=4).encode(),
    "a list of one line": json.dumps(THREE).encode(),
    "older letters": PLAIN.encode("cp1252"),
}


@pytest.mark.parametrize("how", EDITED)
def test_an_editor_that_saves_in_its_own_way_loses_no_answer(answers_folder, how):
    """A file that an editor saved (digital-preservation/csv-validator#512 is one of many)."""
    (answers_folder / FILE_NAME).write_bytes(EDITED[how])
    save_answer("4", "Büro 4")
    records, trouble = own_records(wording())
    assert [one["answer"] for one in records] == [f"Büro {one}" for one in "1234"]
    assert ("older letters" in trouble) == (how == "older letters")
    assert (answers_folder / FILE_NAME).read_bytes().startswith(EDITED[how])


def test_a_file_that_cannot_be_read_is_not_called_empty_and_copies_are_named(answers_folder, pack):
    for name in ("my_answers (Ann's conflicted copy).txt", "my_answers.sync-conflict-1.txt"):
        (answers_folder / name).write_text("")
    path = answers_folder / FILE_NAME
    path.write_text('{"question": "a", "ans\n')
    trouble = own_records(wording())[1]
    assert "no other answer is there" in trouble
    assert "conflicted copy" in trouble and "sync-conflict" in trouble
    assert "line 1 cannot be read" in repr(receipt("Ann", pack))
    path.unlink()
    path.mkdir()
    said = repr(receipt("Ann", pack))
    assert "cannot be read" in said and "nothing to hand in" not in said


def _raise(number):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize("how", ["folder", "link", "read-only", "full", "locked"])
def test_what_is_in_the_way_is_said_in_a_sentence_and_then_all_is_saved(
    answers_folder, tmp_path_factory, monkeypatch, how
):
    path, elsewhere = answers_folder / FILE_NAME, tmp_path_factory.mktemp("x") / "other"
    sheet, earlier = take_apart("07.other"), {}
    if how == "locked":  # By another program, as Windows does it: nothing opens, and nothing goes.
        earlier = {"02.gap": "saved before"}
        save_answer("02.gap", "saved before")
    with monkeypatch.context() as broken:
        if how == "folder":
            path.mkdir()
        elif how == "link":
            path.symlink_to(elsewhere)
        else:
            number = errno.ENOSPC if how == "full" else errno.EACCES
            broken.setattr(os, "open" if how == "locked" else "write", _raise(number))
        sheet.value = {**sheet.value, "money": "one"}
        sheet.value = {**sheet.value, "article": "two"}
    assert sheet._problem.startswith("NOT saved: my_answers.txt cannot be written (")
    assert sheet._problem.count(". ") == 1 and not elsewhere.exists()
    if how == "folder":
        path.rmdir()
    elif how != "locked":
        path.unlink(missing_ok=True)
    assert (sheet.value["money"], sheet.value["article"]) == ("one", "two")
    sheet.set_state({"_request": 1})
    assert saved_answers() == {"07.other-money": "one", "07.other-article": "two", **earlier}
    assert sheet._problem == ""


def test_all_kernels_of_the_module_keep_answers_in_one_place(tmp_path, monkeypatch):
    """In VS Code a kernel starts at the module's root (microsoft/vscode-python#8988)."""
    monkeypatch.delenv("CROSSROADS_ANSWERS", raising=False)
    for name in ("notebooks", "exercises/solutions"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "notebooks" / "00_start_here.ipynb").touch()
    for pack_named in (None, "data/", "./data", str(ROOT / "data")):
        if pack_named:
            monkeypatch.setenv("CROSSROADS_PACK", pack_named)
        for start in (".", "notebooks", "exercises", "exercises/solutions"):
            monkeypatch.chdir(tmp_path / start)
            place = start if start.endswith("solutions") else "notebooks"
            assert answers_file() == tmp_path / place / FILE_NAME
    monkeypatch.setenv("CROSSROADS_PACK", "other/")
    assert answers_file().parent.name == "answers-other"
    monkeypatch.setenv("CROSSROADS_ANSWERS", str(tmp_path / "new" / "folder"))
    save_answer("02.gap", "b")
    assert answers_file().is_file()
