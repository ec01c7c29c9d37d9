"""Three drivers, judged claims on them, and the rows that these make."""

from typing import Any

from polesitter.records.assemble import assemble
from polesitter.records.row import Row
from polesitter.references.cast import Cast
from polesitter.relations.claims.claim import Claim
from polesitter.relations.judged import Judged

HEADS = {0: "d0", 1: "d1", 2: "d2"}


def cast() -> Cast:
    return Cast(
        {0: "d0", 1: "d1", 2: "d2"}, {7: "t0", 8: "t1"},
        {"d0": "Ann Lee", "d1": "Bo Ray", "d2": "Di Cox"}, {"t0": "Penske", "t1": "Ganassi"},
    )  # fmt: skip


def claim(
    who: str, meaning: str, value: float | str | None, chance: float = 0.9, *, label: str = "X",
    sentence: int = 0, mention: int = 9,
) -> Claim:  # fmt: skip
    return Claim(label, who, int(who[1:]), mention, sentence, value, [], {meaning: chance})


def rows(*claims: Claim, known: Cast | None = None, **more: Any) -> list[Row]:
    return assemble(HEADS, known or cast(), Judged([], list(claims), **more))


def cells(row: Row) -> dict[str, object]:
    return {"who": row.draft.competitor} | {n: c.value for n, c in row.fields.items()}
