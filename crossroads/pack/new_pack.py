"""Begin a pack for another article: ``make new-pack DIR=FOLDER``.

Without make: ``python -m crossroads.pack.new_pack FOLDER``.

Every table gets its header, one example row from the descriptions of its columns, and a
row for each id that a lesson can use, which counts for nothing until it is written.
"""

import csv
import json
import re
from pathlib import Path

from crossroads.pack.command import run
from crossroads.pack.dictionary import write_dictionary
from crossroads.pack.places import MODULE, find_known_pack
from crossroads.pack.problems import refused
from crossroads.pack.swap import swapped
from crossroads.pack.tables import DESCRIPTOR, STUB, read_descriptor

STEPS = Path(__file__).with_name("new_pack.md")
WORDS = Path(__file__).with_name("new_lesson.md")
# Codes for any article, in place of those that were made for the first one.
CODES = Path(__file__).with_name("new_codes.csv")
OF_THE_FIRST = (
    "actors.bloc",
    "events.kind",
    "speakers.employer_kind",
    "trade.flow",
    "trade.series",
)
# What a call of a lesson or an exercise, or a text by the end of its name, asks a pack for.
STUBS = Path(__file__).with_name("new_stubs.csv")
AFTER = re.compile(r"explore\(\s*pack,\s*\"(\w+)\"[^()]*after=\"([^\"]+)\"")
# True of one article's data only.
OWN = ("sources", "licenses", "knownErrors", "howCoded", "codedBy", "coverage", "elsewhere")


def new_pack(folder):
    """Make the folder of a pack to fill with a spreadsheet; name its tables."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        advice = "there is something here already, and nothing was changed; name a new folder"
        raise refused(str(folder), advice)
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
    with swapped(folder) as begun:
        _write(begun, folder, home, resources, descriptor)
    return [resource["name"] for resource in descriptor["resources"]]


def _write(folder, name, home, resources, descriptor):
    """Write everything of a new pack, whose guide calls it by the name that it will have."""
    stubs_of_tables, stubs_of_lessons = stubs()
    for resource, begun in zip(resources, descriptor["resources"], strict=True):
        rows = _first_rows(home, resource, begun["schema"]["fields"])
        known = {row[0] for row in rows}
        for (table, one), cells in stubs_of_tables.items():
            if table == resource["name"] and one not in known:
                rows.append([one, *(cells.get(column, "") for column in rows[0][1:])])
        with (folder / resource["path"]).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    texts = {DESCRIPTOR: json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"}
    texts["README.md"] = STEPS.read_text(encoding="utf-8").replace("FOLDER", str(name))
    (folder / "lessons").mkdir()
    for lesson, named in stubs_of_lessons.items():
        first = WORDS.read_text(encoding="utf-8").strip() if lesson == "02" else ""
        sections = [f"## {name}\n\n{text}" for name, text in named.items()]
        sections = [one for one in sections if one.split("\n")[0] not in first]
        texts[f"lessons/{lesson}.md"] = "\n\n".join(filter(None, [first, *sections])) + "\n"
    for place, text in texts.items():
        (folder / place).write_text(text, encoding="utf-8", newline="\n")
    write_dictionary(folder)


def _read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _first_rows(home, resource, fields):
    """Give header and rows of a table: what serves any article, or the example."""
    if resource["name"] == "codes":
        head, *rows = _read(home / resource["path"])
        return [head, *_read(CODES)[1:], *(row for row in rows if row[0] not in OF_THE_FIRST)]
    if resource.get("vocabulary"):
        return _read(home / resource["path"])
    return [[field["name"] for field in fields], [field.get("example", "") for field in fields]]


def stubs():
    """List what lessons ask a pack for: cells of a row by table and id, and texts by lesson."""
    rows, texts = {}, {}
    head, *calls = _read(STUBS)
    asked = {call[0]: dict(zip(head, call, strict=True)) for call in calls}

    def stub(about, **facts):
        return f"{STUB} {about['words'].format(**facts)}"

    for path in sorted([*_notebooks("notebooks"), *_notebooks("exercises")]):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = "".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        charts = {after: f"the chart {name}" for name, after in AFTER.findall(code)}
        heading = ""
        for cell in cells:
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                heading = (re.findall(r"^#+ (.*)$", source, re.M) or [heading])[0]
                if "of-the-article" in cell["metadata"].get("tags", []):
                    name = cell["metadata"]["name"]
                    about = asked.get(f"-{name.rpartition('-')[2]}", asked["-"])
                    texts.setdefault(path.name[:2], {})[name] = stub(about, where=f"“{heading}”")
                continue
            for call, inside in re.findall(r"\b(\w+)\(([^()]*)\)", source):
                about = asked.get(call)
                for one in re.findall(r'"(\d\d\.[\w-]+)"', inside) if about else ():
                    where = f"lesson {int(one[:2])}, “{heading}”"
                    text = stub(about, where=where, chart=charts.get(one, "the chart"))
                    row = {"kind": about["kind"]} if about["kind"] else {}
                    rows.setdefault((about["table"], one), {**row, about["column"]: text})
    return rows, texts


def _notebooks(folder):
    return (MODULE / folder).glob("0[0-7]*.ipynb")


def _begun(resource):
    """Describe a table without what is true of the first article only."""
    begun = _general(resource)
    fields = [_general(field) for field in resource["schema"]["fields"]]
    for field in fields:
        column = f"{resource['name']}.{field['name']}"
        if codes := [code for of, code, *_ in _read(CODES)[1:] if of == column]:
            field["constraints"] = {**field["constraints"], "enum": codes}
    return {**begun, "schema": {**resource["schema"], "fields": fields}}


def _general(description):
    general = {key: value for key, value in description.items() if key not in OWN}
    return {**general, **description.get("elsewhere", {})}


def main(folder):
    """Begin a pack from the command line."""
    folder = Path(folder)
    names = new_pack(folder)
    print(f"{folder}: {len(names)} tables, each with an example. Next: read {folder}/README.md")


if __name__ == "__main__":
    run(main)
