"""What a notebook stores: readable with no kernel, light, and nothing private."""

import re

import nbclient
import nbformat
import pytest

from crossroads.pack.command import Stopped
from crossroads.publish.marked_values import MARK
from crossroads.publish.notebooks import WIDGET_VIEW, refresh
from crossroads.publish.site import execute_lessons, lesson_exporter
from crossroads.publish.weave import OF_THE_ARTICLE
from tests.conftest import ROOT
from tests.packs import shared_pack

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
EXERCISES = sorted((ROOT / "exercises").rglob("0*.ipynb"))
WIDGET_CALLS = re.compile(r"^(explore|predict|check_yourself)\(", re.M)
PLACES = ("Pyongyang", "Hanoi", "Singapore", "Seoul", "Korean", "Koreans", "Panmunjom")
# Actors and speakers that a lesson on another article may well name, too.
GENERAL = ("analysts", "many analysts", "UN General Assembly", "General Assembly")


def names_of_the_article():
    """Give a pattern for words that belong into the pack, not into a notebook or into code."""
    pack = shared_pack()
    columns = (pack.actors["name"], pack.actors["short_name"], pack.speakers["name"])
    named = {name for column in columns for name in column} | {*PLACES, "Washington", "Kim Jong"}
    listed = sorted(named - {*GENERAL}, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, listed))})\b")


NAMES = names_of_the_article()


@pytest.mark.parametrize(
    "path", NOTEBOOKS + EXERCISES, ids=lambda one: f"{one.parent.name}-{one.stem}"
)
def test_what_is_stored_is_light_valid_clean_and_ran_in_order(path):
    raw, notebook = path.read_text(encoding="utf-8"), nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert path.stat().st_size < 300_000 and not re.search(r"/(home|root|work|tmp|Users)/", raw)
    assert "widgets" not in notebook.metadata and WIDGET_VIEW not in raw
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    ran = [cell.execution_count for cell in cells if not cell.source.startswith("# Stuck")]
    assert ran == sorted(ran) if path in EXERCISES else ran == [*range(1, len(cells) + 1)]
    assert not {"error", "stream"} & {one.output_type for cell in cells for one in cell.outputs}
    assert max(len(cell.source.splitlines()) for cell in cells) <= 20
    # Facts stand in the pack, or in a paragraph that another pack has in its own words.
    for cell in notebook.cells:
        if OF_THE_ARTICLE not in cell.metadata.get("tags", []):
            assert not NAMES.findall(cell.source), cell.source
        for target in re.findall(r"\]\(([\w./-]+\.\w+)\)", cell.source):
            assert (path.parent / target).exists(), target


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def lesson(request):
    return request.param, nbformat.read(request.param, as_version=4)


def test_names_its_exercises_where_they_are(lesson):
    """On the pages there are no exercises, so the line stands in a notebook only."""
    path, notebook = lesson
    if path.stem.startswith("08"):
        pytest.skip("the lesson is an exercise itself")
    linked = [cell for cell in notebook.cells if "](../exercises/" in cell.source]
    assert len(linked) == 1 and "notebook-only" in linked[0].metadata.tags
    target = re.search(r"\]\((.+?)\)", linked[0].source)[1]
    assert (path.parent / target).is_file()
    assert path.stem.startswith("00") or target.endswith(f"/{path.name}")
    page, _ = lesson_exporter().from_notebook_node(notebook)
    assert "../exercises/" not in page


def test_every_chart_has_picture_sentence_and_table(lesson):
    found, (path, notebook) = 0, lesson
    for cell in notebook.cells:
        if cell.cell_type == "code" and WIDGET_CALLS.search(cell.source):
            data = cell.outputs[0].data
            assert data["text/html"] and data["text/plain"], cell.source
            if "explore(" in cell.source:
                found += 1
                sentence = data["text/plain"]
                assert len(sentence) > 40
                assert "crossroads-picture" in data["text/html"]
                assert "<table><caption>" in data["text/html"]
                assert sentence[:30].split("'")[0] in data["text/html"]
    assert found or path.stem[:2] in ("07",)


def test_no_text_tells_what_a_covered_chart_shows(lesson):
    covered = False
    for cell in lesson[1].cells:
        if cell.source.startswith("#"):
            covered = False
        elif cell.cell_type == "code" and "after=" in cell.source:
            covered = True
        elif covered and OF_THE_ARTICLE in cell.metadata.get("tags", []):
            told = cell.metadata.name not in ("context", "series")
            assert cell.source.startswith("<details>") == told, f"fold it: {cell.source}"


def test_each_paragraph_has_a_name_and_each_sentence_a_line(lesson):
    cells = [cell for cell in lesson[1].cells if cell.cell_type == "markdown"]
    names = [cell.metadata.name for cell in cells]
    assert len(set(names)) == len(names) and all(re.fullmatch(r"[a-z0-9-]+", n) for n in names)
    for cell in cells[1:]:
        for line in MARK.sub("", cell.source).split("\n"):
            # The first words of a paragraph may be its title; a value may hold sentences.
            line = re.sub(r"^\W*\*+[^*]+[.?]\*+ ", "", line)
            if not re.match(r"- \*\*\w+\*\*: |\*|In .*: \*|The quarrel|\(The word", line):
                found = re.findall(r"[a-z][.?!]\)? (?=[A-Z])", line.split("“")[0])
                assert not found, line
    for cell in cells:
        folds = re.findall(r"</summary>(\n?\n?)", cell.source)
        assert all(after == "\n\n" for after in folds), "Markdown in a fold needs a blank line"


def test_no_name_of_the_article_stands_in_code():
    # In Plotly's own bundle a short name can mean anything.
    paths = [
        path
        for path in (ROOT / "crossroads").rglob("*")
        if path.suffix in (".py", ".js", ".css") and not path.name.endswith(".min.js")
    ]
    assert len(paths) > 10
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            assert not NAMES.search(line), f"{path.name}:{number}: {line.strip()}"


class Machine:
    """Stands in for what runs a notebook: it warns as often as it is told to, or fails."""

    def __init__(self, warns=0, error=None):
        self.warns, self.error, self.runs = warns, error, 0

    def __call__(self, notebook, **options):
        self.notebook = notebook
        return self

    def execute(self):
        self.runs += 1
        if self.error:
            raise self.error
        warned = nbformat.v4.new_output("stream", name="stderr", text="busy")
        self.notebook.cells[0].outputs = [warned] if self.runs <= self.warns else []


@pytest.fixture
def lone(tmp_path):
    path = tmp_path / "00_lone.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]), path)
    return path


def test_a_warning_of_a_busy_machine_is_no_end(lone, monkeypatch):
    monkeypatch.setattr(nbclient, "NotebookClient", once := Machine(warns=1))
    refresh(lone)
    assert once.runs == 2
    monkeypatch.setattr(nbclient, "NotebookClient", Machine(warns=2))
    with pytest.raises(RuntimeError, match="not stored; a cell warned"):
        refresh(lone)


def test_a_cell_that_fails_ends_a_packs_pages_in_a_sentence(lone, tmp_path, monkeypatch):
    error = nbclient.exceptions.CellExecutionError("", "KeyError", "no such row")
    monkeypatch.setattr(nbclient, "NotebookClient", Machine(error=error))
    monkeypatch.setattr("crossroads.publish.site.weave", lambda folder: lone.parent)
    (tmp_path / "pages").mkdir()
    with pytest.raises(Stopped, match="00_lone.ipynb: no pages were written.*no such row"):
        execute_lessons(tmp_path / "pages", tmp_path)
