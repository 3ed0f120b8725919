"""What a teacher prints: two pages for a learner; everything open, and no code, for the teacher."""

import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from crossroads.learn.questions import right_choices
from crossroads.publish import handouts
from crossroads.publish import site as maker
from crossroads.publish.handouts import parts_of, sheet, teachers_copy
from crossroads.words.lookups import fill
from tests.conftest import viewed
from tests.packs import REQUIRED, smaller_pack


@pytest.fixture(scope="module")
def made(pack):
    return {one.name: one for one in handouts.pages(pack, maker.read_lessons(), maker.GUIDE)}


def soup_of(page):
    return BeautifulSoup(page.body, "html.parser")


def test_the_first_page_leads_to_plan_sheet_and_copy_of_each_lesson(made):
    first = soup_of(next(iter(made.values())))
    links = {one["href"] for one in first.find_all("a", href=True)}
    assert {one for one in made if one != handouts.START} <= links
    assert "handout.html" in links


@pytest.mark.parametrize("number", range(8))
def test_a_learners_sheet_asks_and_tells_no_answer(pack, made, number):
    text = soup_of(made[f"sheet-0{number}.html"]).get_text()
    asked = pack.questions[pack.questions["question_id"].str.startswith(f"0{number}.")]
    for row in asked.itertuples():
        assert (fill(pack, row.prompt) in text) == (row.kind == "predict")
        assert row.kind == "check" or fill(pack, row.explanation) not in text
    assert "☑" not in text and text.count("Exit ticket") == 1


@pytest.mark.parametrize("number", range(1, 8))
def test_a_teachers_copy_ticks_the_right_choices_and_shows_no_code(pack, made, number):
    soup = soup_of(made[f"copy-0{number}.html"])
    bold = (one.get_text() for one in soup.select(".ask li > strong"))
    ticked = {one.removeprefix("☑ ") for one in bold if one.startswith("☑")}
    text, right = soup.get_text(), set()
    for row in pack.questions.itertuples():
        if fill(pack, row.prompt) in text:
            chosen = pack.choices[pack.choices["question_id"] == row.question_id]
            chosen = chosen[chosen["choice"].isin(right_choices(pack, row.question_id))]
            right |= {fill(pack, one) for one in chosen["text"]}
    assert ticked == right and len(ticked) > 3
    assert "Run the cell" not in text
    assert not soup.find(["details", "summary", "script"]) and "from crossroads" not in text
    assert soup.find("img") and "Exercises, with answers" in text


def test_a_plan_names_charts_by_their_titles_and_steps_of_the_classroom(pack, made):
    text = soup_of(made["plan-02.html"]).get_text()
    assert "chart meetings" not in text
    title = viewed(pack, "meetings").title
    lesson = maker.read_lessons()[2]
    step = next(
        step
        for part in parts_of(lesson)
        for step, cell, call in part.cells
        if call and call[1][1:] == ["meetings"]
    )
    assert f"“{title}” (step {step})" in text
    spans = [one.get_text().split("-") for one in soup_of(made["plan-02.html"]).select("tbody th")]
    ends = [(int(span[0]), int(span[-1])) for span in spans]
    assert all(after[0] == before[1] + 1 for before, after in pairwise(ends)), "a step has one part"


def test_another_pack_gets_sheets_and_copies_with_what_it_has(tmp_path):
    small = maker.load_pack(smaller_pack(tmp_path / "small", REQUIRED))
    for lesson in maker.read_lessons():
        parts = parts_of(lesson)
        text = BeautifulSoup(sheet(small, lesson, parts, ""), "html.parser").get_text()
        assert "one that it cannot settle" in text and "☐" not in text
        assert "☑" not in teachers_copy(small, lesson, parts, "")


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_sheet_is_two_pages_of_paper_and_loses_nothing(chromium, site, paper):
    page = chromium.new_page()
    size = {"A4": (1123 - 98, 688), "Letter": (1056 - 98, 710)}[paper]  # between the margins
    for number in range(8):
        page.goto((site / f"sheet-0{number}.html").as_uri())
        sheet = page.pdf(format=paper)
        assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 2, number
        page.emulate_media(media="print")
        page.set_viewport_size({"width": size[1], "height": size[0]})
        cut = page.eval_on_selector_all(
            ".paper-page", "all => all.map((one) => one.scrollHeight - one.clientHeight)"
        )
        assert max(cut) <= 1, (number, cut)
        page.emulate_media(media="null")
    page.close()


@pytest.mark.browser
def test_a_teachers_copy_ends_with_its_words_and_no_blank_page(chromium, site):
    page = chromium.new_page(viewport={"width": 688, "height": 1025})
    page.goto((site / "copy-02.html").as_uri())
    page.emulate_media(media="print")
    below = page.evaluate(
        """() => {
          const shown = (one) => one.checkVisibility();
          const words = [...document.querySelectorAll('.copy *')].filter(shown);
          const end = Math.max(...words.map((one) => one.getBoundingClientRect().bottom));
          return document.querySelector('main').getBoundingClientRect().bottom - end;
        }"""
    )
    assert below < 2
    page.close()
