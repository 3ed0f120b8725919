"""What frictionless, a library for Data Packages that is not ours, says of a pack."""

import sys

from crossroads.pack.tables import Tables, read_descriptor

# frictionless imports jsonschema, which looks for this grammar package and,
# finding it, builds its parser for 1.8 s. It serves only the "iri" format.
sys.modules.setdefault("rfc3987_syntax", None)
import frictionless  # noqa: E402
from frictionless.resources import TableResource  # noqa: E402


def hyphenated(descriptor):
    """Write the names of tables as frictionless wants them: it knows no underscore."""
    resources = []
    for resource in descriptor["resources"]:
        schema, keys = dict(resource["schema"]), []
        for key in schema.pop("foreignKeys", []):
            name = key["reference"]["resource"].replace("_", "-")
            keys.append({**key, "reference": {**key["reference"], "resource": name}})
        schema |= {"foreignKeys": keys} if keys else {}
        name = resource["name"].replace("_", "-")
        resources.append({**resource, "name": name, "schema": schema})
    return {**descriptor, "resources": resources}


def errors_of_description(descriptor):
    """List what keeps a description from being a valid Data Package."""
    try:
        frictionless.Package.from_descriptor(hyphenated(descriptor))
    except frictionless.FrictionlessException as error:
        return [reason.note for reason in error.reasons or [error.error]]
    return []


def refused_cells(folder, names):
    """Give ``(file, row, column)`` of what frictionless refuses in some tables, read as text.

    `column` is None where a whole row is refused, for its key.
    """
    descriptor = read_descriptor(folder)
    tables, package = Tables(folder, descriptor), frictionless.Package(name="pack")
    keys = {
        one["name"]: {key["reference"]["resource"] for key in one["schema"].get("foreignKeys", [])}
        for one in descriptor["resources"]
    }
    wanted = {*names} | {name for name in keys if keys[name] & {*names}}
    wanted = (wanted | {target for name in wanted for target in keys[name]}) & {*tables}
    for resource in hyphenated(descriptor)["resources"]:
        name = resource["name"].replace("-", "_")
        if name not in wanted:
            continue
        schema, table = resource["schema"], tables[name]
        fields = [
            {key: field[key] for key in ("name", "type", "constraints") if key in field}
            for field in schema["fields"]
        ]
        foreign = []
        for key in schema.get("foreignKeys", []):
            target = key["reference"]["resource"].replace("-", "_")
            there = target in wanted and tables.has(target, key["reference"]["fields"])
            foreign += [key] if there and key["fields"] not in table.missing else []
        schema = {**schema, "fields": fields, "foreignKeys": foreign}
        package.add_resource(
            TableResource(
                name=resource["name"],
                data=[table.names, *table.rows.to_numpy().tolist()],
                schema=frictionless.Schema.from_descriptor(schema),
            )
        )
    found = set()
    for task in package.validate(limit_errors=1_000_000).tasks:
        table = tables[task.name.replace("-", "_")]
        for error in task.errors:
            column = getattr(error, "field_name", None)
            columns = {*table.key} if error.type == "primary-key" else {column}
            # Of a column that is missing, or has another name, our check speaks elsewhere.
            if not columns & {*table.missing}:
                found.add((table.file, table.rows.index[error.row_number - 2], column))
    return found
