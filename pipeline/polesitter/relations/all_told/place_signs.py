"""What speaks for a competitor having a place, when all that is told is weighed, as signs."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.relations.signs.family import Family

FINE: Final[Sequence[float]] = (0.02, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95)
COARSE: Final[Sequence[float]] = (0.05, 0.3, 0.6, 0.85)
"""Where one grade of chances ends and the next begins."""
FORWARD: Final[Sequence[int]] = (1, 2, 3, 4, 7, 11, 21)
"""Where one group of places ends and the next begins: the first ones are told most."""
PLACE_LABELS: Final = ("POSITION", "TOP", "BEAT", "IMPLIED", "ORDER", "RANK")
"""Labels of the claims that tell a place, those that count it last."""
STATED: Final = 4
"""How many of these labels state a place."""
Grades = tuple[int, ...]


def fine(chance: float) -> int:
    """The grade of a chance, 0 to 8."""
    return bisect(FINE, chance)


def coarse(chance: float) -> int:
    """The grade of a chance where several go together, 0 to 4."""
    return bisect(COARSE, chance)


def _own(key: tuple[int, int, int]) -> Iterator[str]:
    rank, grid, place = key
    group = bisect(FORWARD, place)
    yield from (f"rank:{rank}", f"grid:{grid}", f"rank:{rank} grid:{grid}")
    yield from (f"rank:{rank} p:{group}", f"grid:{grid} p:{group}")


def _labels(key: tuple[Grades, bool, int]) -> Iterator[str]:
    grades, first, sentences = key
    for label, grade in zip(PLACE_LABELS, grades, strict=True):
        yield from (f"{label}:{grade}", f"{label}:{grade} first:{first}")
    stated, counted = max(grades[:STATED]), max(grades[STATED:])
    yield f"stated:{stated} counted:{counted} n:{sentences}"
    yield f"{PLACE_LABELS[0]}:{grades[0]} ORDER:{grades[-2]} RANK:{grades[-1]}"


def _elsewhere(key: tuple[int, int, int, int, int, int]) -> Iterator[str]:
    rank, of_rank, of_grid, chance, way, fine_chance = key
    yield from (f"other:{fine_chance}", f"rank:{rank} other:{fine_chance}")
    yield from (f"other:{chance} {way}", f"{of_rank}/{of_grid} other:{chance} {way}")


def _grids(key: tuple[int, int, int, int]) -> Iterator[str]:
    of_rank, of_grid, chance, way = key
    yield f"{of_rank}/{of_grid} other grid:{chance} {way}"


def _rivals(key: tuple[int, int, int, int, int]) -> Iterator[str]:
    rank, of_rank, rival, of_rival, other = key
    yield from (f"rival:{rival}", f"rank:{rank} rival:{rival}")
    yield f"{of_rank} rival:{of_rival} other:{other}"


def _besides(key: tuple[int, int, int, int, int, int]) -> Iterator[str]:
    of_rank, of_grid, rear, gap, status, place = key
    yield f"gap:{gap} p:{bisect(FORWARD, place)}"
    yield from (f"{of_rank} rear:{rear}", f"grid {of_grid} rear:{rear}")
    yield from (f"{of_rank} status:{status}", f"grid {of_grid} status:{status}")


def _next_places(key: tuple[int, int, int]) -> Iterator[str]:
    of_rank, ahead, behind = key
    yield from (f"ahead:{ahead} behind:{behind}", f"{of_rank} ahead:{ahead} behind:{behind}")


def _neighbours(key: tuple[int, int, Grades, Grades]) -> Iterator[str]:
    of_rank, rival, before, after = key
    near = f"before:{before[0]} after:{after[0]}"
    yield from (near, f"{of_rank} {near}", f"{of_rank} rival:{rival} {near}")
    yield f"back before:{before[1]} after:{after[1]}"


def _only_stepped(key: tuple[Grades, Grades]) -> Iterator[str]:
    before, after = key
    yield f"step before:{before[0]},{before[1]} after:{after[0]},{after[1]}"


def _ranked(key: tuple[int, int, bool]) -> Iterator[str]:
    ranked, stated, first = key
    yield from (f"ranked:{ranked}", f"ranked:{ranked} stated:{stated}", f"ranked:{ranked} {first}")


PLACE: Final = Family(
    shapes=[
        _own, _labels, _elsewhere, _grids, _rivals, _besides, _next_places, _neighbours,
        _only_stepped, _ranked,
    ]
)  # fmt: skip
