"""Colours by meaning: seen on the page, told apart by every eye, in light and dark."""

import itertools
import math
import re
from pathlib import Path

import pytest

import crossroads
from crossroads.charts.marks import tiers
from crossroads.charts.style import ROLES, coloured, role

HOUSE = Path(crossroads.__file__).parent
SHEETS = [*sorted((HOUSE / "frontend").glob("*.css")), HOUSE / "publish" / "pages" / "site.css"]

# Machado, Oliveira and Fernandes (2009), severity 1: what an eye without one kind of cone sees.
EYES = {
    "all cones": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
TOGETHER = [
    ("supported", "partly", "contradicted", "cannot-say"),
    ("less-2", "less-1", "zero", "more-1", "more-2"),
    ("record", "after", "band"),
    ("record", "ink"),
]
# Signs and words repeat every distinction; below this a pair looks like one colour.
APART = 15


def linear(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]


def contrast(first, second):
    bright = [
        sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), linear(one), strict=True))
        for one in (first, second)
    ]
    return (max(bright) + 0.05) / (min(bright) + 0.05)


def lab(colour, eye):
    seen = [
        min(1, max(0, sum(a * b for a, b in zip(row, linear(colour), strict=True))))
        for row in EYES[eye]
    ]
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    x, y, z = (sum(a * b for a, b in zip(row, seen, strict=True)) for row in to_xyz)
    x, y, z = (
        one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116
        for one in (x / 0.95047, y, z / 1.08883)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("dark", [0, 1])
def test_colours_are_seen_on_their_page(dark):
    paper = ROLES["paper"][dark]
    for name in ("ink", "muted", "record", "supported", "partly", "contradicted", "cannot-say"):
        assert contrast(ROLES[name][dark], paper) >= 4.5, name
    assert contrast(ROLES["ink"][dark], ROLES["band"][dark]) >= 7
    for level in ("less-2", "less-1", "zero", "more-1", "more-2"):
        ink = max(contrast(ROLES[level][dark], ROLES[one][dark]) for one in ("ink", "paper"))
        assert ink >= 4.5, f"no number can be read on {level}"


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("dark", [0, 1])
def test_colours_are_told_apart(dark, eye):
    for group in TOGETHER:
        for first, second in itertools.combinations(group, 2):
            apart = math.dist(lab(ROLES[first][dark], eye), lab(ROLES[second][dark], eye))
            assert apart >= APART, f"{first} and {second}: {apart:.1f}"


def test_a_figure_names_roles_and_gets_colours():
    figure = {"data": [{"marker": {"color": [role("record"), "#000000"]}, "text": "@someone"}]}
    assert coloured(figure, dark=True)["data"][0]["marker"]["color"] == ["#6db1ea", "#000000"]
    assert coloured(figure)["data"][0]["text"] == "@someone"
    with pytest.raises(KeyError, match="known: ink"):
        role("red")


def test_labels_of_many_days_are_set_without_trying_every_way():
    """Twenty have a million ways; an author may mark as many days as he likes."""
    places, widths = [30 * number for number in range(20)], [90] * 20
    spans = {}
    for place, width, (side, level) in zip(places, widths, tiers(places, widths, 590), strict=True):
        left = place if side == "left" else place - width
        for other in spans.get(level, []):
            assert left >= other + width or other >= left + width
        spans.setdefault(level, []).append(left)
    assert len(spans) > 1


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_rule_around_a_chart_looks_for_what_is_in_it(sheet):
    """Else a browser looks again at whatever the library draws, and whenever it measures a text."""
    around = r"(html|:root|body|main|\.live|-explorer|-body|-chart)\S*:has\("
    assert not re.search(around, sheet.read_text("utf-8"))
