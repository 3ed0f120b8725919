"""Lesson 06: the article's forecasts, the learner's probabilities, outcomes one at a time."""

import html
import json
import re
from collections import Counter

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from crossroads.charts import forecasts
from crossroads.learn.answers import FILE_NAME, saved_answers
from crossroads.learn.article import Card
from crossroads.learn.forecasting import (
    ForecastSheet,
    Outcomes,
    open_outcomes,
    saved_forecasts,
    show_forecasts,
    show_score,
    write_forecasts,
)
from crossroads.learn.opening import explore
from tests.conftest import ROOT
from tests.packs import changed, rows_of, without

NOTEBOOK = ROOT / "notebooks" / "06_what_analysts_expected.ipynb"
FORECASTS = rows_of("forecasts")
OUTCOMES = {row["forecast_id"]: row["outcome"] for row in FORECASTS}
BORNE_OUT, NOT_BORNE_OUT, UNRESOLVABLE = (
    next(one for one in OUTCOMES if OUTCOMES[one] == outcome)
    for outcome in ("borne_out", "not_borne_out", "unresolvable")
)
SCORED = [one for one in OUTCOMES if OUTCOMES[one] in ("borne_out", "not_borne_out")]


def with_forecasts(pack, **columns):
    return changed(pack, forecasts=pack.forecasts.assign(**columns))


def told(text):
    """The forecasts whose outcome's reasons stand in a text."""
    return [row["forecast_id"] for row in FORECASTS if row["reasoning"][:40] in text]


def test_ways_of_saying_without_labels_are_called_by_themselves(pack):
    codes = pack.codes[pack.codes["column"] != "claims.said_how"].reset_index(drop=True)
    chart = forecasts.forecast_outcomes(changed(pack, codes=codes))
    shown = chart.view({**chart.start(), "rows": "said_how"})
    assert "summarised (" in str(shown["figure"])


# Words ------------------------------------------------------------------------


def test_each_forecast_is_a_tile_among_all_and_in_the_row_of_its_word(pack):
    chart = forecasts.forecast_hedges(pack)
    table, view = chart.show(**chart.start()).table, chart.view(chart.start())
    tiles, texts = view["figure"]["data"]
    said = zip(table["quote"], table["who"].str.replace(" ", "\u00a0"), strict=True)
    said = [f"{quote} –\u00a0{who}" for quote, who in said]
    quotes = dict(zip(OUTCOMES, said, strict=True))
    assert Counter(row[10:] for row in tiles["customdata"]) == dict.fromkeys(OUTCOMES, 2)
    for row, text in zip(tiles["customdata"], tiles["hovertext"], strict=True):
        assert html.unescape(re.sub("</?b>", "", text).replace("<br>", " ")) == quotes[row[10:]]
    assert Counter(tiles["marker"]["color"]) == {"@record": 28, "@muted": 6, "@paper": 8}
    assert texts["text"][:3] == ["<b>14</b>", "<b>3</b>", "<b>4</b>"]
    assert len({*tiles["x"]}) == 1, "equal tiles can be counted"
    whole = [html.unescape(re.sub("</?b>", "", text)) for text in texts["text"] if "“" in text]
    assert {text.replace("<br>", " ") for text in whole} <= {*quotes.values()} and len(whole) == 6
    views = [chart.view(choice) for choice in chart.choices()]
    assert not told(json.dumps(views)), "as of the article's day"
    empty = [view for view in views if "<td>" not in view["table"]]
    assert empty and all("no such forecast" in view["title"] for view in empty)
    assert all("has no forecast" in view["sentence"] for view in empty)


# Outcomes ----------------------------------------------------------------------


@pytest.mark.parametrize("by", ["speaker", "kind", "said_how"])
def test_marks_have_the_colours_of_the_tables_outcomes(pack, by):
    chart, counts, drawn = forecasts.forecast_outcomes(pack), Counter(OUTCOMES.values()), Counter()
    view = chart.view({"seen": "", "rows": by, "speaker": "all"})
    roles = {code: f"@{forecasts.outcome_role(code)[0]}" for code in counts}
    *tiles, counted = view["figure"]["data"]
    assert [text[3:-4] for text in counted["text"][:4]] == ["10", "4", "2", "5"]
    assert "|✓ 10 borne out]" in view["subtitle"] and "|✕ 2 not borne out]" in view["subtitle"]
    for trace in tiles:
        colour, rows = trace["marker"]["color"], trace["customdata"]
        assert {roles[OUTCOMES[row[10:]]] for row in rows} == {colour}
        # Once in the row of all, and once in a row of its own.
        assert Counter(Counter(rows).values()).keys() == {2}
        drawn[colour] += len(trace["x"]) // 2
    assert drawn == {roles[code]: count for code, count in counts.items()}
    bare = forecasts.forecast_outcomes(without(pack, "hedges"))
    assert all("kind" not in choice.values() for choice in bare.choices())
    assert all(bare.view(choice)["sentence"] for choice in bare.choices()[::9])


def test_outcomes_start_on_the_articles_day_with_none_and_grow_from_day_to_day(pack):
    chart = forecasts.forecast_outcomes(pack)
    assert not told(json.dumps(chart.view(chart.start())))
    for day in chart.controls[0].options:
        outcomes = chart.show(**{**chart.start(), "seen": day}).table["outcome"]
        known = [row for row in FORECASTS if not day or row["known_date"] <= day]
        assert (outcomes != "Not known then").sum() == len(known)


def test_a_learners_numbers_stand_on_the_tiles_and_not_in_what_is_stored(pack, answers_folder):
    def shown():
        return [text for trace in tiles._view["figure"]["data"] for text in trace["text"]]

    tiles = explore(pack, "forecast_outcomes")
    write_forecasts(pack).value = {BORNE_OUT: 83}
    assert shown().count("83") == 1 and "yours" in tiles._view["subtitle"]
    tiles.value = {"seen": ""}
    assert shown().count("83") == 1 and "yours" not in tiles._repr_mimebundle_()["text/html"]


# Scores ------------------------------------------------------------------------


def test_brier_by_hand(pack):
    """30 % on one that came, 50 % on one that did not: (0.49 + 0.25) / 2 is 0.37."""
    percents = {BORNE_OUT: 30, NOT_BORNE_OUT: 50, UNRESOLVABLE: 90}
    chart = forecasts.score(pack, percents)
    sentence = chart.view(chart.start())["sentence"]
    assert "Brier score is 0.37" in sentence
    assert "mixed or unresolvable: 1." in sentence
    last = chart.show(**chart.start()).table.set_index("forecast")["distance"]
    assert last["Somebody who always says 50 %"] == "0.25"
    assert last["Somebody who always says 100 %"] == "0.50"
    for outcome in ("mixed", "unresolvable", "open"):
        chart = forecasts.score(with_forecasts(pack, outcome=outcome), {BORNE_OUT: 100})
        assert "Nothing to score yet" in chart.view(chart.start())["sentence"]


@pytest.mark.parametrize("number", [2, 3, 5])
def test_bands_hold_every_scored_forecast_once(pack, number):
    percents = [0, 19, 20, 33, 34, 49, 50, 66, 67, 79, 80, 100]
    scores = forecasts.select_scores(pack, dict(zip(SCORED, percents, strict=True)))
    bands = forecasts.select_bands(scores, number)
    assert (bands["forecasts"].sum(), bands["borne_out"].sum()) == (12, 10)
    assert (bands["low"].iloc[0], bands["high"].iloc[-1]) == (0, 100)
    assert list(bands["low"].iloc[1:]) == [high + 1 for high in bands["high"].iloc[:-1]]


@pytest.mark.parametrize("count, words", [(0, "Nothing to score yet"), (4, "too few to say")])
def test_few_answers_are_too_few_to_say_and_enough_are_told_by_band(pack, count, words):
    few, all_of = (
        forecasts.score(pack, dict.fromkeys(SCORED[:number], 70)) for number in (count, 12)
    )
    view = all_of.view(all_of.start())
    assert words in few.view(few.start())["sentence"] and words not in view["sentence"]
    assert "(70 % on average), 10 of 12 were borne out" in view["sentence"]
    assert view["figure"]["data"][-1]["marker"]["symbol"] == ["diamond"]


# Widgets -------------------------------------------------------------------------


def state(widget):
    """What the browser gets, except for the widget's script and its number."""
    kept = {name: one for name, one in widget.get_state().items() if name not in ("_esm", "_css")}
    return re.sub(r"IPY_MODEL_\w+", "", json.dumps(kept, default=str))


@pytest.mark.parametrize("kind", [ForecastSheet, Outcomes, show_score])
def test_nothing_in_the_browser_depends_on_outcomes(pack, answers_folder, kind):
    flipped = {"borne_out": "not_borne_out", "not_borne_out": "mixed"}
    other = with_forecasts(
        pack,
        outcome=pack.forecasts["outcome"].replace(flipped),
        reasoning="Something else.",
        outcome_evidence="",
        known_date=pack.day + pd.Timedelta(days=1),
    )
    assert state(kind(pack)) == state(kind(other))
    assert not told(state(kind(pack)))


def test_what_is_no_probability_of_a_known_forecast_is_refused(pack, answers_folder):
    sheet = ForecastSheet(pack)
    for percent in (-1, 101, 50.5, True, "50", None):
        with pytest.raises(ValueError, match="0 to 100"):
            sheet.value = {BORNE_OUT: percent}
    with pytest.raises(ValueError, match=f"did you mean '{BORNE_OUT}'"):
        sheet.value = {BORNE_OUT + "x": 50}
    with pytest.raises(ValueError, match="unknown forecast"):
        Outcomes(pack).value = {"nothing": None}
    assert not saved_answers()
    sheet.value = {BORNE_OUT: 0, NOT_BORNE_OUT: 100}
    assert sheet._messages[NOT_BORNE_OUT] == "Saved."
    later = ForecastSheet(pack)
    assert later.value == {BORNE_OUT: 0, NOT_BORNE_OUT: 100}
    assert "earlier" in later._messages[BORNE_OUT]
    later.value = {BORNE_OUT: 5, NOT_BORNE_OUT: 100}
    assert later._messages[BORNE_OUT] == "Saved." != later._messages[NOT_BORNE_OUT]
    sheet.value = {NOT_BORNE_OUT: 100}
    assert ForecastSheet(pack).value == {NOT_BORNE_OUT: 100}
    other = changed(pack, article=pack.article.assign(article_id="other"))
    assert ForecastSheet(other).value == {}, "another article has answers of its own"


def test_opened_number_stays_until_the_answers_are_moved_away(pack, answers_folder):
    """What the plan for the lesson tells a teacher who showed an outcome to one class."""
    sheet, outcomes = ForecastSheet(pack), Outcomes(pack)
    sheet.value = {BORNE_OUT: 40}
    outcomes.value = {BORNE_OUT: None}
    assert sheet._opened == [BORNE_OUT]
    sheet.value = {BORNE_OUT: 100, NOT_BORNE_OUT: 10}
    assert sheet.value == {BORNE_OUT: 40, NOT_BORNE_OUT: 10}
    assert saved_forecasts(pack)[BORNE_OUT] == {"percent": 40, "opened": True}
    again = ForecastSheet(pack)
    again.value = {}
    assert again.value == {BORNE_OUT: 40}
    saved, kept = answers_folder / FILE_NAME, answers_folder / "kept.txt"
    saved.rename(kept)
    assert Outcomes(pack)._opened == {} and ForecastSheet(pack).value == {}
    assert "Nothing to score yet" in show_score(pack)._view["sentence"]
    kept.rename(saved)
    assert set(Outcomes(pack)._opened) == {BORNE_OUT}


def test_only_what_is_opened_is_sent_and_scored(pack, answers_folder):
    score, sheet, outcomes = show_score(pack), ForecastSheet(pack), Outcomes(pack)
    stored = score._repr_mimebundle_()["text/html"]
    sheet.value = {BORNE_OUT: 80, NOT_BORNE_OUT: 80}
    assert "Nothing to score yet" in score._view["sentence"]
    outcomes.set_state({"value": {NOT_BORNE_OUT: None}, "_request": 1})
    assert set(outcomes._opened) == {NOT_BORNE_OUT}
    row = next(row for row in FORECASTS if row["forecast_id"] == NOT_BORNE_OUT)
    opened = outcomes._opened[NOT_BORNE_OUT]
    assert opened["reasoning"] == row["reasoning"]
    assert len(opened["evidence"]) == len(row["outcome_evidence"].split(";"))
    assert opened["score"] == "You said 80 %. The distance from 0 is 0.80; squared, 0.64."
    assert "Brier score is 0.64" in score._view["sentence"]
    outcomes.value = {BORNE_OUT: None}
    assert "Brier score is 0.34" in score._view["sentence"]
    # What the file stores is the same for everybody.
    for widget in (score, show_score(pack)):
        assert widget._repr_mimebundle_()["text/html"] == stored
    outcomes.value = {UNRESOLVABLE: None}
    assert outcomes._opened[UNRESOLVABLE]["score"].startswith("Not scored.")
    unsaid = next(one for one in SCORED if one not in (BORNE_OUT, NOT_BORNE_OUT))
    outcomes.value = {unsaid: None}
    assert "nothing to score" in outcomes._opened[unsaid]["score"]
    early = Outcomes(pack.as_of(pack.day))._opened[BORNE_OUT]
    assert (early["label"], early["evidence"]) == ("Not known then", [])


def test_text_of_the_table_is_escaped_and_without_it_the_lesson_goes_on(pack, answers_folder):
    nasty = with_forecasts(pack, statement="<img src=x onerror=alert(1)>", reasoning="<script>x")
    for widget in (ForecastSheet(nasty), Outcomes(nasty)):
        markup = widget._repr_mimebundle_()["text/html"]
        assert "&lt;img" in markup and "<img" not in markup and "<script" not in markup
    assert "<script" not in show_forecasts(nasty, "unresolvable")._repr_html_()
    for show in (write_forecasts, open_outcomes, show_score):
        card = show(without(pack, "forecasts"))
        assert isinstance(card, Card) and "forecasts" in repr(card)
    assert isinstance(show_forecasts(without(pack, "claims"), "mixed"), Card)


def test_unresolvable_ones_are_folded_with_their_reasons(pack):
    markup = html.unescape(show_forecasts(pack, "unresolvable")._repr_html_())
    assert markup.startswith("<details>") and markup.count("<li>") == 5
    unresolvable = [one for one in OUTCOMES if OUTCOMES[one] == "unresolvable"]
    assert set(unresolvable) <= set(told(markup))
    with pytest.raises(ValueError, match="did you mean 'unresolvable'"):
        show_forecasts(pack, "unresolved")


def test_stored_notebook_reveals_nothing_before_it_is_opened():
    shown = []
    for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            best = "".join(data.get("text/html", data.get("text/plain", output.get("text", ""))))
            soup = BeautifulSoup(best, "html.parser")
            for folded in soup.find_all("details"):
                folded.extract()
            shown.append(html.unescape(str(soup)))
        if cell["cell_type"] == "markdown":
            shown.append("".join(cell["source"]))
    everything = "\n".join(shown)
    assert all(row["resolution_rule"] in everything for row in FORECASTS)
    assert not told(everything)
    labels = {row["label"] for row in rows_of("codes") if row["column"] == "forecasts.outcome"}
    assert labels and not [one for one in labels if f"<td>{one}</td>" in everything]
