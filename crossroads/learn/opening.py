"""Open a pack with every check of the lessons, and any explorer of the course by its name."""

import crossroads.learn.measures  # noqa: F401 - so that texts find them
from crossroads.charts import (
    aftermath,
    border,
    chronology,
    claims,
    codings,
    distances,
    forecasts,
    launches,
    lists,
    stances,
    trade,
    voices,
)
from crossroads.charts.explorer import Explorer, NothingToShow
from crossroads.learn.article import left_out, missing_card
from crossroads.learn.questions import has_question, question_row
from crossroads.pack.load import current_pack, load_pack  # noqa: F401 - with all checks
from crossroads.words.lookups import fill
from crossroads.words.plain import unknown

# Name -> (declaration, tables that it needs). Lessons, tests and the static
# site take their explorers from here.
EXPLORERS = {
    **chronology.EXPLORERS,
    **launches.EXPLORERS,
    **lists.EXPLORERS,
    **stances.EXPLORERS,
    **codings.EXPLORERS,
    **distances.EXPLORERS,
    **trade.EXPLORERS,
    **border.EXPLORERS,
    **forecasts.EXPLORERS,
    **claims.EXPLORERS,
    **voices.EXPLORERS,
}


def explore(pack, name, after=None):
    """Open an explorer: a chart with its controls, its sentence and its table.

    Parameters
    ----------
    pack : Pack
    name : str
        A key of `EXPLORERS`, such as ``"meetings"``.
    after : str, optional
        Id of a question to predict first: the chart stays covered until a
        prediction is saved or the learner asks to see it.

    Returns
    -------
    Explorer or Card
        A card that says what is missing, if the pack lacks a table, or rows
        in it that the chart needs.

    Raises
    ------
    KeyError
        If there is no such explorer; the message names the closest one.
    """
    if name not in EXPLORERS:
        raise KeyError(unknown("explorer", name, EXPLORERS))
    declare, tables = EXPLORERS[name]
    lacking = missing_card(pack, *tables)
    if lacking:
        return lacking
    try:
        declaration = declare(pack)
    except NothingToShow as error:
        return left_out(str(error))
    return Explorer(declaration, _question(pack, after))


def _question(pack, after):
    """Give id and words of a question to predict first; None where the pack has none."""
    if after is None or not has_question(pack, after):
        return None
    return after, fill(pack, question_row(pack, after)["prompt"])


def compare(*meetings, after=None):
    """Open the chart of what followed two meetings, each from a pack of its own.

    Parameters
    ----------
    *meetings : (Pack, str)
        A pack, and the ``event_id`` of a meeting of two leaders in it.
    after : str, optional
        As in `explore`; a question of the first pack.

    Returns
    -------
    Explorer or Card
    """
    for pack, _ in meetings:
        lacking = missing_card(pack, "events", "actors")
        if lacking:
            return lacking
    return Explorer(aftermath.aftermath(meetings), _question(meetings[0][0], after))
