"""Days are read in English whatever language the computer speaks."""

import calendar
import locale
from datetime import datetime

import pandas as pd
import pytest

from crossroads.pack.advice import date_advice
from crossroads.words.dates import last_day_named
from crossroads.words.typed import read_day

GERMAN = ["", "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
          "Oktober", "November", "Dezember"]  # fmt: skip


@pytest.fixture
def german(monkeypatch):
    """A computer that speaks German; where it cannot, `strptime` is made to believe so."""
    import _strptime

    before = locale.setlocale(locale.LC_TIME)
    try:
        locale.setlocale(locale.LC_TIME, "de_DE.UTF-8")
    except locale.Error:
        monkeypatch.setattr(calendar, "month_name", GERMAN)
        monkeypatch.setattr(calendar, "month_abbr", [one[:3] for one in GERMAN])
        monkeypatch.setattr(calendar, "day_name", ["Montag"] * 7)
    _strptime._TimeRE_cache = _strptime.TimeRE(_strptime.LocaleTime())
    _strptime._regex_cache.clear()
    with pytest.raises(ValueError):
        datetime.strptime("28 March 2012", "%d %B %Y")
    yield
    locale.setlocale(locale.LC_TIME, before)
    monkeypatch.undo()
    _strptime._TimeRE_cache = _strptime.TimeRE()
    _strptime._regex_cache.clear()


@pytest.mark.parametrize(
    "text", ["28 March 2012", "28 Mar 2012", "Mar 28, 2012", "MARCH 28 2012", "2012-03-28"]
)
def test_an_answer_is_read(german, text):
    assert read_day(text) == pd.Timestamp("2012-03-28")


def test_a_note_and_a_cell_are_read(german):
    assert last_day_named("of 17 October 2020 and May 2019") == pd.Timestamp("2020-10-17")
    for text in ("25 May 2009", "Monday, May 25, 2009", "25-May-09"):
        assert "did you mean 2009-05-25?" in date_advice(text)
