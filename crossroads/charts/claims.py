"""What became of the article's claims: verdicts counted."""

from collections import Counter
from functools import cache, partial

import pandas as pd

from crossroads.charts import style
from crossroads.charts.view import ALL, View, cuts, declare, only, slug
from crossroads.words.tags import tag
from crossroads.words.wording import capital

UNKNOWN = ""


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
        return claims["speaker_id"].map(pack.speakers.set_index("speaker_id")["name"])
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
