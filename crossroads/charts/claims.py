"""What became of the article's claims: verdicts counted."""

from collections import Counter
from functools import cache, partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import BARE, LETTER, WHOLE, length, lines
from crossroads.charts.view import ALL, View, article_day, coded, cuts, declare, named, only, slug
from crossroads.words.plain import singles_apart
from crossroads.words.tags import tag
from crossroads.words.wording import capital

UNKNOWN = ""


def _finding(words, counts, verdict, **facts):
    """Say which part of the claims, counted for each verdict, has the chosen one."""
    found = {code: int(count) for code, count in counts.items() if count}
    total = sum(found.values())
    verdict = verdict if total != 1 else next(iter(found))
    count = found.get(verdict, 0)
    each = [
        words.say("finding-rest" if place else "finding-first", count=number, verdict=slug(code))
        for place, (code, number) in enumerate(found.items())
    ]
    cases = ("none", "single")[total] if total < 2 else "part" if count < total else "all"
    facts |= {"case": "each" if verdict == ALL and total else cases, "each": each}
    return words.say("finding", claims=total, count=count, verdict=slug(verdict), **facts)


# How many of each: verdicts by speaker, kind or way of saying ----------------

ROWS = ("speaker_id", "speaker_kind", "kind", "said_how")
HEIGHT, OF_ONE = (380, 440), (180, 200)
FEW = 0.1  # Groups with no more of the claims than this are drawn as one.


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
        totals, groups, shown = counts.sum(), counts.sum(axis=1), {**labels, **unknown}
        total, supported = int(totals.sum()), counts.iloc[:, 0]
        largest = groups.idxmax()
        order = totals[totals > 0].sort_values(ascending=False, kind="stable")
        most = order.index[0] if total else ALL
        # What else the title names: what is as many, what is supported, and what is contradicted.
        asked = {*order.index[order == order.max()], counts.columns[0], "contradicted"} - {most}
        more = [(slug(code), int(number)) for code, number in order.items() if code in asked]
        more = [words.say("finding-rest", count=number, verdict=code) for code, number in more]
        facts = {
            "kind": kind,
            "seen": "day" if seen else "record",
            "day": pd.Timestamp(seen),
            "finding": _finding(words, totals, most, kind=kind),
            "all": _finding(words, totals, ALL, kind=kind),
            "percent": _percent(words, order.max(), total),
            "more": more,
            "rows": rows,
            "key": [
                words.say("verdicts-key", verdict=slug(code), count=int(totals[code]), label=label)
                for code, label in shown.items()
                if totals.get(code)
            ],
            "mores": len(more),
            "claims": total,
            "case": "groups" if total and len(counts) > 1 else "single",
            "verdict": slug(counts.columns[0]),
            "largest": largest,
            "largest_supported": int(supported[largest]),
            "largest_size": int(groups[largest]),
            "largest_percent": _percent(words, supported[largest], groups[largest]),
            "others_supported": int(supported.sum() - supported[largest]),
            "others_size": int(total - groups[largest]),
        }
        table = counts.assign(all=groups)
        table.loc[words.say("column-all")] = table.sum()
        table = table.rename_axis("group").reset_index()
        heads = {**shown, "group": words.say(f"verdicts-rows-{rows}")}
        sizes = grouped(rows, "")["group"].value_counts()
        several, few = singles_apart(sizes[counts.index], FEW * sizes.sum())
        drawn = counts.loc[several]
        if few:
            drawn.loc[capital(words.say("others", others=len(few)))] = counts.loc[few].sum()
        if len(drawn) > 1:
            drawn = pd.concat([totals.rename(words.say("column-all")).to_frame().T, drawn])
        draw = partial(draw_verdicts, words, drawn, shown)
        height = HEIGHT[0], HEIGHT[1] if len(drawn) > 1 else OF_ONE[1]
        return View(facts, table, draw, height, heads, [""] * len(table), empty=not total)

    used = set(pack.claims["kind"])
    kinds = {kind: label for kind, label in coded(pack, "claims.kind").items() if kind in used}
    kinds = {one: words.say("claims-kind", kind=one, label=kinds[one]) for one in kinds}
    kinds = {ALL: words.say("claims-all"), **kinds}
    seen = {"": words.say("seen-everything")}
    seen[article_day(pack)] = words.say("verdicts-seen-day", day=pack.day)
    return declare(pack, "verdicts", show, rows=ROWS, kind=kinds, seen=seen)


def _percent(words, part, whole):
    return words.number(100 * part / whole) if whole else ""


def draw_verdicts(words, counts, labels, chart):
    """Draw all claims together, and each group's, as a bar parted by verdict, as high as many."""
    sizes, counts = counts.sum(axis=1), counts.loc[:, counts.sum() > 0]
    names = [words.say("verdicts-group", group=name, count=sizes[name]) for name in counts.index]
    above, apart, top = 20 * chart.narrow, 10, 24
    plot = chart.layout["height"] - 20
    high = plot if len(counts) > 1 else OF_ONE[chart.narrow] - 20
    thick = sizes * (high - top - (above + apart) * len(names)) / max(1, sizes.sum())
    tops = (thick + above + apart).cumsum() - thick + top - apart
    look = {"range": [plot, 0], "showgrid": False, "ticklen": 0, "showline": False}  # pixels
    beside = tops if chart.narrow else tops + thick / 2
    look |= chart.names_beside(names, 40, up=1, places=beside, x=0, yanchor="bottom")
    chart.set(yaxis=look, barmode="overlay", xaxis={**BARE, "range": [0, 100.1]})
    room = WHOLE[chart.narrow] - (0 if chart.narrow else LETTER * max(map(len, names)))
    shares = 100 * counts.div(sizes.clip(1), axis=0)
    starts, middles, written = shares.cumsum(axis=1) - shares, tops + thick / 2, []
    look = {"orientation": "h", "width": thick}
    for verdict in counts:
        (role, sign), long = verdict_role(verdict), shares[verdict]
        ink, edge = ("@ink", "@muted") if role == "paper" else ("@paper", "@paper")
        texts = []
        for count, space, high in zip(counts[verdict], room * long / 100, thick, strict=True):
            said = (f"{sign} {count}".strip(), str(count)) if high > 12 else ()
            texts.append(next((one for one in said if length(one) < 0.9 * space), ""))
        centres = starts[verdict] + long / 2
        if not texts[0]:
            # What has no room in the first bar stands above its piece.
            said = tag("b", f"{sign} {counts[verdict].iloc[0]}".strip())
            colour = edge if role == "paper" else style.role(role)
            written.append((centres.iloc[0], top + above - 3, said, colour, "top center"))
        part = words.say("verdicts-share", percent=words.number(long.iloc[0]))
        if length(part) < room * long.iloc[0] / 100:
            texts[0] = lines(tag("b", texts[0]), part)
        inside = zip(centres, middles, texts, strict=True)
        written += [(*one, ink, "middle center") for one in inside if one[-1]]
        said = partial(words.say, "verdicts-mark", verdict=labels[verdict])
        hover = [said(group=group, count=count) for group, count in counts[verdict].items()]
        fill = {"color": style.role(role), "line": {"color": edge, "width": 1}}
        chart.bars(long, middles, base=starts[verdict], marker=fill, hover=hover, **look)
    # The library measures every text of a bar, and none of a trace of texts.
    *places, sides = ([one[part] for one in written] for part in range(5))
    chart.texts(*places, 13, textposition=sides, hoverinfo="skip", cliponaxis=False)
