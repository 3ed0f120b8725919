"""Write the data dictionary of a pack: ``python -m crossroads.pack.dictionary FOLDER``."""

import re
import sys
from collections import Counter
from pathlib import Path

from crossroads.pack.tables import read_descriptor, read_table

HEADING = "# Data dictionary:"


def dictionary(descriptor, folder=None):
    """Write the data dictionary of a Data Package as Markdown.

    Without the folder of the pack nothing is counted.
    """
    lines = [
        f"{HEADING} {descriptor['title']}",
        "",
        "Made from `datapackage.json` by `make dictionary`; change it there. Dates are local days,",
        "written YYYY-MM-DD. An empty cell means: not known, or does not apply. Examples, where",
        "there are any, are invented: two towns and their ferry.",
        "",
    ]
    for resource in descriptor["resources"]:
        lines += _table(resource)
        lines += _counts(resource, descriptor, folder)
    lines += ["## Corrections", ""]
    corrections = descriptor.get("corrections", [])
    lines += [f"- {one['date']}: {one['what']}" for one in corrections] or ["None so far."]
    return "\n".join(lines) + "\n"


def _table(resource):
    schema = resource["schema"]
    key = schema["primaryKey"]
    key = key if isinstance(key, str) else " + ".join(key)
    lines = [
        f"## {resource['title']}",
        "",
        f"`{resource['path']}`: {resource['description']} Key: `{key}`.",
        "",
    ]
    for title, name in (("Licence", "licenses"), ("From", "sources")):
        for one in resource.get(name, []):
            lines += [f"{title}: {one['title']}.", ""]
    examples = any("example" in field for field in schema["fields"])
    heads = ["column", "type", "allowed", "meaning", *(["example"] if examples else [])]
    lines += [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    targets = {key["fields"]: key["reference"] for key in schema.get("foreignKeys", [])}
    for field in schema["fields"]:
        cells = [
            f"`{field['name']}`",
            field["type"],
            _allowed(field, targets),
            field["description"],
            *([field.get("example", "")] if examples else []),
        ]
        shown = (re.sub(r"\s*\n\s*", " ", cell.replace("|", "/")) for cell in cells)
        lines.append(f"| {' | '.join(shown)} |")
    lines += ["", f"Cut to a day (`as_of`): {_cut(resource)}", ""]
    if resource.get("coverage"):
        parts = [f"- {_covered(part)}" for part in resource["coverage"]]
        lines += ["What it covers:", "", *parts, ""]
    for title, name in (("Known errors", "knownErrors"), ("Coding rules", "codingRules")):
        if resource.get(name):
            lines += [f"{title}:", "", *(f"- {one}" for one in resource[name]), ""]
    if resource.get("howCoded"):
        lines += [f"How it was coded: {resource['howCoded']}", ""]
    return lines


def _counts(resource, descriptor, folder):
    """Say how many rows have which value, so that no number is typed that could go stale."""
    fields = [one for one in resource["schema"]["fields"] if one.get("counted")]
    if not fields or folder is None:
        return []
    rows = _rows(resource, folder)
    lines = [f"Of its {len(rows)} rows:", ""]
    for field in fields:
        lines.append(f"- `{field['name']}`: {_tally(field, (one[field['name']] for one in rows))}")
    return [*lines, "", *_resting(resource, descriptor, folder)]


def _resting(resource, descriptor, folder):
    """Say what the rows of the other tables rest on, by the sources that they name."""
    fields = {one["name"]: one for one in resource["schema"]["fields"]}
    key = resource["schema"]["primaryKey"]
    if "rests_on" not in fields or key != "source_id":
        return []
    known = {one[key]: one for one in _rows(resource, folder)}
    weak = {
        name
        for name, row in known.items()
        if any(row[one] in fields[one].get("weak", []) for one in fields)
    }
    named = [
        [row[key], *(part for part in row.get("more_sources", "").split(";") if part)]
        for other in descriptor["resources"]
        if other is not resource and any(one["name"] == key for one in other["schema"]["fields"])
        for row in _rows(other, folder)
        if row[key] in known
    ]
    first = _tally(fields["rests_on"], (known[one]["rests_on"] for one, *_ in named))
    only = sum(weak.issuperset(ids) for ids in named)
    codes = dict.fromkeys(code for field in fields.values() for code in field.get("weak", []))
    words = ", ".join(f"`{code}`" for code in codes)
    return [
        f"The {len(named)} rows of other tables that name a source, by the first one: {first}.",
        f"Of these, {only} name no source that is better than {words}.",
        "",
    ]


def _rows(resource, folder):
    """Read a table as text, whether or not its pack is complete."""
    names = [one["name"] for one in resource["schema"]["fields"]]
    header, rows = read_table(folder / resource["path"], names)
    return [dict(zip(header, cells, strict=False)) for _, cells in rows]


def _tally(field, values):
    found = Counter(values)
    return ", ".join(f"`{one}` {found[one]}" for one in field["constraints"]["enum"] if found[one])


def _covered(part):
    """Say what a table covers of a kind of rows, and whether it is complete for some time."""
    words = [f"`{part['kind']}`"] if "kind" in part else []
    if "from" in part:
        words.append(f"complete from {part['from']} to {part['to']}")
    return f"{', '.join(words)}: {part['words']}" if words else part["words"]


def _cut(resource):
    rule, fields = resource.get("asOf", {}), resource["schema"]["fields"]
    words = []
    if "row" in rule:
        words.append(f"rows with a later `{rule['row']}` go.")
    if "cells" in rule:
        columns = ", ".join(f"`{one}`" for one in rule["columns"])
        words.append(f"{columns} become empty where `{rule['cells']}` is later.")
    for one in fields:
        if one.get("asOf") == "named days":
            words.append(f"`{one['name']}` becomes empty where it names a later day.")
    return " ".join(words) or "nothing is cut; its words are of the article's own time or of ours."


def _allowed(field, targets):
    constraints = field.get("constraints", {})
    words = ["required"] if constraints.get("required") else []
    if "enum" in constraints:
        words.append(", ".join(f"`{one}`" for one in constraints["enum"]))
    limits = {"minimum": "from {}", "maximum": "to {}", "maxLength": "at most {} characters"}
    words += [text.format(constraints[key]) for key, text in limits.items() if key in constraints]
    if field["name"] in targets:
        target = targets[field["name"]]
        words.append(f"a `{target['fields']}` of `{target['resource']}`")
    if "references" in field:
        target, _, column = field["references"].partition(".")
        keys = f"values of `{column}` of `{target}`" if column else f"keys of `{target}`"
        words.append("`table:key`" if target == "*" else keys)
    if "within" in field:
        words.append(f"stands in `{field['within']['table']}`")
    return "; ".join(words)


def write_dictionary(folder):
    """Write the data dictionary into the ``README.md`` of a pack, after what stands there."""
    path = folder / "README.md"
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    kept = before.partition(HEADING)[0]
    text = kept + dictionary(read_descriptor(folder), folder)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_dictionary(Path(sys.argv[1]))
