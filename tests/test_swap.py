"""Site, class, new pack and notebooks are written aside and swapped: Ctrl-C harms none."""

import shutil

import nbformat
import pytest

from crossroads.classroom import collect
from crossroads.learn import brief
from crossroads.pack import new_pack
from crossroads.pack.swap import swapped
from crossroads.publish import site
from crossroads.publish.notebooks import refresh


def stop(*_, **__):
    raise KeyboardInterrupt


def half_a_site(folder, *_, **__):
    (folder / "index.html").write_text("half")
    raise KeyboardInterrupt


def make_site(folder, pack, monkeypatch):
    monkeypatch.setattr(site, "build", half_a_site)
    monkeypatch.setenv("CROSSROADS_ANSWERS", "")
    site.main(folder)


def make_class(folder, pack, monkeypatch):
    monkeypatch.setattr(collect, "class_page", stop)
    collect.collect(folder.parent, pack)


def make_pack(folder, pack, monkeypatch):
    shutil.rmtree(folder)
    monkeypatch.setattr(new_pack, "write_dictionary", stop)
    new_pack.new_pack(folder)


MAKERS = {"site": make_site, "collected": make_class, "mine": make_pack}


@pytest.mark.parametrize("name", MAKERS)
def test_what_is_stopped_in_the_middle_leaves_what_was_there(name, tmp_path, pack, monkeypatch):
    (tmp_path / name).mkdir()
    (tmp_path / name / "index.html").write_text("whole")
    with pytest.raises(KeyboardInterrupt):
        MAKERS[name](tmp_path / name, pack, monkeypatch)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == (set() if name == "mine" else {name, f"{name}/index.html"})
    assert name == "mine" or (tmp_path / name / "index.html").read_text() == "whole"


def test_a_refresh_that_is_stopped_leaves_the_notebook_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "lesson.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]), path)
    before = path.read_bytes()
    monkeypatch.setattr("nbclient.NotebookClient.execute", lambda client: None)
    monkeypatch.setattr(brief.os, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        refresh(path)
    assert path.read_bytes() == before and [*tmp_path.iterdir()] == [path]


def test_a_swap_keeps_what_is_not_written_anew_and_mends_one_that_broke_off(tmp_path):
    folder = tmp_path / "site"
    (folder / "mine").mkdir(parents=True)
    (folder / "mine" / "notes.txt").write_text("notes")
    (folder / "page.html").write_text("old")
    folder.rename(tmp_path / ".site.old")  # As a power cut leaves it.
    (tmp_path / ".site.new").mkdir()
    with swapped(folder) as new:
        assert (folder / "page.html").read_text() == "old"
        (new / "page.html").write_text("new")
    assert (folder / "page.html").read_text() == "new"
    assert (folder / "mine" / "notes.txt").read_text() == "notes"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
