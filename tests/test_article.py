"""Excerpts stand in the article word for word; statement and evidence lead to each other."""

import hashlib
import html
import json

import pandas as pd
import pytest

from crossroads import read, show_excerpt, show_sources
from crossroads.learn.scoring import sample_card
from crossroads.pack.evidence import evidence_row, evidence_words
from crossroads.words.plain import parts
from tests.conftest import ROOT

FINGERPRINT = json.loads((ROOT / "tests" / "article_fingerprint.json").read_text())


def shingles(text, size=4):
    words = text.split()
    runs = (" ".join(words[start : start + size]) for start in range(len(words) - size + 1))
    return [hashlib.sha256(run.encode()).hexdigest()[:10] for run in runs]


def test_every_excerpt_is_in_its_paragraph_word_for_word(pack):
    for _, row in pack.excerpts.iterrows():
        found = shingles(row["text"])
        assert found, row["excerpt_id"]
        assert set(found) <= set(FINGERPRINT["shingles"][row["paragraph"]]), row["excerpt_id"]
    assert not set(shingles("fears that Pyongyang would hide its frustration")) <= set(
        FINGERPRINT["shingles"][1]
    )
    assert set(range(1, 25)) <= set(pack.excerpts["paragraph"])


def test_words_by_speaker_and_by_span_add_up_to_the_paragraphs(pack):
    counted = pack.paragraphs.groupby("paragraph")["words"].sum()
    assert counted.to_list() == FINGERPRINT["words"]
    assert (pack.paragraphs["words_quoted"] <= pack.paragraphs["words"]).all()
    spans = pack.spans.assign(words_quoted=pack.spans["words"].where(pack.spans["quoted"] == "yes"))
    columns, keys = ["words", "words_quoted"], ["paragraph", "speaker_id"]
    by_span = spans.groupby(keys)[columns].sum().astype(int)
    by_hand = pack.paragraphs.set_index(keys)[columns].sort_index().astype(int)
    pd.testing.assert_frame_equal(by_span, by_hand)


def test_no_evidence_was_public_after_the_day_that_the_verdict_names(any_pack):
    pack, compared = any_pack, 0
    for table, column in (("claims", "evidence"), ("forecasts", "outcome_evidence")):
        for _, row in pack.table(table).iterrows():
            for reference in parts(row[column]):
                evidence = evidence_row(pack, reference)
                for name in ("known_date", "published"):
                    if name in evidence and evidence[name] == evidence[name]:
                        compared += 1
                        assert evidence[name] <= row["known_date"], (row.iloc[0], reference)
    assert compared > 60


def test_a_forecast_is_of_the_speaker_of_its_claim(pack):
    speakers = pack.claims.set_index("claim_id")["speaker_id"]
    of_claims = speakers[pack.forecasts["claim_id"]].tolist()
    assert of_claims == pack.forecasts["speaker_id"].tolist()


def test_from_a_sentence_to_its_evidence_and_back(pack):
    content = read(pack, 7).children[0]._content
    reader = content["claims"]
    assert len(reader) >= 3
    rows = pack.claims.set_index("claim_id")
    for claim, told in reader.items():
        row = rows.loc[claim]
        assert told["quote"] == row["quote"] and told["now"]["reasoning"] == row["reasoning"]
        lines = [content["evidence"][place] for place in told["now"]["evidence"]]
        assert {line["row"] for line in lines} == {*parts(row["evidence"])}
        for line in lines:
            assert line["text"] == evidence_words(pack, line["row"])
            back = read(pack, evidence=line["row"]).children[0]._content["claims"]
            assert claim in back
            assert all(
                line["row"] in parts(pack.claims.set_index("claim_id").loc[one, "evidence"])
                for one in back
            )
    with pytest.raises(KeyError, match="did you mean 'hanoi-2019'"):
        read(pack, evidence="events:hanoi-2091")


def test_cards_escape_what_comes_from_a_table(pack):
    hostile = pack.as_of("2100-01-01")
    hostile.excerpts.loc[0, "text"] = '<script>alert(1)</script> & "북한"'
    markup = show_excerpt(hostile, 0)._repr_html_()
    assert "<script>" not in markup and "&lt;script&gt;" in markup and "북한" in markup
    hostile.samples.loc[0, "text"] = "**<img src=x onerror=alert(1)>**"
    markup = sample_card(hostile, hostile.samples.loc[0, "sample_id"])._repr_html_()
    assert "<img" not in markup
    hostile.claims.loc[0, "reasoning"] = "<b>bold</b>"
    hostile.excerpts.loc[0, "text"] = pack.excerpts.loc[0, "text"]
    shown = read(hostile, int(hostile.claims["paragraph"][0])).children[0]._stored()
    assert "<b>" not in shown and "&lt;b&gt;" in shown


def test_cards_say_what_they_cannot_show(pack):
    with pytest.raises(ValueError, match="no excerpt of paragraph 99"):
        show_excerpt(pack, 2, 99)
    assert sample_card(pack, "99.nothing") is None
    for sample_id in pack.samples["sample_id"]:
        assert "{" not in str(sample_card(pack, sample_id)), sample_id


def test_sources_of_rows(pack):
    words = str(show_sources(pack, "events", ["hanoi-2019"]))
    row = pack.events.set_index("event_id").loc["hanoi-2019"]
    named = {row["source_id"], *parts(row["more_sources"])}
    titles = pack.sources.set_index("source_id")["title"]
    assert named and all(titles[one] in words for one in named)
    # An address is a link, and nothing in it is markup.
    address = pack.sources.set_index("source_id").loc[row["source_id"], "address"]
    markup = show_sources(pack, "events", ["hanoi-2019"])._repr_html_()
    assert f'<a href="{html.escape(address)}" rel="noopener">' in markup
    hostile = pack.as_of("2100-01-01")
    own = hostile.sources["source_id"] == row["source_id"]
    for given in ('https://a.b/"onclick="alert(1)', "javascript:alert(1)"):
        hostile.sources.loc[own, "address"] = given
        markup = show_sources(hostile, "events", ["hanoi-2019"])._repr_html_()
        assert '/"onclick' not in markup.replace('>https://a.b/"onclick', ">")
        assert 'href="javascript' not in markup


def test_every_event_has_a_source_that_was_read(pack):
    how = pack.sources.set_index("source_id")["how_read"]
    assert how["memory"] == "memory"
    assert not pack.events["source_id"].map(how).isin(["cited", "memory"]).any()


def test_meetings_of_the_leader_are_all_there(pack):
    """Five with Xi, three each with Moon and Trump, one with Putin, and nobody forgotten."""
    from crossroads.charts.chronology import select_meetings

    counts = select_meetings(pack)["counterpart_id"].value_counts()
    assert {"xi": 5, "moon": 3, "trump": 3, "putin": 1}.items() <= counts.to_dict().items()
