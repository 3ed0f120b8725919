"""The rows that references such as ``events:hanoi-2019`` name, and what they say in a line."""

from crossroads.words.lookups import fill_pattern


def evidence_row(pack, reference):
    """Find the row that a reference names; a `KeyError` names the closest one."""
    table, _, key = reference.partition(":")
    if not pack.has(table):
        raise KeyError(f"{reference!r}: this pack has no rows in a table {table!r}")
    return pack.row(table, key)


def evidence_words(pack, reference):
    """Say in one line what a row of evidence says, by the ``summary`` of its description."""
    row = evidence_row(pack, reference)
    resource = pack.resource(reference.partition(":")[0])
    values = {
        column: _labelled(pack, resource["name"], column, row[column]) for column in row.index
    }
    if "date" in row:
        values["date"] = pack.words.date(row["date"], row.get("date_precision", "day"))
    for key in resource["schema"].get("foreignKeys", ()):
        values[key["fields"]] = _named(pack, key["reference"], values[key["fields"]])
    pattern = resource.get("summary", f"{{{row.index[0]}}}")
    return fill_pattern(pack.words, pattern, values).rstrip(" :")


def _labelled(pack, table, column, value):
    """Give the label of a code: the pack's, else our message ``code-TABLE-COLUMN``, else it."""
    if not isinstance(value, str) or not value:
        return value
    label = pack.label(f"{table}.{column}", value)
    message = f"code-{table}-{column}".replace("_", "-")
    known = label == value and message in pack.words
    return pack.words.say(message, **{column: value}) if known else label


def _named(pack, target, key):
    """Give the name that a key stands for, where its table has names; else the key."""
    table = pack.table(target["resource"])
    column = next((one for one in ("short_name", "name") if one in table), target["fields"])
    found = table.loc[table[target["fields"]] == key, column]
    return found.iloc[0] if len(found) else key
