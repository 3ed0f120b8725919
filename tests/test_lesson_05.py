"""Lesson 05: trade, links and steps, held against rows of the CSV files."""

import pandas as pd
import pytest

from crossroads.charts import border, trade
from crossroads.words.wording import wording
from tests.packs import changed, paragraphs, rows_of

DAY = "2020-12-10"
TRADE = {row["trade_id"]: row for row in rows_of("trade")}
THREADS = rows_of("threads")
EVENTS = {row["event_id"]: row for row in rows_of("events")}


def value(trade_id):
    return float(TRADE[trade_id]["usd_million"])


def known(pack, seen):
    return pack.as_of(seen) if seen else pack


def drawn(view, kind="bar"):
    """The marks of a chart by the row of the pack that each stands for: its trace, its place."""
    traces = [trace for trace in view["figure"]["data"] if trace["type"] == kind]
    return {
        row: (trace, place)
        for trace in traces
        for place, row in enumerate(trace.get("customdata", ()))
        if row
    }


def test_two_months_stand_as_one_only_where_a_month_is_missing(pack):
    def joint(flow, seen):
        shown = trade.select_trade(known(pack, seen), "month", flow)
        rows = shown[shown["kind"] == "joint"]
        assert list(rows["each"]) == [value(one) / 2 for one in rows["trade_id"]]
        return list(rows["trade_id"])

    assert joint("total", DAY) == ["2020-01-to-02-total"]
    assert joint("total", None) == ["2019-01-to-02-total", "2020-01-to-02-total"]
    assert joint("china_exports", DAY) == ["2020-01-to-02-china-exports"]
    assert joint("china_exports", None) == [], "both months came out later"
    assert joint("china_imports", None) == ["2020-01-to-02-china-imports"]


def test_a_bar_is_as_broad_as_its_time_and_pale_where_it_was_published_later(pack):
    chart = trade.trade(pack)
    shown = drawn(chart.view({"view": "month-linear", "flow": "total", "seen": ""}))
    broad, place = shown["trade:2020-01-to-02-total"]
    narrow, other = shown["trade:2020-06-total"]
    assert broad["y"][place] == pytest.approx(value("2020-01-to-02-total") / 2)
    assert broad["width"][place] == pytest.approx(2 * narrow["width"][other])
    for row, (trace, place) in shown.items():
        late = TRADE[row[6:]]["known_date"] > DAY
        tone = "@after" if late else "@record" if "2020" in row else "@muted"
        assert trace["marker"]["line"]["color"][place] == tone, row
        derived = TRADE[row[6:]]["basis"] == "derived"
        assert (trace["marker"]["color"][place] == "@paper") == derived, row
    then = drawn(chart.view({"view": "month-linear", "flow": "total", "seen": DAY}))
    assert {*then} == {row for row in shown if TRADE[row[6:]]["known_date"] <= DAY}


def test_a_month_in_which_nothing_crossed_has_no_percentage_a_year_later(pack):
    chart = trade.trade(changed(pack, trade=pack.trade.assign(usd_million=0.0)))
    assert all(chart.both(choice)["title"] for choice in chart.choices())


def test_the_largest_fall_and_the_closed_border_are_said_beside_their_bars(pack):
    view = trade.trade(pack).view({"view": "year-linear", "flow": "total", "seen": DAY})
    said = [one["text"].replace("<br>", " ") for one in view["figure"]["layout"]["annotations"]]
    amounts = [float(TRADE[row]["usd_million"]) for row in ("2017-total", "2018-total")]
    assert amounts == [5060, 2430]  # 52 percent less.
    assert sum(row["date"].startswith("2017") for row in rows_of("un_resolutions")) == 4
    assert "<b>−52%</b> after four UN resolutions in 2017" in said
    assert "≈2,000 Jan-Sep 2019" in said
    written = [text for one in view["figure"]["data"] for text in one.get("text", [])]
    assert "Border closed,<br>January 2020" in written


def test_years_prefer_the_main_series_and_keep_the_others(pack):
    order = trade.series_order(pack)
    assert order[0] == "GACC"
    years = trade.select_trade(pack, "year", "total").set_index("trade_id")["preferred"]
    names = ["2019-total", "2019-total-kita", "2019-total-kotra"]
    assert list(years[names]) == [True, False, False]


def test_numbers_have_the_digits_that_a_reader_needs():
    words = wording()
    values = 2789.02, 96.802, 1.66, 0.253
    assert [trade.amount(words, one) for one in values] == ["2,789", "96.8", "1.7", "0.253"]
    assert [trade.percentage(words, one) for one in (80.67, 8.69, 0.03)] == ["81", "8.7", "0.03"]


@pytest.mark.parametrize("view", trade.VIEWS)
def test_nothing_known_gives_a_plain_sentence(pack, view):
    chart = trade.trade(pack)
    shown = chart.view({"view": view, "flow": "china_imports", "seen": "2016-01-01"})
    assert "no such figure" in shown["sentence"] and "<td>" not in shown["table"]
    assert shown["title"].endswith("North Korea: no figure was known then")
    later = chart.view({"view": "year-linear", "flow": "total", "seen": DAY})["sentence"]
    assert "2021" not in later and "2022" not in later and "no figure for 2015" in later


# Links and steps --------------------------------------------------------------


def test_steps_carry_the_dates_of_the_rows_behind_them():
    published = {row["source_id"]: row["published"] for row in rows_of("sources")}
    sides = {}
    for step in THREADS:
        sides.setdefault(step["thread"], set()).add(step["whom"])
        table, _, key = step["reference"].partition(":")
        if table == "events":
            event = EVENTS[key]
            dates = event["date"], event["known_date"], ""
            assert (step["date"], step["known_date"], step["what"]) == dates, step["step_id"]
        else:
            assert table == "sources" and step["what"], step["step_id"]
            assert step["known_date"] >= published[key], step["step_id"]
        assert step["date"] <= step["known_date"]
    assert len(THREADS) > 30 and len(sides) > 8, "and a thread is with one side only"
    assert all(len(one) == 1 and thread not in one for thread, one in sides.items())


# Day, what was known (then, or in the whole record), and the states of links.
STATES = """
2018-01-02 then Telephone lines: none, Foreign tourists: none
2018-01-02 all Telephone lines: none, Foreign tourists: open
2020-01-30 then Liaison office: limited, Foreign tourists: closed
2020-06-08 then Telephone lines: open, Spy agencies' line: none
2020-06-09 then Telephone lines: closed, Liaison office: limited
2020-06-16 then Liaison office: closed
2020-12-10 then Spy agencies' line: unsure, Letters and notices: used
2020-12-10 all Spy agencies' line: open, Letters and notices: used
2021-07-27 then Telephone lines: open, Spy agencies' line: open
2021-08-10 then Telephone lines: closed
"""


@pytest.mark.parametrize("line", STATES.strip().splitlines())
def test_the_state_of_a_link_on_a_day(pack, line):
    day, seen, states = line.split(" ", 2)
    steps = border.select_steps(pack.as_of(day) if seen == "then" else pack)
    links = border.select_links(pack.threads, list(steps.itertuples()), pd.Timestamp(day))
    links = links.set_index("thread")["state"]
    assert set(links.index) == {one["thread"] for one in THREADS if one["state"] != "step"}
    for link, state in (one.split(": ") for one in states.split(", ")):
        assert links[link] == state, link


def test_a_statement_has_two_days(pack):
    view = border.sequence(pack).view({"thread": "Words on COVID-19", "seen": DAY, "by": "date"})
    rows = view["figure"]["layout"]["yaxis"]["ticktext"]
    assert rows[-1] == "Kim Yo Jong on Kang, 3 days later"
    trace, place = drawn(view, "scatter")["events:kim-yo-jong-on-kang-2020"]
    assert trace["hovertext"][place].startswith("8 December 2020: ")
    assert trace["hovertext"][place].endswith("(public by 9 December 2020)")


def test_the_bar_of_a_link_is_hollow_then_thin_then_full(pack):
    chart, choice = border.links(pack), {"day": DAY, "whom": "all", "judged": "then"}
    looks = drawn(chart.view(choice))
    steps = ("opened-2018", "paused-2020", "demolished")
    found = [looks[f"events:liaison-office-{step}"] for step in steps]
    widths = [trace["width"][place] for trace, place in found]
    assert widths == [border.STATES[state] for state in ("open", "limited", "closed")]
    assert widths[0] == widths[2] > 2 * widths[1]
    fills = [trace["marker"]["color"][place] for trace, place in found]
    assert fills == ["@paper", "@record", "@ink"]


def test_the_days_from_a_statement_to_the_closing_after_it_stand_among_other_days(pack):
    view = border.sequence(pack).view({"thread": "Liaison office", "seen": DAY, "by": "date"})
    enlarged, bars = (one for one in view["figure"]["data"] if one["type"] == "bar")
    assert bars["text"] == ["<b>12 days</b>", "126 days"]
    short, long = bars["x"]
    assert abs(long / short - 126 / 12) < 0.01
    on_line, larger = enlarged["x"]
    assert on_line == 12 * 24 * 60 * 60 * 1000 and enlarged["base"][0] == "2020-06-04"
    assert larger > 10 * on_line
    assert "it was 12 days" in paragraphs()["05.sequence"]
