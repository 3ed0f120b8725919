"""WCAG 2.2 AA in a real JupyterLab: the dark theme, focus, announcements, headings."""

import pytest

from tests.test_browser import LESSONS, Page, broken, ran, shown, stored_breaks

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def dark(lab):
    lab.set("apputils-extension", "themes", theme="JupyterLab Dark")
    yield lab
    lab.set("apputils-extension", "themes")


# The lessons that have every kind of widget between them.
@pytest.fixture(scope="module", params=[LESSONS[4], LESSONS[7]])
def lesson(dark, chromium, request):
    page = Page(dark, chromium, request.param)
    page.before = stored_breaks(page)
    yield ran(page)
    page.close()


def test_no_rule_is_broken_in_the_dark(lesson):
    assert lesson.before == [] and broken(lesson.page) == []


def test_a_second_run_all_and_a_narrow_window(lesson):
    lesson.page.set_viewport_size({"width": 800, "height": 1000})
    count = len(lesson.explorers())
    lesson.run_all()
    explorers = lesson.explorers()
    assert len(explorers) == count > 0
    for explorer in explorers:
        box = explorer.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 800
        ink = explorer.evaluate("one => getComputedStyle(one).color")
        assert min(int(part) for part in ink[4:-1].split(",")[:3]) > 180, ink
        text = "one => getComputedStyle(one.querySelector('.main-svg text')).fill"
        assert "rgb(68, 68, 68)" not in explorer.evaluate(text)


def test_focus_stays_and_a_change_is_told_once(dark, chromium):
    page = Page(dark, chromium, "00_start_here.ipynb")
    page.run_all()
    active = "() => document.activeElement.closest('.crossroads')?.textContent ?? ''"
    veil = page.page.wait_for_selector(".crossroads-veil button")
    if veil.is_visible():
        veil.focus()
        page.page.keyboard.press("Enter")
        # The button is gone: the focus goes on to the first control.
        assert page.page.evaluate("() => document.activeElement.tagName") in ("INPUT", "SELECT")
    page.page.focus(".crossroads form:has-text('How many times') input >> nth=0")
    page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector(".crossroads-predicted:has-text('You said')")
    assert "Save my prediction" in page.page.evaluate(active)
    explorer = page.explorers()[0]
    explorer.evaluate(
        """one => {
          globalThis.told = [];
          for (const live of one.querySelectorAll('[aria-live], [role=status]'))
            new MutationObserver(() => told.push(live.textContent))
              .observe(live, { childList: true, characterData: true, subtree: true });
        }"""
    )
    before = shown(explorer)
    explorer.query_selector("input:checked").focus()
    page.page.keyboard.press("ArrowDown")
    page.page.wait_for_function("() => told.length")
    page.page.wait_for_timeout(500)
    now = shown(explorer)
    assert now["sentence"] != before["sentence"]
    assert page.page.evaluate("() => told") == [now["sentence"]]
    page.close()
