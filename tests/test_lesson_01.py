"""Lesson 1: who speaks, who is only spoken about, how they hedge, and how a learner sorts."""

import json
import re
from collections import Counter

import pytest

from crossroads import load_pack, show_article, show_hedges, show_speakers, tag_claims
from crossroads.charts import quotes, voices
from crossroads.learn.tagging import statements
from crossroads.words.tags import escape
from tests.conftest import ROOT, viewed
from tests.packs import changed, paragraphs, rows_of, without


def test_the_source_is_shown_and_the_text_is_not(pack):
    card, row = show_article(pack), rows_of("article")[0]
    markup = card._repr_html_()
    for shown in (row["headline"], row["outlet"], row["funder"], "the exact day is not known"):
        assert shown in str(card)
    assert "<details>" in markup and row["date_note"][:25] in markup
    assert not any(one[:40] in markup for one in pack.excerpts["text"].iloc[1:])
    columns = {"date_precision": "day", "headline": "<b>War & peace</b>", "date_note": ""}
    card = show_article(changed(pack, article=pack.article.assign(**columns)))
    assert "Date | 10 December 2020\n" in str(card)
    assert "<b>" not in card._repr_html_() and "&lt;b&gt;War &amp; peace" in card._repr_html_()
    folded = pack.words.say("origin-date-note")
    assert folded in markup and folded not in card._repr_html_()


def test_the_speakers_card_says_what_the_article_does_not(pack):
    card = show_speakers(pack)
    assert "James Kim:" in str(card) and "Asan Institute for Policy Studies" in str(card)
    assert "His employer hosted the speech" in card._repr_html_()
    assert str(card).index("VOA (the reporter)") < str(card).index("Pyongyang")


@pytest.mark.parametrize("narrow", [False, True])
def test_the_strip_has_every_word_in_reading_order_and_marks_those_of_the_largest(pack, narrow):
    declared = voices.voices(pack)
    start, without = (
        declared.view({**declared.start(), "own": own}, narrow)["figure"]["data"]
        for own in (declared.start()["own"], "without")
    )
    strip, pale = (next(one for one in data if "base" in one) for data in (start, without))
    assert sum(strip["x"]) == sum(int(row["words"]) for row in rows_of("paragraphs"))
    ends = [base + part for base, part in zip(strip["base"], strip["x"], strict=True)]
    assert strip["base"] == [0, *ends[:-1]]
    for shown, hover in zip(strip["marker"]["color"], strip["hovertext"], strict=True):
        assert (shown == "@record") == (": VOA (the reporter), " in hover)
    pale = zip(pale["marker"]["opacity"], pale["hovertext"], strict=True)
    assert all((one == 0) == (": VOA (the reporter), " in hover) for one, hover in pale)


def test_who_acts_and_says_nothing_and_what_a_long_chart_leaves_out(pack):
    table = viewed(pack, "heard", by="actor").table
    assert not {"VOA", "VOA (the reporter)"} & {*table["group"]}
    more = viewed(pack, "heard", by="actor", told="implied")
    assert len(more.figure["data"][-1]["y"]) == voices.MOST_ROWS < len(more.table)
    left = f"{len(more.table) - voices.MOST_ROWS} others"
    assert any(left in note["text"] for note in more.figure["layout"]["annotations"])


EMPTY = [
    ("paragraphs", {"words_quoted": 0}, "voices", {"count": "quoted"}, "no words in", "no words"),
    ("events", {"in_article": "no"}, "heard", {}, "no event of the article.", "no event"),
    ("hedges", {"word": "zzz"}, "hedges", {"measure": "rate"}, "have no hedges", "have no hedges"),
    ("hedges", {"word": "zzz"}, "hedges", {"measure": "number"}, "have no", "The excerpts have no"),
]


@pytest.mark.parametrize("table, cells, name, choice, sentence, title", EMPTY)
def test_a_chart_of_nothing_says_so(pack, table, cells, name, choice, sentence, title):
    bare = changed(pack, **{table: pack.table(table).assign(**cells)})
    shown = viewed(bare, name, **choice)
    assert sentence in shown.sentence and title in shown.title


# Hedges -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def found(pack):
    return voices.select_hedges(pack, voices.select_words(pack))


def test_every_hit_stands_where_it_says_and_none_is_missing(pack, found):
    texts = pack.excerpts.set_index("excerpt_id")["text"]
    kinds = {row["word"]: row["kind"] for row in rows_of("hedges")}
    assert len(kinds) > 80 and len(found) > 40
    for row in found.itertuples():
        shown = texts[row.excerpt_id][row.start : row.end]
        assert shown.lower().replace("’", "'") == row.word and kinds[row.word] == row.kind
    # Counted in another way: word by word, for words that no longer entry contains.
    words = Counter(re.findall(r"[a-z'’-]+", " ".join(texts).lower()))
    for word in ("might", "could", "likely", "never", "unsure", "seemed", "believe", "literally"):
        assert (found["word"] == word).sum() == words[word] > 0, word


def test_a_hedge_goes_to_whoever_uses_it(found):
    """Read in the article: paragraph, word, who says it, and how."""
    rows = found[["paragraph", "word", "speaker_id", "how"]].to_numpy().tolist()
    for row in (
        [1, "never", "voa", "own words"],
        [5, "might", "biegun", "quoted"],
        [8, "unsure", "voa", "own words"],
        [8, "could", "many-analysts", "summarised"],
        [14, "might", "james-kim", "quoted"],
        [15, "likely", "un-report", "summarised"],
        [19, "could", "hee-jin-koo", "quoted"],
    ):
        assert [one for one in rows if one[:2] == row[:2]] == [row]


def test_capitals_inside_a_sentence_are_names():
    listed = ["may", "if", "almost", "almost all", "all", "don't see"]
    for text, words in {
        "It ended in May 2018. May we go? “If so.” I don’t see it": ["may", "if", "don't see"],
        "almost all trade, all links, mayor, dismay": ["almost all", "all"],
    }.items():
        assert [one[2] for one in quotes.find_hedges(text, listed)] == words
    assert quotes.find_hedges("could", []) == quotes.find_hedges("", listed) == []


@pytest.mark.parametrize("narrow", [False, True])
def test_hedges_are_drawn_in_all_and_in_pairs_of_every_kind(pack, found, narrow):
    declared = voices.hedges(pack)
    view = declared.view({"by": "kind", "kind": "hedges", "measure": "rate"}, narrow)
    tiles, texts = view["figure"]["data"]
    assert Counter(tiles["marker"]["color"]) == {"@record": 2 * 14, "@muted": 2 * 15}
    said = dict(zip(texts["text"], texts["textfont"]["color"], strict=True))
    assert said["<b> 4.7 (14)</b>"] == "@record" and said["<b> 2.4 (15)</b>"] == "@muted"
    counted = [text for text in texts["text"] if re.search(r"none$|\d\)$", text)]
    assert counted[:4] == [" 2.0 (6)", " none", " none", " 1.5 (9)"] and len(counted) == 2 * 4
    bold = Counter(re.search("<b>(.*?)</b>", text)[1].lower() for text in tiles["hovertext"])
    assert (bold["might"], bold["could"]) == (2 * 3, 2 * 3)
    sentences = [text for text in texts["text"] if "“" in text]
    by = [text.replace("\xa0", " ").split("– ")[1] for text in sentences]
    assert by == ["Hee-jin Koo, retold", "VOA (the reporter)", "Hee-jin Koo, retold"]
    bold = [re.search("<b>(.*?)</b>", text)[1] for text in sentences]
    assert bold == ["might", "much of", "expects"]
    rates = viewed(pack, "hedges", by="how").table.set_index("group")["per_100_words"]
    assert rates["Quoted"] > rates["Reporter's own words"], "the text of the lesson says so"


@pytest.mark.parametrize("folder", ["data", "examples/reykjavik"])
def test_no_quotation_shown_holds_a_hedge_that_is_counted_elsewhere(folder):
    """The reporter, who has no word of possibility, was once quoted with a "could"."""
    some = load_pack(ROOT / folder)
    kinds = dict(zip(some.hedges["word"], some.hedges["kind"], strict=True))
    figure = viewed(some, "hedges").figure
    shown = [text for one in figure["data"] for text in one.get("text", ()) if "“" in text]
    assert shown
    for text in shown:
        words = quotes.find_hedges(re.sub("<br>", " ", re.sub("</?b>", "", text)), kinds)
        assert len({kinds[word] for *_, word in words} - {"booster"}) == 1, text


def test_the_card_marks_each_hedge_without_relying_on_colour(pack, found):
    card = show_hedges(pack, 18, 22)
    markup = card._repr_html_()
    here = found[found["paragraph"].isin([18, 22])]
    boosters = (here["kind"] == "booster").sum()
    assert markup.count("<mark") == len(here) and markup.count("2px dashed") == boosters > 0
    assert markup.count("<u>") == len(here) - boosters > 0
    assert "_might_ have to pay" in str(card) and "*never*" in str(card)
    assert f"{len(rows_of('hedges'))} words" in markup
    with pytest.raises(ValueError, match="no excerpt of paragraph 99"):
        show_hedges(pack, 99)
    text = pack.excerpts["text"].where(pack.excerpts["paragraph"] != 2, "<script>might</script>")
    markup = show_hedges(changed(pack, excerpts=pack.excerpts.assign(text=text)), 2)._repr_html_()
    assert "<script>" not in markup and "<u>might</u>" in markup
    assert "does not have" in str(show_hedges(without(pack, "hedges"), 2))


# Fact, judgement, forecast ------------------------------------------------------------


def test_a_table_chooses_the_statements_and_gives_reasons(pack):
    chosen = statements(pack)
    named = [f"01.tag-{row['claim_id']}" for row in rows_of("tagging")]
    assert sorted(chosen["answer_id"]) == sorted(named) and 8 <= len(chosen) <= 12
    assert set(chosen["kind"]) == {"fact", "judgement", "forecast"}
    assert (chosen["why"].str.len() > 40).all() and not chosen["why"].str.contains("{").any()
    assert chosen["paragraph"].is_monotonic_increasing
    # Another pack gets statements of each kind.
    chosen = statements(changed(pack, tagging=pack.tagging.iloc[:0]))
    assert len(chosen) == 10 and (chosen["why"] == "").all()
    assert chosen["kind"].value_counts().min() >= 3
    assert "does not have" in str(tag_claims(without(pack, "claims")))


def test_the_comparison_counts_gives_reasons_and_waits_for_the_learner(pack, answers_folder):
    widget, reasons = tag_claims(pack), statements(pack).set_index("claim_id")["why"]
    for one, message in (("judgment", "did you mean 'judgement'"), ("fact", "unknown statement")):
        with pytest.raises(ValueError, match=message):
            widget.value = {"c99z" if one == "fact" else widget._criteria[0][0]: one}
    sent = json.dumps(
        widget.get_state(["value", "_text", "_criteria", "_message", "_sentence", "_answer"])
    )
    assert not [reason for reason in reasons if reason[:30] in sent]
    widget._asked = 1
    assert "Sort a statement first" in widget._sentence
    kinds = pack.claims.set_index("claim_id")["kind"]
    ids = [item[0] for item in widget._criteria]
    right = {one: kinds[one] for one in ids}
    widget.value = {ids[0]: "fact"}
    assert widget._message.startswith("Saved") and "to go" in widget._message
    other = {one: "fact" if right[one] != "fact" else "forecast" for one in ids[-3:]}
    widget.value = right | other
    same, table = len(ids) - 3, widget._answer
    share = f"agree on {same} of {len(ids)} statements ({100 * same / len(ids):.0f}%)"
    assert share in widget._sentence
    assert (table.count("(differs)"), table.count("(same)")) == (3, same)
    assert table.rindex("(differs)") < table.index("(same)") and reasons[ids[-1]][:12] in table
    widget.value = {**widget.value, ids[-1]: right[ids[-1]]}
    assert f"agree on {same + 1} of" in widget._sentence
    again, stored = tag_claims(pack), widget._repr_mimebundle_()
    assert again._sentence == "" and repr(again) == repr(widget)
    for quote, (_, _, _, more) in zip(statements(pack)["quote"], widget._criteria, strict=True):
        assert escape(quote) in more and quote in stored["text/plain"]
    assert "Judgement" in stored["text/html"]


# Texts --------------------------------------------------------------------------------


def test_what_the_texts_quote_stands_in_the_article_and_the_tables(pack):
    article = " ".join(pack.excerpts["text"]).replace("’", "'")
    told = " ".join(text for name, text in paragraphs().items() if name.startswith("01."))
    for quotation in ("this unlikely partnership", "lashed out"):
        assert quotation in article and quotation in told
    # The think tank is the analyst's employer: the claim's evidence names him.
    claim = next(row for row in rows_of("claims") if row["claim_id"] == "c05b")
    employer = pack.speakers.set_index("speaker_id").loc["james-kim", "employer"]
    assert "speakers:james-kim" in claim["evidence"] and "Asan Institute" in claim["reasoning"]
    assert employer in paragraphs()["01.link"] and "proves no slant" in paragraphs()["01.link"]
    # No North Korean voice but through state media or the reporter.
    north = pack.speakers[pack.speakers["country"] == "PRK"].set_index("speaker_id")
    assert set(north.index) == {"kim-yo-jong", "pyongyang"}
    own = pack.paragraphs[pack.paragraphs["speaker_id"] == "pyongyang"]
    assert own["words_quoted"].sum() == 0
