"""The entities of many reports: which names are one, and which form says most."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from polesitter.learn.induction.names.listed import Listed
from polesitter.learn.induction.names.told_name import Sighting, ToldName
from polesitter.text.normal import normal


@dataclass(slots=True)
class Entity:
    """`id` as in patterns/entities; `known`: listed there. `forms`: where each stands."""

    label: str
    id: str
    known: bool
    forms: dict[str, list[Sighting]] = field(default_factory=dict)

    def earliest(self, form: str) -> Sighting:
        """Where a form was first read: by date, then by the report's id; undated last."""
        return min(self.forms[form], key=_dated)


def _dated(told: Sighting) -> tuple[bool, str, str]:
    return not told.date, told.date, told.report


def entities_of(names: Iterable[ToldName], listed: Listed) -> dict[str, Entity]:
    """Entities by id. A name that patterns/entities lists by its fullest form keeps that id.

    Else any listed form decides, if all listed ones agree; else the id is made of the
    fullest form. What is called by nothing but another name of one entity is that entity.
    """
    found: dict[str, Entity] = {}
    for name in names:
        known = _known_id(name, listed)
        id = known or new_id(name.label, name.full)
        entity = found.setdefault(id, Entity(name.label, id, known is not None))
        for form, told in name.forms.items():
            entity.forms.setdefault(form, []).append(told)
    for id, whole in _told_more_fully(found).items():
        for form, places in found.pop(id).forms.items():
            found[whole].forms.setdefault(form, []).extend(places)
    return found


def new_id(label: str, name: str) -> str:
    """The id of a name that is new: "team:bryan-herta-autosport"."""
    return f"{label.lower()}:{normal(name).replace(' ', '-')}"


def ids_by_form(entities: Mapping[str, Entity]) -> dict[tuple[str, str], set[str]]:
    """(label, form) -> the ids it is told for."""
    ids: dict[tuple[str, str], set[str]] = {}
    for entity in entities.values():
        for form in entity.forms:
            ids.setdefault((entity.label, normal(form)), set()).add(entity.id)
    return ids


def _told_more_fully(entities: Mapping[str, Entity]) -> dict[str, str]:
    """The id of "GTD" -> that of "GT Daytona", which other reports call "GTD" as well.

    Not of drivers: a surname alone may be anybody's.
    """
    named = ids_by_form(entities)
    fuller: dict[str, str] = {}
    for id, entity in entities.items():
        if entity.known or entity.label == "DRIVER" or len(entity.forms) > 1:
            continue
        (form,) = entity.forms
        others = named[entity.label, normal(form)] - {id}
        if len(others) == 1 and len(entities[min(others)].forms) > 1:
            fuller[id] = min(others)
    return fuller


def _known_id(name: ToldName, listed: Listed) -> str | None:
    whole = listed.id_of(name.label, name.full)
    if whole is not None:
        return whole
    ids = {listed.id_of(name.label, form) for form in name.forms} - {None}
    return ids.pop() if len(ids) == 1 and name.label != "DRIVER" else None
