"""What a learner has done, and what is next."""

import pandas as pd

from crossroads.learn import answers
from crossroads.learn.article import CARD, Card, worded_table
from crossroads.learn.asking import CRITERION, FIELD
from crossroads.learn.feedback import attempts, never_raises, told
from crossroads.learn.opening import current_pack
from crossroads.learn.tasks import CORRECT, WRITTEN
from crossroads.words.tags import tag

DONE, TRIED, OPEN = "done", "tried", "not tried yet"
CASES = {DONE: "done", TRIED: "tried", OPEN: "open"}


def states(pack, records):
    """Tell how far somebody is with every task; a written one has a level, others level 0."""
    rows, saved = [], answers.by_question(records)
    for task in pack.tasks.itertuples() if pack.has("tasks") else ():
        task_id, tried, level = task.task_id, attempts(records, task.task_id), 0
        if task.answer_type == WRITTEN:
            text, score = (saved.get(f"{task_id}-{part}") for part in (FIELD, "score"))
            begun = isinstance(text, str) and text.strip()
            chosen = score.get(CRITERION) if begun and isinstance(score, dict) else 0
            level = chosen if chosen in (1, 2, 3) else 0
            done = bool(level)
        else:
            begun, done = tried, any(attempt["result"] == CORRECT for attempt in tried)
        hints = saved.get(f"{task_id}-hint")
        hints = hints if type(hints) is int and 0 <= hints <= 3 else 0
        revealed = saved.get(f"{task_id}-reveal") is True
        state = DONE if done else TRIED if begun else OPEN
        rows.append((task_id, task.kind, state, len(tried), hints, revealed, level))
    columns = ["task_id", "kind", "state", "attempts", "hints", "revealed", "level"]
    return pd.DataFrame(rows, columns=columns).set_index("task_id")


def state_words(words, row):
    """Say how far somebody is with a task, from a row of `states`."""
    said = [words.say("progress-state", state=CASES[row["state"]])]
    for name in ("attempts", "hints", "revealed", "level"):
        if row[name]:
            said.append(words.say(f"progress-{name}", count=int(row[name])))
    return ", ".join(said)


@never_raises
def progress(lesson=None, pack=None):
    """Show which tasks are done, and which is next.

    Parameters
    ----------
    lesson : str or int, optional
        Number of a lesson; all lessons by default.
    pack : Pack, optional

    Returns
    -------
    Card
    """
    pack = pack or current_pack()
    words = pack.words
    records, trouble = answers.own_records(words)
    table = states(pack, records)
    if lesson is not None and len(table):
        table = table[table.index.str[:2] == str(lesson).strip().zfill(2)[:2]]
    if table.empty:
        return told("", words.say("progress-no-tasks"))
    open_tasks = table.index[table["state"] != DONE]
    done = len(table) - len(open_tasks)
    if len(open_tasks):
        sentence = words.say("progress-next", done=done, all=len(table), task=open_tasks[0])
    else:
        sentence = words.say("progress-all-done", all=len(table))
    columns = {
        "progress-task": table.index,
        "progress-what": [words.say("task-kind", kind=kind) for kind in table["kind"]],
        "progress-how-far": [state_words(words, row) for _, row in table.iterrows()],
    }
    told_all = tag("p", " ".join(filter(None, [sentence, trouble])))
    markup = worded_table(words, columns, words.say("progress-caption"))
    return Card(tag("div", told_all, markup, role="status", style=CARD))
