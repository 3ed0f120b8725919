"""The last lesson, walked by a careful and by a careless reader: the picture tells them apart."""

import pandas as pd
import pytest

from crossroads.charts.course import KINDS, course
from crossroads.learn import course as learn_course
from crossroads.learn.answers import own_records, save_answer, saved_answers
from crossroads.learn.course import COLUMNS, measure_course, show_course
from crossroads.learn.forecasting import answer_id, open_outcomes, write_forecasts
from crossroads.learn.opening import load_pack
from crossroads.learn.questions import Question, right_choices
from crossroads.learn.reader import read
from crossroads.learn.tagging import Tagging, statements
from crossroads.pack.evidence import evidence_row
from crossroads.words.lookups import fill
from crossroads.words.plain import parts
from tests.conftest import ROOT

FIVE = ("c03b", "c04d", "c09a", "c10b", "c10c")
TWO = ("f04e", "f10e")
ASKED = ("08.source", "08.quoted", "08.whose", "08.sure", "08.missing", "08.settle")


@pytest.fixture(scope="module")
def unseen():
    return load_pack(ROOT / "examples" / "reykjavik")


def first_lessons(pack):
    """What both readers did before: half of it right."""
    for place, row in statements(pack, "01").iterrows():
        save_answer(row["answer_id"], row["kind"] if place % 2 else "forecast")
    for place, row in pack.claims.head(8).iterrows():
        verdict = row["verdict"] if place % 2 else "cannot say"
        save_answer(f"read.{row['claim_id']}", {"verdict": verdict, "reason": ""})
    for forecast in ("f04a", "f10a", "f23d"):
        save_answer(answer_id(pack, forecast), {"percent": 50, "opened": True})
    save_answer(answer_id(pack, "f24b"), {"percent": 40, "opened": True, "first": 60})


def choose(pack, question, right):
    asked = Question(pack, question)
    wanted = {number for number in right_choices(pack, question)}
    for text, (number, _) in asked._feedback.items():
        if (number in wanted) == right:
            asked.value = text
            return asked._message
    raise AssertionError(question)


def walk(unseen, careful):
    """Take the steps of the lesson; give what was told at each question."""
    told = [choose(unseen, question, careful) for question in ASKED]
    if careful:  # looks again at what was missed the first time
        choose(unseen, ASKED[0], False)
        told[0] = choose(unseen, ASKED[0], True)
    own = unseen.claims.set_index("claim_id")
    reader = read(unseen, "08.read", lesson="08").children[0]
    reader.value = {
        claim: {"verdict": own.loc[claim, "verdict"] if careful else "supported", "reason": ""}
        for claim in FIVE
    }
    tags = Tagging(unseen, "08")
    tags.value = {
        row["claim_id"]: row["kind"] if careful else "fact"
        for _, row in statements(unseen, "08").iterrows()
    }
    write_forecasts(unseen, *TWO).value = dict(
        zip(TWO, (20, 70) if careful else (100, 0), strict=True)
    )
    for forecast in TWO:
        open_outcomes(unseen, *TWO).open_outcome(forecast)
    return told


def measures(pack, unseen):
    return measure_course(pack, unseen, own_records()[0]).set_index("measure")


def test_a_careful_reader(pack, unseen, answers_folder):
    first_lessons(pack)
    told = walk(unseen, careful=True)
    assert all(message.startswith("Saved. Correct") for message in told), told
    found = measures(pack, unseen)
    assert found.loc["verdicts", "after"] == 100 and found.loc["verdicts", "after_count"] == 5
    assert found.loc["kinds", "after"] == 100 and found.loc["kinds", "after_count"] == 8
    assert found.loc["forecasts", "after"] == pytest.approx((80 + 70) / 2)
    assert found.loc["outside", "before"] == pytest.approx(40), "60 on what did not come"
    assert found.loc["outside", "after"] == pytest.approx(60)
    view = show_course(pack, unseen)._view
    assert "went up" in view["title"] and "none went down" in view["title"]
    assert view["title"].startswith("4 of 5 went up"), view["title"]


def test_a_careless_reader_gets_another_picture_and_is_told_where_to_look(
    pack, unseen, answers_folder
):
    first_lessons(pack)
    told = walk(unseen, careful=False)
    assert all("Correct" not in message for message in told)
    assert sum("aragraph" in message or "look" in message.lower() for message in told) >= 4
    found = measures(pack, unseen)
    assert found.loc["verdicts", "after"] == pytest.approx(40)
    assert found.loc["kinds", "after"] == pytest.approx(37.5)
    assert found.loc["forecasts", "after"] == 0
    assert found.loc["answers", "after"] == 0


def test_judgements_of_another_article_stay_apart(pack, unseen, answers_folder):
    first_lessons(pack)
    before = {name: one for name, one in saved_answers().items() if name.startswith("read.")}
    walk(unseen, careful=True)
    after = {name: one for name, one in saved_answers().items() if name.startswith("read.")}
    assert before == after and "08.read.c03b" in saved_answers()
    again = read(unseen, "08.read", lesson="08").children[0]
    assert set(again.value) == set(FIVE)


def test_nothing_answered_is_said(pack, unseen, answers_folder):
    shown = show_course(pack, unseen)
    assert "Nothing to compare yet" in repr(shown)
    assert measures(pack, unseen).empty


def test_the_picture_follows_what_it_is_about_and_nothing_else(
    pack, unseen, answers_folder, monkeypatch
):
    first_lessons(pack)
    shown, measured = show_course(pack, unseen), []
    question = unseen.choices[unseen.choices["question_id"] == ASKED[0]]
    claim, forecast = unseen.claims.iloc[0], {"percent": 1, "opened": True}
    told = {
        "01.recall1": "anything",
        ASKED[0]: fill(unseen, question["text"].iloc[0]),
        f"08.read.{claim['claim_id']}": {"verdict": claim["verdict"], "reason": ""},
        statements(unseen, "08")["answer_id"].iloc[0]: "fact",
        statements(pack)["answer_id"].iloc[1]: "forecast",
        f"read.{pack.claims['claim_id'].iloc[1]}": {"verdict": "supported", "reason": ""},
        answer_id(unseen, TWO[0]): forecast,
        answer_id(pack, "f10a"): forecast,
    }
    for name, answer in told.items():
        save_answer(name, answer)
        now = course(unseen, measure_course(pack, unseen, own_records()[0]))
        assert shown._view["table"] == now.view(shown.value)["table"], name
    monkeypatch.setattr(
        learn_course, "measure_course", lambda *of: measured.append(of) or measure_course(*of)
    )
    for name in ("02.3", "02.3-hint", "07.brief-watch", "02.gap", "recode.x.s051"):
        save_answer(name, "anything")
    assert not measured
    save_answer(ASKED[1], "anything")
    assert len(measured) == 1


def test_stored_for_everybody_is_the_empty_picture(pack, unseen, answers_folder):
    first_lessons(pack)
    walk(unseen, careful=True)
    data = show_course(pack, unseen)._repr_mimebundle_()
    assert "Nothing to compare yet" in data["text/plain"]


def test_every_choice_of_the_chart(unseen):
    rows = [(measure, 40.0, 60.0, 5, 8) for measure in KINDS]
    declared = course(unseen, pd.DataFrame(rows, columns=list(COLUMNS)))
    for choice in declared.choices():
        for narrow in (False, True):
            view = declared.view(choice, narrow)
            assert view["count"] in (2, 3, 5) and "40 %, then 60 %" in view["sentence"]


def test_every_fact_that_the_lesson_judges_was_read_in_a_source(unseen):
    claims, forecasts = (
        getattr(unseen, name).set_index(key)
        for name, key in (("claims", "claim_id"), ("forecasts", "forecast_id"))
    )
    judged = [*FIVE, *statements(unseen, "08")["claim_id"], "c09c", "c10a"]
    named = [*claims.loc[judged, "evidence"], *forecasts.loc[[*TWO], "outcome_evidence"]]
    rows = {one for cell in named for one in parts(cell)}
    read_as = unseen.sources.set_index("source_id")["how_read"]
    for one in rows:
        row = evidence_row(unseen, one)
        sources = [row["source_id"], *parts(row.get("more_sources", ""))]
        assert {*read_as[sources]} & {"whole", "excerpt", "opening"}, one
    assert len(rows) > 10


def test_unknown_forecast_is_named(unseen):
    with pytest.raises(ValueError, match="did you mean 'f04e'"):
        write_forecasts(unseen, "f04x")
