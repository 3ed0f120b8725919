"""Lessons are woven for any pack: with fewer tables, on another article, on one just begun."""

import ast
import json
import re
import shutil
import warnings

import nbformat
import pytest
from ipywidgets import Widget
from nbclient import NotebookClient

from crossroads.learn.opening import EXPLORERS, load_pack
from crossroads.pack.tables import MANIFEST, digest, read_descriptor
from crossroads.publish import check_data
from crossroads.publish.check_data import check_pack
from crossroads.publish.weave import Lesson, could_use, weave, weave_lessons
from tests.conftest import ROOT
from tests.packs import REQUIRED, set_cell, set_rows, smaller_pack, woven_lesson

# The last lesson opens another pack by its name, whatever pack is meant.
LESSONS = sorted((ROOT / "notebooks").glob("0[0-7]*.ipynb"))
TABLES = [one["name"] for one in read_descriptor(ROOT / "data")["resources"]]
FIRST = LESSONS[0].name
COURSE_CODE = "".join(path.read_text(encoding="utf-8") for path in LESSONS).replace('\\"', '"')
NEEDED = {table for _, needs in EXPLORERS.values() for table in needs}
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


def run_woven(folder, monkeypatch):
    """Weave the lessons of a pack and run them as their author does; give both."""
    target = weave(folder)
    monkeypatch.chdir(target)
    monkeypatch.setenv("CROSSROADS_PACK", str(folder))
    paths = sorted(target.glob("*.ipynb"))
    lessons = [Lesson(path.name, nbformat.read(path, as_version=4)) for path in paths]
    return lessons, {path.stem: "\n".join(run_lesson(path)) for path in paths}


def test_on_its_own_pack_no_part_of_a_lesson_is_left_out():
    """Stored results are what a run gives: nbval holds them to that."""
    known = set(load_pack(ROOT / "data").questions["question_id"])
    for path in LESSONS:
        assert not LEFT_OUT.search(path.read_text(encoding="utf-8")), path.name
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for call in re.findall(
                r"(?:check_yourself|predict)\(([^)]*)\)", "".join(cell["source"])
            ):
                assert set(re.findall(r'"([^"]+)"', call)) <= known, call


OPTIONAL = sorted({*NEEDED, "questions", "passages", "marks"} - {*REQUIRED})


@pytest.mark.parametrize("part", range(3))
def test_without_some_tables_the_lessons_leave_out_what_needs_them(part, tmp_path, answers_folder):
    """Weaving runs every cell that is left; each table is away once."""
    away = set(OPTIONAL[part::3])
    folder = smaller_pack(tmp_path / "pack", set(TABLES) - away)
    lessons = weave_lessons(folder)
    pack = load_pack(folder)
    assert not any(len(getattr(pack, table)) for table in away)
    cells = [cell.source for lesson in lessons for cell in lesson.notebook.cells]
    gone = [name for name, (_, needs) in EXPLORERS.items() if away & {*needs}]
    assert not [one for one in cells for name in gone if f'explore(pack, "{name}"' in one]
    said = "; ".join(could_use(lessons))
    assert all(name in said for name in gone if f'explore(pack, "{name}"' in COURSE_CODE)
    assert "no way through the code" not in said


def test_with_the_required_tables_alone_every_lesson_runs(tmp_path, answers_folder, monkeypatch):
    folder = smaller_pack(tmp_path / "pack", REQUIRED)
    monkeypatch.setenv("CROSSROADS_PACK", str(folder))
    shown = {path.stem: "\n".join(run_lesson(path)) for path in LESSONS}
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


@pytest.fixture(scope="module", params=OTHER_PACKS, ids=lambda path: path.name)
def woven(request, tmp_path_factory):
    """The lessons of another article, woven in a copy of its pack, and what each then shows."""
    folder = tmp_path_factory.mktemp("packs") / request.param.name
    shutil.copytree(request.param, folder, ignore=shutil.ignore_patterns("notebooks"))
    with pytest.MonkeyPatch.context() as monkeypatch, warnings.catch_warnings():
        warnings.simplefilter("error")  # It would stand in the lesson.
        monkeypatch.setenv("CROSSROADS_ANSWERS", str(tmp_path_factory.mktemp("answers")))
        lessons, shown = run_woven(folder, monkeypatch)
    Widget.close_all()  # They would hear what other tests save.
    return folder, lessons, shown


def markdown(path):
    cells = nbformat.read(path, as_version=4).cells
    return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def test_every_woven_lesson_runs_and_the_first_in_a_kernel(woven, answers_folder, monkeypatch):
    folder, lessons, shown = woven
    assert [f"{name}.ipynb" for name in shown] == [one.name for one in lessons]
    own = load_pack(folder).article["credit"].iloc[0]
    assert all(own in text and not LEFT_OUT.search(text) for text in shown.values())
    monkeypatch.setenv("CROSSROADS_PACK", str(folder))
    notebook = nbformat.read(folder / "notebooks" / FIRST, as_version=4)
    resources = {"metadata": {"path": folder / "notebooks"}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert outputs and not [one for one in outputs if one.output_type in ("stream", "error")]


def test_a_woven_lesson_reads_as_if_written_for_its_article(woven, pack):
    """No word of the course's article, no heading over nothing, no link that leads nowhere."""
    folder, _, shown = woven
    target, known = folder / "notebooks", load_pack(folder)
    people = pack.actors.loc[pack.actors["kind"] == "person", "short_name"]
    names = {"Korea", "Korean", "Pyongyang", "Seoul", "Hanoi", "Singapore", "Panmunjom", *people}
    strange = {one for one in names if one not in " ".join(known.actors["name"])}
    assert len(strange) > 20
    ids = {*known.questions["question_id"], *known.passages["passage_id"]}
    for path in sorted(target.glob("*.ipynb")):
        words = markdown(path)
        # What is in another language only has the course's tables.
        said = words + (shown[path.stem] if known.has("claims") else "")
        found = {*re.findall(r"\b[A-Z]\w+\b", said)} & strange
        assert not found, (path.stem, found)
        assert not re.search(r"[{}]|<!--|\.\./exercises|missile test", words)
        for link in re.findall(r"\]\(([^)]+\.ipynb)\)", words):
            assert (target / link).is_file(), link
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        sources = [cell.source for cell in notebook.cells]
        for source, following in zip(sources, [*sources[1:], "#"], strict=True):
            assert not re.fullmatch(r"#+ [^\n]*", source) or following[:1] != "#", source
        asked = {*re.findall(r"\"(\d\d\.[\w-]+)\"", "\n".join(sources))} - ids
        assert not [
            one for one in asked if not re.match(r"0[67]\.(sharper|brief|other|sample)", one)
        ]


def test_title_question_and_minutes_are_the_pack_s_also_where_other_lessons_name_them(woven):
    folder, lessons, _ = woven
    said = [
        line
        for line in markdown(folder / "notebooks" / FIRST).splitlines()
        if re.match(r"- \[\d · ", line)
    ]
    left = [lesson for lesson in lessons if lesson.number]
    assert len(said) == len(left) < len(LESSONS) - 1
    for line, lesson in zip(said, left, strict=True):
        first = lesson.notebook.cells[0].source
        own = (folder / "lessons" / f"{lesson.name[:2]}.md").read_text(encoding="utf-8")
        title = re.match(r"# \d · (.+)", first)[1]
        assert f"- [{lesson.number} · {title}]({lesson.name}): " in line
        assert own.startswith(f"# {title}\n")


# The author's own notebooks


def test_what_its_author_changed_is_not_written_anew_without_asking(tmp_path, capsys):
    folder = smaller_pack(tmp_path / "mine", REQUIRED)
    path = weave(folder) / FIRST
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[0].source += "\n\nMine."
    nbformat.write(notebook, path)
    (folder / "lessons").mkdir()
    (folder / "lessons" / "00.md").write_text("# Begin here\n", encoding="utf-8")
    asked = []
    weave(folder, lambda path: asked.append(path) or False)
    assert asked == [path] and "Mine." in markdown(path)
    weave(folder, pytest.fail)  # Nothing is new: nothing is asked.
    (folder / "lessons" / "00.md").write_text("# Begin there\n", encoding="utf-8")
    weave(folder)
    assert "was changed after it was woven, and stays as it is" in capsys.readouterr().out
    (folder / "lessons" / "00.md").write_text("# Begin anew\n", encoding="utf-8")
    weave(folder, lambda path: True)
    assert markdown(path).startswith("# 0 · Begin anew\n\n**How does this work?** · 5 minutes\n")
    # Results that were stored are no change.
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[2].outputs = [nbformat.v4.new_output("stream", text="x")]
    nbformat.write(notebook, path)
    (folder / "lessons" / "00.md").write_text("## look\n\nLook *here*.\n", encoding="utf-8")
    weave(folder, pytest.fail)


def test_the_check_ends_with_what_the_lessons_could_still_use(tmp_path, capsys):
    folder = smaller_pack(tmp_path / "mine", set(TABLES) - {"hedges"})
    for table in ("questions", "choices"):
        set_rows(table, lambda rows: [row for row in rows if row[0] != "01.north"])(folder)
    (folder / MANIFEST).unlink()
    assert check_data.main(folder) == 0 and (folder / MANIFEST).is_file()
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "The lessons could still use:"
    assert said[2] == "- lesson 1: no question north; no rows for the chart hedges"
    assert said[3:] == ["- lesson 6: no rows for the chart forecast_hedges"]
    (folder / "lessons").mkdir()
    (folder / "lessons" / "02.md").write_text("## contex\n\n{events[hanoi-2091][date]}\n", "utf-8")
    assert check_data.main(folder) == 1
    said = capsys.readouterr().out
    assert "lessons/02.md: unknown section 'contex'; did you mean 'context'?" in said
    assert "unknown row of events 'hanoi-2091'; did you mean 'hanoi-2019'?" in said


def test_a_version_of_the_course_s_own_pack_keeps_its_paragraphs_with_its_own_values(pack_copy):
    folder = pack_copy
    for column in ("date", "end_date", "known_date"):
        set_cell("events", "singapore-2018", column, "2018-06-13")(folder)
    cells = woven_lesson(2, folder).notebook.cells
    words = "\n".join(cell.source for cell in cells)
    assert "77<!-- days.xi-beijing-2018-03.singapore-2018 --> days" in words
