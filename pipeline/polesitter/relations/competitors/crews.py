"""Co-drivers told as one entry: "Davis and Liddell will start third in the second Camaro"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from polesitter.relations.competitors.company import Company, Pair
from polesitter.relations.competitors.crew_signs import SHARING, pair_parts
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Part, names_of

JOINTS: Final = frozenset({"and", "&", "/", "-", "–", ","})
CELL_JOINTS: Final = frozenset({"&", "/", "-", "–", "and"})
AND: Final = frozenset({"and", "&"})
KIN: Final = frozenset(
    {"his", "her", "their", "the", "co", "-", "driver", "<MATE>", "partner", "brother", "sister",
     "father", "mother", "son", "daughter", "in", "law", "twin", "younger", "older", "young", "old",
     "new", "own", "fellow", "owner", "team", "newcomer", "debutant", "rookie", "guest", "amateur",
     "pro", "gentleman"}
)  # fmt: skip
"""What may stand behind "and" to say who the second driver is to the first."""
LONGEST: Final = 6
"""Items of "and his twin brother" at most."""
FARTHEST: Final = 12
"""How far two names may stand apart, where words between tell that they share."""
DRIVER: Final = "<DRIVER>"


@dataclass(slots=True)
class CrewClaim:
    """Two neighbouring heads of a sentence that may share a car.

    `scores`, once judged: how probable it is that they have one record ("crew"), or that
    only the "first" or the "second" has one. `certain`: they are of one cell.
    """

    first: str
    second: str
    sentence: int
    parts: Sequence[Part]
    scores: dict[str, float] = field(default_factory=dict)
    certain: bool = False

    @property
    def signs(self) -> list[str]:
        """The names of all signs."""
        return names_of(self.parts)


def find_crews(frames: Sequence[Frame], head_of: Mapping[int, str]) -> Iterator[CrewClaim]:
    """Pairs of drivers joined by "and", "/", "-", a comma or "and his brother", in text order."""
    runs = [_runs(frame) for frame in frames]
    if not any(runs):
        return
    joined = [
        pair
        for frame, own in zip(frames, runs, strict=True)
        for run, related in own
        if not related
        for pair in _pairs(frame, run, head_of)
    ]
    company = Company(frames, head_of, joined)
    for number, (frame, own) in enumerate(zip(frames, runs, strict=True)):
        for run, _ in own:
            for rank, pair in enumerate(_pairs(frame, run, head_of)):
                if pair[0] != pair[1]:
                    ends = run[rank], run[rank + 1]
                    parts = [*pair_parts(frame, run, rank), *company.parts(number, ends, pair)]
                    certain = _is_one_cell(frame, *ends)
                    yield CrewClaim(*pair, number, parts, certain=certain)


def _runs(frame: Frame) -> list[tuple[list[int], bool]]:
    """Two heads or more that stand joined in one go, and whether "and his brother" joins them."""
    runs: list[tuple[list[int], bool]] = []
    run = frame.heads[:1]
    for a, b in pairwise(frame.heads):
        if _is_listed(frame.keys, a, b):
            run.append(b)
            continue
        if len(run) > 1:
            runs.append((run, False))
        if _is_related(frame.keys, a, b) or _is_sharing(frame.keys, a, b):
            runs.append(([a, b], True))
        run = [b]
    if len(run) > 1:
        runs.append((run, False))
    return runs


def _pairs(frame: Frame, run: Sequence[int], head_of: Mapping[int, str]) -> list[Pair]:
    return list(pairwise(head_of[frame.sentence.items[at].mention] for at in run))


def _is_one_cell(frame: Frame, a: int, b: int) -> bool:
    """Drivers in one cell of a result row: "Bell-Aschenbach", "Wurz / Davidson"."""
    return frame.sentence.kind == "row" and CELL_JOINTS.issuperset(frame.keys[a + 1 : b])


def are_joined(keys: Sequence[str], a: int, b: int) -> bool:
    """Whether two heads of a sentence, by their places, are joined as a crew's may be."""
    return _is_listed(keys, a, b) or _is_related(keys, a, b)


def _is_listed(keys: Sequence[str], a: int, b: int) -> bool:
    return 1 < b - a <= 3 and JOINTS.issuperset(keys[a + 1 : b])


def _is_sharing(keys: Sequence[str], a: int, b: int) -> bool:
    """Whether words between two heads may tell that they share: "Lee, sharing with Ray"."""
    return (
        keys[a] == keys[b] == DRIVER
        and b - a <= FARTHEST
        and not SHARING.isdisjoint(keys[a + 1 : b])
    )


def _is_related(keys: Sequence[str], a: int, b: int) -> bool:
    return 2 < b - a <= LONGEST + 1 and keys[a + 1] in AND and KIN.issuperset(keys[a + 2 : b])
