"""Words stand in messages and tables, never in code: every view in letters that are not ours."""

import html
import json
import re

import pandas as pd
import pytest
from fluent.syntax import FluentParser, FluentSerializer, visitor

import crossroads
from crossroads.charts.view import without_roles
from crossroads.charts.widget import FRONTEND, Stored
from crossroads.learn.brief import FIELDS
from crossroads.learn.opening import EXPLORERS, load_pack
from crossroads.learn.questions import Below, Stack
from crossroads.learn.tasks import find_task
from crossroads.pack import load
from crossroads.pack.pack import Pack
from crossroads.words.wording import (
    BASE,
    FOLDER,
    Wording,
    WordingError,
    _file,
    all_facts,
    check_messages,
    messages_of,
)
from tests.conftest import PACKS

MESSAGES, JUNK = messages_of(_file(BASE))
# A script that no word of ours is written in.
FAR = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "აბცდეფგჰიჯკლმნოპქრსტუვწხყზ" * 2
)


class _Far(visitor.Transformer):
    def visit_TextElement(self, node):
        node.value = node.value.translate(FAR)
        return node


def far_messages():
    """Write all messages in the far script."""
    return FluentSerializer().serialize(_Far().visit(FluentParser().parse(_file(BASE))))


# Columns with an answer to be typed, or with rows to start from.
ANSWERS = {"value", "equals", "given"}


def _far_text(text):
    """Translate a text, but for what it looks up in tables."""
    parts = re.split(r"(\{[^}]*\})", text)
    return "".join(part if part.startswith("{") else part.translate(FAR) for part in parts)


def far_pack(pack):
    """Write all words of a pack in the far script, but not the codes and keys that code reads."""
    tables, resources = {}, []
    for resource in pack.descriptor["resources"]:
        resources.append(_far_resource(resource))
        table = getattr(pack, resource["name"]).copy()
        schema = resource["schema"]
        keys = schema.get("primaryKey", [])
        keys = {keys} if isinstance(keys, str) else {*keys}
        keys |= {one["fields"] for one in schema.get("foreignKeys", [])}
        for field in schema["fields"]:
            coded = {"enum", "pattern"} & {*field.get("constraints", {})} or "references" in field
            if field["type"] == "string" and not coded and field["name"] not in keys | ANSWERS:
                table[field["name"]] = table[field["name"]].map(_far_text)
        tables[resource["name"]] = table
    words = {"language": "ko", "words": far_messages(), "resources": resources}
    return Pack({**pack.descriptor, **words}, tables)


def _far_resource(resource):
    far = [{**one, "title": one["title"].translate(FAR)} for one in resource.get("sources", [])]
    words = {"title": resource["title"].translate(FAR), "sources": far}
    if "summary" in resource:
        words["summary"] = _far_text(resource["summary"])
    return resource | words


@pytest.fixture(scope="module", params=PACKS)
def far(request):
    return far_pack(load_pack(PACKS[request.param]))


def _texts(value):
    """Give every text of a figure that a reader can see."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key in {"text", "hovertext", "name", "ticktext", "categoryarray"}:
                yield json.dumps(one, ensure_ascii=False)
            elif key not in {"template"}:
                yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def test_every_message_can_be_read_stands_once_and_names_only_messages_that_exist():
    assert not JUNK
    texts = [path.read_text("utf-8") for path in FOLDER.glob(f"{BASE}*.ftl")]
    names = [name for text in texts for name in re.findall(r"^([a-z][a-z0-9-]*) =", text, re.M)]
    assert len(names) == len({*names})
    for name, (_, others) in MESSAGES.items():
        assert others <= {*MESSAGES}, f"{name} names {others - {*MESSAGES}}"


def _codes_without_labels(pack):
    """Give the words of codes for which a pack has no label, so that they are shown as they are."""
    labelled = {*pack.codes["column"]}
    for resource in pack.descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            if f"{resource['name']}.{field['name']}" not in labelled:
                for code in field.get("constraints", {}).get("enum", ()):
                    yield from re.findall("[a-z]+", code)


@pytest.mark.parametrize("name", EXPLORERS)
def test_no_word_of_a_chart_stands_in_code(far, name):
    declare, tables = EXPLORERS[name]
    if not far.has(*tables):
        pytest.skip("this pack has no such rows")
    declared = declare(far)
    allowed = {word.lower() for text in far.hedges.get("word", []) for word in text.split()}
    # A line of sources names tables, as they are named in the folder.
    allowed |= {word for one in far.descriptor["resources"] for word in one["name"].split("_")}
    if name in {"heard", "hedges"}:
        allowed |= set(_codes_without_labels(far))
    for control in declared.controls:
        words = re.findall("[A-Za-z]{2,}", f"{control.label} {' '.join(control.options.values())}")
        assert {word.lower() for word in words} <= allowed
    choices = declared.choices()
    for choice in choices[:: max(1, len(choices) // 40)]:
        view = declared.view(choice)
        shown = [view[part] for part in ("title", "subtitle", "sentence", "source")]
        assert all(shown) and view["sentence"][-1] in ".!?", choice
        shown += [view["table"], *_texts(view["figure"])]
        for text in shown:
            text = html.unescape(re.sub(r"<[^>]*>", " ", without_roles(text)))
            words = {word.lower() for word in re.findall("[A-Za-z]{2,}", text)}
            assert words <= allowed, f"{choice}: {words - allowed} in {text[:200]}"


def _told(shown):
    """Give all that a form shows: its stored form, its words for the script, its messages."""
    if isinstance(shown, Stack):
        return [text for child in shown.children for text in _told(child)]
    if not isinstance(shown, Stored):
        return [shown.value if isinstance(shown, Below) else shown._repr_html_(), repr(shown)]
    bundle = shown._repr_mimebundle_()
    # A fact that the script fills in has a name that nobody sees.
    words = [re.sub(r"\{\w+\}", "", text) for text in shown._words.values()]
    state = shown.get_state([name for name in shown.keys if name in FORM_STATE])
    return [bundle["text/html"], bundle["text/plain"], *words, *_strings(state)]


# Traits in which a form has words for its reader.
FORM_STATE = {"_answer", "_button", "_choices", "_fields", "_message", "_messages", "_problem"}
FORM_STATE |= {"_sentence", "_told"}


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, (list, tuple)):
        # A field's name, and a question's number, are no words for a reader.
        for one in value[1:] if len(value) == 3 else value:
            yield from _strings(one)


def used_forms(pack):
    """Use every form as a learner does, and give what was shown."""
    questions = pack.questions["question_id"].tolist()[:8]
    stack = crossroads.check_yourself(pack, *questions, "no")
    for question in stack.children[:-1]:
        question.value = question._choices[0]
    sorting = crossroads.tag_claims(pack)
    sorting.value = {sorting._criteria[0][0]: "fact"}
    sorting._asked += 1
    recoding = crossroads.recode(pack)
    form = recoding.children[0]
    form.value = {form._start: {"level": 1, "reason": "because"}}
    numbers, outcomes = crossroads.write_forecasts(pack), crossroads.open_outcomes(pack)
    names = [item["id"] for item in numbers._items]
    numbers.value = {names[0]: 40}
    for name in names:
        outcomes.value = {name: None}
    samples = [crossroads.score_sample(pack, f"07.sample-{letter}") for letter in "ab"]
    own = crossroads.score_own(pack, "07.brief")
    sheet, sharper = (
        crossroads.write_brief(pack, "07.brief"),
        crossroads.write_sharper("06.sharper"),
    )
    for one in (sheet, sharper):
        one._asked += 1
        one.value = {**one.value, next(iter(one.value)): "..."}
        one._asked += 1
    for score in (*samples, own):
        score._asked += 1
        score.value = {name: 1 for name in score.rubric}
        score._asked += 1
    shown = [stack, sorting, form, numbers, outcomes, *samples, own, sheet, sharper]
    for task_id in ("01.1", "02.1", "02.2", "02.3", "02.5", "02.6", "03.1", "04.1"):
        task = find_task(pack, task_id)
        for answer in (..., 1j, True, [], "1/2/2019", task.value):
            shown.append(crossroads.check(task_id, answer, pack))
        shown += [crossroads.hint(task_id, pack) for _ in range(3)]
        shown += [crossroads.reveal(task_id, pack), crossroads.show_task(task_id, pack)]
        if task.answer_type == "written":
            shown.append(crossroads.write_answer(task_id, pack))
    shown += [crossroads.progress(pack=pack), crossroads.progress(9, pack)]
    shown += [crossroads.check("02.99", 1, pack), crossroads.take_apart("07.other")]
    shown += [crossroads.show_article(pack), crossroads.show_speakers(pack)]
    shown += [crossroads.show_hedges(pack, 1), crossroads.show_excerpt(pack, 1, 2)]
    shown += [crossroads.read(pack, 7), crossroads.read(pack, "no-such")]
    shown += [crossroads.show_codes(pack, "claims.verdict"), crossroads.show_codes(pack, "a.b")]
    shown += [crossroads.show_sources(pack, "events", ["hanoi-2019"])]
    shown += [crossroads.show_forecasts(pack, "unresolvable")]
    return shown


# Names of files and of Python's own, and what was typed.
CODE = {"brief", "md", "True", "no", "such"}


def test_no_word_of_a_form_stands_in_code(pack, answers_folder, monkeypatch):
    far = far_pack(pack)
    monkeypatch.setattr(load, "_opened", [far])
    allowed = CODE | {*far.hedges["word"], *far.claims["claim_id"], *far.rubrics["criterion"]}
    # Codes, which lines of evidence show as they stand in the table.
    fields = [field for one in far.descriptor["resources"] for field in one["schema"]["fields"]]
    allowed |= {code for field in fields for code in field.get("constraints", {}).get("enum", [])}
    allowed = {word for text in allowed for word in re.findall("[A-Za-z]+", str(text))}
    for shown in used_forms(far):
        for text in _told(shown):
            text = re.sub(r"<code>.*?</code>|<[^>]*>", " ", text)
            text = re.sub(r"\w+(\.\w+)+/\S*|https?:\S*", " ", text)
            words = set(re.findall("[A-Za-z]{2,}", html.unescape(text)))
            assert words <= allowed, f"{words - allowed} in {text[:300]}"


def test_every_message_of_a_form_is_said_somewhere():
    sources = [*FRONTEND.parent.rglob("*.py"), *FRONTEND.parent.rglob("*.js")]
    code = "\n".join(path.read_text("utf-8") for path in sources if ".min." not in path.name)
    said = set(re.findall(r"[\"']([a-z][a-z-]+)[\"']", code))
    begun = (*re.findall(r'f"([a-z][a-z-]*-)\{', code), *(f"{sheet}-" for sheet in FIELDS))
    named = {other for _, others in MESSAGES.values() for other in others}
    forms, _ = messages_of((FOLDER / "en-learn.ftl").read_text("utf-8"))
    unsaid = {name for name in {*forms} - said - named if not name.startswith(begun)}
    assert not unsaid


@pytest.mark.parametrize("path", sorted(FRONTEND.glob("[!p]*.js")), ids=lambda path: path.name)
def test_a_script_has_no_words_of_its_own_and_names_messages_that_exist(path):
    code = re.sub(r"^\s*(//|\*|/\*).*$", "", path.read_text("utf-8"), flags=re.M)
    assert not re.findall(r"[\"`>][A-Z][a-z]+ [a-z]+[^\"`]*", code)
    said = re.findall(r"\bsay\(\"([^\"]+)", code)
    said += [
        name for pair in re.findall(r'say\([^()]*\? "([^"]+)" : "([^"]+)"', code) for name in pair
    ]
    assert {*said} <= {*MESSAGES}
    assert said or path.name in {"keys.js", "library.js", "score.js", "typed.js"}


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


def test_korean_says_every_message_with_the_facts_of_the_english():
    korean, junk = messages_of(_file("ko"))
    assert not junk and {*korean} == {*MESSAGES}
    for name, (_, others) in korean.items():
        assert others <= {*MESSAGES}, name
        assert all_facts(name, korean) <= all_facts(name, MESSAGES), name


@pytest.mark.parametrize("name", ["meetings", "launches", "stances", "verdicts", "voices"])
def test_the_start_of_a_chart_in_korean_has_no_latin_word_of_ours(pack, name):
    far = far_pack(pack)
    tables = {one["name"]: getattr(far, one["name"]) for one in far.descriptor["resources"]}
    korean = Pack({**far.descriptor, "words": ""}, tables)
    declared = EXPLORERS[name][0](korean)
    view = declared.view(declared.start())
    # A line of sources names tables, and the kinds of rows that it counts.
    named = {word for text in (*tables, *far.codes["code"]) for word in text.split("_")}
    for part in ("title", "subtitle", "sentence", "source"):
        text = re.sub(r"<[^>]*>", " ", without_roles(html.unescape(view[part])))
        assert re.search("[가-힣]", text)
        latin = {*re.findall("[A-Za-z]{2,}", text)}
        assert latin <= (named if part == "source" else set()), text
    for control in declared.controls:
        assert not re.findall("[A-Za-z]{2,}", " ".join([control.label, *control.options.values()]))
