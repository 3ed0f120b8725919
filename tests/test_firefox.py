"""In Firefox, too: front page with the article, classroom view, and a lesson in JupyterLab."""

import pytest

from tests.firefox import PROGRAM, Firefox
from tests.test_browser import Lab

pytestmark = pytest.mark.skipif(not PROGRAM, reason="needs Firefox (Debian: firefox-esr)")


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    one = Firefox(tmp_path_factory.mktemp("profile"))
    yield one
    one.close()


@pytest.fixture(autouse=True)
def nothing_wrong(firefox):
    """What a test opens tells no error, and asks no other machine for anything."""
    firefox.errors.clear()
    firefox.requests.clear()
    yield
    own = ("file:", "data:", "blob:", "about:", "http://127.0.0.1:", "ws://127.0.0.1:")
    assert [one for one in firefox.requests if not one.startswith(own)] == []
    # JupyterLab opens a connection to a kernel again that its own start has cut.
    assert [one for one in firefox.errors if "/api/kernels/" not in one] == []


def by_name(role, name):
    found = f"[...document.querySelectorAll('{role}')]"
    return f"{found}.find((one) => one.textContent.includes('{name}'))"


def test_a_statement_of_the_article_is_judged_by_keyboard_alone(firefox, site, pack):
    firefox.open((site / "index.html").as_uri())
    firefox.wait("document.querySelectorAll('.reader-mark').length > 10")
    firefox.ask("document.querySelector('.reader-mark').focus()")
    firefox.press("Enter")
    firefox.wait("document.activeElement.className === 'reader-quote'")
    for _ in range(8):
        firefox.press("Tab")
        if firefox.ask("document.activeElement.type") == "radio":
            break
    firefox.press("Space", "Enter")
    told = firefox.wait("document.querySelector('.reader-verdicts dd')?.textContent")
    claim = firefox.ask("location.hash").removeprefix("#")
    verdict = pack.claims.set_index("claim_id").loc[claim, "verdict"]
    assert told[2:] == pack.label("claims.verdict", verdict)
    assert firefox.ask("document.querySelector('.reader-progress').textContent").startswith("1 of")


def test_a_chart_is_moved_and_the_classroom_goes_on_by_keyboard(firefox, site):
    firefox.open((site / "02_summit_chronology.html").as_uri())
    veil = "document.querySelector('.crossroads-veil button')"
    firefox.wait(veil + " != null")
    firefox.ask(f"{veil}.click()")
    firefox.wait("document.querySelector('.crossroads-chart .main-svg') != null")
    sentence = "document.querySelector('.live .crossroads-sentence').textContent"
    before = firefox.ask(sentence)
    control = "document.querySelector('.live select, .live input:checked')"
    firefox.ask(f"{control}.focus()")
    firefox.press("ArrowDown")
    firefox.wait(f"{sentence} !== {before!r}")
    firefox.ask(f"{by_name('button', 'Classroom view')}.click()")
    steps = "document.querySelectorAll('main > .cell:not([hidden])').length"
    assert firefox.wait(steps) == 1
    heading = "document.querySelector('main > .cell:not([hidden]) :is(h1, h2)').textContent"
    first = firefox.ask(heading)
    firefox.press("PageDown")
    firefox.wait(f"{heading} !== {first!r}")
    wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert firefox.ask(wide)


def test_a_lesson_runs_in_jupyterlab(firefox, tmp_path):
    lab = Lab(tmp_path)
    try:
        firefox.open(f"http://127.0.0.1:{lab.port}/lab/tree/notebooks/00_start_here.ipynb")
        firefox.wait("document.querySelector('.jp-Notebook .jp-Cell') != null", 60)
        session = "fetch('/api/sessions').then((all) => all.json()).then((all) => all[0]?.kernel)"
        firefox.wait(f"{session}.then((kernel) => kernel?.execution_state === 'idle')", 60)
        firefox.wait("document.querySelector('[data-status=idle]') != null", 60)
        firefox.click(by_name(".lm-MenuBar-itemLabel", "Run"))
        firefox.wait(f"{by_name('.lm-Menu-itemLabel', 'Run All Cells')} != null")
        firefox.click(by_name(".lm-Menu-itemLabel", "Run All Cells"))
        veil = "document.querySelector('.crossroads-veil button')"
        firefox.wait(f"{veil} != null", 60)
        firefox.ask(f"{veil}.click()")
        firefox.wait("document.querySelector('.crossroads-chart .main-svg') != null", 60)
        assert (
            firefox.ask(
                "document.querySelectorAll('.jp-RenderedText[data-mime-type*=error]').length"
            )
            == 0
        )
    finally:
        lab.close()
