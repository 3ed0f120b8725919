"""The article to read whole; a statement of it is judged, then held against the record."""

import functools
import re

import pandas as pd
import traitlets

from crossroads.charts.view import coded, named
from crossroads.charts.widget import script, sheet
from crossroads.learn.article import chosen_paragraphs, left_out, needs, show_excerpt
from crossroads.learn.keeping import Keeping
from crossroads.learn.opening import EXPLORERS, explore
from crossroads.learn.questions import Stack, setting_of
from crossroads.pack.check import check_rows
from crossroads.pack.evidence import evidence_row, evidence_words
from crossroads.words.plain import parts, unknown
from crossroads.words.tags import fold, listed, tag
from crossroads.words.wording import capital

NEEDED = ("excerpts", "claims", "speakers", "sources")
PREFIX = "read."


@needs(*NEEDED)
def read(pack, *paragraphs, evidence=None, coloured=False, lesson=""):
    """Open the article: read it, judge a statement, and see what the record says of it.

    Parameters
    ----------
    pack : Pack
    *paragraphs : int or str
        Paragraph numbers (0 is the headline), or the id of a passage; by
        default the whole article. See `chosen_paragraphs`.
    evidence : str, optional
        A reference such as ``events:hanoi-2019``: only the statements that
        rest on it, in their paragraphs.
    coloured : bool, default False
        Whether every statement shows what the record says of it before it
        is judged, as after the course.
    lesson : str
        Number of a lesson on another article, whose judgements stay apart.

    Returns
    -------
    Stack or Card
        A card that says what is missing, if the pack lacks a table, the
        passage or the row of evidence.

    Raises
    ------
    ValueError
        If the pack has no excerpt of a paragraph.
    KeyError
        If the row of evidence does not exist; the message names the closest.
    """
    claims = pack.claims
    if evidence is not None:
        if pd.isna(evidence):
            return left_out(pack.words, "needs-claim")
        evidence_row(pack, evidence)
        claims = claims[claims["evidence"].map(lambda cell: evidence in parts(cell))]
        paragraphs = paragraphs or tuple(claims["paragraph"].drop_duplicates().sort_values())
    if not paragraphs:
        return _with_place(Reader(pack, coloured=coloured, lesson=lesson))
    # Says what is wrong with a number or a name.
    card, numbers = show_excerpt(pack, *paragraphs), chosen_paragraphs(pack, paragraphs)
    claims = claims[claims["paragraph"].isin(numbers)]
    if claims.empty:
        return card
    return _with_place(Reader(pack, numbers, {*claims["claim_id"]}, coloured, lesson))


def _with_place(reader):
    """Put below a reader the place where the chart of a statement opens."""
    place = Stack([])

    def open_chart(change):
        claim = change["new"].get("claim")
        chart = reader.charts.get(claim)
        shown = [explore(reader.pack, chart["name"], start=chart["choice"])] if chart else []
        for one in shown:
            one._statement = claim
        place.children = shown

    reader.observe(open_chart, "_open")
    return Stack([reader, place])


def charts_of(pack):
    """Give for each claim ``name`` and ``choice`` of the chart that shows it, or ``why`` none."""
    return {
        one.claim_id: {"name": one.chart, "choice": setting_of(one.choice)}
        if one.chart
        else {"why": one.why}
        for one in pack.claim_charts.itertuples()
    }


@check_rows("claims", "excerpts")
def check_claims(pack, cells):
    """Check that a quotation has one place in its paragraph, and a verdict its evidence."""
    quote, paragraph = cells["quote"], int(cells["paragraph"])
    times = paragraph_texts(pack).get(paragraph, "").count(quote)
    if times > 1:
        advice = f"stands {times} times in paragraph {paragraph}; quote more words around it"
        yield "quote", advice
    if not cells["evidence"] and cells["verdict"] != "cannot say":
        yield "evidence", "name a row of evidence, or judge it 'cannot say'"


@functools.lru_cache(maxsize=len(EXPLORERS))
def _declared(pack, name):
    """Declare a chart once for all its views."""
    return EXPLORERS[name][0](pack)


@functools.lru_cache(maxsize=100)
def _shown(pack, name, choice):
    """List the rows of a pack that a view of a chart shows."""
    declaration = _declared(pack, name)
    return {*declaration.show(**declaration.checked(setting_of(choice))).rows}


@check_rows("claim_charts", "claims")
def check_charts(pack, cells):
    """Check that the chart named for a claim exists, and shows one of its rows of evidence."""
    chart, choice = cells["chart"], cells["choice"]
    if not chart:
        if not cells["why"]:
            yield "why", "say why no chart shows it, or name one"
    elif chart not in EXPLORERS:
        yield "chart", unknown("chart", chart, EXPLORERS)
    elif not pack.has(*EXPLORERS[chart][1]):
        yield "chart", "this pack has no rows for this chart"
    else:
        evidence = pack.row("claims", cells["claim_id"])["evidence"]
        try:
            if not _shown(pack, chart, choice) & {*parts(evidence)}:
                advice = "this view shows none of the claim's rows of evidence; choose another"
                yield "choice", advice
        except (ValueError, LookupError, ArithmeticError) as error:
            yield "choice", str(error)


@check_rows("forecasts", "claims")
def check_outcomes(pack, cells):
    """Check that a forecast's outcome and its claim's verdict go together, by the codes."""
    codes = coded(pack, "forecasts.outcome", "verdicts") if "verdicts" in pack.codes else {}
    fitting = parts(codes.get(cells["outcome"], ""))
    verdict = pack.row("claims", cells["claim_id"])["verdict"]
    if fitting and verdict not in fitting:
        yield (
            "outcome",
            f"claim {cells['claim_id']} is judged {verdict!r}; by codes.csv this outcome goes "
            f"with {' or '.join(map(repr, fitting))}: change the one that is wrong",
        )


@functools.lru_cache(maxsize=4)
def paragraph_texts(pack):
    """Give each paragraph as its excerpts have it, in order; headline and caption on lines."""
    texts = pack.excerpts.groupby("paragraph", sort=True)["text"]
    return pd.Series({number: (" " if number else "\n").join(rows) for number, rows in texts})


def find_spans(pack):
    """Find paragraph, start, end of each claim, in reading order; of two the longer first."""
    texts, found = paragraph_texts(pack), []
    for one in pack.claims.itertuples():
        text = texts.get(one.paragraph, "")
        if (times := text.count(one.quote)) != 1:
            place = f"{times} times in {one.paragraph}"
            raise ValueError(f"claim {one.claim_id}: its quotation stands {place}")
        start = text.index(one.quote)
        found.append((int(one.paragraph), start, start + len(one.quote), one.claim_id))
    return sorted(found, key=lambda span: (span[0], span[1], -span[2]))


def find_terms(texts, terms):
    """Find where each term of a glossary stands first in texts: paragraph, start, end, term."""
    found = []
    for term in sorted(terms, key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)")
        for number, text in texts.items():
            first, last = match.span() if (match := pattern.search(text)) else (0, 0)
            taken = within(number, found)
            if match and all(last <= start or end <= first for start, end, _ in taken):
                found.append((int(number), first, last, term))
                break
    return sorted(found, key=lambda span: span[0])


def within(number, spans):
    """Give start, end and name of the spans of a paragraph."""
    return [span for paragraph, *span in spans if paragraph == number]


def pieces(text, claims, terms=()):
    """Cut a text wherever a claim, which may overlap another, or a term begins or ends.

    Each has start, end and name; a piece has its text, its claims, and the term that it is.

    >>> pieces("abcdef", [(0, 3, "x"), (2, 5, "y")])
    [('ab', ['x'], ''), ('c', ['x', 'y'], ''), ('de', ['y'], ''), ('f', [], '')]
    """
    cuts = sorted({0, len(text), *(at for span in (*claims, *terms) for at in span[:2])})
    return [
        (
            text[start:end],
            [name for first, last, name in claims if first <= start and end <= last],
            next((name for first, last, name in terms if first <= start and end <= last), ""),
        )
        for start, end in zip(cuts, cuts[1:], strict=False)
    ]


def reader_content(pack, paragraphs=None, chosen=None):
    """Gather all that a reader can open, or only some paragraphs and statements, ready for JSON."""
    say = pack.words.say
    article = pack.article.iloc[0]
    exact = "exact" if article["date_precision"] == "day" else "not"
    date = pack.words.date(article["date"], article["date_precision"])
    texts, spans = paragraph_texts(pack), find_spans(pack)
    # The number of a statement is the same wherever it is shown.
    numbers = {claim: place for place, (*_, claim) in enumerate(spans, 1)}
    if not (whole := paragraphs is None):
        texts = texts[texts.index.isin(list(paragraphs))]
        shown = {claim for *_, claim in spans} if chosen is None else chosen
        spans = [one for one in spans if one[0] in texts.index and one[-1] in shown]
    terms = dict(zip(pack.glossary["term"], pack.glossary["meaning"], strict=True))
    places = find_terms(texts, terms)
    speakers = named(pack, "speakers")
    known_then = pack.as_of(pack.day)
    claims, charts = {}, charts_of(pack)
    line, line_then = (functools.cache(functools.partial(_line, one)) for one in (pack, known_then))
    for *_, claim in spans:
        row = pack.row("claims", claim)
        claims[claim] = {
            "number": numbers[claim],
            "paragraph": int(row["paragraph"]),
            "quote": row["quote"],
            "about": say(
                "reader-about" if row["paragraph"] else "reader-about-headline",
                speaker=speakers[row["speaker_id"]],
                how=pack.label("claims.said_how", row["said_how"]),
                kind=pack.label("claims.kind", row["kind"]),
                paragraph=str(row["paragraph"]),
            ),
            "chart": charts.get(claim),
            "now": _known(pack, claim, row["evidence"], line),
            "then": _known(known_then, claim, row["evidence"], line_then, dated=True),
        }
        # By what it is judged, where it could not be judged on the article's day.
        if not (known := row["known_date"]) <= pack.day:
            basis = say("reader-basis-later", known=known, day=pack.day)
            claims[claim]["now"]["basis"] = basis
    # A row is given for several statements, then and now: its place among all is enough.
    lines = []
    for known in (told[when] for told in claims.values() for when in ("now", "then")):
        lines += [one for one in known["evidence"] if one not in lines]
        known["evidence"] = [lines.index(one) for one in known["evidence"]]
    labels, meanings = (coded(pack, "claims.verdict", one) for one in ("label", "definition"))
    return {
        "title": say("reader-headline", headline=article["headline"]) if whole else "",
        "first": article["first_claim"] if whole else "",
        "basis": say("reader-basis", day=pack.day, case=exact),
        "lead": say("reader-lead", count=len(spans)),
        "credit": say("reader-credit", credit=article["credit"]),
        "address": _address(article["address"]),
        "paragraphs": [
            {"number": one, "pieces": pieces(text, within(one, spans), within(one, places))}
            for one, text in zip(map(int, texts.index), texts, strict=True)
        ],
        "claims": claims,
        "evidence": lines,
        "verdicts": [
            [code, labels.get(code, code), meanings.get(code, "")]
            for code in pack.allowed("claims", "verdict")
        ],
        "terms": {term: terms[term] for *_, term in places},
        "day": say("reader-day-then", day=pack.day, case=exact, date=date),
        "day_note": article["date_note"],
    }


def _known(pack, claim, evidence, line, dated=False):
    """Say what a pack, whole or cut to a day, knows of a claim; ``line`` writes a row."""
    row = pack.row("claims", claim)
    forecasts = pack.forecasts[pack.forecasts["claim_id"] == claim]
    say, day = pack.words.say, pack.day
    undecided, reasoning = "", row["reasoning"]
    if not row["verdict"]:
        rules, undecided = " ".join(forecasts["resolution_rule"]), say("reader-undecided", day=day)
        unknown_then = say("reader-unknown-then", day=day)
        reasoning = say("reader-undecided-why", rule=rules) if rules else unknown_then
    outcomes = []
    for one in forecasts[forecasts["outcome"] != ""].itertuples():
        outcome = pack.label("forecasts.outcome", one.outcome)
        head = say("reader-outcome", outcome=outcome, statement=one.statement)
        outcomes.append({"head": head, "reasoning": one.reasoning})
    known = [one for one in parts(evidence) if _has(pack, one, dated)]
    return {
        "verdict": row["verdict"],
        "undecided": undecided,
        "reasoning": reasoning,
        "evidence": list(map(line, sorted(known, key=functools.partial(_time_of, pack)))),
        "outcomes": outcomes,
    }


def _has(pack, reference, dated):
    """Tell whether a pack has a row; one without the day on which it was known may be later."""
    table, _, key = reference.partition(":")
    if not (pack.has(table) and pack.has_row(table, key)):
        return False
    row = pack.row(table, key)
    rule = pack.resource(table).get("asOf", {})
    return not dated or "row" not in rule or row[rule["row"]] is not pd.NaT


def _time_of(pack, reference):
    """Give the day by which a row of evidence stands among others; without one it stands last."""
    row = evidence_row(pack, reference)
    known = pack.resource(reference.partition(":")[0]).get("asOf", {}).get("row")
    days = (row[name] for name in ("date", "start", known) if name in row)
    return next((day for day in days if not pd.isna(day)), pd.Timestamp.max)


def _line(pack, reference):
    """Write a row of evidence with its source."""
    source = evidence_row(pack, reference).get("source_id", "")
    line = {"row": reference, "text": evidence_words(pack, reference), "source": "", "address": ""}
    if source and pack.has_row("sources", source):
        found = pack.row("sources", source)
        line["address"] = _address(found["address"])
        if not reference.startswith("sources:"):
            names = {name: found[name] for name in ("title", "publisher")}
            line["source"] = pack.words.say("reader-source", **names)
    return line


def _address(written):
    """Give an address with its protocol, which a pack may leave out."""
    return f"https://{written}" if written and "://" not in written else written


def fits(pack, answer):
    """Tell whether an answer is a judgement that a `Reader` can have saved."""
    if not isinstance(answer, dict) or {*answer} != {"verdict", "reason"}:
        return False
    verdict, reason = answer["verdict"], answer["reason"]
    return verdict in ("", *pack.allowed("claims", "verdict")) and isinstance(reason, str)


def prefix_of(lesson=""):
    """Name what saved judgements begin with; those on another article, with its lesson."""
    return f"{lesson}.{PREFIX}" if lesson else PREFIX


def saved_judgements(pack, saved, lesson=""):
    """Give the judgements among saved answers: ``claim_id`` to ``verdict`` and ``reason``."""
    prefix = prefix_of(lesson)
    found = {claim: saved.get(prefix + claim) for claim in pack.claims["claim_id"]}
    return {claim: answer for claim, answer in found.items() if fits(pack, answer)}


class Reader(Keeping):
    """The article with its statements; ``value`` has verdict and reason of each that was opened."""

    _esm = script("reader.js")
    _css = sheet("explorer.css", "reader.css")

    then = "judgement"
    noun = "claim"

    _content = traitlets.Dict().tag(sync=True)
    # The statement whose chart is to open, and a name for the press of the button.
    _open = traitlets.Dict().tag(sync=True)
    # On a page: chart to the page that has it.
    _pages = traitlets.Dict().tag(sync=True)
    # Whether the page's address names the open statement.
    _addressed = traitlets.Bool(False).tag(sync=True)

    # Whether verdicts show before a statement is judged.
    _coloured = traitlets.Bool(False).tag(sync=True)

    def __init__(self, pack, paragraphs=None, chosen=None, coloured=False, lesson="", **keywords):
        self.pack, self.prefix = pack, prefix_of(lesson)
        content = reader_content(pack, paragraphs, chosen)
        self.charts = charts_of(pack)
        names = {self.prefix + claim: claim for claim in content["claims"]}
        super().__init__(pack.words, names, _content=content, _coloured=coloured, **keywords)

    def _wrong(self, claim, answer):
        wrong = "" if fits(self.pack, answer) else f"claim {claim!r}: {answer!r} is no judgement"
        return super()._wrong(claim, answer) or wrong

    def _shown(self):
        """Write the article, statements as notes with folded verdicts."""
        content = self._content
        lines = content["evidence"]
        labels = {code: label for code, label, _ in content["verdicts"]}
        yield tag("p", tag("strong", content["title"])) if content["title"] else None
        for paragraph in content["paragraphs"]:
            shown, before = [], ()
            for text, claims, _ in [*paragraph["pieces"], ("", (), "")]:
                ended = [one for one in before if one not in claims]
                shown += [tag("sup", str(content["claims"][one]["number"])) for one in ended]
                shown.append(tag("u", text) if claims else text)
                before = claims
            yield tag("p", tag("small", str(paragraph["number"])), " ", *shown)
        notes = []
        for claim in content["claims"].values():
            now = claim["now"]
            said = tag("p", tag("strong", labels.get(now["verdict"], "")), ". ", now["reasoning"])
            rows = listed(lines[place]["text"] for place in now["evidence"])
            head = f"{claim['number']}. “{claim['quote']}”"
            notes.append(fold(head, tag("p", claim["about"]), said, rows))
        yield tag("p", tag("small", content["credit"]))
        yield fold(capital(self.words.say("reader-notes")), *notes)
