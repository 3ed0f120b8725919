"""Lesson 04: stances through time, expectations, coders, distances, and coding again."""

import re

import pandas as pd
import pytest

from crossroads import recode
from crossroads.charts import codings, distances, movement, stances
from crossroads.learn.answers import FILE_NAME, saved_answers
from crossroads.learn.article import Card
from crossroads.learn.opening import explore
from crossroads.learn.recoding import RecodeForm, answer_id, saved_recodings
from tests.conftest import viewed
from tests.packs import changed, rows_of, without

DAY, LAST = "2020-12-10", "2022-12-31"
STANCES = rows_of("stances")


def with_stances(pack, **columns):
    return changed(pack, stances=pack.stances.assign(**columns))


# The matrix ------------------------------------------------------------------


@pytest.mark.parametrize("day, view", [(DAY, "own"), (LAST, "own analysis"), (DAY, "attributed")])
def test_each_cell_of_the_whole_table_is_a_tile_or_a_question_and_old_ones_are_paler(
    pack, day, view
):
    shown = viewed(pack, "stances", day=day, view=view, age="all")
    tiles = next(one for one in shown.figure["data"] if one["type"] == "bar")
    told = [text.split()[0].replace("no", "?") for text in shown.table["position"]]
    assert sorted(tiles["text"]) == sorted(told) and shown.empty == (not told)
    dates = {f"stances:{row['stance_id']}": row["date"] for row in STANCES}
    since, look = f"{int(day[:4]) - 1}{day[4:]}", tiles["marker"]
    pale = [opacity < 1 for opacity in look["opacity"]]
    assert pale == [dates[row] < since for row in tiles["customdata"]] and any(pale)
    colours = set(zip(tiles["text"], look["color"], strict=True))
    assert len(colours) == len({level for level, _ in colours})


def test_each_issue_has_a_bar_as_long_as_its_average_and_the_widest_is_opened(pack):
    shown = viewed(pack, "stances")
    bars, tiles = (one for one in shown.figure["data"] if one["type"] == "bar")
    board, names = (one for one in shown.figure["data"] if one.get("mode") == "text")
    # Averages of all pairs, worked out by hand: from the widest down, beside their names.
    written = [re.sub("</?b>", "", one) for one in bars["text"]]
    assert " ".join(written) == "1.9 steps 1.6 1.5 1.4 1.3 1.2 1.1 1.0 0.7"
    steps = [float(one.split()[0]) for one in written]
    long = [one / bars["x"][0] * 1.9 for one in bars["x"]]
    assert long == pytest.approx(steps, abs=0.05)
    issues = list(dict.fromkeys(shown.table["issue"]))
    assert [re.sub("</?b>", "", one) for one in names["text"][:9]] == issues
    assert bars["marker"]["color"] == ["@record"] + ["@muted"] * 8
    rows = {f"stances:{row['stance_id']}": row for row in STANCES}
    named = [rows[one] for one in tiles["customdata"]]
    assert {row["issue_id"] for row in named} == {"humanitarian-aid"} and len(named) == 7
    levels = [int(row["position"]) for row in named]
    assert [round(left) for left in tiles["base"]] == levels
    assert board["text"][-1].replace("<br>", " ") == "+2 Offer or accept"
    # Those on the same step stand on each other; only the two ends are filled.
    assert len(set(zip(levels, tiles["y"], strict=True))) == 7
    tones = ["@record" if abs(level) == 2 else "@paper" for level in levels]
    assert tiles["marker"]["color"] == tones
    short = {row["actor_id"]: row["short_name"] for row in rows_of("actors")}
    said = [text.replace("<br>", " ") for text in tiles["text"]]
    assert said == [short[row["actor_id"]] for row in named]


def test_no_day_shows_what_became_known_later(pack):
    days = list(stances.day_options(pack))
    assert DAY in days and days == sorted(days)
    assert days[-1] >= max(row["known_date"] for row in STANCES)
    own = stances.list_stances(pack)
    for day in days:
        cut = pack.as_of(day).stances
        kept = {row.stance_id for row in stances.known_by(own, day)}
        assert kept == set(cut.loc[cut["view"] == "own", "stance_id"])


# Movement and expectations ---------------------------------------------------


# Read in the table: the levels in order of time.
MOVED = {"trump-administration": [2, -2, 2, 2, 1], "kim-jong-un": [2, 1, 0, 2]}


@pytest.mark.parametrize(
    "issue, seen, moved, actors, again",
    [("leader-summits", DAY, 4, 9, 6), ("end-of-war", "", 4, 9, 7)],
)
def test_who_moved(pack, issue, seen, moved, actors, again):
    shown = viewed(pack, "movement", issue=issue, seen=seen)
    assert (shown.facts["moved"], shown.facts["actors"]) == (moved, actors)
    ended = f"of {again} actors heard more than once, 3 ended less in favour and 1 came back"
    assert shown.title.startswith(f"{shown.facts['issue']}: {ended}")
    marks = next(one for one in shown.figure["data"] if one.get("customdata"))
    rows = {
        f"stances:{row['stance_id']}": row
        for row in STANCES
        if (row["issue_id"], row["view"]) == (issue, "own") and row["position"]
        if row["known_date"] <= (seen or "9999")
    }
    assert sorted(marks["customdata"]) == sorted(rows)
    panels, paths, heights, rest = {}, {}, set(), []
    look = marks["customdata"], marks["x"], marks["y"], marks["marker"]["line"]["color"]
    for one, *place in zip(*look, strict=True):
        panels.setdefault(rows[one]["actor_id"], []).append((rows[one], *place))
    for actor, path in panels.items():
        # Later is to the right, and nothing lies on another.
        days, places = [row["date"] for row, *_ in path], [x for _, x, *_ in path]
        assert days == sorted(days) and places == sorted({*places})
        paths[actor] = levels = [int(row["position"]) for row, *_ in path]
        ended = "@record" if levels[0] != levels[-1] else "@ink" if len({*levels}) > 1 else "@muted"
        assert {colour for *_, colour in path} == {ended}
        heights |= {(row["position"], y) for row, _, y, _ in path if ended != "@muted"}
        rest += [{y for *_, y, _ in path}] * (ended == "@muted")
    assert len(panels) == actors and sum(len(path) > 1 for path in paths.values()) == again
    # Down is less in favour: each step is as far in all panels.
    level, top = map(float, max(heights, key=lambda one: int(one[0])))
    assert len({round((y - top) / (level - int(at)), 3) for at, y in heights if y != top}) == 1
    # Who did not move is in one line of a list beneath.
    assert {len(places) for places in rest} == {1} and min(set.union(*rest)) > max(
        y for _, y in heights
    )
    if issue == "leader-summits":
        assert {actor: paths[actor] for actor in MOVED} == MOVED
        said = [one for one in shown.figure["data"][-1]["text"] if one[:3] in ("Mar", "May")]
        assert {*said[:2]} == {"Mar ’18", "May ’18<br><b>Refuse</b>"}


def test_who_is_furthest_is_somebody_heard_within_a_year(pack):
    rows = [row for row in stances.list_stances(pack) if row.issue_id == "humanitarian-aid"]
    rows = [row for row in rows if row.position is not None]
    facts = movement.move_facts(pack.words, rows, pd.Timestamp("2030-01-01"))
    assert facts["fresh"] == 0 and facts["furthest"] == "nobody" and facts["moved"] > 0


def test_what_others_say_stands_beside_and_is_never_counted(pack):
    own = viewed(pack, "movement", issue="joint-exercises")
    both = viewed(pack, "movement", issue="joint-exercises", beside="yes")
    assert both.sentence.startswith(own.sentence)
    nobody = viewed(with_stances(pack, view="expected"), "movement", issue="humanitarian-aid")
    assert "has no own stance with a level by 10 December 2020" in nobody.sentence
    assert nobody.title.endswith("no own stance in the table by then") and nobody.table.empty


def test_expected_against_own(pack):
    # The administration before is found by kind and country.
    assert [*stances.expected(pack).controls[1].options] == ["", "trump-administration"]
    shown = viewed(pack, "expected", until=LAST, earlier="trump-administration")
    assert shown.table["earlier"].ne("").sum() == 9
    assert len(stances.stances(with_stances(pack, view="own")).controls[1].options) == 1
    for view in ("own", "attributed"):
        nobody = explore(with_stances(pack, view=view), "expected")
        assert "a stance that an actor is expected to have" in str(nobody)


# Coders ----------------------------------------------------------------------


# Worked examples of the public test of Ben Hamner's Metrics package; then complete
# disagreement of two levels, dealt out evenly; then nothing to compare.
KAPPA = [([1, 2, 3], [1, 2, 3], 1), ([1, 2, 1], [1, 2, 2], 0.4)]
KAPPA += [([1, 2, 3, 1, 2, 3], [1, 2, 3, 1, 3, 2], 0.75), ([0, 1, 0, 1], [1, 0, 1, 0], -1)]
KAPPA += [([], [], None), ([0, 0], [0, 0], None)]


@pytest.mark.parametrize("first, second, kappa", KAPPA)
def test_kappa_of_known_examples(first, second, kappa):
    assert codings.quadratic_kappa(first, second) == pytest.approx(kappa)


@pytest.mark.parametrize("issue, same, rows", [("all", 199, 213), ("joint-exercises", 26, 27)])
def test_agreement_counts(pack, issue, same, rows):
    shown = viewed(pack, "agreement", issue=issue)
    bars, beside = shown.figure["data"]
    drawn = dict.fromkeys(("@record", "@muted", "@ink"), 0)
    for role, long in zip(bars["marker"]["color"], bars["x"], strict=True):
        drawn[role] += long
    assert drawn["@record"] == same and sum(drawn.values()) == shown.table["rows"].sum() == rows
    # What is not in the bars stands beside them.
    told = re.findall(r"\d+ (?:then|the same)", " ".join(beside["text"]))
    inside = [int(text) for text in bars["text"] if text]
    assert sum(inside) + sum(int(text.split()[0]) for text in told) == rows
    assert shown.table["settled"].str.count(r"s\d+ to .*?: ").sum() == rows - same
    flat = viewed(with_stances(pack, coding_1=0, coding_2=0), "agreement")
    none = viewed(changed(pack, stances=pack.stances.iloc[:0]), "agreement")
    assert "Kappa cannot be computed" in flat.sentence and "no stance to compare" in none.sentence


def test_every_row_that_differs_says_how_it_was_settled(pack, answers_folder):
    once = {f"s{number}" for number in range(214, 242)}
    said = "Rows s214 to s241 were added later"
    assert said in pack.resource("stances")["howCoded"]
    for row in STANCES:
        if row["stance_id"] in once or row["coding_1"] == row["coding_2"]:
            assert row["position"] == row["coding_1"] and not row["settled"]
            assert not (row["coding_2"] and row["stance_id"] in once)
        else:
            assert row["settled"]
    for item in recode(pack).children[0]._items:
        assert ("It was coded once" in item["coded"]) == (item["id"] in once)
        assert ("second coder" in item["coded"]) == (item["id"] not in once)


# Distances -------------------------------------------------------------------


def test_the_last_session_known_counts(pack):
    assert "at most 12 months old" in viewed(pack, "distances").sentence
    assert set(distances.select_points(pack, "2018-12-30")["session"]) == {72}
    assert distances.select_points(pack, "1900-01-01").empty


def test_two_shared_issues_give_no_rank_and_a_country_votes_once(pack):
    """Japan is 0.0 steps from the Trump administration, on two issues: in the table alone."""
    view = viewed(pack, "distances")
    assert view.title.endswith("; China falls behind Russia and North Korea")
    traces = {kind: [] for kind in ("lines", "markers", "text")}
    for one in view.figure["data"]:
        traces[one["mode"]].append(one)
    steps, votes = (" ".join(" ".join(one["text"][:-2]).split()) for one in traces["text"])
    assert steps == (
        "<b>Moon admin. 0.4</b> <b>China 1.0</b> Russia 1.2 Kim Yo Jong 1.6 Kim Jong Un 1.7 "
        "North Korea 2.2"
    )
    assert votes == "<b>1.8 South Korea</b> 2.0 Japan 2.6 Russia 2.8 North Korea <b>3.0 China</b>"
    note = view.figure["layout"]["annotations"][0]["text"]
    assert note == "No place by stances, with fewer than three shared issues: Japan."
    # The way from the nearest to the furthest of each list.
    steps, votes = (one["y"] for one in traces["markers"])
    averages = [3 / 7, 1, 7 / 6, 1.6, 12 / 7, 13 / 6]
    way = averages[-1] - averages[0]
    assert steps == pytest.approx([(one - averages[0]) / way for one in averages])
    assert (votes[0], votes[-1]) == (0, 1) and 0.8 < votes[-2] < 0.9
    for dots in traces["markers"]:
        assert [one == "@record" for one in dots["marker"]["color"]].index(True) == 0
    pale, best, leap = (one["y"] for one in traces["lines"][:3])
    assert leap == [steps[1], votes[-1], None] and best == [steps[0], votes[0], None]
    assert len(pale) == 6
    view = viewed(pack, "distances", actor="moon-administration")
    assert "<b>Biegun" in str(view.figure["data"])


def test_a_number_of_votes_near_nought_says_what_it_cannot(pack):
    others = (viewed(pack, "distances", actor=one).sentence for one in ("japan", "china"))
    assert not any("may differ" in one for one in others)


def test_a_country_without_an_estimate_and_a_pack_without_votes(pack):
    points = pack.un_ideal_points
    some = changed(pack, un_ideal_points=points[points["country"] != "JPN"])
    table = viewed(some, "distances", actor="china").table.set_index("actor")
    assert table["ideal_points_apart"]["Japan"] == "no estimate"
    assert "nothing to compare" in viewed(some, "distances", actor="japan").sentence
    bare = without(pack, "un_ideal_points")
    assert "needs the table un_ideal_points" in str(explore(bare, "distances"))
    assert "cells have a level" in repr(explore(bare, "stances"))


# Coding again ----------------------------------------------------------------


def test_another_version_changes_one_row_and_no_table(pack):
    before, issue = pack.stances.copy(), "joint-exercises"
    declared = movement.movement(pack, {"s051": 1, "s085": None}, issue)
    words = declared.view({"issue": issue})
    assert "28 August 2018: +1 (Keep as usual) instead of no level fits" in words["sentence"]
    assert "no level fits instead of 0 (Reduced form)" in words["sentence"]
    table = declared.show(issue).table.set_index("date")
    assert table["your_version"]["28 August 2018"] == "+1 (Keep as usual)"
    assert table["position"]["28 August 2018"] == "no level fits"
    assert table["your_version"].ne("").sum() == 2
    marks = next(trace for trace in words["figure"]["data"] if trace.get("customdata"))
    looks = list(zip(marks["customdata"], marks["marker"]["symbol"], marks["y"], strict=True))
    # As high as the same actor's stance at the same level.
    at = {(row, sign): y for row, sign, y in looks}
    assert at["stances:s051", "square"] == at["stances:s002", "circle"]
    assert not {("stances:s051", "circle"), ("stances:s085", "square")} & {one[:2] for one in looks}
    assert pack.stances.equals(before)
    same = movement.movement(pack, {"s085": 0}, issue).view({"issue": issue})
    assert "Your version is the same as the module's." in same["sentence"]


def test_a_version_is_saved_with_its_reason_comes_back_and_can_be_taken_back(pack, answers_folder):
    form, chart = recode(pack).children
    assert form.issue == chart.value["issue"] == "joint-exercises" and form._start == "s051"
    kept = {"level": 1, "reason": "it says that no more are to be halted"}
    form.value = {"s051": kept}
    assert form._messages["s051"].startswith("Saved.")
    assert saved_answers()[answer_id(pack, "s051")] == kept
    again, chart = recode(pack).children
    assert again.value == {"s051": kept} and "in your version" in chart._view["title"]
    again.value = {"s051": {"level": None, "reason": "both halves count"}}
    assert saved_recodings(pack)["s051"]["level"] is None
    again.value = {}
    assert saved_recodings(pack) == {} and again._messages["s051"].startswith("Taken back.")
    assert "your version" not in chart._view["sentence"]


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
    with pytest.raises(ValueError, match=re.escape(words)):
        form.value = {stance: {"level": level, "reason": reason}}
    assert form.value == {} and not (answers_folder / FILE_NAME).exists()


def test_a_version_that_cannot_be_written_counts_until_the_notebook_closes(pack, answers_folder):
    (answers_folder / FILE_NAME).mkdir()
    form, chart = recode(pack).children
    form.value = {"s051": {"level": 1, "reason": "because"}}
    assert form._messages["s051"].startswith("NOT saved: my_answers.txt cannot be written")
    assert form.value["s051"]["level"] == 1 and "in your version" in chart._view["title"]
    form.issue = "end-of-war"
    assert chart.value == {"issue": "end-of-war"} and "Korean War" in chart._view["title"]
    chart.value = {"issue": "sanctions-relief"}
    assert form.issue == "sanctions-relief"


def test_every_own_stance_can_be_coded_and_text_is_not_markup(pack, answers_folder):
    own = {row["stance_id"] for row in STANCES if row["view"] == "own"}
    assert {item["id"] for item in RecodeForm(pack)._items} == own
    hostile = with_stances(pack, evidence="<script>alert(1)</script>")
    markup = RecodeForm(hostile)._repr_mimebundle_()["text/html"]
    assert "<script>" not in markup and "&lt;script&gt;" in markup
    for bare in (without(pack, "stances"), with_stances(pack, view="expected")):
        assert isinstance(recode(bare), Card)
    assert "table stances" in str(recode(without(pack, "stances")))


def test_what_the_texts_say_of_the_chart_is_so(pack):
    """Sentences about positions that no placeholder can compute."""
    level = {}
    for row in viewed(pack, "stances", age="all").table.itertuples():
        if found := re.match(r"[−+]?\d", row.position):
            level.setdefault(row.actor, {})[row.issue] = int(found[0].replace("−", "-"))
    china, russia, japan, north = (
        level[one] for one in ("China", "Russia", "Japan", "North Korea")
    )
    shared = china.keys() & russia.keys()
    assert len(shared) > 5 and all(china[one] == russia[one] for one in shared)
    sides = [japan[one] * north[one] < 0 for one in japan.keys() & north.keys()]
    assert sum(sides) > len(sides) / 2
    for actor, agree in (("trump-administration", 1), ("moon-administration", 0)):
        facts = viewed(pack, "distances", actor=actor).facts
        assert (facts["same"] > facts["opposite"]) == agree
    assert viewed(pack, "distances", actor="japan").facts["case"] == "votes"
    places = {row["stance_id"]: row["position"] for row in STANCES}
    said = {"s062": "1", "s059": "1", "s023": "2", "s036": "-2", "s044": "2", "s054": "2"}
    assert {**said, "s105": "-2"}.items() <= places.items()
