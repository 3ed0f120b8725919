"""Install the lowest, or the newest, version that each requirement allows; run a selection.

Run as ``python -m tests.bounds lowest`` or ``newest``, by ``make test-lowest`` and
``make test-newest``; each has an environment of its own.
"""

import os
import re
import subprocess
import sys
import tempfile
import venv

from tests.conftest import ROOT

NEEDED = ("filelock", "pytest")
CHOSEN = ("tests/test_pack.py", "tests/test_answers.py", "tests/test_explorers.py")
LESSONS = ("notebooks/00_start_here.ipynb", "notebooks/02_summit_chronology.ipynb")


def bound(text, which):
    """List the requirements of a text, as they stand, or ``name>=1.2,<3`` as ``name==1.2``."""
    found = re.findall(r"^(([\w.-]+)>=([\d.]+)\S*)", text, re.MULTILINE)
    return [f"{name}=={low}" if which == "lowest" else whole for whole, name, low in found]


def main(which):
    folder = ROOT / "build" / which
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    venv.create(folder, clear=True, with_pip=True)
    wanted = bound((ROOT / "requirements.txt").read_text("utf-8"), which)
    install = [python, "-m", "pip", "install", "--quiet", "--upgrade"]
    subprocess.run([*install, *wanted, *NEEDED, "-e", ROOT], check=True)
    names = [re.match(r"[\w.-]+", one)[0] for one in wanted]
    subprocess.run([python, "-m", "pip", "freeze", "--exclude", "crossroads"], check=True)
    print(f"the {which} of {', '.join(names)}", flush=True)
    options = ["-q", "-m", "not browser", "--nbval", "--nbval-sanitize-with", "tests/sanitize.cfg"]
    with tempfile.TemporaryDirectory() as empty:
        environment = {**os.environ, "CROSSROADS_ANSWERS": empty, "CI": ""}
        tests = [python, "-m", "pytest", *options, *CHOSEN, *LESSONS]
        sys.exit(subprocess.run(tests, cwd=ROOT, env=environment).returncode)


if __name__ == "__main__":
    main(*sys.argv[1:])
