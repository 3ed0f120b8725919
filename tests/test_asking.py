"""A task as one form: whatever a person types or chooses is answered, never by a traceback."""

import pytest

from crossroads import ask
from crossroads.learn.answers import save_answer
from crossroads.learn.asking import Ask
from crossroads.learn.tasks import WRITTEN, find_task, task_ids
from crossroads.pack.load import load_pack
from tests.conftest import ROOT

PACK = load_pack(ROOT / "data")
JUDGED = [key for key in task_ids(PACK) if find_task(PACK, key).answer_type != WRITTEN]


def press(form, what, value=None):
    form.value = form.value if value is None else value
    form._asked = {"what": what, "press": str(len(form._asked.get("press", "")) + 1) + what}
    return form._reply


def typed(task):
    """The right answer as a person would type it."""
    return "; ".join(thing.split("|")[0] for thing in task.value.split(";"))


@pytest.mark.parametrize("task_id", JUDGED)
def test_a_task_is_asked_answered_and_told_in_one_form(task_id, answers_folder):
    form, task = ask(task_id, PACK), find_task(PACK, task_id)
    assert isinstance(form, Ask) and form._reply == "" and form.value == ""
    assert "Try first" in press(form, "reveal")
    assert "Hint 1" in press(form, "hint") and "Hint 2" in press(form, "hint")
    assert "Correct" in press(form, "check", typed(task))
    assert "The answer" in press(form, "reveal")
    again = ask(task_id, PACK)
    assert again.value and "Saved earlier" in again._reply and "Correct" in again._reply


@pytest.mark.parametrize(
    "task_id", [key for key in JUDGED if find_task(PACK, key).answer_type == "choice"]
)
def test_a_choice_is_chosen_and_not_typed(task_id, answers_folder):
    form = ask(task_id, PACK)
    assert [letter for letter, _ in form._choices] == ["a", "b", "c", "d"]
    assert "**" not in form._prompt and "<strong>a</strong>" not in form._prompt
    wrong = next(letter for letter, _ in form._choices if letter != find_task(PACK, task_id).value)
    assert "Not yet" in press(form, "check", wrong)


def test_whatever_is_typed_gets_a_sentence(answers_folder):
    form = ask("02.3", PACK)
    for text in (
        "",
        "   ",
        "...",
        "1/0",
        "<script>alert(1)</script>",
        "김" * 5000,
        "nan",
        "1e999",
        "][",
    ):
        reply = press(form, "check", text)
        assert "<script" not in reply and "Traceback" not in reply and "Correct" not in reply
    assert "Type or choose" in press(form, "check", "")


def test_a_file_of_others_does_no_harm(answers_folder):
    save_answer("02.3", {"given": ["x"], "result": "correct"})
    assert ask("02.3", PACK).value == ""
