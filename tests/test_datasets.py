"""The open data sets: made from their raw copies, counted, and compared with each other."""

import importlib.util
import re
import shutil
from collections import Counter
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
RAW = DATA / "raw"
LAUNCHES = RAW / "cns_nagix" / "launches.json"
LAUNCHES_OF_YEAR = {2017: 21, 2018: 0, 2019: 27, 2020: 9, 2021: 6, 2022: 69}


def read(name: str) -> pd.DataFrame:
    """Read a table as text, without guessing at missing values."""
    return pd.read_csv(DATA / f"{name}.csv", dtype=str, keep_default_na=False)


def between(table: pd.DataFrame, first: str, last: str) -> pd.DataFrame:
    return table[table["date"].between(first, last)]


@pytest.fixture(scope="module")
def make_tables():
    spec = importlib.util.spec_from_file_location("make_tables", RAW / "make_tables.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- made from the raw copies


def test_committed_tables_are_what_the_raw_copies_give(make_tables):
    built = make_tables.build(RAW)
    assert sorted(built) == ["missile_tests.csv", "provocations.csv", "un_ideal_points.csv"]
    for name, text in built.items():
        committed = (DATA / name).read_text(encoding="utf-8")
        assert committed == text, f"data/{name} differs: run python data/raw/make_tables.py"


def test_the_korean_clock_follows_the_rule_in_the_data_dictionary():
    """UTC+9, but UTC+8:30 from 15 August 2015 to 4 May 2018."""
    korea = ZoneInfo("Asia/Pyongyang")
    offsets = {
        day: pd.Timestamp(f"{day} 12:00", tz=korea).utcoffset().total_seconds() / 3600
        for day in ("1984-04-09", "2015-08-14", "2015-08-15", "2018-05-04", "2018-05-05")
    }
    assert list(offsets.values()) == [9, 9, 8.5, 8.5, 9]


@pytest.mark.parametrize(
    "line",
    [
        "missile_tests,1999-01-01-1,date,1999-01-02,no such row,csis-beyond-parallel",
        "provocations,2020-03-06-1,day,2020-03-09,no such column,csis-beyond-parallel",
        "launches,2020-03-06-1,date,2020-03-09,no such table,csis-beyond-parallel",
    ],
)
def test_a_correction_that_fits_nothing_is_refused(make_tables, tmp_path, line):
    raw = tmp_path / "raw"
    shutil.copytree(RAW, raw)
    text = (RAW / "corrections.csv").read_text(encoding="utf-8")
    (raw / "corrections.csv").write_text(text + line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"corrections\.csv"):
        make_tables.build(raw)


def test_every_correction_of_a_korean_day_is_needed(make_tables):
    """Without it, the row would carry another day."""
    corrections = make_tables._read_csv(RAW / "corrections.csv")
    plain = {
        "missile_tests": {r["test_id"]: r for r in make_tables.missile_tests(RAW)},
        "provocations": {r["provocation_id"]: r for r in make_tables.provocations(RAW)},
    }
    changes = [row for row in corrections if row["value"]]
    idle = [row for row in changes if plain[row["table"]][row["id"]][row["column"]] == row["value"]]
    assert len(changes) == 11
    assert idle == []


# --- counts


def test_launches_by_year_are_those_of_the_source():
    tests = read("missile_tests")
    listed = Counter(int(day[:4]) for day in tests["date_listed"])
    in_korea = Counter(int(day[:4]) for day in tests["date"])
    text = LAUNCHES.read_text(encoding="utf-8")
    for year, count in LAUNCHES_OF_YEAR.items():
        assert len(re.findall(rf'"date": "{year}', text)) == count, year
        assert listed[year] == in_korea[year] == count, year
    assert len(tests) == text.count('"outcome":') == 339


def test_no_launch_of_2020_was_an_icbm_or_of_unknown_type():
    """Paragraph 1 of the article: no ICBM test in 2020."""
    types = between(read("missile_tests"), "2020-01-01", "2020-12-31")["missile_type"]
    assert Counter(types) == {"SRBM": 9}


def test_six_nuclear_tests():
    listed = read("provocations").query("type == 'Nuclear Provocation'")["date"]
    events = read("events").query("kind == 'nuclear-test'")["date"]
    assert len(listed) == 6
    assert sorted(listed) == sorted(events)
    assert listed.between("2006-01-01", "2017-12-31").all()


def test_missing_values_are_empty():
    tests = read("missile_tests")
    numbers = ["latitude", "longitude", "apogee_km", "distance_km"]
    cells = tests[numbers].to_numpy().ravel()
    assert sum(cell != "" for cell in cells) > 900
    assert [cell for cell in cells if cell and not re.fullmatch(r"\d+(\.\d+)?", cell)] == []
    nowhere = tests.query("facility == 'Unknown'")
    assert len(nowhere) == 1
    assert (nowhere[["latitude", "longitude"]] == "").to_numpy().all()


# --- UTC and Korea


@pytest.mark.parametrize(("last", "days", "moved"), [("2020", 33, 23), ("2022", 71, 42)])
def test_launch_days_that_move_to_the_next_day_in_korea(last, days, moved):
    """A day counts as moved when any of its launches has another date in Korea."""
    tests = between(read("missile_tests"), "2017-01-01", f"{last}-12-31")
    by_day = tests.groupby("date_listed")
    assert by_day.ngroups == days
    assert sum((group["date"] != day).any() for day, group in by_day) == moved


def test_the_korean_day_is_the_utc_day_or_the_next():
    tests = read("missile_tests").query("time_utc != ''")
    shift = (pd.to_datetime(tests["date"]) - pd.to_datetime(tests["date_utc"])).dt.days
    hour = tests["time_utc"].str[:2].astype(int)
    assert len(tests) == 255
    assert (shift == (hour >= 15)).all()


# --- three lists of the same days


def days_of_lists() -> dict[str, set[str]]:
    """The days in Korea, 2017-2022, on which each list has a missile launch."""
    tables = {
        "missile_tests": read("missile_tests"),
        "provocations": read("provocations").query("type == 'Missile Provocation'"),
        "events": read("events").query("kind == 'missile-test'"),
    }
    return {
        name: set(between(table, "2017-01-01", "2022-12-31")["date"])
        for name, table in tables.items()
    }


# How many days both lists have. The events are a choice, so they need not have every day.
COMPARED = {
    ("missile_tests", "provocations"): 66,
    ("provocations", "missile_tests"): 66,
    ("events", "missile_tests"): 22,
    ("events", "provocations"): 19,
}


@pytest.mark.parametrize(("list_a", "list_b"), COMPARED)
def test_lists_differ_only_where_it_is_explained(list_a, list_b):
    days = days_of_lists()
    known = read("known_differences").query("list_b == @list_b")
    assert len(days[list_a] & days[list_b]) >= COMPARED[list_a, list_b]
    found = days[list_a] - days[list_b]
    # What explains that list_b lacks a day explains it for every list that has the day.
    assert sorted(found - set(known["date"])) == [], f"in {list_a}, not in {list_b}, unexplained"
    stale = set(known.query("list_a == @list_a")["date"]) - found
    assert sorted(stale) == [], "explained in known_differences.csv, but no difference"


def test_events_have_every_icbm_and_every_launch_of_the_articles_year():
    tests = between(read("missile_tests"), "2017-01-01", "2022-12-31")
    events = days_of_lists()["events"]
    icbms = set(tests.query("missile_type == 'ICBM'")["date"])
    of_2020 = set(between(tests, "2020-01-01", "2020-12-31")["date"])
    assert (len(icbms), len(of_2020)) == (6, 4)
    assert sorted((icbms | of_2020) - events) == []


def test_events_date_the_resolutions_alike():
    resolutions = read("un_resolutions")
    events = read("events").set_index("event_id")["date"]
    dates = {f"resolution-{row.resolution_id}": row.date for row in resolutions.itertuples()}
    assert len(dates) == 11
    assert {event_id: events.get(event_id) for event_id in dates} == dates
    listed = resolutions["event_ids"].str.split(";").explode()
    assert len(listed) == 20
    assert sorted(set(listed) - set(events.index)) == []


def test_known_differences_are_explained_once():
    known = read("known_differences")
    assert len(known) >= 16
    assert not known.duplicated(["date", "list_a", "list_b"]).any()
    assert (known[["what", "why", "source_id"]] != "").to_numpy().all()
    assert set(zip(known["list_a"], known["list_b"], strict=True)) <= set(COMPARED)


# --- trade


def trade() -> pd.DataFrame:
    table = read("trade")
    table["value"] = table["usd_million"].astype(float)
    # Half a unit of the last digit that the source gives: 2.43 bn is 2430 give or take 5.
    digits = table["usd_million"].str
    whole = digits.fullmatch(r"\d+")
    zeros = table["usd_million"].str.extract(r"(0*)$")[0].str.len()
    places = digits.extract(r"\.(\d+)$")[0].fillna("").str.len()
    table["slack"] = 0.5 * 10.0 ** zeros.where(whole, -places)
    return table


def test_exports_and_imports_make_the_total():
    """Within the rounding of the three figures, and 0.1% where one of them is derived."""
    checked = []
    for period, rows in trade().groupby(["start", "end", "series"]):
        flows = rows.set_index("flow")
        if set(flows.index) != {"total", "china_exports", "china_imports"}:
            continue
        checked.append(period)
        gap = flows["value"]["china_exports"] + flows["value"]["china_imports"]
        gap = abs(gap - flows["value"]["total"])
        allowed = flows["slack"].sum()
        if "derived" in set(flows["basis"]):
            allowed += 0.001 * flows["value"]["total"]
        assert gap <= allowed + 1e-9, f"{period}: {gap:.3f} against {allowed:.3f}"
    assert len(checked) == 33


def tilings(periods: list[tuple[str, str]], start: str, end: str) -> list[list[tuple[str, str]]]:
    """All ways to fill start..end with the given periods, without gap or overlap."""
    ways = []
    for first, last in periods:
        if first != start or last > end:
            continue
        if last == end:
            ways.append([(first, last)])
            continue
        after = (pd.Timestamp(last) + pd.Timedelta(days=1)).strftime("%Y-%m-%d")
        ways += [[(first, last), *rest] for rest in tilings(periods, after, end)]
    return ways


def test_shorter_periods_make_the_longer_ones():
    """Months and cumulative figures against longer ones, within 0.15%."""
    table = trade().query("series in ['GACC', 'IBK']")
    checked = Counter()
    for flow, rows in table.groupby("flow"):
        value = rows.set_index(["start", "end"])["value"]
        assert value.index.is_unique
        for (start, end), whole in value.items():
            shorter = [period for period in value.index if period != (start, end)]
            for way in tilings(shorter, start, end):
                assert all(a[1] < b[0] for a, b in pairwise(way))
                parts = sum(value[period] for period in way)
                assert parts == pytest.approx(whole, rel=0.0015), (flow, way, parts, whole)
                checked[flow, start, end] += 1
    years = {key for key in checked if key[2] == "2020-12-31"}
    assert {flow for flow, _, _ in years} == {"total", "china_exports", "china_imports"}
    assert ("total", "2019-01-01", "2019-06-30") in checked
    assert ("total", "2021-01-01", "2021-06-30") in checked
    assert len(checked) == 11


def test_changes_on_a_year_earlier_fit_the_figures():
    """Within the rounding of the percentage and of the two figures."""
    table = trade()
    table["year"] = table["start"].str[:4].astype(int)
    table["rest"] = table["start"].str[4:] + table["end"].str[4:7] + table["flow"] + table["series"]
    base = table.set_index(["year", "rest"])[["value", "slack"]]
    off, checked = [], 0
    for row in table[table["change_percent"] != ""].itertuples():
        if (row.year - 1, row.rest) not in base.index:
            continue
        checked += 1
        earlier, slack = base.loc[(row.year - 1, row.rest)]
        ratio = row.value / earlier
        allowed = 0.5 * 10.0 ** -len(row.change_percent.partition(".")[2])
        allowed += 100 * (row.slack + slack * ratio) / earlier
        if abs((ratio - 1) * 100 - float(row.change_percent)) > allowed:
            off.append(row.trade_id)
    assert checked == 20
    # The notes of these rows say why: later figures for 2017 are lower, and one source cuts digits.
    assert off == [
        "2018-total",
        "2018-china-exports",
        "2018-china-imports",
        "2020-03-china-imports",
    ]


def test_trade_is_known_only_after_its_period():
    table = trade()
    assert len(table) > 130
    early = table[table["known_date"] <= table["end"]]
    assert sorted(early["trade_id"]) == []


@pytest.mark.parametrize("flow", ["total", "china_exports", "china_imports"])
def test_every_month_around_the_closure_has_a_figure(flow):
    """March 2020 to June 2021, by Chinese customs; January and February 2020 come together."""
    table = trade().query("series == 'GACC' and period_type == 'month' and flow == @flow")
    months = pd.period_range("2020-03", "2021-06", freq="M").strftime("%Y-%m-01")
    assert len(months) == 16
    assert sorted(set(months) - set(table["start"])) == []
    assert f"2020-01-to-02-{flow.replace('_', '-')}" in set(trade()["trade_id"])
