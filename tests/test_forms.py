"""The short forms: three simulated readers, equal construction, a receipt, and a class's change."""

import json
import statistics

import pytest

from crossroads.classroom.collect import collect, read_learners
from crossroads.classroom.receipt import csv_text, receipt_row
from crossroads.learn import answers
from crossroads.learn.answers import own_records, save_answer, saved_answers
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


def score(pack, form, reader):
    return count_right(pack, form, [reader(item) + 1 for item in as_seen(pack, form)])


def test_three_readers_score_in_their_order_and_alike_on_both_forms(pack):
    hedges = [*pack.hedges[pack.hedges["kind"] != "booster"]["word"]]
    scores = {
        form: {
            "guessing": statistics.mean(
                score(pack, form, lambda item, seed=seed: form_readers.guessing(item, seed))
                for seed in range(200)
            ),
            "careless": score(pack, form, form_readers.careless),
            "careful": score(pack, form, lambda item: form_readers.careful(item, hedges)),
        }
        for form in FORMS
    }
    for form in FORMS:
        found = scores[form]
        assert found["guessing"] < found["careless"] < found["careful"], scores
        assert found["careful"] >= 7, scores
    for reader in scores["a"]:
        assert abs(scores["a"][reader] - scores["b"][reader]) <= 1, scores


def test_the_forms_are_of_one_construction(pack):
    a, b = (list(as_seen(pack, form)) for form in FORMS)
    assert len(a) == len(b) == 8
    for one, other in zip(a, b, strict=True):
        assert one["prompt"].split()[:5] == other["prompt"].split()[:5]
        assert len(one["options"]) == len(other["options"])
        assert len(set(one["options"])) == len(one["options"])
    lengths = [sum(map(len, passage_texts(pack, form)[0])) for form in FORMS]
    assert max(lengths) <= 1.25 * min(lengths)
    # Ten minutes at a slow reader's pace, half a minute for each item.
    shown = [" ".join([item["prompt"], *item["options"]]) for item in a]
    words = sum(len(text.split()) for text in [*passage_texts(pack, "a")[0], *shown])
    assert words / 190 + 8 * 0.5 <= 10


def test_the_key_stands_nowhere_before_both_forms_are_done(pack, answers_folder):
    assert "when you have answered" in repr(show_form_reasons(pack))
    take(pack, "before", 8)
    assert "when you have answered" in repr(show_form_reasons(pack))
    take(pack, "after", 2)
    assert repr(show_form_reasons(pack)).count("- ") == 16


def test_each_item_has_one_key_a_reason_and_passages_that_stand_in_no_lesson(pack):
    keys = {form: [] for form in FORMS}
    for form in FORMS:
        for item in items_of(pack, form):
            right = right_choices(pack, item)
            assert len(right) == 1, item
            keys[form] += right
        assert max(keys[form].count(place) for place in (1, 2, 3, 4)) <= 4
    lessons = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "notebooks").glob("*.ipynb")
    )
    for word in ("Titanic", "Kitty Hawk", "Katrina"):
        assert word not in lessons
        assert not pack.excerpts["text"].str.contains(word).any()


def take(pack, when, right):
    """Answer a form: so many items right, the others wrong."""
    form = open_form(pack, when)
    for place, item in enumerate(form.items):
        key = right_choices(pack, item.question_id)
        fits = [
            text
            for text, (number, _) in item._feedback.items()
            if (number in key) == (place < right)
        ]
        item.value = fits[0]
        assert item._message.strip() == "Saved.", "nothing is told"
    return form


def test_the_second_form_is_the_other_and_the_order_stays(pack, answers_folder):
    first = take(pack, "before", 3)
    assert saved_answers()[ORDER] == first._order
    second = open_form(pack, "after")
    assert {first.form, second.form} == {*FORMS}
    assert all(open_form(pack, "before").form == first.form for _ in range(8))
    assert "eight items, ten minutes" in repr(second)
    assert "Titanic" not in json.dumps(second._repr_mimebundle_()["text/html"])
    with pytest.raises(ValueError, match="'before' or 'after'"):
        open_form(pack, "later")


def test_looking_alone_settles_no_order(pack, answers_folder):
    orders = {open_form(pack, "before")._order for _ in range(60)}
    assert orders == {"ab", "ba"} and not saved_answers()


def test_a_receipt_has_the_choices_and_a_half_form_does_not_count(pack, answers_folder):
    form = take(pack, "before", 5)
    row = receipt_row(pack, own_records()[0])
    assert read_form_cell(pack, row["form before"])[0] == form.form
    assert count_right(pack, *read_form_cell(pack, row["form before"])) == 5
    other = open_form(pack, "after")
    other.items[0].value = other.items[0]._choices[0]
    cells = form_cells(pack, own_records()[0])
    assert count_right(pack, *read_form_cell(pack, cells["after"])) is None
    assert chosen(pack, other.form, saved_answers())[1:] == [0] * 7


@pytest.mark.parametrize("cell", ["", "c: 1 1 1 1 1 1 1 1", "a: 1 1", "a: 1 1 1 1 1 1 1 x", "=a"])
def test_a_cell_that_is_none_is_left_out(pack, cell):
    assert read_form_cell(pack, cell) is None


def rows_with(pack, changes):
    keys = {form: [right_choices(pack, item)[0] for item in items_of(pack, form)] for form in FORMS}

    def cell(form, right):
        wrong = [key % 3 + 1 for key in keys[form]]
        numbers = keys[form][:right] + wrong[right:]
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
    assert "no learner has" in change_words(pack, [{"form before": "a: 1 2"}])
    low, high = interval([0, 1] * 50)
    assert low == pytest.approx(0.5 - 1.96 * 0.05, abs=0.02)
    assert high == pytest.approx(0.5 + 1.96 * 0.05, abs=0.02)
    same = [{**rows[0], "form after": rows[0]["form before"]}] * 6
    assert "no learner has" in change_words(pack, same), "one form twice is no pair"


def test_collect_reads_it_from_receipts_and_keeps_no_nonsense(pack, tmp_path):
    article = pack.article["article_id"].iloc[0]
    for place, row in enumerate(rows_with(pack, [2, 3, 1, 2, 2])):
        whole = {"receipt": article, "learner": f"l{place}", "name": f"N{place}", **row}
        whole |= {"done": "0", "tasks": "0"}
        (tmp_path / f"{place}.csv").write_text(csv_text([whole], list(whole)), encoding="utf-8")
    assert "five learners" in collect(tmp_path, pack) and "2.0 of eight" in collect(tmp_path, pack)
    assert "five learners completed both" in (tmp_path / "collected" / "class.html").read_text()
    assert "form before" in (tmp_path / "collected" / "class.csv").read_text()
    bad = {"receipt": article, "learner": "x", "name": "", "form before": "a: 9 9 9 9 9 9 9 9 9"}
    (tmp_path / "bad.csv").write_text(csv_text([bad], list(bad)), encoding="utf-8")
    rows, *_ = read_learners(pack, tmp_path)
    assert len(rows) == 6 and sum("form before" in row for row in rows) == 5


def test_a_form_that_cannot_be_saved_says_so(pack, answers_folder, monkeypatch):
    form = open_form(pack, "before")

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(answers, "save_answer", full)
    form.items[0].value = form.items[0]._choices[0]
    assert "NOT saved" in form.items[0]._message
    monkeypatch.undo()
    save_answer("anything", 1)
    assert ORDER not in saved_answers() or saved_answers()[ORDER] in ("ab", "ba")
