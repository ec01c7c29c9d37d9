"""A report's text with its mentions in colour or, without colours, in corpus marks."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from polesitter.review.terminal.palette import ASIDE, LABEL_STYLES
from polesitter.text.plain import Mark, remark
from polesitter.text.wrapped import flowing, wraps
from polesitter.types import LABELS, Mention

OUTCOME = (None, "outcome")
"""Framings of what counts for this session's result."""


def marked_text(text: str, mentions: Sequence[Mention], *, colour: bool) -> Text:
    """Return the text with every mention shown; offsets are code points of `text`.

    Where mentions overlap, the first and longest is shown. Hard-wrapped lines flow, for the
    terminal breaks them anew.
    """
    text = flowing(text, wraps(text))
    shown = _apart(mentions)
    if not colour:
        return Text(remark(text, [Mark(one.start, one.end, one.label) for one in shown]).strip())
    told = Text(text)
    for one in shown:
        told.stylize(LABEL_STYLES[one.label], one.start, one.end)
        if one.framing not in OUTCOME:
            told.stylize(ASIDE, one.start, one.end)
    return _stripped(told)


def legend(mentions: Iterable[Mention], *, colour: bool) -> Text:
    """Return the labels that occur, each in its colour, with their numbers."""
    counts: dict[str, int] = {}
    aside = 0
    for one in mentions:
        counts[one.label] = counts.get(one.label, 0) + 1
        aside += one.framing not in OUTCOME
    told = Text()
    for label in LABELS:
        if label in counts:
            told.append(label, LABEL_STYLES[label])
            told.append(f" {counts[label]}  ", "dim")
    if aside and colour:
        told.append("dim", "dim bold")
        told.append(": not of this session's outcome", "dim")
    told.rstrip()
    return told


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for one in sorted(mentions, key=_first_and_longest):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _first_and_longest(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def _stripped(told: Text) -> Text:
    start = len(told.plain) - len(told.plain.lstrip())
    return told[start : len(told.plain.rstrip())] if told.plain.strip() else Text()
