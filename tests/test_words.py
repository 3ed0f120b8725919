"""Words stand in messages and tables, never in code: every view in letters that are not ours."""

import html
import json
import re

import pandas as pd
import pytest
from fluent.syntax import FluentParser, FluentSerializer, visitor

from crossroads.charts.view import Declaration
from crossroads.learn.opening import EXPLORERS, load_pack
from crossroads.pack.pack import Pack
from crossroads.words.wording import BASE, Wording, WordingError, _file, check_messages, messages_of
from tests.conftest import ROOT

MESSAGES, JUNK = messages_of(_file(BASE))
PACKS = {"course": ROOT / "data", "reykjavik": ROOT / "examples" / "reykjavik"}
# A script that no word of ours is written in.
FAR = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "აბცდეფგჰიჯკლმნოპქრსტუვწხყზ" * 2,
)


class _Far(visitor.Transformer):
    def visit_TextElement(self, node):
        node.value = node.value.translate(FAR)
        return node


def far_messages():
    """Write all messages in the far script."""
    return FluentSerializer().serialize(_Far().visit(FluentParser().parse(_file(BASE))))


def far_pack(pack):
    """Write all words of a pack in the far script, but not the codes and keys that code reads."""
    tables = {}
    for resource in pack.descriptor["resources"]:
        table = getattr(pack, resource["name"]).copy()
        schema = resource["schema"]
        keys = schema.get("primaryKey", [])
        keys = {keys} if isinstance(keys, str) else {*keys}
        keys |= {one["fields"] for one in schema.get("foreignKeys", [])}
        for field in schema["fields"]:
            coded = {"enum", "pattern"} & {*field.get("constraints", {})} or "references" in field
            if field["type"] == "string" and not coded and field["name"] not in keys:
                table[field["name"]] = table[field["name"]].map(lambda text: text.translate(FAR))
        tables[resource["name"]] = table
    descriptor = {
        **pack.descriptor,
        "resources": [_far_titles(one) for one in pack.descriptor["resources"]],
    }
    return Pack({**descriptor, "language": "ko", "words": far_messages()}, tables)


def _far_titles(resource):
    summary = re.split(r"({.*?})", resource.get("summary", ""))
    summary[::2] = [words.translate(FAR) for words in summary[::2]]
    resource = {**resource, "summary": "".join(summary)}
    far = [{**one, "title": one["title"].translate(FAR)} for one in resource.get("sources", [])]
    return {**resource, "title": resource["title"].translate(FAR), "sources": far}


@pytest.fixture(scope="module", params=PACKS)
def far(request):
    return far_pack(load_pack(PACKS[request.param]))


def _texts(value):
    """Give every text of a figure that a reader can see."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key in {"text", "hovertext", "name", "ticktext", "customdata", "categoryarray"}:
                yield json.dumps(one, ensure_ascii=False)
            elif key not in {"template"}:
                yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def test_every_message_can_be_read_and_names_only_messages_that_exist():
    assert not JUNK
    for name, (_, others) in MESSAGES.items():
        assert others <= {*MESSAGES}, f"{name} names {others - {*MESSAGES}}"


def _codes_in_summaries(pack):
    for resource in pack.descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            if f"{{{field['name']}}}" in resource["summary"]:
                for code in field.get("constraints", {}).get("enum", ()):
                    yield from re.split(r"[\W_]+", code)


@pytest.mark.parametrize("name", EXPLORERS)
def test_no_word_of_a_chart_stands_in_code(far, name):
    declare, tables = EXPLORERS[name]
    if not far.has(*tables):
        pytest.skip("this pack has no such rows")
    declared = declare(far)
    if not isinstance(declared, Declaration):
        pytest.skip("not ported yet")
    allowed = {word.lower() for text in far.hedges.get("word", []) for word in text.split()}
    # A line of sources names tables, as they are named in the folder.
    allowed |= {word for one in far.descriptor["resources"] for word in one["name"].split("_")}
    if name == "ledger":
        # A line of evidence gives a cell as it stands in its table.
        allowed |= set(_codes_in_summaries(far))
    for control in declared.controls:
        assert not re.search("[A-Za-z]{2}", f"{control.label} {' '.join(control.options.values())}")
    choices = declared.choices()
    for choice in choices[:: max(1, len(choices) // 40)]:
        view = declared.view(choice)
        shown = [view[part] for part in ("title", "subtitle", "sentence", "source")]
        shown += [view["table"], *_texts(view["figure"])]
        for text in shown:
            text = html.unescape(re.sub(r"<[^>]*>", " ", text))
            words = {word.lower() for word in re.findall("[A-Za-z]{2,}", text)}
            assert words <= allowed, f"{choice}: {words - allowed} in {text[:200]}"


def test_a_slip_names_message_fact_and_the_closest_known():
    words = Wording(BASE, "gap-subtitle = { $yeers } years")
    with pytest.raises(WordingError, match=r"'gap-subtitle': unknown fact '\$yeers'.*'\$years'"):
        words.say("gap-subtitle", years="2")
    with pytest.raises(WordingError, match="unknown message 'gap-titel'; did you mean 'gap-title'"):
        words.say("gap-titel")


def test_what_a_pack_says_instead_is_checked_before_a_lesson_opens():
    assert check_messages("gap-subtitle = Days\ngap-title = { $early } and { $late }") == []
    problems = check_messages("gap-titel = x\ngap-title = { $erly }\nbroken { line")
    assert len(problems) == 3
    assert "did you mean 'gap-title'" in " ".join(problems)
    assert "did you mean '$early'" in " ".join(problems) and "row 3" in " ".join(problems)


def test_language_decides_dates_numbers_and_lists_not_the_machine():
    english, korean = Wording(), Wording("ko")
    day, end = pd.Timestamp("2018-03-25"), pd.Timestamp("2018-03-28")
    assert english.period(day, end) == "25-28 March 2018"
    assert english.period(end, pd.Timestamp("2018-04-01")) == "28 March - 1 April 2018"
    assert english.period(day, pd.Timestamp("2019-01-01")) == "25 March 2018 - 1 January 2019"
    assert english.date(day, "month") == "March 2018" and korean.date(day, "month") == "2018년 3월"
    assert english.spell(12) == "twelve" and english.spell(1261) == "1,261"
    assert english.number(-0.25, 1) == "-0.2" and english.join([]) == ""
    assert english.join(["a", "b"], "or") == "a or b" and korean.join(["a", "b"]) == "a 및 b"
