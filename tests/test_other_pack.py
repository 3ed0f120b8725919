"""The lessons run on any pack: with fewer tables, on another article, on one just begun."""

import ast
import json
import re

import nbformat
import pytest
from nbclient import NotebookClient

from crossroads.learn.opening import EXPLORERS, load_pack
from crossroads.pack.pack import Pack
from crossroads.pack.tables import MANIFEST, digest, read_descriptor
from crossroads.publish.check_data import check_pack
from tests.conftest import ROOT
from tests.packs import REQUIRED, smaller_pack

# The last lesson opens another pack by its name, whatever pack is meant.
LESSONS = sorted((ROOT / "notebooks").glob("0[0-7]*.ipynb"))
TABLES = [one["name"] for one in read_descriptor(ROOT / "data")["resources"]]
LEFT_OUT = re.compile(r"This part needs .*?, which this pack does not have\.")


def run_lesson(path):
    """Run the code cells of a notebook in this process; give the text form of each output.

    A kernel for each of some hundred runs would take minutes for nothing:
    what a cell shows is asked for here as a kernel asks.
    """
    shown, names = [], {}

    def display(value):
        if hasattr(value, "_repr_mimebundle_"):
            value._repr_mimebundle_()
        elif hasattr(value, "_repr_html_"):
            value._repr_html_()
        shown.append(repr(value))

    names["display"] = display
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            tree = ast.parse("".join(cell["source"]))
            last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, path.name, "exec"), names)
            value = last and eval(compile(ast.Expression(last.value), path.name, "eval"), names)
            if value is not None:
                display(value)
    return shown


def run_lessons(folder, monkeypatch, lessons=LESSONS):
    monkeypatch.setenv("CROSSROADS_PACK", str(folder))
    return {path.stem: "\n".join(run_lesson(path)) for path in lessons}


def test_on_its_own_pack_no_part_of_a_lesson_is_left_out(on_own_pack):
    for lesson, (_, shown) in on_own_pack.items():
        assert not LEFT_OUT.findall(shown), lesson.stem
    known = set(load_pack(ROOT / "data").questions["question_id"])
    for path in LESSONS:
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for call in re.findall(
                r"(?:check_yourself|predict)\(([^)]*)\)", "".join(cell["source"])
            ):
                assert set(re.findall(r'"([^"]+)"', call)) <= known, call


@pytest.fixture(scope="module")
def on_own_pack(tmp_path_factory):
    """Run each lesson on its own pack: the tables that it looks into, and what it shows."""
    ran, patch = {}, pytest.MonkeyPatch()
    patch.setenv("CROSSROADS_ANSWERS", str(tmp_path_factory.mktemp("answers")))
    reach, has = Pack.__getattr__, Pack.has

    def noted_has(pack, *names):
        looked.update(names)
        return has(pack, *names)

    def noted(pack, name):
        looked.add(name)
        return reach(pack, name)

    patch.setattr(Pack, "__getattr__", noted)
    patch.setattr(Pack, "has", noted_has)
    for path in LESSONS:
        looked = set()
        shown = run_lessons(ROOT / "data", patch, [path])[path.stem]
        ran[path] = looked, shown
    patch.undo()
    return ran


@pytest.mark.parametrize("table", [one for one in TABLES if one != "article"])
def test_without_any_one_table_the_lessons_say_so_and_go_on(
    table, on_own_pack, tmp_path, answers_folder, monkeypatch
):
    folder = smaller_pack(tmp_path / "pack", set(TABLES) - {table})
    lessons = [path for path, (looked, _) in on_own_pack.items() if table in looked]
    shown = run_lessons(folder, monkeypatch, lessons)
    assert len(getattr(load_pack(folder), table)) == 0
    said = {one for text in shown.values() for one in LEFT_OUT.findall(text)}
    if any(table in needs for _, needs in EXPLORERS.values()):
        assert any(re.search(rf"\b{table}\b", one) for one in said), said


def test_with_the_required_tables_alone_every_lesson_runs(tmp_path, answers_folder, monkeypatch):
    folder = smaller_pack(tmp_path / "pack", REQUIRED)
    shown = run_lessons(folder, monkeypatch)
    assert all(LEFT_OUT.search(one) for one in shown.values())
    assert "needs the tables stances, issues and positions" in shown["04_policy_stances"]


def test_a_pack_is_named_from_the_folder_above_and_keeps_answers_apart(tmp_path, monkeypatch, pack):
    from crossroads.learn import answers

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CROSSROADS_ANSWERS", str(tmp_path))
    (tmp_path / "notebooks").mkdir()
    smaller_pack(tmp_path / "mine", REQUIRED)
    monkeypatch.chdir(tmp_path / "notebooks")
    answers.save_answer("02.gap", "in one article")
    monkeypatch.setenv("CROSSROADS_PACK", "mine")
    assert load_pack().descriptor["name"] == "mine"
    assert answers.saved_answers() == {}
    answers.save_answer("02.gap", "in the other")
    assert answers.saved_answers() == {"02.gap": "in the other"}
    monkeypatch.delenv("CROSSROADS_PACK")
    assert answers.saved_answers() == {"02.gap": "in one article"}


OTHER_PACKS = sorted(path.parent for path in (ROOT / "examples").glob("*/datapackage.json"))
assert OTHER_PACKS, "examples/ holds a second article"


@pytest.mark.parametrize("folder", OTHER_PACKS, ids=lambda path: path.name)
def test_the_packs_of_other_articles_are_checked(folder):
    assert check_pack(folder) == []
    stored = (folder / MANIFEST).read_text()
    assert stored == digest(folder, read_descriptor(folder)), f"make check-data PACK={folder}"


@pytest.mark.parametrize("folder", OTHER_PACKS, ids=lambda path: path.name)
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_every_lesson_runs_in_a_kernel_on_other_articles(
    folder, lesson, answers_folder, monkeypatch
):
    """As ``make lab PACK=examples/...`` opens them: a path seen from the folder above."""
    monkeypatch.setenv("CROSSROADS_PACK", folder.relative_to(ROOT).as_posix())
    notebook = nbformat.read(lesson, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": lesson.parent}},
    )
    client.execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    texts = [output["data"]["text/plain"] for output in outputs if "data" in output]
    assert not [output for output in outputs if output.output_type in ("stream", "error")]
    own = load_pack(folder).article["credit"].iloc[0]
    assert any(own in text or LEFT_OUT.search(text) for text in texts)
    assert not re.findall(r"Pyongyang|Korea|Kim Jong|Trump|Biden", "\n".join(texts))
