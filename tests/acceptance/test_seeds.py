"""The two seed articles: every cell right, none spurious, and the facts of their sessions."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from .conftest import Command

DAYTONA, SEBRING = "2024-01-25-daytona.txt", "2024-03-14-sebring.txt"


@pytest.fixture(scope="module")
def seeds(shared: Path) -> Path:
    folder = shared / "seeds"
    if not folder.is_dir():
        pytest.skip("no seed articles beside the project")
    return folder


@pytest.fixture(scope="module")
def out(seeds: Path, command: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds, extracted as a user would."""
    out = tmp_path_factory.mktemp("seeds") / "out"
    done = command("extract", seeds / DAYTONA, seeds / SEBRING, "-o", out)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def page(shared: Path, seeds: Path, out: Path) -> str:
    """What the scorer prints of them."""
    args: list[str | Path] = [sys.executable, shared / "score.py", seeds, out, "--errors"]
    return subprocess.run(args, capture_output=True, text=True, check=True).stdout


def test_every_cell_is_right_and_none_spurious(page: str) -> None:
    scores = re.search(r"exact docs (\S+)  CELL P \S+ R \S+ F1 (\S+)", page)
    assert scores is not None
    assert scores.groups() == ("2/2", "1.000"), page


def test_every_session_field_is_right(page: str) -> None:
    line = page.splitlines()[-1]
    hits = re.findall(r"(\w+) (\d)/(\d) \((\d) wrong\)", line)
    assert hits == [(name, "2", "2", "0") for name in ("date", "series", "event", "track")]


def stated(out: Path, source: str, column: str) -> set[Any]:
    """What the rows of a report's session say in one column."""
    sessions = pd.read_parquet(out / "sessions")
    return set(sessions.loc[sessions["source"] == source, column].dropna())


@pytest.mark.parametrize(
    ("source", "column", "values"),
    [
        (DAYTONA, "race_start", {"1:45 p.m. ET Friday"}),
        (DAYTONA, "broadcaster", {"Peacock"}),
        (DAYTONA, "entries", {16}),
        (DAYTONA, "red_flags", set()),
        (DAYTONA, "record_holder", set()),
        (DAYTONA, "record_year", set()),
        (DAYTONA, "pole_driver", {"Sean McAlister", "Harry Gottsacker"}),
        (SEBRING, "race_start", {"3:15 p.m. ET Friday"}),
        (SEBRING, "broadcaster", {"Peacock"}),
        (SEBRING, "entries", {14}),
        (SEBRING, "red_flags", {0}),
        (SEBRING, "record_holder", {"Bill Auberlen"}),
        (SEBRING, "record_year", {2019}),
        (SEBRING, "pole_driver", {"Jesse Lazare", "Harry Gottsacker"}),
    ],
)
def test_the_facts_of_a_session(out: Path, source: str, column: str, values: set[Any]) -> None:
    assert stated(out, source, column) == values


@pytest.mark.parametrize(("source", "entries"), [(DAYTONA, 16), (SEBRING, 14)])
def test_the_entries_are_those_of_the_touring_cars(out: Path, source: str, entries: int) -> None:
    sessions = pd.read_parquet(out / "sessions")
    rows = sessions[(sessions["source"] == source) & sessions["entries"].notna()]
    assert rows[["car_class", "entries"]].values.tolist() == [["TCR", entries]]


def test_no_track_record_fell_at_daytona(out: Path) -> None:
    assert stated(out, DAYTONA, "track_record") <= {False}


def test_the_overall_pole_is_a_track_record_at_sebring(out: Path) -> None:
    sessions = pd.read_parquet(out / "sessions").query("source == @SEBRING")
    records = sessions[sessions["track_record"].eq(True)]
    told = records[["pole_driver", "record_holder", "record_year"]].values.tolist()
    assert told == [["Jesse Lazare", "Bill Auberlen", 2019]]
