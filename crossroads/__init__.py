"""Read one news article against the record."""

from crossroads.article import show_excerpt, show_sources, show_text
from crossroads.explore import explore
from crossroads.ledger import show_ledger
from crossroads.pack import load_pack
from crossroads.questions import check_yourself, predict

__all__ = [
    "check_yourself",
    "explore",
    "load_pack",
    "predict",
    "show_excerpt",
    "show_ledger",
    "show_sources",
    "show_text",
]
