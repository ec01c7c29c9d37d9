"""What the parts of one report say, put together."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any

from polesitter.text.normal import normal
from polesitter.types import Mention, Result

KEPT = frozenset({"result_id", "evidence", "flags", "confidence", "status", "starts_at_rear",
                  "gap_approx"})  # fmt: skip
"""Fields that a later part's row does not fill."""


def merge_parts(parts: Sequence[Iterable[Result]]) -> list[Result]:
    """Return the results of all parts; a driver told of in several has one row per class.

    The first part's row stands; what it leaves empty is taken from later ones.
    """
    if len(parts) == 1:
        return list(parts[0])
    rows: dict[Any, Result] = {}
    for part in parts:
        for number, result in enumerate(part):
            key = _key(result) or (id(part), number)
            rows[key] = _filled(rows[key], result) if key in rows else result
    return list(rows.values())


def _key(result: Result) -> tuple[Any, ...] | None:
    if result.driver is None:
        return None
    return normal(result.driver), result.car_class, result.session_name


def _filled(row: Result, other: Result) -> Result:
    taken = {
        field.name: getattr(other, field.name)
        for field in fields(Result)
        if field.name not in KEPT
        and getattr(row, field.name) is None
        and getattr(other, field.name) is not None
    }
    if not taken:
        return row
    proofs = tuple(item for item in other.evidence if item.field in taken)
    return replace(row, **taken, evidence=(*row.evidence, *proofs))


def one_numbering(parts: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """Return the mentions of all parts; what is spelled alike in two is one entity.

    Entity ids are told within a part, and may mean another entity in the next.
    """
    if len(parts) == 1:
        return [list(parts[0])]
    known: dict[tuple[str, str], str] = {}
    return [_renumbered(part, known) for part in parts]


def _renumbered(part: Sequence[Mention], known: dict[tuple[str, str], str]) -> list[Mention]:
    names: dict[str, str] = {}
    for one in part:
        spelled = (one.label, normal(one.text))
        if one.entity_id is not None and one.entity_id not in names and spelled in known:
            names[one.entity_id] = known[spelled]
    told = []
    for one in part:
        if one.entity_id is None:
            told.append(one)
            continue
        entity = names.get(one.entity_id, one.entity_id)
        known.setdefault((one.label, normal(one.text)), entity)
        told.append(one if entity == one.entity_id else replace(one, entity_id=entity))
    return told
