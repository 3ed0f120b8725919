"""In Firefox, too: front page with the article, classroom view, and a lesson in JupyterLab."""

import os

import pytest

from tests.conftest import ROOT
from tests.firefox import PROGRAM, Firefox

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


PAGES = ["index", *(path.stem for path in sorted(ROOT.glob("notebooks/0*.ipynb")))]
PAGES += [f"exercises_0{number}" for number in range(1, 8)]
# Whatever the tabulator should reach: of a group of choices the chosen or first one.
STOPS = """(() => {
  const all = "a[href], button, select, input, textarea, summary, [tabindex]";
  return [...document.querySelectorAll(all)]
    .filter((one) => one.tabIndex >= 0 && !one.disabled)
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => {
      if (one.type !== "radio") return true;
      const group = [...document.getElementsByName(one.name)];
      return group.some(({ checked }) => checked) ? one.checked : one === group[0];
    });
})()"""
REVEAL = (
    "document.querySelectorAll('[data-widget=explorer]').forEach((one) => one.explorer.reveal())"
)


@pytest.mark.skipif(not os.environ.get("CROSSROADS_SOAK"), reason="`make soak` walks every page")
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_walked_by_keyboard(firefox, site, name):
    firefox.open((site / f"{name}.html").as_uri())
    charts = "document.querySelectorAll('[data-widget=explorer]')"
    drawn = "document.querySelectorAll('[data-widget=explorer] .main-svg:first-child').length"
    firefox.wait(f"[...{charts}].every((one) => one.explorer)")
    firefox.ask(REVEAL)
    firefox.wait(f"{drawn} >= {charts}.length")
    for place in range(firefox.ask(f"{charts}.length")):
        chart = f"{charts}[{place}]"
        value = f"JSON.stringify({chart}.explorer.value())"
        controls = f"{chart}.querySelectorAll('.crossroads-controls :is(select, input:checked)')"
        for control in range(firefox.ask(f"{controls}.length")):
            before = firefox.ask(value)
            firefox.ask(f"{controls}[{control}].focus()")
            # The start may be the last option.
            firefox.press("ArrowDown")
            if firefox.ask(value) == before:
                firefox.press("ArrowUp")
            assert firefox.ask(value) != before, f"chart {place}, control {control}"
    firefox.ask("document.addEventListener('focusin', ({ target }) => (target.walked = true))")
    firefox.ask(f"{STOPS}[0].focus()")
    # One more, and the focus would leave the page for the window around it.
    firefox.press(*["Tab"] * (firefox.ask(f"{STOPS}.length") - 1))
    missed = f"{STOPS}.filter((one) => !one.walked).map((one) => one.outerHTML.slice(0, 90))"
    assert firefox.ask(f"{missed}.join('\\n')") == ""


def test_a_lesson_runs_in_jupyterlab(firefox, lab):
    firefox.open(f"http://{lab.host}/lab/tree/notebooks/00_start_here.ipynb?reset")
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
    failed = "document.querySelectorAll('.jp-RenderedText[data-mime-type*=error]').length"
    assert firefox.ask(failed) == 0
