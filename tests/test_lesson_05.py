"""Lesson 05: trade, links and steps, counted again from the CSV files in another way."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from crossroads.charts import border, trade
from crossroads.learn.questions import right_choices
from crossroads.words.wording import wording
from tests.packs import paragraphs

DATA = Path(__file__).resolve().parents[1] / "data"
DAY = "2020-12-10"


def read(name):
    with open(DATA / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


TRADE = {row["trade_id"]: row for row in read("trade")}
EVENTS = {row["event_id"]: row for row in read("events")}


def value(trade_id):
    return float(TRADE[trade_id]["usd_million"])


# Trade ------------------------------------------------------------------------


def known(pack, seen):
    return pack.as_of(seen) if seen else pack


@pytest.mark.parametrize(
    "flow, seen, joint",
    [
        ("total", DAY, ["2020-01-to-02-total"]),
        ("total", None, ["2019-01-to-02-total", "2020-01-to-02-total"]),
        ("china_exports", DAY, ["2020-01-to-02-china-exports"]),
        ("china_exports", None, []),  # both months came out later
        ("china_imports", None, ["2020-01-to-02-china-imports"]),
    ],
)
def test_two_months_stand_as_one_only_where_a_month_is_missing(pack, flow, seen, joint):
    shown = trade.select_trade(known(pack, seen), "month", flow)
    rows = shown[shown["kind"] == "joint"]
    assert list(rows["trade_id"]) == joint
    assert list(rows["each"]) == pytest.approx([value(one) / 2 for one in joint])


def drawn(view, kind="bar"):
    """The marks of a chart by the row of the pack that each stands for: its trace, its place."""
    traces = [trace for trace in view["figure"]["data"] if trace["type"] == kind]
    return {
        row: (trace, place)
        for trace in traces
        for place, row in enumerate(trace.get("customdata", ()))
        if row
    }


def test_a_bar_is_as_broad_as_its_time_and_pale_where_it_was_published_later(pack):
    chart = trade.trade(pack)
    shown = drawn(chart.view({"view": "month-linear", "flow": "total", "seen": ""}))
    broad, place = shown["trade:2020-01-to-02-total"]
    narrow, other = shown["trade:2020-06-total"]
    assert broad["y"][place] == pytest.approx(value("2020-01-to-02-total") / 2)
    assert broad["width"][place] == pytest.approx(2 * narrow["width"][other])
    for row, (trace, _) in shown.items():
        late = TRADE[row[6:]]["known_date"] > DAY
        tone = "@after" if late else "@record" if "2020" in row else "@muted"
        assert trace["marker"]["line"]["color"] == tone, row
        derived = TRADE[row[6:]]["basis"] == "derived"
        assert (trace["marker"]["color"] == "@paper") == derived, row
    then = drawn(chart.view({"view": "month-linear", "flow": "total", "seen": DAY}))
    assert {*then} == {row for row in shown if TRADE[row[6:]]["known_date"] <= DAY}


def test_years_prefer_the_main_series_and_keep_the_others(pack):
    order = trade.series_order(pack)
    assert order[0] == "GACC"
    everything = trade.select_trade(pack, "year", "total").set_index("trade_id")
    assert everything.loc["2019-total", "preferred"]
    assert not everything.loc["2019-total-kita", "preferred"]
    assert not everything.loc["2019-total-kotra", "preferred"]
    then = trade.select_trade(known(pack, DAY), "year", "total", order).set_index("trade_id")
    assert then.loc["2019-total", "preferred"] and not then.loc["2019-total-kita", "preferred"]
    assert "2020-total" not in then.index and then.loc["2020-01-to-09-total-kita", "preferred"]
    assert then.loc["2020-01-to-09-total-kita", "kind"] == "part"


def test_percentages_come_from_the_source_or_from_the_same_period_a_year_before(pack):
    months = trade.select_trade(pack, "month", "total").set_index("trade_id")
    october = 100 * value("2020-10-total") / value("2019-10-total")
    assert months.loc["2020-10-total", "percent"] == pytest.approx(october)
    assert months.loc["2020-10-total", "percent_basis"] == "derived"
    assert months.loc["2020-11-total", "percent"] == pytest.approx(0.5)
    assert months.loc["2020-11-total", "percent_basis"] == "reported"
    assert pd.isna(months.loc["2020-07-total", "percent"])  # July 2019 has no total
    may = 100 * value("2020-05-total") / value("2019-05-total-ibk")
    assert months.loc["2020-05-total", "percent"] == pytest.approx(may)
    assert months.loc["2020-05-total", "base_series"] == "IBK"
    joint = 100 * value("2020-01-to-02-total") / value("2019-01-to-02-total")
    assert months.loc["2020-01-to-02-total", "percent"] == pytest.approx(joint)


def test_numbers_have_the_digits_that_a_reader_needs():
    words = wording()
    values = 2789.02, 96.802, 1.66, 0.253
    assert [trade.amount(words, one) for one in values] == ["2,789", "96.8", "1.7", "0.253"]
    assert [trade.percentage(words, one) for one in (80.67, 8.69, 0.03)] == ["81", "8.7", "0.03"]


def test_sentences_hold_the_numbers_of_the_table(pack):
    chart = trade.trade(pack)
    choice = {"view": "month-linear", "flow": "total", "seen": DAY}
    table = chart.show(**choice).table.set_index("period")
    assert table.loc["October 2020", "usd_million"] == "1.7"
    assert table.loc["October 2020", "percent_before"] == "0.6"
    sentence = chart.view(choice)["sentence"]
    assert "1.7 million US dollars in October 2020 (series GACC), 0.6 percent" in sentence
    assert "June 2020 with 96.8 million" in sentence
    assert "published as one figure" in sentence and "208" in sentence
    sentence = chart.view({**choice, "view": "year-linear"})["sentence"]
    assert "530 million" in sentence and "27 percent" in sentence and "2015" in sentence
    assert "2021" not in sentence and "2022" not in sentence


@pytest.mark.parametrize("view", trade.VIEWS)
def test_nothing_known_gives_a_plain_sentence(pack, view):
    shown = trade.trade(pack).view({"view": view, "flow": "china_imports", "seen": "2016-01-01"})
    assert "no such figure" in shown["sentence"] and "<td>" not in shown["table"]
    assert shown["title"] == "No figure was known then"


# Links ------------------------------------------------------------------------


def threads():
    return read("threads")


def test_steps_carry_the_dates_of_the_rows_behind_them(pack):
    sources = {row["source_id"]: row for row in read("sources")}
    rows = threads()
    assert len(rows) > 30
    for step in rows:
        table, _, key = step["reference"].partition(":")
        if table == "events":
            event = EVENTS[key]
            assert step["date"] == event["date"], step["step_id"]
            assert step["known_date"] == event["known_date"], step["step_id"]
            assert not step["what"], step["step_id"]
        else:
            assert table == "sources" and step["what"], step["step_id"]
            assert step["known_date"] >= sources[key]["published"], step["step_id"]
        assert step["date"] <= step["known_date"]


def test_a_thread_is_with_one_side_only():
    sides = {}
    for step in threads():
        sides.setdefault(step["thread"], set()).add(step["whom"])
    assert len(sides) > 8 and all(len(one) == 1 for one in sides.values())
    assert not set(sides) & {step["whom"] for step in threads()}


@pytest.mark.parametrize(
    "day, known_then, states",
    [
        ("2018-01-02", True, {"Telephone lines": "none", "Foreign tourists": "none"}),
        ("2018-01-02", False, {"Telephone lines": "none", "Foreign tourists": "open"}),
        ("2020-01-30", True, {"Liaison office": "limited", "Foreign tourists": "closed"}),
        ("2020-06-08", True, {"Telephone lines": "open", "Spy agencies' line": "none"}),
        ("2020-06-09", True, {"Telephone lines": "closed", "Liaison office": "limited"}),
        ("2020-06-16", True, {"Liaison office": "closed"}),
        (DAY, True, {"Spy agencies' line": "unsure", "Letters and notices": "used"}),
        (DAY, False, {"Spy agencies' line": "open", "Letters and notices": "used"}),
        ("2021-07-27", True, {"Telephone lines": "open", "Spy agencies' line": "open"}),
        ("2021-08-10", True, {"Telephone lines": "closed"}),
    ],
)
def test_the_state_of_a_link_on_a_day(pack, day, known_then, states):
    steps = border.select_steps(pack.as_of(day) if known_then else pack)
    links = border.select_links(pack.threads, list(steps.itertuples()), pd.Timestamp(day))
    links = links.set_index("thread")["state"]
    assert len(links) == len({one["thread"] for one in threads() if one["state"] != "step"})
    assert {link: links[link] for link in states} == states


def test_the_title_and_the_sentence_count_the_closed_links(pack):
    choice = {"day": DAY, "whom": "all", "judged": "then"}
    chart = border.links(pack)
    view, table = chart.view(choice), chart.show(**choice).table.set_index("link")
    closed = table[table["state"] == "closed"]
    assert "four closed and none open" in view["title"] and len(closed) == 4
    assert "4 closed" in view["sentence"]
    for link, since in closed["since"].items():
        assert f"{link} (since {pack.words.date(since)})" in view["sentence"]
    assert table.loc["Letters and notices", "last_used"] == "25 September 2020"
    # A month is not told as a day.
    assert table.loc["Aid from outside", "last_used"] == "July 2020"


# Steps ------------------------------------------------------------------------


def sequence(pack, thread, seen=None, by="date"):
    steps = border.select_steps(known(pack, seen))
    return border.select_sequence(steps, border.sequence_span(pack), thread, by)


def test_steps_of_the_year_are_those_of_the_table_each_event_once(pack):
    shown = sequence(pack, "South Korea", DAY)
    wanted = {
        step["reference"]
        for step in threads()
        if step["whom"] == "South Korea"
        and step["date"] >= "2020-01-01"
        and step["known_date"] <= DAY
    }
    assert len(wanted) == 16
    assert set(shown["reference"]) == wanted and shown["reference"].is_unique
    threat = shown.set_index("reference").loc["events:kim-yo-jong-leaflets-2020"]
    assert threat["threads"] == "Liaison office; Leaflets"
    assert "events:leaflet-law-2020" in set(sequence(pack, "South Korea")["reference"]) - wanted


def test_a_statement_has_two_days(pack):
    by_date = sequence(pack, "Words on COVID-19", DAY)
    by_public = sequence(pack, "Words on COVID-19", DAY, by="known_date")
    last = "events:kim-yo-jong-on-kang-2020"
    assert by_date["reference"].iloc[-1] == by_public["reference"].iloc[-1] == last
    assert pd.isna(by_date["days"].iloc[0])
    assert (by_date["days"].iloc[-1], by_public["days"].iloc[-1]) == (3, 4)
    chart = border.sequence(pack)
    choice = {"thread": "Words on COVID-19", "seen": DAY, "by": "date"}
    view = chart.view(choice)
    notes = view["figure"]["layout"]["annotations"]
    assert "Kim Yo Jong on Kang" in [one["text"] for one in notes]
    assert view["figure"]["layout"]["yaxis"]["ticktext"][-1] == "3"
    trace, place = drawn(view, "scatter")[last]
    assert trace["hovertext"][place].startswith("8 December 2020: ")
    assert trace["hovertext"][place].endswith("(public by 9 December 2020)")
    told = chart.show(**choice).table.iloc[-1]
    assert told["disagreement"] == EVENTS[last[7:]]["disagreement"] != ""
    assert told["known_date"] == pd.Timestamp("2020-12-09")
    told = chart.show(**{**choice, "thread": "Aid from outside"}).table.set_index("step")
    assert told.loc["Red Cross supplies arrive", "date"] == "July 2020"


def test_a_statement_and_the_closing_after_it_are_joined_with_their_days(pack):
    chart = border.sequence(pack)
    for thread in ("South Korea", "Liaison office"):
        view = chart.view({"thread": thread, "seen": DAY, "by": "date"})
        assert view["title"] == "12 days from “Threat over leaflets” to “Liaison office blown up”"
        texts = [one["text"] for one in view["figure"]["layout"]["annotations"]]
        assert "<b>12 days</b>" in texts
        line = next(one for one in view["figure"]["data"] if one.get("line", {}).get("width") == 4)
        days = [
            EVENTS[one]["date"]
            for one in ("kim-yo-jong-leaflets-2020", "liaison-office-demolished")
        ]
        assert [line["x"][0], line["x"][-1]] == days
    other = chart.view({"thread": "Words on COVID-19", "seen": DAY, "by": "date"})
    assert "from “" not in other["title"]


def test_the_bar_of_a_link_is_broad_then_thin_then_a_line(pack):
    looks = drawn(border.links(pack).view({"day": DAY, "whom": "all", "judged": "then"}))
    trace, place = looks["events:liaison-office-demolished"]
    assert trace["base"][place] == EVENTS["liaison-office-demolished"]["date"]
    steps = (
        "liaison-office-opened-2018",
        "liaison-office-paused-2020",
        "liaison-office-demolished",
    )
    widths = [looks[f"events:{step}"][0]["width"] for step in steps]
    assert widths == [border.STATES[state] for state in ("open", "limited", "closed")]
    assert widths == sorted({*widths}, reverse=True)


def test_a_thread_without_steps_says_so(pack):
    choice = {"thread": "Leaders' meetings", "seen": DAY, "by": "date"}
    view = border.sequence(pack).view(choice)
    assert view["sentence"] == "Leaders' meetings: the table has no step in this time."
    assert "<td>" not in view["table"]


# Texts and questions ----------------------------------------------------------


@pytest.mark.parametrize(
    "question, right",
    [
        ("05.trade", "By 60 to 80 percent"),
        ("05.links", "September or October"),
        ("05.sequence", "One to two weeks"),
        ("05.recall1", "An expectation of somebody else"),
        ("05.recall2", "That nothing was launched in 2020"),
        ("05.fits", "October"),
        ("05.dates", "Neither"),
        ("05.prove", "Nothing: it tells how much, not why"),
    ],
)
def test_one_answer_is_right(pack, question, right):
    choices = pack.choices[pack.choices["question_id"] == question].set_index("choice")["text"]
    assert [choices[one] for one in right_choices(pack, question)] == [right]


def test_every_wrong_answer_to_a_check_has_its_own_words(pack):
    checks = pack.questions[
        pack.questions["question_id"].str.startswith("05.") & (pack.questions["kind"] == "check")
    ]
    assert len(checks) == 5
    for question in checks["question_id"]:
        choices = pack.choices[pack.choices["question_id"] == question]
        wrong = choices[~choices["choice"].isin(right_choices(pack, question))]
        assert len(wrong) >= 2 and (wrong["feedback"] != "").all(), question


def test_paragraphs_say_what_the_tables_say():
    filled = {name: text for name, text in paragraphs().items() if name.startswith("05.")}
    assert len(filled) == 8
    assert "5,060 million dollars in 2017 to 2,430 million in 2018" in filled["05.shows"]
    assert "96.8 million" in filled["05.shows"] and "1.7 million" in filled["05.shows"]
    assert "138 days earlier" in filled["05.links"]
    assert "it was 12 days" in filled["05.sequence"]
    assert not any("{" in text or "nan" in text for text in filled.values())
