"""Measure a learner's own course: first answer against last, an early lesson against this one."""

import pandas as pd

from crossroads.charts.course import course
from crossroads.charts.forecasts import select_scores
from crossroads.learn import answers
from crossroads.learn.forecasting import answer_id, saved_forecasts
from crossroads.learn.opening import NotebookChart
from crossroads.learn.questions import was_right
from crossroads.learn.reader import prefix_of, saved_judgements
from crossroads.learn.tagging import statements

COLUMNS = ["measure", "before", "after", "before_count", "after_count"]


def _checked(pack):
    return pack.questions.loc[pack.questions["kind"] == "check", "question_id"]


def _questions(pack, records):
    """Tell of each checked question whether the first answer was right, and the last."""
    first, last = [], []
    for question in _checked(pack):
        said = (one["answer"] for one in records if one["question"] == question)
        right = [one for one in (was_right(pack, question, one) for one in said) if one is not None]
        first += right[:1]
        last += right[-1:]
    return first, last


def _kinds(pack, lesson, saved):
    rows = statements(pack, lesson)
    pairs = zip(rows["answer_id"].map(saved), rows["kind"], strict=True)
    return [said == kind for said, kind in pairs if pd.notna(said)]


def _verdicts(pack, saved, lesson=""):
    own = pack.claims.set_index("claim_id")["verdict"]
    judged = saved_judgements(pack, saved, lesson)
    return [one["verdict"] == own[claim] for claim, one in judged.items() if one["verdict"]]


def _on_what_happened(pack, percents):
    """Give what each probability put on what then happened, as a share of 1."""
    scores = select_scores(pack, percents).dropna(subset=["brier"])
    put = scores["percent"].where(scores["happened"] == 1, 100 - scores["percent"])
    return list(put / 100)


def measure_course(first, last, records, lesson="08"):
    """Measure where a learner began and ended; what lacks one of its two sides has no row."""
    saved = answers.by_question(records)
    asked = [_questions(pack, records) for pack in (first, last)]
    kept = {pack: saved_forecasts(pack, saved) for pack in (first, last)}
    opened = {
        pack: {name: one["percent"] for name, one in found.items() if one["opened"]}
        for pack, found in kept.items()
    }
    seen = {name: one for name, one in kept[first].items() if one["opened"] and "first" in one}
    sides = {
        "answers": [sum((pair[side] for pair in asked), []) for side in (0, 1)],
        "outside": [
            _on_what_happened(first, {name: one[number] for name, one in seen.items()})
            for number in ("first", "percent")
        ],
        "kinds": [_kinds(first, "01", saved), _kinds(last, lesson, saved)],
        "verdicts": [_verdicts(first, saved), _verdicts(last, saved, lesson)],
        "forecasts": [_on_what_happened(pack, opened[pack]) for pack in (first, last)],
    }
    rows = [
        (measure, *(100 * sum(one) / len(one) for one in both), *map(len, both))
        for measure, both in sides.items()
        if all(both)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def show_course(first, last, lesson="08"):
    """Show your own course: first answer against last, the early lessons against this one.

    Parameters
    ----------
    first, last : Pack
        Of the course, and of the article that you had not seen before.
    lesson : str
        Number of the lesson on the latter.

    Returns
    -------
    NotebookChart
    """

    def declared(records):
        return course(last, measure_course(first, last, records, lesson))

    # What the answers that are measured are saved under, or begin with.
    about = [prefix_of(""), prefix_of(lesson)]
    for pack, own in ((first, "01"), (last, lesson)):
        about += [*_checked(pack), *statements(pack, own)["answer_id"], answer_id(pack, "")]
    return NotebookChart(declared, about)
