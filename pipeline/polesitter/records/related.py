"""The relations of a report: every claim worth listing, used or not."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

from polesitter.records.row import Row
from polesitter.relations.claims.claim import Claim
from polesitter.relations.judged import Judged
from polesitter.types import Mention

KINDS: Final = {
    "class": "in_class", "position": "qualified", "grid": "grid", "team": "drives_for",
    "car": "drives", "number": "has_number", "speed": "lap_speed", "lap_time": "lap_time",
    "gap": "gap", "segment": "segment_reached", "status": "status",
}  # fmt: skip
"""What a claim means -> the kind of the relation it becomes."""
Listed = tuple[int, int, str, str, str, str, float, bool]
"""A relation by what it is sorted by: head, tail (-1: none), kind, value; then its framing,
rule and score, and whether it is used."""
_place: Final = itemgetter(0, 1, 2, 3)
_Said = tuple[int, str, str, str]
"""What is the same for all meanings of a claim: its tail, value, framing and rule."""
SHOWN: Final = 0.1
"""Claims less probable than this are left out."""


def relations_of(
    rows: Sequence[Row], judged: Judged, mentions: Sequence[Mention], team_of: Mapping[int, str]
) -> list[dict[str, Any]]:
    """Relations by head and tail in text order, each as the fields of a types.Relation.

    Cues have indices behind those of `mentions`. A claim is used where its value stands in
    the record of its competitor; a team's, in whatever form, where the record has the team
    that its mention names by `team_of`.
    """
    return [
        {
            "kind": kind,
            "head": head,
            "tail": tail if tail >= 0 else None,
            "value": value,
            "framing": framing,
            "rule": rule,
            "score": score,
            "used": stands,
        }
        for head, tail, kind, value, framing, rule, score, stands in sorted(
            _listed(rows, judged, mentions, team_of), key=_place
        )
    ]


def _listed(
    rows: Sequence[Row], judged: Judged, mentions: Sequence[Mention], team_of: Mapping[int, str]
) -> Iterator[Listed]:
    used = {
        (member, meaning): row.team if meaning == "team" else choice.value
        for row in rows
        for meaning, choice in row.fields.items()
        for member in row.draft.members
    }
    for claim in judged.claims:
        said: _Said | None = None
        for meaning, chance in claim.scores.items():
            if chance >= SHOWN and meaning in KINDS:
                said = said or _said_by(claim, mentions)
                tail, value, framing, rule = said
                told = team_of[claim.mention] if meaning == "team" else claim.value
                stands = used.get((claim.competitor, meaning)) == told
                yield (
                    claim.head, tail, KINDS[meaning], value, framing,
                    rule or f"link.{meaning}", round(chance, 4), stands,
                )  # fmt: skip
    for contexts, meaning in ((judged.classes, "class"), (judged.segments, "segment")):
        for context in contexts:
            if context.probability >= SHOWN:
                stands = used.get((context.competitor, meaning)) == context.value
                yield (
                    context.head, context.mention, KINDS[meaning], context.value, "outcome",
                    f"context.{meaning}", round(context.probability, 4), stands,
                )  # fmt: skip


def _said_by(claim: Claim, mentions: Sequence[Mention]) -> _Said:
    inside = claim.mention < len(mentions)
    framing = mentions[claim.mention].framing if inside else None
    return (
        claim.mention if inside else -1,
        str(claim.value),
        framing or "outcome",
        claim.rule,
    )
