"""The packs of other articles in ``examples/``, and the notebook that compares two of them."""

import html
import json
import re

import pandas as pd
import pytest

from crossroads.charts import chronology
from crossroads.charts.aftermath import YEARS, aftermath, select_after
from crossroads.learn.opening import compare, load_pack
from crossroads.pack.tables import read_descriptor
from crossroads.publish.site import PAGES, lesson_exporter
from crossroads.words.plain import days_between, parts
from crossroads.words.wording import FOLDER, messages_of
from tests.conftest import ROOT
from tests.packs import shared_pack, without, woven_lesson

EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/datapackage.json"))
COUNTED = re.compile(r"[A-Za-z0-9]+(?:['’.,:\-][A-Za-z0-9]+)*")


# Another article than the course's, with claims of its own.
ARTICLES = [path for path in EXAMPLES if (path / "claims.csv").is_file()]


@pytest.fixture(scope="module", params=ARTICLES, ids=lambda path: path.name)
def example(request):
    return load_pack(request.param)


def test_tables_have_the_columns_of_the_course():
    whole = {one["name"]: one for one in read_descriptor(ROOT / "data")["resources"]}
    for folder in EXAMPLES:
        for resource in read_descriptor(folder)["resources"]:
            fields = [field["name"] for field in resource["schema"]["fields"]]
            course = [field["name"] for field in whole[resource["name"]]["schema"]["fields"]]
            assert fields == course, (folder.name, resource["name"])


def test_what_is_in_korean_differs_from_the_course_in_words_only(pack):
    """Whole: no text of lesson 2 is left in English, but the article's."""
    korean = load_pack(ROOT / "examples" / "korean")
    for resource in korean.descriptor["resources"]:
        if not korean.has(name := resource["name"]):
            continue
        keys = resource["schema"]["primaryKey"]
        ours, course = (one.table(name).set_index(keys) for one in (korean, pack))
        spoken = SPOKEN.get(name, [])
        same = ours.drop(columns=spoken).compare(course.loc[ours.index].drop(columns=spoken))
        assert same.empty, (name, same)
        for column in {*spoken} - {"plural", "in_text", "feedback", "equals", "record"}:
            assert ours[column].str.contains("[가-힣]").all(), (name, column)
    for cell in woven_lesson(2, ROOT / "examples" / "korean").notebook.cells:
        if cell.cell_type == "markdown":
            assert re.search("[가-힣]", cell.source), cell.source
            bare = re.sub(r"<[^>]*>|`[^`]*`|\([^)]*\)", "", cell.source)
            assert not re.search(r"[A-Za-z]{4,}", bare), cell.source


def test_the_frame_of_the_pages_speaks_the_packs_language():
    korean = load_pack(ROOT / "examples" / "korean")
    frame = lesson_exporter(korean.words).environment.get_template("page.html.j2")
    beside = {"page": "2.html", "number": 2, "title": "정상회담"}
    page = frame.render(
        site=korean.words.say("page-name"),
        lang="ko",
        lessons=[beside],
        previous=beside,
        next=beside,
        contents=[("a", "가", "")],
        practice="3.html",
        live="lite/",
        credit="기사",
        charts=True,
    )
    assert '<html lang="ko">' in page
    told = [*re.findall(r'aria-label="([^"]*)"', page), re.sub(r"<[^>]*>", " ", page)]
    said = json.loads(html.unescape(re.search(r'data-said="([^"]*)"', page)[1]))
    assert len(said) == 7, "what the script of the classroom view says"
    for text in [*told, *(re.sub(r"\{\w+\}", "", one) for one in said.values())]:
        assert re.search("[가-힣]", text) and not re.search("[A-Za-z]{3,}", text), text


def test_every_message_of_a_page_is_said_by_one():
    sources = [*PAGES.glob("*"), PAGES.parent / "site.py"]
    text = "".join(one.read_text("utf-8") for one in sources if one.suffix != ".css")
    messages, _ = messages_of((FOLDER / "en-publish.ftl").read_text("utf-8"))
    begun = ("page-of-", "page-title", "page-publisher", "page-published", "page-address")
    pages = [one for one in messages if one.startswith("page-") and not one.startswith(begun)]
    assert pages and not [one for one in pages if one not in text]


# Columns that are translated.
SPOKEN = {
    "article": ["outlet", "funder", "date_note"],
    "actors": ["name", "short_name", "in_text", "role"],
    "events": ["title", "short_title", "place"],
    "codes": ["label", "plural", "definition"],
    "questions": ["prompt", "explanation", "record"],
    "choices": ["text", "feedback", "equals"],
}


def test_where_the_whole_text_is_excerpted_its_words_are_those_counted():
    """The address is in the public domain, so all of it is in the pack."""
    pack = shared_pack("reykjavik")
    texts = pack.excerpts.groupby("paragraph")["text"].agg(" ".join)
    counted = pack.paragraphs.groupby("paragraph")["words"].sum()
    for paragraph, words in counted.items():
        assert len(COUNTED.findall(texts[paragraph])) == words, paragraph
    assert set(counted.index) == set(texts.index) - {0}


def test_meetings_after_the_articles_day_are_on_the_axis(example):
    """The course's own end before it."""
    meetings, declared = chronology.select_meetings(example), chronology.meetings(example)
    axis = declared.view(declared.start())["figure"]["layout"]["xaxis"]["range"]
    days, (first, last) = meetings["date"], pd.to_datetime(axis)
    assert first <= days.min() and example.day < days.max() <= last
    view = chronology.contacts(example).show(country="all", seen="")
    assert view.table["summit"].sum() == view.facts["meetings"] == len(meetings)


@pytest.fixture(scope="module")
def meetings(pack, unseen):
    return [(unseen, "reykjavik-1986"), (pack, "hanoi-2019")]


def test_comparison_every_option(meetings):
    declared = aftermath(meetings)
    views = [declared.view(choice) for choice in declared.choices()]
    for choice, view in zip(declared.choices(), views, strict=True):
        table = declared.show(**choice).table
        _, *traces = view["figure"]["data"]
        chosen = [trace for trace in traces if trace["marker"]["color"] != "@muted"]
        assert sum(len(trace["x"]) for trace in chosen) == len(table)
        for pack, event_id in meetings:
            name = pack.events.set_index("event_id")["short_title"][event_id]
            assert name in view["title"] and name in view["sentence"]
    assert len({view["sentence"] for view in views}) == len(views)


def test_comparison_keeps_to_the_two_and_to_the_window(meetings):
    for pack, event_id in meetings:
        country = pack.actors.set_index("actor_id")["country"]
        leaders = parts(pack.events.set_index("event_id")["actors"][event_id])[:2]
        sides = {country[one] for one in leaders}
        found = {years: select_after(pack, event_id, years) for years in YEARS}
        assert [*map(len, found.values())] == sorted(map(len, found.values()))
        for years, rows in found.items():
            assert rows["days"].between(1, 366 * years).all()
        for row in rows.itertuples():
            there = {country[one] for one in parts(row.actors)}
            assert there & sides and (row.kind.endswith("-test") or sides <= there)
            if row.event_id == row.event_id:
                assert row.days == days_between(pack.events, event_id, row.event_id)
            assert row.kind != "summit" or set(leaders) <= set(parts(row.actors))


def test_comparison_says_what_a_table_does_not_keep(meetings):
    (first, _), (second, _) = meetings
    assert not (first.events["kind"] == "missile-test").any() and second.has("missile_tests")
    ended = second.events.set_index("event_id")["end_date"]["hanoi-2019"]
    days = set(second.missile_tests["date"])
    within = [day for day in days if ended < day <= ended + pd.DateOffset(years=1)]
    rows = select_after(second, "hanoi-2019", 1)
    assert (rows["kind"] == "missile-test").sum() == len(within) > 10
    declared = aftermath(meetings)
    sentence = declared.view({"within": "1", "kind": "missile-test"})["sentence"]
    assert "not kept in the table" in sentence.split(". ")[0]
    assert "before the window does" in declared.view({"within": "5", "kind": ""})["sentence"]
    bare = without(first, "events"), "reykjavik-1986"
    assert "table events" in repr(compare(bare, meetings[1]))


def test_comparison_notebook_goes_like_a_lesson():
    path = ROOT / "examples" / "reykjavik_and_hanoi.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    heads = [line for text in prose for line in text.splitlines() if line.startswith("#")]
    order = "# |## What the two texts|## Predict|## What followed|## What stood|## What"
    order += "|## Look inside|## What cannot|## Check yourself|## Key|## Sources"
    for head, start in zip(heads, order.split("|"), strict=True):
        assert head.startswith(start)
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert all(cell["outputs"] for cell in code[1:])
