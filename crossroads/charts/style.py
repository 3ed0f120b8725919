"""One look for every chart: colours, the empty figure they start from."""

# Of cards, which no page colours: Okabe and Ito's, that every eye can tell apart.
ACCENT, RIGHT, NOT_YET, MUTED = "#0072B2", "#009E73", "#D55E00", "#7A7A7A"

# Else the library measures every label, to turn it or to leave it out.
AXIS = {"ticks": "", "tickangle": 0, "ticklabeloverflow": "allow"}
# What every figure starts from, said once.
TEMPLATE = {
    "data": {
        "bar": [
            {
                "type": "bar",
                "marker": {
                    "line": {"color": "#E5ECF6", "width": 0.5},
                    "pattern": {"fillmode": "overlay", "size": 10, "solidity": 0.2},
                },
            }
        ]
    },
    "layout": {
        "autotypenumbers": "strict",
        "hovermode": "closest",
        "hoverlabel": {"align": "left"},
        "xaxis": AXIS,
        "yaxis": AXIS,
    },
}


# Roles -----------------------------------------------------------------------

# A colour stands for one thing everywhere: role -> (on a light page, on a dark
# one). A figure names the role, "@record"; the page, which knows its theme,
# puts in the colour. No flag or party colours.
ROLES = {
    "ink": ("#1b1f23", "#e8eaec"),
    "muted": ("#6b7178", "#9aa1a8"),
    "paper": ("#ffffff", "#14171a"),
    "record": ("#1f5f9e", "#6db1ea"),
    # What came after the article's day, paler, on a band.
    "after": ("#8fb2d3", "#47698a"),
    "band": ("#f1ece1", "#25221c"),
    "supported": ("#00596b", "#53c6d6"),
    "partly": ("#a06a00", "#e6b450"),
    "contradicted": ("#a3291f", "#f28b7d"),
    "cannot-say": ("#73777d", "#94999f"),
    "less-2": ("#5e3c99", "#c3abf0"),
    "less-1": ("#a995d6", "#6e50b9"),
    "zero": ("#dedbd3", "#2c2b28"),
    "more-1": ("#9fcf96", "#2d7632"),
    "more-2": ("#2c7330", "#9be3a4"),
}
# Each verdict has a sign and a line, too.
SIGNS = {"supported": "✓", "partly": "◐", "contradicted": "✕", "cannot say": "?"}
LINES = {"supported": "solid", "partly": "dash", "contradicted": "longdash", "cannot say": "dot"}
LEVELS = {-2: "less-2", -1: "less-1", 0: "zero", 1: "more-1", 2: "more-2"}


def role(name):
    """Name a role where a figure has a colour."""
    if name not in ROLES:
        raise KeyError(f"unknown role {name!r}; known: {', '.join(ROLES)}")
    return f"@{name}"


def coloured(value, dark=False):
    """Put the colours of one theme in the place of the roles that a figure names."""
    if isinstance(value, str):
        return ROLES[value[1:]][dark] if value[:1] == "@" and value[1:] in ROLES else value
    if isinstance(value, dict):
        return {key: coloured(part, dark) for key, part in value.items()}
    if isinstance(value, list):
        return [coloured(part, dark) for part in value]
    return value


def roles_css():
    """Write the roles as variables of a style sheet, for JupyterLab and for pages."""

    def block(selector, dark):
        lines = "".join(f" --{name}: {pair[dark]};" for name, pair in ROLES.items())
        return f"{selector} {{{lines} }}\n"

    night = block("  body:not([data-jp-theme-light])", True)
    return (
        block(":root", False)
        + block('[data-jp-theme-light="false"]', True)
        + f"@media screen and (prefers-color-scheme: dark) {{\n{night}}}\n"
    )
