"""Begin a pack for another article: ``python -m crossroads.pack.new_pack FOLDER``.

Every table gets its header and one example row, taken from the descriptions
of the columns in ``datapackage.json``, so that what a table explains and what
stands in it cannot drift apart.
"""

import csv
import json
import re
import shutil
import sys
from pathlib import Path

from crossroads.pack.dictionary import write_dictionary
from crossroads.pack.places import MODULE, find_known_pack
from crossroads.pack.problems import PackError, Problem
from crossroads.pack.tables import DESCRIPTOR, read_descriptor

STEPS = Path(__file__).with_name("new_pack.md")
WORDS = Path(__file__).with_name("new_lesson.md")
# What asks for an id: the table that has it, and what it is for.
USERS = {
    "predict": ("questions", "a prediction before the chart (kind `predict`)"),
    "check_yourself": ("questions", "a question after the lesson (kind `check`)"),
    "show_excerpt": ("passages", "paragraphs that are read"),
    "show_hedges": ("passages", "paragraphs whose hedges are marked"),
    "read": ("passages", "paragraphs whose claims are judged"),
}
FIRST_HOUR = ("00.first", "00.says", "00.xi", "01.who", "02.says", "02.after")
# True of one article's data only.
OWN = ("sources", "licenses", "knownErrors", "howCoded", "elsewhere")


def new_pack(folder):
    """Make the folder of a pack that a teacher can fill with a spreadsheet; name its tables.

    A `PackError` says that something stands in the folder already; nothing is
    changed then.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        advice = "there is something here already, and nothing was changed; name a new folder"
        raise PackError([Problem(str(folder), advice)])
    home = find_known_pack()
    whole = read_descriptor(home)
    # What only the course's own notebooks use begins no other pack.
    resources = [one for one in whole["resources"] if not one.get("ofNotebooks")]
    descriptor = {
        "profile": whole["profile"],
        "name": "".join(one if one.isalnum() else "-" for one in folder.name.lower()),
        "title": "Write here what your article and its record are about",
        "resources": [_begun(resource) for resource in resources],
    }
    folder.mkdir(parents=True, exist_ok=True)
    for resource in resources:
        if resource.get("vocabulary"):
            shutil.copy(home / resource["path"], folder / resource["path"])
        else:
            _write_example(folder / resource["path"], resource["schema"]["fields"])
    (folder / "lessons").mkdir()
    shutil.copy(WORDS, folder / "lessons" / "02.md")
    text = json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"
    (folder / DESCRIPTOR).write_text(text, encoding="utf-8", newline="\n")
    steps = STEPS.read_text(encoding="utf-8").replace("FOLDER", str(folder)) + _ids()
    (folder / "README.md").write_text(steps, encoding="utf-8", newline="\n")
    write_dictionary(folder)
    return [resource["name"] for resource in descriptor["resources"]]


def ids_of_lessons():
    """List the ids that the lessons ask a pack for: table, id, and the part that uses it."""
    found = {}
    for path in sorted((MODULE / "notebooks").glob("0[0-7]*.ipynb")):
        heading = ""
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                heading = re.findall(r"^##? (.*)$", source, re.M)[:1] or [heading]
                heading = heading[0]
                continue
            for name, inside in re.findall(r"\b(\w+)\(\s*pack,(.*?)\)", source, re.S):
                if name in USERS:
                    for one in re.findall(r'"(\d\d\.[\w-]+)"', inside):
                        found.setdefault((*USERS[name], one), heading)
    return [(*key, heading) for key, heading in found.items()]


def _ids():
    rows = [
        f"| `{one}` | `{table}` | lesson {int(one[:2])}, “{heading}”: {what} | "
        f"{'yes' if one in FIRST_HOUR else ''} |"
        for table, what, one, heading in ids_of_lessons()
    ]
    head = "| id | table | what it is for | first hour |\n|---|---|---|---|\n"
    about = (
        "A lesson asks for these ids. None has to be there: learners do not see what is missing, "
        "and `make check-mine` names it to you. A first hour needs those marked *yes*.\n\n"
    )
    return f"\n## Every id that a lesson can use\n\n{about}{head}" + "\n".join(rows) + "\n\n"


def _begun(resource):
    """Describe a table without what is true of the first article only."""
    general = {key: value for key, value in resource.items() if key not in OWN}
    return {**general, **resource.get("elsewhere", {})}


def _write_example(path, fields):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field["name"] for field in fields)
        writer.writerow(field.get("example", "") for field in fields)


def main(arguments):
    """Begin a pack from the command line."""
    if not arguments or not arguments[0]:
        print("Name a new folder: make new-pack DIR=examples/mine")
        return 1
    folder = Path(arguments[0])
    try:
        names = new_pack(folder)
    except PackError as error:
        print(error)
        return 1
    print(f"{folder}: {len(names)} tables, each with an example. Next: read {folder}/README.md")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
