"""What a widget calls saved is on disk, and nothing else is."""

import json

import pytest

from crossroads import (
    explore,
    open_outcomes,
    predict,
    read,
    recode,
    score_sample,
    tag_claims,
    take_apart,
    write_brief,
    write_forecasts,
    write_sharper,
)
from crossroads.learn import answers
from crossroads.learn.forecasting import answer_id as forecast
from crossroads.learn.keeping import LONGEST, Keeping
from crossroads.pack import load

NO, YES = {"percent": 5, "opened": False}, {"percent": 60, "opened": False}
ONE, TWO = {"level": 1, "reason": "a"}, {"level": -1, "reason": "b"}
PARTLY, NEITHER = {"verdict": "partly", "reason": ""}, {"verdict": "supported", "reason": ""}
NAMES = ["question", "tagging", "score", "sheet", "sharper", "numbers", "outcomes", "recoding"]
NAMES.append("reader")


def kinds(pack):
    """How each widget is opened, two values one after the other, and what is then in the file."""
    first, second = pack.forecasts["forecast_id"].tolist()[:2]
    ids = forecast(pack, first), forecast(pack, second)
    words = pack.choices.loc[pack.choices["question_id"] == "02.gap", "text"].tolist()
    sharper, read_as = {"what": "Rain", "when": "in May"}, {"c07e": PARTLY, "c01b": NEITHER}

    def two(one):
        (name, value), _ = one.items()
        return [{name: value}, one]

    # fmt: off
    return {
        "question": (lambda: predict(pack, "02.gap"), words[:2], {"02.gap": words[1]}),
        "tagging": (lambda: tag_claims(pack), two({"c03a": "fact", "c07e": "forecast"}), None),
        "score": (lambda: score_sample(pack, "07.sample-a"), two({"Limits": 1, "Evidence": 2}),
                  {"07.sample-a-score": {"Limits": 1, "Evidence": 2}}),
        "sheet": (lambda: write_brief(pack, "07.brief"), two({"watch": "one", "supported": "two"}),
                  {"07.brief-watch": "one", "07.brief-supported": "two"}),
        "sharper": (lambda: write_sharper("06.sharper"), two(sharper),
                    {"06.sharper": sharper | {"how": ""}}),
        "numbers": (lambda: write_forecasts(pack), two({first: 5, second: 60}),
                    dict(zip(ids, (NO, YES), strict=True))),
        "outcomes": (lambda: open_outcomes(pack), two({first: None, second: None}),
                     dict.fromkeys(ids, {"percent": None, "opened": True})),
        "recoding": (lambda: recode(pack).children[0], two({"s051": ONE, "s085": TWO}), None),
        "reader": (lambda: read(pack, 1, 7).children[0], two(read_as),
                   {f"read.{claim}": judged for claim, judged in read_as.items()}),
    }
    # fmt: on


@pytest.fixture(params=NAMES)
def kind(request, pack, answers_folder, monkeypatch):
    monkeypatch.setattr(load, "_opened", [pack])
    open_it, values, saved = kinds(pack)[request.param]
    widget = open_it()
    assert isinstance(widget, Keeping), "no two kinds of saving"
    return request.param, open_it, widget, values, saved or widget._answers_of(values[1])


def refuse(*_):
    raise OSError(28, "No space left on device")


def foreign(folder, question, answer):
    """Save as another kernel does, of which this one hears nothing."""
    with (folder / answers.FILE_NAME).open("a", encoding="utf-8") as file:
        file.write(json.dumps({"question": question, "answer": answer, "saved": "2999"}) + "\n")


def stored(widget):
    return {name: widget._repr_mimebundle_()[name] for name in ("text/plain", "text/html")}


def test_after_one_refusal_nothing_is_lost_and_the_button_always_asks(kind, monkeypatch):
    name, open_it, widget, (first, second), saved = kind
    before = stored(open_it())
    with monkeypatch.context() as broken:
        broken.setattr(answers, "save_answer", refuse)
        widget.value = first
        assert widget._problem.startswith("NOT saved") and not answers.saved_answers()
    widget.set_state({"_request": 2})
    assert widget._problem == "" and widget._heard == 2 and answers.saved_answers()
    widget.value = second
    assert answers.saved_answers() == saved
    (answers.answers_file()).unlink()
    widget.set_state({"_request": 3})
    assert answers.saved_answers() == saved, "what is gone from the disk is written again"
    again = open_it()
    assert again.value == widget.value
    assert stored(again) == before, "what a file stores is the same for everybody"
    if name in ("question", "tagging", "score"):
        assert again._message.startswith("Saved earlier")


def test_what_another_window_saved_is_followed_where_nothing_is_new_here(kind, answers_folder):
    _, open_it, widget, (first, second), saved = kind
    empty = widget.value
    widget.value = first
    for question, answer in saved.items():
        foreign(answers_folder, question, answer)
    widget.set_state({"_request": 1})
    assert answers.saved_answers() == saved and not widget._differs and not widget._problem
    lines = (answers_folder / answers.FILE_NAME).read_text("utf-8").splitlines()
    assert len(lines) == len(widget._answers_of(first)) + len(saved), "nothing is written over"
    # An answer of another type in the file stops no widget.
    (answers_folder / answers.FILE_NAME).unlink()
    odd_ones = [["x"], {"x": ["y"]}, {"Limits": [1]}, 7, True, None, 1.5]
    odd_ones += [{"percent": 700}, {"level": 1}, {"verdict": "partly"}]
    for odd in (*odd_ones, {"verdict": ["x"], "reason": ""}):
        for question in saved:
            answers.save_answer(question, odd)
        assert open_it().value == empty, odd


def stopped_once(function):
    """Stop Python at the first call, as the button of that name does, and a restart."""
    calls = []

    def call(*given, **named):
        calls.append(given)
        if len(calls) == 1:
            raise KeyboardInterrupt
        return function(*given, **named)

    return call


def message(widget, **data):
    widget._handle_msg({"content": {"data": data}, "buffers": []})


@pytest.mark.parametrize("where", ["before", "after"])
def test_what_is_stopped_in_the_middle_is_done_and_only_then_heard(kind, monkeypatch, where):
    name, open_it, widget, (_, second), saved = kind
    save, stop = answers.save_answer, stopped_once(lambda *_: None)

    def stopped_save(*given):
        if where == "after":
            save(*given)
        stop()
        if where == "before":
            save(*given)

    monkeypatch.setattr(answers, "save_answer", stopped_save)
    message(widget, method="update", state={"value": second, "_request": 5}, buffer_paths=[])
    assert answers.saved_answers() == saved and widget._heard == 5 and not widget._problem
    assert widget._kept == widget.value == open_it().value


def test_a_chart_that_is_stopped_in_the_middle_is_drawn_and_only_then_heard(pack, monkeypatch):
    chart = explore(pack, "meetings")
    control = chart.declaration.controls[-1]
    choice = {**chart.value, control.name: [*control.options][1]}
    monkeypatch.setattr(chart, "_computed", stopped_once(chart._computed))
    message(chart, method="update", state={"value": choice, "_request": 5}, buffer_paths=[])
    assert chart._view["choice"] == chart.value == choice and chart._heard == 5


@pytest.mark.parametrize("settled", ["mine", "other"])
def test_two_texts_of_one_field_are_both_there_until_the_learner_chooses(
    pack, answers_folder, settled
):
    sheet, path = write_brief(pack, "07.brief"), answers_folder / "brief.md"
    sheet.value = {**sheet.value, "watch": "first"}
    foreign(answers_folder, "07.brief-watch", "from the other tab")
    sheet.value = {**sheet.value, "watch": "from here"}
    assert sheet._differs and "“from the other tab”" in sheet._problem
    assert sheet._kept["watch"] == "first"
    sheet._asked += 1
    assert sheet._told[1] == sheet._problem and not path.exists()
    sheet.set_state({"_settle": settled, "_request": 1})
    text = "from here" if settled == "mine" else "from the other tab"
    assert sheet.value["watch"] == text == answers.saved_answers()["07.brief-watch"]
    assert not sheet._differs and sheet._problem == "" and sheet._settle == ""
    # A brief is written from what was saved last.
    foreign(answers_folder, "07.brief-watch", "fresh")
    sheet._asked += 1
    assert "fresh" in path.read_text("utf-8") and text not in path.read_text("utf-8")


def test_what_cannot_be_kept_is_said_and_the_next_is_saved(pack, answers_folder):
    tagging = tag_claims(pack)
    with pytest.raises(ValueError):
        tagging.set_state({"value": {"c03a": "no such kind"}, "_request": 7})
    assert tagging._heard == 7 and tagging._kept == {} and not answers.saved_answers()
    sheet = take_apart("07.other")
    sheet.value = {**sheet.value, "article": "x" * (LONGEST + 1), "money": "kept"}
    assert "longer than 20000" in sheet._problem.replace(",", "")
    assert answers.saved_answers() == {"07.other-money": "kept"}
    sheet.value = {**sheet.value, "article": "x"}
    assert sheet._problem == "" and answers.saved_answers()["07.other-article"] == "x"


def test_what_is_no_longer_in_the_file_is_not_said_to_be_kept(pack, answers_folder):
    sheet = write_brief(pack, "07.brief")
    sheet.value = {"watch": "one"}
    assert sheet._kept["watch"] == "one"
    answers.answers_file().unlink()
    answers.answers_file().mkdir()
    sheet.value = {"watch": "two"}
    assert sheet._problem and sheet._kept["watch"] == "" and sheet.value["watch"] == "two"
