"""Lesson 04: stances through time, expectations, coders, distances, and coding again."""

import csv
import hashlib
import json
import re
from pathlib import Path

import pytest

from crossroads import recode
from crossroads.charts import codings, distances, stances
from crossroads.learn.answers import FILE_NAME, save_answer, saved_answers
from crossroads.learn.article import Card
from crossroads.learn.opening import explore
from crossroads.learn.questions import question_row, right_choices
from crossroads.learn.recoding import RecodeForm, answer_id, save_recoding, saved_recodings
from crossroads.pack.pack import Pack
from crossroads.words.lookups import fill

DATA = Path(__file__).parents[1] / "data"
DAY = "2020-12-10"
LAST = "2022-12-31"


def rows(name):
    with open(DATA / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


STANCES = rows("stances")
NAMES = {row["actor_id"]: row["short_name"] for row in rows("actors")}
COUNTRIES = {row["actor_id"]: row["country"] for row in rows("actors")}
ISSUES = {row["issue_id"]: row["name"] for row in rows("issues")}
SIGNS = {"-2": "−2", "-1": "−1", "0": "0", "1": "+1", "2": "+2"}


def known_by(day, view="own"):
    return [row for row in STANCES if row["view"] == view and row["known_date"] <= day]


def latest_by_hand(day, view="own"):
    """Level of each actor on each issue, as text; "" where evidence fits no level."""
    found = {}
    for row in sorted(known_by(day, view), key=lambda row: row["date"]):
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


@pytest.mark.parametrize("view", ["own", "expected", "attributed", "own analysis"])
@pytest.mark.parametrize("day", ["2017-06-30", "2018-12-31", DAY, LAST])
def test_the_matrix_has_the_latest_level_of_each_cell(pack, day, view):
    by_hand = latest_by_hand(day, view)
    chart = stances.plot_stances(pack, day, view)
    marks, questions = chart.data
    actors, issues = list(stances.select_actors(pack, view)), list(ISSUES)
    drawn = {
        (issues[round(y + 0.16)], actors[x]): text
        for x, y, text in zip(marks.x, marks.y, marks.text, strict=True)
    }
    assert drawn == {cell: SIGNS[level] for cell, level in by_hand.items() if level}
    unplaced = {(issues[y], actors[x]) for x, y in zip(questions.x, questions.y, strict=True)}
    assert unplaced == {cell for cell, level in by_hand.items() if not level}
    described = stances.describe_stances(pack, day, view)
    assert len(described.table) == len(by_hand)
    cells = len(actors) * len(issues)
    if by_hand:
        assert f" {len(drawn)} of {cells} cells" in described.sentence
        assert f" The other {cells - len(by_hand)} stay empty: " in described.sentence
    else:
        assert f"all {cells} cells are empty" in described.sentence


def test_shape_as_well_as_number_tells_the_level(pack):
    marks = stances.plot_stances(pack, DAY).data[0]
    pairs = set(zip(marks.text, marks.marker.symbol, strict=True))
    assert len(pairs) == len({symbol for _, symbol in pairs}) == 5
    assert all(("up" in symbol) == text.startswith("+") for text, symbol in pairs)


def test_views_are_never_mixed(pack):
    for view in ("own", "expected", "attributed", "own analysis"):
        evidence = {row["evidence"] for row in known_by(LAST, view)}
        shown = stances.describe_stances(pack, LAST, view).table["What was said or done"]
        assert len(shown) and set(shown) <= evidence


def test_no_day_shows_what_became_known_later(pack):
    days = stances.day_options(pack)
    assert DAY in days and max(days) >= max(row["known_date"] for row in STANCES)
    assert list(days) == sorted(days)
    for day in days:
        cut = pack.as_of(day).stances
        kept = stances.select_stances(pack, "own", day)
        assert set(kept["stance_id"]) == set(cut.loc[cut["view"] == "own", "stance_id"])
        words = json.dumps(stances.declare_stances(pack).view({"day": day, "view": "own"}))
        late = [row["evidence"] for row in known_by("9999") if row["known_date"] > day]
        early = {row["evidence"] for row in known_by(day)}
        assert not [one for one in late if one not in early and json.dumps(one)[1:-1] in words]


def test_the_issue_that_is_widest_apart(pack):
    by_hand = {}
    for (issue, _), level in latest_by_hand(DAY).items():
        if level:
            by_hand.setdefault(issue, []).append(int(level))
    average = {}
    for issue, levels in by_hand.items():
        gaps = [abs(a - b) for n, a in enumerate(levels) for b in levels[n + 1 :]]
        average[issue] = sum(gaps) / len(gaps)
    widest = max(average, key=average.get)
    title = stances.plot_stances(pack, DAY).layout.title.text
    assert ISSUES[widest] in title and f"{average[widest]:.1f} steps" in title
    assert f"{ISSUES[widest]}, {average[widest]:.1f} steps" in (
        stances.describe_stances(pack, DAY).sentence
    )


# Movement --------------------------------------------------------------------


@pytest.mark.parametrize("day", [DAY, LAST])
@pytest.mark.parametrize("issue", ISSUES)
def test_who_moved(pack, issue, day):
    by_hand = levels_by_hand(issue, day)
    moved = [name for name, levels in by_hand.items() if len(set(levels)) > 1]
    count = f"{len(moved)} of {len(by_hand)} actors moved"
    assert count in stances.plot_movement(pack, issue, day).layout.title.text
    described = stances.describe_movement(pack, issue, day)
    assert count in described.sentence
    for name in moved:
        first, last = by_hand[name][0], by_hand[name][-1]
        assert f"{name} ({SIGNS[str(first)]} to {SIGNS[str(last)]}" in described.sentence
    assert len(described.table) == sum(map(len, by_hand.values()))


def test_a_step_stands_at_its_date_and_level(pack):
    line = stances.plot_movement(pack, "leader-summits", DAY).data[0]
    drawn = [(x, y) for x, y in zip(line.x, line.y, strict=True) if x]
    lanes = list(dict.fromkeys(stances.select_movement(pack, "leader-summits", DAY)["actor"]))
    by_hand = [
        (row["date"], lanes.index(NAMES[row["actor_id"]]) - stances.STEP * int(row["position"]))
        for row in known_by(DAY)
        if row["issue_id"] == "leader-summits" and row["position"]
    ]
    for (date_1, y_1), (date_2, y_2) in zip(sorted(drawn), sorted(by_hand), strict=True):
        assert date_1 == date_2 and y_1 == pytest.approx(y_2)


def test_what_others_say_stands_beside_and_is_never_counted(pack):
    own = stances.describe_movement(pack, "joint-exercises", DAY)
    both = stances.describe_movement(pack, "joint-exercises", DAY, beside=True)
    others = [
        row
        for view in ("expected", "attributed", "own analysis")
        for row in known_by(DAY, view)
        if row["issue_id"] == "joint-exercises" and row["said_by"] != row["actor_id"]
    ]
    assert len(others) == 3 == len(both.table) - len(own.table)
    assert both.sentence.startswith(own.sentence) and "Three rows beside them" in both.sentence
    assert both.table["Whose words"].str.startswith("Expected by somebody (").sum() == 1


def test_an_issue_on_which_nobody_has_spoken(pack):
    described = stances.describe_movement(pack, "humanitarian-aid", "2017-06-30", beside=True)
    assert "has no own stance with a level by 30 June 2017" in described.sentence
    assert "No rows beside them" in described.sentence
    chart = stances.plot_movement(pack, "humanitarian-aid", "2017-06-30", beside=True)
    assert chart.layout.title.text.endswith("no own stance in the table by then")


# Expectations ----------------------------------------------------------------


@pytest.mark.parametrize("until", ["2020-12-10", "2021-06-30", "2021-12-31", LAST])
def test_expected_against_own(pack, until):
    actor = "biden-administration"
    expected = {i: level for (i, a), level in latest_by_hand(DAY, "expected").items() if a == actor}
    own = {i: level for (i, a), level in latest_by_hand(until).items() if a == actor and level}
    both = [issue for issue in expected if issue in own]
    met = [issue for issue in both if expected[issue] == own[issue]]
    assert len(expected) == 5 and both
    title = stances.plot_expected(pack, actor, until).layout.title.text
    assert f"on {len(met)} of {len(both)} issue" in title
    described = stances.describe_expected(pack, actor, until)
    table = described.table.set_index("Issue")
    for issue, name in ISSUES.items():
        gap = abs(int(expected[issue]) - int(own[issue])) if issue in both else ""
        assert table["Steps apart"][name] == str(gap)
        assert bool(table["Expected"][name]) == (issue in expected)
    assert f"stance on {len(both)} of them" in described.sentence
    assert all(ISSUES[issue] in described.sentence for issue in both)


def test_the_administration_before_is_found_by_kind_and_country(pack):
    control = stances.declare_expected(pack).controls[1]
    assert list(control.options) == ["", "trump-administration"]
    described = stances.describe_expected(
        pack, "biden-administration", LAST, "trump-administration"
    )
    assert "It differs from Trump admin. on 6 of 9 issues with both" in described.sentence
    assert described.table["Trump admin., own"].ne("").sum() == 9


def test_a_pack_without_expectations_still_has_its_charts(pack):
    bare = with_stances(pack, view="own")
    declared = stances.declare_expected(bare)
    view = declared.view(declared.start())
    assert "expected a position" in view["sentence"] and "no issue" in view["sentence"]
    assert len(stances.declare_stances(bare).controls[1].options) == 1


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
    measures = codings.measure_agreement(pack)
    assert measures["both"] == n
    assert measures["kappa"] == pytest.approx(1 - observed / expected)
    assert f"{1 - observed / expected:.2f}" in codings.plot_agreement(pack).layout.title.text


@pytest.mark.parametrize("first, second", [([], []), ([1], [1]), ([0, 0], [0, 0])])
def test_kappa_that_cannot_be_computed(first, second):
    assert codings.quadratic_kappa(first, second) is None


@pytest.mark.parametrize("issue", ["all", *ISSUES])
def test_agreement_counts(pack, issue):
    listed = [row for row in STANCES if issue in ("all", row["issue_id"])]
    same = [row for row in listed if row["coding_1"] == row["coding_2"]]
    described = codings.describe_agreement(pack, issue)
    assert f"agree on {len(same)} of {len(listed)} rows" in described.sentence
    assert described.table["Rows"].sum() == len(listed)
    differ = described.table["First coding"] != described.table["Second coding"]
    assert described.table.loc[differ, "Rows"].sum() == len(listed) - len(same)
    settled = " ".join(described.table["Where they differ, settled"])
    for row in listed:
        level = SIGNS.get(row["position"], "no level")
        assert (f"{row['stance_id']} to {level}" in settled) == (row not in same)
    drawn = sum(
        int(text) for trace in codings.plot_agreement(pack, issue).data for text in trace.text
    )
    assert drawn == len(listed)


def test_every_row_that_differs_says_how_it_was_settled():
    differ = [row for row in STANCES if row["coding_1"] != row["coding_2"]]
    assert differ and all(row["settled"] for row in differ)
    assert all(
        row["position"] == row["coding_1"] and not row["settled"]
        for row in STANCES
        if row not in differ
    )


def test_codings_without_spread_or_rows(pack):
    flat = with_stances(pack, coding_1=0, coding_2=0)
    assert "Kappa cannot be computed" in codings.describe_agreement(flat).sentence
    none = Pack(pack.descriptor, {**pack._tables, "stances": pack.stances.iloc[:0]})
    assert "no stance to compare" in codings.describe_agreement(none).sentence
    codings.plot_agreement(none)


# Distances -------------------------------------------------------------------


@pytest.mark.parametrize("votes", ["all", "nuclear"])
@pytest.mark.parametrize("actor", ["trump-administration", "kim-jong-un", "japan"])
def test_distances_by_hand(pack, actor, votes):
    latest = latest_by_hand(DAY)
    sessions = [r for r in rows("un_ideal_points") if r["votes_on"] == votes and r["date"] <= DAY]
    last = max(int(row["session"]) for row in sessions)
    points = {
        row["country"]: float(row["ideal_point"]) for row in sessions if int(row["session"]) == last
    }
    table = distances.select_distances(pack, actor, DAY, votes).set_index("actor")
    assert len(table) == len(stances.select_actors(pack)) - 1
    described = distances.describe_distances(pack, actor, DAY, votes).table.set_index("Actor")
    for other in stances.select_actors(pack):
        if other == actor:
            continue
        gaps = [
            abs(int(latest[issue, actor]) - int(latest[issue, other]))
            for issue in ISSUES
            if latest.get((issue, actor)) and latest.get((issue, other))
        ]
        row = table.loc[NAMES[other]]
        assert row["issues"] == len(gaps) > 0
        assert row["steps"] == pytest.approx(sum(gaps) / len(gaps))
        if COUNTRIES[actor] == COUNTRIES[other]:
            assert described["Ideal points apart"][NAMES[other]] == "same country"
        else:
            apart = abs(points[COUNTRIES[actor]] - points[COUNTRIES[other]])
            assert row["votes_apart"] == pytest.approx(apart)
            assert described["Ideal points apart"][NAMES[other]] == f"{apart:.1f}"


def test_the_order_of_pairs_is_counted_by_hand(pack):
    table = distances.select_compared(distances.select_distances(pack, "japan", DAY)).reset_index()
    same = opposite = 0
    for one in range(len(table)):
        for other in range(one):
            steps = table["steps"][one] - table["steps"][other]
            votes = table["votes_apart"][one] - table["votes_apart"][other]
            same += (steps > 0 < votes) or (steps < 0 > votes)
            opposite += (steps > 0 > votes) or (steps < 0 < votes)
    sentence = distances.describe_distances(pack, "japan", DAY).sentence
    assert same and opposite
    assert f"{same + opposite} pairs of others in an order" in sentence
    assert f"the same in {same}, the opposite in {opposite}" in sentence


def test_too_few_shared_issues_are_not_compared(pack):
    described = distances.describe_distances(pack, "biden-administration", DAY)
    assert "there is nothing to compare" in described.sentence
    assert described.table["Shared issues"].max() < 3
    later = distances.describe_distances(pack, "biden-administration", LAST)
    assert "nearest to Biden admin." in later.sentence


def test_the_session_is_the_last_one_known(pack):
    assert set(distances.select_points(pack, "2018-12-30")["session"]) == {72}
    assert set(distances.select_points(pack, DAY)["session"]) == {74}
    assert distances.select_points(pack, "1900-01-01").empty
    chart = distances.plot_distances(pack, "japan", DAY)
    assert "session 74, begun in 2019" in chart.layout.title.subtitle.text


def test_a_country_without_an_estimate_and_a_pack_without_votes(pack):
    points = pack.un_ideal_points
    tables = {**pack._tables, "un_ideal_points": points[points["country"] != "JPN"]}
    some = Pack(pack.descriptor, tables)
    table = distances.describe_distances(some, "china", DAY).table.set_index("Actor")
    assert table["Ideal points apart"]["Japan"] == "no estimate"
    distances.plot_distances(some, "japan", DAY)
    bare = without(pack, "un_ideal_points")
    assert "needs the table un_ideal_points" in str(explore(bare, "distances"))
    assert "cells have a level" in repr(explore(bare, "stances"))


# Coding again ----------------------------------------------------------------


def table_on_disk():
    return hashlib.sha256((DATA / "stances.csv").read_bytes()).hexdigest()


def test_another_version_changes_one_row_and_no_table(pack):
    before = pack.stances.copy()
    issue = "joint-exercises"
    plain = stances.select_movement(pack, issue)
    mine = stances.select_movement(pack, issue, recoded={"s051": 1, "s085": None, "s002": 2})
    levels = dict(zip(mine["stance_id"], mine["position"], strict=True))
    assert levels["s051"] == 1 and levels["s002"] == 2 and "s085" not in levels
    others = plain[~plain["stance_id"].isin(["s051", "s085", "s002"])]
    assert all(levels[row.stance_id] == row.position for row in others.itertuples())
    assert pack.stances.equals(before)
    described = stances.describe_movement(pack, issue, recoded={"s051": 1, "s085": None})
    assert "28 August 2018: +1 (Keep as usual) instead of no level fits" in described.sentence
    assert "no level fits instead of 0 (Reduced form)" in described.sentence
    table = described.table.set_index("Date")
    assert table["Your version"]["28 August 2018"] == "+1 (Keep as usual)"
    assert table["Position"]["28 August 2018"] == "no level fits"
    assert table["Your version"].ne("").sum() == 2
    chart = stances.plot_movement(pack, issue, recoded={"s051": 1})
    squares = [trace for trace in chart.data if trace.marker.symbol == "square-open"]
    assert [list(trace.text) for trace in squares] == [["+1"]]
    assert list(squares[0].x) == ["2018-08-28"]


def test_the_same_level_is_said_to_be_the_same(pack):
    described = stances.describe_movement(pack, "joint-exercises", recoded={"s085": 0})
    assert "Your version is the same as the module's." in described.sentence


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
    with pytest.raises((KeyError, ValueError), match=re.escape(words)):
        save_recoding(pack, stance, level, reason)
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
    save_recoding(pack, "s051", 2, "because")
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
    texts = {row["text_id"]: fill(pack, row["text"]) for row in rows("texts")}
    mine = {name: text for name, text in texts.items() if name.startswith("04.")}
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
    differ = [row for row in STANCES if row["coding_1"] != row["coding_2"]]
    assert sum(row["position"] == row["coding_2"] for row in differ) >= len(differ) - 1
    same, ordered = distances.same_order(
        distances.select_compared(distances.select_distances(pack, "trump-administration", DAY))
    )
    assert same > ordered / 2
    for actor in ("moon-administration", "japan"):
        table = distances.select_compared(distances.select_distances(pack, actor, DAY))
        same, ordered = distances.same_order(table)
        assert same < ordered / 2


def test_questions(pack):
    mine = [row["question_id"] for row in rows("questions") if row["question_id"][:3] == "04."]
    checks = [one for one in mine if question_row(pack, one)["kind"] == "check"]
    assert len(mine) - len(checks) == 3 and len(checks) == 6
    for one in checks:
        choices = pack.choices[pack.choices["question_id"] == one]
        right = right_choices(pack, one)
        assert len(right) == 1, one
        wrong = choices[~choices["choice"].isin(right)]
        assert len(wrong) and (wrong["feedback"] != "").all(), one
