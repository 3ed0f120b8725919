"""Make the students' exercises from the masters: ``python -m crossroads.publish.exercises FOLDER``.

The student's copy is the master without the cells that are tagged ``solution``.
"""

import copy
from pathlib import Path

from crossroads.pack.command import Stopped, run

SOLUTION = "solution"


def student_copy(master):
    """Give a copy of a master without the solutions, and without outputs, which show them."""
    notebook = copy.deepcopy(master)
    given = (cell for cell in notebook.cells if SOLUTION not in cell.metadata.get("tags", ()))
    notebook.cells = list(given)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":  # The copy lies one folder up.
            cell.source = cell.source.replace("](../../", "](../")
        else:
            cell.update(outputs=[], execution_count=None)
    return notebook


def main(folder):
    """Write the student copy of every master, executed with no answers saved."""
    import nbformat

    from crossroads.publish import notebooks

    masters = sorted(Path(folder, "solutions").glob("*.ipynb"))
    if not masters:
        raise Stopped(f"{folder} has no notebooks in solutions; name the folder of the exercises")
    for path in masters:
        student = Path(folder, path.name)
        draft = student.with_name(f".{path.name}")
        try:
            nbformat.write(student_copy(notebooks.read_notebook(path)), draft)
            notebooks.main(draft)
            draft.replace(student)
        finally:
            draft.unlink(missing_ok=True)


if __name__ == "__main__":
    run(main)
