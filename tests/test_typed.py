"""Answers as people type them: one table of forms, read by Python and by the pages' script."""

import csv
import json
import re

import pytest

from crossroads.charts.widget import FRONTEND
from crossroads.learn.tasks import WRITTEN, find_task, judge, replies_of, task_ids
from crossroads.words.typed import judge_typed, rules
from tests.conftest import ROOT
from tests.packs import shared_pack

PACK = shared_pack()
TASKS = {
    one: task for one in task_ids(PACK) if (task := find_task(PACK, one)).answer_type != WRITTEN
}
with (ROOT / "tests" / "typed_forms.csv").open(encoding="utf-8", newline="") as file:
    FORMS = list(csv.DictReader(file))
# Copied text brings letters that nobody sees, and no table should have.
for unseen in (
    ("01.1", "Yang Moo-jin, James\u00ad Kim, Hee-jin\ufeff Koo", "correct"),
    ("02.1", "Xi\u200b", "correct"),
    ("02.2", "\u200e30 June\u200b 2019\u200f", "correct"),
    ("02.3", "\ufeff122\u2060 days", "correct"),
    ("02.5", "\u2068d\u2069", "correct"),
    ("03.1", "\u200eSRBM\u200f", "correct"),
    ("03.1", "IC\u00adBM", "mistake 1"),
    ("06.2", "\u0085nine\u001c", "correct"),
):
    FORMS.append(dict(zip(FORMS[0], (*unseen, "breaker"), strict=True)))


def test_the_table_has_two_hundred_forms_over_all_tasks():
    assert len(FORMS) >= 200
    assert {form["task_id"] for form in FORMS} == set(TASKS)
    assert sum(form["written_by"] == "outsider" for form in FORMS) >= 60
    wrong = sum(form["reply"] != "correct" for form in FORMS)
    assert wrong >= 60, "right ones alone would show nothing"


@pytest.mark.parametrize("task_id", TASKS)
def test_every_form_gets_its_reply(task_id):
    missed = []
    for form in FORMS:
        if form["task_id"] == task_id:
            verdict = judge(TASKS[task_id], form["typed"])
            if form["reply"] not in (verdict.reply, verdict.result):
                missed.append((form["typed"], form["reply"], verdict.reply))
            # What is saved is read again as the same.
            again = judge(TASKS[task_id], verdict.given)
            if verdict.given and again.reply != verdict.reply:
                missed.append((verdict.given, verdict.reply, again.reply))
    assert not missed


@pytest.fixture(scope="module")
def on_page(chromium):
    """What the pages' script says of a list of pairs of task and text."""
    code = (FRONTEND / "typed.js").read_text(encoding="utf-8")
    code = re.sub(r"^export default .+$", "", code, flags=re.MULTILINE)
    work = "data.asked.map(([task, text]) => judge(task, text, data.rules))"

    def run(pairs):
        asked = [[TASKS[task_id].rules, text] for task_id, text in pairs]
        script = f"text => {{ {code}\nconst data = JSON.parse(text);\nreturn {work}; }}"
        return chromium.new_page().evaluate(script, json.dumps({"asked": asked, "rules": rules()}))

    return run


def in_python(task_id, text):
    found = judge_typed(TASKS[task_id].rules, text)
    return {"reply": found.reply, "given": found.given, "facts": dict(found.facts)}


@pytest.mark.browser
def test_a_page_says_of_every_form_what_a_notebook_says(on_page):
    pairs = [(form["task_id"], form["typed"]) for form in FORMS]
    # Every form is typed into every other task of its kind as well: what no table lists.
    pairs += [
        (task_id, text)
        for task_id, task in TASKS.items()
        for other, text in pairs
        if other != task_id and TASKS[other].answer_type == task.answer_type
    ]
    hostile = [
        "<b>x</b>", "((((", "1e999", "-", "½", "３０／６／２０１９", "İ", "ß", "٣", "0/0", "1/0",
        "$&", "\\1", "constructor", "__proto__", "1,2,3", "9" * 400, "김" * 90, "a" * 1001,
        "a b " * 200,
    ]  # fmt: skip
    hostile += ["\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16")]
    pairs += [(task_id, text) for task_id in TASKS for text in hostile]
    assert len(pairs) > 1000
    differ = [
        (pair, page, here)
        for pair, page in zip(pairs, on_page(pairs), strict=True)
        if page != (here := in_python(*pair))
    ]
    assert not differ, differ[:5]


def test_a_page_knows_the_words_of_every_reply():
    long = [{"task_id": task_id, "typed": "a" * 1001} for task_id in TASKS]
    for form in [*FORMS, *long]:
        task = TASKS[form["task_id"]]
        found = judge_typed(task.rules, form["typed"])
        known = replies_of(task)
        assert found.reply in known, form
        assert set(found.facts) >= set(known[found.reply]), form
