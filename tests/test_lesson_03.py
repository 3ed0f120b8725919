"""Lesson 03: launches against meetings, by type, on two lists, before and after."""

import csv
import re
from datetime import date, timedelta

import pandas as pd
import pytest

from crossroads.pack import Pack
from crossroads.questions import right_choices
from crossroads.topics import launches, lists
from crossroads.words import fill
from tests.conftest import ROOT

EXPLORERS = {**launches.EXPLORERS, **lists.EXPLORERS}
MISSILES = "Missile Provocation"


def read(name):
    """Read a table without the package, as text."""
    with open(ROOT / "data" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def meetings():
    """First and last day of each meeting of the article's leader, in order."""
    leader = read("article")[0]["focus_actor_id"]
    rows = [row for row in read("events") if row["kind"] == "summit"]
    rows = [row for row in rows if leader in row["actors"].split(";")]
    days = [(row["date"], row["end_date"] or row["date"], row) for row in rows]
    return sorted(days, key=lambda one: one[0])


def changed(pack, **tables):
    """The same pack with other tables in the place of some."""
    names = [one["name"] for one in pack.descriptor["resources"]]
    return Pack(pack.descriptor, {name: getattr(pack, name) for name in names} | tables)


def marked(trace):
    """Tell whether a trace draws marks for events."""
    return trace.type == "scatter" and trace.mode == "markers"


# --- launches for each period


@pytest.mark.parametrize(("period", "length"), [("Y", 4), ("M", 7)])
def test_periods_count_what_the_table_has(pack, period, length):
    counted = launches.select_periods(pack, period)
    expected = {}
    for row in read("missile_tests"):
        if "2017" <= row["date"] < "2023":
            expected[row["date"][:length]] = expected.get(row["date"][:length], 0) + 1
    found = counted["launches"][counted["launches"] > 0]
    assert {str(one): int(n) for one, n in found.items()} == expected
    assert len(counted) == {"Y": 6, "M": 72}[period]


def test_years_known_from_the_source(pack):
    by_year = launches.select_periods(pack, "Y")["launches"]
    assert list(by_year) == [21, 0, 27, 9, 6, 69]


def test_quarters_part_at_the_articles_day(pack):
    table = launches.select_periods(pack)
    day = read("article")[0]["as_of"]
    days = [row["date"] for row in read("missile_tests") if "2017" <= row["date"] < "2023"]
    assert table["before"].sum() == sum(one <= day for one in days) == 57
    assert table["after"].sum() == sum(one > day for one in days) == 75


def test_bars_and_table_have_the_same_numbers(pack):
    chart = launches.plot_launches(pack, "Q", "SRBM", ("summit", "exercise"))
    bars = [trace for trace in chart.data if trace.type == "bar"]
    heights = [sum(pair) for pair in zip(*(bar.y for bar in bars), strict=True)]
    description = launches.describe_launches(pack, "Q", "SRBM", ("summit", "exercise"))
    assert len(heights) == 24
    assert sorted(filter(None, heights)) == sorted(
        filter(None, map(int, description.table["Launches"]))
    )
    marks = [len(trace.x) for trace in chart.data if marked(trace)]
    assert marks == [int(description.table.iloc[:, column].sum()) for column in (2, 3)]
    assert f"{sum(heights)} launches" in description.sentence


def test_the_title_counts_from_the_last_meeting_that_the_article_names(pack, meetings):
    first, last, row = [one for one in meetings if one[2]["in_article"] == "named"][-1]
    days = sorted(one["date"] for one in read("missile_tests"))
    earlier = max(one for one in days if one < first)
    quiet = (date.fromisoformat(first) - date.fromisoformat(earlier)).days
    after = sum(last < one <= read("article")[0]["as_of"] for one in days)
    title = launches.plot_launches(pack).layout.title.text
    assert title == (
        f"No launch for {quiet} days before {row['place']}, then {after} up to the article's day"
    )
    assert (quiet, after) == (455, 36)


def test_years_with_and_without_meetings(pack):
    sentence = launches.describe_launches(pack, "Y", beside=("summit",)).sentence
    assert "In the two years with leaders' meetings it has 27 launches" in sentence
    assert "in the four other years 105." in sentence


def test_bars_keep_their_scale_whatever_the_type(pack):
    ranges = {
        launches.plot_launches(pack, "Q", kind).layout.yaxis.range
        for kind in ["all", *launches.missile_types(pack)]
    }
    assert len(ranges) == 1


def test_an_article_that_names_no_meeting(pack):
    events = pack.events.assign(in_article="no")
    other = changed(pack, events=events)
    assert launches.plot_launches(other).layout.title.text == (
        "57 launches up to the article's day"
    )
    assert launches.describe_launches(other).sentence.startswith("In 2017-2022 the list has 132")


def test_years_without_any_launch_or_meeting_give_sentences(pack):
    """Another article may have another time, another leader, or nothing to count."""
    other = changed(
        pack,
        missile_tests=pack.missile_tests[pack.missile_tests["date"] < "2017"],
        events=pack.events[~pack.events["kind"].isin(["summit", "exercise", "nuclear-test"])],
    )
    for name, (declare, _) in EXPLORERS.items():
        declared = declare(other)
        for choice in declared.choices():
            view = declared.view(choice)
            words = view["title"] + view["sentence"] + view["table"]
            assert not re.search(r"\b(nan|NaT|None)\b", words), (name, choice)
    assert launches.describe_launches(other).sentence == "In 2017-2022 the list has no launches."
    assert "no launches" in launches.describe_kinds(other, "2020").sentence


# --- what was launched, and what was not


def test_the_articles_year_has_short_range_launches_only(pack):
    rows = [row for row in read("missile_tests") if row["date"].startswith("2020")]
    assert {row["missile_type"] for row in rows} == {"SRBM"}
    description = launches.describe_kinds(pack, "2020")
    days = {row["date"] for row in rows}
    assert (len(rows), len(days)) == (9, 4)
    assert "nine launches on four days: 9 SRBM" in description.sentence
    assert "no nuclear tests" in description.sentence
    table = description.table.set_index("What")
    assert table.loc["SRBM", ["Number", "Days"]].tolist() == [9, 4]
    assert table["Number"].sum() == 9
    assert table.loc["ICBM", "Number"] == 0


def test_a_year_with_a_nuclear_test_names_its_day(pack):
    sentence = launches.describe_kinds(pack, "2017").sentence
    assert "one nuclear test (3 September 2017)" in sentence


def test_the_other_list_adds_days_that_the_first_lacks(pack):
    first = {row["date"] for row in read("missile_tests")}
    second = {row["date"] for row in read("provocations") if row["type"] == MISSILES}
    only = sorted(one for one in second - first if one.startswith("2020"))
    assert only == ["2020-04-14", "2020-07-06"]
    rows = launches.select_kinds(pack, "2020", "other list")
    found = rows[rows["line"] == "other list"]["date"]
    assert [f"{one:%Y-%m-%d}" for one in found] == only
    assert "14 April 2020 and 6 July 2020" in (
        launches.describe_kinds(pack, "2020", "other list").sentence
    )


def test_every_launch_has_its_mark(pack):
    for year in ("2019", "2022"):
        chart = launches.plot_kinds(pack, year)
        days = sum(len(trace.x) for trace in chart.data if marked(trace))
        rows = {
            (row["date"], row["missile_type"])
            for row in read("missile_tests")
            if row["date"].startswith(year)
        }
        assert days == len(rows) > 10


# --- the same launch on two lists


def printed_and_local(first, last):
    """The days of each list, as printed and local, between two days."""
    one, two = read("missile_tests"), read("provocations")
    two = [row for row in two if row["type"] == MISSILES]
    return {
        column: [
            {row[column] for row in rows if first <= row[column] <= last} for rows in (one, two)
        ]
        for column in ("date_listed", "date")
    }


@pytest.mark.parametrize("last", ["2020-12-10", "2022-12-31"])
def test_lists_joined_by_sets(pack, last):
    days = printed_and_local("2017-01-01", last)
    (one, two), (local_one, local_two) = days["date_listed"], days["date"]
    for by, left, right in (
        ("printed", one, two),
        ("moved", local_one, two),
        ("local", local_one, local_two),
    ):
        found = lists.select_days(pack, by, last=pd.Timestamp(last))["found"].value_counts()
        expected = [len(left & right), len(left - right), len(right - left)]
        assert [int(found[one]) for one in ("both", "first", "second")] == expected, by


def test_moving_the_clock_finds_the_matches(pack):
    both = {
        by: int((lists.select_days(pack, by, last=pack.day)["found"] == "both").sum())
        for by in lists.COMPARED
    }
    assert both == {"printed": 9, "moved": 27, "local": 29}


def test_sentence_title_and_table_have_the_same_numbers(pack):
    description = lists.describe_lists(pack, "local")
    both, one, two = description.table["Day"].iloc[:3]
    assert (both, one, two) == ("66 days", "four days", "twelve days")
    assert "66 days are on both lists, four only on the first, twelve only on the" in (
        description.sentence
    )
    assert lists.plot_lists(pack, "local").layout.title.text == (
        "Of 82 launch days, 66 are on both lists"
    )
    assert len(description.table) == 3 + 4 + 12


def test_every_remaining_difference_carries_the_reason_of_its_row(pack):
    days = lists.select_days(pack, "local")
    known = {
        (row["date"], row["list_a"]): row["why"]
        for row in read("known_differences")
        if {row["list_a"], row["list_b"]} == {"missile_tests", "provocations"}
    }
    tables = {"first": "missile_tests", "second": "provocations"}
    apart = days[days["found"] != "both"]
    assert len(apart) == len(known) == 16
    for row in apart.itertuples():
        assert row.why.startswith(known[f"{row.date:%Y-%m-%d}", tables[row.found]])


def test_a_printed_day_names_the_day_on_the_other_list(pack):
    days = lists.select_days(pack).set_index("date")
    assert "29 November 2017" not in days.loc["2017-11-28", "why"]
    pairs = [
        (row["date_listed"], row["date"])
        for row in read("missile_tests")
        if row["test_id"] == "2017-07-03-1" or row["test_id"] == "2017-07-28-1"
    ]
    moved = [pair for pair in pairs if pair[0] != pair[1]]
    for printed, local in moved:
        assert days.loc[printed, "found"] == "first"
        assert f"{date.fromisoformat(local).day} July 2017" in days.loc[printed, "why"]


def test_a_shared_printed_day_can_be_chance(pack):
    days = lists.select_days(pack)
    chance = days[~days["same"]]
    assert len(chance) == 1
    day = f"{chance['date'].iloc[0]:%Y-%m-%d}"
    local = [
        {row["date"] for row in read(table) if row["date_listed"] == day}
        for table in ("missile_tests", "provocations")
    ]
    assert all(local) and not local[0] & local[1]
    assert "A shared day can be chance: on one day of the 29" in lists.describe_lists(pack).sentence
    assert lists.select_days(pack, "local")["same"].all()


def test_without_known_differences_there_is_no_reason(pack):
    other = changed(pack, known_differences=pack.known_differences.iloc[:0])
    days = lists.select_days(other, "local").set_index("date")
    assert days.loc["2019-05-04", "why"] == "No reason is known."


def test_a_time_without_launches(pack):
    first, last = pd.Timestamp("2018-01-01"), pd.Timestamp("2018-12-31")
    assert lists.describe_lists(pack, "local", first, last).sentence == (
        "Neither list has a launch in 2018."
    )
    assert lists.plot_lists(pack, "local", first, last).layout.title.text.startswith("Neither")


# --- before and after


@pytest.mark.parametrize("days", launches.WINDOWS)
def test_windows_count_the_days_beside_each_meeting(pack, meetings, days):
    launched = [row["date"] for row in read("missile_tests")]
    expected = []
    for first, last, _ in meetings:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        before = {(start - timedelta(days=n)).isoformat() for n in range(1, days + 1)}
        after = {(end + timedelta(days=n)).isoformat() for n in range(1, days + 1)}
        expected.append([sum(one in span for one in launched) for span in (before, after)])
    windows = launches.select_windows(pack, days)
    assert windows[["before", "after"]].to_numpy().tolist() == expected
    assert len(expected) == 15
    changes = [after - before for before, after in expected]
    table = launches.describe_windows(pack, days).table
    assert table[f"{days} days after"].sum() == sum(after for _, after in expected)
    words = launches.number_words
    assert launches.plot_windows(pack, days).layout.title.text == (
        f"Launches in {days} days: up after {words(sum(n > 0 for n in changes))} of 15 meetings, "
        f"down after {words(sum(n < 0 for n in changes))}"
    )


def test_the_window_turns_the_answer_round(pack):
    """What the lesson's text promises."""

    def change(days, who="all", missile_type="all"):
        windows = launches.select_windows(pack, days, who, missile_type)
        return (windows["after"] - windows["before"]).tolist()

    assert sum(n != 0 for n in change(30)) == 2
    assert min(change(90)) == 0 and sum(n > 0 for n in change(90)) == 5
    assert len(change(365, "moon", "ICBM")) == 3 and max(change(365, "moon", "ICBM")) < 0


def test_launches_that_count_more_than_once_are_admitted(pack):
    sentence = launches.describe_windows(pack, 90).sentence
    assert "The counts add up to 11 before and 48 after." in sentence
    windows = launches.select_windows(pack, 90)
    ends = windows["end_date"].fillna(windows["date"])
    inside = [
        one
        for one in pack.missile_tests["date"]
        if ((windows["date"] - one).dt.days.between(1, 90)).any()
        or ((one - ends).dt.days.between(1, 90)).any()
    ]
    assert f"{len(inside)} different launches" in sentence


def test_a_scale_for_every_window(pack):
    ranges = {
        tuple(launches.plot_windows(pack, days, who).layout.xaxis.range)
        for days in launches.WINDOWS
        for who in ("all", "named", "xi")
    }
    assert len(ranges) == 1
    highest = max(
        launches.MONTH
        * launches.select_windows(pack, days)[list(launches.SIDES)].max(axis=None)
        / days
        for days in launches.WINDOWS
    )
    assert ranges.pop()[1] > highest


def test_no_meeting_gives_a_sentence(pack):
    other = changed(pack, events=pack.events[pack.events["kind"] != "summit"])
    description = launches.describe_windows(other, 90)
    assert description.sentence == "The table has no such meeting up to the article's day."
    assert launches.plot_windows(other, 90).layout.title.text == "The table has no such meeting"


# --- declared, escaped, and in words


@pytest.mark.parametrize(
    ("name", "choices"), {"launches": 96, "kinds": 21, "lists": 24, "windows": 175}.items()
)
def test_explorers_are_small(pack, name, choices):
    assert len(EXPLORERS[name][0](pack).choices()) == choices


def test_text_of_the_tables_is_escaped(pack):
    tests = pack.missile_tests.assign(missile="<b>KN</b>")
    chart = launches.plot_kinds(changed(pack, missile_tests=tests), "2020")
    hover = [text for trace in chart.data if marked(trace) for text in trace.hovertext]
    assert hover and all("&lt;b&gt;KN" in text and "<b>" not in text for text in hover)


def test_what_the_text_says_of_exercises_is_what_the_tables_say():
    exercises = {row["event_id"]: row for row in read("events") if row["kind"] == "exercise"}
    days = [row["date"] for row in read("missile_tests")]

    def launches(first, last):
        return sum(first <= day <= last for day in days)

    def during(event):
        return launches(exercises[event]["date"], exercises[event]["end_date"])

    assert during("foal-eagle-2017") and during("ufg-2017") and launches("2017-05-01", "2017-08-20")
    assert launches("2018-01-01", "2018-12-31") == 0
    assert launches("2019-05-01", "2019-08-04") and during("summer-drills-2019")
    for event in ("summer-drills-2020", "spring-drills-2021", "summer-drills-2021"):
        assert during(event) == 0, event


def test_the_texts_say_what_the_tables_say(pack):
    texts = {row["text_id"]: row["text"] for row in read("texts")}
    filled = {name: fill(pack, text) for name, text in texts.items() if name.startswith("03.")}
    assert len(filled) == 9
    assert "36 launches; in 2018 it has 0, in 2017 21" in filled["03.key"]
    assert "116 days before the meeting with Xi Jinping" in filled["03.shows"]
    assert "27 launches followed in 2019" in filled["03.shows"]
    spring = [row["date"] for row in read("missile_tests") if row["date"].startswith("2019")]
    assert min(spring) > "2019-02-28", "all launches of 2019 came after the summit"
    assert "2018-04-26" not in filled["03.kinds-shows"] and "9 launches" in filled["03.kinds-shows"]
    assert "3 rows for 2017 with one in the air" in filled["03.cannot"]
    assert not [text for text in filled.values() if re.search(r"[{}]", text)]


@pytest.mark.parametrize(
    ("question", "right"),
    {
        "03.after": [4],
        "03.match": [],
        "03.quiet": [],
        "03.recall1": [3],
        "03.recall2": [3],
        "03.recall3": [3],
        "03.left-out": [2],
        "03.clock": [1],
        "03.proof": [3],
    }.items(),
)
def test_questions_have_their_answers(pack, question, right):
    assert right_choices(pack, question) == right


def test_the_clock_question_is_true_of_the_launch_that_it_names(pack):
    rows = [row for row in read("missile_tests") if row["date"] == "2020-03-09"]
    assert {row["date_listed"] for row in rows} == {"2020-03-08"}
    prompt = pack.questions.set_index("question_id").loc["03.clock", "prompt"]
    assert "9 March 2020" in fill(pack, prompt)
