"""Renew and execute the notebooks in place, and leave in them what needs no kernel to be read.

Run as ``python -m crossroads.publish.notebooks FILE [MORE FILES]``. `clean_on_save` is the
hook by which ``make lab`` keeps a learner's saved notebooks readable, too.
"""

import os
from pathlib import Path

from crossroads.pack.command import run
from crossroads.pack.problems import refused

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def read_notebook(path):
    """Read a notebook; a `PackError` says that it is damaged, or none."""
    import nbformat

    try:
        notebook = nbformat.read(path, as_version=4)
        notebook.cells = [*notebook.cells]
        return notebook
    except (nbformat.ValidationError, ValueError, LookupError, TypeError, AttributeError):
        advice = "is damaged, or no notebook; delete it or put it back from a copy"
        raise refused(f"{path.parent.name}/{path.name}", advice) from None


def clean(notebook):
    """Take out what is shown as "model not found" in a notebook whose kernel is gone."""
    notebook["metadata"].pop("widgets", None)
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/html" in data:
                data.pop(WIDGET_VIEW, None)


def clean_on_save(model, **keywords):
    """Clean a notebook that JupyterLab is about to save (a ``pre_save_hook``)."""
    if model["type"] == "notebook" and model["content"]["nbformat"] == 4:
        clean(model["content"])


def refresh(path, folder=None):
    """Renew, execute and store a notebook; where anything is wrong, the file stays as it was."""
    import nbformat
    from nbclient import NotebookClient

    from crossroads.learn.brief import write_whole
    from crossroads.publish.marked_values import renew_notebook, values_for

    notebook = read_notebook(path)
    folder = folder or path.parent
    for change in renew_notebook(notebook, values_for(notebook, folder), path.name):
        print(change, flush=True)
    # Drawing pictures beside a busy machine leaves warnings, and seldom twice.
    for _ in range(2):
        NotebookClient(
            notebook,
            timeout=300,
            kernel_name="python3",
            resources={"metadata": {"path": folder}},
            extra_arguments=["--log-level=ERROR"],
        ).execute()
        if not (warned := _warnings(notebook)):
            break
    else:
        raise RuntimeError(f"{path.name}: not stored; a cell warned:\n{warned[0]}")
    clean(notebook)
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    write_whole(path, f"{nbformat.writes(notebook)}\n".encode())


def _warnings(notebook):
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [output["text"] for output in outputs if output.get("name") == "stderr"]


def main(first, *others):
    """Refresh notebooks; learners' answers play no part in what is stored."""
    import tempfile

    from crossroads.charts.widget import PICTURES_VARIABLE
    from crossroads.learn.answers import FOLDER_VARIABLE

    os.environ[PICTURES_VARIABLE] = "1"
    for name in (first, *others):
        with tempfile.TemporaryDirectory() as empty:
            os.environ[FOLDER_VARIABLE] = empty
            refresh(Path(name))
        print(f"{name}: {Path(name).stat().st_size / 1000:.0f} kB", flush=True)


if __name__ == "__main__":
    run(main)
