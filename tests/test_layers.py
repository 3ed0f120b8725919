"""What is imported loads little; that imports go one way is held by ``lint-imports``."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize(
    "name, without",
    [
        ("crossroads", ("pandas", "crossroads.pack")),
        ("crossroads.learn.answers", ("pandas", "ipywidgets", "crossroads.charts")),
        ("crossroads.publish.server", ("pandas", "nbformat", "crossroads.charts")),
        ("crossroads.pack.load", ("ipywidgets", "plotly", "frictionless", "crossroads.learn")),
    ],
)
def test_what_is_not_needed_is_not_loaded(name, without):
    code = f"import sys, {name}; print(*[one for one in {without} if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_a_lesson_loads_the_charts_that_it_opens_and_no_other():
    """Lesson 2 has nothing of the stances of lesson 4, of trade or of forecasts."""
    code = (
        "import sys; from crossroads import explore, load_pack\n"
        "pack = load_pack(); explore(pack, 'meetings')\n"
        "charts = {one.removeprefix('crossroads.charts.') for one in sys.modules}\n"
        "print(*sorted(charts & {'border', 'chronology', 'claims', 'forecasts', 'launches',"
        " 'stances', 'trade', 'voices'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout.strip(), done.stderr) == ("chronology", "")
