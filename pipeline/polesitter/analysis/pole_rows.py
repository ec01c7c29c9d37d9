"""The rows that poles are counted from: first places only."""

from collections.abc import Sequence
from typing import Any

from polesitter.analysis.wanted import Wanted


class FirstPlaces:
    """Chooses the first places of the wanted sessions."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted

    @property
    def columns(self) -> Sequence[str]:
        """The columns that the choice depends on."""
        return ["position", *self.wanted.columns]

    def __call__(self, values: tuple[Any, ...]) -> bool:
        """Tell whether a row with these values of `columns` is chosen."""
        return values[0] == 1 and self.wanted(values[1:])
