"""Counts as features."""

from typing import Final

_NAMES: Final = (
    "0", "1", "2", "3", "4", *["5-7"] * 3, *["8-12"] * 5, *["13-20"] * 8, "20+",
)  # fmt: skip


def bucket(count: int) -> str:
    """Counts, from 0, as a feature: to 4 as they are, then by rough size."""
    return _NAMES[count] if count <= 20 else _NAMES[-1]
