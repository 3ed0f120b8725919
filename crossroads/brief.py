"""Write for somebody else: a one-page brief, a rubric for it, a checklist for any article."""

import hashlib
import html
import itertools
import os
import re
import uuid

import pandas as pd
import traitlets

from crossroads import answers
from crossroads.article import Card, left_out, show_text
from crossroads.explorer import Stored, script, table_html
from crossroads.words import count_words

FILE_NAME = "brief.md"
PAGE = 450  # words on one printed page
BRIEF = (
    (
        "supported",
        "What the record supports",
        "Two or three findings that matter to your reader, each with the claim or row behind it.",
    ),
    (
        "not-supported",
        "What it does not support",
        "Claims that hold only in part, or not at all. Which part?",
    ),
    (
        "cannot-say",
        "What the data cannot say",
        "What your reader would like to know and no table tells. Why does none tell it?",
    ),
    (
        "watch",
        "What to watch, and by when",
        "An event, a day, and what would count as yes and what as no.",
    ),
    (
        "recommendation",
        "Recommendation, with reasons",
        "One thing to do first. On which finding does it rest? What would change your mind?",
    ),
)
CHECKLIST = (
    (
        "article",
        "1. Which article?",
        "Outlet, date, headline, address. How exactly is the date known?",
    ),
    (
        "money",
        "2. Who publishes it, and who pays?",
        "The owner, the funder, and where you read it. What might they like to hear?",
    ),
    (
        "voices",
        "3. Who speaks?",
        "Each speaker, and who employs them. Who is spoken about and does not speak?",
    ),
    (
        "claims",
        "4. What does it claim?",
        "Three to five claims, word for word. For each: fact, judgement or forecast?",
    ),
    (
        "hedges",
        "5. How sure does it sound?",
        "Words such as 'may', 'likely', 'analysts say'. What is left of the claim without them?",
    ),
    (
        "evidence",
        "6. What does the record say?",
        "For each claim a document, a date or a count that you looked up yourself, and where.",
    ),
    (
        "verdicts",
        "7. Your verdicts",
        "Supported, partly, contradicted, or the data cannot say; each with its reason.",
    ),
    (
        "missing",
        "8. What does it leave out?",
        "An event, a voice, a number, a second list that disagrees. Does it change the picture?",
    ),
    (
        "forecasts",
        "9. What does it expect?",
        "For each forecast: by when, and what would count as come true? Some will be unresolvable.",
    ),
    (
        "doubt",
        "10. What would change your mind?",
        "The one piece of evidence that would turn your most important verdict round.",
    ),
)


def words_in(text):
    """Count the words of a text: whatever stands between two blanks.

    Examples
    --------
    >>> words_in("Two rows,  one date.")
    4
    """
    return len(text.split())


def brief_markdown(heading, about, fields, value):
    r"""Write a brief as Markdown that shows a learner's words as they were typed.

    Parameters
    ----------
    heading, about : str
        First lines.
    fields : sequence of (str, str, str)
        Name, label and hint of each section.
    value : dict of str to str
        Name of a section to its text.

    Returns
    -------
    str
        Marks of HTML and Markdown in the texts are escaped; lists work.

    Examples
    --------
    >>> print(brief_markdown("Brief", "On: x", [("a", "First", "")], {"a": "# <b>"}))
    # Brief
    <BLANKLINE>
    On: x
    <BLANKLINE>
    ## First
    <BLANKLINE>
    \# \<b>
    <BLANKLINE>
    """
    parts = [f"# {_plain(heading)}", _plain(about)]
    for name, label, _ in fields:
        parts += [f"## {label}", _plain(value.get(name, "").strip()) or "(nothing yet)"]
    return "\n\n".join(parts) + "\n"


def _plain(text):
    text = re.sub(r"([\\<&\[\]`])", r"\\\1", text)
    # Headings, rules and fences work only at the start of a line.
    return re.sub(r"(?m)^(\s*)([#=~]|-+\s*$)", r"\1\\\2", text)


def write_file(path, text, own=None):
    """Write a file whole or not at all, and lose nothing that somebody else wrote.

    Parameters
    ----------
    path : pathlib.Path
    text : str
    own : str, optional
        Fingerprint of the file that the module wrote there last. A file
        with another fingerprint is first copied to a numbered name.

    Returns
    -------
    fingerprint : str
        Of what now stands there; keep it for the next time.
    copy : pathlib.Path or None
        Where the old file went, if it was not ours.

    Raises
    ------
    OSError
        If it cannot be written; what stood there is then still there.
    """
    new = text.encode("utf-8")
    old = path.read_bytes() if path.exists() else None
    foreign = old is not None and old != new and hashlib.sha256(old).hexdigest() != own
    copy = _keep(path, old) if foreign else None
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    _write_new(part, new)
    try:
        os.replace(part, path)
    except OSError:
        part.unlink()
        raise
    return hashlib.sha256(new).hexdigest(), copy


def _keep(path, content):
    for number in itertools.count(1):
        copy = path.with_name(f"{path.stem}-{number}{path.suffix}")
        try:
            _write_new(copy, content)
        except FileExistsError:
            continue
        return copy


def _write_new(path, content):
    """Write a file that must not exist yet; leave no half of it."""
    file = open(path, "xb")  # noqa: SIM115 - closed below, before a half file is removed
    try:
        with file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink()
        raise


class Sheet(Stored):
    """A sheet with headed fields; what is typed is saved without being asked.

    Parameters
    ----------
    prefix : str
        Each field is saved under this id, a hyphen and its name.
    fields : sequence of (str, str, str)
        Name, label and hint of each field.
    limit : int
        Words that fit; 0 for no counter.
    head : tuple of (str, str), optional
        First lines of the file ``brief.md``; without them there is no
        button that writes one.

    Attributes
    ----------
    value : dict of str to str
        Name of each field to what stands in it.
    """

    _esm = script("sheet.js")

    value = traitlets.Dict().tag(sync=True)
    _fields = traitlets.List().tag(sync=True)
    _limit = traitlets.Int(0).tag(sync=True)
    _file = traitlets.Unicode("").tag(sync=True)
    # What is safe on disk; the page compares it with what it shows.
    _kept = traitlets.Dict().tag(sync=True)
    _problem = traitlets.Unicode("").tag(sync=True)
    _asked = traitlets.Int(0).tag(sync=True)
    _told = traitlets.List().tag(sync=True)

    def __init__(self, prefix, fields, limit=0, head=None, **keywords):
        self.prefix, self.fields, self.head = prefix, tuple(fields), head
        saved = answers.saved_answers()
        found = {name: saved.get(f"{prefix}-{name}") for name, _, _ in self.fields}
        texts = {name: text if isinstance(text, str) else "" for name, text in found.items()}
        super().__init__(
            value=texts,
            _kept=texts,
            _fields=[list(field) for field in self.fields],
            _limit=limit,
            _file=FILE_NAME if head else "",
            **keywords,
        )
        self.observe(self._save, "value")
        self.observe(self._write, "_asked")

    @traitlets.validate("value")
    def _check(self, proposal):
        names = [name for name, _, _ in self.fields]
        return {name: str(proposal["value"].get(name, "")) for name in names}

    def _save(self, change):
        kept = dict(self._kept)
        try:
            for name, text in self.value.items():
                if text != kept.get(name, ""):
                    answers.save_answer(f"{self.prefix}-{name}", text)
                    kept[name] = text
            self._problem = ""
        except OSError as error:
            self._problem = (
                f"{answers.not_saved(error)} Copy your text before you close this notebook."
            )
        self._kept = kept

    def _write(self, change):
        self._told = [change["new"], self.write()]

    def write(self):
        """Write the brief to ``brief.md`` beside the notebook.

        Returns
        -------
        str
            What was done, for the learner.
        """
        count = sum(map(words_in, self.value.values()))
        if not count:
            return "There is nothing to write yet."
        path = answers.answers_file().with_name(FILE_NAME)
        mark = f"{self.prefix}-file"
        text = brief_markdown(*self.head, self.fields, self.value)
        try:
            own, copy = write_file(path, text, answers.saved_answers().get(mark))
            answers.save_answer(mark, own)
        except OSError as error:
            return f"NOT written: {FILE_NAME} ({error.strerror})."
        words = f"Written: {FILE_NAME}, beside this notebook, {count_words(count, 'word')}."
        if copy:
            words += f" Another {FILE_NAME} stood there; it is now {copy.name}."
        return words

    def __repr__(self):
        return "\n".join(f"- {label}: {hint}" for _, label, hint in self.fields)

    def _stored(self):
        items = "".join(
            f"<li><strong>{html.escape(label)}</strong><br>{html.escape(hint)}</li>"
            for _, label, hint in self.fields
        )
        return (
            f"<ul>{items}</ul>"
            "<p><small>Run the cell to write; your words are saved beside the notebook.</small></p>"
        )


def write_brief(pack, brief_id):
    """Open the sheet for a one-page brief.

    Parameters
    ----------
    pack : Pack
    brief_id : str
        What it is saved under, such as ``"07.brief"``.

    Returns
    -------
    Sheet
    """
    article = pack.article.iloc[0]
    head = ("Brief", f"On: {article['credit']}")
    return Sheet(brief_id, BRIEF, limit=PAGE, head=head)


def take_apart(checklist_id):
    """Open the checklist for an article of the learner's own choice.

    Parameters
    ----------
    checklist_id : str
        What it is saved under, such as ``"07.other"``.

    Returns
    -------
    Sheet
    """
    return Sheet(checklist_id, CHECKLIST)


# The rubric -------------------------------------------------------------------


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
