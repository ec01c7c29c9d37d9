"""A record in the making: one competitor and the values chosen for it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from polesitter.records.draft import Choice, Draft


@dataclass(slots=True)
class Row:
    """One record: chosen values by field, each with its probability and claims."""

    draft: Draft
    team: str | None = None
    fields: dict[str, Choice] = field(default_factory=dict)
    gap_to: str | None = None
    gap_mention: int | None = None
    flags: list[str] = field(default_factory=list)

    @property
    def car_class(self) -> str | None:
        """The class it is told under, None where it is told under none."""
        told = self.fields.get("class")
        return str(told.value) if told is not None else None


def place_of(row: Row) -> int:
    """The position of a row that has one."""
    return int(row.fields["position"].value)


def by_place(rows: Sequence[Row]) -> dict[str | None, dict[int, Row]]:
    """Class (None: no class) -> place -> who has it."""
    placed: dict[str | None, dict[int, Row]] = {}
    for row in rows:
        if "position" in row.fields:
            placed.setdefault(row.car_class, {})[place_of(row)] = row
    return placed


def is_first(row: Row) -> bool:
    """Whether a row has the first place of its class."""
    place = row.fields.get("position")
    return place is not None and str(place.value) == "1"
