"""Lesson 07: verdicts against the table of claims, the brief on disk, the rubric, the texts."""

import html
import math
import os
from collections import Counter

import pytest

from crossroads import score_own, score_sample, show_codes, take_apart, write_brief
from crossroads.charts.claims import verdicts
from crossroads.learn.answers import save_answer, saved_answers
from crossroads.learn.brief import FIELDS, PAGE, brief_markdown, fields_of, write_file
from crossroads.learn.questions import right_choices
from crossroads.learn.scoring import module_scores
from crossroads.words.lookups import fill
from tests.packs import paragraphs, rows_of, without

SAMPLES = ("07.sample-a", "07.sample-b")
CLAIMS = rows_of("claims")
DAY = "2020-12-10"


def test_verdicts_stand_below_each_other_as_on_one_scale(pack):
    chart = verdicts(pack)
    choice = {"rows": "speaker_id", "kind": "all", "seen": DAY}
    view = chart.view(choice)
    assert view["sentence"].startswith("Known on ")
    assert '<th scope="col">Not known then</th>' in view["table"]
    whole, facts = (
        chart.view({**chart.start(), **one})["figure"] for one in ({}, {"kind": "fact"})
    )
    assert whole["layout"]["yaxis"]["range"] == facts["layout"]["yaxis"]["range"]
    heads = ["VOA (the reporter) (37)", "James Kim (12)", "Hee-jin Koo (10)", "Seven others (12)"]
    heads, sizes = ["All (71)", *heads], [71, 37, 12, 10, 12]
    assert whole["layout"]["yaxis"]["ticktext"] == heads, "who has few claims is folded"
    bars = [one for one in whole["data"] if one["type"] == "bar"]
    written = zip(whole["data"][-1]["y"], whole["data"][-1]["text"], strict=True)
    texts = [text for height, text in written if height == bars[0]["y"][1]]
    assert texts == ["✓ 16", "◐ 17", "? 4"], "the reporter's row"
    shares = [100 * count / 71 for count in (25, 32, 1, 13)]
    assert [one["x"][0] for one in bars] == pytest.approx(shares)
    areas = [thick / size for thick, size in zip(bars[0]["width"], sizes, strict=True)]
    assert areas == pytest.approx([areas[0]] * 5), "a claim takes the same area everywhere"


def test_every_verdict_is_explained(pack):
    shown = show_codes(pack, "claims.verdict")._repr_html_()
    rows = pack.codes[pack.codes["column"] == "claims.verdict"]
    assert {row["verdict"] for row in CLAIMS} <= set(rows["code"])
    assert all(html.escape(text) in shown for text in rows["definition"])


# --- the brief


def test_what_is_typed_is_there_again_and_only_what_changed_is_saved(pack, answers_folder):
    sheet = write_brief(pack, "07.brief")
    assert set(sheet.value) == {*FIELDS["brief"]} and not any(sheet.value.values())
    sheet.value = {**sheet.value, "watch": "zwei Wörter <b>"}
    assert saved_answers() == {"07.brief-watch": "zwei Wörter <b>"}
    assert sheet._kept["watch"] == write_brief(pack, "07.brief").value["watch"] == "zwei Wörter <b>"
    sheet.value = {**sheet.value, "supported": "two"}
    assert [*saved_answers()] == ["07.brief-watch", "07.brief-supported"]
    (lines,) = [one.read_text("utf-8").splitlines() for one in answers_folder.iterdir()]
    assert len(lines) == 2
    own = score_own(pack, "07.brief")
    assert "zwei" in own._text and "zwei" not in own._repr_mimebundle_()["text/html"]
    checklist = take_apart("07.other")
    assert len(checklist.value) == 10 and not checklist._button and not checklist._limit


def test_the_button_writes_a_file_that_can_be_read(pack, answers_folder):
    sheet, path = write_brief(pack, "07.brief"), answers_folder / "brief.md"
    sheet._asked += 1
    assert sheet._told[1] == "There is nothing to write yet." and not path.exists()
    sheet.value = {**sheet.value, "watch": "- by May\n- <script>alert(1)</script>"}
    sheet._asked += 1
    text = path.read_text(encoding="utf-8")
    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings == [label for _, label, _ in fields_of(pack.words, "brief")]
    assert "\n- by May\n" in text and "\\<script>" in text
    assert sheet._told == [2, "Written: brief.md, beside this notebook, five words."]


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


# --- rubric and samples


def test_the_module_scores_each_criterion_of_two_samples_once(pack):
    rows = pack.rubrics[pack.rubrics["lesson"] == 7]
    texts = pack.samples.set_index("sample_id")["text"]
    for criterion, levels in rows.groupby("criterion")["level"]:
        assert sorted(levels) == [1, 2, 3], criterion
    weak, strong = (module_scores(pack, sample) for sample in SAMPLES)
    assert set(weak) == set(strong) == set(rows["criterion"]) and len(weak) >= 4
    assert all(strong[name][0] > weak[name][0] for name in weak)
    for sample in SAMPLES:
        assert 60 < len(fill(pack, texts[sample]).split()) <= PAGE
        assert (pack.sample_levels["sample_id"] == sample).sum() == len(weak)
    dated = texts["07.sample-b"]
    assert fill(pack, dated) == fill(pack.as_of(pack.day), dated), "nothing that came later"


def test_scores_are_saved_and_compared_only_when_complete(pack, answers_folder):
    save_answer("07.sample-a-score", {"Evidence": 9, "No such": 1, "Limits": 3})
    score = score_sample(pack, SAMPLES[0])
    assert score.value == {"Limits": 3}, "a score that the rubric does not have is dropped"
    names = list(score.rubric)
    score._asked += 1
    assert score._answer == "" and names[0] in score._message
    score.value = {name: 2 for name in names}
    assert saved_answers() == {f"{SAMPLES[0]}-score": {name: 2 for name in names}}
    score._asked += 1
    same = sum(level == 2 for level, _ in module_scores(pack, SAMPLES[0]).values())
    assert f"same score to {same} of {len(names)}" in score._answer


def test_the_own_brief_is_shown_as_typed_and_gets_the_next_level(pack, answers_folder):
    score = score_own(pack, "07.brief")
    assert "still empty" in score._text
    sheet = write_brief(pack, "07.brief")
    sheet.value = {**sheet.value, "watch": "<img src=x onerror=alert(1)>"}
    assert "&lt;img" in score._text and "<img" not in score._text
    first, second, *_ = names = list(score.rubric)
    score.value = {**dict.fromkeys(names, 3), second: 2}
    score._asked += 1
    assert html.escape(score.rubric[second][3], quote=False) in score._answer
    assert html.escape(score.rubric[first][3], quote=False) not in score._answer
    bare = without(pack, "rubrics")
    assert "no rubric" in repr(score_own(bare, "07.brief"))
    assert "Sample A" in repr(score_sample(bare, "07.sample-a"))
    assert "does not have" in repr(score_sample(pack, "07.no-such-sample"))


def test_what_the_texts_say_of_kinds_and_speakers_is_so(pack):
    """Words beside the placeholders, which no placeholder checks."""
    assert {row["kind"] for row in CLAIMS if row["known_date"] > DAY} == {"forecast"}
    kinds = Counter((row["speaker_id"], row["kind"]) for row in CLAIMS)
    assert kinds["voa", "forecast"] == 1 and kinds["james-kim", "fact"] == 0
    march = [row for row in rows_of("missile_tests") if row["date"].startswith("2020-03")]
    assert f"leaves out {len(march)} launches" in paragraphs()["07.cannot"]
    # The shares that the prediction offers are quarters.
    rows = pack.choices[pack.choices["question_id"] == "07.share"].sort_values("choice")
    quarters = [math.ceil(part * len(CLAIMS) / 4) for part in (1, 2, 3)]
    assert list(rows["low"].iloc[1:]) == quarters
    assert right_choices(pack, "07.share") == [int(25 // (len(CLAIMS) / 4)) + 1]
