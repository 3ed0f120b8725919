"""In `make lab` a lesson can begin at any cell."""

import os
import subprocess
import sys

import pytest

from crossroads.publish.lab import prepare_kernels
from crossroads.publish.startup import lacking

CELLS = {
    'show_excerpt(pack, "02.says")': ("Momentum to reach", "Error"),
    "meetings.head()": ("Nothing is called “meetings” here yet", "Traceback"),
    "from crossroads import explore, load_pack\npack = load_pack()\nlen(pack.events)": ("Out[", ""),
    "import json\njson.loads.__globals__['nowhere'] if 0 else eval('nowhere', {})": (
        "NameError",
        "yet",
    ),
}


@pytest.mark.parametrize("source", CELLS)
def test_a_cell_that_is_run_first(source, tmp_path):
    """In an IPython that starts from the exported folder, as a kernel does."""
    wanted, unwanted = CELLS[source]
    environment = {**os.environ, **prepare_kernels(tmp_path / "ipython")}
    done = subprocess.run(
        [sys.executable, "-m", "IPython", "--colors=NoColor", "--simple-prompt"],
        input=source.replace("\n", "; ") + "\n",
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    shown = done.stdout + done.stderr
    assert wanted in shown, shown
    assert not unwanted or unwanted not in shown, shown


def test_only_names_that_a_cell_does_not_make_are_given():
    assert lacking("explore(pack, 'gap')", {}) == ["explore", "pack"]
    assert lacking("explore(pack, 'gap')", {"pack": 1}) == ["explore"]
    assert lacking("pack = load_pack()", {}) == ["load_pack"]
    assert lacking("def (", {}) == []
