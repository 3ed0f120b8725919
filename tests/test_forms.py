"""The short forms: three simulated readers, equal construction, a receipt, and a class's change."""

import statistics

import pytest

from crossroads.classroom.collect import collect, read_learners
from crossroads.classroom.receipt import csv_text, receipt_row
from crossroads.learn.answers import FILE_NAME, own_records, saved_answers
from crossroads.learn.forms import (
    FORMS,
    ORDER,
    change_words,
    chosen,
    count_right,
    form_cells,
    interval,
    items_of,
    open_form,
    passage_texts,
    read_form_cell,
    show_form_reasons,
)
from crossroads.learn.questions import right_choices
from crossroads.words.lookups import fill
from tests import form_readers
from tests.conftest import ROOT


def as_seen(pack, form):
    """Give a form's items as a learner sees them: no key, no reason."""
    passages, chart, _ = passage_texts(pack, form)
    for item in items_of(pack, form):
        row = pack.questions[pack.questions["question_id"] == item].iloc[0]
        options = pack.choices[pack.choices["question_id"] == item].sort_values("choice")["text"]
        on_chart = row["prompt"].startswith("The chart")
        number = None if on_chart else int(row["prompt"].split(".")[0].removeprefix("Passage "))
        yield {
            "passage": " ".join(chart) if on_chart else passages[number - 1],
            "chart": chart if on_chart else {},
            "prompt": row["prompt"],
            "options": [fill(pack, text) for text in options],
        }


def test_three_readers_score_in_their_order_and_alike_on_both_forms(pack):
    seen = {form: list(as_seen(pack, form)) for form in FORMS}

    def score(form, reader, *more):
        return count_right(pack, form, [reader(item, *more) + 1 for item in seen[form]])

    hedges = [*pack.hedges[pack.hedges["kind"] != "booster"]["word"]]
    scores = []
    for form in FORMS:
        guessed = [score(form, form_readers.guessing, seed) for seed in range(200)]
        careless = score(form, form_readers.careless)
        careful = score(form, form_readers.careful, hedges)
        scores.append((statistics.mean(guessed), careless, careful))
        assert scores[-1][0] < careless < careful >= 7, scores
    for one, other in zip(*scores, strict=True):
        assert abs(one - other) <= 1, scores


def test_the_forms_are_of_one_construction(pack):
    a, b = (list(as_seen(pack, form)) for form in FORMS)
    assert len(a) == len(b) == 8
    for one, other in zip(a, b, strict=True):
        assert one["prompt"].split()[:5] == other["prompt"].split()[:5]
        assert len(one["options"]) == len(other["options"]) == len(set(one["options"]))
    lengths = [sum(map(len, passage_texts(pack, form)[0])) for form in FORMS]
    assert max(lengths) <= 1.25 * min(lengths)
    # Ten minutes at a slow reader's pace, half a minute for each item.
    shown = [" ".join([item["prompt"], *item["options"]]) for item in a]
    words = sum(len(text.split()) for text in [*passage_texts(pack, "a")[0], *shown])
    assert words / 190 + 8 * 0.5 <= 10
    # Each item has one key, not always in one place, and passages that stand in no lesson.
    for form in FORMS:
        keys = [right_choices(pack, item) for item in items_of(pack, form)]
        assert {*map(len, keys)} == {1}
        assert max(keys.count([place]) for place in (1, 2, 3, 4)) <= 4
    lessons = "".join(path.read_text("utf-8") for path in (ROOT / "notebooks").glob("*.ipynb"))
    for word in ("Titanic", "Kitty Hawk", "Katrina"):
        assert word not in lessons + " ".join(pack.excerpts["text"])


def take(pack, when, right):
    """Answer a form: so many items right, the others wrong."""
    form = open_form(pack, when)
    for place, item in enumerate(form.items):
        key = right_choices(pack, item.question_id)
        numbers = {text: number for text, (number, _) in item._feedback.items()}
        item.value = next(one for one in numbers if (numbers[one] in key) == (place < right))
        assert item._message.strip() == "Saved.", "nothing is told"
    return form


def test_the_second_form_is_the_other_and_the_key_waits_for_both(pack, answers_folder):
    orders = {open_form(pack, "before")._order for _ in range(60)}
    assert orders == {"ab", "ba"} and not saved_answers(), "looking alone settles no order"
    assert "when you have answered" in repr(show_form_reasons(pack))
    first = take(pack, "before", 3)
    assert saved_answers()[ORDER] == first._order
    assert "when you have answered" in repr(show_form_reasons(pack))
    second = open_form(pack, "after")
    assert {first.form, second.form} == {*FORMS}
    assert all(open_form(pack, "before").form == first.form for _ in range(8))
    assert "eight items, ten minutes" in repr(second)
    assert "Titanic" not in second._repr_mimebundle_()["text/html"]
    take(pack, "after", 2)
    assert repr(show_form_reasons(pack)).count("- ") == 16
    with pytest.raises(ValueError, match="'before' or 'after'"):
        open_form(pack, "later")


def test_a_receipt_has_the_choices_and_a_half_form_does_not_count(pack, answers_folder):
    form = take(pack, "before", 5)
    found = read_form_cell(pack, receipt_row(pack, own_records()[0])["form before"])
    assert found[0] == form.form and count_right(pack, *found) == 5
    other = open_form(pack, "after")
    other.items[0].value = other.items[0]._choices[0]
    cells = form_cells(pack, own_records()[0])
    assert count_right(pack, *read_form_cell(pack, cells["after"])) is None
    assert chosen(pack, other.form, saved_answers())[1:] == [0] * 7
    for cell in ("", "c: 1 1 1 1 1 1 1 1", "a: 1 1", "a: 1 1 1 1 1 1 1 x", "=a"):
        assert read_form_cell(pack, cell) is None
    (answers_folder / FILE_NAME).unlink()
    (answers_folder / FILE_NAME).mkdir()
    other.items[1].value = other.items[1]._choices[0]
    assert "NOT saved" in other.items[1]._message


def rows_with(pack, changes):
    keys = {form: [right_choices(pack, item)[0] for item in items_of(pack, form)] for form in FORMS}

    def cell(form, right):
        numbers = keys[form][:right] + [key % 3 + 1 for key in keys[form]][right:]
        return f"{form}: {' '.join(map(str, numbers))}"

    return [
        {"form before": cell("ab"[place % 2], 3), "form after": cell("ba"[place % 2], 3 + change)}
        for place, change in enumerate(changes)
    ]


def test_a_class_gets_its_change_with_its_uncertainty(pack):
    rows = rows_with(pack, [2, 3, 1, 2, 2, 3])
    text = change_words(pack, rows)
    assert "six learners" in text and "2.2 of eight items" in text and "lies outside that" in text
    assert "cannot say" in text and "in construction only" in text
    assert "lies within that" in change_words(pack, rows_with(pack, [1, -1, 0, 2, -2, 0]))
    assert "no change is named" in change_words(pack, rows[:4])
    same = [{**rows[0], "form after": rows[0]["form before"]}] * 6
    for none in (same, [{"form before": "a: 1 2"}]):
        assert "no learner has" in change_words(pack, none), "one form twice is no pair"
    low, high = interval([0, 1] * 50)
    assert (low, high) == pytest.approx((0.5 - 1.96 * 0.05, 0.5 + 1.96 * 0.05), abs=0.02)


def test_collect_reads_it_from_receipts_and_keeps_no_nonsense(pack, tmp_path):
    article = pack.article["article_id"].iloc[0]
    rows = rows_with(pack, [2, 3, 1, 2, 2]) + [{"form before": "a: 9 9 9 9 9 9 9 9 9"}]
    for place, row in enumerate(rows):
        whole = {"receipt": article, "learner": f"l{place}", "name": f"N{place}", **row}
        whole |= {"done": "0", "tasks": "0"}
        (tmp_path / f"{place}.csv").write_text(csv_text([whole], list(whole)), encoding="utf-8")
    said = collect(tmp_path, pack)
    assert "five learners" in said and "2.0 of eight" in said
    assert "five learners completed both" in (tmp_path / "collected" / "class.html").read_text()
    assert "form before" in (tmp_path / "collected" / "class.csv").read_text()
    rows, *_ = read_learners(pack, tmp_path)
    assert len(rows) == 6 and sum("form before" in row for row in rows) == 5
