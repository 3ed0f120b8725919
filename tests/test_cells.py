"""A cell that runs a hundred times leaves one widget that listens, and no memory behind."""

import json

import pytest
from jupyter_client.manager import start_new_kernel

from tests.conftest import ROOT

# What is looked at is a cell, too, which shows nothing.
COUNT = """
import gc, json, tracemalloc
from ipywidgets import Widget
from comm import get_comm_manager
from crossroads.charts.widget import Stored
from crossroads.learn import answers
gc.collect()
print(json.dumps([
    len(answers._listeners),
    len(get_comm_manager().comms),
    sum(isinstance(one, Widget) for one in gc.get_objects()),
    tracemalloc.get_traced_memory()[0] if tracemalloc.is_tracing() else 0,
]))
"""


@pytest.fixture(scope="module")
def kernel():
    manager, client = start_new_kernel(cwd=str(ROOT))
    run(client, "from crossroads import *\npack = load_pack()", "begin")
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def run(client, code, cell, window="a"):
    """Run a cell as JupyterLab does, which names it; give what it printed and what it showed."""
    content = {"code": code, "silent": False, "store_history": True}
    message = client.session.msg("execute_request", content, metadata={"cellId": cell})
    message["header"]["session"] = window
    client.shell_channel.send(message)
    printed, shown = "", []
    while True:
        found = client.get_iopub_msg(timeout=60)
        if found["parent_header"].get("msg_id") != message["header"]["msg_id"]:
            continue
        if found["msg_type"] == "stream":
            printed += found["content"]["text"]
        if found["msg_type"] in ("display_data", "execute_result"):
            shown.append(found["content"]["data"])
        assert found["msg_type"] != "error", "\n".join(found["content"]["traceback"])
        if found["msg_type"] == "status" and found["content"]["execution_state"] == "idle":
            return printed.strip(), shown


def counted(client):
    for number in range(3):
        run(client, str(number), "what _, __ and ___ hold")
    return json.loads(run(client, COUNT, "count")[0])


def model_of(shown):
    return shown[0]["application/vnd.jupyter.widget-view+json"]["model_id"]


def is_open(client, model):
    code = f"print({model!r} in __import__('comm').get_comm_manager().comms)"
    return run(client, code, "look")[0] == "True"


@pytest.mark.parametrize(
    "code, times, most",
    [
        ('predict(pack, "02.gap")', 100, 15_000),
        ('explore(pack, "meetings", after="02.gap")', 10, 100_000),
    ],
)
def test_a_cell_that_runs_again_and_again(kernel, code, times, most):
    before = counted(kernel)
    run(kernel, code, code)
    once = counted(kernel)
    run(kernel, "import tracemalloc\ntracemalloc.start()", "begin")
    for _ in range(times):
        run(kernel, code, code)
    *counts, memory = counted(kernel)
    run(kernel, "tracemalloc.stop()", "end")
    assert counts == once[:3] and counts[0] - before[0] == 1
    # Of all that were shown IPython keeps the words; half of what every widget took before.
    assert memory < times * most


def test_what_is_still_shown_is_kept(kernel):
    _, first = run(kernel, 'mine = predict(pack, "02.gap")\nmine', "made")
    run(kernel, "mine", "shown again")
    _, second = run(kernel, 'mine = predict(pack, "02.gap")\nmine', "made")
    assert is_open(kernel, model_of(first)), "another cell shows it"
    run(kernel, "mine", "shown again")
    assert not is_open(kernel, model_of(first)) and is_open(kernel, model_of(second))
    run(kernel, "mine", "made", window="b")
    run(kernel, "0", "made", window="b")
    assert is_open(kernel, model_of(second)), "the other window shows it"


def test_a_part_of_what_is_shown_is_kept(kernel):
    run(kernel, "both = recode(pack)\nboth", "both")
    _, form = run(kernel, "both.children[0]", "form")
    run(kernel, "recode(pack)", "both")
    assert is_open(kernel, model_of(form))


def test_what_somebody_kept_can_be_shown_once_more_and_listens(kernel):
    run(kernel, 'two = [predict(pack, "02.gap") for _ in "ab"]\nturn = 0', "two")
    _, first = run(kernel, "turn += 1\ntwo[turn % 2]", "turn")
    run(kernel, "turn += 1\ntwo[turn % 2]", "turn")
    assert not is_open(kernel, model_of(first))
    _, again = run(kernel, "turn += 1\ntwo[turn % 2]", "turn")
    assert model_of(again) == model_of(first) and is_open(kernel, model_of(first))
    other = 'other = predict(pack, "02.gap")\nother.value = other._choices[1]\nother'
    run(kernel, other, "other")
    code = "print(two[1].value == other.value, two[0].value == other.value)"
    assert run(kernel, code, "look")[0] == "True False", "only what is shown hears"
