"""The words of a sentence less those that competitors are named with."""

from collections.abc import Sequence
from typing import Final

FULLER: Final = frozenset(
    {"<TEAM>", "<CAR>", "<NUMBER>", "'s", "the", "no", "no.", "#", "<LAPTIME>", "<SPEED>",
     "<GAP>", "<CLASS>"}
)  # fmt: skip
"""Slots and words that name a competitor more fully, and are no sign by themselves."""
NAMING: Final = FULLER | {"his", "her", "(", ")", "of", "in", "a", "'", "for"}
"""What a competitor is named with: it parts no two neighbours."""


class Bare:
    """Finds the bare words of any stretch of a sentence, sifted once for all of them."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.bare: list[str] = []
        self.before: list[int] = []
        """For each item, and the end: how many bare words stand before it."""
        for key in keys:
            self.before.append(len(self.bare))
            if key not in NAMING:
                self.bare.append(key)
        self.before.append(len(self.bare))

    def words(self, start: int, end: int) -> list[str]:
        """The bare words of items [start, end); `end` may lie beyond the last item."""
        before = self.before
        return self.bare[before[start] : before[min(end, len(before) - 1)]]
