"""Places told by who stands on either side: "between them was A", "B and C, split by A".

Of two competitors whose places are believed, and are not next to each other, those told to
be between them have the places between, in the order of telling.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from polesitter.relations.claims.claim import Claim
from polesitter.relations.order.anchors import Anchor
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Each, Family, Part

RULE: Final = "order.between"
CUES: Final = frozenset(
    {"between", "in-between", "split", "splits", "splitting", "separate", "separates", "separated",
     "separating", "sandwich", "sandwiched", "sandwiches", "sandwiching", "divide", "divides",
     "divided", "dividing", "apart", "middle", "parted", "parts", "parting", "intervened",
     "intervenes", "interrupted", "interrupts", "interrupting", "intruded", "intrudes", "break",
     "breaks", "broke", "breaking", "prevented", "prevents", "denied", "spoiled", "spoils",
     "interloper", "intruder", "lone", "wedged", "slotted", "slots", "flanked", "kept", "keeps",
     "keeping", "stopped", "preventing", "spoiling", "meat", "bracketed", "bracket",
     "surrounded", "intermediate", "either"}
)  # fmt: skip
"""Words of a sentence that may tell who is between whom."""
FURTHEST: Final = 4
"""How far apart the two places may be where not all between them are named."""
WIDEST: Final = 12
"""How far apart they may be in any case."""
WIDE: Final = 6
"""Places apart from which on it is the same."""
LOOKBACK: Final = 2
"""Sentences before the cue's in which the two may be named."""
MOST_KNOWN: Final = 4
"""Competitors named last there that are looked at."""
MOST_HEADS: Final = 3
"""Competitors of the sentence that may be between the two where there is room for more or fewer."""
FEW: Final = 8
"""Words between a cue and a head up to which each is a sign by itself."""


class _Side(NamedTuple):
    """A competitor whose place is believed, and how many sentences ago that was told."""

    competitor: str
    anchor: Anchor
    ago: int


class _Pair(NamedTuple):
    """Two that somebody may be between: the better placed, the other, by how many places."""

    first: _Side
    last: _Side
    apart: int


def _two(key: tuple[int, str, int, int, int]) -> Iterator[str]:
    apart, where, nth, heads, sure = key
    fits = "fits" if heads == apart - 1 else "fewer" if heads < apart - 1 else "more"
    apart = min(apart, WIDE)
    yield from (f"apart:{apart}", f"where:{where}", f"apart:{apart} where:{where}", fits)
    yield from (f"{fits} nth:{nth} apart:{apart}", f"{fits} where:{where} nth:{nth}")
    yield f"sure:{sure} {fits} where:{where}"


def _cue(key: tuple[str, str, str, int]) -> Iterator[str]:
    cue, way, where, apart = key
    apart = min(apart, WIDE)
    yield from (f"cue:{cue} {way}", f"cue:{cue} {way} where:{where}", f"cue:{cue} apart:{apart}")


SIGNS: Final = Family(
    [("l:",), ("r:",), ("r2:",), ("hl:",), ("hr:",), ("g:",)], [_two, _cue], prefix="between "
)
INSIDE: Final = Each([("between in:",)])


class Between:
    """Finds who may be between two that are placed.

    `anchors`: sentence -> head's item -> the place believed of it.
    """

    def __init__(
        self,
        frames: Sequence[Frame],
        anchors: Mapping[int, Mapping[int, Anchor]],
        head_of: Mapping[int, str],
    ) -> None:
        self.frames, self.anchors, self.head_of = frames, anchors, head_of

    def claims(self, number: int) -> Iterator[Claim]:
        """Claims to places between two of the heads of a sentence, where it has a cue."""
        frame = self.frames[number]
        if not frame.heads or CUES.isdisjoint(frame.keys):
            return
        cue = next(at for at, key in enumerate(frame.keys) if key in CUES)
        seen: set[tuple[str, int]] = set()
        for pair in self._pairs(number):
            sides = {pair.first.competitor, pair.last.competitor}
            heads = self._others(number, sides)
            room, exact = pair.apart - 1, len(heads) == pair.apart - 1
            if pair.apart > FURTHEST and not exact:
                continue
            most = room if exact else min(MOST_HEADS, room)
            for nth, head in enumerate(heads[:most], start=1):
                who, anchor = self._who(frame, head), pair.first.anchor
                if (who, anchor.position + nth) not in seen:
                    seen.add((who, anchor.position + nth))
                    mention = frame.sentence.items[head].mention
                    parts = list(_parts(frame, cue, head, pair, nth, len(heads)))
                    yield Claim(
                        "ORDER", who, mention, anchor.mention, number,
                        str(anchor.position + nth), parts, rule=RULE,
                    )  # fmt: skip

    def _who(self, frame: Frame, at: int) -> str:
        return self.head_of[frame.sentence.items[at].mention]

    def _pairs(self, number: int) -> Iterator[_Pair]:
        """Any two that leave places between, those named last first."""
        for one, other in combinations(self._sides(number), 2):
            first, last = sorted((one, other), key=_by_place)
            apart = last.anchor.position - first.anchor.position
            if 2 <= apart <= WIDEST:
                yield _Pair(first, last, apart)

    def _sides(self, number: int) -> Iterator[_Side]:
        """Those whose places are believed, named in a sentence or told before it."""
        known: set[str] = set()
        for ago in range(min(LOOKBACK, number) + 1):
            frame = self.frames[number - ago]
            if ago and frame.sentence.kind != "prose":
                return
            stated = self.anchors.get(number - ago, {})
            for at in reversed(frame.heads):
                who = self._who(frame, at)
                if at in stated and who not in known and (not ago or len(known) < MOST_KNOWN):
                    known.add(who)
                    yield _Side(who, stated[at], ago)

    def _others(self, number: int, sides: set[str]) -> list[int]:
        """The heads of a sentence that have no place there, each competitor's first."""
        frame, stated = self.frames[number], self.anchors.get(number, {})
        known = sides | {self._who(frame, at) for at in frame.heads if at in stated}
        heads: list[int] = []
        for at in frame.heads:
            who = self._who(frame, at)
            if who not in known:
                known.add(who)
                heads.append(at)
        return heads


def _parts(frame: Frame, cue: int, head: int, pair: _Pair, nth: int, heads: int) -> Iterator[Part]:
    first, last, apart = pair
    where = f"{min(first.ago, last.ago)} {max(first.ago, last.ago)}"
    keys = frame.padded
    words = (
        keys[cue + 1], keys[cue + 3], " ".join(keys[cue + 3 : cue + 5]),
        keys[head + 1], keys[head + 3], frame.governor(head),
    )  # fmt: skip
    way = "hc" if head < cue else "ch"
    yield (
        SIGNS,
        words,
        (
            (apart, where, nth, heads, min(first.anchor.sure, last.anchor.sure)),
            (frame.keys[cue], way, where, apart),
        ),
    )
    inside = frame.bare.words(min(cue, head) + 1, max(cue, head))
    if len(inside) <= FEW:
        yield INSIDE, set(inside), ()


def _by_place(side: _Side) -> int:
    return side.anchor.position
