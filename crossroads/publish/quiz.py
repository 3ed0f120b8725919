"""Write the closed questions of a pack for a learning platform.

``python -m crossroads.publish.quiz [PACK] [FOLDER]`` writes one file for platforms that
read QTI 1.2 (a ZIP, as Canvas and others export it) and one for Moodle (XML).
No platform was tried; what is tested is that both files are well formed, complete
and read back by a parser that did not write them.
"""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from crossroads.learn.article import text_html
from crossroads.learn.opening import load_pack
from crossroads.learn.questions import has_question, right_choices
from crossroads.learn.tasks import MissingRows, find_task
from crossroads.pack.command import run
from crossroads.publish.templates import filled
from crossroads.words.lookups import fill

NAMES = ("quiz-qti.zip", "quiz-moodle.xml")
QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
# Template -> its name in the ZIP.
ZIPPED = {"imsmanifest.xml": "imsmanifest.xml", "qti.xml": "crossroads/crossroads.xml"}
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
    def ident(self):
        return "q_" + re.sub(r"\W", "_", self.question_id)

    @property
    def place(self):
        """The lesson, and whether it is a prediction, which stands after what has points."""
        return int(self.question_id[:2]), not self.points


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
    return sorted(found, key=lambda one: (one.place, one.question_id))


def _html(text):
    """Turn the marks of the tables into HTML without styles of our own."""
    markup = re.sub(r"</?div[^>]*>", "", text_html(text))
    return re.sub(r"\A<p>([^\n]*?)</p>\Z", r"\1", markup) if markup.count("<p>") == 1 else markup


def write_quiz(pack, folder):
    """Write both files; give the questions that are in them."""
    questions = closed_questions(pack)
    folder.mkdir(parents=True, exist_ok=True)
    # As text of XML, HTML is escaped.
    facts = {
        "title": pack.words.say("quiz-title", pack=pack.descriptor["name"]),
        "qti": QTI,
        "questions": questions,
        "html": _html,
    }
    with zipfile.ZipFile(folder / NAMES[0], "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in ZIPPED.items():
            archive.writestr(zipfile.ZipInfo(inner, DAY), filled(name, pack.words, **facts))
    moodle = filled("moodle.xml", pack.words, **facts)
    (folder / NAMES[1]).write_text(moodle, "utf-8", newline="\n")
    return questions


def main(pack=None, folder="quiz"):
    """Write the quiz of a pack from the command line."""
    folder, pack = Path(folder), load_pack(pack or None)
    count = len(write_quiz(pack, folder))
    qti, moodle = (str(folder / name) for name in NAMES)
    print(pack.words.say("quiz-written", count=count, qti=qti, moodle=moodle))


if __name__ == "__main__":
    run(main)
