"""Open a pack with every check of the lessons, and any explorer of the course by its name."""

import functools

from IPython.display import display

import crossroads.learn.measures  # noqa: F401 - so that texts find them
from crossroads.charts import EXPLORERS
from crossroads.charts.view import NothingToShow
from crossroads.charts.widget import ChartLibrary, Explorer
from crossroads.learn import answers, questions
from crossroads.learn.article import CARD, Card, LeftOut, lacking, missing_card
from crossroads.pack import load
from crossroads.pack.load import current_pack  # noqa: F401 - beside what opens one
from crossroads.words.lookups import fill
from crossroads.words.plain import unknown
from crossroads.words.tags import listed, tag

# Things to mend that a lesson tells before it goes on; the check tells all.
MOST_TOLD = 5


@functools.wraps(load.load_pack)
def load_pack(folder=None):
    pack = load.load_pack(folder)
    if pack.problems:
        display(faulty_card(pack))
    return pack


def faulty_card(pack):
    """Say what is wrong in a pack that a lesson opens without some rows."""
    say, shown = pack.words.say, list(map(str, pack.problems[:MOST_TOLD]))
    count = len(pack.problems)
    head = say("faulty-rows", problems=count, rows=len(pack.left_out))
    more = say("faulty-more", count=count - len(shown)) if count > len(shown) else None
    below = [*([tag("p", more)] if more else []), tag("p", say("faulty-how"))]
    return Card(tag("section", tag("p", tag("strong", head)), listed(shown), *below, style=CARD))


def explore(pack, name, after=None, start=None):
    """Open an explorer: a chart with its controls, its sentence and its table.

    Parameters
    ----------
    pack : Pack
    name : str
        A key of `EXPLORERS`, such as ``"meetings"``.
    after : str, optional
        Id of a question to predict first: the chart stays covered until a
        prediction is saved or the learner asks to see it.
    start : dict of str to str, optional
        The view that it opens on, such as ``{"who": "xi"}``; a control that
        is not named stands as it does without.

    Returns
    -------
    Explorer or Card
        A card that says what is missing, if the pack lacks a table, or rows
        in it that the chart needs.

    Raises
    ------
    KeyError
        If there is no such explorer; the message names the closest one.
    ValueError
        If `start` names a control or an option that there is not; the
        message names the closest one.
    """
    # On its way to the browser while the chart is computed.
    ChartLibrary.shared()
    declaration = declared(pack, name)
    if isinstance(declaration, LeftOut):
        return declaration
    link = f'explore(pack, "{name}", start={{start}})'
    return _opened(declaration, pack, after, start=start, link=link)


def declared(pack, name):
    """Give the declaration of an explorer, or the card that says what the pack lacks for it."""
    if name not in EXPLORERS:
        raise KeyError(unknown("explorer", name, EXPLORERS))
    declare, tables = EXPLORERS[name]
    try:
        return missing_card(pack, *tables) or declare(pack)
    except NothingToShow as error:
        return lacking(pack.words, str(error))


class PredictedExplorer(Explorer):
    """A chart that a question covers until a prediction is saved; then it answers by the record."""

    def __init__(self, declaration, question_id, prompt, record=("", ()), **state):
        self.question_id = question_id
        self.lines = questions.predicted_lines(declaration.words, record[0])
        said = self._line(answers.saved_answers()) if question_id else ""
        super().__init__(declaration, prompt, said, _shown=list(record[1]), **state)
        self.observe(self._freeze, "_question")
        if said:
            self._freeze()
        answers.on_save(self._on_answer)

    def _line(self, saved):
        said = (saved.get(self.question_id + one) for one in ("", questions.LATER))
        return questions.predicted_line(self.lines, *(str(one or "") for one in said))

    def _freeze(self, change=None):
        """Keep it that the chart is open: a prediction stays as it was."""
        opened = self.question_id + questions.OPENED
        if self.question_id and not self._question and opened not in answers.saved_answers():
            answers.try_to_save(self.words, opened, True, "answer")

    def _on_answer(self, question_id, answer):
        if question_id in (self.question_id, self.question_id + questions.LATER):
            self.uncover(self._line(answers.saved_answers()))


class OwnChart(PredictedExplorer):
    """A chart of a learner's own answers, `declared` from records; it follows all it is `about`."""

    def __init__(self, declared, about, question_id="", prompt="", record=("", ()), **state):
        self._declared, self._about = declared, tuple(about)
        declaration = declared(answers.own_records()[0])
        super().__init__(declaration, question_id, prompt, record, **state)

    def _on_answer(self, question_id, answer):
        super()._on_answer(question_id, answer)
        if question_id.startswith(self._about):
            self.declaration = self._declared(answers.own_records()[0])
            self._show()

    def _stored_view(self):
        """What is stored for everybody: the view of somebody who has answered nothing."""
        return self.value, self._declared([]).view(self.value)


class NotebookChart(OwnChart):
    """One that no page has at work, as it needs Python."""

    place_message = "own-chart-place"


def _numbered(pack, records):
    """Declare the outcomes of forecasts, with a learner's numbers on their tiles."""
    # Only a lesson that opens this chart needs them.
    from crossroads.charts.forecasts import forecast_outcomes
    from crossroads.learn.forecasting import saved_forecasts

    saved = saved_forecasts(pack, answers.by_question(records)).items()
    percents = {one: kept["percent"] for one, kept in saved if kept["percent"] is not None}
    return forecast_outcomes(pack, percents)


def _opened(declaration, pack, after, **state):
    """Open a chart, covered where the pack has the question that comes first."""
    asked = after is not None and questions.has_question(pack, after)
    prompt, record = "", ("", ())
    if asked:
        prompt, start = fill(pack, pack.row("questions", after)["prompt"]), state.get("start")
        try:
            state["start"] = declaration.checked(questions.opens_on(pack, after, start))
            record = questions.record_for(pack, after, declaration, state["start"])
        except (LookupError, ValueError):
            # Its author is told by `unanswered`; a lesson goes on with the chart as it is.
            state["start"] = start
    if declaration.name == "forecast_outcomes":
        numbered = functools.partial(_numbered, pack)
        return OwnChart(numbered, ["forecast."], after if asked else "", prompt, record, **state)
    if not asked:
        return Explorer(declaration, **state)
    return PredictedExplorer(declaration, after, prompt, record, **state)


def unanswered(pack):
    """List the predictions of a pack that their charts cannot answer, with what is wrong."""
    found = []
    for row in pack.questions[pack.questions["kind"] == "predict"].to_dict("records"):
        name = row.get("chart", "")
        try:
            declaration = declared(pack, name) if name in EXPLORERS else None
            if declaration is not None and not isinstance(declaration, LeftOut):
                choice = declaration.checked(questions.setting_of(row["setting"]))
                questions.record_for(pack, row["question_id"], declaration, choice)
        except (LookupError, ValueError) as error:
            found.append(f"{row['question_id']}: {error.args[0] if error.args else error}")
    return found


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
        A card that says what is missing, if a meeting is not one of two countries.
    """
    from crossroads.charts.aftermath import aftermath

    missing = [missing_card(pack, "events", "actors") for pack, _ in meetings]
    if any(missing):
        return next(filter(None, missing))
    try:
        return _opened(aftermath(meetings), meetings[0][0], after)
    except NothingToShow as error:
        return lacking(meetings[0][0].words, str(error))
