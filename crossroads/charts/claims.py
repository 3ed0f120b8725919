"""What became of the article's claims: verdicts counted, and the whole ledger to filter."""

import textwrap
from collections import Counter
from functools import cache, partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import lines
from crossroads.charts.view import ALL, Options, View, cuts, declare, only, slug
from crossroads.pack.evidence import evidence_words
from crossroads.words.plain import parts, singles_apart
from crossroads.words.tags import tag
from crossroads.words.wording import capital

UNKNOWN = ""


def select_ledger(pack):
    """Select the claims in the order of the article, with ``speaker`` (name) and ``place``.

    The place is 1, 2, ... within its paragraph.
    """
    names = pack.speakers.set_index("speaker_id")["name"]
    claims = pack.claims.sort_values(["paragraph", "claim_id"], kind="stable")
    return claims.assign(
        speaker=claims["speaker_id"].map(names),
        place=claims.groupby("paragraph").cumcount() + 1,
    ).reset_index(drop=True)


def verdict_labels(pack):
    """Give the verdicts in the order of the table of codes, each with its label."""
    rows = pack.codes[pack.codes["column"] == "claims.verdict"].sort_values("order")
    labels = dict(zip(rows["code"], rows["label"], strict=True))
    # Where that table leaves one out, its code stands for itself.
    allowed = pack.allowed("claims", "verdict")
    return labels | {code: capital(code) for code in allowed if code not in labels}


def _kinds(pack):
    """Give the kinds of claims that occur, each with the words for several of it."""
    rows = pack.codes[pack.codes["column"] == "claims.kind"].sort_values("order")
    used = set(pack.claims["kind"])
    return {
        code: pack.words.say("claims-kind", kind=code, label=label)
        for code, label in zip(rows["code"], rows["label"], strict=True)
        if code in used
    }


def _finding(words, counts, verdict, **facts):
    """Say which part of the chosen claims has the chosen verdict.

    ``counts`` gives the number of claims for each verdict; ``facts`` are
    ``kind``, ``who`` and ``speaker``.
    """
    found = {code: int(count) for code, count in counts.items() if count}
    total, count = sum(found.values()), found.get(verdict, 0)
    facts |= {"claims": total, "count": count, "verdict": slug(verdict)}
    if not total:
        case = "none"
    elif total == 1:
        (single,) = found
        case = "single" if verdict in (ALL, single) else "other"
        facts["only"] = words.say("verdict-words", verdict=slug(single))
    elif verdict == ALL:
        case = "each"
        facts["each"] = [
            words.say("finding-rest" if place else "finding-first", count=count, verdict=slug(code))
            for place, (code, count) in enumerate(found.items())
        ]
    else:
        case = "part" if 0 < count < total else "all" if count else "not-one"
    return words.say("finding", case=case, **facts)


# How many of each: verdicts by speaker, kind or way of saying ----------------

ROWS = ("speaker_id", "speaker_kind", "kind", "said_how")
# Of fewer claims than these each has a sign: a share of them says little.
ENOUGH = 5
HEIGHT = (400, 470)
READABLE = 5.5, 8  # the percentage from which a number has room in its part, wide and narrow


def verdict_role(verdict):
    """Give the role of a verdict, and its sign; of none where it was not known."""
    role = slug(verdict)
    return (role, style.SIGNS[verdict]) if verdict in style.SIGNS else ("paper", "")


def _groups(pack, claims, rows):
    """Name the group of each claim."""
    if rows == "speaker_id":
        return claims["speaker"]
    if rows == "speaker_kind":
        kinds = pack.speakers.set_index("speaker_id")["kind"]
        return [_sort(pack, kind) for kind in claims["speaker_id"].map(kinds)]
    return [pack.label(f"claims.{rows}", code) for code in claims[rows]]


def _sort(pack, kind):
    label = pack.label("speakers.kind", kind)
    # A pack says it in its table of codes where our word does not fit.
    return pack.words.say("speaker-sort", kind=slug(kind)) if label == kind else capital(label)


def verdicts(pack):
    """Count the claims with each verdict, one line of bars for each group."""
    words, cut = pack.words, cuts(pack)
    labels = verdict_labels(pack)
    unknown = {UNKNOWN: words.say("not-known-then")}

    @cache
    def grouped(rows, seen):
        claims = select_ledger(cut(seen))
        return claims.assign(group=_groups(pack, claims, rows))

    def count(rows, kind, seen):
        """Count claims: a row for each group, a column for each verdict."""
        claims = only(grouped(rows, seen), kind=kind)
        order = grouped(rows, "")["group"].value_counts().index
        if rows == "kind" and kind != ALL:
            order = [pack.label("claims.kind", kind)]
        columns = [*labels, *(unknown if seen else ())]
        counted = Counter(zip(claims["group"], claims["verdict"], strict=True))
        cells = [[counted[group, verdict] for verdict in columns] for group in order]
        return pd.DataFrame(cells, index=order, columns=columns)

    def show(rows, kind, seen):
        counts = count(rows, kind, seen)
        totals, groups = counts.sum(), counts.sum(axis=1)
        total, supported = int(totals.sum()), counts.iloc[:, 0]
        largest = groups.idxmax()
        chosen = {"kind": kind, "who": "all"}
        facts = {
            **chosen,
            "enough": ENOUGH,
            "seen": "day" if seen else "record",
            "day": pd.Timestamp(seen),
            "finding": _finding(words, totals, counts.columns[0], **chosen),
            "all": _finding(words, totals, ALL, **chosen),
            "share": "known" if total > 1 else "none",
            "percent": _percent(words, supported.sum(), total),
            "case": "groups" if total and len(counts) > 1 else "single",
            "verdict": slug(counts.columns[0]),
            "largest": largest,
            "largest_supported": int(supported[largest]),
            "largest_size": int(groups[largest]),
            "largest_percent": _percent(words, supported[largest], groups[largest]),
            "others_supported": int(supported.sum() - supported[largest]),
            "others_size": int(total - groups[largest]),
        }
        shown = {**labels, **unknown}
        table = counts.assign(all=groups)
        table.loc[words.say("column-all")] = table.sum()
        table = table.rename_axis("group").reset_index()
        heads = {**shown, "group": words.say(f"verdicts-rows-{rows}")}
        draw = partial(
            draw_verdicts, words, counts, shown, len(grouped(rows, "")["group"].unique())
        )
        return View(facts, table, draw, HEIGHT, heads, [""] * len(table), empty=not total)

    day = f"{pack.day:%Y-%m-%d}"
    return declare(
        pack,
        "verdicts",
        show,
        rows=ROWS,
        kind={ALL: words.say("claims-all"), **_kinds(pack)},
        seen={
            "": words.say("seen-everything"),
            day: words.say("verdicts-seen-day", day=pack.day),
        },
    )


def _percent(words, part, whole):
    return words.number(100 * part / whole) if whole else ""


def draw_verdicts(words, counts, labels, most, chart):
    """Draw for each group a bar to 100 percent with its number; of few claims, a sign each."""
    sizes, places = counts.sum(axis=1), list(range(len(counts)))
    below = 0.17 if chart.narrow else 0
    for verdict in counts.columns:
        role, sign = verdict_role(verdict)
        edge = style.role("muted" if role == "paper" else "paper")
        many = [
            place for place in places if sizes.iloc[place] >= ENOUGH and counts[verdict].iloc[place]
        ]
        values = [counts[verdict].iloc[place] for place in many]
        share = [100 * value / sizes.iloc[place] for value, place in zip(values, many, strict=True)]
        chart.bars(
            share,
            [place + below for place in many],
            orientation="h",
            width=0.62 - below,
            marker={"color": style.role(role), "line": {"color": edge, "width": 1.5}},
            text=[
                f"{sign} {value}".strip() if part > READABLE[chart.narrow] else ""
                for value, part in zip(values, share, strict=True)
            ],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": 13, "color": style.role("ink" if role == "paper" else "paper")},
            hovertext=[
                words.say(
                    "verdicts-mark", group=counts.index[place], verdict=labels[verdict], count=value
                )
                for value, place in zip(values, many, strict=True)
            ],
            hoverinfo="text",
        )
    for place in (place for place in places if sizes.iloc[place] < ENOUGH):
        each = [verdict for verdict in counts.columns for _ in range(counts[verdict].iloc[place])]
        roles, signs = zip(*map(verdict_role, each), strict=True) if each else ((), ())
        colours = [style.role("muted" if role == "paper" else role) for role in roles]
        step = 7 if chart.narrow else 4
        chart.points(
            [step * (number + 0.5) for number in range(len(each))],
            [place + below] * len(each),
            mode="text",
            text=[tag("b", sign or "○") for sign in signs],
            textfont={"size": 16, "color": colours},
            hover=[
                words.say("verdicts-mark", group=counts.index[place], verdict=labels[one], count=1)
                for one in each
            ],
        )
    names = [
        words.say("verdicts-group", group=name, count=size)
        for name, size in zip(counts.index, sizes, strict=True)
    ]
    end = max(most, 4) - 0.5
    if chart.narrow:
        for place, name in zip(places, names, strict=True):
            chart.note(name, x=0, y=place - 0.32, xanchor="left")
        rows = {"visible": False}
    else:
        rows = {"tickvals": places, "ticktext": names, "showgrid": False}
    ticks = {place: words.say("percent", number=str(place)) for place in (0, 25, 50, 75, 100)}
    chart.set(
        barmode="stack",
        xaxis={
            "range": [0, 100],
            "tickvals": list(ticks),
            "ticktext": list(ticks.values()),
            "tickfont": {"size": 12},
            "showgrid": False,
        },
        yaxis={"range": [end, -0.5], **rows},
        margin={"r": 28},
    )


# Which ones: the ledger along the article -------------------------------------

NAMED_PLACES = 12  # paragraphs that a sentence names one by one


def ledger(pack):
    """Show the whole ledger along the article; it opens on what the data leave open."""
    words, claims, labels = pack.words, select_ledger(pack), verdict_labels(pack)
    names = pack.speakers.set_index("speaker_id")["name"]
    speakers = {
        ALL: words.say("everybody"),
        **{speaker: names[speaker] for speaker in claims["speaker_id"].value_counts().index},
    }

    marks = {claim.claim_id: claim for claim in claims.itertuples()}
    hover = {claim_id: _hover(words, claim) for claim_id, claim in marks.items()}

    @cache
    def row(claim_id):
        claim = marks[claim_id]
        said = words.say(
            "ledger-words",
            quote=claim.quote,
            claim=claim_id,
            speaker=claim.speaker,
            kind=pack.label("claims.kind", claim.kind),
            how=pack.label("claims.said_how", claim.said_how),
        )
        evidence = [evidence_words(pack, reference) for reference in parts(claim.evidence)]
        verdict = labels.get(claim.verdict, claim.verdict)
        return said, verdict, claim.reasoning, " · ".join(evidence)

    def show(verdict, speaker, kind):
        every = only(claims, speaker_id=speaker, kind=kind)
        chosen = only(every, verdict=verdict)
        counted = Counter(every["verdict"])
        who = {"kind": kind, "who": "all" if speaker == ALL else "speaker"}
        finding = _finding(
            words,
            {code: counted[code] for code in labels},
            verdict,
            speaker=speakers[speaker],
            **who,
        )
        places = chosen["paragraph"].value_counts().sort_index()
        several, single = singles_apart(chosen["speaker"].value_counts())
        sizes = Counter(chosen["speaker"])
        listed = len(places) <= NAMED_PLACES
        facts = {
            **who,
            "finding": finding,
            "chosen": len(chosen),
            "where": "listed" if listed else "counted",
            "places": len(places),
            "paragraph": int(places.index[0]) if len(places) else 0,
            "most": int(places.max()) if len(places) else 0,
            "paragraphs": list(map(str, places.index[listed | (places == places.max())])),
            "crowded": int((places == places.max()).sum()),
            "each": [words.say("ledger-who", speaker=name, count=sizes[name]) for name in several],
            "single": len(single),
            "singles": single,
        }
        table = pd.DataFrame(
            [row(claim_id) for claim_id in chosen["claim_id"]],
            columns=["quote", "verdict", "why", "evidence"],
        )
        draw = partial(draw_ledger, words, marks, set(chosen["claim_id"]), labels, hover)
        rows = [f"claims:{claim}" for claim in chosen["claim_id"]]
        return View(facts, table, draw, 90 + 26 * max(claims["place"]), rows=rows, empty=not rows)

    options = {ALL: words.say("ledger-all"), **labels}
    return declare(
        pack,
        "ledger",
        show,
        verdict=Options(options, list(options)[-1]),
        speaker=speakers,
        kind={ALL: words.say("ledger-all"), **_kinds(pack)},
    )


def _hover(words, claim):
    quote = textwrap.shorten(claim.quote, 70, placeholder=" …")
    return lines(words.say("ledger-mark", claim=claim.claim_id, quote=quote), claim.speaker)


def draw_ledger(words, marks, chosen, labels, hover, chart):
    """Draw every claim as the sign of its verdict, above its paragraph; a dot was not chosen."""
    for code, label in [*labels.items(), (None, "")]:
        group = [
            claim
            for claim_id, claim in marks.items()
            if (claim.verdict if claim_id in chosen else None) == code
        ]
        role, sign = verdict_role(code) if code else ("muted", "·")
        chart.points(
            [claim.paragraph for claim in group],
            [claim.place for claim in group],
            mode="text",
            name=label,
            text=[tag("b", sign or "○")] * len(group),
            textfont={
                "size": 15 if chart.narrow else 18,
                "color": style.role("muted" if role == "paper" else role),
            },
            hover=[hover[claim.claim_id] for claim in group],
            rows=[f"claims:{claim.claim_id}" for claim in group],
            cliponaxis=False,
        )
    last = max(claim.paragraph for claim in marks.values())
    highest = max(claim.place for claim in marks.values())
    step = 4 if chart.narrow else 2
    chart.set(
        xaxis={
            "range": [-0.8, last + 0.8],
            "tickvals": list(range(0, last + 1, step)),
            "tickangle": 0,
            "tickfont": {"size": 12},
            "showgrid": False,
            "showline": True,
        },
        yaxis={"range": [0.3, highest + 0.7], "visible": False},
    )


EXPLORERS = {
    "verdicts": (verdicts, ("claims", "speakers", "codes")),
    "ledger": (ledger, ("claims", "speakers", "codes")),
}
