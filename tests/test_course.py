"""The last lesson, walked by a careful and by a careless reader: the picture tells them apart."""

import pandas as pd
import pytest

from crossroads.charts.course import KINDS, course
from crossroads.learn import course as learn_course
from crossroads.learn.answers import own_records, save_answer, saved_answers
from crossroads.learn.course import COLUMNS, measure_course, show_course
from crossroads.learn.forecasting import answer_id, open_outcomes, write_forecasts
from crossroads.learn.questions import Question, right_choices
from crossroads.learn.reader import read
from crossroads.learn.tagging import Tagging, statements
from crossroads.pack.evidence import evidence_row
from crossroads.words.lookups import fill
from crossroads.words.plain import parts

FIVE = ("c03b", "c04d", "c09a", "c10b", "c10c")
TWO = ("f04e", "f10e")
ASKED = ("08.source", "08.quoted", "08.whose", "08.sure", "08.missing", "08.settle")


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
    asked, wanted = Question(pack, question), right_choices(pack, question)
    words = [text for text, (number, _) in asked._feedback.items() if (number in wanted) == right]
    asked.value = words[0]
    return asked._message


def walk(unseen, careful):
    """Take the steps of the lesson; give what was told at each question."""
    told = [choose(unseen, question, careful) for question in ASKED]
    if careful:  # looks again at what was missed the first time
        choose(unseen, ASKED[0], False)
        told[0] = choose(unseen, ASKED[0], True)
    verdicts = unseen.claims.set_index("claim_id")["verdict"]
    read(unseen, "08.read", lesson="08").children[0].value = {
        claim: {"verdict": verdicts[claim] if careful else "supported", "reason": ""}
        for claim in FIVE
    }
    kinds = statements(unseen, "08").set_index("claim_id")["kind"]
    Tagging(unseen, "08").value = {one: kind if careful else "fact" for one, kind in kinds.items()}
    percents = (20, 70) if careful else (100, 0)
    write_forecasts(unseen, *TWO).value = dict(zip(TWO, percents, strict=True))
    for forecast in TWO:
        open_outcomes(unseen, *TWO).value = {forecast: None}
    return told


def measures(pack, unseen):
    return measure_course(pack, unseen, own_records()[0]).set_index("measure")


def test_a_careful_reader(pack, unseen, answers_folder):
    first_lessons(pack)
    before = {name: one for name, one in saved_answers().items() if name.startswith("read.")}
    told = walk(unseen, careful=True)
    assert all(message.startswith("Saved. Correct") for message in told), told
    found = measures(pack, unseen)
    after = found["after"]
    assert (after["verdicts"], after["kinds"], after["outside"]) == (100, 100, pytest.approx(60))
    assert after["forecasts"] == pytest.approx((80 + 70) / 2)
    assert found.loc["outside", "before"] == pytest.approx(40), "60 on what did not come"
    counts = found["after_count"]
    assert (counts["verdicts"], counts["kinds"]) == (5, 8)
    title = show_course(pack, unseen)._view["title"]
    assert title.startswith("4 of 5 went up") and "none went down" in title
    # Judgements of another article stay apart, and what is stored is the same for everybody.
    after = {name: one for name, one in saved_answers().items() if name.startswith("read.")}
    assert before == after and "08.read.c03b" in saved_answers()
    assert set(read(unseen, "08.read", lesson="08").children[0].value) == set(FIVE)
    stored = show_course(pack, unseen)._repr_mimebundle_()["text/plain"]
    assert "Nothing to compare yet" in stored


def test_a_careless_reader_gets_another_picture_and_is_told_where_to_look(
    pack, unseen, answers_folder
):
    assert "Nothing to compare yet" in repr(show_course(pack, unseen))
    assert measures(pack, unseen).empty
    first_lessons(pack)
    told = walk(unseen, careful=False)
    assert all("Correct" not in message for message in told)
    assert sum("aragraph" in message or "look" in message.lower() for message in told) >= 4
    after = measures(pack, unseen)["after"]
    assert (after["forecasts"], after["answers"]) == (0, 0)
    assert (after["verdicts"], after["kinds"]) == (pytest.approx(40), pytest.approx(37.5))


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


def test_every_choice_of_the_chart(unseen):
    rows = [(measure, 40.0, 60.0, 5, 8) for measure in KINDS]
    declared = course(unseen, pd.DataFrame(rows, columns=list(COLUMNS)))
    for choice in declared.choices():
        for narrow in (False, True):
            view = declared.view(choice, narrow)
            assert view["count"] in (2, 3, 5) and "40 %, then 60 %" in view["sentence"]
    with pytest.raises(ValueError, match="did you mean 'f04e'"):
        write_forecasts(unseen, "f04x")


def test_every_fact_that_the_lesson_judges_was_read_in_a_source(unseen):
    evidence = unseen.claims.set_index("claim_id")["evidence"]
    outcomes = unseen.forecasts.set_index("forecast_id")["outcome_evidence"]
    judged = [*FIVE, *statements(unseen, "08")["claim_id"], "c09c", "c10a"]
    rows = {one for cell in [*evidence[judged], *outcomes[[*TWO]]] for one in parts(cell)}
    read_as = unseen.sources.set_index("source_id")["how_read"]
    for one in rows:
        row = evidence_row(unseen, one)
        sources = [row["source_id"], *parts(row.get("more_sources", ""))]
        assert {*read_as[sources]} & {"whole", "excerpt", "opening"}, one
    assert len(rows) > 10
