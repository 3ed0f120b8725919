"""Lesson 07: verdicts against the table of claims, the brief on disk, the rubric, the texts."""

import csv
import html
import json
import math
import os
from collections import Counter

import pytest

from crossroads import score_own, score_sample, show_codes, take_apart, write_brief
from crossroads.charts.claims import verdicts
from crossroads.learn.answers import FILE_NAME as ANSWERS
from crossroads.learn.answers import save_answer, saved_answers
from crossroads.learn.brief import FIELDS, PAGE, brief_markdown, fields_of, words_in, write_file
from crossroads.learn.questions import question_row, right_choices
from crossroads.learn.scoring import module_scores
from crossroads.pack.pack import Pack
from crossroads.words.lookups import fill
from tests.conftest import ROOT
from tests.packs import paragraphs

SAMPLES = ("07.sample-a", "07.sample-b")


@pytest.fixture(scope="module")
def claims():
    """The claims, read without any of our code."""
    with open(ROOT / "data" / "claims.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def texts(pack):
    return pack.samples.set_index("sample_id")["text"]


# --- the charts


def view(chart, **choice):
    return chart.view({**chart.start(), **choice})


def test_bars_are_parts_of_all_claims_whatever_is_chosen(pack):
    chart = verdicts(pack)
    first, other = (view(chart, **one)["figure"] for one in ({}, {"kind": "fact"}))
    for figure in (first, other):
        assert sum(bars["x"][0] for bars in figure["data"]) == pytest.approx(1)
    assert first["layout"]["yaxis"]["range"] == other["layout"]["yaxis"]["range"]


def test_verdicts_are_counted_as_in_the_table(pack, claims):
    chart = verdicts(pack)
    table = chart.show(**chart.start()).table.set_index("group")
    names = pack.speakers.set_index("speaker_id")["name"]
    counted = Counter((names[row["speaker_id"]], row["verdict"]) for row in claims)
    assert len(table) == len({row["speaker_id"] for row in claims}) + 1
    for name in table.index.drop("All"):
        for code in ("supported", "partly", "contradicted", "cannot say"):
            assert table.loc[name, code] == counted[name, code], (name, code)
    assert table.loc["All", "all"] == len(claims)
    supported, partly = (
        sum(row["verdict"] == code for row in claims) for code in ("supported", "partly")
    )
    shown, share = view(chart), f"{supported / len(claims):.0%}"
    title = f"{supported} of {len(claims)} claims are supported ({share})"
    assert shown["title"] == f"{title}, {partly} partly supported"
    assert f"Of {len(claims)} claims, {supported} are supported" in shown["sentence"]


def test_nothing_is_judged_before_it_was_known(pack, claims):
    chart, day = verdicts(pack), f"{pack.day:%Y-%m-%d}"
    later = sum(row["known_date"] > day for row in claims)
    table = chart.show(rows="speaker_id", kind="all", seen=day).table.set_index("group")
    assert later > 0 and table.loc["All", ""] == later
    early = sum(row["verdict"] == "supported" and row["known_date"] <= day for row in claims)
    assert table.loc["All", "supported"] == early
    assert view(chart, seen=day)["sentence"].startswith("Known on ")
    assert '<th scope="col">Not known then</th>' in view(chart, seen=day)["table"]


def test_every_verdict_is_explained(pack, claims):
    shown = show_codes(pack, "claims.verdict")._repr_html_()
    used = {row["verdict"] for row in claims}
    rows = pack.codes[pack.codes["column"] == "claims.verdict"]
    assert used <= set(rows["code"])
    assert all(html.escape(text) in shown for text in rows["definition"])


# --- the brief


def test_what_is_typed_is_saved_at_once_and_there_again(pack, answers_folder):
    sheet = write_brief(pack, "07.brief")
    assert set(sheet.value) == {*FIELDS["brief"]} and not any(sheet.value.values())
    sheet.value = {**sheet.value, "watch": "zwei Wörter <b>"}
    assert saved_answers() == {"07.brief-watch": "zwei Wörter <b>"}
    assert sheet._kept["watch"] == "zwei Wörter <b>"
    again = write_brief(pack, "07.brief")
    assert again.value["watch"] == "zwei Wörter <b>"


def test_only_what_changed_is_saved_again(pack, answers_folder):
    sheet = write_brief(pack, "07.brief")
    sheet.value = {**sheet.value, "watch": "one"}
    sheet.value = {**sheet.value, "supported": "two"}
    lines = (answers_folder / ANSWERS).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["question"] for line in lines] == [
        "07.brief-watch",
        "07.brief-supported",
    ]


def test_the_stored_form_does_not_tell_what_was_written(pack, answers_folder):
    before = write_brief(pack, "07.brief")._repr_mimebundle_()
    save_answer("07.brief-watch", "a secret")
    after = write_brief(pack, "07.brief")._repr_mimebundle_()
    for kind in ("text/plain", "text/html"):
        assert before[kind] == after[kind] and "a secret" not in after[kind]
    own = score_own(pack, "07.brief")
    assert "a secret" in own._text
    assert "a secret" not in own._repr_mimebundle_()["text/html"]


def test_a_disk_that_refuses_is_said(pack, answers_folder):
    (answers_folder / ANSWERS).mkdir()
    sheet = write_brief(pack, "07.brief")
    sheet.value = {**sheet.value, "watch": "one"}
    assert sheet._problem.startswith("NOT saved")
    assert sheet._kept["watch"] == ""


def test_the_button_writes_a_file_that_can_be_read(pack, answers_folder):
    sheet = write_brief(pack, "07.brief")
    sheet.value = {**sheet.value, "watch": "- by May\n- <script>alert(1)</script>"}
    sheet._asked += 1
    text = (answers_folder / "brief.md").read_text(encoding="utf-8")
    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings == [label for _, label, _ in fields_of(pack.words, "brief")]
    assert "\n- by May\n" in text and "\\<script>" in text
    assert sheet._told == [1, "Written: brief.md, beside this notebook, five words."]


def test_an_empty_brief_writes_no_file(pack, answers_folder):
    sheet = write_brief(pack, "07.brief")
    sheet._asked += 1
    assert sheet._told[1] == "There is nothing to write yet."
    assert not (answers_folder / "brief.md").exists()


def test_a_file_of_somebody_else_is_kept_also_after_a_restart(pack, answers_folder):
    path = answers_folder / "brief.md"
    path.write_text("not ours")
    sheet = write_brief(pack, "07.brief")
    sheet.value = {**sheet.value, "watch": "one"}
    assert "it is now brief-1.md" in sheet.pressed()
    assert (answers_folder / "brief-1.md").read_text() == "not ours"
    sheet.value = {**sheet.value, "watch": "two"}
    assert "brief-" not in sheet.pressed()
    again = write_brief(pack, "07.brief")
    again.value = {**again.value, "watch": "three"}
    assert "brief-" not in again.pressed()
    path.write_text("changed by hand")
    assert "it is now brief-2.md" in again.pressed()
    assert (answers_folder / "brief-2.md").read_text() == "changed by hand"
    kept = sorted(one.name for one in answers_folder.glob("*brief*"))
    assert kept == ["brief-1.md", "brief-2.md", "brief.md"]


def test_a_write_that_fails_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "brief.md"
    own, _ = write_file(path, "first")

    def refuse(*names):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError):
        write_file(path, "second", own)
    assert path.read_text() == "first" and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("text", ["# x", "---", "```", "<b>", "[a](b)", "==="])
def test_no_mark_of_markdown_breaks_the_headings(text):
    written = brief_markdown("Brief", "On: x", [("First", text), ("Second", "end")])
    lines = written.splitlines()
    assert text not in lines and lines[-1] == "end"
    assert [line for line in lines if line.startswith("#")] == ["# Brief", "## First", "## Second"]


def test_the_checklist_is_saved_apart_from_the_brief(answers_folder):
    sheet = take_apart("07.other")
    assert len(sheet.value) == 10 and not sheet._button and not sheet._limit
    sheet.value = {**sheet.value, "article": "another"}
    assert saved_answers() == {"07.other-article": "another"}


# --- rubric and samples


def test_the_rubric_has_three_levels_for_every_criterion(pack):
    rows = pack.rubrics[pack.rubrics["lesson"] == 7]
    assert len(rows) >= 12
    for criterion, levels in rows.groupby("criterion")["level"]:
        assert sorted(levels) == [1, 2, 3], criterion


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_module_scores_every_criterion_of_a_sample_once(pack, sample):
    criteria = set(pack.rubrics.loc[pack.rubrics["lesson"] == 7, "criterion"])
    assert set(module_scores(pack, sample)) == criteria
    assert (pack.sample_levels["sample_id"] == sample).sum() == len(criteria)


def test_the_samples_differ_in_quality_and_fit_a_page(pack, texts):
    weak, strong = (module_scores(pack, sample) for sample in SAMPLES)
    assert all(strong[name][0] > weak[name][0] for name in weak)
    for sample in SAMPLES:
        assert 60 < words_in(fill(pack, texts[sample])) <= PAGE


def test_the_dated_sample_uses_nothing_that_came_later(pack, texts):
    assert fill(pack, texts["07.sample-b"]) == fill(pack.as_of(pack.day), texts["07.sample-b"])


def test_scores_are_saved_and_compared_only_when_complete(pack, answers_folder):
    score = score_sample(pack, SAMPLES[0])
    names = list(score.rubric.index)
    score._asked += 1
    assert score._answer == "" and names[0] in score._message
    score.value = {name: 2 for name in names}
    assert saved_answers() == {f"{SAMPLES[0]}-score": {name: 2 for name in names}}
    score._asked += 1
    same = sum(level == 2 for level, _ in module_scores(pack, SAMPLES[0]).values())
    assert f"same score to {same} of {len(names)}" in score._answer
    assert score_sample(pack, SAMPLES[0]).value == {name: 2 for name in names}


def test_a_score_that_the_rubric_does_not_have_is_dropped(pack, answers_folder):
    save_answer("07.sample-a-score", {"Evidence": 9, "No such": 1, "Limits": 3})
    assert score_sample(pack, "07.sample-a").value == {"Limits": 3}


def test_the_own_brief_is_shown_as_typed_and_gets_the_next_level(pack, answers_folder):
    score = score_own(pack, "07.brief")
    assert "still empty" in score._text
    sheet = write_brief(pack, "07.brief")
    sheet.value = {**sheet.value, "watch": "<img src=x onerror=alert(1)>"}
    assert "&lt;img" in score._text and "<img" not in score._text
    names = list(score.rubric.index)
    score.value = {**{name: 3 for name in names}, names[1]: 2}
    score._asked += 1
    assert html.escape(score.rubric.loc[names[1], 3], quote=False) in score._answer
    assert html.escape(score.rubric.loc[names[0], 3], quote=False) not in score._answer


def test_a_pack_without_rubrics_or_samples_goes_on(pack, answers_folder):
    tables = {one["name"]: getattr(pack, one["name"]) for one in pack.descriptor["resources"]}
    bare = Pack(pack.descriptor, {name: rows for name, rows in tables.items() if name != "rubrics"})
    assert "no rubric" in repr(score_own(bare, "07.brief"))
    assert "Sample A" in repr(score_sample(bare, "07.sample-a"))
    assert "does not have" in repr(score_sample(pack, "07.no-such-sample"))


# --- texts and questions


def test_what_the_texts_say_of_kinds_and_speakers_is_so(pack, claims):
    """Words beside the placeholders, which no placeholder checks."""
    late = [row for row in claims if row["known_date"] > f"{pack.day:%Y-%m-%d}"]
    assert late and {row["kind"] for row in late} == {"forecast"}
    kinds = Counter((row["speaker_id"], row["kind"]) for row in claims)
    assert kinds["voa", "forecast"] == 1 and kinds["james-kim", "fact"] == 0
    march = [day for day in pack.missile_tests["date"] if (day.year, day.month) == (2020, 3)]
    assert f"leaves out {len(march)} launches" in paragraphs()["07.cannot"]
    verdicts = Counter(row["verdict"] for row in claims)
    assert f"supports {verdicts['supported']} of {len(claims)}" in paragraphs()["07.shows"]


def test_the_shares_that_the_prediction_offers_are_quarters(pack, claims):
    quarter = len(claims) / 4
    rows = pack.choices[pack.choices["question_id"] == "07.share"].sort_values("choice")
    assert list(rows["low"].iloc[1:]) == [math.ceil(part * quarter) for part in (1, 2, 3)]
    supported = sum(row["verdict"] == "supported" for row in claims)
    assert right_choices(pack, "07.share") == [int(supported // quarter) + 1]


def test_every_check_has_one_right_answer(pack):
    asked = [one for one in pack.questions["question_id"] if one.startswith("07.")]
    assert len(asked) == 6
    for question in asked:
        assert len(right_choices(pack, question)) == 1, question
        if question_row(pack, question)["kind"] == "check":
            rows = pack.choices[pack.choices["question_id"] == question]
            wrong = rows[~rows["choice"].isin(right_choices(pack, question))]
            assert (wrong["feedback"] != "").all(), question
