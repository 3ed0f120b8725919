"""Exercises in a real Chromium, by keyboard alone: answer, be told, take a hint, come back."""

import json
import time

import pytest

from crossroads.learn.tasks import find_task
from tests.packs import shared_pack
from tests.test_browser import WAIT, Page, until

pytestmark = pytest.mark.browser
NAME = "02_summit_chronology.ipynb"
ACTIVE = ".jp-Notebook .jp-Cell.jp-mod-active"


class Keyboard:
    """A learner who has no mouse."""

    def __init__(self, page, cells):
        self.page, self.cells = page, cells

    def press(self, *keys):
        for key in keys:
            self.page.page.keyboard.press(key)
            time.sleep(0.05)

    def go_to(self, start):
        """Move to the cell whose source starts so, as a reader does: from the top."""
        place = next(n for n, cell in enumerate(self.cells) if cell.startswith(start))
        self.press("Escape", "Control+Home")
        # Without a rest between them: the cell that is reached is looked at below.
        for key in ["k"] * len(self.cells) + ["j"] * place:
            self.page.page.keyboard.press(key)
        self.page.page.wait_for_function(
            """([selector, words]) => document.querySelector(selector)?.textContent
              .includes(words)""",
            arg=[ACTIVE, start.split("\n")[-1][:20]],
            timeout=WAIT,
        )

    def leave_widget(self):
        """Go back from a widget to its cell, with Shift and Tab."""
        passed = []
        for _ in range(30):
            here = self.page.page.evaluate(
                """() => { const one = document.activeElement;
                  const inside = one.closest('.jp-OutputArea, button');
                  const free = one.closest('.jp-Notebook') && !inside;
                  return [Boolean(free), one.tagName + '.' + one.className]; }"""
            )
            if here[0]:
                return
            passed.append(here[1])
            self.press("Shift+Tab")
        raise AssertionError(f"no way back by keyboard, but only to {passed}")

    def run_here(self, words):
        """Run the cell and wait until its output has these words."""
        self.press("Control+Enter")
        self.page.page.wait_for_function(
            """([selector, words]) => [...document.querySelectorAll(selector)]
              .some(one => one.textContent.includes(words))""",
            arg=[f"{ACTIVE} .jp-OutputArea-output", words],
            timeout=WAIT,
        )
        return self.page.page.inner_text(f"{ACTIVE} .jp-OutputArea")


def test_answer_be_told_take_a_hint_restart_and_find_it_again(lab, chromium):
    page = Page(lab, chromium, NAME, folder="exercises")
    stored = json.loads((lab.folder / "exercises" / NAME).read_text(encoding="utf-8"))
    cells = ["".join(cell["source"]) for cell in stored["cells"]]
    task = find_task(shared_pack(), "02.3")
    wrong, feedback = task.mistakes[0]
    page.wait_for_kernel()
    keys = Keyboard(page, cells)
    keys.go_to(cells[2])
    keys.press("Control+Enter")
    keys.go_to('ask("02.3")')
    keys.press("Control+Enter")
    field = page.page.wait_for_selector(f"{ACTIVE} .crossroads-ask input", timeout=WAIT)

    def told(words):
        page.page.wait_for_selector(
            f"{ACTIVE} .crossroads-ask-reply :text('{words}')", timeout=WAIT
        )
        return page.page.inner_text(f"{ACTIVE} .crossroads-ask-reply")

    field.focus()
    page.page.keyboard.type(str(wrong))
    keys.press("Enter")
    assert feedback in told("Not yet.")
    keys.press("Tab", "Tab", "Enter")
    assert task.hints[0] in told("Hint 1")
    keys.press("Enter")
    assert task.hints[1] in told("Hint 2")
    field.focus()
    keys.press("Control+a")
    page.page.keyboard.type(f"{task.value} days")
    keys.press("Enter")
    assert task.explanation in told("Correct.")
    keys.leave_widget()

    # The text box of a question of judgement.
    keys.go_to('ask("02.6")')
    keys.press("Control+Enter")
    area = page.page.wait_for_selector(f"{ACTIVE} textarea", timeout=WAIT)
    area.focus()
    page.page.keyboard.type("A visit that <nobody> wrote down, read in the town's paper.")
    page.page.wait_for_selector(f"{ACTIVE} .crossroads-state:has-text('Saved.')", timeout=WAIT)
    # Only plain keys are the widget's: Ctrl+S writes the notebook.
    notebook = lab.folder / "exercises" / NAME
    written = notebook.stat().st_mtime_ns
    keys.press("Control+s")
    until(lambda: notebook.stat().st_mtime_ns != written)
    assert area.evaluate("one => one === document.activeElement")
    keys.press("Tab", "ArrowDown")
    page.page.wait_for_selector(f"{ACTIVE} .crossroads-message:has-text('Saved.')", timeout=WAIT)
    keys.press("Tab", "Enter")
    sample = f"{ACTIVE} .crossroads-answer:has-text('A sample answer')"
    page.page.wait_for_selector(sample, timeout=WAIT)

    saved = lab.answers.read_text(encoding="utf-8")
    answers = [json.loads(line) for line in saved.splitlines()]
    assert [one["answer"] for one in answers if one["question"] == "02.3"] == [
        {"given": wrong, "result": "not yet"},
        {"given": task.value, "result": "correct"},
    ]

    keys.leave_widget()
    keys.press("Escape", "0", "0")
    page.page.wait_for_selector(".jp-Dialog", timeout=WAIT)
    keys.press("Enter")
    page.page.wait_for_selector(".jp-Dialog", state="detached", timeout=WAIT)
    page.wait_for_kernel()
    keys.go_to(cells[2])
    keys.press("Control+Enter")
    keys.go_to('ask("02.3")')
    keys.press("Control+Enter")
    assert task.explanation in told(f"Saved earlier: {task.value}. Correct.")
    keys.go_to('ask("02.6")')
    keys.press("Control+Enter")
    page.page.wait_for_function(
        "selector => document.querySelector(selector)?.value.startsWith('A visit that <nobody>')",
        arg=f"{ACTIVE} textarea",
        timeout=WAIT,
    )
    keys.go_to("progress(")
    assert "2 of 6 tasks done" in keys.run_here("tasks done")
    page.close()
