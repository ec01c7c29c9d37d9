"""The options that commands answering from tables share."""

from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from polesitter.cli.answering import Out
from polesitter.cli.asked import Asked, asking


def asked_by(*words: str, limit: int = 7, classes: bool = True) -> tuple[int, Asked | None]:
    """What a command is handed for these words on the command line."""
    handed: list[Asked] = []

    @asking(limit=limit, classes=classes)
    def ask(out: Out, asked: Asked) -> None:
        handed.append(asked)

    app = typer.Typer()
    app.command()(ask)
    code = CliRunner().invoke(app, ["out", *words]).exit_code
    return code, handed[0] if handed else None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), {}),
        (("--series", "imsa"), {"series": "imsa"}),
        (("--event", "a", "--track", "b"), {"event": "a", "track": "b"}),
        (("--year", "2024", "--class", "GTP"), {"year": 2024, "car_class": "GTP"}),
        (("--json",), {"as_json": True}),
        (("--limit", "3"), {"limit": 3}),
    ],
)
def test_what_is_asked_for_is_handed_on(words: tuple[str, ...], told: dict[str, Any]) -> None:
    assert asked_by(*words) == (0, Asked(**{"limit": 7, **told}))


def test_a_command_without_classes_takes_none() -> None:
    assert asked_by("--class", "GTP", classes=False) == (2, None)
    assert asked_by(classes=False) == (0, Asked(limit=7))


@pytest.mark.parametrize(("words", "on_screen"), [((), True), (("--csv",), False)])
def test_who_names_no_form_reads_it_on_the_screen(words: tuple[str, ...], on_screen: bool) -> None:
    _, asked = asked_by(*words)
    assert asked is not None
    assert asked.on_screen == on_screen
