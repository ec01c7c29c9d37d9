"""Corpus marks, `[surface](LABEL id)`, taken out of a text and put back in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from polesitter.types import LABELS

# A surface may hold one level of square brackets, as in "[Smith [R]](DRIVER d1)".
MARK: Final = re.compile(
    r"\[(?P<surface>[^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*)\]"
    rf"\((?P<label>{'|'.join(LABELS)})(?: (?P<id>[a-z]+[0-9]+))?\)"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked mention: plain-text offsets (0-based, half-open code points), label, id.

    `id` groups the mentions of one name ("d1"); measures have none.
    """

    start: int
    end: int
    label: str
    id: str | None = None


def unmark(marked: str) -> tuple[str, list[Mark]]:
    """Return the plain text of an annotated one, and its marks in text order."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length = position = 0
    for match in MARK.finditer(marked):
        before, surface = marked[position : match.start()], match["surface"]
        start = length + len(before)
        length = start + len(surface)
        marks.append(Mark(start, length, match["label"], match["id"]))
        pieces += [before, surface]
        position = match.end()
    pieces.append(marked[position:])
    return "".join(pieces), marks


def remark(text: str, marks: Sequence[Mark]) -> str:
    """Write marks into a plain text: the inverse of `unmark`.

    `marks` must not overlap; they may come in any order.
    """
    pieces: list[str] = []
    position = 0
    for mark in sorted(marks, key=_start):
        label = mark.label if mark.id is None else f"{mark.label} {mark.id}"
        pieces += [text[position : mark.start], f"[{text[mark.start : mark.end]}]({label})"]
        position = mark.end
    pieces.append(text[position:])
    return "".join(pieces)


def is_marked(text: str) -> bool:
    """Tell whether a text holds corpus marks, and so is no report as published."""
    return MARK.search(text) is not None


def _start(mark: Mark) -> int:
    return mark.start
