"""Measure ours beside ``interact`` and a plain ``FigureWidget``, in one browser: a report, no test.

The same chart three ways, in a JupyterLab of its own: from a key press to the
changed chart, from Run All to the first chart with a fresh kernel, the bytes
that five charts send to the browser, and the kernel's memory (PSS).
"""

import json
import statistics
import tempfile
import time
import urllib.request
from pathlib import Path

import nbformat
from playwright.sync_api import sync_playwright

from tests.conftest import find_browser
from tests.test_browser import Lab

PRESSES = 40
SETUP = "from crossroads import load_pack\nfrom crossroads.explore import EXPLORERS\n"
CHART = """
pack = load_pack()
declared = EXPLORERS["gap"][0](pack)
options = list(declared.controls[1].options)
start = declared.start()
"""
WAYS = {
    "ours": SETUP
    + CHART
    + "from crossroads import explore\nfor _ in range({count}):\n    display(explore(pack, 'gap'))",
    "interact": SETUP
    + CHART
    + """
import ipywidgets
def show(second):
    declared.plot(**{{**start, "second": second}}).show()
for _ in range({count}):
    ipywidgets.interact(show, second=ipywidgets.Dropdown(options=options, value=start["second"]))
""",
    "FigureWidget": SETUP
    + CHART
    + """
import ipywidgets
import plotly.graph_objects as go
def make():
    figure = go.FigureWidget(declared.plot(**start))
    menu = ipywidgets.Dropdown(options=options, value=start["second"])
    def change(event):
        new = declared.plot(**{{**start, "second": event["new"]}})
        with figure.batch_update():
            figure.layout.title = new.layout.title
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
    return [...now.querySelectorAll('.annotation-text')].map(one => one.textContent).join();
  };
  return window.labels();
}
"""
PRESS = """
async () => {
  const menus = [...document.querySelectorAll('.jp-OutputArea-output select')];
  const menu = menus.length > 1 && document.querySelector('.crossroads') ? menus[1] : menus[0];
  const before = window.labels();
  const index = menu.selectedIndex;
  const next = index + 1 < menu.options.length ? index + 1 : 1;
  const start = performance.now();
  menu.selectedIndex = next;
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
    name = f"bench_{way}_{count}.ipynb"
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(WAYS[way].format(count=count))],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.write(notebook, lab.folder / "notebooks" / name)
    page = chromium.new_page(viewport={"width": 1400, "height": 1000})
    received = [0]

    def count_frames(socket):
        socket.on("framereceived", lambda frame: received.__setitem__(0, received[0] + len(frame)))

    page.on("websocket", count_frames)
    page.goto(f"http://127.0.0.1:{lab.port}/lab/tree/notebooks/{name}?reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
    for _ in range(150):
        sessions = json.load(urllib.request.urlopen(f"http://127.0.0.1:{lab.port}/api/sessions"))
        mine = [one["kernel"] for one in sessions if one["path"].endswith(name)]
        if mine and mine[0]["execution_state"] == "idle" and mine[0]["connections"]:
            break
        time.sleep(0.2)
    time.sleep(1)
    received[0] = 0
    page.click('.lm-MenuBar-itemLabel:text-is("Run")')
    start = time.perf_counter()
    page.click('.lm-Menu-itemLabel:text-is("Run All Cells")')
    page.wait_for_selector(".js-plotly-plot .main-svg", timeout=60_000)
    first = time.perf_counter() - start
    time.sleep(4)
    result = {"first": first, "bytes": received[0], "pss": pss(kernel_process(lab))}
    if count == 1:
        page.evaluate(WATCH)
        times = [page.evaluate(PRESS) for _ in range(PRESSES + 3)][3:]
        result["presses"] = [one for one in times if one is not None]
    page.evaluate(
        """kernel => fetch(`/api/kernels/${kernel}`, {
          method: 'DELETE',
          headers: {'X-XSRFToken': document.cookie.match(/_xsrf=([^;]*)/)[1]},
        })""",
        mine[0]["id"],
    )
    page.close()
    return result


def main():
    """Print one table."""
    print(f"{'':14}{'p50':>8}{'p95':>8}{'first chart':>14}{'5 charts':>12}{'kernel':>10}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        lab = Lab(Path(folder))
        try:
            browser = playwright.chromium.launch(
                executable_path=find_browser(), args=["--no-sandbox"]
            )
            measure(browser, lab, "ours", 1)  # Warms the disk; not reported.
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
