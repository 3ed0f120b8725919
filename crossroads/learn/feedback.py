"""Answer a learner: check what was typed, give hints, show the way after an attempt."""

import functools
import html

from crossroads.charts import style
from crossroads.learn import answers
from crossroads.learn.article import BOX, CARD, Card, text_html
from crossroads.learn.opening import current_pack
from crossroads.learn.tasks import (
    CORRECT,
    NOT_TRIED,
    NOT_YET,
    WRITTEN,
    MissingRows,
    find_task,
    judge,
)

HEADS = {CORRECT: "Correct.", NOT_TRIED: "Not tried yet."}
REAL = (CORRECT, NOT_YET)


def told(head, words, colour=style.MUTED):
    """Make the card that answers a learner; a screen reader reads it out.

    Parameters
    ----------
    head : str
        The answer in a word or two.
    words : str
        What more there is to say, with the few marks of `text_html`.
    colour : str
        Of the line at the side; the words say the same.

    Returns
    -------
    Card
    """
    body = text_html(words)
    if head:
        body = f"<p><strong>{html.escape(head)}</strong></p>{body}"
    box = f'<div role="status" style="{BOX.format(colour=colour)}">{body}</div>'
    return Card(box, f"{head} {words}".strip())


def never_raises(function):
    """Turn whatever goes wrong into a sentence: a learner meets no traceback here."""

    @functools.wraps(function)
    def quiet(*given, **named):
        try:
            return function(*given, **named)
        except MissingRows as error:
            return told("", str(error))
        except Exception as error:
            words = (
                f"This answer could not be looked at ({type(error).__name__}). "
                "Give a number, or a text in quotation marks, and run the cell again."
            )
            return told("Not yet.", words, style.COLOURS[1])

    return quiet


@never_raises
def show_task(task_id, pack=None):
    """Show what a task asks.

    Parameters
    ----------
    task_id : str
        Such as ``"02.3"``.
    pack : Pack, optional
        By default the one that was opened last.

    Returns
    -------
    Card
    """
    task = find_task(pack or current_pack(), task_id)
    head = f"Task {task.task_id}"
    body = f"<p><strong>{html.escape(head)}</strong></p>{text_html(task.prompt)}"
    box = f'<div style="{CARD}">{body}</div>'
    return Card(box, f"{head}. {task.prompt}")


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
        By default the one that was opened last.

    Returns
    -------
    Card
        *Not tried yet*, *not yet* with what to look at, or *correct* with
        the reason. It never shows the right answer to somebody who has not
        given it, and no answer makes it raise.
    """
    task = find_task(pack or current_pack(), task_id)
    if task.answer_type == WRITTEN:
        words = (
            "No answer is right or wrong here. Write yours in the box of "
            f'`write_answer("{task.task_id}")`.'
        )
        return told("", words)
    verdict = judge(task, answer)
    records, trouble = answers.own_records()
    if verdict.result == NOT_TRIED and (tried := attempts(records, task.task_id)):
        best = next((one for one in tried if one["result"] == CORRECT), tried[-1])["given"]
        again = judge(task, best)
        head = f"Saved earlier: {best}. {HEADS.get(again.result, 'Not yet.')}"
        return told(head, _joined(again.words, trouble), _colour(again.result))
    if verdict.given:
        record = {"given": verdict.given, "result": verdict.result}
        saved = latest(records, task.task_id)
        trouble = _joined(_save(task.task_id, record, saved), trouble)
    words = verdict.words
    if verdict.result == NOT_YET:
        words += f' (For a hint: `hint("{task.task_id}")`.)'
    head = HEADS.get(verdict.result, "Not yet.")
    return told(head, _joined(words, trouble), _colour(verdict.result))


@never_raises
def hint(task_id, pack=None):
    """Give the next of three hints: where to look, at which column, nearly there.

    Parameters
    ----------
    task_id : str
    pack : Pack, optional
        By default the one that was opened last.

    Returns
    -------
    Card
        The hints so far, this one last.
    """
    task = find_task(pack or current_pack(), task_id)
    records, trouble = answers.own_records()
    before = latest(records, f"{task.task_id}-hint")
    before = before if isinstance(before, int) and before > 0 else 0
    step = min(before + 1, len(task.hints))
    trouble = _joined(_save(f"{task.task_id}-hint", step, before), trouble)
    shown = "\n".join(f"- Hint {number}: {task.hints[number - 1]}" for number in range(1, step + 1))
    after = "" if step < len(task.hints) else f"That was the last one. {_after_hints(task)}"
    return told("", _joined(shown, after, trouble), style.ACCENT)


def _after_hints(task):
    if task.answer_type == WRITTEN:
        return "Write what you can; then look at the sample."
    return f'When you have tried an answer, `reveal("{task.task_id}")` shows the way.'


@never_raises
def reveal(task_id, pack=None):
    """Show the answer and the way to it, to somebody who has tried.

    Parameters
    ----------
    task_id : str
    pack : Pack, optional
        By default the one that was opened last.

    Returns
    -------
    Card
    """
    task = find_task(pack or current_pack(), task_id)
    if task.answer_type == WRITTEN:
        words = (
            "There is no right answer to open. A sample to compare with opens in "
            f'`write_answer("{task.task_id}")`, when you have written yours.'
        )
        return told("", words)
    records, trouble = answers.own_records()
    if not attempts(records, task.task_id):
        words = f'Check an answer of yours first, even a guess: `check("{task.task_id}", ...)`.'
        return told("Try first.", _joined(words, trouble))
    before = latest(records, f"{task.task_id}-reveal")
    trouble = _joined(_save(f"{task.task_id}-reveal", True, before), trouble)
    head = f"The answer: {task.answer_words}."
    return told(head, _joined(task.explanation, trouble), style.ACCENT)


def given(task_id, pack=None):
    """Give the ids of the rows that a task's code starts from.

    Parameters
    ----------
    task_id : str
    pack : Pack, optional
        By default the one that was opened last.

    Returns
    -------
    str or list of str
        The id itself where there is one.
    """
    ids = list(find_task(pack or current_pack(), task_id).given)
    return ids[0] if len(ids) == 1 else ids


def latest(records, question):
    """Find the latest answer to a question among saved records; None if there is none."""
    found = [record["answer"] for record in records if record["question"] == question]
    return found[-1] if found else None


def attempts(records, task_id):
    """List the real attempts at a task, the oldest first.

    Parameters
    ----------
    records : list of dict
        See `crossroads.learn.answers.read_records`.
    task_id : str

    Returns
    -------
    list of dict
        Each with ``given`` (str) and ``result`` (``"not yet"`` or ``"correct"``).
    """
    found = [record["answer"] for record in records if record["question"] == task_id]
    return [
        one
        for one in found
        if isinstance(one, dict) and one.get("result") in REAL and isinstance(one.get("given"), str)
    ]


def _save(question, answer, before):
    """Save what is new, and say it if that fails."""
    if answer == before:
        return ""
    try:
        answers.save_answer(question, answer)
    except OSError as error:
        return f"{answers.not_saved(error)} Your answer counts until this notebook is closed."
    return ""


def _joined(*texts):
    return "\n\n".join(filter(None, texts))


def _colour(result):
    return {CORRECT: style.COLOURS[2], NOT_TRIED: style.MUTED}.get(result, style.COLOURS[1])
