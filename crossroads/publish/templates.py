"""Fill the templates of ``pages/``, which escape whatever is not marked there as HTML."""

import functools
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from crossroads.words.tags import Html

PAGES = Path(__file__).parent / "pages"


@functools.cache
def _templates():
    loader = FileSystemLoader(PAGES)
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


def filled(name, words, **facts):
    """Fill a template in the words of a pack."""
    return Html(_templates().get_template(f"{name}.j2").render(say=words.say, **facts))
