"""WCAG 2.2 AA in a real JupyterLab in the dark, and in a narrow window."""

import pytest

from tests.test_browser import LESSONS, Page, broken, ran, stored_breaks

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
