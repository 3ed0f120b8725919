"""Another try is another task, what was missed comes back, and a forecast is asked about later."""

import json
import re

import pandas as pd
import pytest

from crossroads import again, ask, check, given, write_sharper
from crossroads.classroom.collect import read_learners
from crossroads.classroom.receipt import csv_text, receipt_row
from crossroads.learn.answers import own_records, save_answer, saved_answers
from crossroads.learn.feedback import hint, reveal
from crossroads.learn.questions import RECALL, check_yourself, missed_before, right_choices
from crossroads.learn.tasks import draws, find_task, judge, task_ids
from crossroads.words.lookups import fill
from tests.conftest import ROOT
from tests.packs import shared_pack

PACK = shared_pack()
DRAWN = ["01.2", "02.3", "02.4", "04.2", "05.3", "06.3"]


def variants(task_id, tries):
    """Draw so often; the check of a pack tells apart the answers of all that can be drawn."""
    found = (find_task(PACK, task_id, seed) for seed in range(1, tries))
    return list({task.prompt: task for task in found}.values())


@pytest.mark.parametrize("task_id", DRAWN)
def test_a_variant_has_its_own_answer_and_the_same_named_mistakes(task_id):
    first, found = find_task(PACK, task_id), variants(task_id, 12)
    assert 2 <= len(found) <= len(draws(PACK, task_id))
    for task in found:
        assert task.prompt != first.prompt and task.seed
        assert judge(task, task.value).result == "correct"
        assert len(task.mistakes) == len(first.mistakes)
        for (value, told), (_, as_it_came) in zip(task.mistakes, first.mistakes, strict=True):
            assert judge(task, value).result == "not yet"
            digits = re.compile(r"\d+")
            assert digits.sub("", told) == digits.sub("", as_it_came)
        assert find_task(PACK, task_id, task.seed).prompt == task.prompt, "not drawn again"
    assert {task.value for task in found} - {first.value}


def test_days_of_a_variant_by_hand():
    assert [one for one in task_ids(PACK) if draws(PACK, one)] == DRAWN
    found = {task.given: float(task.value) for task in variants("02.3", 60)}
    # Kim and Moon in Pyongyang until 20 September 2018; Diaz-Canel came on 4 November.
    assert found["pyongyang-2018-09", "diaz-canel-pyongyang-2018"] == 10 + 31 + 4
    assert ("hanoi-2019", "panmunjom-2019-06") not in found
    changes = {task.given[0]: float(task.value) for task in variants("05.3", 60)}
    assert changes["2020-08-total"] == pytest.approx(100 * (25.8 - 236.381) / 236.381)


def test_another_one_in_the_form_is_kept_and_judged_by_its_number(answers_folder):
    form = ask("02.3", PACK)
    assert form._draws and not ask("01.3", PACK)._draws
    first = form.task
    form.value = first.value
    form._asked = {"what": "check", "press": "1"}
    assert "Correct" in form._reply
    form._asked = {"what": "again", "press": "2"}
    assert form.task.prompt != first.prompt and form.value == "" and "Drawn anew" in form._reply
    assert form.task.prompt.split("between")[1][:9] in form._prompt
    seed = saved_answers()["02.3-seed"]
    assert given("02.3", PACK) == list(find_task(PACK, "02.3", seed).given)
    assert "Try first" in repr(reveal("02.3", PACK)), "an answer to another task opens nothing"
    assert "Not yet" in repr(check("02.3", first.value, PACK))
    assert "Correct" in repr(check("02.3", form.task.value, PACK))
    assert saved_answers()["02.3"]["seed"] == seed
    assert form.task.hints[0] in repr(hint("02.3", PACK))
    opened = ask("02.3", PACK)
    assert opened.task.prompt == form.task.prompt and "Saved earlier" in opened._reply
    # A task without other rows says so and loses nothing.
    assert "no other rows for task 01.3" in repr(again("01.3", PACK))
    assert "unknown task" in repr(again("99.9", PACK)) and saved_answers()["02.3"]["seed"] == seed
    save_answer("02.3-seed", "tomorrow")
    assert ask("02.3", PACK).task.seed == 0


def test_a_receipt_has_the_number_and_can_be_checked(answers_folder, tmp_path):
    save_answer("02.3-seed", 417)
    right = find_task(PACK, "02.3", 417).value
    assert "Not yet" in repr(check("02.3", float(right) + 1, PACK))
    assert "Correct" in repr(check("02.3", right, PACK))
    row = receipt_row(PACK, own_records()[0], "Ann")
    assert row["variant 02.3"] == f"417: {right}" and row["task 02.3"].startswith("done")
    assert "wrong 02.3" not in row, "the class's table speaks of the task as it came"
    forged = {**row, "learner": "x", "name": "Bob", "variant 02.3": "417: 1"}
    forged["variant 05.3"] = "=cmd: 4"
    for name, cells in (("ann", row), ("bob", forged)):
        (tmp_path / f"{name}.csv").write_text(csv_text([cells], list(cells)), encoding="utf-8")
    found = {one["name"]: one for one in read_learners(PACK, tmp_path)[0]}
    assert found["Ann"]["variant 02.3"] == f"417: {right}, correct"
    assert found["Bob"]["variant 02.3"] == "417: 1, not yet" and "variant 05.3" not in found["Bob"]


# What was missed comes back ----------------------------------------------------------


def choose(question, right):
    choices = PACK.choices[PACK.choices["question_id"] == question]
    known = right_choices(PACK, question)
    words = next(one.text for one in choices.itertuples() if (one.choice in known) == right)
    save_answer(question, fill(PACK, words))


def asked(*questions):
    return [one.question_id for one in check_yourself(PACK, *questions).children]


def test_recall_draws_first_from_what_was_wrong(answers_folder):
    recall = ("05.recall1", "05.recall2")
    assert asked(*recall) == [*recall]
    choose("01.tank", True)
    choose("02.recall1", False)
    choose("05.recall2", False)
    assert asked(*recall) == ["02.recall1", recall[0]], "nothing of this lesson itself"
    choose("01.kind", False)
    choose("01.few", False)
    assert missed_before(PACK, "05") == ["02.recall1", "01.few", "01.kind"]
    assert asked(*recall) == ["02.recall1", recall[0]], "the lesson before is always asked"
    missed = check_yourself(PACK, *recall).children[0]
    assert missed._prompt.startswith("Once more, from lesson 2: ")
    choose("02.recall1", True)
    assert asked(*recall)[0] == "01.few"
    named = ("07.own", "07.recall1", "07.recall2")
    assert asked(*named) == ["05.recall2", "07.own", "07.recall1"]
    assert asked("05.fits", "05.dates") == ["05.fits", "05.dates"], "others stay where they are"
    save_answer("01.few", ["nonsense"])
    save_answer("01.kind", "a choice that is gone")
    assert asked(*recall) == [*recall]


LESSONS = sorted((ROOT / "notebooks").glob("0[1-7]*.ipynb"))
FROM = re.compile(r"From lesson (\d): ")
ASKED = re.compile(r'check_yourself\(pack, "(\d\d\.\w[\w-]*)", "\d\d\.recall1", "\d\d\.recall2"\)')


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_three_questions_go_back_as_far_as_they_say_and_lead_there(path):
    """One on this lesson, one on the lesson before, one on an earlier one: with a link to each."""
    number = int(path.stem[:2])
    prompts = PACK.questions.set_index("question_id")["prompt"]
    cells = ["".join(one["source"]) for one in json.loads(path.read_text("utf-8"))["cells"]]
    place = next(n for n, source in enumerate(cells) if ".recall1" in source)
    own = ASKED.fullmatch(cells[place])[1]
    assert int(own[:2]) == number and not FROM.match(prompts[own])
    said = [FROM.match(prompts[f"{number:02}.recall{one}"]) for one in (1, 2)]
    of = [int(one[1]) for one in said if one]
    assert of[0] == number - 1 and all(one < number - 1 for one in of[1:])
    assert len(of) == 2 or number == 1, "before lesson 1 stands lesson 0 alone"
    links = re.findall(r"\[lesson (\d)\]\((\S+)\)", cells[place - 1])
    assert [int(one) for one, _ in links] == of
    for one, name in links:
        assert name.startswith(f"0{one}_") and (path.parent / name).is_file()


def test_every_question_that_goes_back_is_asked_and_says_to_which_lesson():
    text = "".join(path.read_text("utf-8") for path in (ROOT / "notebooks").glob("0*.ipynb"))
    prompts = PACK.questions.set_index("question_id")["prompt"]
    recalls = prompts[prompts.index.map(lambda one: bool(RECALL.fullmatch(one)))]
    assert len(recalls) == 16 and all(f'\\"{one}\\"' in text for one in recalls.index)
    assert recalls.str.match(r"From lesson \d: |About reading in general: ").all()


# A forecast of one's own, when its day has passed --------------------------------------


def test_a_sharper_forecast_gets_a_day_and_is_asked_about_when_it_has_passed(answers_folder):
    sheet = write_sharper("06.sharper")
    texts = {"what": "Rain", "how": "I look out"}
    sheet.value = {**texts, "when": "in May"}
    told = sheet.pressed()
    assert "“in May” is kept, and is no single day" in told
    assert saved_answers()["06.sharper"]["when"] == "in May"
    coming = pd.Timestamp.today() + pd.Timedelta(days=40)
    sheet.value = {**texts, "when": f"{coming:%Y-%m-%d}"}
    assert "it will ask you how it came out" in sheet.pressed()
    assert [name for name, *_ in write_sharper("06.sharper").fields] == ["what", "when", "how"]
    sheet.value = {**texts, "when": "28 February 2019"}
    assert "has passed" in sheet.pressed()
    later = write_sharper("06.sharper")
    assert later.fields[0][:2] == ("came", "28 February 2019 has passed: how did it come out?")
    assert later.value["what"] == "Rain" and "Still empty: 28 February 2019" in later.pressed()
    later.value = {**later.value, "came": "It rained"}
    assert later.pressed() == "Saved."
    assert write_sharper("06.sharper").value["came"] == "It rained"
