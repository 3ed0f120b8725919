"""Every option of every control, computed: chart, sentence and table."""

import asyncio
import json
import re
from pathlib import Path

import pandas as pd
import plotly
import pytest

from crossroads.charts import chronology
from crossroads.charts.view import MOST_PICKED, Control, Declaration, table_html
from crossroads.charts.widget import SMALL_LIBRARY, Explorer
from crossroads.learn.opening import EXPLORERS, explore
from crossroads.words.plain import days_between
from crossroads.words.wording import Wording

CHOICES_AT_MOST = 400


# Longer ones cannot be read aloud, nor followed by somebody who only hears them.
WORDS_AT_MOST = 35


@pytest.mark.parametrize("name", EXPLORERS)
def test_every_option(views, pack, name):
    choices = EXPLORERS[name][0](pack).choices()
    assert 1 <= len(choices) <= CHOICES_AT_MOST
    for choice, view in zip(choices, views[name], strict=True):
        where = f"{name} {choice}"
        words = " ".join([view["title"], view["subtitle"], view["sentence"]])
        assert not re.search(r"\b(nan|NaT|None|<NA>|inf)\b", words), f"{where}: {words}"
        assert not re.search(r"\bone [a-z]+[^su]s\b(?!')", view["sentence"]), where
        assert view["sentence"][0].isupper() or view["sentence"][0].isdigit(), where
        assert view["sentence"].endswith((".", "!", "?")), f"{where}: {view['sentence']}"
        for one in re.split(r"(?<=[.!?]) (?=[A-Z0-9“])", view["sentence"]):
            assert len(one.split()) <= WORDS_AT_MOST, f"{where}: {one}"
        assert 2 <= len(view["title"].split()) <= 22, f"{where}: {view['title']}"
        assert view["subtitle"] and view["source"], where
        assert view["table"].startswith("<table><caption>") and "<th scope=" in view["table"], where
        assert not re.search(r">(nan|NaT|None|&lt;NA&gt;)<", view["table"]), where
        assert "title" not in view["figure"]["layout"], where
        assert view["figure"]["layout"]["height"] >= 100, where
        for trace in view["figure"]["data"]:
            # What the small chart library draws.
            assert trace["type"] in {"bar", "pie", "scatter"}, where
            # It works out the colour of stripes from one colour; a list makes them black.
            marker = trace.get("marker", {})
            stripes = marker.get("pattern", {}).get("shape")
            assert not stripes or isinstance(marker["color"], str), where


@pytest.mark.parametrize("name", EXPLORERS)
def test_controls_make_a_difference(views, pack, name):
    """An option that changes neither chart nor words would be a broken one."""
    declared = EXPLORERS[name][0](pack)
    given = zip(declared.choices(), views[name], strict=True)
    shown = {json.dumps(choice): json.dumps(view) for choice, view in given}
    for control in declared.controls:
        assert len(control.options) >= 2 and control.label
        for option in control.options:
            assert any(
                shown[json.dumps(choice)] != shown[json.dumps({**choice, control.name: other})]
                for choice in declared.choices()
                for other in control.options
                if choice[control.name] == option != other
            ), f"{name}: {control.name}={option} changes nothing"


@pytest.mark.parametrize("name", EXPLORERS)
def test_the_same_choice_gives_the_same_view_and_changes_no_table(pack, views, name):
    before = {one["name"]: pack.table(one["name"]).copy() for one in pack.descriptor["resources"]}
    declared = EXPLORERS[name][0](pack)
    assert declared.both(declared.choices()[-1]) == views[name][-1]
    for table, rows in before.items():
        pd.testing.assert_frame_equal(getattr(pack, table), rows)


def test_a_view_follows_value_and_tells_its_observers(pack, answers_folder):
    explorer = explore(pack, "gap")
    seen = []
    explorer.observe(lambda change: seen.append(change["new"]), "value")
    options = list(explorer.declaration.controls[0].options)
    explorer.value = {"first": options[3]}
    assert explorer.value == {**explorer.declaration.start(), "first": options[3]}
    assert seen == [explorer.value]
    view = explorer.declaration.view(explorer.value)
    assert explorer._view == {**view, "choice": explorer.value, "narrow": False, "version": 0}
    with pytest.raises(ValueError, match="did you mean"):
        explorer.value = {"first": options[3] + "x"}
    with pytest.raises(ValueError, match="unknown control 'frist'"):
        explorer.value = {"frist": options[3]}
    with pytest.raises(KeyError, match="did you mean 'gap'"):
        explore(pack, "gpa")


def test_any_view_can_be_opened(pack, answers_folder):
    explorer = explore(pack, "meetings", start={"who": "xi"})
    assert explorer.value == {**explorer.declaration.start(), "who": "xi"}
    assert explorer._view["title"] == explorer.declaration.view(explorer.value)["title"]
    for start, near in (({"who": "xii"}, "xi"), ({"whom": "xi"}, "who")):
        with pytest.raises(ValueError, match=f"did you mean '{near}'"):
            explore(pack, "meetings", start=start)


def test_views_one_control_away_are_computed_while_nothing_else_happens(
    pack, answers_folder, monkeypatch
):
    sent, explorer = [], explore(pack, "contacts")
    monkeypatch.setattr(explorer, "send", lambda content: sent.append(content["ahead"]))

    async def opened(choices):
        explorer._handle_custom_msg({"ready": True}, [])
        for value in choices:
            await asyncio.sleep(0.5)
            explorer.value = value
        await asyncio.sleep(1.5)

    asyncio.run(opened([]))
    away = sum(len(control.options) - 1 for control in explorer.declaration.controls)
    assert len(sent) == away
    for view in sent:
        computed = explorer.declaration.view(view["choice"])
        assert {key: view[key] for key in computed} == computed
        assert len(set(view["choice"].items()) ^ set(explorer.value.items())) == 2
    sent.clear()
    monkeypatch.setenv("CROSSROADS_PREFETCH", "0")
    asyncio.run(opened([]))
    assert not sent


def test_the_stored_form_has_sentence_and_table_and_waits_for_a_prediction(pack, answers_folder):
    question = pack.questions["question_id"].iloc[0]
    plain, asked = explore(pack, "counts"), explore(pack, "counts", after=question)
    markup = plain._repr_mimebundle_()["text/html"]
    assert plain._view["sentence"] in markup and plain._view["table"] in markup
    assert "<details>" not in markup
    markup = asked._repr_mimebundle_()["text/html"]
    assert markup.index("Predict first") < markup.index(asked._view["sentence"])
    assert asked._question and not plain._question
    assert repr(plain) == plain._view["sentence"]


def test_hostile_long_and_korean_text(pack, answers_folder):
    """Text of a CSV is data: it is escaped, and a long name stays whole."""
    hostile = pack.as_of("2100-01-01")
    name = "<script>alert('김정은')</script> & " + "long " * 30
    hostile.actors["short_name"] = hostile.actors["short_name"].where(
        hostile.actors["actor_id"] != "xi", name
    )
    hostile.events["title"] = hostile.events["title"].where(
        hostile.events["event_id"] != "hanoi-2019", name
    )
    hostile.codes["plural"] = name
    for one in ("counts", "meetings", "gap", "contacts"):
        declared = EXPLORERS[one][0](hostile)
        for choice in declared.choices()[::40] + [declared.start()]:
            view = declared.view(choice)
            figure = json.dumps(view["figure"], ensure_ascii=False)
            assert "<script>" not in view["table"] and "<script>" not in figure
    assert "김정은" in EXPLORERS["counts"][0](hostile).view({"year": "all"})["table"]


def test_too_many_choices_are_refused():
    controls = tuple(
        Control({str(option): str(option) for option in range(21)}, name=name, label=name)
        for name in "ab"
    )
    with pytest.raises(ValueError, match="21 x 21 choices"):
        Declaration("big", controls, None, Wording(), "")


@pytest.mark.parametrize(("landmarks", "offered"), [(40, 40), (70, MOST_PICKED)])
def test_a_pack_may_have_many_landmarks(pack, landmarks, offered):
    """All are marks; the days between two are the same whichever is named first."""
    many = pack.as_of("2100-01-01")
    many.events["landmark"] = ["yes" if n < landmarks else "no" for n in range(len(many.events))]
    declared = EXPLORERS["gap"][0](many)
    first, second = (list(control.options) for control in declared.controls)
    assert first == second and len(declared.choices()) == offered**2
    there = {"first": first[3], "second": first[-1]}
    view = declared.both(there)
    assert view == declared.both({"first": there["second"], "second": there["first"]})
    marks = {row for trace in view["figure"]["data"] for row in trace.get("customdata", ())}
    assert {f"events:{one}" for one in many.events["event_id"][:landmarks]} <= marks
    days = days_between(many.events, *there.values())
    assert f"{days:,} days" in view["title"]


def test_a_table_is_escaped_and_has_headers():
    markup = table_html(pd.DataFrame({"<a>": ["<b>", None], "n": [1, float("nan")]}), "<c>")
    assert "<b>" not in markup and "&lt;b&gt;" in markup and "&lt;c&gt;" in markup
    assert markup.count('scope="col"') == 2 and markup.count('scope="row"') == 2
    assert "nan" not in markup and "None" not in markup


def test_the_script_of_the_chart_library_is_sent_once(pack, answers_folder):
    first, second = explore(pack, "counts"), explore(pack, "gap")
    assert isinstance(first, Explorer)
    assert first._library is second._library
    assert len(first._library.source) < 600_000


def test_the_small_chart_library_is_the_installed_one():
    """Renew it with ``npm pack plotly.js-basic-dist-min@VERSION``."""
    version = re.compile(r"plotly\.js (?:\(basic - minified\) )?v([\d.]+)")
    whole = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    small, installed = (
        version.search(one.read_text("utf-8")[:200]).group(1) for one in (SMALL_LIBRARY, whole)
    )
    assert small == installed


def test_the_timeline_offers_what_the_lesson_speaks_of(pack):
    """An option whose rows cannot be found is not offered; here all of them can."""
    declared = EXPLORERS["meetings"][0](pack)
    offered = {control.name: set(control.options) for control in declared.controls}
    assert offered["beside"] == {"", "talks", "visit", "message", "missile-test"}
    assert {"all", "xi", "moon", "trump", "putin"} <= offered["who"]
    assert f"{pack.day:%Y-%m-%d}" in offered["seen"] and "" in offered["seen"]


def test_marks_of_meetings_are_filled_where_the_article_names_them(pack):
    view = EXPLORERS["meetings"][0](pack).view({"who": "all", "seen": "", "beside": ""})
    looks = {
        row: symbol
        for trace in view["figure"]["data"]
        for row, symbol in zip(
            trace.get("customdata", ()), trace.get("marker", {}).get("symbol", ()), strict=False
        )
    }
    assert {row for row, symbol in looks.items() if symbol == "circle"} == {
        "events:singapore-2018",
        "events:hanoi-2019",
    }
    assert looks["events:panmunjom-2019-06"] == "circle-open-dot" and len(looks) == 15
    texts = [note["text"] for note in view["figure"]["layout"]["annotations"]]
    silence = "<b>529 days<br>without a<br>meeting</b>"
    assert {"Singapore", "Hanoi", "Panmunjom", silence} <= set(texts)
    assert "Trump, United States" in view["figure"]["layout"]["yaxis"]["ticktext"]


def test_the_silence_told_in_words_was_one(pack):
    """Seen from an earlier day, the sentence must not tell of a gap that the record fills."""
    declared = EXPLORERS["meetings"][0](pack)
    meetings = chronology.select_meetings(pack)
    told = 0
    for choice in declared.choices():
        sentence = declared.view(choice)["sentence"]
        match = re.search(r"(\d+ \w+ \d{4}); from then to (.+) the record has none", sentence)
        if match:
            first = pd.Timestamp(match[1])
            last = pack.day if match[2] == "the article's day" else pd.Timestamp(match[2])
            whom = meetings[meetings["counterpart_id"] == choice["who"]]
            whom = meetings if choice["who"] == "all" else whom
            assert not ((whom["date"] > first) & (whom["date"] <= last)).any(), sentence
            told += 1
    assert told >= 20
