"""The minutes that a lesson states are near a count of its words and of what it asks for.

No class has been timed. The count takes a slow reader's 190 words a minute,
and for everything else the seconds below: our estimates, stated here so that
they can be doubted, and mended when somebody has measured.
"""

import json
import re

import pytest

from crossroads.words.tags import plain_text
from tests.conftest import ROOT

WORDS_PER_MINUTE = 190
# Of a call in a cell, once.
SECONDS = {
    "predict": 30,  # read the choices, choose, save
    "explore": 90,  # read title, axes and table head, find one's way in a new chart
    "show_course": 90,
    "log_search": 8 * 60,  # the time that the lesson allows for looking elsewhere
    "recode": 180,  # code two rows with a reason
    "write_sharper": 240,
    "code": 90,  # read a cell of code, change it, run it again
    "write_brief": 25 * 60,
    "score_sample": 120,
    "score_own": 120,
}
# Of each thing that a call lists.
EACH = {
    "tag_claims": 25,
    "write_forecasts": 40,  # read its rule, write a number
    "open_outcomes": 30,  # read the reasoning
}
QUESTION = 35  # remember, choose, read the answer
LOOK = 55  # of each numbered task beside a chart: move, read some 45 words, answer
JUDGE = 60  # of each of five statements that a lesson names: read it again, decide, say why
# A stated time may lie this much off the count.
TOLERANCE = 1.4
# Left out: lists of sources, which are folded, and work that the lesson calls extra.
FOLDED = re.compile(r"^(show_sources|take_apart|open_form)\(", re.M)
SITTING = 45  # minutes, at most
PAUSE = "## End of the first sitting\n"
SITTINGS = re.compile(r"· (\d+) minutes, in two sittings: (\d+) and (\d+)\b")
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def _read(shown, asked):
    """Give what is read of an output: of a chart its sentence, of all else what is not folded."""
    form = "text/plain" if "explore" in asked or "text/html" not in shown else "text/html"
    return plain_text("".join(shown.get(form, "")), unfold=False)


def counted_minutes(pack, notebook):
    """Count the minutes of a lesson for one learner who reads everything."""
    words = seconds = 0
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            words += len(source.split())
            seconds += LOOK * len(re.findall(r"^\d+\. ", source, re.M))
            continue
        if FOLDED.search(source) or "import" in source:
            continue
        asked = re.findall(r"^(\w+)\(", source, re.M)
        shown = "\n".join(_read(output.get("data", {}), asked) for output in cell["outputs"])
        call = asked[0] if asked else "code"
        items = len(re.findall(r"^- ", shown, re.M))
        words += len(shown.split()) if call not in ("code", "recode", "write_forecasts") else 0
        seconds += SECONDS.get(call, 0) + EACH.get(call, 0) * items
        if call == "check_yourself":
            seconds += QUESTION * len(re.findall(r'"\d\d\.', source))
        elif call == "read" and "lesson=" in source:
            seconds += 5 * JUDGE
    return words / WORDS_PER_MINUTE + seconds / 60


def stated_minutes(notebook):
    """Read the minutes that the first cell of a lesson states."""
    return int(re.search(r"· (\d+) minutes", "".join(notebook["cells"][0]["source"]))[1])


def sittings(notebook):
    """Part a lesson at its pause; a lesson without one is a single sitting."""
    parts = [[]]
    for cell in notebook["cells"]:
        if "".join(cell["source"]).startswith(PAUSE):
            parts.append([])
        parts[-1].append(cell)
    return [{"cells": cells} for cells in parts]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_stated_minutes_are_near_the_count_and_no_sitting_takes_more_than_45(pack, path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    counted, stated = counted_minutes(pack, notebook), stated_minutes(notebook)
    assert stated / TOLERANCE <= counted <= stated * TOLERANCE, (
        f"{path.stem} states {stated} minutes; its words and tasks count {counted:.0f}"
    )
    counted = [counted_minutes(pack, part) for part in sittings(notebook)]
    stated = SITTINGS.search("".join(notebook["cells"][0]["source"]))
    if len(counted) == 1:
        assert not stated and stated_minutes(notebook) <= SITTING
    else:
        whole, *each = map(int, stated.groups())
        assert sum(each) == whole and len(each) == len(counted)
        assert max(each) <= SITTING
        for minutes, said in zip(counted, each, strict=True):
            assert abs(minutes - said) <= 5, f"{path.stem}: {said} stated, {minutes:.0f} counted"
    assert max(counted) <= SITTING, f"{path.stem}: {counted}"
