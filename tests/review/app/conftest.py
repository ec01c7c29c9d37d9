"""A small folder of reports, read by the real pipeline, and a desk to review them at."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from polesitter.review.app.desk import Desk
from polesitter.review.app.journal import Journal
from polesitter.review.app.library import Library
from polesitter.run.model import load

from ...extracted import library_of

LAKE = """date 2024-05-18
Ann Lee takes the pole at Lime Rock

Ann Lee won the pole for Red Kite Racing with a lap of 57.912 seconds at Lime Rock Park. Bo Carr \
qualified second in the No. 25 Ford, 0.037 seconds behind Lee.

Cy Dale will start third.
"""
REPORTS = {
    "lake.txt": LAKE,
    "deep/lake.txt": LAKE.replace("Ann Lee", "Una Brandt"),
    "note.txt": "The club dined well on Friday and thanked the cook.\n",
    "emoji.txt": LAKE.replace("Ann Lee", "Zo\u00eb \U0001d4dbee"),
}


def clock() -> str:
    return "2024-05-19T08:00:00+00:00"


@pytest.fixture(scope="session")
def nlp() -> Any:
    return load()


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Reports as extracted, read only."""
    return library_of(REPORTS, tmp_path_factory.mktemp("review"))


OpenDesk = Callable[[], Desk]


@pytest.fixture
def open_desk(nlp: Any, library: Library, tmp_path: Path) -> OpenDesk:
    """A desk as after a start of the server; each call is another start."""

    def start() -> Desk:
        corpus = tmp_path / "corpus"
        corpus.mkdir(exist_ok=True)
        journal = Journal(corpus / "decisions.jsonl", "Ann", library.model, clock=clock)
        return Desk(nlp, library, journal, corpus)

    return start


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()
