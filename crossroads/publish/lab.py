"""Start JupyterLab on the first lesson: ``python -m crossroads.publish.lab [OPTIONS]``.

The variable ``CROSSROADS_PACK`` names another pack; its lessons are woven first
where they are not of today.
"""

import os
import socket
import tempfile
from pathlib import Path

from crossroads.pack.command import run
from crossroads.pack.places import PACK_VARIABLE, find_known_pack, find_pack

FIRST = Path("notebooks") / "00_start_here.ipynb"
STARTUP = Path("profile_default") / "startup" / "begin_anywhere.py"
# A folder that was moved or renamed since its installation is known to the installation
# under its old name; what kernels import is the package that started them.
BEGIN = """\
import sys
sys.path.insert(0, {root!r})
from crossroads.publish.startup import install as _install
_install(get_ipython())
"""
PORT = 8888  # JupyterLab's own choice
TAKEN = """\
Port {port} is taken: perhaps JupyterLab is already running, in another window of this browser.
This one takes the next free port; the address to open stands below.
"""


def folder():
    """Give the folder of the module: this one if it has lessons, else the package's own."""
    here = Path.cwd()
    return here if (here / FIRST).is_file() else Path(__file__).resolve().parents[2]


def first_lesson(root):
    """Give the lesson to open, and the folder that JupyterLab shows."""
    pack = find_pack().resolve() if os.environ.get(PACK_VARIABLE) else None
    if pack is None or pack == find_known_pack():
        return root / FIRST, root
    from crossroads.publish.weave import weave

    first = weave(pack) / FIRST.name
    return first, root if root in first.parents else pack.parent


def prepare_kernels(folder):
    """Let kernels that start from here know the module's names; give the variable to export."""
    path = Path(folder) / STARTUP
    path.parent.mkdir(parents=True)
    root = str(Path(__file__).resolve().parents[2])
    path.write_text(BEGIN.format(root=root), "utf-8")
    return {"IPYTHONDIR": str(folder)}


def taken(port):
    """Tell whether something on this machine listens on a port already."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def main(*options):
    """Start JupyterLab with options of its own."""
    from jupyterlab import labapp

    hook = "--FileContentsManager.pre_save_hook=crossroads.publish.notebooks.clean_on_save"
    first, shown = first_lesson(folder())
    if taken(PORT) and not any("port" in option for option in options):
        print(TAKEN.format(port=PORT), flush=True)
    with tempfile.TemporaryDirectory() as profile:
        os.environ.update(prepare_kernels(profile))
        return labapp.main([str(first), f"--ServerApp.root_dir={shown}", hook, *options])


if __name__ == "__main__":
    run(main)
