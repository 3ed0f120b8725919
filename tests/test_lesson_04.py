"""Lesson 04: stances through time, expectations, coders, distances, and coding again."""

import csv
import hashlib
import itertools
import re
from pathlib import Path

import pandas as pd
import pytest

from crossroads import recode
from crossroads.charts import codings, distances, stances
from crossroads.learn.answers import FILE_NAME, save_answer, saved_answers
from crossroads.learn.article import Card
from crossroads.learn.opening import explore
from crossroads.learn.questions import question_row, right_choices
from crossroads.learn.recoding import RecodeForm, answer_id, saved_recodings
from crossroads.pack.pack import Pack
from tests.conftest import viewed
from tests.packs import paragraphs

DATA = Path(__file__).parents[1] / "data"
DAY, YEAR_BEFORE = "2020-12-10", "2019-12-10"
LAST = "2022-12-31"


def rows(name):
    with open(DATA / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


STANCES = rows("stances")
NAMES = {row["actor_id"]: row["short_name"] for row in rows("actors")}
ISSUES = {row["issue_id"]: row["name"] for row in rows("issues")}
SIGNS = {"-2": "−2", "-1": "−1", "0": "0", "1": "+1", "2": "+2"}


def known_by(day, view="own"):
    return [row for row in STANCES if row["view"] == view and row["known_date"] <= day]


def latest_by_hand(day, view="own", since=""):
    """Level of each actor on each issue, as text; "" where evidence fits no level."""
    found = {}
    rows = [row for row in known_by(day, view) if row["date"] >= since]
    for row in sorted(rows, key=lambda row: row["date"]):
        cell = row["issue_id"], row["actor_id"]
        if row["position"] or not found.get(cell):
            found[cell] = row["position"]
    return found


def levels_by_hand(issue, day, view="own"):
    """The levels of each actor on one issue, in order of date."""
    found = {}
    for row in sorted(known_by(day, view), key=lambda row: row["date"]):
        if row["issue_id"] == issue and row["position"]:
            found.setdefault(NAMES[row["actor_id"]], []).append(int(row["position"]))
    return found


def with_stances(pack, **columns):
    tables = {**pack._tables, "stances": pack.stances.assign(**columns)}
    return Pack(pack.descriptor, tables)


def without(pack, *names):
    return Pack(pack.descriptor, {one: t for one, t in pack._tables.items() if one not in names})


# The matrix ------------------------------------------------------------------


@pytest.mark.parametrize("day, view", [(DAY, "own"), (LAST, "own analysis"), (DAY, "attributed")])
@pytest.mark.parametrize("age", ["recent", "all"])
def test_the_matrix_has_the_latest_level_of_each_cell(pack, day, view, age):
    ever = latest_by_hand(day, view)
    since = f"{int(day[:4]) - 1}{day[4:]}" if age == "recent" else ""
    latest = latest_by_hand(day, view, since)
    by_hand = {(ISSUES[issue], NAMES[actor]): level for (issue, actor), level in latest.items()}
    shown = viewed(pack, "stances", day=day, view=view, age=age)
    rows = shown.table.set_index(["issue", "actor"])["position"].map(lambda text: text.split()[0])
    assert dict(rows) == {cell: SIGNS.get(level, "no") for cell, level in by_hand.items()}
    tiles, questions, older = shown.figure["data"]
    placed = [level for level in by_hand.values() if level]
    levels = [re.match("<b>(.*)</b><br>(20..)$", text).groups() for text in tiles["text"]]
    assert sorted(level for level, _ in levels) == sorted(SIGNS[level] for level in placed)
    assert len(questions["text"]) == len(by_hand) - len(placed)
    assert len(older["text"]) == len(ever) - len(latest) and shown.empty == (not latest)
    years = dict(zip(tiles["customdata"], (year for _, year in levels), strict=True))
    dates = {f"stances:{row['stance_id']}": row["date"][:4] for row in STANCES}
    assert all(dates[one] == year for one, year in years.items())
    assert (min(tiles["marker"]["opacity"], default=1) < 1) == (age == "all" and len(placed) > 0)
    colours = set(zip((level for level, _ in levels), tiles["marker"]["color"], strict=True))
    assert len(colours) == len({level for level, _ in colours})
    if view == "own":
        assert f" {len(placed)} of 90 cells have a level" in shown.sentence
        assert f" The other {90 - len(ever)} stay empty: " in shown.sentence


def test_blocs_stand_together_and_the_widest_issue_on_top(pack):
    shown = viewed(pack, "stances")
    blocs = {row["short_name"]: row["bloc"] for row in rows("actors")}
    notes = shown.figure["layout"]["annotations"]
    drawn = [blocs[one] for note in notes if (one := note["text"].replace("<br>", " ")) in blocs]
    assert len(drawn) == 10 and len(set(drawn)) == 4
    assert [one for one, _ in itertools.groupby(drawn)] == list(dict.fromkeys(drawn))
    assert shown.figure["layout"]["yaxis"]["ticktext"][0].replace("<br>", " ") in shown.title


def test_no_day_shows_what_became_known_later(pack):
    days = list(stances.day_options(pack))
    assert DAY in days and max(days) >= max(row["known_date"] for row in STANCES)
    assert days == sorted(days)
    own = stances.list_stances(pack)
    for day in days:
        cut = pack.as_of(day).stances
        kept = {row.stance_id for row in stances.known_by(own, day)}
        assert kept == set(cut.loc[cut["view"] == "own", "stance_id"])
        shown = set(viewed(pack, "stances", day=day).table["what_was_said_or_done"])
        assert shown <= {row["evidence"] for row in known_by(day)}


def test_the_issue_that_is_widest_apart(pack):
    by_hand = {}
    for (issue, _), level in latest_by_hand(DAY, since=YEAR_BEFORE).items():
        if level:
            by_hand.setdefault(issue, []).append(int(level))
    average = {}
    for issue, levels in by_hand.items():
        gaps = [abs(a - b) for n, a in enumerate(levels) for b in levels[n + 1 :]]
        if gaps:
            average[issue] = sum(gaps) / len(gaps)
    widest = max(average, key=average.get)
    shown = viewed(pack, "stances", day=DAY)
    assert f"{ISSUES[widest]}, {average[widest]:.1f} steps" in shown.title
    assert f"{ISSUES[widest]}, {average[widest]:.1f} steps" in shown.sentence


# Movement --------------------------------------------------------------------


@pytest.mark.parametrize("issue, seen", [("leader-summits", DAY), ("end-of-war", "")])
def test_who_moved(pack, issue, seen):
    by_hand = levels_by_hand(issue, seen or "9999")
    moved = [name for name, levels in by_hand.items() if len(set(levels)) > 1]
    shown = viewed(pack, "movement", issue=issue, seen=seen)
    assert 0 < shown.facts["moved"] == len(moved) < shown.facts["actors"] == len(by_hand)
    for name in moved:
        first, last = by_hand[name][0], by_hand[name][-1]
        assert f"{name} ({SIGNS[str(first)]} to {SIGNS[str(last)]}" in shown.sentence
    marks = next(one for one in shown.figure["data"] if one.get("customdata"))
    assert sorted(marks["customdata"]) == sorted(
        f"stances:{row['stance_id']}"
        for row in known_by(seen or "9999")
        if row["issue_id"] == issue and row["position"]
    )
    # Five real steps: within a panel a level more is one unit up.
    places = {one["stance_id"]: (one["actor_id"], int(one["position"] or 0)) for one in STANCES}
    floors = {}
    for row, y in zip(marks["customdata"], marks["y"], strict=True):
        actor, level = places[row.split(":")[1]]
        floors.setdefault(actor, set()).add(round(y + level, 6))
    assert all(len(floor) == 1 for floor in floors.values())
    assert len({(*floor,) for floor in floors.values()}) > 1


def test_who_is_furthest_is_somebody_heard_within_a_year(pack):
    rows = [row for row in stances.list_stances(pack) if row.issue_id == "humanitarian-aid"]
    rows = [row for row in rows if row.position is not None]
    facts = stances.move_facts(pack.words, rows, pd.Timestamp("2030-01-01"))
    assert facts["fresh"] == 0 and facts["furthest"] == "nobody" and facts["moved"] > 0


def test_what_others_say_stands_beside_and_is_never_counted(pack):
    own = viewed(pack, "movement", issue="joint-exercises")
    both = viewed(pack, "movement", issue="joint-exercises", beside="yes")
    others = [
        row
        for view in ("expected", "attributed", "own analysis")
        for row in known_by(DAY, view)
        if row["issue_id"] == "joint-exercises" and row["said_by"] != row["actor_id"]
    ]
    assert len(others) == 3 == len(both.table) - len(own.table)
    assert both.sentence.startswith(own.sentence) and "Three rows beside them" in both.sentence
    assert both.table["whose_words"].str.startswith("Expected by somebody (").sum() == 1


def test_an_issue_on_which_nobody_has_spoken(pack):
    others = with_stances(pack, view="expected")
    shown = viewed(others, "movement", issue="humanitarian-aid")
    assert "has no own stance with a level by 10 December 2020" in shown.sentence
    assert shown.title.endswith("no own stance in the table by then") and shown.table.empty


# Expectations ----------------------------------------------------------------


def test_expected_against_own(pack):
    actor, until = "biden-administration", "2021-12-31"
    expected = {i: level for (i, a), level in latest_by_hand(DAY, "expected").items() if a == actor}
    own = {i: level for (i, a), level in latest_by_hand(until).items() if a == actor and level}
    both = [issue for issue in expected if issue in own]
    met = [issue for issue in both if expected[issue] == own[issue]]
    assert len(expected) == 5 and both
    shown = viewed(pack, "expected", until=until)
    assert f"on {len(met)} of {len(both)} issue" in shown.title
    table = shown.table.set_index("issue")
    for issue, name in ISSUES.items():
        gap = abs(int(expected[issue]) - int(own[issue])) if issue in both else ""
        assert table["steps_apart"][name] == gap
        assert bool(table["expected"][name]) == (issue in expected)
    assert f"stance on {len(both)} of them" in shown.sentence
    assert all(ISSUES[issue] in shown.sentence for issue in both)


def test_the_administration_before_is_found_by_kind_and_country(pack):
    control = stances.expected(pack).controls[1]
    assert list(control.options) == ["", "trump-administration"]
    shown = viewed(pack, "expected", until=LAST, earlier="trump-administration")
    assert "It differs from Trump admin. on 4 of 9 issues with both" in shown.sentence
    assert shown.table["earlier"].ne("").sum() == 9


def test_a_pack_without_expectations_has_its_other_charts(pack):
    bare = with_stances(pack, view="own")
    assert len(stances.stances(bare).controls[1].options) == 1
    for view in ("own", "attributed"):
        nobody = explore(with_stances(pack, view=view), "expected")
        assert "a stance that an actor is expected to have" in str(nobody)


# Coders ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "first, second, kappa",
    [
        # Worked examples of the public test of Ben Hamner's Metrics package.
        ([1, 2, 3], [1, 2, 3], 1.0),
        ([1, 2, 1], [1, 2, 2], 0.4),
        ([1, 2, 3, 1, 2, 3], [1, 2, 3, 1, 3, 2], 0.75),
        # Complete disagreement of two levels, dealt out evenly.
        ([0, 1, 0, 1], [1, 0, 1, 0], -1.0),
        # Nothing to compare.
        ([], [], None),
        ([0, 0], [0, 0], None),
    ],
)
def test_kappa_of_known_examples(first, second, kappa):
    assert codings.quadratic_kappa(first, second) == pytest.approx(kappa)


def test_kappa_from_its_definition(pack):
    """Weighted observed and expected disagreement, summed cell by cell."""
    pairs = [
        (int(row["coding_1"]), int(row["coding_2"]))
        for row in STANCES
        if row["coding_1"] and row["coding_2"]
    ]
    levels, n = range(-2, 3), len(pairs)
    observed = sum((a - b) ** 2 for a, b in pairs) / n
    firsts, seconds = zip(*pairs, strict=True)
    expected = sum(
        (a - b) ** 2 * firsts.count(a) / n * seconds.count(b) / n for a in levels for b in levels
    )
    shown = viewed(pack, "agreement")
    assert shown.facts["both"] == n
    assert f" is {1 - observed / expected:.2f} over the {n} rows with two" in shown.sentence


@pytest.mark.parametrize("issue", ["all", "joint-exercises"])
def test_agreement_counts(pack, issue):
    listed = [row for row in STANCES if issue in ("all", row["issue_id"])]
    once = [row for row in listed if coded_once(row) and row["coding_1"]]
    assert once
    listed = [row for row in listed if row not in once]
    same = [row for row in listed if row["coding_1"] == row["coding_2"]]
    shown = viewed(pack, "agreement", issue=issue)
    assert f"agree on {len(same)} of {len(listed)} rows" in shown.sentence
    empty, counted = shown.figure["data"]
    drawn = sum(int(re.sub("</?b>", "", text)) for text in counted["text"])
    assert len(empty["x"]) + len(counted["x"]) == 36
    assert "sessions of a language model" in shown.source
    assert shown.table["rows"].sum() == len(listed) == drawn
    settled = " ".join(shown.table["settled"])
    for row in listed:
        level = SIGNS.get(row["position"], "no level")
        assert (f"{row['stance_id']} to {level}: " in settled) == (row not in same)
        assert (row["evidence"] in set(shown.table["sentence"])) == (row not in same)


def coded_once(row):
    """No second coding, and no word on how it was settled: nobody read the row twice."""
    return not row["coding_2"] and not row["settled"]


def test_every_row_that_differs_says_how_it_was_settled():
    differ = [row for row in STANCES if row["coding_1"] != row["coding_2"] and not coded_once(row)]
    assert differ and all(row["settled"] for row in differ)
    assert all(
        row["position"] == row["coding_1"] and not row["settled"]
        for row in STANCES
        if row not in differ and row["coding_2"]
    )


def test_rows_coded_once_are_those_that_the_dictionary_names(pack):
    once = sorted(row["stance_id"] for row in STANCES if coded_once(row) and row["coding_1"])
    assert once == [f"s{number}" for number in range(214, 242)]
    resource = next(one for one in pack.descriptor["resources"] if one["name"] == "stances")
    assert f"Rows {once[0]} to {once[-1]} were added later" in resource["howCoded"]
    assert all(row["position"] == row["coding_1"] for row in STANCES if row["stance_id"] in once)


def test_codings_without_spread_or_rows(pack):
    flat = with_stances(pack, coding_1=0, coding_2=0)
    assert "Kappa cannot be computed" in viewed(flat, "agreement").sentence
    none = Pack(pack.descriptor, {**pack._tables, "stances": pack.stances.iloc[:0]})
    assert "no stance to compare" in viewed(none, "agreement").sentence


# Distances -------------------------------------------------------------------


def test_distances_by_hand(pack):
    latest = latest_by_hand(DAY, since=YEAR_BEFORE)
    gaps = [
        abs(int(latest[issue, "japan"]) - int(latest[issue, "china"]))
        for issue in ISSUES
        if latest.get((issue, "japan")) and latest.get((issue, "china"))
    ]
    points = {
        row["country"]: float(row["ideal_point"])
        for row in rows("un_ideal_points")
        if row["votes_on"] == "nuclear" and row["session"] == "74"
    }
    shown = viewed(pack, "distances", actor="japan", votes="nuclear")
    assert "session 74, begun in 2019" in shown.subtitle
    row = shown.table.set_index("actor").loc["China"]
    assert row["shared_issues"] == len(gaps) > 1
    assert row["steps_apart_on_average"] == f"{sum(gaps) / len(gaps):.1f}"
    assert row["ideal_points_apart"] == f"{abs(points['JPN'] - points['CHN']):.1f}"
    own = viewed(pack, "distances", actor="kim-jong-un").table.set_index("actor")
    assert own["ideal_points_apart"]["North Korea"] == "same country"


def test_too_few_shared_issues_are_not_compared(pack):
    shown = viewed(pack, "distances", actor="biden-administration", day="2018-12-31")
    assert "there is nothing to compare" in shown.sentence and shown.empty
    assert shown.table["shared_issues"].max() < 2
    later = viewed(pack, "distances", actor="biden-administration")
    assert "nearest to Biden admin." in later.sentence and "at most 12 months old" in later.sentence


def test_the_nearest_by_either_measure_are_bold_and_lines_as_long(pack):
    view = distances.distances(pack).view(distances.distances(pack).start())
    layout = view["figure"]["layout"]
    bold = [note["text"] for note in layout["annotations"] if note["text"].startswith("<b>")]
    assert bold[0].startswith("<b>0.0</b>") and bold[2] == "<b>1.8</b>"
    steps, points = ([line for line in layout["shapes"] if line["x0"] == at] for at in (0, 1.46))
    for lines, by_hand in ((steps, "0.0 0.4 1.0 1.2 1.6 1.7 2.2"), (points, "2.0 1.8 3.0")):
        found = [line["x1"] - line["x0"] for line in lines[::2]]
        numbers = list(map(float, by_hand.split()))
        unit = found[2] / numbers[2]
        assert [round(one / unit, 1) for one in found[: len(numbers)]] == pytest.approx(
            numbers, abs=0.11
        )


def test_the_session_is_the_last_one_known(pack):
    assert set(distances.select_points(pack, "2018-12-30")["session"]) == {72}
    assert distances.select_points(pack, "1900-01-01").empty


def test_a_country_without_an_estimate_and_a_pack_without_votes(pack):
    points = pack.un_ideal_points
    tables = {**pack._tables, "un_ideal_points": points[points["country"] != "JPN"]}
    some = Pack(pack.descriptor, tables)
    table = viewed(some, "distances", actor="china").table.set_index("actor")
    assert table["ideal_points_apart"]["Japan"] == "no estimate"
    assert "nothing to compare" in viewed(some, "distances", actor="japan").sentence
    bare = without(pack, "un_ideal_points")
    assert "needs the table un_ideal_points" in str(explore(bare, "distances"))
    assert "cells have a level" in repr(explore(bare, "stances"))


# Coding again ----------------------------------------------------------------


def table_on_disk():
    return hashlib.sha256((DATA / "stances.csv").read_bytes()).hexdigest()


def test_another_version_changes_one_row_and_no_table(pack):
    before = pack.stances.copy()
    issue = "joint-exercises"
    plain, recoded = stances.list_stances(pack), {"s051": 1, "s085": None, "s002": 2}
    mine = stances.recode_stances(pack, plain, recoded)
    assert all(
        other.position == recoded.get(row.stance_id, row.position)
        for row, other in zip(plain, mine, strict=True)
    )
    declared = stances.movement(pack, {"s051": 1, "s085": None}, issue)
    words = declared.view({"issue": issue})
    assert "28 August 2018: +1 (Keep as usual) instead of no level fits" in words["sentence"]
    assert "no level fits instead of 0 (Reduced form)" in words["sentence"]
    table = declared.show(issue).table.set_index("date")
    assert table["your_version"]["28 August 2018"] == "+1 (Keep as usual)"
    assert table["position"]["28 August 2018"] == "no level fits"
    assert table["your_version"].ne("").sum() == 2
    squares = [
        trace["customdata"]
        for trace in words["figure"]["data"]
        if trace.get("marker", {}).get("symbol") == "square-open"
    ]
    assert squares == [["stances:s051"]]
    assert pack.stances.equals(before)
    same = stances.movement(pack, {"s085": 0}, issue).view({"issue": issue})
    assert "Your version is the same as the module's." in same["sentence"]


def test_a_row_coded_once_has_no_second_coder(pack, answers_folder):
    coded = {item["id"]: item["coded"] for item in recode(pack).children[0]._items}
    for row in STANCES:
        if row["view"] == "own":
            once = "It was coded once" in coded[row["stance_id"]]
            assert once == (coded_once(row) and bool(row["coding_1"]))
            assert once != ("second coder" in coded[row["stance_id"]])


def test_a_version_is_saved_with_its_reason_and_comes_back(pack, answers_folder):
    disk = table_on_disk()
    form, chart = recode(pack).children
    assert form.issue == chart.value["issue"] == "joint-exercises" and form._start == "s051"
    form.recode("s051", 1, "  it says that no more are to be halted ")
    assert form._message["words"].startswith("Saved.")
    kept = {"level": 1, "reason": "it says that no more are to be halted"}
    assert saved_answers()[answer_id(pack, "s051")] == kept
    assert form.value == {"s051": kept}
    assert "in your version" in chart._view["title"]
    assert table_on_disk() == disk
    again, chart = recode(pack).children
    assert again.value == {"s051": kept} and "in your version" in chart._view["title"]
    again.take_back("s051")
    assert again.value == {} == saved_recodings(pack)
    assert "your version" not in chart._view["sentence"]


def test_the_browser_sends_what_the_form_needs(pack, answers_folder):
    form, _ = recode(pack).children
    form._receive(**{"stance": "s051", "level": None, "reason": "both halves count"})
    assert saved_recodings(pack)["s051"]["level"] is None
    form._receive(**{"stance": "s051", "take_back": True})
    assert saved_recodings(pack) == {}


@pytest.mark.parametrize(
    "stance, level, reason, words",
    [
        ("s051", 1, "   ", "Write a reason first"),
        ("s051", 7, "because", "level 7; the codebook has -2, -1, 0, 1 and 2"),
        ("s05", 1, "because", "unknown own stance 's05'; did you mean"),
        ("s145", 1, "because", "unknown own stance 's145'"),
    ],
)
def test_what_is_wrong_is_said_and_not_saved(pack, answers_folder, stance, level, reason, words):
    form = RecodeForm(pack)
    form.recode(stance, level, reason)
    assert form._message["words"].startswith("Not saved.") and words in form._message["words"]
    assert form.value == {} and not (answers_folder / FILE_NAME).exists()


def test_a_version_that_cannot_be_written_counts_until_the_notebook_closes(
    pack, answers_folder, monkeypatch
):
    def refuse(*arguments):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("crossroads.learn.recoding.answers.save_answer", refuse)
    form, chart = recode(pack).children
    form.recode("s051", 1, "because")
    assert form._message["words"].startswith("NOT saved: my_answers.txt cannot be written")
    assert form.value["s051"]["level"] == 1 and "in your version" in chart._view["title"]


def test_damaged_answers_are_left_out(pack, answers_folder):
    for number, answer in enumerate(["x", {"level": 9, "reason": "r"}, {"level": 1}, None], 51):
        save_answer(answer_id(pack, f"s0{number}"), answer)
    assert saved_recodings(pack) == {}


def test_form_and_chart_show_the_same_issue(pack, answers_folder):
    form, chart = recode(pack).children
    form.issue = "end-of-war"
    assert (
        chart.value == {"issue": "end-of-war"} and "End of the Korean War" in chart._view["title"]
    )
    chart.value = {"issue": "sanctions-relief"}
    assert form.issue == "sanctions-relief"


def test_what_is_stored_does_not_depend_on_answers(pack, answers_folder):
    def stored(widget):
        data = widget._repr_mimebundle_()
        return data["text/plain"], data["text/html"]

    before = stored(recode(pack))
    RecodeForm(pack).recode("s051", 2, "because")
    widget = recode(pack)
    widget.children[0].issue = "end-of-war"
    assert stored(widget) == before
    assert "Code a stance again" in before[1] and "<table>" in before[1]


def test_every_own_stance_can_be_coded_and_text_is_not_markup(pack, answers_folder):
    form = RecodeForm(pack)
    assert {item["id"] for item in form._items} == {row["stance_id"] for row in known_by("9999")}
    hostile = with_stances(pack, evidence="<script>alert(1)</script>")
    markup = RecodeForm(hostile)._repr_mimebundle_()["text/html"]
    assert "<script>" not in markup and "&lt;script&gt;" in markup


def test_without_stances_the_form_is_a_sentence(pack):
    card = recode(without(pack, "stances"))
    assert isinstance(card, Card) and "table stances" in str(card)
    only_others = with_stances(pack, view="expected")
    assert isinstance(recode(only_others), Card)


# Texts and questions ---------------------------------------------------------


def test_texts_have_the_numbers_of_the_table(pack):
    mine = {name: text for name, text in paragraphs().items() if name.startswith("04.")}
    assert len(mine) >= 8 and not any("{" in text for text in mine.values())
    for view in ("own", "expected", "attributed"):
        number = len([row for row in STANCES if row["view"] == view])
        assert re.search(rf"\b{number}\b", mine["04.codebook"])
    biden = [row for row in known_by(DAY) if row["actor_id"] == "biden-administration"]
    assert f"nearly empty: {len(biden)} rows" in mine["04.shows"]


def test_what_the_texts_say_of_the_chart_is_so(pack):
    """Sentences about positions that no placeholder can compute."""
    latest = latest_by_hand(DAY)

    def pairs(one, other):
        return [
            (int(latest[issue, one]), int(latest[issue, other]))
            for issue in ISSUES
            if latest.get((issue, one)) and latest.get((issue, other))
        ]

    assert all(a == b for a, b in pairs("china", "russia")) and len(pairs("china", "russia")) > 5
    sides = pairs("japan", "north-korea")
    assert sum(a * b < 0 for a, b in sides) > len(sides) / 2
    places = {row["stance_id"]: row["position"] for row in STANCES}
    assert places["s062"] == places["s059"] == "1"
    assert (places["s023"], places["s036"], places["s044"]) == ("2", "-2", "2")
    assert (places["s054"], places["s105"]) == ("2", "-2")
    differ = [row for row in STANCES if row["coding_1"] != row["coding_2"] and not coded_once(row)]
    assert sum(row["position"] == row["coding_2"] for row in differ) >= len(differ) - 1
    for actor, agree in (("trump-administration", 1), ("moon-administration", 0), ("japan", 0)):
        facts = viewed(pack, "distances", actor=actor).facts
        assert (facts["same"] > facts["opposite"]) == agree
    assert viewed(pack, "distances", actor="japan").facts["ordered"] > 5


def test_questions(pack):
    mine = [row["question_id"] for row in rows("questions") if row["question_id"][:3] == "04."]
    checks = [one for one in mine if question_row(pack, one)["kind"] == "check"]
    assert len(mine) - len(checks) == 3 and len(checks) == 5
    for one in checks:
        choices = pack.choices[pack.choices["question_id"] == one]
        right = right_choices(pack, one)
        assert len(right) == 1, one
        wrong = choices[~choices["choice"].isin(right)]
        assert len(wrong) and (wrong["feedback"] != "").all(), one
