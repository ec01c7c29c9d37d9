"""docs/cli.md: every command with its help, as a terminal shows it."""

from collections.abc import Iterator
from typing import Any

import typer
from typer.main import get_command

WIDTH = 80

INTRODUCTION = """\
# Command line

This page is made from the commands themselves, and the tests compare each part with what
`--help` prints.

`polesitter --install-completion` teaches bash, zsh, fish or PowerShell to complete commands and
options with the Tab key; `--show-completion` prints the script instead, for those who keep
their shell's files themselves.
"""


def reference_page(app: typer.Typer) -> str:
    """Return the page as Markdown: a heading and a console block for each command."""
    root = get_command(app)
    parts = [_part(path, told) for path, told in _helps(root, None, "polesitter")]
    return "\n".join([INTRODUCTION, *parts])


def _helps(command: Any, parent: Any, name: str) -> Iterator[tuple[str, str]]:
    """The path and the help of a command, then of those under it, in the order of the help."""
    context = command.context_class(
        command, parent=parent, info_name=name, terminal_width=WIDTH, **command.context_settings
    )
    yield context.command_path, command.get_help(context)
    for below, sub in getattr(command, "commands", {}).items():
        yield from _helps(sub, context, below)


def _part(path: str, told: str) -> str:
    lines = [line.rstrip() for line in told.rstrip().splitlines()]
    mark = "##" if path.count(" ") < 2 else "###"
    return "\n".join([f"{mark} {path}", "", "```console", f"$ {path} --help", *lines, "```", ""])
