"""The README begins with what needs nothing, then two commands; no address is invented."""

import re

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
FIRST_SCREEN = "\n".join(README.split("\n")[:17])


def test_the_first_screen_begins_with_what_needs_nothing():
    places = [
        FIRST_SCREEN.index(words)
        for words in ("nothing installed", "crossroads-site.zip", "make lab", "make test")
    ]
    assert places == sorted(places)


def test_links_lead_to_files_of_the_repository_or_to_its_own_pages_and_releases():
    for link in re.findall(r"\]\(([^)]+)\)", README):
        if link.startswith("../../"):
            assert re.fullmatch(r"\.\./\.\./(deployments/github-pages|releases/latest.*)", link)
        elif link.startswith("#"):
            headings = re.findall(r"^## (.*)$", README, re.M)
            assert link[1:] in [
                re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings
            ]
        elif not link.startswith("https://"):
            assert (ROOT / link).exists(), link


def test_the_workflow_attaches_the_file_that_the_readme_links_to():
    name = re.search(r"releases/latest/download/([\w.-]+)", README)[1]
    workflow = (ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")
    assert f'gh release upload "$TAG" {name}' in workflow and "make zip" in workflow
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"make_archive('{name.removesuffix('.zip')}', 'zip'" in makefile
