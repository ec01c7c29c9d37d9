"""One pipeline for all tests here, and a small patterns folder that they may write to."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from polesitter.learn.suggest.reading import Reader, Reading
from polesitter.learn.suggest.sample_sentence import Encode
from polesitter.review.pattern_check import encode_example
from polesitter.run.model import load
from polesitter.types import Report

Read = Callable[[str], Reading]

TEAMS = [
    {"label": "TEAM", "pattern": "Calder Racing", "id": "team:calder"},
    {"label": "TEAM", "pattern": "Zephyr", "id": "team:zephyr"},
]
DRIVERS = [{"label": "DRIVER", "pattern": "Ann Lee", "id": "driver:ann-lee"}]
RULES = [
    {"macro": "begin", "pattern": "(<start>|<roll> off)"},
    {
        "id": "position.will_start",
        "relation": "qualified",
        "pattern": "{driver} will @begin {position}",
        "example": "Scott Dixon will start third.",
        "source": "hand",
    },
    {
        "id": "team.driver_of",
        "relation": "drives_for",
        "pattern": "{driver} of {team}",
        "example": "Third was Will Power of Team Penske.",
        "source": "hand",
    },
]


@pytest.fixture(scope="session")
def nlp() -> Any:
    return load()


@pytest.fixture(scope="session")
def encode(nlp: Any) -> Encode:
    return partial(encode_example, nlp)


@pytest.fixture(scope="session")
def read(nlp: Any) -> Read:
    """Read a text as an article of the name a.txt."""
    reader = Reader(nlp)

    def one(text: str) -> Reading:
        return reader(report(text))

    return one


@pytest.fixture
def patterns(tmp_path: Path) -> Path:
    """Two files of names and one of rules."""
    folder = tmp_path / "patterns"
    for file, lines in (
        ("entities/teams", TEAMS),
        ("entities/drivers", DRIVERS),
        ("relations/position", RULES),
    ):
        path = folder / f"{file}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(jsonl(lines), encoding="utf-8")
    return folder


def jsonl(lines: Iterable[object]) -> str:
    return "".join(f"{json.dumps(line)}\n" for line in lines)


def report(text: str, source: str = "a.txt") -> Report:
    return Report(source, text, "0" * 64)
