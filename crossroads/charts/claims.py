"""What became of the article's claims: verdicts counted."""

from collections import Counter
from functools import cache, partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import BARE, length, wrapped
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
HEIGHT = (400, 470)
HEADS = 175  # what all claims beside each other can count on (unit: pixels)


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
        others = totals.iloc[1:]
        more = others[(others == others.max()) & (others > supported.sum())]
        facts = {
            "kind": kind,
            "key": [
                words.say("verdict-sign", verdict=slug(one)) for one in totals[totals > 0].index
            ],
            "seen": "day" if seen else "record",
            "day": pd.Timestamp(seen),
            "finding": _finding(words, totals, counts.columns[0], kind=kind),
            "all": _finding(words, totals, ALL, kind=kind),
            "share": "known" if total > 1 else "none",
            "percent": _percent(words, supported.sum(), total),
            "more": [
                words.say("finding-rest", count=int(count), verdict=slug(code))
                for code, count in more.items()
            ],
            "mores": len(more) if total > 1 else 0,
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
    """Draw for each group, and all together, its claims of each verdict: a column for each."""
    narrow, totals = chart.narrow, counts.sum()
    names, cells = [*counts.index], counts.to_numpy().tolist()
    if len(names) > 1:
        names, cells = [words.say("column-all"), *names], [[*totals], *cells]
    drop, thick, gap = (0.12, 0.36, 0.09) if narrow else (0, 0.62, 0.1)
    whole, start = max(1, int(totals.sum())), 0
    # Of five verdicts not all have room for words beside their signs.
    short = narrow or (totals > 0).sum() > 4
    for column, verdict in enumerate(counts.columns):
        if not totals[verdict]:
            continue
        role, sign = verdict_role(verdict)
        colour = style.role("muted" if role == "paper" else role)
        rows = [place for place, row in enumerate(cells) if row[column]]
        values = [cells[place][column] for place in rows]
        hover = [
            words.say("verdicts-mark", group=names[place], verdict=labels[verdict], count=value)
            for place, value in zip(rows, values, strict=True)
        ]
        chart.bars(
            [value / whole for value in values],
            [place + drop for place in rows],
            base=start,
            orientation="h",
            width=thick,
            marker={"color": style.role(role), "line": {"color": colour, "width": 1}},
            text=[
                str(value) if place else tag("b", str(value))
                for place, value in zip(rows, values, strict=True)
            ],
            textposition="outside",
            textangle=0,
            textfont={"size": 13, "color": style.role("ink")},
            constraintext="none",
            cliponaxis=False,
            hover=hover,
        )
        said = sign or "○" if short else f"{sign or '○'} {labels[verdict].lower()}"
        head = wrapped(said, 14)
        font = {"size": 18 if short else 13, "color": colour}
        place = {"xanchor": "left", "yanchor": "bottom", "y": -0.5, "align": "left"}
        chart.note(tag("b", head), x=start, **place, font=font)
        needed = max(length(one, 14) for one in head.split("<br>")) + 8
        start += max(totals[verdict] / whole + gap, 0 if short else needed / HEADS)
    heads = [
        words.say("verdicts-group", group=name, count=size)
        for name, size in zip(names, map(sum, cells), strict=True)
    ]
    for place in range(len(names)):
        chart.across(place + drop + thick / 2, opacity=0.3)
    beside = chart.names_beside(heads, 40, up=0.28, x=0)
    end = max(most + 1, 5) - 0.5
    chart.set(
        barmode="overlay",
        xaxis={**BARE, "range": [0, start]},
        yaxis={"range": [end, -0.55], "showgrid": False, "showline": False, "ticklen": 0, **beside},
        margin={"t": 24 if narrow else 40},
    )
