"""A learner's own course: where it began, and where it ends, in each thing that was practised."""

from functools import partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import mark
from crossroads.charts.view import ALL, View, declare

# What is compared with what: a first answer with the last, or an early lesson with this one.
KINDS = {"answers": "guess", "outside": "guess", "kinds": "lesson", "verdicts": "lesson"}
KINDS |= {"forecasts": "lesson"}


def course(pack, measured):
    """Show for each measure, a key of `KINDS`, how a learner began and ended (percent)."""
    words = pack.words
    measured = measured.assign(kind=measured["measure"].map(KINDS))

    def show(compared):
        rows = measured if compared == ALL else measured[measured["kind"] == compared]
        rows = rows.reset_index(drop=True)
        change = (rows["after"] - rows["before"]).round()
        names = [words.say("course-measure", measure=one) for one in rows["measure"]]
        numbers = rows[["before", "after"]].map(words.number)
        told = rows.assign(name=names, **numbers).to_dict("records")
        facts = {
            "case": "none" if rows.empty else "some",
            "measures": len(rows),
            "up": int((change > 0).sum()),
            "down": int((change < 0).sum()),
            "each": " ".join(words.say("course-each", **one) for one in told),
        }
        table = pd.DataFrame(
            {
                "measure": names,
                "began": [words.say("percent", number=one) for one in numbers["before"]],
                "began_count": rows["before_count"],
                "ended": [words.say("percent", number=one) for one in numbers["after"]],
                "ended_count": rows["after_count"],
            }
        )
        draw = partial(draw_course, words, names, rows)
        count = max(len(rows), 1)
        heights = (120 + 62 * count, 120 + 88 * count)
        return View(facts, table, draw, heights, empty=rows.empty)

    return declare(pack, "course", show, compared=(ALL, "guess", "lesson"))


def draw_course(words, names, rows, chart):
    """Draw an open mark where a learner began, a full one where the course ends, and the way."""
    places, grey = list(range(len(rows))), style.role("muted")
    for place, row in zip(places, rows.itertuples(), strict=True):
        ends = {"x0": row.before, "x1": row.after, "y0": place, "y1": place}
        chart.rule(**ends, line={"color": grey, "width": 3}, layer="below")
    for column, colour, side in (
        ("before", grey, "bottom"),
        ("after", style.role("record"), "top"),
    ):
        look = mark(15, "circle", colour)
        look["color"] = style.role("paper") if column == "before" else colour
        said = [words.number(one) for one in rows[column]]
        chart.points(
            rows[column],
            places,
            mode="markers+text",
            marker=look,
            text=said,
            textposition=f"{side} center",
            textfont={"size": 13},
            cliponaxis=False,
            hover=[
                words.say("course-mark", name=name, case=column, percent=percent)
                for name, percent in zip(names, said, strict=True)
            ],
        )
    chart.row_names(names, least=1)
    title = {"text": words.say("course-axis"), "standoff": 15}
    chart.set(xaxis={"range": [-4, 104], "dtick": 25, "title": title})
