"""Why a class stopped: what it answered otherwise than the record, the commonest first."""

import functools
import re

import pandas as pd

from crossroads.learn import tasks
from crossroads.learn.feedback import attempts
from crossroads.learn.questions import choices_of, right_words
from crossroads.words.lookups import fill

LONGEST = 60  # letters of an answer that a table shows
MOST = 12  # rows: what a class can take up tomorrow


@functools.lru_cache(maxsize=4)
def options_of(pack, kind):
    """List the words of the choices of every question of a kind, in their order."""
    asked = pack.questions.loc[pack.questions["kind"] == kind, "question_id"]
    return {question: list(choices_of(pack, question)) for question in asked}


def wrong_answers(pack, records):
    """Read a learner's last wrong answer to each task as it came."""
    wrong = {
        task_id: one["given"]
        for task_id in tasks.task_ids(pack)
        for one in attempts(records, task_id, 0)
        if one["result"] != tasks.CORRECT
    }
    return {task_id: answer for task_id, answer in wrong.items() if len(answer) <= LONGEST}


def variants(pack, records):
    """Read the last answer to each task that was drawn anew, with its number: ``417: 92``."""
    return {
        task_id: f"{one['seed']}: {one['given']}"
        for task_id in tasks.task_ids(pack)
        for one in attempts(records, task_id)
        if one.get("seed") and len(one["given"]) <= LONGEST
    }


def fitting_wrong(pack, task_id, cell):
    """Give the readable wrong answer to a task that is short enough to be shown; else nothing."""
    answer = cell.removeprefix("'")
    return answer if _told(pack, task_id, answer) and len(answer) <= LONGEST else ""


def variant_words(pack, task_id, cell):
    """Judge the answer to a task drawn anew: such as ``417: 92, correct``; else nothing."""
    found = re.fullmatch(r"([1-9]\d{0,2}): (.+)", cell)
    task = _task(pack, task_id, int(found[1])) if found else None
    result = tasks.judge(task, found[2]).result if task else ""
    fits = result in (tasks.CORRECT, tasks.NOT_YET) and len(cell) <= LONGEST + 5
    return f"{cell}, {result}" if fits else ""


@functools.lru_cache(maxsize=200)
def _task(pack, task_id, seed=0):
    try:
        return tasks.find_task(pack, task_id, seed)
    except tasks.MissingRows:
        return None


def _told(pack, task_id, text):
    """Give what a learner was told on a wrong answer; nothing where it is none."""
    task = _task(pack, task_id) if text else None
    if task is None or task.answer_type == tasks.WRITTEN:
        return ""
    verdict = tasks.judge(task, text)
    return verdict.words if verdict.result == tasks.NOT_YET else ""


def count_wrong(pack, rows):
    """Count a class's wrong answers, in tasks and in *check yourself*, the commonest first."""
    found = []
    for task_id in tasks.task_ids(pack):
        given = [row[name] for row in rows if row.get(name := f"wrong {task_id}")]
        found += [
            (task_id, answer, given.count(answer), told)
            for answer in dict.fromkeys(given)
            if (told := _told(pack, task_id, answer))
        ]
    for question in options_of(pack, "check"):
        right = right_words(pack, question)
        for words, one in choices_of(pack, question).items():
            count = sum(row.get(f"check {question}") == words for row in rows)
            if count and right and words not in right:
                found.append((question, words, count, fill(pack, one.feedback)))
    table = pd.DataFrame(found, columns=["asked", "answer", "learners", "told"])
    return table.sort_values("learners", ascending=False, kind="stable").head(MOST)
