"""How far actors stand apart: by hand-coded stances, and by their countries' votes at the UN."""

import itertools

import pandas as pd

from crossroads.charts import style
from crossroads.charts.explorer import Control, Declaration, Description
from crossroads.charts.stances import (
    CODED,
    ENOUGH,
    article_day,
    day_options,
    day_words,
    latest_stances,
    select_actors,
    short_name,
)
from crossroads.words.plain import capital, count_words, join_words

ALL = "all"


def select_points(pack, day, votes=ALL):
    """Select the ideal points of the last session of the UN General Assembly known on a day.

    Parameters
    ----------
    pack : Pack
    day : str
        ISO day.
    votes : str
        A value of ``un_ideal_points.votes_on``: ``"all"``, or votes on one subject.

    Returns
    -------
    pandas.DataFrame
        Rows of ``un_ideal_points``, one for each country.
    """
    rows = pack.un_ideal_points
    rows = rows[(rows["votes_on"] == votes) & (rows["date"] <= day)]
    return rows[rows["session"] == rows["session"].max()]


def select_distances(pack, actor, day, votes=ALL):
    """Measure how far others are from an actor: by coded stances, and by votes at the UN.

    Parameters
    ----------
    pack : Pack
    actor : str
        An ``actor_id`` with own stances.
    day, votes
        See `select_points`.

    Returns
    -------
    pandas.DataFrame
        One row for each other actor, nearest by stances first: ``actor``,
        ``country``, ``issues`` (number on which both have a level by their
        latest own stances), ``steps`` (how far apart they are on these, on
        average; missing without any), ``votes_apart`` (difference of the two
        countries' ideal points, no unit; missing within a country or without
        an estimate) and ``votes_words``.
    """
    latest = latest_stances(pack, day=day)
    latest = latest[latest["position"].notna()]
    levels = {
        who: rows.set_index("issue_id")["position"] for who, rows in latest.groupby("actor_id")
    }
    none = pd.Series(dtype="Int64")
    points = select_points(pack, day, votes).set_index("country")["ideal_point"]
    countries = pack.actors.set_index("actor_id")["country"]
    here, found = countries[actor], []
    for other, name in select_actors(pack).items():
        if other == actor:
            continue
        gaps = (levels.get(actor, none) - levels.get(other, none)).dropna().abs()
        there, apart, words = countries[other], float("nan"), "no estimate"
        if here == there:
            words = "same country"
        elif here in points and there in points:
            apart = abs(points[here] - points[there])
            words = f"{apart:.1f}"
        steps = float(gaps.mean()) if len(gaps) else float("nan")
        found.append((name, there, len(gaps), steps, apart, words))
    columns = ["actor", "country", "issues", "steps", "votes_apart", "votes_words"]
    table = pd.DataFrame(found, columns=columns)
    return table.sort_values("steps", kind="stable").reset_index(drop=True)


def select_compared(table):
    """Keep the actors of other countries that share enough issues to be compared.

    Parameters
    ----------
    table : pandas.DataFrame
        From `select_distances`.

    Returns
    -------
    pandas.DataFrame
    """
    return table[(table["issues"] >= ENOUGH) & table["votes_apart"].notna()]


def same_order(table):
    """Count how often both measures put two others in the same order.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns ``steps`` and ``votes_apart``.

    Returns
    -------
    tuple of (int, int)
        Pairs in the same order, and pairs that both put in an order (a pair
        at equal distance by either measure is in none).

    Examples
    --------
    >>> same_order(pd.DataFrame({"steps": [1, 2, 3], "votes_apart": [0.5, 0.9, 0.7]}))
    (2, 3)
    """
    same = ordered = 0
    rows = zip(table["steps"], table["votes_apart"], strict=True)
    for (steps_1, votes_1), (steps_2, votes_2) in itertools.combinations(rows, 2):
        product = (steps_1 - steps_2) * (votes_1 - votes_2)
        ordered += product != 0
        same += product > 0
    return int(same), int(ordered)


def plot_distances(pack, actor, day, votes=ALL):
    """Draw both distances from one actor; parameters as `select_distances`.

    Returns
    -------
    plotly.graph_objects.Figure
        A row for each other actor, nearest by stances first. Left: steps
        apart, with the number of shared issues. Right: distance of the
        countries' ideal points.
    """
    table = select_distances(pack, actor, day, votes)
    chart = style.figure(
        _distances_title(pack, table, actor),
        f"Distance from {short_name(pack, actor)}: own stances known by {day_words(day)}; "
        f"{_votes_words(votes)} at the UN, {_session_words(pack, day, votes)}",
        height=90 + 38 * len(table),
    )
    names = [style.escape(name) for name in table["actor"]]
    few = ["/" if number < ENOUGH else "" for number in table["issues"]]
    bars = {"y": names, "orientation": "h", "textposition": "outside", "cliponaxis": False}
    chart.add_bar(
        x=[float(steps) for steps in table["steps"].fillna(0)],
        marker={"color": style.ACCENT, "pattern": {"shape": few, "solidity": 0.35}},
        text=[
            f"{row.steps:.1f} ({row.issues})" if row.issues else "none shared"
            for row in table.itertuples()
        ],
        hoverinfo="skip",
        **bars,
    )
    chart.add_bar(
        x=[float(apart) for apart in table["votes_apart"].fillna(0)],
        marker_color=style.COLOURS[1],
        text=list(table["votes_words"]),
        hoverinfo="skip",
        xaxis="x2",
        **bars,
    )
    points = pack.un_ideal_points
    points = points.loc[points["date"] >= pack.stances["date"].min(), "ideal_point"]
    # The same length whatever is chosen, with room for the words behind the bars.
    side = {"showticklabels": False, "showgrid": False, "fixedrange": True, "side": "top"}
    side |= {"zeroline": False, "title_font": {"size": 13}}
    widest = float(points.max() - points.min())
    chart.update_layout(
        xaxis={
            **side,
            "domain": [0, 0.54],
            "range": [0, 5.5],
            "title_text": "By stances: steps<br>(shared issues)",
        },
        xaxis2={
            **side,
            "domain": [0.58, 1],
            "range": [0, widest * 1.5],
            "title_text": "By UN votes:<br>ideal points apart",
            "anchor": "y",
        },
        bargap=0.35,
    )
    chart.update_yaxes(autorange="reversed", tickfont={"size": 13})
    return chart


def _votes_words(votes):
    return "all votes" if votes == ALL else f"{votes} votes"


def _session_words(pack, day, votes):
    rows = select_points(pack, day, votes)
    if rows.empty:
        return "no session known then"
    last = rows.iloc[0]
    return f"session {last['session']}, begun in {last['date'].year}"


def _distances_title(pack, table, actor):
    rows, name = select_compared(table), short_name(pack, actor)
    if rows.empty:
        return f"{name}: too few shared issues to compare"
    coded, voted = _nearest(rows, "steps"), _nearest(rows, "votes_apart")
    if coded == voted:
        return f"Nearest to {name} by stances and by UN votes: {coded}"
    return f"Nearest to {name}: {coded} by stances, {voted} by UN votes"


def _nearest(rows, column):
    return join_words(rows.loc[rows[column] == rows[column].min(), "actor"])


def describe_distances(pack, actor, day, votes=ALL):
    """Say where the two measures agree and where not; parameters as `select_distances`."""
    table = select_distances(pack, actor, day, votes)
    rows, name = select_compared(table), short_name(pack, actor)
    if rows.empty:
        sentence = (
            f"By {day_words(day)} no actor of another country shares {ENOUGH} issues with {name}: "
            "there is nothing to compare."
        )
    else:
        same, ordered = same_order(rows)
        sentence = (
            f"Among actors of other countries, nearest to {name} by coded stances: "
            f"{_nearest(rows, 'steps')} ({rows['steps'].min():.1f} steps). "
            f"Nearest by {_votes_words(votes)} at the UN: {_nearest(rows, 'votes_apart')} "
            f"({rows['votes_apart'].min():.1f} points). "
        )
        if ordered:
            sentence += (
                f"Both measures put {count_words(ordered, 'pair')} of others in an order: "
                f"the same in {same}, the opposite in {ordered - same}."
            )
        else:
            sentence += "No two others can be put in an order by both."
    few = int((table["issues"] < ENOUGH).sum())
    if few and len(rows):
        sentence += (
            f" Left out: {count_words(few, 'actor')} with fewer than {ENOUGH} shared issues."
        )
    shown = pd.DataFrame(
        {
            "Actor": table["actor"],
            "Country": table["country"],
            "Steps apart, on average": [
                "" if pd.isna(steps) else f"{steps:.1f}" for steps in table["steps"]
            ],
            "Shared issues": table["issues"],
            "Ideal points apart": table["votes_words"],
        }
    )
    return Description(sentence, shown)


def declare_distances(pack):
    """Declare both distances, from any actor."""
    end = max(day_options(pack))
    days = {
        article_day(pack): "The article's day",
        f"{pack.day.year - 2}-12-31": f"The end of {pack.day.year - 2}",
        end: f"The end of {end[:4]}",
    }
    kinds = sorted(pack.un_ideal_points["votes_on"].unique())
    return Declaration(
        name="distances",
        controls=(
            Control("actor", "Distance from", select_actors(pack)),
            Control("day", "Stances known by", days),
            Control("votes", "UN votes", {one: capital(_votes_words(one)) for one in kinds}),
        ),
        plot=lambda actor, day, votes: plot_distances(pack, actor, day, votes),
        describe=lambda actor, day, votes: describe_distances(pack, actor, day, votes),
        source="Source: tables stances and un_ideal_points (Bailey, Strezhnev and Voeten). "
        f"Hatched: fewer than {ENOUGH} shared issues.",
    )


EXPLORERS = {"distances": (declare_distances, (*CODED, "un_ideal_points"))}
