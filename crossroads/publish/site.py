"""Write the lessons as pages that need no kernel, no server and no network.

Run as ``python -m crossroads.publish.site FOLDER [PACK]``. Prose, code and stored
results come from the notebooks by nbconvert; every choice of every explorer is
computed beforehand and switched in the page by the explorer's own script.
"""

import ast
import base64
import functools
import gzip
import html
import importlib.util
import json
import os
import re
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import nbformat

from crossroads.charts.view import table_html
from crossroads.charts.widget import (
    FRONTEND,
    PICTURES_VARIABLE,
    SMALL_LIBRARY,
    Explorer,
    controls_of,
    script,
    sheet,
)
from crossroads.learn import answers, brief, forecasting, questions
from crossroads.learn.article import chosen_paragraphs, linked
from crossroads.learn.asking import Ask, ask
from crossroads.learn.judging import ENOUGH, Levels
from crossroads.learn.opening import EXPLORERS, explore, load_pack
from crossroads.learn.questions import Below, Question, Stack
from crossroads.learn.reader import Reader, read
from crossroads.pack.places import PACK_VARIABLE
from crossroads.pack.swap import swapped
from crossroads.publish import handouts
from crossroads.publish.calls import only_call, single_call
from crossroads.publish.markup import definitions, mend
from crossroads.publish.notebooks import refresh
from crossroads.publish.weave import weave
from crossroads.words.tags import Html, join, tag
from crossroads.words.typed import rules
from crossroads.words.wording import BASE, wording

ROOT = Path(__file__).resolve().parents[2]
PAGES = Path(__file__).parent / "pages"
OWN_PACK = ROOT / "data"
GUIDE = ROOT / "instructors"
# Folder with the lessons that run, where `crossroads.publish.lite` has put it beside the pages.
LIVE = "lite"
EXERCISES = ROOT / "exercises"
FIRST_CELL = re.compile(r"# (\d+) · (.+)\n+\*\*(.+?)\*\* · (.+)")
OPENED = re.compile(r"^(\w+) = load_pack\(\"(.+)\"\)$", re.M)
# What works on a page as in a notebook: the scripts of these widgets are in it.
SCRIPTS = ("explorer", "question", "reader", "sheet", "ask", "score", "typed")
OPENERS = {
    one.__name__: one
    for one in (
        explore,
        questions.predict,
        questions.check_yourself,
        brief.write_brief,
        brief.take_apart,
        forecasting.write_sharper,
        read,
        ask,
    )
}


# Lessons ----------------------------------------------------------------------


@dataclass(frozen=True)
class Lesson:
    """What other pages say of a lesson, and its notebook."""

    page: str
    number: str
    title: str
    question: str
    minutes: str
    notebook: nbformat.NotebookNode


def read_lesson(path):
    """Read a lesson's notebook.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    Lesson

    Raises
    ------
    ValueError
        If its first cell does not say number, title, question and minutes.
    """
    notebook = nbformat.read(path, as_version=4)
    found = FIRST_CELL.match(notebook.cells[0].source)
    if not found:
        raise ValueError(
            f"{path.name}: the first cell must begin with '# number · title' and, below it, "
            f"'**question** · minutes'; it begins with {notebook.cells[0].source[:80]!r}"
        )
    return Lesson(f"{path.stem}.html", *found.groups(), notebook)


def read_exercises(pack, pack_folder):
    """Read the exercises of a pack: a list of page, name of the lesson, title and notebook."""
    if pack_folder.resolve() != OWN_PACK or not pack.has("tasks"):
        return []
    found = []
    for path in sorted(EXERCISES.glob("[0-9]*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        title = notebook.cells[0].source.partition("\n")[0].lstrip("# ")
        found.append((f"exercises_{path.stem[:2]}.html", path.stem, title, notebook))
    return found


def read_lessons(folder=ROOT / "notebooks"):
    """Read the lessons of a folder, in order."""
    return [read_lesson(path) for path in sorted(folder.glob("[0-9]*.ipynb"))]


def folders_of(lesson, notebooks):
    """Give the folder of each pack that a lesson opens by name; none, if it opens only one."""
    named = OPENED.findall("\n".join(cell.source for cell in lesson.notebook.cells))
    return {name: notebooks / folder for name, folder in named} if len(named) > 1 else {}


# Explorers --------------------------------------------------------------------


def explorers_of(pack, lessons):
    """List the explorers that the lessons open and the pack has tables for."""
    cells = [cell for one in lessons for cell in one.notebook.cells if cell.cell_type == "code"]
    calls = filter(None, (only_call(cell.source) for cell in cells))
    names = [arguments[1] for name, arguments, _ in calls if name == "explore"]
    return [one for one in dict.fromkeys(names) if pack.has(*EXPLORERS[one][1])]


def pages_of_charts(lessons):
    """Give for each chart the first page on which it can be opened."""
    pages = {}
    for lesson in lessons:
        for cell in lesson.notebook.cells:
            call = only_call(cell.source) if cell.cell_type == "code" else None
            if call and call[0] == "explore":
                pages.setdefault(call[1][1], lesson.page)
    return pages


@functools.cache
def _opened(pack_folder):
    """A pack, opened once in each process."""
    return load_pack(pack_folder)


def compute_views(pack_folder, name):
    """Compute every choice of an explorer.

    Parameters
    ----------
    pack_folder : pathlib.Path
    name : str
        A key of `EXPLORERS`.

    Returns
    -------
    list of dict
        What `Declaration.both` gives, in the order of `Declaration.choices`.
    """
    declaration = EXPLORERS[name][0](_opened(pack_folder))
    return [declaration.both(choice) for choice in declaration.choices()]


def compute_all(pack_folder, names):
    """Compute every choice of some explorers, on all processors.

    Parameters
    ----------
    pack_folder : pathlib.Path
    names : sequence of str

    Returns
    -------
    dict of str to list of dict
        By name, what `compute_views` gives.
    """
    with ProcessPoolExecutor() as workers:
        computed = workers.map(compute_views, [pack_folder] * len(names), names)
        return dict(zip(names, computed, strict=True))


def squeeze(declaration, views, start):
    """Put every view of an explorer into one text, each figure and each table once.

    Parameters
    ----------
    declaration : Declaration
    views : list of dict
        As from `compute_views`.
    start : dict of str to str
        The choice that it opens on.

    Returns
    -------
    str
        JSON, compressed and in base64.
    """
    figures, tables, rows, details = {}, {}, [], {}
    spoken = ("title", "subtitle", "sentence")
    for view in views:
        details |= view["rows"]
        drawn = (json.dumps(view[key]) for key in ("figure", "narrow"))
        table = tables.setdefault(view["table"], len(tables))
        drawn = [figures.setdefault(figure, len(figures)) for figure in drawn]
        rows.append([*(view[key] for key in spoken), table, *drawn, view["count"], view["empty"]])
    content = {
        "words": declaration.words.for_script(Explorer._esm),
        "controls": controls_of(declaration),
        "start": start,
        "source": declaration.source,
        "views": rows,
        "longest": [max((view[key] for view in views), key=len) for key in spoken],
        "tables": list(tables),
        "figures": list(map(json.loads, figures)),
        "rows": details,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b64encode(gzip.compress(text, 9, mtime=0)).decode()


# What works in the page ---------------------------------------------------------


def live_form(widget, views):
    """Write a widget for the page's script to fill.

    Parameters
    ----------
    widget : ipywidgets.Widget
        What a function of `OPENERS` gave; a card has no live form.
    views : dict of str to list of dict
        As from `compute_all`.

    Returns
    -------
    str
        HTML; empty where the stored form is all there is.
    """
    if isinstance(widget, Stack):
        return "".join(live_form(child, views) for child in widget.children)
    if isinstance(widget, Below):
        return f"<div>{widget.value}</div>"
    if isinstance(widget, Explorer):
        declaration = widget.declaration
        after = getattr(widget, "question_id", "")
        record = {"lines": getattr(widget, "lines", {}), "shown": widget._shown}
        packed = squeeze(declaration, views[declaration.name], dict(widget.value))
        return (
            f'<div class="live" data-widget="explorer" data-name="{declaration.name}" '
            f'data-after="{html.escape(after)}" data-question="{html.escape(widget.prompt)}" '
            f'data-record="{html.escape(json.dumps(record))}">'
            f'<script type="text/plain">{packed}</script></div>'
        )
    if isinstance(widget, Question):
        names = ("_prompt", "_kind", "_choices", "_words")
        replies = {one: widget.answer_to(one) for one in widget._choices}
        return _form("question", widget.question_id, widget, names, replies=replies)
    if isinstance(widget, brief.Sheet):
        # A page writes no file.
        button = "" if isinstance(widget, brief.Brief) else widget._button
        names = ("_fields", "_limit", "_words")
        return _form("sheet", widget.answer_id, widget, names, {"_button": button})
    if isinstance(widget, Ask):
        names = ("_prompt", "_choices", "_words")
        return _form("ask", widget.task.task_id, widget, names, page=widget.for_page())
    if isinstance(widget, Levels):
        names = ("_text", "_criteria", "_button", "_words")
        task, say = widget.task, widget.words.say
        page = {
            "text": task.task_id,
            "enough": ENOUGH,
            "first": say("levels-write-first", count=ENOUGH),
            "sample": widget.sample(),
        }
        return _form("score", f"{task.task_id}-score", widget, names, page=page)
    if isinstance(widget, Reader):
        names = ("_content", "_words", "_coloured", "_addressed", "_pages")
        return _form("reader", widget.prefix, widget, names)
    return ""


def _form(script_name, answer_id, widget, names, state=None, **others):
    state = {**{name: getattr(widget, name) for name in names}, **(state or {})}
    said = widget.words.for_script(_page_script("site.js"))
    content = {"id": answer_id, "said": said, **others, "state": state}
    content = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    content = content.replace("<", "\\u003c")  # Nothing in it may end the script.
    return (
        f'<div class="live" data-widget="{script_name}">'
        f'<script type="application/json">{content}</script></div>'
    )


def prepare(cell, packs, views):
    """Put the live form of a cell's result beside the stored one, which needs no script.

    Parameters
    ----------
    cell : nbformat.NotebookNode
        A code cell; changed in place.
    packs : dict of str to Pack
        By the names that the cell calls them.
    views : dict of str to list of dict
    """
    call = only_call(cell.source)
    # Code that opens one thing is folded; code that is the lesson stands open.
    cell.metadata["unfolded"] = single_call(cell.source) is None
    live = ""
    if call and call[0] in OPENERS:
        name, arguments, keywords = call
        arguments = [packs[one.id] if isinstance(one, ast.Name) else one for one in arguments]
        if name == "ask":
            cell.metadata["bare"] = True  # The form says all that its code does.
            keywords = {**keywords, "pack": packs["pack"]}
        live = live_form(OPENERS[name](*arguments, **keywords), views)
    for output in cell.outputs:
        if "text/html" in output.get("data", {}):
            stored = mend(output.data["text/html"])
            output.data["text/html"] = f'{live}<div class="stored">{stored}</div>'


@functools.cache
def _page_script(name):
    return (PAGES / name).read_text(encoding="utf-8")


def page_script():
    """Give the one script of all pages, without the chart library.

    Pages from a disk load no modules, so that each widget's script becomes an
    expression.
    """
    widgets = []
    for name in SCRIPTS:
        code = re.sub(r"^export (?=function)", "", script(f"{name}.js"), flags=re.MULTILINE)
        code, count = re.subn(r"^export default (\{.+\});$", r"return \1;", code, flags=re.M)
        if count != 1:
            raise ValueError(f"{name}.js must end in one line 'export default {{ ... }};'")
        widgets.append(f"{name}: (() => {{\n{code}}})(),\n")
    pages = [_page_script(name) for name in ("site.js", "classroom.js")]
    typed = json.dumps(rules(), ensure_ascii=False, separators=(",", ":"))
    whole = "".join(
        [
            "(() => {\nconst widgets = {\n",
            *widgets,
            "};\n",
            f"const typedRules = {typed};\n",
            *pages,
            "classroom();\nopenAll();\n})();\n",
        ]
    )
    # What only a reader of the code needs is a sixth of it.
    return re.sub(r"^(?:[ \t]*//.*\n|[ \t]+)", "", whole, flags=re.MULTILINE)


# Pages ------------------------------------------------------------------------


def build(folder, pack_folder=OWN_PACK, notebooks=ROOT / "notebooks", views=None):
    """Write all pages.

    Parameters
    ----------
    folder : pathlib.Path
        Made if it is not there; files of the same names are replaced.
    pack_folder : pathlib.Path
        The pack that the notebooks' stored results belong to.
    notebooks : pathlib.Path
        Folder of the lessons.
    views : dict of str to list of dict, optional
        What `compute_all` gave for this pack; by default computed here.
    """
    pack = load_pack(pack_folder)
    lessons = read_lessons(notebooks)
    own = [one for one in lessons if not folders_of(one, notebooks)]
    if views is None:
        views = compute_all(pack_folder, explorers_of(pack, own))
    pages = {lesson.page for lesson in lessons}
    exercises = [one for one in read_exercises(pack, pack_folder) if f"{one[1]}.html" in pages]
    exporter, say = lesson_exporter(pack.words), pack.words.say
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SMALL_LIBRARY, folder / SMALL_LIBRARY.name)
    style = sheet("explorer.css", "reader.css") + (PAGES / "site.css").read_text("utf-8")
    (folder / "site.css").write_text(style, "utf-8")
    (folder / "site.js").write_text(page_script(), "utf-8")
    shutil.copytree(FRONTEND / "fonts", folder / "fonts", dirs_exist_ok=True)

    others = _other_pages(pack, lessons, views)
    guide = GUIDE if pack_folder.resolve() == OWN_PACK else None
    teachers = handouts.pages(pack, own, guide)
    frame = exporter.environment.get_template("page.html.j2")
    common = {
        "site": say("page-name"),
        "pack": pack.descriptor["name"],
        "lang": pack.descriptor.get("language", BASE),
        "lessons": lessons,
        "extras": [(page, title) for page, title, _ in others[1:]]
        + [(teachers[0].name, teachers[0].title)],
        "credit": pack.article.loc[0, "credit"],
        "library": SMALL_LIBRARY.name,
        "live": f"{LIVE}/lab/index.html?path=notebooks/" if (folder / LIVE).is_dir() else None,
    }
    handouts.write(folder, teachers, functools.partial(frame.render, **common), guide)
    for page, title, body in others:
        alive = 'class="live"' in body
        text = frame.render(**common, here=page, title=title, body=body, alive=alive)
        (folder / page).write_text(text, "utf-8")
    practice = {name: page for page, name, _, _ in exercises}
    for place, lesson in enumerate(lessons):
        folders, shown = folders_of(lesson, notebooks), views
        packs = {name: _opened(one) for name, one in folders.items()} or {"pack": pack}
        if folders:
            named = explorers_of(packs["pack"], [lesson])
            shown = {name: compute_views(folders["pack"], name) for name in named}
        body, contents = body_of(exporter, lesson.notebook, packs, shown)
        text = frame.render(
            **common,
            here=lesson.page,
            title=lesson.title,
            body=body,
            charts=True,
            contents=contents,
            practice=practice.get(Path(lesson.page).stem),
            previous=lessons[place - 1] if place else None,
            next=lessons[place + 1] if place + 1 < len(lessons) else None,
        )
        (folder / lesson.page).write_text(text, "utf-8")
    hand_in = (PAGES / "hand_in.html").read_text("utf-8")
    for page, name, title, notebook in exercises:
        body, _ = body_of(exporter, notebook, {"pack": pack}, views)
        back = next((one for one in lessons if one.page == f"{name}.html"), None)
        text = frame.render(
            **common, here=page, title=title, body=body + hand_in, charts=True, back=back
        )
        (folder / page).write_text(text, "utf-8")


def body_of(exporter, notebook, packs, views):
    """Write a notebook's cells as HTML; and the list of its headings, as from `with_contents`."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            prepare(cell, packs, views)
    body, _ = exporter.from_notebook_node(notebook)
    return with_contents(page_links(packs["pack"], body), moves_of(notebook))


def page_links(pack, body):
    """Turn links from notebook to notebook into links from page to page.

    One that names a passage leads to the first statement of it on the front page.
    """

    def statement(match):
        chosen = pack.claims["paragraph"].isin(chosen_paragraphs(pack, [match[1]]))
        first = "".join(f"#{claim}" for claim in pack.claims.loc[chosen, "claim_id"][:1])
        return f'href="index.html{first}"'

    body = re.sub(r'href="01_read_the_article\.ipynb#([^"]+)"', statement, body)
    return re.sub(r'href="(?:\.\./notebooks/)?(\d\d_\w+)\.ipynb"', r'href="\1.html"', body)


def lesson_exporter(words=None):
    """Give what makes a lesson's notebook HTML, without the cells for a notebook only.

    What stands around them is in the words of a pack; by default in English.
    """
    words = words or wording()
    from nbconvert import HTMLExporter
    from traitlets.config import Config

    exporter = HTMLExporter(
        config=Config(
            TagRemovePreprocessor={"enabled": True, "remove_cell_tags": ["notebook-only"]}
        ),
        extra_template_basedirs=[str(PAGES.parent)],
        template_name=PAGES.name,
        template_file="lesson.html.j2",
        exclude_anchor_links=True,
    )
    said = json.dumps(words.for_script(_page_script("classroom.js")), ensure_ascii=False)
    exporter.environment.globals.update(say=words.say, said=said, spoken=words.spoken)
    return exporter


# What a part of a lesson asks of its reader, by what it opens first.
MOVES = {
    "show_article": "read",
    "show_excerpt": "read",
    "read": "read",
    "predict": "predict",
    "explore": "look",
    "check_yourself": "check",
    "show_sources": "sources",
}
HEADING = re.compile(r"<h2>(.+?)</h2>", re.DOTALL)


def moves_of(notebook):
    """List for each second heading of a lesson what it asks for; empty where that is no move."""
    moves = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            if "notebook-only" not in cell.metadata.get("tags", ()):
                moves += [""] * len(re.findall("^## ", cell.source, re.MULTILINE))
        elif moves and not moves[-1]:
            called = re.search(rf"\b({'|'.join(MOVES)})\(", cell.source)
            moves[-1] = MOVES[called[1]] if called else ""
    return moves


def with_contents(body, moves):
    """Give a lesson's headings their addresses and their moves; and the list of them.

    Parameters
    ----------
    body : str
        HTML.
    moves : list of str
        As from `moves_of`.

    Returns
    -------
    body : str
    contents : list of (str, str, str)
        Address, words and move.
    """
    contents, moves = [], iter(moves)

    def name(found):
        words = re.sub("<[^>]+>", "", found[1])
        slug = re.sub(r"\W+", "-", html.unescape(words).casefold()).strip("-") or "part"
        known = [one for one, _, _ in contents]
        while slug in known:
            slug += "-again"
        contents.append((slug, words, next(moves, "")))
        return str(tag("h2", Html(found[1]), id=slug, data_move=contents[-1][2] or None))

    return HEADING.sub(name, body), contents


def _first_picture(lessons):
    """Find the first chart that no question covers, as it is stored: its page, name and picture."""
    for lesson in lessons:
        for cell in lesson.notebook.cells:
            call = only_call(cell.source) if cell.cell_type == "code" else None
            if not call or call[0] != "explore" or call[2]:
                continue
            for output in cell.outputs:
                stored = output.get("data", {}).get("text/html", "")
                found = re.search(r'<img class="crossroads-picture"[^>]*>', stored)
                if found:
                    return f"{lesson.page}#{call[1][1]}", call[1][1], Html(found[0])
    return None


def _way_in(pack, lessons, views):
    """Show what the lessons hold: how much the tables count, and one chart with its finding."""
    counted = ("claims", "events", "sources")
    counts = [
        tag("span", tag("b", f"{len(pack.table(one)):,}"), f" {pack.words.say(f'page-of-{one}')}")
        for one in counted
        if pack.has(one)
    ]
    picture = _first_picture(lessons)
    shown = None
    if picture and picture[1] in views:
        address, name, image = picture
        declaration = EXPLORERS[name][0](pack)
        first = views[name][declaration.choices().index(declaration.start())]
        link = tag("a", image, tag("strong", first["title"]), href=address)
        shown = tag("figure", link, class_="way-in")
    return tag("p", join(counts, " · "), class_="counts") + (shown or "")


def _other_pages(pack, lessons, views):
    """Write the pages that are no lesson: a list of name, title and HTML, the first page first."""
    items = "".join(
        f'<li value="{one.number}"><a href="{one.page}">{html.escape(one.title)}</a><br>'
        f"{html.escape(one.question)}<br><small>{html.escape(one.minutes)}</small></li>"
        for one in lessons
    )
    say = pack.words.say
    start = (PAGES / "start.html").read_text(encoding="utf-8")
    start = re.sub(r"\{(page-[a-z-]+)\}", lambda found: html.escape(say(found[1])), start)
    opened = read(pack)
    whole = None
    if isinstance(opened, Stack):
        reader = opened.children[0]
        reader._addressed, reader._pages = True, pages_of_charts(lessons)
        stored = Html(reader._repr_mimebundle_()["text/html"])
        link = tag("p", linked(reader._content["address"]))
        stored = tag("div", tag("h1", say("page-name")), stored, link, class_="stored")
        whole = tag("div", Html(live_form(reader, {})), stored)
    way = _way_in(pack, lessons, views)
    first = start.format(reader=whole or opened._repr_html_(), lessons=items, way=way)
    pages = [("index.html", say("page-start"), first)]
    if pack.has("glossary"):
        terms = pack.glossary.sort_values("term", key=lambda column: column.str.casefold())
        listed = definitions(zip(terms["term"], terms["meaning"], strict=True))
        head = say("page-glossary")
        pages.append(("glossary.html", head, tag("h1", head) + listed))
    sources = pack.sources.sort_values(["publisher", "published", "source_id"], kind="stable")
    published = ["" if one != one else pack.words.date(one) for one in sources["published"]]
    shown = sources[["title", "publisher"]].assign(
        published=published, address=sources["address"].map(linked)
    )
    shown = shown.rename(columns={one: say(f"page-{one}") for one in shown})
    head = say("page-sources")
    table = mend(table_html(shown, say("page-every-source")))
    pages.append(("sources.html", head, tag("h1", head) + Html(table)))
    return pages


def execute_lessons(folder, pack_folder):
    """Execute copies of the lessons that are woven for another pack.

    Parameters
    ----------
    folder : pathlib.Path
        For the copies.
    pack_folder : pathlib.Path
    """
    os.environ[PACK_VARIABLE] = str(pack_folder.resolve())
    if importlib.util.find_spec("kaleido"):
        os.environ[PICTURES_VARIABLE] = "1"
    else:
        print("Without the package kaleido the pages have no pictures for readers without scripts.")
    from nbclient.exceptions import CellExecutionError

    woven = weave(pack_folder)
    for path in sorted(woven.glob("[0-9]*.ipynb")):
        copy = folder / path.name
        shutil.copyfile(path, copy)
        print(f"executing {path.name} on {pack_folder}", flush=True)
        try:
            refresh(copy, woven)
        except CellExecutionError as error:
            said = f"{error.ename}: {error.evalue}"
            sys.exit(f"{woven / path.name}: no pages were written, since a cell fails. {said}")


def main(folder="site", pack_folder=OWN_PACK):
    """Write the pages; learners' answers play no part in what is stored."""
    folder, pack_folder = Path(folder), Path(pack_folder)
    with tempfile.TemporaryDirectory() as empty:
        os.environ[answers.FOLDER_VARIABLE] = empty
        notebooks = ROOT / "notebooks"
        if pack_folder.resolve() != OWN_PACK:
            notebooks = Path(empty)
            execute_lessons(notebooks, pack_folder)
        with swapped(folder) as pages:
            build(pages, pack_folder, notebooks)
    pages = sorted(folder.glob("*.html"))
    heaviest = max(pages, key=lambda page: page.stat().st_size)
    print(
        f"{len(pages)} pages in {folder}; open {folder / 'index.html'}. "
        f"Heaviest: {heaviest.name}, {heaviest.stat().st_size / 1e6:.1f} MB."
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
