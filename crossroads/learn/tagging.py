"""Sort statements of the article into kinds, one by one, and compare with the module's coding."""

import html

import pandas as pd
import traitlets

from crossroads.charts.explorer import Stored, script, table_html
from crossroads.learn import answers
from crossroads.learn.article import missing_card
from crossroads.words.lookups import fill
from crossroads.words.plain import capital, count_words, join_words, unknown

COLUMN = "claims.kind"
MOST = 10


def statements(pack, lesson="01"):
    """Choose the statements that a learner sorts.

    Parameters
    ----------
    pack : Pack
    lesson : str
        Texts with an id such as ``01.tag-c03a`` choose claim ``c03a`` and
        say why it is coded as it is. A pack without such texts offers its
        first claims of each kind in turn.

    Returns
    -------
    pandas.DataFrame
        Rows of ``claims`` in the order of the article, with the columns
        ``answer_id`` (under which an answer is saved) and ``why`` (may be
        empty).
    """
    mark = f"{lesson}.tag-"
    reasons = {}
    if pack.has("texts"):
        rows = pack.texts[pack.texts["text_id"].str.startswith(mark)]
        reasons = dict(zip(rows["text_id"].str[len(mark) :], rows["text"], strict=True))
    claims = pack.claims
    chosen = claims[claims["claim_id"].isin(list(reasons))]
    if chosen.empty:
        turn = claims.groupby("kind").cumcount()
        chosen = claims.loc[turn.sort_values(kind="stable").index[:MOST]]
    chosen = chosen.sort_values("paragraph", kind="stable").reset_index(drop=True)
    why = chosen["claim_id"].map(lambda one: fill(pack, reasons.get(one, "")))
    return chosen.assign(answer_id=mark + chosen["claim_id"], why=why)


def kinds_of_claims(pack):
    """Give the kinds with their definitions.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    list of (str, str, str)
        Code, label and definition, from the table of codes; only the codes
        of the claims where the pack has no such table.
    """
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


class Tagging(Stored):
    """Statements with a choice of kinds beside each; every choice is saved at once.

    Parameters
    ----------
    pack : Pack
    lesson : str
        See `statements`.

    Attributes
    ----------
    value : dict of str to str
        Claim to the kind that the learner gave it.
    """

    _esm = script("tagging.js")

    value = traitlets.Dict().tag(sync=True)
    _items = traitlets.List().tag(sync=True)
    _kinds = traitlets.List().tag(sync=True)
    _message = traitlets.Unicode("").tag(sync=True)
    _comparison = traitlets.Dict().tag(sync=True)
    _asked = traitlets.Int(0).tag(sync=True)

    def __init__(self, pack, lesson="01", **keywords):
        self._rows = statements(pack, lesson)
        self._names = {code: label for code, label, _ in kinds_of_claims(pack)}
        speakers = pack.speakers.set_index("speaker_id")["name"]
        items = [
            {
                "id": row["claim_id"],
                "quote": row["quote"],
                "passage": _around(pack, row),
                "who": f"{speakers[row['speaker_id']]}, paragraph {row['paragraph']}, "
                f"{pack.label('claims.said_how', row['said_how']).lower()}",
            }
            for _, row in self._rows.iterrows()
        ]
        saved = answers.saved_answers()
        ids = zip(self._rows["claim_id"], self._rows["answer_id"], strict=True)
        value = {claim: saved[one] for claim, one in ids if saved.get(one) in self._names}
        super().__init__(
            value=value,
            _items=items,
            _kinds=[list(one) for one in kinds_of_claims(pack)],
            _message=self._progress(value, "Saved earlier: ") if value else "",
            **keywords,
        )
        self.observe(self._save, "value")
        self.observe(self._compare, "_asked")

    @traitlets.validate("value")
    def _check(self, proposal):
        for claim, kind in proposal["value"].items():
            known = self._rows["claim_id"].tolist()
            if claim not in known:
                raise ValueError(unknown("statement", claim, known))
            if kind not in self._names:
                raise ValueError(unknown("kind", kind, self._names))
        return proposal["value"]

    def _save(self, change):
        ids = dict(zip(self._rows["claim_id"], self._rows["answer_id"], strict=True))
        kept = "Saved. "
        for claim, kind in change["new"].items():
            if change["old"].get(claim) != kind:
                try:
                    answers.save_answer(ids[claim], kind)
                except OSError as error:
                    kept = (
                        f"{answers.not_saved(error)} "
                        "Your answers count until this notebook is closed. "
                    )
        self._message = self._progress(change["new"], kept)
        if self._comparison:
            self._comparison = self.compare()

    def _progress(self, value, kept):
        left = len(self._rows) - len(value)
        if not left:
            return f"{kept}All {count_words(len(value), 'statement')} are sorted."
        return f"{kept}{capital(count_words(left, 'statement'))} to go."

    def _compare(self, change):
        self._comparison = self.compare()

    def compare(self):
        """Compare the learner's kinds with the module's coding.

        Returns
        -------
        dict of str to str
            ``sentence``, and ``table`` (HTML): a row for each statement that
            the learner has sorted, those that differ first.
        """
        rows = self._rows[self._rows["claim_id"].isin(list(self.value))]
        if rows.empty:
            return {"sentence": "Sort a statement first.", "table": ""}
        yours = rows["claim_id"].map(self.value)
        same = yours == rows["kind"]
        percent = 100 * same.sum() / len(rows)
        sentence = (
            f"You and the module agree on {same.sum()} of {len(rows)} "
            f"statement{'' if len(rows) == 1 else 's'} ({percent:.0f}%). Whoever guessed would "
            f"agree on about one in {len(self._names)}. "
        )
        if len(rows) < len(self._rows):
            sentence += f"{capital(count_words(len(self._rows) - len(rows), 'statement'))} to go. "
        sentence += "To differ is not to be wrong: read the reason, and keep yours if it is better."
        table = pd.DataFrame(
            {
                "Statement": [f"“{quote}”" for quote in rows["quote"]],
                "You": yours.map(self._names) + same.map({True: " (same)", False: " (differs)"}),
                "The module": rows["kind"].map(self._names),
                "The module's reason": rows["why"],
            }
        )
        table = table.loc[same.sort_values(kind="stable").index]
        return {
            "sentence": sentence,
            "table": table_html(table, "Your kinds and the module's, those that differ first"),
        }

    def __repr__(self):
        kinds = join_words([label.lower() for label in self._names.values()], "or")
        lines = [f"- “{one['quote']}” ({one['who']})" for one in self._items]
        return "\n".join([f"Is it {kinds}?", *lines])

    def _stored(self):
        kinds = "".join(
            f"<li><strong>{html.escape(label)}</strong>: {html.escape(definition)}</li>"
            for _, label, definition in self._kinds
        )
        items = "".join(
            f"<li><q>{html.escape(quote)}</q> <small>({html.escape(who)})</small></li>"
            for quote, who in ((one["quote"], one["who"]) for one in self._items)
        )
        return (
            f"<ul>{kinds}</ul><ol>{items}</ol><p><small>Run the cell to sort the statements; "
            "each answer is saved beside the notebook.</small></p>"
        )


def tag_claims(pack, lesson="01"):
    """Ask which statements are facts, which judgements, which forecasts.

    Parameters
    ----------
    pack : Pack
    lesson : str
        See `statements`.

    Returns
    -------
    Tagging or Card
        A card that says what is missing, if the pack has no claims.
    """
    return missing_card(pack, "claims", "speakers") or Tagging(pack, lesson)
