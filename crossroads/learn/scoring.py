"""Score a brief beside a rubric: a sample first, against the module's scores, then one's own."""

import pandas as pd
import traitlets

from crossroads.charts.view import table_html
from crossroads.charts.widget import script
from crossroads.learn import answers
from crossroads.learn.article import Card, LeftOut, left_out, text_html
from crossroads.learn.brief import fields_of
from crossroads.learn.keeping import Keeping
from crossroads.words.lookups import fill
from crossroads.words.plain import unknown
from crossroads.words.tags import fold, join, listed, tag


def rubric_of(pack, answer_id):
    """Give the rubric of an answer's lesson: of each criterion the levels, with descriptions."""
    rubric = {}
    if pack.has("rubrics"):
        for row in pack.rubrics[pack.rubrics["lesson"] == int(answer_id[:2])].itertuples():
            rubric.setdefault(row.criterion, {})[int(row.level)] = row.description
    return {criterion: dict(sorted(levels.items())) for criterion, levels in rubric.items()}


def module_scores(pack, sample_id):
    """Find level and reason that the module gives a sample for each criterion that it scores."""
    rows = pack.sample_levels[pack.sample_levels["sample_id"] == sample_id].set_index("criterion")
    return {
        criterion: (int(rows["level"][criterion]), fill(pack, rows["why"][criterion]))
        for criterion in rubric_of(pack, sample_id)
        if criterion in rows.index
    }


def sample_card(pack, sample_id):
    """Show a sample, or None where the pack has no such one."""
    texts = pack.samples.loc[pack.samples["sample_id"] == sample_id, "text"]
    if texts.empty:
        return None
    return Card(text_html(fill(pack, texts.iloc[0])))


class Choices(Keeping):
    """Something to choose for each of several things, and a button that answers to all choices.

    A thing in `_criteria` has its key, its name, its options with their words, and HTML to unfold;
    `_reveal` answers to the choices made so far.
    """

    _esm = script("score.js")
    earlier = "saved-earlier"

    _text = traitlets.Unicode("").tag(sync=True)
    _criteria = traitlets.List().tag(sync=True)
    _button = traitlets.Unicode("").tag(sync=True)
    _asked = traitlets.Int(0).tag(sync=True)
    _message = traitlets.Unicode("").tag(sync=True)
    _sentence = traitlets.Unicode("").tag(sync=True)
    _answer = traitlets.Unicode("").tag(sync=True)

    def __init__(self, words, names, **state):
        super().__init__(words, names, **state)
        if self.value:
            self._message = self._said(words.say(self.earlier))
        self.observe(self._reveal, "_asked")

    def _said(self, saved):
        return saved

    def _tell(self):
        if self.value:
            self._message = self._said(self._problem or self.words.say("saved"))
        if self._sentence or self._answer:
            self._reveal()


class Score(Choices):
    """A text beside a rubric, see `rubric_of`; ``value`` has the level of each criterion.

    When every criterion has one, the button shows what `_answered` writes.
    """

    place_message = "score-place"
    then = "score"
    whole = True

    def __init__(self, words, answer_id, rubric, **state):
        self.words, self.answer_id, self.rubric = words, answer_id, rubric
        criteria = [
            [name, self._named(name), [[level, f"{level} · {text}"] for level, text in one.items()]]
            for name, one in rubric.items()
        ]
        super().__init__(words, {answer_id: ""}, _criteria=criteria, **state)

    def _wrong(self, criterion, level):
        levels = self.rubric.get(criterion, {})
        fits = type(level) is int and level in levels
        return "" if fits else unknown(f"level of {criterion}", level, levels)

    def _named(self, criterion):
        return criterion

    def _reveal(self, change=None):
        missing = [criterion for criterion in self.rubric if criterion not in self.value]
        if missing:
            self._message = self.words.say("score-first", criterion=missing[0])
        else:
            self._answer = self._answered()

    def _compared(self, rows, heads, caption):
        """Write a table whose heads and caption are messages."""
        heads = [self.words.say(f"score-{head}") for head in heads]
        return table_html(pd.DataFrame(rows, columns=heads), self.words.say(caption))

    def _shown(self):
        say = self.words.say
        named = {self._named(name): levels for name, levels in self.rubric.items()}
        table = pd.DataFrame(named).T.rename(columns=lambda level: say("score-level", level=level))
        table = table.rename_axis(say("score-criterion")).reset_index()
        yield table_html(table, say("score-rubric"))


class SampleScore(Score):
    """A sample beside the rubric; then the module's scores of it."""

    def __init__(self, pack, sample_id, **state):
        self.sample = sample_card(pack, sample_id)
        self.scores = module_scores(pack, sample_id)
        super().__init__(
            pack.words,
            f"{sample_id}-score",
            rubric_of(pack, sample_id),
            _text=self.sample._repr_html_(),
            _button=pack.words.say("score-compare"),
            **state,
        )

    def _answered(self):
        both = {name: score for name, score in self.scores.items() if name in self.value}
        same = sum(self.value[name] == level for name, (level, _) in both.items())
        rows = [
            [name, str(self.value[name]), str(level), reason]
            for name, (level, reason) in both.items()
        ]
        words = self.words.say("score-same", same=same, all=len(both))
        heads = ("criterion", "you", "module", "why")
        return join([tag("p", words), self._compared(rows, heads, "score-both")])

    def _shown(self):
        items = [f"{name}: {level}. {reason}" for name, (level, reason) in self.scores.items()]
        below = fold(self.words.say("score-then-open"), listed(items)) if items else None
        return self.sample._repr_html_(), *super()._shown(), below


class OwnScore(Score):
    """The learner's own brief beside the rubric; then what would lift it."""

    def __init__(self, pack, brief_id, **state):
        self.brief_id, button = brief_id, pack.words.say("score-lift")
        rubric = rubric_of(pack, brief_id)
        super().__init__(pack.words, f"{brief_id}-score", rubric, _button=button, **state)
        self._text = self._shown_text()

    def _shown_text(self):
        saved = answers.saved_answers(self.words)
        parts = []
        for name, label, _ in fields_of(self.words, "brief"):
            text = saved.get(f"{self.brief_id}-{name}")
            if isinstance(text, str) and text.strip():
                parts.append(tag("p", tag("strong", label)))
                parts.append(tag("p", text, class_="crossroads-typed"))
        return join(parts or [tag("p", self.words.say("score-brief-empty"))])

    def _answered(self):
        steps = [
            (self.value[name], name, levels[self.value[name] + 1])
            for name, levels in self.rubric.items()
            if self.value[name] + 1 in levels
        ]
        if not steps:
            return tag("p", self.words.say("score-highest"))
        steps.sort(key=lambda step: step[0])
        rows = [[name, str(level), description] for level, name, description in steps]
        table = self._compared(rows, ("criterion", "you", "next-level"), "score-next")
        return join([tag("p", self.words.say("score-change-one")), table])

    def _hear(self, question_id, answer):
        super()._hear(question_id, answer)
        if question_id.startswith(f"{self.brief_id}-") and question_id != self.answer_id:
            self._text = self._shown_text()


def score_sample(pack, sample_id):
    """Open a sample brief beside the rubric.

    Parameters
    ----------
    pack : Pack
    sample_id : str
        The sample's row of ``samples``, such as ``"07.sample-a"``.

    Returns
    -------
    SampleScore or Card
        A card where the pack has no such sample, or no rubric.
    """
    sample = sample_card(pack, sample_id)
    if sample is None:
        return left_out(pack.words, "needs-sample", sample=repr(sample_id))
    return SampleScore(pack, sample_id) if rubric_of(pack, sample_id) else sample


def score_own(pack, brief_id):
    """Open the learner's own brief beside the rubric.

    Parameters
    ----------
    pack : Pack
    brief_id : str
        What the brief is saved under, such as ``"07.brief"``.

    Returns
    -------
    OwnScore or Card
    """
    if not rubric_of(pack, brief_id):
        return LeftOut(tag("p", pack.words.say("score-no-rubric")))
    return OwnScore(pack, brief_id)
