"""The first so many: which of their places is whose, by who is named around "the top ten"."""

from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Part, plain

STOPS: Final = frozenset({".", ";", "!", "?"})
MANY: Final = 5
"""Competitors between one and the end of the list, from which on it is the same."""
FEW: Final = 3
"""Names behind the slot that may end a list begun before it, at most."""
AHEAD, BEHIND = 4, 2
"""Words before and behind the slot that tell where the list ends."""


def tops(frame: Frame, place: int, head: int) -> Iterator[tuple[int, Part]]:
    """How many places before the last of them a head may stand, and what speaks for each.

    "A, B and C completed the top ten" ends its list before the slot; "A, B and, to complete
    the top ten, C" goes on behind it; in "A, B's team-mate, completed the top ten" A is last.
    """
    items, heads = frame.sentence.items, frame.heads
    at = next((h for h in heads if items[h].mention == head), None)
    if at is None:
        yield 0, plain("top after:0", "top focus")
        return
    side = [h for h in heads if (h < place) == (at < place)]
    nth = side.index(at)
    after = len(side) - 1 - nth
    words = _words(frame, place)
    order = "hv" if at < place else "vh"
    yield after, _told("end", order, after, words)
    onwards = _run(frame, place)
    if at < place and 0 < onwards <= FEW:
        yield after + onwards, _told(f"on {onwards}", order, after, words)
    if after:
        yield 0, _told("last", order, after, words)
    cut = onwards - 1 - nth
    if at > place and 0 < cut < after:
        yield cut, _told("cut", order, cut, words)


def _told(kind: str, order: str, after: int, words: Sequence[str]) -> Part:
    start = f"top {kind} {order}"
    return plain(
        f"top after:{min(after, MANY)}", start, f"{start} after:{min(after, MANY)}",
        *[f"{start} {word}" for word in words],
    )  # fmt: skip


def _words(frame: Frame, place: int) -> list[str]:
    """The words around the slot, before and behind it."""
    keys = frame.keys
    before, behind = keys[max(0, place - AHEAD) : place], keys[place + 1 : place + 1 + BEHIND]
    return sorted({f"l:{key}" for key in before} | {f"r:{key}" for key in behind})


def _run(frame: Frame, place: int) -> int:
    """How many heads stand behind a slot, up to a stop or another place."""
    places = frame.of_label["POSITION"]
    end = next((at for at in places if at > place), len(frame.keys))
    stop = next((at for at in range(place + 1, end) if frame.keys[at] in STOPS), end)
    return sum(place < at < stop for at in frame.heads)
