"""What an adapter runs: one sentence at the end; a faulty row does not close the lessons."""

import nbformat
import pytest

from crossroads.learn.opening import faulty_card, load_pack
from crossroads.pack.check import check_pack
from crossroads.pack.problems import PackError
from crossroads.pack.tables import read_descriptor
from crossroads.publish import marked_values
from crossroads.publish.check_mine import check_mine, check_notebook, cut_charts, main
from crossroads.publish.weave import COURSE
from crossroads.publish.weave import STATE as WOVEN
from tests.packs import REQUIRED, set_cell, set_rows, smaller_pack, woven_lesson
from tests.test_broken_packs import NULS, WINDOWS

LESSON = COURSE / "02_summit_chronology.ipynb"


def changed(folder, pack, change):
    """Check a copy of lesson 2 after a change of its cells."""
    notebook = nbformat.read(LESSON, as_version=4)
    notebook.cells = change(notebook.cells)
    path = folder / "02_mine.ipynb"
    nbformat.write(notebook, path)
    return path, [str(one) for one in check_notebook(path, pack, marked_values.values(pack))[0]]


def without(*words):
    return lambda cells: [one for one in cells if not any(word in one.source for word in words)]


def with_source(old, new):
    def change(cells):
        for cell in cells:
            cell.source = cell.source.replace(old, new)
        return cells

    return change


SLIPS = {
    "a chart's name": (with_source('"gap"', '"gaps"'), "did you mean 'gap'"),
    "a question's id": (with_source('"02.first"', '"02.frist"'), "did you mean '02.first'"),
    "a passage": (with_source('"02.says"', '"02.say"'), "did you mean '02.says'"),
    "a value of the tables": (
        with_source("30 June 2019<!--", "30 July 2019<!--"),
        "says 30 July 2019, the tables give 30 June 2019",
    ),
    "a part that another uses": (without("meetings = pack"), "uses meetings, which no cell before"),
    "a prediction": (without('predict(pack, "02.gap")'), 'put predict(pack, "02.gap") before it'),
    "the chart of a prediction": (without('"gap"'), "02.gap asks for a prediction that no chart"),
    "a name of the module": (with_source("show_excerpt,", ""), "calls show_excerpt, which the"),
    "a bracket": (with_source('"02.says")', '"02.says"'), "is no Python"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_in_a_notebook_is_named_with_its_cell(tmp_path, pack, name):
    change, words = SLIPS[name]
    _, problems = changed(tmp_path, pack, change)
    assert any(words in one and "02_mine.ipynb: cell " in one for one in problems), problems


def test_what_was_cut_is_named_so_that_nothing_speaks_of_it(tmp_path, pack):
    path, problems = changed(tmp_path, pack, without('"contacts"'))
    assert not problems and cut_charts(path) == ["contacts"]


def test_one_faulty_row_leaves_the_lessons_open_under_a_banner(pack_copy, capsys):
    set_cell("glossary", 40, "kind", "wepaon")(pack_copy)
    assert len(check_pack(pack_copy)) == 1, "the check stays strict"
    opened = load_pack(pack_copy)
    assert opened.left_out == [("glossary.csv", 40)]
    said = repr(faulty_card(opened))
    assert "One thing needs mending" in said and "without one row." in said
    assert "glossary.csv, row 40, column kind" in said and "make check-mine" in said
    assert main(pack_copy) == 1
    sentence = capsys.readouterr().out.strip().split("\n")[-1]
    assert sentence.startswith(
        "pack: 1 thing is to mend; until then the lessons open without 1 row"
    )


def test_rows_that_need_the_faulty_row_go_with_it(pack_copy, pack):
    set_cell("events", "hanoi-2019", "date", "27.2.2019")(pack_copy)
    opened = load_pack(pack_copy)
    assert {"events.csv"} < {file for file, _ in opened.left_out}
    assert "hanoi-2019" not in set(opened.events["event_id"])
    assert len(opened.events) == len(pack.events) - 1


def test_many_faulty_rows_close_the_pack(pack_copy):
    spoil = set_rows("events", lambda rows: [rows[0], *([row[0], "x"] for row in rows[1:])])
    spoil(pack_copy)
    with pytest.raises(PackError):
        load_pack(pack_copy)
    assert "until then no lesson opens" in check_mine(pack_copy)[2]


TEXTS = {
    b"# Caf\xe9\n": "lessons/02.md, row 1: is not in UTF-8",
    b"\xef\xbb\xbf# Mine\n\n## context\n\nA.\n\n## context\n\nB.\n": "context: stands there 2",
}


@pytest.mark.parametrize("text", TEXTS)
def test_texts_and_notebooks_that_an_editor_or_a_power_cut_damaged_are_named(tmp_path, text):
    folder = smaller_pack(tmp_path / "mine", {*REQUIRED, "passages"})
    count = len(read_descriptor(folder)["resources"])
    assert f"nothing to mend in {count} tables" in check_mine(folder)[2]
    (first,) = sorted((folder / "notebooks").glob("*.ipynb"))
    first.write_text("{")
    (folder / "notebooks" / WOVEN).write_text("{")
    problems = [str(one) for one in check_mine(folder)[0]]
    assert problems == [f"notebooks/{first.name}: is damaged, or no notebook; delete it or put it "
                        "back from a copy"]  # fmt: skip
    (folder / "lessons").mkdir()
    (folder / "lessons" / "02.md").write_bytes(text)
    problems = [str(one) for one in check_mine(folder)[0]]
    assert [TEXTS[text] in one for one in problems].count(True) == 1, problems
    if text.startswith(b"\xef"):
        assert woven_lesson(2, folder).notebook.cells[0].source.startswith("# 2 · Mine\n")


@pytest.mark.parametrize("slip", [WINDOWS, NULS], ids=["Windows", "NUL"])
def test_a_table_that_cannot_be_read_closes_the_pack_with_its_message(pack_copy, slip):
    slip(pack_copy)
    with pytest.raises(PackError) as told:
        load_pack(pack_copy)
    assert str(told.value) == str(PackError(check_pack(pack_copy)))
    assert "until then no lesson opens" in check_mine(pack_copy)[2]
