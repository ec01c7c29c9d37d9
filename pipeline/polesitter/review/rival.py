"""Values that were considered for a field and not taken, and why each lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from polesitter.relations.claims.meanings import COUNTED
from polesitter.review.fields import ResultField, text_of
from polesitter.review.readings import Readings
from polesitter.review.reason import Reason, ReasonKind
from polesitter.review.refusal import OUTCOME, Refused, refusal
from polesitter.review.sentences import Sentence
from polesitter.review.values import percent_text
from polesitter.types import Relation, Result

RIVALS_TOLD = 3
SHARED = frozenset({"in_class", "segment_reached", "drives_for", "drives"})
"""Relations whose value may be several competitors': it was not lost to one of them."""
COMPETED_FOR = frozenset({"drives_for", "drives"})
"""Those of them that count for less where the words are more surely another's."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A value that was considered for a field and not taken.

    `text`: the words; `kind` to `score` as in Relation; `sentence` where it stands;
    `why` it lost, in words, and `reason`, the kind of it; `owner`: the competitor whose
    it is, if it is another's.
    """

    kind: str
    value: str | None
    text: str
    framing: str
    rule: str
    score: float
    sentence: Sentence
    why: str
    reason: ReasonKind
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
            value = relation.value if relation.value is not None else self.words(relation)
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
        why = self._why(field, relation, owner)
        return Rival(
            relation.kind,
            relation.value,
            self.words(relation),
            relation.framing,
            relation.rule,
            relation.score,
            self.readings.sentence_of[index],
            why.text,
            why.kind,
            owner,
        )

    def words(self, relation: Relation) -> str:
        """Return the words of a relation's value, and from where it was counted on."""
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

    def _surer(self, field: ResultField, relation: Relation) -> str | None:
        """The words of the likeliest other competitor, where the value is more surely its own."""
        if relation.kind not in COMPETED_FOR or relation.tail is None:
            return None
        others = [
            other
            for other in self.readings.claims(relation.tail)
            if other.kind in field.kinds
            and other.head not in self.own
            and other.score > relation.score
        ]
        best = min(others, key=_likeliest_first, default=None)
        return self.readings.mentions[best.head].text if best is not None else None

    def _why(self, field: ResultField, relation: Relation, owner: str | None) -> Reason:
        taken = text_of(field, self.row)
        if taken is None:
            lost = Refused(field.name, relation, owner, self._surer(field, relation))
            return refusal(lost, self.row)
        if relation.framing != OUTCOME:
            return Reason("framing", f"told of {relation.framing.replace('_', ' ')}")
        if owner is not None:
            return Reason("taken", f"it is {owner}'s")
        scores = [item.score for item in self.row.evidence if field.is_named(item)]
        sure = f" ({percent_text(max(scores))})" if scores else ""
        used = [one.score for one in self._of_kind(field) if one.used]
        if used and max(used) < relation.score:
            return Reason("outweighed", f"{taken}{sure} goes better with the rest of the report")
        return Reason("outweighed", f"{taken}{sure} is more probable")


def _is_number(value: str, column: object) -> bool:
    try:
        return isinstance(column, int | float) and abs(float(value) - float(column)) < 1e-6
    except ValueError:
        return False


def _likeliest_first(relation: Relation) -> tuple[float, int, str]:
    return -relation.score, relation.tail if relation.tail is not None else -1, relation.rule
