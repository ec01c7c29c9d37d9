"""Cars told without a driver that are a driver's after all: by their number, or their team."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from polesitter.records.floors import FLOOR
from polesitter.references.cast import Cast
from polesitter.relations.judged import Judged

ONLY_DRIVER: Final = 0.5
"""How probable it must be that a driver is the team's for its car to be told of the driver."""


def claim_entries(judged: Judged, cast: Cast, lead: dict[str, str]) -> None:
    """Let the drivers lead the entries that are theirs; `lead` as in `Sharing`."""
    _by_number(judged, cast, lead)
    _by_team(judged, cast, lead)


def _by_number(judged: Judged, cast: Cast, lead: dict[str, str]) -> None:
    """A car told by its number alone is the driver's whose number that is."""
    own: dict[str, tuple[float, str]] = {}
    for claim in judged.claims:
        if claim.label == "NUMBER" and claim.competitor not in cast.entries:
            chance = claim.scores.get("number", 0.0)
            known = own.get(claim.competitor, (0.0, ""))
            own[claim.competitor] = max(known, (chance, str(claim.value)))
    best: dict[str, tuple[float, str]] = {}
    for driver, (chance, shown) in own.items():
        if chance > best.get(shown, (FLOOR["number"], ""))[0]:
            best[shown] = (chance, driver)
    for entry, (number, _) in cast.entries.items():
        if number in best and entry in lead:
            lead[entry] = lead.get(best[number][1], best[number][1])


def _by_team(judged: Judged, cast: Cast, lead: dict[str, str]) -> None:
    """A car told by its team alone is the driver's, where the team has that driver only."""
    drivers = _drivers_of_teams(judged, cast, lead)
    for entry, (number, team) in cast.entries.items():
        alone = number is None and lead.get(entry) == entry
        if alone and team is not None and len(drivers[team]) == 1:
            lead[entry] = next(iter(drivers[team]))


def whole_teams(judged: Judged, cast: Cast, lead: Mapping[str, str]) -> set[str]:
    """The entries that are teams of several drivers: what is told of one is told of no one car.

    "LAP Motorsports was all over the first two rows. Mike LaMarra is on the pole, with Wes
    Treadaway beside him." `lead`: as `claim_entries` leaves it.
    """
    drivers = _drivers_of_teams(judged, cast, lead)
    return {
        entry
        for entry, (number, team) in cast.entries.items()
        if number is None and team is not None and len(drivers.get(team, ())) > 1
    }


def _drivers_of_teams(
    judged: Judged, cast: Cast, lead: Mapping[str, str]
) -> Mapping[str, set[str]]:
    """Team -> the drivers (or crews) that are probably its own."""
    drivers: dict[str, set[str]] = defaultdict(set)
    for claim in judged.claims:
        if claim.label == "TEAM" and claim.competitor not in cast.entries:
            team = cast.team_of.get(claim.mention)
            if team is not None and claim.scores.get("team", 0.0) >= ONLY_DRIVER:
                drivers[team].add(lead.get(claim.competitor, claim.competitor))
    return drivers
