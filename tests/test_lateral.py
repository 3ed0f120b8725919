"""Leaving the page: the log says what it lacks and loses nothing; the shelf stands in the pack."""

import pytest

from crossroads import log_search, show_sample_log, show_shelf
from crossroads.learn.answers import saved_answers
from tests.conftest import ROOT

TASKS = ("01.lateral", "05.lateral")


@pytest.mark.parametrize("task", TASKS)
def test_each_task_has_a_question_a_shelf_with_a_trap_and_a_sample(pack, task):
    path = next((ROOT / "notebooks").glob(f"{task[:2]}_*.ipynb"))
    lesson = path.read_text(encoding="utf-8")
    assert "Search for" in lesson and "Without a network" in lesson
    rows = pack.shelf[pack.shelf["task"] == task]
    assert 4 <= len(rows) <= 6 and rows["minutes"].sum() <= 12
    assert rows["extract"].str.split().str.len().max() <= 40, "an extract, no copy"
    shown, sample = show_shelf(pack, task), show_sample_log(pack, task)
    for _, row in rows.iterrows():
        assert row["extract"] in repr(shown)
        assert row["found"] in repr(sample) and row["found"] not in repr(shown)
    assert rows["trust"].str.contains("do not use|leave it out").sum() == 1
    assert shown._repr_html_().count("<details>") == len(rows)
    dated = pack.sources.set_index("source_id")["published"].reindex(rows["source_id"])
    assert dated.notna().sum() >= 3


def test_an_empty_log_is_said_and_nothing_is_saved(pack, answers_folder):
    log = log_search(pack, "01.lateral")
    assert "Your log is empty" in log.pressed()
    assert not saved_answers()


def test_what_a_log_lacks_is_named_and_minutes_are_added(pack, answers_folder):
    log = log_search(pack, "01.lateral")
    texts = {"where-1": "a newspaper", "found-1": "who paid", "minutes-1": "3"}
    log.value = {**texts, "where-2": "its own page", "minutes-2": "a few", "trust-2": "little"}
    told = log.pressed()
    assert "Place 1 still lacks: how far to trust it." in told
    assert "Place 2 still lacks: what was found." in told
    assert "Place 2: its minutes are no whole number" in told
    assert "Two places, three minutes in all." in told
    assert saved_answers()["01.lateral-minutes-2"] == "a few"
    again = log_search(pack, "01.lateral")
    assert again.value["where-1"] == "a newspaper" and "Two places" in again.pressed()
    assert log_search(pack, "05.lateral").entries() == {}
    again._problem = "NOT saved"
    assert again.pressed() == "NOT saved"


def test_a_pack_without_a_shelf_goes_on(pack):
    for shown in (show_shelf, log_search, show_sample_log):
        assert "does not have" in repr(shown(pack, "02.lateral"))
