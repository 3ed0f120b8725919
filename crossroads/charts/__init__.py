"""Charts: each a function of a pack; its module is imported when it is first opened."""

import importlib
from collections.abc import Mapping

CODED = ("stances", "issues", "positions", "actors")
# Name, and that of its function -> its module, and the tables that it needs.
_HOMES = {
    "counts": ("chronology", ("events", "actors")),
    "meetings": ("chronology", ("events", "actors")),
    "gap": ("chronology", ("events", "actors")),
    "contacts": ("chronology", ("events", "actors")),
    "launches": ("launches", ("missile_tests", "events", "actors")),
    "kinds": ("launches", ("missile_tests", "events")),
    "windows": ("launches", ("missile_tests", "events", "actors")),
    "lists": ("lists", ("missile_tests", "provocations")),
    "stances": ("stances", CODED),
    "movement": ("movement", CODED),
    "expected": ("stances", CODED),
    "agreement": ("codings", CODED),
    "distances": ("distances", (*CODED, "un_ideal_points")),
    "trade": ("trade", ("trade",)),
    "links": ("border", ("threads", "events")),
    "sequence": ("border", ("threads", "events", "actors")),
    "forecast_hedges": ("forecasts", ("forecasts", "claims", "speakers", "hedges")),
    "forecast_outcomes": ("forecasts", ("forecasts", "claims", "speakers")),
    "verdicts": ("claims", ("claims", "speakers", "codes")),
    "voices": ("voices", ("paragraphs", "speakers", "actors")),
    "heard": ("voices", ("events", "actors", "paragraphs", "speakers")),
    "hedges": ("voices", ("hedges", "excerpts", "paragraphs", "speakers")),
}


class _Explorers(Mapping):
    def __getitem__(self, name):
        home, tables = _HOMES[name]
        return getattr(importlib.import_module(f"{__name__}.{home}"), name), tables

    def __contains__(self, name):
        return name in _HOMES

    def __iter__(self):
        return iter(_HOMES)

    def __len__(self):
        return len(_HOMES)


# Name -> (declaration, tables that it needs). Lessons, tests and the static
# site take their explorers from here.
EXPLORERS = _Explorers()
