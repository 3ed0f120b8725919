"""What all tests share: a folder of answers of their own, the pack, a browser if there is one."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import weakref
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import pytest
from filelock import FileLock

# Notebooks under test must not read or write a developer's own answers.
os.environ["CROSSROADS_ANSWERS"] = tempfile.mkdtemp(prefix="crossroads-answers-")
os.environ.pop("CROSSROADS_PACK", None)

ROOT = Path(__file__).resolve().parents[1]
PACKS = {"course": ROOT / "data", "reykjavik": ROOT / "examples" / "reykjavik"}
# The one without windows does the same at two thirds of the work.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
# Files that take longest start first; else a worker would be left with one of them at the end.
LONGEST = ["site", "browser", "kernel_gone", "accessibility", "labels", "lite", "adapt"]
LONGEST += ["browser_unseen", "other_pack", "browser_exercises"]


def find_browser():
    """Give the path of a Chromium, or None."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def run(*command, cwd=ROOT, encoding="utf-8", typed=None, **variables):
    """Run a command, with some variables of its own; what it says is kept."""
    told = {"capture_output": True, "encoding": encoding, "env": {**os.environ, **variables}}
    return subprocess.run([str(part) for part in command], cwd=cwd, input=typed, **told)


def python(*arguments, **options):
    """Run Python, such as with ``-m`` and the name of a module of ours."""
    return run(sys.executable, *arguments, **options)


def commit(folder, message="As it is"):
    """Put all that a folder holds into a git clone, which begins there where there is none."""
    name = ("-c", "user.name=Teacher", "-c", "user.email=teacher@example.org")
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", message]):
        assert run("git", *name, *words, cwd=folder).returncode == 0, words


def breaks(page, within="html", leave_out=None, **options):
    """Give the rules of axe-core that a page, or a part of it, breaks, each with where and why."""
    from axe_playwright_python.sync_playwright import Axe

    context = {"include": [[within]], "exclude": [[leave_out]] if leave_out else []}
    found = Axe().run(page, context, {"resultTypes": ["violations"], **options})
    return [
        (one["id"], [(node["target"], node["failureSummary"]) for node in one["nodes"]][:3])
        for one in found.response["violations"]
    ]


def _start_with_no_answers(notebook):
    """Give a notebook under nbval an empty folder of answers before its kernel starts."""
    start = notebook.setup

    def setup():
        os.environ["CROSSROADS_ANSWERS"] = tempfile.mkdtemp(prefix="crossroads-answers-")
        start()

    notebook.setup = setup


def _turn(item):
    name = item.path.stem.removeprefix("test_")
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


def pytest_collection_modifyitems(items):
    items.sort(key=_turn)
    for notebook in {id(one.parent): one.parent for one in items}.values():
        if type(notebook).__name__ == "IPyNbFile":
            _start_with_no_answers(notebook)
    if find_browser():
        return
    if os.environ.get("CI"):
        raise pytest.UsageError("CI needs a Chromium for the browser tests; see .ci/run")
    reason = (
        "no Chromium found: install chromium (Debian: apt-get install chromium) or Chrome, "
        "or name one in the variable CHROMIUM"
    )
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=reason))


def pytest_terminal_summary(terminalreporter):
    skipped = [
        one
        for one in terminalreporter.stats.get("skipped", [])
        if "no Chromium" in str(one.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(
            f"NOT RUN: {len(skipped)} browser tests. {skipped[0].longrepr[2]}"
        )


@pytest.fixture(autouse=True)
def _variables_are_put_back():
    """A command sets the variables of its own process, and here that process goes on."""
    with mock.patch.dict(os.environ):
        yield


@pytest.fixture(scope="session")
def pack():
    from tests.packs import shared_pack

    return shared_pack()


@pytest.fixture(scope="session")
def unseen():
    """The pack of the last lesson's article."""
    from tests.packs import shared_pack

    return shared_pack("reykjavik")


@pytest.fixture(params=PACKS)
def any_pack(request):
    return request.getfixturevalue("pack" if request.param == "course" else "unseen")


@pytest.fixture(scope="session")
def of_all_workers(tmp_path_factory):
    """The folder that all workers of a run share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def views(of_all_workers):
    """Every view of every explorer, in the order of its choices; one worker computes for all."""
    from crossroads.learn.opening import EXPLORERS
    from crossroads.publish.site import OWN_PACK, compute_views

    stored = of_all_workers / "views.json"
    with FileLock(of_all_workers / "views.lock"):
        if not stored.is_file():
            with ProcessPoolExecutor() as workers:
                computed = workers.map(compute_views, repeat(OWN_PACK), EXPLORERS)
                every = dict(zip(EXPLORERS, computed, strict=True))
            stored.write_text(json.dumps(every), "utf-8")
    return json.loads(stored.read_text("utf-8"))


@pytest.fixture(scope="session")
def site(of_all_workers, views):
    """The pages, written by one worker for all; no test changes them."""
    from ipywidgets import Widget

    from crossroads.publish.site import build

    folder = of_all_workers
    with FileLock(folder / "site.lock"):
        if not (folder / "site").is_dir():
            build(folder / "unfinished", views=views)
            (folder / "unfinished").rename(folder / "site")
            Widget.close_all()  # Those of the pages would hear what tests save.
    return folder / "site"


def viewed(pack, name, **choice):
    """A view of a chart: facts and table as they are computed, words and figure as on its page."""
    from crossroads.learn.opening import EXPLORERS

    declared = EXPLORERS[name][0](pack)
    choice = declared.checked(choice)
    view = declared.show(**choice)
    return SimpleNamespace(**declared.view(choice) | {"facts": view.facts, "table": view.table})


@pytest.fixture(autouse=True)
def _widgets_end():
    """Close every widget with the test that made it, as a kernel does that ends."""
    from crossroads.charts.widget import Stored

    made = weakref.WeakSet()
    Stored.on_widget_constructed(made.add)
    yield
    Stored.on_widget_constructed(None)
    for one in list(made):
        if isinstance(one, Stored):
            one.close()


@pytest.fixture
def answers_folder(tmp_path, monkeypatch):
    """Give the test an empty folder of answers."""
    monkeypatch.setenv("CROSSROADS_ANSWERS", str(tmp_path))
    return tmp_path


@pytest.fixture
def pack_copy(tmp_path):
    """A copy of the pack that a test may break."""
    ignore = shutil.ignore_patterns("raw", "manifest-sha256.txt")
    return Path(shutil.copytree(ROOT / "data", tmp_path / "pack", ignore=ignore))


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    from tests.test_browser import Lab

    one = Lab(tmp_path_factory.mktemp("lab"))
    yield one
    one.close()


@pytest.fixture(scope="module")
def lab(server):
    """The JupyterLab of all files of tests, without kernels and answers of the file before."""
    server.begin_anew()
    return server


@pytest.fixture(scope="module")
def chromium():
    """A headless Chromium for one file of tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        yield browser
        browser.close()
