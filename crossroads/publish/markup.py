"""Make the stored results of a notebook fit for a page: headers, scrolling, wording."""

from bs4 import BeautifulSoup

# A widget's stored form says here what is right on a page, see `Stored.hint`.
HINT = "data-page"
# Around a table that may be wide. A group, not a region: a page full of landmarks has none.
SCROLL = {"class": "scroll", "tabindex": "0", "role": "group"}


def mend(markup):
    """Give tables scopes and scrolling by keyboard, hints a page's words, and no styles."""
    if "<table" not in markup and HINT not in markup:
        return markup
    soup = BeautifulSoup(markup, "html.parser")
    for hint in soup.find_all(attrs={HINT: True}):
        hint.string, hint.attrs = hint[HINT], {"class": "hint"}
    for style in soup.find_all("style"):
        style.decompose()
    for table in soup.find_all("table"):
        _mend_headers(soup, table)
        name = table.caption.get_text() if table.caption else "Result of the code"
        table.wrap(soup.new_tag("div", attrs={**SCROLL, "aria-label": f"Table: {name}"}))
    return str(soup)


def _mend_headers(soup, table):
    for attribute in ("border", "class"):
        del table[attribute]
    for row in table.find_all("tr"):
        del row["style"]
    head = table.thead.find_all("tr") if table.thead else []
    # pandas gives the index's name a row of its own.
    if len(head) == 2 and not any(cell.get_text() for cell in head[1].find_all("th")[1:]):
        head[0].th.string = head[1].th.get_text()
        head[1].decompose()
    for cell in table.find_all("th"):
        if not cell.get_text(strip=True):
            cell.name = "td"
        elif not cell.has_attr("scope"):
            cell["scope"] = "col" if cell.find_parent("thead") else "row"
