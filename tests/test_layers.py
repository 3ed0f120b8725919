"""What is imported loads little; that imports go one way is held by ``lint-imports``."""

import pytest

from tests.conftest import python

OTHER_CHARTS = tuple(
    f"crossroads.charts.{name}"
    for name in ("border", "claims", "forecasts", "launches", "stances", "trade", "voices")
)
WITHOUT = {
    "import crossroads": ("pandas", "crossroads.pack"),
    "import crossroads.learn.answers": ("pandas", "ipywidgets", "crossroads.charts"),
    "import crossroads.publish.server": ("pandas", "nbformat", "crossroads.charts"),
    "import crossroads.pack.load": ("ipywidgets", "plotly", "frictionless", "crossroads.learn"),
    # A lesson loads the charts that it opens.
    "from crossroads import explore, load_pack; explore(load_pack(), 'meetings')": OTHER_CHARTS,
}


@pytest.mark.parametrize("code", WITHOUT)
def test_what_is_not_needed_is_not_loaded(code):
    code += f"; import sys; print(*[one for one in {WITHOUT[code]} if one in sys.modules])"
    done = python("-c", code)
    assert (done.stdout.strip(), done.stderr) == ("", "")
