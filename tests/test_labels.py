"""Figures of every explorer, drawn in Chromium: no label over another, none cut, none too small."""

import base64
import json
import os
import re

import pytest

from crossroads.charts.widget import FRONTEND, SMALL_LIBRARY, script
from crossroads.learn.opening import EXPLORERS
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
# Widths of a chart (unit: pixels): beside its controls in a JupyterLab 1440 wide;
# the least that it takes; and that of a phone, where its narrow form stands.
WIDTHS = {732: "figure", 620: "figure", 358: "narrow"}
SMALLEST = 12  # pixels of type that a class can read
# ``make look`` draws every view; the suite some seven of each chart.
EVERY = bool(os.environ.get("CROSSROADS_LOOK"))
AT_ONCE = 40  # figures for one call of the browser

MEASURE = """
async ([figures, width, smallest]) => {
  figures = JSON.parse(figures);
  const root = document.querySelector("#root");
  root.style.setProperty("--crossroads-wide", 999); // The chart alone, nothing beside it.
  root.style.width = `${width + 8}px`;
  // The explorer learns of its width.
  await new Promise((done) => setTimeout(done, 50));
  const corners = (text) => {
    // The box of a line is higher than its letters.
    const { x, y, width, height } = text.getBBox();
    const matrix = text.getScreenCTM();
    const lines = text.querySelectorAll("tspan.line").length || 1;
    const trim = (0.2 * height) / lines;
    const [top, bottom] = [y + trim, y + height - trim];
    return [[x, top], [x + width, top], [x + width, bottom], [x, bottom]]
      .map(([px, py]) => new DOMPoint(px, py).matrixTransform(matrix))
      .map((point) => [point.x, point.y]);
  };
  const range = (shape, [ax, ay]) => {
    const along = shape.map(([x, y]) => x * ax + y * ay);
    return [Math.min(...along), Math.max(...along)];
  };
  const axes = (shape) => [0, 1].map((i) => {
    const [dx, dy] = [shape[i + 1][0] - shape[i][0], shape[i + 1][1] - shape[i][1]];
    const length = Math.hypot(dx, dy) || 1;
    return [dx / length, dy / length];
  });
  // How far two boxes, which may be turned, lie in each other.
  const overlap = (one, other) => Math.min(...[...axes(one), ...axes(other)].map((axis) => {
    const [a, b] = [range(one, axis), range(other, axis)];
    return Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  }));
  const box = (shape) => {
    const [x, y] = [range(shape, [1, 0]), range(shape, [0, 1])];
    return { left: x[0], right: x[1], top: y[0], bottom: y[1] };
  };
  const outside = (shape, { left, top, right, bottom }) => {
    const inner = box(shape);
    return Math.max(left - inner.left, top - inner.top, inner.right - right, inner.bottom - bottom);
  };
  // The parts of the page that hide what lies beyond them.
  const frames = (text) => {
    const found = [text.closest("svg").getBoundingClientRect()];
    for (let node = text; node.tagName !== "svg"; node = node.parentNode) {
      const id = /#([^"')]+)/.exec(node.getAttribute("clip-path") ?? "")?.[1];
      const clip = id && document.getElementById(id)?.querySelector("rect");
      if (!clip) continue;
      const matrix = node.getScreenCTM();
      const number = (name) => Number(clip.getAttribute(name) ?? 0);
      const [x, y, w, h] = ["x", "y", "width", "height"].map(number);
      const start = new DOMPoint(x, y).matrixTransform(matrix);
      found.push({ left: start.x, top: start.y, right: start.x + w, bottom: start.y + h });
    }
    return found;
  };
  const results = [];
  for (const figure of figures) {
    globalThis.show(figure);
    // Plotly makes room for long labels in a second step.
    await new Promise((done) => setTimeout(done));
    const texts = [...root.querySelectorAll(".main-svg text")]
      .filter((one) => one.textContent.trim() && one.getBBox().width)
      .filter((one) => getComputedStyle(one).opacity !== "0")
      .map((one) => ({ words: one.textContent, shape: corners(one), one }));
    const problems = root.querySelector(".main-svg") ? [] : ["nothing was drawn"];
    texts.forEach(({ words, shape, one }, place) => {
      const size = parseFloat(getComputedStyle(one).fontSize);
      if (size < smallest) problems.push(`${words}: type of ${size} pixels`);
      const cut = Math.max(...frames(one).map((frame) => outside(shape, frame)));
      if (cut > 1) problems.push(`${words}: cut by ${Math.round(cut)}`);
      for (const other of texts.slice(place + 1)) {
        const depth = overlap(shape, other.shape);
        if (depth > 1) problems.push(`${words} | ${other.words}: overlap by ${Math.round(depth)}`);
      }
    });
    results.push(problems);
  }
  return results;
}
"""


@pytest.fixture(scope="module")
def page(chromium):
    # Labels are measured where they stand, not on their way from the view before.
    look = {"viewport": {"width": 1400, "height": 1000}, "reduced_motion": "reduce"}
    one = chromium.new_page(**look)
    one.set_content('<!doctype html><meta charset="utf-8"><body><div id="root"></div>')
    one.add_style_tag(path=FRONTEND / "explorer.css")
    one.add_script_tag(path=SMALL_LIBRARY)
    # The explorer itself, with nothing around the chart.
    mounted = """
      const texts = { title: "", subtitle: "", sentence: "", table: "", source: "" };
      const words = new Proxy({}, { get: () => "" });
      const loaded = Promise.resolve(globalThis.Plotly);
      let figure = { data: [], layout: { height: 100 } };
      const view = mount(document.querySelector("#root"), {
        words, controls: [], value: () => ({}), view: () => ({ ...texts, figure }),
        question: () => "", predicted: () => "", plotly: () => loaded,
      });
      globalThis.show = (next) => { figure = next; view.update(); };
    """
    one.add_script_tag(content=script("library.js", "explorer.js") + mounted, type="module")
    one.wait_for_function("() => globalThis.show && document.querySelector('.main-svg')")
    return one


def figures(choices, views, form):
    """Give the distinct figures as JSON, each with the first choice that leads to it."""
    distinct = {}
    for choice, view in zip(choices, views, strict=True):
        distinct.setdefault(json.dumps(view[form]), choice)
    return [(choice, figure) for figure, choice in distinct.items()]


def telling(drawn):
    """Pick the figures most likely to be wrong: the start, the ends, the most and longest words."""
    letters = sorted(drawn, key=lambda one: len("".join(re.findall(r'"text": "([^"]*)', one[1]))))
    size = sorted(drawn, key=lambda one: len(one[1]))
    picked = [drawn[0], drawn[-1], *letters[-2:], *size[-2:], size[0]]
    return list({figure: (choice, figure) for choice, figure in picked}.values())


def problems(page, drawn, width):
    """Say what is wrong with the labels of figures, drawn so wide."""
    found = []
    for start in range(0, len(drawn), AT_ONCE):
        some = drawn[start : start + AT_ONCE]
        # As one text: Playwright takes as long to pass objects as the page to draw them.
        text = f"[{','.join(figure for _, figure in some)}]"
        results = page.evaluate(MEASURE, [text, width, SMALLEST])
        for (choice, _), result in zip(some, results, strict=True):
            found += [f"{width} px {choice}: {one}" for one in result]
    return found


@pytest.mark.parametrize("name", EXPLORERS)
def test_no_label_lies_over_another_or_is_cut(page, pack, views, name):
    choices = EXPLORERS[name][0](pack).choices()
    found = []
    for width, form in WIDTHS.items():
        drawn = figures(choices, views[name], form)
        found += problems(page, drawn if EVERY else telling(drawn), width)
    assert not found, f"{len(found)} problems:\n" + "\n".join(found[:40])


# Contact sheets: what a person looks at, one by one, after `make look` ------------

SHEETS = ROOT / "build" / "look"
SCREENS = {
    "light": {"viewport": {"width": 1280, "height": 720}},
    "dark": {"viewport": {"width": 1280, "height": 720}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
}
ON_A_SHEET = {"light": (2, 6), "dark": (2, 6), "phone": (4, 8)}  # columns, pictures
SHEET = """
<!doctype html><meta charset="utf-8">
<style>
  body {{ font: 15px sans-serif; margin: 12px; background: #999; }}
  main {{ display: inline-grid; grid-template-columns: repeat({columns}, max-content); gap: 12px; }}
  figure {{ margin: 0; }} figcaption {{ padding: 2px; }}
</style>
<main>{pictures}</main>
"""


def looked_at(declared, views):
    """Pick the start, the last choice that shows something, and the one of most words."""
    shown = [
        (len(view["title"] + view["subtitle"]), choice)
        for choice, view in zip(declared.choices(), views, strict=True)
        if not view["empty"]
    ]
    most = max(shown, key=lambda one: one[0])
    picked = [declared.start(), shown[-1][1], most[1]]
    return [one for place, one in enumerate(picked) if one not in picked[:place]]


@pytest.mark.skipif(not EVERY, reason="`make look` writes the contact sheets")
@pytest.mark.parametrize("screen", SCREENS)
def test_contact_sheets(chromium, pack, views, site, screen):
    context = chromium.new_context(**SCREENS[screen], offline=True, reduced_motion="reduce")
    one, pictures = context.new_page(), []
    for path in sorted(site.glob("[0-9]*.html")):
        one.goto(path.as_uri())
        for root in one.query_selector_all("[data-widget=explorer]"):
            name = root.get_attribute("data-name")
            root.evaluate("(root) => root.explorer.reveal()")
            for choice in looked_at(EXPLORERS[name][0](pack), views[name]):
                root.evaluate("(root, choice) => root.explorer.choose(choice)", choice)
                root.wait_for_selector(".main-svg")
                one.wait_for_timeout(150)
                words = f"{name}: {', '.join(choice.values())}"
                pictures.append((words, base64.b64encode(root.screenshot()).decode()))
    assert {words.split(":")[0] for words, _ in pictures} == set(EXPLORERS)
    SHEETS.mkdir(parents=True, exist_ok=True)
    columns, many = ON_A_SHEET[screen]
    sheet = context.browser.new_page(viewport={"width": 400, "height": 400})
    for start in range(0, len(pictures), many):
        some = "".join(
            f"<figure><figcaption>{words}</figcaption><img src='data:image/png;base64,{data}'>"
            for words, data in pictures[start : start + many]
        )
        sheet.set_content(SHEET.format(columns=columns, pictures=some))
        box = sheet.locator("main").bounding_box()
        sheet.set_viewport_size({"width": int(box["width"]) + 24, "height": 400})
        sheet.screenshot(path=SHEETS / f"{screen}-{start // many + 1:02}.png", full_page=True)
    context.close()
