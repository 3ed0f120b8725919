"""The pack opens, can be cut to a day, and says clearly what is wrong with a broken one."""

import pandas as pd
import pytest

from crossroads import load_pack
from crossroads.pack.dictionary import dictionary
from crossroads.pack.problems import PackError
from crossroads.pack.tables import MANIFEST, digest, read_descriptor
from tests.conftest import ROOT


def test_the_committed_pack_is_checked_and_opens_without_a_second_check():
    descriptor = read_descriptor(ROOT / "data")
    stored = (ROOT / "data" / MANIFEST).read_text()
    assert stored == digest(ROOT / "data", descriptor), "run make check-data"


@pytest.mark.parametrize("name", ["data", "examples/reykjavik"])
def test_the_dictionary_is_made_from_the_description_and_counts_the_rows(name):
    stored = (ROOT / name / "README.md").read_text(encoding="utf-8")
    made = dictionary(read_descriptor(ROOT / name), ROOT / name)
    assert stored == made, f"run make dictionary PACK={name}"
    assert "Of its " in made and "no source that is better than" in made


def test_every_declared_table_is_an_attribute(pack):
    for resource in pack.descriptor["resources"]:
        table = getattr(pack, resource["name"])
        assert list(table.columns) == [field["name"] for field in resource["schema"]["fields"]]
        assert len(table) > 0, resource["name"]
    with pytest.raises(AttributeError, match="no table 'event'"):
        pack.event  # noqa: B018


OTHER = "examples/reykjavik"
DAYS = ["2018-06-12", "2019-02-27", "2020-06-16", "2020-12-10", "2021-01-31"]


@pytest.mark.parametrize("folder, day", [*(("data", day) for day in DAYS), (OTHER, "1986-10-13")])
def test_as_of_leaks_nothing_later(folder, day):
    pack = load_pack(ROOT / folder)
    cut, day, dated = pack.as_of(day), pd.Timestamp(day), 0
    for resource in pack.descriptor["resources"]:
        before, after = getattr(pack, resource["name"]), getattr(cut, resource["name"])
        rule = resource.get("asOf", {})
        if "row" in rule:
            assert not (after[rule["row"]] > day).any()
            assert len(after) == (~(before[rule["row"]] > day)).sum()
        if "cells" in rule:
            late = before[rule["cells"]] > day
            assert (after.loc[late, rule["columns"]] == "").all().all()
            kept = after.loc[~late, rule["columns"]]
            assert (kept == before.loc[~late, rule["columns"]]).all().all()
        for field in resource["schema"]["fields"]:
            if field["type"] == "date" and field.get("asOf") != "keep":
                dated += 1
                assert not (after[field["name"]] > day).any(), (resource["name"], field["name"])
    assert dated >= 15
    assert len(cut.events) < len(pack.events)


def test_as_of_changes_nothing_in_the_pack_itself(pack):
    before = {name: getattr(pack, name).copy() for name in ("events", "claims", "forecasts")}
    pack.as_of("2019-01-01")
    for name, table in before.items():
        pd.testing.assert_frame_equal(getattr(pack, name), table)


def test_a_missing_folder(pack_copy):
    with pytest.raises(PackError, match="no such folder"):
        load_pack(pack_copy / "nowhere")
