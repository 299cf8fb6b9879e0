"""SVG as text: elements whose texts are escaped, on a white page.

In: numbers and texts. Out: markup. Fonts are the reader's own, so widths are estimated.
"""

from __future__ import annotations

from html import escape

from skillgraph.exporters.text import clean_text

FONT = "'Liberation Sans', 'DejaVu Sans', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"
INK, QUIET, LINE, PALE = "#1d1f24", "#5d616b", "#e2e2dd", "#f3f3f0"
BASIS = {"demonstrated": "#15756f", "stated": "#6f93ad", "inferred": "#b3a8c4"}
JOB, STUDY = "#4a5fc9", "#94744f"
WIDTH = 960
MARGIN = 28
_LETTER = 0.54


def element(name: str, /, *children: str, **attributes: object) -> str:
    """Return an element; `font_size` becomes `font-size`, and numbers have at most one decimal."""
    written = "".join(
        f' {key.replace("__", ":").replace("_", "-")}="{escape(_value(value))}"' for key, value in attributes.items() if value is not None
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def words(text: str, x: float, y: float, *, size: float = 13, fill: str = INK, anchor: str | None = None, weight: int | None = None) -> str:
    """Return a line of text on its baseline; nothing for no text."""
    return text and element("text", said(text), x=x, y=y, font_size=size, fill=fill, text_anchor=anchor, font_weight=weight)


def rectangle(x: float, y: float, width: float, height: float, *, fill: str, radius: float = 3) -> str:
    """Return a filled rectangle."""
    return element("rect", x=x, y=y, width=width, height=height, rx=radius, fill=fill)


def said(text: str) -> str:
    """Return a text as markup, on one line."""
    return escape(_line(text), quote=False)


def page(height: float, title: str, *parts: str, subtitle: str = "") -> str:
    """Return a whole picture below its title."""
    head = words(clipped(title, WIDTH - 2 * MARGIN, size=21), MARGIN, 42, size=21, weight=700)
    sub = words(clipped(subtitle, WIDTH - 2 * MARGIN, size=13), MARGIN, 63, fill=QUIET) if subtitle else ""
    named = element("title", said(title))
    back = element("rect", width=WIDTH, height=height, fill="#ffffff")
    size = {"width": WIDTH, "height": height, "viewBox": f"0 0 {WIDTH} {_value(height)}", "font_family": FONT, "role": "img"}
    return element("svg", named, back, head, sub, *parts, xmlns="http://www.w3.org/2000/svg", **size) + "\n"


def width_of(text: str, size: float = 13) -> float:
    """Return about how wide a text is."""
    return len(text) * size * _LETTER


def clipped(text: str, width: float, *, size: float = 13) -> str:
    """Return a text, cut where it would be wider.

    >>> clipped("Principal Engineer", 60)
    'Princip…'
    """
    line, room = _line(text), max(1, int(width / (size * _LETTER)))
    return line if len(line) <= room else f"{line[: room - 1].rstrip()}…"


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
