"""Questions for a learning platform: both files, read back by a parser that did not write them."""

import zipfile

import pytest
from bs4 import BeautifulSoup
from defusedxml import minidom

from crossroads import load_pack
from crossroads.learn.questions import right_choices
from crossroads.publish.quiz import NAMES, QTI, closed_questions, main, write_quiz
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def written(pack, tmp_path_factory):
    folder = tmp_path_factory.mktemp("quiz")
    return folder, write_quiz(pack, folder)


def plain(markup):
    return BeautifulSoup(markup, "html.parser").get_text()


def words_of(node, name):
    """The text of the first element of a name below a node."""
    found = node.getElementsByTagName(name)[0]
    return plain("".join(one.data for one in found.childNodes if one.nodeType == one.TEXT_NODE))


def test_every_question_with_a_right_answer_is_there_once(pack, written):
    ids = [one.question_id for one in written[1]]
    choices = pack.tasks[pack.tasks["answer_type"] == "choice"]["task_id"]
    asked = pack.questions[pack.questions["kind"] != "form"]["question_id"]
    marked = [one for one in asked if right_choices(pack, one)]
    assert sorted(ids) == sorted([*marked, *choices]) and len(marked) > 45
    for one in written[1]:
        assert any(right for _, right, _ in one.choices) and len(one.choices) > 1
        assert all(words and told for words, _, told in one.choices), one.question_id
        assert "{" not in one.prompt and "**a**" not in one.prompt


def test_moodle_reads_words_fractions_and_feedback(written):
    folder, questions = written
    document = minidom.parse(str(folder / NAMES[1]))
    found = {
        words_of(node.getElementsByTagName("name")[0], "text"): node
        for node in document.getElementsByTagName("question")
        if node.getAttribute("type") == "multichoice"
    }
    assert list(found) == [one.question_id for one in questions]
    for one in questions:
        answers = found[one.question_id].getElementsByTagName("answer")
        assert [node.getAttribute("fraction") for node in answers] == [
            "100" if right else "0" for _, right, _ in one.choices
        ]
        told = [words_of(node.getElementsByTagName("feedback")[0], "text") for node in answers]
        assert all(told) and len(told) == len(one.choices)
        assert words_of(found[one.question_id], "defaultgrade") == str(one.points)


def test_qti_names_each_choice_its_condition_and_its_feedback(written):
    folder, questions = written
    with zipfile.ZipFile(folder / NAMES[0]) as archive:
        assert archive.testzip() is None
        manifest = minidom.parseString(archive.read("imsmanifest.xml"))
        file = manifest.getElementsByTagName("file")[0].getAttribute("href")
        document = minidom.parseString(archive.read(file))
    assert document.documentElement.namespaceURI == QTI
    items = document.getElementsByTagName("item")
    assert len({node.getAttribute("ident") for node in items}) == len(items) == len(questions)
    for node, one in zip(items, questions, strict=True):
        # The order of parts that the schema of QTI 1.2 asks for.
        parts = [part.tagName for part in node.childNodes if part.nodeType == part.ELEMENT_NODE]
        assert parts[:3] == ["itemmetadata", "presentation", "resprocessing"]
        assert set(parts[3:]) == {"itemfeedback"}
        labels = [
            label.getAttribute("ident") for label in node.getElementsByTagName("response_label")
        ]
        feedback = {
            part.getAttribute("ident"): words_of(part, "mattext")
            for part in node.getElementsByTagName("itemfeedback")
        }
        conditions = node.getElementsByTagName("respcondition")
        assert [words_of(part, "varequal") for part in conditions] == labels
        assert [len(part.getElementsByTagName("setvar")) for part in conditions] == [
            int(right) for _, right, _ in one.choices
        ]
        shown = [part.getElementsByTagName("displayfeedback")[0] for part in conditions]
        assert all(feedback[part.getAttribute("linkrefid")] for part in shown)


def test_what_a_table_holds_is_escaped_and_the_same_twice(pack, tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    assert write_quiz(pack, one) and write_quiz(pack, other)
    assert (one / NAMES[0]).read_bytes() == (other / NAMES[0]).read_bytes()
    changed = pack.as_of("2100-01-01")
    changed.choices.loc[0, "text"] = 'A <b> & "quotes"'
    write_quiz(changed, one)
    assert "A &amp;lt;b&amp;gt; &amp;amp;" in (one / NAMES[1]).read_text("utf-8")


def test_it_says_that_no_platform_was_tried(tmp_path, capsys):
    pack = ROOT / "examples" / "reykjavik"
    assert main(pack, tmp_path / "quiz") is None
    said = capsys.readouterr().out
    assert "No learning platform was tried" in said
    assert said.startswith(f"{len(closed_questions(load_pack(pack)))} questions")
