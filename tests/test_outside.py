"""Base rates by hand, from rows known on the day; a first and a second number kept and scored."""

import pandas as pd
import pytest

from crossroads.charts.forecasts import HAPPENED
from crossroads.classroom.picture import class_page, score_numbers
from crossroads.classroom.receipt import receipt_row
from crossroads.learn.answers import FILE_NAME, own_records, save_answer
from crossroads.learn.forecasting import (
    ForecastSheet,
    Outcomes,
    answer_id,
    saved_forecasts,
    show_outside,
)
from crossroads.learn.outside import base_rate, mean_scores, rated, select_views, show_rates
from tests.packs import changed, rows_of

# Counted in the tables: how many periods have what is expected, of how many that end by the
# article's day. Forty days back from it, to November 2019, make ten periods; Biegun was in
# Seoul in three of them, so that f04a, which expects no visit, has seven.
BY_HAND = {"f04a": (7, 10), "f13a": (0, 2), "f16a": (2, 3), "f19a": (51, 51), "f24b": (4, 9)}


def test_every_base_rate_is_what_a_count_by_hand_gives_without_a_row_unknown_on_the_day(pack):
    assert {forecast: base_rate(pack, forecast) for forecast in rated(pack)} == BY_HAND
    assert rated(pack)["f16a"] == 67
    events, tests = pack.events, pack.missile_tests
    known = events[events["known_date"] <= pack.day]
    cut = changed(pack, events=known, missile_tests=tests[tests["date"] <= pack.day])
    assert len(cut.events) < len(pack.events)
    assert {forecast: base_rate(cut, forecast) for forecast in rated(pack)} == BY_HAND
    # A period that begins on the very day from which is counted is a whole one.
    rates, since = pack.base_rates, pack.day - pd.Timedelta(days=79)
    for begun, cases in ((since, 2), (since + pd.Timedelta(days=1), 1)):
        assert base_rate(changed(pack, base_rates=rates.assign(since=begun)), "f04a")[1] == cases
    # Were the day not minded, these would change: rows from before it matter.
    assert base_rate(changed(cut, events=events.iloc[:0]), "f04a") == (10, 10)
    declared = rows_of("base_rates")
    assert [row["forecast_id"] for row in declared] == list(pack.forecasts["forecast_id"])
    assert all(row["note"] for row in declared)
    text = repr(show_rates(pack))
    assert text.count("\n- ") == len(declared)
    assert "7 of 10 periods of 40 days" in text and "70 %" in text


def look_outside(form, forecast):
    form.set_state({"_look": forecast, "_request": form._heard + 1})


def test_a_base_rate_comes_after_a_first_number_and_both_are_kept(pack, answers_folder):
    form = ForecastSheet(pack)
    assert set(form._rated) == set(BY_HAND) and form._rates == {}
    look_outside(form, "f04a")
    assert form._rates == {}, "shown without a number"
    form.value = {"f04a": 90}
    assert form._rates == {}, "shown without being asked for"
    look_outside(form, "f04a")
    assert "7 of 10" in form._rates["f04a"][0] and "90 %" in form._rates["f04a"][1]
    form.value = {"f04a": 75}
    assert saved_forecasts(pack)["f04a"] == {"percent": 75, "opened": False, "first": 90}
    look_outside(form, "f04a")
    assert saved_forecasts(pack)["f04a"]["first"] == 90
    row = receipt_row(pack, own_records()[0])
    assert row["first f04a"] == "90" and row["probability f04a"] == "75"
    with pytest.raises(ValueError, match="0 to 100"):
        form.value = {"f04a": 130}
    look_outside(form, "f10a")
    assert [*form._rates] == ["f04a"], "a forecast without a base rate has none to show"
    Outcomes(pack).value = {"f04a": None}
    assert saved_forecasts(pack)["f04a"] == {"percent": 75, "opened": True, "first": 90}
    again = ForecastSheet(pack)
    assert again._rates == form._rates and again.value == {"f04a": 75}
    save_answer(answer_id(pack, "f13a"), {"percent": 75, "opened": False, "first": 130})
    assert "first f13a" not in receipt_row(pack, own_records()[0])


def test_an_unwritable_file_keeps_the_base_rate_covered(pack, answers_folder):
    form = ForecastSheet(pack)
    form.value = {"f04a": 90}
    (answers_folder / FILE_NAME).unlink()
    (answers_folder / FILE_NAME).mkdir()
    look_outside(form, "f04a")
    assert form._rates == {} and "NOT saved" in form._messages["f04a"]


def test_four_scores_by_hand(pack, answers_folder):
    assert "Nothing to compare yet" in repr(show_outside(pack))
    said = {"f04a": (90, 80), "f13a": (60, 40), "f24b": (50, 30), "f16a": (10, 20)}
    for forecast, (first, second) in said.items():
        answer = {"percent": second, "opened": True, "first": first}
        save_answer(answer_id(pack, forecast), answer)
    # Written after the base rate of none: not a pair of numbers.
    save_answer(answer_id(pack, "f19a"), {"percent": 30, "opened": True})
    views = select_views(pack, saved_forecasts(pack))
    assert list(views["forecast_id"]) == ["f04a", "f13a", "f24b"], "f16a came out mixed"
    by_hand = {
        "first": (0.1**2 + 0.4**2 + 0.5**2) / 3,
        "second": (0.2**2 + 0.6**2 + 0.3**2) / 3,
        "even": 0.25,
        "rate": (0.3**2 + 1 + 0.44**2) / 3,
    }
    means = mean_scores(views)
    assert {name: means[name] for name in by_hand} == pytest.approx(by_hand)
    text = repr(show_outside(pack))
    assert all(one in text for one in ("0.14", "0.16", "0.25", "0.43"))
    assert "Your first numbers came nearer" in text


def test_a_class_is_scored_beside_its_median_always_50_and_the_base_rate(pack):
    outcomes = pack.forecasts.set_index("forecast_id")["outcome"]
    assert [HAPPENED[outcomes[one]] for one in ("f04a", "f13a")] == [1, 1]
    class_ = [
        {"probability f04a": "80", "first f04a": "90", "probability f13a": "40"},
        {"probability f04a": "60"},
        {"probability f04a": "10", "first f04a": "50", "probability f06a": "70"},
    ]
    scores = score_numbers(pack, class_)
    assert list(scores.index) == ["f04a", "f13a"], "no base rate, no row"
    by_hand = {
        "first": (0.01 + 0.16 + 0.25) / 3,
        "second": (0.04 + 0.16 + 0.81) / 3,
        "middle": 0.16,
        "even": 0.25,
        "rate": 0.09,
    }
    assert dict(scores.loc["f04a"]) == pytest.approx(by_hand)
    page = class_page(pack, class_)
    assert "Brier scores over two forecasts" in page and "s median</th><td>" in page
    assert f"{(0.16 + 0.36) / 2:.2f}" in page
    assert "Brier scores over" not in class_page(pack, [{"probability f06a": "70"}])
