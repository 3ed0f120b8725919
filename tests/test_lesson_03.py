"""Lesson 03: launches against meetings, by type, on two lists, before and after."""

import csv
import re
from collections import Counter
from datetime import date

import pandas as pd
import pytest

from crossroads.charts import EXPLORERS, launches, lists
from crossroads.charts.chronology import select_meetings
from crossroads.learn.questions import right_choices
from crossroads.pack.pack import Pack
from crossroads.words.lookups import fill
from tests.conftest import ROOT
from tests.packs import paragraphs

CHARTS = ("launches", "kinds", "windows", "lists")


def read(name):
    """Read a table without the package, as text."""
    with open(ROOT / "data" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def changed(pack, **tables):
    """The same pack with other tables in the place of some."""
    names = [one["name"] for one in pack.descriptor["resources"]]
    return Pack(pack.descriptor, {name: getattr(pack, name) for name in names} | tables)


def marks(view):
    """The traces of a view that draw marks for events."""
    return [trace for trace in view["figure"]["data"] if trace.get("mode") == "markers"]


def notes(view):
    return view["figure"]["layout"]["annotations"]


def launches_of(period="Q", missiles="all", beside=""):
    return {"period": period, "missiles": missiles, "beside": beside}


# --- launches for each period


def test_years_known_from_the_source(pack):
    by_year = launches.select_periods(pack, "Y")
    assert list(by_year["launches"]) == [21, 0, 27, 9, 6, 69]
    assert (by_year["before"].sum(), by_year["after"].sum()) == (57, 75)


def test_marks_table_and_sentence_have_the_same_numbers(pack):
    declared = launches.launches(pack)
    for period, missiles in (("Q", "SRBM"), ("M", "all"), ("Y", "all")):
        choice = launches_of(period, missiles, "summit;exercise")
        table, view = declared.show(**choice).table, declared.view(choice)
        above, below, *others = (len(trace["x"]) for trace in marks(view))
        assert above + below == table["launches"].sum()
        assert below == (6 if missiles == "all" else 0)
        brackets = [trace for trace in view["figure"]["data"] if "lines+" in trace["mode"]]
        assert others == [table["summit"].sum(), table["exercise"].sum()] and len(brackets) == 1
        assert f"{table['launches'].sum()} launches" in view["sentence"]


def test_the_quiet_that_the_title_counts_is_bracketed_on_to_the_next_launch(pack):
    """All days together are the longest time without a launch, of which the sentence speaks."""
    declared = launches.launches(pack)
    view = declared.view(launches_of())
    quiet = next(trace for trace in view["figure"]["data"] if trace["mode"] == "lines+markers")
    days = sorted({row["date"] for row in read("missile_tests") if "2017" <= row["date"] < "2023"})
    gaps = [
        (date.fromisoformat(last) - date.fromisoformat(first)).days
        for first, last in zip(days, days[1:], strict=False)
    ]
    assert quiet["x"] == ["2017-11-29", "2019-02-27", "2019-04-17"] and max(gaps) == 504
    assert "504 days, from 29 November 2017 to 17 April 2019" in view["sentence"]
    assert "No launch for 455 days before Hanoi" in view["title"]
    assert 455 + 49 == 504
    words = "455 days before Hanoi<br>+ 49 to the next one"
    assert words in [note["text"] for note in notes(view)]


def test_numbers_above_the_line_count_the_marks_above_it(pack):
    view = launches.launches(pack).view(launches_of())
    above, below = marks(view)[:2]
    numbers = [int(note["text"]) for note in notes(view) if note["text"].isdigit()]
    assert sum(numbers) == len(above["x"]) and min(numbers) > 0
    assert sum(numbers) + len(below["x"]) == 132


def test_the_title_counts_from_the_last_meeting_that_the_article_names(pack):
    """26 November 2017 to 27 February 2019; the meeting itself ended on the 28th."""
    view = launches.launches(pack).view(launches_of())
    assert view["title"] == ("No launch for 455 days before Hanoi, then 36 up to the article's day")
    days = sorted(date.fromisoformat(row["date"]) for row in read("missile_tests"))
    begin, end = date(2019, 2, 27), date(2019, 2, 28)
    assert (begin - max(day for day in days if day < begin)).days == 455
    assert sum(end < day <= date(2020, 12, 10) for day in days) == 36


def test_years_with_and_without_meetings(pack):
    view = launches.launches(pack).view(launches_of("Y", beside="summit"))
    assert "In the two years with leaders' meetings it has 27 launches" in view["sentence"]
    assert "in the four other years 105." in view["sentence"]


def test_marks_keep_their_scale_whatever_the_type(pack):
    declared = launches.launches(pack)
    types = ["all", *launches.missile_types(pack)]
    views = [declared.view(launches_of("Q", one)) for one in types]
    assert len({tuple(view["figure"]["layout"]["yaxis"]["range"]) for view in views}) == 1


def test_an_article_that_names_no_meeting(pack):
    other = changed(pack, events=pack.events.assign(in_article="no"))
    view = launches.launches(other).view(launches_of())
    assert view["title"] == "57 launches up to the article's day"
    assert view["sentence"].startswith("In 2017-2022 the list has 132")


def test_years_without_any_launch_or_meeting_give_sentences(pack):
    """Another article may have another time, another leader, or nothing to count."""
    other = changed(
        pack,
        missile_tests=pack.missile_tests[pack.missile_tests["date"] < "2017"],
        events=pack.events[~pack.events["kind"].isin(["summit", "exercise", "nuclear-test"])],
    )
    said = {}
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


# --- what was launched, and what was not


def test_the_articles_year_has_short_range_launches_only(pack):
    declared = launches.kinds(pack)
    choice = {"year": "2020", "beside": "other list"}
    sentence = declared.view(choice)["sentence"]
    assert "nine launches on four days: 9 SRBM" in sentence
    assert "no nuclear tests" in sentence and "14 April 2020 and 6 July 2020" in sentence
    table = declared.show(**choice).table.set_index("what")
    short, far = "Short-range missiles (SRBM)", "Intercontinental missiles (ICBM)"
    assert table.loc[short, ["how_many", "days"]].tolist() == [9, 4]
    assert table.loc[far, "how_many"] == 0
    assert table["how_many"].sum() == 9 + 2
    view = declared.view({"year": "2017", "beside": ""})
    assert "one nuclear test (3 September 2017)" in view["sentence"]


def test_every_launch_has_its_mark_and_text_of_the_tables_is_escaped(pack):
    tests = pack.missile_tests.assign(missile="<b>KN</b>")
    view = launches.kinds(changed(pack, missile_tests=tests)).view({"year": "2022", "beside": ""})
    years = Counter(row["date"][:4] for row in read("missile_tests"))
    others, framed = (trace["hovertext"] for trace in marks(view))
    assert len(framed) == years["2022"] == 69
    # One nuclear test, too.
    assert len(others) == sum(years[str(year)] for year in range(2017, 2022)) + 1
    hover = [text for text in others + framed if "nuclear" not in text]
    assert all("&lt;b&gt;KN" in text and "<b>" not in text for text in hover)


# --- the same launch on two lists


def test_moving_the_clock_finds_the_matches(pack):
    known = {by: lists.select_days(pack, by) for by in lists.COMPARED}
    known = {by: days[days["date"] <= pack.day] for by, days in known.items()}
    both = {by: int((days["found"] == "both").sum()) for by, days in known.items()}
    assert both == {"printed": 9, "moved": 27, "local": 29}


def test_lists_joined_by_sets(pack):
    two = [row for row in read("provocations") if row["type"] == "Missile Provocation"]
    found = lists.select_days(pack, "local")["found"].value_counts()
    left, right = (
        {row["date"] for row in rows if "2017" <= row["date"] < "2023"}
        for rows in (read("missile_tests"), two)
    )
    expected = [len(left & right), len(left - right), len(right - left)]
    assert [int(found[one]) for one in ("both", "first", "second")] == expected == [66, 4, 12]
    view = lists.lists(pack).view({"by": "local", "years": "all"})
    assert view["title"] == "Of 82 launch days, 66 are on both lists"
    assert "66 days are on both lists, four only on the first, twelve only on" in view["sentence"]
    assert view["table"].count("<tr") == 1 + 3 + 4 + 12


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
    other = changed(pack, known_differences=pack.known_differences.iloc[:0])
    days = lists.select_days(other, "local").set_index("date")
    assert days.loc["2019-05-04", "why"] == "No reason is known."


def test_a_printed_day_names_the_day_on_the_other_list_or_is_shared_by_chance(pack):
    days = lists.select_days(pack).set_index("date")
    assert days.loc["2017-02-11", "found"] == "first"
    assert days.loc["2017-02-11", "why"].endswith("has this launch under 12 February 2017.")
    chance = days[~days["same"]]
    assert len(chance) == 1
    day = f"{chance.index[0]:%Y-%m-%d}"
    local = [
        {row["date"] for row in read(table) if row["date_listed"] == day}
        for table in ("missile_tests", "provocations")
    ]
    assert all(local) and not local[0] & local[1]
    sentence = lists.lists(pack).view({"by": "printed", "years": "all"})["sentence"]
    assert "A shared day can be chance: on one day of the 29" in sentence
    assert lists.select_days(pack, "local")["same"].all()


def test_a_time_without_launches(pack):
    view = lists.lists(pack).view({"by": "local", "years": "2018"})
    assert view["sentence"] == "Neither list has a launch in 2018."
    assert view["title"].startswith("Neither")


# --- before and after


def windows_of(pack, days, who="all", missiles="all"):
    """Launches before and after the meetings, as pairs."""
    table = launches.windows(pack).show(days=str(days), who=who, missiles=missiles).table
    return list(zip(table["before_days"], table["after_days"], strict=True))


def test_windows_end_and_begin_beside_a_meeting(pack):
    """Launches on the first, the last, and the days just inside and outside of 30 days."""
    meeting = select_meetings(pack).iloc[[10]]
    assert (meeting["date"].iloc[0], meeting["end_date"].iloc[0]) == (
        pd.Timestamp("2019-02-27"),
        pd.Timestamp("2019-02-28"),
    )
    days = ["2019-01-27", "2019-01-28", "2019-02-26", "2019-02-27", "2019-02-28"]
    days += ["2019-03-01", "2019-03-30", "2019-03-31"]
    launched = pd.DataFrame({"date": pd.to_datetime(days)})
    sides = launches.in_windows(meeting, launched, 30)
    assert [side.sum(axis=1).tolist() for side in sides] == [[2], [2]]


def test_the_window_turns_the_answer_round(pack):
    """What the lesson's text promises."""
    changes = {
        days: [after - before for before, after in windows_of(pack, days)] for days in (30, 90)
    }
    assert len(changes[30]) == 15 and sum(n != 0 for n in changes[30]) == 2
    assert min(changes[90]) == 0 and sum(n > 0 for n in changes[90]) == 5
    moon = [after - before for before, after in windows_of(pack, 365, "moon", "ICBM")]
    assert len(moon) == 3 and max(moon) < 0


def test_launches_that_count_more_than_once_are_admitted(pack):
    view = launches.windows(pack).view({"days": "90", "who": "all", "missiles": "all"})
    assert (
        view["title"]
        == "Launches in 90 days: up after five of 15 meetings, down after none; ten had no launch"
    )
    assert "The counts add up to 11 before and 48 after." in view["sentence"]
    days = [pd.Timestamp(row["date"]) for row in read("missile_tests")]
    met = select_meetings(pack)
    ends = met["end_date"].fillna(met["date"])
    inside = [
        day
        for day in days
        if (met["date"] - day).dt.days.between(1, 90).any()
        or (day - ends).dt.days.between(1, 90).any()
    ]
    assert f"{len(inside)} different launches" in view["sentence"]


def test_strips_show_the_launches_that_the_table_counts(pack):
    """A row for each meeting that has any; a setting with none is said to be empty."""
    declared, empty = launches.windows(pack), 0
    for choice in declared.choices():
        shown, view = declared.show(**choice), declared.view(choice)
        table, days = shown.table, int(choice["days"])
        counted = table[table["before_days"] + table["after_days"] > 0]
        assert shown.empty == counted.empty
        empty += shown.empty
        names = view["figure"]["layout"]["yaxis"]["ticktext"]
        assert names == list(counted["meeting"])
        assert all(1 <= abs(day) <= days for trace in marks(view) for day in trace["x"])
        numbers = [note["text"] for note in notes(view) if note["text"].isdigit()]
        pairs = zip(counted["before_days"], counted["after_days"], strict=True)
        assert numbers == [str(number) for pair in pairs for number in pair]
    assert 0 < empty < len(declared.choices())


def test_pairs_one_day_apart_are_joined(pack):
    """Half of what the printed days keep apart is the same launch, a day later in Korea."""
    days = lists.select_days(pack)
    pairs = days[(days["found"] == "first") & days["pair"].notna()]
    assert len(pairs) == 36 and set((pairs["pair"] - pairs["date"]).dt.days) <= {-1, 1}
    seconds = set(days.loc[days["found"] == "second", "date"])
    assert set(pairs["pair"]) <= seconds
    view = lists.lists(pack).view({"by": "printed", "years": "all"})
    assert view["title"] == (
        "Two lists: 29 launch days agree, 36 are one day apart, 19 are on one list only"
    )
    blocks = [len(trace["x"]) for trace in view["figure"]["data"]]
    assert blocks == [29, 36, 36, 6, 13]
    assert lists.select_days(pack, "local")["pair"].isna().all()


# --- declared, and in words


@pytest.mark.parametrize(
    ("name", "choices"), {"launches": 96, "kinds": 21, "lists": 24, "windows": 175}.items()
)
def test_explorers_are_small(pack, name, choices):
    assert len(EXPLORERS[name][0](pack).choices()) == choices


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
    filled = {name: text for name, text in paragraphs().items() if name.startswith("03.")}
    assert len(filled) == 8
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
        "03.recall2": [2],
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
