"""A class on a real JupyterHub on this machine: ``make bench-hub LEARNERS=60``.

Learners arrive within two minutes, run lesson 2, and move a control of its first chart every
five seconds, as a page does that asks for views ahead. Prints how long they waited, how long
a change took, while others still came and when all were there, and the memory of each. The
learners and the hub share this machine.
"""

import json
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid
import venv
from pathlib import Path

import nbformat
import websocket
from playwright.sync_api import expect, sync_playwright

from tests.conftest import ROOT, find_browser

FOLDER = ROOT / "build" / "hub"
PINS = ("jupyterhub==6.1.1",)
PROXY = "configurable-http-proxy@5.3.0"
LESSON = "notebooks/02_summit_chronology.ipynb"
EVERY = 5  # seconds between two changes
TOKEN = uuid.uuid4().hex
CONFIG = """
import sys
c.JupyterHub.spawner_class = "simple"
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy}"
c.ConfigurableHTTPProxy.command = [{program!r}]
c.JupyterHub.db_url = "sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/cookie"
c.JupyterHub.concurrent_spawn_limit = 0
c.SimpleLocalProcessSpawner.home_dir_template = "{folder}/homes/{{username}}"
c.Spawner.cmd = [{python!r}, "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root"]
c.Spawner.http_timeout = c.Spawner.start_timeout = 180
c.JupyterHub.services = [{{"name": "bench", "api_token": {token!r}}}]
scopes = ["admin:users", "admin:servers", "access:servers"]
c.JupyterHub.load_roles = [{{"name": "bench", "services": ["bench"], "scopes": scopes}}]
"""


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def prepare():
    """Install hub, proxy and this package, once; give the programs of the hub and its proxy."""
    python = FOLDER / "venv" / "bin" / "python"
    program = FOLDER / "node_modules" / ".bin" / "configurable-http-proxy"
    if not python.is_file():
        venv.create(FOLDER / "venv", with_pip=True)
    install = [python, "-m", "pip", "install", "--quiet"]
    pins = (ROOT / "requirements.txt").read_text("utf-8").replace("-e .", "").split("\n")
    wanted = [one for one in pins if re.match(r"\w", one)]
    constraints = ("-c", ROOT / "constraints.txt")
    subprocess.run([*install, *PINS, *wanted, *constraints], check=True)
    again = ("--no-deps", "--force-reinstall")
    subprocess.run([*install, *again, ROOT], check=True)
    if not program.exists():
        subprocess.run(["npm", "install", "--prefix", FOLDER, "--silent", PROXY], check=True)
    return python, program


def ask(address, method="GET", data=None):
    """Ask the hub, or a learner's server, for something; give the answer and its state."""
    request = urllib.request.Request(
        address,
        method=method,
        data=None if data is None else json.dumps(data).encode(),
        headers={"Authorization": f"token {TOKEN}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=180) as answer:
        content = answer.read()
        return json.loads(content) if content else None


class Learner(threading.Thread):
    """One who comes, starts a server, runs the lesson, and moves a control again and again."""

    end = float("inf")  # set for all of them when the last is ready

    def __init__(self, name, base, arrive):
        super().__init__(daemon=True)
        self.learner, self.base, self.arrive = name, base, arrive
        self.ready, self.changes, self.failure = None, [], None  # changes: when begun, how long

    def run(self):
        time.sleep(max(0, self.arrive - time.monotonic()))
        try:
            self.work()
        except Exception as error:  # noqa: BLE001 - each failure is one of the numbers
            self.failure = f"{type(error).__name__}: {error}"

    def work(self):
        start, hub = time.monotonic(), f"{self.base}/hub/api/users/{self.learner}"
        ask(hub, "POST", {})
        ask(f"{hub}/server", "POST", {})
        while not ask(hub)["servers"].get("", {}).get("ready"):
            time.sleep(0.5)
        own = f"{self.base}/user/{self.learner}/api/kernels"
        kernel = ask(own, "POST", {"name": "python3", "path": f"course/{LESSON}"})["id"]
        channel = websocket.create_connection(
            f"{own.replace('http', 'ws', 1)}/{kernel}/channels",
            header=[f"Authorization: token {TOKEN}"],
            timeout=120,
        )
        explorer = self.run_lesson(channel)
        self.ready = time.monotonic() - start
        self.say(
            channel, "comm_msg", comm_id=explorer["id"], data={"method": "custom", "content": {}}
        )
        options = [option for option, _ in explorer["control"]["options"]]
        place = 0
        while time.monotonic() < self.end:
            time.sleep(EVERY * random.uniform(0.8, 1.2))
            place = (place + 1) % len(options)
            value = {**explorer["value"], explorer["control"]["name"]: options[place]}
            state = {"method": "update", "state": {"value": value}, "buffer_paths": []}
            begun = time.monotonic()
            self.say(channel, "comm_msg", comm_id=explorer["id"], data=state)
            for message in self.hear(channel):
                changed = message["content"].get("data", {}).get("state", {}).get("_view")
                if changed and changed["choice"] == value:
                    break
            self.changes.append((begun, 1000 * (time.monotonic() - begun)))
        channel.close()

    def run_lesson(self, channel):
        """Run every cell; give id, value and first control of the first chart."""
        cells = nbformat.read(ROOT / LESSON, as_version=4).cells
        explorer = None
        for cell in cells:
            if cell.cell_type != "code":
                continue
            asked = self.say(channel, "execute_request", code=cell.source, silent=False)
            for message in self.hear(channel):
                content = message["content"]
                state = content.get("data", {}).get("state", {})
                if message["msg_type"] == "comm_open" and state.get("_controls") and not explorer:
                    explorer = {
                        "id": content["comm_id"],
                        "value": state["value"],
                        "control": state["_controls"][0],
                    }
                if message["msg_type"] == "error":
                    raise RuntimeError(content["evalue"])
                mine = message["parent_header"].get("msg_id") == asked
                if mine and content.get("execution_state") == "idle":
                    break
        return explorer

    def say(self, channel, kind, **content):
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": kind,
            "username": self.learner,
            "session": self.learner,
            "version": "5.3",
        }
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
        channel.send(json.dumps({**message, "channel": "shell", "buffers": []}))
        return header["msg_id"]

    @staticmethod
    def hear(channel):
        """Give messages one after the other, without those that carry more than text."""
        while True:
            said = channel.recv()
            if isinstance(said, str):
                yield json.loads(said)


# Moves the first menu of the first chart on by one; gives how long until its sentence changed.
MOVE = """
async () => {
  const chart = document.querySelector('.crossroads:has(select):has(.main-svg)');
  const menu = chart.querySelector('select');
  const sentence = () => chart.querySelector('.crossroads-sentence').textContent;
  const before = sentence(), start = performance.now();
  menu.selectedIndex = (menu.selectedIndex + 1) % menu.options.length;
  for (const type of ['input', 'change']) menu.dispatchEvent(new Event(type, { bubbles: true }));
  while (performance.now() - start < 10000) {
    await new Promise(requestAnimationFrame);
    if (sentence() !== before) return performance.now() - start;
  }
  throw new Error('no change in ten seconds');
}
"""


class Watcher(Learner):
    """One who sits in front of a browser: logs in, runs the lesson, opens a chart, moves it."""

    def work(self):
        start = time.monotonic()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=find_browser(), args=["--no-sandbox"]
            )
            page = browser.new_page(viewport={"width": 1400, "height": 1000})
            page.set_default_timeout(45_000)
            lesson = f"/user/{self.learner}/lab/tree/course/{LESSON}"
            page.goto(f"{self.base}/hub/login?next={lesson}")
            page.fill("[name=username]", self.learner)
            page.click("#login_submit")
            page.get_by_text("Launch Server").click()
            page.wait_for_selector(".jp-Notebook .jp-Cell")
            page.wait_for_selector(".jp-StatusBar-Item:has-text('| Idle')")
            page.click('.lm-MenuBar-itemLabel:text-is("Run")')
            page.click('.lm-Menu-itemLabel:text-is("Run All Cells")')
            last = page.locator(".jp-CodeCell .jp-InputPrompt").last
            expect(last).to_have_text(re.compile(r"\[\d+\]"), timeout=180_000)
            self.ready = time.monotonic() - start
            for button in page.query_selector_all(".crossroads-veil button"):
                if button.is_visible():
                    button.click()
            page.wait_for_selector(".crossroads:has(select) .main-svg")
            while time.monotonic() < self.end:
                time.sleep(EVERY)
                self.changes.append((time.monotonic(), page.evaluate(MOVE)))
            browser.close()


def memory():
    """Give the proportional memory of every learner's server, and of every kernel (unit: MB)."""
    found = {"jupyterhub.singleuser": [], "ipykernel_launcher": []}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            command = (path / "cmdline").read_text()
            lines = (path / "smaps_rollup").read_text()
        except OSError:
            continue
        for name, sizes in found.items():
            if name in command and str(FOLDER) in command:
                sizes.append(int(re.search(r"^Pss:\s+(\d+)", lines, re.MULTILINE)[1]) / 1024)
    return found.values()


def main(count=60, arrival=120, after=60):
    python, program = prepare()
    homes = FOLDER / "run" / "homes"
    shutil.rmtree(FOLDER / "run", ignore_errors=True)
    names = [f"learner-{number:02}" for number in range(count)]
    for name in names:
        for part in ("notebooks", "data"):
            ignore = shutil.ignore_patterns("raw", "my_answers*")
            shutil.copytree(ROOT / part, homes / name / "course" / part, ignore=ignore)
    port, hub, proxy = free_ports(3)
    config = FOLDER / "run" / "config.py"
    settings = {"port": port, "hub": hub, "proxy": proxy, "folder": FOLDER / "run"}
    config.write_text(
        CONFIG.format(**settings, program=str(program), python=str(python), token=TOKEN), "utf-8"
    )
    environment = {**os.environ, "PYTHONPATH": "", "PATH": f"{python.parent}:{os.environ['PATH']}"}
    environment.pop("CROSSROADS_ANSWERS", None)
    with (FOLDER / "run" / "log").open("w") as log:
        command = [python, "-m", "jupyterhub", "-f", config]
        process = subprocess.Popen(
            command, cwd=FOLDER / "run", env=environment, stdout=log, stderr=log
        )
        base = f"http://127.0.0.1:{port}"
        try:
            wait_for(f"{base}/hub/api/")
            begun = time.monotonic()
            learners = [
                (Learner if place else Watcher)(name, base, begun + place * arrival / count)
                for place, name in enumerate(names)
            ]
            for one in learners:
                one.start()
            while any(one.ready is None and one.is_alive() for one in learners):
                time.sleep(1)
            settled = time.monotonic()
            Learner.end = settled + after
            time.sleep(after - 10)
            servers, kernels = memory()
            for one in learners:
                one.join(max(1, Learner.end + 150 - time.monotonic()))
            report(learners, settled, list(servers), list(kernels))
            for one in learners:
                ask(f"{base}/hub/api/users/{one.learner}/server", "DELETE")
        finally:
            process.terminate()
            process.wait(60)


def wait_for(address):
    for _ in range(300):
        try:
            return ask(address)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise RuntimeError(f"no hub at {address}; see {FOLDER / 'run' / 'log'}")


def report(learners, settled, servers, kernels):
    ready = [one.ready for one in learners if one.ready is not None]
    failures = [f"{one.learner}: {one.failure}" for one in learners if one.failure]
    failures += [f"{one.learner}: hangs" for one in learners if one.is_alive()]
    cores = os.cpu_count()
    print(f"{len(learners)} learners on {cores} cores, which they shared with the hub")
    if ready:
        usual, longest = statistics.median(ready), max(ready)
        print(f"from coming to a lesson that has run: {usual:.0f} s, at most {longest:.0f} s")
    asked = [change for learner in learners[1:] for change in learner.changes]
    for words, changes in (
        ("a change", asked),
        ("a change as seen in Chromium", learners[0].changes),
    ):
        early = [long for begun, long in changes if begun < settled]
        late = [long for begun, long in changes if begun >= settled]
        for when, some in (("while others come", early), ("when all are there", late)):
            if len(some) > 1:
                p50, p95 = statistics.median(some), statistics.quantiles(some, n=20)[-1]
                print(f"{words}, {when}: p50 {p50:.0f} ms, p95 {p95:.0f} ms ({len(some)})")
    if servers and kernels:
        print(
            f"memory each: server {statistics.mean(servers):.0f} MB, "
            f"kernel {statistics.mean(kernels):.0f} MB"
        )
    print(f"failures: {len(failures)}", *failures, sep="\n", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
