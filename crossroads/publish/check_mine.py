"""Check what somebody adapted: ``make check-mine PACK=FOLDER``.

Without make: ``python -m crossroads.publish.check_mine FOLDER``.

The data of a pack, what its notebooks call, and the values that stand in their
paragraphs; the house rules of the course itself stay in ``make test``.
"""

import ast
import builtins
from collections import Counter
from pathlib import Path

import crossroads
from crossroads.learn.article import LeftOut
from crossroads.learn.opening import EXPLORERS, declared
from crossroads.pack.check import check_pack
from crossroads.pack.command import run
from crossroads.pack.load import open_without_faulty_rows
from crossroads.pack.places import find_known_pack
from crossroads.pack.problems import PackError, Problem
from crossroads.publish import check_data, marked_values, weave
from crossroads.publish.calls import names_in
from crossroads.publish.handouts import PASSAGES
from crossroads.publish.notebooks import read_notebook
from crossroads.words.plain import unknown

QUESTIONS = {"predict", "check_yourself"}


def notebooks_of(folder):
    """List a pack's notebooks: the course's own, or those woven for it, here if not of today."""
    home = find_known_pack()
    if home and folder.resolve() == home.resolve():
        return weave.course_lessons()
    woven = weave.weave(folder, may_replace=lambda path: False)
    return sorted(woven.glob("*.ipynb"))


def check_notebook(path, pack, known):
    """Find what a notebook calls and nobody has, and old values; count what was looked at."""
    place, problems, counts = f"{path.parent.name}/{path.name}", [], Counter()
    made, asked, shown = {"pack", "display", *dir(builtins)}, {}, set()

    def say(number, words):
        problems.append(Problem(place, f"cell {number}: {words}"))

    for number, cell in enumerate(read_notebook(path).cells, 1):
        found = []
        if cell.cell_type == "markdown":
            counts["values"] += len(marked_values.MARK.findall(cell.source))
            found = _old_values(cell.source, known)
        elif cell.cell_type == "code":
            try:
                tree = ast.parse(cell.source)
            except SyntaxError as error:
                say(number, f"is no Python: {error.msg}, in its line {error.lineno}")
                continue
            found = [*_unmade(tree, made)]
            for call in ast.walk(tree):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                    counts["calls"] += 1
                    found += _wrong(call, pack, asked, shown, number)
        for words in found:
            say(number, words)
    predicted = set(pack.questions.loc[pack.questions["kind"] == "predict", "question_id"])
    for question, number in asked.items():
        if question in predicted - shown:
            say(number, f"{question} asks for a prediction that no chart of this notebook answers")
    return problems, counts


def _old_values(source, known):
    """Say which values of a paragraph are not those of the tables."""
    try:
        _, old = marked_values.renew(source, known)
    except marked_values.Unmarked as error:
        return [str(error)]
    return [f"says {was}, the tables give {now} ({key}); write {now}" for key, was, now in old]


def _unmade(tree, made):
    """Name what a cell uses and no cell before it makes; add what it makes itself."""
    stored, used = names_in(tree)
    for one in ast.walk(tree):
        if isinstance(one, ast.ImportFrom) and one.module == "crossroads":
            lost = [name.name for name in one.names if name.name not in crossroads.__all__]
            yield from (unknown("name", name, crossroads.__all__) for name in lost)
    used -= stored | made
    made |= stored
    for name in sorted(used):
        if name in crossroads.__all__:
            yield f"calls {name}, which the first cell does not import; add it there"
        else:
            yield f"uses {name}, which no cell before it makes; was that part cut? Cut this, too"


def _wrong(call, pack, asked, shown, number):
    """Say what a call names that the pack or the module does not have."""
    name, arguments = call.func.id, [_literal(one) for one in call.args[1:]]
    texts = [one for one in arguments if isinstance(one, str)]
    after = next((_literal(one.value) for one in call.keywords if one.arg == "after"), None)
    known = {"explore": ("chart", EXPLORERS)}
    known |= dict.fromkeys(QUESTIONS, ("question", list(pack.questions["question_id"])))
    known |= dict.fromkeys(PASSAGES, ("passage", list(pack.passages["passage_id"])))
    noun, there = known.get(name, ("", texts))
    yield from (unknown(noun, one, there) for one in texts if one not in there)
    if name in QUESTIONS:
        for one in texts:
            asked.setdefault(one, number)
    if name in PASSAGES:
        paragraphs = {one for one in arguments if isinstance(one, int)}
        for one in sorted(paragraphs - set(pack.excerpts["paragraph"])):
            yield f"the pack has no excerpt of paragraph {one}"
    if after is not None:
        shown.add(after)
        if not pack.has_row("questions", after):
            yield unknown("question", after, pack.questions["question_id"])
        elif after not in asked:
            yield (
                f"the chart waits for the prediction {after}, and no cell before asks for it; "
                f'put predict(pack, "{after}") before it, or take after="{after}" out'
            )


def _literal(node):
    return node.value if isinstance(node, ast.Constant) else None


def cut_charts(path):
    """List the charts of the course's lesson of the same number that a notebook lacks."""
    lesson = next(weave.COURSE.glob(f"{path.stem[:2]}_*.ipynb"), None)
    if lesson is None or lesson == path:
        return []

    def charts(one):
        source = "\n".join(cell.source for cell in read_notebook(one).cells)
        return [name for name, _ in weave.EXPLORES.findall(source)]

    return [one for one in charts(lesson) if one not in charts(path)]


def check_mine(folder):
    """Check a pack and its notebooks: everything found, what to look at, and the last sentence."""
    problems, look_at, counts = check_pack(folder), [], Counter()
    if problems:
        return problems, look_at, f"{folder.name}: {_to_mend(problems)}; {_until_then(folder)}."
    descriptor, pack = check_data.remember(folder), crossroads.load_pack(folder)
    problems += weave.check_words(folder, pack)
    known, notebooks = marked_values.values(pack), []
    try:
        notebooks = notebooks_of(folder)
    except PackError as error:
        problems += [one for one in error.problems if one not in problems]
    for path in notebooks:
        try:
            found, counted = check_notebook(path, pack, known)
        except PackError as error:
            problems += error.problems
            continue
        problems += found
        counts += counted
        look_at += [
            f"{path.name} has no chart {name} any more: do its key points, questions or exercises "
            "speak of it?"
            for name in cut_charts(path)
            if not isinstance(declared(pack, name), LeftOut)
        ]
    if problems:
        return problems, look_at, f"{folder.name}: {_to_mend(problems)}."
    sentence = (
        f"{folder.name}: nothing to mend in {len(descriptor['resources'])} tables, "
        f"{counts['calls']} calls of the notebooks and {counts['values']} values in their "
        "paragraphs."
    )
    return problems, look_at, sentence


def _to_mend(problems):
    return "1 thing is to mend" if len(problems) == 1 else f"{len(problems)} things are to mend"


def _until_then(folder):
    """Say what becomes of the lessons while something is wrong in the data."""
    try:
        count = len(open_without_faulty_rows(folder).left_out)
    except PackError:
        return "until then no lesson opens"
    rows = "1 row" if count == 1 else f"{count} rows"
    return f"until then the lessons open without {rows}, and the notebooks were not looked at"


def main(folder):
    """Check from the command line; exit status 1 if anything is wrong."""
    problems, look_at, sentence = check_mine(Path(folder))
    if problems:
        print(PackError(problems))
    if look_at:
        print("\n- ".join(["Look at:", *look_at]))
    print(sentence)
    return 1 if problems else 0


if __name__ == "__main__":
    run(main)
