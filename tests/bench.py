"""Measure the site, and ours beside ``interact`` and ``FigureWidget``: a report, no test.

The same chart three ways, in a JupyterLab of its own: from a key press to the
changed chart, from Run All to the first chart with a fresh kernel, the bytes
that five charts send to the browser, and the kernel's memory (PSS). Before
it the site's pages from the disk: weight, first chart, control to changed chart.
"""

import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from crossroads.learn.opening import EXPLORERS
from tests.conftest import find_browser
from tests.test_browser import Lab, Page

PRESSES = 40
CHART = """
from crossroads import load_pack
pack = load_pack()
"""
# What a page without our explorer has to do itself: ours needs no Plotly in Python.
DRAWN = """
import ipywidgets
import plotly.graph_objects as go
from crossroads.charts.style import coloured
from crossroads.learn.opening import EXPLORERS
declared = EXPLORERS["gap"][0](pack)
options = list(declared.controls[1].options)
start = declared.start()
def drawn(**choice):
    return go.Figure(coloured(declared.view(choice)["figure"]))
"""
WAYS = {
    "ours": """
from crossroads import explore
for _ in range({count}):
    display(explore(pack, 'gap'))
""",
    "interact": DRAWN
    + """
def show(second):
    drawn(**{{**start, "second": second}}).show()
for _ in range({count}):
    ipywidgets.interact(show, second=ipywidgets.Dropdown(options=options, value=start["second"]))
""",
    "FigureWidget": DRAWN
    + """
def make():
    figure = go.FigureWidget(drawn(**start))
    menu = ipywidgets.Dropdown(options=options, value=start["second"])
    def change(event):
        new = drawn(**{{**start, "second": event["new"]}})
        with figure.batch_update():
            figure.layout.annotations = new.layout.annotations
            for old, trace in zip(figure.data, new.data):
                old.x, old.y = trace.x, trace.y
    menu.observe(change, "value")
    return ipywidgets.VBox([menu, figure])
for _ in range({count}):
    display(make())
""",
}
# Reads the labels of the first chart, which name the two events.
WATCH = """
() => {
  window.labels = () => {
    const now = document.querySelector('.js-plotly-plot');
    if (!now) return '';
    const texts = now.querySelectorAll('.annotation-text, .textpoint');
    return [...texts].map(one => one.textContent).join();
  };
  return window.labels();
}
"""
PRESS = """
async () => {
  const menus = [...document.querySelectorAll('.jp-OutputArea-output select')];
  const menu = menus.length > 1 && document.querySelector('.crossroads') ? menus[1] : menus[0];
  const before = window.labels();
  const offered = [...menu.options].filter((one) => !one.disabled);
  const next = offered[(offered.indexOf(menu.selectedOptions[0]) + 1) % offered.length];
  const start = performance.now();
  menu.value = next.value;
  menu.dispatchEvent(new Event('input', {bubbles: true}));
  menu.dispatchEvent(new Event('change', {bubbles: true}));
  while (performance.now() - start < 5000) {
    await new Promise(requestAnimationFrame);
    const now = window.labels();
    if (now && now !== before) return performance.now() - start;
  }
  return null;
}
"""


def pss(pid):
    """Give the proportional memory of a process (unit: MB)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def kernel_process(lab):
    """Find the kernel's process: the newest child of the server that runs ipykernel."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = path.read_text()
            parent = (path.parent / "stat").read_text().rsplit(")", 1)[1].split()[1]
        except OSError:
            continue
        if "ipykernel" in command and int(parent) == lab.process.pid:
            found.append(int(path.parent.name))
    return max(found)


def measure(chromium, lab, way, count):
    """Run one notebook in a fresh kernel; give its numbers as a dictionary."""
    name, received = f"bench_{way}_{count}.ipynb", []

    def count_frames(socket):
        socket.on("framereceived", lambda frame: received.append(len(frame)))

    lab.write(name, CHART + WAYS[way].format(count=count))
    one = Page(lab, chromium, name, socket=count_frames)
    one.wait_for_kernel()
    time.sleep(1)
    received.clear()
    page = one.page
    page.click('.lm-MenuBar-itemLabel:text-is("Run")')
    start = time.perf_counter()
    page.click('.lm-Menu-itemLabel:text-is("Run All Cells")')
    page.wait_for_selector(".js-plotly-plot .main-svg", timeout=60_000)
    first = time.perf_counter() - start
    time.sleep(4)
    result = {"first": first, "bytes": sum(received), "pss": pss(kernel_process(lab))}
    if count == 1:
        page.evaluate(WATCH)
        times = [page.evaluate(PRESS) for _ in range(PRESSES + 3)][3:]
        result["presses"] = [one for one in times if one is not None]
    one.leave()
    return result


# Runs before anything of a page: uncovers the first chart and notes when it is drawn.
FIRST = """
const wait = () => {
  const button = document.querySelector('.crossroads-veil:not([hidden]) button');
  const drawn = [...document.querySelectorAll('.crossroads-chart .main-svg')];
  if (drawn.some((one) => one.clientWidth)) window.firstChart = performance.now();
  else {
    if (button) button.click();
    requestAnimationFrame(wait);
  }
};
requestAnimationFrame(wait);
"""
# Moves on through each control of a chart, so many times or once through its options, with a
# pause after each; gives the times to the changed chart.
MOVES = """
async (root, [most, rest]) => {
  const chart = root.querySelector('.crossroads-chart');
  const pause = (wait) => new Promise((done) => setTimeout(done, wait));
  const times = [];
  root.explorer?.reveal();
  while (!chart.querySelector('.main-svg')) await new Promise(requestAnimationFrame);
  await pause(200);
  for (const control of root.querySelectorAll('.crossroads-controls :is(fieldset, select)')) {
    const menu = control.matches('select'), all = [...control.querySelectorAll('option, input')];
    for (let press = 0; press < (most || all.length); press += 1) {
      const free = all.filter((one) => !one.disabled);
      const next = free[(free.findIndex((one) => one.selected || one.checked) + 1) % free.length];
      const drawn = new Promise((done) => chart.once('plotly_afterplot', () => done(true)));
      const start = performance.now();
      if (menu) {
        control.value = next.value;
        control.dispatchEvent(new Event('change', { bubbles: true }));
      } else next.click();
      if (await Promise.race([drawn, pause(3000)])) {
        await new Promise(requestAnimationFrame);
        times.push(performance.now() - start);
      }
      await pause(rest);
    }
  }
  return times;
}
"""


def measure_keys(chromium, lab):
    """Print the time of a key press on every chart in JupyterLab, the slowest named."""
    cells = ["from crossroads import explore, load_pack\npack = load_pack()"]
    cells += [f'explore(pack, "{name}")' for name in EXPLORERS]
    lab.write("bench_keys.ipynb", *cells)
    page = Page(lab, chromium, "bench_keys.ipynb")
    page.page.emulate_media(reduced_motion="reduce")
    page.run_all()
    times = {}
    for name, root in zip(EXPLORERS, page.explorers(), strict=True):
        root.scroll_into_view_if_needed()
        page.page.wait_for_timeout(3000)
        times[name] = root.evaluate(MOVES, [4, 600])  # a learner's pauses
    print(f"kernel after all charts, prefetching on: {pss(kernel_process(lab)):.0f} MB")
    _print_slowest("keys, JupyterLab", times)
    page.leave()


def measure_lesson(chromium, lab, name="02_summit_chronology.ipynb"):
    """Print the kernel's memory after a lesson, each chart opened and its neighbours computed.

    Beside that of pandas alone: what kernels share with other programs differs by machine and hour.
    """
    lab.write("bench_pandas.ipynb", "import pandas")
    page = Page(lab, chromium, "bench_pandas.ipynb")
    page.wait_for_kernel()
    page.page.click('.lm-MenuBar-itemLabel:text-is("Run")')
    page.page.click('.lm-Menu-itemLabel:text-is("Run All Cells")')
    page.page.wait_for_selector('.jp-InputPrompt:has-text("[1]")')
    alone = pss(kernel_process(lab))
    page.leave()
    page = Page(lab, chromium, name)
    page.run_all()
    for root in page.explorers():
        root.scroll_into_view_if_needed()
        page.page.wait_for_timeout(3000)
    print(f"kernel after {name}: {pss(kernel_process(lab)):.0f} MB; pandas alone {alone:.0f} MB")
    page.leave()


def _print_slowest(words, by_chart):
    _print_times(f"{words:28}{'':21}", [one for times in by_chart.values() for one in times])
    worst = sorted(by_chart, key=lambda name: -max(by_chart[name], default=0))[:3]
    listed = ", ".join(f"{name} {max(by_chart[name], default=0):.0f} ms" for name in worst)
    print(f"{'':28}slowest: {listed}", flush=True)


def measure_site(browser, folder):
    """Print weight, first chart and control to changed chart of every lesson's page."""
    from crossroads.publish import site

    start = time.perf_counter()
    site.main(folder)
    print(f"written in {time.perf_counter() - start:.0f} s")
    print(f"{'':28}{'weight':>8}{'first chart':>13}{'p50':>8}{'p95':>8}")
    shared = sum((folder / one).stat().st_size for one in ("site.css", "site.js"))
    everything = {}
    for path in sorted(folder.glob("[0-9]*.html")):
        firsts = []
        for _ in range(3):
            size = {"width": 1400, "height": 1000}
            context = browser.new_context(viewport=size, offline=True, reduced_motion="reduce")
            page = context.new_page()
            page.add_init_script(FIRST)
            page.goto(path.as_uri())
            page.wait_for_function("window.firstChart")
            firsts.append(page.evaluate("window.firstChart"))
            if len(firsts) == 3:
                roots = page.query_selector_all("[data-widget=explorer]")
                times = {
                    one.get_attribute("data-name"): one.evaluate(MOVES, [0, 0]) for one in roots
                }
            context.close()
        everything |= times
        times = [one for several in times.values() for one in several]
        weight = path.stat().st_size + shared
        _print_times(f"{path.stem:28}{weight / 1e6:5.2f} MB{max(firsts) / 1000:11.2f} s", times)
    _print_slowest("all pages", everything)


def _print_times(words, times):
    p50, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"{words}{p50:5.0f} ms{p95:5.0f} ms   ({len(times)} changes)", flush=True)


def main():
    """Print two tables."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        measure_site(browser, Path(folder))
        browser.close()
    print(f"{'':14}{'p50':>8}{'p95':>8}{'first chart':>14}{'5 charts':>12}{'kernel':>10}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        lab = Lab(Path(folder))
        try:
            browser = playwright.chromium.launch(
                executable_path=find_browser(), args=["--no-sandbox"]
            )
            measure(browser, lab, "ours", 1)  # Warms the disk; not reported.
            measure_lesson(browser, lab)
            measure_keys(browser, lab)
            for way in WAYS:
                one, five = (measure(browser, lab, way, count) for count in (1, 5))
                presses = one["presses"]
                p95 = statistics.quantiles(presses, n=20)[-1]
                print(
                    f"{way:14}{statistics.median(presses):5.0f} ms{p95:5.0f} ms"
                    f"{one['first']:12.2f} s{five['bytes'] / 1e6:9.1f} MB{one['pss']:7.0f} MB"
                    f"   ({len(presses)} presses)",
                    flush=True,
                )
        finally:
            lab.close()


if __name__ == "__main__":
    main()
