"""On a hub: the setting that the wheel brings, the link for learners, an update in mid-course."""

import json
import shutil
import tomllib

import nbformat
import pytest
from jupyter_server.services.contents.filemanager import FileContentsManager

from crossroads.publish import hub_link, server
from crossroads.publish.notebooks import WIDGET_VIEW, clean_on_save
from tests.conftest import ROOT, commit, run


def test_the_wheel_brings_a_setting_that_names_a_module_of_its_own():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    [[name]] = settings["data-files"].values()
    listed = json.loads((ROOT / name).read_text("utf-8"))["ServerApp"]["jpserver_extensions"]
    assert listed == {server.__name__: True}
    assert server._jupyter_server_extension_points() == [{"module": server.__name__}]


def test_a_notebook_saved_on_a_hub_is_readable_without_a_kernel(tmp_path):
    class App:
        contents_manager = FileContentsManager(root_dir=str(tmp_path))

    server._load_jupyter_server_extension(App)
    shown = [{"text/html": "<p>chart</p>", WIDGET_VIEW: {}}, {WIDGET_VIEW: {}, "text/plain": "x"}]
    outputs = [nbformat.v4.new_output("display_data", data) for data in shown]
    cells = [nbformat.v4.new_code_cell("1", outputs=outputs), nbformat.v4.new_markdown_cell("2")]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"widgets": {}})
    App.contents_manager.save({"type": "notebook", "content": notebook}, "lesson.ipynb")
    clean_on_save({"type": "file", "content": "text"})  # A server would only log an error.
    saved = nbformat.read(tmp_path / "lesson.ipynb", as_version=4)
    ours, foreign = (one.data for one in saved.cells[0].outputs)
    assert ours == {"text/html": "<p>chart</p>"} and "widgets" not in saved.metadata
    assert WIDGET_VIEW in foreign, "a widget of somebody else has no other form"


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://example.org/we/course.git", "https://example.org/we/course.git"),
        ("git@example.org:we/course.git", "https://example.org/we/course.git"),
        (None, None),
    ],
)
def test_the_link_names_the_repository_that_this_one_was_cloned_from(tmp_path, remote, address):
    run("git", "init", "-q", cwd=tmp_path)
    if remote:
        run("git", "remote", "add", "origin", remote, cwd=tmp_path)
    assert hub_link.origin(tmp_path) == address


def edit(path, change):
    notebook = nbformat.read(path, as_version=4)
    change(notebook.cells)
    nbformat.write(notebook, path)


def test_a_course_is_updated_while_it_runs_and_no_answer_or_own_cell_is_lost(tmp_path):
    from nbgitpuller.pull import GitPuller

    teacher, learner = tmp_path / "teacher", tmp_path / "learner"
    for name in ("notebooks", "exercises"):
        (teacher / name).mkdir(parents=True)
    shutil.copy(ROOT / ".gitignore", teacher)
    lessons = ("notebooks/00_start_here.ipynb", "exercises/02_summit_chronology.ipynb")
    for name in lessons:
        shutil.copy(ROOT / name, teacher / name)
    commit(teacher)

    def pull():
        list(GitPuller(teacher.as_uri(), str(learner), branch="main").pull())

    pull()
    answers = '{"question": "00.xi", "answer": "c"}\n'
    (learner / "notebooks" / "my_answers.txt").write_text(answers, "utf-8")
    (learner / "notebooks" / "mine.ipynb").write_text("{}", "utf-8")
    own = nbformat.v4.new_code_cell("1 + 1  # my own")
    for name in lessons:
        edit(learner / name, lambda cells: cells.append(own))
        edit(teacher / name, lambda cells: cells[0].update(source=cells[0].source + "\n\nRenewed."))
    edit(learner / lessons[1], lambda cells: cells[3].update(source="What I wrote over it"))
    edit(teacher / lessons[1], lambda cells: cells[3].update(source="What the teacher mended"))
    commit(teacher, "Better words")
    pull()

    assert (learner / "notebooks" / "my_answers.txt").read_text("utf-8") == answers
    assert (learner / "notebooks" / "mine.ipynb").is_file()
    for name in lessons:
        cells = nbformat.read(learner / name, as_version=4).cells
        assert cells[0].source.endswith("Renewed.")
        assert cells[-1].source == "1 + 1  # my own"
    assert cells[3].source == "What I wrote over it"
