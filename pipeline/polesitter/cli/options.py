"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from polesitter.errors import Errors, PolesitterError

Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        "-m",
        metavar="MODEL",
        help="Folder or installed package of the pipeline; the one that comes with "
        "polesitter if left out.",
        show_default=False,
    ),
]
Html = Annotated[
    Path | None,
    typer.Option(
        "--html",
        metavar="PAGE|SITE",
        help="Write HTML instead: one page where the name ends in .html, else a folder.",
        show_default=False,
    ),
]
HtmlPage = Annotated[
    Path | None,
    typer.Option(
        "--html",
        metavar="PAGE",
        help="Write one HTML page instead; its name ends in .html.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON, for machines.")]
MaxChars = Annotated[
    int | None,
    typer.Option(
        "--max-chars",
        metavar="N",
        min=1,
        help="Set aside reports longer than N characters.",
        show_default="200,000",
    ),
]


def check_one_form(as_json: bool, html: Path | None) -> None:
    """Raise PolesitterError (E722) where both JSON and HTML are asked for."""
    if as_json and html is not None:
        raise PolesitterError(Errors.E722.format(options="--json and --html"))
