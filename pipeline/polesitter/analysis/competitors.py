"""Which rows of a session tell of one competitor."""

from collections.abc import Hashable, Iterable

from polesitter.analysis.known_names import Names
from polesitter.analysis.told import Told


def by_competitor(rows: Iterable[Told], names: Names) -> list[list[Told]]:
    """Group the rows of one session by competitor, in order of first appearance.

    One competitor: a driver in common (a crew may be told by one of its drivers); where no
    driver is named, the same car number and team, or without a number the same place and
    team. A row with none of that stands alone: a team may have several cars.
    """
    groups: list[list[Told]] = []
    number: dict[Hashable, int] = {}
    for row in rows:
        keys = _keys(row, names)
        known = next((number[key] for key in keys if key in number), None)
        if known is None:
            known = len(groups)
            groups.append([])
        groups[known].append(row)
        for key in keys:
            number.setdefault(key, known)
    return groups


def _keys(row: Told, names: Names) -> tuple[Hashable, ...]:
    ids = names.driver_ids(row)
    if ids:
        return tuple((row.session_name, one) for one in ids)
    team = names.team_id(row)
    if row.car_number is not None:
        return ((row.session_name, "number", row.car_number, team),)
    if team is not None and row.position is not None:
        return ((row.session_name, "place", row.position, team),)
    return ()
