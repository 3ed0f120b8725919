"""Site, class and new pack are written aside and swapped: Ctrl-C leaves the old or the new."""

import shutil

import pytest

from crossroads.classroom import collect
from crossroads.pack import new_pack
from crossroads.pack.swap import swapped
from crossroads.publish import site


def stop(*_, **__):
    raise KeyboardInterrupt


def half_a_site(folder, *_):
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
