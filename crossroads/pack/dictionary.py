"""Write the data dictionary of a pack: ``python -m crossroads.pack.dictionary FOLDER``."""

import re
from collections import Counter
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from crossroads.pack.command import run
from crossroads.pack.tables import key_of, read_descriptor, read_table

HEADING = "# Data dictionary:"
TEMPLATE = Path(__file__).with_name("dictionary.md.j2")


def dictionary(descriptor, folder):
    """Write the data dictionary of the pack in a folder as Markdown."""
    look = {"trim_blocks": True, "lstrip_blocks": True, "keep_trailing_newline": True}
    jinja = Environment(loader=FileSystemLoader(TEMPLATE.parent), **look)
    jinja.filters["cell"] = _cell
    return jinja.get_template(TEMPLATE.name).render(
        descriptor,
        key=lambda resource: " + ".join(key_of(resource)),
        allowed=_allowed,
        counts=lambda resource: _counts(resource, folder),
        resting=lambda resource: _resting(resource, descriptor, folder),
    )


def _cell(text):
    return re.sub(r"\s*\n\s*", " ", text.replace("|", "/"))


def _counts(resource, folder):
    """Say how many rows have which value, so that no number is typed that could go stale."""
    fields = [one for one in resource["schema"]["fields"] if one.get("counted")]
    rows = _rows(resource, folder) if fields else []
    tally = [(one["name"], _tally(one, (row[one["name"]] for row in rows))) for one in fields]
    return len(rows), tally


def _resting(resource, descriptor, folder):
    """Say what the rows of the other tables rest on, by the sources that they name."""
    fields, (key, *_) = {one["name"]: one for one in resource["schema"]["fields"]}, key_of(resource)
    if "rests_on" not in fields or key != "source_id":
        return None
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
    return {
        "rows": len(named),
        "first": _tally(fields["rests_on"], (known[one]["rests_on"] for one, *_ in named)),
        "only": sum(weak.issuperset(ids) for ids in named),
        "weak": dict.fromkeys(code for field in fields.values() for code in field.get("weak", [])),
    }


def _rows(resource, folder):
    """Read a table as text, whether or not its pack is complete."""
    names = [one["name"] for one in resource["schema"]["fields"]]
    header, rows = read_table(folder / resource["path"], names)
    return [dict(zip(header, cells, strict=False)) for _, cells in rows]


def _tally(field, values):
    found = Counter(values)
    return ", ".join(f"`{one}` {found[one]}" for one in field["constraints"]["enum"] if found[one])


def _allowed(field, resource):
    targets = {one["fields"]: one["reference"] for one in resource["schema"].get("foreignKeys", [])}
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
    return _cell("; ".join(words))


def write_dictionary(folder):
    """Write the data dictionary into the ``README.md`` of a pack, after what stands there."""
    folder = Path(folder)
    path = folder / "README.md"
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    kept = before.partition(HEADING)[0]
    text = kept + dictionary(read_descriptor(folder), folder)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    run(write_dictionary)
