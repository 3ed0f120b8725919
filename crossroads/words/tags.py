"""Build HTML from text, so that whatever comes from a table or a learner is escaped once."""

import html
import re

# JupyterLab takes what stands between two dollar signs for mathematics.
DOLLAR = '<span class="mathjax_ignore">$</span>'


class Html(str):
    """Text that is HTML already, and is not escaped again."""

    __slots__ = ()


def escape(text):
    """Escape a text, unless it is HTML already.

    Examples
    --------
    >>> escape("<b>"), escape(Html("<b>"))
    ('&lt;b&gt;', '<b>')
    >>> escape("5 to $8")
    '5 to <span class="mathjax_ignore">$</span>8'
    """
    if isinstance(text, Html):
        return text
    return Html(html.escape(str(text), quote=False).replace("$", DOLLAR))


def join(parts, between=""):
    """Join texts and HTML to HTML; None is left out."""
    return Html(escape(between).join(escape(part) for part in parts if part is not None))


def tag(name, *children, **attributes):
    """Build one element; text among its children is escaped, None is left out.

    Attributes are written with hyphens for underscores, and without a last
    underscore (``class_``); True stands alone, None and False are left out.

    Examples
    --------
    >>> tag("p", "R & D", tag("br"), "here", class_="note", data_row=3)
    '<p class="note" data-row="3">R &amp; D<br>here</p>'
    """
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}"
        + ("" if value is True else f'="{html.escape(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    end = "" if name in {"br", "img", "input"} else f"</{name}>"
    return Html(f"<{name}{given}>{join(children)}{end}")


def listed(items, name="ul"):
    """Build a list of texts, HTML, or sequences of both."""
    rows = ((item,) if isinstance(item, str) else item for item in items)
    return tag(name, *(tag("li", *row) for row in rows))


def fold(head, *children):
    """Build what is folded under its head."""
    return tag("details", tag("summary", head), *children)


# What stands in a text where an element begins and where it ends; for all others, a new line.
SIGNS = dict.fromkeys(("a", "img", "small", "span", "strong", "u"), ("", ""))
SIGNS |= {"b": "**", "code": "``", "em": "**", "mark": "__", "q": "“”"}
SIGNS |= {"li": ("\n- ", "\n"), "td": ("", " | "), "th": ("", " | ")}
FOLD = re.compile(r"<details[^>]*>(<summary.*?</summary>)(?:(?!<details).)*?</details>")


def plain_text(markup, unfold=True):
    """Write HTML that `tag` built as text; without what is folded, where it is to stay so.

    Examples
    --------
    >>> plain_text("<p>R &amp; D</p><ul><li><p>one</p></li><li>two</li></ul>")
    'R & D\\n- one\\n- two'
    """
    text = re.sub(r"\s+", " ", re.sub(r"<sup>.*?</sup>", "", markup))
    while not unfold and FOLD.search(text):
        text = FOLD.sub(r"<li>\1</li>", text)
    text = re.sub(r"<(/?)(\w+)[^>]*>", lambda one: SIGNS.get(one[2], "\n\n")[one[1] == "/"], text)
    text = re.sub(r"(?m)^- \n\s*", "- ", text)
    lines = []
    for line in html.unescape(text).split("\n"):
        line = line.rstrip(" |").lstrip()
        # What opens a table mostly says the same as its caption.
        if line and line not in lines[-1:]:
            lines.append(line)
    return "\n".join(lines)
