"""The record keeps to its days, names its sources, and is used: what a second reader checks."""

import re

import pandas as pd

from crossroads.words.dates import last_day_named
from crossroads.words.plain import parts
from tests.conftest import ROOT

# Words that were about the future when they were public: what was planned or announced.
PLANNED = {
    "ufg-suspended-2018": "August 2018",
    "party congress": "January 2021",
    "crossroads": "January 2021",
    "nknews-2020-12-10": "for 2021",
}


def columns_of_words(resource):
    """Text columns that a reader sees, without ids, addresses and names of files."""
    hidden = {key["fields"] for key in resource["schema"].get("foreignKeys", [])}
    for field in resource["schema"]["fields"]:
        name = field["name"]
        words = field["type"] == "string" and "references" not in field and name not in hidden
        if words and not name.endswith("_id") and name not in ("address", "date_listed"):
            yield name


def texts(table, column):
    """Key and text of each row of a column."""
    return zip(table.iloc[:, 0].astype(str), table[column], strict=True)


def last_day(key, text):
    """The last day that the words name, numbers of resolutions and planned days left out."""
    return last_day_named(re.sub(r"resolution \d{4}", "", text).replace(PLANNED.get(key, "\0"), ""))


def test_no_row_names_a_day_after_the_one_on_which_it_was_known(pack):
    """Then no cut shows it; notes that the cut empties are left out."""
    found, compared = [], 0
    for resource in pack.descriptor["resources"]:
        table, rule = getattr(pack, resource["name"]), resource.get("asOf", {})
        known = rule.get("row") or rule.get("cells")
        names = rule.get("columns") or columns_of_words(resource)
        cut = {f["name"] for f in resource["schema"]["fields"] if f.get("asOf") == "named days"}
        for name in (name for name in names if known and name not in cut):
            for day, (key, text) in zip(table[known], texts(table, name), strict=True):
                compared += last_day(key, text) == last_day(key, text)
                if last_day(key, text) > day:
                    found.append(f"{resource['name']} {key} {name} ({day:%Y-%m-%d}): {text}")
    assert compared > 200
    assert not found, "\n".join(found)


def test_on_the_articles_day_no_text_speaks_of_a_later_one(pack):
    """In tables without a date, and in notes, which wait for the days that they name."""
    cut, undated = pack.as_of(pack.day), ("article", "speakers", "actors", "glossary", "issues")
    for resource in pack.descriptor["resources"]:
        fields, name = resource["schema"]["fields"], resource["name"]
        columns = {one["name"] for one in fields if one.get("asOf") == "named days"}
        columns.update(columns_of_words(resource) if name in (*undated, "positions") else ())
        for column in columns:
            for key, text in texts(cut.table(name), column):
                assert not last_day(key, text) > pack.day, f"{name} {key} {column}: {text}"
    for day, words in (("2020-12-10", ""), ("2021-07-27", "27 July 2021")):
        note = pack.as_of(day).sources.set_index("source_id")["note"]["yonhap-2020-06-17"]
        assert words in note and bool(words) == bool(note)


# Days


def test_nothing_was_known_before_it_happened(pack):
    for name, day in (
        ("events", "date"),
        ("stances", "date"),
        ("threads", "date"),
        ("trade", "end"),
    ):
        table = pack.table(name)  # A figure is of the whole period; a stay is known while it lasts.
        late = table[
            (table["known_date"] < table[day]) & (table.iloc[:, 0] != "spy-agencies-line-2")
        ]
        assert late.empty, late.iloc[:, 0].tolist()
    assert pack.stances["date"].is_monotonic_increasing
    # A visit under way is in the pack of that day without its end.
    visit = pack.as_of("2020-12-10").events.set_index("event_id").loc["biegun-seoul-2020-12"]
    assert f"{visit['date']:%Y-%m-%d}" == "2020-12-08" and pd.isna(visit["end_date"])


def test_what_lasts_is_known_from_its_first_day_or_says_from_which(any_pack):
    """Not from its last day: a visit that an article names was known on that article's day."""
    events = any_pack.events
    lasting = events[events["end_date"].notna()]
    assert len(lasting) > 20
    for _, row in lasting[lasting["known_date"] != lasting["date"]].iterrows():
        known = row["known_date"]
        words = f"{row['title']} {row['disagreement']} {row['note']}"
        assert re.search(rf"\b{known.day} {known:%B}", words), (row["event_id"], f"{known:%d %B}")
        # A statement does not last until it was carried.
        assert row["kind"] != "statement" or row["end_date"] != known, row["event_id"]


def test_no_source_is_older_than_what_it_reports(pack):
    published, older = pack.sources.set_index("source_id")["published"], []
    for name in ("events", "stances", "trade", "known_differences"):
        rows = pack.table(name)
        early = rows["source_id"].map(published) < rows["end" if name == "trade" else "date"]
        older += rows[early].iloc[:, 0].tolist()
    # Said past midnight in Hanoi; still the day before where it was printed.
    assert older == ["s082"] and published.notna().sum() > 200


def test_the_last_day_of_an_event_is_no_plan(pack):
    """A source of the last day or later was read, or the row says that the day is a plan."""
    published, plans = pack.sources.set_index("source_id")["published"], []
    for _, row in pack.events[pack.events["end_date"].notna()].iterrows():
        newest = max(published[one] for one in [row["source_id"], *parts(row["more_sources"])])
        if newest < row["end_date"]:
            plans.append(row["event_id"])
            assert "the planned one" in row["note"], row["event_id"]
    assert {*plans} == {"diaz-canel-pyongyang-2018", "spring-drills-2022"}


def test_stances_and_events_date_the_same_thing_alike(pack):
    """A stance of an event's days, read in the same source, was known when the event was."""
    compared = 0
    for _, stance in pack.stances.iterrows():
        for _, event in pack.events[pack.events["source_id"] == stance["source_id"]].iterrows():
            if event["date"] <= stance["date"] <= event["known_date"]:
                compared += 1
                assert stance["known_date"] <= event["known_date"], (stance.iloc[0], event.iloc[0])
    assert compared > 40


# By the rule nothing that came later could change these: a condition that did not come about, a
# text and a remark, a call after Moon's term, a meeting not in session, a month that none names.
DECIDED = {"f12a", "f16a", "f19c", "f23d", "f24a"}


def test_an_outcome_that_the_window_could_still_change_is_known_at_its_end(pack):
    """What did not happen, and what was only half of it, can be said on the last day."""
    open_to_the_end = pack.forecasts[pack.forecasts["outcome"] != "borne_out"]
    early = open_to_the_end[open_to_the_end["known_date"] < open_to_the_end["window_end"]]
    assert set(early["forecast_id"]) <= DECIDED <= set(pack.forecasts["forecast_id"])


# Sources


def cited(pack):
    """Every source that some row of the pack names."""
    found = set()
    for resource in pack.descriptor["resources"]:
        table = getattr(pack, resource["name"])
        for name in {"source_id", "more_sources"} & set(table.columns) - {""}:
            if resource["name"] != "sources":
                found |= {one for cell in table[name] for one in parts(cell)}
        for field in resource["schema"]["fields"]:
            if field.get("references") == "*":
                cells = (parts(cell) for cell in table[field["name"]])
                found |= {one[8:] for cell in cells for one in cell if one.startswith("sources:")}
    for name in ("marks", "samples", "tagging", "questions", "choices"):
        words = " ".join(map(str, getattr(pack, name).to_numpy().ravel()))
        found |= set(re.findall(r"sources\[([^\]]+)\]", words))
    corrections = pd.read_csv(ROOT / "data" / "raw" / "corrections.csv")
    return found | set(corrections["source_id"])


def test_every_source_is_cited_by_a_row(pack):
    assert sorted(set(pack.sources["source_id"]) - cited(pack)) == []


def test_a_source_has_an_address_that_can_be_followed_or_says_why_not(pack):
    address, from_memory = pack.sources["address"], pack.sources["how_read"] == "memory"
    assert (address.str.match(r"https?://[^\s/]+\.[^\s/]+") | (address == "")).all()
    bare = pack.sources[(address == "") & ~from_memory]
    assert bare["note"].str.contains("address was not kept").all(), bare["source_id"].tolist()


# What a note says of how far a text was read, and the code that it must then have.
READ = {
    r"page or an excerpt of it": "not recorded",
    r"[Ee]xcerpt of a (stored copy|mirror) read": "excerpt",
    r"[Oo]pening was read|[Bb]eginning was read|page's beginning|^Beginning of": "opening",
    r"[Ww]hole (text|statement) read": "whole",
}
# Tables that are copies of one list, which their rows do not name.
LISTS = {"missile_tests": "cns-nti-missile-tests", "provocations": "csis-beyond-parallel"}


def test_how_far_a_source_was_read_is_what_its_note_says(any_pack):
    for row in any_pack.sources.itertuples():
        said = next((code for words, code in READ.items() if re.search(words, row.note)), None)
        assert said in (None, row.how_read), row.source_id
        assert (row.how_read == "memory") == (row.rests_on == "memory"), row.source_id


def sources_behind(pack, reference):
    """The sources of a row of evidence, such as ``events:hanoi-2019`` or ``sources:un-2017``."""
    table, _, key = reference.partition(":")
    if table == "sources":
        return {key}
    rows = getattr(pack, table)
    rows = rows[rows[pack.resource(table)["schema"]["primaryKey"]] == key]
    if table in LISTS:
        return {LISTS[table]}
    more = rows.get("more_sources", [])
    return {*rows["source_id"], *(one for cell in more for one in parts(cell))}


def test_no_verdict_rests_only_on_copies_or_on_what_was_only_cited(any_pack):
    pack = any_pack
    fields = pack.resource("sources")["schema"]["fields"]
    poor = {one["name"]: one["weak"] for one in fields if "weak" in one}
    assert set(poor) == {"how_read", "rests_on"}
    weak = [pack.sources[name].isin(codes) for name, codes in poor.items()]
    weak = set(pack.sources.loc[weak[0] | weak[1], "source_id"])
    for table, column in (("claims", "evidence"), ("forecasts", "outcome_evidence")):
        for key, cell in texts(pack.table(table), column):
            behind = [sources_behind(pack, one) for one in parts(cell)]
            assert not behind or any(one - weak for one in behind), key


def test_only_general_knowledge_is_from_memory(pack):
    """Words of the glossary, and nothing else, rest on no document."""
    for name, table in pack._tables.items():
        if "source_id" in table.columns and name not in ("sources", "glossary"):
            assert not (table["source_id"] == "memory").any(), name
    assert (pack.glossary["source_id"] == "memory").mean() < 0.5
    said = pack.events["note"].str.cat(pack.events["disagreement"])
    assert not said.str.contains("memory").any()


# Claims and forecasts


def test_what_the_article_names_is_evidence_for_a_claim_there(pack):
    """From an event back to the sentences that speak of it."""
    cited = {}
    for claim in pack.claims.itertuples():
        for one in parts(claim.evidence):
            cited.setdefault(one, set()).add(str(claim.paragraph))
    for event in pack.events[pack.events["in_article"] != "no"].itertuples():
        assert {*parts(event.paragraphs)} & cited[f"events:{event.event_id}"], event.event_id


def test_every_forecast_claim_is_resolved(pack):
    claims = pack.claims[pack.claims["kind"] == "forecast"]
    assert set(claims["claim_id"]) == set(pack.forecasts["claim_id"])
    assert pack.forecasts["forecast_id"].is_unique and len(pack.forecasts) >= 15
    rules = pack.forecasts["resolution_rule"].str.lower()
    assert rules.str.contains("borne out").all() and rules.is_unique


def test_a_verdict_goes_no_further_than_its_reasoning(any_pack):
    """A part that is not shown makes it partly; what was only likely is not contradicted."""
    pack = any_pack
    missing = re.compile(
        r"not shown|cannot be shown|no row shows|nothing shows|not counted|not measured"
        r"|did not follow|would decide otherwise|another reading"
    )
    whole = pack.claims[pack.claims["verdict"].isin(["supported", "contradicted"])]
    reasons = [*whole[["claim_id", "reasoning"]].itertuples(index=False)]
    whole = pack.forecasts[pack.forecasts["outcome"] == "borne_out"]
    reasons += [*whole[["forecast_id", "reasoning"]].itertuples(index=False)]
    assert reasons and not [key for key, text in reasons if missing.search(text)]
    denied = pack.claims[pack.claims["verdict"] == "contradicted"]
    hedged = denied["quote"].str.contains(r"\b(?:could|might|may|likely|perhaps)\b")
    assert len(denied) and not hedged.any(), denied.loc[hedged, "claim_id"].tolist()


# Stances


def test_stances_reach_far_enough_and_whose_they_are_is_never_mixed(pack):
    own = pack.stances[(pack.stances["view"] == "own") & pack.stances["position"].notna()]
    issues = own.groupby("actor_id")["issue_id"].nunique()
    assert (issues >= 5).sum() >= 10 and own["issue_id"].nunique() >= 8
    dates = own.groupby(["actor_id", "issue_id"])["date"].nunique()
    assert (dates > 1).sum() >= 30  # so that movement can show
    itself = pack.stances["actor_id"] == pack.stances["said_by"]
    assert (pack.stances["view"].isin(["own", "own analysis"]) == itself).all()
    analysts = pack.stances.loc[pack.stances["view"] == "own analysis", "actor_id"]
    assert (analysts.map(pack.actors.set_index("actor_id")["kind"]) == "person").all()


def test_the_codebook_defines_each_level_in_a_sentence_of_its_own(pack):
    for issue, rows in pack.positions.groupby("issue_id"):
        assert sorted(rows["level"]) == [-2, -1, 0, 1, 2], issue
    assert set(pack.positions["issue_id"]) == set(pack.issues["issue_id"])
    assert pack.positions["definition"].is_unique
    assert pack.positions["definition"].str.fullmatch(r"The actor .{20,}\.").all()
    used = set(zip(pack.stances["issue_id"], pack.stances["position"], strict=True))
    empty = set(zip(pack.positions["issue_id"], pack.positions["level"], strict=True)) - used
    declared = " ".join(pack.resource("stances")["knownErrors"])
    assert all(f"{issue} {level}" in declared for issue, level in empty), empty
