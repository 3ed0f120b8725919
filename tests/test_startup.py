"""In `make lab` a lesson can begin at any cell."""

from crossroads.publish.lab import prepare_kernels
from crossroads.publish.startup import lacking
from tests.conftest import python

CELLS = {
    'show_excerpt(pack, "02.says")': ("Momentum to reach", "Error"),
    "meetings.head()": ("Nothing is called “meetings” here yet", "Traceback"),
    "from crossroads import explore, load_pack\npack = load_pack()\nlen(pack.events)": ("Out[", ""),
    "import json\njson.loads.__globals__['nowhere'] if 0 else eval('nowhere', {})": (
        "NameError",
        "yet",
    ),
}


def test_a_cell_that_is_run_first(tmp_path):
    """In an IPython that starts from the exported folder, as a kernel does, and forgets all."""
    forget = "%reset -f\nprint('+' * 9)\n"
    typed = "".join(source.replace("\n", "; ") + "\n" + forget for source in CELLS)
    options, variables = ("--colors=NoColor", "--simple-prompt"), prepare_kernels(tmp_path / "i")
    done = python("-m", "IPython", *options, typed=typed, **variables)
    *shown, _ = done.stdout.split("+" * 9 + "\n")
    for said, (wanted, unwanted) in zip(shown, CELLS.values(), strict=True):
        assert wanted in said and not (unwanted and unwanted in said), said


def test_only_names_that_a_cell_does_not_make_are_given():
    assert lacking("explore(pack, 'gap')", {}) == ["explore", "pack"]
    assert lacking("explore(pack, 'gap')", {"pack": 1}) == ["explore"]
    assert lacking("pack = load_pack()", {}) == ["load_pack"]
    assert lacking("def (", {}) == []
