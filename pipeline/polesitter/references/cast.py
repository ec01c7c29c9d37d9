"""Who can qualify: the drivers of a report, and cars told without a driver."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from polesitter.references.drivers import fullest, resolve_drivers
from polesitter.references.teams import full_name, resolve_teams, same_team
from polesitter.references.told import Labelled


@dataclass(slots=True)
class Cast:
    """The competitors and teams of a report.

    `driver_of`, `team_of`: mention index -> id; `driver_names`, `team_names`: id ->
    fullest form as written. Ids are "d0", "d1", … and "t0", … in order of appearance.
    `entries`: id of a car told without a driver ("x0", …) -> its number and team id.
    """

    driver_of: dict[int, str] = field(default_factory=dict)
    team_of: dict[int, str] = field(default_factory=dict)
    driver_names: dict[str, str] = field(default_factory=dict)
    team_names: dict[str, str] = field(default_factory=dict)
    entries: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Plain data; mention indices as text."""
        return {
            "driver_of": {str(index): who for index, who in self.driver_of.items()},
            "team_of": {str(index): who for index, who in self.team_of.items()},
            "driver_names": dict(self.driver_names),
            "team_names": dict(self.team_names),
            "entries": {name: list(entry) for name, entry in self.entries.items()},
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Cast":
        """The cast `to_dict` wrote."""
        return cls(
            {int(index): who for index, who in data["driver_of"].items()},
            {int(index): who for index, who in data["team_of"].items()},
            dict(data["driver_names"]),
            dict(data["team_names"]),
            {name: (number, team) for name, (number, team) in data["entries"].items()},
        )

    def is_entry(self, competitor: str, number: str | None, team: str | None) -> bool:
        """Whether a car told without a driver is the one of this number or team."""
        own_number, own_team = self.entries.get(competitor, (None, None))
        if own_number is not None and number is not None:
            return own_number == number
        if own_team is None or team is None:
            return False
        return same_team(team, self.team_names[own_team], {}) or same_team(
            self.team_names[own_team], team, {}
        )


def cast_of(mentions: Sequence[Labelled], abbreviations: Mapping[str, str] | None = None) -> Cast:
    """Resolve the names of a report."""
    cast = Cast()
    for number, person in enumerate(resolve_drivers(mentions)):
        cast.driver_names[f"d{number}"] = fullest(person)
        cast.driver_of.update(dict.fromkeys(person.mentions, f"d{number}"))
    for number, entrant in enumerate(resolve_teams(mentions, abbreviations)):
        cast.team_names[f"t{number}"] = full_name(entrant, abbreviations or {})
        cast.team_of.update(dict.fromkeys(entrant.mentions, f"t{number}"))
    return cast
