"""How a class stands as a whole: counts without names, and the page that it looks at."""

import html
import textwrap

import pandas as pd

from crossroads.charts import style
from crossroads.charts.view import table_html
from crossroads.classroom.receipt import read_task_cell
from crossroads.learn.tasks import task_ids
from crossroads.words.lookups import fill
from crossroads.words.plain import count_words

DONE, STOPPED, OPEN = "Done", "Stopped, or answer opened", "Not tried"
LINE = 30  # pixels for one bar
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>The class</title>
<style>
body {{ font: 1.25rem/1.45 system-ui, sans-serif; margin: 1.5rem auto; max-width: 75rem; }}
body {{ padding: 0 1.5rem; }}
table {{ border-collapse: collapse; font-size: 1rem; margin: 0 0 2rem; }}
caption {{ font-weight: bold; padding: 0.5em 0; text-align: left; }}
th, td {{ border-bottom: 1px solid #999; padding: 0.3em 1.2em 0.3em 0; text-align: left; }}
</style>
</head>
<body>
<h1>{finding}</h1>
<p>{about}</p>
{body}
</body>
</html>
"""


# What a class has done --------------------------------------------------------


def predictions_of(pack):
    """List the choices of every prediction, in their order.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    dict of str to list of str
        Question to the words of its choices.
    """
    if not pack.has("questions", "choices"):
        return {}
    asked = pack.questions.loc[pack.questions["kind"] == "predict", "question_id"]
    choices = pack.choices.sort_values("choice", kind="stable")
    return {
        question: [fill(pack, text) for text in choices[choices["question_id"] == question]["text"]]
        for question in asked
    }


def forecast_ids(pack):
    """List the ids of all forecasts of a pack."""
    return list(pack.forecasts["forecast_id"]) if pack.has("forecasts") else []


def claim_ids(pack):
    """List the ids of all statements of the article that can be judged."""
    return list(pack.claims["claim_id"]) if pack.has("claims") else []


def count_judgements(pack, rows):
    """Count how a class judged each statement that somebody judged.

    Parameters
    ----------
    pack : Pack
    rows : list of dict

    Returns
    -------
    pandas.DataFrame
        Index ``claim_id``, those first where most differ from the module;
        a column for each verdict (number of learners), ``judged`` and
        ``differ``.
    """
    verdicts = pack.allowed("claims", "verdict")
    table = []
    for claim, own in zip(pack.claims["claim_id"], pack.claims["verdict"], strict=True):
        given = [row[name] for row in rows if (name := f"judgement {claim}") in row]
        counts = {verdict: given.count(verdict) for verdict in verdicts}
        judged = sum(counts.values())
        table.append(
            {"claim_id": claim, **counts, "judged": judged, "differ": judged - counts[own]}
        )
    table = pd.DataFrame(table, columns=["claim_id", *verdicts, "judged", "differ"])
    table = table[table["judged"] > 0].set_index("claim_id")
    return table.sort_values(["differ", "judged"], ascending=False, kind="stable")


def count_tasks(pack, rows):
    """Count how far the class is with each task.

    Parameters
    ----------
    pack : Pack
    rows : list of dict
        See `crossroads.classroom.collect.read_learners`.

    Returns
    -------
    pandas.DataFrame
        Index ``task_id``; ``done`` (a written task: has a text), ``stopped``
        (tried and not done, or the answer was opened), ``open``,
        ``attempts``, ``hints``.
    """
    table = []
    for task_id in task_ids(pack):
        cells = [read_task_cell(row.get(f"task {task_id}", "")) for row in rows]
        cells = [one for one in cells if one]
        tried = [one for one in cells if one["state"] != "not tried yet"]
        # A text without a level of one's own yet has stopped nobody: it has no attempts.
        stopped = [
            one for one in tried if one["revealed"] or one["state"] == "tried" and one["attempts"]
        ]
        table.append(
            {
                "task_id": task_id,
                "done": len(tried) - len(stopped),
                "stopped": len(stopped),
                "open": len(rows) - len(tried),
                "attempts": sum(one["attempts"] for one in cells),
                "hints": sum(one["hints"] for one in cells),
            }
        )
    columns = ["task_id", "done", "stopped", "open", "attempts", "hints"]
    return pd.DataFrame(table, columns=columns).set_index("task_id")


def count_predictions(pack, rows):
    """Count the choices of each prediction that somebody made.

    Parameters
    ----------
    pack : Pack
    rows : list of dict

    Returns
    -------
    pandas.DataFrame
        ``question``, ``choice`` (words), ``count_``.
    """
    table = []
    for question, choices in predictions_of(pack).items():
        made = [row.get(f"prediction {question}") for row in rows]
        counts = [made.count(choice) for choice in choices]
        if sum(counts):
            table += [
                {"question": question, "choice": choice, "count_": count}
                for choice, count in zip(choices, counts, strict=True)
            ]
    return pd.DataFrame(table, columns=["question", "choice", "count_"])


def list_probabilities(pack, rows):
    """List every probability that somebody gave.

    Parameters
    ----------
    pack : Pack
    rows : list of dict

    Returns
    -------
    pandas.DataFrame
        ``forecast``, ``percent``.
    """
    found = [
        {"forecast": forecast, "percent": int(row[f"probability {forecast}"])}
        for forecast in forecast_ids(pack)
        for row in rows
        if row.get(f"probability {forecast}")
    ]
    return pd.DataFrame(found, columns=["forecast", "percent"])


def finding(tasks, learners):
    """Say in a sentence or two what stopped people.

    Parameters
    ----------
    tasks : pandas.DataFrame
        See `count_tasks`.
    learners : int

    Returns
    -------
    str
    """
    head = f"{count_words(learners, 'learner').capitalize()}."
    if tasks.empty or not learners:
        return head
    most = tasks["stopped"].max()
    if not most:
        stopped = "No task has stopped anybody so far."
    else:
        worst = tasks.index[tasks["stopped"] == most]
        many = "" if len(worst) == 1 else f" and {len(worst) - 1} more"
        stopped = f"Task {worst[0]}{many} stopped most: {most} of {learners}."
    untried = int((tasks["open"] == learners).sum())
    nobody = f" {count_words(untried, 'task').capitalize()} nobody has tried." if untried else ""
    return f"{head} {stopped}{nobody}"


# The page ---------------------------------------------------------------------


def plot_class(pack, rows):
    """Draw a class: tasks, predictions and probabilities, one above the other.

    Parameters
    ----------
    pack : Pack
    rows : list of dict

    Returns
    -------
    plotly.graph_objects.Figure
        At the top a bar for each task, its parts the learners who have done
        it, whom it stopped, and who have not tried, for each lesson that
        somebody has begun; in the middle a bar for
        each prediction, its parts the choices; at the bottom a mark for
        each probability. No names.
    """
    from plotly.subplots import make_subplots

    tasks = begun(count_tasks(pack, rows))
    guesses = count_predictions(pack, rows)
    percents = list_probabilities(pack, rows)
    sizes = [len(tasks), guesses["question"].nunique(), percents["forecast"].nunique()]
    heights = [max(size, 1) * LINE + 40 for size in sizes]
    chart = make_subplots(
        rows=3,
        cols=1,
        row_heights=heights,
        vertical_spacing=70 / (sum(heights) + 210),
        subplot_titles=(
            "Tasks: how many learners",
            "Predictions: how many chose what",
            "Probabilities: one mark for each learner (percent)",
        ),
    )
    _add_tasks(chart, tasks)
    _add_predictions(chart, guesses)
    _add_probabilities(chart, percents)
    chart.update_layout(
        template="plotly_white",
        barmode="stack",
        font={"size": 16},
        height=sum(heights) + 210,
        legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 1, "xanchor": "right"},
        margin={"l": 20, "r": 20, "t": 60, "b": 40},
    )
    chart.update_annotations(x=0, xanchor="left", font_size=20)
    chart.update_yaxes(autorange="reversed", automargin=True, type="category")
    chart.update_xaxes(range=[0, max(len(rows), 1)], dtick=max(1, len(rows) // 10), row=1)
    chart.update_xaxes(range=[0, max(len(rows), 1)], dtick=max(1, len(rows) // 10), row=2)
    chart.update_xaxes(range=[-3, 103], dtick=10, row=3)
    return chart


def begun(tasks):
    """Keep the tasks of the lessons in which somebody has tried one.

    Parameters
    ----------
    tasks : pandas.DataFrame
        See `count_tasks`.

    Returns
    -------
    pandas.DataFrame
    """
    tried = tasks["done"] + tasks["stopped"] > 0
    lessons = set(tasks.index[tried].str[:2])
    return tasks[tasks.index.str[:2].isin(lessons)]


def _add_tasks(chart, tasks):
    patterns = {DONE: "", STOPPED: "/", OPEN: ""}
    colours = {DONE: style.COLOURS[0], STOPPED: style.COLOURS[1], OPEN: "#D9D9D9"}
    for name, column in ((DONE, "done"), (STOPPED, "stopped"), (OPEN, "open")):
        values = [int(one) for one in tasks[column]]
        chart.add_bar(
            x=values,
            y=[f"task {one}" for one in tasks.index],
            name=name,
            orientation="h",
            text=[str(one) if one and name != OPEN else "" for one in values],
            textangle=0,
            marker={"color": colours[name], "pattern": {"shape": patterns[name]}},
            row=1,
            col=1,
        )


def _add_predictions(chart, guesses):
    shades = ("#0072B2", "#56A0D0", "#9CC8E6", "#D5E8F5")
    for question, rows in guesses.groupby("question", sort=False):
        for place, row in enumerate(rows.itertuples()):
            words = style.escape(textwrap.shorten(row.choice, 28, placeholder=" …"))
            chart.add_bar(
                x=[row.count_],
                y=[question],
                orientation="h",
                text=[f"{row.count_}: {words}" if row.count_ else ""],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                marker={"color": shades[place % 4], "line": {"color": "#fff", "width": 2}},
                hovertemplate=f"{style.escape(row.choice)}: {row.count_}<extra></extra>",
                showlegend=False,
                row=2,
                col=1,
            )


def _add_probabilities(chart, percents):
    for forecast, rows in percents.groupby("forecast", sort=False):
        values = sorted(rows["percent"])
        chart.add_scatter(
            x=values,
            y=[forecast] * len(values),
            mode="markers",
            marker={"size": 15, "opacity": 0.45, "color": style.ACCENT, "line": {"width": 1}},
            showlegend=False,
            row=3,
            col=1,
        )
        chart.add_scatter(
            x=[float(pd.Series(values).median())],
            y=[forecast],
            mode="markers",
            marker={"size": 22, "symbol": "line-ns-open", "color": style.COLOURS[1]},
            marker_line_width=4,
            hovertemplate="Median: %{x}<extra></extra>",
            showlegend=False,
            row=3,
            col=1,
        )


def class_page(pack, rows):
    """Write the page for the projector: a sentence, the picture, and the same in tables.

    Parameters
    ----------
    pack : Pack
    rows : list of dict

    Returns
    -------
    str
        HTML with all that it needs in it; nothing is fetched, no names.
    """
    from plotly.io import to_html

    tasks = count_tasks(pack, rows)
    words = finding(tasks, len(rows))
    picture = to_html(
        plot_class(pack, rows),
        full_html=False,
        include_plotlyjs=True,
        div_id="class",
        config={"displayModeBar": False, "displaylogo": False},
    )
    shown = begun(tasks).reset_index()
    shown.columns = ["Task", DONE, STOPPED, OPEN, "Attempts", "Hints"]
    body = [f'<div role="img" aria-label="{html.escape(words)}">{picture}</div>']
    body.append(table_html(shown, "Tasks: number of learners; attempts and hints of all"))
    body.append(_predictions_table(pack, rows))
    body.append(_probabilities_table(pack, rows))
    body.append(_judgements_table(pack, rows))
    about = "Names are in the table class.csv and not here. Help for learning, not marks."
    return PAGE.format(finding=html.escape(words), about=about, body="\n".join(body))


def _predictions_table(pack, rows):
    guesses = count_predictions(pack, rows)
    if guesses.empty:
        return ""
    prompts = pack.questions.set_index("question_id")["prompt"]
    shown = pd.DataFrame(
        {
            "Prediction": guesses["question"],
            "Question": [fill(pack, prompts[one]) for one in guesses["question"]],
            "Choice": guesses["choice"],
            "Learners": guesses["count_"],
        }
    )
    return table_html(shown, "Predictions")


def _judgements_table(pack, rows):
    counts = count_judgements(pack, rows) if pack.has("claims") else ()
    if not len(counts):
        return ""
    claims = pack.claims.set_index("claim_id").loc[counts.index]
    shown = pd.DataFrame(
        {
            "Statement": [f"“{quote}”" for quote in claims["quote"]],
            "The module": [pack.label("claims.verdict", one) for one in claims["verdict"]],
            "Differ from it": [f"{row.differ} of {row.judged}" for row in counts.itertuples()],
        }
    )
    for verdict in pack.allowed("claims", "verdict"):
        shown[pack.label("claims.verdict", verdict)] = counts[verdict].tolist()
    return table_html(shown, "Statements judged: number of learners, most differences first")


def _probabilities_table(pack, rows):
    percents = list_probabilities(pack, rows)
    if percents.empty:
        return ""
    spread = percents.groupby("forecast", sort=False)["percent"].agg(
        ["size", "min", "median", "max"]
    )
    said = pack.forecasts.set_index("forecast_id")["statement"]
    spread.insert(0, "Statement", [said[one] for one in spread.index])
    shown = spread.reset_index()
    shown.columns = ["Forecast", "Statement", "Learners", "Lowest", "Median", "Highest"]
    return table_html(shown, "Probabilities (percent)")
