"""The gap of who closes the first few: "the top four were covered by .157 seconds"."""

from typing import Final

from polesitter.records.draft import Choice
from polesitter.records.row import Row, place_of
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.spreads import Spread
from polesitter.relations.judged import Judged

SURE: Final = 0.75
"""How probable such a gap is, where somebody has the place it reaches to."""
RULE: Final = "gap.spread"


def set_spreads(rows: list[Row], judged: Judged) -> None:
    """Who has the last place that a gap covers has it as the gap to the leader, if no other.

    What is told so is nobody else's gap.
    """
    for spread in judged.spreads:
        closing = [
            row for row in rows if "position" in row.fields and place_of(row) == spread.reach
        ]
        if not closing:
            continue
        row = min(closing, key=_Distance(spread))
        for other in rows:
            gap = other.fields.get("gap")
            if other is not row and gap is not None and gap.claims[0].mention == spread.mention:
                del other.fields["gap"]
                other.gap_to = other.gap_mention = None
        if "gap" not in row.fields:
            row.fields["gap"] = _gap(row, spread)
            row.gap_to = "leader"


def _gap(row: Row, spread: Spread) -> Choice:
    head = row.fields["position"].claims[0].head
    claim = Claim(
        "GAP", row.draft.competitor, head, spread.mention, spread.sentence, spread.value, (),
        {"gap": SURE}, RULE,
    )  # fmt: skip
    return Choice(spread.value, SURE, [claim])


class _Distance:
    """Orders rows by how far from the spread their place is told: each class has its own."""

    def __init__(self, spread: Spread) -> None:
        self.spread = spread

    def __call__(self, row: Row) -> int:
        return abs(row.fields["position"].claims[0].mention - self.spread.mention)
