"""Every prediction is answered: its chart opens where the record's value is, and says it."""

import re

import nbformat
import pytest
from bs4 import BeautifulSoup

from crossroads.learn.answers import saved_answers
from crossroads.learn.opening import compare, declared, explore, unanswered
from crossroads.learn.questions import predict, record_for, right_choices, setting_of
from crossroads.pack.pack import Pack
from crossroads.publish.calls import only_call
from crossroads.words.lookups import fill
from tests.conftest import ROOT
from tests.packs import shared_pack

PACKS = {
    "crossroads": shared_pack(),
    "reykjavik": shared_pack("reykjavik"),
}
PREDICTIONS = [
    (name, row.question_id)
    for name, pack in PACKS.items()
    for row in pack.questions[pack.questions["kind"] == "predict"].itertuples()
]


def opened(name, question_id):
    """Open the chart of a prediction as its lesson does."""
    pack = PACKS[name]
    row = row_of(name, question_id)
    if row["chart"] == "aftermath":
        meetings = (PACKS["reykjavik"], "reykjavik-1986"), (PACKS["crossroads"], "hanoi-2019")
        return compare(*meetings, after=question_id)
    return explore(pack, row["chart"], after=question_id)


def row_of(name, question_id):
    questions = PACKS[name].questions
    return questions[questions["question_id"] == question_id].iloc[0]


def said_in(words, value):
    """Tell whether words have a value: in digits, spelt, or as it stands."""
    ways = {value, value.lstrip("-−")}
    if value.isdecimal():
        pack = PACKS["crossroads"]
        ways |= {pack.words.spell(int(value))} | ({"none", "no"} if value == "0" else set())
    return any(re.search(rf"(?<![\w.]){re.escape(way)}(?![\w])", words, re.I) for way in ways)


@pytest.mark.parametrize("name, question_id", PREDICTIONS)
def test_the_chart_opens_where_the_record_says_it(name, question_id, answers_folder):
    row, chart = row_of(name, question_id), opened(name, question_id)
    for control, option in setting_of(row["setting"]).items():
        assert chart.value[control] == option
    record, shown = record_for(PACKS[name], question_id, chart.declaration, chart.value)
    assert record, "a prediction says what the record answers"
    view = chart.declaration.view(chart.value)
    table = BeautifulSoup(view["table"], "html.parser")
    names = [
        (tr, {*tr.get("data-row", "").split(";"), tr.find(["th", "td"]).text.lower()})
        for tr in table.select("tbody tr")
    ]
    wanted = {one.lower() for one in shown}
    rows = [tr for tr, named in names if named & wanted]
    assert wanted <= set().union(*(named for _, named in names)), "a row that is not in the table"
    words = " ".join([view["title"], view["sentence"], *(tr.get_text(" ") for tr in rows)])
    words += f" {len(rows)}"
    for other in re.findall(r"\{([^{}\[\]:]+): \w+\}", row["record"]):
        words += chart.declaration.view({**chart.value, **setting_of(other)})["sentence"]
    lacking = [one for one in re.findall(r"[−-]?\d[\d.,]*\d|\d", record) if not said_in(words, one)]
    assert not lacking, (record, words)
    value = fill(PACKS[name], row["value"])
    if re.fullmatch(r"-?[\d.]+", value):
        assert right_choices(PACKS[name], question_id)
        # A month by its name; voices by theirs, which are counted.
        named = question_id in ("05.links", "01.north")
        assert named or f"{float(value):.0f}".lstrip("-") in record
    if row["chart"] == "stances":
        assert record.partition(",")[0] in predict(PACKS[name], question_id)._choices


@pytest.mark.parametrize("name, question_id", PREDICTIONS)
def test_one_line_says_what_was_said_and_what_the_record_says(name, question_id, answers_folder):
    pack, question = PACKS[name], predict(PACKS[name], question_id)
    chart = opened(name, question_id)
    assert chart._question and not chart._predicted
    first, other = question._choices[:2]
    record, shown = record_for(pack, question_id, chart.declaration, chart.value)
    question.value = first
    assert chart._predicted == f"You said {first}; the record: {record}."
    assert not chart._question and chart._shown == shown
    # Frozen: what is said with the chart open is kept beside it, and called so.
    question.value = other
    assert saved_answers()[question_id] == first
    assert saved_answers()[f"{question_id}-later"] == other
    assert "kept beside it as a later one" in question._message
    line = f"You said {first}; the record: {record}. Later, with the chart open: {other}."
    assert chart._predicted == line
    assert opened(name, question_id)._predicted == line
    again = predict(pack, question_id)
    assert again.value == other and "a later one" in again._message


def test_until_its_chart_opens_a_prediction_may_be_changed(answers_folder):
    question = predict(PACKS["crossroads"], "02.gap")
    question.value = question._choices[0]
    question.value = question._choices[1]
    assert saved_answers() == {"02.gap": question._choices[1]}
    chart = opened("crossroads", "02.gap")
    question.value = question._choices[2]
    assert saved_answers()["02.gap"] == question._choices[1]
    assert question._choices[1] in chart._predicted and question._choices[2] in chart._predicted


def test_who_looks_first_has_predicted_nothing(answers_folder):
    question, chart = predict(PACKS["crossroads"], "02.gap"), opened("crossroads", "02.gap")
    chart._question = ""  # As the button of the veil does.
    question.value = question._choices[2]
    assert "02.gap" not in saved_answers()
    assert chart._predicted == "With the chart open you said 200 to 299; the record: 260."


@pytest.mark.parametrize("column, cell", [("setting", "first=hanoy"), ("record", "{dayz}")])
def test_a_chart_that_cannot_answer_opens_and_its_author_is_told(column, cell, answers_folder):
    pack = PACKS["crossroads"]
    tables = {one["name"]: pack.table(one["name"]) for one in pack.descriptor["resources"]}
    questions = pack.questions.copy()
    questions.loc[questions["question_id"] == "02.gap", column] = cell
    other = Pack(pack.descriptor, {**tables, "questions": questions})
    chart, question = explore(other, "gap", after="02.gap"), predict(other, "02.gap")
    question.value = question._choices[0]
    assert chart._predicted == f"You predicted: {question._choices[0]}"
    (told,) = unanswered(other)
    assert told.startswith("02.gap: ") and cell.strip("{}").split("=")[-1] in told
    assert unanswered(pack) == [] and unanswered(PACKS["reykjavik"]) == []


def test_the_lessons_open_for_each_prediction_the_chart_that_its_row_names():
    calls = [
        call
        for path in [*(ROOT / "notebooks").glob("*.ipynb"), *(ROOT / "examples").glob("*.ipynb")]
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "code" and (call := only_call(cell.source))
    ]
    charts = {
        keywords["after"]: arguments[1]
        for name, arguments, keywords in calls
        if name == "explore" and "after" in keywords
    }
    for name, question_id in PREDICTIONS:
        row = row_of(name, question_id)
        if row["chart"] != "aftermath":
            assert charts[question_id] == row["chart"], question_id
            assert declared(PACKS[name], row["chart"]).name == row["chart"]
