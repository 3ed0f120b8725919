"""A question of judgement: a box for one's own text, a rubric, then a sample to compare with."""

import html

import pandas as pd

from crossroads.learn import answers
from crossroads.learn.article import text_html
from crossroads.learn.brief import Sheet, words_in
from crossroads.learn.feedback import never_raises
from crossroads.learn.opening import current_pack
from crossroads.learn.questions import Stack
from crossroads.learn.scoring import Score
from crossroads.learn.tasks import find_task
from crossroads.words.plain import count_words

FIELD = "text"
CRITERION = "Your answer"
ENOUGH = 5  # words of one's own before a sample opens


class Levels(Score):
    """The rubric of one task: the level that the learner gives, and a sample after that.

    Parameters
    ----------
    task : crossroads.learn.tasks.Task
    """

    def __init__(self, task, **keywords):
        self.task = task
        rubric = pd.DataFrame([task.levels], index=[CRITERION])
        super().__init__(f"{task.task_id}-score", rubric, brief_id=task.task_id, **keywords)
        self._button = "Show a sample answer"

    def _own_text(self):
        return "<p>Which level does it reach? Your choice is saved at once.</p>"

    def _reveal(self, change=None):
        saved = answers.saved_answers().get(f"{self.task.task_id}-{FIELD}")
        count = words_in(saved) if isinstance(saved, str) else 0
        if count < ENOUGH:
            self._message = (
                f"Write your own answer first, {count_words(ENOUGH, 'word')} at least; "
                "then the sample opens."
            )
            return
        self._message = ""
        self._answer = (
            "<p><strong>A sample answer, not the right one</strong></p>"
            f"{text_html(self.task.explanation)}"
            "<p>What has it that yours has not? What has yours that it has not? "
            "Change your text or your level if you like.</p>"
        )

    def __repr__(self):
        return "\n".join(f"- Level {level}: {words}" for level, words in self.task.levels.items())


@never_raises
def write_answer(task_id, pack=None):
    """Open the box for an answer that is a judgement, with its rubric below.

    What is typed is saved as it is typed, and so is the level that the
    learner gives to it. A sample answer opens when there is one's own.

    Parameters
    ----------
    task_id : str
        Such as ``"02.6"``.
    pack : Pack, optional
        By default the one that was opened last.

    Returns
    -------
    Stack or Card
        A card that says what is missing, if the pack has no such task.
    """
    task = find_task(pack or current_pack(), task_id)
    label = f"Task {task.task_id}"
    sheet = Sheet(task.task_id, [(FIELD, label, without_marks(task.prompt))])
    return Stack([sheet, Levels(task)])


def without_marks(text):
    """Write a text without the few marks that only a card can show.

    Examples
    --------
    >>> without_marks("Which *day*, and **where**?")
    'Which day, and where?'
    """
    return html.unescape(text).replace("*", "").replace("`", "")
