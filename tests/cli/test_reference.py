"""docs/cli.md tells every command, as its --help does. `DOCS=rewrite` writes it anew."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from polesitter.cli.main import app
from polesitter.cli.reference import reference_page

BLOCK = re.compile(
    r"^```console\n\$ polesitter (?P<path>[^\n]*?) ?--help\n(?P<told>.*?)^```$", re.M | re.S
)


def paths(command: Any, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [before]
    for name, sub in getattr(command, "commands", {}).items():
        found += paths(sub, (*before, name))
    return found


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    path = root / "docs" / "cli.md"
    if os.environ.get("DOCS") == "rewrite":
        path.write_text(reference_page(app), encoding="utf-8")
    return path.read_text(encoding="utf-8")


def test_the_page_is_up_to_date(page: str) -> None:
    assert page == reference_page(app), "run the tests with DOCS=rewrite"


def test_every_command_stands_on_the_page_once(page: str) -> None:
    told = [tuple(found["path"].split()) for found in BLOCK.finditer(page)]
    assert told == paths(get_command(app))


@pytest.mark.parametrize("path", paths(get_command(app)), ids=" ".join)
def test_the_page_says_what_help_prints(path: tuple[str, ...], page: str) -> None:
    given = CliRunner().invoke(app, [*path, "--help"], prog_name="polesitter").output
    told = {tuple(found["path"].split()): found["told"] for found in BLOCK.finditer(page)}
    assert [line.rstrip() for line in given.strip().splitlines()] == told[path].splitlines()


def test_shells_can_complete_commands_and_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_POLESITTER_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "polesitter con")
    monkeypatch.setenv("COMP_CWORD", "1")
    given = CliRunner().invoke(app, [], prog_name="polesitter").output
    assert given.split() == ["conflicts"]
