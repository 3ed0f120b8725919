"""Word what is wrong with a cell so that a teacher with a spreadsheet can mend it."""

import contextlib
import difflib
import re
from datetime import datetime, timedelta

from crossroads.words.dates import read_day
from crossroads.words.wording import wording

# How a spreadsheet or a person may have written a day.
DATE_PATTERNS = [
    "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d-%m-%Y", "%m-%d-%Y",
    "%d/%m/%y", "%m/%d/%y", "%d.%m.%y", "%d %B %Y", "%B %d, %Y", "%d-%B-%Y", "%d-%B-%y",
    "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M",
]  # fmt: skip
# A day and a month, or a month and a year: what is left when a spreadsheet
# takes a part of a date for the whole.
PARTS_OF_DATES = re.compile(r"\d{1,2}[- .]+[A-Za-z]{3,9}\.?|[A-Za-z]{3,9}\.?[- .]+\d{2,4}")
# What a word processor or a web page writes for a minus sign.
LONG_MINUS = ("\N{MINUS SIGN}", "\N{EN DASH}", "\N{EM DASH}")
WRITE_DATE = "write the day as YYYY-MM-DD, such as 2019-02-28"
# Spreadsheets count days from here.
DAY_ZERO = datetime(1899, 12, 30)
ZEROS = ("1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01")
FORMULA = re.compile(r"#(REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")
# What spreadsheets make of texts that they take for something else.
REWRITTEN = {
    re.compile(r"\d{1,2}[/.]\d{1,2}[/.](\d{2}|\d{4})"): "a date as a spreadsheet rewrites it",
    re.compile(r"\d{1,2}:\d\d(:\d\d)? ?[AP]M"): "a time as a spreadsheet rewrites it",
    re.compile(r"TRUE|FALSE"): "a truth value as a spreadsheet rewrites it",
    re.compile(r"\d([.,]\d+)?E\+\d+"): "a number that a spreadsheet has shortened",
}
YES_NO = {"true": "yes", "1": "yes", "wahr": "yes", "vrai": "yes", "y": "yes"}
YES_NO |= {"false": "no", "0": "no", "falsch": "no", "faux": "no", "n": "no"}
# How a number may have been written -> what to put in place of its signs.
NUMBERS = {
    r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?": {",": ""},
    r"[+-]?\d{1,3}(\.\d{3})+,\d+": {".": "", ",": "."},
    r"[+-]?\d+,\d+": {",": "."},
    r"[+-]?\d+(\.\d+)?%?": {"%": ""},
}
SMOOTH = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})


def leftover_advice(given, field):
    """Say that a spreadsheet has rewritten a cell of any type; None where it has not."""
    if FORMULA.fullmatch(given):
        return "is the error of a spreadsheet formula; write the value itself"
    if re.match(r"=[A-Za-z(+-]", given):
        return "is a spreadsheet formula; write the value itself"
    if field["type"] == "date" and given in ZEROS:
        return date_advice(given)
    # Where words or a pattern are prescribed, the check against them says more.
    if field["type"] == "string" and not {"enum", "pattern"} & {*field.get("constraints", {})}:
        for pattern, what in REWRITTEN.items():
            if pattern.fullmatch(given):
                return f"is {what}; format the column as Text and write again what stood there"
    return None


def date_advice(given):
    """Say how a day is to be written, and which day was probably meant."""
    if given in ZEROS:
        return (
            "is day zero of a spreadsheet, written where it found an empty cell or a text; "
            "leave the cell empty or write the day"
        )
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given) and not "1000" <= given[:4] <= "2199":
        return "is out of the days that can be shown; write one from 1000-01-01 to 2199-12-31"
    if PARTS_OF_DATES.fullmatch(given):
        return f"is only a part of a date, so that the rest is lost; {WRITE_DATE}"
    if re.fullmatch(r"\d{5}(\.0)?", given) and 20_000 <= float(given) <= 80_000:
        day = DAY_ZERO + timedelta(days=float(given))
        return (
            f"is a spreadsheet's number for a day; did you mean {day:%Y-%m-%d}? "
            "Format the column as Text before you write days in it"
        )
    return f"is not a date; {WRITE_DATE}{_date_meant(given)}"


def _date_meant(given):
    """Suggest the ISO dates that may have been meant; two where day and month can be either."""
    given, readings = re.sub(r"^[A-Z][a-z]+day, ", "", given), []
    for pattern in DATE_PATTERNS:
        with contextlib.suppress(ValueError):
            readings.append(f"{read_day(given, pattern):%Y-%m-%d}")
    readings = sorted(set(readings))
    return f"; did you mean {wording().join(readings, 'or')}?" if readings else ""


def number_advice(given, whole):
    """Say how a number is to be written, and which one was probably meant."""
    noun = "a whole number" if whole else "a number"
    if given[:1] in LONG_MINUS:
        return f"is not {noun}; type the minus sign of the keyboard: {'-' + given[1:]!r}"
    bare = re.sub(r"[\s'’_]", "", given)
    known = (change for pattern, change in NUMBERS.items() if re.fullmatch(pattern, bare))
    change = next(known, None)
    meant = "" if change is None else bare.translate(str.maketrans(change))
    if whole and re.fullmatch(r"[+-]?\d+\.0+", meant or bare):
        meant = (meant or bare).split(".")[0]
    hint = f"; did you mean {meant}?" if meant and meant != given else ""
    return f"is not {noun}; write digits only, with a point for decimals{hint}"


def pattern_advice(given, field):
    """Say how a text is to be written, with an example made of what was given."""
    pattern = field["constraints"]["pattern"]
    example = re.sub(r"[^a-z0-9-]+", "-", given.lower()).strip("-")
    hint = f", such as {example!r}." if re.fullmatch(pattern, example) else "."
    if re.fullmatch(pattern, f"0{given}"):
        hint = f"; did a spreadsheet take a zero away? Did you mean '0{given}'?"
    elif re.fullmatch(pattern, given.replace(",", ";")):
        hint = f"; did you mean {given.replace(',', ';')!r}?"
    if found := re.fullmatch(r"(\d\d?):(\d\d):\d\d ([AP])M", given):
        clock = f"{int(found[1]) % 12 + 12 * (found[3] == 'P'):02}:{found[2]}"
        hint = f"; did you mean '{clock}'?" if re.fullmatch(pattern, clock) else hint
    return f"is not written as it should be{hint} {field['description']}"


def not_known(given, known, where=None):
    """Say what is allowed, and the closest of it; `where` is the file and column that list it."""
    known = [str(one) for one in known]
    meant = [one for one in known if one.lower() == given.lower()]
    meant += [YES_NO[given.lower()]] if YES_NO.get(given.lower()) in known else []
    meant += difflib.get_close_matches(given, known, 1, 0.5)
    hint = f"; did you mean {meant[0]!r}?" if meant else ""
    if where is None:
        return f"is not allowed{hint or '.'} Allowed: {', '.join(sorted(known))}"
    listed = [one.strip() for one in re.split(r"[,/|+]|\band\b", given) if one.strip()]
    if len(listed) > 1 and set(listed) <= set(known):
        return f"names several; separate them with a semicolon: {';'.join(listed)!r}"
    if not known:
        return f"is not known in {where}, which has no row"
    some = "" if meant else f". Known are for instance: {', '.join(sorted(known)[:5])}"
    return f"is not known in {where}{hint}{some}"


def quotation_advice(given, passages, where):
    """Say that words do not stand in the passages of `where`, and what differs if little does."""

    def smooth(text):
        return " ".join(text.translate(SMOOTH).split())

    if any(smooth(given) in smooth(passage) for passage in passages):
        return (
            f"stands in {where} with other quotation marks, dashes or blanks; copy it from there, "
            "and switch off automatic correction"
        )
    if any(smooth(given).lower() in smooth(passage).lower() for passage in passages):
        return f"stands in {where} with other capital letters; copy it from there"
    if not passages:
        return f"has no passage to stand in: there is none in {where}"
    return f"does not stand word for word in {where}; copy it from there, or add the passage"
