"""The last lesson in a real Chromium, walked by a careful and by a careless reader."""

import shutil

import pytest

from crossroads import load_pack
from crossroads.learn import answers
from crossroads.learn.answers import FILE_NAME, read_records
from crossroads.learn.questions import question_row, right_choices
from crossroads.learn.tagging import statements
from crossroads.words.lookups import fill
from tests.conftest import ROOT
from tests.test_browser import WAIT, Page, lab  # noqa: F401 - a fixture
from tests.test_course import ASKED, FIVE, TWO, first_lessons

pytestmark = pytest.mark.browser
NAME = "08_an_unseen_article.ipynb"
PACK = load_pack(ROOT / "examples" / "reykjavik")
PERCENTS = {True: (20, 70), False: (100, 0)}


def answer(page, question, right):
    """Choose an answer to a question and press its button; give what it says."""
    known = right_choices(PACK, question)
    rows = PACK.choices[PACK.choices["question_id"] == question]
    text = next(fill(PACK, one.text) for one in rows.itertuples() if (one.choice in known) == right)
    prompt = fill(PACK, question_row(PACK, question)["prompt"])
    form = page.locator("form:has(legend.crossroads-prompt)").filter(has_text=prompt)
    form.get_by_text(text, exact=True).click()
    # By key: a chart that opens above moves what a mouse is about to press.
    form.get_by_role("button").press("Enter")
    page.wait_for_function("one => one.textContent.startsWith('Saved.')", arg=told(form))
    return told(form).inner_text()


def told(form):
    return form.locator(".crossroads-message").element_handle()


def walk(page, careful):
    """Go through the lesson as a reader would; give the replies to the questions."""
    answer(page, "08.voice", careful)
    replies = [answer(page, question, careful) for question in ASKED]
    verdicts = PACK.claims.set_index("claim_id")["verdict"]
    for claim in FIVE:
        page.locator(f'.reader-mark[data-claim="{claim}"]').click()
        verdict = verdicts[claim] if careful else "supported"
        page.locator(f'.reader-panel form input[value="{verdict}"]').check()
        page.locator(".reader-panel form button.crossroads-main").click()
        page.wait_for_selector(".reader-compared")
    for _, row in statements(PACK, "08").iterrows():
        field = page.locator("fieldset:has(details)").filter(has_text=row["quote"]).first
        field.locator(f'input[value="{row["kind"] if careful else "fact"}"]').check()
    page.get_by_role("button", name="Compare").click()
    for place, percent in enumerate(PERCENTS[careful]):
        field = page.locator('.crossroads-percent input[type="number"]').nth(place)
        field.fill("130")
        field.press("Enter")
        note = page.locator(".crossroads-percent .crossroads-note").nth(place)
        assert "0" in note.inner_text() and "100" in note.inner_text(), "130 is refused"
        field.fill(str(percent))
        field.press("Enter")
        page.wait_for_function("one => one.textContent === 'Saved.'", arg=note.element_handle())
    for _ in TWO:
        card = page.locator(".crossroads-card")
        card.locator("button.crossroads-main").click()
        card.get_by_text("Your score").or_(card.locator(".crossroads-sentence")).first.wait_for()
        following = page.locator(".crossroads-card ~ .crossroads-steps button").nth(1)
        if following.is_enabled():
            following.click()
    return replies


@pytest.fixture
def walked(lab, chromium, tmp_path, monkeypatch):  # noqa: F811
    """Open the lesson for somebody who has done the first ones, and walk through it."""
    pages = []

    def go(careful):
        folder = tmp_path / f"careful-{careful}"
        folder.mkdir()
        monkeypatch.setenv(answers.FOLDER_VARIABLE, str(folder))
        first_lessons(load_pack(ROOT / "data"))
        shutil.copyfile(folder / FILE_NAME, lab.folder / "notebooks" / FILE_NAME)
        page = Page(lab, chromium, NAME)
        pages.append(page)
        page.run_all()
        replies = walk(page.page, careful)
        course = page.page.locator(".crossroads:has(.crossroads-chart)").last
        course.locator(".crossroads-title").filter(has_text=" of ").wait_for(timeout=WAIT)
        assert page.errors == [] and page.hosts == {f"127.0.0.1:{lab.port}"}
        return replies, course.locator(".crossroads-title").inner_text()

    yield go
    for page in pages:
        page.page.close()


def test_the_picture_tells_a_careful_reader_from_a_careless_one(walked, lab):  # noqa: F811
    replies, picture = walked(careful=True)
    assert all("Correct" in reply for reply in replies), replies
    assert picture == "4 of 5 went up, none went down", picture
    replies, other = walked(careful=False)
    assert all("Not yet" in reply for reply in replies), replies
    assert other != picture and "went down" in other, other
    saved, damaged = read_records(lab.folder / "notebooks" / FILE_NAME)
    assert not damaged and any(one["question"] == "08.read.c03b" for one in saved)
