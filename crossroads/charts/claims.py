"""What became of the article's claims: verdicts counted."""

from collections import Counter
from functools import cache, partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import percent_ticks
from crossroads.charts.view import (
    ALL,
    View,
    article_day,
    coded,
    cuts,
    declare,
    named,
    only,
    slug,
)
from crossroads.words.tags import tag
from crossroads.words.wording import capital

UNKNOWN = ""


def verdict_labels(pack):
    """Give the verdicts in the order of the table of codes, each with its label."""
    labels = coded(pack, "claims.verdict")
    # Where that table leaves one out, its code stands for itself.
    allowed = pack.allowed("claims", "verdict")
    return labels | {code: capital(code) for code in allowed if code not in labels}


def _kinds(pack):
    """Give the kinds of claims that occur, each with the words for several of it."""
    used = set(pack.claims["kind"])
    return {
        code: pack.words.say("claims-kind", kind=code, label=label)
        for code, label in coded(pack, "claims.kind").items()
        if code in used
    }


def _finding(words, counts, verdict, **facts):
    """Say which part of the claims, counted for each verdict, has the chosen one."""
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
        return claims["speaker_id"].map(named(pack, "speakers"))
    if rows == "speaker_kind":
        kinds = claims["speaker_id"].map(named(pack, "speakers", "kind"))
        return [_sort(pack, kind) for kind in kinds]
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
        claims = cut(seen).claims
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
        facts = {
            "kind": kind,
            "enough": ENOUGH,
            "seen": "day" if seen else "record",
            "day": pd.Timestamp(seen),
            "finding": _finding(words, totals, counts.columns[0], kind=kind),
            "all": _finding(words, totals, ALL, kind=kind),
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
        most = grouped(rows, "")["group"].nunique()
        draw = partial(draw_verdicts, words, counts, shown, most)
        return View(facts, table, draw, HEIGHT, heads, [""] * len(table), empty=not total)

    kinds = {ALL: words.say("claims-all"), **_kinds(pack)}
    seen = {"": words.say("seen-everything")}
    seen[article_day(pack)] = words.say("verdicts-seen-day", day=pack.day)
    return declare(pack, "verdicts", show, rows=ROWS, kind=kinds, seen=seen)


def _percent(words, part, whole):
    return words.number(100 * part / whole) if whole else ""


def draw_verdicts(words, counts, labels, most, chart):
    """Draw for each group a bar to 100 percent with its number; of few claims, a sign each."""
    sizes, below = list(counts.sum(axis=1)), 0.17 if chart.narrow else 0
    rows = list(enumerate(zip(counts.index, sizes, strict=True)))

    def hover(group, verdict, count):
        return words.say("verdicts-mark", group=group, verdict=labels[verdict], count=count)

    for verdict in counts.columns:
        role, sign = verdict_role(verdict)
        edge = style.role("muted" if role == "paper" else "paper")
        many = [
            (place, group, counts[verdict][group], size)
            for place, (group, size) in rows
            if size >= ENOUGH and counts[verdict][group]
        ]
        shares = [100 * value / size for *_, value, size in many]
        chart.bars(
            shares,
            [place + below for place, *_ in many],
            orientation="h",
            width=0.62 - below,
            marker={"color": style.role(role), "line": {"color": edge, "width": 1.5}},
            text=[
                f"{sign} {value}".strip() if share > READABLE[chart.narrow] else ""
                for (*_, value, _), share in zip(many, shares, strict=True)
            ],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": 13, "color": style.role("ink" if role == "paper" else "paper")},
            hover=[hover(group, verdict, value) for _, group, value, _ in many],
        )
    for place, group in ((place, group) for place, (group, size) in rows if size < ENOUGH):
        each = [verdict for verdict in counts for _ in range(counts[verdict][group])]
        roles, signs = zip(*map(verdict_role, each), strict=True) if each else ((), ())
        colours = [style.role("muted" if role == "paper" else role) for role in roles]
        step = 7 if chart.narrow else 4
        chart.texts(
            [step * (number + 0.5) for number in range(len(each))],
            [place + below] * len(each),
            [tag("b", sign or "○") for sign in signs],
            colours,
            16,
            hover=[hover(group, one, 1) for one in each],
        )
    names = [words.say("verdicts-group", group=name, count=size) for _, (name, size) in rows]
    axis = {"range": [max(most, 4) - 0.5, -0.5]}
    if chart.narrow:
        for place, name in enumerate(names):
            chart.note(name, x=0, y=place - 0.32, xanchor="left")
        axis["visible"] = False
    else:
        axis |= {"tickvals": range(len(names)), "ticktext": names, "showgrid": False}
    shares = {"range": [0, 100], "tickfont": {"size": 12}, "showgrid": False}
    shares |= percent_ticks(words)
    chart.set(barmode="stack", xaxis=shares, yaxis=axis, margin={"r": 28})
