"""The last lesson in a real Chromium, walked by a careful reader."""

import shutil

import pytest

from crossroads.learn import answers
from crossroads.learn.questions import right_choices
from crossroads.learn.tagging import statements
from crossroads.words.lookups import fill
from tests.packs import shared_pack
from tests.test_browser import WAIT, Page
from tests.test_course import ASKED, FIVE, TWO, first_lessons

pytestmark = pytest.mark.browser
NAME = "08_an_unseen_article.ipynb"
PACK = shared_pack("reykjavik")


def answer(page, question):
    """Choose the right answer to a question and press its button; give what it says."""
    known = right_choices(PACK, question)
    rows = PACK.choices[PACK.choices["question_id"] == question]
    text = next(fill(PACK, one.text) for one in rows.itertuples() if one.choice in known)
    prompt = fill(PACK, PACK.row("questions", question)["prompt"])
    form = page.locator("form:has(legend.crossroads-prompt)").filter(has_text=prompt)
    form.get_by_text(text, exact=True).click()
    # By key: a chart that opens above moves what a mouse is about to press.
    form.get_by_role("button").press("Enter")
    page.wait_for_function("one => one.textContent.startsWith('Saved.')", arg=told(form))
    return told(form).inner_text()


def told(form):
    return form.locator(".crossroads-message").element_handle()


def walk(page):
    """Go through the lesson as a careful reader does; give the replies to the questions."""
    replies = [answer(page, question) for question in ASKED]
    verdicts = PACK.claims.set_index("claim_id")["verdict"]
    for claim in FIVE:
        page.locator(f'.reader-mark[data-claim="{claim}"]').click()
        page.locator(f'.reader-panel form input[value="{verdicts[claim]}"]').check()
        page.locator(".reader-panel form button.crossroads-main").click()
        page.wait_for_selector(".reader-compared")
    for _, row in statements(PACK, "08").iterrows():
        field = page.locator("fieldset:has(details)").filter(has_text=row["quote"]).first
        field.locator(f'input[value="{row["kind"]}"]').check()
    page.get_by_role("button", name="Compare").click()
    for place, percent in enumerate((20, 70)):
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


def test_a_careful_reader_sees_it_in_the_picture(lab, chromium, tmp_path, monkeypatch):
    """Of somebody who has done the first lessons; `test_course.py` has a careless one."""
    monkeypatch.setenv(answers.FOLDER_VARIABLE, str(tmp_path))
    first_lessons(shared_pack())
    shutil.copyfile(tmp_path / answers.FILE_NAME, lab.answers)
    page = Page(lab, chromium, NAME)
    page.run_all()
    answer(page.page, "08.voice")
    replies = walk(page.page)
    assert all("Correct" in reply for reply in replies), replies
    title = page.page.locator(".crossroads:has(.crossroads-chart)").last.locator(
        ".crossroads-title"
    )
    title.filter(has_text="4 of 5 went up, none went down").wait_for(timeout=WAIT)
    saved, damaged, _ = answers.read_records(lab.answers)
    assert not damaged and any(one["question"] == "08.read.c03b" for one in saved)
    page.close()
