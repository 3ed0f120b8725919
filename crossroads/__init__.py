"""Read one news article against the record.

What lessons call stands here by name; a name is imported when it is first used.
"""

import importlib

_HOMES = {
    "learn.article": ("show_codes", "show_excerpt", "show_sources"),
    "learn.asking": ("ask", "write_answer"),
    "learn.brief": ("take_apart", "write_brief"),
    "learn.opening": ("compare", "explore", "load_pack"),
    "learn.course": ("show_course",),
    "learn.feedback": ("again", "check", "given", "hint", "reveal", "show_task"),
    "learn.forecasting": (
        "open_outcomes",
        "show_forecasts",
        "show_outside",
        "show_score",
        "write_forecasts",
        "write_sharper",
    ),
    "learn.forms": ("open_form", "show_form_reasons"),
    "learn.outside": ("show_rates",),
    "learn.progress": ("progress",),
    "learn.questions": ("check_yourself", "predict"),
    "learn.reader": ("read",),
    "learn.reading": (
        *("log_search", "show_article", "show_hedges", "show_sample_log", "show_shelf"),
        "show_speakers",
    ),
    "learn.recoding": ("recode",),
    "learn.scoring": ("score_own", "score_sample"),
    "learn.tagging": ("tag_claims",),
    "classroom.receipt": ("receipt",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}
__all__ = sorted(_HOME)


def __getattr__(name):
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__():
    return [*globals(), *__all__]
