"""A real kernel killed, restarted, interrupted and blocked while a real browser answers.

Reported of others: jupyter-widgets/ipywidgets#3466 and #2928. Every round has a
number that makes it again; ``make soak`` plays more of them.
"""

import contextlib
import json
import os
import random
import signal
import time

import pytest
from playwright.sync_api import TimeoutError

from crossroads import load_pack
from crossroads.learn.answers import read_records
from crossroads.learn.opening import declared
from tests.test_browser import Page, until

pytestmark = pytest.mark.browser
ROUNDS = int(os.environ.get("CROSSROADS_SOAK", 3))
NAME = "all_widgets.ipynb"
WIDGETS = [
    'predict(pack, "02.gap")',
    "tag_claims(pack)",
    'write_brief(pack, "07.brief")',
    'score_sample(pack, "07.sample-a")',
    "recode(pack).children[0]",
    "read(pack, 7)",
    "write_forecasts(pack)",
    'explore(pack, "meetings")',
]
CHART = len(WIDGETS) - 1
DOLLARS = """from crossroads.learn.feedback import told
told("", "5 million to $8 million, then $9 million")"""
# Nothing is computed ahead, so that each choice of the chart asks the kernel.
START = """import os
os.environ["CROSSROADS_PREFETCH"] = "0"
from crossroads import *
pack = load_pack()
print(os.getpid())"""


@pytest.fixture(scope="module")
def notebook(lab):
    lab.write(NAME, START, *WIDGETS, DOLLARS)
    return lab


class Round:
    """A learner and a kernel that is not to be relied on."""

    def __init__(self, lab, chromium):
        self.lab, self.page = lab, Page(lab, chromium, NAME)
        self.page.run_all()
        self.typed = 0

    def saved(self):
        # A kernel that dies may leave half a last line.
        return {one["question"]: one["answer"] for one in read_records(self.lab.answers)[0]}

    def signal(self, what):
        text = self.page.page.inner_text(".jp-Notebook .jp-OutputArea >> nth=0")
        os.kill(int(text.split()[-1]), what)

    def happen(self, what):
        if what == "kill":
            self.signal(signal.SIGKILL)
        elif what == "block":
            # A kernel that hears nothing for a while, as one that computes.
            self.signal(signal.SIGSTOP)
            time.sleep(1 + 5 * self.chance.random())
            self.signal(signal.SIGCONT)
        elif what != "nothing":
            self.page.ask_kernel(what)

    def cell(self, place):
        return self.page.page.query_selector_all(".jp-Notebook .jp-Cell")[place + 1]

    def close_dialog(self, what):
        """Say yes to what JupyterLab tells of a kernel that died, which it sees seconds later."""
        button = self.page.page.locator(".jp-Dialog button.jp-mod-accept").last
        with contextlib.suppress(TimeoutError):
            button.wait_for(timeout=15_000 if what == "kill" else 1_000)
            button.click()

    def act(self):
        """Answer in one widget; give its place, and what is in the file if that is saved."""
        place = self.chance.randrange(len(WIDGETS))
        if place == CHART:
            self.choose()
            return place
        cell = self.cell(place)
        click = "one => one.click()"
        radios = cell.query_selector_all("input[type=radio]")
        if place in (0, 1, 3, 5):
            if place == 5:
                marks = cell.query_selector_all(".reader-mark")
                self.chance.choice(marks).evaluate(click)
                radios = cell.query_selector_all(".reader-panel input[type=radio]")
            if radios:
                self.chance.choice(radios).evaluate(click)
            button = cell.query_selector("form button.crossroads-main")
            if button:
                button.evaluate(click)
        else:
            self.typed += 1
            text = str(self.typed % 100) if place == 6 else f"words {self.typed}"
            fields = [one for one in cell.query_selector_all("textarea, input[type=number]")]
            field = self.chance.choice([one for one in fields if one.is_visible()])
            field.fill(text)
            if place == 4:
                self.chance.choice(radios).evaluate(click)
                cell.query_selector("button[type=submit]").evaluate(click)
            else:
                field.evaluate("one => one.dispatchEvent(new Event('change'))")
                field.evaluate("one => one.blur()")
        return place

    def predict(self, choice):
        """Choose an answer to the question by its number, and press its button."""
        cell = self.cell(0)
        radios = cell.query_selector_all("input[type=radio]")
        radios[choice % len(radios)].evaluate("one => one.click()")
        cell.query_selector("form button.crossroads-main").evaluate("one => one.click()")
        return choice % len(radios)

    def predicted(self):
        return self.shown(0)["checked"][0][1]

    def choose(self):
        """Set a control of the chart to something else."""
        self.page.page.evaluate(
            """([place, by]) => {
              const cell = document.querySelectorAll('.jp-Notebook .jp-Cell')[place + 1];
              const all = [...cell.querySelectorAll('.crossroads-controls :is(select, fieldset)')];
              const one = all[by % all.length];
              const menu = one.matches('select');
              const options = menu ? [...one.options] : [...one.querySelectorAll('input')];
              const here = options.findIndex(option => option.selected || option.checked);
              const next = options[(here + 1 + by % (options.length - 1)) % options.length];
              if (!menu) return next.click();
              one.value = next.value;
              one.dispatchEvent(new Event('change', { bubbles: true }));
            }""",
            [CHART, self.chance.randrange(100)],
        )

    def chosen(self):
        """Read what the controls of the chart are set to, and its sentence."""
        return self.page.page.evaluate(
            """place => {
              const cell = document.querySelectorAll('.jp-Notebook .jp-Cell')[place + 1];
              const set = cell.querySelectorAll('.crossroads-controls :is(select, input:checked)');
              return [[...set].map(one => one.value),
                cell.querySelector('.crossroads-sentence').textContent];
            }""",
            CHART,
        )

    def shown(self, place):
        """Read what a widget shows as chosen and typed, and what it says of it."""
        return self.page.page.evaluate(
            """place => {
              const cell = document.querySelectorAll('.jp-Notebook .jp-Cell')[place + 1];
              const all = (selector) => [...cell.querySelectorAll(selector)];
              return {
                checked: all('fieldset').map(one => [
                  one.querySelector('legend')?.textContent ?? '',
                  [...one.querySelectorAll('input')].findIndex(input => input.checked)]),
                typed: all('textarea, input[type=number]').map(one => one.value),
                words: all('.crossroads-message, .crossroads-kernel, ' +
                  '.crossroads-state, .crossroads-note, .reader-kept')
                  .map(one => one.textContent).filter(Boolean).join(' | '),
              };
            }""",
            place,
        )


def is_told(chosen):
    """Tell whether a chart's sentence is the one of what its controls are set to."""
    values, sentence = chosen
    chart = declared(load_pack(), "meetings")
    choice = dict(zip([one.name for one in chart.controls], values, strict=True))
    return chart.view(choice)["sentence"] == sentence


@pytest.fixture(scope="module")
def learner(notebook, chromium):
    """One page for all that follows: what ends its kernel runs the notebook again."""
    one = Round(notebook, chromium)
    yield one
    one.page.leave()


@pytest.mark.parametrize("number", range(ROUNDS))
def test_what_the_page_calls_saved_is_in_the_file(learner, number):
    one = learner
    one.chance = random.Random(number)
    for _ in range(3):
        before = one.saved()
        place = one.act()
        what = one.chance.choice(["kill", "restart", "interrupt", "block", "nothing"])
        time.sleep(one.chance.random() / 3)
        one.happen(what)
        for _ in range(60):
            time.sleep(0.25)
            shown = one.shown(place)
            if place == CHART and is_told(one.chosen()):
                break
            pending = ("Saving …", "Not saved yet.", "Python is busy")
            if shown["words"] and not any(word in shown["words"] for word in pending):
                break
        after = one.saved()
        told = f"round {number}: {what} in {WIDGETS[place]}: {shown}"
        claimed = "Saved" in shown["words"] or shown["words"].startswith("Kept")
        if place == CHART:
            assert is_told(one.chosen()) or "Python is busy" in shown["words"], told
        elif claimed and "restarted or has stopped" not in shown["words"]:
            for text in filter(None, shown["typed"]):
                values = json.dumps(list(after.values()))
                assert text in values, told
            if place in (0, 1, 3):
                answered = sum(chosen >= 0 for _, chosen in shown["checked"])
                mark = {0: "02.gap", 1: "01.tag-", 3: "07.sample-a"}[place]
                found = [a for q, a in after.items() if q.startswith(mark)]
                count = len(found[0]) if place == 3 and found else len(found)
                assert count >= answered, told
        else:
            assert shown["words"], f"{told}: nothing is said"
        assert before.keys() <= after.keys(), told
        if what in ("kill", "restart"):
            one.close_dialog(what)
            one.page.wait_for_kernel()
            one.page.run_all()
            again = one.shown(place)
            for text in filter(None, again["typed"]):
                assert text in json.dumps(list(one.saved().values())), f"after {told}: {again}"


def test_two_dollar_signs_are_no_mathematics(learner):
    card = learner.page.page.locator(".jp-Notebook .jp-Cell").last.locator(".jp-RenderedHTML")
    card.wait_for()
    assert "$8 million, then $9 million" in card.inner_text()
    assert not card.locator("mjx-container, .MathJax").count()


def test_a_kernel_that_is_blocked_saves_what_it_was_asked_when_it_goes_on(learner):
    """For a minute in ``make soak``, in CI for longer than a page waits."""
    before = learner.saved()
    learner.signal(signal.SIGSTOP)
    try:
        chosen = learner.predict(learner.predicted() + 1)
        for _ in range(60 if ROUNDS > 3 else 8):
            time.sleep(1)
            assert "Saved" not in learner.shown(0)["words"] and learner.saved() == before
    finally:
        learner.signal(signal.SIGCONT)
    until(lambda: "Saved" in learner.shown(0)["words"])
    assert learner.predicted() == chosen and learner.saved() != before


def test_more_than_any_answer_is_said_and_the_next_is_saved(learner):
    before, field = learner.saved(), learner.cell(2).query_selector("textarea")
    change = "one.dispatchEvent(new Event('input', { bubbles: true })); "
    change += "one.dispatchEvent(new Event('change'));"
    field.evaluate(f"one => {{ one.value = 'x'.repeat(12_000_000); {change} }}")
    until(lambda: "longer than" in learner.shown(2)["words"])
    assert learner.saved() == before
    field.evaluate(f"one => {{ one.value = 'short again'; {change} one.blur(); }}")
    until(lambda: "Saved." in learner.shown(2)["words"])
    assert learner.saved()["07.brief-supported"] == "short again"


def test_a_widget_without_a_kernel_says_so_and_puts_its_controls_back(learner):
    for what in ("restart", "kill"):
        learner.happen(what)
        learner.close_dialog(what)
        before, chosen, chart = learner.saved(), learner.predicted(), learner.chosen()
        learner.predict(chosen + 1)
        until(lambda: "restarted or has stopped" in learner.shown(0)["words"])
        words = learner.shown(0)["words"]
        assert "Run this cell again" in words and "Saved" not in words
        assert learner.predicted() == chosen and learner.saved() == before
        learner.choose()
        until(lambda: "Run this cell again, then choose" in learner.shown(CHART)["words"])
        until(lambda chart=chart: learner.chosen() == chart)
        assert is_told(chart)
        learner.page.wait_for_kernel()
        learner.page.run_all()
        learner.predict(0)
        until(lambda: learner.shown(0)["words"].startswith("Saved."))
        assert "02.gap" in learner.saved()
