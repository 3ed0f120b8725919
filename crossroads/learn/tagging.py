"""Sort statements of the article into kinds, one by one, and compare with the module's coding."""

import pandas as pd
import traitlets

from crossroads.charts.view import table_html
from crossroads.charts.widget import script
from crossroads.learn.article import missing_card
from crossroads.learn.keeping import Keeping, Unfit
from crossroads.words.lookups import fill
from crossroads.words.plain import capital, unknown
from crossroads.words.tags import join, tag

COLUMN = "claims.kind"
MOST = 10


def statements(pack, lesson="01"):
    """Choose the statements that a learner sorts.

    The table ``tagging`` chooses claims and says why each is coded as it is.
    A pack without it offers its first claims of each kind in turn. Gives rows
    of ``claims`` in the order of the article, with the columns ``answer_id``
    (under which an answer is saved) and ``why`` (may be empty).
    """
    reasons = dict(zip(pack.tagging["claim_id"], pack.tagging["why"], strict=True))
    claims = pack.claims
    chosen = claims[claims["claim_id"].isin(list(reasons))]
    if chosen.empty:
        turn = claims.groupby("kind").cumcount()
        chosen = claims.loc[turn.sort_values(kind="stable").index[:MOST]]
    chosen = chosen.sort_values("paragraph", kind="stable").reset_index(drop=True)
    why = chosen["claim_id"].map(lambda claim: fill(pack, reasons.get(claim, "")))
    return chosen.assign(answer_id=f"{lesson}.tag-" + chosen["claim_id"], why=why)


def kinds_of_claims(pack):
    """Give code, label and definition of each kind; codes only, where the pack has no codebook."""
    if pack.has("codes"):
        rows = pack.codes[pack.codes["column"] == COLUMN].sort_values("order", kind="stable")
        if len(rows):
            return list(zip(rows["code"], rows["label"], rows["definition"], strict=True))
    return [(code, capital(code), "") for code in sorted(set(pack.claims["kind"]))]


def _around(pack, claim):
    """Give the passage that a statement stands in: before it, the statement, after it."""
    passages = pack.excerpts.loc[pack.excerpts["paragraph"] == claim["paragraph"], "text"]
    found = [text for text in passages if claim["quote"] in text]
    before, _, after = (found[0] if found else claim["quote"]).partition(claim["quote"])
    return [before, claim["quote"], after]


class Tagging(Keeping):
    """Statements with a choice of kinds beside each; every choice is saved at once.

    ``value`` has the kind that the learner gave each claim.
    """

    _esm = script("tagging.js")
    place_message = "tagging-place"
    then = "answers"

    _items = traitlets.List().tag(sync=True)
    _kinds = traitlets.List().tag(sync=True)
    _message = traitlets.Unicode("").tag(sync=True)
    _comparison = traitlets.Dict().tag(sync=True)
    _asked = traitlets.Int(0).tag(sync=True)

    def __init__(self, pack, lesson="01", **state):
        self._rows = statements(pack, lesson)
        self._answer_ids = dict(zip(self._rows["claim_id"], self._rows["answer_id"], strict=True))
        kinds = kinds_of_claims(pack)
        self._labels = {code: label for code, label, _ in kinds}
        super().__init__(
            pack.words,
            _items=self._described(pack),
            _kinds=[list(kind) for kind in kinds],
            **state,
        )
        if self.value:
            self._message = self._progress(self.words.say("tagging-saved-earlier"))
        self.observe(self._compare, "_asked")

    def _ids(self):
        return self._answer_ids.values()

    def _value_of(self, mine):
        found = {claim: mine.get(name) for claim, name in self._answer_ids.items()}
        return {
            claim: kind
            for claim, kind in found.items()
            if isinstance(kind, str) and kind in self._labels
        }

    def _answers_of(self, value):
        return {self._answer_ids[claim]: kind for claim, kind in value.items()}

    def _described(self, pack):
        speakers = pack.speakers.set_index("speaker_id")["name"]
        return [
            {
                "id": claim["claim_id"],
                "quote": claim["quote"],
                "passage": _around(pack, claim),
                "who": pack.words.say(
                    "tagging-who",
                    speaker=speakers[claim["speaker_id"]],
                    paragraph=claim["paragraph"],
                    how=pack.label("claims.said_how", claim["said_how"]),
                ),
            }
            for _, claim in self._rows.iterrows()
        ]

    @traitlets.validate("value")
    def _check(self, proposal):
        for claim, kind in proposal["value"].items():
            if claim not in self._answer_ids:
                raise Unfit(unknown("statement", claim, self._answer_ids))
            if kind not in self._labels:
                raise Unfit(unknown("kind", kind, self._labels))
        return proposal["value"]

    def _tell(self):
        if self.value:
            self._message = self._progress(self._problem or self.words.say("saved"))
        if self._comparison:
            self._compare()

    def _progress(self, saved):
        left = len(self._rows) - len(self.value)
        message = "tagging-left" if left else "tagging-all"
        return f"{saved} {self.words.say(message, left=left, all=len(self._rows))}"

    def _compare(self, change=None):
        self._comparison = self.compare()

    def compare(self):
        """Compare the learner's kinds with the module's coding.

        Gives a ``sentence``, and a ``table`` (HTML) with a row for each
        statement that the learner has sorted, those that differ first.
        """
        say, rows = self.words.say, self._rows[self._rows["claim_id"].isin(list(self.value))]
        if rows.empty:
            return {"sentence": say("tagging-sort-first"), "table": ""}
        yours = rows["claim_id"].map(self.value)
        same = yours == rows["kind"]
        agree = say(
            "tagging-agree",
            same=same.sum(),
            sorted=len(rows),
            percent=f"{100 * same.sum() / len(rows):.0f}",
            kinds=len(self._labels),
        )
        left = len(self._rows) - len(rows)
        more = [say("tagging-left", left=left)] if left else []
        columns = {
            "tagging-statement": [say("excerpt-quoted", text=quote) for quote in rows["quote"]],
            "tagging-you": [
                say("tagging-yours", kind=self._labels[kind], case="same" if alike else "differs")
                for kind, alike in zip(yours, same, strict=True)
            ],
            "tagging-module": rows["kind"].map(self._labels),
            "tagging-reason": rows["why"],
        }
        table = pd.DataFrame({say(head): cells for head, cells in columns.items()})
        table = table.iloc[same.to_numpy().argsort(kind="stable")]
        return {
            "sentence": " ".join([agree, *more, say("tagging-differ")]),
            "table": table_html(table, say("tagging-caption")),
        }

    def __repr__(self):
        kinds = self.words.join([label.lower() for label in self._labels.values()], "or")
        lines = [f"- “{item['quote']}” ({item['who']})" for item in self._items]
        return "\n".join([self.words.say("tagging-ask", kinds=kinds), *lines])

    def _stored(self):
        kinds = [
            tag("li", tag("strong", label), f": {definition}")
            for _, label, definition in self._kinds
        ]
        items = [
            tag("li", tag("q", item["quote"]), " ", tag("small", f"({item['who']})"))
            for item in self._items
        ]
        hint = tag("p", tag("small", self.hint()))
        return join([tag("ul", *kinds), tag("ol", *items), hint])


def tag_claims(pack, lesson="01"):
    """Ask which statements are facts, which judgements, which forecasts.

    Parameters
    ----------
    pack : Pack
    lesson : str
        Number of the lesson, with which the answers are saved.

    Returns
    -------
    Tagging or Card
        A card that says what is missing, if the pack has no claims.
    """
    return missing_card(pack, "claims", "speakers") or Tagging(pack, lesson)
