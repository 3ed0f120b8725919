"""A task as one form: what is asked, a field, choices or a box, and what answers a learner."""

import html
import re

import traitlets

from crossroads.charts.widget import Stored, script
from crossroads.learn import answers, feedback, tasks
from crossroads.learn.article import text_html
from crossroads.learn.brief import Sheet
from crossroads.learn.opening import current_pack
from crossroads.learn.questions import Stack
from crossroads.learn.scoring import Score
from crossroads.words.tags import join, tag

BUTTONS = ("check", "hint", "reveal", "again")
LONGEST = 2000  # characters of an answer; the judging reads fewer
FIELD = "text"
CRITERION = "Your answer"  # The name under which a level is saved.
ENOUGH = 5  # words of one's own before a sample opens


class Ask(Stored):
    """A task with its buttons; ``value`` is what was typed or chosen last."""

    _esm = script("ask.js")
    place_message = "ask-place"

    value = traitlets.Unicode("").tag(sync=True)
    _prompt = traitlets.Unicode("").tag(sync=True)
    _choices = traitlets.List().tag(sync=True)
    _reply = traitlets.Unicode("").tag(sync=True)
    _asked = traitlets.Dict().tag(sync=True)
    # Whether the pack has other rows for the task.
    _draws = traitlets.Bool(False).tag(sync=True)

    def __init__(self, task, pack, **state):
        self.task, self.pack = task, pack
        choices = task.options
        prompt = tasks.CHOICE.sub("", task.prompt).strip() if choices else task.prompt
        tried = feedback.attempts(answers.own_records()[0], task.task_id, task.seed)
        super().__init__(
            task.words,
            value=tried[-1]["given"] if tried else "",
            _prompt=text_html(prompt),
            _choices=[[letter, text_html(text)] for letter, text in choices],
            _reply=feedback.check(task.task_id, ..., pack)._repr_html_() if tried else "",
            _draws=any(tasks.each_draw(pack, task.task_id)),
            **state,
        )

    @traitlets.observe("_asked")
    def _answer(self, change):
        """Answer a button; each press has a name, so that the same is answered again."""
        asked = change["new"]
        if asked.get("what") not in BUTTONS:
            return
        given = (self.value[:LONGEST],) if asked["what"] == "check" else ()
        answer = getattr(feedback, asked["what"])
        self._reply = answer(self.task.task_id, *given, pack=self.pack)._repr_html_()
        if asked["what"] == "again":
            self.task = feedback.open_task(self.pack, self.task.task_id)
            self._prompt, self.value = text_html(self.task.prompt), ""

    def for_page(self):
        """Give all that a page without a kernel says: every reply, with ``{fact}`` to fill in."""
        task, say = self.task, self.words.say
        heads = {
            one: say("check-head", result=one.replace(" ", "-"))
            for one in (tasks.CORRECT, tasks.NOT_YET, tasks.NOT_TRIED)
        }
        replies = {tasks.NOT_TRIED: (tasks.NOT_TRIED, say("task-put-answer"))}
        for name, facts in tasks.replies_of(task).items():
            replies[name] = tasks.said_of(task, name, facts)
        way = feedback.told(say("reveal-answer", answer=task.answer_words), task.explanation)
        return {
            "rules": task.rules,
            "units": tasks.unit_names(self.words) if task.units else {},
            "heads": heads,
            "again": {
                result: say("check-saved-earlier", given="{given}", verdict=verdict)
                for result, verdict in heads.items()
            },
            "replies": {
                name: feedback.checked(task, result, words, "{head}")._repr_html_()
                for name, (result, words) in replies.items()
            },
            "hints": [feedback.hinted(task, step)._repr_html_() for step in (1, 2, 3)],
            "first": feedback.told(
                say("reveal-try-first"), say("reveal-check-first", task=task.task_id)
            )._repr_html_(),
            "way": way._repr_html_(),
        }

    def _shown(self):
        head = self.words.say("task-head", task=self.task.task_id)
        return tag("p", tag("strong", head)), text_html(self.task.prompt)


@feedback.never_raises
def ask(task_id="", pack=None):
    """Open a task: a field or choices, with Check, Hint, Show the answer, and Another one.

    Parameters
    ----------
    task_id : str
        Such as ``"02.3"``.
    pack : Pack, optional

    Returns
    -------
    Ask, Stack or Card
        For a task that asks for one's own text, the box of `write_answer`.
        A card that says what is missing, if the pack has no such task.
    """
    pack = pack or current_pack()
    task = feedback.open_task(pack, task_id)
    return write_answer(task_id, pack) if task.answer_type == tasks.WRITTEN else Ask(task, pack)


class Levels(Score):
    """The rubric of one task: the level that the learner gives, and a sample after that."""

    place_message = "levels-place"

    def __init__(self, task, **state):
        self.task = task
        button, text = task.words.say("levels-sample"), tag("p", task.words.say("levels-which"))
        rubric, name = {CRITERION: task.levels}, f"{task.task_id}-score"
        super().__init__(task.words, name, rubric, _button=button, _text=text, **state)

    def _named(self, criterion):
        return self.words.say("levels-your-answer")

    def _reveal(self, change=None):
        saved = answers.saved_answers(self.words).get(f"{self.task.task_id}-{FIELD}")
        if not isinstance(saved, str) or len(saved.split()) < ENOUGH:
            self._message = self.words.say("levels-write-first", count=ENOUGH)
            return
        self._message = ""
        self._answer = self.sample()

    def sample(self):
        """Write the sample answer as HTML."""
        head = tag("p", tag("strong", self.words.say("levels-a-sample")))
        below = tag("p", self.words.say("levels-compare"))
        return join([head, text_html(self.task.explanation), below])


@feedback.never_raises
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
    task = tasks.find_task(pack or current_pack(), task_id)
    label = task.words.say("task-head", task=task.task_id)
    # Without the few marks that only a card can show.
    fields = [(FIELD, label, re.sub("[*`]", "", html.unescape(task.prompt)))]
    return Stack([Sheet(task.words, task.task_id, fields), Levels(task)])
