"""The teacher's guide says what the lessons show: its moves are made, its quotations compared.

In a plan, a heading with ``chart `name` `` opens an explorer as the lesson does;
``**label** → *option*`` moves a control; a line that begins with ``>`` quotes
what the class then sees, " … " standing for words left out. Text between
curly quotation marks stands somewhere in the module, word for word. Whatever
is neither has no figures in it, so that nothing in a plan can grow stale
without a test that says so.
"""

import html
import json
import re
from dataclasses import dataclass

import pytest

from crossroads.learn.brief import fields_of
from crossroads.publish.handouts import openings, parts_of
from crossroads.publish.marked_values import MARK
from crossroads.publish.site import read_lesson
from crossroads.words.lookups import fill
from crossroads.words.wording import wording
from tests.conftest import ROOT

GUIDE = ROOT / "instructors"
PLANS = sorted(GUIDE.glob("0*.md"))
CHART = re.compile(r"^#+ .*chart `(\w+)`", re.M)
MOVE = re.compile(r"\*\*([^*]+)\*\* → \*([^*]+)\*")
QUOTED = re.compile(r"“([^”]+)”")
LEFT_OUT = re.compile(r"\s*…\s*")
# Figures that are no facts of the article: times, places in the lessons, levels.
HARMLESS = [
    QUOTED,
    re.compile(r"^ *>.*$", re.M),
    re.compile(r"\]\([^)]*\)"),
    re.compile(r"`[^`]*`"),
    MOVE,
    re.compile(r"^(#+|\|) .*$", re.M),
    re.compile(
        r"\b([Ll]essons?|[Pp]aragraphs?|[Ll]evels?|[Qq]uestions?|[Mm]oves?|[Pp]rompts?) "
        r"\d+((, | and | to )\d+)*"
    ),
    re.compile(r"COVID-19"),
    re.compile(r"\b\d+([–-]\d+)? (minutes?|min|seconds?|per cent)\b"),
    re.compile(r"^ *\d+\. ", re.M),
]
SPAN = re.compile(r"(\d+)–(\d+)")
NUMBER_WORDS = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice) "
    r"(more )?(meetings?|launches|days|claims|forecasts|hedges|times|rows|rounds|events|voices"
    r"|analysts|speakers|actors|issues|words|links|threads|steps|months|lists)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Moment:
    """What the class sees after a move: the line that quotes it, and the view."""

    line: int
    quoted: str
    view: dict


def moments(pack, text, charts):
    """Make a plan's moves one after the other, and give each quotation with what it quotes."""
    declared = choice = None
    found, quoting = [], False
    for number, line in enumerate(text.split("\n"), 1):
        if match := CHART.search(line):
            _, declared, choice = charts[match[1]]
        elif line.startswith("#"):
            declared = None
        for label, option in MOVE.findall(line):
            choice = {**choice, **_option(declared, label, option)}
        words = line.strip()
        if words.startswith(">"):
            assert declared, f"line {number} quotes a chart, but no heading opens one"
            words = words[1:].strip()
            if quoting:
                found[-1] = Moment(number, f"{found[-1].quoted} {words}", found[-1].view)
            else:
                found.append(Moment(number, words, declared.view(choice)))
        quoting = line.strip().startswith(">")
    return found


def _option(declared, label, option):
    controls = {control.label: control for control in declared.controls}
    assert label in controls, f"{declared.name} has no control {label!r}: {list(controls)}"
    values = {words: value for value, words in controls[label].options.items()}
    assert option in values, f"{label} has no option {option!r}: {list(values)}"
    return {controls[label].name: values[option]}


def opened(pack, plan):
    """The charts of a plan's lesson, as the lesson opens them."""
    return openings(pack, parts_of(read_lesson(ROOT / "notebooks" / f"{plan.stem}.ipynb")))


def _plain(text):
    return " ".join(re.sub(r"[*`_]", "", text).split())


def sources(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells]


@pytest.fixture(scope="module")
def module_words(pack):
    """All words of the module: tables with their texts filled, lessons, controls."""
    words = []
    for resource in pack.descriptor["resources"]:
        table = getattr(pack, resource["name"])
        for field in resource["schema"]["fields"]:
            if field["type"] == "string":
                cells = table[field["name"]]
                words += [fill(pack, one) for one in cells] if field.get("template") else [*cells]
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        words += [MARK.sub("", source) for source in sources(path)]
    code = [*(ROOT / "crossroads").rglob("*.py"), *(ROOT / "crossroads").rglob("*.ftl")]
    code += (ROOT / "crossroads").rglob("[!p]*.js")
    words += [path.read_text(encoding="utf-8") for path in code]
    return _plain(" \n ".join(words))


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_class_sees_what_the_plan_says_and_no_figure_stands_outside_a_quotation(pack, path):
    text = path.read_text(encoding="utf-8")
    found, stale = moments(pack, text, opened(pack, path)), []
    assert found
    for moment in found:
        seen = _plain(f"{moment.view['title']} \n {moment.view['sentence']}")
        seen += " \n " + _plain(re.sub(r"<[^>]+>", " ", moment.view["table"]))
        stale += [
            f"line {moment.line} says {part!r}; the chart now says: {seen[:400]!r}"
            for part in filter(None, LEFT_OUT.split(_plain(moment.quoted)))
            if part not in seen
        ]
    assert not stale, "\n".join([path.name, *stale])
    for harmless in HARMLESS:
        text = harmless.sub(" ", text)
    left = [line.strip() for line in text.split("\n") if re.search(r"\d", line)]
    left += [match[0] for match in NUMBER_WORDS.finditer(text)]
    assert not left, f"{path.name}: quote these, so that a test can read them: {left}"


@pytest.mark.parametrize("path", sorted(GUIDE.glob("*.md")), ids=lambda path: path.stem)
def test_what_stands_in_quotation_marks_stands_in_the_module(pack, module_words, path):
    text = path.read_text(encoding="utf-8")
    charts = " \n ".join(
        _plain(f"{moment.view['title']} \n {moment.view['sentence']}")
        for moment in (moments(pack, text, opened(pack, path)) if path in PLANS else [])
    )
    stale = []
    for quoted in QUOTED.findall(text):
        for part in filter(None, LEFT_OUT.split(_plain(quoted))):
            part = part.rstrip(".,;:?!")
            if part not in module_words and part not in charts:
                stale.append(part)
    assert not stale, f"{path.name} quotes what no table, lesson or chart says: {stale}"


def _check_spans(spans, end, where):
    """Each stretch of time begins where the one before ends."""
    spans = [(int(first), int(last)) for first, last in spans]
    assert spans[0][0] == 0 and spans[-1][1] == end, f"{where}: {spans}"
    for (first, last), (following, _) in zip(spans, [*spans[1:], (end, end)], strict=True):
        assert first < last == following, f"{where}: {first}–{last}, then {following}"


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_plan_has_its_parts_and_its_minutes_add_up(path):
    text = path.read_text(encoding="utf-8")
    stated = int(re.search(r"· (\d+) minutes with a class", text)[1])
    _check_spans(re.findall(r"^### (\d+)–(\d+) ", text, re.M), stated, path.name)
    short = re.search(r"^\*\*Only 15 minutes:\*\* (.*)$", text, re.M)
    assert sum(map(int, re.findall(r"\((\d+) min\)", short[1]))) == 15, path.name
    parts = "**Goal.**|## Minute by minute|## What learners often get wrong"
    parts += "|## What is sensitive here|## Prompts|## Exit ticket"
    assert not [part for part in parts.split("|") if part not in text], path.name
    # Lesson 8 has a paragraph in the guide: a class does it alone.
    lessons = [path.stem for path in sorted((ROOT / "notebooks").glob("0[0-7]*.ipynb"))]
    assert [path.stem for path in PLANS] == lessons
    assert re.findall(r"^\| (\d) \|", text, re.M) == ["3", "2", "1"], path.name
    assert len(text.split()) < 1500, f"{path.name}: too long to read tonight"


def _headings(lesson):
    path = next((ROOT / "notebooks").glob(f"{int(lesson):02}_*.ipynb"))
    return re.findall(r"^#+ (.*)$", "\n".join(sources(path)), re.M)


def test_routes_name_parts_that_the_lessons_have_and_their_minutes_add_up():
    text = (GUIDE / "README.md").read_text(encoding="utf-8")
    routes = re.split(r"^### ", text.split("## Routes")[1].split("\n## ")[0], flags=re.M)[1:]
    assert len(routes) == 4
    for route in routes:
        rows = [line.strip("| ").split(" | ") for line in route.split("\n") if line[:1] == "|"][2:]
        if route.split()[1].startswith("minutes"):
            spans = [SPAN.fullmatch(row[0]).groups() for row in rows]
            _check_spans(spans, int(route.split()[0]), route.split("\n")[0])
        else:
            assert [row[0] for row in rows] == [str(day) for day in range(1, 11)]
        for row in rows:
            headings = [one for lesson in re.findall(r"\d", row[1]) for one in _headings(lesson)]
            strange = set(QUOTED.findall(" ".join(row[2:]))) - set(headings)
            assert not strange, f"{strange}: no heading of lesson {row[1]}"
    # The README tells the minutes that the lessons state; lesson 8 has no plan.
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \d \| \[.*\]\((\S+\.ipynb)\) \|.*\| (\d+) \|$", text, re.M)
    assert len(rows) == len(PLANS) + 1
    for name, minutes in rows:
        assert f"· {minutes} minutes" in sources(ROOT / name)[0], name


def test_the_handout_has_the_ten_steps_of_the_last_lesson():
    text = html.unescape((GUIDE / "handout.html").read_text(encoding="utf-8"))
    steps = fields_of(wording(), "checklist")
    assert not [one for step in steps for one in step[1:] if f">{one}<" not in text]
    assert text.count('scope="row"') == len(steps)
    assert "<script" not in text and "http" not in text


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_handout_prints_on_one_page(chromium, paper):
    page = chromium.new_page()
    page.goto((GUIDE / "handout.html").as_uri())
    printed = page.pdf(format=paper, prefer_css_page_size=False)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
