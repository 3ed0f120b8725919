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
from crossroads.learn.opening import EXPLORERS, explore, load_pack
from crossroads.learn.questions import Below, Question, Stack
from crossroads.learn.reader import PREFIX, Reader, read
from crossroads.pack.places import PACK_VARIABLE
from crossroads.publish.markup import definitions, mend
from crossroads.publish.notebooks import refresh
from crossroads.words.plain import date_words
from crossroads.words.tags import Html, tag

ROOT = Path(__file__).resolve().parents[2]
PAGES = Path(__file__).parent / "pages"
OWN_PACK = ROOT / "data"
NAME = "Reading one article against the record"
FIRST_CELL = re.compile(r"# (\d+) · (.+)\n+\*\*(.+?)\*\* · (.+)")
# What works on a page as in a notebook: the scripts of these widgets are in it.
SCRIPTS = ("explorer", "question", "reader", "sheet")
OPENERS = {
    one.__name__: one
    for one in (
        explore,
        questions.predict,
        questions.check_yourself,
        brief.write_brief,
        brief.take_apart,
        forecasting.write_sharper,
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


def read_lessons(folder=ROOT / "notebooks"):
    """Read the lessons of a folder, in order; not the one that opens another pack beside ours."""
    return [read_lesson(path) for path in sorted(folder.glob("0[0-7]*.ipynb"))]


def only_call(source):
    """Read a cell that is nothing but one call.

    Parameters
    ----------
    source : str
        A cell's code.

    Returns
    -------
    tuple or None
        The function's name, its arguments and its keywords, where all of
        these are written out; a name, such as ``pack``, is an `ast.Name`.

    Examples
    --------
    >>> name, arguments, keywords = only_call("explore(pack, 'gap', after='02.gap')")
    >>> name, arguments[1], keywords
    ('explore', 'gap', {'after': '02.gap'})
    >>> only_call("x = 1") is None
    True
    """
    call = _call(source)
    if call is None:
        return None
    try:
        arguments = [
            one if isinstance(one, ast.Name) else ast.literal_eval(one) for one in call.args
        ]
        keywords = {one.arg: ast.literal_eval(one.value) for one in call.keywords}
    except ValueError:
        return None
    return call.func.id, arguments, keywords


def _call(source):
    body = ast.parse(source).body
    call = body[0].value if len(body) == 1 and isinstance(body[0], ast.Expr) else None
    return call if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else None


# Explorers --------------------------------------------------------------------


def explorers_of(pack, lessons):
    """List the explorers that the lessons open and the pack has tables for."""
    cells = [cell for one in lessons for cell in one.notebook.cells if cell.cell_type == "code"]
    calls = filter(None, (only_call(cell.source) for cell in cells))
    names = [arguments[1] for name, arguments, _ in calls if name == "explore"]
    return [one for one in dict.fromkeys(names) if pack.has(*EXPLORERS[one][1])]


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
        What `Declaration.view` gives, in the order of `Declaration.choices`.
    """
    declaration = EXPLORERS[name][0](_opened(pack_folder))
    return [declaration.view(choice) for choice in declaration.choices()]


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


def squeeze(declaration, views):
    """Put every view of an explorer into one text, each figure and each table once.

    Parameters
    ----------
    declaration : Declaration
    views : list of dict
        As from `compute_views`.

    Returns
    -------
    str
        JSON, compressed and in base64.
    """
    figures, tables, rows, details = {}, {}, [], {}
    for view in views:
        details |= view["rows"]
        figure = json.dumps(view["figure"])
        words = [view[key] for key in ("title", "subtitle", "sentence")]
        table = tables.setdefault(view["table"], len(tables))
        figure = figures.setdefault(figure, len(figures))
        rows.append([*words, table, figure, view["count"], view["empty"]])
    content = {
        "words": declaration.words.for_script(Explorer._esm),
        "controls": controls_of(declaration),
        "start": declaration.start(),
        "source": declaration.source,
        "views": rows,
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
        packed = squeeze(declaration, views[declaration.name])
        return (
            f'<div class="live" data-widget="explorer" data-name="{declaration.name}" '
            f'data-after="{html.escape(after)}" data-question="{html.escape(widget.prompt)}">'
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
    if isinstance(widget, Reader):
        return _form("reader", PREFIX, widget, ("_content", "_words"))
    return ""


def _form(script_name, answer_id, widget, names, state=None, **others):
    state = {**{name: getattr(widget, name) for name in names}, **(state or {})}
    said = widget.words.for_script(_page_script("site.js"))
    content = {"id": answer_id, "said": said, **others, "state": state}
    content = json.dumps(content, ensure_ascii=False)
    content = content.replace("<", "\\u003c")  # Nothing in it may end the script.
    return (
        f'<div class="live" data-widget="{script_name}">'
        f'<script type="application/json">{content}</script></div>'
    )


def prepare(cell, pack, views):
    """Put the live form of a cell's result beside the stored one, which needs no script.

    Parameters
    ----------
    cell : nbformat.NotebookNode
        A code cell; changed in place.
    pack : Pack
    views : dict of str to list of dict
    """
    call = only_call(cell.source)
    # Code that opens one thing is folded; code that is the lesson stands open.
    cell.metadata["unfolded"] = _call(cell.source) is None
    live = ""
    if call and call[0] in OPENERS:
        name, arguments, keywords = call
        arguments = [pack if isinstance(one, ast.Name) else one for one in arguments]
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
    return "".join(
        [
            "(() => {\nconst widgets = {\n",
            *widgets,
            "};\n",
            *pages,
            "classroom();\nopenAll();\n})();\n",
        ]
    )


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
    if views is None:
        views = compute_all(pack_folder, explorers_of(pack, lessons))
    exporter = lesson_exporter()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SMALL_LIBRARY, folder / SMALL_LIBRARY.name)
    own = (PAGES / "site.css").read_text("utf-8")
    (folder / "site.css").write_text(sheet("explorer.css", "reader.css") + own, "utf-8")
    (folder / "site.js").write_text(page_script(), "utf-8")
    shutil.copytree(FRONTEND / "fonts", folder / "fonts", dirs_exist_ok=True)

    others = _other_pages(pack, lessons)
    frame = exporter.environment.get_template("page.html.j2")
    common = {
        "site": NAME,
        "pack": pack.descriptor["name"],
        "lessons": lessons,
        "extras": [(page, title) for page, title, _ in others[1:]],
        "credit": pack.article.loc[0, "credit"],
        "library": SMALL_LIBRARY.name,
    }
    for page, title, body in others:
        alive = 'class="live"' in body
        text = frame.render(**common, here=page, title=title, body=body, alive=alive)
        (folder / page).write_text(text, "utf-8")
    for place, lesson in enumerate(lessons):
        for cell in lesson.notebook.cells:
            if cell.cell_type == "code":
                prepare(cell, pack, views)
        body, _ = exporter.from_notebook_node(lesson.notebook)
        text = frame.render(
            **common,
            here=lesson.page,
            title=lesson.title,
            body=re.sub(r'(href="\d\d_\w+)\.ipynb"', r'\1.html"', body),
            lesson=lesson,
            previous=lessons[place - 1] if place else None,
            next=lessons[place + 1] if place + 1 < len(lessons) else None,
        )
        (folder / lesson.page).write_text(text, "utf-8")


def lesson_exporter():
    """Give what makes a lesson's notebook HTML, without the cells for a notebook only."""
    from nbconvert import HTMLExporter
    from traitlets.config import Config

    return HTMLExporter(
        config=Config(
            TagRemovePreprocessor={"enabled": True, "remove_cell_tags": ["notebook-only"]}
        ),
        extra_template_basedirs=[str(PAGES.parent)],
        template_name=PAGES.name,
        template_file="lesson.html.j2",
        exclude_anchor_links=True,
    )


def _other_pages(pack, lessons):
    """Write the pages that are no lesson: a list of name, title and HTML, the first page first."""
    items = "".join(
        f'<li value="{one.number}"><a href="{one.page}">{html.escape(one.title)}</a><br>'
        f"{html.escape(one.question)}<br><small>{html.escape(one.minutes)}</small></li>"
        for one in lessons
    )
    start = (PAGES / "start.html").read_text(encoding="utf-8")
    reader = read(pack)
    stored = Html(reader._repr_mimebundle_()["text/html"] if isinstance(reader, Reader) else "")
    whole = tag("div", Html(live_form(reader, {})), tag("div", stored, class_="stored"))
    pages = [("index.html", "Start", start.format(name=NAME, reader=whole, lessons=items))]
    if pack.has("glossary"):
        terms = pack.glossary.sort_values("term", key=lambda column: column.str.casefold())
        listed = definitions(zip(terms["term"], terms["meaning"], strict=True))
        pages.append(("glossary.html", "Glossary", f"<h1>Glossary</h1>{listed}"))
    sources = pack.sources.sort_values(["publisher", "published", "source_id"], kind="stable")
    shown = sources.rename(columns={"title": "Title", "publisher": "Publisher"})
    shown["Published"] = ["" if one != one else date_words(one) for one in sources["published"]]
    shown["Address"] = sources["address"]
    table = table_html(shown[["Title", "Publisher", "Published", "Address"]], "Every source")
    pages.append(("sources.html", "Sources", f"<h1>Sources</h1>{mend(table)}"))
    return pages


def execute_lessons(folder, pack_folder, notebooks=ROOT / "notebooks"):
    """Execute copies of the lessons on a pack that their stored results do not belong to.

    Parameters
    ----------
    folder : pathlib.Path
        For the copies.
    pack_folder : pathlib.Path
    notebooks : pathlib.Path
    """
    os.environ[PACK_VARIABLE] = str(pack_folder.resolve())
    if importlib.util.find_spec("kaleido"):
        os.environ[PICTURES_VARIABLE] = "1"
    else:
        print("Without the package kaleido the pages have no pictures for readers without scripts.")
    for path in sorted(notebooks.glob("0[0-7]*.ipynb")):
        copy = folder / path.name
        shutil.copyfile(path, copy)
        print(f"executing {path.name} on {pack_folder}", flush=True)
        refresh(copy)


def main(folder="site", pack_folder=OWN_PACK):
    """Write the pages; learners' answers play no part in what is stored."""
    folder, pack_folder = Path(folder), Path(pack_folder)
    with tempfile.TemporaryDirectory() as empty:
        os.environ[answers.FOLDER_VARIABLE] = empty
        notebooks = ROOT / "notebooks"
        if pack_folder.resolve() != OWN_PACK:
            notebooks = Path(empty)
            execute_lessons(notebooks, pack_folder)
        build(folder, pack_folder, notebooks)
    pages = sorted(folder.glob("*.html"))
    heaviest = max(pages, key=lambda page: page.stat().st_size)
    print(
        f"{len(pages)} pages in {folder}; open {folder / 'index.html'}. "
        f"Heaviest: {heaviest.name}, {heaviest.stat().st_size / 1e6:.1f} MB."
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
