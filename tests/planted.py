"""Reports told from a table of results through simple templates: the answer is known.

Drivers and teams are invented: first names of patterns/lexicon/first_names.txt before
made-up surnames, so that no pattern knows them and the whole pipeline has to find
them. One seed gives one report.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

FIRST_NAMES = Path(__file__).resolve().parent.parent / "patterns" / "lexicon" / "first_names.txt"
HEADS = ["Bar", "Cor", "Del", "Fen", "Gar", "Hol", "Kes", "Lan", "Mar", "Nor", "Pel", "Ros", "Sten",
         "Tor", "Vel", "Wes"]  # fmt: skip
TAILS = ["bury", "dale", "ford", "gate", "ham", "ick", "land", "low", "mond", "ner", "rick", "sen",
         "ton", "vale", "well", "wick"]  # fmt: skip
TEAM_WORDS = ["Racing", "Motorsport", "Autosport", "Performance", "Engineering"]
CARS = ["Ford", "Honda", "BMW", "Porsche", "Toyota", "Audi", "Chevrolet", "Hyundai"]
TRACKS = ["Daytona", "Sebring", "Road Atlanta", "Mid-Ohio", "Lime Rock Park", "Watkins Glen"]
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth 11th 12th".split()


@dataclass(frozen=True, slots=True)
class Entry:
    """One planted competitor."""

    position: int
    driver: str
    team: str
    car: str
    car_number: str
    lap_time: str
    car_class: str | None = None


@dataclass(frozen=True, slots=True)
class Planted:
    """A report and the grid it tells."""

    style: str
    text: str
    grid: tuple[Entry, ...]


def plant(style: str, seed: int) -> Planted:
    """The report of a style (a key of STYLES) and a seed."""
    chance = random.Random(f"{style} {seed}")
    text, entries = STYLES[style](chance)
    return Planted(style, text, tuple(entries))


@cache
def first_names() -> tuple[str, ...]:
    """Plain first names of the lexicon, sorted."""
    lines = FIRST_NAMES.read_text(encoding="utf-8").splitlines()
    return tuple(
        sorted({name.strip() for name in lines if name.strip().isalpha() and len(name) > 3})
    )


def make_grid(chance: random.Random, size: int) -> list[Entry]:
    """A grid of invented drivers, teams and times, by place."""
    surnames = chance.sample([head + tail for head in HEADS for tail in TAILS], 2 * size)
    numbers = chance.sample(range(1, 99), size)
    seconds = 70.0 + chance.random() * 20
    grid = []
    for place in range(size):
        seconds += chance.randint(20, 400) / 1000
        grid.append(
            Entry(
                place + 1,
                f"{chance.choice(first_names())} {surnames[place]}",
                f"{surnames[size + place]} {chance.choice(TEAM_WORDS)}",
                chance.choice(CARS),
                str(numbers[place]),
                f"{int(seconds // 60)}:{seconds % 60:06.3f}",
            )
        )
    return grid


def _surname(entry: Entry) -> str:
    return entry.driver.split()[-1]


def _owned(entry: Entry) -> str:
    return f"{entry.team}'s {entry.driver}"


def _pole(chance: random.Random, pole: Entry, track: str) -> str:
    ways = [
        f"{pole.driver} won the pole at {track} on Friday. The {pole.team} driver lapped "
        f"the circuit in {pole.lap_time} in the No. {pole.car_number} {pole.car}.",
        f"{_owned(pole)} took the pole position at {track} on Friday in {pole.lap_time}.",
        f"A lap of {pole.lap_time} in qualifying at {track} on Friday gave the pole "
        f"to {_owned(pole)}.",
    ]
    return chance.choice(ways)


def _told(chance: random.Random, entry: Entry) -> str:
    place = ORDINALS[entry.position - 1]
    ways = [
        f"{_owned(entry)} qualified {place} in {entry.lap_time}.",
        f"{entry.driver} will start {place} for {entry.team}.",
        f"In {place} was {entry.driver} in the No. {entry.car_number} {entry.car}.",
    ]
    return chance.choice(ways)


def _chain(chance: random.Random, entries: Sequence[Entry]) -> str:
    """Three to five entries from a stated place on: "will start third, then A's B and C's D"."""
    lead, *rest = entries
    place = ORDINALS[lead.position - 1]
    names = [_owned(entry) if chance.random() < 0.5 else entry.driver for entry in rest]
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return chance.choice(
        [
            f"{_owned(lead)} will start {place}, then {listed}.",
            f"{lead.driver} was {place} for {lead.team}, followed by {listed}.",
            f"{lead.driver} qualified {place} ahead of {listed}.",
        ]
    )


def sentences(chance: random.Random) -> tuple[str, list[Entry]]:
    """Every place stated by itself."""
    grid, track = make_grid(chance, 5), chance.choice(TRACKS)
    told = [_pole(chance, grid[0], track), *(_told(chance, entry) for entry in grid[1:])]
    return f"{_surname(grid[0])} Takes Pole at {track}\n\n" + "\n\n".join(told) + "\n", grid


def chains(chance: random.Random) -> tuple[str, list[Entry]]:
    """The pole, the second place, then places counted on."""
    grid, track = make_grid(chance, chance.randint(6, 8)), chance.choice(TRACKS)
    told = f"{_pole(chance, grid[0], track)} {_told(chance, grid[1])}"
    return (
        f"{_surname(grid[0])} Takes Pole at {track}\n\n{told}\n\n{_chain(chance, grid[2:6])}\n",
        grid[:6],
    )


def table(chance: random.Random) -> tuple[str, list[Entry]]:
    """A sentence or two, then the whole grid in rows."""
    grid, track = make_grid(chance, 10), chance.choice(TRACKS)
    columns = ["Pos | No. | Driver | Team | Car | Time"]
    columns += [
        f"{e.position} | {e.car_number} | {e.driver} | {e.team} | {e.car} | {e.lap_time}"
        for e in grid
    ]
    rows = "\n".join(columns)
    head = f"{_surname(grid[0])} Takes Pole at {track}"
    return f"{head}\n\n{_pole(chance, grid[0], track)}\n\nQualifying results\n\n{rows}\n", grid


def classes(chance: random.Random) -> tuple[str, list[Entry]]:
    """Two classes, each with a pole of its own."""
    track = chance.choice(TRACKS)
    whole: list[Entry] = []
    parts = []
    for name in ("GTD", "LMP2"):
        grid = make_grid(chance, 4)
        pole, second, *rest = grid
        parts.append(
            f"In {name}, {_owned(pole)} took the class pole in {pole.lap_time}. "
            f"{_owned(second)} was second, with {rest[0].driver} third and {rest[1].driver} fourth."
        )
        whole += [replace(entry, car_class=name) for entry in grid]
    lead = f"Qualifying for the IMSA race at {track} was held on Friday."
    return f"Two Poles Decided at {track}\n\n{lead}\n\n" + "\n\n".join(parts) + "\n", whole


STYLES: dict[str, Callable[[random.Random], tuple[str, list[Entry]]]] = {
    "sentences": sentences,
    "chains": chains,
    "table": table,
    "classes": classes,
}
