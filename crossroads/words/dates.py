"""Read days as English texts name them, whatever language the computer speaks."""

import functools
import re
from datetime import datetime

import pandas as pd

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NAMED_MONTH = re.compile(
    rf"(?<![a-z])({'|'.join([*MONTHS, *(month[:3] for month in MONTHS)])})(?![a-z])", re.I
)
NAMED_DAY = re.compile(
    rf"\b(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) )?((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?\b"
)


def read_day(text, pattern):
    """Read a day by a pattern of `datetime.strptime`; ``%B`` is an English month or its start."""
    numbers = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}
    text = NAMED_MONTH.sub(lambda match: f"month{numbers[match[1][:3].lower()]:02}", text)
    return datetime.strptime(text, pattern.replace("%B", "month%m"))


@functools.cache  # Each cut of a pack reads the same notes again.
def last_day_named(text):
    """Find the latest day that a text names; ``NaT`` where it names none.

    A month or a year alone counts as its first day. A day without a year is
    not found.

    Examples
    --------
    >>> last_day_named("Yonhap of 17 June 2020 and NPR, July 2021: it was never cut.")
    Timestamp('2021-07-01 00:00:00')
    """
    days = []
    for day, month, year, month_number, day_again in NAMED_DAY.findall(text):
        month = MONTHS.index(month) + 1 if month else month_number or 1
        days.append(pd.to_datetime(f"{year}-{month}-{day or day_again or 1}", errors="coerce"))
    return max((day for day in days if day == day), default=pd.NaT)
