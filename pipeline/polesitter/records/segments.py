"""The knock-out segment each record reached: told, implied by its size, or filled in between.

Of a knock-out of duels every part has its size: two meet in the final, four in the
semi-finals, eight in the quarter-finals.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from polesitter.entities.measures.spelled import CARDINAL, whole
from polesitter.records.draft import Choice, Value
from polesitter.records.row import Row, place_of
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.context.knockout import PARALLEL

SIZED: Final = re.compile(
    rf"\b(?:fast|quick|top|final|super)[ -](\d{{1,2}}|{CARDINAL})\b", re.IGNORECASE
)
DUELS: Final = {"final": 2, "semi-final": 4, "quarter-final": 8}
"""How many reach each part of a knock-out of duels."""
FEWEST: Final = 2
"""A report that tells of so many of these parts tells of such a knock-out."""
TOLD: Final = 0.3
"""A segment is filled in where so many of those between its first and last are told of it."""
BY_SIZE, BETWEEN = "segment.size", "segment.between"
"""The rules by which a segment is inferred that is told of somebody else."""


def size_of(segment: str) -> int | None:
    """How many take part in a segment that says so: "Fast Six" 6, "Top 10 Shootout" 10."""
    match = SIZED.search(segment)
    return None if match is None else whole(match[1].casefold())


def sizes_of(segments: Collection[str]) -> dict[str, int]:
    """How many take part in each of the segments of one report, where that is known."""
    sizes = {name: size for name in segments if (size := size_of(name)) is not None}
    duels = {name: DUELS[name] for name in segments if name in DUELS}
    return sizes | duels if len(duels) >= FEWEST else sizes


def set_segments(rows: Sequence[Row], told: Sequence[ContextClaim], floor: float) -> None:
    """Fill in what sizes and neighbours imply; rows need their places first.

    A segment of a known size holds the places of its class up to it, and no more. One told
    of many places holds those between, unless others ran beside it ("Group B").
    """
    sizes = sizes_of({context.value for context in told})
    sized = [
        (sizes[context.value], context) for context in told
        if context.value in sizes and (context.probability >= floor or context.value in DUELS)
    ]  # fmt: skip
    by_class: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        by_class[row.car_class].append(row)
    class_of = {who: row.car_class for row in rows for who in row.draft.members}
    for car_class, members in by_class.items():
        likely = _likeliest(
            (size, context) for size, context in sized
            if len(by_class) == 1 or class_of.get(context.competitor) == car_class
        )  # fmt: skip
        placed = [row for row in members if "position" in row.fields]
        for row in placed:
            if "segment" in row.fields and place_of(row) > _most(row, sizes):
                del row.fields["segment"]
            smallest = min((size for size in likely if size >= place_of(row)), default=None)
            if smallest is not None:
                context = likely[smallest]
                rule = "" if context.competitor in row.draft.members else BY_SIZE
                told_of = Choice(context.value, context.probability, [context], rule)
                row.fields["segment"] = told_of
        _fill(placed, likely)


def _most(row: Row, sizes: Mapping[str, int]) -> int:
    """The last place of the segment that is told of a row."""
    return sizes.get(str(row.fields["segment"].value), place_of(row))


def _likeliest(sized: Iterable[tuple[int, ContextClaim]]) -> dict[int, ContextClaim]:
    best: dict[int, ContextClaim] = {}
    for size, context in sized:
        if size not in best or best[size].probability < context.probability:
            best[size] = context
    return best


def _fill(members: Sequence[Row], sized: Mapping[int, ContextClaim]) -> None:
    limits = {context.value: size for size, context in sized.items()}
    reach: dict[Value, list[Row]] = defaultdict(list)
    for row in members:
        if "segment" in row.fields:
            reach[row.fields["segment"].value].append(row)
    for value, told in reach.items():
        if str(value).startswith(PARALLEL):
            continue
        places = [place_of(row) for row in told]
        low, high = min(places), min(max(places), limits.get(str(value), max(places)))
        between = [row for row in members if low <= place_of(row) <= high]
        if len(told) < TOLD * len(between):
            continue
        for row in between:
            if "segment" not in row.fields:
                known = told[0].fields["segment"]
                row.fields["segment"] = Choice(value, known.probability, known.claims, BETWEEN)
