"""Read one news article against the record."""

from crossroads.article import fold, show_excerpt, show_sources, show_text
from crossroads.brief import take_apart, write_brief
from crossroads.check import check, given, hint, reveal, show_task
from crossroads.explore import compare, explore
from crossroads.judging import write_answer
from crossroads.ledger import show_codes, show_ledger
from crossroads.pack import load_pack
from crossroads.progress import progress
from crossroads.questions import check_yourself, predict
from crossroads.reading import show_article, show_hedges, show_speakers
from crossroads.receipt import receipt
from crossroads.recoding import recode
from crossroads.scoring import score_own, score_sample
from crossroads.tagging import tag_claims

__all__ = [
    "check",
    "check_yourself",
    "compare",
    "explore",
    "fold",
    "given",
    "hint",
    "load_pack",
    "predict",
    "progress",
    "receipt",
    "recode",
    "reveal",
    "score_own",
    "score_sample",
    "show_article",
    "show_codes",
    "show_excerpt",
    "show_hedges",
    "show_ledger",
    "show_sources",
    "show_speakers",
    "show_task",
    "show_text",
    "tag_claims",
    "take_apart",
    "write_answer",
    "write_brief",
]
