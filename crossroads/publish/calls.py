"""Read what the cells of a lesson call, without running them."""

import ast


def calls_of(notebook, *names):
    """Give each cell that is one call of these functions, with its arguments and keywords."""
    for cell in notebook.cells:
        call = only_call(cell.source) if cell.cell_type == "code" else None
        if call and call[0] in names:
            yield cell, *call[1:]


def only_call(source):
    """Read a cell that is nothing but one call with all written out; a name is an `ast.Name`.

    Examples
    --------
    >>> name, arguments, keywords = only_call("explore(pack, 'gap', after='02.gap')")
    >>> name, arguments[1], keywords
    ('explore', 'gap', {'after': '02.gap'})
    >>> only_call("x = 1") is None
    True
    """
    call = single_call(source)
    if call is None:
        return None
    try:
        arguments = [
            one if isinstance(one, ast.Name) else ast.literal_eval(one) for one in call.args
        ]
        keywords = {one.arg: ast.literal_eval(one.value) for one in call.keywords}
    except ValueError:
        return None
    return call.func.id, arguments, keywords


def single_call(source):
    """Give the call that a cell is nothing but; None for any other code."""
    body = ast.parse(source).body
    call = body[0].value if len(body) == 1 and isinstance(body[0], ast.Expr) else None
    return call if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else None


def names_in(tree):
    """Give the names that code makes, and those that it uses.

    Examples
    --------
    >>> made, used = names_in(ast.parse("from math import pi as p; x = [y * p for y in z]"))
    >>> sorted(made), sorted(used - made)
    (['p', 'x', 'y'], ['z'])
    """
    made, used = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (made if isinstance(node.ctx, ast.Store) else used).add(node.id)
        elif isinstance(node, ast.arg):
            made.add(node.arg)
        elif isinstance(node, ast.alias):
            made.add(node.asname or node.name.split(".")[0])
    return made, used
