"""One id and one spelling for each driver and team, over all reports."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.likeness import Alike, Seen, likened, same_driver, same_entrant
from polesitter.analysis.told import Spelled, Told
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

    def __init__(self, rows: Sequence[Told] | Sequence[Spelled], aliases: Aliases) -> None:
        drivers = Counter((row.driver, row.driver_id, row.series) for row in rows)
        teams = Counter((row.team, row.team_id, row.series) for row in rows)
        self.drivers = _Kind("driver", drivers, aliases)
        self.teams = _Kind("team", teams, aliases)
        self.drivers.settle(same_driver, ((r.driver, r.driver_id, r.source) for r in rows))
        self.teams.settle(same_entrant, ((r.team, r.team_id, r.source) for r in rows))

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


_Triple = tuple[str | None, str | None, str | None]


class _Kind:
    """Names of one kind: how often each spelling, id and series stand together."""

    def __init__(self, kind: str, told: Mapping[_Triple, int], aliases: Aliases) -> None:
        self.kind = kind
        self.aliases = aliases
        self.seen: dict[str, Seen] = {}
        self.likened: dict[str, str] = {}
        self._ids: dict[tuple[str | None, str | None], tuple[str, ...]] = {}
        self._names: dict[str, Name] = {}
        for (spelling, told_id, series), count in told.items():
            self._see(spelling, told_id, series, count)

    def settle(self, alike: Alike, told: Iterable[_Triple]) -> None:
        """Bring likely spellings together. `told`: spelling, id and source of every row."""
        self.likened = likened(self.seen, alike, _Together(self, told))
        groups: dict[str, list[str]] = {}
        for entity_id in sorted(self.seen):
            groups.setdefault(self.likened.get(entity_id, entity_id), []).append(entity_id)
        self._names = {best: self._name(best, ids) for best, ids in groups.items()}

    def own_ids(self, spelling: str | None, told_id: str | None) -> tuple[str, ...]:
        """Return the ids of a name before likeness: one, or one per driver of a crew."""
        key = (spelling, told_id)
        if key not in self._ids:
            self._ids[key] = self._listed(spelling, told_id)
        return self._ids[key]

    def ids(self, spelling: str | None, told_id: str | None) -> tuple[str, ...]:
        """Return the final ids of a name as told."""
        own = self.own_ids(spelling, told_id)
        if not self.likened:
            return own
        return tuple(self.likened.get(entity_id, entity_id) for entity_id in own)

    def is_likened(self, spelling: str | None, told_id: str | None) -> bool:
        """Tell whether a name as told was brought to its id by likeness."""
        if not self.likened:
            return False
        return any(one in self.likened for one in self.own_ids(spelling, told_id))

    def name(self, entity_id: str) -> Name:
        """Return a name by its final id."""
        return self._names[entity_id]

    @property
    def all(self) -> Mapping[str, Name]:
        """All names by final id."""
        return self._names

    def _see(
        self, spelling: str | None, told_id: str | None, series: str | None, count: int
    ) -> None:
        own = self.own_ids(spelling, told_id)
        parts = (spelling or "").split(CREW) if len(own) > 1 else [spelling or ""]
        for one, entity_id in zip(parts, own, strict=False):
            seen = self.seen.setdefault(entity_id, Seen())
            seen.spellings[one] += count
            # A name without a series is compared with none: too many share a surname.
            if series:
                seen.series.add(normal(series))

    def _listed(self, spelling: str | None, told_id: str | None) -> tuple[str, ...]:
        if spelling is None or told_id is None:
            return ()
        crew = self.kind == "driver" and CREW in told_id
        spellings = spelling.split(CREW) if crew else [spelling]
        told = told_id.split(CREW) if crew else [told_id]
        return tuple(
            self.aliases.known(self.kind, normal(one)) or entity_id
            for one, entity_id in zip(spellings, told, strict=False)
        )

    def _name(self, best: str, ids: Sequence[str]) -> Name:
        told: Counter[str] = Counter()
        for entity_id in ids:
            told.update(self.seen[entity_id].spellings)
        own = self.seen[best].spellings
        strays = {one for i in ids if i != best for one in self.seen[i].spellings} - own.keys()
        return Name(best, _commonest(own), tuple(sorted(told)), tuple(sorted(strays)), told.total())


class _Together:
    """Tells which names stand in one report; looked up for the few that are alike."""

    def __init__(self, kind: _Kind, told: Iterable[_Triple]) -> None:
        self.kind = kind
        self.told = told

    def __call__(self, ids: Set[str]) -> dict[str, set[str]]:
        """Return the sources of some ids."""
        sources: dict[str, set[str]] = {entity_id: set() for entity_id in ids}
        for spelling, told_id, source in self.told if ids else ():
            for entity_id in self.kind.own_ids(spelling, told_id):
                if entity_id in sources and source is not None:
                    sources[entity_id].add(source)
        return sources


def _commonest(spellings: Counter[str]) -> str:
    """The spelling told oftenest; among equals one with capitals and small letters, then A to Z."""
    return min(spellings, key=_Commonness(spellings))


class _Commonness:
    def __init__(self, spellings: Counter[str]) -> None:
        self.spellings = spellings

    def __call__(self, spelling: str) -> tuple[int, bool, str]:
        return (-self.spellings[spelling], spelling.isupper(), spelling)
