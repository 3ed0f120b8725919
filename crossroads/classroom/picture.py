"""How a class stands as a whole: counts without names, and the page that it looks at."""

import json
import re
import statistics
import textwrap
from collections import Counter
from pathlib import Path
from string import Template

import pandas as pd

from crossroads.charts import style
from crossroads.charts.forecasts import HAPPENED, brier
from crossroads.charts.marks import Chart
from crossroads.charts.view import table_html
from crossroads.charts.widget import SMALL_LIBRARY
from crossroads.classroom.columns import KINDS, read_task_cell
from crossroads.classroom.mistakes import count_wrong, options_of
from crossroads.learn.forms import change_words
from crossroads.learn.outside import rated
from crossroads.learn.progress import OPEN, TRIED
from crossroads.learn.questions import right_words
from crossroads.learn.tasks import CHOICE, find_task, task_ids
from crossroads.words.lookups import fill
from crossroads.words.tags import Html, escape, join, tag

LINE = 30  # pixels for one bar
LETTERS = 110  # that have room in a whole bar
MOST_FIRST = 3  # things that fit on the first screen, and into a lesson
AROUND = 60  # pixels above and below the bars of a figure
# What became of a task: its role and its pattern.
STATES = {"done": ("record", ""), "stopped": ("ink", "/"), "open": ("zero", "")}
PAGE = Path(__file__).with_name("class.html")


# What a class has done --------------------------------------------------------


def given_by(pack, rows, kind):
    """Gather the cells of a kind that a class gave, by what they are about."""
    cells = {
        key: [row[name] for row in rows if row.get(name := f"{kind} {key}")]
        for key in KINDS[kind].ids(pack)
    }
    return {key: found for key, found in cells.items() if found}


def _beside(own, given):
    """Count how a class judged beside the module's `own`; those first where most differ."""
    table = [
        (own[key], len(cells), len(cells) - cells.count(own[key]), dict(Counter(sorted(cells))))
        for key, cells in given.items()
    ]
    columns = ["module", "given", "differ", "counts"]
    table = pd.DataFrame(table, columns=columns, index=list(given))
    return table.sort_values(["differ", "given"], ascending=False, kind="stable")


def count_recodings(pack, rows):
    """Count how a class coded each stance again, see `_beside`."""
    own = pack.stances.set_index("stance_id")["position"].astype(object)
    own = own.where(own.notna(), "none").astype(str)
    return _beside(own, given_by(pack, rows, "recoding"))


def count_judgements(pack, rows):
    """Count how a class judged each statement, see `_beside`."""
    own = pack.claims.set_index("claim_id")["verdict"]
    return _beside(own, given_by(pack, rows, "judgement"))


def count_tasks(pack, rows):
    """Count how far the class is with each task; stopped: not done, or its answer was opened."""
    columns, counts = ["done", "stopped", "open", "attempts", "hints"], []
    for task_id, cells in given_by(pack, rows, "task").items():
        for cell in map(read_task_cell, cells):
            tried = cell["state"] != OPEN
            # A text without a level of one's own yet has stopped nobody: it has no attempts.
            in_vain = cell["state"] == TRIED and cell["attempts"] > 0
            stopped = tried and (cell["revealed"] or in_vain)
            numbers = (tried and not stopped, stopped, not tried, cell["attempts"], cell["hints"])
            counts.append((task_id, *map(int, numbers)))
    table = pd.DataFrame(counts, columns=["task_id", *columns]).groupby("task_id").sum()
    table = table.reindex(pd.Index(task_ids(pack), name="task_id"), fill_value=0)
    return table.assign(open=len(rows) - table["done"] - table["stopped"])


def count_predictions(pack, rows):
    """Count the choices of each prediction that somebody made."""
    table = [
        (question, choice, made.count(choice))
        for question, made in given_by(pack, rows, "prediction").items()
        for choice in options_of(pack, "predict")[question]
    ]
    return pd.DataFrame(table, columns=["question", "choice", "count_"])


def list_probabilities(pack, rows):
    """List every probability that somebody gave: ``forecast``, ``percent``."""
    given = given_by(pack, rows, "probability")
    found = [(forecast, int(percent)) for forecast, all_ in given.items() for percent in all_]
    return pd.DataFrame(found, columns=["forecast", "percent"])


def score_numbers(pack, rows):
    """Give mean Brier scores of a class's numbers, its median, always 50, and the base rate."""
    table = {}
    for forecast, rate in rated(pack).items():
        outcome = pack.forecasts.set_index("forecast_id").loc[forecast, "outcome"]
        given = [row for row in rows if row.get(f"probability {forecast}")]
        if given and outcome in HAPPENED:
            second = [int(row[f"probability {forecast}"]) for row in given]
            pairs = zip(given, second, strict=True)
            first = [int(row.get(f"first {forecast}") or percent) for row, percent in pairs]
            numbers = {"first": first, "second": second, "middle": [statistics.median(second)]}
            table[forecast] = {
                name: statistics.mean(brier(one, HAPPENED[outcome]) for one in percents)
                for name, percents in {**numbers, "even": [50], "rate": [rate]}.items()
            }
    return pd.DataFrame(table).T


def finding(words, tasks, learners):
    """Say in a sentence or two what stopped people; for the tasks see `count_tasks`."""
    if tasks.empty or not learners:
        return words.say("class-finding", case="empty", learners=learners, untried=0)
    most = int(tasks["stopped"].max())
    worst = tasks.index[tasks["stopped"] == most]
    facts = {"learners": learners, "untried": int((tasks["open"] == learners).sum())}
    facts |= {"task": worst[0], "more": len(worst) - 1, "most": most}
    return words.say("class-finding", case="stopped" if most else "free", **facts)


# The page ---------------------------------------------------------------------


def begun(tasks):
    """Keep the tasks of the lessons in which somebody has tried one."""
    tried = tasks["done"] + tasks["stopped"] > 0
    lessons = set(tasks.index[tried].str[:2])
    return tasks[tasks.index.str[:2].isin(lessons)]


def _draw_tasks(words, tasks, chart):
    for state, (role, pattern) in STATES.items():
        values = tasks[state].tolist()
        stripes = {"shape": pattern, "size": 7, "solidity": 0.5, "fgcolor": style.role("paper")}
        chart.bars(
            values,
            [words.say("class-task-named", task=task) for task in tasks["task_id"]],
            orientation="h",
            # A number on stripes cannot be read: it stands on paper of its own beside them.
            text=[str(value) if value and state == "done" else "" for value in values],
            textangle=0,
            textfont={"color": style.role("paper")},
            marker={"color": style.role(role), "pattern": stripes},
        )
    for place, row in enumerate(tasks.itertuples()):
        if row.stopped:
            middle = {"x": row.done + row.stopped / 2, "y": place}
            chart.note(str(row.stopped), **middle, bgcolor=style.role("paper"), borderpad=1)


def _draw_predictions(words, guesses, chart):
    """Draw a box for each choice; the most chosen one, or all that tie, is full."""
    for question, rows in guesses.groupby("question", sort=False):
        for row in rows.itertuples():
            room = int(LETTERS * row.count_ / max(rows["count_"].sum(), 1)) - 4
            short = textwrap.shorten(row.choice, room, placeholder=" …") if room > 5 else ""
            said = words.say("class-part", count=row.count_, choice=short)
            full = row.count_ == rows["count_"].max()
            chart.bars(
                [row.count_],
                [question],
                orientation="h",
                text=[(said if len(short) > 3 else str(row.count_)) if row.count_ else ""],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                textfont={"color": style.role("paper" if full else "ink")},
                marker={
                    "color": style.role("record" if full else "paper"),
                    "line": {"color": style.role("paper" if full else "record"), "width": 1.5},
                },
                hovertext=words.say("class-choice", choice=row.choice, count=row.count_),
                hoverinfo="text",
            )


def _draw_probabilities(words, percents, chart):
    for forecast, rows in percents.groupby("forecast", sort=False):
        values, middle = sorted(rows["percent"]), float(rows["percent"].median())
        look = {"size": 15, "opacity": 0.45, "color": style.role("record"), "line": {"width": 1}}
        chart.points(values, [forecast] * len(values), marker=look)
        line = {"width": 4, "color": style.role("ink")}
        look = {"size": 22, "symbol": "line-ns", "line": line}
        hover = words.say("class-median", median=words.number(middle, 0 if middle % 1 == 0 else 1))
        chart.points([middle], [forecast], marker=look, hover=hover)


def class_page(pack, rows):
    """Write the page for the projector: a sentence, the picture, the same in tables; no names."""
    words, tasks = pack.words, count_tasks(pack, rows)
    said = finding(words, tasks, len(rows))
    wrong, judged = count_wrong(pack, rows), count_judgements(pack, rows)
    return Template(PAGE.read_text("utf-8")).substitute(
        language=words.language,
        title=words.say("class-title"),
        finding=escape(said),
        about=escape(words.say("class-about")),
        body=join(
            [
                _first(pack, tasks, wrong, judged, len(rows)),
                *_pictures(pack, rows, tasks),
                tag("p", change_words(pack, rows)),
                *_tables(pack, rows, tasks, wrong, judged),
            ]
        ),
    )


def _first(pack, tasks, wrong, judged, learners):
    """Say what stopped most learners, what they answered, and what they were told: three things."""
    words, found = pack.words, []
    for task_id, stopped in tasks["stopped"].items():
        if stopped:
            found.append((stopped, "task", task_id, find_task(pack, task_id).prompt))
    prompts = pack.questions.set_index("question_id")["prompt"]
    for asked, those in wrong[~wrong["asked"].isin(tasks.index)].groupby("asked", sort=False):
        found.append((those["learners"].sum(), "check", asked, fill(pack, prompts[asked])))
    quotes = pack.claims.set_index("claim_id")["quote"]
    for claim, differ in judged["differ"].items():
        if differ:
            found.append((differ, "judged", claim, quotes[claim]))
    items = []
    for count, kind, asked, text in sorted(found, key=lambda one: -one[0])[:MOST_FIRST]:
        about = {"count": int(count), "learners": learners, "asked": asked, "kind": kind}
        said = [tag("b", words.say("class-first-item", what=_short(text), **about))]
        for one in wrong[wrong["asked"] == asked].head(1).itertuples():
            # A letter says nothing; the line that it stands for does.
            answer = _short(dict(CHOICE.findall(text)).get(one.answer, one.answer))
            given = words.say("class-first-answer", answer=answer, learners=int(one.learners))
            said.append(tag("p", f"{given} {one.told}"))
        items.append(tag("li", *said))
    if not items:
        return None
    head = tag("h2", words.say("class-first"))
    return tag("section", head, tag("ol", *items), class_="first")


def _short(text):
    """Give the first line of a text, without its marks, and not more than fits two lines."""
    line = re.sub(r"[*`]", "", text.split("\n")[0])
    return line if len(line) <= LETTERS else f"{line[:LETTERS].rsplit(' ', 1)[0]} …"


def _pictures(pack, rows, tasks):
    """Write figures of tasks, predictions and probabilities, after the script that draws them."""
    guesses, percents = count_predictions(pack, rows), list_probabilities(pack, rows)
    counts = {"range": [0, max(len(rows), 1)], "dtick": max(1, len(rows) // 10)}
    shares = {"range": [-3, 103], "dtick": 10}
    yield tag("script", Html(SMALL_LIBRARY.read_text(encoding="utf-8")))
    for name, draw, table, by, scale in (
        ("tasks", _draw_tasks, begun(tasks).reset_index(), "task_id", counts),
        ("predictions", _draw_predictions, guesses, "question", counts),
        ("probabilities", _draw_probabilities, percents, "forecast", shares),
    ):
        chart = Chart(max(table[by].nunique(), 1) * LINE + AROUND)
        draw(pack.words, table, chart)
        chart.set(
            barmode="stack",
            font={"size": 16},
            margin={"l": 20, "r": 20, "t": 10, "b": 30},
            xaxis=scale,
            yaxis={"autorange": "reversed", "type": "category"},
        )
        title = pack.words.say(f"class-{name}")
        # No character of the data can end the script.
        data = json.dumps(style.coloured(chart.figure)).replace("<", "\\u003c")
        config = "config: { displayModeBar: false, responsive: true }"
        yield tag("h2", title)
        yield tag("div", id=name, role="img", aria_label=title)
        yield tag("script", Html(f'Plotly.newPlot("{name}", {{ ...{data}, {config} }});'))


def _tables(pack, rows, tasks, wrong, judged):
    """Write, of all that was counted, a table where there is something in it."""
    say, done = pack.words.say, begun(tasks).reset_index()
    guesses, coded = count_predictions(pack, rows), count_recodings(pack, rows)
    prompts = pack.questions.set_index("question_id")["prompt"]
    guesses.insert(1, "prompt", [fill(pack, prompts[one]) for one in guesses["question"]])
    right = {one: right_words(pack, one) for one in guesses["question"].unique()}
    for place, one in guesses.iterrows():
        if one["choice"] in right[one["question"]]:
            guesses.loc[place, "choice"] = say("class-record", choice=one["choice"])
    percents = list_probabilities(pack, rows).groupby("forecast", sort=False)["percent"]
    spread = percents.agg(["size", "min", "median", "max"])
    said = pack.forecasts.set_index("forecast_id")["statement"]
    spread.insert(0, "statement", [said[forecast] for forecast in spread.index])
    scores = score_numbers(pack, rows)
    number = pack.words.number
    means = [[say("class-numbers", whose=one), number(scores[one].mean(), 2)] for one in scores]
    claims = pack.claims.set_index("claim_id").loc[judged.index]
    verdicts = pack.allowed("claims", "verdict")
    labels = {code: pack.label("claims.verdict", code) for code in verdicts}
    statements = {
        say("class-statement"): [say("quoted", text=quote) for quote in claims["quote"]],
        say("class-module"): [labels[code] for code in judged["module"]],
        say("class-differ"): _of(say, judged),
        **{labels[one]: [counts.get(one, 0) for counts in judged["counts"]] for one in verdicts},
    }
    stances = {
        say("class-stance"): pack.stances.set_index("stance_id")["evidence"][coded.index],
        say("class-module"): coded["module"],
        say("class-differ"): _of(say, coded),
        say("class-levels"): [
            ", ".join(say("class-choice", choice=one, count=count) for one, count in counts.items())
            for counts in coded["counts"]
        ],
    }
    tables = {
        "wrong": (wrong, ["asked", "answer", "learners", "told"]),
        "tasks": (done, ["task", *STATES, "attempts", "hints"]),
        "predictions": (guesses, ["prediction", "question", "choice-made", "learners"]),
        "probabilities": (
            spread.reset_index(),
            ["forecast", "statement", "learners", "lowest", "middle", "highest"],
        ),
        "scores": (pd.DataFrame(means), ["whose", "score"]),
        "judgements": (pd.DataFrame(statements), None),
        "recodings": (pd.DataFrame(stances), None),
    }
    for name, (table, heads) in tables.items():
        if len(table):
            heads = heads and [say(f"class-{head}") for head in heads]
            table = table.set_axis(heads, axis=1) if heads else table
            yield table_html(table, say(f"class-{name}-table", count=len(scores)))


def _of(say, counts):
    """Say of each thing how many of those who judged it differ from the module."""
    return [say("class-of", part=row.differ, all=row.given) for row in counts.itertuples()]
