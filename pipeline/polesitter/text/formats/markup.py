"""The elements of a page as lines of text."""

import re
from collections.abc import Iterator
from typing import Any

Element = Any
"""An lxml element; lxml has no type hints of its own."""

# Names of HTML and of the XML that trafilatura returns (row, cell, item, lb).
HIDDEN = frozenset({
    "script", "style", "template", "noscript", "svg", "select", "button", "textarea", "iframe",
})  # fmt: skip
BREAK = frozenset({"br", "lb"})
CELL = frozenset({"td", "th", "cell"})
ROW = frozenset({"tr", "row"})
ITEM = frozenset({"li", "item", "dt", "dd"})
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "hi", "i", "ins", "kbd", "label", "mark", "nobr", "q", "ref", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "tbody", "tfoot", "thead", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
# A table that holds these in a cell arranges the page and is no table of results.
ARRANGED = ("table", "list", "ul", "ol", "h1", "h2", "h3", "head", "p[2]")

SPACE = re.compile(r"[ \t\r\n\f]+")
SPACES = re.compile(r" {2,}")
AROUND_BREAK = re.compile(r" *(\n+) *")
BREAKS = re.compile(r"\s*\n\s*")
BLANK_LINES = re.compile(r"\n{3,}")
BULLET = re.compile(r"[-*•–]")

KEPT_SPACE = "\ue000"
"""Stands for a space of preformatted text while other runs of spaces are folded."""


def page_text(body: Element) -> str:
    """Return the text of a page: paragraphs, headings and tables apart by a blank line.

    A table row is one line, its cells apart by " | " and the lines of a cell by
    " / "; a list item is one line, led by its number or a dash.
    """
    return BLANK_LINES.sub("\n\n", _text(body)).strip().replace(KEPT_SPACE, " ")


def _text(element: Element) -> str:
    """Return the text within an element, spaces folded, breaks as they come."""
    text = SPACES.sub(" ", "".join(_content(element)))
    return AROUND_BREAK.sub(r"\1", text)


def _content(element: Element) -> Iterator[str]:
    yield SPACE.sub(" ", element.text or "")
    for child in element:
        yield from _pieces(child)
        yield SPACE.sub(" ", child.tail or "")


def _pieces(element: Element) -> Iterator[str]:
    tag = element.tag
    if not isinstance(tag, str) or tag in HIDDEN:
        return  # comments and processing instructions have no name
    if tag in BREAK:
        yield "\n"
    elif tag == "pre":
        kept = "".join(element.itertext()).replace("\r", "").replace(" ", KEPT_SPACE)
        yield f"\n\n{kept}\n\n"
    elif tag in ROW and not _is_arranged(element):
        yield f"\n{_row(element)}"
    elif tag in ITEM:
        yield f"\n{_item(element)}"
    elif tag in INLINE:
        yield from _content(element)
    else:
        yield "\n\n"
        yield from _content(element)
        yield "\n\n"


def _row(row: Element) -> str:
    cells = [_text(cell).strip() for cell in row if cell.tag in CELL]
    while cells and not cells[-1]:
        cells.pop()
    return " | ".join(BREAKS.sub(" / ", cell) for cell in cells)


def _is_arranged(row: Element) -> bool:
    return any(row.find(f".//{tag}") is not None for tag in ARRANGED)


def _item(item: Element) -> str:
    """Return an item's line; what is nested in it follows on lines of its own."""
    text = BREAKS.sub("\n", _text(item).strip())
    parent = item.getparent()
    if item.tag in ("dt", "dd") or item.get("rend", "").startswith("d") or not text:
        return text
    if parent.tag == "ol" or parent.get("rend") == "ol":
        number = str(_number(item, parent))
        starts_with_it = re.match(rf"{number}(?!\d)", text) is not None
        return text if starts_with_it else f"{number}. {text}"
    return text if BULLET.match(text) else f"- {text}"


def _number(item: Element, parent: Element) -> int:
    start = parent.get("start", "1")
    first = int(start) if start.isdecimal() else 1
    return first + sum(1 for before in item.itersiblings(item.tag, preceding=True))
