import json
from pathlib import Path

import pytest

from polesitter.records.makes import Makes

MAKES = Makes(
    [
        {"make": "Chevrolet", "aliases": ["Chevy", "Camaro", "Camaro GT4.R", "Corvette"]},
        {"make": "Aston Martin", "aliases": ["Vantage"]},
        {"make": "Lexus"},
    ]
)
CARS = [
    ("Camaro GT4.R", "Chevrolet"),
    ("Chevrolet Camaro ZL1", "Chevrolet"),
    ("Chevys", "Chevrolet"),
    ("Team Chevy", "Chevrolet"),
    ("Aston Martins", "Aston Martin"),
    ("ASTON MARTIN Vantage", "Aston Martin"),
    ("Lexus RC F", "Lexus"),
    ("Martin", None),
    ("Dallara", None),
    ("", None),
]


@pytest.mark.parametrize(("car", "make"), CARS)
def test_the_make_of_a_car(car: str, make: str | None) -> None:
    assert MAKES.of(car) == make


@pytest.mark.parametrize(
    ("told", "one"),
    [("Chevys", "Chevy"), ("908s", "908"), ("Audi R10s", "Audi R10"), ("Lexus", "Lexus"),
     ("Porsche 911 GT3 Rs", "Porsche 911 GT3 R"), ("TCRs", "TCR"), ("Exige S", "Exige S"),
     ("Porsche 911 RS", "Porsche 911 RS"), ("Lotus", "Lotus"), ("s", "s"), ("", "")],
)  # fmt: skip
def test_one_car_of_several(told: str, one: str) -> None:
    assert MAKES.singular(told) == one


@pytest.mark.parametrize(
    ("car", "make"),
    [("Mustang GT4", "Ford"), ("Honda Civic Type-R TCR", "Honda"), ("BMWs", "BMW")],
)
def test_the_lexicon_knows_a_car(root: Path, car: str, make: str) -> None:
    lines = (root / "patterns" / "lexicon" / "makes.jsonl").read_text(encoding="utf-8")
    makes = Makes([json.loads(line) for line in lines.splitlines() if line])
    assert makes.of(car) == make
