"""What speaks for a value belonging to a competitor of its sentence: the words around both.

A pair is a head (a competitor's slot) and a value's slot in one sentence. The weights of
its signs are learned (polesitter.learn.links) and travel with the model.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from polesitter.relations.bucket import bucket
from polesitter.relations.frame import Frame
from polesitter.relations.signs import Each, Family, Part, Shape

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
BY_CLAUSE: Final = frozenset({"POSITION", "TOP", "BEAT", "STATUS"})
"""Labels told of the subject of a clause, rather than of the nearest name."""
NEAR = ("nn", "nf", "fn", "ff")
"""Whether the head, and the value among its like, is the nearest or further off."""
WORDS_TOLD: Final = 7
"""Items between a head and a value, up to which they are told word by word."""


class _Signs:
    """How pairs of one order ("hv": the head stands first) and nearness are told."""

    def __init__(self, order: str, near: str) -> None:
        self.order, self.near = order, near
        o, n = order, f"{order} {near}"
        words = [
            (f"{o} a:", f"{n} a:"), (f"{o} z:", f"{n} z:"), (f"{o} a2:",), (f"{o} z2:",),
            (f"{o} b:",), (f"{o} hg:", f"{n} hg:"), (f"{o} hr:",), (f"{o} hl:",),
            (f"{n} vg:",), (f"{n} vr:",),
        ]  # fmt: skip
        shapes: list[Shape] = [self._apart, self._crossed, self._rank, self._head]
        self.pair = Family(words, shapes)
        self.cues = Each([(f"{o} c:",)])

    def _apart(self, key: tuple[int, int]) -> Iterator[str]:
        o, n, apart = self.order, self.near, bucket(key[0])
        yield from (o, f"{o} near:{n}", f"{o} d:{apart}", f"{o} {n} d:{apart}")
        yield f"{o} commas:{bucket(key[1])}"

    def _crossed(self, key: tuple[int, int]) -> Iterator[str]:
        yield f"{self.order} hb:{key[0]} sb:{key[1]}"
        yield f"{self.order} only:{key[0] == 0}"

    def _rank(self, key: tuple[int, bool, bool, bool]) -> Iterator[str]:
        rank, respectively, block, first = key
        yield f"rank:{bucket(rank)}"
        yield f"{self.order} {self.near} rank:{bucket(rank)}"
        if respectively:
            yield f"resp:{self.order}"
        if block:
            yield f"respblock:{self.order}"
        if first:
            yield "vh firsthead"

    def _head(self, key: tuple[str, str, str, int, int]) -> Iterator[str]:
        label, framing, above, heads, drivers = key
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
    keys, heads, padded = frame.keys, frame.heads, frame.padded
    rank, before = bisect_left(heads, head), bisect_left(heads, place)
    label = padded[place + 2][1:-1]
    same = frame.of_label[label]
    nth = bisect_left(same, place)
    if head < place:
        order, between = "hv", keys[head + 1 : place]
        crossed, like = before - rank - 1, nth - bisect_right(same, head)
    else:
        order, between = "vh", keys[place + 1 : head]
        crossed, like = rank - bisect_right(heads, place), bisect_left(same, head) - nth - 1
    signs = SIGNS[order, NEAR[2 * (crossed > 0) + (like > 0)]]
    apart = len(between)
    first = last = "-"
    first2 = last2 = ""
    whole: str | None = ""
    if apart == 1:
        first = last = first2 = last2 = whole = between[0]
    elif apart:
        first, last = between[0], between[-1]
        first2, last2 = f"{first} {between[1]}", f"{between[-2]} {last}"
        whole = " ".join(between) if apart <= WORDS_TOLD else None
    respectively = len(same) == len(heads) > 1 and nth == rank
    block = respectively and (same[0] > heads[-1] or same[-1] < heads[0])
    above, told = _of_head(frame, head)
    words = (
        first, last, first2, last2, whole, above, padded[head + 3], padded[head + 1],
        frame.governor(place), padded[place + 3],
    )  # fmt: skip
    shapes = (
        (apart, between.count(",")), (min(crossed, 3), min(like, 3)),
        (rank, respectively, block, before == 0 and order == "vh"), told,
    )  # fmt: skip
    parts: list[Part] = [(signs.pair, words, shapes)]
    cues = CUES.intersection(between)
    if cues:
        parts.append((signs.cues, cues, ()))
    if label in BY_CLAUSE:
        parts.append(frame.clauses.told(keys, heads, head, place))
    return parts


def _of_head(frame: Frame, head: int) -> tuple[str, tuple[str, str, str, int, int]]:
    """What a head tells in whatever pair: the word that governs it, and what it is."""
    known = frame.heads_told.get(head)
    if known is None:
        above, label = frame.governor(head), frame.padded[head + 2][1:-1]
        framing = frame.framings.get(head, "-")
        told = (label, framing, "", 0, 0)
        if label != "DRIVER":
            drivers = len(frame.of_label.get("DRIVER", ()))
            told = (label, framing, above, len(frame.heads), drivers)
        known = frame.heads_told[head] = (above, told)
    return known
