"""Values that were considered for a field and not taken, and why each lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from polesitter.relations.meanings import COUNTED
from polesitter.review.fields import ResultField, text_of
from polesitter.review.readings import Readings
from polesitter.review.sentences import Sentence
from polesitter.review.values import percent_text
from polesitter.types import Relation, Result

RIVALS_TOLD = 3
OUTCOME = "outcome"
SHARED = frozenset({"in_class", "segment_reached", "drives_for", "drives"})
"""Relations whose value may be several competitors': it was not lost to one of them."""
LIKELY = 0.5
"""More probable than not: such a value lost to others, not for want of words."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A value that was considered for a field and not taken.

    `text`: the words; `kind` to `score` as in Relation; `sentence` where it stands;
    `why` it lost, in words; `owner`: the competitor whose it is, if it is another's.
    """

    kind: str
    value: str | None
    text: str
    framing: str
    rule: str
    score: float
    sentence: Sentence
    why: str
    owner: str | None = None


class Rivals:
    """The rivals of one competitor's values; `own`: the indices of its mentions."""

    def __init__(self, readings: Readings, row: Result, own: set[int]) -> None:
        self.readings = readings
        self.row = row
        self.own = own

    def of(self, field: ResultField) -> list[Rival]:
        """Return unused relations of the field's kind, likeliest first, each value once."""
        found: dict[str | None, Relation] = {}
        for relation in sorted(self._of_kind(field), key=_likeliest_first):
            value = relation.value if relation.value is not None else self._words(relation)
            if not relation.used and not self._is_taken(field, value):
                found.setdefault(value, relation)
        return [self._rival(field, one) for one in list(found.values())[:RIVALS_TOLD]]

    def owner(self, index: int, kinds: Sequence[str]) -> str | None:
        """Return the words of the competitor who has a value's mention; None if nobody."""
        for relation in self.readings.users(index):
            if relation.kind in kinds and relation.head not in self.own:
                return self.readings.mentions[relation.head].text
        return None

    def _of_kind(self, field: ResultField) -> list[Relation]:
        return self.readings.relations(self.own, field.kinds)

    def _is_taken(self, field: ResultField, value: str | None) -> bool:
        """Whether the row has that value, from other words."""
        column = getattr(self.row, field.column)
        if column is None or value is None:
            return False
        told = (str(column), text_of(field, self.row) or "")
        return value.casefold() in (one.casefold() for one in told) or _is_number(value, column)

    def _rival(self, field: ResultField, relation: Relation) -> Rival:
        index = relation.tail if relation.tail is not None else relation.head
        owner = self._owner(field, relation)
        return Rival(
            relation.kind,
            relation.value,
            self._words(relation),
            relation.framing,
            relation.rule,
            relation.score,
            self.readings.sentence_of[index],
            self._why(field, relation, owner),
            owner,
        )

    def _words(self, relation: Relation) -> str:
        if relation.tail is None:
            return relation.value or ""
        words = self.readings.mentions[relation.tail].text
        if relation.rule.startswith(COUNTED) and relation.value is not None:
            return f"{relation.value} counted from {words}"
        return words

    def _owner(self, field: ResultField, relation: Relation) -> str | None:
        if relation.kind in SHARED:
            return None
        if relation.tail is not None and not relation.rule.startswith(COUNTED):
            owner = self.owner(relation.tail, field.kinds)
            if owner is not None or field.name != "position":
                return owner
        if field.name != "position":
            return None
        return self._holder(relation.value)

    def _holder(self, place: str | None) -> str | None:
        """Who has a place of the same class and session."""
        for other in self.readings.holders(self.row, place):
            return other.driver or other.car_number or other.team
        return None

    def _why(self, field: ResultField, relation: Relation, owner: str | None) -> str:
        if relation.framing != OUTCOME:
            return f"told of {relation.framing.replace('_', ' ')}"
        if owner is not None:
            return f"it is {owner}'s"
        taken = text_of(field, self.row)
        if taken is None:
            likely = relation.score >= LIKELY
            return "does not fit the rest of the report" if likely else "too unsure to stand"
        scores = [item.score for item in self.row.evidence if field.is_named(item)]
        sure = f" ({percent_text(max(scores))})" if scores else ""
        return f"{taken}{sure} is more probable"


def _is_number(value: str, column: object) -> bool:
    try:
        return isinstance(column, int | float) and abs(float(value) - float(column)) < 1e-6
    except ValueError:
        return False


def _likeliest_first(relation: Relation) -> tuple[float, int, str]:
    return -relation.score, relation.tail if relation.tail is not None else -1, relation.rule
