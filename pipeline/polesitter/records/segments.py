"""The knock-out segment each record reached: told, implied by its size, or filled in between."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from polesitter.records.draft import Choice, Value
from polesitter.records.row import Row, place_of
from polesitter.relations.context import ContextClaim

SIZES: Final = {"five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
         "fifteen": 15}  # fmt: skip
SIZED: Final = re.compile(r"\b(?:fast|quick|top|final|super)[ -](\d{1,2}|[a-z]+)\b", re.IGNORECASE)


def size_of(segment: str) -> int | None:
    """How many take part in a segment that says so: "Fast Six" 6, "Top 10 Shootout" 10."""
    match = SIZED.search(segment)
    if match is None:
        return None
    word = match[1].casefold()
    return int(word) if word.isdigit() else SIZES.get(word)


def set_segments(rows: Sequence[Row], told: Iterable[ContextClaim], floor: float) -> None:
    """Fill in what sizes and neighbours imply; rows need their places first.

    A segment named by its size holds the places up to it. One told of two places
    holds those between; where one is the pole, it is the last segment.
    """
    sized: dict[int, ContextClaim] = {}
    for context in told:
        size = size_of(context.value)
        if size is not None and (
            size not in sized or sized[size].probability < context.probability
        ):
            sized[size] = context
    by_class: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        if "position" in row.fields:
            by_class[row.car_class].append(row)
    for members in by_class.values():
        likely = {size: c for size, c in sized.items() if c.probability >= floor}
        for row in members:
            smallest = min((size for size in likely if size >= place_of(row)), default=None)
            if smallest is not None:
                context = likely[smallest]
                row.fields["segment"] = Choice(context.value, context.probability, [context])
        _fill(members, likely)


def _fill(members: Sequence[Row], sized: Mapping[int, ContextClaim]) -> None:
    limits = {context.value: size for size, context in sized.items()}
    reach: dict[Value, list[Row]] = defaultdict(list)
    for row in members:
        if "segment" in row.fields:
            reach[row.fields["segment"].value].append(row)
    for value, told in reach.items():
        places = [place_of(row) for row in told]
        low, high = min(places), min(max(places), limits.get(str(value), max(places)))
        for row in members:
            if "segment" not in row.fields and low <= place_of(row) <= high:
                row.fields["segment"] = told[0].fields["segment"]
