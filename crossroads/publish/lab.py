"""Start JupyterLab on the first lesson: ``python -m crossroads.publish.lab [OPTIONS]``.

The variable ``CROSSROADS_PACK`` names another pack; its lessons are woven first
where they are not of today.
"""

import os
import sys
import tempfile
from pathlib import Path

from crossroads.pack.places import PACK_VARIABLE, find_known_pack, find_pack

FIRST = Path("notebooks") / "00_start_here.ipynb"
STARTUP = Path("profile_default") / "startup" / "begin_anywhere.py"


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
    path.write_text(
        "from crossroads.publish.startup import install as _install\n\n_install(get_ipython())\n"
    )
    return {"IPYTHONDIR": str(folder)}


if __name__ == "__main__":
    from jupyterlab.labapp import main

    hook = "--FileContentsManager.pre_save_hook=crossroads.publish.notebooks.clean_on_save"
    first, shown = first_lesson(folder())
    with tempfile.TemporaryDirectory() as profile:
        os.environ.update(prepare_kernels(profile))
        sys.exit(main([str(first), f"--ServerApp.root_dir={shown}", hook, *sys.argv[1:]]))
