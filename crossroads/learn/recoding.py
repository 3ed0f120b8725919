"""Let a learner code a stance again, with a reason, and see both versions in one chart.

The table stays as it is: a learner's version is an answer, kept beside the
notebook.
"""

import html

import traitlets

from crossroads.charts.explorer import Explorer, Stored, script
from crossroads.charts.stances import (
    CODED,
    issue_names,
    level_words,
    movement,
    place_words,
    select_stances,
)
from crossroads.learn import answers
from crossroads.learn.article import left_out, missing_card
from crossroads.learn.questions import Stack
from crossroads.words.plain import capital, join_words, unknown


def answer_id(pack, stance_id):
    """Name the saved answer to one stance of one article."""
    return f"recode.{pack.article['article_id'].iloc[0]}.{stance_id}"


def saved_recodings(pack):
    """Read the learner's own coding.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    dict of str to dict
        ``stance_id`` to ``level`` (int, or None where no level fits) and
        ``reason``. What does not fit the tables is left out.
    """
    saved = answers.saved_answers(warn=False)
    found = {}
    for _, row in select_stances(pack).iterrows():
        answer = saved.get(answer_id(pack, row["stance_id"]))
        if isinstance(answer, dict) and answer.get("reason"):
            level = answer.get("level")
            if level is None or level in _levels(pack, row["issue_id"]):
                found[row["stance_id"]] = {"level": level, "reason": str(answer["reason"])}
    return found


def save_recoding(pack, stance_id, level, reason):
    """Save the learner's own coding of one stance; the table is not touched.

    Parameters
    ----------
    pack : Pack
    stance_id : str
    level : int or None
        A level of the stance's issue in the codebook; None where no level fits.
    reason : str
        What in the evidence decides it.

    Raises
    ------
    KeyError, ValueError
        If there is no such stance or level, or the reason is empty. Nothing
        is saved then.
    OSError
        If the file of answers cannot be written.
    """
    rows = select_stances(pack).set_index("stance_id")
    if stance_id not in rows.index:
        raise KeyError(unknown("own stance", stance_id, rows.index))
    known = _levels(pack, rows["issue_id"][stance_id])
    if level is not None and level not in known:
        raise ValueError(
            f"{stance_id}: level {level!r}; the codebook has {join_words(map(str, known))}"
        )
    if not reason.strip():
        raise ValueError("Write a reason first: which words of the evidence decide it?")
    answer = {"level": level, "reason": reason.strip()}
    answers.save_answer(answer_id(pack, stance_id), answer)


def _levels(pack, issue):
    return sorted(
        int(one) for one in pack.positions.loc[pack.positions["issue_id"] == issue, "level"]
    )


def _codebook(pack):
    """Give each issue's levels, highest first, with label and definition."""
    rows = pack.positions.sort_values("level", ascending=False)
    books = {}
    for row in rows.itertuples():
        words = [int(row.level), f"{level_words(row.level)} {row.label}", row.definition]
        books.setdefault(row.issue_id, []).append(words)
    return books


def _items(pack):
    """Describe every own stance for the browser."""
    publishers = pack.sources.set_index("source_id")["publisher"] if pack.has("sources") else {}
    items = []
    for row in select_stances(pack).itertuples():
        coders = [place_words(pack.words, level) for level in (row.coding_1, row.coding_2)]
        coded = f"First coder: {coders[0]}; second coder: {coders[1]}."
        coded += f" Settled: {row.settled}" if row.settled else ""
        items.append(
            {
                "id": row.stance_id,
                "issue": row.issue_id,
                "name": f"{row.when}, {row.actor}",
                "evidence": row.evidence,
                "source": f"Row {row.stance_id} of the table; source: "
                f"{publishers.get(row.source_id, row.source_id)}.",
                "place": capital(row.place),
                "coded": coded,
            }
        )
    return items


def _first(pack):
    """The stance to start with: the one on which the coders were furthest apart."""
    rows = select_stances(pack)
    gaps = (rows["coding_1"] - rows["coding_2"]).abs().fillna(-1)
    return rows.loc[gaps.idxmax()]


class RecodeForm(Stored):
    """One stance at a time: its evidence, the codebook, a level and a reason to choose.

    Parameters
    ----------
    pack : Pack

    Attributes
    ----------
    issue : str
        The ``issue_id`` whose stances are offered.
    value : dict of str to dict
        What the learner coded; see `saved_recodings`.
    """

    _esm = script("recode.js")

    issue = traitlets.Unicode("").tag(sync=True)
    value = traitlets.Dict().tag(sync=True)
    _start = traitlets.Unicode("").tag(sync=True)
    _issues = traitlets.List().tag(sync=True)
    _items = traitlets.List().tag(sync=True)
    _codebook = traitlets.Dict().tag(sync=True)
    _message = traitlets.Dict().tag(sync=True)

    def __init__(self, pack, **keywords):
        self._pack, first = pack, _first(pack)
        super().__init__(
            issue=first["issue_id"],
            value=saved_recodings(pack),
            _start=first["stance_id"],
            _issues=[list(pair) for pair in issue_names(pack).items()],
            _items=_items(pack),
            _codebook=_codebook(pack),
            **keywords,
        )
        self.on_msg(lambda widget, content, buffers: self._receive(**content))

    def _receive(self, stance, level=None, reason="", take_back=False):
        if take_back:
            self.take_back(stance)
        else:
            self.recode(stance, level, reason)

    def recode(self, stance_id, level, reason):
        """Code a stance anew; parameters as `save_recoding`.

        What is wrong is said beneath the form; nothing is saved then.
        """
        try:
            save_recoding(self._pack, stance_id, level, reason)
        except OSError as error:
            kept = {**self.value, stance_id: {"level": level, "reason": reason.strip()}}
            self._say(stance_id, _not_saved(error), kept)
        except (KeyError, ValueError) as error:
            self._say(stance_id, f"Not saved. {error.args[0]}", self.value)
        else:
            words = "Saved. The chart now has your version beside the module's."
            self._say(stance_id, words, saved_recodings(self._pack))

    def take_back(self, stance_id):
        """Remove the learner's version of a stance."""
        kept = {one: said for one, said in self.value.items() if one != stance_id}
        try:
            answers.save_answer(answer_id(self._pack, stance_id), None)
            self._say(stance_id, "Taken back. The chart has the module's version alone.", kept)
        except OSError as error:
            self._say(stance_id, _not_saved(error), kept)

    def _say(self, stance_id, words, value):
        with self.hold_sync():
            # The same words twice are to be announced twice.
            number = self._message.get("number", 0) + 1
            self._message = {"stance": stance_id, "words": words, "number": number}
            self.value = value

    def __repr__(self):
        first = _first(self._pack)
        return f"Code a stance again, with a reason. For example: {first['evidence']}"

    def _stored(self):
        first = _first(self._pack)
        levels = "".join(
            f"<li><strong>{html.escape(words)}</strong>: {html.escape(definition)}</li>"
            for _, words, definition in _codebook(self._pack).get(first["issue_id"], [])
        )
        example = f"{first['actor']}, {first['when']}, on {first['issue']}: {first['evidence']}"
        return (
            "<p><strong>Code a stance again, with a reason."
            f"</strong> For example: {html.escape(example)}</p><ul>{levels}</ul>"
            "<p><small>Run the cell to choose a level and write your reason; both are saved beside "
            "the notebook, and the table stays as it is.</small></p>"
        )


def _not_saved(error):
    return f"{answers.not_saved(error)} Your version counts until this notebook is closed."


class RecodedMovement(Explorer):
    """One issue through time, in the module's version and in the learner's.

    Parameters
    ----------
    pack : Pack
    form : RecodeForm
        Where the learner's version comes from; both show the same issue.
    """

    def __init__(self, pack, form, **keywords):
        self._pack = pack
        super().__init__(_declared(pack, form.value, form.issue), **keywords)
        form.observe(self._on_recode, "value")
        form.observe(lambda change: setattr(self, "value", {"issue": change["new"]}), "issue")
        self.observe(lambda change: setattr(form, "issue", change["new"]["issue"]), "value")

    def _on_recode(self, change):
        self.declaration = _declared(self._pack, change["new"], self.declaration.start()["issue"])
        self._show()

    def _stored_view(self):
        """What is stored for everybody: the view of somebody who has coded nothing."""
        declaration = _declared(self._pack, {}, self.declaration.start()["issue"])
        return declaration.start(), declaration.view(declaration.start())


def _declared(pack, recodings, start):
    return movement(pack, {one: said["level"] for one, said in recodings.items()}, start)


def recode(pack):
    """Open a form for coding a stance again, and the chart that follows it.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    Stack or Card
        A card that says what is missing, if the pack lacks a table.
    """
    lacking = missing_card(pack, *CODED)
    if lacking:
        return lacking
    if select_stances(pack).empty:
        return left_out("an own stance in the table stances")
    form = RecodeForm(pack)
    return Stack([form, RecodedMovement(pack, form)])
