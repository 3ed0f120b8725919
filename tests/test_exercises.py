"""Every task in its states, the masters and their student copies, progress and receipts.

How answers are typed is tried for each type of answer; each task is held against its own
mistakes and hints. `test_typed.py` has two hundred forms more.
"""

import csv
import html
import itertools
import json
import re

import nbformat
import numpy as np
import pandas as pd
import pytest

from crossroads import (
    ask,
    check,
    hint,
    load_pack,
    progress,
    receipt,
    reveal,
    show_task,
    write_answer,
)
from crossroads.learn.answers import answers_file, save_answer
from crossroads.learn.feedback import attempts
from crossroads.learn.tasks import CORRECT, MissingRows, find_task, judge, task_ids
from crossroads.pack.pack import Pack
from crossroads.publish.exercises import SOLUTION, student_copy
from crossroads.words.typed import as_text, judge_typed, plain, read_day
from tests.conftest import ROOT
from tests.packs import changed, shared_pack

PACK = shared_pack()
ALL = task_ids(PACK)
JUDGED = [one for one in ALL if find_task(PACK, one).answer_type != "written"]
WRITTEN = [one for one in ALL if one not in JUDGED]
TYPES = {find_task(PACK, one).answer_type: one for one in reversed(JUDGED)}
OF_EACH_TYPE = pytest.mark.parametrize("task_id", TYPES.values(), ids=TYPES)
LESSONS = {one[:2] for one in ALL}
MASTERS = sorted((ROOT / "exercises" / "solutions").glob("*.ipynb"))
STUDENTS = sorted((ROOT / "exercises").glob("*.ipynb"))


class Awkward:
    """Something that breaks whatever looks at it."""

    def __str__(self):
        raise RuntimeError("no words")

    __repr__ = __bool__ = __float__ = __len__ = __str__

    def __eq__(self, other):
        raise RuntimeError("no comparison")

    __hash__ = None


# fmt: off
GARBAGE = [
    True, "  ", float("nan"), np.inf, pd.NA, pd.NaT, b"\xff\x00", "9" * 10_000_000,
    "so it is " * 1_100_000, list(range(100_000)), "__import__('os').remove('my_answers.txt')",
    "<script>alert(1)</script><b>bold", "{events[x][y]} {0.__class__} %s", "\ud800", "a\0b",
    print, int, (one for one in "abc"), {"a": 1}, pd.DataFrame({"a": [1, 2]}), [], [[[["a"]]]],
    Awkward(), [Awkward()], 1j, 10**400,
]
# fmt: on


def as_typed(task, value):
    """Write a value in the ways in which people give it."""
    if task.answer_type == "number":
        number = float(value)
        ways = [number, np.float64(number), pd.Series([number]), f"  {number:g} ", [number]]
        whole = int(number)
        more = [whole, np.int64(whole), f"{whole:,}", f"{whole} {(*task.units, '')[0]}"]
        return ways + more * (number == whole)
    if task.answer_type == "date":
        day = read_day(value)
        texts = [f"{day:%Y-%m-%d}", f"{day.day} {day:%b %Y}", f"{day.day} {day:%B %Y}".upper()]
        texts += [f"{day:%B} {day.day}, {day.year}", f"  {day.day:02d} {day:%b. %Y} "]
        return [*texts, day, day.date(), day.to_pydatetime(), day.to_datetime64(), pd.Series([day])]
    if task.answer_type == "set":
        things = [thing.split("|")[0].strip() for thing in value.split(";")]
        ways = [things, things[::-1], set(things), tuple(things), pd.Series(things)]
        return [*ways, ", ".join(things).upper(), np.array(things), " and ".join(things)]
    spellings = [one.strip() for one in value.split("|")]
    ways = [*spellings, value.split("|")[0].upper() + " ", f"  {spellings[0].lower()}."]
    return [*ways, np.str_(spellings[0]), pd.Series([spellings[0]]).unique()]


def expected_in(task, words):
    """Find the right answer in words that must not give it away."""
    if task.answer_type == "choice":
        return []
    spellings = [task.answer_words.removeprefix("about ")]
    if task.answer_type == "date":
        spellings.append(f"{read_day(task.value):%Y-%m-%d}")
    if task.answer_type in ("text", "set"):
        spellings = [one.strip() for one in re.split(r"[;|]", task.value)]
    found = [
        one for one in spellings if re.search(rf"(?<![\w.,]){re.escape(one)}(?!\w|[.,]\d)", words)
    ]
    return found if task.answer_type != "set" or len(found) >= len(task.value.split(";")) else []


def records():
    return [json.loads(line) for line in answers_file().read_text(encoding="utf-8").splitlines()]


def test_there_are_tasks_from_remembering_to_creating():
    order = ["worked", "faded", "alone"]
    for lesson, rows in PACK.tasks.groupby(PACK.tasks["task_id"].str[:2]):
        assert len(rows) >= 5, lesson
        assert {"recall", "chart", "compute", "interpret", "create"} <= set(rows["kind"]), lesson
        support = rows["support"].tolist()
        assert support == sorted(support, key=order.index) and set(support) == set(order), lesson


@pytest.mark.parametrize("task_id", JUDGED)
def test_a_task_knows_its_answer_and_its_usual_mistakes_and_gives_nothing_away(
    task_id, answers_folder
):
    task, told = find_task(PACK, task_id), {}
    assert task.value and task.value == task.value.strip()
    assert repr(check(task_id, as_typed(task, task.value)[0], PACK)).startswith("Correct.")
    for value, feedback in task.mistakes:
        card = repr(check(task_id, as_typed(task, value)[0], PACK))
        assert card.startswith("Not yet.") and not expected_in(task, card), (value, card)
        if feedback.replace("**", "") in card:
            told[feedback] = value
    assert len(told) >= 3, "three usual mistakes that this pack tells apart"
    assert len({value for value, _ in task.mistakes}) == len(task.mistakes)
    assert len(set(task.hints)) == 3 and task.hints[0] not in told
    for words in (task.prompt, *task.hints, *(feedback for _, feedback in task.mistakes)):
        assert task.answer_type == "set" or not expected_in(task, words), words
    for other in (find_task(PACK, one) for one in JUDGED if one != task_id):
        if judge(task, other.value).result == CORRECT:
            # The sixth month may be meant by a 6.
            kinds = {task.answer_type, other.answer_type}
            assert len(kinds) == 1 or kinds == {"month", "number"}, other.task_id
            assert kinds == {"month", "number"} or judge(other, task.value).result == CORRECT
    shown = html.unescape(show_task(task_id, PACK)._repr_html_())
    for one in filter(str.strip, re.split(r"[*`\n]", task.prompt)):
        assert one.strip("- ")[:20] in re.sub("<[^>]+>", "", shown)


@OF_EACH_TYPE
def test_the_solution_is_correct_however_it_is_typed(task_id, answers_folder):
    task = find_task(PACK, task_id)
    for nothing in (..., None, "", "...", " ... "):
        assert repr(check(task_id, nothing, PACK)).startswith("Not tried yet."), nothing
    assert not answers_file().exists()
    for answer in as_typed(task, task.value):
        card = check(task_id, answer, PACK)
        assert repr(card).startswith("Correct."), (answer, repr(card))
        assert 'role="status"' in card._repr_html_()


@OF_EACH_TYPE
def test_hints_then_reveal_after_a_real_attempt_and_an_answer_is_there_again(
    task_id, answers_folder
):
    task = find_task(PACK, task_id)
    for step in (1, 2, 3, 3):
        words = repr(hint(task_id, PACK))
        assert [one in words for one in task.hints] == [n < step for n in range(3)]
    check(task_id, print, PACK)
    assert repr(reveal(task_id, PACK)).startswith("Try first.")
    for _ in "twice":
        check(task_id, as_typed(task, task.mistakes[0][0])[0], PACK)
    shown = repr(reveal(task_id, PACK))
    assert shown.startswith(f"The answer: {task.answer_words}.") and task.explanation in shown
    again = repr(check(task_id, ..., PACK))
    assert again.startswith("Saved earlier: ") and task.mistakes[0][1] in again
    check(task_id, as_typed(task, task.value)[0], PACK)
    assert "Correct." in repr(check(task_id, ..., PACK))
    results = [one["result"] for one in attempts(records(), task_id)]
    assert results[-2:] == ["not yet", "correct"], "the same answer twice is one attempt"


@OF_EACH_TYPE
def test_garbage_gets_a_clear_word(task_id, answers_folder):
    for garbage in GARBAGE:
        card = check(task_id, garbage, PACK)
        words = repr(card)
        assert words.startswith(("Not yet.", "Not tried yet.")), words
        assert "could not be looked at" not in words, garbage
        assert 20 < len(words) < 500 and "<script" not in card._repr_html_()
        assert not expected_in(find_task(PACK, task_id), words), words
    assert not answers_file().exists() or all(len(json.dumps(line)) < 2000 for line in records())


@pytest.mark.parametrize("task_id", WRITTEN)
def test_a_sample_opens_after_ones_own_text_and_scores_are_ones_own(task_id, answers_folder):
    task = find_task(PACK, task_id)
    assert set(task.levels) == {1, 2, 3} and not task.value and not task.mistakes
    sheet, levels = write_answer(task_id, PACK).children
    assert task.explanation not in repr(sheet) + repr(levels)
    levels._asked = 1
    assert "Write your own answer first" in levels._message and not levels._answer
    sheet.value = {"text": "<b>Mine</b> is a sentence of seven words."}
    assert "text" in sheet._kept and not sheet._problem
    levels._asked = 2
    assert "A sample answer" in levels._answer and not levels._message
    levels.value = {"Your answer": 2}
    assert repr(progress(task_id[:2], PACK)).startswith("1 of ")
    sheet, levels = write_answer(task_id, PACK).children
    assert sheet.value["text"].startswith("<b>Mine") and levels.value == {"Your answer": 2}
    for card in (check(task_id, "mine", PACK), reveal(task_id, PACK)):
        assert f"the box of task {task_id}" in repr(card)
        assert "Correct" not in repr(card) and "Not yet" not in repr(card)
    assert task.hints[0] in repr(hint(task_id, PACK))


PRESSES = itertools.count()


def press(form, what, value=None):
    form.value = form.value if value is None else value
    form._asked = {"what": what, "press": str(next(PRESSES))}
    return form._reply


@OF_EACH_TYPE
def test_a_task_is_asked_answered_and_told_in_one_form(task_id, answers_folder):
    form, task = ask(task_id, PACK), find_task(PACK, task_id)
    assert form._reply == "" and form.value == ""
    assert "Type or choose" in press(form, "check", "")
    assert "Try first" in press(form, "reveal")
    assert "Hint 1" in press(form, "hint") and "Hint 2" in press(form, "hint")
    for text in ("1/0", "<script>alert(1)</script>", "김" * 5000, "nan", "1e999", "]["):
        reply = press(form, "check", text)
        assert reply and not re.search("<script|Traceback|Correct", reply)
    typed = "; ".join(thing.split("|")[0] for thing in task.value.split(";"))
    assert "Correct" in press(form, "check", typed) and "The answer" in press(form, "reveal")
    again = ask(task_id, PACK)
    assert again.value and "Saved earlier" in again._reply and "Correct" in again._reply
    if task.answer_type == "choice":
        assert [letter for letter, _ in form._choices] == ["a", "b", "c", "d"]
        assert "**" not in form._prompt and "<strong>a</strong>" not in form._prompt


# Packs that differ ----------------------------------------------------------


def shifted(pack, share=0.65):
    """The same pack with other dates and fewer rows: keep a part of every table, move its days."""
    fixed = {"tasks", "task_mistakes", "task_levels", "article", "actors", "sources", "codes"}
    # Rows that the texts of tasks name must stay in the tables.
    cells = [*pack.tasks.to_numpy().ravel(), *pack.task_mistakes.to_numpy().ravel()]
    names, tables = set(re.findall(r"\[([^\]\[]+)\]", " ".join(map(str, cells)))), {}
    for name, table in pack._tables.items():
        if name not in fixed:
            named = table.iloc[:, 0].astype(str).isin(names)
            table = table[named | (np.arange(len(table)) < share * len(table))].copy()
            for column in table.select_dtypes("datetime").columns:
                table[column] += pd.to_timedelta(np.arange(len(table)) % 5, unit="D")
            tables[name] = table.reset_index(drop=True)
    return changed(pack, **tables)


def test_the_checks_follow_the_pack(answers_folder):
    other, followed = shifted(PACK), []
    for task_id in JUDGED:
        mine, theirs = find_task(PACK, task_id), find_task(other, task_id)
        answer = as_typed(theirs, theirs.value)[0]
        assert repr(check(task_id, answer, other)).startswith("Correct."), task_id
        if mine.answer_type != "choice":
            followed.append(judge(mine, answer).result != CORRECT)
    assert sum(followed) >= len(followed) / 2


def test_another_date_in_the_table_makes_another_answer_right(pack_copy, answers_folder):
    path = pack_copy / "events.csv"
    text, days = path.read_text(encoding="utf-8"), "hanoi-2019,2019-02-27,2019-02-2{}"
    assert text.count(days.format(8)) == 1
    path.write_text(text.replace(days.format(8), days.format(7)), encoding="utf-8", newline="\n")
    days = float(find_task(PACK, "02.3").value)
    other = load_pack(pack_copy)
    assert repr(check("02.3", days)).startswith("Not yet."), "the pack that was opened last"
    assert repr(check("02.3", days + 1)).startswith("Correct.")
    assert repr(check("02.3", days, PACK)).startswith("Correct.")
    assert float(find_task(other, "02.3").value) == days + 1


def test_a_pack_without_the_tables_gets_a_plain_sentence(answers_folder):
    named = {name: rows for name, rows in PACK._tables.items() if name[:4] == "task"}
    only = Pack(PACK.descriptor, named)
    bare = Pack(PACK.descriptor, {name: PACK.table(name) for name in {*PACK._tables} - {*named}})
    missing = 0
    for task_id in ALL:
        for opens in (show_task, check, hint, reveal, write_answer):
            assert repr(opens(task_id, pack=bare)).startswith("This pack has no tasks.")
            words = repr(opens(task_id, pack=only))
            missing += "does not have the rows" in words
            assert "could not be looked at" not in words and "Error" not in words, task_id
    assert missing > 100, "nearly every task asks about rows"
    assert "no tasks" in repr(progress(pack=bare))
    assert "did you mean '02.3'" in repr(check("02.33", 5, PACK))
    with pytest.raises(MissingRows):
        find_task(bare, "02.3")
    for name in ("02.3", " 2.3 ", 2.3, "2.3"):
        assert repr(show_task(name, PACK)).startswith("Task 02.3\n")


# Reading what is typed ------------------------------------------------------

DAY = pd.Timestamp("2019-02-28")
# fmt: off
READ = [
    ("1,234", 1234), ("1 234 days", 1234), ("1,234.5", 1234.5), ("45,3", 45.3), ("45.3 %", 45.3),
    ("−3", -3), ("four", 4), ("None", 0), (np.timedelta64(5, "D"), 5), (np.array([[7]]), 7),
    (pd.Timedelta(hours=36), 1.5), (pd.DataFrame({"a": [7]}), 7),
    (pd.Series([7], dtype="Int64"), 7), (pd.Timestamp("2019-02-28 13:00", tz="Asia/Seoul"), DAY),
    *dict.fromkeys((
        "2019-02-28", "2019/2/28", "28.2.2019", "28/02/2019", "02/28/2019", "Feb. 28 2019",
        "28th of February, 2019", "Thursday, 28 February 2019", "2019-02-28 00:00:00",
        "2019-02-28T09:30:00Z",
    ), DAY).items(),
]
# fmt: on


@pytest.mark.parametrize("given, value", READ)
def test_a_number_or_a_day_as_people_write_it(given, value):
    if value is DAY:
        assert read_day(given) == DAY
    else:
        task = {"type": "number", "tolerance": 0, "units": ["days", "percent"], "values": [value]}
        assert judge_typed(task, as_text("number", given)).reply == "correct"
    assert plain(' "Díaz–Canel". ') == plain("DIAZ-CANEL") == "diaz-canel"


# fmt: off
NO_DAY = {
    "28 Feb": "The year is missing.",
    "Feb 2019": "That is no single day; write day, month and year.",
    "3/4/2019": "Is that 2019-03-04 or 2019-04-03? Write it so, as year-month-day.",
    "30 February 2019": "No day can be read in it.", 7: "That is no date.",
}
# fmt: on


def test_what_is_no_single_day_is_said():
    for given, why in NO_DAY.items():
        verdict = judge(find_task(PACK, TYPES["date"]), given)
        assert verdict.words == f"{why} This task asks for a day, such as 2012-07-01."


def test_a_list_that_is_right_in_part_is_told_so(answers_folder):
    first, second = (one.split("|")[0] for one in find_task(PACK, "01.1").value.split(";")[:2])
    told = repr(check("01.1", [first, "nobody"], PACK))
    assert f"Right so far: {first}. Not in this list: nobody. Still missing: 2." in told
    assert second.strip() not in told
    card = check("01.1", ["somebody", "<b>"], PACK)
    assert "Not in this list: somebody, <b>." in repr(card) and "Right so far" not in repr(card)
    assert "<b>" not in card._repr_html_()


# The file of answers --------------------------------------------------------


def test_a_damaged_file_is_said_and_left(answers_folder):
    check("02.3", 5, PACK)
    torn = answers_file().read_bytes() + b'{"question": "02.4", "ans\n\xff\xfe\x00[1]\n17\n'
    answers_file().write_bytes(torn)
    card = repr(check("02.3", 6, PACK))
    assert "line 2, 3, 4 cannot be read and was left as it is" in card
    left = answers_file().read_bytes()
    assert left.startswith(torn) and len(left) > len(torn), "and the new answer is there"
    assert "cannot be read" in repr(progress(pack=PACK))
    answers_file().unlink()
    answers_file().mkdir()
    card = repr(check("02.3", find_task(PACK, "02.3").value, PACK))
    assert card.startswith("Correct.") and "NOT saved" in card and "cannot be written" in card
    assert "NOT saved" in repr(hint("02.3", PACK))
    assert "cannot be read" in repr(progress(pack=PACK)) and answers_file().is_dir()


def test_what_others_put_in_the_file_does_no_harm(answers_folder):
    for answer in (None, 7, "x", [1], {"result": "correct"}, {"given": 3, "result": "correct"}):
        for question in ("02.3", "02.3-hint", "02.3-reveal", "02.6-text", "02.6-score"):
            save_answer(question, answer)
            assert repr(check("02.3", ..., PACK)).startswith("Not tried yet.")
            for card in (progress(pack=PACK), receipt(pack=PACK)):
                assert "could not be looked at" not in repr(card)
            write_answer("02.6", PACK)
            hint("02.3", PACK)
            assert ask("02.3", PACK).value == ""


# Progress and receipt -------------------------------------------------------


def test_progress_says_what_is_next(answers_folder):
    assert repr(progress(pack=PACK)).startswith(f"0 of {len(ALL)} tasks done. Next: task {ALL[0]}.")
    check("02.1", find_task(PACK, "02.1").value.split("|")[0], PACK)
    card = progress(2, PACK)
    assert repr(card).startswith(f"1 of {len(task_ids(PACK, '02'))} tasks done. Next: task 02.2.")
    assert "done, one attempt" in card._repr_html_() and "role" in card._repr_html_()
    for task_id in task_ids(PACK, "02"):
        task = find_task(PACK, task_id)
        if task_id in JUDGED:
            check(task_id, as_typed(task, task.value)[0], PACK)
        else:
            save_answer(f"{task_id}-score", {"Your answer": 1})
            done = repr(progress("02", PACK)).count("done,")
            save_answer(f"{task_id}-text", "mine")
            assert repr(progress("02", PACK)).count("done,") == done + 1, "a level of no text"
    assert "tasks are done." in repr(progress("02", PACK))


def test_a_receipt_is_one_page_and_one_row(answers_folder, pack):
    assert "nothing to hand in" in repr(receipt(pack=pack))
    assert list(answers_folder.iterdir()) == []
    check("02.3", 5, pack)
    hint("02.3", pack)
    save_answer("02.6-text", "A <b>bold</b> thought")
    save_answer("02.gap", "200 to 299")
    save_answer("forecast.crossroads.f04a", {"percent": 70, "opened": False})
    name, table = "=Ann <i>\n& Co", answers_folder / "my_receipt-ann-i-co.csv"
    assert f"{table.name} and my_receipt-ann-i-co.html" in repr(receipt(name, pack))
    page = table.with_suffix(".html").read_text(encoding="utf-8")
    assert "=Ann &lt;i&gt; &amp; Co" in page and "A &lt;b&gt;bold&lt;/b&gt; thought" in page
    with table.open(newline="", encoding="utf-8") as file:
        [row] = csv.DictReader(file)
    assert row["name"] == "'=Ann <i> & Co" and row["task 02.3"] == "tried; attempts 1; hints 1"
    assert row["prediction 02.gap"] == "200 to 299" and row["probability f04a"] == "70"
    assert row["done"] == "0" and row["tasks"] == str(len(ALL)) and len(row["learner"]) == 12
    receipt(name, pack)
    assert len(list(answers_folder.glob("my_receipt*"))) == 2, "the second replaces the first"
    assert row["learner"] in table.read_text(encoding="utf-8")
    (answers_folder / "my_receipt.csv").write_text("not ours")
    assert "my_receipt-1.csv" in repr(receipt("", pack))
    assert (answers_folder / "my_receipt-1.csv").read_text() == "not ours"


# Masters and student copies -------------------------------------------------


@pytest.mark.parametrize("path", STUDENTS, ids=lambda path: path.stem)
def test_a_students_copy_is_its_master_without_the_answers(path, answers_folder):
    """Also in what it shows; so nbval runs the masters only."""
    master = nbformat.read(path.parent / "solutions" / path.name, as_version=4)
    student = nbformat.read(path, as_version=4)
    made, there = (
        [(cell.id, cell.cell_type, cell.source, cell.metadata) for cell in one.cells]
        for one in (student_copy(master), student)
    )
    assert there == made, "run make exercises"
    solved, sources = set(), "\n".join(cell.source for cell in student.cells)
    assert not re.findall(r"^answer = .*$", sources, re.M)
    for cell in master.cells:
        if SOLUTION in cell.metadata.get("tags", []):
            assert set(cell.source.split("\n")) - set(sources.split("\n")), cell.source
            if found := re.search(r'^check\("([\d.]+)", answer\)', cell.source, re.M):
                assert cell.outputs[0].data["text/plain"].startswith("Correct."), cell.source
                solved.add(found[1])
    assert solved == {one for one in JUDGED if one[:2] == path.name[:2]}
    for cell in student.cells:
        assert SOLUTION not in cell.metadata.get("tags", [])
        if cell.cell_type == "code":
            of_master = next(one.outputs for one in master.cells if one.id == cell.id)
            own = {"progress": progress(path.name[:2], PACK), "receipt": receipt("", PACK)}
            if card := own.get(cell.source.split("(")[0]):
                assert cell.outputs[0].data["text/plain"] == repr(card)
            else:
                data = [[one.data for one in some] for some in (cell.outputs, of_master)]
                assert data[0] == data[1], cell.source
        shown = [one.get("data", {}).get("text/plain", "") for one in cell.get("outputs", [])]
        assert not [words for words in shown if words.startswith(("Correct", "Saved"))]
        if cell.source.startswith("answer = ..."):
            assert shown[0].startswith("Not tried yet.")
    assert re.findall(r'^ask\("([\d.]+)"\)', sources, re.M) == task_ids(PACK, path.name[:2])


def test_each_lesson_has_its_exercises_of_the_same_name():
    names = [[path.name for path in some] for some in (MASTERS, STUDENTS)]
    assert names[0] == names[1] and {name[:2] for name in names[0]} == LESSONS
    assert all((ROOT / "notebooks" / name).is_file() for name in names[0])
