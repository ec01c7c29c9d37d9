"""Which patterns a sentence can match at all, by what each of them needs.

A pattern is one bit. Each of its needs is a storey of bits above those of the need
before, so that all the words of a sentence are weighed against all patterns by a few
operations on whole numbers.
"""

from collections.abc import Sequence

from polesitter.relations.slots.anchors import Needs
from polesitter.relations.slots.sentence import SLOT_LABELS, label_bits


class Sieve:
    """Sifts patterns, numbered in the order of their needs."""

    def __init__(self, needs: Sequence[Needs]) -> None:
        self.width = len(needs)
        wanted = [[need.anchor, *need.others] if need.anchor else [] for need in needs]
        self.storeys = max([len(keys) for keys in wanted], default=0)
        self.met = 0
        """The bits of what is met in any sentence: storeys above a pattern's last need."""
        self.meets: dict[str, int] = {}
        """Key -> the bits of the needs it meets."""
        for number, all_keys in enumerate(wanted):
            for storey in range(self.storeys):
                bit = 1 << (storey * self.width + number)
                if storey >= len(all_keys):
                    self.met |= bit
                    continue
                for key in all_keys[storey]:
                    self.meets[key] = self.meets.get(key, 0) | bit
        self.lacks = {label_bits([label]): 0 for label in SLOT_LABELS}
        """Label, as its bit -> the patterns that need a slot of it."""
        for number, need in enumerate(needs):
            for label in self.lacks:
                if need.labels & label:
                    self.lacks[label] |= 1 << number
        self.by_labels: dict[int, int] = {}

    def passed(self, keys: set[str], labels: int) -> list[int]:
        """Numbers of the patterns whose needs a sentence meets, by its keys and labels."""
        met = self.met
        for key in self.meets.keys() & keys:
            met |= self.meets[key]
        left = self._with(labels)
        for _ in range(self.storeys):
            left &= met
            met >>= self.width
        numbers = []
        while left:
            lowest = left & -left
            numbers.append(lowest.bit_length() - 1)
            left ^= lowest
        return numbers

    def _with(self, labels: int) -> int:
        """The patterns that need no other slots than those of `labels`; remembered."""
        known = self.by_labels.get(labels)
        if known is None:
            known = (1 << self.width) - 1
            for label, needing in self.lacks.items():
                if not labels & label:
                    known &= ~needing
            self.by_labels[labels] = known
        return known
