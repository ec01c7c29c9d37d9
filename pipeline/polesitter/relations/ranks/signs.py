"""What speaks for a rank of a competitor, or for none, where it is named: families of signs."""

from collections.abc import Iterator
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Family, Part, as_told

RankKey = tuple[
    int, int, int, int, str, int, int, int, int, tuple[int, bool, bool, int], int, tuple[int, int],
    tuple[int, int], int, str, bool,
]  # fmt: skip
"""What is told of one rank of a competitor, most of it in grades (place_signs.py).

How surely it is told in the sentence, anywhere, by lists; another rank of the same
competitor, and which way that is; the same rank of a rival; by words for places, by other
words, as a start. Of the rank itself its group, whether it is the pole, is told of anybody,
is further than all sure ones; how far it is behind what the order of telling, the times and
the gaps (with how many are slower) and the number of those named say; the segment reached; whether
the competitor is a driver, and not known by its team or number alone.
"""
UNTIMED: Final = (9, -1)
"""In place of how far a rank is behind what times say where there are none."""


def _told(key: tuple[int, int, int]) -> Iterator[str]:
    here, rank, order = key
    yield from (f"here:{here}", f"rank:{rank}", f"order:{order}", f"here:{here} rank:{rank}")
    yield from (f"rank:{rank} order:{order}", f"here:{here} order:{order}")


def _others(key: tuple[int, int, str, int, int]) -> Iterator[str]:
    rank, other, way, rival, order = key
    yield from (f"rank:{rank} other:{other}", f"rank:{rank} other:{other} {way}")
    yield from (f"rank:{rank} rival:{rival}", f"rank:{rank} rival:{rival} other:{other}")
    yield from (
        f"order:{order} other:{other} rival:{rival}",
        f"rank:{rank} rival:{rival} order:{order}",
    )
    yield f"rank:{rank} rival:{rival} order:{order} other:{other}"


def _kinds(key: tuple[int, int, int, int, int, int]) -> Iterator[str]:
    position, implied, order, grid, other, rank = key
    yield from (f"P:{position} X:{implied}", f"P:{position} X:{implied} order:{order}")
    yield from (f"P:{position} grid:{grid} other:{other}", f"rank:{rank} grid:{grid}")


def _places(key: tuple[tuple[int, bool, bool, int], bool, int, int]) -> Iterator[str]:
    (group, first, stated, beyond), claimed, rank, rival = key
    yield from (f"p:{group}", f"rank:{rank} p:{group}", f"first:{first} rank:{rank}")
    yield from (f"stated:{stated} claimed:{claimed}", f"first:{first} claimed:{claimed}")
    yield f"stated:{stated} rival:{rival} claimed:{claimed}"
    yield from (f"beyond:{beyond} claimed:{claimed}", f"beyond:{beyond} rank:{rank}")


def _nth(key: tuple[int, int, int, bool, bool, int, bool]) -> Iterator[str]:
    later, among, rank, claimed, first, rival, driver = key
    yield from (f"later:{later}", f"later:{later} rank:{rank}", f"later:{later} claimed:{claimed}")
    yield f"later:{later} first:{first} claimed:{claimed}"
    yield from (f"named:{among}", f"named:{among} claimed:{claimed}")
    yield from (
        f"later:{later} rival:{rival} {claimed}",
        f"later:{later} driver:{driver} {claimed}",
    )
    yield f"first:{first} rival:{rival} driver:{driver} {claimed}"


def _timed(key: tuple[tuple[int, int], bool, int]) -> Iterator[str]:
    (behind, slower), claimed, rank = key
    yield from (f"clock:{behind}", f"clock:{behind} slower:{slower}", f"clock:{behind} rank:{rank}")
    yield f"clock:{behind} claimed:{claimed}"


def _apart(key: tuple[tuple[int, int], bool, int]) -> Iterator[str]:
    for name in _timed(key):
        yield f"gap {name}"


def _segment(key: tuple[str, int, bool]) -> Iterator[str]:
    segment, group, claimed = key
    if segment != "-":
        yield from (f"segment:{segment} p:{group}", f"segment:{segment} p:{group} {claimed}")


RANK: Final = Family(
    shapes=[_told, _others, _kinds, _places, _nth, _timed, _apart, _segment]
)  # fmt: skip
"""One rank, by how surely it is told, of whom else, and of what else the competitor has."""


def rank_part(key: RankKey) -> Part:
    """What speaks for a rank."""
    (here, rank, order, other, way, rival, position, implied, grid, place, later, timed, apart,
     among, segment, driver) = key  # fmt: skip
    claimed = rank > 0 or order > 0
    return (
        RANK,
        (),
        (
            (here, rank, order),
            (rank, other, way, rival, order),
            (position, implied, order, grid, other, rank),
            (place, claimed, rank, rival),
            (later, among, rank, claimed, place[1], rival, driver),
            (timed, claimed, rank),
            (apart, claimed, rank),
            (segment, place[0], claimed),
        ),
    )


def _best(key: tuple[int, int, int, int, int, int, int, int]) -> Iterator[str]:
    fine, best, order, grid, status, gap, rear, own = key
    yield from (f"best:{fine}", f"best:{best} order:{order}", f"best:{best} grid:{grid}")
    yield from (f"status:{status} best:{best}", f"gap:{gap} best:{best}", f"rear:{rear}")
    yield f"own:{own} best:{best}"


def _values(key: tuple[int, int, int, int, int, int]) -> Iterator[str]:
    best, clocked, number, team, car, classified = key
    yield from (f"lap:{clocked} best:{best}", f"number:{number}")
    yield from (f"team:{team} best:{best}", f"car:{car} best:{best}")
    yield from (f"classified:{classified}", f"classified:{classified} best:{best}")


def _named(key: tuple[int, bool, str, int, int, int, int, int]) -> Iterator[str]:
    best, again, label, times, words, nth, heads, own = key
    yield from (f"again:{again}", f"label:{label} best:{best}")
    yield from (f"times:{times} best:{best}", f"words:{words}")
    yield from (f"nth:{nth} of:{heads} best:{best}", f"again:{again} own:{own} best:{best}")


BESIDE: Final = ("l:", "l2:", "r:", "r2:", "g:", "n:")
"""The item on the left of a name, the two there, the item on the right, the two there; what
governs it; the next bare words."""
NEXT, NEAR = 2, 8
"""Bare words behind a name that are told, and within how many items."""


def words_beside(frame: Frame, place: int) -> tuple[str, ...]:
    """The words beside a name, by the place of its item: "ahead of Lee", "Lee's teammate"."""
    far, left, _, right, further = frame.padded[place : place + 5]
    after = frame.bare.words(place + 1, place + NEAR)
    return (
        left, f"{far} {left}", right, f"{right} {further}", frame.governor(place),
        " ".join(after[:NEXT]),
    )  # fmt: skip


NONE: Final = Family(
    [(side,) for side in BESIDE], [_best, _values, _named, as_told], prefix="none "
)
"""That a competitor has no rank at all, as who is named in passing."""
