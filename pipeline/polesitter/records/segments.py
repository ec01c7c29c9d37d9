"""The knock-out segment each record reached: told, implied by its size, or filled in between."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from polesitter.entities.measures.spelled import CARDINAL, whole
from polesitter.records.draft import Choice, Value
from polesitter.records.row import Row, place_of
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.context.knockout import PARALLEL

SIZED: Final = re.compile(
    rf"\b(?:fast|quick|top|final|super)[ -](\d{{1,2}}|{CARDINAL})\b", re.IGNORECASE
)
BY_SIZE, BETWEEN = "segment.size", "segment.between"
"""The rules by which a segment is inferred that is told of somebody else."""


def size_of(segment: str) -> int | None:
    """How many take part in a segment that says so: "Fast Six" 6, "Top 10 Shootout" 10."""
    match = SIZED.search(segment)
    return None if match is None else whole(match[1].casefold())


def set_segments(rows: Sequence[Row], told: Iterable[ContextClaim], floor: float) -> None:
    """Fill in what sizes and neighbours imply; rows need their places first.

    A segment named by its size holds the places of its class up to it. One told of two
    places holds those between, unless others ran beside it ("Group B").
    """
    sized = [
        (size, context) for context in told
        if context.probability >= floor and (size := size_of(context.value)) is not None
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
            smallest = min((size for size in likely if size >= place_of(row)), default=None)
            if smallest is not None:
                context = likely[smallest]
                rule = "" if context.competitor in row.draft.members else BY_SIZE
                told_of = Choice(context.value, context.probability, [context], rule)
                row.fields["segment"] = told_of
        _fill(placed, likely)


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
        for row in members:
            if "segment" not in row.fields and low <= place_of(row) <= high:
                known = told[0].fields["segment"]
                row.fields["segment"] = Choice(value, known.probability, known.claims, BETWEEN)
