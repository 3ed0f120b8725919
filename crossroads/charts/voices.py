"""Whose words an article carries, who acts in it without being heard, and where it hedges."""

import math
import re

import pandas as pd

from crossroads.charts import style
from crossroads.charts.explorer import Control, Declaration, Description
from crossroads.words.plain import capital, count_words, join_words, parts

WORDS, QUOTED, PARAGRAPHS = "words", "quoted", "paragraphs"
WITH, WITHOUT = "with", "without"
REPORTER = "reporter"
LABEL = 24  # letters of a label beside a bar, in one line

KINDS = {
    "reporter": "the reporter",
    "official": "officials",
    "analyst": "named analysts",
    "state media": "state media",
    "document": "documents",
    "unnamed group": "unnamed groups",
}

# What stands on a chart where the table of speakers has an empty cell.
NOBODY = {"employer": "no employer named", "country": "no country named"}


def _names_of_countries(pack):
    """Give each country's name by its code, from the governments among the actors."""
    governments = pack.actors[pack.actors["kind"] == "government"].drop_duplicates("country")
    return dict(zip(governments["country"], governments["short_name"], strict=True))


def own_voice(pack):
    """Name whose voice a text is told in.

    Parameters
    ----------
    pack : Pack
        The label of ``speakers.kind`` `reporter` in its table of codes says
        it, where a text has no reporter.

    Returns
    -------
    str
        Such as "the reporter".
    """
    label = pack.label("speakers.kind", REPORTER)
    return KINDS[REPORTER] if label == REPORTER else label


def group_names(pack, by):
    """Name the group that each speaker belongs to.

    Parameters
    ----------
    pack : Pack
    by : {"speaker", "kind", "employer", "country"}
        The country is that of the employer.

    Returns
    -------
    dict of str to str
        ``speaker_id`` to the name of the group.
    """
    speakers = pack.speakers
    if by == "speaker":
        names = speakers["name"]
    elif by == "kind":
        kinds = {**KINDS, REPORTER: own_voice(pack)}
        names = speakers["kind"].map(lambda code: kinds.get(code, code))
    else:
        names = speakers[by].where(speakers[by] != "", NOBODY[by])
        if by == "country":
            names = names.replace(_names_of_countries(pack))
    return dict(zip(speakers["speaker_id"], names, strict=True))


def _reporters(pack):
    return set(pack.speakers.loc[pack.speakers["kind"] == REPORTER, "speaker_id"])


def _percent(part, whole):
    """Write a share, such as ``57%``; a small one is not rounded down to nothing."""
    if part and 100 * part / whole < 0.5:
        return "under 1%"
    return f"{100 * part / whole:.0f}%" if whole else "0%"


def _labels(rows):
    return [style.wrapped(capital(name), LABEL) or " " for name in rows["group"]]


# Whose words: shares of the whole text --------------------------------------

BY = {
    "speaker": "Speaker",
    "kind": "Kind of speaker",
    "employer": "Employer",
    "country": "Country of employer",
}
COUNTED = {
    WORDS: ("All words", "words"),
    QUOTED: ("Words in quotation marks", "words in quotation marks"),
    PARAGRAPHS: ("Paragraphs", "paragraphs"),
}
OWN = {WITH: "Counted", WITHOUT: "Left out"}


def select_voices(pack, by="speaker", count=WORDS, own=WITH):
    """Count the words of each voice over the whole text.

    Parameters
    ----------
    pack : Pack
    by : {"speaker", "kind", "employer", "country"}
    count : {"words", "quoted", "paragraphs"}
        All words that carry a voice, quoted or summarised (unit: words);
        those in quotation marks (unit: words); or paragraphs in which the
        voice has words (unit: paragraphs, headline and caption being one).
    own : {"with", "without"}
        Whether the reporter's own words count.

    Returns
    -------
    pandas.DataFrame
        One row for each group, the largest first: ``group`` (str),
        ``count`` (int) and ``whole`` (int), of which it is a share. Shares
        of paragraphs do not add up to one: several voices may share one.
        The numbers come from the table ``paragraphs``.
    """
    rows = pack.paragraphs[pack.paragraphs["words"] > 0]
    if own == WITHOUT:
        rows = rows[~rows["speaker_id"].isin(_reporters(pack))]
    rows = rows.assign(group=rows["speaker_id"].map(group_names(pack, by)))
    if count == PARAGRAPHS:
        counts, whole = rows.groupby("group")["paragraph"].nunique(), rows["paragraph"].nunique()
    else:
        counts = rows.groupby("group")["words" if count == WORDS else "words_quoted"].sum()
        whole = counts.sum()
    table = counts.astype(int).rename("count").reset_index()
    table = table.sort_values(["count", "group"], ascending=[False, True], kind="stable")
    return table.assign(whole=int(whole)).reset_index(drop=True)


def plot_voices(pack, by="speaker", count=WORDS, own=WITH):
    """Draw each voice's share as a bar; parameters as `select_voices`.

    Returns
    -------
    plotly.graph_objects.Figure
        Length is the share (unit: percent).
    """
    voices = select_voices(pack, by, count, own)
    less = f"the text without {own_voice(pack)}'s own words"
    where = "the whole text" if own == WITH else less
    chart = style.figure(
        _voices_title(voices, count, own),
        f"Share of the {COUNTED[count][1]} of {where}, by {BY[by].lower()}; in brackets the number",
        height=60 + 40 * max(1, len(voices)),
    )
    rows = voices[::-1]
    chart.add_bar(
        x=[100 * one / whole if whole else 0 for one, whole in _pairs(rows)],
        y=_labels(rows),
        orientation="h",
        marker_color=style.ACCENT,
        text=[f"{_percent(one, whole)} ({one:,})" for one, whole in _pairs(rows)],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
    )
    _percent_axis(chart)
    chart.update_layout(bargap=0.35)
    return chart


def _percent_axis(chart):
    # The room at the right is for the words beside the longest bar.
    ticks = [0, 25, 50, 75, 100]
    chart.update_xaxes(range=[0, 145], tickvals=ticks, ticktext=[f"{one}%" for one in ticks])
    chart.update_yaxes(showgrid=False)


def _number(count, noun):
    """Write a count beside a bar, where digits compare better than words."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _pairs(voices):
    return zip(voices["count"].tolist(), voices["whole"].tolist(), strict=True)


def _voices_title(voices, count, own):
    noun = COUNTED[count][1]
    if voices["count"].sum() == 0:
        return f"The text has no {noun} here"
    shares = [_percent(one, whole) for one, whole in _pairs(voices)]
    whose = "the others' " if own == WITHOUT and count == WORDS else "the "
    link = ": words in" if count == PARAGRAPHS else ":"
    title = f"{capital(voices['group'][0])}{link} {shares[0]} of {whose}{noun}"
    return title + (f"; next {voices['group'][1]}, {shares[1]}" if len(voices) > 1 else "")


def describe_voices(pack, by="speaker", count=WORDS, own=WITH):
    """Say whose words the text carries; parameters as `select_voices`."""
    voices = select_voices(pack, by, count, own)
    noun = COUNTED[count][1]
    label = {WORDS: "Words", QUOTED: "Words quoted", PARAGRAPHS: "Paragraphs"}[count]
    table = pd.DataFrame(
        {
            BY[by]: [capital(name) for name in voices["group"]],
            label: voices["count"],
            "Share": [_percent(*pair) for pair in _pairs(voices)],
        }
    )
    heard = voices[voices["count"] > 0]
    if heard.empty:
        return Description(f"The table has no {noun} here.", table)
    rest = heard[4:]
    each = [
        f"{name} {one:,} ({_percent(one, whole)})"
        for name, (one, whole) in zip(heard["group"][:4], _pairs(heard[:4]), strict=True)
    ]
    unit = noun.split()[0]
    whole = count_words(int(voices["whole"][0]), unit[:-1], unit)
    which = {
        (WORDS, WITHOUT): f" that are not {own_voice(pack)}'s own",
        (PARAGRAPHS, WITHOUT): f" that carry another voice than {own_voice(pack)}'s",
        (QUOTED, WITH): " in quotation marks",
        (QUOTED, WITHOUT): " in quotation marks",
    }.get((count, own), "")
    said = [f"Of {whole}{which}: {each[0]}."]
    if len(each) > 1:
        said.append(f"Next: {join_words(each[1:])}.")
    if len(rest):
        others = capital(count_words(len(rest), "other"))
        have = "has" if len(rest) == 1 else "have"
        if count == PARAGRAPHS:
            said.append(f"{others} {have} fewer.")
        else:
            together = "" if len(rest) == 1 else " together"
            share = _percent(rest["count"].sum(), rest["whole"].iloc[0])
            said.append(f"{others}{together} {have} {share}.")
    if count == PARAGRAPHS:
        said.append("A paragraph may carry several voices.")
    return Description(" ".join(said), table)


def declare_voices(pack):
    """Declare the shares of the voices."""
    return Declaration(
        name="voices",
        controls=(
            Control("by", "Group by", BY),
            Control("count", "Count", {key: words for key, (words, _) in COUNTED.items()}),
            Control("own", f"{capital(own_voice(pack))}'s own words", OWN),
        ),
        plot=lambda by, count, own: plot_voices(pack, by, count, own),
        describe=lambda by, count, own: describe_voices(pack, by, count, own),
        source="Source: tables paragraphs (every word of the text, given to one voice) and "
        "speakers. The country is the employer's, not the person's passport.",
    )


# Who acts and who speaks: events of the article against words ----------------

ACTORS = {"country": "Country", "actor": "Person or body"}
TOLD = {"named": "Those that the article names", "implied": "Also those it only implies"}
HEARD = {WORDS: "Quoted or summarised", QUOTED: "Quoted"}
MOST_ROWS = 14
MOST_NAMES = 5


def select_heard(pack, by="country", told="named", count=WORDS):
    """Set the events in which somebody acts beside the words that they are given.

    Parameters
    ----------
    pack : Pack
    by : {"country", "actor"}
    told : {"named", "implied"}
        Which rows of ``events``: those that the article names, or also
        those that it implies.
    count : {"words", "quoted"}
        Words quoted or summarised, or quoted only (unit: words). The
        reporter's own words are nobody's voice here and stay out.

    Returns
    -------
    pandas.DataFrame
        One row for each country or actor that acts or is heard: ``group``,
        ``events`` and ``all_events`` (units: events), ``words`` and
        ``all_words`` (unit: words); most events first.
    """
    codes = ["named"] if told == "named" else ["named", "implied"]
    events = pack.events[pack.events["in_article"].isin(codes)]
    actors = pack.actors.set_index("actor_id")
    names = actors["short_name"].to_dict()
    countries = _names_of_countries(pack)

    def group(actor):
        if by == "actor":
            return names[actor]
        country = actors["country"][actor]
        return countries.get(country, country)

    acts = events["actors"].map(lambda who: {group(one) for one in parts(who)})
    acts = acts.explode().value_counts()
    rows = pack.paragraphs[~pack.paragraphs["speaker_id"].isin(_reporters(pack))]
    speakers = group_names(pack, "country" if by == "country" else "speaker")
    if by == "actor":
        known = pack.speakers[pack.speakers["actor_id"] != ""]
        speakers |= dict(zip(known["speaker_id"], known["actor_id"].map(names), strict=True))
    words = rows.groupby(rows["speaker_id"].map(speakers))[
        "words" if count == WORDS else "words_quoted"
    ].sum()
    everybody = sorted(set(acts.index.dropna()) | set(words.index))
    table = pd.DataFrame(
        {
            "group": everybody,
            "events": acts.reindex(everybody, fill_value=0).astype(int).tolist(),
            "all_events": len(events),
            "words": words.reindex(everybody, fill_value=0).astype(int).tolist(),
            "all_words": int(words.sum()),
        }
    )
    return table.sort_values(
        ["events", "words", "group"], ascending=[False, False, True], kind="stable"
    ).reset_index(drop=True)


def plot_heard(pack, by="country", told="named", count=WORDS):
    """Draw two bars for each: its share of the events, and of the words.

    Parameters as `select_heard`.

    Returns
    -------
    plotly.graph_objects.Figure
        Length is the share (unit: percent); shares of events do not add up
        to a hundred, because several sides take part in one event.
    """
    heard = select_heard(pack, by, told, count)
    rows = heard[:MOST_ROWS][::-1]
    first = f"; the {MOST_ROWS} with the most events" if len(heard) > MOST_ROWS else ""
    chart = style.figure(
        _heard_title(heard, count),
        f"Share of the article's events in which each takes part, and of the {_heard_noun(count)}"
        f" without {own_voice(pack)}'s own{first}",
        height=70 + 48 * max(1, len(rows)),
    )
    names = _labels(rows)
    for part, whole, noun, colour, pattern in (
        ("words", "all_words", "word", style.COLOURS[1], "/"),
        ("events", "all_events", "event", style.COLOURS[0], ""),
    ):
        pairs = list(zip(rows[part].tolist(), rows[whole].tolist(), strict=True))
        chart.add_bar(
            x=[100 * one / total if total else 0 for one, total in pairs],
            y=names,
            orientation="h",
            name={"event": "acts: events", "word": "is heard: words"}[noun],
            marker={"color": colour, "pattern": {"shape": pattern, "solidity": 0.35}},
            text=[_bar_words(one, total, noun) for one, total in pairs],
            textposition="outside",
            textfont={"size": 12},
            cliponaxis=False,
            hoverinfo="skip",
        )
    _percent_axis(chart)
    chart.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "reversed"},
        margin_t=40,
        bargap=0.25,
        bargroupgap=0.05,
    )
    return chart


def _bar_words(one, total, noun):
    number = _number(one, noun)
    return f"{_percent(one, total)} ({number})" if one else number


def _heard_noun(count):
    return "words" if count == WORDS else "quoted words"


def _least_heard(heard):
    """Find the row that acts most for the words that it is given, or None."""
    if heard.empty or not heard["events"].sum():
        return None
    gap = heard["events"] / heard["all_events"] - heard["words"] / heard["all_words"].clip(1)
    return heard.loc[gap.idxmax()]


def _heard_title(heard, count):
    row = _least_heard(heard)
    if row is None:
        return "The table has no event of the article"
    share = _percent(row["words"], row["all_words"]) if row["words"] else "none"
    events = count_words(row["all_events"], "event")
    return (
        f"{row['group']}: in {row['events']} of {events}, with {share} of the {_heard_noun(count)}"
    )


def describe_heard(pack, by="country", told="named", count=WORDS):
    """Say who acts and who is heard; parameters as `select_heard`."""
    heard = select_heard(pack, by, told, count)
    noun = _heard_noun(count)
    table = pd.DataFrame(
        {
            ACTORS[by]: [capital(name) for name in heard["group"]],
            "Events": heard["events"],
            capital(noun): heard["words"],
            "Share of the words": [
                _percent(one, whole)
                for one, whole in zip(heard["words"], heard["all_words"], strict=True)
            ],
        }
    )
    row = _least_heard(heard)
    if row is None:
        return Description("The table has no event of the article.", table)
    involve = "involves" if row["events"] == 1 else "involve"
    sentence = (
        f"{row['events']} of {count_words(row['all_events'], 'event')} {involve} {row['group']}. "
        f"Of {count_words(row['all_words'], noun[:-1])} that are not {own_voice(pack)}'s own, "
        f"{row['words']:,} {'is' if row['words'] == 1 else 'are'} given to {row['group']}"
    )
    if by == "country":
        speakers = _speakers_of(pack, row["group"], count)
        sentence += f": {join_words(speakers)}" if speakers else ""
    silent = heard[(heard["events"] > 0) & (heard["words"] == 0)]["group"].tolist()
    if len(silent) > MOST_NAMES + 1:
        silent = [*silent[:MOST_NAMES], count_words(len(silent) - MOST_NAMES, "other")]
    if silent:
        sentence += f". Without a {noun[:-1]} of their own: {join_words(silent)}"
    return Description(f"{sentence}.", table)


def _speakers_of(pack, country, count):
    """Name the speakers of a country, each with words and kind of employer."""
    groups = group_names(pack, "country")
    column = "words" if count == WORDS else "words_quoted"
    words = pack.paragraphs.groupby("speaker_id")[column].sum()
    found = []
    for _, row in pack.speakers.iterrows():
        number = int(words.get(row["speaker_id"], 0))
        if groups[row["speaker_id"]] == country and number and row["kind"] != REPORTER:
            found.append(f"{row['name']} {number} ({row['employer_kind'] or row['kind']})")
    return found


def declare_heard(pack):
    """Declare who acts against who is heard."""
    return Declaration(
        name="heard",
        controls=(
            Control("by", "Show", ACTORS),
            Control("told", "Events", TOLD),
            Control("count", "Words", HEARD),
        ),
        plot=lambda by, told, count: plot_heard(pack, by, told, count),
        describe=lambda by, told, count: describe_heard(pack, by, told, count),
        source="Source: tables events (column in_article), paragraphs and speakers.",
    )


# How sure: hedges by voice ---------------------------------------------------

BOOSTER = "booster"
ALL_HEDGES = "hedges"
GROUPS = {"speaker": "Speaker", "kind": "Kind of speaker", "how": "How it is said"}
RATE, NUMBER = "rate", "number"
MEASURES = {RATE: "Per 100 words", NUMBER: "Number"}
# A rate on fewer words than these would hang on a single word.
FEW = 100
QUOTATION = re.compile(r"[“\"][^“”\"]*[”\"]")


def select_words(pack):
    """Give every word of the excerpts to a voice, by rule.

    Words in quotation marks go to the speaker whom the table ``paragraphs``
    has quoted there; words inside a statement of the table ``claims`` go to
    its speaker; all others to the reporter.

    Parameters
    ----------
    pack : Pack

    Returns
    -------
    pandas.DataFrame
        One row for each word, that is, for whatever stands between two
        blanks: ``excerpt_id``, ``paragraph``, ``start`` (position of its
        first letter), ``speaker_id`` and ``how`` (a code of
        ``claims.said_how``).
    """
    reporter = min(_reporters(pack), default="")
    rows = []
    for _, excerpt in pack.excerpts.iterrows():
        text, paragraph = excerpt["text"], excerpt["paragraph"]
        voice = [(reporter, "own words")] * len(text)
        for start, end, who in _claimed(pack, paragraph, text):
            voice[start:end] = [(who, "summarised")] * (end - start)
        for start, end, who in _quoted(pack, paragraph, text):
            # A claim inside the quotation names its speaker better than the paragraph does.
            voice[start:end] = [
                (one[0] if one[1] == "summarised" else who, "quoted") for one in voice[start:end]
            ]
        for match in re.finditer(r"\S+", text):
            # The first letter decides, not a quotation mark or a bracket before it.
            letter = re.search(r"\w", match.group())
            at = match.start() + (letter.start() if letter else 0)
            rows.append((excerpt["excerpt_id"], paragraph, at, *voice[at]))
    columns = ["excerpt_id", "paragraph", "start", "speaker_id", "how"]
    return pd.DataFrame(rows, columns=columns)


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

    Parameters
    ----------
    text : str
    words : iterable of str
        In small letters. Where two overlap, the longer one counts.

    Returns
    -------
    list of (int, int, str)
        Start, end and the word as the list has it. A word with a capital
        inside a sentence is taken for a name and left out.

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


def select_hedges(pack, words=None):
    """Find the hedges and boosters of the excerpts, each with its voice.

    Parameters
    ----------
    pack : Pack
    words : pandas.DataFrame, optional
        What `select_words` gives, where it is at hand.

    Returns
    -------
    pandas.DataFrame
        One row for each: ``excerpt_id``, ``paragraph``, ``start``, ``end``,
        ``word``, ``kind``, ``speaker_id`` and ``how``. The words and their
        kinds come from the table ``hedges``.
    """
    words = select_words(pack) if words is None else words
    kinds = dict(zip(pack.hedges["word"], pack.hedges["kind"], strict=True))
    places = zip(words["excerpt_id"], words["start"], strict=True)
    voices = dict(zip(places, zip(words["speaker_id"], words["how"], strict=True), strict=True))
    rows = []
    for _, excerpt in pack.excerpts.iterrows():
        passage = excerpt["excerpt_id"]
        # A hedge may begin inside a token, as in a word after a dash.
        starts = sorted(start for where, start in voices if where == passage)
        for start, end, word in find_hedges(excerpt["text"], kinds):
            voice = voices[(passage, max(one for one in starts if one <= start))]
            rows.append((passage, excerpt["paragraph"], start, end, word, kinds[word], *voice))
    columns = ["excerpt_id", "paragraph", "start", "end", "word", "kind", "speaker_id", "how"]
    return pd.DataFrame(rows, columns=columns)


def count_hedges(pack, words, found, by="speaker", kind=ALL_HEDGES):
    """Count hedges by voice.

    Parameters
    ----------
    pack : Pack
    words, found : pandas.DataFrame
        What `select_words` and `select_hedges` give.
    by : {"speaker", "kind", "how"}
    kind : str
        A kind of the table ``hedges``, or ``"hedges"`` for all but boosters.

    Returns
    -------
    pandas.DataFrame
        One row for each group, most words first: ``group``, ``words``
        (unit: words of the excerpts), ``found`` (number) and ``rate`` (per
        100 words; missing where there are fewer than 100 words).
    """
    found = _of_kind(found, kind)
    if by == "how":
        column = "how"
        names = {code: pack.label("claims.said_how", code).lower() for code in set(words["how"])}
    else:
        column, names = "speaker_id", group_names(pack, by)
    totals = words[column].map(names).value_counts()
    counts = found[column].map(names).value_counts()
    table = pd.DataFrame(
        {
            "group": totals.index,
            "words": totals.tolist(),
            "found": counts.reindex(totals.index, fill_value=0).astype(int).tolist(),
        }
    )
    return table.assign(rate=(100 * table["found"] / table["words"]).where(table["words"] >= FEW))


def _of_kind(found, kind):
    return found[(found["kind"] != BOOSTER) if kind == ALL_HEDGES else (found["kind"] == kind)]


def plot_hedges(pack, words, found, by="speaker", kind=ALL_HEDGES, measure=RATE):
    """Draw how much each voice hedges.

    Parameters
    ----------
    pack, words, found, by, kind
        As in `count_hedges`.
    measure : {"rate", "number"}
        Per 100 words of the excerpts, or the number.

    Returns
    -------
    plotly.graph_objects.Figure
        One bar for each group; none where its words are too few for a rate.
    """
    counts = count_hedges(pack, words, found, by, kind)
    noun = _noun(kind, 2)
    chart = style.figure(
        _hedges_title(counts, kind, measure),
        f"{capital(noun)}{' per 100 words' if measure == RATE else ''} of the excerpts, by "
        f"{GROUPS[by].lower()}",
        height=80 + 40 * max(1, len(counts)),
    )
    rows = counts[::-1]
    values = rows["found"] if measure == NUMBER else rows["rate"].fillna(0)
    chart.add_bar(
        x=[round(float(value), 2) for value in values],
        y=_labels(rows),
        orientation="h",
        marker={
            "color": style.COLOURS[1] if kind == BOOSTER else style.ACCENT,
            "pattern": {"shape": "/" if kind == BOOSTER else "", "solidity": 0.35},
        },
        text=[_bar_of_hedges(row, measure) for row in rows.itertuples()],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
    )
    # The same length for every kind of word, so that the eye compares them.
    column = "found" if measure == NUMBER else "rate"
    both = [count_hedges(pack, words, found, by, one)[column] for one in (ALL_HEDGES, BOOSTER)]
    most = max([float(one.max()) for one in both if one.notna().any()] + [1])
    chart.update_xaxes(
        range=[0, 2.2 * most],
        title_text="Per 100 words" if measure == RATE else "Number",
        tickvals=list(range(0, math.ceil(most) + 1, 1 if most < 8 else 5)),
    )
    chart.update_yaxes(showgrid=False)
    chart.update_layout(bargap=0.35)
    return chart


def _bar_of_hedges(row, measure):
    number = f"{row.found} in {_number(row.words, 'word')}"
    if measure == NUMBER:
        return number
    return f"{row.rate:.1f} ({number})" if row.rate == row.rate else f"too few words: {number}"


def _noun(kind, count):
    """Name what is counted, such as ``hedges`` or ``words of doubt``."""
    if kind in (ALL_HEDGES, BOOSTER):
        one = {ALL_HEDGES: "hedge", BOOSTER: "booster"}[kind]
        return one if count == 1 else one + "s"
    return f"{'word' if count == 1 else 'words'} of {kind}"


def _ranked(counts, measure):
    column = "found" if measure == NUMBER else "rate"
    return counts.dropna(subset=[column]).sort_values(column, ascending=False, kind="stable")


def _hedges_title(counts, kind, measure):
    noun, total = _noun(kind, 2), int(counts["found"].sum())
    ranked = _ranked(counts, measure)
    if not total:
        return f"The excerpts have no {noun}"
    if ranked.empty:
        return f"{capital(count_words(total, _noun(kind, 1), noun))}, too few words to compare"
    first, last = ranked.iloc[0], ranked.iloc[-1]
    if measure == NUMBER:
        equal = ranked[ranked["found"] == first["found"]]["group"]
        each = " each" if len(equal) > 1 else ""
        return (
            f"{capital(join_words(equal))}: {first['found']} of {total} {_noun(kind, total)}{each}"
        )
    title = f"{capital(first['group'])}: {first['rate']:.1f} {noun} per 100 words"
    return title + (f"; {last['group']}: {last['rate']:.1f}" if len(ranked) > 1 else "")


def describe_hedges(pack, words, found, by="speaker", kind=ALL_HEDGES, measure=RATE):
    """Say who hedges how much; parameters as `plot_hedges`."""
    counts = count_hedges(pack, words, found, by, kind)
    noun, listed = _noun(kind, 2), _of_kind(found, kind)["word"]
    rates = [f"{rate:.1f}" if rate == rate else "too few words" for rate in counts["rate"]]
    table = pd.DataFrame(
        {
            GROUPS[by]: [capital(name) for name in counts["group"]],
            capital(noun): counts["found"],
            "Words": counts["words"],
            "Per 100 words": rates,
        }
    )
    whole = count_words(int(counts["words"].sum()), "word")
    if listed.empty:
        return Description(f"The excerpts, {whole}, have no {noun}.", table)
    number = count_words(len(listed), _noun(kind, 1), noun)
    sentence = f"The excerpts, {whole}, have {number}"
    times = listed.value_counts()
    common = sorted(times[times == times.max()].index)
    if times.max() > 1 and len(common) <= 3:
        sentence += f", most often {join_words(f'“{word}”' for word in common)}"
    ranked = _ranked(counts, measure)
    if measure == NUMBER:
        each = [f"{row.group} {row.found}" for row in ranked.itertuples() if row.found]
        sentence += f". By {GROUPS[by][0].lower()}{GROUPS[by][1:]}: {join_words(each)}"
    elif len(ranked):
        each = [
            f"{row.group} {row.rate:.1f} ({row.found} in {_number(row.words, 'word')})"
            for row in ranked.itertuples()
        ]
        sentence += f". Per 100 words: {join_words(each)}"
        if len(ranked) < len(counts):
            few = capital(count_words(len(counts) - len(ranked), "other"))
            have = "has" if len(counts) - len(ranked) == 1 else "have"
            sentence += f". {few} {have} too few words for a rate"
    return Description(f"{sentence}.", table)


def declare_hedges(pack):
    """Declare hedges by voice, from the pack's own list of words."""
    words = select_words(pack)
    found = select_hedges(pack, words)
    listed = pack.hedges["kind"].drop_duplicates().tolist()
    kinds = {ALL_HEDGES: "All hedges", **{one: capital(one) for one in listed if one != BOOSTER}}
    if BOOSTER in listed:
        kinds[BOOSTER] = "Boosters, the opposite of hedges"
    return Declaration(
        name="hedges",
        controls=(
            Control("by", "Group by", GROUPS),
            Control("kind", "Words", kinds),
            Control("measure", "Measure", MEASURES),
        ),
        plot=lambda by, kind, measure: plot_hedges(pack, words, found, by, kind, measure),
        describe=lambda by, kind, measure: describe_hedges(pack, words, found, by, kind, measure),
        source="Source: tables excerpts and hedges. Counted are the excerpts; a word goes to the "
        f"speaker of its quotation or claim, else to {own_voice(pack)}: "
        "so the numbers of words differ a little from those in the chart of voices.",
    )


EXPLORERS = {
    "voices": (declare_voices, ("paragraphs", "speakers", "actors")),
    "heard": (declare_heard, ("events", "actors", "paragraphs", "speakers")),
    "hedges": (declare_hedges, ("hedges", "excerpts", "paragraphs", "speakers")),
}
