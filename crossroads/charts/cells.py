"""A cell that runs again shows widgets anew: what it showed before is let go.

ipywidgets keeps every widget as long as the kernel lives (jupyter-widgets/ipywidgets#1345),
and with it all that it has computed.
"""

from comm import get_comm_manager
from IPython import get_ipython
from ipywidgets import Widget

_runs = {}  # of each cell in each window: the widgets that it showed, by run


def remember(widget):
    """Note that the cell that runs now shows a widget, which may have been let go before."""
    for part in _parts(widget):
        for one in _pieces(part):
            one.open()
    shell = get_ipython()
    message = shell.kernel.get_parent() if hasattr(shell, "kernel") else {}
    cell = message.get("metadata", {}).get("cellId")
    if not cell:
        return  # No notebook, or one whose cells have no names.
    if not _runs:
        shell.events.register("post_run_cell", _let_go)
    header = message["header"]
    _runs.setdefault((header["session"], cell), {}).setdefault(header["msg_id"], []).append(widget)


def _let_go(result=None):
    """Let go of what no cell shows any more."""
    shown = {
        id(part)
        for runs in _runs.values()
        for widget in list(runs.values())[-1]
        for part in _parts(widget)
    }
    for runs in _runs.values():
        while len(runs) > 1:
            for widget in runs.pop(next(iter(runs))):
                for part in _parts(widget):
                    if id(part) not in shown and part.comm:
                        _close(part)


def _parts(widget):
    """Give a widget, and those that stand in it."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from _parts(child)


def _pieces(widget):
    """Give a widget with what ipywidgets makes beside it."""
    beside = (getattr(widget, name, None) for name in ("layout", "style"))
    return [one for one in (*beside, widget) if isinstance(one, Widget)]


def _close(widget):
    for one in _pieces(widget):
        # As if its page had closed it: another window that still shows it keeps what is typed
        # there, and says at the next answer that the cell is to be run again.
        get_comm_manager().comm_close(None, None, {"content": {"comm_id": one.model_id}})
        one.close()
        vars(one).pop("_repr_mimebundle_", None)  # It can be shown once more, if somebody has it.
    shell = get_ipython()
    for number, value in list(shell.user_ns["_oh"].items()):
        if value is widget:
            for names in (shell.user_ns, shell.user_ns_hidden):
                names.pop(f"_{number}", None)
            del shell.user_ns["_oh"][number]
