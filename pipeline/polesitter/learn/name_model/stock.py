"""Invented names of drivers, teams, tracks and races, drawn from a seeded generator."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

TEAM_ENDINGS = (
    "Racing", "Racing", "Racing", "Motorsport", "Motorsports", "Motorsports", "Autosport",
    "Racing Team", "Competition", "Performance", "Engineering", "Racing Development", "Sport",
    "Motor Racing", "Racing Group", "Autosports", "Competizione", "Technical", "Brothers",
    "Speed Shop", "Garage", "Racing Technology", "GP", "Grand Prix", "Esports", "Corse",
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


@dataclass(frozen=True, slots=True)
class NameStock:
    """What new names are made of: first names, surnames and places, in a fixed order."""

    first_names: tuple[str, ...]
    surnames: tuple[str, ...]
    places: tuple[str, ...]


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
