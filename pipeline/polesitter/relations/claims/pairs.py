"""What speaks for a value belonging to a competitor of its sentence: the words around both.

A pair is a head (a competitor's slot) and a value's slot in one sentence. The weights of
its signs are learned (polesitter.learn.relation_model.links) and travel with the model.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from polesitter.relations.reading.frame import Frame, HeadTold
from polesitter.relations.reading.several import SHARED
from polesitter.relations.reading.value_lists import turn_part
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Each, Family, Part, Shape

CUES: Final = frozenset(
    {"than", "over", "ahead", "behind", "from", "by", "with", "and", "while", "but", ",", ";", "(",
     ")", "followed", "then", "as", "who", "whose", "which", "alongside", "beside", "next", "after",
     "before", "of", "for", "to", "in", "at", "on", "was", "were", "will", "is", "'s", "had", "his",
     "her", "he", "she", ":", "—", "–", "-", "up", "off", "clear", "shy", "back", "adrift", "down",
     "short", "beat", "edged", "pipped", "denied", "split", "between", "where", "when", "that",
     "teammate", "team-mate", "teammates", "team-mates", "joins", "joined", "share", "shares",
     "places", "spots", "place", "spot", "better", "one", "inside", "outside", "both", "other",
     "second", "sister", "without", "only"}
)  # fmt: skip
NEAR = ("nn", "nf", "fn", "ff")
"""Whether the head, and the value among its like, is the nearest or further off."""
WORDS_TOLD: Final = 7
"""Items between a head and a value, up to which they are told word by word."""
FAR: Final = 21
"""Items between a head and a value, beyond which their number tells no more."""


class _Signs:
    """How pairs of one order ("hv": the head stands first) and nearness are told.

    `touching`: pairs with nothing in between; `by_one`: with one item, `apart`: with more.
    """

    def __init__(self, order: str, near: str) -> None:
        self.order, self.near = order, near
        o, n = order, f"{order} {near}"
        first, last = (f"{o} a:", f"{n} a:"), (f"{o} z:", f"{n} z:")
        two, last_two, whole = f"{o} a2:", f"{o} z2:", f"{o} b:"
        around = [(f"{o} hg:", f"{n} hg:"), (f"{o} hr:",), (f"{o} hl:",), (f"{n} vg:",),
                  (f"{n} vr:",)]  # fmt: skip
        self.nothing = [*(f"{start}-" for start in (*first, *last)), two, last_two, whole]
        shapes: list[Shape] = [self._between, self._head]
        self.touching = Family(around, shapes)
        self.by_one = Family([(*first, *last, two, last_two, whole), *around], shapes)
        self.apart = Family([first, last, (two,), (last_two,), (whole,), *around], shapes)
        self.cues = Each([(f"{o} c:",)])

    def _between(self, key: tuple[int, int, int, int]) -> Iterator[str]:
        apart, commas, crossed, like = key
        o, n = self.order, self.near
        yield from (o, f"{o} near:{n}", f"{o} d:{bucket(apart)}", f"{o} {n} d:{bucket(apart)}")
        yield f"{o} commas:{bucket(commas)}"
        yield f"{o} hb:{crossed} sb:{like}"
        yield f"{o} only:{crossed == 0}"
        if not apart:
            yield from self.nothing

    def _head(self, key: tuple[int, bool, bool, bool, HeadTold]) -> Iterator[str]:
        rank, respectively, block, first, told = key
        yield f"rank:{bucket(rank)}"
        yield f"{self.order} {self.near} rank:{bucket(rank)}"
        if respectively:
            yield f"resp:{self.order}"
        if block:
            yield f"respblock:{self.order}"
        if first:
            yield "vh firsthead"
        label, framing, above, heads, drivers = told
        yield f"{self.order} head:{label}"
        yield f"head framing:{framing}"
        if label != "DRIVER":
            yield f"entry:{label} hg:{above}"
            yield f"entry:{label} of:{bucket(heads)}"
            yield f"entry drivers:{bucket(drivers)}"


SIGNS: Final = {(order, near): _Signs(order, near) for order in ("hv", "vh") for near in NEAR}


def pair_parts(frame: Frame, head: int, place: int) -> tuple[Part, ...]:
    """What a head and a value of one sentence tell together, by their items' places."""
    known = frame.pairs.get((head, place))
    if known is None:
        known = frame.pairs[head, place] = tuple(_parts(frame, head, place))
    return known


def _parts(frame: Frame, head: int, place: int) -> list[Part]:
    rank, above, right, left, told = frame.head_end(head)
    end = frame.value_end(place)
    governor, after, same, nth, heads_before, heads_up_to, paired, block, listed = end
    if head < place:
        order, between = "hv", frame.keys[head + 1 : place]
        crossed, like = heads_before - rank - 1, nth - bisect_right(same, head)
    else:
        order, between = "vh", frame.keys[place + 1 : head]
        crossed, like = rank - heads_up_to, bisect_left(same, head) - nth - 1
    signs = SIGNS[order, NEAR[2 * (crossed > 0) + (like > 0)]]
    apart = len(between)
    in_step = paired and nth == rank
    shapes = (
        (apart if apart < FAR else FAR, between.count(","),
         crossed if crossed < 3 else 3, like if like < 3 else 3),
        (rank, in_step, in_step and block, not heads_before and order == "vh", told),
    )  # fmt: skip
    if not apart:
        parts: list[Part] = [(signs.touching, (above, right, left, governor, after), shapes)]
    else:
        first, last = between[0], between[-1]
        if apart == 1:
            words = (first, above, right, left, governor, after)
            parts = [(signs.by_one, words, shapes)]
        else:
            whole = " ".join(between) if apart <= WORDS_TOLD else None
            two, last_two = f"{first} {between[1]}", f"{between[-2]} {last}"
            parts = [(
                signs.apart,
                (first, last, two, last_two, whole, above, right, left, governor, after), shapes,
            )]  # fmt: skip
        cues = CUES.intersection(between)
        if cues:
            parts.append((signs.cues, cues, ()))
    if listed is not None:
        parts.append(turn_part(listed, rank, frame.several.runs, order))
    if frame.keys[place] in SHARED:
        parts.append(frame.several.part(rank, place))
    return parts
