"""What a reader should know of a result before trusting it: a few words, each defined here."""

from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.records.draft import Choice
from polesitter.records.floors import OUTCOME
from polesitter.records.likely_rows import POSSIBLE
from polesitter.records.place_floor import place_floor
from polesitter.records.row import Row
from polesitter.relations.claims.meanings import COUNTED
from polesitter.types import Mention

AMBIGUOUS: Final = "ambiguous_position"
DROPPED: Final = "dropped_position"
MEANINGS: Final = {
    AMBIGUOUS: "places are told that could be this competitor's, and none stands: "
    "they compete with each other or belong to another",
    "counted_position": "the place is counted on from a stated one, not stated itself",
    DROPPED: "a place is told, and was doubtful: it gave way to a status that is surer",
    "implied_position": "the second place follows from a gap to the polesitter",
    "two_values_told": "another value too is at least as likely as not for one of the fields "
    "of the outcome",
}
"""Flag -> what it says. What another column tells (`gap_approx`) needs no flag."""
RIVAL: Final = 0.5
"""From this probability on another value of a field is as good as told."""


def flags_of(row: Row, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The flags of a row in alphabetical order; `mentions` as the claims count them."""
    return tuple(sorted({*row.flags, *_flags(row, mentions)}))


def _flags(row: Row, mentions: Sequence[Mention]) -> Iterator[str]:
    place = row.fields.get("position")
    stands = any(name in row.fields for name in OUTCOME)
    told = row.draft.best("position", place_floor(row) if stands else POSSIBLE)
    if place is None and told is not None and DROPPED not in row.flags:
        yield AMBIGUOUS
    if place is not None and place.claims:
        if _rule(place).startswith(COUNTED):
            yield "counted_position"
        elif mentions[place.claims[0].mention].label == "GAP":
            yield "implied_position"
    if any(_has_rival(row, name) for name in OUTCOME if name in row.fields):
        yield "two_values_told"


def _rule(choice: Choice) -> str:
    return str(getattr(choice.claims[0], "rule", ""))


def _has_rival(row: Row, name: str) -> bool:
    taken = str(row.fields[name].value)
    rivals = [str(choice.value) for choice in row.draft.votes.get(name, ())
              if choice.probability >= RIVAL]  # fmt: skip
    # "row:2" and "top:5" go with many a place.
    return any(value != taken and ":" not in value for value in rivals)
