"""The heads that a value may belong to.

They are those of its sentence and, where none stands before it, of the sentences before.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.relations.claims.focus import PERSONAL, focus_part
from polesitter.relations.claims.pairs import pair_parts
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.value_lists import ValueList, earlier_turn_part
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Part

REACH: Final = 3
"""Heads looked at on each side of a value within its sentence."""
PLACES: Final = frozenset({"POSITION", "TOP", "BEAT", "IMPLIED"})
"""What tells a place; here all names of as many competitors are looked at."""
LOOKBACK: Final = 3
"""Sentences looked back for a head in focus."""
RUN: Final = frozenset({"LAPTIME", "SPEED", "GAP", "MARGIN"})
"""What is told of a run; who made it may be told of for sentences, with others between, or as
"he" before other names: "he beat Lee with a 1:45.1"."""
SUBJECT: Final = 2
"""What such a head counts as beside the first and the last of the sentence before."""
IN_LIST: Final = 3
"""What a head counts as whose turn it is by a list of values."""
Pair = tuple[int, tuple[Part, ...]]
"""A head (mention index), and what it and a value tell together."""


def heads_near(
    view: View, frames: Sequence[Frame], number: int, place: int, label: str
) -> list[Pair]:
    """The heads that a value may belong to; `number`, `place`: its sentence and item."""
    frame = frames[number]
    items = frame.sentence.items
    left, right = _beside(view, frame, place, label)
    found = [(items[at].mention, pair_parts(frame, at, place)) for at in (*left, *right)]
    if frame.sentence.kind == "row":
        return found
    if not left:
        found.extend(_heads_before(view, frames, number, place, run=label in RUN))
    elif label in RUN and not PERSONAL.isdisjoint(frame.keys[:place]):
        known = {view.head_of[head] for head, _ in found}
        pairs = _heads_before(view, frames, number, place, run=False)
        found += [pair for pair in pairs if view.head_of[pair[0]] not in known]
    return found


def _beside(view: View, frame: Frame, place: int, label: str) -> tuple[list[int], list[int]]:
    """The nearest heads on both sides of a value, in order."""
    heads = frame.heads
    before, after = bisect_left(heads, place), bisect_right(heads, place)
    if label in PLACES:
        left = _nearest(view, frame, heads[:before][::-1])[::-1]
        return left, _nearest(view, frame, heads[after:])
    return heads[max(0, before - REACH) : before], heads[after : after + REACH]


def _nearest(view: View, frame: Frame, heads: Sequence[int]) -> list[int]:
    """The first of some heads, up to all names of as many competitors as are looked at."""
    if len(heads) <= REACH:
        return list(heads)
    near: list[int] = []
    known: set[str] = set()
    for at in heads:
        known.add(view.head_of[frame.sentence.items[at].mention])
        if len(known) > REACH:
            break
        near.append(at)
    return near


def _heads_before(
    view: View, frames: Sequence[Frame], number: int, place: int, *, run: bool
) -> Iterator[Pair]:
    """The heads looked at in the last sentence that had any.

    Of what is told of a `run`, also the first head of the last one before that, if another.
    """
    known: set[str] = set()
    told = 0
    listed = frames[number].value_end(place)[-1]
    for distance in range(1, min(LOOKBACK, number) + 1):
        before = frames[number - distance]
        heads = len(before.heads)
        if not heads or before.sentence.kind in ("row", "header", "date"):
            continue
        told += 1
        for rank, which in _ranks(heads, listed) if told == 1 else [(SUBJECT, 0)]:
            mention = before.sentence.items[before.heads[which]].mention
            if view.head_of[mention] not in known:
                known.add(view.head_of[mention])
                part = focus_part(frames[number], place, distance, rank)
                if listed is None:
                    yield mention, (part,)
                else:
                    yield mention, (part, earlier_turn_part(listed, which, heads))
        if told == (2 if run else 1):
            return


def _ranks(heads: int, listed: ValueList | None) -> list[tuple[int, int]]:
    """What each head looked at in a sentence of so many counts as, and which it is.

    The first and the last; of what is told in a list, also the head whose turn it is.
    """
    ranks = [(0, 0), (1, heads - 1)]
    if listed is not None and heads > listed.length:
        ranks.append((IN_LIST, heads - listed.length + listed.nth))
    return ranks
