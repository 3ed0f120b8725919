"""What became of the article's claims: verdicts counted."""

import math
from collections import Counter
from functools import cache, partial
from itertools import accumulate

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import BARE, BREAK, length, wrapped
from crossroads.charts.view import ALL, View, article_day, coded, cuts, declare, named, only, slug
from crossroads.words.plain import singles_apart
from crossroads.words.tags import join, tag
from crossroads.words.wording import capital

UNKNOWN = ""


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
HEIGHT = (380, 440)
# Groups with no more claims than this are drawn as one.
FEW = 2


def verdict_role(verdict):
    """Give the role of a verdict, and its sign; of none where it was not known."""
    role = slug(verdict)
    return (role, style.SIGNS[verdict]) if verdict in style.SIGNS else ("paper", "")


def _groups(pack, claims, rows):
    """Name the group of each claim."""
    if rows == "speaker_id":
        return claims["speaker_id"].map(named(pack, "speakers"))
    if rows != "speaker_kind":
        return [pack.label(f"claims.{rows}", code) for code in claims[rows]]
    kinds = claims["speaker_id"].map(named(pack, "speakers", "kind"))
    labels = {kind: pack.label("speakers.kind", kind) for kind in kinds}
    # A pack says it in its table of codes where our word does not fit.
    said = {
        kind: pack.words.say("speaker-sort", kind=slug(kind)) if label == kind else capital(label)
        for kind, label in labels.items()
    }
    return kinds.map(said)


def verdicts(pack):
    """Count the claims with each verdict, one line of bars for each group."""
    words, cut = pack.words, cuts(pack)
    labels = coded(pack, "claims.verdict")
    # Where that table leaves one out, its code stands for itself.
    allowed = pack.allowed("claims", "verdict")
    labels |= {code: capital(code) for code in allowed if code not in labels}
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
        several, few = counts.index, []
        if len(counts) > 1:
            several, few = singles_apart(grouped(rows, "")["group"].value_counts(), FEW)
        drawn = counts.loc[several]
        if few:
            drawn.loc[words.say("others", others=len(few))] = counts.loc[few].sum()
        if len(drawn) > 1:
            drawn = pd.concat([totals.rename(words.say("column-all")).to_frame().T, drawn])
        draw = partial(draw_verdicts, words, drawn, shown)
        return View(facts, table, draw, HEIGHT, heads, [""] * len(table), empty=not total)

    kinds, used = {ALL: words.say("claims-all")}, set(pack.claims["kind"])
    for code, label in coded(pack, "claims.kind").items():
        if code in used:
            kinds[code] = words.say("claims-kind", kind=code, label=label)
    seen = {"": words.say("seen-everything")}
    seen[article_day(pack)] = words.say("verdicts-seen-day", day=pack.day)
    return declare(pack, "verdicts", show, rows=ROWS, kind=kinds, seen=seen)


def _percent(words, part, whole):
    return words.number(100 * part / whole) if whole else ""


def draw_verdicts(words, counts, labels, chart):
    """Draw for all together, and for each group, its claims of each verdict: a column for each."""
    drop, thick, size, number = (0.14, 0.4, 12, 24) if chart.narrow else (0, 0.62, 13, 34)
    sizes = counts.sum(axis=1)
    names = [words.say("verdicts-group", group=name, count=sizes[name]) for name in counts.index]
    look = {"range": [max(len(names), 5) - 0.5, -0.55], "ticklen": 0, "showline": False}
    look |= chart.names_beside(names, 40, up=0.3, x=0)
    chart.set(yaxis={"showgrid": False, **look})
    counts = counts.loc[:, counts.sum() > 0]
    roles = {verdict: verdict_role(verdict) for verdict in counts}
    between = BREAK if chart.narrow else " "
    heads = [
        join([sign or "○", wrapped(labels[verdict].lower(), 12)], between)
        for verdict, (_, sign) in roles.items()
    ]
    least = [max(length(line, size) for line in head.split(BREAK)) + 8 for head in heads]
    most, unit, widths = counts.max(), 9, [math.inf]
    # The longest bars for which all columns have room.
    while unit > 0.5 and sum(widths) > chart.room:
        unit *= 0.95
        widths = [max(*pair) for pair in zip(least, unit * most + number, strict=True)]
    *starts, end = accumulate(widths, initial=0)
    for (verdict, (role, _)), start, head in zip(roles.items(), starts, heads, strict=True):
        rows = [(at, int(count)) for at, count in enumerate(counts[verdict]) if count]
        colour, said = style.role("muted" if role == "paper" else role), labels[verdict]
        chart.head(start, tag("b", head), font={"size": size, "color": colour}, yshift=2)
        chart.bars(
            [unit * count for _, count in rows],
            [place + drop for place, _ in rows],
            base=start,
            orientation="h",
            width=thick,
            marker={"color": style.role(role), "line": {"color": colour, "width": 1}},
            text=[str(count) for _, count in rows],
            textposition="outside",
            textfont={"size": 13, "color": style.role("ink")},
            cliponaxis=False,
            hover=[
                words.say("verdicts-mark", group=counts.index[at], verdict=said, count=count)
                for at, count in rows
            ],
        )
    chart.guides([place + drop + thick / 2 for place in range(len(names))], (0, end))
    chart.set(xaxis={**BARE, "range": [-6, end]}, barmode="overlay", margin={"t": 50})
