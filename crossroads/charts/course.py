"""A learner's own course: where it began, and where it ends, in each thing that was practised."""

from functools import partial

import pandas as pd

from crossroads.charts import style
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
        each = [
            words.say(
                "course-each",
                name=name,
                before=words.number(row.before),
                after=words.number(row.after),
                before_count=row.before_count,
                after_count=row.after_count,
            )
            for name, row in zip(names, rows.itertuples(), strict=True)
        ]
        facts = {
            "case": "none" if rows.empty else "some",
            "measures": len(rows),
            "up": int((change > 0).sum()),
            "down": int((change < 0).sum()),
            "each": " ".join(each),
        }
        table = pd.DataFrame(
            {
                "measure": names,
                "began": [words.say("percent", number=words.number(one)) for one in rows["before"]],
                "began_count": rows["before_count"],
                "ended": [words.say("percent", number=words.number(one)) for one in rows["after"]],
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
    places = list(range(len(rows)))
    for place, row in zip(places, rows.itertuples(), strict=True):
        ends = {"x0": row.before, "x1": row.after, "y0": place, "y1": place}
        chart.rule(**ends, line={"color": style.MUTED, "width": 3}, layer="below")
    for column, symbol, below in (("before", "circle-open", True), ("after", "circle", False)):
        chart.points(
            rows[column],
            places,
            mode="markers+text",
            marker={
                "size": 15,
                "symbol": symbol,
                "color": style.MUTED if below else style.ACCENT,
                "line": {"width": 3},
                "opacity": 1,
            },
            text=[words.number(one) for one in rows[column]],
            textposition="bottom center" if below else "top center",
            textfont={"size": 13},
            cliponaxis=False,
            hover=[
                words.say("course-mark", name=name, case=column, percent=words.number(one))
                for name, one in zip(names, rows[column], strict=True)
            ],
        )
    chart.row_names([""] * len(names) if chart.narrow else names, least=1)
    if chart.narrow:  # A phone has no room beside the rows.
        for place, name in enumerate(names):
            chart.note(name, x=-4, y=place - 0.43, xanchor="left", yanchor="middle")
    title = {"text": words.say("course-axis")}
    chart.set(xaxis={"range": [-4, 104], "dtick": 25, "title": title})
