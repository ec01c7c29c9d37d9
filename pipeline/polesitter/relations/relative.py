"""Places told by another's: "alongside Bell", "one spot behind his teammate", "joins him".

Where one of two neighbouring competitors has a place already, the other may have
the next or the one before; how far to believe it is learned from the words between.
"""

from collections.abc import Iterator, Mapping, Sequence

from polesitter.relations.bucket import bucket
from polesitter.relations.claims import Claim
from polesitter.relations.focus import PRONOUNS
from polesitter.relations.frame import Frame
from polesitter.relations.signs import Each, Family, Part, as_told

Known = Mapping[str, tuple[int, int]]
"""Competitor -> its likely position, and the mention that states it."""
TELLING = frozenset(
    {"alongside", "beside", "next", "join", "joins", "joined", "behind", "ahead", "one", "spot",
     "place", "places", "row", "better", "back", "front", "share", "shares", "company", "outside",
     "inside", "other", "just", "directly", "immediately", "line", "lines", "start", "starts",
     "followed", "following", "follow", "then", "from", "between", "second", "adrift", "slower",
     "quicker", "faster", "than", "beat", "edged", "closest", "nearest", "runner-up", "him", "his",
     "teammate", "<MATE>", "<BEAT>", "<GAP>", "came", "got", "answer", "short", "off", "also"}
)  # fmt: skip


STEPS = ((1, "behind"), (-1, "ahead"))
Crossed = tuple[str, int, int, bool]
"""Parity of the known place, heads crossed, items between, whether a place of its own is near."""


class _Told:
    """How one step ("behind") from a neighbour is told, in one order of the two heads."""

    def __init__(self, step: str, order: str) -> None:
        self.step, self.name = step, f"{step} {order}"
        words = [(f"{self.name} hg:",), (f"{self.name} og:",), (f"{self.name} b:",)]
        self.pair = Family(words, [self._pair, as_told, as_told])
        self.between = [Each([(f"{self.name} x:{crossed} w:",)]) for crossed in range(MOST + 1)]
        self.after, self.before = (
            Each([(f"{self.name} after:",)]),
            Each([(f"{self.name} before:",)]),
        )

    def _pair(self, key: Crossed) -> Iterator[str]:
        parity, crossed, apart, own = key
        odd = f"{self.step} of:{parity}"
        yield from (self.step, odd)
        order = self.name.removeprefix(f"{self.step} ")
        for start in (self.name, f"{odd} {order}"):
            yield from (start, f"{start} x:{crossed}", f"{start} d:{bucket(apart)}")
        yield f"{self.name} own:{own}"


class _ToldOfFocus:
    """How one step from the first or last head of the sentence before is told."""

    def __init__(self, step: str, where: str) -> None:
        self.step, self.where = step, f"focus {where}"
        self.name = f"{step} {self.where}"
        self.focus = Family([(f"{self.name} o:",)], [self._focus, as_told, as_told])
        self.left, self.right = Each([(f"{self.name} l:",)]), Each([(f"{self.name} r:",)])

    def _focus(self, key: tuple[str, bool, int, int, bool, bool]) -> Iterator[str]:
        parity, own, heads, rank, pronoun, only = key
        odd = f"{self.step} of:{parity}"
        yield from (self.step, odd)
        for start in (self.name, f"{odd} {self.where}"):
            yield from (start, f"{start} own:{own}", f"{start} n:{bucket(heads)}")
        yield from (f"{self.name} rank:{rank}", f"{self.name} pronoun:{pronoun}")
        yield f"{self.name} only:{only}"


MOST = 1
"""Heads between two that are neighbours."""
SIGNS = {(step, order): _Told(step, order) for _, step in STEPS for order in ("ho", "oh")}
FOCUS = {(step, at): _ToldOfFocus(step, at) for _, step in STEPS for at in ("first", "last")}


def find_relative(
    frames: Sequence[Frame], known: Known, head_of: Mapping[int, str]
) -> Iterator[Claim]:
    """Claims to the places right behind and right before a known neighbour's, in text order.

    Only for competitors who have no likely place of their own.
    """
    for number, frame in enumerate(frames):
        if frame.sentence.kind != "prose":
            continue
        for rank, head in enumerate(frame.heads):
            if head_of[frame.sentence.items[head].mention] in known:
                continue
            for other in frame.heads[max(0, rank - 2) : rank + 3]:
                if other != head:
                    yield from _pair(frame, number, head, other, known, head_of)
            if rank < 2:
                yield from _focus(frames, number, head, known, head_of)


def _pair(
    frame: Frame, number: int, head: int, other: int, known: Known, head_of: Mapping[int, str]
) -> Iterator[Claim]:
    items, keys = frame.sentence.items, frame.keys
    mine, theirs = head_of[items[head].mention], head_of[items[other].mention]
    if mine == theirs or theirs not in known:
        return
    order, low, high = ("ho", head, other) if head < other else ("oh", other, head)
    between = keys[low + 1 : high]
    crossed = sum(low < at < high for at in frame.heads)
    own = any(at and abs(at - head) < 6 for at in frame.of_label.get("POSITION", ()))
    words = (
        frame.governor(head), frame.governor(other),
        " ".join(between) if len(between) <= 6 else None,
    )  # fmt: skip
    telling = TELLING.intersection(between)
    after = [key for key in keys[high + 1 : high + 4] if key in TELLING]
    before = [key for key in keys[max(0, low - 4) : low] if key in TELLING]
    position, _ = known[theirs]
    shapes = ((_parity(position), crossed, len(between), own), frame.common, frame.about)
    for step, name in STEPS:
        signs = SIGNS[name, order]
        parts = [
            (signs.pair, words, shapes), (signs.between[crossed], telling, ()),
            (signs.after, after, ()), (signs.before, before, ()),
        ]  # fmt: skip
        yield from _step(frame, number, head, known[theirs], step, name, parts, head_of)


def _focus(
    frames: Sequence[Frame], number: int, head: int, known: Known, head_of: Mapping[int, str]
) -> Iterator[Claim]:
    """The neighbour is one of the sentence before, or who "him" or "his" stands for."""
    if number == 0 or not frames[number - 1].heads:
        return
    frame, before = frames[number], frames[number - 1]
    mine = head_of[frame.sentence.items[head].mention]
    for where, at in (("first", before.heads[0]), ("last", before.heads[-1])):
        theirs = head_of[before.sentence.items[at].mention]
        if theirs == mine or theirs not in known:
            continue
        left, right = frame.keys[:head], frame.keys[head + 1 : head + 9]
        pronoun = not (PRONOUNS.isdisjoint(left) and PRONOUNS.isdisjoint(right))
        own = any(abs(place - head) < 8 for place in frame.of_label.get("POSITION", ()))
        shape = (
            _parity(known[theirs][0]), own, len(frame.heads), frame.heads.index(head), pronoun,
            len(before.heads) == 1,
        )  # fmt: skip
        shapes = (shape, frame.common, frame.about)
        for step, name in STEPS:
            signs = FOCUS[name, where]
            parts = [
                (signs.focus, (left[0] if left else "-",), shapes),
                (signs.left, TELLING.intersection(left[-8:]), ()),
                (signs.right, TELLING.intersection(right), ()),
            ]
            yield from _step(frame, number, head, known[theirs], step, name, parts, head_of)


def _parity(position: int) -> str:
    return "1" if position == 1 else "odd" if position % 2 else "even"


def _step(
    frame: Frame,
    number: int,
    head: int,
    known: tuple[int, int],
    step: int,
    name: str,
    parts: Sequence[Part],
    head_of: Mapping[int, str],
) -> Iterator[Claim]:
    position, mention = known
    own = frame.sentence.items[head].mention
    if position + step >= 1:
        yield Claim(
            "RELATIVE", head_of[own], own, mention, number, str(position + step), parts,
            rule=f"relative.{name}",
        )  # fmt: skip
