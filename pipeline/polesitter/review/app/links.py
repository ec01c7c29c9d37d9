"""A reviewer's word on who is who, put in place of what the references component told."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from polesitter.entities.overlap_component import MENTIONS
from polesitter.references.cast import Cast
from polesitter.references.drivers import Person, fullest

if TYPE_CHECKING:
    from spacy.tokens import Doc

Span = tuple[int, int]
"""Code points [start, end)."""

OWN = "own"
"""In an entity id: of a mention that a reviewer has set apart."""


def apply_links(doc: "Doc", links: Mapping[Span, Span | None]) -> None:
    """Give mentions the entity of another, or one of their own; the cast follows.

    `links`: a mention's span -> the span of the other, or None. What matches no mention,
    or a mention of another label, is left out.
    """
    rows: list[dict[str, Any]] = doc.user_data[MENTIONS]
    at = {(row["start"], row["end"]): number for number, row in enumerate(rows)}
    cast = Cast.from_dict(doc.user_data["cast"])
    for span, other in links.items():
        number = at.get(span)
        target = at.get(other) if other is not None else None
        if number is None or (other is not None and target is None):
            continue
        label = rows[number]["label"]
        if target is not None and rows[target]["label"] != label:
            continue
        entity = f"{OWN}{number}" if target is None else rows[target]["entity_id"]
        rows[number]["entity_id"] = entity
        owner = {"DRIVER": cast.driver_of, "TEAM": cast.team_of}.get(label)
        if owner is not None:
            owner[number] = entity
    if links:
        cast.driver_names = _names(cast.driver_of, rows, _fullest)
        cast.team_names = _names(cast.team_of, rows, _longest)
        doc.user_data["cast"] = cast.to_dict()


def _names(
    owner: Mapping[int, str], rows: list[dict[str, Any]], choose: Callable[[Iterable[str]], str]
) -> dict[str, str]:
    forms: dict[str, list[str]] = {}
    for number, entity in sorted(owner.items()):
        forms.setdefault(entity, []).append(rows[number]["text"])
    return {entity: choose(own) for entity, own in forms.items()}


def _fullest(forms: Iterable[str]) -> str:
    person = Person()
    for number, form in enumerate(forms):
        person.add(number, form)
    return fullest(person)


def _longest(forms: Iterable[str]) -> str:
    return max(forms, key=len)
