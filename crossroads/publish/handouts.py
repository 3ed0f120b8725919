"""What a teacher needs, as pages: guide, plans, and two prints for each lesson.

The prints are made of the lesson's notebook and its pack; guide and plans, which speak
of one article, are the Markdown of ``instructors/``.
"""

import contextlib
import itertools
import re
from dataclasses import dataclass, field

import pandas as pd
from bs4 import BeautifulSoup
from nbconvert.filters import markdown2html

from crossroads.charts.view import table_html
from crossroads.learn.article import LeftOut, chosen_paragraphs, show_excerpt
from crossroads.learn.opening import declared
from crossroads.learn.questions import has_question, opens_on
from crossroads.learn.tasks import MissingRows, find_task, task_ids
from crossroads.publish.calls import only_call, single_call
from crossroads.publish.markup import SCROLL, mend
from crossroads.publish.quiz import choices_of
from crossroads.publish.templates import PAGES, filled
from crossroads.words.lookups import fill
from crossroads.words.tags import Html, join, tag
from crossroads.words.wording import capital

STYLE = PAGES / "handouts.css"
LINK = tag("link", rel="stylesheet", href=STYLE.name).removesuffix("</link>")
START = "teachers.html"
HEADING = re.compile(r"^##? (.+)$", re.M)
ONLY_HEADING = re.compile(r"#+ [^\n]*")
LISTED = re.compile(r"^ *(?:[-*]|\d+\.) ", re.M)
CHART = re.compile(r"chart `(\w+)`")
TICKET = re.compile(r"## Exit ticket\s+(.*?)\n\n(\|.*)", re.S)
# Rows of a chart's table that a print has room for.
MOST_ROWS = 16
# What only asks for a learner's own words or numbers, and has no answer in it.
FORMS = ("write_forecasts", "show_score", "write_sharper", "write_brief", "show_sources")
PASSAGES = {"show_excerpt", "show_hedges", "read"}


@dataclass(frozen=True)
class Page:
    """A page of the site: file name, title, and HTML."""

    name: str
    title: str
    body: Html


@dataclass
class Part:
    """A part of a lesson: its heading, and step, cell and call of each of its cells."""

    heading: str
    cells: list = field(default_factory=list)


# A lesson, taken apart -----------------------------------------------------------


def parts_of(lesson):
    """Take a lesson apart at its headings, as the classroom view goes through it."""
    parts, step = [], 1
    for cell in mark_steps(lesson.notebook):
        heading = HEADING.match(cell.source) if cell.cell_type == "markdown" else None
        if heading or not parts:
            parts.append(Part(heading[1] if heading else lesson.title))
        call = only_call(cell.source) if cell.cell_type == "code" else None
        parts[-1].cells.append((step, cell, call))
        step += not cell.metadata["leads"]
    return parts


def mark_steps(notebook):
    """Mark the cells that are shown with the next in class; give all but those of a notebook."""
    cells = [one for one in notebook.cells if "notebook-only" not in one.metadata.get("tags", ())]
    for cell, after in itertools.zip_longest(cells, cells[1:]):
        cell.metadata["leads"] = cell is not cells[0] and _leads(cell, after)
    return cells


def _leads(cell, after):
    if cell.cell_type != "markdown" or not HEADING.match(cell.source):
        return False
    if ONLY_HEADING.fullmatch(cell.source.strip()):
        return True
    if after is None or LISTED.search(cell.source):
        return False
    if after.cell_type == "markdown":
        return not HEADING.match(after.source)
    call = only_call(after.source)
    return not call or call[0] != "explore"


def _calls(parts, *names):
    for part in parts:
        for step, cell, call in part.cells:
            if call and call[0] in names:
                yield part, step, cell, call[1]


def _questions(pack, parts, *names):
    """Give the ids of the questions of a lesson that the pack has."""
    for _, _, _, arguments in _calls(parts, *names):
        yield from (one for one in arguments[1:] if has_question(pack, one))


def openings(pack, parts):
    """Give step, declaration and first choice of each chart that a lesson and the pack have."""
    found = {}
    for part in parts:
        for step, _, call in part.cells:
            if call and call[0] == "explore" and call[1][1] not in found:
                chart = declared(pack, call[1][1])
                if not isinstance(chart, LeftOut):
                    choice = chart.checked(opens_on(pack, **call[2]))
                    found[chart.name] = (step, chart, choice)
    return found


def chart_title(pack, chart, choice):
    """Give the title of a chart for a choice."""
    return capital(pack.words.say(f"{chart.name}-title", **chart.show(**choice).facts))


# The learner's sheet -------------------------------------------------------------


def sheet(pack, lesson, parts, ticket):
    """Write the two pages of a learner's sheet."""
    named = [one for *_, arguments in _calls(parts, *PASSAGES) for one in arguments[1:2] if one]
    known, charts = pack.excerpts, [part.heading for part, *_ in _calls(parts, "explore")]
    return filled(
        "sheet.html",
        pack.words,
        lesson=lesson,
        passages=[
            (number, text)
            for number in sorted({*chosen_paragraphs(pack, named)})
            for text in known.loc[known["paragraph"] == number, "text"]
        ],
        credit=pack.article["credit"].iloc[0],
        asked=[
            (fill(pack, pack.row("questions", one)["prompt"]), choices_of(pack, one))
            for one in _questions(pack, parts, "predict")
        ],
        charts=list(dict.fromkeys(charts or [part.heading for part in parts[1:4]])),
        ticket=ticket,
    )


# The teacher's copy --------------------------------------------------------------


def teachers_copy(pack, lesson, parts, ticket):
    """Write a lesson with everything open: answers, no code."""
    say = pack.words.say
    body = []
    for part in parts:
        written = list(filter(None, (_opened(pack, one) for one in part.cells)))
        # A part whose cells are code to change has nothing to show without it.
        code = [cell.source for _, cell, _ in part.cells if cell.cell_type == "code"]
        if all(map(single_call, code)) and (written[1:] or not code):
            body += written
    body.insert(1, tag("p", say("copy-about"), class_="note"))
    if tasks := list(_tasks(pack, f"{int(lesson.number):02}")):
        body += [tag("h2", say("copy-exercises")), _answers(pack, tasks=tasks)]
    if ticket:
        body += [tag("h2", say("ticket")), Html(markdown(ticket))]
    return tag("div", *body, class_="copy")


def _opened(pack, one):
    step, cell, call = one
    if cell.cell_type == "markdown":
        shown = BeautifulSoup(markdown(cell.source), "html.parser")
        for folded in shown.find_all(["details", "summary"]):
            folded.name = {"details": "div", "summary": "p"}[folded.name]
        return Html(str(shown))
    if cell.source.startswith(FORMS):
        return None
    name, arguments, _ = call or ("", [], {})
    if name in ("predict", "check_yourself"):
        there = [one for one in arguments[1:] if has_question(pack, one)]
        rows = [(pack.row("questions", one), choices_of(pack, one)) for one in there]
        asked = [
            (fill(pack, row["prompt"]), choices, fill(pack, row["explanation"]))
            for row, choices in rows
        ]
        return join([_step(pack, step), _answers(pack, questions=asked)])
    if name == "read":
        named = arguments[1:] or map(int, sorted(set(pack.excerpts["paragraph"])))
        return Html(show_excerpt(pack, *named)._repr_html_())
    if name == "tag_claims":
        text = BeautifulSoup(stored_html(cell), "html.parser").get_text()
        claims = pack.claims[[quote in text for quote in pack.claims["quote"]]]
        return _answers(pack, claims=claims.itertuples())
    shown = _unfolded(stored_html(cell))
    return join([_step(pack, step) if name == "explore" else None, Html(shown)]) if shown else None


def _step(pack, step):
    return tag("p", tag("small", pack.words.say("copy-step", step=step)), class_="step")


def stored_html(cell):
    """Give the HTML that a notebook keeps of a cell's results."""
    return "".join(one["data"].get("text/html", "") for one in cell.outputs if "data" in one)


def _unfolded(markup):
    """Open what a lesson folds, and leave out what works on a screen only."""
    soup = BeautifulSoup(mend(markup), "html.parser")
    for table in soup.select(".crossroads-stored table"):
        if len(table.find_all("tr")) > MOST_ROWS + 1:
            (table.find_parent(class_="scroll") or table).decompose()
    for summary in soup.find_all("summary"):
        summary.decompose()
    for folded in soup.find_all("details"):
        folded.name, folded.attrs = "div", {}
    # How to answer, and for which choice a picture stands.
    for hint in soup.select(".crossroads-source, .crossroads-stored > p:last-child > small"):
        hint.decompose()
    return str(soup)


def _answers(pack, **given):
    """Write questions, claims or tasks with what is right of each."""
    return filled("answers.html", pack.words, pack=pack, markdown=markdown, **given)


def _tasks(pack, lesson):
    """Give the tasks of a lesson, of which the pack may lack rows."""
    for one in task_ids(pack, lesson):
        with contextlib.suppress(MissingRows):
            yield find_task(pack, one)


# Guide and plans -----------------------------------------------------------------


def markdown(text):
    """Turn Markdown into HTML that does not leave the site."""
    soup = BeautifulSoup(markdown2html(text), "html.parser")
    for table in soup.find_all("table"):
        name = ", ".join(one.get_text() for one in table.find_all("th")[:3])
        table.wrap(soup.new_tag("div", attrs={**SCROLL, "aria-label": name}))
    for sign in soup.find_all("a", class_="anchor-link"):
        sign.decompose()
    for link in soup.find_all("a"):
        address = _on_site(link.get("href", ""))
        if not address:
            link.unwrap()
        else:
            link["href"] = address
            if address.startswith("http"):
                link["rel"] = "noopener"
    for part in soup.find_all(re.compile("^h[1-6]$")):
        part["id"] = re.sub(r"[^\w -]", "", part.get_text()).strip().lower().replace(" ", "-")
        if part["id"] in {one.get("id") for one in part.find_all_previous(id=True)}:
            del part["id"]
    return str(soup)


def _on_site(address):
    """Say where on the site a file of the repository is; nothing where it is not there."""
    file, _, place = address.partition("#")
    if re.match(r"https?://", address):
        return address
    if not file or file == "handout.html":
        return address
    if found := re.fullmatch(r"(?:\.\./notebooks/)?(\d\d_\w+)\.ipynb", file):
        return f"{found[1]}.html"
    if found := re.fullmatch(r"(\d\d)_\w+\.md", file):
        return f"plan-{found[1]}.html"
    known = {"README.md": START, "adapt.md": "adapt.html", "grading.md": "grading.html"}
    known["../README.md"] = "index.html#lessons"
    return known.get(file, "")


def plan_page(pack, lesson, parts, text):
    """Write a plan with the steps of the classroom view, and charts by their titles."""
    say = pack.words.say
    charts = openings(pack, parts)
    titles = {name: chart_title(pack, *one) for name, (_, *one) in charts.items()}

    def named(match):
        if match[1] not in charts:
            return match[0]
        return say("plan-chart", title=titles[match[1]], step=charts[match[1]][0])

    rows = []
    for part in parts:
        shown = [titles.get(one[1][1]) for *_, one in part.cells if one and one[0] == "explore"]
        span = pack.words.years(part.cells[0][0], part.cells[-1][0])
        rows.append((span, part.heading, "; ".join(filter(None, shown))))
    heads = [say(f"plan-{one}") for one in ("step", "part", "opens")]
    table = table_html(pd.DataFrame(rows, columns=heads), say("plan-steps"))
    table = tag("div", table, **SCROLL, aria_label=say("plan-steps"))
    return join([Html(markdown(CHART.sub(named, text))), tag("h2", say("plan-steps")), table])


def tickets_of(plans):
    """Read the exit ticket of each lesson: the question, and the question with its rubric."""
    found = {}
    for path in plans:
        if match := TICKET.search(path.read_text(encoding="utf-8")):
            found[path.stem[:2]] = (match[1].strip().strip("*"), f"{match[1]}\n\n{match[2]}")
    return found


def _rubrics(pack):
    """Give the rubrics of the pack by lesson: criterion by level."""
    for lesson, rows in pack.rubrics.groupby("lesson"):
        table = rows.pivot(index="criterion", columns="level", values="description")
        yield lesson, table.loc[list(dict.fromkeys(rows["criterion"]))]


def pages(pack, lessons, guide=None):
    """Give every page for teachers, the first first; `guide` is the folder of guide and plans."""
    say = pack.words.say
    plans = {path.stem[:2]: path for path in sorted(guide.glob("0*.md"))} if guide else {}
    tickets, found, rows = tickets_of(plans.values()), [], []
    for lesson in lessons:
        key = f"{int(lesson.number):02}"
        parts = parts_of(lesson)
        question, rubric = tickets.get(key, ("", ""))
        made = {}
        if key in plans:
            made["plan"] = plan_page(pack, lesson, parts, plans[key].read_text("utf-8"))
        made["sheet"] = sheet(pack, lesson, parts, question)
        made["copy"] = teachers_copy(pack, lesson, parts, rubric)
        kinds = {kind: say(f"teacher-{kind}") for kind in made}
        prints = [
            Page(f"{kind}-{key}.html", f"{kinds[kind]} {lesson.number}", body)
            for kind, body in made.items()
        ]
        found += prints
        rows.append((lesson, list(zip(prints, kinds.values(), strict=True))))
    others = []
    if tickets or pack.has("rubrics"):
        shown = [(int(key), markdown(rubric)) for key, (_, rubric) in tickets.items()]
        body = filled("rubrics.html", pack.words, tickets=shown, rubrics=_rubrics(pack))
        others.append(Page("rubrics.html", say("teacher-rubrics"), body))
    for name in ("adapt", "grading") if guide else ():
        text = (guide / f"{name}.md").read_text(encoding="utf-8")
        others.append(Page(f"{name}.html", say(f"teacher-{name}"), Html(markdown(text))))
    title, what, rest = say("teacher-title"), "", ""
    if guide:
        title, what, rest = (guide / "README.md").read_text("utf-8").split("\n\n", 2)
    start = filled(
        "teachers.html",
        pack.words,
        title=title.lstrip("# "),
        what=markdown(what),
        lessons=rows,
        others=others,
        rest=markdown(rest),
    )
    return [Page(START, say("teacher-title"), start), *found, *others]
