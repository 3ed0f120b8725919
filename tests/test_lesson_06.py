"""Lesson 06: the article's forecasts, the learner's probabilities, outcomes one at a time."""

import csv
import html
import json
import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from crossroads.charts import forecasts
from crossroads.learn.answers import FILE_NAME, save_answer, saved_answers
from crossroads.learn.article import Card
from crossroads.learn.forecasting import (
    ForecastSheet,
    Outcomes,
    SharperForecast,
    answer_id,
    open_outcomes,
    own_score,
    saved_forecasts,
    show_forecasts,
    show_score,
    write_forecasts,
)
from crossroads.learn.opening import explore
from crossroads.learn.questions import Question, right_choices
from crossroads.pack.pack import Pack
from crossroads.words.lookups import fill
from tests.packs import paragraphs

DATA = Path(__file__).parents[1] / "data"
NOTEBOOK = DATA.parent / "notebooks" / "06_what_analysts_expected.ipynb"


def rows(name):
    with open(DATA / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


FORECASTS = rows("forecasts")
OUTCOMES = {row["forecast_id"]: row["outcome"] for row in FORECASTS}
BORNE_OUT = next(one for one in OUTCOMES if OUTCOMES[one] == "borne_out")
NOT_BORNE_OUT = next(one for one in OUTCOMES if OUTCOMES[one] == "not_borne_out")
UNRESOLVABLE = next(one for one in OUTCOMES if OUTCOMES[one] == "unresolvable")
SCORED = [one for one in OUTCOMES if OUTCOMES[one] in ("borne_out", "not_borne_out")]


def changed(pack, **columns):
    """A pack with other values in columns of its forecasts."""
    tables = {**pack._tables, "forecasts": pack.forecasts.assign(**columns)}
    return Pack(pack.descriptor, tables)


def without(pack, *names):
    return Pack(pack.descriptor, {one: t for one, t in pack._tables.items() if one not in names})


# Words ------------------------------------------------------------------------


def test_every_forecast_is_counted_under_one_word(pack):
    selected = forecasts.select_forecasts(pack)
    assert list(selected["forecast_id"]) == [row["forecast_id"] for row in FORECASTS]
    kinds = {row["word"]: row["kind"] for row in rows("hedges")}
    quotes = {row["claim_id"]: row["quote"].lower().replace("’", "'") for row in rows("claims")}
    for row in selected.itertuples():
        if row.word == forecasts.NO_WORD:
            assert row.words == ""
            continue
        assert re.search(rf"\b{row.word}\b", quotes[row.claim_id])
        assert kinds[row.word] == row.kind
    # A booster counts only where there is no hedge.
    boosted = selected[selected["kind"] == "booster"]
    assert len(boosted)
    for found in boosted["words"]:
        assert {kinds[word] for word in found.split(", ")} == {"booster"}


def test_hedges_sentence_table_and_bars_agree(pack):
    chart = forecasts.forecast_hedges(pack)
    table, view = chart.show(**chart.start()).table, chart.view(chart.start())
    kinds = {row["word"]: row["kind"] for row in rows("hedges")}
    hedged = sum(
        any(kinds.get(word, "booster") != "booster" for word in cell.split(", "))
        for cell in table["hedges"]
    )
    assert len(table) == len(FORECASTS)
    assert view["sentence"].startswith(f"{hedged} of {len(FORECASTS)} forecasts")
    assert f"{hedged} of {len(FORECASTS)}" in view["title"]
    # Each passage stands there once, from its word on, and each colour is counted.
    words = [trace for trace in view["figure"]["data"] if trace["textposition"] == "middle right"]
    drawn = {trace["textfont"]["color"]: 0 for trace in words}
    again = 0
    for trace in words:
        drawn[trace["textfont"]["color"]] += len(trace["text"])
        for row, text in zip(trace["customdata"], trace["text"], strict=True):
            again += "the same passage again" in text
            text = re.sub(r"</?b>|…$|\(the same passage again\)$", "", text).strip()
            quote = html.escape(table["quote"][[*OUTCOMES].index(row[10:])], quote=False)
            assert html.unescape(text) in html.unescape(quote)
    kinds = forecasts.select_forecasts(pack)["kind"]
    boosted, plain = (kinds == "booster").sum(), (kinds == "neither").sum()
    assert drawn == {"@record": hedged, "@ink": boosted, "@muted": plain}
    assert again == len(FORECASTS) - table["quote"].nunique() == 1
    notes = [note["text"] for note in view["figure"]["layout"]["annotations"]]
    assert notes == [f"<b>{count}</b>" for count in (hedged, boosted, plain)]


def test_hedges_are_shown_as_of_the_articles_day_also_where_there_are_none(pack):
    chart = forecasts.forecast_hedges(pack)
    views = [chart.view(choice) for choice in chart.choices()]
    told = json.dumps(views)
    assert not [row["forecast_id"] for row in FORECASTS if row["reasoning"][:50] in told]
    empty = [view for view in views if "<td>" not in view["table"]]
    assert empty
    for view in empty:
        assert "has no forecast" in view["sentence"] and "no such forecast" in view["title"]


def test_pack_without_hedges_keeps_its_outcomes(pack):
    chart = forecasts.forecast_outcomes(without(pack, "hedges"))
    assert all("kind" not in choice.values() for choice in chart.choices())
    assert all(chart.view(choice)["sentence"] for choice in chart.choices())


# Outcomes ----------------------------------------------------------------------


def test_marks_sentence_and_table_have_the_tables_numbers(pack):
    chart = forecasts.forecast_outcomes(pack)
    counts = Counter(OUTCOMES.values())
    coded = [row for row in rows("codes") if row["column"] == "forecasts.outcome"]
    for by in ("speaker", "kind", "said_how"):
        choice = {"seen": "", "rows": by, "speaker": "all"}
        view, table = chart.view(choice), chart.show(**choice).table
        drawn = Counter(
            {trace["marker"]["color"]: len(trace["x"]) for trace in view["figure"]["data"]}
        )
        assert drawn == Counter(
            {f"@{forecasts.outcome_role(row['code'])[0]}": counts[row["code"]] for row in coded}
        )
        for trace in view["figure"]["data"]:
            outcomes = {OUTCOMES[row[10:]] for row in trace["customdata"]}
            assert {f"@{forecasts.outcome_role(one)[0]}" for one in outcomes} == {
                trace["marker"]["color"]
            }
        for row in coded:
            assert f"{counts[row['code']]} {row['label'].lower()}" in view["sentence"]
    sentence = chart.view({"seen": "", "rows": "speaker", "speaker": "all"})["sentence"]
    speakers = Counter(table["who"])
    out = Counter(table.loc[table["outcome"] == "Borne out", "who"])
    single = [who for who, count in speakers.items() if count == 1]
    for who in speakers.keys() - set(single):
        assert f"{who} {out[who]} of {speakers[who]}" in sentence
    together = f"Five others with one forecast each: {sum(out[who] for who in single)}."
    assert len(single) == 5 and sentence.endswith(together)


def test_outcomes_start_on_the_articles_day_with_none_and_grow_from_day_to_day(pack):
    chart = forecasts.forecast_outcomes(pack)
    view = json.dumps(chart.view(chart.start()))
    assert not [row["forecast_id"] for row in FORECASTS if row["reasoning"][:50] in view]
    assert f"no outcome of {len(FORECASTS)} forecasts" in view
    shown = []
    for day in chart.controls[0].options:
        table = chart.show(**{**chart.start(), "seen": day}).table
        shown.append(int((table["outcome"] != "Not known then").sum()))
        assert shown[-1] == sum(not day or row["known_date"] <= day for row in FORECASTS)
    assert len(shown) > 2 and sorted(set(shown)) == shown


def test_a_learners_numbers_stand_on_the_tiles_and_not_in_what_is_stored(pack, answers_folder):
    tiles = explore(pack, "forecast_outcomes")
    write_forecasts(pack).value = {BORNE_OUT: 83}
    shown = [text for trace in tiles._view["figure"]["data"] for text in trace["text"]]
    assert shown.count("83") == 1 and "yours" in tiles._view["subtitle"]
    tiles.value = {"seen": ""}
    shown = [text for trace in tiles._view["figure"]["data"] for text in trace["text"]]
    assert "✓<br>83" in shown
    assert "yours" not in tiles._repr_mimebundle_()["text/html"]


# Scores ------------------------------------------------------------------------


def test_brier_by_hand(pack):
    percents = {one: 10 * place % 101 for place, one in enumerate(SCORED)}
    by_hand = [
        (percent / 100 - (OUTCOMES[one] == "borne_out")) ** 2 for one, percent in percents.items()
    ]
    mean = sum(by_hand) / len(by_hand)
    chart = forecasts.score(pack, {**percents, UNRESOLVABLE: 90})
    sentence = chart.view(chart.start())["sentence"]
    assert f"Brier score is {mean:.2f}" in sentence and "mixed or unresolvable: 1." in sentence
    last = chart.show(**chart.start()).table.set_index("forecast")["distance"]
    assert last["Your Brier score: the mean"] == f"{mean:.2f}"
    assert last["Somebody who always says 50 %"] == "0.25"
    share = sum(OUTCOMES[one] == "borne_out" for one in SCORED) / len(SCORED)
    assert last["Somebody who always says 100 %"] == f"{1 - share:.2f}"


@pytest.mark.parametrize("outcome", ["mixed", "unresolvable", "open"])
def test_neither_yes_nor_no_is_not_scored(pack, outcome):
    chart = forecasts.score(changed(pack, outcome=outcome), {BORNE_OUT: 100})
    assert "Nothing to score yet" in chart.view(chart.start())["sentence"]


@pytest.mark.parametrize("number", [2, 3, 5])
def test_bands_hold_every_scored_forecast_once(pack, number):
    percents = [0, 19, 20, 33, 34, 49, 50, 66, 67, 79, 80, 100]
    scores = forecasts.select_scores(pack, dict(zip(SCORED, percents, strict=True)))
    bands = forecasts.select_bands(scores, number)
    assert bands["forecasts"].sum() == len(SCORED)
    assert bands["borne_out"].sum() == list(OUTCOMES.values()).count("borne_out")
    assert (bands["low"].iloc[0], bands["high"].iloc[-1]) == (0, 100)
    assert list(bands["low"].iloc[1:]) == [high + 1 for high in bands["high"].iloc[:-1]]


def test_few_answers_are_too_few_to_say_and_enough_are_told_by_band(pack):
    for count in (0, 1, 4, len(SCORED)):
        chart = forecasts.score(pack, dict.fromkeys(SCORED[:count], 70))
        view = chart.view(chart.start())
        assert "nan" not in json.dumps(view).lower()
        assert ("too few to say" in view["sentence"]) == (0 < count < len(SCORED))
        assert ("Nothing to score yet" in view["sentence"]) == (count == 0)
    borne_out = list(OUTCOMES.values()).count("borne_out")
    assert f"(70 % on average), {borne_out} of {len(SCORED)} were borne out" in view["sentence"]
    assert view["figure"]["data"][-1]["marker"]["symbol"] == ["diamond"]


# Widgets -------------------------------------------------------------------------


def state(widget):
    """What the browser gets, except for the widget's script and its number."""
    kept = {
        name: value for name, value in widget.get_state().items() if name not in ("_esm", "_css")
    }
    return re.sub(r"IPY_MODEL_\w+", "", json.dumps(kept, default=str))


@pytest.mark.parametrize("kind", [ForecastSheet, Outcomes, own_score])
def test_nothing_in_the_browser_depends_on_outcomes(pack, answers_folder, kind):
    flipped = {"borne_out": "not_borne_out", "not_borne_out": "mixed"}
    other = changed(
        pack,
        outcome=pack.forecasts["outcome"].replace(flipped),
        reasoning="Something else.",
        outcome_evidence="",
        known_date=pack.day + pd.Timedelta(days=1),
    )
    assert state(kind(pack)) == state(kind(other))


def test_sheet_has_no_outcome_in_any_form(pack, answers_folder):
    sheet = ForecastSheet(pack)
    data = sheet._repr_mimebundle_()
    shown = state(sheet) + html.unescape(data["text/html"]) + data["text/plain"]
    assert not [row["forecast_id"] for row in FORECASTS if row["reasoning"][:40] in shown]
    assert all(row["resolution_rule"] in html.unescape(data["text/html"]) for row in FORECASTS)


def test_numbers_are_saved_at_once_and_come_back(pack, answers_folder):
    sheet = ForecastSheet(pack)
    sheet.value = {BORNE_OUT: 70}
    assert saved_answers() == {answer_id(pack, BORNE_OUT): {"percent": 70, "opened": False}}
    sheet.value = {BORNE_OUT: 70, NOT_BORNE_OUT: 0}
    assert len((answers_folder / FILE_NAME).read_text().splitlines()) == 2
    assert sheet._messages[NOT_BORNE_OUT] == "Saved."
    assert ForecastSheet(pack).value == {BORNE_OUT: 70, NOT_BORNE_OUT: 0}
    sheet.value = {NOT_BORNE_OUT: 0}
    assert ForecastSheet(pack).value == {NOT_BORNE_OUT: 0}


@pytest.mark.parametrize("percent", [-1, 101, 50.5, True, "50", None])
def test_what_is_no_probability_is_refused(pack, answers_folder, percent):
    with pytest.raises(ValueError, match="0 to 100"):
        ForecastSheet(pack).value = {BORNE_OUT: percent}
    assert not saved_answers()


def test_unknown_forecast_is_refused_with_the_closest(pack, answers_folder):
    with pytest.raises(ValueError, match=f"did you mean '{BORNE_OUT}'"):
        ForecastSheet(pack).value = {BORNE_OUT + "x": 50}
    with pytest.raises(KeyError, match="unknown forecast"):
        Outcomes(pack).open_outcome("nothing")


def test_damaged_answers_are_left_out(pack, answers_folder):
    for one, answer in ((BORNE_OUT, "70"), (NOT_BORNE_OUT, {"percent": 700}), (UNRESOLVABLE, 5)):
        save_answer(answer_id(pack, one), answer)
    assert saved_forecasts(pack) == {}
    assert ForecastSheet(pack).value == {}


def test_opened_number_stays_as_it_is(pack, answers_folder):
    sheet, outcomes = ForecastSheet(pack), Outcomes(pack)
    sheet.value = {BORNE_OUT: 40}
    outcomes.open_outcome(BORNE_OUT)
    assert sheet._opened == [BORNE_OUT]
    sheet.value = {BORNE_OUT: 100, NOT_BORNE_OUT: 10}
    assert sheet.value == {BORNE_OUT: 40, NOT_BORNE_OUT: 10}
    assert saved_forecasts(pack)[BORNE_OUT] == {"percent": 40, "opened": True}
    again = ForecastSheet(pack)
    again.value = {}
    assert again.value == {BORNE_OUT: 40}


def test_with_the_answers_moved_away_the_lesson_is_covered_again(pack, answers_folder):
    """What the plan for the lesson tells a teacher who showed an outcome to one class."""
    ForecastSheet(pack).value = {BORNE_OUT: 40}
    Outcomes(pack).open_outcome(BORNE_OUT)
    saved, kept = answers_folder / FILE_NAME, answers_folder / "kept.txt"
    saved.rename(kept)
    assert Outcomes(pack)._opened == {} and ForecastSheet(pack).value == {}
    assert "Nothing to score yet" in own_score(pack)._view["sentence"]
    kept.rename(saved)
    assert set(Outcomes(pack)._opened) == {BORNE_OUT}


def test_only_what_is_opened_is_sent(pack, answers_folder):
    ForecastSheet(pack).value = {BORNE_OUT: 80, NOT_BORNE_OUT: 80}
    outcomes = Outcomes(pack)
    outcomes._handle_custom_msg({"open": NOT_BORNE_OUT}, [])
    assert set(outcomes._opened) == {NOT_BORNE_OUT}
    row = next(row for row in FORECASTS if row["forecast_id"] == NOT_BORNE_OUT)
    opened = outcomes._opened[NOT_BORNE_OUT]
    assert opened["reasoning"] == row["reasoning"]
    assert len(opened["evidence"]) == len(row["outcome_evidence"].split(";"))
    assert opened["score"] == "You said 80 %. The distance from 0 is 0.80; squared, 0.64."
    assert set(Outcomes(pack)._opened) == {NOT_BORNE_OUT}


def test_outcome_without_number_or_without_verdict_is_not_scored(pack, answers_folder):
    outcomes = Outcomes(pack)
    outcomes.open_outcome(BORNE_OUT)
    outcomes.open_outcome(UNRESOLVABLE)
    assert "nothing to score" in outcomes._opened[BORNE_OUT]["score"]
    assert outcomes._opened[UNRESOLVABLE]["score"].startswith("Not scored.")


def test_score_follows_what_is_opened(pack, answers_folder):
    score, sheet, outcomes = own_score(pack), ForecastSheet(pack), Outcomes(pack)
    stored = score._repr_mimebundle_()["text/html"]
    sheet.value = {BORNE_OUT: 80, NOT_BORNE_OUT: 80}
    assert "Nothing to score yet" in score._view["sentence"]
    outcomes.open_outcome(BORNE_OUT)
    assert "Brier score is 0.04" in score._view["sentence"]
    outcomes.open_outcome(NOT_BORNE_OUT)
    assert "Brier score is 0.34" in score._view["sentence"]
    # What the file stores is the same for everybody.
    assert (
        score._repr_mimebundle_()["text/html"] == own_score(pack)._repr_mimebundle_()["text/html"]
    )
    assert score._repr_mimebundle_()["text/html"] == stored


def test_unwritable_answers_are_told(pack, answers_folder, monkeypatch):
    def refuse(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("crossroads.learn.answers.save_answer", refuse)
    sheet = ForecastSheet(pack)
    sheet.value = {BORNE_OUT: 50}
    assert sheet._messages[BORNE_OUT].startswith("NOT saved")
    written = SharperForecast(pack.words, "06.sharper")
    written.value = {"what": "Rain"}
    assert written._problem.startswith("NOT saved") and written._kept["what"] == ""


def test_written_forecast_is_saved_as_text(pack, answers_folder):
    written = SharperForecast(pack.words, "06.sharper")
    written.value = {"what": "<b>Rain</b>", "when": " ", "how": "I look."}
    assert saved_answers()["06.sharper"] == written.value == written._kept
    written._asked += 1
    assert written._told == [1, "Saved. Still empty: By which day?"]
    assert SharperForecast(pack.words, "06.sharper").value == written.value
    assert "Rain" not in written._repr_mimebundle_()["text/html"]


def test_text_of_the_table_is_escaped(pack, answers_folder):
    nasty = changed(pack, statement="<img src=x onerror=alert(1)>", reasoning="<script>x</script>")
    for widget in (ForecastSheet(nasty), Outcomes(nasty)):
        markup = widget._repr_mimebundle_()["text/html"]
        assert "&lt;img" in markup
        assert "<img" not in markup and "<script" not in markup
    assert "<script" not in show_forecasts(nasty, "unresolvable")._repr_html_()


def test_without_its_tables_the_lesson_goes_on(pack):
    for show in (write_forecasts, open_outcomes, show_score):
        card = show(without(pack, "forecasts"))
        assert isinstance(card, Card)
        assert "forecasts" in repr(card)
    assert isinstance(show_forecasts(without(pack, "claims"), "mixed"), Card)


def test_unresolvable_ones_are_folded_with_their_reasons(pack):
    markup = html.unescape(show_forecasts(pack, "unresolvable")._repr_html_())
    listed = [row for row in FORECASTS if row["outcome"] == "unresolvable"]
    assert markup.startswith("<details>")
    assert all(row["reasoning"] in markup for row in listed)
    assert markup.count("<li>") == len(listed)
    with pytest.raises(ValueError, match="did you mean 'unresolvable'"):
        show_forecasts(pack, "unresolved")


def test_as_of_pack_opens_nothing(pack, answers_folder):
    outcomes = Outcomes(pack.as_of(pack.day))
    outcomes.open_outcome(BORNE_OUT)
    assert outcomes._opened[BORNE_OUT]["label"] == "Not known then"
    assert outcomes._opened[BORNE_OUT]["evidence"] == []


# Texts, questions, the stored notebook -------------------------------------------


def test_texts_and_questions_are_filled(pack):
    texts = {name: text for name, text in paragraphs().items() if name.startswith("06.")}
    assert len(texts) >= 8
    assert not re.search(r"[{}]|\bnan\b|NaT", " ".join(texts.values()))
    counts, shows = Counter(OUTCOMES.values()), texts["06.shows"]
    assert f"{counts['borne_out']} of {len(FORECASTS)} forecasts were borne out" in shows
    for row in rows("questions"):
        if row["question_id"].startswith("06."):
            assert "{" not in fill(pack, row["prompt"] + row["explanation"])


def test_each_check_has_one_right_answer(pack, answers_folder):
    checks = [
        row["question_id"]
        for row in rows("questions")
        if row["question_id"].startswith("06.") and row["kind"] == "check"
    ]
    assert len(checks) == 5
    for one in checks:
        assert len(right_choices(pack, one)) == 1
        question = Question(pack, one)
        for words, (choice, feedback) in question._feedback.items():
            question.value = words
            right = choice in right_choices(pack, one)
            assert ("Correct." in question._message) == right
            assert right or feedback in question._message and feedback


def test_stored_notebook_reveals_nothing_before_it_is_opened():
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    shown = []
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            best = "".join(data.get("text/html", data.get("text/plain", output.get("text", ""))))
            shown.append(html.unescape(_outside_details(best)))
        if cell["cell_type"] == "markdown":
            shown.append("".join(cell["source"]))
    everything = "\n".join(shown)
    assert FORECASTS[0]["resolution_rule"] in everything
    assert not [row["forecast_id"] for row in FORECASTS if row["reasoning"][:40] in everything]
    labels = {row["label"] for row in rows("codes") if row["column"] == "forecasts.outcome"}
    assert labels and not [one for one in labels if f"<td>{one}</td>" in everything]


def _outside_details(markup):
    """Drop what is folded, however deep."""
    while "<details" in markup:
        shorter = re.sub(r"<details>(?:(?!<details).)*?</details>", "", markup, flags=re.S)
        assert shorter != markup
        markup = shorter
    return markup


def test_another_article_has_answers_of_its_own(pack, answers_folder):
    tables = {**pack._tables, "article": pack.article.assign(article_id="other")}
    ForecastSheet(pack).value = {BORNE_OUT: 70}
    assert ForecastSheet(Pack(pack.descriptor, tables)).value == {}
