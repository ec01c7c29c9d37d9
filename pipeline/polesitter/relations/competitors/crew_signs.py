"""What a sentence tells of two of its heads that may share a car."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from polesitter.relations.competitors.counts_beside import beside_parts
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.bucket import bucket
from polesitter.relations.signs.family import Each, Family, Part

PLURAL: Final = frozenset(
    {"pair", "duo", "crew", "partner", "partners", "partnered", "shared", "shares", "share",
     "sharing", "pairing", "teammates", "brothers", "trio", "qualified", "will", "start", "were",
     "are", "fill", "completed", "respectively", "both", "each", "row", "combined", "aggregate",
     "average", "with", "car", "driven", "drive"}
)  # fmt: skip
SHARING: Final = frozenset(
    {"share", "shares", "shared", "sharing", "partner", "partners", "partnered", "partnering",
     "co-driver", "codriver", "co", "co-driven", "co-drives", "teams", "teaming", "teamed",
     "joined", "paired", "alongside", "plus"}
)  # fmt: skip
"""What may stand between two names of whom one shares the other's car."""
COUNTED: Final = ("LAPTIME", "SPEED", "GAP", "CAR", "TEAM", "NUMBER")
"""Slots that are counted between a run of names and the heads on its sides."""
AFTER, BEFORE = 13, 10
"""How many items of a side are told, those nearest to the names."""
MOST_PLACES, MOST_NAMES, MOST_SLOTS = 3, 6, 2
BESIDE, AHEAD, KIN = Each([("rw:",)]), Each([("lw:",)]), Each([("jw:",)])
WORDS: Final = Each([("w:",)])


class Run(NamedTuple):
    """How a pair stands among the names that are joined with it in one go.

    `rank` of the pair in the run of `length`; the places told right and left of it;
    whether no other head stands right and left of it; how many `heads` the sentence has.
    """

    rank: int
    length: int
    right: str
    left: str
    last: bool
    first: bool
    heads: int


def _shape(run: Run) -> Iterator[str]:
    length = min(run.length, MOST_NAMES - 2)
    yield f"at:{run.rank}/{run.length}"
    for side, places in (("rp", run.right), ("lp", run.left)):
        yield from (f"{side}:{places}", f"{side}:{places} len:{length}")
    yield f"last:{run.last} first:{run.first}"
    yield f"heads:{bucket(run.heads)} places:{run.left}|{run.right}"


def _counts(key: tuple[tuple[int, int], ...]) -> Iterator[str]:
    for label, (left, right) in zip(COUNTED, key, strict=True):
        yield from (f"l{label}:{left}", f"r{label}:{right}")


def _joint(key: tuple[str, str]) -> Iterator[str]:
    joint, kind = key
    yield from (f"joint:{joint}", f"joint:{joint} kind:{kind}")


PAIR: Final = Family([("L1:",), ("L2:",), ("R1:",), ("R2:",)], [_shape, _counts, _joint])


def pair_parts(frame: Frame, run: Sequence[int], rank: int) -> Iterator[Part]:
    """What is told of the heads `rank` and `rank` + 1 of a run: places of heads, in order."""
    keys, heads = frame.keys, frame.heads
    start, end = run[0], run[-1]
    at = bisect_right(heads, end)
    after = heads[at] if at < len(heads) else len(keys)
    at = heads.index(start)
    before = heads[at - 1] if at else -1
    left, right = range(before + 1, start), range(end + 1, after)
    shape = Run(
        rank, min(len(run), MOST_NAMES), _places(frame, right), _places(frame, left),
        after == len(keys), before < 0, len(heads),
    )  # fmt: skip
    counts = tuple((_count(frame, label, left), _count(frame, label, right)) for label in COUNTED)
    joint = keys[run[rank] + 1 : run[rank + 1]]
    related = len(joint) > 2 or (len(joint) == 2 and joint[0] == "and")
    sharing = not SHARING.isdisjoint(joint)
    told = "share ~" if sharing else "and ~" if related else " ".join(joint)
    beside = _beside(frame.padded, start, end)
    yield (PAIR, beside, (shape, counts, (told, frame.sentence.kind)))
    yield from beside_parts(frame, len(run), left, right)
    yield (BESIDE, _words(keys[end + 1 : min(after, end + 1 + AFTER)]), ())
    yield (AHEAD, _words(keys[max(before + 1, start - BEFORE) : start]), ())
    yield (WORDS, PLURAL.intersection(keys), ())
    if related or sharing:
        yield (KIN, set(joint[1:]), ())


def _beside(padded: Sequence[str], start: int, end: int) -> tuple[str, ...]:
    """The item before a run and the two before it, the item after it and the two after it."""
    left2, left, right, right2 = *padded[start : start + 2], *padded[end + 3 : end + 5]
    return left, f"{left2} {left}", right, f"{right} {right2}"


def _words(keys: Sequence[str]) -> set[str]:
    return {key for key in keys if not key.startswith("<")}


def _count(frame: Frame, label: str, side: range) -> int:
    return min(MOST_SLOTS, sum(at in side for at in frame.of_label.get(label, ())))


def _places(frame: Frame, side: range) -> str:
    """The kinds of the places told on a side: "n" for a rank, "row" for a row."""
    told = [at for at in frame.of_label.get("POSITION", ()) if at in side]
    return ",".join([_kind(frame, at) for at in told[:MOST_PLACES]])


def _kind(frame: Frame, place: int) -> str:
    kind, _, rest = frame.values.get(place, "").partition(":")
    return kind if rest else "n"
