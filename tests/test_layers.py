"""Each layer of the package imports only what stands below it, and the lowest ones little."""

import subprocess
import sys

import pytest
from importlinter.cli import lint_imports

from tests.conftest import ROOT


def test_imports_go_one_way(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


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
