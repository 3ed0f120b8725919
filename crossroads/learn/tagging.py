"""Sort statements of the article into kinds, one by one, and compare with the module's coding."""

from crossroads.charts.view import coded, named
from crossroads.learn.article import needs, worded_table
from crossroads.learn.scoring import Choices
from crossroads.words.lookups import fill
from crossroads.words.plain import capital, unknown
from crossroads.words.tags import fold, listed, tag

COLUMN = "claims.kind"
MOST = 10


def statements(pack, lesson="01"):
    """Choose what a learner sorts: by the table ``tagging``, else claims of each kind in turn."""
    reasons = dict(zip(pack.tagging["claim_id"], pack.tagging["why"], strict=True))
    claims = pack.claims
    chosen = claims[claims["claim_id"].isin(list(reasons))]
    if chosen.empty:
        turn = claims.groupby("kind").cumcount()
        chosen = claims.loc[turn.sort_values(kind="stable").index[:MOST]]
    chosen = chosen.sort_values("paragraph", kind="stable").reset_index(drop=True)
    why = chosen["claim_id"].map(lambda claim: fill(pack, reasons.get(claim, "")))
    return chosen.assign(answer_id=f"{lesson}.tag-" + chosen["claim_id"], why=why)


def _around(pack, claim):
    """Show the passage that a statement stands in."""
    passages = pack.excerpts.loc[pack.excerpts["paragraph"] == claim.paragraph, "text"]
    found = next((text for text in passages if claim.quote in text), claim.quote)
    before, quote, after = found.partition(claim.quote)
    return tag("p", before, tag("strong", quote), after)


class Tagging(Choices):
    """Statements with a choice of kinds beside each; ``value`` has the kind of each claim."""

    place_message = "tagging-place"
    then = "answers"
    noun = "statement"
    earlier = "tagging-saved-earlier"

    def __init__(self, pack, lesson="01", **state):
        say, self._rows = pack.words.say, statements(pack, lesson)
        # Codes only, where the pack has no codebook.
        known = {code: capital(code) for code in sorted(set(pack.claims["kind"]))}
        self._labels = coded(pack, COLUMN) or known
        self._meanings = coded(pack, COLUMN, "definition")
        speakers = named(pack, "speakers")
        options, self._who, criteria = [list(pair) for pair in self._labels.items()], [], []
        for number, claim in enumerate(self._rows.itertuples(), 1):
            how = pack.label("claims.said_how", claim.said_how)
            facts = {"speaker": speakers[claim.speaker_id], "paragraph": claim.paragraph}
            self._who.append(say("tagging-who", how=how, **facts))
            item = say("tagging-item", number=number, quote=claim.quote)
            around = fold(self._who[-1], _around(pack, claim))
            criteria.append([claim.claim_id, item, options, around])
        super().__init__(
            pack.words,
            dict(zip(self._rows["answer_id"], self._rows["claim_id"], strict=True)),
            _text=self._defined(),
            _criteria=criteria,
            _button=say("tagging-compare"),
            **state,
        )

    def _defined(self):
        """List the kinds with their definitions."""
        kinds = self._labels.items()
        told = ((label, self._meanings.get(code, "")) for code, label in kinds)
        return listed((tag("strong", label), f": {said}") for label, said in told)

    def _wrong(self, claim, kind):
        fits = kind in list(self._labels)
        return super()._wrong(claim, kind) or ("" if fits else unknown("kind", kind, self._labels))

    def _said(self, saved):
        left = len(self._rows) - len(self.value)
        message = "tagging-left" if left else "tagging-all"
        return f"{saved} {self.words.say(message, left=left, all=len(self._rows))}"

    def _reveal(self, change=None):
        """Compare the learner's kinds with the module's coding, those that differ first."""
        say, rows = self.words.say, self._rows[self._rows["claim_id"].isin(list(self.value))]
        if rows.empty:
            self._sentence, self._answer = say("tagging-sort-first"), ""
            return
        # Those that differ first.
        rows = rows.assign(yours=rows["claim_id"].map(self.value))
        rows = rows.assign(same=rows["yours"] == rows["kind"]).sort_values("same", kind="stable")
        same = rows["same"]
        counts = {"same": same.sum(), "sorted": len(rows), "kinds": len(self._labels)}
        agree = say("tagging-agree", percent=f"{100 * same.sum() / len(rows):.0f}", **counts)
        left = len(self._rows) - len(rows)
        more = [say("tagging-left", left=left)] if left else []
        columns = {
            "tagging-statement": [say("excerpt-quoted", text=quote) for quote in rows["quote"]],
            "tagging-you": [
                say("tagging-yours", kind=self._labels[kind], case="same" if alike else "differs")
                for kind, alike in zip(rows["yours"], same, strict=True)
            ],
            "tagging-module": rows["kind"].map(self._labels),
            "tagging-reason": rows["why"],
        }
        self._sentence = " ".join([agree, *more, say("tagging-differ")])
        region = {"role": "region", "tabindex": 0, "aria_label": say("tagging-table")}
        shown = worded_table(self.words, columns, say("tagging-caption"))
        self._answer = tag(
            "div", shown, class_="crossroads-table", **region, style="max-height: none"
        )

    def _shown(self):
        said = zip(self._rows["quote"], self._who, strict=True)
        items = ((tag("q", quote), " ", tag("small", f"({who})")) for quote, who in said)
        return self._defined(), listed(items, "ol")


@needs("claims", "speakers")
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
    return Tagging(pack, lesson)
