"""A pack begun with ``make new-pack`` passes its check, runs, and follows what is filled in."""

import json
import re
import runpy

import pytest

from crossroads import explore, load_pack
from crossroads.pack.dictionary import write_dictionary
from crossroads.pack.new_pack import new_pack, stubs
from crossroads.pack.problems import PackError
from crossroads.pack.tables import DESCRIPTOR, STUB, read_descriptor
from crossroads.publish.check_data import check_pack
from crossroads.publish.check_mine import check_mine
from crossroads.publish.weave import could_use, weave, weave_lessons
from tests.conftest import ROOT, python
from tests.packs import add_rows, check, read_rows, set_cell, set_rows, woven_lesson
from tests.test_other_pack import LESSONS, run_woven

# The values in the course's own notebooks are no table of another pack.
RESOURCES = [one for one in read_descriptor(ROOT / "data")["resources"] if one["name"] != "marks"]


@pytest.fixture
def begun(tmp_path):
    new_pack(tmp_path / "mine")
    return check(tmp_path / "mine")


def test_every_table_and_column_is_there_with_an_example_and_in_the_readme(begun):
    text = (begun / "README.md").read_text(encoding="utf-8")
    assert f"make check-data PACK={begun}" in text and "FOLDER" not in text
    steps, _, columns = text.partition("# Data dictionary:")
    for resource in RESOURCES:
        fields = resource["schema"]["fields"]
        rows = read_rows(begun / resource["path"])
        header, first, *others = [one for one in rows if STUB not in " ".join(one)]
        assert header == [field["name"] for field in fields] and any(first)
        assert bool(others) == bool(resource.get("vocabulary")), resource["name"]
        assert (resource["title"] or resource["description"]) and f"`{resource['name']}`" in steps
        for field in fields:
            required = field.get("constraints", {}).get("required")
            assert field.get("example") or not required, (resource["name"], field["name"])
            assert field["description"] and f"| `{field['name']}` |" in columns
    write_dictionary(begun)
    assert (begun / "README.md").read_text(encoding="utf-8") == text, "the steps stay"


def test_all_lessons_run_on_the_examples(begun, answers_folder, monkeypatch):
    lessons, shown = run_woven(begun, monkeypatch)
    assert "Northport will pay a third of each ticket" in shown["04_policy_stances"]
    assert "the ferry could sail by autumn" in shown["07_your_brief"]
    (second,) = [one for one in lessons if one.number == 2]
    assert second.notebook.cells[0].source.startswith("# 2 · The meeting at the harbour\n")
    assert "The table has 1 row of kind" in second.notebook.cells[-3].source


def test_from_the_command_line_and_nothing_is_overwritten(tmp_path):
    for name, code, words in (("mine", 0, "mine/README.md"), ("mine", 1, "name a new folder"),
                              ("", 1, "DIR=")):  # fmt: skip
        done = python("-m", "crossroads.pack.new_pack", name, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (code, "")
        assert words in done.stdout.replace("\\", "/") and (tmp_path / "mine").is_dir()
    assert (tmp_path / "mine" / DESCRIPTOR).is_file()
    other = tmp_path / "other"
    other.mkdir()
    (other / "events.csv").write_text("a year of work")
    for folder in (other, other / "events.csv"):
        with pytest.raises(PackError, match="nothing was changed"):
            new_pack(folder)
    assert [one.name for one in other.iterdir()] == ["events.csv"]
    assert (other / "events.csv").read_text() == "a year of work"


# What each command is given, in a folder with one file, and what it says. No command is begun.
COMMANDS = {
    "publish.site": {"out nopack": "no such folder", "a b c": "[FOLDER] [PACK]", "file": "a file"},
    "publish.lite": {"a b": "Write: python -m crossroads.publish.lite [FOLDER]"},
    "publish.hub_link": {"": "HUB=https://", "x": "HUB=https://", "https://x b": "REPO=https://"},
    "publish.quiz": {"nopack": "nopack: no such folder", "PACK file": "file is a file where a"},
    "publish.check_data": {"": "make check-data PACK=FOLDER, or: python", "nopack": "no such"},
    "publish.check_mine": {"a b": "make check-mine PACK=FOLDER, or: python", "nopack": "no such"},
    "publish.exercises": {"": "publish.exercises FOLDER", "nowhere": "nowhere has no notebooks"},
    "publish.notebooks": {"": "FILE [MORE FILES]", "no.ipynb": "no.ipynb is not there", "file":
                          "file: is damaged, or no notebook"},
    "pack.dictionary": {"": "pack.dictionary FOLDER", "nopack": "nopack: no such folder"},
    "pack.new_pack": {"": "make new-pack DIR=FOLDER, or", "file/new": "file is a file where a fol"},
    "classroom.collect": {"": "make collect FROM=FOLDER", "nowhere": "no folder nowhere is there"},
}  # fmt: skip
OF_THE_VARIABLE = ("publish.site", "publish.lab", "classroom.collect", "publish.quiz")


@pytest.mark.filterwarnings("ignore:.*found in sys.modules")
@pytest.mark.parametrize("name", {**COMMANDS, "publish.lab": {}})
def test_a_command_that_cannot_go_on_says_so_in_a_sentence(name, tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("x")
    monkeypatch.chdir(tmp_path)

    def told(given, pack=""):
        monkeypatch.setenv("CROSSROADS_PACK", pack)
        monkeypatch.setenv("CROSSROADS_ANSWERS", "")
        words = [str(ROOT / "data") if one == "PACK" else one for one in given.split()]
        monkeypatch.setattr("sys.argv", [name, *(words or [""])])
        with pytest.raises(SystemExit) as stopped:
            runpy.run_module(f"crossroads.{name}", run_name="__main__", alter_sys=True)
        assert stopped.value.code == 1
        return capsys.readouterr().out

    for given, words in COMMANDS.get(name, {}).items():
        assert words in told(given), given
    if name in OF_THE_VARIABLE:
        given = str(tmp_path) if name == "classroom.collect" else ""
        assert "CROSSROADS_PACK must name the folder" in told(given, "nopack")
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


# The proof: three events and two stances, added as the README says.

SOURCE = {"source_id": "town-hall", "title": "Minutes", "publisher": "Town of Southport"}
SOURCE |= {"how_read": "whole", "rests_on": "primary", "licence": "facts only"}
ACTOR = {"actor_id": "south-mayor", "name": "Mayor of Southport", "short_name": "Southport"}
ACTOR |= {"kind": "person", "country": "XXB", "role": "Mayor.", "source_id": "town-hall"}
EVENT = {"date_precision": "day", "kind": "summit", "actors": "north-mayor;south-mayor"}
EVENT |= {"in_article": "no", "landmark": "yes", "status": "established"}
EVENTS = [
    EVENT
    | {"event_id": f"{place}-2024", "date": date, "known_date": date, "source_id": "town-hall"}
    | {"title": f"The mayors meet at the {place}", "short_title": f"At the {place}"}
    for date, place in {
        "2024-01-10": "bridge",
        "2024-02-20": "church",
        "2024-04-01": "school",
    }.items()
]
STANCE = {"actor_id": "south-mayor", "issue_id": "ferry-fares", "date_precision": "day"}
STANCE |= {"view": "own", "said_by": "south-mayor", "source_id": "town-hall", "confidence": "high"}
STANCES = [
    STANCE
    | {"stance_id": key, "date": date, "known_date": date, "evidence": f"Southport pays {pays}."}
    | dict.fromkeys(("position", "coding_1", "coding_2"), level)
    for key, date, level, pays in (
        ("s002", "2024-01-10", "-1", "nothing unless the fare falls"),
        ("s003", "2024-04-01", "1", "half"),
    )
]
LEVEL = {"issue_id": "ferry-fares", "level": "-1", "label": "Pay nothing"}
LEVEL |= {"definition": "The actor says that its town pays nothing."}


def sentence(folder, name):
    return repr(explore(load_pack(folder), name))


def test_three_events_and_two_stances_drive_the_lessons(begun, answers_folder):
    assert "a meeting of Mayor of Northport with somebody else" in sentence(begun, "meetings")
    for table, rows in (("sources", [SOURCE]), ("actors", [ACTOR]), ("events", EVENTS)):
        add_rows(table, *rows)(begun)
    check(begun)
    assert "Mayor of Northport met Southport three times" in sentence(begun, "counts")
    words = sentence(begun, "meetings")
    assert "three meetings with other leaders, from 10 January 2024 to 1 April 2024" in words
    assert "the record has none for 32 days" in words
    assert "82 days lie between At the bridge" in sentence(begun, "gap")
    assert "three leaders' meetings" in sentence(begun, "contacts")

    before = sentence(begun, "movement")
    assert "1 of 1 cells" in sentence(begun, "stances")
    add_rows("positions", LEVEL)(begun)
    add_rows("stances", *STANCES)(begun)
    check(begun)
    after = sentence(begun, "movement")
    assert before != after and "Southport" in after and "Southport" not in before
    assert "2 of 2 cells have a level" in sentence(begun, "stances")


def test_every_id_that_a_lesson_can_use_has_a_row_that_says_what_it_is_for(begun, pack):
    rows, texts = stubs()
    known = {
        # Neither those of short forms, nor the last lesson's, which is woven for no article.
        "questions": {
            one
            for one, kind in zip(pack.questions["question_id"], pack.questions["kind"], strict=True)
            if kind != "form" and not one.startswith("08.")
        },
        "passages": pack.passages["passage_id"],
        "samples": pack.samples["sample_id"],
        "tasks": pack.tasks["task_id"],
    }
    found = {table: {one for name, one in rows if name == table} for table in known}
    assert found == {table: {*ids} for table, ids in known.items()}
    said = {path.stem[:2]: markdown_names(path) for path in LESSONS}
    assert {lesson: {*named} for lesson, named in texts.items()} == said
    for (table, one), row in rows.items():
        stood = [cells for cells in read_rows(begun / f"{table}.csv") if cells[0] == one]
        assert len(stood) == 1, one
        (about,) = [text for text in row.values() if text.startswith(STUB)]
        assert f"lesson {int(one[:2])}, “" in about and "{" not in about
    # It is silent to whoever opens it, and named to its author.
    opened, told = load_pack(begun), "; ".join(could_use(weave_lessons(begun)))
    assert "TO WRITE" not in "".join(opened.table(name).to_csv() for name in known)
    for table, one in rows:
        if table in ("questions", "passages") and one not in opened.keys(table).values:
            assert re.search(rf"lesson {int(one[:2])}:.*no {table[:-1]} [^;]*{one[3:]}\b", told), (
                one
            )
    guide = (begun / "README.md").read_text(encoding="utf-8").split("A first hour needs")[1]
    ids = set(re.findall(r"`(\d\d\.\w+)`", guide.split("\n")[0]))
    assert len(ids) > 4 and ids <= {one for _, one in rows}
    add_rows("choices", {"question_id": "02.after", "choice": "a"})(begun)
    assert "02.after'; is still to write in questions.csv" in str(PackError(check_pack(begun)))


def markdown_names(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    own = [one for one in cells if "of-the-article" in one["metadata"].get("tags", [])]
    return {one["metadata"]["name"] for one in own}


# An instructor's first hour: tables written over, the rest left as it came.


def test_nothing_of_the_first_article_begins_another(begun):
    said = "\n".join(
        path.read_text(encoding="utf-8") for path in begun.rglob("*") if path.is_file()
    )
    # The two codes of trade are names that the chart knows.
    said = re.sub(r"china_(ex|im)ports", "", said)
    assert not re.findall(r".*(?:Korea|Pyongyang|Kim |Moon|Trump|Biden|Hanoi|China).*", said)
    assert "What it covers" not in said and "s214" not in said


def test_the_example_is_gone_once_the_article_is_its_authors(begun, pack):
    tables = [one for one in RESOURCES if not one.get("vocabulary")]
    own = {one["name"] for one in tables if one["name"] in ("article", "actors", "excerpts")}
    # Only four tables are written over; every other one still has the example's row.
    add_rows("sources", SOURCE)(begun)
    excerpt = {"excerpt_id": "p00a", "paragraph": "0", "text": "The bridge is open."}
    for name, row in (("actors", ACTOR), ("excerpts", excerpt)):
        set_rows(name, lambda rows: rows[:1])(begun)
        add_rows(name, row)(begun)
    mine = {"article_id": "bridge", "focus_actor_id": "south-mayor", "source_id": "town-hall"}
    assert own and check_pack(begun), "the example still counts, and points to what is gone"
    for column, cell in {**mine, "first_claim": ""}.items():
        set_cell("article", 2, column, cell)(begun)
    opened = load_pack(check(begun))
    left = [one["name"] for one in tables if len(opened.table(one["name"]))]
    assert sorted(left) == ["actors", "article", "excerpts", "sources"]
    woven = "".join(
        cell.source for lesson in weave_lessons(begun) for cell in lesson.notebook.cells
    )
    assert not re.findall("harbour|mayors|Northport", woven)


def test_another_article_is_told_nothing_that_is_true_of_the_first_only(begun):
    woven = {one.number: one.notebook.cells for one in weave_lessons(begun)}
    said = {number: "\n".join(cell.source for cell in cells) for number, cells in woven.items()}
    assert "dates, launches, trade" not in said[0] and "what happened, when" in said[0]
    assert "envoy" not in said[7] and "analysts" not in said[6].split("\n")[0]
    for number in (2, 4, 5, 7):
        assert not re.search(r"(these (two|four)|both) (paragraphs|passages)", said[number])
    assert "language model" not in said[4] and "by a machine" not in said[4]
    assert "language model" not in explore(load_pack(begun), "agreement").declaration.source
    weave(begun)
    problems, _, sentence = check_mine(begun)
    assert not problems and "nothing to mend" in sentence


def test_what_is_said_of_a_chart_goes_with_it(begun):
    set_rows("events", lambda rows: rows[:2])(begun)
    set_cell("events", 2, "kind", "incident")(begun)
    words = begun / "lessons" / "02.md"
    words.write_text("## shows\n\nThe chart shows much.\n", "utf-8")
    for column, cell in {"prompt": "How many?", "explanation": "One."}.items():
        set_cell("questions", "02.after", column, cell)(begun)
    choice = {"question_id": "02.after", "text": "One"}
    add_rows("choices", *({**choice, "choice": str(one)} for one in (1, 2)))(begun)
    lesson = woven_lesson(2, check(begun))
    said = "\n".join(cell.source for cell in lesson.notebook.cells)
    assert '"gap"' in said and '"meetings"' not in said and '"contacts"' not in said
    assert "The chart shows much" not in said and "Each mark is a meeting" not in said
    assert "02.after" not in said
    assert "leaders' meetings" not in sentence(begun, "gap")
