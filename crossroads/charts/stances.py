"""Who wanted what, who moved, and what was expected: hand-coded positions through time.

A position is a level from -2 to 2 on one issue, defined in the table
``positions``. Levels of different issues are never added up: only steps
between two stances on the same issue are counted.
"""

import itertools

import pandas as pd

from crossroads.charts import style
from crossroads.charts.explorer import Control, Declaration, Description, NothingToShow
from crossroads.words.plain import capital, count_words, date_words, join_words

OWN, EXPECTED = "own", "expected"
LEVELS = (-2, -1, 0, 1, 2)
NO_LEVEL = "no level fits"
# Direction is a shape and a side as well as a colour; strength is a filling.
SHAPES = {
    2: ("triangle-up", style.COLOURS[0]),
    1: ("triangle-up-open", style.COLOURS[0]),
    0: ("circle-open", style.MUTED),
    -1: ("triangle-down-open", style.COLOURS[1]),
    -2: ("triangle-down", style.COLOURS[1]),
}
FAINT = "rgba(122,122,122,0.35)"
# Fewer actors, or fewer shared issues, than this are too few for an average.
ENOUGH = 3


def level_words(level):
    """Write a level with its sign.

    Examples
    --------
    >>> level_words(2), level_words(0), level_words(-1)
    ('+2', '0', '−1')
    """
    return f"{int(level):+d}".replace("-", "−") if level else "0"


def labels(pack):
    """Give the codebook's label of every level, by ``(issue_id, level)``."""
    rows = pack.positions
    return dict(zip(zip(rows["issue_id"], rows["level"], strict=True), rows["label"], strict=True))


def of_words(count, noun):
    """Write the second number of a share, as in ``4 of 9 actors``."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def place_words(level, label=""):
    """Write a level with its label, such as ``+2 (Propose or meet)``."""
    if pd.isna(level):
        return NO_LEVEL
    return f"{level_words(level)} ({label})" if label else level_words(level)


def select_stances(pack, view=OWN, day=None):
    """Select the stances of one view that were known on a day.

    Parameters
    ----------
    pack : Pack
    view : str
        A code of ``stances.view``. Views are never mixed: what somebody
        expects of an actor is not the actor's stance.
    day : str, optional
        ISO day. By default everything in the record.

    Returns
    -------
    pandas.DataFrame
        Rows of ``stances`` in order of date, with columns of words more:
        ``actor``, ``issue``, ``by``, ``place`` (level and label) and ``when``.
    """
    rows = pack.stances
    rows = rows[rows["view"] == view].sort_values("date", kind="stable")
    if day:
        # What `pack.as_of` would leave, without cutting every other table.
        rows = rows[rows["known_date"] <= day]
    actors = pack.actors.set_index("actor_id")["short_name"]
    label = labels(pack)
    places = zip(rows["issue_id"], rows["position"], strict=True)
    whens = zip(rows["date"], rows["date_precision"], strict=True)
    rows = rows.assign(
        actor=rows["actor_id"].map(actors),
        issue=rows["issue_id"].map(pack.issues.set_index("issue_id")["name"]),
        by=rows["said_by"].map(actors),
        place=[place_words(level, label.get((issue, level), "")) for issue, level in places],
        when=[date_words(date, precision) for date, precision in whens],
    )
    return rows.reset_index(drop=True)


def latest_stances(pack, view=OWN, day=None):
    """Select the latest stance of each actor on each issue; parameters as `select_stances`.

    Returns
    -------
    pandas.DataFrame
        One row for each actor and issue. Evidence that fits no level counts
        only where there is no other; its ``position`` is missing.
    """
    rows = select_stances(pack, view, day)
    rows = rows.sort_values("position", key=lambda levels: levels.notna(), kind="stable")
    return rows.drop_duplicates(["issue_id", "actor_id"], keep="last").reset_index(drop=True)


def steps_apart(levels):
    """Average the steps between every two of some levels.

    Parameters
    ----------
    levels : iterable of int

    Returns
    -------
    float
        Unit: steps of the codebook.

    Examples
    --------
    >>> steps_apart([2, 2, -1])
    2.0
    """
    gaps = [abs(one - other) for one, other in itertools.combinations(levels, 2)]
    return sum(gaps) / len(gaps)


def select_actors(pack, view=OWN):
    """Name the actors of a view, those of one country beside each other.

    A view about actors who also speak for themselves has all of these, so
    that an empty column can be seen.

    Parameters
    ----------
    pack : Pack
    view : str

    Returns
    -------
    dict of str to str
        ``actor_id`` to short name; countries with more stances come first.
    """
    stances = pack.stances
    named = set(stances.loc[stances["view"] == view, "actor_id"])
    own = set(stances.loc[stances["view"] == OWN, "actor_id"])
    rows = stances[stances["actor_id"].isin(own if named <= own else named)]
    counts = rows["actor_id"].value_counts()
    actors = pack.actors[pack.actors["actor_id"].isin(counts.index)]
    actors = actors.assign(rows=actors["actor_id"].map(counts))
    actors = actors.assign(country_rows=actors.groupby("country")["rows"].transform("sum"))
    order = ["country_rows", "country", "rows"]
    actors = actors.sort_values(order, ascending=[False, True, False], kind="stable")
    return dict(zip(actors["actor_id"], actors["short_name"], strict=True))


def issue_names(pack):
    """Name every issue, by ``issue_id``, in the order of the table."""
    return dict(zip(pack.issues["issue_id"], pack.issues["name"], strict=True))


def short_name(pack, actor):
    """Give the name of an actor for a chart."""
    return pack.actors.set_index("actor_id")["short_name"][actor]


def article_day(pack):
    """Give the article's own day in ISO form."""
    return f"{pack.day:%Y-%m-%d}"


def day_words(day):
    """Write an ISO day in words; without one, the end of the record."""
    return date_words(pd.Timestamp(day)) if day else "the end of the record"


def day_options(pack):
    """Offer the ends of half-years that the stances span, and the article's day, in order."""
    known = pack.stances["known_date"]
    years = range(known.min().year, known.max().year + 1)
    ends = [f"{year}-{end}" for year in years for end in ("06-30", "12-31")]
    # The first end of a half-year after the last row shows everything.
    last = next(end for end in ends if pd.Timestamp(end) >= known.max())
    ends = [end for end in ends if known.min() <= pd.Timestamp(end) and end <= last]
    options = {day: day_words(day) for day in sorted({*ends, article_day(pack)})}
    options[article_day(pack)] += ", the article's day"
    return options


def _hover(rows):
    said = ["" if row.said_by == row.actor_id else f", says {row.by}" for row in rows.itertuples()]
    return [
        style.escape(f"{row.actor}, {row.issue}: {row.place}, {row.when}{by}")
        for row, by in zip(rows.itertuples(), said, strict=True)
    ]


def _lines_between(count):
    """Faint lines between rows or columns, for Plotly's minor ticks."""
    places = [place + 0.5 for place in range(count - 1)]
    return {"tickvals": places, "showgrid": True, "gridcolor": FAINT, "ticks": ""}


# Actors, issues and time: the matrix ----------------------------------------


def plot_stances(pack, day, view=OWN):
    """Draw the latest stance of every actor on every issue.

    Parameters
    ----------
    pack : Pack
    day : str
        ISO day: show what was known then.
    view : str
        A code of ``stances.view``.

    Returns
    -------
    plotly.graph_objects.Figure
        A cell for each issue (row) and actor (column): a number for the
        level, and a shape for more or less. Empty where the table has no
        evidence.
    """
    rows = latest_stances(pack, view, day)
    actors, issues = select_actors(pack, view), issue_names(pack)
    chart = style.figure(
        _matrix_title(pack, rows, day, view),
        f"{pack.label('stances.view', view)}, the latest known by {day_words(day)}. "
        "▲ more, ▼ less of what the row names; filled: ±2. Empty: no evidence in the table",
        height=80 + 48 * len(issues),
    )
    columns, lines = list(actors), list(issues)
    placed, other = rows[rows["position"].notna()], rows[rows["position"].isna()]
    colours = [SHAPES[level][1] for level in placed["position"]]
    chart.add_scatter(
        x=[columns.index(one) for one in placed["actor_id"]],
        # The mark stands a little above the middle, its number beneath it.
        y=[lines.index(one) - 0.16 for one in placed["issue_id"]],
        mode="markers+text",
        marker={
            "size": 15,
            "symbol": [SHAPES[level][0] for level in placed["position"]],
            "color": colours,
            "line": {"width": 2, "color": colours},
        },
        text=[level_words(level) for level in placed["position"]],
        textposition="bottom center",
        textfont={"size": 13},
        hovertext=_hover(placed),
        hoverinfo="text",
    )
    chart.add_scatter(
        x=[columns.index(one) for one in other["actor_id"]],
        y=[lines.index(one) for one in other["issue_id"]],
        mode="text",
        text=["?"] * len(other),
        hovertext=_hover(other),
        hoverinfo="text",
    )
    chart.update_xaxes(
        side="top",
        tickvals=list(range(len(columns))),
        ticktext=["<br>".join(style.escape(name).split()) for name in actors.values()],
        tickfont={"size": 12},
        tickangle=0,
        range=[-0.5, len(columns) - 0.5],
        showgrid=False,
        minor=_lines_between(len(columns)),
    )
    _issue_axis(chart, issues)
    return chart


def _issue_axis(chart, issues):
    chart.update_yaxes(
        tickvals=list(range(len(issues))),
        ticktext=[style.wrapped(name, 14) for name in issues.values()],
        tickfont={"size": 13},
        range=[len(issues) - 0.5, -0.5],
        showgrid=False,
        minor=_lines_between(len(issues)),
    )


def describe_stances(pack, day, view=OWN):
    """Say who stood where, and where the table is silent; parameters as `plot_stances`."""
    rows = latest_stances(pack, view, day)
    cells, label = _cells(pack, view), pack.label("stances.view", view)
    if rows.empty:
        sentence = (
            f"By {day_words(day)} the table has nothing in the view “{label}”: "
            f"all {cells} cells are empty."
        )
    else:
        sentence = _matrix_sentence(pack, rows, day, cells, label)
    counts = select_stances(pack, view, day).groupby(["issue_id", "actor_id"]).size()
    issues, actors = list(issue_names(pack)), list(select_actors(pack, view))
    rows = rows.assign(
        line=rows["issue_id"].map(issues.index),
        column=rows["actor_id"].map(actors.index),
        others=[str(counts[row.issue_id, row.actor_id] - 1) for row in rows.itertuples()],
    ).sort_values(["line", "column"])
    names = {
        "issue": "Issue",
        "actor": "Actor",
        "place": "Position",
        "when": "Date",
        "by": "Who says so",
        "evidence": "What was said or done",
        "others": "Other rows",
    }
    if view == OWN:
        del names["by"]
    return Description(sentence, rows[list(names)].rename(columns=names))


def _cells(pack, view):
    return len(select_actors(pack, view)) * len(pack.issues)


def _matrix_sentence(pack, rows, day, cells, label):
    placed = int(rows["position"].notna().sum())
    have = "has" if placed == 1 else "have"
    sentence = (
        f"In the view “{label}”, {placed} of {cells} cells {have} a level by {day_words(day)}."
    )
    if placed < len(rows):
        unplaced = count_words(len(rows) - placed, "cell")
        sentence += f" In {unplaced} the evidence fits no level (?)."
    if len(rows) < cells:
        stay = "stays" if cells - len(rows) == 1 else "stay"
        sentence += f" The other {cells - len(rows)} {stay} empty: the table has no evidence there."
    spread = _spread(rows)
    if len(spread):
        names, wide, close = issue_names(pack), spread.idxmax(), spread.idxmin()
        sentence += (
            f" The actors stand furthest apart on {names[wide]}, {spread[wide]:.1f} steps on "
            f"average: {_ends(rows, wide)}."
        )
        if spread[close] < spread[wide]:
            sentence += f" They stand closest on {names[close]} ({spread[close]:.1f} steps)."
    return sentence + f" The oldest stance shown dates from {rows['when'][rows['date'].idxmin()]}."


def _spread(rows):
    """Average steps between two actors, for each issue on which enough actors have a level."""
    levels = rows[rows["position"].notna()].groupby("issue_id", sort=False)["position"].agg(list)
    levels = levels[levels.map(len) >= ENOUGH]
    return levels.map(steps_apart).astype(float)


def _ends(rows, issue):
    """Name who stands at either end of an issue."""
    rows = rows[(rows["issue_id"] == issue) & rows["position"].notna()]
    ends = []
    for level in (rows["position"].min(), rows["position"].max()):
        those = rows.loc[rows["position"] == level, "actor"]
        ends.append(f"{join_words(those)} at {level_words(level)}")
    return "; ".join(ends)


def _matrix_title(pack, rows, day, view):
    spread = _spread(rows)
    if len(spread):
        wide = spread.idxmax()
        return (
            f"{day_words(day)}: widest apart on {issue_names(pack)[wide]}, {spread[wide]:.1f} steps"
        )
    number = capital(count_words(len(rows), "cell"))
    return f"{number} of {_cells(pack, view)} filled by {day_words(day)}"


def declare_stances(pack):
    """Declare the matrix of stances; it opens on the article's day."""
    views = list(pack.stances["view"].unique())
    if pack.has("codes"):
        codes = pack.codes[pack.codes["column"] == "stances.view"].set_index("code")["order"]
        views = sorted(views, key=lambda view: codes.get(view, len(codes) + 1))
    return Declaration(
        name="stances",
        controls=(
            Control("day", "Known by", day_options(pack), start=article_day(pack)),
            Control("view", "View", {one: pack.label("stances.view", one) for one in views}),
        ),
        plot=lambda day, view: plot_stances(pack, day, view),
        describe=lambda day, view: describe_stances(pack, day, view),
        source="Source: tables stances, issues and positions; each row names its source. "
        "Positions were coded by hand.",
    )


# Who moved: one issue through time ------------------------------------------

# Height of a lane (unit: pixels); a level, and a number off its mark (unit: lanes).
LANE, STEP, OFF = 66, 0.13, 0.08


def select_movement(pack, issue, seen_from=None, recoded=None):
    """Select all own stances on one issue that have a level.

    Parameters
    ----------
    pack : Pack
    issue : str
        An ``issue_id``.
    seen_from : str, optional
        ISO day. By default everything in the record.
    recoded : dict of str to (int or None), optional
        ``stance_id`` to another level that takes the place of the table's;
        None for evidence that fits no level.

    Returns
    -------
    pandas.DataFrame
        As `select_stances` gives, for one issue, in order of actor and date.
    """
    rows = select_stances(pack, OWN, seen_from)
    rows = rows[rows["issue_id"] == issue]
    if recoded:
        levels = [
            recoded.get(row.stance_id, row.position)
            for row in rows[["stance_id", "position"]].itertuples()
        ]
        levels = pd.array([pd.NA if level is None else level for level in levels], dtype="Int64")
        label = labels(pack)
        places = [place_words(level, label.get((issue, level), "")) for level in levels]
        rows = rows.assign(position=levels, place=places)
    rows = rows[rows["position"].notna()]
    order = list(select_actors(pack))
    rows = rows.sort_values("actor_id", key=lambda ids: ids.map(order.index), kind="stable")
    return rows.reset_index(drop=True)


def count_moves(rows):
    """Sum up how each actor moved on one issue.

    Parameters
    ----------
    rows : pandas.DataFrame
        From `select_movement`.

    Returns
    -------
    pandas.DataFrame
        Indexed by name of actor: ``first``, ``last``,
        ``low`` and ``high`` (levels), ``stances`` (number) and ``moved``
        (bool: more than one level).
    """
    grouped = rows.groupby("actor", sort=False)["position"]
    moves = grouped.agg(first="first", last="last", low="min", high="max", stances="count")
    return moves.assign(moved=moves["low"] != moves["high"])


def select_others(pack, issue, seen_from=None):
    """Select what others say of actors on one issue; parameters as `select_movement`."""
    views = [one for one in pack.stances["view"].unique() if one != OWN]
    rows = [select_stances(pack, OWN).iloc[:0]]
    rows += [select_stances(pack, view, seen_from) for view in views]
    rows = pd.concat(rows)
    fits = (rows["issue_id"] == issue) & (rows["actor_id"] != rows["said_by"])
    return rows[fits & rows["position"].notna()].reset_index(drop=True)


def plot_movement(pack, issue, seen_from=None, beside=False, recoded=None):
    """Draw every actor's own stances on one issue through time.

    Parameters
    ----------
    pack : Pack
    issue, seen_from, recoded
        See `select_movement`; another version is drawn beside the table's.
    beside : bool
        Show beside them what others attribute to an actor or expect of it.

    Returns
    -------
    plotly.graph_objects.Figure
        A lane for each actor; within it, up means a higher level. A number
        stands wherever the level is new.
    """
    rows = select_movement(pack, issue, seen_from)
    yours = select_movement(pack, issue, seen_from, recoded)
    others = select_others(pack, issue, seen_from) if beside else rows.iloc[:0]
    shown = {*rows["actor"], *yours["actor"], *others["actor"]}
    lanes = [name for name in select_actors(pack).values() if name in shown]
    # Somebody of whom only others speak comes last.
    lanes += sorted(shown.difference(lanes))
    subtitle = (
        f"{issue_names(pack)[issue]}: own stances known by {day_words(seen_from)}; "
        "within a lane, up means more of what the issue names"
    )
    subtitle += "; ◇ what others say of the actor" if beside else ""
    subtitle += "; □ dashed: your version" if recoded else ""
    chart = style.figure(
        _movement_title(pack, issue, rows, yours, recoded),
        subtitle,
        height=70 + LANE * max(1, len(lanes)),
    )
    if recoded:
        _draw_yours(chart, lanes, rows, yours)
    _draw_lanes(chart, lanes, rows)
    if len(others):
        _draw_others(chart, lanes, others, rows)
    style.mark_day(chart, pack.day, "the article's day", anchor=None, layer="below")
    chart.update_layout(margin_t=30)
    chart.update_yaxes(
        tickvals=list(range(len(lanes))),
        ticktext=[style.wrapped(name, 12) for name in lanes],
        range=[max(1, len(lanes)) - 0.4, -0.6],
        gridcolor=FAINT,
    )
    dates, margin = pack.stances["date"], pd.Timedelta(days=100)
    chart.update_xaxes(
        type="date",
        range=[f"{dates.min() - margin:%Y-%m-%d}", f"{dates.max() + margin:%Y-%m-%d}"],
        dtick="M12",
        tickformat="%Y",
    )
    return chart


def _line(lanes, rows):
    """Lines that step from level to level within each lane, and end where a lane ends."""
    line = {"x": [], "y": [], "hovertext": []}
    for lane, actor in enumerate(lanes):
        those = rows[rows["actor"] == actor]
        line["x"] += [*style.dates(those["date"]), None]
        line["y"] += [*(lane - STEP * level for level in those["position"]), None]
        line["hovertext"] += [*_hover(those), ""]
    return {**line, "line_shape": "hv", "line_width": 2}


def _draw_lanes(chart, lanes, rows):
    """Draw steps: a level holds until the next evidence, and not after the last."""
    x, y, texts, places = [], [], [], []
    for lane, actor in enumerate(lanes):
        those = rows[rows["actor"] == actor]
        levels = list(those["position"])
        for place, (date, level) in enumerate(zip(style.dates(those["date"]), levels, strict=True)):
            before = levels[place - 1] if place else None
            after = levels[place + 1] if place + 1 < len(levels) else level
            if level != before:
                # The number stands on the side that the line does not take.
                below = level < before if place else after > level
                x.append(date)
                y.append(lane - STEP * level + (OFF if below else -OFF))
                texts.append(level_words(level))
                places.append("bottom center" if below else "top center")
    chart.add_scatter(
        **_line(lanes, rows),
        mode="lines+markers",
        line_color=style.ACCENT,
        marker={"size": 9, "color": style.ACCENT},
        hoverinfo="text",
    )
    # A trace of their own: Plotly loses texts among empty ones when it draws again.
    chart.add_scatter(
        x=x,
        y=y,
        mode="text",
        text=texts,
        textposition=places,
        textfont={"size": 13},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _draw_yours(chart, lanes, rows, yours):
    """Draw another version beneath the module's: its line, and a mark wherever it differs."""
    module = dict(zip(rows["stance_id"], rows["place"], strict=True))
    differs = yours[yours["place"] != yours["stance_id"].map(module)]
    gone = rows[~rows["stance_id"].isin(yours["stance_id"])]
    actors = {*differs["actor"], *gone["actor"]}
    chart.add_scatter(
        **_line(lanes, yours[yours["actor"].isin(actors)]),
        mode="lines",
        line_color=style.COLOURS[1],
        line_dash="dash",
        hoverinfo="skip",
    )
    chart.add_scatter(
        x=style.dates(differs["date"]),
        y=[
            lanes.index(row.actor) - STEP * row.position
            for row in differs[["actor", "position"]].itertuples()
        ],
        mode="markers+text",
        marker={
            "size": 14,
            "symbol": "square-open",
            "color": style.COLOURS[1],
            "line": {"width": 2, "color": style.COLOURS[1]},
        },
        text=[level_words(level) for level in differs["position"]],
        textposition="middle right",
        textfont={"size": 13},
        hovertext=[f"Your version. {text}" for text in _hover(differs)],
        hoverinfo="text",
    )


CLOSE = pd.Timedelta(days=150)


def _draw_others(chart, lanes, rows, own):
    """Draw what others say, each number on the side where no own stance follows soon."""
    places = []
    for row in rows[["actor", "date"]].itertuples():
        after = own.loc[own["actor"] == row.actor, "date"] - row.date
        followed = ((after > pd.Timedelta(0)) & (after < CLOSE)).any()
        places.append("middle left" if followed else "middle right")
    chart.add_scatter(
        x=style.dates(rows["date"]),
        y=[
            lanes.index(row.actor) - STEP * row.position
            for row in rows[["actor", "position"]].itertuples()
        ],
        mode="markers+text",
        marker={
            "size": 12,
            "color": style.COLOURS[1],
            "symbol": "diamond-open",
            "line": {"width": 2},
        },
        text=[level_words(level) for level in rows["position"]],
        textposition=places,
        textfont={"size": 13},
        hovertext=_hover(rows),
        hoverinfo="text",
    )


def _movement_title(pack, issue, rows, yours, recoded):
    name, moves = issue_names(pack)[issue], count_moves(rows)
    if rows.empty:
        return f"{name}: no own stance in the table by then"
    title = f"{name}: {_moved_words(moves)}"
    if recoded:
        return f"{title}; in your version, {_moved_words(count_moves(yours)).lower()}"
    far = (moves["last"] - moves["first"]).abs()
    those = list(far[far == far.max()].index)
    if far.max() == 0 or len(those) > 2:
        return title
    if len(those) == 2:
        return f"{title}, {join_words(those)} furthest"
    first, last = moves["first"][those[0]], moves["last"][those[0]]
    furthest = "" if moves["moved"].sum() == 1 else " furthest,"
    return f"{title}, {those[0]}{furthest} from {level_words(first)} to {level_words(last)}"


# What can become of an actor's level.
ENDS = (
    "Higher at the end",
    "Lower at the end",
    "Back at the first level",
    "More than one stance and no move",
    "One stance, too little to tell",
)


def _moved_words(moves):
    return f"{int(moves['moved'].sum())} of {of_words(len(moves), 'actor')} moved"


def describe_movement(pack, issue, seen_from=None, beside=False, recoded=None):
    """Say who moved on one issue; parameters as `plot_movement`."""
    rows = select_movement(pack, issue, seen_from)
    others = select_others(pack, issue, seen_from) if beside else rows.iloc[:0]
    name, day = issue_names(pack)[issue], day_words(seen_from)
    if rows.empty:
        sentence = f"On {name} the table has no own stance with a level by {day}."
    else:
        sentence = f"On {name}, by {day}, {_moves_sentences(count_moves(rows))}"
    if recoded:
        yours = select_movement(pack, issue, seen_from, recoded)
        sentence += f" {_yours_sentence(pack, recoded, seen_from, yours)}"
    if beside:
        said = capital(count_words(len(others), "row"))
        sentence += f" {said} beside them: what others say that an actor holds or will hold."
    shown = pd.concat([rows, others]) if len(others) else rows
    if recoded:
        # A row that has a level only in the learner's version is listed, too.
        fits = yours["stance_id"].isin(recoded) & ~yours["stance_id"].isin(rows["stance_id"])
        shown = pd.concat([shown, yours[fits].assign(place=NO_LEVEL)])
    shown = shown.sort_values("date", kind="stable")
    table = pd.DataFrame(
        {
            "Date": shown["when"],
            "Actor": shown["actor"],
            "Position": shown["place"],
            "What was said or done": shown["evidence"],
        }
    )
    if beside:
        whose = [pack.label("stances.view", one) for one in shown["view"]]
        other = shown["said_by"] != shown["actor_id"]
        whose = [
            f"{words} ({by})" if one else words
            for words, by, one in zip(whose, shown["by"], other, strict=True)
        ]
        table.insert(3, "Whose words", whose)
    if recoded:
        places = dict(zip(yours["stance_id"], yours["place"], strict=True))
        mine = [places.get(one, NO_LEVEL) if one in recoded else "" for one in shown["stance_id"]]
        table.insert(3, "Your version", mine)
    return Description(sentence, table)


def _yours_sentence(pack, recoded, seen_from, yours):
    """Say where another version differs, and what becomes of the number of moves."""
    rows = select_stances(pack, OWN, seen_from)
    rows = rows[rows["stance_id"].isin(recoded)]
    places = dict(zip(yours["stance_id"], yours["place"], strict=True))
    said = [
        f"{row.actor}, {row.when}: {places.get(row.stance_id, NO_LEVEL)} instead of {row.place}"
        for row in rows.itertuples()
        if places.get(row.stance_id, NO_LEVEL) != row.place
    ]
    if not said:
        return "Your version is the same as the module's."
    return f"Your version has {'; '.join(said)}. In it, {_moved_words(count_moves(yours))}."


def _moves_sentences(moves):
    """Group the actors by what became of their level."""
    groups = {words: [] for words in ENDS}
    for actor, row in moves.iterrows():
        first, last = level_words(row["first"]), level_words(row["last"])
        if row["moved"]:
            ends = (row["first"], row["last"])
            far = [level_words(one) for one in (row["low"], row["high"]) if one not in ends]
            by_way = f", by way of {join_words(far)}" if far else ""
            change = int(row["last"] - row["first"])
            words = ENDS[0 if change > 0 else 1 if change < 0 else 2]
            groups[words].append(f"{actor} ({first} to {last}{by_way})")
        else:
            groups[ENDS[3 if row["stances"] > 1 else 4]].append(f"{actor} ({last})")
    said = [f"{words}: {join_words(those)}." for words, those in groups.items() if those]
    return " ".join([f"{_moved_words(moves)}.", *said])


def declare_movement(pack):
    """Declare one issue through time; it opens on the issue with the most stances."""
    own = select_stances(pack, OWN, article_day(pack))["issue_id"].value_counts()
    seen = {article_day(pack): "The article's day", "": "Everything in the record"}
    beside = {"": "Own stances", "yes": "Also what others say of them"}
    return Declaration(
        name="movement",
        controls=(
            Control("issue", "Issue", issue_names(pack), start=next(iter(own.index), None)),
            Control("seen", "Seen from", seen),
            Control("beside", "Show", beside),
        ),
        plot=lambda issue, seen, beside: plot_movement(pack, issue, seen or None, bool(beside)),
        describe=lambda issue, seen, beside: describe_movement(
            pack, issue, seen or None, bool(beside)
        ),
        source="Source: tables stances and positions. A line holds a level until the next "
        "evidence, and ends at the last.",
    )


# What was expected, and what was done ---------------------------------------


def select_expected(pack, actor, until, earlier=None):
    """Put what was expected of an actor beside its own latest stances.

    Parameters
    ----------
    pack : Pack
    actor : str
        An ``actor_id``.
    until : str
        ISO day: own stances known then count.
    earlier : str, optional
        ``actor_id`` of another whose latest own stances on the article's
        day stand beside them.

    Returns
    -------
    pandas.DataFrame
        One row for each issue: ``issue_id``, ``issue``, and for each of
        ``expected``, ``own`` and ``earlier`` a level (missing where the table
        has none), its words (``expected_place``, ...) and the evidence with
        its date or speaker (``expected_said``, ...).
    """
    day = article_day(pack)
    sides = {
        "expected": (latest_stances(pack, EXPECTED, day), actor, "by"),
        "own": (latest_stances(pack, OWN, until), actor, "when"),
        "earlier": (latest_stances(pack, OWN, day), earlier, "when"),
    }
    table = pd.DataFrame(issue_names(pack).items(), columns=["issue_id", "issue"])
    for side, (rows, who, head) in sides.items():
        rows = rows[(rows["actor_id"] == who) & rows["position"].notna()].set_index("issue_id")
        table[side] = table["issue_id"].map(rows["position"]).astype("Int64")
        table[f"{side}_place"] = table["issue_id"].map(rows["place"]).fillna("")
        said = rows[head].astype(str) + ": " + rows["evidence"].astype(str)
        table[f"{side}_said"] = table["issue_id"].map(said).fillna("")
    return table


def plot_expected(pack, actor, until, earlier=None):
    """Draw what was expected of an actor and what it then did; parameters as `select_expected`.

    Returns
    -------
    plotly.graph_objects.Figure
        Up to three marks for each issue on one scale from -2 to 2, with the
        codebook's words beside them.
    """
    table = select_expected(pack, actor, until, earlier)
    name = short_name(pack, actor)
    chart = style.figure(
        _expected_title(pack, table, actor, until),
        f"{name}: level on each issue; own stances known by {day_words(until)}. "
        "No mark: no evidence in the table",
        height=110 + 62 * len(table),
    )
    sides = {
        "expected": (f"Expected of {name}", "diamond-open", style.COLOURS[1], -0.27),
        "own": (f"{name}, own", "circle", style.ACCENT, 0),
    }
    if earlier:
        words = f"{short_name(pack, earlier)}, own"
        sides["earlier"] = (words, "square-open", style.MUTED, 0.27)
    for side, (words, symbol, colour, shift) in sides.items():
        rows = table[table[side].notna()]
        # The level stands on the axis; beside the mark its label is enough.
        texts = [place.partition("(")[2].removesuffix(")") for place in rows[f"{side}_place"]]
        chart.add_scatter(
            x=[int(level) for level in rows[side]],
            y=[place + shift for place in rows.index],
            mode="markers+text",
            name=style.escape(words),
            marker={
                "size": 12,
                "symbol": symbol,
                "color": colour,
                "line": {"width": 2, "color": colour},
            },
            # Thin spaces keep the words off the mark.
            text=[f"\u2002{style.escape(text)}\u2002" for text in texts],
            textposition=["middle left" if one > 0 else "middle right" for one in rows[side]],
            textfont={"size": 12},
            hovertemplate="%{text}: %{x}<extra>%{fullData.name}</extra>",
        )
    legend = {"orientation": "h", "x": 0, "y": 1.01, "yanchor": "bottom"}
    chart.update_layout(showlegend=True, legend=legend, margin_t=72)
    chart.update_xaxes(
        range=[-2.2, 2.2],
        tickvals=list(LEVELS),
        ticktext=[level_words(level) for level in LEVELS],
        title_text="less ← level → more",
    )
    _issue_axis(chart, issue_names(pack))
    return chart


def describe_expected(pack, actor, until, earlier=None):
    """Say how far an actor's own stances were from those expected; as `select_expected`."""
    table = select_expected(pack, actor, until, earlier)
    name = short_name(pack, actor)
    gaps = (table["expected"] - table["own"]).abs()
    both, asked = table[gaps.notna()], int(table["expected"].notna().sum())
    sentence = (
        f"By the article's day somebody expected a position of {name} on "
        f"{count_words(asked, 'issue')}. By {day_words(until)} the table has its own stance on "
        f"{len(both)} of {'it' if asked == 1 else 'them'}."
    )
    for gap in sorted(set(gaps.dropna())):
        where = join_words(table.loc[(gaps == gap).fillna(False), "issue"])
        how = f"{capital(count_words(int(gap), 'step'))} away" if gap else "At the level expected"
        sentence += f" {how}: {where}."
    if earlier:
        sentence += f" {_earlier_sentence(pack, table, name, earlier)}"
    shown = pd.DataFrame(
        {
            "Issue": table["issue"],
            "Expected": table["expected_place"],
            "Own stance": table["own_place"],
            "Steps apart": ["" if pd.isna(gap) else str(gap) for gap in gaps],
            "What was expected": table["expected_said"],
            "What was said or done": table["own_said"],
        }
    )
    if earlier:
        shown.insert(3, f"{short_name(pack, earlier)}, own", table["earlier_place"])
    return Description(sentence, shown)


def _earlier_sentence(pack, table, name, earlier):
    gaps = (table["own"] - table["earlier"]).abs()
    other, shared = short_name(pack, earlier), int(gaps.notna().sum())
    if not shared:
        return f"On no issue does the table have own stances of both {name} and {other}."
    differ = int((gaps > 0).sum())
    words = f"It differs from {other} on {differ} of {of_words(shared, 'issue')} with both"
    if differ:
        widest = table.loc[(gaps == gaps.max()).fillna(False), "issue"]
        words += f", most on {join_words(widest)} ({count_words(int(gaps.max()), 'step')})"
    return f"{words}."


def _expected_title(pack, table, actor, until):
    both = table[table["expected"].notna() & table["own"].notna()]
    name = short_name(pack, actor)
    if both.empty:
        return f"{name}: no own stance to compare by {day_words(until)}"
    met = int((both["expected"] == both["own"]).sum())
    return (
        f"{name} stood where expected on {met} of {of_words(len(both), 'issue')} "
        f"by {day_words(until)}"
    )


def _predecessors(pack, actor):
    """List actors of the same kind and country that had own stances before the article."""
    rows = select_stances(pack, OWN, article_day(pack))
    actors = pack.actors.set_index("actor_id")
    kin = (actors["country"] == actors["country"][actor]) & (
        actors["kind"] == actors["kind"][actor]
    )
    return [one for one in rows["actor_id"].value_counts().index if kin[one] and one != actor]


def declare_expected(pack):
    """Declare expectation against conduct, for the actor of whom most was expected."""
    rows = select_stances(pack, EXPECTED, article_day(pack))
    actor = next(iter([*rows["actor_id"].value_counts().index, *select_actors(pack)]), None)
    if actor is None:
        raise NothingToShow("a stance that an actor has or is expected to have")
    own = pack.stances[(pack.stances["actor_id"] == actor) & (pack.stances["view"] == OWN)]
    days, known = {}, None
    for day, words in day_options(pack).items():
        # A day on which nothing new was known would be a step without a change.
        if day >= article_day(pack) and (own["known_date"] <= day).sum() != known:
            days[day], known = words, (own["known_date"] <= day).sum()
    beside = {one: short_name(pack, one) for one in _predecessors(pack, actor)}
    controls = [Control("until", "Own stances known by", days)]
    if beside:
        controls.append(Control("earlier", "Compare with", {"": "Nobody", **beside}))
    return Declaration(
        name="expected",
        controls=tuple(controls),
        plot=lambda until, earlier="": plot_expected(pack, actor, until, earlier or None),
        describe=lambda until, earlier="": describe_expected(pack, actor, until, earlier or None),
        source="Source: table stances. An expectation may be hedged with a word such as “might”; "
        "the position codes what was expected, not how surely.",
    )


CODED = ("stances", "issues", "positions", "actors")
EXPLORERS = {
    "stances": (declare_stances, CODED),
    "movement": (declare_movement, CODED),
    "expected": (declare_expected, CODED),
}
