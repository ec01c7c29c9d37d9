"""Scoring relations: (competitor, field, value), against every one the records hold.

A gold triple counts whether or not anything like it was proposed. A relation is taken
as stated from FLOOR on; what the records make of it is a later stage.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from polesitter.learn.guide_names import KINDS
from polesitter.learn.scoring.align import Row, stated
from polesitter.learn.scoring.by_name import ByName
from polesitter.learn.scoring.competitors import Competitor, competitors_of, entity_names, known_by
from polesitter.learn.scoring.same import norm, same
from polesitter.types import Mention, Relation

FLOOR = 0.5
"""How probable a relation must be to count as stated."""

RELATED = tuple(KINDS.values())
TRAITS = frozenset({"class", "team", "car", "number"})
"""Fields that may be true of somebody who has no record, and are not judged there."""

NAMED = frozenset({"class", "team", "car"})
"""Fields whose value may be a short form of what the record holds."""


@dataclass(frozen=True, slots=True)
class Triple:
    """A competitor has this value in this field; `score` how probable the relation is."""

    who: Competitor
    field: str
    value: Any
    score: float


@dataclass(slots=True)
class RelationTally(ByName):
    """Triples by field; `proposed` were found with any score."""

    proposed: Counter[str] = field(default_factory=Counter)

    def add(
        self, records: Sequence[Row], mentions: Sequence[Mention], relations: Sequence[Relation]
    ) -> None:
        """Add one report."""
        triples = [triple for _, triple in triples_of(mentions, relations)]
        rows = [stated(row) for row in records]
        for row in rows:
            for name in _told_of(row):
                states = [t for t in triples if t.field == name and states_cell(t, row)]
                likely = any(triple.score >= FLOOR for triple in states)
                self.right[name] += likely
                self.missed[name] += not likely
                self.proposed[name] += bool(states)
        for triple in _distinct(triples):
            self.wrong[triple.field] += not _holds(triple, rows)

    def share_proposed(self, *fields: str) -> float:
        """Return what share of them was proposed at all: the most that judging could find."""
        chosen = fields or RELATED
        return sum(self.proposed[name] for name in chosen) / max(1, self.gold(*chosen))


def triples_of(
    mentions: Sequence[Mention], relations: Sequence[Relation]
) -> Iterator[tuple[Relation, Triple]]:
    """Yield relations and what they state, names in the fullest form of the report."""
    who = competitors_of(mentions)
    names = entity_names(mentions)
    for relation in relations:
        name = KINDS.get(relation.kind)
        if name is None:
            continue
        value: Any = relation.value
        if name == "team" and relation.tail is not None:
            tail = mentions[relation.tail]
            value = names.get((tail.label, tail.entity_id or ""), value)
        yield relation, Triple(who[relation.head], name, value, relation.score)


def states_cell(triple: Triple, row: Row) -> bool:
    """Tell whether a triple states what a record holds, to the letter of the field."""
    wanted = row.get(triple.field)
    if wanted is None or not triple.who.is_of(row):
        return False
    return same_value(triple.field, wanted, triple.value)


def same_value(name: str, wanted: Any, value: Any) -> bool:
    """Tell whether two values of a field agree; False where one is no value of the field."""
    try:
        return same(name, wanted, value)
    except ValueError:
        return False


def _told_of(row: Row) -> list[str]:
    """Return the fields of a record, without that by which its competitor is known."""
    known = known_by(row)
    return [name for name in RELATED if name in row and name != known]


def _distinct(triples: Sequence[Triple]) -> Iterator[Triple]:
    """Yield what is stated, once each, however often the text says it."""
    seen = set()
    for triple in triples:
        key = (triple.who, triple.field, norm(str(triple.value)))
        if triple.score >= FLOOR and key not in seen:
            seen.add(key)
            yield triple


def _holds(triple: Triple, rows: Sequence[Row]) -> bool:
    """Tell whether a triple is true by the records, or nothing they could deny."""
    own = [row for row in rows if triple.who.is_of(row)]
    if not own:
        return triple.field in TRAITS
    return any(_agrees(triple, row) for row in own)


def _agrees(triple: Triple, row: Row) -> bool:
    wanted = row.get(triple.field)
    if wanted is None:
        return False
    short = set(norm(str(triple.value)).split()) <= set(norm(str(wanted)).split())
    # "Honda" is no wrong car where the record says "Honda Civic"; it only fills no cell.
    return same_value(triple.field, wanted, triple.value) or (triple.field in NAMED and short)
