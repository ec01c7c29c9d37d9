import errno
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from polesitter import __version__
from polesitter.cli.main import Commands, app

Command = Callable[..., subprocess.CompletedProcess[str]]
COMMANDS = ("extract", "show", "explain", "evaluate", "patterns", "corpus")
HEAVY = ("spacy", "pandas", "pyarrow", "scipy", "rapidfuzz")


def test_version() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.output) == (0, f"polesitter {__version__}\n")


def test_the_package_can_be_run_as_a_module() -> None:
    command = [sys.executable, "-m", "polesitter", "--version"]
    told = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (told.returncode, told.stdout) == (0, f"polesitter {__version__}\n")


def test_help_names_every_command() -> None:
    told = CliRunner().invoke(app, ["--help"]).output
    assert all(name in told for name in COMMANDS)


@pytest.mark.parametrize(
    "command", [("extract",), ("show",), ("explain",), ("evaluate",), ("patterns", "check")]
)
def test_every_command_has_an_example(command: tuple[str, ...]) -> None:
    result = CliRunner().invoke(app, [*command, "--help"])
    assert result.exit_code == 0
    assert f"polesitter {' '.join(command)} " in result.output


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from polesitter.cli.main import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def _folder_as_file(path: Path) -> None:
    path.read_text(encoding="utf-8")


def _closed_pipe(path: Path) -> None:
    raise BrokenPipeError(errno.EPIPE, "Broken pipe")


def _ctrl_c(_: Path) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        (_folder_as_file, 2, "polesitter: {path}: Is a directory\n"),
        (_closed_pipe, 1, ""),
        (_ctrl_c, 130, "polesitter: stopped.\n"),
    ],
)
def test_what_ends_a_command_is_told_in_one_line(
    fault: Callable[[Path], None], code: int, told: str, tmp_path: Path
) -> None:
    commands = typer.Typer(cls=Commands, pretty_exceptions_enable=False)
    commands.callback()(version)
    commands.command("try")(fault)
    result = CliRunner().invoke(commands, ["try", str(tmp_path)])
    assert (result.exit_code, result.stderr) == (code, told.format(path=tmp_path))


def version() -> None:
    """Stand for the options of all commands."""


def test_the_library_complains_in_one_line(polesitter: Command, tmp_path: Path) -> None:
    done = polesitter("show", tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"polesitter: {tmp_path}: holds no polesitter output")


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("extract", "reports"), "--out"),
        (("extarct",), "extract"),
        (("extract", "reports", "-o", "out", "--workers", "0"), "--workers"),
        (("show",), "FILE"),
    ],
)
def test_wrong_use_exits_with_2_and_a_hint(args: tuple[str, ...], hint: str) -> None:
    result = CliRunner().invoke(app, list(args))
    assert result.exit_code == 2
    assert hint in result.output


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("grid", "out", "--year", "abc"), "--year': must be a whole number"),
        (("extract", "r", "-o", "out", "--min-confidence", "2"), "confidence': must be at most 1"),
        (("extract", "r", "-o", "out", "--min-confidence", "x"), "confidence': must be a number"),
        (("extract", "r", "-o", "out", "--workers", "0"), "'-w': must be at least 1"),
        (("names", "list", "out", "--kind", "x"), "--kind': 'x' is not one of 'driver', 'team'"),
        (("names", "list", "out", "--limit", "many"), "--limit': must be a whole number"),
    ],
)
def test_values_that_do_not_fit_are_told_plainly(args: tuple[str, ...], told: str) -> None:
    result = CliRunner().invoke(app, list(args))
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert "Input should" not in result.stderr
    assert "Value error" not in result.stderr
