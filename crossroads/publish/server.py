"""What a Jupyter server does for the lessons, wherever the package is installed, such as on a hub.

The wheel brings the setting that switches this on. A server that cannot load it says so in
its log, and starts all the same. Every learner's server loads it: it imports next to nothing.
"""

from crossroads.publish.notebooks import clean_on_save


def _jupyter_server_extension_points():
    return [{"module": __name__}]


def _load_jupyter_server_extension(server):
    """Keep saved notebooks readable without a kernel, as ``make lab`` does."""
    server.contents_manager.register_pre_save_hook(clean_on_save)
