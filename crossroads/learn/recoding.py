"""Let a learner code a stance again, with a reason, and see both versions in one chart."""

import traitlets

from crossroads.charts import CODED
from crossroads.charts.codings import coded_once
from crossroads.charts.movement import movement
from crossroads.charts.stances import issue_names, level_words, place_words, select_stances
from crossroads.charts.widget import Explorer, script
from crossroads.learn import answers
from crossroads.learn.article import left_out, needs
from crossroads.learn.keeping import Listed
from crossroads.learn.questions import Stack
from crossroads.words.plain import capital
from crossroads.words.tags import listed, tag


def answer_id(pack, stance_id):
    """Name the saved answer to one stance of one article."""
    return f"recode.{pack.article['article_id'].iloc[0]}.{stance_id}"


def saved_recodings(pack, saved=None):
    """Read a learner's own coding, level and reason by stance; what does not fit is left out."""
    saved = answers.saved_answers() if saved is None else saved
    found = {}
    for _, row in select_stances(pack).iterrows():
        answer = saved.get(answer_id(pack, row["stance_id"]))
        if isinstance(answer, dict) and answer.get("reason"):
            level = answer.get("level")
            if level is None or level in _levels(pack, row["issue_id"]):
                found[row["stance_id"]] = {"level": level, "reason": str(answer["reason"])}
    return found


def _levels(pack, issue):
    return sorted(map(int, pack.positions.loc[pack.positions["issue_id"] == issue, "level"]))


def _codebook(pack):
    """Give each issue's levels, highest first, with label and definition."""
    books = {}
    for row in pack.positions.sort_values("level", ascending=False).itertuples():
        level = [int(row.level), f"{level_words(row.level)} {row.label}", row.definition]
        books.setdefault(row.issue_id, []).append(level)
    return books


def _items(pack):
    """Describe every own stance for the browser."""
    say = pack.words.say
    publishers = pack.sources.set_index("source_id")["publisher"] if pack.has("sources") else {}
    items = []
    for row in select_stances(pack).itertuples():
        source = publishers.get(row.source_id, row.source_id)
        first, second = (place_words(pack.words, level) for level in (row.coding_1, row.coding_2))
        case = "once" if coded_once(row) else "settled" if row.settled else "open"
        facts = {"place": capital(row.place), "first": first, "second": second, "case": case}
        item = {"id": row.stance_id, "issue": row.issue_id, "evidence": row.evidence}
        item["name"] = say("recode-name", when=row.when, actor=row.actor)
        item["source"] = say("recode-row", stance=row.stance_id, source=source)
        item["coded"] = say("recode-coded", settled=row.settled, **facts)
        items.append(item)
    return items


def _first(pack):
    """The stance to start with: the one on which the coders were furthest apart."""
    rows = select_stances(pack)
    gaps = (rows["coding_1"] - rows["coding_2"]).abs().fillna(-1)
    return rows.loc[gaps.idxmax()]


class RecodeForm(Listed):
    """One stance at a time: its evidence, the codebook, a level and a reason to choose."""

    _esm = script("recode.js")
    place_message = "recode-place"
    then = "version"
    noun = "own stance"
    done = ("recode-saved", "recode-taken-back")

    issue = traitlets.Unicode("").tag(sync=True)
    _start = traitlets.Unicode("").tag(sync=True)
    _issues = traitlets.List().tag(sync=True)
    _items = traitlets.List().tag(sync=True)
    _codebook = traitlets.Dict().tag(sync=True)

    def __init__(self, pack, **state):
        self._pack, first = pack, _first(pack)
        names = {answer_id(pack, one): one for one in select_stances(pack)["stance_id"]}
        super().__init__(
            pack.words,
            names,
            issue=first["issue_id"],
            _start=first["stance_id"],
            _issues=[list(pair) for pair in issue_names(pack).items()],
            _items=_items(pack),
            _codebook=_codebook(pack),
            **state,
        )

    def _wrong(self, stance, version):
        if wrong := super()._wrong(stance, version):
            return wrong
        # In a learner's own coding None is a level.
        level, issues = version["level"], {one["id"]: one["issue"] for one in self._items}
        known = _levels(self._pack, issues[stance])
        if level is not None and level not in known:
            facts = {"stance": stance, "level": repr(level), "levels": list(map(str, known))}
            return self.words.say("recode-unknown-level", **facts)
        return "" if version["reason"].strip() else self.words.say("recode-write-reason")

    def _value_of(self, mine):
        return saved_recodings(self._pack, mine)

    def _answers_of(self, value):
        kept = saved_recodings(self._pack, self._disk)
        return super()._answers_of(dict.fromkeys(kept) | value)

    def _shown(self):
        first = _first(self._pack)
        levels = [
            (tag("strong", level), f": {definition}")
            for _, level, definition in _codebook(self._pack).get(first["issue_id"], [])
        ]
        about = {name: first[name] for name in ("actor", "when", "issue", "evidence")}
        example = self.words.say("recode-example", example=self.words.say("recode-about", **about))
        again = tag("strong", self.words.say("recode-again"))
        return tag("p", again, f" {example}"), listed(levels)


class RecodedMovement(Explorer):
    """One issue through time, in the module's version and in the learner's, which a form gives."""

    place_message = "own-chart-place"

    def __init__(self, pack, form, **state):
        self._pack = pack
        super().__init__(_declared(pack, form.value, form.issue), **state)
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
    return movement(
        pack, {stance: version["level"] for stance, version in recodings.items()}, start
    )


@needs(*CODED)
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
    if select_stances(pack).empty:
        return left_out(pack.words, "needs-stance")
    form = RecodeForm(pack)
    return Stack([form, RecodedMovement(pack, form)])
