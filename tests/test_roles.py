"""A pack in which nobody plays a part that the course's article has: counted right, or left out."""

import re

import pytest

from crossroads import compare, explore, load_pack
from crossroads.learn.article import LeftOut
from crossroads.learn.opening import EXPLORERS, declared
from tests.conftest import ROOT, viewed


def no_reporter(pack):
    pack.speakers.loc[pack.speakers["kind"] == "reporter", "kind"] = "official"


def no_leader(pack):
    here = set(";".join(pack.events["actors"]).split(";"))
    alone = next(one for one in pack.actors["actor_id"] if one not in here)
    pack.article.loc[0, "focus_actor_id"] = alone


def one_side(pack):
    pack.actors["country"] = "SUN"


def words_of(pack, name):
    view = viewed(pack, name)
    return " ".join([view.title, view.subtitle, view.sentence])


def hedges_are_of_all_words(pack):
    whole = len(re.findall(r"\S+", " ".join(pack.excerpts["text"])))
    for by in ("kind", "speaker", "how"):
        assert viewed(pack, "hedges", by=by).facts["whole"] == whole
    # A paragraph in which one alone speaks is that one's; in others what nobody said is nobody's.
    rows = pack.paragraphs[pack.paragraphs["words"] > 0]
    alone = rows.groupby("paragraph")["speaker_id"].agg(lambda who: len(set(who)) == 1)
    assert alone.any() and not alone.all()
    table = viewed(pack, "hedges", by="speaker", measure="number").table
    assert "Nobody whom the table names" in set(table["group"]) and len(table) > 2
    assert viewed(pack, "heard").facts["all_words"] == pack.paragraphs["words"].sum()
    assert "own" not in declared(pack, "voices").controls
    assert viewed(pack, "voices").facts["whole"] == pack.paragraphs["words"].sum()
    assert not re.search("[Rr]eporter|pale,", " ".join(map(lambda n: words_of(pack, n), VOICES)))


def meetings_are_left_out(pack):
    for name in ("counts", "meetings"):
        assert isinstance(declared(pack, name), LeftOut)
        assert "This part needs a meeting of" in repr(explore(pack, name))


def nobody_meets_oneself(pack):
    assert "This part needs a leaders' meeting or" in repr(explore(pack, "contacts"))
    meeting = pack.events.loc[pack.events["kind"] == "summit", "event_id"].iloc[0]
    assert "needs two actors of two countries" in repr(compare((pack, meeting)))


VOICES = ("voices", "heard", "hedges")
ROLES = {
    "a reporter": (no_reporter, hedges_are_of_all_words, "speakers"),
    "a leader who meets somebody": (no_leader, meetings_are_left_out, "events"),
    "a second side": (one_side, nobody_meets_oneself, "actors"),
}


@pytest.mark.parametrize("role", ROLES)
def test_no_wrong_number_where_nobody_is(role):
    """That pack has no launches either."""
    lose, holds, table = ROLES[role]
    pack = load_pack(ROOT / "examples" / "reykjavik").as_of("2100-01-01")
    lose(pack)
    holds(pack)
    for name in [one for one, (_, needs) in EXPLORERS.items() if table in needs]:
        if not isinstance(declared(pack, name), LeftOut):
            assert not re.search(r"\b(nan|NaT|None|<NA>)\b", words_of(pack, name)), name
