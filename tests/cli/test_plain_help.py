"""Help for a plain terminal."""

import sys

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from polesitter.cli.main import app
from polesitter.cli.plain_help import plain


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("[bold]Examples[/bold]", "Examples"),
        ("Words in a line\nand another.", "Words in a line\nand another."),
        ("Head.\n\n  first\n  second", "Head.\n\n\b\n  first\n  second"),
    ],
)
def test_marks_go_and_examples_keep_their_lines(marked: str, told: str) -> None:
    assert plain(marked) == told


def test_no_command_shows_marks() -> None:
    for name in get_command(app).commands:  # type: ignore[attr-defined]
        told = CliRunner().invoke(app, [name, "--help"]).output
        assert "[bold]" not in told


def test_the_lists_of_commands_end_each_sentence() -> None:
    for names in ([], ["names"], ["patterns"], ["corpus"], ["models"]):
        told = CliRunner().invoke(app, [*names, "--help"], terminal_width=80).output
        assert "..." not in told.partition("\nCommands:\n")[2]
        assert max(map(len, told.splitlines())) <= 80


def test_an_argument_taken_several_times_says_so_once() -> None:
    told = [CliRunner().invoke(app, [name, "--help"]).output for name in ("extract", "review")]
    assert [page.splitlines()[0].split()[-1] for page in told] == ["{PATHS}...", "{REPORTS|OUT}..."]


def test_examples_stand_on_lines_of_their_own() -> None:
    told = CliRunner().invoke(app, ["--help"]).output.splitlines()
    assert [line.split()[:2] for line in told if line.startswith("    polesitter ")] == [
        ["polesitter", "extract"],
        ["polesitter", "show"],
        ["polesitter", "explain"],
    ]


def test_help_needs_no_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich", None)
    assert CliRunner().invoke(app, ["--help"]).exit_code == 0
