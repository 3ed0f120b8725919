"""The open data sets: made from their raw copies, counted, and compared with each other."""

import importlib.util
import re
import shutil
from collections import Counter
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


@pytest.mark.parametrize(
    "line",
    [
        "missile_tests,1999-01-01-1,date,1999-01-02,no such row,csis-beyond-parallel",
        "provocations,2020-03-06-1,day,2020-03-09,no such column,csis-beyond-parallel",
        "launches,2020-03-06-1,date,2020-03-09,no such table,csis-beyond-parallel",
    ],
)
def test_a_correction_that_fits_nothing_is_refused(make_tables, tmp_path, line):
    raw = Path(shutil.copytree(RAW, tmp_path / "raw"))
    with (raw / "corrections.csv").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(ValueError, match=r"corrections\.csv"):
        make_tables.build(raw)


def test_every_correction_of_a_korean_day_is_needed(make_tables):
    """Without it, the row would carry another day."""
    plain = {
        "missile_tests": {r["test_id"]: r for r in make_tables.missile_tests(RAW)},
        "provocations": {r["provocation_id"]: r for r in make_tables.provocations(RAW)},
    }
    changes = [row for row in make_tables._read_csv(RAW / "corrections.csv") if row["value"]]
    assert len(changes) == 11
    assert not [r for r in changes if plain[r["table"]][r["id"]][r["column"]] == r["value"]]


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


def test_the_year_of_the_article_and_the_nuclear_tests_by_hand():
    """Paragraph 1 of the article: no ICBM test in 2020, nor one of unknown type."""
    tests = read("missile_tests")
    assert Counter(between(tests, "2020-01-01", "2020-12-31")["missile_type"]) == {"SRBM": 9}
    listed = read("provocations").query("type == 'Nuclear Provocation'")["date"]
    events = read("events").query("kind == 'nuclear-test'")["date"]
    assert len(listed) == 6 and sorted(listed) == sorted(events)
    assert listed.between("2006-01-01", "2017-12-31").all()
    # Missing values are empty.
    cells = tests[["latitude", "longitude", "apogee_km", "distance_km"]]
    numbers = [cell for cell in cells.to_numpy().ravel() if cell]
    assert len(numbers) > 900 and all(re.fullmatch(r"\d+(\.\d+)?", cell) for cell in numbers)
    nowhere = cells[tests["facility"] == "Unknown"]
    assert nowhere[["latitude", "longitude"]].to_numpy().tolist() == [["", ""]]


# --- UTC and Korea


def test_the_korean_day_is_the_utc_day_or_the_next(make_tables):
    """UTC+9, but UTC+8:30 from 15 August 2015 to 4 May 2018."""
    korea = ZoneInfo("Asia/Pyongyang")
    offsets = [
        pd.Timestamp(f"{day} 12:00", tz=korea).utcoffset().total_seconds() / 3600
        for day in ("1984-04-09", "2015-08-14", "2015-08-15", "2018-05-04", "2018-05-05")
    ]
    assert offsets == [9, 9, 8.5, 8.5, 9]
    tests = read("missile_tests")
    timed = tests.query("time_utc != ''")
    shift = (pd.to_datetime(timed["date"]) - pd.to_datetime(timed["date_utc"])).dt.days
    assert len(timed) == 255 and (shift == (timed["time_utc"].str[:2].astype(int) >= 15)).all()
    # A day counts as moved when any of its launches has another date in Korea.
    for last, days, moved in (("2020", 33, 23), ("2022", 71, 42)):
        by_day = between(tests, "2017-01-01", f"{last}-12-31").groupby("date_listed")
        assert by_day.ngroups == days
        assert sum((group["date"] != day).any() for day, group in by_day) == moved


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


@pytest.mark.parametrize("list_a, list_b", COMPARED)
def test_lists_differ_only_where_it_is_explained(list_a, list_b):
    days, known = days_of_lists(), read("known_differences").query("list_b == @list_b")
    assert len(days[list_a] & days[list_b]) >= COMPARED[list_a, list_b]
    found = days[list_a] - days[list_b]
    # What explains that list_b lacks a day explains it for every list that has the day.
    assert found <= set(known["date"]), f"in {list_a}, not in {list_b}, unexplained"
    stale = set(known.query("list_a == @list_a")["date"]) - found
    assert not stale, "explained in known_differences.csv, but no difference"


def test_events_have_what_the_lists_have_and_date_it_alike():
    tests = between(read("missile_tests"), "2017-01-01", "2022-12-31")
    icbms = set(tests.query("missile_type == 'ICBM'")["date"])
    of_2020 = set(between(tests, "2020-01-01", "2020-12-31")["date"])
    assert (len(icbms), len(of_2020)) == (6, 4)
    assert icbms | of_2020 <= days_of_lists()["events"]
    resolutions, events = read("un_resolutions"), read("events").set_index("event_id")["date"]
    dates = {f"resolution-{row.resolution_id}": row.date for row in resolutions.itertuples()}
    assert len(dates) == 11 and {one: events.get(one) for one in dates} == dates
    listed = resolutions["event_ids"].str.split(";").explode()
    assert len(listed) == 20 and set(listed) <= set(events.index)
    known = read("known_differences")
    assert len(known) >= 16 and not known.duplicated(["date", "list_a", "list_b"]).any()
    assert (known[["what", "why", "source_id"]] != "").to_numpy().all()
    assert set(zip(known["list_a"], known["list_b"], strict=True)) <= set(COMPARED)


# --- trade

FLOWS = ("total", "china_exports", "china_imports")


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
    checked = 0
    for period, rows in trade().groupby(["start", "end", "series"]):
        flows = rows.set_index("flow")
        if {*flows.index} == {*FLOWS}:
            checked += 1
            total, *both = (flows["value"][flow] for flow in FLOWS)
            allowed = flows["slack"].sum() + 0.001 * total * ("derived" in set(flows["basis"]))
            assert abs(sum(both) - total) <= allowed + 1e-9, period
    assert checked == 33


def tilings(periods, start, end):
    """All ways to fill start..end with the given periods, without gap or overlap."""
    for first, last in periods:
        if first == start and last == end:
            yield [(first, last)]
        elif first == start and last < end:
            after = (pd.Timestamp(last) + pd.Timedelta(days=1)).strftime("%Y-%m-%d")
            yield from ([(first, last), *rest] for rest in tilings(periods, after, end))


def test_shorter_periods_make_the_longer_ones():
    """Months and cumulative figures against longer ones, within 0.15%."""
    checked = set()
    for flow, rows in trade().query("series in ['GACC', 'IBK']").groupby("flow"):
        value = rows.set_index(["start", "end"])["value"]
        assert value.index.is_unique
        for (start, end), whole in value.items():
            shorter = [period for period in value.index if period != (start, end)]
            for way in tilings(shorter, start, end):
                summed = sum(value[period] for period in way)
                assert summed == pytest.approx(whole, rel=0.0015), (flow, way, summed, whole)
                checked.add((flow, start, end))
    assert {flow for flow, _, end in checked if end == "2020-12-31"} == {*FLOWS}
    assert {("total", f"{year}-01-01", f"{year}-06-30") for year in (2019, 2021)} <= checked
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


def test_every_month_around_the_closure_has_a_figure():
    """March 2020 to June 2021, by Chinese customs; January and February 2020 come together."""
    table = trade()
    assert len(table) > 130 and (table["known_date"] > table["end"]).all()
    months = {
        f"{month}-01" for month in pd.period_range("2020-03", "2021-06", freq="M").astype(str)
    }
    monthly = table.query("series == 'GACC' and period_type == 'month'").groupby("flow")["start"]
    assert len(months) == 16 and len(monthly) == 3
    for flow, starts in monthly:
        assert months <= set(starts), flow
        assert f"2020-01-to-02-{flow.replace('_', '-')}" in set(table["trade_id"])
