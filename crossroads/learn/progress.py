"""What a learner has done and what is next; and a receipt of it to hand in."""

import pandas as pd

from crossroads.charts.explorer import table_html
from crossroads.learn import answers
from crossroads.learn.article import CARD, Card
from crossroads.learn.feedback import attempts, latest, never_raises, told
from crossroads.learn.judging import CRITERION, FIELD
from crossroads.learn.opening import current_pack
from crossroads.learn.tasks import CORRECT, WRITTEN, task_ids
from crossroads.words.plain import capital, count_words

DONE, TRIED, OPEN = "done", "tried", "not tried yet"


def states(pack, records):
    """Tell how far somebody is with every task of a pack.

    Parameters
    ----------
    pack : Pack
    records : list of dict
        See `crossroads.learn.answers.read_records`.

    Returns
    -------
    pandas.DataFrame
        Index ``task_id``, in the order of the table; ``kind``; ``state``
        (done, tried, not tried yet); ``attempts`` and ``hints`` (int);
        ``revealed`` (bool); ``level`` (1 to 3 for a written task, else 0).
        A written task is done when it has a text and a level.
    """
    rows = []
    for task_id in task_ids(pack):
        row = pack.tasks[pack.tasks["task_id"] == task_id].iloc[0]
        written = row["answer_type"] == WRITTEN
        tried = attempts(records, task_id)
        text = latest(records, f"{task_id}-{FIELD}")
        score = latest(records, f"{task_id}-score")
        level = score.get(CRITERION) if isinstance(score, dict) else None
        level = level if level in (1, 2, 3) else 0
        has_text = isinstance(text, str) and bool(text.strip())
        if written:
            state = (DONE if level else TRIED) if has_text else OPEN
        else:
            right = any(one["result"] == CORRECT for one in tried)
            state = DONE if right else TRIED if tried else OPEN
        hints = latest(records, f"{task_id}-hint")
        rows.append(
            {
                "task_id": task_id,
                "kind": row["kind"],
                "state": state,
                "attempts": len(tried),
                "hints": hints if type(hints) is int and 0 <= hints <= 3 else 0,
                "revealed": latest(records, f"{task_id}-reveal") is True,
                "level": level if written and has_text else 0,
            }
        )
    columns = ["task_id", "kind", "state", "attempts", "hints", "revealed", "level"]
    return pd.DataFrame(rows, columns=columns).set_index("task_id")


def state_words(row):
    """Say how far somebody is with a task, in a few words.

    Parameters
    ----------
    row : pandas.Series
        A row of `states`.

    Returns
    -------
    str
    """
    words = [row["state"]]
    if row["attempts"]:
        words.append(count_words(int(row["attempts"]), "attempt"))
    if row["hints"]:
        words.append(count_words(int(row["hints"]), "hint"))
    if row["revealed"]:
        words.append("answer opened")
    if row["level"]:
        words.append(f"own level {row['level']}")
    return ", ".join(words)


@never_raises
def progress(lesson=None, pack=None):
    """Show which tasks are done, and which is next.

    Parameters
    ----------
    lesson : str or int, optional
        Number of a lesson; all lessons by default.
    pack : Pack, optional
        By default the one that was opened last.

    Returns
    -------
    Card
    """
    pack = pack or current_pack()
    records, trouble = answers.own_records()
    table = states(pack, records)
    if lesson is not None:
        lesson = str(lesson).strip().zfill(2)[:2]
        table = table[table.index.str[:2] == lesson]
    if table.empty:
        return told("", "This pack has no tasks here.")
    sentence = " ".join(filter(None, [_sentence(table), trouble]))
    shown = pd.DataFrame(
        {
            "Task": table.index,
            "What one does": table["kind"].map(capital).to_numpy(),
            "How far": table.apply(state_words, axis=1).to_numpy(),
        }
    )
    body = f"<p>{sentence}</p>{table_html(shown, 'Your tasks')}"
    return Card(f'<div role="status" style="{CARD}">{body}</div>', sentence)


def _sentence(table):
    done = int((table["state"] == DONE).sum())
    if done == len(table):
        return f"All {count_words(done, 'task')} are done."
    first = table.index[table["state"] != DONE][0]
    return f"{done} of {len(table)} tasks done. Next: task {first}."
