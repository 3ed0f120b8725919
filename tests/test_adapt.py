"""The page for those who change the module: each of its steps is made on a copy of the pack.

The page is its own script. "In `FILE`, in the row `KEY`, set `COLUMN` to
`VALUE`" changes a cell; "Add a row to `FILE`" with a table of columns and
values adds one; a block that begins with ``$ make check-data`` is compared
with what the check prints. What follows "A slip" is undone at the end of it.
"""

import json
import re
import shutil

import pytest

from crossroads import load_pack
from crossroads.learn.opening import EXPLORERS
from crossroads.learn.questions import Question
from crossroads.publish.check_data import main
from tests.conftest import ROOT
from tests.packs import add_rows, set_cell
from tests.test_instructors import CHART, LEFT_OUT, moments

PAGE = (ROOT / "instructors" / "adapt.md").read_text(encoding="utf-8")
SET = (
    r"[Ii]n `(?P<table>\w+)\.csv`, in the row `(?P<key>[^`]+)`, "
    r"set `(?P<column>\w+)` to `(?P<value>[^`]*)`"
)
ADD = r"Add a row to `(?P<to>\w+)\.csv`[^|]*(?P<cells>(?:\|[^\n]*\n)+)"
RUN = r"```\n\$ make check-data PACK=my-pack\n(?P<printed>.*?)```"
STEP = re.compile(f"{SET}|{ADD}|{RUN}|(?P<slip>\\*\\*(?:A|Another) slip\\.\\*\\*)", re.S)
# Rows come and go; the words of a message are what the page promises.
MOVING = re.compile(r"\b(row )\d+")


def sections():
    """Give the parts of the page by their headings."""
    parts = re.split(r"^## (.*)$", PAGE, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _compare(folder, step, capsys):
    main(folder)
    printed = MOVING.sub(r"\1N", capsys.readouterr().out).strip().split("\n")
    said = MOVING.sub(r"\1N", step["printed"]).strip().split("\n")
    # A list of known names at the end of a line is long; the page may break off before it.
    same = len(printed) == len(said) and all(map(str.startswith, printed, said))
    assert same, "\n".join(["the page says:", *said, "the check prints:", *printed])


def follow(folder, text, capsys=None):
    """Make the steps of one part of the page; return how many blocks were compared."""
    compared, good, slipped = 0, folder.with_name("good"), False
    for step in STEP.finditer(f"{text}**A slip.**"):
        if slipped and (step["slip"] or step["to"]):
            shutil.copytree(good, folder, dirs_exist_ok=True)
        if step["slip"]:
            shutil.copytree(folder, good, dirs_exist_ok=True)
        elif step["table"]:
            set_cell(step["table"], step["key"], step["column"], step["value"])(folder)
        elif step["to"]:
            cells = re.findall(r"^\| (\S+) \| (.*) \|$", step["cells"], re.M)[1:]
            add_rows(step["to"], dict(cells))(folder)
        elif capsys:
            _compare(folder, step, capsys)
            compared += 1
        slipped = bool(step["slip"]) or slipped and not step["to"]
    return compared


BLOCKS = {
    "Change a row": 2,
    "Add an event": 3,
    "Recode a stance": 4,
    "Add a question": 3,
    "Translate the passages": 1,
}


@pytest.mark.parametrize("name", BLOCKS)
def test_each_change_and_each_slip_prints_what_the_page_says(pack_copy, capsys, name):
    text = sections()[name]
    assert follow(pack_copy, text, capsys) == BLOCKS[name]
    changed = load_pack(pack_copy)
    declared = {name: EXPLORERS[name][0](changed) for name in CHART.findall(text)}
    charts = {name: (1, chart, chart.start()) for name, chart in declared.items()}
    for moment in moments(changed, text, charts):
        for part in LEFT_OUT.split(moment.quoted):
            assert part in moment.view["sentence"], moment.view["sentence"]


def test_what_the_page_says_of_the_menu_and_the_question(pack_copy, pack):
    def options(of):
        return len(EXPLORERS["gap"][0](of).controls[0].options)

    for name in ("Change a row", "Add a question"):
        follow(pack_copy, sections()[name])
    changed = load_pack(pack_copy)
    assert options(changed) == options(pack) - 1
    assert len(changed.events) == len(pack.events)
    question = Question(changed, "02.our-class")
    question.value = "The one in Beijing"
    assert "It began on 25 March 2018." in question._message


def test_a_translated_row_beside_the_passage_is_counted_among_the_articles_words(pack_copy, pack):
    spanish = {"excerpt_id": "p02-es", "paragraph": "2", "text": "Nunca se recuperó el impulso."}
    add_rows("excerpts", spanish)(pack_copy)

    def sentence(of):
        declared = EXPLORERS["hedges"][0](of)
        return declared.view(declared.start())["sentence"]

    assert sentence(load_pack(pack_copy)) != sentence(pack)


def _lesson_without(headings):
    """Give the code cells of lesson 2 without some of its parts."""
    cells = json.loads((ROOT / "notebooks" / "02_summit_chronology.ipynb").read_text("utf-8"))
    kept, leave_out, left_out = [], False, 0
    for cell in cells["cells"]:
        source = "".join(cell["source"])
        if match := re.match(r"#+ (.*)", source):
            leave_out = match[1] in headings
            left_out += leave_out
        if cell["cell_type"] == "code" and not leave_out:
            kept.append(source)
    assert left_out == len(headings), f"lesson 2 has not all of the parts {headings}"
    return kept


def test_a_shortened_lesson_runs_and_a_part_too_many_says_what_is_missing(
    monkeypatch, answers_folder
):
    monkeypatch.chdir(ROOT / "notebooks")
    text = sections()["Shorten a lesson"]
    named = re.search(r"In a copy of lesson 2, delete the parts (.*?)\. Then", text)[1]
    parts = re.findall(r"“([^”]+)”", named)
    assert len(parts) == 2
    namespace = {"display": print}
    for source in _lesson_without(parts):
        exec(source, namespace)
    assert "The days between" in " ".join(parts) and "meetings" in namespace
    namespace = {"display": print}
    with pytest.raises(NameError) as caught:
        for source in _lesson_without([*parts, "Look inside"]):
            exec(source, namespace)
    assert f"NameError: {caught.value}" in text
