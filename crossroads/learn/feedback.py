"""Answer a learner: check what was typed, give hints, show the way after an attempt.

Without a pack, each function here speaks of the one that was opened last.
"""

import contextlib
import functools
import random

from crossroads.charts import style
from crossroads.learn import answers, tasks
from crossroads.learn.article import BOX, CARD, Card, text_html
from crossroads.learn.opening import current_pack
from crossroads.words.tags import tag
from crossroads.words.wording import wording

REAL = (tasks.CORRECT, tasks.NOT_YET)
COLOURS = {tasks.CORRECT: style.RIGHT, tasks.NOT_TRIED: style.MUTED}


def told(head, words, colour=style.MUTED):
    """Make the card that answers a learner, with the marks of `text_html`; it is read out."""
    strong = tag("p", tag("strong", head)) if head else None
    box = BOX.format(colour=colour)
    return Card(tag("div", strong, text_html(words), role="status", style=box))


def never_raises(function):
    """Turn whatever goes wrong into a sentence: a learner meets no traceback here."""

    @functools.wraps(function)
    def quiet(*given, **named):
        try:
            return function(*given, **named)
        except tasks.MissingRows as error:
            return told("", str(error))
        except Exception as error:
            words = wording()
            with contextlib.suppress(Exception):
                words = current_pack().words
            sentence = words.say("feedback-failed", kind=type(error).__name__)
            return told(_head(words, tasks.NOT_YET), sentence, style.NOT_YET)

    return quiet


def open_task(pack, task_id):
    """Find a task as this learner drew it last."""
    pack = pack or current_pack()
    seed = answers.saved_answers().get(f"{tasks.task_id_of(task_id)}-seed")
    fits = type(seed) is int and 0 < seed <= tasks.LARGEST_SEED
    return tasks.find_task(pack, task_id, seed if fits else 0)


@never_raises
def show_task(task_id, pack=None):
    """Show what a task asks.

    Parameters
    ----------
    task_id : str
        Such as ``"02.3"``.
    pack : Pack, optional

    Returns
    -------
    Card
    """
    task = open_task(pack, task_id)
    head = tag("strong", task.words.say("task-head", task=task.task_id))
    return Card(tag("div", tag("p", head), text_html(task.prompt), style=CARD))


@never_raises
def check(task_id, answer=..., pack=None):
    """Say whether an answer is right, and if not, where to look; and save it.

    Parameters
    ----------
    task_id : str
        Such as ``"02.3"``.
    answer : object
        A number, a date, a text, a list; as a person types it, or as numpy
        and pandas give it. ``...`` and None: not tried yet.
    pack : Pack, optional

    Returns
    -------
    Card
        *Not tried yet*, *not yet* with what to look at, or *correct* with
        the reason. It never shows the right answer to somebody who has not
        given it, and no answer makes it raise.
    """
    task = open_task(pack, task_id)
    say, task_id = task.words.say, task.task_id
    if task.answer_type == tasks.WRITTEN:
        return told("", say("check-written", task=task_id))
    verdict = tasks.judge(task, answer)
    records, trouble = answers.own_records(task.words)
    if verdict.result == tasks.NOT_TRIED and (tried := attempts(records, task_id, task.seed)):
        best = next((one for one in tried if one["result"] == tasks.CORRECT), tried[-1])["given"]
        again = tasks.judge(task, best)
        verdict_words = _head(task.words, again.result)
        head = say("check-saved-earlier", given=best, verdict=verdict_words)
        return told(head, _joined(again.words, trouble), COLOURS.get(again.result, style.NOT_YET))
    if verdict.given:
        record = {"given": verdict.given, "result": verdict.result}
        record |= {"seed": task.seed} if task.seed else {}
        trouble = _joined(_save(task, task_id, record, records), trouble)
    head = _head(task.words, verdict.result)
    return checked(task, verdict.result, verdict.words, head, trouble)


def checked(task, result, words, head, trouble=""):
    """Make the card that answers *Check*, by the result and the words of a verdict."""
    if result == tasks.NOT_YET:
        words = task.words.say("check-for-a-hint", words=words, task=task.task_id)
    return told(head, _joined(words, trouble), COLOURS.get(result, style.NOT_YET))


def _head(words, result):
    return words.say("check-head", result=result.replace(" ", "-"))


@never_raises
def hint(task_id, pack=None):
    """Give the next of three hints: where to look, at which column, nearly there.

    Parameters
    ----------
    task_id : str
    pack : Pack, optional

    Returns
    -------
    Card
        The hints so far, this one last.
    """
    task = open_task(pack, task_id)
    question = f"{task.task_id}-hint"
    records, trouble = answers.own_records(task.words)
    before = answers.by_question(records).get(question)
    step = min(max(before, 0) + 1 if isinstance(before, int) else 1, len(task.hints))
    trouble = _joined(_save(task, question, step, records), trouble)
    return hinted(task, step, trouble)


def hinted(task, step, trouble=""):
    """Make the card with the hints to a task up to one of them."""
    say = task.words.say
    hints = [
        f"- {say('hint-number', number=number, hint=text)}"
        for number, text in enumerate(task.hints[:step], 1)
    ]
    case = "written" if task.answer_type == tasks.WRITTEN else "judged"
    last = "" if step < len(task.hints) else say("hint-last", case=case, task=task.task_id)
    return told("", _joined("\n".join(hints), last, trouble), style.ACCENT)


@never_raises
def reveal(task_id, pack=None):
    """Show the answer and the way to it, to somebody who has tried.

    Parameters
    ----------
    task_id : str
    pack : Pack, optional

    Returns
    -------
    Card
    """
    task = open_task(pack, task_id)
    say, question = task.words.say, f"{task.task_id}-reveal"
    if task.answer_type == tasks.WRITTEN:
        return told("", say("reveal-written", task=task.task_id))
    records, trouble = answers.own_records(task.words)
    if not attempts(records, task.task_id, task.seed):
        words = say("reveal-check-first", task=task.task_id)
        return told(say("reveal-try-first"), _joined(words, trouble))
    trouble = _joined(_save(task, question, True, records), trouble)
    head = say("reveal-answer", answer=task.answer_words)
    return told(head, _joined(task.explanation, trouble), style.ACCENT)


@never_raises
def again(task_id, pack=None):
    """Draw other rows for a task, which from now on is about them.

    The number that drew them is saved with every answer, so that somebody else can
    look the same task up.

    Parameters
    ----------
    task_id : str
    pack : Pack, optional

    Returns
    -------
    Card
    """
    pack = pack or current_pack()
    task = open_task(pack, task_id)
    say, task_id = task.words.say, task.task_id
    if not any(tasks.each_draw(pack, task_id)):
        return told("", say("again-none", task=task_id))
    others = (random.randint(1, tasks.LARGEST_SEED) for _ in range(20))
    new = (tasks.find_task(pack, task_id, seed) for seed in others)
    drawn = next((one for one in new if one.prompt != task.prompt), task)
    saved = (task.words, f"{task_id}-seed", drawn.seed, "answer")
    trouble = "" if drawn is task else answers.try_to_save(*saved)
    return told(say("again-drawn", seed=drawn.seed), _joined(say("again-code"), trouble))


def given(task_id, pack=None):
    """Give the ids of the rows that a task's code starts from.

    Parameters
    ----------
    task_id : str
    pack : Pack, optional

    Returns
    -------
    str or list of str
        The id itself where there is one.
    """
    ids = list(open_task(pack, task_id).given)
    return ids[0] if len(ids) == 1 else ids


def attempts(records, task_id, seed=None):
    """List the real attempts at a task, the oldest first; with a seed, at what it drew."""
    return [
        answer
        for answer in (one["answer"] for one in records if one["question"] == task_id)
        if isinstance(answer, dict)
        and answer.get("result") in REAL
        and isinstance(answer.get("given"), str)
        and seed in (None, answer.get("seed", 0))
    ]


def _save(task, question, answer, records):
    """Save what is new, and say it if that fails."""
    if answers.by_question(records).get(question) == answer:
        return ""
    return answers.try_to_save(task.words, question, answer, "answer")


def _joined(*texts):
    return "\n\n".join(filter(None, texts))
