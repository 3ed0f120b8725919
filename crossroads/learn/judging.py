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
from crossroads.words.tags import join, tag

FIELD = "text"
CRITERION = "Your answer"  # The name under which a level is saved.
ENOUGH = 5  # words of one's own before a sample opens


class Levels(Score):
    """The rubric of one task: the level that the learner gives, and a sample after that."""

    place_message = "levels-place"

    def __init__(self, task, **state):
        self.task = task
        rubric = pd.DataFrame([task.levels], index=[CRITERION])
        super().__init__(task.words, f"{task.task_id}-score", rubric, **state)
        self._button = self.words.say("levels-sample")

    def _named(self, criterion):
        return self.words.say("levels-your-answer")

    def _shown_text(self):
        return tag("p", self.words.say("levels-which"))

    def _reveal(self, change=None):
        saved = answers.saved_answers(self.words).get(f"{self.task.task_id}-{FIELD}")
        if not isinstance(saved, str) or words_in(saved) < ENOUGH:
            self._message = self.words.say("levels-write-first", count=ENOUGH)
            return
        self._message = ""
        self._answer = self.sample()

    def sample(self):
        """Write the sample answer as HTML."""
        return join(
            [
                tag("p", tag("strong", self.words.say("levels-a-sample"))),
                text_html(self.task.explanation),
                tag("p", self.words.say("levels-compare")),
            ]
        )


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

    Returns
    -------
    Stack or Card
        A card that says what is missing, if the pack has no such task.
    """
    task = find_task(pack or current_pack(), task_id)
    label = task.words.say("task-head", task=task.task_id)
    fields = [(FIELD, label, without_marks(task.prompt))]
    return Stack([Sheet(task.words, task.task_id, fields), Levels(task)])


def without_marks(text):
    """Write a text without the few marks that only a card can show.

    >>> without_marks("Which *day*, and **where**?")
    'Which day, and where?'
    """
    return html.unescape(text).replace("*", "").replace("`", "")
