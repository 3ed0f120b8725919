"""The article to read whole: every statement can be judged, and tells nothing before it is."""

import json
import re

import pytest

from crossroads import read
from crossroads.learn import answers
from crossroads.learn.reader import (
    PREFIX,
    find_spans,
    find_terms,
    paragraph_texts,
    reader_content,
)
from crossroads.publish import site as maker
from crossroads.words.dates import last_day_named
from crossroads.words.plain import parts
from tests.conftest import ROOT, breaks
from tests.packs import changed, without


def test_the_article_stands_there_whole_with_every_statement(any_pack):
    content = reader_content(any_pack)
    texts = {
        one["number"]: "".join(piece[0] for piece in one["pieces"]) for one in content["paragraphs"]
    }
    assert list(texts.values()) == list(paragraph_texts(any_pack))
    assert {*content["claims"]} == {*any_pack.claims["claim_id"]}
    for number, paragraph in zip(texts, content["paragraphs"], strict=True):
        for claim in {name for piece in paragraph["pieces"] for name in piece[1]}:
            said = "".join(piece[0] for piece in paragraph["pieces"] if claim in piece[1])
            assert said == content["claims"][claim]["quote"]
            assert content["claims"][claim]["paragraph"] == number


def test_a_reader_is_first_asked_what_the_pack_names_and_else_the_first_of_the_text(any_pack):
    content = reader_content(any_pack)
    named = any_pack.article.loc[0, "first_claim"]
    assert content["first"] == named in content["claims"]
    number = any_pack.claims.set_index("claim_id").loc[named, "paragraph"]
    assert reader_content(any_pack, [number])["first"] == ""
    claim, told = list(content["claims"].items())[-1]
    alone = reader_content(any_pack, [told["paragraph"]], {claim})["claims"]
    assert list(alone) == [claim] and alone[claim]["number"] == told["number"]


def test_a_button_opens_its_chart_at_its_setting_for_its_statement(pack):
    opened = {}
    for _, row in pack.claim_charts.iterrows():
        if row["chart"]:
            opened[row["chart"]] = row["claim_id"], row["choice"]
    reader, place = read(pack).children
    for name, (claim, choice) in opened.items():
        reader._open = {"claim": claim}
        (chart,) = place.children
        chosen = dict(one.split("=") for one in parts(choice))
        assert chart.declaration.name == name and chosen.items() <= chart.value.items()
        marked = [row for row, told in chart._view["rows"].items() if claim in dict(told["claims"])]
        assert chart._statement == claim and marked


def test_overlapping_statements_can_both_be_reached(pack):
    # A term inside a longer one is none; it is explained where it first stands alone.
    found = find_terms({1: "a missile test", 2: "a test"}, ["test", "missile test"])
    assert found == [(1, 2, 14, "missile test"), (2, 2, 6, "test")]
    paragraphs = reader_content(pack)["paragraphs"]
    reached = {tuple(piece[1]) for one in paragraphs for piece in one["pieces"]}
    assert {("c10c", "c10d"), ("c19c", "c19d")} <= reached


def test_nothing_known_later_is_told_on_the_articles_day(any_pack):
    """A forecast that is still open names what would decide it; its window may lie ahead."""
    content = reader_content(any_pack)
    day = any_pack.words.date(any_pack.day)
    exact = any_pack.article.loc[0, "date_precision"] == "day"
    counted = "the article's day" if exact else "counted as the article's day"
    assert content["basis"].startswith(f"The verdict is as of {day}, {counted}: ")
    assert ("counted as" in content["day"]) != exact and bool(content["day_note"]) >= (not exact)
    for claim, told in content["claims"].items():
        known = told["then"]
        known_date = any_pack.claims.set_index("claim_id").loc[claim, "known_date"]
        decided = known_date <= any_pack.day
        # What is judged by later days says so; all else is judged as of the article's.
        later = "" if decided else any_pack.words.date(known_date)
        assert later in told["now"].get("basis", "") and ("basis" in told["now"]) != decided
        assert bool(known["verdict"]) == decided and bool(known["undecided"]) != decided
        assert not known["outcomes"] or decided, claim
        named = [content["evidence"][place]["row"] for place in told["now"]["evidence"]]
        rows = [any_pack.row(*one.split(":", 1)) for one in named]
        days = [row["date"] for row in rows if "date" in row]
        assert days == sorted(days), claim
        for line in (content["evidence"][place] for place in known["evidence"]):
            table, _, key = line["row"].partition(":")
            rows = getattr(any_pack.as_of(any_pack.day), table)
            assert (rows.iloc[:, 0].astype(str) == key).any(), line
            # The title of a source may look ahead.
            assert table == "sources" or not last_day_named(line["text"]) > any_pack.day, line


def test_a_judgement_is_kept_and_read_again(pack, answers_folder):
    reader = read(pack).children[0]
    reader.value = {"c07e": {"verdict": "partly", "reason": "김"}}
    assert reader._kept == reader.value and reader._problem == ""
    assert answers.saved_answers()[PREFIX + "c07e"] == {"verdict": "partly", "reason": "김"}
    assert read(pack).children[0].value == reader.value
    with pytest.raises(ValueError, match="unknown claim 'c07x'; did you mean 'c07f'"):
        reader.value = {"c07x": {"verdict": "partly", "reason": ""}}
    with pytest.raises(ValueError, match="is no judgement"):
        reader.value = {"c07e": {"verdict": "true", "reason": ""}}
    coloured = read(pack, coloured=True).children[0]
    assert coloured._coloured and not reader._coloured


def test_a_pack_without_claims_and_a_quotation_that_stands_twice_are_named(pack):
    assert "claims" in repr(read(without(pack, "claims")))
    quote = pack.claims["quote"].where(pack.claims["claim_id"] != "c01a", "the")
    with pytest.raises(ValueError, match="c01a: its quotation stands"):
        find_spans(changed(pack, claims=pack.claims.assign(quote=quote)))


# In a browser ---------------------------------------------------------------


@pytest.fixture(scope="module")
def front(site):
    return site / "index.html"


@pytest.fixture
def page(chromium, front):
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    page.goto(front.as_uri())
    page.wait_for_selector(".reader-mark")
    yield page
    context.close()


@pytest.mark.browser
def test_every_statement_is_judged_by_keyboard_alone(page, pack):
    assert page.inner_text("h1").endswith("is that so?")
    assert (
        page.locator(".reader-credit a").get_attribute("href").endswith(pack.article["address"][0])
    )
    told = ":is(.reader-mark, .reader-map i, .reader-passage)[data-verdict]:not([data-verdict=''])"
    assert page.locator(told).count() == 0
    assert page.locator(".reader-filters").is_hidden() and page.locator(".reader-day").is_hidden()
    assert "contradicted" not in page.inner_text(".reader-text").lower()
    term = page.locator(".reader-term", has_text="ICBM").first
    term.press("Enter")
    meaning = pack.glossary.set_index("term").loc["ICBM", "meaning"]
    assert meaning in page.inner_text(".reader-meaning:visible")
    marks = page.locator(".reader-mark")
    assert marks.count() == len(pack.claims)
    page.locator(".reader-mark").first.focus()
    page.keyboard.press("Enter")
    verdicts = pack.claims.set_index("claim_id")["verdict"]
    order = page.eval_on_selector_all(
        ".reader-mark", "nodes => nodes.map(node => node.dataset.claim)"
    )
    for place, claim in enumerate(order):
        assert page.evaluate("location.hash") == f"#{claim}"
        assert page.evaluate("document.activeElement.className") == "reader-quote"
        page.keyboard.press("Tab")
        while page.evaluate("document.activeElement.type") != "radio":
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        told = page.inner_text(".reader-verdicts dd")
        label = pack.label("claims.verdict", verdicts[claim])
        assert told[2:] == label
        mark = page.locator(f'.reader-mark[data-claim="{claim}"]').get_attribute("aria-label")
        assert mark.startswith(f"Statement {place + 1},") and mark.endswith(f"the record: {label}")
        assert (
            page.locator(".reader-map i[data-verdict]:not([data-verdict=''])").count() == place + 1
        )
        if place + 1 < len(order):
            page.get_by_role("button", name="Next statement").focus()
            page.keyboard.press("Enter")
    assert f"{len(order)} of {len(order)}" in page.inner_text(".reader-progress")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.claim") == order[-1]
    # The first choice is "supported": the others are told apart below the text.
    page.locator(".reader-different summary").click()
    assert page.locator(".reader-different li").count() == int((verdicts != "supported").sum())


@pytest.mark.browser
def test_an_address_that_names_no_statement_opens_none(page):
    troubles = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    for name in ("constructor", "toString", "__proto__", "nobody"):
        page.goto(f"{page.url.split('#')[0]}#{name}")
        page.reload()
        page.locator(".reader-mark").first.click()
        assert page.locator(".reader-quote").is_visible() and not troubles, name


@pytest.mark.browser
def test_a_judgement_that_no_page_wrote_is_none(page):
    page.evaluate(
        """prefix => {
          const ids = [...document.querySelectorAll('.reader-mark')].map(one => one.dataset.claim);
          const odd = ['constructor', 5, null, undefined, 'supported'].map((verdict, place) => (
            { question: prefix + ids[place], answer: { verdict, reason: 'x' } }));
          const log = `crossroads:${document.body.dataset.pack}:~log`;
          localStorage.setItem(log, JSON.stringify(odd));
        }""",
        PREFIX,
    )
    page.reload()
    page.wait_for_selector(".reader-mark")
    assert page.inner_text(".reader-progress").startswith("1 of ")
    assert "undefined" not in page.inner_text("main")


@pytest.mark.browser
def test_what_was_judged_is_there_after_a_reload_and_filters(page, pack):
    for claim, code in (("c15c", "supported"), ("c01b", "partly")):
        page.click(f'.reader-mark[data-claim="{claim}"]')
        page.check(f'.reader-panel input[value="{code}"]')
        page.get_by_role("button", name="Judge and see").click()
    # Who says it and how, both verdicts, whether they agree, and evidence with its sources.
    panel = page.locator(".reader-panel")
    how = pack.label("claims.said_how", "own words")
    assert how in panel.locator(".reader-about").first.inner_text()
    assert panel.locator(".reader-verdicts dd").count() == 2
    assert panel.locator(".reader-compared[role=status]").inner_text().startswith("You and the")
    assert panel.locator(".reader-evidence a[href^=http]").count() >= 2
    assert "The verdict is as of 10 December 2020" in panel.inner_text()
    assert page.inner_text(".reader-reason .reader-kept") == ""  # No reason was written.
    page.fill(".reader-reason textarea", "<b>김</b>")
    assert page.inner_text(".reader-reason .reader-kept") == "Not saved yet."
    page.get_by_role("button", name="Keep my reason").click()
    assert page.inner_text(".reader-reason .reader-kept") == "Saved."
    page.click('.reader-mark[data-claim="c02b"]')
    page.get_by_role("button", name="Show me without judging").click()
    # Without an open statement the next one of the text is asked.
    page.get_by_role("button", name="Back to the text").click()
    asked = page.eval_on_selector_all(
        ".reader-mark",
        "all => all[all.findIndex(one => one.dataset.claim === 'c02b') + 1].dataset.claim",
    )
    quotes = pack.claims.set_index("claim_id")["quote"]
    assert page.inner_text(".reader-quote") == f"“{quotes[asked]}”"
    page.click('.reader-mark[data-claim="c02b"]')
    page.reload()
    page.wait_for_selector(".reader-mark")
    assert f"2 of {len(pack.claims)}" in page.inner_text(".reader-progress")
    assert page.evaluate("location.hash") == "#c02b" and "does not count" in page.inner_text(
        ".reader-panel"
    )
    page.click('.reader-mark[data-claim="c01b"]')
    assert page.input_value(".reader-reason textarea") == "<b>김</b>"
    label = pack.label("claims.verdict", pack.claims.set_index("claim_id")["verdict"]["c01b"])
    page.get_by_role("button", name=re.compile(rf"{label}: \d")).click()
    assert not page.locator('.reader-mark[data-claim="c01b"].reader-off').count()
    assert page.locator('.reader-mark[data-claim="c03a"].reader-off').count()
    page.get_by_label("counted as 10 December 2020").check()
    assert "On that day" in page.inner_text(
        ".reader-day"
    ) and "On that day the same was" in page.inner_text(".reader-panel")
    page.click('.reader-mark[data-claim="c10d"]')
    page.check('.reader-panel input[value="supported"]')
    page.get_by_role("button", name="Judge and see").click()
    assert "Not decided on 10 December 2020" in page.inner_text(".reader-verdicts")
    forecasts = pack.forecasts[pack.forecasts["claim_id"] == "c10d"]
    assert len(forecasts) and all(
        rule in page.inner_text(".reader-panel") for rule in forecasts["resolution_rule"]
    )
    assert "Not decided yet on that day" in page.inner_text(".reader-day")
    page.get_by_label("now", exact=True).check()
    outcomes = page.locator(".reader-panel h3:has-text('What was to come') + ul > li")
    assert outcomes.count() == len(forecasts)


@pytest.mark.browser
@pytest.mark.parametrize("width, scheme", [(1280, "light"), (1280, "dark"), (390, "light")])
def test_the_page_is_accessible_and_fits(chromium, front, width, scheme):
    """Beside a statement and its verdict; `test_site.py` has the page as it opens."""
    height = 844 if width == 390 else 720
    page = chromium.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.goto(front.as_uri())
    # Question, answers and button are seen at once; then the verdict and why.
    show = page.get_by_role("button", name="Judge and see")
    show.wait_for()
    assert show.bounding_box()["y"] + 36 < height
    page.check('.reader-panel input[value="supported"]')
    show.click()
    assert page.evaluate("location.hash") == "#c01a"
    why = page.locator(".reader-compared + p").bounding_box()
    assert why["y"] > 0 and why["y"] + why["height"] < height
    if width == 390:  # A sheet below the text.
        sheet = page.locator(".reader-panel").bounding_box()
        assert sheet["y"] > 300 and sheet["y"] + sheet["height"] == height
        # Who comes back to a statement finds it above its sheet, and what ends the page.
        page.goto(f"{front.as_uri()}#c10c")
        page.reload()
        page.wait_for_selector(".reader-opened")
        sheet = page.locator(".reader-panel").bounding_box()
        for there, down in ((".reader-opened", 0), ("footer", 1)):
            page.evaluate("down => down && scrollTo(0, document.body.scrollHeight)", down)
            box = page.locator(there).first.bounding_box()
            assert box["y"] >= 0 and box["y"] + box["height"] <= sheet["y"] + 1
        page.get_by_role("button", name="Back to the text").click()
    for claim in ("c01b", "c10c"):
        page.click(f'.reader-mark[data-claim="{claim}"]')
        page.check('.reader-panel input[value="partly"]')
        show.click()
        assert breaks(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


@pytest.mark.browser
def test_the_front_page_is_light_quick_and_can_do_without_scripts(chromium, front, pack):
    weight = sum(
        (front.parent / name).stat().st_size for name in ("index.html", "site.js", "site.css")
    )
    assert weight < 400_000
    times = []
    for _ in range(3):
        page = chromium.new_page()
        page.goto(front.as_uri())
        page.wait_for_selector(".reader-mark")
        entry = "JSON.stringify(performance.getEntriesByType('navigation')[0])"
        times.append(json.loads(page.evaluate(entry))["domContentLoadedEventEnd"])
        page.close()
    assert min(times) < 500
    # On paper, and without scripts, each statement is a numbered note.
    for options in ({}, {"java_script_enabled": False}):
        page = chromium.new_page(**options)
        page.goto(front.as_uri())
        if not options:
            page.wait_for_selector(".reader-mark")
            page.emulate_media(media="print")
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
        else:
            page.locator(".stored summary").first.click()
        assert page.locator(".reader-panel:visible").count() == 0
        notes = page.locator(".stored details > details:visible")
        assert notes.count() == len(pack.claims)
        assert notes.last.inner_text().startswith(f"{len(pack.claims)}. “")
        assert page.locator(".stored sup:visible").count() == len(pack.claims)
        assert page.locator(".stored a:visible", has_text=pack.article["address"][0]).count()
        page.close()


def test_a_link_below_an_excerpt_leads_to_its_first_statement(pack):
    linked = 0
    for path in sorted((ROOT / "notebooks").glob("0*.ipynb")):
        source = path.read_text("utf-8")
        for passage in re.findall(r"01_read_the_article\.ipynb#([\w.-]+)\)", source):
            found = maker.page_links(pack, f'<a href="01_read_the_article.ipynb#{passage}">')
            claim = re.fullmatch(r'<a href="index\.html#(\w+)">', found)[1]
            row = pack.passages.set_index("passage_id").loc[passage, "paragraphs"]
            paragraph = pack.claims.set_index("claim_id").loc[claim, "paragraph"]
            assert str(paragraph) in row.split(";"), path.name
            assert f'show_excerpt(pack, \\"{passage}\\")' in source
            linked += 1
    assert linked >= 4
    # Where the article is read: first in lesson 0, whole in lesson 1, coloured in in lesson 7.
    for place, call in {
        "00_start_here": 'read(pack, \\"00.first\\")',
        "01_read_the_article": "read(pack)",
        "07_your_brief": "read(pack, coloured=True)",
        "08_an_unseen_article": "read(pack, ",
    }.items():
        assert f'"{call}' in (ROOT / "notebooks" / f"{place}.ipynb").read_text("utf-8"), place
