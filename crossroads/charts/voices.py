"""Whose words an article carries, who acts in it without being heard, and where it hedges."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

import pandas as pd

from crossroads.charts import style
from crossroads.charts.marks import (
    BARE,
    BREAK,
    WHOLE,
    around,
    lines,
    mark,
    percent_ticks,
    wrapped,
)
from crossroads.charts.view import View, coded, declare, governments, named
from crossroads.words.plain import parts
from crossroads.words.tags import join, tag
from crossroads.words.wording import capital

WORDS, QUOTED, PARAGRAPHS = "words", "quoted", "paragraphs"
COLUMNS = {WORDS: "words", QUOTED: "words_quoted", PARAGRAPHS: "paragraph"}
WITH, WITHOUT = "with", "without"
REPORTER = "reporter"
LABEL = 24  # letters of a label beside a bar, in one line


def country_name(pack):
    """Give a function from a country's code to its name: its government's among the actors."""
    names = governments(pack)["short_name"]
    return lambda code: names.get(code) or pack.words.country(code)


def kind_name(pack, kind):
    """Name those of one kind of speaker; a label in the pack's table of codes comes first."""
    label = pack.label("speakers.kind", kind)
    case = kind.replace(" ", "-") if label == kind else "labelled"
    return pack.words.say("speakers-of-kind", case=case, label=label)


def own_voice(pack):
    """Say whether somebody tells the text, and in whose voice, such as "the reporter"."""
    case = "somebody" if reporters(pack) else "nobody"
    return {"told_by": case, "voice": kind_name(pack, REPORTER) if reporters(pack) else ""}


def group_names(pack, by):
    """Name the group of each speaker: by speaker, kind, employer, or the employer's country."""
    speakers, words = pack.speakers, pack.words
    if by == "speaker":
        names = speakers["name"]
    elif by == "kind":
        names = speakers["kind"].map(partial(kind_name, pack))
    else:
        nobody = words.say(f"voices-no-{by}")
        called = country_name(pack) if by == "country" else str
        names = [called(one) or nobody for one in speakers[by]]
    return dict(zip(speakers["speaker_id"], names, strict=True))


def reporters(pack):
    """Give the ids of the speakers whose voice the text is told in."""
    return set(pack.speakers.loc[pack.speakers["kind"] == REPORTER, "speaker_id"])


def of_others(pack, rows):
    """Leave out of rows of ``paragraphs`` the words of those who tell the text."""
    own = reporters(pack)
    return [row for row in rows if row.speaker_id not in own]


def share_words(words, part, whole):
    """Write a share, such as ``57%``; a small one is not rounded down to nothing."""
    percent = 100 * part / whole if whole else 0
    case = "under" if part and percent < 0.5 else "told"
    return words.say("voices-share", case=case, percent=words.number(percent))


# Whose words: shares of the whole text --------------------------------------


def select_voices(rows, groups, count):
    """Count words, quoted words or paragraphs of each group of voices, the largest first.

    Shares of paragraphs do not add up to one, because several voices may share one.
    """

    def number(some):
        cells = [getattr(row, COLUMNS[count]) for row in some]
        return int(len(set(cells)) if count == PARAGRAPHS else sum(cells))

    found = defaultdict(list)
    for row in rows:
        found[groups[row.speaker_id]].append(row)
    ranked = sorted((-number(those), group) for group, those in found.items())
    return {group: -less for less, group in ranked}, number(rows)


def kind_role(kind):
    """Name the colour of a kind of speaker."""
    return style.role(f"voice-{kind.replace(' ', '-')}")


def select_spans(pack):
    """List the stretches of the text in reading order: paragraph, speaker, words, quoted or not.

    Without a table ``spans``, the order within a paragraph is that of ``paragraphs``.
    """
    if pack.has("spans"):
        rows = pack.spans.sort_values(["paragraph", "place"], kind="stable")
        columns = (rows[name] for name in ("paragraph", "speaker_id", "words"))
        return list(zip(*columns, rows["quoted"] == "yes", strict=True))
    return [
        (row.paragraph, row.speaker_id, number, quoted)
        for row in pack.paragraphs.itertuples(index=False)
        for number, quoted in ((row.words - row.words_quoted, False), (row.words_quoted, True))
        if number
    ]


def voices(pack):
    """Whose words the whole text carries."""
    words, voice = pack.words, own_voice(pack)
    options = ("speaker", "kind", "employer", "country")
    groups = {by: group_names(pack, by) for by in options}
    rows = list(pack.paragraphs[pack.paragraphs["words"] > 0].itertuples(index=False))
    versions = {WITH: rows, WITHOUT: of_others(pack, rows)}
    kinds = named(pack, "speakers", "kind")
    names = group_names(pack, "speaker")
    spans = []
    for paragraph, who, number, quoted in select_spans(pack):
        said = words.say("voices-span", paragraph=str(paragraph), name=names[who], words=number)
        spans.append((paragraph, who, number, quoted, said))
    kinds_heard = dict.fromkeys(kinds[who] for _, who, *_ in spans)

    def legend(kind):
        named = kind_name(pack, kind) if kind else ""
        return words.say("voices-legend", kind=kind.replace(" ", "-") or "none", name=named)

    def show(by, count, own=WITH):
        found, whole = select_voices(versions[own], groups[by], count)
        shares = {group: share_words(words, number, whole) for group, number in found.items()}
        heard = [group for group, number in found.items() if number]
        first, second = [*found, "", ""][:2]
        head = words.say(f"voices-by-{by}")
        best = [group for group in heard if found[group] == found[first]]
        kinds_of = defaultdict(set)
        for row in versions[own]:
            kinds_of[groups[by][row.speaker_id]].add(kinds[row.speaker_id])
        # A group of several kinds has no colour of its own.
        colours = {
            group: kind_role(*kinds_of[group]) if len(kinds_of[group]) == 1 else style.role("muted")
            for group in found
        }
        shown = [one for one in kinds_heard if own == WITH or one != REPORTER]
        shown += [""] if style.role("muted") in colours.values() else []
        facts = {
            "case": "told" if heard else "empty",
            "count": count,
            "own": own,
            **voice,
            "kinds": list(map(legend, shown)),
            "headline": pack.article["headline"].iloc[0],
            "group": head,
            "first": best,
            "ties": len(best),
            "foremost": first,
            "first_number": found.get(first, 0),
            "first_share": shares.get(first, ""),
            "others": len(found) - 1 if len(best) == 1 else 0,
            "second": second,
            "second_share": shares.get(second, ""),
            "whole": whole,
            "nexts": len(heard[1:4]),
            "next": [
                words.say("voices-each", group=one, number=found[one], share=shares[one])
                for one in heard[1:4]
            ],
            "rest": len(heard[4:]),
            "rest_share": share_words(words, sum(found[one] for one in heard[4:]), whole),
        }
        table = pd.DataFrame(
            {
                "group": list(map(capital, found)),
                "counted": list(found.values()),
                "share": list(shares.values()),
            }
        )
        strips, at = [], 0
        for _, who, number, quoted, hover in spans:
            quiet = not quoted and count == QUOTED
            if (group := groups[by][who]) in found:
                look = kind_role(kinds[who]), 0.18 if quiet else 1
                strips.append((at, number, *look, hover, group))
            at += number
        draw = partial(draw_voices, words, strips, at, found, shares, colours)
        return View(facts, table, draw, (410, 500), {"group": head}, empty=not heard)

    # Where nobody tells the text, there is nobody whose words could be left out.
    own = {"own": (WITH, WITHOUT)} if reporters(pack) else {}
    return declare(pack, "voices", show, voice, by=options, count=tuple(COLUMNS), **own)


def draw_voices(words, strips, whole, found, shares, colours, chart):
    """Draw each group's share as a bar, and where in the text it has its words beside it."""
    groups, narrow = [*found], chart.narrow
    drop, thick = (0.18, 0.4) if narrow else (0, 0.66)
    places = [place + drop for place in range(len(groups))]
    texts = [
        words.say("voices-bar", share=shares[group], number=words.number(found[group]))
        for group in groups
    ]
    look = {
        "color": [colours[group] for group in groups],
        "line": {"color": style.role("muted"), "width": 0.5},
    }
    lying = {"orientation": "h", "width": thick, "textposition": "outside", "textangle": 0}
    said = {"text": texts, "textfont": {"size": 12 if narrow else 13}, "constraintext": "none"}
    bars = {"marker": look, "cliponaxis": False, "hoverinfo": "skip", **lying, **said}
    chart.bars([found[group] for group in groups], places, **bars)
    columns = zip(*strips, strict=True) if strips else [()] * 6
    start, long, colour, opacity, hover, row = map(list, columns)
    within = {"orientation": "h", "width": thick, "xaxis": "x2"}
    text = {"color": style.role("muted"), "opacity": 0.4, "line": {"width": 0}}
    line = {**within, "width": 0.05, "marker": text, "hoverinfo": "skip"}
    chart.bars([whole] * len(groups), places, **line)
    look = {"color": colour, "opacity": opacity, "line": {"width": 0}}
    rows = [groups.index(one) + drop for one in row]
    chart.bars(long, rows, base=start, marker=look, hover=hover, **within)
    head = {"xref": "x2", "x": 0, "xanchor": "left", "y": -0.5, "yanchor": "bottom"}
    chart.note(words.say("voices-where"), **head, font={"size": 12 if narrow else 13})
    named = chart.names_beside([capital(one) for one in groups], 28, up=0.26, x=0)
    most, end = max([*found.values(), 1]), max(6, len(groups)) - 0.5
    bare = {**BARE, "zeroline": False, "fixedrange": True}
    chart.set(
        barmode="overlay",
        margin={"t": 22},
        xaxis={**bare, "range": [0, most / (0.6 if narrow else 0.72)], "domain": [0, 0.6]},
        xaxis2={**bare, "range": [0, whole], "domain": [0.64, 1]},
        yaxis={**bare, "showticklabels": True, **named, "range": [end, -0.5]},
    )


# Who acts and who speaks: events of the article against words ----------------

MOST_ROWS, MOST_NAMES = 7, 5
TOLD = {"named": ["named"], "implied": ["named", "implied"]}


@dataclass(frozen=True)
class Heard:
    """In how many events somebody acts, and how many words they are given, with the shares."""

    group: str
    events: int
    words: int
    acts: float
    heard: float


def select_sides(pack, by):
    """Name the side of each actor and of each speaker: its country, or the actor itself."""
    actors, speakers = pack.actors, pack.speakers
    if by == "country":
        name, sides = country_name(pack), group_names(pack, "country")
        actors = zip(actors["actor_id"], actors["country"], strict=True)
        return {actor: name(code) for actor, code in actors}, sides
    names = named(pack, "actors", "short_name")
    known = zip(speakers["speaker_id"], speakers["actor_id"], speakers["name"], strict=True)
    return names, {speaker: names.get(actor, name) for speaker, actor, name in known}


def select_heard(events, rows, sides, count=WORDS):
    """Set the events, lists of actors, in which each side acts beside the words it is given.

    The reporter's own words are nobody's voice here, and not among the rows.
    """
    actors, speakers = sides
    acts, words = Counter(), Counter()
    for who in events:
        acts.update({actors[actor] for actor in who})
    for row in rows:
        words[speakers[row.speaker_id]] += int(getattr(row, COLUMNS[count]))
    whole, said = len(events), words.total()
    found = [
        Heard(side, acts[side], words[side], acts[side] / (whole or 1), words[side] / (said or 1))
        for side in acts.keys() | words.keys()
    ]
    return sorted(found, key=lambda row: (-row.events, -row.words, row.group)), whole, said


def heard(pack):
    """Who acts in the events of an article, and who is heard."""
    words, events = pack.words, pack.events
    acting = {
        option: [parts(who) for who in events.loc[events["in_article"].isin(codes), "actors"]]
        for option, codes in TOLD.items()
    }
    paragraphs = of_others(pack, pack.paragraphs.itertuples(index=False))
    sides = {by: select_sides(pack, by) for by in ("country", "actor")}
    speakers = {
        row.speaker_id: (
            row.name,
            pack.label("speakers.employer_kind", row.employer_kind)
            or pack.label("speakers.kind", row.kind),
        )
        for row in pack.speakers.itertuples(index=False)
    }

    def speaking(country, count):
        """Name the speakers of a country, each with words and kind of employer."""
        numbers = Counter()
        for row in paragraphs:
            numbers[row.speaker_id] += int(getattr(row, COLUMNS[count]))
        return [
            words.say("heard-speaker", name=name, number=numbers[speaker], kind=kind)
            for speaker, (name, kind) in speakers.items()
            if numbers[speaker] and sides["country"][1][speaker] == country
        ]

    def show(by, told, count):
        rows, whole, said = select_heard(acting[told], paragraphs, sides[by], count)
        shares = [share_words(words, row.words, said) for row in rows]
        facts = {
            "case": "told" if any(row.events for row in rows) else "empty",
            "count": count,
            **own_voice(pack),
            "all_events": whole,
            "all_words": said,
        }
        if rows:
            # Whoever acts most for the words that they are given.
            least = max(rows, key=lambda row: row.acts - row.heard)
            voices = speaking(least.group, count) if by == "country" else []
            silent = [row.group for row in rows if row.events and not row.words]
            if len(silent) > MOST_NAMES + 1:
                others = words.say("heard-others", count=len(silent) - MOST_NAMES)
                silent = [*silent[:MOST_NAMES], others]
            facts |= {
                "group": least.group,
                "events": least.events,
                "words": least.words,
                "share": shares[rows.index(least)],
                "voices": len(voices),
                "speakers": voices,
                "silents": len(silent),
                "silent": silent,
            }
        table = pd.DataFrame(
            {
                "group": [capital(row.group) for row in rows],
                "events": [row.events for row in rows],
                "heard_words": [row.words for row in rows],
                "share_of_the_words": shares,
            }
        )
        # Those who act or are heard most; whoever acts most for what is heard of it on top.
        drawn = sorted(rows, key=lambda row: -max(row.acts, row.heard))[:MOST_ROWS]
        drawn.sort(key=lambda row: row.heard - row.acts)
        left = [row for row in rows if row not in drawn]
        said = ""
        if left:
            facts_left = {"count": len(left), "most": max(row.events for row in left)}
            facts_left["silent"] = "no" if any(row.words for row in left) else "yes"
            said = words.say("heard-left", **facts_left)
        heads = {"group": words.say(f"heard-by-{by}")}
        draw = partial(draw_heard, words, drawn, said)
        return View(facts, table, draw, (400, 480), heads, empty=facts["case"] == "empty")

    count = (WORDS, QUOTED)
    return declare(pack, "heard", show, by=tuple(sides), told=tuple(TOLD), count=count)


def draw_heard(words, rows, left, chart):
    """Draw a line for each from its share of the words to its share of the events (percent)."""
    places = range(len(rows))
    acts, given = ([100 * getattr(row, part) for row in rows] for part in ("acts", "heard"))
    between = [at for pair in zip(acts, given, places, strict=True) for at in (*pair[:2], None)]
    heights = [at for place in places for at in (place, place, None)]
    line = {"color": style.role("muted"), "width": 3}
    chart.points(between, heights, mode="lines", line=line, opacity=0.5, hoverinfo="skip")
    for part, column, symbol, colour in (
        (given, "words", "circle-open", "ink"),
        (acts, "events", "circle", "record"),
    ):
        numbers = [getattr(row, column) for row in rows]
        shares = [share_words(words, one, 100) for one in part]
        hover = [
            words.say(
                f"heard-{column}-bar",
                case="some" if number else "none",
                number=number,
                share=share,
            )
            for number, share in zip(numbers, shares, strict=True)
        ]
        other = acts if part is given else given
        sides = [
            "middle left" if one < its or (one == its and part is given) else "middle right"
            for one, its in zip(part, other, strict=True)
        ]
        chart.points(
            part,
            places,
            mode="markers+text",
            marker=mark(13, symbol, style.role(colour)),
            text=[f"\u2002{share}\u2002" for share in shares],
            textposition=sides,
            textfont={"size": 13, "color": style.role(colour)},
            hover=hover,
            cliponaxis=False,
        )
    top = 100 if max([*acts, *given, 0]) > 45 else 50
    room = [-0.16 * top, 1.17 * top] if chart.narrow else [-0.13 * top, 1.12 * top]
    names = [capital(row.group) for row in rows]
    axis = {"showgrid": False, "showline": False, "range": [max(4, len(rows)) - 0.4, -0.6]}
    axis |= chart.names_beside(names, LABEL, bold=True, x=room[0], yshift=22)
    scale = {**percent_ticks(words), "tickfont": {"size": 12}, "ticks": "outside"}
    scale |= {"range": room, "showgrid": False, "showline": True}
    chart.set(xaxis=scale, yaxis=axis, margin={"b": 44})
    chart.foot(left, 26)


# How sure: hedges by voice ---------------------------------------------------

BOOSTER = "booster"
ALL_HEDGES = "hedges"
RATE, NUMBER = "rate", "number"
# A rate on fewer words than these would hang on a single word.
FEW = 100
QUOTATION = re.compile(r"[“\"][^“”\"]*[”\"]")


def select_words(pack):
    """Give every word of the excerpts, or what stands between two blanks, to a voice, by rule.

    Words in quotation marks go to whomever ``paragraphs`` has quoted there, those
    inside a statement of ``claims`` to its speaker, all others to the `teller`.
    """
    rows = []
    for excerpt in pack.excerpts.itertuples():
        text, paragraph = excerpt.text, excerpt.paragraph
        voice = [(teller(pack, paragraph), "own words")] * len(text)
        for start, end, who in _claimed(pack, paragraph, text):
            voice[start:end] = [(who, "summarised")] * (end - start)
        for start, end, who in _quoted(pack, paragraph, text):
            # A claim inside the quotation names its speaker better than the paragraph does.
            voice[start:end] = [
                (one if how == "summarised" else who, "quoted") for one, how in voice[start:end]
            ]
        for match in re.finditer(r"\S+", text):
            # The first letter decides, not a quotation mark or a bracket before it.
            letter = re.search(r"\w", match.group())
            at = match.start() + (letter.start() if letter else 0)
            rows.append((excerpt.excerpt_id, paragraph, at, *voice[at]))
    columns = ["excerpt_id", "paragraph", "start", "speaker_id", "how"]
    return pd.DataFrame(rows, columns=columns)


def teller(pack, paragraph):
    """Give the only reporter, else the only one who speaks in a paragraph, else an empty text."""
    own, rows = reporters(pack), pack.paragraphs
    there = {*rows.loc[(rows["paragraph"] == paragraph) & (rows["words"] > 0), "speaker_id"]}
    found = own if len(own) == 1 else own & there or there
    return [*found][0] if len(found) == 1 else ""


def _claimed(pack, paragraph, text):
    if not pack.has("claims"):
        return
    claims = pack.claims[
        (pack.claims["paragraph"] == paragraph) & (pack.claims["said_how"] != "own words")
    ]
    for quote, who in zip(claims["quote"], claims["speaker_id"], strict=True):
        start = text.find(quote)
        if start >= 0:
            yield start, start + len(quote), who


def _quoted(pack, paragraph, text):
    rows = pack.paragraphs[
        (pack.paragraphs["paragraph"] == paragraph) & (pack.paragraphs["words_quoted"] > 0)
    ]
    if len(rows):
        who = rows.sort_values("words_quoted", kind="stable")["speaker_id"].iloc[-1]
        for match in QUOTATION.finditer(text):
            yield match.start(), match.end(), who


def find_hedges(text, words):
    """Find the words of a list in a text.

    The words are in small letters; where two overlap, the longer one counts. A
    word with a capital inside a sentence is taken for a name and left out.
    Each comes with start, end and as the list has it.

    Examples
    --------
    >>> find_hedges("It could be. Nearly all say so, in May", ["could", "nearly all", "all", "may"])
    [(3, 8, 'could'), (13, 23, 'nearly all')]
    """
    longest_first = sorted(words, key=len, reverse=True)
    if not longest_first:
        return []
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
    found = []
    for match in re.finditer(pattern, text.replace("’", "'"), re.IGNORECASE):
        begins = not text[: match.start()].strip() or re.search(
            r"[.!?:;]\W*$|[“\"‘]$", text[: match.start()]
        )
        if begins or not match.group()[0].isupper() or match.group().startswith("I "):
            found.append((match.start(), match.end(), match.group().lower()))
    return found


def select_hedges(pack, words):
    """Find the hedges and boosters of the excerpts, each with its voice, see `select_words`."""
    kinds = named(pack, "hedges", "kind")
    places = zip(words["excerpt_id"], words["start"], strict=True)
    voices = dict(zip(places, zip(words["speaker_id"], words["how"], strict=True), strict=True))
    rows = []
    for excerpt in pack.excerpts.itertuples():
        passage = excerpt.excerpt_id
        # A hedge may begin inside a token, as in a word after a dash.
        starts = sorted(start for where, start in voices if where == passage)
        for start, end, word in find_hedges(excerpt.text, kinds):
            voice = voices[(passage, max(one for one in starts if one <= start))]
            rows.append((passage, excerpt.paragraph, start, end, word, kinds[word], *voice))
    columns = ["excerpt_id", "paragraph", "start", "end", "word", "kind", "speaker_id", "how"]
    return pd.DataFrame(rows, columns=columns)


@dataclass(frozen=True)
class Hedged:
    """A group, how many words it has, and the places of what was found among them."""

    group: str
    words: int
    places: list

    @property
    def number(self):
        """How many were found."""
        return len(self.places)

    @property
    def rate(self):
        """How many of 100 words; None where the words are too few."""
        return 100 * self.number / self.words if self.words >= FEW else None


def is_of(kind, one):
    """Tell whether a kind of word belongs to a kind of the chart."""
    return one != BOOSTER if kind == ALL_HEDGES else one == kind


def hedges(pack):
    """How much each voice hedges, by the pack's own list of words."""
    words, voices = pack.words, select_words(pack)
    found = select_hedges(pack, voices)
    told = {one: pack.label("claims.said_how", one) for one in set(voices["how"])}
    nobody = {"": words.say("hedges-nobody")}
    names = {by: ("speaker_id", group_names(pack, by) | nobody) for by in ("kind", "speaker")}
    names["how"] = ("how", {one: words.say("hedges-how", label=told[one]) for one in told})
    # A group of one kind of speaker has the colour of that kind.
    kinds, roles = named(pack, "speakers", "kind"), {"how": {}}
    for by in ("kind", "speaker"):
        groups = group_names(pack, by)
        roles[by] = {groups[one]: f"voice-{kinds[one].replace(' ', '-')}" for one in groups}
    texts = found["excerpt_id"].map(named(pack, "excerpts", "text"))
    labels = [pack.label("hedges.kind", one) for one in found["kind"]]
    strength = [*coded(pack, "hedges.kind"), *pack.hedges["kind"].unique()]
    meanings = coded(pack, "hedges.kind", "definition")
    places = found.assign(text=texts, label=labels).itertuples(index=False)
    places = sorted(places, key=lambda place: strength.index(place.kind))
    sizes_of, group_of = {}, {}
    for by, (column, groups) in names.items():
        sizes_of[by] = Counter(voices[column].map(groups)).most_common()
        group_of[by] = [groups[getattr(place, column)] for place in places]

    def show(by, kind, measure):
        chosen = [
            pair for pair in zip(group_of[by], places, strict=True) if is_of(kind, pair[1].kind)
        ]
        rows = [
            Hedged(group, size, [place for one, place in chosen if one == group])
            for group, size in sizes_of[by]
        ]
        ranked = [row for row in rows if getattr(row, measure) is not None]
        ranked.sort(key=lambda row: -getattr(row, measure))
        times = Counter(place.word for _, place in chosen)
        most = max(times.values(), default=0)
        common = sorted(word for word in times if times[word] == most)
        total = times.total()
        facts = {
            "case": "none" if not total else measure if ranked else "few",
            "kind": kind,
            "kind_name": pack.label("hedges.kind", kind),
            "measure": measure,
            "group": words.say(f"hedges-by-{by}"),
            "total": total,
            "whole": sum(row.words for row in rows),
            "common": [words.say("hedges-word", word=word) for word in common],
            "repeated": "yes" if most > 1 and len(common) <= 3 else "no",
            "few": len(rows) - len(ranked),
            "each": [
                words.say("hedges-each", case=measure, **row_facts(words, row))
                for row in ranked
                if row.number or measure == RATE
            ],
        }
        if ranked:
            for name, row in (("best", ranked[0]), ("last", ranked[-1])):
                facts |= {f"{name}_{key}": value for key, value in row_facts(words, row).items()}
            most = getattr(ranked[0], measure)
            best = [row for row in ranked if getattr(row, measure) == most]
            facts |= {"best": [row.group for row in best], "equal": len(best)}
            facts["behind"] = len(ranked) - len(best)
        table = pd.DataFrame(
            {
                "group": [capital(row.group) for row in rows],
                "found": [row.number for row in rows],
                "words": [row.words for row in rows],
                "per_100_words": [
                    row_facts(words, row)["rate"] or words.say("hedges-few") for row in rows
                ],
                "which": [
                    words.join([one.text[one.start : one.end] for one in row.places])
                    for row in rows
                ],
            }
        )
        # As many columns for every kind of word, so that the eye compares them.
        columns = [row for row in rows if row.rate is not None][:3] or rows[:2]
        columns.sort(key=lambda row: -(getattr(row, measure) or 0))
        heads = []
        for row in columns:
            case = "few" if row.rate is None and measure == RATE else "enough"
            said = words.say("hedges-bar", case=case, **row_facts(words, row))
            heads.append((capital(row.group), said, roles[by].get(row.group, "record")))
        few = [row_facts(words, row) for row in rows if row not in columns]
        said = [words.say("hedges-each", case="number", **row) for row in few if row["number"]]
        without = len(few) - len(said)
        said += [words.say("hedges-without", count=without)] if without else []
        of = {"kind": kind, "kind_name": facts["kind_name"]}
        others = words.say("hedges-others", others=said, **of) if few else ""
        # A row for each kind, or for each word of one kind.
        key, meant = ("label", meanings) if kind == ALL_HEDGES else ("word", {})
        ranked = chosen if key == "label" else sorted(chosen, key=lambda one: -times[one[1].word])
        kinds_of = {getattr(place, key): meant.get(place.kind, "") for _, place in ranked}

        def cell(row, of=None):
            those = [place for place in row.places if of in (None, getattr(place, key))]
            few = measure == RATE and row.rate is None
            size = len(those) if measure == NUMBER else 0 if few else 100 * len(those) / row.words
            said = {"number": len(those), "rate": words.number(size, 1)}
            said = words.say("hedges-value", case="few" if few else measure, **said)
            return size, said if those else words.say("hedge-none"), those

        drawn = [(words.say("column-all"), "", list(map(cell, columns)))]
        for of, meaning in kinds_of.items():
            cells = [cell(row, of) for row in columns]
            name = capital(of) if key == "label" else words.say("hedges-word", word=of)
            drawn += [(name, meaning, cells)] if any(those for *_, those in cells) else []
        draw = partial(draw_hedges, words, heads, drawn, others)
        heads_of = {"group": facts["group"]}
        return View(facts, table, draw, (420, 500), heads_of, empty=not total)

    listed = pack.hedges["kind"].drop_duplicates().tolist()
    kinds = {ALL_HEDGES: words.say("hedges-kind-hedges")}
    kinds |= {one: capital(pack.label("hedges.kind", one)) for one in listed if one != BOOSTER}
    if BOOSTER in listed:
        kinds[BOOSTER] = words.say("hedges-kind-booster")
    source = own_voice(pack)
    controls = {"by": tuple(names), "kind": kinds, "measure": (RATE, NUMBER)}
    return declare(pack, "hedges", show, source, **controls)


def row_facts(words, row):
    """Give what a message says of a group."""
    rate = "" if row.rate is None else words.number(row.rate, 1)
    return {"group": row.group, "number": row.number, "words": row.words, "rate": rate}


# Lines of text in the plot, wide and narrow; what a row takes of them beside its sentences;
# what the bars may take of a column; and the names of rows (unit: letters).
LINES, BESIDE, BAR, NAMES = (22, 26), (1.5, 2.3), (0.66, 0.5), 27
GAP = 12  # between the names of rows and what stands beside them (unit: pixels)


def draw_hedges(words, heads, rows, others, chart):
    """Draw bars of all words of each group, then of each kind, with some in their sentences."""
    narrow, beside, count = chart.narrow, BESIDE[chart.narrow], max(1, len(heads))
    # What has no room for a sentence is left to the table.
    left = len(rows)
    rows = rows[: 1 + int((LINES[narrow] - beside) / (beside + 1))]
    left -= len(rows)
    room = (LINES[narrow] - beside) / max(1, len(rows) - 1) - beside
    cell = (WHOLE[narrow] - (0 if narrow else 6.2 * NAMES + GAP)) / count - 10
    most = max([size for _, _, cells in rows for size, *_ in cells] + [0.1])
    places, passages, used, y = [], [], set(), 0
    colours = [style.role(role) for *_, role in heads]
    for name, meaning, cells in rows:
        fits = max(1, int(room)) if y else 0
        long = max([0, *(min(fits, len(those)) for *_, those in cells)])
        size = 12 if y else 13
        edge = [0.5 if number else 0 for number, *_ in cells]
        edge = {"color": style.role("muted"), "width": edge}
        chart.bars(
            [BAR[narrow] * size / most for size, *_ in cells],
            [y + narrow] * len(cells),
            base=list(range(len(cells))),
            orientation="h",
            width=0.6 if y else 0.95,
            marker={"color": colours, "line": edge},
            text=[said if y else tag("b", said) for _, said, _ in cells],
            textposition="outside",
            textfont={"size": size},
            textangle=0,
            constraintext="none",
            cliponaxis=False,
            hoverinfo="skip",
        )
        for column, (*_, those) in enumerate(cells):
            # Rather of an excerpt of which nothing stands there.
            those = sorted(those, key=lambda place: place.excerpt_id in used)[:long]
            used.update(place.excerpt_id for place in those)
            # A sentence goes on where nobody is beside it.
            beyond = takewhile(lambda one: not one[-1], cells[column + 1 :])
            wide = cell * (1 + len(list(beyond)))
            for line, one in enumerate(those, 1):
                texts = around(one.text, one.start, one.end, 0.24 * cell, wide - 0.24 * cell)
                passages.append((column, y + narrow + line, texts, f"excerpts:{one.excerpt_id}"))
        named = [tag("b", name), *([wrapped(meaning, NAMES)] if meaning and not narrow else [])]
        if narrow:
            said = join([tag("b", name), f" {meaning}"])
            chart.note(said, x=0, y=y, xanchor="left", font={"size": 12})
        places.append((y + (long and (long + 0.2) / 2), lines(*named)))
        y += beside + long + (max(0, min(3, room - long)) if y else 0)
    columns, heights, shown, behind = ([one[part] for one in passages] for part in range(4))
    chart.texts(
        columns,
        heights,
        [join([before, tag("b", word), after]) for before, word, after in shown],
        "ink",
        textposition="middle right",
        hoverinfo="skip",
        rows=behind,
        cliponaxis=False,
    )
    letters = (44 if narrow else 52) // count
    heads = [(tag("b", wrapped(name, letters)), wrapped(said, letters)) for name, said, _ in heads]
    heads = [lines(*head) for head in heads]
    high = 27 + 17 * max([head.count(BREAK) for head in heads], default=0)
    for column, head in enumerate(heads):
        chart.note(head, x=column, y=-0.6, xanchor="left", yanchor="bottom", align="left")
    named = {"showticklabels": False}
    if not narrow:
        named = {"tickvals": [y for y, _ in places], "ticktext": [name for _, name in places]}
        named |= {"tickfont": {"size": 12}, "ticks": "outside", "ticklen": GAP}
    chart.set(
        xaxis={**BARE, "range": [0, count]},
        yaxis={
            **BARE,
            "showticklabels": True,
            "range": [max(y, LINES[narrow]), -0.6],
            "tickcolor": "rgba(0,0,0,0)",
            **named,
        },
        margin={"t": high, "b": 46 if narrow else 40},
        barmode="overlay",
    )
    more = [words.say("hedges-more", count=left)] if left else []
    chart.foot(" ".join(filter(None, [*more, others])), letters=(50, 62))
