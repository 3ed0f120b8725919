"""What the table of events covers: every kind says so, and is asked for no more than that."""

import re

import pandas as pd
import pytest

from crossroads.learn.opening import load_pack
from crossroads.pack.tables import read_descriptor
from crossroads.publish.weave import words_files
from crossroads.words.lookups import select_rows
from crossroads.words.plain import parts
from tests.conftest import PACKS

ASKED = ("marks", "samples", "questions", "choices", "tasks")
COUNT = re.compile(r"\{count\[events\]\[([^\]]*kind=[^\]]*)\]\}")


def covered(pack, table):
    return pack.resource(table).get("coverage", [])


def asked(pack, pack_folder):
    """Every count of a kind of events in what the lessons say and ask: where, and of what."""
    for name in ASKED:
        for _, row in getattr(pack, name).iterrows():
            for conditions in COUNT.findall(" ".join(map(str, row))):
                yield f"{name} {row.iloc[0]}", conditions
    for path in words_files(pack_folder):
        for conditions in COUNT.findall(path.read_text(encoding="utf-8")):
            yield path.name, conditions


def fits(pack, conditions):
    """Tell whether a part of the table is complete that holds everything that is counted."""
    given = [one.strip() for one in conditions.split(";")]
    kind = next(one[5:] for one in given if one.startswith("kind="))
    actors = {one[7:] for one in given if one.startswith("actors=")}
    bounds = {sign: one[5:] for one in given for sign in "<>" if one.startswith(f"date{sign}")}
    found = select_rows(pack.events, conditions)["date"]
    # Without a bound the count reaches as far as its rows do.
    first = pd.Timestamp(bounds[">"]) + pd.Timedelta(days=1) if ">" in bounds else found.min()
    last = pd.Timestamp(bounds["<"]) - pd.Timedelta(days=1) if "<" in bounds else found.max()
    return any(
        one["kind"] == kind
        and set(parts(one.get("actors", ""))) <= actors
        and pd.Timestamp(one["from"]) <= first
        and last <= pd.Timestamp(one["to"])
        for one in covered(pack, "events")
        if "from" in one
    )


def test_every_kind_of_events_says_what_it_covers(any_pack):
    pack = any_pack
    said = covered(pack, "events")
    assert set(pack.events["kind"]) == {one["kind"] for one in said}
    for one in said:
        assert one["words"].endswith(".") and ("from" in one) == ("to" in one)
        assert one.get("from", "") <= one.get("to", "")
        assert ("selection" in one["words"]) or "from" in one or "not looked for" in one["words"]
        rows = pack.events[pack.events["kind"] == one["kind"]]
        assert not set(parts(one.get("actors", ""))) - set(pack.actors["actor_id"])
        if "from" in one:
            assert rows["date"].between(one["from"], one["to"]).any(), one


@pytest.mark.parametrize("folder", PACKS.values(), ids=PACKS)
def test_the_dictionary_says_it_too(folder):
    told = (folder / "README.md").read_text(encoding="utf-8")
    for resource in read_descriptor(folder)["resources"]:
        for one in resource.get("coverage", []):
            until = f"complete from {one['from']} to {one['to']}: " if "from" in one else ""
            assert until + one["words"] in told


@pytest.mark.parametrize("folder", PACKS.values(), ids=PACKS)
def test_lessons_count_only_what_the_table_covers(folder):
    pack = load_pack(folder)
    found = list(asked(pack, folder))
    assert len(found) > 5
    for where, conditions in found:
        assert fits(pack, conditions), f"{where}: {conditions}"


def test_a_count_of_a_selection_would_be_found(pack):
    assert not fits(pack, "kind=exercise;date>2015-12-31;date<2018-01-01")
    assert not fits(pack, "kind=talks;date>2017-12-31;date<2020-12-11")
    assert not fits(pack, "kind=missile-test;date>2018-12-31;date<2020-01-01")
    assert fits(pack, "kind=talks;date>2019-02-28;date<2020-12-11")


def test_what_is_said_to_be_every_month_is_every_month(pack):
    (one,) = covered(pack, "trade")
    rows = pack.trade.query("period_type == 'month' and flow == 'total' and series == 'GACC'")
    months = pd.date_range(one["from"], one["to"], freq="MS")
    assert set(months) <= set(rows["start"])


def test_the_regular_exercises_are_there_twice_a_year(pack):
    """In spring and in summer, held or not: the claim of the table, by year."""
    rows = pack.events[pack.events["kind"].isin(["exercise", "exercise-off"])]
    for year in range(2017, 2023):
        for first, last in (("01", "05"), ("06", "09")):
            months = rows["date"].between(f"{year}-{first}-01", f"{year}-{last}-30")
            assert months.any(), (year, first)


def test_talks_are_talks_with_the_other_side(pack):
    """Nobody talks with an ally or with nobody there: both countries take part."""
    country = pack.actors.set_index("actor_id")["country"]
    for kind, wanted in (("talks", True), ("visit", False)):
        rows = pack.events[pack.events["kind"] == kind]
        assert len(rows) > 3
        sides = rows["actors"].map(lambda who: {country[one] for one in parts(who)})
        assert sides.map(lambda who: {"PRK", "USA"} <= who).eq(wanted).all()
