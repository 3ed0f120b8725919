"""Start JupyterLab on the first lesson: ``python -m crossroads.publish.lab [OPTIONS]``."""

import sys
from pathlib import Path

FIRST = Path("notebooks") / "00_start_here.ipynb"


def folder():
    """Give the folder of the module: this one if it has lessons, else the package's own."""
    here = Path.cwd()
    return here if (here / FIRST).is_file() else Path(__file__).resolve().parents[2]


if __name__ == "__main__":
    from jupyterlab.labapp import main

    hook = "--FileContentsManager.pre_save_hook=crossroads.publish.notebooks.clean_on_save"
    root = folder()
    sys.exit(main([str(root / FIRST), f"--ServerApp.root_dir={root}", hook, *sys.argv[1:]]))
