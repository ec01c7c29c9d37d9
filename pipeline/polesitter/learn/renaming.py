"""New names for old in annotated reports, so that a model learns contexts and shapes.

A year's entry list is soon out of date. Training on copies of each report in which
drivers, teams, tracks and events bear invented names keeps the model from learning
this year's by heart. All choices come from one seeded generator.
"""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from polesitter.text.plain import Mark

TEAM_ENDINGS = (
    "Racing", "Racing", "Racing", "Motorsport", "Motorsports", "Motorsports", "Autosport",
    "Racing Team", "Competition", "Performance", "Engineering", "Racing Development", "Sport",
    "Motor Racing", "Racing Group", "Autosports", "Competizione", "Technical", "Brothers",
    "Speed Shop", "Garage", "Racing Technology", "GP", "Grand Prix", "Esports", "Corse",
)  # fmt: skip
CONSTRUCTORS = (
    "Ferrari", "Mercedes", "Porsche", "Jaguar", "Nissan", "Renault", "Honda", "Toyota", "BMW",
    "Aston Martin", "Alpine", "Lotus", "McLaren", "Williams", "Sauber", "Minardi", "Jordan",
    "Benetton", "Ligier", "Audi", "Cadillac", "Mahindra", "Venturi", "Jaguar", "Tyrrell",
)  # fmt: skip
TEAM_OPENINGS = ("Team", "Scuderia", "Ecurie", "Equipe", "Squadra", "Racing Team", "Garage")
TRACK_ENDINGS = (
    "Speedway", "Raceway", "Motor Speedway", "International Raceway", "International Speedway",
    "Park", "Raceway Park", "Motorsports Park", "Circuit", "International Circuit", "Superspeedway",
    "Street Circuit", "Ring", "Motorplex", "Raceway", "Road Course",
)  # fmt: skip
TRACK_OPENINGS = ("Circuit de", "Autodromo di", "Circuit of", "Autodromo", "Circuito de", "Circuit")
EVENTS = (
    "{place} {distance}", "{place} Grand Prix", "Grand Prix of {place}", "{hours} Hours of {place}",
    "{sponsor} {distance}", "{place} GP", "{sponsor} {distance} at {place}", "{place} E-Prix",
    "{sponsor} Grand Prix of {place}", "{sponsor} Grand Prix", "{place} {hours} Hours",
    "{sponsor} {hours} Hours of {place}", "{distance} at {place}", "{sponsor} Classic",
    "{sponsor} 24 at {place}", "{place} 24", "{sponsor} 400",
    "{sponsor} {distance} presented by {sponsor2}", "{place} Sports Car Challenge",
)  # fmt: skip
DISTANCES = ("100", "120", "150", "200", "250", "300", "325", "400", "500", "600", "240", "175")
HOURS = ("4", "6", "8", "10", "12", "24", "Six", "Twelve", "Four", "Ten")
PARTICLED = ("van der", "de", "De", "van", "Van", "di", "da", "Di", "von", "del", "Van der", "La")
GENERATIONS = (" Jr.", " III", " II", " Sr.")


@dataclass(frozen=True, slots=True)
class NameStock:
    """What new names are made of: first names, surnames and places, in a fixed order."""

    first_names: tuple[str, ...]
    surnames: tuple[str, ...]
    places: tuple[str, ...]


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


def blend_surnames(surnames: Sequence[str], count: int, chance: random.Random) -> tuple[str, ...]:
    """Return `count` invented surnames, each the head of one name and the tail of another."""
    plain = [name for name in surnames if name.isalpha() and len(name) > 4]
    blended = set(surnames)
    made: list[str] = []
    for _ in range(20 * count):
        if len(made) == count or not plain:
            break
        head, tail = chance.choice(plain), chance.choice(plain)
        name = head[: chance.randint(2, len(head) - 1)] + tail[-chance.randint(2, 4) :].lower()
        if name not in blended and 4 <= len(name) <= 12:
            blended.add(name)
            made.append(name)
    return tuple(made)


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


def first_name(stock: NameStock, chance: random.Random) -> str:
    """Return a first name, now and then a double one or a pair of initials."""
    draw = chance.random()
    if draw < 0.05:
        return "".join(chance.choice("ABCDJKMPRT") for _ in range(2))
    if draw < 0.1:
        return f"{chance.choice(stock.first_names)}-{chance.choice(stock.first_names)}"
    return chance.choice(stock.first_names)


def surname(stock: NameStock, chance: random.Random) -> str:
    """Return a surname, now and then with a particle or of two parts."""
    draw = chance.random()
    name = chance.choice(stock.surnames)
    if draw < 0.06:
        return f"{chance.choice(PARTICLED)} {name}"
    if draw < 0.09:
        return f"{name}-{chance.choice(stock.surnames)}"
    return name


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


def new_team(core: str, stock: NameStock, chance: random.Random) -> str:
    """Return a team's full name around its proper part."""
    style = chance.random()
    if style < 0.68:
        return f"{core} {chance.choice(TEAM_ENDINGS)}"
    if style < 0.8:
        return f"{chance.choice(TEAM_OPENINGS)} {core}"
    if style < 0.87:
        return f"{core} {chance.choice(TEAM_ENDINGS)} with {team_core(stock, chance)}"
    if style < 0.94:
        return f"{core} by {team_core(stock, chance)}"
    return core


def team_core(stock: NameStock, chance: random.Random) -> str:
    """Return the proper part of a team's name: a person, a place, letters, an invented word."""
    style = chance.random()
    last = chance.choice(stock.surnames)
    if style < 0.3:
        return last
    if style < 0.5:
        return f"{chance.choice(stock.first_names)} {last}"
    if style < 0.62:
        return f"{last}-{chance.choice(stock.surnames)}"
    if style < 0.74:
        return "".join(chance.choice("ABCDEFGHJKLMPRSTVWX") for _ in range(chance.randint(2, 4)))
    if style < 0.84:
        return f"{last} {chance.choice(stock.surnames)}"
    if style < 0.92:
        return chance.choice(stock.places)
    return last[:4] + chance.choice(("Tech", "Speed", "Sport", "Motion", "Force", "Drive"))


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


def new_track(place: str, chance: random.Random) -> str:
    """Return the name of a track at a place."""
    if chance.random() < 0.75:
        return f"{place} {chance.choice(TRACK_ENDINGS)}"
    return f"{chance.choice(TRACK_OPENINGS)} {place}"


def new_event(stock: NameStock, chance: random.Random) -> str:
    """Return the name of a race."""
    return chance.choice(EVENTS).format(
        place=chance.choice(stock.places),
        distance=chance.choice(DISTANCES),
        hours=chance.choice(HOURS),
        sponsor=team_core(stock, chance),
        sponsor2=team_core(stock, chance),
    )
