"""Base rates by hand, from rows known on the day; a first and a second number kept and scored."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from crossroads.charts.forecasts import HAPPENED
from crossroads.classroom.picture import class_page, score_numbers
from crossroads.classroom.receipt import receipt_row
from crossroads.learn.answers import own_records, save_answer, saved_answers
from crossroads.learn.forecasting import (
    ForecastSheet,
    Outcomes,
    answer_id,
    saved_forecasts,
    show_outside,
)
from crossroads.learn.outside import base_rate, mean_scores, rated, select_views, show_rates
from crossroads.pack.pack import Pack
from crossroads.publish.check_data import check_pack
from tests.packs import smaller_pack

DATA = Path(__file__).parents[1] / "data"
DAY = date(2020, 12, 10)


def rows(name):
    with open(DATA / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def begun(kind, *actors):
    """The first days of events of a kind with these actors, known by the article's day."""
    return [
        date.fromisoformat(row["date"])
        for row in rows("events")
        if row["kind"] == kind
        and {*actors} <= {*row["actors"].split(";")}
        and date.fromisoformat(row["known_date"]) <= DAY
    ]


def spans(since, days):
    """First and last day of each whole period, by hand: the last one ends on the article's day."""
    last = DAY
    while last - timedelta(days - 1) >= since:
        yield last - timedelta(days - 1), last
        last -= timedelta(days)


def by_hand():
    def with_some(dates, since, days):
        return [any(a <= one <= b for one in dates) for a, b in spans(since, days)]

    visits = with_some(begun("visit", "biegun", "south-korea"), date(2019, 11, 1), 40)
    kim = with_some(begun("summit", "trump", "kim-jong-un"), date(2017, 1, 1), 711)
    moon = with_some(begun("summit", "moon", "trump"), date(2017, 5, 10), 346)
    treaty = list(spans(date(1953, 7, 28), 475))
    launches = [row["date"] for row in rows("missile_tests") if "2012" <= row["date"] <= f"{DAY}"]
    firsts = {day[:4]: day for day in sorted(launches, reverse=True)}
    february = [day[5:7] == "02" for day in firsts.values()]
    years = 2020 - 2012 + 1
    return {
        "f04a": (visits.count(False), len(visits)),
        "f13a": (kim.count(False), len(kim)),
        "f16a": (moon.count(True), len(moon)),
        "f19a": (len(treaty), len(treaty)),
        "f24b": (sum(february), years),
    }


def test_every_base_rate_is_what_a_count_by_hand_gives(pack):
    hand = by_hand()
    assert {forecast: base_rate(pack, forecast) for forecast in rated(pack)} == hand
    assert hand["f04a"] == (7, 10) and hand["f24b"] == (4, 9) and hand["f13a"] == (0, 2)
    assert rated(pack)["f16a"] == 67


def test_no_base_rate_uses_a_row_unknown_on_the_day(pack):
    tables = dict(pack._tables)
    tables["events"] = tables["events"][tables["events"]["known_date"] <= pack.day]
    tables["missile_tests"] = tables["missile_tests"][tables["missile_tests"]["date"] <= pack.day]
    cut = Pack(pack.descriptor, tables)
    assert len(cut.events) < len(pack.events)
    for forecast in rated(pack):
        assert base_rate(cut, forecast) == base_rate(pack, forecast)
    # Were the day not minded, these would change: rows from before it matter.
    none = Pack(pack.descriptor, {**tables, "events": tables["events"].iloc[:0]})
    assert base_rate(none, "f04a") == (10, 10)


def test_each_forecast_is_declared_with_a_rate_or_a_reason(pack):
    declared = rows("base_rates")
    assert [row["forecast_id"] for row in declared] == list(pack.forecasts["forecast_id"])
    assert all(row["note"] for row in declared)
    text = repr(show_rates(pack))
    assert text.count("\n") == len(declared) - 1
    assert "7 of 10 periods of 40 days" in text and "70 %" in text


def test_a_base_rate_comes_after_a_first_number_and_both_are_kept(pack, answers_folder):
    form = ForecastSheet(pack)
    assert set(form._rated) == set(by_hand()) and form._rates == {}
    form.look_outside("f04a")
    assert form._rates == {}, "shown without a number"
    form.value = {"f04a": 90}
    assert form._rates == {}, "shown without being asked for"
    form.look_outside("f04a")
    assert "7 of 10" in form._rates["f04a"][0] and "90 %" in form._rates["f04a"][1]
    form.value = {"f04a": 75}
    assert saved_forecasts(pack)["f04a"] == {"percent": 75, "opened": False, "first": 90}
    form.look_outside("f04a")
    assert saved_forecasts(pack)["f04a"]["first"] == 90
    with pytest.raises(ValueError, match="0 to 100"):
        form.value = {"f04a": 130}
    with pytest.raises(KeyError):
        form.look_outside("f10a")
    Outcomes(pack).open_outcome("f04a")
    assert saved_forecasts(pack)["f04a"] == {"percent": 75, "opened": True, "first": 90}
    again = ForecastSheet(pack)
    assert again._rates == form._rates and again.value == {"f04a": 75}


def test_an_unwritable_file_keeps_the_base_rate_covered(pack, answers_folder, monkeypatch):
    form = ForecastSheet(pack)
    form.value = {"f04a": 90}

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("crossroads.learn.answers.save_answer", full)
    form.look_outside("f04a")
    assert form._rates == {} and "NOT saved" in form._messages["f04a"]
    monkeypatch.undo()


def test_four_scores_by_hand(pack, answers_folder):
    said = {"f04a": (90, 80), "f13a": (60, 40), "f24b": (50, 30), "f16a": (10, 20)}
    for forecast, (first, second) in said.items():
        answer = {"percent": second, "opened": True, "first": first}
        save_answer(answer_id(pack, forecast), answer)
    # Written after the base rate of none: not a pair of numbers.
    save_answer(answer_id(pack, "f19a"), {"percent": 30, "opened": True})
    views = select_views(pack, saved_forecasts(pack))
    assert list(views["forecast_id"]) == ["f04a", "f13a", "f24b"], "f16a came out mixed"
    means = mean_scores(views)
    assert means["first"] == pytest.approx((0.1**2 + 0.4**2 + 0.5**2) / 3)
    assert means["second"] == pytest.approx((0.2**2 + 0.6**2 + 0.3**2) / 3)
    assert means["even"] == 0.25
    assert means["rate"] == pytest.approx((0.3**2 + 1 + 0.44**2) / 3)
    text = repr(show_outside(pack))
    assert "0.14" in text and "0.16" in text and "0.25" in text and "0.43" in text
    assert "Your first numbers came nearer" in text
    assert saved_answers()[answer_id(pack, "f16a")]["first"] == 10


def test_with_nothing_opened_it_says_what_to_do(pack, answers_folder):
    assert "Nothing to compare yet" in repr(show_outside(pack))


def test_a_slip_in_the_table_is_named(tmp_path):
    folder = smaller_pack(tmp_path / "pack", {one.stem for one in DATA.glob("*.csv")})
    path = folder / "base_rates.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kind=visit;", "knd=visit;"), encoding="utf-8")
    assert any("knd" in str(problem) for problem in check_pack(folder))
    path.write_text(text.replace("2017-05-10", "2020-05-10"), encoding="utf-8")
    assert any("begin earlier" in str(problem) for problem in check_pack(folder))


def test_a_class_is_scored_beside_its_median_always_50_and_the_base_rate(pack):
    happened = {"f04a": 1, "f13a": 1}
    outcomes = pack.forecasts.set_index("forecast_id")["outcome"]
    assert {one: HAPPENED[outcomes[one]] for one in happened} == happened
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


def test_a_receipt_carries_the_first_number(pack, answers_folder):
    save_answer(answer_id(pack, "f04a"), {"percent": 75, "opened": False, "first": 90})
    save_answer(answer_id(pack, "f13a"), {"percent": 75, "opened": False, "first": 130})
    row = receipt_row(pack, own_records()[0])
    assert row["first f04a"] == "90" and row["probability f04a"] == "75"
    assert "first f13a" not in row
