"""Read one news article against the record."""

from crossroads.article import show_excerpt, show_sources, show_text
from crossroads.brief import score_own, score_sample, take_apart, write_brief
from crossroads.explore import compare, explore
from crossroads.ledger import show_codes, show_ledger
from crossroads.pack import load_pack
from crossroads.questions import check_yourself, predict
from crossroads.reading import show_article, show_hedges, show_speakers
from crossroads.recoding import recode
from crossroads.tagging import tag_claims

__all__ = [
    "check_yourself",
    "compare",
    "explore",
    "load_pack",
    "predict",
    "recode",
    "score_own",
    "score_sample",
    "show_article",
    "show_codes",
    "show_excerpt",
    "show_hedges",
    "show_ledger",
    "show_sources",
    "show_speakers",
    "show_text",
    "tag_claims",
    "take_apart",
    "write_brief",
]
