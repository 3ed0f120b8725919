"""Write for somebody else: a one-page brief, and a checklist for any article."""

import hashlib
import html
import itertools
import os
import re
import uuid

import traitlets

from crossroads.charts.explorer import Stored, script
from crossroads.learn import answers
from crossroads.words.plain import count_words

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
