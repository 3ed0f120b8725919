"""WCAG 2.2 AA in a real JupyterLab: rules of axe-core, focus, announcements, 200 % zoom."""

import json

import pytest

from tests.conftest import ROOT
from tests.test_browser import LESSONS, Lab, Page, lab, shown

__all__ = ["lab"]  # a fixture
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
browser = pytest.mark.browser


@pytest.fixture(scope="module")
def dark(tmp_path_factory):
    one = Lab(tmp_path_factory.mktemp("dark"), "JupyterLab Dark")
    yield one
    one.close()


def broken(page):
    """Give the rules of axe-core that our outputs break, each with where and why."""
    from axe_playwright_python.sync_playwright import Axe

    options = {
        "runOnly": {"type": "tag", "values": LEVELS},
        "resultTypes": ["violations"],
        # Off by default, and part of WCAG 2.2 AA.
        "rules": {"target-size": {"enabled": True}},
    }
    found = Axe().run(page, {"include": [[".jp-OutputArea-output"]]}, options)
    return [
        (one["id"], [(node["target"], node["failureSummary"]) for node in one["nodes"]][:3])
        for one in found.response["violations"]
    ]


def unfold(page):
    page.eval_on_selector_all(
        ".jp-OutputArea details", "all => all.forEach(one => (one.open = true))"
    )


@browser
@pytest.mark.parametrize("name", LESSONS)
def test_no_rule_is_broken_and_200_percent_cut_nothing(lab, chromium, name):
    page = opened_and_run(lab, chromium, name)
    page.page.set_viewport_size({"width": 700, "height": 20_000})  # 1400, magnified twice
    page.page.wait_for_timeout(300)
    assert page.page.evaluate(TOO_WIDE) == []
    page.page.close()


@browser
@pytest.mark.parametrize("name", [LESSONS[1], LESSONS[4], LESSONS[6], LESSONS[7]])
def test_no_rule_is_broken_in_the_dark(dark, chromium, name):
    """In the lessons that have every kind of widget between them."""
    opened_and_run(dark, chromium, name).page.close()


def opened_and_run(lab, chromium, name):
    """Open a lesson and run it; before and after, our outputs break no rule."""
    page = Page(lab, chromium, name)
    page.page.set_viewport_size({"width": 1400, "height": 16_000})
    page.page.wait_for_selector(".crossroads-stored")
    unfold(page.page)
    assert broken(page.page) == []
    page.run_all()
    page.explorers()
    unfold(page.page)
    assert broken(page.page) == []
    return page


# A chart and a table may be wider than the page: they have a frame that scrolls.
TOO_WIDE = """() => [...document.querySelectorAll('.jp-OutputArea-output')].flatMap(root => {
  const right = root.getBoundingClientRect().right + 1;
  const inside = (one) => one.closest('.crossroads-frame, table, svg, [hidden]');
  const words = 'p, li, label, legend, button, select, textarea, summary';
  return [...root.querySelectorAll(words)]
    .filter(one => !inside(one) && one.getClientRects().length)
    .filter(one => one.getBoundingClientRect().right > right)
    .map(one => `${one.tagName} ${one.className} ${one.textContent.slice(0, 60)}`);
})"""


@browser
def test_focus_stays_and_a_change_is_told_once(lab, chromium):
    page = Page(lab, chromium, "00_start_here.ipynb")
    page.run_all()
    active = "() => document.activeElement.closest('.crossroads')?.textContent ?? ''"
    veil = page.page.wait_for_selector(".crossroads-veil button")
    if veil.is_visible():
        veil.focus()
        page.page.keyboard.press("Enter")
        # The button is gone: the focus goes on to the first control.
        assert page.page.evaluate("() => document.activeElement.tagName") in ("INPUT", "SELECT")
    page.page.focus(".crossroads form input")
    page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector(".crossroads-predicted:has-text('You predicted')")
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
    page.page.close()


@pytest.mark.parametrize("name", LESSONS)
def test_headings_are_in_order(name):
    cells = json.loads((ROOT / "notebooks" / name).read_text(encoding="utf-8"))["cells"]
    lines = [
        line
        for cell in cells
        if cell["cell_type"] == "markdown"
        for line in "".join(cell["source"]).split("\n")
    ]
    levels = [len(line) - len(line.lstrip("#")) for line in lines if line.startswith("#")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= sooner + 1 for sooner, later in zip(levels, levels[1:], strict=False))
