"""Numbers and names in prose: computed from the tables, or read by a test."""

import csv
import re

import nbformat
import pandas as pd

from crossroads.pack.evidence import evidence_row
from crossroads.publish.marked_values import MARK, values_for
from crossroads.words.dates import MONTHS
from crossroads.words.lookups import fill
from crossroads.words.plain import parts
from tests.conftest import ROOT
from tests.packs import paragraphs, shared_pack

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# The last lesson opens it, too.
OTHER = shared_pack("reykjavik")
TEMPLATE = re.compile(r"\{[^{}]*\}|```.*?```|`[^`\n]*`", re.S)  # Code is computed, too.
MONTH = "|".join(MONTHS)
NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|half|quarters?|hundredth"
    "|dozen|week|weeks|once|twice"
)


# Reasons in the tables of claims and the table of forecasts


def reasons(pack):
    """Each row that gives reasons, with the rows of evidence and the days that they name."""
    for name, column in (("claims", "evidence"), ("forecasts", "outcome_evidence")):
        for _, row in getattr(pack, name).iterrows():
            evidence = [evidence_row(pack, one) for one in parts(row[column])]
            days = [
                value
                for one in [*evidence, row]
                for key, value in one.items()
                if isinstance(value, pd.Timestamp) and key not in ("read_on", "known_date")
            ]
            days += [one["known_date"] for one in evidence if "known_date" in one]
            yield row.iloc[0], row["reasoning"], [day for day in days if day == day]


# Days in a reason that stand in no date of the evidence, and where they stand.
ELSEWHERE = {
    ("c04a", "8 December 2020"): "the first day of events:biegun-seoul-2020-12",
    ("c07f", "January"): "the day of the inauguration was fixed by law, and lies after the verdict",
    ("c09a", "2008"): "read in sources:ibtimes-2020-11-09",
    ("c09a", "2012"): "read in sources:ibtimes-2020-11-09",
    ("c09a", "2016"): "read in sources:ibtimes-2020-11-09",
    ("c14a", "2018"): "the years between the last test and the article",
    ("c23b", "May 2016"): "note of sources:kcna-2020-08-20",
    ("c23b", "2016"): "note of sources:kcna-2020-08-20",
    ("f23b", "2018"): "the words of the report that is the evidence",
}


def days_in(text):
    """Days, months and years that a text names, with the words that name them."""
    for match in re.finditer(rf"(?:(\d{{1,2}}) )?\b({MONTH})\b(?: (\d{{4}}))?", text):
        day, month, year = match.groups()
        yield match[0], int(day or 0), MONTHS.index(month) + 1, int(year or 0)
    for match in re.finditer(r"(?<![\d.])(?:19|20)\d\d\b", text):
        yield match[0], 0, 0, int(match[0])


def test_every_day_in_a_reason_is_a_day_of_the_evidence(pack):
    missing, compared, used = [], 0, set()
    for key, text, days in reasons(pack):
        for words, day, month, year in days_in(text):
            compared += 1
            found = any(
                (not day or one.day == day)
                and (not month or one.month == month)
                and (not year or one.year == year)
                for one in days
            )
            if not found and (key, words) in ELSEWHERE:
                used.add((key, words))
            elif not found:
                missing.append(f"{key}: {words} in: {text}")
    assert compared > 150
    assert not missing, "\n".join(missing)
    assert used == set(ELSEWHERE)


# Numbers in reasons ("counted") and in lessons: such as stay typed ("read"), and in words that a
# table can contradict ("spelled"). Where, the words that stand there, what bears them out, and how
# the tables fill that today.
with (ROOT / "tests" / "numbers_in_prose.csv").open(encoding="utf-8", newline="") as file:
    NUMBERS = [tuple(row) for row in csv.reader(file)][1:]
COUNTED, READ = ([row[1:] for row in NUMBERS if row[0] == kind] for kind in ("counted", "read"))


def filled(pack, what):
    """Fill a template, or work out the few things that no template can say."""
    kind, _, rest = what.partition(" ")
    if kind == "days":
        days = pack.missile_tests["date"]
        return str(days[days.between(*rest.split())].nunique())
    if kind == "described":
        return pack.resource(rest)["description"]
    if kind == "covered":  # The first and the last year for which a kind of events is complete.
        said = pack.resource("events")["coverage"]
        part = next(one for one in said if one["kind"] == rest and "from" in one)
        return f"{part['from'][:4]}-{part['to'][:4]}"
    if kind == "only":
        known = pack.known_differences[pack.known_differences["date"].dt.year == pack.day.year]
        known = known[known["list_a"] == "provocations"]
        return str(known["what"].str.contains("cruise").sum())
    return fill(pack, what)


def test_a_number_is_what_the_tables_say(pack):
    texts = {one: text for one, text, _ in reasons(pack)} | paragraphs()
    for kind, key, words, what, value in NUMBERS:
        assert kind == "read" or words in texts[key], (key, words)
        found = filled(pack, what)
        assert found == value or len(value) > 6 and value in found, (key, what, found)


# Number words that count nothing which a table could hold.
PLAIN = (
    r"[Tt]he two (?:others|leaders|Koreas|countries|governments|presidents|might)|the second half,"
    r"|the two\b|within two to four days|a statement of four sentences|public weeks later"
)


def test_no_other_number_stands_in_a_reason(pack):
    left = []
    for key, text, _ in reasons(pack):
        for words in (words for one, words, *_ in COUNTED if one == key):
            text = text.replace(words, "")
        text = re.sub(rf"{PLAIN}|Hwasong-15|75th|(?:19|20)\d\d(?:-(?:19|20)\d\d)?", "", text)
        text = re.sub(rf"\b\d+(?:st|nd|rd|th)\b|\d+(?: to \d+|-\d+)? (?:{MONTH})", "", text)
        text = re.sub(rf"(?:{MONTH}) \d+", "", text)
        left += [
            f"{key}: {one}: {text}" for one in re.findall(rf"\d+|\b(?:{NUMBER_WORDS})\b", text)
        ]
    assert not left, "\n".join(left)


# What the lessons say: texts, questions, choices, and the notebooks' own words


OWN_WORDS = {"samples": "text", "sample_levels": "why", "tagging": "why"}
TASKS = {
    "tasks": ["prompt", "explanation", "hint_1", "hint_2", "hint_3"],
    "task_mistakes": ["feedback"],
    "task_levels": ["description"],
}


def prose(pack):
    """Each piece of prose with a name: as it is written, and as it is read."""
    for name, columns in OWN_WORDS.items():
        for _, row in getattr(pack, name).iterrows():
            yield f"{name} {row.iloc[0]}", row[columns]
    # The short forms quote passages of their own, which the test of the forms reads.
    for _, row in pack.questions[~pack.questions["question_id"].str.startswith("09.")].iterrows():
        yield row["question_id"], f"{row['prompt']}\n{row['value']}\n{row['explanation']}"
    for _, row in pack.choices[~pack.choices["question_id"].str.startswith("09.")].iterrows():
        yield f"{row['question_id']}/{row['choice']}", f"{row['text']}\n{row['feedback']}"
    for name, columns in TASKS.items():
        for _, row in getattr(pack, name).iterrows():
            yield f"{name} {row['task_id']}", "\n".join(row[column] for column in columns)
    templates = pd.concat([pack.marks, OTHER.marks]).set_index("key")["value"]
    for path in NOTEBOOKS:
        notebook = nbformat.read(path, as_version=4)
        known = values_for(notebook, path.parent)
        for cell in notebook.cells:
            if cell["cell_type"] == "markdown":
                # A value with a mark reads as the {...} that the mark stands for.
                written = "".join(cell["source"])
                for key in {mark[1] for mark in MARK.finditer(written)}:
                    written = written.replace(f"{known[key][1]}<!-- {key} -->", templates[key])
                yield f"{path.stem[:2]}.{cell['metadata']['name']}", written


# Numbers that are no facts: places in the module, steps, scales, rules of arithmetic, examples.
NO_FACT = re.compile(
    r"(?i)lessons? \d(?: to \d)?|paragraphs? \d+(?: to \d+)?|\btask \d|^#.*$|^\d\. "
    r"|\]\((?:\.\./exercises/)?\d\d_\w+\.ipynb\)|\[\d · "
    r"|\d+ minutes[^.\n]*|COVID-19|\bc\d\d[a-z]\b|events:[\w-]+"  # places and names
    r"|[−+-]\d\b|\blevel \d|\ba \d\b"  # scales
    r"|[37] per 100|per 100 words|(?:15|100) words"  # rates
    r"|\d+(?:\.\d+)? ?(?:%|per ?cent)|\b[01]\b(?:\.\d+)?|0\.\d+"  # arithmetic
    r"|\b(?:30|90|365) days"  # windows
    r"|\d?\d:\d\d|\b100\b|\b50\b",  # clocks, percentages
    re.M,
)


def typed_numbers(pack, key, written):
    """Numbers in a piece of prose that no template computes and that are no rule of the module."""
    templates = " ".join(TEMPLATE.findall(written))
    allowed = set(re.findall(r"(?:19|20)\d\d", templates)) | {str(pack.day.year)}
    allowed |= {str(int(year) + 1) for year in re.findall(r">(\d{4})-12-31", templates)}
    question, _, choice = key.partition("/")
    rows = pack.choices[pack.choices["question_id"] == question]
    for bound in rows.loc[rows["choice"].astype(str) == choice, ["low", "high"]].to_numpy().ravel():
        allowed |= {f"{abs(bound) + step:.0f}" for step in (-1, 0, 1)} if bound == bound else set()
    written = re.sub(r"\]\([^)]*\.ipynb[^)]*\)", "]", written)  # The address of a link.
    words = NO_FACT.sub("", TEMPLATE.sub("", written))
    return [one for one in re.findall(r"\d+", words) if one not in allowed]


def test_no_number_is_typed_into_prose(pack):
    """Write it as a {template}, or add it to READ with a test that reads the tables."""
    found = {
        (key, one): written[:200]
        for key, written in prose(pack)
        for one in typed_numbers(pack, key, written)
    }
    assert {*found} == {row[:2] for row in READ}, found


# Names


def known_names(pack):
    """Every word with a capital that some table of facts has."""
    facts = ("article", "excerpts", "speakers", "actors", "events", "issues", "sources")
    facts += ("missile_tests", "un_resolutions", "positions", "glossary", "trade")
    cells = [getattr(pack, name).select_dtypes("string").to_numpy().ravel() for name in facts]
    return set(re.findall(r"[A-Z][\w'’-]*", " ".join(str(one) for row in cells for one in row)))


def names_in(written):
    """Words with a capital inside a sentence."""
    words = TEMPLATE.sub("", written)
    return {one.removesuffix("'s") for one in re.findall(r"(?<=[a-z,;] )[A-Z][\w’'-]+", words)}


def test_every_name_in_prose_stands_in_a_table(pack):
    """Misspelt, or a person, place or body whom no row knows: add a row, with its source."""
    # A plural; a menu of JupyterLab; the language; a city and two people in made-up examples.
    known = (
        known_names(pack)
        | known_names(OTHER)
        | {"ICBMs", "Cells", "Python", "London", "Ann", "Ben"}
    )
    left = [(key, names_in(written) - known) for key, written in prose(pack)]
    assert not [one for one in left if one[1]]
    assert names_in("Then Kim met Trumpp in Hanoi.") - known == {"Trumpp"}
