"""Score a brief beside a rubric: a sample first, against the module's scores, then one's own."""

import html
import re

import pandas as pd
import traitlets

from crossroads.charts.explorer import Stored, script, table_html
from crossroads.learn import answers
from crossroads.learn.article import Card, left_out, show_text
from crossroads.learn.brief import BRIEF


def rubric_table(pack, lesson):
    """Give a lesson's rubric, one row for each criterion.

    Parameters
    ----------
    pack : Pack
    lesson : int

    Returns
    -------
    pandas.DataFrame
        Index ``criterion`` in the order of the file, a column for each
        level, in each cell its description.
    """
    rows = pack.rubrics[pack.rubrics["lesson"] == lesson]
    table = rows.pivot(index="criterion", columns="level", values="description")
    return table.loc[list(dict.fromkeys(rows["criterion"]))]


def module_scores(pack, text_id):
    """Find how the module scores a sample.

    Parameters
    ----------
    pack : Pack
    text_id : str
        The sample's row of ``texts``. The row ``<text_id>-<criterion>-<level>``
        gives that level to that criterion, and says why.

    Returns
    -------
    dict of str to (int, str)
        Criterion to level and reason, for those that the pack scores.
    """
    table = rubric_table(pack, int(text_id[:2]))
    scores = {}
    for criterion in table.index:
        slug = re.sub(r"[^a-z0-9]+", "-", criterion.lower()).strip("-")
        for level in table.columns:
            reason = show_text(pack, f"{text_id}-{slug}-{level}")
            if reason:
                scores[criterion] = (int(level), repr(reason))
    return scores


class Score(Stored):
    """A text beside a rubric; every score is saved when it is chosen.

    Parameters
    ----------
    answer_id : str
        What the scores are saved under.
    rubric : pandas.DataFrame
        See `rubric_table`.
    sample : Card or None
        The text to score; None for the learner's own brief.
    scores : dict of str to (int, str)
        The module's scores; see `module_scores`. Empty for the learner's
        own brief.
    brief_id : str
        What the learner's own brief is saved under.

    Attributes
    ----------
    value : dict of str to int
        Criterion to level, for those scored so far.
    """

    _esm = script("score.js")

    value = traitlets.Dict().tag(sync=True)
    _text = traitlets.Unicode("").tag(sync=True)
    _criteria = traitlets.List().tag(sync=True)
    _button = traitlets.Unicode("").tag(sync=True)
    _asked = traitlets.Int(0).tag(sync=True)
    _message = traitlets.Unicode("").tag(sync=True)
    _answer = traitlets.Unicode("").tag(sync=True)

    def __init__(self, answer_id, rubric, sample=None, scores=None, brief_id="", **keywords):
        self.answer_id, self.rubric, self.sample = answer_id, rubric, sample
        self.scores, self.brief_id = scores or {}, brief_id
        saved = answers.saved_answers().get(answer_id)
        super().__init__(
            value=saved if isinstance(saved, dict) else {},
            _text=sample._repr_html_() if sample else self._own_text(),
            _criteria=[[name, list(row.items())] for name, row in self._levels().items()],
            _button="Compare with the module's scores" if sample else "What would lift it?",
            **keywords,
        )
        self.observe(self._save, "value")
        self.observe(self._reveal, "_asked")
        if not sample:
            answers.on_save(self._on_answer)

    def _levels(self):
        return {
            criterion: {int(level): words for level, words in row.items()}
            for criterion, row in self.rubric.iterrows()
        }

    @traitlets.validate("value")
    def _check(self, proposal):
        levels = self._levels()
        given = proposal["value"]
        return {name: given[name] for name in levels if given.get(name) in levels[name]}

    def _save(self, change):
        try:
            answers.save_answer(self.answer_id, self.value)
            self._message = "Saved."
        except OSError as error:
            self._message = answers.not_saved(error)
        if self._answer:
            self._reveal()

    def _reveal(self, change=None):
        missing = [name for name in self.rubric.index if name not in self.value]
        if missing:
            self._message = f"Score this first: {missing[0]}."
            return
        self._answer = self._compared() if self.sample else self._next_steps()

    def _compared(self):
        both = {name: score for name, score in self.scores.items() if name in self.value}
        same = sum(self.value[name] == level for name, (level, _) in both.items())
        rows = [
            [name, f"{self.value[name]}", f"{level}", reason]
            for name, (level, reason) in both.items()
        ]
        table = pd.DataFrame(rows, columns=["Criterion", "You", "The module", "Why"])
        words = (
            f"You and the module give the same score to {same} of {len(both)} criteria. "
            "Where you differ, read the rubric again: you may be right."
        )
        return f"<p>{words}</p>{table_html(table, 'Your scores and the module’s')}"

    def _next_steps(self):
        levels = self._levels()
        steps = [
            (level, name, levels[name][level + 1])
            for name, level in self.value.items()
            if level + 1 in levels[name]
        ]
        if not steps:
            return "<p>The highest level everywhere. Ask somebody else to score it, too.</p>"
        table = pd.DataFrame(
            [[name, str(level), words] for level, name, words in sorted(steps, key=lambda s: s[0])],
            columns=["Criterion", "You", "The next level"],
        )
        return (
            f"<p>Change one thing in your brief, the first of these.</p>{table_html(table, 'Next')}"
        )

    def _own_text(self):
        saved = answers.saved_answers()
        found = [(label, saved.get(f"{self.brief_id}-{name}")) for name, label, _ in BRIEF]
        written = [(label, text) for label, text in found if isinstance(text, str) and text.strip()]
        if not written:
            return "<p>Your brief is still empty; write it first.</p>"
        return "".join(
            f"<p><strong>{html.escape(label)}</strong></p>"
            f'<p class="crossroads-typed">{html.escape(text)}</p>'
            for label, text in written
        )

    def _on_answer(self, question_id, answer):
        if question_id.startswith(f"{self.brief_id}-") and question_id != self.answer_id:
            self._text = self._own_text()

    def __repr__(self):
        lines = [repr(self.sample)] if self.sample else []
        for criterion, levels in self._levels().items():
            lines += [f"{criterion}:", *(f"- {level}: {words}" for level, words in levels.items())]
        return "\n".join(lines)

    def _stored(self):
        rubric = self.rubric.rename(columns=lambda level: f"Level {level}")
        body = self.sample._repr_html_() if self.sample else ""
        body += table_html(rubric.rename_axis("Criterion").reset_index(), "Rubric")
        if self.scores:
            items = "".join(
                f"<li>{html.escape(f'{name}: {level}. {reason}')}</li>"
                for name, (level, reason) in self.scores.items()
            )
            body += (
                "<details><summary>Score it first. Then open for the module's scores.</summary>"
                f"<ul>{items}</ul></details>"
            )
        return (
            f"{body}<p><small>Run the cell to score; your scores are saved beside the notebook."
            "</small></p>"
        )


def score_sample(pack, text_id):
    """Open a sample brief beside the rubric.

    Parameters
    ----------
    pack : Pack
    text_id : str
        The sample's row of ``texts``, such as ``"07.sample-a"``.

    Returns
    -------
    Score or Card
        A card where the pack has no such sample, or no rubric.
    """
    sample = show_text(pack, text_id)
    if sample is None:
        return left_out(f"the text {text_id!r}")
    if not _has_rubric(pack, text_id):
        return sample
    rubric = rubric_table(pack, int(text_id[:2]))
    return Score(f"{text_id}-score", rubric, sample, module_scores(pack, text_id))


def score_own(pack, brief_id):
    """Open the learner's own brief beside the rubric.

    Parameters
    ----------
    pack : Pack
    brief_id : str
        What the brief is saved under, such as ``"07.brief"``.

    Returns
    -------
    Score or Card
    """
    if not _has_rubric(pack, brief_id):
        words = "This pack has no rubric for this lesson. Ask somebody to read your brief instead."
        return Card(f"<p>{words}</p>", words)
    return Score(f"{brief_id}-score", rubric_table(pack, int(brief_id[:2])), brief_id=brief_id)


def _has_rubric(pack, text_id):
    return pack.has("rubrics") and (pack.rubrics["lesson"] == int(text_id[:2])).any()
