"""Write the lessons as pages that need no kernel, no server and no network.

Run as ``python -m crossroads.site FOLDER [PACK]``. Prose, code and stored
results come from the notebooks by nbconvert; every choice of every explorer is
computed beforehand and switched in the page by the explorer's own script.
"""

import ast
import base64
import functools
import gzip
import html
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

from crossroads import answers
from crossroads.explore import EXPLORERS
from crossroads.explorer import FRONTEND, script
from crossroads.pack import load_pack
from crossroads.questions import Question, question_row
from crossroads.words import fill

ROOT = Path(__file__).resolve().parents[1]
PAGES = Path(__file__).parent / "pages"
NAME = "Reading one article against the record"
FIRST_CELL = re.compile(r"# (\d+) · (.+)\n+\*\*(.+?)\*\* · (.+)")


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


@functools.cache
def _opened(pack_folder):
    """A pack, opened once in each process."""
    return load_pack(pack_folder)


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
        return dict(
            zip(names, workers.map(compute_views, [pack_folder] * len(names), names), strict=True)
        )


def pack_views(declaration, views):
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
    figures, tables, rows = {}, {}, []
    for view in views:
        figure = json.dumps(view["figure"], separators=(",", ":"))
        rows.append(
            [
                *(view[key] for key in ("title", "subtitle", "sentence")),
                tables.setdefault(view["table"], len(tables)),
                figures.setdefault(figure, len(figures)),
            ]
        )
    content = {
        "controls": [
            {"name": one.name, "label": one.label, "options": list(map(list, one.options.items()))}
            for one in declaration.controls
        ],
        "start": declaration.start(),
        "source": declaration.source,
        "views": rows,
        "tables": list(tables),
        "figures": list(map(json.loads, figures)),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b64encode(gzip.compress(text, 9, mtime=0)).decode()


class Writer:
    """Puts what works on a page in the place of a notebook's stored results.

    Parameters
    ----------
    pack : Pack
    views : dict of str to list of dict
        For each explorer, every view.
    """

    def __init__(self, pack, views):
        self.pack, self.views = pack, views

    def live(self, source):
        """Give the live form of a cell's result.

        Parameters
        ----------
        source : str
            A cell's code.

        Returns
        -------
        str
            HTML for a page's script to fill; empty where the stored result
            is all there is.
        """
        call = only_call(source)
        if call is None:
            return ""
        name, arguments, keywords = call
        if name == "explore" and arguments[0] in self.views:
            return self._explorer(arguments[0], keywords.get("after"))
        if name in ("predict", "check_yourself"):
            return "".join(map(self._question, arguments))
        return ""

    def _explorer(self, name, after):
        declaration = EXPLORERS[name][0](self.pack)
        asked = fill(self.pack, question_row(self.pack, after)["prompt"]) if after else ""
        packed = pack_views(declaration, self.views[name])
        return (
            f'<div class="live" data-widget="explorer" data-name="{name}" '
            f'data-after="{html.escape(after or "")}" data-question="{html.escape(asked)}">'
            f'<script type="text/plain">{packed}</script></div>'
        )

    def _question(self, question_id):
        question = Question(self.pack, question_id)
        content = {
            "id": question_id,
            "_prompt": question._prompt,
            "_kind": question._kind,
            "_choices": question._choices,
            "answers": {one: question.answer_to(one) for one in question._choices},
        }
        text = json.dumps(content, ensure_ascii=False).replace("</", "<\\/")
        return (
            '<div class="live" data-widget="question">'
            f'<script type="application/json">{text}</script></div>'
        )


def only_call(source):
    """Read a cell that is nothing but one call about a pack.

    Parameters
    ----------
    source : str
        A cell's code.

    Returns
    -------
    tuple or None
        The function's name, its arguments after the pack, its keywords, where
        all of these are written out.

    Examples
    --------
    >>> only_call("explore(pack, 'gap', after='02.gap')")
    ('explore', ['gap'], {'after': '02.gap'})
    >>> only_call("x = 1") is None
    True
    """
    body = ast.parse(source).body
    if len(body) != 1 or not isinstance(body[0], ast.Expr):
        return None
    call = body[0].value
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        return None
    try:
        arguments = [ast.literal_eval(one) for one in call.args[1:]]
        keywords = {one.arg: ast.literal_eval(one.value) for one in call.keywords}
    except ValueError:
        return None
    return call.func.id, arguments, keywords


def classic_script(name):
    """Give a widget's script as an expression, since pages from a disk load no modules."""
    code = re.sub(r"^export (?=function)", "", script(name), flags=re.MULTILINE)
    code, count = re.subn(r"^export default \{ render \};$", "", code, flags=re.MULTILINE)
    assert count == 1, name
    mount = "mount, " if "function mount(" in code else ""
    return f"(() => {{\n{code}\nreturn {{ {mount}render }};\n}})()"


def page_script():
    """Give the one script of all pages, without the chart library."""
    widgets = "".join(
        f"{name}: {classic_script(f'{name}.js')},\n" for name in ("explorer", "question")
    )
    page = (PAGES / "site.js").read_text(encoding="utf-8")
    return f"(() => {{\nconst widgets = {{\n{widgets}}};\n{page}}})();\n"


def build(folder, pack_folder=ROOT / "data", notebooks=ROOT / "notebooks", views=None):
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
    import plotly
    from nbconvert import HTMLExporter

    pack = load_pack(pack_folder)
    lessons = [read_lesson(path) for path in sorted(notebooks.glob("[0-9]*.ipynb"))]
    if views is None:
        views = compute_all(pack_folder, explorers_of(pack, lessons))
    writer = Writer(pack, views)
    exporter = HTMLExporter(
        extra_template_basedirs=[str(PAGES.parent)],
        template_name=PAGES.name,
        template_file="lesson.html.j2",
        exclude_anchor_links=True,
    )
    frame = exporter.environment.get_template("page.html.j2")
    folder.mkdir(parents=True, exist_ok=True)
    library = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    shutil.copyfile(library, folder / library.name)
    css = [FRONTEND / "explorer.css", PAGES / "site.css"]
    (folder / "site.css").write_text("".join(one.read_text("utf-8") for one in css), "utf-8")
    (folder / "site.js").write_text(page_script(), "utf-8")
    for place, lesson in enumerate(lessons):
        for cell in lesson.notebook.cells:
            if cell.cell_type == "code":
                make_live(cell, writer)
        body, _ = exporter.from_notebook_node(lesson.notebook)
        body = re.sub(r'(href="\d\d_\w+)\.ipynb"', r'\1.html"', body)
        page = frame.render(
            site=NAME,
            title=lesson.title,
            body=body,
            here=lesson.page,
            live=True,
            lessons=lessons,
            extras=[],
            pack=pack.descriptor["name"],
            previous=lessons[place - 1] if place else None,
            next=lessons[place + 1] if place + 1 < len(lessons) else None,
            credit=pack.article.loc[0, "credit"],
        )
        (folder / lesson.page).write_text(page, "utf-8")


def explorers_of(pack, lessons):
    """List the explorers that the lessons open and the pack has tables for."""
    calls = [
        only_call(cell.source)
        for lesson in lessons
        for cell in lesson.notebook.cells
        if cell.cell_type == "code"
    ]
    names = [call[1][0] for call in calls if call and call[0] == "explore"]
    return [one for one in dict.fromkeys(names) if pack.has(*EXPLORERS[one][1])]


def make_live(cell, writer):
    """Put the live form of a result before the stored one, which stays for want of scripts."""
    cell.metadata["unfolded"] = bool(cell.source) and only_call(cell.source) is None
    live = writer.live(cell.source)
    for output in cell.outputs:
        stored = output.get("data", {}).get("text/html")
        if live and stored:
            output.data["text/html"] = f'{live}<div class="stored">{stored}</div>'


def main(folder, pack_folder=None):
    """Write the pages; learners' answers play no part in what is stored."""
    with tempfile.TemporaryDirectory() as empty:
        os.environ[answers.FOLDER_VARIABLE] = empty
        build(Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
