"""A headless Firefox, driven over WebDriver BiDi: enough for a look at what Chromium shows."""

import json
import re
import shutil
import subprocess
import time

import websocket

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
KEYS = {
    "ArrowDown": "\ue015",
    "ArrowUp": "\ue013",
    "Enter": "\ue006",
    "PageDown": "\ue00f",
    "Shift": "\ue008",
    "Space": " ",
    "Tab": "\ue004",
}
SIDES = (("x", "width"), ("y", "height"))


class Firefox:
    """One window of a Firefox of its own profile."""

    def __init__(self, folder):
        command = [PROGRAM, "--headless", "--remote-debugging-port", "0", "--profile", str(folder)]
        self._process = subprocess.Popen(
            [*command, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        address = next(filter(None, map(re.compile(r"ws://\S+").search, self._process.stderr)))[0]
        self._socket = websocket.create_connection(
            f"{address}/session", timeout=60, suppress_origin=True
        )
        self._number, self.errors, self.requests = 0, [], []
        self._tell("session.new", capabilities={})
        events = ["log.entryAdded", "network.beforeRequestSent"]
        self._tell("session.subscribe", events=events)
        # The tab that it begins with never has the focus, without which keys press no button.
        self._window = self._tell("browsingContext.create", type="tab")["context"]

    def close(self):
        self._socket.close()
        self._process.terminate()
        self._process.wait(30)

    def _tell(self, method, **parameters):
        self._number += 1
        order = {"id": self._number, "method": method, "params": parameters}
        self._socket.send(json.dumps(order))
        while True:
            said = json.loads(self._socket.recv())
            if said.get("method") == "log.entryAdded" and said["params"]["level"] == "error":
                self.errors.append(said["params"]["text"])
            if said.get("method") == "network.beforeRequestSent":
                self.requests.append(said["params"]["request"]["url"])
            if said.get("id") == self._number:
                if said["type"] == "error":
                    raise RuntimeError(said["message"])
                return said["result"]

    def open(self, address, width=1280, height=800):
        """Go to an address, and wait until it has loaded."""
        size = {"width": width, "height": height}
        self._tell("browsingContext.setViewport", context=self._window, viewport=size)
        self._tell("browsingContext.navigate", context=self._window, url=address, wait="complete")

    def ask(self, expression):
        """Give the value of an expression of JavaScript that is text, number, or yes or no."""
        done = self._tell(
            "script.evaluate",
            expression=expression,
            target={"context": self._window},
            awaitPromise=True,
        )
        if done["type"] == "exception":
            raise RuntimeError(done["exceptionDetails"]["text"])
        return done["result"].get("value")

    def wait(self, expression, seconds=20):
        """Ask until the answer is something; give it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if value := self.ask(expression):
                return value
            time.sleep(0.1)
        raise TimeoutError(f"never true in Firefox: {expression}")

    def click(self, expression):
        """Press the mouse on the middle of an element."""
        self.ask(f"{expression}.scrollIntoView({{block: 'nearest'}})")
        box = f"JSON.stringify({expression}.getBoundingClientRect())"
        box = json.loads(self.ask(box))
        place = {name: int(box[name] + box[size] / 2) for name, size in SIDES}
        actions = [{"type": "pointerMove", **place}]
        actions += [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        source = [{"type": "pointer", "id": "mouse", "actions": actions}]
        self._tell("input.performActions", context=self._window, actions=source)

    def press(self, *names):
        """Press keys, one after the other, as on a keyboard; ``Shift+Enter`` holds the first."""
        actions = []
        for name in names:
            keys = [KEYS[key] for key in name.split("+")]
            actions += [{"type": "keyDown", "value": key} for key in keys]
            actions += [{"type": "keyUp", "value": key} for key in reversed(keys)]
        source = [{"type": "key", "id": "keyboard", "actions": actions}]
        self._tell("input.performActions", context=self._window, actions=source)
