"""Places told by another's: "alongside Bell", "one spot behind his teammate", "joins him".

Where one of two neighbouring competitors has a place already, the other may have
the next or the one before; how far to believe it is learned from the words between.
"""

from collections.abc import Iterator, Mapping, Sequence

from polesitter.relations.bucket import bucket
from polesitter.relations.claims import Claim
from polesitter.relations.pairs import PRONOUNS, Frame

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
    items = frame.sentence.items
    mine, theirs = head_of[items[head].mention], head_of[items[other].mention]
    if mine == theirs or theirs not in known:
        return
    low, high = sorted((head, other))
    order = "ho" if head < other else "oh"
    between = [item.key for item in items[low + 1 : high]]
    crossed = sum(low < at < high for at in frame.heads)
    words = sorted({key for key in between if key in TELLING})
    after = [item.key for item in items[high + 1 : high + 4]]
    before = [item.key for item in items[max(0, low - 4) : low]]
    own = any(at for at in frame.of_label.get("POSITION", ()) if abs(at - head) < 6)
    features = [
        order, f"{order} x:{crossed}", f"{order} d:{bucket(len(between))}", f"{order} own:{own}",
        f"{order} hg:{frame.governor(head)}", f"{order} og:{frame.governor(other)}",
        *(f"{order} x:{crossed} w:{word}" for word in words),
        *(f"{order} after:{word}" for word in after if word in TELLING),
        *(f"{order} before:{word}" for word in before if word in TELLING),
    ]  # fmt: skip
    if len(between) <= 6:
        features.append(f"{order} b:{' '.join(between)}")
    yield from _steps(frame, number, head, known[theirs], features, head_of)


def _focus(
    frames: Sequence[Frame], number: int, head: int, known: Known, head_of: Mapping[int, str]
) -> Iterator[Claim]:
    """The neighbour is one of the sentence before, or who "him" or "his" stands for."""
    if number == 0 or not frames[number - 1].heads:
        return
    frame, before = frames[number], frames[number - 1]
    items = frame.sentence.items
    mine = head_of[items[head].mention]
    for where, at in (("first", before.heads[0]), ("last", before.heads[-1])):
        theirs = head_of[before.sentence.items[at].mention]
        if theirs == mine or theirs not in known:
            continue
        left = [item.key for item in items[:head]]
        right = [item.key for item in items[head + 1 : head + 9]]
        pronoun = bool({*left, *right} & PRONOUNS)
        base = f"focus {where}"
        own = any(abs(place - head) < 8 for place in frame.of_label.get("POSITION", ()))
        features = [
            base, f"{base} own:{own}", f"{base} n:{bucket(len(frame.heads))}",
            f"{base} rank:{frame.heads.index(head)}",
            f"{base} pronoun:{pronoun}", f"{base} o:{left[0] if left else '-'}",
            *(f"{base} l:{word}" for word in sorted(set(left[-8:])) if word in TELLING),
            *(f"{base} r:{word}" for word in sorted(set(right)) if word in TELLING),
            f"{base} only:{len(before.heads) == 1}",
        ]  # fmt: skip
        yield from _steps(frame, number, head, known[theirs], features, head_of)


def _steps(
    frame: Frame,
    number: int,
    head: int,
    known: tuple[int, int],
    features: list[str],
    head_of: Mapping[int, str],
) -> Iterator[Claim]:
    position, mention = known
    own = frame.sentence.items[head].mention
    for step, name in ((1, "behind"), (-1, "ahead")):
        place = position + step
        if place < 1:
            continue
        odd = f"{name} of:{'1' if position == 1 else 'odd' if position % 2 else 'even'}"
        yield Claim(
            "RELATIVE", head_of[own], own, mention, number, str(place),
            [name, odd, *(f"{name} {feature}" for feature in features),
             *(f"{odd} {feature}" for feature in features[:3]), *frame.common, *frame.about],
            rule=f"relative.{name}",
        )  # fmt: skip
