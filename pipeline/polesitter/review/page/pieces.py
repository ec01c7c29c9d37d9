"""A stretch of text cut where spans begin and end, ready to be nested as elements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from polesitter.review.page.spans import PageSpan
from polesitter.review.page.visible import visible


@dataclass(slots=True)
class Piece:
    """Some text: the spans that open before it, outermost first, and how many close after.

    `start`: code points into the whole text.
    """

    start: int
    text: str
    opens: list[PageSpan] = field(default_factory=list)
    closes: int = 0


def cut(text: str, start: int, end: int, spans: Sequence[PageSpan]) -> list[Piece]:
    """Cut text[start:end] at the bounds of `spans`, which are sorted outermost first.

    Elements can only nest, but spans may cross each other and the stretch itself: what
    crosses is closed and opened anew, so that every piece stands in all its spans.
    """
    pieces: list[Piece] = []
    stack: list[PageSpan] = []
    for low, high, wanted in _stretches(start, end, spans):
        shared = _shared(stack, wanted)
        if pieces:
            pieces[-1].closes = len(stack) - shared
        pieces.append(Piece(low, visible(text[low:high]), wanted[shared:]))
        stack = wanted
    if pieces:
        pieces[-1].closes = len(stack)
    return pieces


def _stretches(
    start: int, end: int, spans: Sequence[PageSpan]
) -> Iterator[tuple[int, int, list[PageSpan]]]:
    """Yield each stretch between two bounds with the spans it stands in."""
    inside = [span for span in spans if span.start < end and span.end > start]
    bounds = {start, end}
    for span in inside:
        bounds |= {max(start, span.start), min(end, span.end)}
    marks = sorted(bounds)
    open_now: list[PageSpan] = []
    following = 0
    for low, high in pairwise(marks):
        open_now = [span for span in open_now if span.end > low]
        while following < len(inside) and inside[following].start <= low:
            if inside[following].end > low:
                open_now.append(inside[following])
            following += 1
        yield low, high, list(open_now)


def _shared(stack: Sequence[PageSpan], wanted: Sequence[PageSpan]) -> int:
    count = 0
    for first, second in zip(stack, wanted, strict=False):
        if first is not second:
            break
        count += 1
    return count
