"""Let a learner write probabilities first, then open the outcomes one by one, and see a score."""

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
from crossroads.charts.widget import Explorer, Stored, script
from crossroads.learn import answers
from crossroads.learn.article import Card, fold, left_out, missing_card
from crossroads.learn.brief import Sheet, fields_of
from crossroads.learn.opening import current_pack
from crossroads.learn.outside import outside_card, rate_words, rated
from crossroads.pack.evidence import evidence_words
from crossroads.words.plain import parts, unknown
from crossroads.words.tags import join, tag

TABLES = ("forecasts", "claims", "speakers")


def answer_id(pack, forecast_id):
    """Name the saved answer to one forecast of one article."""
    return f"forecast.{pack.article['article_id'].iloc[0]}.{forecast_id}"


def saved_forecasts(pack):
    """Read what the learner wrote and opened; what does not fit is left out.

    Gives ``forecast_id`` to ``percent`` (int from 0 to 100, or None) and
    ``opened`` (bool); where the base rate was looked at, also ``first``, the
    number before that.
    """
    saved = answers.saved_answers()
    found = {}
    for forecast_id in pack.forecasts["forecast_id"]:
        answer = saved.get(answer_id(pack, forecast_id))
        if isinstance(answer, dict):
            percent = answer.get("percent")
            if percent is None or is_percent(percent):
                found[forecast_id] = {"percent": percent, "opened": answer.get("opened") is True}
                if is_percent(answer.get("first")):
                    found[forecast_id]["first"] = answer["first"]
    return found


def is_percent(value):
    """Tell whether a value is a whole number from 0 to 100."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100


def _try_to_save(pack, forecast_id, percent, opened, first=None):
    answer = {"percent": percent, "opened": opened}
    first = saved_forecasts(pack).get(forecast_id, {}).get("first", first)
    answer |= {} if first is None else {"first": first}
    return answers.try_to_save(pack.words, answer_id(pack, forecast_id), answer, "number")


def _items(pack):
    """Describe every forecast as it could be read on the article's day."""
    say = pack.words.say
    # Cut to that day, so that no outcome can be in what goes to the browser.
    rows = select_forecasts(pack.as_of(pack.day))
    return [
        {
            "id": row["forecast_id"],
            "statement": row["statement"],
            "quote": row["quote"],
            "speaker": row["speaker_id"],
            "where": say("forecasts-where", speaker=row["speaker"], paragraph=row["paragraph"]),
            "window": say(
                "forecasts-window",
                period=pack.words.period(row["window_start"], row["window_end"]),
                note=row["window_note"],
            ),
            "rule": row["resolution_rule"],
        }
        for _, row in rows.iterrows()
    ]


def _groups(pack):
    """Group speakers for a class to share out: who has several forecasts, and all the others."""
    say, sizes = pack.words.say, pack.forecasts["speaker_id"].value_counts()
    groups, single = [], []
    for speaker, name in speakers_of_forecasts(pack).items():
        if sizes[speaker] > 1:
            label = say("forecasts-group", case="speaker", speaker=name, count=sizes[speaker])
            groups.append([label, [speaker]])
        else:
            single.append(speaker)
    if single:
        label = say("forecasts-group", case="others", speaker="", count=len(single))
        groups.append([label, single])
    if len(groups) > 1:
        label = say("forecasts-group", case="all", speaker="", count=len(pack.forecasts))
        groups.append([label, list(sizes.index)])
    return groups


def _item_html(item):
    """Write a forecast for a page without a kernel."""
    rule = tag("small", f"{item['window']} {item['rule']}")
    said = join([tag("q", item["quote"]), f" ({item['where']})"])
    return tag("p", tag("strong", item["statement"]), tag("br"), said, tag("br"), rule)


class ForecastSheet(Stored):
    """The article's forecasts, each with a field for the learner's own probability.

    What goes to the browser holds no outcome. A number, ``value`` has them in
    percent, can be changed until the outcome of its forecast has been opened.
    A base rate is sent when it is asked for, after a first number, which is kept.
    """

    _esm = script("forecast_sheet.js")
    place_message = "forecasts-place"

    value = traitlets.Dict().tag(sync=True)
    _items = traitlets.List().tag(sync=True)
    _groups = traitlets.List().tag(sync=True)
    _opened = traitlets.List().tag(sync=True)
    _messages = traitlets.Dict().tag(sync=True)
    # Which forecasts have a base rate, and the words of those that were asked for.
    _rated = traitlets.List().tag(sync=True)
    _rates = traitlets.Dict().tag(sync=True)

    def __init__(self, pack, **state):
        self._pack, saved = pack, saved_forecasts(pack)
        written = {
            forecast: answer["percent"]
            for forecast, answer in saved.items()
            if answer["percent"] is not None
        }
        super().__init__(
            pack.words,
            value=written,
            _items=_items(pack),
            _groups=_groups(pack),
            _opened=[forecast for forecast, answer in saved.items() if answer["opened"]],
            _messages=dict.fromkeys(written, pack.words.say("saved-earlier")),
            _rated=list(rated(pack)),
            _rates={
                forecast: self._rate(forecast, answer["first"])
                for forecast, answer in saved.items()
                if "first" in answer and forecast in rated(pack)
            },
            **state,
        )
        self.observe(self._keep, "value")
        self.on_msg(lambda widget, content, buffers: self.look_outside(content.get("outside")))
        answers.on_save(self._on_answer)

    def _rate(self, forecast_id, first):
        kept = self._pack.words.say("outside-kept", first=first)
        return [rate_words(self._pack, forecast_id), kept]

    def look_outside(self, forecast_id):
        """Show a base rate; the number that stands there now is kept as the first one."""
        if forecast_id not in self._rated:
            raise KeyError(unknown("forecast with a base rate", forecast_id, self._rated))
        first = self.value.get(forecast_id)
        if first is None or forecast_id in self._rates or forecast_id in self._opened:
            return
        trouble = _try_to_save(self._pack, forecast_id, first, False, first)
        if trouble:
            self._messages = {**self._messages, forecast_id: trouble}
        else:
            self._rates = {**self._rates, forecast_id: self._rate(forecast_id, first)}

    @traitlets.validate("value")
    def _check(self, proposal):
        known = set(self._pack.forecasts["forecast_id"])
        for forecast, percent in proposal["value"].items():
            if forecast not in known:
                raise ValueError(unknown("forecast", forecast, sorted(known)))
            if not is_percent(percent):
                raise ValueError(f"{forecast}: write a whole number from 0 to 100, not {percent!r}")
        # What was said before an outcome was opened stays as it was.
        fixed = {name: self.value[name] for name in self._opened if name in self.value}
        given = proposal["value"].items()
        return {name: percent for name, percent in given if name not in self._opened} | fixed

    def _keep(self, change):
        messages, saved = dict(self._messages), saved_forecasts(self._pack)
        for forecast in {*change["old"], *change["new"]}:
            percent = change["new"].get(forecast)
            before = saved.get(forecast, {"percent": None, "opened": False})
            if percent != before["percent"]:
                done = "saved" if percent is not None else "forecasts-taken-back"
                trouble = _try_to_save(self._pack, forecast, percent, before["opened"])
                messages[forecast] = trouble or self.words.say(done)
        self._messages = messages

    def _on_answer(self, question_id, answer):
        for forecast in self._pack.forecasts["forecast_id"]:
            if question_id == answer_id(self._pack, forecast) and isinstance(answer, dict):
                percent = answer.get("percent")
                if answer.get("opened") and forecast not in self._opened:
                    self._opened = [*self._opened, forecast]
                elif is_percent(percent) and self.value.get(forecast) != percent:
                    self.value = {**self.value, forecast: percent}

    def __repr__(self):
        return "\n".join(f"- {item['statement']} ({item['where']})" for item in self._items)

    def _stored(self):
        ask = tag("strong", self.words.say("forecasts-ask", day=self._pack.day))
        items = [tag("li", _item_html(item)) for item in self._items]
        return join([tag("p", ask, " ", self.hint()), tag("ol", *items)])


class Outcomes(Stored):
    """The outcomes, opened one at a time, each beside the learner's own probability.

    An outcome is computed and sent to the browser when it is asked for, and
    not before.
    """

    _esm = script("outcomes.js")

    _items = traitlets.List().tag(sync=True)
    _percents = traitlets.Dict().tag(sync=True)
    _opened = traitlets.Dict().tag(sync=True)

    def __init__(self, pack, **state):
        self._pack, saved = pack, saved_forecasts(pack)
        super().__init__(
            pack.words,
            _items=_items(pack),
            _percents={forecast: answer["percent"] for forecast, answer in saved.items()},
            _opened={
                forecast: _outcome(pack, forecast, answer["percent"])
                for forecast, answer in saved.items()
                if answer["opened"]
            },
            **state,
        )
        self.on_msg(lambda widget, content, buffers: self.open_outcome(content.get("open")))
        answers.on_save(self._on_answer)

    def open_outcome(self, forecast_id):
        """Open one outcome; from then on the learner's number stays as it is."""
        known = list(self._pack.forecasts["forecast_id"])
        if forecast_id not in known:
            raise KeyError(unknown("forecast", forecast_id, known))
        if forecast_id in self._opened:
            return
        percent = self._percents.get(forecast_id)
        trouble = _try_to_save(self._pack, forecast_id, percent, True)
        outcome = _outcome(self._pack, forecast_id, percent)
        outcome["score"] = f"{outcome['score']} {trouble}".strip()
        self._opened = {**self._opened, forecast_id: outcome}

    def _on_answer(self, question_id, answer):
        for forecast in self._pack.forecasts["forecast_id"]:
            if question_id == answer_id(self._pack, forecast) and isinstance(answer, dict):
                self._percents = {**self._percents, forecast: answer.get("percent")}

    def __repr__(self):
        listed = [f"- {item['statement']}" for item in self._items]
        return "\n".join([self.words.say("outcomes-listed"), *listed])

    def _stored(self):
        folded = []
        for item in self._items:
            outcome = _outcome(self._pack, item["id"], None)
            lines = [tag("li", line) for line in outcome["evidence"]]
            label = tag("strong", f"{outcome['label']}.")
            reasons = tag("p", label, " ", outcome["reasoning"])
            summary = tag("summary", item["statement"])
            folded.append(tag("details", summary, _item_html(item), reasons, tag("ul", *lines)))
        one_by_one = tag("strong", self.words.say("outcomes-one-by-one"))
        return join([tag("p", one_by_one, " ", self.words.say("outcomes-after")), *folded])


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
        points = say(
            "outcomes-score",
            percent=percent,
            happened=happened,
            distance=pack.words.number(abs(percent / 100 - happened), 2),
            squared=f"{brier(percent, happened):.4g}",
        )
    return {
        "label": outcome_labels(pack).get(code, code),
        "reasoning": row["reasoning"],
        "known": "" if known != known else say("outcomes-known", day=known),
        "evidence": [evidence_words(pack, named) for named in parts(row["outcome_evidence"])],
        "score": points,
    }


class Score(Explorer):
    """The learner's Brier score and calibration, over the outcomes opened so far."""

    def __init__(self, pack, **state):
        self._pack = pack
        super().__init__(self._declared(saved_forecasts(pack)), **state)
        answers.on_save(self._on_forecast)

    def _declared(self, saved):
        opened = {one: kept["percent"] for one, kept in saved.items() if kept["opened"]}
        return score(self._pack, opened)

    def _on_forecast(self, question_id, answer):
        if question_id.startswith(answer_id(self._pack, "")):
            self.declaration = self._declared(saved_forecasts(self._pack))
            self._show()

    def _stored_view(self):
        """What is stored for everybody: the view of somebody who has opened nothing."""
        declaration = self._declared({})
        return declaration.start(), declaration.view(declaration.start())


class SharperForecast(Sheet):
    """A forecast in the learner's own words, saved in one answer; never marked right or wrong."""

    place_message = "sharper-place"

    def __init__(self, words, answer_id, **state):
        button = words.say("sharper-save")
        super().__init__(words, answer_id, fields_of(words, "sharper"), _button=button, **state)

    def _saved(self, saved):
        answer = saved.get(self.answer_id)
        return answer if isinstance(answer, dict) else {}

    def _try_to_save(self):
        if self.value == self._kept:
            return self._kept, ""
        trouble = answers.try_to_save(self.words, self.answer_id, self.value, "text")
        return self._kept if trouble else self.value, trouble

    def pressed(self):
        """Say what is saved and what is still empty."""
        self._save()
        empty = [label for name, label, _ in self.fields if not self.value[name].strip()]
        if self._problem:
            return self._problem
        return (
            self.words.say("sharper-still-empty", fields=empty)
            if empty
            else self.words.say("saved")
        )

    def __repr__(self):
        return "\n".join(f"- {label}" for _, label, _ in self.fields)

    def _stored(self):
        ask = tag("p", tag("strong", self.words.say("sharper-ask")))
        items = [tag("li", label) for _, label, _ in self.fields]
        return join([ask, tag("ul", *items), tag("p", tag("small", self.hint()))])


def _chosen(pack, forecasts):
    """Give the pack with these forecasts only; with all, where none is named."""
    if not forecasts:
        return pack
    known = list(pack.forecasts["forecast_id"])
    for forecast in forecasts:
        if forecast not in known:
            raise ValueError(unknown("forecast", forecast, known))
    return pack.with_rows("forecasts", pack.forecasts["forecast_id"].isin(forecasts))


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
    return missing_card(pack, *TABLES) or ForecastSheet(_chosen(pack, forecasts))


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
    return missing_card(pack, *TABLES) or Outcomes(_chosen(pack, forecasts))


def show_score(pack):
    """Show your Brier score over the outcomes that you opened; it follows as you open more.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    Score or Card
    """
    return missing_card(pack, *TABLES) or Score(pack)


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
    lacking = missing_card(pack, "base_rates", *TABLES)
    return lacking or outside_card(pack, saved_forecasts(pack))


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
    card = missing_card(pack, *TABLES)
    if card:
        return card
    rows = select_forecasts(pack)
    known = pack.allowed("forecasts", "outcome")
    if outcome not in known:
        raise ValueError(unknown("outcome", outcome, known))
    rows = rows[rows["outcome"] == outcome]
    if rows.empty:
        return left_out(pack.words, "needs-forecast", outcome=repr(outcome))
    items, plain = [], []
    for _, row in rows.iterrows():
        said = join([tag("q", row["quote"]), f" ({row['speaker']})", tag("br")])
        items.append(
            tag("li", tag("p", said, tag("strong", row["statement"]), f" {row['reasoning']}"))
        )
        plain.append(f"- {row['statement']} {row['reasoning']}")
    label = pack.label("forecasts.outcome", outcome)
    summary = pack.words.say("forecasts-open-list", outcome=label)
    return fold(Card(tag("ul", *items), "\n".join(plain)), summary)


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
