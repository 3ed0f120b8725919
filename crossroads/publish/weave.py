"""Weave the lessons of another pack from the course's own and from the pack's words.

``lessons/02.md`` of a pack holds its words for lesson 2: first title, question
and minutes as in a notebook's first cell, then a section for each paragraph,
``## context``, by the name of its cell. A ``{...}`` is filled from the tables.
What the pack has no rows or words for is left out with its heading and
instructions. The result is a folder of ordinary notebooks beside the tables.
"""

import ast
import contextlib
import copy
import hashlib
import json
import os
import re
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

import nbformat

from crossroads.learn.article import LeftOut, missing_card, show_excerpt
from crossroads.learn.opening import declared, load_pack
from crossroads.learn.questions import has_question
from crossroads.learn.reader import NEEDED
from crossroads.pack.new_pack import WORDS as EXAMPLE
from crossroads.pack.places import MODULE, find_known_pack, known_tables
from crossroads.pack.problems import PackError, Problem
from crossroads.pack.tables import SAVE_TEXT, STUB, digest, read_descriptor, read_text
from crossroads.publish.marked_values import Unmarked, renew, values
from crossroads.publish.notebooks import read_notebook
from crossroads.words.lookups import Unfilled, fill
from crossroads.words.plain import unknown

COURSE = MODULE / "notebooks"
# What the course says beyond its own article, said so that it is true of any, a file a lesson.
ANOTHER = Path(__file__).with_name("another")
WOVEN = "notebooks"
STATE = ".woven.json"
# A cell that speaks of the course's article: for another one it needs other words.
OF_THE_ARTICLE = "of-the-article"
SECTION = re.compile(r"^## +(\S+) *$", re.M)
FOLDED = re.compile(r"<details><summary>(.*?)</summary>\n\n.*\n\n</details>", re.S)
TITLE = re.compile(
    r"(?:# (?:\d+ · )?(?P<title>[^\n]+)(?:\n+|$))?"
    r"(?:\*\*(?P<question>.+?)\*\* · (?P<minutes>[^\n]+)(?:\n+|$))?(?P<rest>.*)",
    re.S,
)
LESSON_LINK = re.compile(r"\[([^\]]*)\]\((\d\d_\w+\.ipynb)(?:#[\w.-]+)?\)")
ASKS = re.compile(r"\b(predict|check_yourself)\((.*?)\)", re.S)
PASSAGES = re.compile(r"\b(?:show_excerpt|show_hedges|read)\(pack, \"([^\"]+)\"\)")
AFTER = re.compile(r", after=\"([^\"]+)\"")
EXPLORES = re.compile(r"\bexplore\(pack, \"(\w+)\"(?:, after=\"([^\"]+)\")?")


@dataclass
class Lesson:
    """A lesson for a pack: its notebook, and what it could still use."""

    name: str
    notebook: nbformat.NotebookNode
    lacking: list = field(default_factory=list)
    something_to_do: bool = False

    @property
    def number(self):
        return int(self.name[:2])


# The pack's words -----------------------------------------------------------------


def read_words(path, pack):
    """Read a pack's Markdown for a lesson: what stands first, and its written sections by name."""
    first, texts = _sections(path)
    article = next(iter(known_tables()["article"]["schema"]["fields"]))
    if _article(pack) != article.get("example"):
        begun, example = _sections(EXAMPLE)
        first = "" if first == begun else first
        texts = {name: text for name, text in texts.items() if text != example.get(name)}
    return first, {name: text for name, text in texts.items() if not text.startswith(STUB)}


def _sections(path):
    first, *parts = SECTION.split(_text(path)) if path.is_file() else [""]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return first.strip(), {name: text.strip() for name, text in pairs}


def _text(path):
    try:
        return read_text(path, SAVE_TEXT)
    except PackError as error:
        place = f"lessons/{path.name}"
        raise PackError(replace(one, file=place) for one in error.problems) from None


def words_files(folder):
    return sorted((folder / "lessons").glob("*.md"))


def check_words(folder, pack):
    """Find what is wrong in a pack's Markdown: names that no cell has, {...} without a row."""
    problems = []
    lessons = {path.stem[:2]: path for path in course_lessons()}
    for path in words_files(folder):
        place = f"lessons/{path.name}"
        if path.stem not in lessons:
            problems.append(Problem(place, unknown("lesson", path.stem, lessons)))
            continue
        cells = nbformat.read(lessons[path.stem], as_version=4).cells
        names = [cell.metadata.name for cell in cells if "name" in cell.metadata]
        try:
            first, sections = read_words(path, pack)
        except PackError as error:
            problems += error.problems
            continue
        for name, count in Counter(SECTION.findall(_text(path))).items():
            if count > 1:
                advice = f"section {name}: stands there {count} times; make one of them"
                problems.append(Problem(place, advice))
        for name, text in {"": first, **sections}.items():
            if name and name not in names:
                problems.append(Problem(place, unknown("section", name, names)))
            try:
                fill(pack, text)
            except Unfilled as error:
                problems.append(Problem(place, f"section {name or 'title'}: {error}"))
    return problems


def _first_cell(source, words):
    """Put a pack's title, question, minutes and objectives in place of the course's."""
    own, given = (TITLE.match(text).groupdict() for text in (source, words))
    number = re.match(r"# (\d+)", source)[1]
    said = {name: (given[name] or own[name]).strip() for name in own}
    head = f"# {number} · {said['title']}\n\n**{said['question']}** · {said['minutes']}"
    return f"{head}\n\n{said['rest']}".strip()


def _reworded(source, words):
    """Put a pack's words in place of a cell's; heading and fold stay, if it gives no heading."""
    heading, _, rest = words.partition("\n\n") if words.startswith("### ") else ("", "", words)
    if folded := FOLDED.fullmatch(source):
        return f"<details><summary>{heading[4:] or folded[1]}</summary>\n\n{rest}\n\n</details>"
    heading = heading[1:] or (source.split("\n")[0] if source.startswith("#") else "")
    return "\n\n".join(filter(None, [heading, rest]))


# One lesson ------------------------------------------------------------------------


def course_lessons():
    """List the lessons that serve any pack; the last one opens two packs by their names."""
    return sorted(COURSE.glob("0[0-7]*.ipynb"))


def weave_lesson(path, pack, folder, known=None, another=False):
    """Weave one lesson from the course's notebook.

    `known` are the values of the marks, if the pack is about the course's own article; in a
    lesson on `another` one, a paragraph without words of the pack says what is true of any.
    """
    lesson = Lesson(path.name, nbformat.read(path, as_version=4))
    first, sections = read_words(folder / "lessons" / f"{path.stem[:2]}.md", pack)
    title, general = _sections(ANOTHER / f"{path.stem[:2]}.md") if another else ("", {})
    cells, tables = lesson.notebook.cells, known_tables()
    names = {"_pack": pack, "display": lambda *shown: None}
    gone_questions = {
        after
        for cell in cells
        for chart, after in EXPLORES.findall(cell.source)
        if after and isinstance(declared(pack, chart), LeftOut)
    }
    alive = []
    for number, cell in enumerate(cells):
        if cell.cell_type == "code":
            cell.outputs = []
            alive.append(_runs(cell, lesson, pack, names, tables, gone_questions))
            continue
        name, of_article = cell.metadata.get("name", ""), _has_tag(cell, OF_THE_ARTICLE)
        if number == 0:
            cell.source = fill(pack, _first_cell(_first_cell(cell.source, title), first))
        elif name in sections:
            cell.source = _reworded(cell.source, fill(pack, sections[name]))
        elif name in general:
            cell.source = _reworded(cell.source, general[name])
        elif of_article and known is not None:
            try:
                cell.source, _ = renew(cell.source, known)
            except Unmarked as error:
                lesson.lacking.append(("value", str(error)))
                cell.source = ""
        elif of_article:
            lesson.lacking.append(("text", name))
            cell.source = ""
        is_practice = name == "practise" and not len(pack.tasks)
        alive.append(bool(sections.get(name, "text") and cell.source) and not is_practice)
    alive = _without_charts_that_are_gone(cells, alive)
    lesson.notebook.cells = _what_is_left(cells, alive)
    return lesson


def _has_tag(cell, tag):
    return tag in cell.metadata.get("tags", [])


def _runs(cell, lesson, pack, names, tables, gone_questions):
    """Run a cell on the pack; tell whether it has something to show, and note what it lacks."""

    def asked(call):
        ids = re.findall(r"\"([^\"]+)\"", call[2])
        lacking = [one for one in ids if not has_question(pack, one)]
        lesson.lacking += [("question", one[3:]) for one in lacking]
        kept = [one for one in ids if one not in lacking and one not in gone_questions]
        if kept == ids:
            return call[0]
        shown = ", ".join(["pack", *(f'"{one}"' for one in kept)])
        return f"{call[1]}({shown})" if kept else ""

    lesson.lacking += [
        ("passage", one[3:])
        for one in PASSAGES.findall(cell.source)
        if one not in set(pack.passages["passage_id"])
    ]
    source = cell.source if "load_pack" in cell.source else ASKS.sub(asked, cell.source)
    source = AFTER.sub(lambda one: one[0] if has_question(pack, one[1]) else "", source)
    used = [name for name in re.findall(r"[a-z)]\.(\w+)", source) if name in tables]
    if not source or not all(map(pack.has, used)):
        return False
    cell.source = source.replace("load_pack()", 'load_pack("..")')
    before = set(names)
    try:
        value = _value(source.replace("load_pack()", "_pack"), names)
    except Exception as error:
        if not isinstance(error, NameError):  # What it uses stood in a cell that is gone.
            lesson.lacking.append(("way through the code of", f"{cell.id} ({error})"))
        return False
    charts = [name for name, _ in EXPLORES.findall(source)]
    if isinstance(value, LeftOut):
        lesson.lacking += [("rows for the chart", name) for name in charts]
        return False
    lesson.something_to_do |= bool(charts) or source.startswith("read(")
    if value is not None and getattr(value, "empty", None) is True:
        for name in names.keys() - before:  # A cell that needs them is to go, too.
            del names[name]
        return False
    return True


def _value(source, names):
    """Run code in this process; give the value of its last line, if that is one."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "lesson", "exec"), names)
    # Whether there is a chart is told without drawing it.
    names.update(explore=lambda pack, name, **_: declared(pack, name), read=_readable)
    return last and eval(compile(ast.Expression(last.value), "lesson", "eval"), names)


def _readable(pack, *paragraphs, evidence=None, coloured=False):
    """Stand in for `read`: whether there is something to read, without gathering it."""
    return missing_card(pack, *NEEDED) or (show_excerpt(pack, *paragraphs) if paragraphs else True)


def _without_charts_that_are_gone(cells, alive):
    """Fold away no words on a chart that is not there: they go with it."""
    drawn, kept = True, []
    for cell, lives in zip(cells, alive, strict=True):
        if cell.cell_type == "code":
            drawn = lives
        kept.append(lives and (drawn or not FOLDED.fullmatch(cell.source)))
    return kept


def _what_is_left(cells, alive):
    """Take out what has nothing to show, with the headings and words that lead to it.

    A heading begins a part; in it each paragraph of the course leads to the
    cells after it. A paragraph goes when all that it leads to are gone; its
    heading stands over what is left of the part.
    """
    groups = []
    for cell, lives in zip(cells, alive, strict=True):
        leads = cell.cell_type == "markdown" and not _has_tag(cell, OF_THE_ARTICLE)
        if leads or not groups:
            groups.append((cell, lives, []))
        else:
            groups[-1][2].append((cell, lives))
    left, heading = [], None
    for lead, lives, followers in groups:
        if lead.source.startswith("#"):
            heading = None
        kept = [cell for cell, lives in followers if lives]
        if followers and not kept or not (followers or lives):
            heading = heading or (lead.source.split("\n")[0] if lead.source[:1] == "#" else None)
            continue
        lead = copy.deepcopy(lead)
        if heading and lives:
            lead.source, heading = f"{heading}\n\n{lead.source}", None
        left += [lead, *kept] if lives else kept
    return left


# All lessons -------------------------------------------------------------------------


def weave_lessons(folder):
    """Weave every lesson; those with no ``something_to_do`` are to be left out."""
    course = find_known_pack()
    article = course and _article(load_pack(course))
    pack = load_pack(folder)  # The pack that was opened last is the one that forms speak of.
    same = article == _article(pack)
    # Without these values, the course's words for its article are none for this pack.
    known = values(pack) if same and pack.has("marks") else None
    lessons = [weave_lesson(path, pack, folder, known, not same) for path in course_lessons()]
    lessons[0].something_to_do = True
    left = {lesson.name: lesson for lesson in lessons if lesson.something_to_do}
    away = os.path.relpath(MODULE, folder / WOVEN)
    for lesson in left.values():
        for cell in lesson.notebook.cells:
            if cell.cell_type == "markdown":
                cell.source = _linked(cell.source, left).replace("](../", f"]({away}/")
    return lessons


def _article(pack):
    return pack.article["article_id"].iloc[0]


def _linked(source, left):
    """Name the lessons of a list as they are called here; link to none that is not there."""
    rows = []
    for row in source.split("\n"):
        links = LESSON_LINK.findall(row)
        if listed := re.match(r"- \[\d · .*?\]\((\d\d_\w+\.ipynb)\): ", row):
            if listed[1] not in left:
                continue
            lesson = left[listed[1]]
            said = TITLE.match(lesson.notebook.cells[0].source)
            question = said["question"][0].lower() + said["question"][1:]
            row = f"- [{lesson.number} · {said['title']}]({lesson.name}): {question}"
        elif any(name not in left for _, name in links):
            row = LESSON_LINK.sub(lambda link: link[0] if link[2] in left else link[1], row)
        rows.append(row)
    return "\n".join(rows)


def could_use(lessons):
    """Say in a line each what the lessons could still use, such as ``lesson 1: no text hedges``."""
    lines = []
    for lesson in lessons:
        kinds = {}
        for kind, name in dict.fromkeys(lesson.lacking):
            kinds.setdefault(kind, []).append(name)
        said = "; ".join(f"no {kind} {', '.join(names)}" for kind, names in kinds.items())
        if said:
            lines.append(f"lesson {lesson.number}: {said}")
    return lines


# The folder of notebooks ---------------------------------------------------------------


def _made_from(folder):
    """Give a digest of everything that the lessons are woven from."""
    content = [digest(folder, read_descriptor(folder)).encode()]
    files = [*words_files(folder), *sorted(ANOTHER.glob("*.md")), *course_lessons()]
    content += [path.read_bytes() for path in files]
    return hashlib.sha256(b"\0".join(content)).hexdigest()


def _written(path):
    """Give a digest of what somebody wrote in a notebook; results play no part in it.

    One that cannot be read is nobody's but its author's.
    """
    try:
        cells = read_notebook(path).cells
    except PackError:
        return ""
    text = json.dumps([(cell.cell_type, cell.source) for cell in cells])
    return hashlib.sha256(text.encode()).hexdigest()


def ask(path):
    """Ask whether a notebook that its author changed may be written anew; unasked, no."""
    question = (
        f"{path} was changed after it was woven. Write it anew, without these changes? [y/N] "
    )
    if sys.stdin is None or not sys.stdin.isatty():
        print(f"{path} was changed after it was woven, and stays as it is.")
        return False
    return input(question).strip().lower() in ("y", "yes")


def _state(path):
    """Read what was woven last, and from what; of a damaged file, nothing."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        state = json.loads(path.read_text(encoding="utf-8"))
        return {"from": state["from"], "as": {**state["as"]}}
    return {"from": "", "as": {}}


def weave(folder, may_replace=ask):
    """Weave a pack's lessons into its folder, where they are not of today."""
    folder = Path(folder)
    target, made_from = folder / WOVEN, _made_from(folder)
    state = _state(target / STATE)
    if state["from"] == made_from:
        return target
    target.mkdir(exist_ok=True)
    for lesson in weave_lessons(folder):
        path, written = target / lesson.name, state["as"].get(lesson.name)
        if path.is_file() and _written(path) != written and not may_replace(path):
            continue
        path.unlink(missing_ok=True)
        state["as"].pop(lesson.name, None)
        if lesson.something_to_do:
            nbformat.write(lesson.notebook, path)
            state["as"][lesson.name] = _written(path)
    state["from"] = made_from
    (target / STATE).write_text(json.dumps(state, indent=1), encoding="utf-8")
    return target
