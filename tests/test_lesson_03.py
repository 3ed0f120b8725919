"""Lesson 03: launches against meetings, by type, on two lists, before and after."""

import re
from collections import Counter

import pandas as pd
import pytest

from crossroads.charts import EXPLORERS, launches, lists
from crossroads.charts.chronology import select_meetings
from crossroads.words.lookups import fill
from tests.packs import changed, paragraphs, rows_of

CHARTS = ("launches", "kinds", "windows", "lists")


def marks(view):
    """The traces of a view that draw marks for events."""
    return [trace for trace in view["figure"]["data"] if trace.get("mode") == "markers"]


def notes(view):
    return [note["text"] for note in view["figure"]["layout"]["annotations"]]


def launches_of(period="Q", missiles="all", beside=""):
    return {"period": period, "missiles": missiles, "beside": beside}


def test_years_known_from_the_source(pack):
    by_year = launches.select_periods(pack, "Y")
    assert list(by_year["launches"]) == [21, 0, 27, 9, 6, 69]


@pytest.mark.parametrize("period, missiles", [("Q", "SRBM"), ("M", "all"), ("Y", "all")])
@pytest.mark.parametrize("narrow", [False, True])
def test_marks_table_and_sentence_have_the_same_numbers(pack, period, missiles, narrow):
    declared = launches.launches(pack)
    choice = launches_of(period, missiles, "after")
    table, view = declared.show(**choice).table, declared.view(choice, narrow)
    (stacks,) = (trace for trace in view["figure"]["data"] if trace["type"] == "bar")
    assert len(stacks["x"]) == table["launches"].sum()
    # A mark stands in the period of its launch, and none on another.
    known = {f"missile_tests:{row['test_id']}": row["date"] for row in rows_of("missile_tests")}
    places = zip(stacks["x"], [known[row] for row in stacks["customdata"]], strict=True)
    assert all(pd.Period(mark, period) == pd.Period(day, period) for mark, day in places)
    assert len(set(zip(stacks["x"], stacks["base"], strict=True))) == len(stacks["x"])
    late = sum(known[row] > "2020-12-10" for row in stacks["customdata"])
    assert (
        late == Counter(stacks["marker"]["color"])["@after"] == (25 if missiles == "SRBM" else 75)
    )
    # What came after is not drawn unless it is asked for: the chart says how much it is.
    choice = launches_of(period, missiles, "summit;exercise")
    table, view = declared.show(**choice).table, declared.view(choice, narrow)
    (stacks,) = (trace for trace in view["figure"]["data"] if trace["type"] == "bar")
    assert len(stacks["x"]) == table["launches"].sum() - late
    assert any(text.startswith(f"{late} more") for text in notes(view))
    held, off = table["exercise"].sum(), sum(pack.events["kind"] == "exercise-off")
    assert [len(trace["x"]) for trace in marks(view)] == [table["summit"].sum(), held + off]
    signs = Counter(marks(view)[1]["marker"]["symbol"])
    assert signs == {"line-ns": held, "x-thin": off} and off == 7
    assert f"{table['launches'].sum()} launches" in view["sentence"]
    ranges = [declared.view(launches_of(period, one))["figure"] for one in ("all", missiles)]
    assert ranges[0]["layout"]["yaxis"]["range"] == ranges[1]["layout"]["yaxis"]["range"]


@pytest.mark.parametrize("narrow", [False, True])
def test_the_quiet_that_the_title_counts_is_tinted_and_what_came_after_bracketed(pack, narrow):
    view = launches.launches(pack).view(launches_of(), narrow=narrow)
    tints = [one for one in view["figure"]["layout"]["shapes"] if "opacity" in one]
    days = ["2017-11-29", "2019-02-27", "2020-03-29", "2020-12-10"]
    assert [day for one in tints for day in (one["x0"], one["x1"])] == days
    assert "<b>455 days without a launch</b>" in [text.replace("<br>", " ") for text in notes(view)]
    (counted,) = (one for one in view["figure"]["data"] if one.get("mode") == "lines+markers")
    assert counted["x"] == ["2019-02-28", "2020-12-10"] and "<b>36 launches</b>" in notes(view)
    (stacks,) = (trace for trace in view["figure"]["data"] if trace["type"] == "bar")
    assert sum("2019-02-28" < mark < "2020-12-11" for mark in stacks["x"]) == 36


def test_another_article_may_name_no_meeting_and_have_nothing_to_count(pack):
    other = changed(pack, events=pack.events.assign(in_article="no"))
    view = launches.launches(other).view(launches_of())
    assert view["title"] == "57 launches up to the article's day"
    assert view["sentence"].startswith("In 2017-2022 the list has 132")
    kinds = ["summit", "exercise", "exercise-off", "nuclear-test"]
    early = pack.missile_tests[pack.missile_tests["date"] < "2017"]
    events = pack.events[~pack.events["kind"].isin(kinds)]
    other, said = changed(pack, missile_tests=early, events=events), {}
    for name in CHARTS:
        declared = EXPLORERS[name][0](other)
        for choice in declared.choices():
            view = declared.view(choice)
            words = view["title"] + view["sentence"] + view["table"]
            assert not re.search(r"\b(nan|NaT|None)\b", words), (name, choice)
            said.setdefault(name, set()).add(view["sentence"])
    assert said["launches"] == {"In 2017-2022 the list has no launches."}
    assert "The table has no such meeting up to the article's day." in said["windows"]
    assert any(one.startswith("In 2020 the list has no launches.") for one in said["kinds"])


def test_every_launch_has_its_mark_and_text_of_the_tables_is_escaped(pack):
    tests = pack.missile_tests.assign(missile="<b>KN</b>")
    view = launches.kinds(changed(pack, missile_tests=tests)).view({"year": "2022", "beside": ""})
    years = Counter(row["date"][:4] for row in rows_of("missile_tests"))
    (drawn,) = marks(view)
    assert drawn["marker"]["color"].count("@after") == years["2022"] == 69
    # One nuclear test, too.
    assert len(drawn["x"]) == sum(years[str(year)] for year in range(2017, 2023)) + 1
    hover = [text for text in drawn["hovertext"] if "nuclear" not in text]
    assert all("&lt;b&gt;KN" in text and "<b>" not in text for text in hover)


# --- the same launch on two lists


def test_moving_the_clock_finds_the_matches(pack):
    found = {by: lists.select_days(pack, by) for by in lists.COMPARED}
    known = {by: days[days["date"] <= pack.day]["found"] for by, days in found.items()}
    both = {by: (days == "both").sum() for by, days in known.items()}
    assert both == {"printed": 9, "moved": 27, "local": 29}
    assert lists.lists(pack).view({"by": "local", "years": "all"})["table"].count("<tr") == 20


def test_every_remaining_difference_carries_the_reason_of_its_row(pack):
    days = lists.select_days(pack, "local")
    known = {
        (row["date"], row["list_a"]): row["why"]
        for row in rows_of("known_differences")
        if {row["list_a"], row["list_b"]} == {"missile_tests", "provocations"}
    }
    tables = {"first": "missile_tests", "second": "provocations"}
    apart = days[days["found"] != "both"]
    assert len(apart) == len(known) == 16
    for row in apart.itertuples():
        assert row.why.startswith(known[f"{row.date:%Y-%m-%d}", tables[row.found]])
    other = changed(pack, known_differences=pack.known_differences.iloc[:0])
    days = lists.select_days(other, "local").set_index("date")
    assert days.loc["2019-05-04", "why"] == "No reason is known."


# --- before and after


def test_windows_end_and_begin_beside_a_meeting(pack):
    """Launches on the first, the last, and the days just inside and outside of 30 days."""
    meeting = select_meetings(pack).iloc[[10]]  # Hanoi, 27 and 28 February 2019.
    days = ["2019-01-27", "2019-01-28", "2019-02-26", "2019-02-27", "2019-02-28"]
    days += ["2019-03-01", "2019-03-30", "2019-03-31"]
    launched = pd.DataFrame({"date": pd.to_datetime(days)})
    sides = launches.in_windows(meeting, launched, 30)
    assert [side.sum(axis=1).tolist() for side in sides] == [[2], [2]]


def test_each_launch_is_drawn_once_and_empty_meetings_are_one_row(pack):
    """Every meeting has its mark, with its numbers; a setting with none is said to be empty."""
    declared, empty = launches.windows(pack), 0
    for choice in declared.choices():
        shown, figure = declared.show(**choice), declared.view(choice)["figure"]
        before, left, after, right, met = figure["data"][:5]
        drawn = [(bars["customdata"], bars["marker"]["opacity"]) for bars in (before, after)]
        drawn = [pair for pairs in drawn for pair in zip(*pairs, strict=True)]
        full = [launch for launch, opacity in drawn if opacity == 1]
        assert len(full) == len(set(full)) == shown.facts["inside"]
        assert len(drawn) == shown.facts["before"] + shown.facts["after"]
        assert shown.empty == (not drawn)
        pairs = zip(left["text"], right["text"], strict=True)
        assert sorted(met["customdata"]) == sorted(shown.rows[: len(shown.table)])
        assert sorted({*met["y"]}) == list(range(len(left["text"])))
        assert shown.empty or [*pairs].count(("0", "0")) < 3
        empty += shown.empty
    assert 0 < empty < len(declared.choices())
    start = declared.view(declared.start())["figure"]
    assert start["data"][1]["text"] == ["0", "0", "0", "1", "5", "5"]
    assert start["data"][3]["text"] == ["0", "<b>5</b>", "5", "4", "<b>17</b>", "17"]
    name = start["layout"]["yaxis"]["ticktext"][0].replace("\u00a0", " ")
    assert name == "Ten meetings,<br>25 Mar 2018 - 7 Jan 2019"


def test_what_the_texts_say_of_exercises_and_clocks_is_what_the_tables_say(pack):
    exercises = {row["event_id"]: row for row in rows_of("events") if row["kind"] == "exercise"}
    days = [row["date"] for row in rows_of("missile_tests")]

    def during(event):
        first, last = (exercises[event][column] for column in ("date", "end_date"))
        return sum(first <= day <= last for day in days)

    for event in ("foal-eagle-2017", "ufg-2017", "summer-drills-2019"):
        assert during(event), event
    for event in ("summer-drills-2020", "spring-drills-2021", "summer-drills-2021"):
        assert not during(event), event
    assert min(day for day in days if day > "2018") > "2019-02-28", "none in 2018, nor before it"
    assert "116 days before the meeting with Xi Jinping" in paragraphs()["03.shows"]
    assert "3 rows for 2017 with one in the air" in paragraphs()["03.cannot"]
    rows = [row for row in rows_of("missile_tests") if row["date"] == "2020-03-09"]
    assert {row["date_listed"] for row in rows} == {"2020-03-08"}
    prompt = pack.questions.set_index("question_id").loc["03.clock", "prompt"]
    assert "9 March 2020" in fill(pack, prompt)
