"""Let a learner write probabilities first, then open the outcomes one by one, and see a score."""

import html

import traitlets

from crossroads.charts.explorer import Explorer, Stored, script
from crossroads.charts.forecasts import (
    HAPPENED,
    OPEN,
    brier,
    outcome_labels,
    score,
    select_forecasts,
    speakers_of_forecasts,
)
from crossroads.learn import answers
from crossroads.learn.article import Card, fold, left_out, missing_card
from crossroads.pack.evidence import evidence_words
from crossroads.words.plain import date_words, join_words, parts, period_words, unknown

TABLES = ("forecasts", "claims", "speakers")

# Why an outcome that is neither yes nor no gets no score.
NOT_SCORED = {
    "mixed": "A part of it happened and a part did not: neither 1 nor 0 would be fair.",
    "unresolvable": "The rule cannot decide: there is neither a 1 nor a 0 to compare with.",
    OPEN: "Nobody could know then.",
}


def answer_id(pack, forecast_id):
    """Name the saved answer to one forecast of one article."""
    return f"forecast.{pack.article['article_id'].iloc[0]}.{forecast_id}"


def saved_forecasts(pack):
    """Read what the learner wrote and opened.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    dict of str to dict
        ``forecast_id`` to ``percent`` (int from 0 to 100, or None) and
        ``opened`` (bool). What does not fit is left out.
    """
    saved = answers.saved_answers(warn=False)
    found = {}
    for forecast_id in pack.forecasts["forecast_id"]:
        answer = saved.get(answer_id(pack, forecast_id))
        if isinstance(answer, dict) and (
            answer.get("percent") is None or is_percent(answer["percent"])
        ):
            found[forecast_id] = {
                "percent": answer.get("percent"),
                "opened": answer.get("opened") is True,
            }
    return found


def is_percent(value):
    """Tell whether a value is a whole number from 0 to 100."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100


def _save(pack, forecast_id, percent, opened):
    """Save one answer, and say whether it was kept."""
    try:
        answers.save_answer(answer_id(pack, forecast_id), {"percent": percent, "opened": opened})
    except OSError as error:
        return f"{answers.not_saved(error)} It is not scored until it is saved."
    return "Saved." if percent is not None else "Taken back."


def _items(pack):
    """Describe every forecast as it could be read on the article's day."""
    # Cut to that day, so that no outcome can be in what goes to the browser.
    rows = select_forecasts(pack.as_of(pack.day))
    return [
        {
            "id": row["forecast_id"],
            "statement": row["statement"],
            "quote": row["quote"],
            "who": row["speaker"],
            "speaker": row["speaker_id"],
            "where": f"{row['speaker']}, paragraph {row['paragraph']}",
            "window": f"Counts: {period_words(row['window_start'], row['window_end'])}. "
            f"{row['window_note']}",
            "rule": row["resolution_rule"],
        }
        for _, row in rows.iterrows()
    ]


def _groups(pack):
    """Group speakers for a class to share out: who has several forecasts, and all the others."""
    sizes = pack.forecasts["speaker_id"].value_counts()
    groups, single = [], []
    for speaker, name in speakers_of_forecasts(pack).items():
        if sizes[speaker] > 1:
            groups.append([f"{name} ({sizes[speaker]})", [speaker]])
        else:
            single.append(speaker)
    if single:
        groups.append([f"The others ({len(single)})", single])
    if len(groups) > 1:
        groups.append([f"All ({len(pack.forecasts)})", list(sizes.index)])
    return groups


def _item_html(item):
    """Write a forecast for a page without a kernel."""
    text = {key: html.escape(value) for key, value in item.items()}
    return (
        f"<p><strong>{text['statement']}</strong><br><q>{text['quote']}</q> ({text['where']})<br>"
        f"<small>{text['window']} {text['rule']}</small></p>"
    )


class ForecastSheet(Stored):
    """The article's forecasts, each with a field for the learner's own probability.

    What goes to the browser holds no outcome. A number can be changed until
    the outcome of its forecast has been opened.

    Parameters
    ----------
    pack : Pack

    Attributes
    ----------
    value : dict of str to int
        ``forecast_id`` to the learner's probability (unit: percent).
    """

    _esm = script("forecast_sheet.js")

    value = traitlets.Dict().tag(sync=True)
    _items = traitlets.List().tag(sync=True)
    _groups = traitlets.List().tag(sync=True)
    _opened = traitlets.List().tag(sync=True)
    _messages = traitlets.Dict().tag(sync=True)

    def __init__(self, pack, **keywords):
        self._pack = pack
        saved = saved_forecasts(pack)
        written = {
            one: kept["percent"] for one, kept in saved.items() if kept["percent"] is not None
        }
        super().__init__(
            value=written,
            _items=_items(pack),
            _groups=_groups(pack),
            _opened=[one for one, kept in saved.items() if kept["opened"]],
            _messages=dict.fromkeys(written, "Saved earlier."),
            **keywords,
        )
        self.observe(self._keep, "value")
        answers.on_save(self._on_answer)

    @traitlets.validate("value")
    def _check(self, proposal):
        known = set(self._pack.forecasts["forecast_id"])
        for one, percent in proposal["value"].items():
            if one not in known:
                raise ValueError(unknown("forecast", one, sorted(known)))
            if not is_percent(percent):
                raise ValueError(f"{one}: write a whole number from 0 to 100, not {percent!r}")
        # What was said before an outcome was opened stays as it was.
        fixed = {one: self.value[one] for one in self._opened if one in self.value}
        free = {one: said for one, said in proposal["value"].items() if one not in self._opened}
        return {**free, **fixed}

    def _keep(self, change):
        messages = dict(self._messages)
        for one in {*change["old"], *change["new"]}:
            percent = change["new"].get(one)
            kept = saved_forecasts(self._pack).get(one, {"percent": None, "opened": False})
            if percent != kept["percent"]:
                messages[one] = _save(self._pack, one, percent, kept["opened"])
        self._messages = messages

    def _on_answer(self, question_id, answer):
        for one in self._pack.forecasts["forecast_id"]:
            if question_id == answer_id(self._pack, one) and isinstance(answer, dict):
                if answer.get("opened") and one not in self._opened:
                    self._opened = [*self._opened, one]
                elif is_percent(answer.get("percent")) and self.value.get(one) != answer["percent"]:
                    self.value = {**self.value, one: answer["percent"]}

    def __repr__(self):
        return "\n".join(f"- {item['statement']} ({item['where']})" for item in self._items)

    def _stored(self):
        items = "".join(f"<li>{_item_html(item)}</li>" for item in self._items)
        return (
            f"<p><strong>How probable is each of these, as seen from {date_words(self._pack.day)}?"
            "</strong> Run the cell to write your numbers; they are saved "
            f"beside the notebook.</p><ol>{items}</ol>"
        )


class Outcomes(Stored):
    """The outcomes, opened one at a time, each beside the learner's own probability.

    An outcome is computed and sent to the browser when it is asked for, and
    not before.

    Parameters
    ----------
    pack : Pack
    """

    _esm = script("outcomes.js")

    _items = traitlets.List().tag(sync=True)
    _percents = traitlets.Dict().tag(sync=True)
    _opened = traitlets.Dict().tag(sync=True)

    def __init__(self, pack, **keywords):
        self._pack = pack
        saved = saved_forecasts(pack)
        super().__init__(
            _items=_items(pack),
            _percents={one: kept["percent"] for one, kept in saved.items()},
            _opened={
                one: _outcome(pack, one, kept["percent"])
                for one, kept in saved.items()
                if kept["opened"]
            },
            **keywords,
        )
        self.on_msg(lambda widget, content, buffers: self.open_outcome(content.get("open")))
        answers.on_save(self._on_answer)

    def open_outcome(self, forecast_id):
        """Open one outcome; from then on the learner's number stays as it is.

        Parameters
        ----------
        forecast_id : str

        Raises
        ------
        KeyError
            If there is no such forecast; the message names the closest one.
        """
        known = list(self._pack.forecasts["forecast_id"])
        if forecast_id not in known:
            raise KeyError(unknown("forecast", forecast_id, known))
        if forecast_id in self._opened:
            return
        percent = self._percents.get(forecast_id)
        message = _save(self._pack, forecast_id, percent, True)
        outcome = _outcome(self._pack, forecast_id, percent)
        if message.startswith("NOT"):
            outcome["score"] += f" {message}"
        self._opened = {**self._opened, forecast_id: outcome}

    def _on_answer(self, question_id, answer):
        for one in self._pack.forecasts["forecast_id"]:
            if question_id == answer_id(self._pack, one) and isinstance(answer, dict):
                self._percents = {**self._percents, one: answer.get("percent")}

    def __repr__(self):
        listed = "\n".join(f"- {item['statement']}" for item in self._items)
        return f"Open the outcomes of these forecasts one by one:\n{listed}"

    def _stored(self):
        folded = []
        for item in self._items:
            outcome = _outcome(self._pack, item["id"], None)
            lines = "".join(f"<li>{html.escape(line)}</li>" for line in outcome["evidence"])
            folded.append(
                f"<details><summary>{html.escape(item['statement'])}</summary>{_item_html(item)}"
                f"<p><strong>{html.escape(outcome['label'])}.</strong> "
                f"{html.escape(outcome['reasoning'])}</p><ul>{lines}</ul></details>"
            )
        return (
            "<p><strong>Open the outcomes one by one,</strong> and only after you have written "
            f"your own number for each.</p>{''.join(folded)}"
        )


def _outcome(pack, forecast_id, percent):
    """Word an outcome with its evidence, its reasons and the learner's score."""
    row = select_forecasts(pack).set_index("forecast_id").loc[forecast_id]
    code = row["outcome"]
    happened = HAPPENED.get(code)
    if happened is None:
        why = NOT_SCORED.get(code, "This outcome is neither a yes nor a no.")
        points = f"Not scored. {why}"
    elif percent is None:
        points = "You wrote no number for it, so there is nothing to score."
    else:
        points = (
            f"You said {percent} %. The distance from {happened} is "
            f"{abs(percent / 100 - happened):.2f}; squared, {brier(percent, happened):.4g}."
        )
    known = row["known_date"]
    return {
        "label": outcome_labels(pack).get(code, code),
        "reasoning": row["reasoning"],
        "known": "" if known != known else f"Known by {date_words(known)}.",
        "evidence": [evidence_words(pack, one) for one in parts(row["outcome_evidence"])],
        "score": points,
    }


class Score(Explorer):
    """The learner's Brier score and calibration, over the outcomes opened so far.

    Parameters
    ----------
    pack : Pack
    """

    def __init__(self, pack, **keywords):
        self._pack = pack
        super().__init__(self._declared(saved_forecasts(pack)), **keywords)
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


class WrittenForecast(Stored):
    """A few fields of text, saved as they are written; never marked right or wrong.

    Parameters
    ----------
    question_id : str
    fields : dict of str to str
        Name of each field to the words beside it.

    Attributes
    ----------
    value : dict of str to str
    """

    _esm = script("written.js")

    value = traitlets.Dict().tag(sync=True)
    _fields = traitlets.List().tag(sync=True)
    _message = traitlets.Unicode("").tag(sync=True)

    def __init__(self, question_id, fields, **keywords):
        self.question_id = question_id
        saved = answers.saved_answers(warn=False).get(question_id)
        kept = saved if isinstance(saved, dict) else {}
        value = {name: kept[name] for name in fields if isinstance(kept.get(name), str)}
        super().__init__(
            value=value,
            _fields=[[name, words] for name, words in fields.items()],
            _message="Saved earlier." if value else "",
            **keywords,
        )
        self.observe(self._keep, "value")

    def _keep(self, change):
        try:
            answers.save_answer(self.question_id, change["new"])
        except OSError as error:
            self._message = (
                f"{answers.not_saved(error)} Copy your text before you close this notebook."
            )
            return
        empty = [words for name, words in self._fields if not change["new"].get(name, "").strip()]
        self._message = "Saved." + (f" Still empty: {join_words(empty)}" if empty else "")

    def __repr__(self):
        return "\n".join(f"- {words}" for _, words in self._fields)

    def _stored(self):
        items = "".join(f"<li>{html.escape(words)}</li>" for _, words in self._fields)
        return (
            f"<p><strong>Write a sharper forecast:</strong></p><ul>{items}</ul>"
            "<p><small>Run the cell to write; your text is saved beside the notebook.</small></p>"
        )


def write_forecasts(pack):
    """List the article's forecasts with a field for your own probability of each.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    ForecastSheet or Card
    """
    return missing_card(pack, *TABLES) or ForecastSheet(pack)


def open_outcomes(pack):
    """Open the outcomes of the forecasts one at a time.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    Outcomes or Card
    """
    return missing_card(pack, *TABLES) or Outcomes(pack)


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
        return left_out(f"a forecast with the outcome {outcome!r}")
    markup = [
        f"<li><p><q>{html.escape(row['quote'])}</q> ({html.escape(row['speaker'])})<br>"
        f"<strong>{html.escape(row['statement'])}</strong> {html.escape(row['reasoning'])}</p></li>"
        for _, row in rows.iterrows()
    ]
    plain = [f"- {row['statement']} {row['reasoning']}" for _, row in rows.iterrows()]
    label = pack.label("forecasts.outcome", outcome)
    return fold(Card(f"<ul>{''.join(markup)}</ul>", "\n".join(plain)), f"{label}: open the list")


def write_sharper(question_id):
    """Ask for a forecast of your own that somebody else could check.

    Parameters
    ----------
    question_id : str
        Under which it is saved.

    Returns
    -------
    WrittenForecast
    """
    return WrittenForecast(
        question_id,
        {
            "what": "What will happen?",
            "when": "By which day?",
            "how": "How would one know? What would you look up? What would show you wrong?",
        },
    )
