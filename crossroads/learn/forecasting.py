"""Let a learner write probabilities first, then open the outcomes one by one, and see a score."""

import pandas as pd
import traitlets

from crossroads.charts.forecasts import (
    HAPPENED,
    OPEN,
    brier,
    outcome_labels,
    score,
    select_forecasts,
    speakers_of_forecasts,
)
from crossroads.charts.widget import script
from crossroads.learn import answers
from crossroads.learn.article import Card, left_out, needs
from crossroads.learn.brief import Sheet, fields_of
from crossroads.learn.keeping import Listed
from crossroads.learn.opening import NotebookChart, current_pack
from crossroads.learn.outside import outside_card, rate_words, rated
from crossroads.pack.evidence import evidence_words
from crossroads.words.plain import parts, unknown
from crossroads.words.tags import fold, listed, tag
from crossroads.words.typed import read_day

TABLES = ("forecasts", "claims", "speakers")


def answer_id(pack, forecast_id):
    """Name the saved answer to one forecast of one article."""
    return f"forecast.{pack.article['article_id'].iloc[0]}.{forecast_id}"


def saved_forecasts(pack, saved=None):
    """Read percent and ``opened`` of each forecast, by this learner or in answers ``saved``.

    Where a base rate was looked at, ``first`` is the number before. What does not fit is left out.
    """
    saved = answers.saved_answers() if saved is None else saved
    found = {}
    for forecast_id in pack.forecasts["forecast_id"]:
        answer = saved.get(answer_id(pack, forecast_id))
        percent = answer.get("percent") if isinstance(answer, dict) else ...
        if percent is None or is_percent(percent):
            found[forecast_id] = {"percent": percent, "opened": answer.get("opened") is True}
            if is_percent(answer.get("first")):
                found[forecast_id]["first"] = answer["first"]
    return found


def is_percent(value):
    """Tell whether a value is a whole number from 0 to 100."""
    return type(value) is int and 0 <= value <= 100


NOTHING = {"percent": None, "opened": False}


class _Forecasts(Listed):
    """A widget that keeps numbers for forecasts, or which of their outcomes are open."""

    then = "number"
    noun = "forecast"
    done = ("saved", "forecasts-taken-back")

    _items = traitlets.List().tag(sync=True)

    def __init__(self, pack, **state):
        self._pack = pack
        names = {answer_id(pack, one): one for one in pack.forecasts["forecast_id"]}
        super().__init__(pack.words, names, _items=_items(pack), **state)
        self._tell()

    def _said(self):
        """Read what is on disk, by forecast."""
        return saved_forecasts(self._pack, self._disk)


def _items(pack):
    """Describe every forecast as it could be read on the article's day."""
    say = pack.words.say
    items = []
    # Cut to that day, so that no outcome can be in what goes to the browser.
    for row in select_forecasts(pack.as_of(pack.day)).itertuples():
        item = {"id": row.forecast_id, "speaker": row.speaker_id, "rule": row.resolution_rule}
        item |= {"statement": row.statement, "quote": row.quote}
        item["where"] = say("forecasts-where", speaker=row.speaker, paragraph=row.paragraph)
        period = pack.words.period(row.window_start, row.window_end)
        item["window"] = say("forecasts-window", period=period, note=row.window_note)
        items.append(item)
    return items


def _groups(pack):
    """Group speakers for a class to share out: who has several forecasts, and all the others."""
    say, sizes = pack.words.say, pack.forecasts["speaker_id"].value_counts()
    names = speakers_of_forecasts(pack)
    groups = [("speaker", names[one], [one]) for one in names if sizes[one] > 1]
    single = [one for one in names if sizes[one] == 1]
    groups += [("others", "", single)] if single else []
    groups += [("all", "", list(sizes.index))] if len(groups) > 1 else []
    return [
        [say("forecasts-group", case=case, speaker=name, count=sizes[those].sum()), those]
        for case, name, those in groups
    ]


def _item_html(item):
    """Write a forecast for a page without a kernel."""
    rule = tag("small", f"{item['window']} {item['rule']}")
    said = tag("q", item["quote"]), f" ({item['where']})", tag("br"), rule
    return tag("p", tag("strong", item["statement"]), tag("br"), *said)


class ForecastSheet(_Forecasts):
    """The article's forecasts, each with a field for the learner's own percentage, its ``value``.

    The browser gets no outcome; a base rate when asked for, after a first number, which is kept.
    """

    _esm = script("forecast_sheet.js")
    place_message = "forecasts-place"

    _groups = traitlets.List().tag(sync=True)
    _opened = traitlets.List().tag(sync=True)
    # Which forecasts have a base rate, the one whose rate is asked for, and the words of all asked.
    _rated = traitlets.List().tag(sync=True)
    _look = traitlets.Unicode("").tag(sync=True)
    _rates = traitlets.Dict().tag(sync=True)

    def __init__(self, pack, **state):
        super().__init__(pack, _groups=_groups(pack), _rated=list(rated(pack)), **state)

    def _value_of(self, mine):
        saved = saved_forecasts(self._pack, mine).items()
        return {name: said["percent"] for name, said in saved if said["percent"] is not None}

    def _answers_of(self, value):
        said = self._said()
        if self._look in value and self._look in self._rated and self._look not in self._opened:
            # The number that stands at a base rate when it is first asked for.
            said[self._look] = {"first": value[self._look]} | said.get(self._look, {})
        return {
            name: NOTHING | said.get(one, {}) | {"percent": value.get(one)}
            for name, one in self._names.items()
            if one in value or one in said
        }

    def _on_request(self):
        super()._on_request()
        self._look = ""

    def _wrong(self, forecast, percent):
        fits = f"{forecast}: write a whole number from 0 to 100, not {percent!r}"
        return super()._wrong(forecast, percent) or ("" if is_percent(percent) else fits)

    @traitlets.validate("value")
    def _check(self, proposal):
        # What was said before an outcome was opened stays as it was.
        given, opened = super()._check(proposal), self._opened
        fixed = {name: self.value[name] for name in opened if name in self.value}
        return {name: percent for name, percent in given.items() if name not in opened} | fixed

    def _tell(self):
        super()._tell()
        say, said = self.words.say, self._said()
        self._opened = [name for name, one in said.items() if one["opened"]]
        self._rates = {
            name: [rate_words(self._pack, name), say("outside-kept", first=one["first"])]
            for name, one in said.items()
            if "first" in one and name in self._rated
        }

    def _shown(self):
        yield tag("p", tag("strong", self.words.say("forecasts-ask", day=self._pack.day)))
        yield listed(map(_item_html, self._items), "ol")


class Outcomes(_Forecasts):
    """The outcomes, each beside the learner's own probability; none is there until it is opened."""

    _esm = script("outcomes.js")

    _percents = traitlets.Dict().tag(sync=True)
    _opened = traitlets.Dict().tag(sync=True)

    def _value_of(self, mine):
        saved = saved_forecasts(self._pack, mine).items()
        return {name: said["percent"] for name, said in saved if said["opened"]}

    def _answers_of(self, value):
        said = dict.fromkeys(value, NOTHING) | self._said()
        return {
            name: said[one] | {"opened": one in value}
            for name, one in self._names.items()
            if one in said
        }

    @traitlets.validate("value")
    def _check(self, proposal):
        # From then on the learner's number stays as it is, and the outcome open.
        percents = {name: one["percent"] for name, one in self._said().items()}
        return {**self.value, **{one: percents.get(one) for one in super()._check(proposal)}}

    def _tell(self):
        self._percents = {name: one["percent"] for name, one in self._said().items()}
        self._opened = {name: _outcome(self._pack, name, one) for name, one in self.value.items()}

    def _shown(self):
        one_by_one = tag("strong", self.words.say("outcomes-one-by-one"))
        yield tag("p", one_by_one, " ", self.words.say("outcomes-after"))
        for item in self._items:
            outcome = _outcome(self._pack, item["id"], None)
            label = tag("strong", f"{outcome['label']}.")
            reasons = tag("p", label, " ", outcome["reasoning"])
            lines = listed(outcome["evidence"])
            yield fold(item["statement"], _item_html(item), reasons, lines)


def _outcome(pack, forecast_id, percent):
    """Word an outcome with its evidence, its reasons and the learner's score."""
    say = pack.words.say
    row = select_forecasts(pack).set_index("forecast_id").loc[forecast_id]
    code, known = row["outcome"], row["known_date"]
    happened = HAPPENED.get(code)
    if happened is None:
        points = say("outcomes-not-scored", outcome="open" if code == OPEN else code)
    elif percent is None:
        points = say("outcomes-nothing-to-score")
    else:
        facts = {"percent": percent, "happened": happened}
        facts["distance"] = pack.words.number(abs(percent / 100 - happened), 2)
        points = say("outcomes-score", squared=f"{brier(percent, happened):.4g}", **facts)
    return {
        "label": outcome_labels(pack).get(code, code),
        "reasoning": row["reasoning"],
        "known": "" if known != known else say("outcomes-known", day=known),
        "evidence": [evidence_words(pack, named) for named in parts(row["outcome_evidence"])],
        "score": points,
    }


class SharperForecast(Sheet):
    """A forecast in one's own words, never marked; after its day it asks how it came out."""

    place_message = "sharper-place"
    whole = True

    def __init__(self, words, answer_id, **state):
        fields = fields_of(words, "sharper")
        saved = answers.saved_answers().get(answer_id)
        day = read_day(saved.get("when")) if isinstance(saved, dict) else None
        if day is not None and day < pd.Timestamp.today().normalize():
            asked = words.say("sharper-came", day=day), words.say("sharper-came-hint")
            fields = [("came", *asked), *fields]
        button = words.say("sharper-save")
        super().__init__(words, answer_id, fields, _button=button, **state)

    def pressed(self):
        """Say what is saved, what is still empty, and when it will be asked about."""
        say, when = self.words.say, self.value["when"].strip()
        empty = [label for name, label, _ in self.fields if not self.value[name].strip()]
        if self._problem:
            return self._problem
        told = say("sharper-still-empty", fields=empty) if empty else say("saved")
        if not when or "came" in self.value:
            return told
        if (day := read_day(when)) is None:
            return f"{told} {say('sharper-no-day', when=when)}"
        case = "past" if day < pd.Timestamp.today() else "coming"
        return f"{told} {say('sharper-day', case=case, day=day)}"

    def _shown(self):
        return tag("p", tag("strong", self.words.say("sharper-ask"))), *super()._shown()


def _chosen(pack, forecasts):
    """Give the pack with these forecasts only; with all, where none is named."""
    if not forecasts:
        return pack
    known = list(pack.forecasts["forecast_id"])
    if strange := [one for one in forecasts if one not in known]:
        raise ValueError(unknown("forecast", strange[0], known))
    return pack.with_rows("forecasts", pack.forecasts["forecast_id"].isin(forecasts))


@needs(*TABLES)
def write_forecasts(pack, *forecasts):
    """List the article's forecasts with a field for your own probability of each.

    Parameters
    ----------
    pack : Pack
    *forecasts : str
        Only these; by default all.

    Returns
    -------
    ForecastSheet or Card
    """
    return ForecastSheet(_chosen(pack, forecasts))


@needs(*TABLES)
def open_outcomes(pack, *forecasts):
    """Open the outcomes of the forecasts one at a time.

    Parameters
    ----------
    pack : Pack
    *forecasts : str
        Only these; by default all.

    Returns
    -------
    Outcomes or Card
    """
    return Outcomes(_chosen(pack, forecasts))


@needs(*TABLES)
def show_score(pack):
    """Show your Brier score over the outcomes that you opened; it follows as you open more.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    NotebookChart or Card
    """

    def declared(records):
        saved = saved_forecasts(pack, answers.by_question(records)).items()
        return score(pack, {one: kept["percent"] for one, kept in saved if kept["opened"]})

    return NotebookChart(declared, (answer_id(pack, ""),))


@needs("base_rates", *TABLES)
def show_outside(pack):
    """Compare your numbers before and after you looked at a base rate.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    Card
        The Brier score of first and second numbers, of always 50 and of the
        base rate alone, over the outcomes opened so far.
    """
    return outside_card(pack, saved_forecasts(pack))


@needs(*TABLES)
def show_forecasts(pack, outcome):
    """List the forecasts with one outcome and why they have it, folded until you open it.

    Parameters
    ----------
    pack : Pack
    outcome : str
        A code of ``forecasts.outcome``, such as ``"unresolvable"``.

    Returns
    -------
    Card

    Raises
    ------
    ValueError
        If there is no such outcome; the message names the closest one.
    """
    rows = select_forecasts(pack)
    known = pack.allowed("forecasts", "outcome")
    if outcome not in known:
        raise ValueError(unknown("outcome", outcome, known))
    rows = rows[rows["outcome"] == outcome]
    if rows.empty:
        return left_out(pack.words, "needs-forecast", outcome=repr(outcome))
    items = []
    for row in rows.itertuples():
        said = tag("q", row.quote), f" ({row.speaker})", tag("br")
        items.append(tag("p", *said, tag("strong", row.statement), f" {row.reasoning}"))
    label = pack.label("forecasts.outcome", outcome)
    return Card(fold(pack.words.say("forecasts-open-list", outcome=label), listed(items)))


def write_sharper(question_id):
    """Ask for a forecast of your own that somebody else could check.

    Parameters
    ----------
    question_id : str
        Under which it is saved.

    Returns
    -------
    SharperForecast
    """
    return SharperForecast(current_pack().words, question_id)
