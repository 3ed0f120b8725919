"""Whose words an article carries, who acts in it without being heard, and where it hedges."""

import re
from collections import Counter, defaultdict, namedtuple
from dataclasses import replace
from functools import cache, partial
from itertools import accumulate, takewhile
from textwrap import shorten

import pandas as pd

from crossroads.charts import quotes, style
from crossroads.charts.marks import BARE, mark, percent_ticks
from crossroads.charts.view import View, coded, declare, governments, named
from crossroads.words.plain import parts
from crossroads.words.tags import join, tag
from crossroads.words.wording import capital

WORDS, QUOTED, PARAGRAPHS = "words", "quoted", "paragraphs"
COLUMNS = {WORDS: "words", QUOTED: "words_quoted", PARAGRAPHS: "paragraph"}
WITH, WITHOUT = "with", "without"
REPORTER = "reporter"


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


def select_spans(pack):
    """List the stretches of the text in reading order: paragraph, speaker, words, quoted or not.

    Without a table ``spans``, the order within a paragraph is that of ``paragraphs``.
    """
    if pack.has("spans"):
        rows = pack.spans.sort_values(["paragraph", "place"], kind="stable")
        columns = (rows["paragraph"].map(str), rows["speaker_id"], rows["words"])
        return list(zip(*columns, rows["quoted"] == "yes", strict=True))
    return [
        (str(row.paragraph), row.speaker_id, number, quoted)
        for row in pack.paragraphs.itertuples(index=False)
        for number, quoted in ((row.words - row.words_quoted, False), (row.words_quoted, True))
        if number
    ]


def voices(pack):
    """Whose words the whole text carries."""
    words, voice = pack.words, own_voice(pack)
    groups = {by: group_names(pack, by) for by in ("speaker", "kind", "employer", "country")}
    rows = list(pack.paragraphs[pack.paragraphs["words"] > 0].itertuples(index=False))
    versions = {WITH: rows, WITHOUT: of_others(pack, rows)}
    spans = [
        (who, number, quoted, words.say("voices-span", paragraph=place, name=name, words=number))
        for place, who, number, quoted in select_spans(pack)
        for name in [groups["speaker"][who]]
    ]

    def show(by, count, own=WITH):
        found, whole = select_voices(versions[own], groups[by], count)
        shares = {group: share_words(words, number, whole) for group, number in found.items()}
        heard = [group for group, number in found.items() if number]
        first, second = [*found, "", ""][:2]
        best = [group for group in heard if found[group] == found[first]]
        facts = {
            "case": "told" if heard else "empty",
            "count": count,
            "own": own,
            **voice,
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
        columns = {"group": map(capital, found), "counted": found.values()}
        table = pd.DataFrame({**columns, "share": shares.values()})
        speaking = {row.speaker_id for row in versions[own]}
        most = {one for one in speaking if groups[by][one] in best}
        # Of each stretch: its words, whether they are of the first, of others or not counted.
        strip = [
            (number, (who in speaking and (quoted or count != QUOTED)) + (who in most), said)
            for who, number, quoted, said in spans
        ]
        kinds = {kind for _, kind, _ in strip}
        facts["blank"] = "none" if 0 not in kinds else "quoted" if count == QUOTED else "own"
        said = [
            words.say("voices-bar", share=shares[group], number=words.number(number))
            for group, number in found.items()
        ]
        early = sum(number for number, *_ in takewhile(lambda one: one[1] < 2, strip))
        facts["after"] = share_words(words, early, sum(number for number, *_ in strip))
        ends = [words.say(f"voices-{part}", **facts) for part in ("begin", "end", "early")]
        heads = {"group": words.say(f"voices-by-{by}")}
        draw = partial(draw_voices, found, whole, best, said, strip, early, ends)
        return View(facts, table, draw, (410, 480), heads, empty=not heard)

    # Where nobody tells the text, there is nobody whose words could be left out.
    own = {"own": (WITH, WITHOUT)} if reporters(pack) else {}
    return declare(pack, "voices", show, voice, by=tuple(groups), count=tuple(COLUMNS), **own)


def draw_voices(found, whole, best, said, strip, early, ends, chart):
    """Draw each group's share as a bar, and beneath where the largest is heard."""
    numbers, narrow, names = [*found.values()], chart.narrow, [capital(one) for one in found]
    if narrow:
        # The bars take the whole width.
        names = [shorten(one, 38, placeholder="…") for one in names]
        names = [join([tag("b", one), share], " ") for one, share in zip(names, said, strict=True)]
        said = ""
    thick, drop = (0.4, 0.25) if narrow else (0.5, 0)
    roles = [style.role("record" if one in best else "muted") for one in found]
    lying = {"orientation": "h", "width": thick, "hoverinfo": "skip"}
    places, bare = [place + drop for place in range(len(found))], {"line": {"width": 0}}
    look = {"text": said, "textposition": "none"}
    chart.bars(numbers, places, marker={"color": roles, **bare}, **lying, **look)
    if not narrow:
        # Bars are as wide as the strip: what has no room beside a long one stands at its end.
        # The library measures every text of a bar, and none of a trace of texts.
        full = [number > 0.83 * whole for number in numbers]
        sides = [f"middle {'left' if one else 'right'}" for one in full]
        inks = [style.role("paper" if one else "ink") for one in full]
        look = {"textposition": sides, "cliponaxis": False, "hoverinfo": "skip"}
        chart.texts(numbers, places, [f" {text} " for text in said], inks, 13, **look)
    long, kinds, hover = zip(*strip, strict=True)
    base, below = [0, *accumulate(long)], {"xaxis": "x2", "yaxis": "y2"}
    total, lying = max(1, base[-1]), {**below, "orientation": "h", "width": 1}
    frame = {"color": style.role("paper"), "line": {"width": 1, "color": style.role("muted")}}
    chart.bars([total], [0], marker=frame, hoverinfo="skip", **lying)
    roles = [style.role("record" if kind == 2 else "muted") for kind in kinds]
    look = {"color": roles, "opacity": [min(kind, 1) for kind in kinds], **bare}
    chart.bars(long, [0] * len(long), base=base[:-1], marker=look, hover=hover, **lying)
    side = "left" if early > 0.75 * total else "right" if early < 0.25 * total else "center"
    said = [(0, -0.9, ends[0], "muted", "right"), (total, -0.9, ends[1], "muted", "left")]
    if early > 0.05 * total:
        said += [(early, 1.2, ends[2], "record", side), (early, 0.8, "↓", "record", "center")]
    x, y, texts, roles, sides = zip(*said, strict=True)
    below |= {"textposition": [f"middle {side}" for side in sides], "cliponaxis": False}
    chart.texts(x, y, texts, list(map(style.role, roles)), 13, hoverinfo="skip", **below)
    look = chart.names_beside(names, 28, up=thick / 2 - drop, x=0, yanchor="bottom")
    bare = {**BARE, "zeroline": False, "fixedrange": True}
    rows = {"range": [max(4, len(found)) - 0.5, -0.5], "domain": [0.3, 1], **look}
    rows |= {"ticks": "outside", "ticklen": 5, "tickcolor": "rgba(0,0,0,0)"}
    chart.set(
        barmode="overlay",
        xaxis={**bare, "range": [0, max(whole, 1)], "anchor": "y"},
        xaxis2={**bare, "range": [0, total], "anchor": "y2"},
        yaxis={**bare, "showticklabels": True, **rows},
        yaxis2={**bare, "range": [-1.2, 1.5], "domain": [0, 0.25]},
    )


# Who acts and who speaks: events of the article against words ----------------

MOST_ROWS, MOST_NAMES = 7, 5
TOLD = {"named": ["named"], "implied": ["named", "implied"]}
# In how many events somebody acts, how many words they are given, and what shares these are.
Heard = namedtuple("Heard", "group events words acts heard")


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
    nowhere, own = words.say("voices-no-country"), own_voice(pack)

    def speaking(country, count):
        """Name the speakers of a country, each with words and kind of employer."""
        numbers = Counter()
        for row in paragraphs:
            numbers[row.speaker_id] += int(getattr(row, COLUMNS[count]))
        found = []
        for row in pack.speakers.itertuples(index=False):
            number = numbers[row.speaker_id]
            if number and sides["country"][1][row.speaker_id] == country:
                employer = pack.label("speakers.employer_kind", row.employer_kind)
                kind = employer or pack.label("speakers.kind", row.kind)
                found.append(words.say("heard-speaker", name=row.name, number=number, kind=kind))
        return found

    def show(by, told, count):
        rows, whole, said = select_heard(acting[told], paragraphs, sides[by], count)
        shares = [share_words(words, row.words, said) for row in rows]
        case = "told" if any(row.events for row in rows) else "empty"
        facts = {"case": case, "count": count, "all_events": whole, "all_words": said, **own}
        if rows:
            # Whoever acts most for the words that they are given.
            least = max(rows, key=lambda row: row.acts - row.heard)
            voices = speaking(least.group, count) if by == "country" else []
            silent = [row.group for row in rows if row.events and not row.words]
            if len(silent) > MOST_NAMES + 1:
                others = words.say("heard-others", count=len(silent) - MOST_NAMES)
                silent = [*silent[:MOST_NAMES], others]
            facts |= {"group": least.group, "events": least.events, "words": least.words}
            facts |= {"share": shares[rows.index(least)], "voices": len(voices)}
            facts |= {"speakers": voices, "silents": len(silent), "silent": silent}
        table = [(capital(row.group), row.events, row.words) for row in rows]
        table = pd.DataFrame(table, columns=["group", "events", "heard_words"])
        table["share_of_the_words"] = shares
        # Those who act or are heard most; whoever acts most for what is heard of it on top.
        drawn = sorted(rows, key=lambda row: -max(row.acts, row.heard))[:MOST_ROWS]
        drawn.sort(key=lambda row: row.heard - row.acts)
        left, said = [row for row in rows if row not in drawn], []
        if by == "country" and any(row.group == nowhere and row.words for row in drawn):
            names = pack.speakers.loc[pack.speakers["country"] == "", "name"][:2]
            names = [words.say("quoted", text=name) for name in names]
            said.append(words.say("heard-nowhere", group=capital(nowhere), names=names))
        if left:
            most = max(row.events for row in left)
            silent = "no" if any(row.words for row in left) else "yes"
            said.append(words.say("heard-left", count=len(left), most=most, silent=silent))
        heads = {"group": words.say(f"heard-by-{by}")}
        draw = partial(draw_heard, words, drawn, whole, " ".join(said))
        return View(facts, table, draw, (400, 480), heads, empty=facts["case"] == "empty")

    return declare(pack, "heard", show, by=tuple(sides), told=tuple(TOLD), count=(WORDS, QUOTED))


def draw_heard(words, rows, whole, left, chart):
    """Draw a line from each share of the words to that of the events; the first is strong."""
    narrow, more = chart.narrow, [row.acts - row.heard for row in rows]
    cases = ["acts" if one > 0 else "heard" if one < 0 else "equal" for one in more]
    groups = [*dict.fromkeys(cases)]
    # The head of a group takes a part of a row.
    places = [at + 0.8 * (1 + groups.index(case)) for at, case in enumerate(cases)]
    names = [places[cases.index(case)] - 0.75 for case in groups]
    called = [tag("b", words.say("heard-group", case=case)) for case in groups]
    names += [at - 0.36 * narrow for at in places]
    called += [capital(row.group) for row in rows]
    strong = [bool(one) and not at for at, one in enumerate(more)]
    acts, given = ([100 * getattr(row, part) for row in rows] for part in ("acts", "heard"))
    for part, role, width in ((True, "ink", 5), (False, "muted", 2)):
        some = [at for at, one in enumerate(strong) if one == part]
        ends = [end for at in some for end in (acts[at], given[at], None)]
        heights = [end for at in some for end in (places[at], places[at], None)]
        chart.trail(ends, heights, role, width, opacity=0.75)
    top = 100 if max([*acts, *given, 0]) > 45 else 50
    # Where both marks are at one place, one is seen inside the other.
    looks = (given, acts, "words", "ink", 15), (acts, given, "events", "record", 10)
    for part, other, column, role, size in looks:
        texts, hover, sides, look = [], [], [], mark(size, "circle", style.role(role))
        for row, one, its in zip(rows, part, other, strict=True):
            number, share = getattr(row, column), share_words(words, one, 100)
            facts = {"case": "some" if number else "none", "number": number, "share": share}
            hover.append(words.say(f"heard-{column}-bar", **facts))
            left_of = one < its or (one == its and part is given)
            if part is acts and not (texts or left_of) and one < 0.75 * top:
                share = words.say("heard-of", share=share, number=number, whole=whole)
            texts.append(f"\u2002{share}\u2002")
            sides.append("middle left" if left_of else "middle right")
        fill = style.role("record" if part is acts else "paper")
        look |= {"color": fill, "opacity": [1 if one else 0.5 for one in strong]}
        colours = [style.role(role if one else "muted") for one in strong]
        said = {"text": texts, "textposition": sides, "textfont": {"size": 13, "color": colours}}
        said |= {"mode": "markers+text", "cliponaxis": False}
        ground = {"marker": mark(size, "circle", style.role("paper")), "hoverinfo": "skip"}
        chart.points(part, places, **ground)
        chart.points(part, places, marker=look, hover=hover, **said)
    room = [-(0.16 if narrow else 0.15) * top, 1.16 * top]
    axis = {**BARE, "range": [max([4, *places]) + 0.6, -0.5]}
    if narrow:
        look = {"textposition": "middle right", "hoverinfo": "skip", "cliponaxis": False}
        chart.texts([room[0]] * len(names), names, called, "ink", **look)
    else:
        axis |= {"showticklabels": True, "tickvals": names, "ticktext": called}
    scale = {**percent_ticks(words), "tickfont": {"size": 12}, "ticks": "outside"}
    scale |= {"range": room, "showgrid": False, "showline": False}
    chart.across(0, x1=top, xref="x", yref="paper")
    chart.set(xaxis=scale, yaxis=axis, margin={"b": 44})
    chart.foot(left, 26, letters=(50, 74))


# How sure: hedges by voice ---------------------------------------------------

ALL_HEDGES, RATE, NUMBER, MOST_KINDS = "hedges", "rate", "number", 3
# A rate on fewer words than these would hang on a single word.
FEW = 100


def select_words(pack):
    """Give every word of the excerpts, or what stands between two blanks, to a voice, by rule.

    Words in quotation marks go to whomever ``paragraphs`` has quoted there, those
    inside a statement of ``claims`` to its speaker, all others to the `teller`.
    """
    rows = []
    for excerpt in pack.excerpts.itertuples():
        text, paragraph = excerpt.text, excerpt.paragraph
        voice = [(teller(pack, paragraph), "own words")] * len(text)
        for start, end, who, how in _spoken(pack, paragraph, text):
            # A claim inside the quotation names its speaker better than the paragraph does.
            voice[start:end] = [
                (one if how == "quoted" and was == "summarised" else who, how)
                for one, was in voice[start:end]
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


def _spoken(pack, paragraph, text):
    """Give what others than the teller say in a text: start, end, speaker and how."""
    if pack.has("claims"):
        claims = pack.claims[pack.claims["paragraph"] == paragraph]
        claims = claims[claims["said_how"] != "own words"]
        for quote, who in zip(claims["quote"], claims["speaker_id"], strict=True):
            if quote in text:
                start = text.index(quote)
                yield start, start + len(quote), who, "summarised"
    rows = pack.paragraphs[pack.paragraphs["paragraph"] == paragraph]
    rows = rows[rows["words_quoted"] > 0].sort_values("words_quoted", kind="stable")
    for match in re.finditer(r"[“\"][^“”\"]*[”\"]", text) if len(rows) else ():
        yield *match.span(), rows["speaker_id"].iloc[-1], "quoted"


def select_hedges(pack, words):
    """Find the hedges and boosters of the excerpts, each with its voice, see `select_words`."""
    kinds = named(pack, "hedges", "kind")
    rows = []
    for excerpt in pack.excerpts.itertuples():
        passage, tokens = excerpt.excerpt_id, words[words["excerpt_id"] == excerpt.excerpt_id]
        for start, end, word in quotes.find_hedges(excerpt.text, kinds):
            # A hedge may begin inside a token, as in a word after a dash.
            voice = tokens.loc[tokens["start"] <= start, ["speaker_id", "how"]].iloc[-1]
            rows.append((passage, excerpt.paragraph, start, end, word, kinds[word], *voice))
    columns = ["excerpt_id", "paragraph", "start", "end", "word", "kind", "speaker_id", "how"]
    return pd.DataFrame(rows, columns=columns)


# A group, its words, the places of what was found among them, and how many of 100 words that
# is: None where the words are too few.
Hedged = namedtuple("Hedged", "group words places number rate")


def hedges(pack):
    """How much each voice hedges, by the pack's own list of words."""
    words, voices = pack.words, select_words(pack)
    found = select_hedges(pack, voices)
    told = {one: pack.label("claims.said_how", one) for one in set(voices["how"])}
    nobody = {"": words.say("hedges-nobody")}
    names = {by: ("speaker_id", group_names(pack, by) | nobody) for by in ("kind", "speaker")}
    names["how"] = ("how", {one: words.say("hedges-how", label=told[one]) for one in told})
    texts = found["excerpt_id"].map(named(pack, "excerpts", "text"))
    labels = [pack.label("hedges.kind", one) for one in found["kind"]]
    strength = [*coded(pack, "hedges.kind"), *pack.hedges["kind"].unique()]
    speakers, meanings = named(pack, "speakers"), coded(pack, "hedges.kind", "definition")
    places = found.assign(text=texts, label=labels).itertuples(index=False)
    places = sorted(places, key=lambda place: strength.index(place.kind))
    kinds_of, times = named(pack, "hedges", "kind"), Counter(found["word"])
    papers = {*pack.speakers.loc[pack.speakers["kind"] == "document", "speaker_id"]}

    @cache
    def quoted(one):
        """Give a word in its quotation, found when a view shows it."""
        who = speakers.get(one.speaker_id, "")
        if who and one.how == "summarised" and one.speaker_id not in papers:
            who = words.say("hedges-retold", who=who)
        said = _spoken(pack, one.paragraph, one.text)
        return quotes.quotation(one, said, kinds_of, times, who)

    sizes_of, group_of = {}, {}
    for by, (column, groups) in names.items():
        sizes_of[by] = Counter(voices[column].map(groups)).most_common()
        group_of[by] = [groups[getattr(place, column)] for place in places]

    def show(by, kind, measure):
        counted = {*strength} - {quotes.BOOSTER} if kind == ALL_HEDGES else {kind}
        chosen = [one for one in zip(group_of[by], places, strict=True) if one[1].kind in counted]
        rows, said_of = [], {}
        for group, size in sizes_of[by]:
            those = [place for one, place in chosen if one == group]
            rate = 100 * len(those) / size if size >= FEW else None
            rows.append(Hedged(group, size, those, len(those), rate))
            said = "" if rate is None else words.number(rate, 1)
            said_of[group] = {"group": group, "number": len(those), "words": size, "rate": said}
        ranked = [row for row in rows if getattr(row, measure) is not None]
        ranked.sort(key=lambda row: -getattr(row, measure))
        times = Counter(place.word for _, place in chosen)
        most = max(times.values(), default=0)
        common = sorted(word for word in times if times[word] == most)
        rated = measure == RATE and bool(ranked)
        facts = {
            "case": "none" if not chosen else measure if ranked else "few",
            "kind": kind,
            "kind_name": pack.label("hedges.kind", kind),
            "measure": RATE if rated else NUMBER,
            "group": words.say(f"hedges-by-{by}"),
            "total": len(chosen),
            "whole": sum(row.words for row in rows),
            "common": [words.say("hedges-word", word=word) for word in common],
            "repeated": "yes" if most > 1 and len(common) <= 3 else "no",
            "few": len(rows) - len(ranked),
            "each": [
                words.say("hedges-each", case=measure, **said_of[row.group])
                for row in ranked
                if row.number or measure == RATE
            ],
        }
        if ranked:
            for name, row in (("best", ranked[0]), ("last", ranked[-1])):
                facts |= {f"{name}_{key}": value for key, value in said_of[row.group].items()}
            most = getattr(ranked[0], measure)
            best = [row.group for row in ranked if getattr(row, measure) == most]
            facts |= {"best": best, "equal": len(best), "behind": len(ranked) - len(best)}
        table = pd.DataFrame(said_of.values()).assign(group=[*map(capital, said_of)])
        table["rate"] = table["rate"].replace("", words.say("hedges-few"))
        found_in = [[one.text[one.start : one.end] for one in row.places] for row in rows]
        table["which"] = list(map(words.join, found_in))
        table.columns = ["group", "found", "words", "per_100_words", "which"]
        # Of rates, both ends stand in the title; of numbers, the two largest are drawn.
        ordered = ranked or sorted(rows, key=lambda row: -row.number)
        drawn = [ordered[0], ordered[-1]][: len(ordered)] if rated else ordered[:2]
        drawn = list(zip(drawn, ("record", "muted"), strict=False))
        word = kind != ALL_HEDGES
        key, free = ("word", {"rank": 0}) if word else ("label", {})  # Other kinds do not count.

        def lanes(some):
            """Give a bar of each group, of the kinds or words that are named."""
            for row, role in drawn:
                places = [one for one in row.places if getattr(one, key) in some]
                found = [replace(quoted(one), role=role, **free) for one in places]
                size = 100 / row.words if rated else 1
                case = facts["measure"] if found else "none"
                rate = words.number(size * len(found), int(rated))
                said = words.say("hedges-value", case=case, number=len(found), rate=rate)
                yield quotes.Lane(found, size, said, role)

        used = {getattr(one, key): one.kind for row, _ in drawn for one in row.places}
        bars = {of: [*lanes({of})] for of in used}
        # What parts the groups most comes first, with a sentence; others are one row.
        far = sorted(used, key=lambda of: -abs(bars[of][0].end - bars[of][-1].end))
        blocks = [quotes.Row(words.say("column-all"), "", [*lanes(used)], said=False, strong=True)]
        shown = far[: MOST_KINDS if len(far) > MOST_KINDS + 1 else None]
        for of in shown:
            name = words.say("hedges-word", word=of) if word else capital(of)
            blocks.append(quotes.Row(name, "" if word else meanings.get(used[of], ""), bars[of]))
        if rest := far[len(shown) :]:
            name = capital(words.say("hedges-rest", others=len(rest), kind=kind))
            blocks.append(quotes.Row(name, "", [*lanes(rest)], False))
        say = partial(words.say, "hedges-key")
        facts["key"] = [say(case=role, group=row.group, words=row.words) for row, role in drawn]
        draw = partial(quotes.draw_quotes, rows=blocks, edge=0)
        return View(facts, table, draw, (400, 540), {"group": facts["group"]}, empty=not chosen)

    kinds = {one: capital(pack.label("hedges.kind", one)) for one in pack.hedges["kind"]}
    if kinds.pop(quotes.BOOSTER, ""):
        kinds[quotes.BOOSTER] = words.say("hedges-kind-booster")
    kinds = {ALL_HEDGES: words.say("hedges-kind-hedges"), **kinds}
    controls = {"by": tuple(names), "kind": kinds, "measure": (RATE, NUMBER)}
    return declare(pack, "hedges", show, own_voice(pack), **controls)
