"""Lessons whose kernel is the browser: what is pinned, and a run with the network blocked.

The run fetches what it needs, so it is left to CI, and to ``CROSSROADS_LITE=1``; with
``CROSSROADS_LITE=all`` (``make soak``) more lessons run.
"""

import json
import os
import re
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

from crossroads.publish import lite
from crossroads.publish.site import lesson_exporter
from tests.conftest import ROOT

WANTED = os.environ.get("CROSSROADS_LITE", "1" if os.environ.get("CI") else "")
fetches = pytest.mark.skipif(not WANTED, reason="fetches packages: CROSSROADS_LITE=1 runs it")
whole = pytest.mark.skipif(WANTED != "all", reason="takes minutes: make soak runs it")
NOTEBOOK = ".jp-NotebookPanel:not(.lm-mod-hidden)"


def test_every_package_is_pinned_by_version_and_hash():
    for name in ("lite-build.txt", "lite-browser.txt"):
        lines = (lite.PINS / name).read_text("utf-8").splitlines()
        pins = [line for line in lines if not line.startswith("#")]
        assert len(pins) > 5
        for pin in pins:
            assert re.fullmatch(r"[\w.-]+==[\w.]+ --hash=sha256:[0-9a-f]{64}", pin), pin


def test_another_file_than_the_pinned_one_is_refused():
    with pytest.raises(lite.WrongHash, match="pyodide.js is not the file"):
        lite.pinned_files(lambda name: b"another")


def test_jupyterlite_finds_every_lesson_exercise_and_table(tmp_path):
    lite.write_contents(tmp_path)
    found, folders = set(), [""]
    for folder in folders:
        listed = json.loads((tmp_path / "api/contents" / folder / "all.json").read_text("utf-8"))
        for entry in listed["content"]:
            if entry["type"] == "directory":
                folders.append(entry["path"])
            else:
                found.add(entry["path"])
                assert (tmp_path / "files" / entry["path"]).stat().st_size == entry["size"]
    for place in ("notebooks/*.ipynb", "exercises/*.ipynb", "data/*.csv"):
        for path in ROOT.glob(place):
            assert path.relative_to(ROOT).as_posix() in found
    assert not any("/solutions/" in path or "my_answers" in path for path in found)


def test_a_page_leads_to_its_lesson_only_where_the_lesson_runs():
    frame = lesson_exporter().environment.get_template("page.html.j2")
    lessons = [{"page": "00_start_here.html"}, {"page": "02_summit_chronology.html"}]
    render = partial(frame.render, lessons=lessons, body="", credit="", extras=[])
    live = "lite/lab/index.html?path=notebooks/"
    assert f'"{live}02_summit_chronology.ipynb"' in render(lesson=lessons[1], live=live)
    assert f'"{live}00_start_here.ipynb"' in render(live=live)
    assert "Run the code" not in render(lesson=lessons[1], live=None)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of JupyterLite on a server that can do nothing but hand out files."""
    folder = tmp_path_factory.mktemp("online")
    lite.build(folder / "lite")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def page(chromium, address):
    """A page that reaches this server only; what else was asked for stands in `page.outside`."""
    context = chromium.new_context(viewport={"width": 1300, "height": 1000})
    page = context.new_page()
    page.outside = []

    def decide(route):
        if route.request.url.startswith((address, "data:", "blob:")):
            return route.continue_()
        page.outside.append(route.request.url)
        return route.abort()

    context.route("**/*", decide)
    yield page
    assert page.outside == []
    context.close()


def open_in_lab(page, address, path):
    page.goto(f"{address}lite/lab/index.html?path={path}")
    page.wait_for_selector(f"{NOTEBOOK} .jp-Cell", timeout=60_000)


def run_all(page):
    """Run a notebook, wait for its last cell, and give what went wrong in its cells."""
    kinds = ("error", "stderr")
    wrong = page.locator(
        ", ".join(f"{NOTEBOOK} [data-mime-type='application/vnd.jupyter.{one}']" for one in kinds)
    )
    prompts = page.locator(f"{NOTEBOOK} .jp-CodeCell .jp-InputPrompt")
    idle = page.get_by_text("| Idle")
    # What is asked of a kernel that is not there yet can be lost: all cells stay without a star.
    expect(idle).to_be_visible(timeout=120_000)
    page.get_by_text("Run", exact=True).first.click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    # JupyterLab goes to the last cell, which waits with a star until all before it have run;
    # a cell that fails ends the run.
    ended = prompts.last.filter(has_text=re.compile(r"\[\d+\]")).or_(wrong.first)
    expect(ended.first).to_be_visible(timeout=180_000)
    expect(idle).to_be_visible(timeout=60_000)
    return wrong.all_inner_texts()


@fetches
@pytest.mark.browser
def test_a_lesson_runs_in_the_browser_and_keeps_an_answer(page, address):
    open_in_lab(page, address, "notebooks/00_start_here.ipynb")
    back = page.locator("#pages").get_attribute("href")
    assert back == "../../00_start_here.html"
    assert run_all(page) == []
    # The last cell is in view; JupyterLab shows others when they come into it.
    page.set_viewport_size({"width": 1300, "height": 3000})
    page.locator(f"{NOTEBOOK} .jp-WindowedPanel-outer").evaluate("one => (one.scrollTop = 0)")
    page.get_by_text("Once or twice").click()
    page.get_by_role("button", name="Save my prediction").click()
    page.wait_for_selector(".crossroads .js-plotly-plot, .js-plotly-plot", timeout=60_000)
    page.goto(f"{address}lite/lab/index.html?path=notebooks/my_answers.txt")
    page.wait_for_selector(".cm-line:has-text('00.xi')", timeout=60_000)


LONGER = (
    "notebooks/02_summit_chronology",
    "notebooks/06_what_analysts_expected",
    "exercises/02_summit_chronology",
)


@whole
@pytest.mark.browser
@pytest.mark.parametrize("name", LONGER)
def test_longer_lessons_and_exercises_run_in_the_browser(page, address, name):
    open_in_lab(page, address, f"{name}.ipynb")
    assert run_all(page) == []


BROKEN = """
from pathlib import Path; from crossroads import load_pack
path = Path("../data/events.csv"); text = path.read_text()
path.write_text(text.replace("2018-06-12", "2018-06-42"))
load_pack()
"""


@whole
@pytest.mark.browser
def test_a_broken_pack_is_told_in_the_browser_as_on_a_laptop(page, address):
    open_in_lab(page, address, "notebooks/00_start_here.ipynb")
    cell = page.locator(f"{NOTEBOOK} .jp-CodeCell .cm-content").first
    cell.click()
    page.keyboard.press("Control+a")
    cell.fill(BROKEN)
    page.keyboard.press("Shift+Enter")
    told = page.locator(f"{NOTEBOOK} .jp-OutputArea-output").filter(has_text="2018-06-42").first
    told.wait_for(timeout=180_000)
    assert "events.csv, row" in told.inner_text()
