"""Lesson 1: who speaks, who is only spoken about, how they hedge, and how a learner sorts."""

import csv
import json
import re
from collections import Counter

import pytest

from crossroads import load_pack, show_article, show_hedges, show_speakers, tag_claims
from crossroads.charts import voices
from crossroads.learn import answers
from crossroads.learn.questions import right_choices
from crossroads.learn.tagging import statements
from crossroads.pack.pack import Pack
from crossroads.words.lookups import fill
from tests.conftest import ROOT, viewed
from tests.packs import paragraphs


def rows_of(name):
    with (ROOT / "data" / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def counted(column, key):
    """Add up the words of the whole text by a property of the speaker, from the files."""
    speakers = {row["speaker_id"]: row for row in rows_of("speakers")}
    total = Counter()
    for row in rows_of("paragraphs"):
        total[speakers[row["speaker_id"]][key]] += int(row[column])
    return total


def without(pack, *names):
    tables = {one["name"]: getattr(pack, one["name"]) for one in pack.descriptor["resources"]}
    return Pack(pack.descriptor, {name: rows for name, rows in tables.items() if name not in names})


# Before reading ----------------------------------------------------------------


def test_the_source_is_shown_and_the_text_is_not(pack):
    article = rows_of("article")[0]
    card = show_article(pack)
    for column in ("headline", "outlet", "funder"):
        assert article[column] in str(card)
    assert "December 2020; the exact day is not known" in str(card)
    markup = card._repr_html_()
    assert "<details>" in markup and article["date_note"][:25] in markup
    excerpts = [row["text"] for row in rows_of("excerpts") if row["paragraph"] != "0"]
    assert len(excerpts) > 20
    assert not any(text[:40] in markup for text in excerpts)


def test_a_source_with_a_known_day_says_the_day_and_escapes(pack):
    other = pack.as_of("2100-01-01")
    other.article.loc[0, ["date_precision", "headline"]] = ["day", "<b>War & peace</b>"]
    other.article.loc[0, "date_note"] = ""
    card = show_article(other)
    assert "Date: 10 December 2020\n" in str(card)
    assert "<b>" not in card._repr_html_() and "&lt;b&gt;War &amp; peace" in card._repr_html_()
    folded = pack.words.say("origin-date-note")
    assert folded in show_article(pack)._repr_html_() and folded not in card._repr_html_()


# Whose words -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "count", "column"),
    [("employer", "words", "words"), ("country", "quoted", "words_quoted")],
)
def test_shares_are_those_of_the_whole_text(pack, by, count, column):
    expected = counted(column, by)
    shown = viewed(pack, "voices", by=by, count=count)
    assert shown.facts["whole"] == sum(expected.values()) > 100
    assert list(shown.table["counted"]) == sorted(expected.values(), reverse=True)


def test_sentence_title_chart_and_table_have_the_same_numbers(pack):
    speakers, whole = counted("words", "name"), sum(counted("words", "name").values())
    shown = viewed(pack, "voices")
    for name, number in speakers.most_common(4):
        assert f"{name} {number} ({100 * number / whole:.0f}%)" in shown.sentence
    assert dict(zip(shown.table["group"], shown.table["counted"], strict=True)) == {
        name[0].upper() + name[1:]: number for name, number in speakers.items()
    }
    (first, most), (second, next_most) = speakers.most_common(2)
    shares = [f"{100 * number / whole:.0f}%" for number in (most, next_most)]
    assert shown.title == f"{first}: {shares[0]} of the words; next {second}, {shares[1]}"
    assert shown.figure["data"][0]["x"] == sorted(speakers.values(), reverse=True)


@pytest.mark.parametrize("narrow", [False, True])
def test_the_strips_have_every_word_in_reading_order(pack, narrow):
    declared = voices.voices(pack)
    strip = declared.view(declared.start(), narrow)["figure"]["data"][2]
    assert sum(strip["x"]) == sum(int(row["words"]) for row in rows_of("paragraphs"))
    ends = [base + part for base, part in zip(strip["base"], strip["x"], strict=True)]
    assert strip["base"] == [0, *ends[:-1]]
    kinds = {row["name"]: row["kind"] for row in rows_of("speakers")}
    for colour, hover in zip(strip["marker"]["color"], strip["hovertext"], strict=True):
        name = hover.split(": ", 1)[1].rsplit(", ", 1)[0]
        assert colour == "@voice-" + kinds[name].replace(" ", "-")


def test_without_the_reporter_the_named_analysts_have_most(pack):
    kinds = counted("words", "kind")
    del kinds["reporter"]
    assert kinds.most_common(1)[0][0] == "analyst"
    facts = viewed(pack, "voices", by="kind", own="without").facts
    assert facts["first"] == ["named analysts"] and facts["first_number"] == kinds["analyst"]
    assert facts["whole"] == sum(kinds.values())
    chosen = pack.choices[pack.choices["question_id"] == "01.who"].set_index("choice")["text"]
    assert [chosen[one] for one in right_choices(pack, "01.who")] == ["Analysts whom it names"]


def test_paragraphs_are_counted_once_for_each_voice(pack):
    carried = {
        row["paragraph"] for row in rows_of("paragraphs") if row["speaker_id"] == "james-kim"
    }
    shown = viewed(pack, "voices", count="paragraphs")
    assert shown.table.set_index("group")["counted"]["James Kim"] == len(carried) > 1
    assert "may carry several voices" in shown.sentence


def test_a_text_without_quotations_says_so(pack):
    bare = pack.as_of("2100-01-01")
    bare.paragraphs["words_quoted"] = 0
    shown = viewed(bare, "voices", count="quoted")
    assert "no words in quotation marks" in shown.sentence and "no words in" in shown.title


def test_the_speakers_card_says_what_the_article_does_not(pack):
    card = show_speakers(pack)
    asan = next(row for row in rows_of("speakers") if row["speaker_id"] == "james-kim")
    assert asan["employer"] in str(card) and f"{asan['name']}:" in str(card)
    assert "His employer hosted the speech" in asan["note"]
    assert "His employer hosted the speech" in card._repr_html_()
    assert str(card).index("VOA (the reporter)") < str(card).index("Pyongyang")


# Who acts, who is heard -----------------------------------------------------------


def events_by_country(codes):
    countries = {row["actor_id"]: row["country"] for row in rows_of("actors")}
    events = [row for row in rows_of("events") if row["in_article"] in codes]
    sides = Counter()
    for row in events:
        sides.update({countries[one.strip()] for one in row["actors"].split(";")})
    return sides, len(events)


def test_north_korea_acts_most_and_is_heard_least(pack):
    for told, codes in (("named", {"named"}), ("implied", {"named", "implied"})):
        sides, whole = events_by_country(codes)
        shown = viewed(pack, "heard", told=told)
        row = shown.table.set_index("group").loc["North Korea"]
        assert row["events"] == sides["PRK"] == max(sides.values())
        words = counted("words", "country")["PRK"]
        others = sum(counted("words", "kind").values()) - counted("words", "kind")["reporter"]
        assert row["heard_words"] == words
        assert f"{sides['PRK']} of {whole} events involve North Korea" in shown.sentence
        assert f"Of {others} words that are not the reporter's own, {words} are" in shown.sentence
        assert shown.title.startswith(f"North Korea: in {sides['PRK']} of {whole} events, with ")


def test_no_north_korean_voice_but_through_state_media_or_the_reporter(pack):
    north = pack.speakers[pack.speakers["country"] == "PRK"].set_index("speaker_id")
    assert set(north.index) == {"kim-yo-jong", "pyongyang"}
    assert north.loc["kim-yo-jong", "employer_kind"] == "party or state media"
    own = pack.paragraphs[pack.paragraphs["speaker_id"] == "pyongyang"]
    assert own["words_quoted"].sum() == 0
    assert fill(pack, "{count[speakers][country=PRK]}") == "2"
    assert right_choices(pack, "01.north") == [2]
    sentence = viewed(pack, "heard").sentence
    assert "Kim Yo Jong 15 (party or state media)" in sentence and "Pyongyang 7" in sentence


def test_persons_who_act_and_say_nothing(pack):
    shown = viewed(pack, "heard", by="actor")
    table = shown.table.set_index("group")
    assert table["heard_words"]["Kim Jong Un"] == 0 and table["events"]["Kim Jong Un"] > 1
    assert table["heard_words"]["Biegun"] == counted("words", "name")["Stephen Biegun"]
    assert "VOA" not in table.index and "VOA (the reporter)" not in table.index
    more = viewed(pack, "heard", by="actor", told="implied")
    assert len(more.figure["data"][1]["y"]) == voices.MOST_ROWS < len(more.table)
    left = len(more.table) - voices.MOST_ROWS
    assert any(f"{left} others" in note["text"] for note in more.figure["layout"]["annotations"])


def test_an_article_without_events_says_so(pack):
    bare = pack.as_of("2100-01-01")
    bare.events["in_article"] = "no"
    shown = viewed(bare, "heard")
    assert shown.sentence == "The table has no event of the article."
    assert "no event" in shown.title


# Hedges -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def found(pack):
    return voices.select_hedges(pack, voices.select_words(pack))


def test_every_hit_stands_where_it_says_and_is_in_the_list(pack, found):
    texts = pack.excerpts.set_index("excerpt_id")["text"]
    kinds = {row["word"]: row["kind"] for row in rows_of("hedges")}
    assert len(found) > 40
    for row in found.itertuples():
        shown = texts[row.excerpt_id][row.start : row.end]
        assert shown.lower().replace("’", "'") == row.word
        assert kinds[row.word] == row.kind


def test_hits_are_all_there(found):
    """Counted in another way: word by word, for words that no longer entry contains."""
    texts = " ".join(row["text"] for row in rows_of("excerpts"))
    words = Counter(re.findall(r"[a-z'’-]+", texts.lower()))
    for word in ("might", "could", "likely", "never", "unsure", "seemed", "believe", "literally"):
        assert words[word] > 0
        assert (found["word"] == word).sum() == words[word], word


@pytest.mark.parametrize(
    ("paragraph", "word", "speaker", "how"),
    [
        (1, "never", "voa", "own words"),
        (5, "might", "biegun", "quoted"),
        (8, "unsure", "voa", "own words"),
        (8, "could", "many-analysts", "summarised"),
        (14, "might", "james-kim", "quoted"),
        (15, "appeared", "analysts", "summarised"),
        (15, "likely", "un-report", "summarised"),
        (18, "could", "hee-jin-koo", "summarised"),
        (19, "could", "hee-jin-koo", "quoted"),
        (22, "might", "kim-yo-jong", "quoted"),
        (23, "could", "james-kim", "summarised"),
    ],
)
def test_a_hedge_goes_to_whoever_uses_it(found, paragraph, word, speaker, how):
    rows = found[(found["paragraph"] == paragraph) & (found["word"] == word)]
    assert rows[["speaker_id", "how"]].to_numpy().tolist() == [[speaker, how]]


def test_words_by_rule_are_near_the_words_counted_by_hand(pack):
    """The rule is coarser: it knows quotations and claims only."""
    by_rule = voices.select_words(pack)["speaker_id"].value_counts()
    by_hand = {}
    for row in rows_of("paragraphs"):
        if row["paragraph"] != "25":  # The line on contributors is not excerpted.
            by_hand[row["speaker_id"]] = by_hand.get(row["speaker_id"], 0) + int(row["words"])
    assert by_rule.sum() == sum(by_hand.values())
    moved = sum(abs(by_rule.get(who, 0) - number) for who, number in by_hand.items()) / 2
    assert 0 < moved < 40


def test_capitals_inside_a_sentence_are_names():
    listed = ["may", "if", "almost", "almost all", "all", "don't see"]

    def hits(text):
        return [one[2] for one in voices.find_hedges(text, listed)]

    assert hits("It ended in May 2018. May we go? “If so.” I don’t see it") == [
        "may",
        "if",
        "don't see",
    ]
    assert hits("almost all trade, all links, mayor, dismay") == ["almost all", "all"]
    assert hits("") == [] and voices.find_hedges("could", []) == []


def test_rates_and_their_sentence(pack, found):
    words = voices.select_words(pack)
    hedges = found[found["kind"] != "booster"]
    analysts = {"james-kim", "hee-jin-koo", "yang-moo-jin"}
    number = hedges["speaker_id"].isin(analysts).sum()
    total = words["speaker_id"].isin(analysts).sum()
    rate = f"{100 * number / total:.1f}"
    shown = viewed(pack, "hedges", by="kind")
    assert f"have {len(hedges)} hedges" in shown.sentence
    assert f"named analysts {rate} ({number} in {total} words)" in shown.sentence
    assert shown.title.startswith(f"Named analysts: {rate} hedges per 100 words; the reporter: ")
    table = shown.table.set_index("group")
    assert table["found"]["Named analysts"] == number > 5
    assert table["per_100_words"]["Named analysts"] == rate > table["per_100_words"]["The reporter"]
    assert table["words"]["Documents"] < 100
    assert table["per_100_words"]["Documents"] == "too few words"
    rates = viewed(pack, "hedges", by="how").table.set_index("group")["per_100_words"]
    assert rates["Quoted"] > rates["Reporter's own words"], "the text of the lesson says so"
    chosen = pack.choices[pack.choices["question_id"] == "01.hedger"].set_index("choice")["text"]
    assert [chosen[one] for one in right_choices(pack, "01.hedger")] == ["The named analysts"]


@pytest.mark.parametrize("narrow", [False, True])
def test_each_kind_of_hedge_has_its_bar_and_a_sentence_for_each_group(pack, found, narrow):
    declared = voices.hedges(pack)
    view = declared.view({"by": "kind", "kind": "hedges", "measure": "rate"}, narrow)
    bars = [one for one in view["figure"]["data"] if one["type"] == "bar"]
    (drawn,) = [one for one in view["figure"]["data"] if one.get("mode") == "text"]
    notes = " ".join(note["text"] for note in view["figure"]["layout"]["annotations"])
    bold = [re.search("<b>(.*?)</b>", text)[1].lower() for text in drawn["text"]]
    kinds = {row["speaker_id"]: row["kind"] for row in rows_of("speakers")}
    expected = [
        row
        for row in found.itertuples()
        if row.kind != "booster" and kinds[row.speaker_id] in {"analyst", "reporter"}
    ]
    assert bars[0]["text"] == ["<b>4.7 (14)</b>", "<b>2.4 (15)</b>"]
    numbers = [re.search(r"\((\d+)\)", text) for one in bars[1:] for text in one["text"]]
    counted = Counter((kinds[row.speaker_id], row.kind) for row in expected)
    assert sorted(int(one[1]) for one in numbers if one) == sorted(counted.values())
    assert len(bold) == len(counted) == 10
    words = [row.word for row in expected]
    assert not Counter(bold) - Counter(word.replace("\u2019", "'") for word in words)
    assert "officials 5" in notes and "Too few words to compare" in notes


def test_a_list_that_finds_nothing_says_so(pack):
    other = pack.as_of("2100-01-01")
    other.hedges["word"] = [f"zzz{one}" for one in range(len(other.hedges))]
    for measure in ("rate", "number"):
        shown = viewed(other, "hedges", measure=measure)
        assert "have no hedges" in shown.sentence
        assert shown.title == "The excerpts have no hedges"


def test_the_card_marks_each_hedge_without_relying_on_colour(pack, found):
    card = show_hedges(pack, 18, 22)
    markup = card._repr_html_()
    here = found[found["paragraph"].isin([18, 22])]
    boosters = (here["kind"] == "booster").sum()
    assert markup.count("<mark") == len(here) and 0 < boosters < len(here)
    assert markup.count("<u>") == len(here) - boosters
    assert markup.count("2px dashed") == boosters
    assert "_might_ have to pay" in str(card) and "*never*" in str(card)
    assert f"{len(rows_of('hedges'))} words" in markup
    with pytest.raises(ValueError, match="no excerpt of paragraph 99"):
        show_hedges(pack, 99)


def test_the_card_escapes_and_does_without_a_list(pack):
    hostile = pack.as_of("2100-01-01")
    hostile.excerpts.loc[hostile.excerpts["paragraph"] == 2, "text"] = "<script>might</script>"
    markup = show_hedges(hostile, 2)._repr_html_()
    assert "<script>" not in markup and "<u>might</u>" in markup
    assert "does not have" in str(show_hedges(without(pack, "hedges"), 2))


def test_the_list_is_sound():
    rows = rows_of("hedges")
    assert len({row["word"] for row in rows}) == len(rows) > 80
    assert all(len(row["why"]) > 15 for row in rows)


# Fact, judgement, forecast ------------------------------------------------------------


def test_a_table_chooses_the_statements_and_gives_reasons(pack):
    chosen = statements(pack)
    named = [f"01.tag-{row['claim_id']}" for row in rows_of("tagging")]
    assert sorted(chosen["answer_id"]) == sorted(named) and 8 <= len(chosen) <= 12
    assert set(chosen["kind"]) == {"fact", "judgement", "forecast"}
    assert (chosen["why"].str.len() > 40).all() and not chosen["why"].str.contains("{").any()
    assert chosen["paragraph"].is_monotonic_increasing


def test_another_pack_gets_statements_of_each_kind(pack):
    chosen = statements(Pack(pack.descriptor, {**pack._tables, "tagging": pack.tagging.iloc[:0]}))
    assert len(chosen) == 10 and (chosen["why"] == "").all()
    assert chosen["kind"].value_counts().min() >= 3
    assert "does not have" in str(tag_claims(without(pack, "claims")))


def test_each_answer_is_saved_at_once_and_is_there_again(pack, answers_folder):
    widget = tag_claims(pack)
    first, second = (item["id"] for item in widget._items[:2])
    widget.value = {first: "fact"}
    lines = (answers_folder / answers.FILE_NAME).read_text().splitlines()
    assert len(lines) == 1 and json.loads(lines[0])["question"] == f"01.tag-{first}"
    widget.value = {first: "fact", second: "forecast"}
    widget.value = {first: "judgement", second: "forecast"}
    assert len((answers_folder / answers.FILE_NAME).read_text().splitlines()) == 3
    assert "to go" in widget._message and widget._message.startswith("Saved")
    again = tag_claims(pack)
    assert again.value == {first: "judgement", second: "forecast"}
    assert again._message.startswith("Saved earlier") and again._comparison == {}
    assert repr(again) == repr(widget)
    with pytest.raises(ValueError, match="did you mean 'judgement'"):
        widget.value = {first: "judgment"}
    with pytest.raises(ValueError, match="unknown statement"):
        widget.value = {"c99z": "fact"}
    assert len((answers_folder / answers.FILE_NAME).read_text().splitlines()) == 3


def test_an_answer_that_cannot_be_saved_says_so(pack, answers_folder, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    widget = tag_claims(pack)
    monkeypatch.setattr(answers, "save_answer", refuse)
    widget.value = {widget._items[0]["id"]: "fact"}
    assert widget._message.startswith("NOT saved") and "No space left" in widget._message


def test_the_comparison_counts_and_gives_reasons(pack, answers_folder):
    widget = tag_claims(pack)
    widget._asked = 1
    assert "Sort a statement first" in widget._comparison["sentence"]
    coding = pack.claims.set_index("claim_id")["kind"]
    ids = [item["id"] for item in widget._items]
    differ = ids[:3]
    widget.value = {
        one: coding[one] if one not in differ else ("fact" if coding[one] != "fact" else "forecast")
        for one in ids
    }
    same = len(ids) - 3
    assert (
        f"agree on {same} of {len(ids)} statements ({100 * same / len(ids):.0f}%)"
        in (widget._comparison["sentence"])
    )
    table = widget._comparison["table"]
    assert table.count("(differs)") == 3 and table.count("(same)") == same
    assert table.rindex("(differs)") < table.index("(same)")
    reasons = statements(pack).set_index("claim_id")["why"]
    assert reasons[differ[0]][:12] in table
    widget.value = {**widget.value, differ[0]: coding[differ[0]]}
    assert f"agree on {same + 1} of" in widget._comparison["sentence"]


def test_the_coding_is_not_shown_before_the_learner_asks(pack, answers_folder):
    widget = tag_claims(pack)
    sent = json.dumps(widget.get_state(["value", "_items", "_kinds", "_message", "_comparison"]))
    for reason in statements(pack)["why"]:
        assert reason[:30] not in sent
    for item in widget._items:
        assert set(item) == {"id", "quote", "passage", "who"}
        assert item["quote"] in "".join(item["passage"])
    stored = widget._repr_mimebundle_()
    assert all(item["quote"] in stored["text/plain"] for item in widget._items)
    assert "Judgement" in stored["text/html"]


# Texts and questions --------------------------------------------------------------------


def test_quotations_in_the_texts_stand_in_the_article(pack):
    article = " ".join(pack.excerpts["text"]).replace("’", "'").replace("“", '"').replace("”", '"')
    quotations = [
        "at a local think tank",
        "this unlikely partnership",
        "You might wonder if I am",
        "We will never forget her words and she might have to pay dearly for it",
        "many analysts",
        "explained Yang Moo-jin",
        "Pyongyang's claim",
        "lashed out",
    ]
    for quotation in quotations:
        assert quotation in article
    told = " ".join(text for name, text in paragraphs().items() if name.startswith("01."))
    assert "this unlikely partnership" in told and "lashed out" in told


def test_the_checks_have_one_right_answer_from_the_tables(pack):
    asked = [row["question_id"] for row in rows_of("questions") if row["question_id"][:3] == "01."]
    assert len(asked) == 8
    for question_id in asked:
        assert len(right_choices(pack, question_id)) == 1, question_id
    kind = next(row["kind"] for row in rows_of("claims") if row["claim_id"] == "c13b")
    chosen = pack.choices[pack.choices["question_id"] == "01.kind"].set_index("choice")["equals"]
    assert chosen[right_choices(pack, "01.kind")[0]] == kind


def test_the_think_tank_is_the_analysts_employer(pack):
    """The link that lesson 1 tells of: the claim's evidence names the analyst."""
    claim = next(row for row in rows_of("claims") if row["claim_id"] == "c05b")
    employer = pack.speakers.set_index("speaker_id").loc["james-kim", "employer"]
    assert "speakers:james-kim" in claim["evidence"] and "Asan Institute" in claim["reasoning"]
    assert employer.startswith("Asan Institute")
    text = paragraphs()["01.link"]
    assert employer in text and "proves no slant" in text


def test_the_pack_on_disk_has_the_list():
    assert load_pack(ROOT / "data").has("hedges")
