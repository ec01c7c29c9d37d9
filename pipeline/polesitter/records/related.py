"""The relations of a report as values: every claim worth listing, used or not."""

from collections.abc import Sequence
from typing import Final

from polesitter.records.row import Row
from polesitter.records.sealed import maker_of
from polesitter.relations.claims import Claim
from polesitter.relations.judged import Judged
from polesitter.types import Mention, Relation

KINDS: Final = {
    "position": "qualified", "grid": "grid", "lap_time": "lap_time", "speed": "lap_speed",
    "gap": "gap", "number": "has_number", "team": "drives_for", "car": "drives",
    "segment": "segment_reached", "status": "status",
}  # fmt: skip
new_relation = maker_of(Relation)
_Said = tuple[int | None, str | None, str, str]
"""What is the same for all meanings of a claim: its tail, value, framing and rule."""
SHOWN: Final = 0.1
"""Claims less probable than this are left out."""


def relations_of(
    rows: Sequence[Row], judged: Judged, n_mentions: int, mentions: Sequence[Mention]
) -> list[Relation]:
    """Relations by head and tail in text order; `n_mentions`: cues have indices from there on.

    A claim is used where its value stands in the record of its competitor.
    """
    used = {
        (member, meaning): choice.value
        for row in rows
        for meaning, choice in row.fields.items()
        for member in row.draft.members
    }
    relations = []
    for claim in judged.claims:
        said: _Said | None = None
        for meaning, chance in claim.scores.items():
            if chance >= SHOWN and meaning in KINDS:
                said = said or _said_by(claim, n_mentions, mentions)
                tail, value, framing, rule = said
                stands = used.get((claim.competitor, meaning)) == claim.value
                relations.append(
                    new_relation(
                        KINDS[meaning], claim.head, tail, value, framing,
                        rule or f"link.{meaning}", round(chance, 4), stands,
                    )
                )  # fmt: skip
    for context, meaning in (
        *((found, "class") for found in judged.classes),
        *((found, "segment") for found in judged.segments),
    ):
        if context.probability >= SHOWN:
            kind = "in_class" if meaning == "class" else KINDS[meaning]
            relations.append(
                new_relation(
                    kind, context.head, context.mention, context.value, "outcome",
                    f"context.{meaning}", round(context.probability, 4),
                    used.get((context.competitor, meaning)) == context.value,
                )
            )  # fmt: skip
    return sorted(relations, key=_place)


def _said_by(claim: Claim, n_mentions: int, mentions: Sequence[Mention]) -> _Said:
    inside = claim.mention < n_mentions
    framing = mentions[claim.mention].framing if inside else None
    return (
        claim.mention if inside else None,
        None if claim.value is None else str(claim.value),
        framing or "outcome",
        claim.rule,
    )


def _place(relation: Relation) -> tuple[int, int, str, str]:
    tail = relation.tail if relation.tail is not None else -1
    return (relation.head, tail, relation.kind, relation.value or "")
