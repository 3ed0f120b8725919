"""Make three tables of the article pack from the copies in this folder.

Run ``python data/raw/make_tables.py`` from the project's main folder. It needs only Python's own
library and writes the same bytes every time. Rows that need correcting are named in
``corrections.csv``; no fact is typed here.
"""

import csv
import io
import json
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

RAW_FOLDER = Path(__file__).resolve().parent
KOREA = ZoneInfo("Asia/Pyongyang")
PRECISION = {4: "year", 7: "month", 10: "day"}
NOTE_COLUMN = {"missile_tests": "date_note", "provocations": "correction"}


def _read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read_json(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def _csv_text(rows: list[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def korean_day(day_utc: str, time_utc: str) -> str:
    """Give the day in North Korea of a moment in UTC.

    Parameters
    ----------
    day_utc : str
        ISO day, such as ``2017-11-28``.
    time_utc : str
        Clock time ``HH:MM``.

    Returns
    -------
    str
        ISO day, by the time zone Asia/Pyongyang: UTC+9, but UTC+8:30 from 15 August 2015 to
        4 May 2018.

    Examples
    --------
    >>> korean_day("2017-11-28", "18:18")
    '2017-11-29'
    """
    moment = datetime.fromisoformat(f"{day_utc}T{time_utc}").replace(tzinfo=UTC)
    return moment.astimezone(KOREA).date().isoformat()


def first_day(listed: str) -> str:
    """Give the first day of a year, a month or a day.

    Parameters
    ----------
    listed : str
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Returns
    -------
    str
        ISO day.

    Examples
    --------
    >>> first_day("1984-09")
    '1984-09-01'
    """
    return listed + "-01-01"[len(listed) - 4 :]


def _number(value: object) -> str:
    """Give a measurement as text, or an empty text where the source has none."""
    return "" if value in ("unknown", "na") else str(value)


def missile_tests(raw_folder: Path) -> list[dict[str, str]]:
    """Read the CNS/NTI list of launches.

    Parameters
    ----------
    raw_folder : pathlib.Path
        Folder with ``cns_nagix/launches.json``, ``missile.en.json`` and ``facility.en.json``.

    Returns
    -------
    list of dict
        One row per launch, in the source's order. `test_id` is the day as listed with the running
        number of the launch on that day, because the source's own numbers repeat on some days.
    """
    folder = raw_folder / "cns_nagix"
    missiles = _read_json(folder / "missile.en.json")
    facilities = _read_json(folder / "facility.en.json")["facilities"]
    launches = [
        launch
        for year in _read_json(folder / "launches.json")["timeBins"]
        for launch in year["data"]
    ]
    seen = Counter()
    rows = []
    for launch in launches:
        listed = launch["date"]
        seen[listed] += 1
        time = "" if launch["time"] == "unknown" else launch["time"].removesuffix(" (UTC)")
        facility = facilities[launch["facility"]]
        # The source places launches from an unknown site at Pyongyang's airport.
        placed = launch["facility"] != "unknown"
        rows.append(
            {
                "test_id": f"{listed}-{seen[listed]}",
                "date_listed": listed,
                "time_utc": time,
                "date": korean_day(listed, time) if time else first_day(listed),
                "date_precision": PRECISION[len(listed)],
                "date_utc": listed if time else "",
                "date_note": "",
                "missile": missiles[launch["missile"]]["name"],
                "missile_type": missiles[launch["missile"]]["type"],
                "facility": facility["name"],
                "latitude": str(facility["lat"]) if placed else "",
                "longitude": str(facility["lon"]) if placed else "",
                "apogee_km": _number(launch["apogee"]),
                "distance_km": _number(launch["distance"]),
                "outcome": launch["outcome"],
            }
        )
    return rows


def provocations(raw_folder: Path) -> list[dict[str, str]]:
    """Read the CSIS Beyond Parallel list.

    Parameters
    ----------
    raw_folder : pathlib.Path
        Folder with ``csis_beyond_parallel/provocations_facts.csv``.

    Returns
    -------
    list of dict
        One row per event, in the source's order, by day.
    """
    seen = Counter()
    rows = []
    for row in _read_csv(raw_folder / "csis_beyond_parallel" / "provocations_facts.csv"):
        seen[row["date"]] += 1
        rows.append(
            {
                "provocation_id": f"{row['date']}-{seen[row['date']]}",
                "date_listed": row["date"],
                "date": row["date"],
                "type": row["type"],
                "event": row["event"],
                "address": row["resource_url"],
                "correction": "",
            }
        )
    return rows


def un_ideal_points(raw_folder: Path) -> list[dict[str, str]]:
    """Read the estimated positions in the UN General Assembly.

    Parameters
    ----------
    raw_folder : pathlib.Path
        Folder with the two files in ``unga_ideal_points``.

    Returns
    -------
    list of dict
        One row per country, session and kind of votes. `date` is 31 December of the year in which
        the session began: session 1 began in 1946.
    """
    rows = []
    for votes_on, ending in (("all", ""), ("nuclear", "Nuclear")):
        path = raw_folder / "unga_ideal_points" / f"idealpoints_{votes_on}_six_countries.csv"
        for row in _read_csv(path):
            rows.append(
                {
                    "country": row["iso3c"],
                    "session": row["session"],
                    "votes_on": votes_on,
                    "date": date(1945 + int(row["session"]), 12, 31).isoformat(),
                    "votes": row["NVotes" + ending],
                    "ideal_point": row["IdealPoint" + ending],
                    "low": row["Q5%" + ending],
                    "high": row["Q95%" + ending],
                }
            )
    return sorted(rows, key=lambda row: (row["votes_on"], row["country"], int(row["session"])))


def corrected(
    table: str, rows: list[dict[str, str]], corrections: list[dict[str, str]]
) -> list[dict[str, str]]:
    """Apply the corrections of one table.

    Parameters
    ----------
    table : str
        Name of the table, such as ``provocations``.
    rows : list of dict
        Its rows; the first column is the id.
    corrections : list of dict
        Rows of ``corrections.csv``. An empty `value` keeps the source's value; the reason goes
        into the table's column for notes in either case.

    Returns
    -------
    list of dict
        New rows, in the same order.

    Raises
    ------
    ValueError
        If a correction names an id or a column that the table does not have.
    """
    rows = [dict(row) for row in rows]
    id_column = list(rows[0])[0]
    by_id = {row[id_column]: row for row in rows}
    for correction in corrections:
        if correction["table"] != table:
            continue
        row = by_id.get(correction["id"])
        if row is None or correction["column"] not in row:
            raise ValueError(
                f"data/raw/corrections.csv: {table} has no row {correction['id']!r} "
                f"with a column {correction['column']!r}"
            )
        if correction["value"]:
            row[correction["column"]] = correction["value"]
        note = row[NOTE_COLUMN[table]]
        if correction["reason"] not in note:
            row[NOTE_COLUMN[table]] = f"{note} {correction['reason']}".strip()
    return rows


def build(raw_folder: Path | str) -> dict[str, str]:
    """Make the three tables.

    Parameters
    ----------
    raw_folder : pathlib.Path or str
        The folder ``data/raw``.

    Returns
    -------
    dict of str to str
        The CSV text by file name, such as ``missile_tests.csv``.

    Raises
    ------
    ValueError
        If ``corrections.csv`` names a row, a column or a table that does not exist.
    """
    raw_folder = Path(raw_folder)
    corrections = _read_csv(raw_folder / "corrections.csv")
    unknown = sorted({row["table"] for row in corrections} - set(NOTE_COLUMN))
    if unknown:
        raise ValueError(
            f"data/raw/corrections.csv: no table {unknown[0]!r}; known: {', '.join(NOTE_COLUMN)}"
        )
    tables = {
        "missile_tests": corrected("missile_tests", missile_tests(raw_folder), corrections),
        "provocations": corrected("provocations", provocations(raw_folder), corrections),
        "un_ideal_points": un_ideal_points(raw_folder),
    }
    return {f"{name}.csv": _csv_text(rows) for name, rows in tables.items()}


def main() -> None:
    """Write the three tables into the folder ``data``."""
    for name, text in build(RAW_FOLDER).items():
        (RAW_FOLDER.parent / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"data/{name}: {text.count(chr(10)) - 1} lines")


if __name__ == "__main__":
    main()
