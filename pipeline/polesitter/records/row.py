"""A record in the making: one competitor and the values chosen for it."""

from dataclasses import dataclass, field

from polesitter.records.draft import Choice, Draft


@dataclass(slots=True)
class Row:
    """One record: chosen values by field, each with its probability and claims."""

    draft: Draft
    car_class: str | None = None
    team: str | None = None
    fields: dict[str, Choice] = field(default_factory=dict)
    gap_to: str | None = None
    gap_mention: int | None = None
    flags: list[str] = field(default_factory=list)


def is_first(row: Row) -> bool:
    """Whether a row has the first place of its class."""
    place = row.fields.get("position")
    return place is not None and str(place.value) == "1"
