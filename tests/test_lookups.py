"""A {...} in a text looks up a row; whatever else it says is refused, with the closest name."""

import pytest

from crossroads import load_pack
from crossroads.pack.pack import Pack
from crossroads.pack.tables import digest, read_descriptor
from crossroads.publish.check_data import check_pack
from crossroads.words.lookups import Unfilled, fill, fill_pattern
from crossroads.words.wording import wording
from tests.packs import changed, set_cell, set_description

FILLED = {
    "{events[hanoi-2019][date]}": "27 February 2019",
    "{events[hanoi-2019][date][month]}": "February 2019",
    "{events[hanoi-2019][date][month name]}": "February",
    "{events[hanoi-2019][date][month number]}": "2",
    "{events[hanoi-2019][date][year]}": "2019",
    "{events[hanoi-2019][end_date]}": "28 February 2019",
    "{trade[2017-total][usd_million][whole]}": "5,060",
    "{trade[2020-10-total][usd_million][tenths]}": "1.7",
    "{days[singapore-2018][hanoi-2019]} days": "260 days",
    "{count[article][article_id=crossroads]}": "1",
    "{count[article]}": "1",
    "{measure[gap][singapore-2018][hanoi-2019][inside]}": "259",
    "{measure[row][events][kind=summit][first][date][year]}": "2017",
    "{{events}} and }}": "{events} and }",
    "no brace": "no brace",
}
REFUSED = {
    "{titel}": "unknown table 'titel'; Known: article, excerpts",
    "{eventz}": "did you mean 'events'?",
    "{event[hanoi-2019][date]}": "did you mean 'events'?",
    "{events}": "names row of events but no value in it; add [...]",
    "{events[hanoi-2019]}": "names column of events but no value in it; add [...]",
    "{events[hanoi-2091][date]}": "did you mean 'hanoi-2019'?",
    "{events[hanoi-2019][dat]}": "did you mean 'date'?",
    "{events[hanoi-2019][title][month]}": "is a text already; take [month] away",
    "{events[hanoi-2019][date][mnth]}": "did you mean 'month'?",
    "{events[hanoi-2019][date][month][year]}": "unknown way to write",
    "{trade[2017-total][usd_million][hole]}": "did you mean 'whole'?",
    "{events[singapore-2018][end_date]}": "is empty; name a cell that holds something",
    "{days[singapore-2018][hanoi]}": "did you mean 'hanoi-2019'?",
    "{count[events][knd=summit]}": "did you mean 'kind'?",
    "{count[events][date>soon]}": "soon",
    "{count[events][kind]}": "write it as column=value",
    "{count[event][kind=summit]}": "did you mean 'events'?",
    "{measure[gapp][a][b][right]}": "did you mean 'gap'?",
    "{measure[gap][singapore-2018][hanoi-2019][rihgt]}": "did you mean 'right'?",
    "{measure[gap][singapore-2018]}": "names the measure gap but no value in it",
    "{measure[since][summit][hanoi-2091][right]}": "did you mean 'hanoi-2019'?",
    "{measure[trade_change][2020-totl][2017-total][right]}": "did you mean '2020-total'?",
    "{measure[meeting][x][date]}": "finds nothing for [x]",
    "{measure[row][events][kind=nothing][first][date]}": "nothing]: no row is left to count",
    "{measure[meeting][999][date]}": "finds nothing for [999]: no row is left to count",
    "{measure[quiet][date][nothing][longest]}": "[date][nothing]: no row is left to count",
    "{measure[row][__class__][kind=x][first][date]}": "unknown table '__class__'",
    "{0.__class__}": "{0.__class__}: write it as {table[row][column]}",
    "{events.__class__}": "write it as",
    "{events[hanoi-2019][date].year}": "write it as",
    "{events[hanoi-2019][date]!r}": "write it as",
    "{events[hanoi-2019][date]:%B}": "write it as",
    "{x:>1000000000}": "write it as",
    "{events[hanoi-2019][title]:>1000000000}": "write it as",
    "{}": "write it as",
    "{0}": "unknown table '0'",
    "{events[hanoi-2019][date]": "a brace { has no other",
    "a } b": "a brace } has no other",
    "{events[{x}][date]}": "a brace { has no other",
}


def test_what_a_text_may_name(pack):
    assert {text: fill(pack, text) for text in FILLED} == FILLED


def test_a_word_that_only_another_table_has_is_not_proposed_again(pack):
    with pytest.raises(Unfilled, match="that it counts have no row for 'james-kim'$"):
        fill(
            changed(pack, paragraphs=pack.paragraphs[:0]),
            "{measure[words_share][james-kim][of all]}",
        )


def test_what_is_refused_says_why_and_is_told_by_the_check_with_its_row(pack, pack_copy):
    texts = list(REFUSED)
    for row, text in enumerate(texts, 2):
        with pytest.raises(Unfilled) as caught:
            fill(pack, text)
        assert REFUSED[text] in str(caught.value), text
        assert caught.value._render_traceback_() == [str(caught.value)]
        set_cell("marks", row, "value", text)(pack_copy)
    problems = check_pack(pack_copy)
    assert [(one.file, one.row, one.column, one.given) for one in problems] == [
        ("marks.csv", row, "value", text) for row, text in enumerate(texts, 2)
    ]
    assert all(REFUSED[one.given] in one.message for one in problems)


PATTERNS = {
    "{titel}": "unknown column 'titel'; did you mean 'title'?",
    "{title.__class__}": "write it as",
    "{title:>1000000000}": "write it as",
    "{title[whole]}": "title is a text already",
    "{known_date[whole]}": "unknown way to write known_date 'whole'",
    "{0}": "unknown column '0'",
    "{title": "a brace { has no other",
}


def test_a_pattern_names_columns_and_nothing_else(pack_copy):
    for pattern, message in PATTERNS.items():
        change = set_description(
            lambda _, tables, new=pattern: tables["events"].update(summary=new)
        )
        change(pack_copy)
        (problem,) = check_pack(pack_copy)
        assert str(problem).startswith("datapackage.json: table events, summary: ")
        assert message in problem.message


def test_the_language_of_the_pack_writes_dates_and_numbers(pack):
    german = Pack({**pack.descriptor, "language": "de"}, pack._tables)
    assert fill(german, "{events[hanoi-2019][date]}") == "27. Februar 2019"
    assert fill(german, "{events[hanoi-2019][date][month]}") == "Februar 2019"
    assert fill(german, "{trade[2017-total][usd_million][whole]}") == "5.060"
    large = Pack({**pack.descriptor, "language": "EN"}, pack._tables)
    assert fill(large, "{events[hanoi-2019][date]}") == "27 February 2019"


OWN_WORDS = {
    "language": ("xx-nowhere", "language: 'xx-nowhere' is not known"),
    "words": ("no-dat = x", "words: unknown message 'no-dat'; did you mean 'no-date'?"),
    "words again": ("no-date = {", "words: row 1: cannot be read: no-date = {"),
}


@pytest.mark.parametrize("key", OWN_WORDS)
def test_a_packs_own_words_are_checked(pack_copy, key):
    given, message = OWN_WORDS[key]
    set_description(lambda whole, tables: whole.update({key.split()[0]: given}))(pack_copy)
    assert message in str(check_pack(pack_copy)[0])


OWN_FILE = {
    b"\xef\xbb\xbfno-date = nobody knows\r\n": "",
    b"no-dat = x": "words.ftl: unknown message 'no-dat'; did you mean 'no-date'?",
    b"# 'Seoul\nno-date = M\xfcller": "words.ftl, row 2: is not in UTF-8",
    b"no-date = {\nno-dat = x": "words.ftl: row 1: cannot be read",
}


@pytest.mark.parametrize("content", OWN_FILE)
def test_a_packs_own_file_of_words_is_said_and_checked(pack_copy, content):
    before = digest(pack_copy, read_descriptor(pack_copy))
    (pack_copy / "words.ftl").write_bytes(content)
    problems = check_pack(pack_copy)
    if message := OWN_FILE[content]:
        assert [str(one).startswith(message) for one in problems].count(True) == 1, problems
    else:
        pack = load_pack(pack_copy)
        assert problems == [] and pack.words.say("no-date") == "nobody knows"
        assert digest(pack_copy, pack.descriptor).startswith(before) and pack.descriptor["words"]
        set_description(lambda whole, tables: whole.update(words=""))(pack_copy)
        assert "too; keep all in one of them" in str(check_pack(pack_copy)[0])


def test_an_empty_cell_leaves_a_gap_in_a_pattern():
    values = {"a": 1234.5, "b": float("nan"), "c": "x"}
    assert fill_pattern(wording(), "{a[digits]}, {b[hundredths]}: {c}", values) == "1,234.5, : x"
