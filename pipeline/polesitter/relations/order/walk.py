"""Places told by order: "will start third, then A and B", "A was sixth ahead of B and C".

From every place that is stated, the walk counts on over the heads that follow;
how far to believe it is learned from the words it crossed.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from polesitter.relations.claims.claim import Claim
from polesitter.relations.order.anchors import Anchor
from polesitter.relations.order.between import Between
from polesitter.relations.reading.bare import FULLER
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Each, Family, Part, as_told, plain

LONGEST: Final = 12
STOPS: Final = frozenset({".", ";", "!", "?"})
Stated = Mapping[int, Anchor]
"""Place of a head in its sentence -> the position stated for it."""
Anchors = Mapping[int, Stated]
"""Sentence -> what is stated in it."""


def _step(key: tuple[int, bool, int]) -> Iterator[str]:
    step, own, n = key
    yield f"step:{step} own:{own}"
    yield f"n:{bucket(n)}"
    yield f"own:{own}"


def _next(key: tuple[int, int, int]) -> Iterator[str]:
    step, n, heads = key
    yield "next"
    yield f"next step:{step}"
    yield f"next n:{bucket(n)}"
    yield f"next heads:{bucket(heads)}"


ONWARDS: Final = Family(
    [("w:",), ("w1:",), ("wz:",), ("all:",), ("first:",), ("t1:",), ("t2:",)],
    shapes=[_step, as_told],
)
INSIDE, CROSSED = Each([("in:",)]), Each([("crossed:",)])
NEXT: Final = Family(
    [("next o1:",), ("next o2:",), ("next l:",), ("next t1:",), ("next t2:",)], shapes=[_next]
)
NEXT_INSIDE: Final = Each([("next in:",)])
CERTAIN: Final = 3
"""How sure a run of places is of its first."""
FEW: Final = 10
"""Words up to which each is a sign by itself."""


def walk(
    frames: Sequence[Frame],
    anchors: Anchors,
    head_of: Mapping[int, str],
) -> Iterator[Claim]:
    """Claims to places counted on (or back) from the anchors, in text order."""
    between = Between(frames, anchors, head_of)
    for number, frame in enumerate(frames):
        stated = anchors.get(number, {})
        for at in frame.heads:
            if at in stated:
                yield from _onwards(frame, number, at, stated, head_of)
        yield from _continued(frames, number, anchors, head_of)
        yield from _range(frame, number, head_of)
        yield from between.claims(number)


def _onwards(
    frame: Frame, number: int, at: int, stated: Stated, head_of: Mapping[int, str]
) -> Iterator[Claim]:
    """Heads after an anchored one, up to the next that has a place of its own.

    Whoever is named again is passed over.
    """
    anchor = stated[at]
    place = anchor.position
    crossed: list[str] = []
    previous, step = at, 0
    known = {_who(frame, at, head_of)}
    for head in frame.heads:
        if head <= at:
            continue
        between = frame.keys[previous + 1 : head]
        if not STOPS.isdisjoint(between):
            return
        if _who(frame, head, head_of) in known:
            crossed.extend(_words(frame, previous, head))
            previous = head
            continue
        known.add(_who(frame, head, head_of))
        step += 1
        if step > LONGEST:
            return
        own = head in stated
        parts = list(_step_parts(frame, head, between, crossed, step, own))
        yield _claim(frame, number, head, anchor, place + step, parts, head_of, "order.on")
        if step == 1 and place > 1:
            back = [(f.after("back "), words, shapes) for f, words, shapes in parts]
            yield _claim(frame, number, head, anchor, place - 1, back, head_of, "order.back")
        if own:
            return
        crossed.extend(_words(frame, previous, head))
        previous = head


def _who(frame: Frame, at: int, head_of: Mapping[int, str]) -> str:
    return head_of[frame.sentence.items[at].mention]


def _words(frame: Frame, first: int, last: int) -> list[str]:
    """The words between two items, slots left out."""
    return [item.key for item in frame.sentence.items[first + 1 : last] if not item.label]


def _named_first(frame: Frame, head_of: Mapping[int, str], known: set[str]) -> list[int]:
    """Where the sentence first names each who is not known before."""
    first: dict[str, int] = {}
    for head in frame.heads:
        first.setdefault(_who(frame, head, head_of), head)
    return [head for who, head in first.items() if who not in known]


def _step_parts(
    frame: Frame, head: int, between: Sequence[str], crossed: Sequence[str], step: int, own: bool
) -> Iterator[Part]:
    named = [key for key in between if key not in FULLER]
    first = [key for key in crossed if key not in FULLER]
    words = (
        " ".join(named[:4]), named[0] if named else "-", named[-1] if named else "-",
        " ".join(between) if len(between) <= 6 else "-",
        " ".join(first[:3]) if crossed else None,
        *_tail(frame, head),
    )  # fmt: skip
    yield (ONWARDS, words, ((min(step, 6), own, len(named)), frame.common))
    if len(named) <= FEW:
        yield (INSIDE, set(named), ())
    if crossed:
        yield (CROSSED, set(first), ())


def _tail(frame: Frame, head: int) -> tuple[str, str]:
    """What follows the head: a verb or a place of its own speaks against the count."""
    after = frame.keys[head + 1 : head + 3]
    return (after[0] if after else "$", " ".join(after))


def _continued(
    frames: Sequence[Frame], number: int, anchors: Anchors, head_of: Mapping[int, str]
) -> Iterator[Claim]:
    """A sentence that takes up the count where the one before left off ("Behind them came …")."""
    frame = frames[number]
    if not frame.heads or number == 0 or frame.sentence.kind != "prose":
        return
    before = anchors.get(number - 1, {})
    if not before or anchors.get(number, {}).get(frame.heads[0]) is not None:
        return
    anchor = max(before.values())
    keys = frame.keys
    opening = [key for key in keys[: frame.heads[0]] if key not in FULLER]
    placed = {_who(frames[number - 1], at, head_of) for at in before}
    previous = -1
    for step, head in enumerate(_named_first(frame, head_of, placed)[:LONGEST], start=1):
        lead, previous = keys[previous + 1 : head], head
        words = (
            opening[0] if opening else "-", " ".join(opening[:2]),
            " ".join([key for key in lead if key not in FULLER][:3]), *_tail(frame, head),
        )  # fmt: skip
        shape = (min(step, 4), len(opening), len(frame.heads))
        parts: list[Part] = [(NEXT, words, (shape,))]
        if len(opening) <= FEW:
            parts.append((NEXT_INSIDE, set(opening), ()))
        yield _claim(
            frame, number, head, anchor, anchor.position + step, parts, head_of, "order.next"
        )


def _range(frame: Frame, number: int, head_of: Mapping[int, str]) -> Iterator[Claim]:
    """Runs of places: "sixth through tenth were A, B, C, D and E", "filled eighth to fifth"."""
    places = frame.of_label.get("POSITION", [])
    items = frame.sentence.items
    named = _named_first(frame, head_of, set()) if len(places) > 1 else []
    for a, b in pairwise(places):
        if b - a > 3 or not any(key in RANGE for key in frame.keys[a + 1 : b]):
            continue
        first, last = _ordinal(frame, a), _ordinal(frame, b)
        if first is None or last is None or last == first:
            continue
        way, count = (1 if last > first else -1), abs(last - first) + 1
        for heads, order in (
            ([h for h in named if h > b], "vh"),
            ([h for h in named if h < a], "hv"),
        ):
            if len(heads) < count:
                continue
            told = f"range {order} exact:{len(heads) == count}"
            run = heads[:count] if order == "vh" else heads[-count:]
            for step, head in enumerate(run):
                parts = [plain("range", told) if way > 0 else plain("range", f"{told} down")]
                start = Anchor(first, items[a].mention, CERTAIN)
                place = first + way * step
                yield _claim(frame, number, head, start, place, parts, head_of, "order.range")


RANGE: Final = frozenset({"through", "to", "-", "–", "—", "thru"})


def _ordinal(frame: Frame, place: int) -> int | None:
    value = frame.values.get(place)
    return int(value) if value is not None and value.isdigit() else None


def _claim(
    frame: Frame,
    number: int,
    head: int,
    anchor: Anchor,
    place: int,
    parts: list[Part],
    head_of: Mapping[int, str],
    rule: str,
) -> Claim:
    items = frame.sentence.items
    mention = items[head].mention
    told = plain(rule, f"{rule} sure:{anchor.sure}")
    return Claim(
        "ORDER", head_of[mention], mention, anchor.mention, number, str(place), [told, *parts],
        rule=rule,
    )  # fmt: skip
