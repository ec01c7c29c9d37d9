"""The flags of a report's results, each told once with what it means and whom it is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from polesitter.records.flags import MEANINGS
from polesitter.types import Result


@dataclass(frozen=True, slots=True)
class Flagged:
    """A flag in words, its meaning ("" where it has none written down), its competitors."""

    name: str
    meaning: str
    competitors: tuple[str, ...]


def flag_name(flag: str) -> str:
    """Return a flag as people read it: counted_position as counted position."""
    return flag.replace("_", " ")


def flagged(results: Iterable[Result]) -> list[Flagged]:
    """Return the flags that occur, in alphabetical order."""
    found: dict[str, list[str]] = {}
    for result in results:
        who = result.driver or result.car_number or result.team or "a row"
        for flag in result.flags:
            found.setdefault(flag, []).append(who)
    return [
        Flagged(flag_name(flag), MEANINGS.get(flag, ""), tuple(names))
        for flag, names in sorted(found.items())
    ]
