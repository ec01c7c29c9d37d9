"""One id and one spelling for each driver and team, over all reports."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.likeness import Alike, Seen, likened, same_driver, same_entrant
from polesitter.analysis.told import Told
from polesitter.text.normal import normal

CREW = " / "
"""Stands between the drivers of a crew, in names and in ids."""


@dataclass(frozen=True, slots=True)
class Name:
    """A driver or team over all reports.

    `spelling`: the commonest. `likeness`: spellings brought here by likeness, not by an
    id of patterns/; `polesitter names merge` confirms one.
    """

    id: str
    spelling: str
    spellings: tuple[str, ...]
    likeness: tuple[str, ...]
    count: int


class Names:
    """The drivers and teams of some rows.

    Ids are those of the tables, unless patterns/ lists the spelling under another id by
    now, or it is likely a spelling of another name (polesitter.analysis.likeness).
    """

    def __init__(self, rows: Sequence[Told], aliases: Aliases) -> None:
        self.drivers = _Kind("driver", aliases)
        self.teams = _Kind("team", aliases)
        for row in rows:
            # A name without a series is compared with none: too many share a surname.
            series = normal(row.series) if row.series else ""
            if row.driver is not None and row.driver_id is not None:
                self.drivers.see(row.driver, row.driver_id, row.source, series)
            if row.team is not None and row.team_id is not None:
                self.teams.see(row.team, row.team_id, row.source, series)
        self.drivers.settle(same_driver)
        self.teams.settle(same_entrant)

    def driver_ids(self, row: Told) -> tuple[str, ...]:
        """Return the ids of a row's drivers; none where no driver is named."""
        return self.drivers.ids(row.driver, row.driver_id)

    def team_id(self, row: Told) -> str | None:
        """Return the id of a row's team; None where none is named."""
        return next(iter(self.teams.ids(row.team, row.team_id)), None)

    def by_likeness(self, row: Told) -> bool:
        """Tell whether the row's driver or team was brought to its id by likeness."""
        return self.drivers.is_likened(row.driver, row.driver_id) or self.teams.is_likened(
            row.team, row.team_id
        )


class _Kind:
    """Names of one kind."""

    def __init__(self, kind: str, aliases: Aliases) -> None:
        self.kind = kind
        self.aliases = aliases
        self.seen: dict[str, Seen] = {}
        self.likened: dict[str, str] = {}
        self._settled: dict[tuple[str, str], tuple[str, ...]] = {}
        self._names: dict[str, Name] = {}

    def see(self, spelling: str, told_id: str, source: str, series: str) -> None:
        """Note a name of a report; a crew is several."""
        parts = spelling.split(CREW) if self.kind == "driver" else [spelling]
        for one, entity_id in zip(parts, self._own_ids(spelling, told_id), strict=False):
            seen = self.seen.setdefault(entity_id, Seen())
            seen.sources.add(source)
            seen.spellings[one] += 1
            if series:
                seen.series.add(series)

    def settle(self, alike: Alike) -> None:
        """Bring likely spellings together, once all names are seen."""
        self.likened = likened(self.seen, alike)
        groups: dict[str, list[str]] = {}
        for entity_id in sorted(self.seen):
            groups.setdefault(self.likened.get(entity_id, entity_id), []).append(entity_id)
        self._names = {best: self._name(best, ids) for best, ids in groups.items()}

    def ids(self, spelling: str | None, told_id: str | None) -> tuple[str, ...]:
        """Return the final ids of a name as told: one, or one per driver of a crew."""
        if spelling is None or told_id is None:
            return ()
        own = self._own_ids(spelling, told_id)
        if not self.likened:
            return own
        return tuple(self.likened.get(entity_id, entity_id) for entity_id in own)

    def is_likened(self, spelling: str | None, told_id: str | None) -> bool:
        """Tell whether a name as told was brought to its id by likeness."""
        if not self.likened or spelling is None or told_id is None:
            return False
        return any(one in self.likened for one in self._own_ids(spelling, told_id))

    def name(self, entity_id: str) -> Name:
        """Return a name by its final id."""
        return self._names[entity_id]

    @property
    def all(self) -> Mapping[str, Name]:
        """All names by final id."""
        return self._names

    def _own_ids(self, spelling: str, told_id: str) -> tuple[str, ...]:
        key = (spelling, told_id)
        if key not in self._settled:
            crew = self.kind == "driver" and CREW in told_id
            spellings = spelling.split(CREW) if crew else [spelling]
            told = told_id.split(CREW) if crew else [told_id]
            self._settled[key] = tuple(
                self.aliases.known(self.kind, normal(one)) or entity_id
                for one, entity_id in zip(spellings, told, strict=False)
            )
        return self._settled[key]

    def _name(self, best: str, ids: Sequence[str]) -> Name:
        told: Counter[str] = Counter()
        for entity_id in ids:
            told.update(self.seen[entity_id].spellings)
        own = self.seen[best].spellings
        strays = {one for i in ids if i != best for one in self.seen[i].spellings} - own.keys()
        return Name(best, _commonest(own), tuple(sorted(told)), tuple(sorted(strays)), told.total())


def _commonest(spellings: Counter[str]) -> str:
    """The spelling told oftenest; among equals one with capitals and small letters, then A to Z."""
    return min(spellings, key=_Commonness(spellings))


class _Commonness:
    def __init__(self, spellings: Counter[str]) -> None:
        self.spellings = spellings

    def __call__(self, spelling: str) -> tuple[int, bool, str]:
        return (-self.spellings[spelling], spelling.isupper(), spelling)
