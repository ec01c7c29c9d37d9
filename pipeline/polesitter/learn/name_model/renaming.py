"""New names for old in annotated reports, so that a model learns contexts and shapes.

A year's entry list is soon out of date. Training on copies of each report in which
drivers, teams, tracks and events bear invented names keeps the model from learning
this year's by heart. All choices come from one seeded generator.
"""

import random
from collections import defaultdict
from collections.abc import Sequence

from polesitter.learn.name_model.stock import (
    TEAM_ENDINGS,
    NameStock,
    first_name,
    new_event,
    new_team,
    new_track,
    surname,
    team_core,
)
from polesitter.text.plain import Mark

CONSTRUCTORS = (
    "Ferrari", "Mercedes", "Porsche", "Jaguar", "Nissan", "Renault", "Honda", "Toyota", "BMW",
    "Aston Martin", "Alpine", "Lotus", "McLaren", "Williams", "Sauber", "Minardi", "Jordan",
    "Benetton", "Ligier", "Audi", "Cadillac", "Mahindra", "Venturi", "Jaguar", "Tyrrell",
)  # fmt: skip
GENERATIONS = (" Jr.", " III", " II", " Sr.")


def rename(
    text: str, marks: Sequence[Mark], stock: NameStock, chance: random.Random
) -> tuple[str, list[Mark]]:
    """Return the report with new names, and its marks at their new offsets.

    `marks` are those of `text`, sorted and not overlapping. Every mention of one
    driver, team, track or event is renamed alike; measures, cars, classes and
    series stay.
    """
    new_names = _new_names(text, marks, stock, chance)
    pieces: list[str] = []
    renamed: list[Mark] = []
    length = position = 0
    for mark in marks:
        surface = text[mark.start : mark.end]
        surface = new_names.get((mark.label, mark.id, surface), surface)
        pieces += [text[position : mark.start], surface]
        start = length + mark.start - position
        length = start + len(surface)
        renamed.append(Mark(start, length, mark.label, mark.id))
        position = mark.end
    pieces.append(text[position:])
    return "".join(pieces), renamed


def _new_names(
    text: str, marks: Sequence[Mark], stock: NameStock, chance: random.Random
) -> dict[tuple[str, str | None, str], str]:
    surfaces: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for mark in marks:
        surface = text[mark.start : mark.end]
        if surface not in surfaces[mark.label, mark.id]:
            surfaces[mark.label, mark.id].append(surface)
    new: dict[tuple[str, str | None, str], str] = {}
    families: dict[str, str] = {}
    for (label, entity), forms in surfaces.items():
        if label == "DRIVER":
            names = _driver(forms, stock, families, chance)
        elif label == "TEAM":
            names = _team(forms, stock, chance)
        elif label == "TRACK":
            names = _track(forms, stock, chance)
        elif label == "EVENT":
            names = {form: _event(form, stock, chance) for form in forms}
        else:
            continue
        new.update({(label, entity, form): name for form, name in names.items()})
    return new


def _like(form: str, name: str) -> str:
    """Write a name in capitals where the form it replaces is."""
    return name.upper() if form.isupper() and len(form) > 5 else name


def _driver(
    forms: list[str], stock: NameStock, families: dict[str, str], chance: random.Random
) -> dict[str, str]:
    first, last = first_name(stock, chance), surname(stock, chance)
    full = max(forms, key=len).split()
    # Relatives keep one surname: reports tell them apart by first name.
    last = families.setdefault(full[-1], last)
    middle = chance.choice(stock.surnames) + " " if chance.random() < 0.04 else ""
    ending = chance.choice(GENERATIONS) if chance.random() < 0.04 else ""
    names: dict[str, str] = {}
    for form in forms:
        words = form.split()
        if len(words) > 1 and words[0].lower() not in ("van", "de", "di", "von", "der", "d'"):
            initial = len(words[0].strip(".")) == 1
            opening = f"{first[0]}." if initial else first
            names[form] = _like(form, f"{opening} {middle}{last}{ending}")
        elif len(full) > 1 and form == full[0]:
            names[form] = first
        elif "." in form[:2]:
            names[form] = f"{first[0]}.{last}"
        else:
            # A short form keeps its particle; a capital one opens a sentence or headline.
            names[form] = _like(form, last if chance.random() < 0.6 else last[0].upper() + last[1:])
    return names


def _team(forms: list[str], stock: NameStock, chance: random.Random) -> dict[str, str]:
    longest = max(forms, key=len)
    if len(longest.split()) == 1 and not longest.isupper():
        # A constructor ("Ferrari"): its place tells it, so another maker may stand there.
        draw = chance.random()
        if draw < 0.2:
            return {}
        if draw < 0.6:
            maker = chance.choice(CONSTRUCTORS)
            return {form: _like(form, maker) for form in forms}
        return {form: team_core(stock, chance) for form in forms}
    core = team_core(stock, chance)
    full = new_team(core, stock, chance)
    names: dict[str, str] = {}
    for form in forms:
        if form == longest:
            names[form] = full
        elif form.isupper() and " " not in form and len(form) <= 6:
            letters = "".join(word[0] for word in full.split() if word[0].isupper())
            names[form] = letters if len(letters) > 1 else core
        elif len(form.split()) < len(longest.split()) / 2 or " " not in form:
            names[form] = core
        else:
            names[form] = f"{core} {chance.choice(TEAM_ENDINGS)}"
    return {form: _like(form, name) for form, name in names.items()}


def _track(forms: list[str], stock: NameStock, chance: random.Random) -> dict[str, str]:
    place = chance.choice(stock.places)
    names: dict[str, str] = {}
    for form in forms:
        if len(form.split()) == 1 and form.isupper() and len(form) < 6:
            continue
        if len(form.split()) == 1:
            names[form] = _like(form, place)
        else:
            names[form] = _like(form, new_track(place, chance))
    return names


def _event(form: str, stock: NameStock, chance: random.Random) -> str:
    return form if chance.random() < 0.3 else new_event(stock, chance)
