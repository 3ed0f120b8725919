"""Write the closed questions of a pack for a learning platform.

``python -m crossroads.publish.quiz PACK FOLDER`` writes one file for platforms that
read QTI 1.2 (a ZIP, as Canvas and others export it) and one for Moodle (XML).
No platform was tried; what is tested is that both files are well formed, complete
and read back by a parser that did not write them.
"""

import re
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from crossroads.learn.article import text_html
from crossroads.learn.opening import load_pack
from crossroads.learn.questions import has_question, right_choices
from crossroads.learn.tasks import MissingRows, find_task
from crossroads.pack.problems import PackError
from crossroads.words.lookups import fill

NAMES = ("quiz-qti.zip", "quiz-moodle.xml")
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
MANIFEST = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
OPTION = re.compile(r"^- \*\*(\w)\*\* (.*)$", re.M)
# Zip files of the same content are the same bytes.
DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Closed:
    """A question with its choices: words, whether right, and what is then told."""

    question_id: str
    prompt: str
    choices: list
    points: int = 1

    @property
    def lesson(self):
        return int(self.question_id[:2])


def choices_of(pack, question_id):
    """Give the choices of a question in their order: words, whether right, and feedback."""
    right = right_choices(pack, question_id)
    choices = pack.choices[pack.choices["question_id"] == question_id].sort_values("choice")
    return [
        (fill(pack, one.text), one.choice in right, fill(pack, one.feedback))
        for one in choices.itertuples()
    ]


def closed_questions(pack):
    """List predictions (no points), checks, and exercises with choices, if an answer is right."""
    found = []
    for row in pack.questions.itertuples():
        # The key of the short forms stands nowhere before both are done.
        if row.kind == "form" or not has_question(pack, row.question_id):
            continue
        told = fill(pack, row.explanation)
        answers = [
            (words, right, told if right else feedback or told)
            for words, right, feedback in choices_of(pack, row.question_id)
        ]
        if any(right for _, right, _ in answers):
            points = int(row.kind == "check")
            found.append(Closed(row.question_id, fill(pack, row.prompt), answers, points))
    for row in pack.tasks.itertuples():
        try:
            task = find_task(pack, row.task_id)
        except MissingRows:
            continue
        options = OPTION.findall(task.prompt)
        if task.answer_type == "choice" and options:
            told = {**dict(task.mistakes), task.value: task.explanation}
            answers = [
                (words, letter == task.value, told.get(letter, task.hints[0]))
                for letter, words in options
            ]
            prompt = OPTION.sub("", task.prompt).strip()
            found.append(Closed(row.task_id, prompt, answers))
    return sorted(found, key=lambda one: (one.lesson, not one.points, one.question_id))


def _node(parent, name, text=None, **attributes):
    node = ElementTree.SubElement(parent, name, attributes)
    node.text = text
    return node


def _bytes(root):
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _ident(question):
    return "q_" + re.sub(r"\W", "_", question.question_id)


def moodle_xml(pack, questions):
    """Write questions as Moodle imports them, each lesson a category."""
    root, lesson = ElementTree.Element("quiz"), None
    for question in questions:
        place = (question.lesson, bool(question.points))
        if place != lesson:
            lesson, node = place, _node(root, "question", type="category")
            kind = "check" if question.points else "predict"
            name = pack.words.say("quiz-category", lesson=question.lesson, kind=kind)
            _node(_node(node, "category"), "text", f"$course$/{name}")
        node = _node(root, "question", type="multichoice")
        _node(_node(node, "name"), "text", question.question_id)
        _node(_node(node, "questiontext", format="html"), "text", _html(question.prompt))
        _node(node, "defaultgrade", str(question.points))
        _node(node, "single", "true")
        _node(node, "shuffleanswers", "0")
        _node(node, "answernumbering", "abc")
        for words, right, told in question.choices:
            answer = _node(node, "answer", fraction="100" if right else "0", format="html")
            _node(answer, "text", _html(words))
            _node(_node(answer, "feedback", format="html"), "text", _html(told))
    return _bytes(root)


def _html(text):
    """Turn the marks of the tables into HTML without styles of our own."""
    markup = re.sub(r"</?div[^>]*>", "", text_html(text))
    return re.sub(r"\A<p>([^\n]*?)</p>\Z", r"\1", markup) if markup.count("<p>") == 1 else markup


def qti_xml(pack, questions):
    """Write questions as one assessment of QTI 1.2, in the order of the lessons."""
    root = ElementTree.Element("questestinterop", xmlns=QTI)
    title = pack.words.say("quiz-title", pack=pack.descriptor["name"])
    assessment = _node(root, "assessment", ident="crossroads", title=title)
    outer = _node(assessment, "section", ident="root_section")
    for question in questions:
        _item(outer, question)
    return _bytes(root)


def _item(parent, question):
    ident = _ident(question)
    item = _node(parent, "item", ident=ident, title=question.question_id)
    metadata = _node(_node(item, "itemmetadata"), "qtimetadata")
    for label, entry in (
        ("question_type", "multiple_choice_question"),
        ("points_possible", str(question.points)),
    ):
        one = _node(metadata, "qtimetadatafield")
        _node(one, "fieldlabel", label)
        _node(one, "fieldentry", entry)
    presentation = _node(item, "presentation")
    _material(presentation, question.prompt)
    response = _node(presentation, "response_lid", ident="response1", rcardinality="Single")
    shown = _node(response, "render_choice", shuffle="No")
    processing = _node(item, "resprocessing")
    outcomes = _node(processing, "outcomes")
    _node(outcomes, "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    for number, (words, right, told) in enumerate(question.choices, 1):
        choice = f"{ident}_{number}"
        _material(_node(shown, "response_label", ident=choice), words)
        condition = _node(processing, "respcondition", **{"continue": "Yes"})
        _node(_node(condition, "conditionvar"), "varequal", choice, respident="response1")
        if right:
            _node(condition, "setvar", "100", action="Set", varname="SCORE")
        _node(condition, "displayfeedback", feedbacktype="Response", linkrefid=f"{choice}_fb")
        feedback = _node(item, "itemfeedback", ident=f"{choice}_fb")
        _material(_node(feedback, "flow_mat"), told)


def _material(parent, text):
    _node(_node(parent, "material"), "mattext", _html(text), texttype="text/html")


def manifest_xml(title):
    """Write what names the one file of the ZIP."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest identifier="crossroads_manifest" '
        f'xmlns="{MANIFEST}">\n  <metadata><schema>IMS Content</schema>'
        f"<schemaversion>1.1.3</schemaversion></metadata>\n  <organizations/>\n  <resources>\n"
        f'    <resource identifier="crossroads" type="imsqti_xmlv1p2">\n'
        f'      <file href="crossroads/crossroads.xml"/>\n    </resource>\n  </resources>\n'
        f"  <!-- {escape(title).replace('--', '-')} -->\n</manifest>\n"
    ).encode()


def write_quiz(pack, folder):
    """Write both files; give the questions that are in them."""
    questions = closed_questions(pack)
    folder.mkdir(parents=True, exist_ok=True)
    title = pack.words.say("quiz-title", pack=pack.descriptor["name"])
    content = {
        "imsmanifest.xml": manifest_xml(title),
        "crossroads/crossroads.xml": qti_xml(pack, questions),
    }
    with zipfile.ZipFile(folder / NAMES[0], "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in content.items():
            archive.writestr(zipfile.ZipInfo(name, DAY), text)
    (folder / NAMES[1]).write_bytes(moodle_xml(pack, questions))
    return questions


def main(arguments):
    """Write the quiz of a pack from the command line."""
    folder = Path(arguments[1] if len(arguments) > 1 else "quiz")
    try:
        pack = load_pack(arguments[0] if arguments else None)
    except PackError as error:
        print(error)
        return 1
    questions = write_quiz(pack, folder)
    print(
        pack.words.say(
            "quiz-written",
            count=len(questions),
            qti=str(folder / NAMES[0]),
            moodle=str(folder / NAMES[1]),
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
