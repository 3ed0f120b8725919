"""Write for somebody else: a one-page brief, and a checklist for any article."""

import hashlib
import itertools
import os
import re
import uuid

import traitlets

from crossroads.charts.widget import script
from crossroads.learn import answers
from crossroads.learn.keeping import Keeping
from crossroads.learn.opening import current_pack
from crossroads.words.tags import listed, tag

FILE_NAME = "brief.md"
PAGE = 450  # words on one printed page
# Under these names texts are saved; label and hint of each are messages.
FIELDS = {
    "brief": ("supported", "not-supported", "cannot-say", "watch", "recommendation"),
    "checklist": (
        *("article", "money", "voices", "claims", "hedges"),
        *("evidence", "verdicts", "missing", "forecasts", "doubt"),
    ),
    "sharper": ("what", "when", "how"),
}


def fields_of(words, sheet):
    """Give name, label and hint of each field of a sheet; a hint may be empty."""
    fields = []
    for name in FIELDS[sheet]:
        label, hint = f"{sheet}-{name}", f"{sheet}-{name}-hint"
        fields.append((name, words.say(label), words.say(hint) if hint in words else ""))
    return fields


def brief_markdown(heading, about, sections):
    r"""Write a brief as Markdown, of each section the label and its text as it was typed.

    >>> brief_markdown("Brief", "On: x", [("First", "# <b> $5 *to* $8")]).split("\n\n")[2:]
    ['## First', '\\# \\<b> \\$5 \\*to\\* \\$8\n']
    """
    parts = [f"# {_plain(heading)}", _plain(about)]
    for label, text in sections:
        parts += [f"## {label}", _plain(text)]
    return "\n\n".join(parts) + "\n"


def _plain(text):
    text = re.sub(r"([\\<&\[\]`$*_|])", r"\\\1", text)
    # Headings, rules and fences work only at the start of a line.
    return re.sub(r"(?m)^(\s*)([#=~]|-+\s*$)", r"\1\\\2", text)


def write_file(path, text, own=None):
    """Write a file whole or not at all; another's, known by its fingerprint, is first moved.

    Gives the fingerprint, to be kept as `own` for the next time, and where it is, or None.
    """
    new = text.encode("utf-8")
    old = path.read_bytes() if path.exists() else None
    foreign = old is not None and old != new and hashlib.sha256(old).hexdigest() != own
    copies = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in itertools.count(1))
    copy = next(one for one in copies if not os.path.lexists(one)) if foreign else None
    write_whole(path, new, copy)
    return hashlib.sha256(new).hexdigest(), copy


def write_whole(path, content, copy=None):
    """Write a file aside and put it in place; what stood there may become the copy."""
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        with open(part, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if copy:
            path.rename(copy)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


class Sheet(Keeping):
    """A sheet with fields (name, label, hint); what is typed is saved without being asked.

    One with a button does in `pressed` what that is for, and gives the words that tell of it.
    """

    _esm = script("sheet.js")
    place_message = "sheet-place"
    then = "text"

    _fields = traitlets.List().tag(sync=True)
    # Words that fit on a page; 0 for no counter.
    _limit = traitlets.Int(0).tag(sync=True)
    # The button's words; without them there is none.
    _button = traitlets.Unicode("").tag(sync=True)
    _asked = traitlets.Int(0).tag(sync=True)
    _told = traitlets.List().tag(sync=True)

    def __init__(self, words, answer_id, fields, **state):
        self.answer_id, self.fields = answer_id, tuple(fields)
        names = {f"{answer_id}-{name}": name for name, _, _ in self.fields}
        names = {answer_id: ""} if self.whole else names
        super().__init__(words, names, _fields=[list(field) for field in self.fields], **state)
        self.observe(self._press, "_asked")

    @traitlets.validate("value")
    def _check(self, proposal):
        return self._fitting(proposal["value"])

    def _fitting(self, given):
        texts = {name: given.get(name) for name, _, _ in self.fields}
        return {name: text if isinstance(text, str) else "" for name, text in texts.items()}

    def _press(self, change):
        # What is to be written is what was saved last, here or in another window.
        self._keep()
        self._told = [change["new"], self._problem if self._differs else self.pressed()]

    def _shown(self):
        lines = ((label, tag("br") if hint else None, hint) for _, label, hint in self.fields)
        yield listed((tag("strong", label), *hint) for label, *hint in lines)


class Brief(Sheet):
    """The sheet for a one-page brief about an article, and a button that writes it as a file."""

    def __init__(self, pack, brief_id, **state):
        words = pack.words
        self._about = words.say("brief-about", article=pack.article["credit"].iloc[0])
        button = words.say("brief-write", file=FILE_NAME)
        fields = fields_of(words, "brief")
        super().__init__(words, brief_id, fields, _limit=PAGE, _button=button, **state)

    def pressed(self):
        """Write the brief to ``brief.md`` beside the notebook; give the words that tell of it."""
        say, count = self.words.say, sum(len(text.split()) for text in self.value.values())
        if not count:
            return say("brief-nothing")
        path = answers.answers_file().with_name(FILE_NAME)
        mark = f"{self.answer_id}-file"
        sections = [
            (label, self.value[name].strip() or say("brief-not-yet"))
            for name, label, _ in self.fields
        ]
        text = brief_markdown(say("brief-heading"), self._about, sections)
        try:
            own, copy = write_file(path, text, answers.saved_answers().get(mark))
            answers.save_answer(mark, own)
        except OSError as error:
            return say("brief-not-written", file=FILE_NAME, reason=error.strerror)
        written = say("brief-written", file=FILE_NAME, words=count)
        moved = say("brief-moved", file=FILE_NAME, copy=copy.name) if copy else ""
        return f"{written} {moved}".strip()


def write_brief(pack, brief_id):
    """Open the sheet for a one-page brief.

    Parameters
    ----------
    pack : Pack
    brief_id : str
        What it is saved under, such as ``"07.brief"``.

    Returns
    -------
    Brief
    """
    return Brief(pack, brief_id)


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
    words = current_pack().words
    return Sheet(words, checklist_id, fields_of(words, "checklist"))
