"""Write the lessons as pages that need no kernel, no server and no network.

Run as ``python -m crossroads.publish.site [FOLDER] [PACK]``. Prose, code and stored
results come from the notebooks by nbconvert; every choice of every explorer is
computed beforehand and switched in the page by the explorer's own script.
"""

import ast
import base64
import copy
import functools
import gzip
import html
import importlib.util
import json
import os
import re
import shutil
import tempfile
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
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
    sheet,
)
from crossroads.learn import answers
from crossroads.learn.article import chosen_paragraphs, linked
from crossroads.learn.asking import ENOUGH, FIELD, Ask, Levels, ask
from crossroads.learn.brief import Brief, Sheet, take_apart, write_brief
from crossroads.learn.forecasting import write_sharper
from crossroads.learn.opening import EXPLORERS, explore, load_pack
from crossroads.learn.questions import Below, Question, Stack, check_yourself, predict
from crossroads.learn.reader import Reader, read
from crossroads.learn.reading import SearchLog, log_search
from crossroads.pack.command import Stopped, run
from crossroads.pack.places import PACK_VARIABLE, find_pack
from crossroads.pack.swap import swapped
from crossroads.publish import handouts
from crossroads.publish.calls import calls_of, only_call, single_call
from crossroads.publish.markup import mend
from crossroads.publish.notebooks import refresh
from crossroads.publish.templates import PAGES, filled
from crossroads.publish.weave import weave
from crossroads.words.tags import Html, tag
from crossroads.words.typed import rules
from crossroads.words.wording import BASE, wording

ROOT = Path(__file__).resolve().parents[2]
OWN_PACK = ROOT / "data"
GUIDE = ROOT / "instructors"
# Folder with the lessons that run, where `crossroads.publish.lite` has put it beside the pages.
LIVE = "lite"
EXERCISES = ROOT / "exercises"
FIRST_CELL = re.compile(r"# (\d+) · (.+)\n+\*\*(.+?)\*\* · (.+)")
OPENED = re.compile(r"^(\w+) = load_pack\(\"(.+)\"\)$", re.M)
# What works on a page as in a notebook: the scripts of these widgets are in it.
SCRIPTS = ("explorer", "question", "reader", "sheet", "ask", "score", "typed")
OPENERS = (explore, predict, check_yourself, read, ask)
OPENERS += (write_brief, take_apart, write_sharper, log_search)
OPENERS = {one.__name__: one for one in OPENERS}


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
    """Read a lesson; a `ValueError` says what its first cell must say."""
    notebook = nbformat.read(path, as_version=4)
    found = FIRST_CELL.match(notebook.cells[0].source)
    if not found:
        raise ValueError(
            f"{path.name}: the first cell must begin with '# number · title' and, below it, "
            f"'**question** · minutes'; it begins with {notebook.cells[0].source[:80]!r}"
        )
    return Lesson(f"{path.stem}.html", *found.groups(), notebook)


def read_lessons(folder=ROOT / "notebooks"):
    """Read the lessons of a folder, in order."""
    return [read_lesson(path) for path in sorted(folder.glob("[0-9]*.ipynb"))]


def folders_of(lesson, notebooks):
    """Give the folder of each pack that a lesson opens by name; none, if it opens only one."""
    named = OPENED.findall("\n".join(cell.source for cell in lesson.notebook.cells))
    return {name: notebooks / folder for name, folder in named} if len(named) > 1 else {}


# Explorers --------------------------------------------------------------------


def pages_of_charts(lessons):
    """Give for each chart the first page on which it can be opened."""
    pages = {}
    for lesson in lessons:
        for _, arguments, _ in calls_of(lesson.notebook, "explore"):
            pages.setdefault(arguments[1], lesson.page)
    return pages


def explorers_of(pack, lessons):
    """List the explorers that the lessons open and the pack has tables for."""
    return [one for one in pages_of_charts(lessons) if pack.has(*EXPLORERS[one][1])]


@functools.cache
def _opened(pack_folder):
    """A pack, opened once in each process."""
    return load_pack(pack_folder)


def compute_views(pack_folder, name):
    """Compute every choice of an explorer: what `Declaration.both` gives, in their order."""
    declaration = EXPLORERS[name][0](_opened(pack_folder))
    return [declaration.both(choice) for choice in declaration.choices()]


def squeeze(pack_folder, name, views=None):
    """Put every view of an explorer into one text, each figure and each table once."""
    declaration = EXPLORERS[name][0](_opened(pack_folder))
    figures, tables, rows, details = {}, {}, [], {}
    spoken = ("title", "subtitle", "sentence")
    views = views or compute_views(pack_folder, name)
    for view in views:
        details |= view["rows"]
        drawn = (_json(view[key]) for key in ("figure", "narrow"))
        table = tables.setdefault(view["table"], len(tables))
        drawn = [figures.setdefault(figure, len(figures)) for figure in drawn]
        rows.append([*(view[key] for key in spoken), table, *drawn, view["count"], view["empty"]])
    content = {
        "words": declaration.words.for_script(Explorer._esm),
        "controls": controls_of(declaration),
        "source": declaration.source,
        "views": rows,
        "longest": [max((view[key] for view in views), key=len) for key in spoken],
        "tables": list(tables),
        "rows": details,
    }
    text = f'{_json(content)[:-1]},"figures":[{",".join(figures)}]}}'
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def _json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# What works in the page ---------------------------------------------------------


def live_form(widget, charts):
    """Write what a function of `OPENERS` gave for the page's script to fill."""
    if isinstance(widget, Stack):
        return "".join(live_form(child, charts) for child in widget.children)
    if isinstance(widget, Below):
        return f"<div>{widget.value}</div>"
    if isinstance(widget, Explorer):
        name = widget.declaration.name
        record = {"lines": getattr(widget, "lines", {}), "shown": widget._shown}
        return tag(
            "div",
            tag("script", Html(charts[name]), type="text/plain"),
            class_="live",
            data_widget="explorer",
            data_name=name,
            data_after=getattr(widget, "question_id", ""),
            data_question=widget.prompt,
            data_start=json.dumps(widget.value),
            data_record=json.dumps(record),
        )
    if isinstance(widget, Question):
        replies = {one: widget.answer_to(one) for one in widget._choices}
        names = ("_prompt", "_kind", "_choices")
        return _form("question", widget.question_id, widget, names, replies=replies)
    if isinstance(widget, Sheet):
        # A page writes no file, and looks over no log.
        button = "" if isinstance(widget, (Brief, SearchLog)) else widget._button
        names = ("_fields", "_limit")
        return _form("sheet", widget.answer_id, widget, names, {"_button": button})
    if isinstance(widget, Ask):
        names = ("_prompt", "_choices")
        return _form("ask", widget.task.task_id, widget, names, page=widget.for_page())
    if isinstance(widget, Levels):
        task, first = widget.task, widget.words.say("levels-write-first", count=ENOUGH)
        page = {
            "text": f"{task.task_id}-{FIELD}",
            "enough": ENOUGH,
            "first": first,
            "sample": widget.sample(),
        }
        names = ("_text", "_criteria", "_button")
        return _form("score", f"{task.task_id}-score", widget, names, page=page)
    if isinstance(widget, Reader):
        names = ("_content", "_coloured", "_addressed", "_pages")
        return _form("reader", widget.prefix, widget, names)
    return ""


def _form(script_name, answer_id, widget, names, state=None, **others):
    state = {name: getattr(widget, name) for name in (*names, "_words")} | (state or {})
    said = widget.words.for_script(_page_script("site.js"))
    content = _json({"id": answer_id, "said": said, **others, "state": state})
    # Nothing in it may end the script.
    held = tag("script", Html(content.replace("<", "\\u003c")), type="application/json")
    return tag("div", held, class_="live", data_widget=script_name)


def prepare(cell, packs, charts):
    """Put the live form of a code cell's result beside the stored one, which needs no script."""
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
        live = live_form(OPENERS[name](*arguments, **keywords), charts)
    for output in cell.outputs:
        if "text/html" in output.get("data", {}):
            stored = mend(output.data["text/html"])
            output.data["text/html"] = f'{live}<div class="stored">{stored}</div>'


@functools.cache
def _page_script(name):
    return (PAGES / name).read_text(encoding="utf-8")


def page_script():
    """Give the one script of all pages, without the chart library."""
    # Pages from a disk load no modules: each widget's script becomes an expression.
    widgets = []
    for name in SCRIPTS:
        code = (FRONTEND / f"{name}.js").read_text(encoding="utf-8")
        code = re.sub(r"^export (?=function)", "", code, flags=re.MULTILINE)
        code, count = re.subn(r"^export default (\{.+\});$", r"return \1;", code, flags=re.M)
        if count != 1:
            raise ValueError(f"{name}.js must end in one line 'export default {{ ... }};'")
        widgets.append(f"{name}: (() => {{\n{code}}})(),\n")
    pages = [_page_script(name) for name in ("site.js", "classroom.js")]
    keys = (FRONTEND / "keys.js").read_text(encoding="utf-8")
    begun = ["(() => {\n", keys, "const widgets = {\n", *widgets, "};\n"]
    ended = [f"const typedRules = {_json(rules())};\n", *pages, "classroom();\nopenAll();\n})();\n"]
    whole = "".join([*begun, *ended])
    # What only a reader of the code needs is a sixth of it.
    return re.sub(r"^(?:[ \t]*//.*\n|[ \t]+)", "", whole, flags=re.MULTILINE)


# Pages ------------------------------------------------------------------------


def build(folder, pack_folder=OWN_PACK, notebooks=ROOT / "notebooks", views=None, live=False):
    """Write all pages; charts are computed on all processors.

    `notebooks` is the folder of the lessons, whose stored results belong to the pack; `views`
    are by chart what `compute_views` gave for it, computed here where they are not given;
    `live` says that the lessons run in a folder beside the pages.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pack, lessons, views = load_pack(pack_folder), read_lessons(notebooks), views or {}
    own = [one for one in lessons if not folders_of(one, notebooks)]
    guide = GUIDE if pack_folder.resolve() == OWN_PACK else None
    exporter = lesson_exporter(pack.words)
    render = _frame(exporter, pack, lessons, live)

    def write(here, title, body, **facts):
        text = render(here=here, title=title, body=body, **facts)
        (folder / here).write_text(text, "utf-8")

    with ProcessPoolExecutor() as workers:
        charts = {
            name: workers.submit(squeeze, pack_folder, name, views.get(name))
            for name in explorers_of(pack, own)
        }
        _write_shared(folder, guide)
        for page in handouts.pages(pack, own, guide):
            write(page.name, page.title, f"{handouts.LINK}\n{page.body}")
        for here, title, body in _other_pages(pack, lessons):
            write(here, title, body, alive='class="live"' in body)
        _wait("charts", charts.values())
    charts = {name: job.result() for name, job in charts.items()}
    tasks = EXERCISES.glob("[0-9]*.ipynb") if guide and pack.has("tasks") else ()
    exercises = {path.stem: path for path in tasks}
    hand_in = (PAGES / "hand_in.html").read_text("utf-8")
    around = zip([None, *lessons], lessons, [*lessons[1:], None], strict=False)
    for number, (before, lesson, after) in enumerate(around, 1):
        packs, opened = {"pack": pack}, charts
        if folders := folders_of(lesson, notebooks):
            packs = {name: _opened(one) for name, one in folders.items()}
            named = explorers_of(packs["pack"], [lesson])
            opened = {name: squeeze(folders["pack"], name) for name in named}
        body, contents = body_of(exporter, lesson.notebook, packs, opened)
        facts = {"charts": True, "contents": contents, "previous": before, "next": after}
        facts["credit"] = packs["pack"].article.loc[0, "credit"]
        if path := exercises.get(Path(lesson.page).stem):
            facts["practice"] = f"exercises_{path.stem[:2]}.html"
            notebook = nbformat.read(path, as_version=4)
            title = notebook.cells[0].source.partition("\n")[0].lstrip("# ")
            asked, _ = body_of(exporter, notebook, packs, charts)
            write(facts["practice"], title, asked + hand_in, charts=True, back=lesson)
        # A brief leaves the page with all other answers.
        if guide and any(calls_of(lesson.notebook, "write_brief")):
            body += hand_in
        write(lesson.page, lesson.title, body, **facts)
        _count("pages", number, len(lessons))


def _frame(exporter, pack, lessons, live):
    """Give what puts the name, title and HTML of a page into the frame of all pages."""
    say = pack.words.say
    glossary = [("glossary.html", say("page-glossary"))] if pack.has("glossary") else []
    ends = [("sources.html", say("page-sources")), (handouts.START, say("teacher-title"))]
    return functools.partial(
        exporter.environment.get_template("page.html.j2").render,
        site=say("page-name"),
        pack=pack.descriptor["name"],
        lang=pack.descriptor.get("language", BASE),
        lessons=lessons,
        extras=[*glossary, *ends],
        credit=pack.article.loc[0, "credit"],
        library=SMALL_LIBRARY.name,
        live=f"{LIVE}/lab/index.html?path=notebooks/" if live else None,
    )


def _write_shared(folder, guide):
    """Write the scripts, styles and fonts of all pages, and what a class gets on paper."""
    for path in (SMALL_LIBRARY, handouts.STYLE, *([guide / "handout.html"] if guide else [])):
        shutil.copyfile(path, folder / path.name)
    style = sheet("explorer.css", "reader.css") + (PAGES / "site.css").read_text("utf-8")
    (folder / "site.css").write_text(style, "utf-8")
    (folder / "site.js").write_text(page_script(), "utf-8")
    shutil.copytree(FRONTEND / "fonts", folder / "fonts", dirs_exist_ok=True)


def _wait(what, jobs):
    """Wait for work, and say how much of it is done."""
    for count, job in enumerate(as_completed(jobs), 1):
        job.result()
        _count(what, count, len(jobs))


def _count(what, count, number):
    print(f"\r{what} {count} of {number}", end="\n" * (count == number), flush=True)


def body_of(exporter, notebook, packs, charts):
    """Write a notebook's cells as HTML; and the list of its headings, as from `with_contents`."""
    notebook = copy.deepcopy(notebook)
    handouts.mark_steps(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            prepare(cell, packs, charts)
    body, _ = exporter.from_notebook_node(notebook)
    return with_contents(page_links(packs["pack"], body), moves_of(notebook))


def page_links(pack, body):
    """Link from page to page; a passage is the first statement of it on the front page."""

    def statement(match):
        chosen = pack.claims["paragraph"].isin(chosen_paragraphs(pack, [match[1]]))
        first = "".join(f"#{claim}" for claim in pack.claims.loc[chosen, "claim_id"][:1])
        return f'href="index.html{first}"'

    body = re.sub(r'href="01_read_the_article\.ipynb#([^"]+)"', statement, body)
    return re.sub(r'href="(?:\.\./notebooks/)?(\d\d_\w+)\.ipynb"', r'href="\1.html"', body)


def lesson_exporter(words=None):
    """Give what makes a notebook HTML, without the cells for a notebook only."""
    words = words or wording()
    from nbconvert import HTMLExporter
    from traitlets.config import Config

    removed = {"enabled": True, "remove_cell_tags": ["notebook-only"]}
    exporter = HTMLExporter(
        config=Config(TagRemovePreprocessor=removed),
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
    """Give a lesson's headings their addresses and moves; list address, words and move of each."""
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


def _first_picture(pack, lessons):
    """Find the first chart that no question covers, as it is stored."""
    for lesson in lessons:
        for cell, (_, name, *_), keywords in calls_of(lesson.notebook, "explore"):
            found = re.search(r'<img class="crossroads-picture"[^>]*>', handouts.stored_html(cell))
            if found and not keywords:
                chart = EXPLORERS[name][0](pack)
                title = handouts.chart_title(pack, chart, chart.start())
                return {"page": lesson.page, "name": name, "image": found[0], "title": title}
    return None


def _first_page(pack, lessons):
    """Write the article to read, what the lessons hold, and how the pages work."""
    say, reader = pack.words.say, read(pack)
    if isinstance(reader, Stack):
        reader = reader.children[0]
        reader._addressed, reader._pages = True, pages_of_charts(lessons)
        stored = Html(reader._repr_mimebundle_()["text/html"])
        link = tag("p", linked(reader._content["address"]))
        stored = tag("div", tag("h1", say("page-name")), stored, link, class_="stored")
        whole = tag("div", Html(live_form(reader, {})), stored)
    else:
        whole = reader._repr_html_()
    return filled(
        "start.html",
        pack.words,
        reader=whole,
        lessons=lessons,
        teachers=handouts.START,
        counts=[
            (f"{len(pack.table(one)):,}", say(f"page-of-{one}"))
            for one in ("claims", "events", "sources")
            if pack.has(one)
        ],
        picture=_first_picture(pack, lessons),
    )


def _other_pages(pack, lessons):
    """Write the pages that are no lesson: a list of name, title and HTML, the first page first."""
    say = pack.words.say
    pages = [("index.html", say("page-start"), _first_page(pack, lessons))]
    if pack.has("glossary"):
        terms = pack.glossary.sort_values("term", key=lambda column: column.str.casefold())
        body = filled("glossary.html", pack.words, terms=terms.itertuples())
        pages.append(("glossary.html", say("page-glossary"), body))
    shown = pack.sources.sort_values(["publisher", "published", "source_id"], kind="stable")
    shown = shown[["title", "publisher", "published", "address"]]
    dates = shown["published"]
    shown["published"] = ["" if one != one else pack.words.date(one) for one in dates]
    shown["address"] = shown["address"].map(linked)
    shown = shown.rename(columns={one: say(f"page-{one}") for one in shown})
    table = Html(mend(table_html(shown, say("page-every-source"))))
    head = say("page-sources")
    return [*pages, ("sources.html", head, tag("h1", head) + table)]


def execute_lessons(folder, pack_folder):
    """Execute copies, in a folder, of the lessons that are woven for another pack."""
    os.environ[PACK_VARIABLE] = str(pack_folder.resolve())
    if importlib.util.find_spec("kaleido"):
        os.environ[PICTURES_VARIABLE] = "1"
    else:
        print("Without the package kaleido the pages have no pictures for readers without scripts.")
    from nbclient.exceptions import CellExecutionError

    woven = weave(pack_folder)

    def execute(path):
        copy = folder / path.name
        shutil.copyfile(path, copy)
        try:
            refresh(copy, woven)
        except CellExecutionError as error:
            said = f"{error.ename}: {error.evalue}"
            failed = f"{woven / path.name}: no pages were written, since a cell fails. {said}"
            raise Stopped(failed) from None

    # The work is done by kernels, which are processes of their own.
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        _wait("lessons", [workers.submit(execute, path) for path in woven.glob("[0-9]*.ipynb")])


def main(folder="site", pack_folder=None):
    """Write the pages; learners' answers play no part in what is stored."""
    folder, pack_folder = Path(folder), Path(pack_folder) if pack_folder else find_pack()
    with tempfile.TemporaryDirectory() as empty, swapped(folder) as pages:
        os.environ[answers.FOLDER_VARIABLE] = empty
        notebooks = ROOT / "notebooks"
        if pack_folder.resolve() != OWN_PACK:
            notebooks = Path(empty)
            execute_lessons(notebooks, pack_folder)
        build(pages, pack_folder, notebooks, live=(folder / LIVE).is_dir())
    pages = sorted(folder.glob("*.html"))
    heaviest = max(pages, key=lambda page: page.stat().st_size)
    print(
        f"{len(pages)} pages in {folder}; open {folder / 'index.html'}. "
        f"Heaviest: {heaviest.name}, {heaviest.stat().st_size / 1e6:.1f} MB."
    )


if __name__ == "__main__":
    run(main)
