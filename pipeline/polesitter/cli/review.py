"""`polesitter review`: correct reports in a browser; accepted ones become corpus."""

from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.console import screen
from polesitter.cli.options import Model
from polesitter.cli.progress import progress_bar
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from polesitter.review.app.desk import Desk

NEEDED = ("starlette", "uvicorn")


def review(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="REPORTS|OUT", help="Reports, or the output folder of extract."),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="DIR", help="Folder for accepted reports and the log."),
    ] = Path("reviewed"),
    name: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="NAME",
            help="Whose decisions these are; git's user.name if left out.",
            show_default=False,
        ),
    ] = None,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port; any free one if 0.")
    ] = 0,
    host: Annotated[
        str,
        typer.Option(
            "--host", metavar="ADDRESS", help="Address to listen on; others may reach it."
        ),
    ] = "127.0.0.1",
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")
    ] = True,
    model: Model = None,
) -> None:
    """Correct reports in a browser, most instructive first; accepted ones become corpus.

    Every step is on disk before the page shows it. Stop with Ctrl+C and go on another day.

    [bold]Examples[/bold]

      polesitter review reports/ --out corpus/new
      polesitter review out/ --out corpus/new --as "Ann Lee"
    """
    missing = [package for package in NEEDED if find_spec(package) is None]
    if missing:
        raise PolesitterError(Errors.E765.format(missing=", ".join(missing)))
    from polesitter.review.app.author import author_name
    from polesitter.review.app.serve import Setting, serve

    setting = Setting(tuple(paths), out, author_name(name), model, host, port)
    with ExitStack() as shown:
        progress = shown.enter_context(progress_bar(screen(stderr=True), hidden=False))
        serve(setting, ready=_Ready(browser, shown), progress=progress)


class _Ready:
    """Tells where the review is to be found, and opens it."""

    def __init__(self, browser: bool, shown: ExitStack) -> None:
        self.browser = browser
        self.shown = shown

    def __call__(self, address: str, desk: "Desk") -> None:
        self.shown.close()  # The bar of the reading makes room.
        counts = desk.counts
        console = screen()
        console.print(
            f"{counts.total:,} report{'' if counts.total == 1 else 's'}, "
            f"{counts.accepted:,} accepted; accepted ones go to {desk.corpus}",
            markup=False,
        )
        console.print(f"Open {address}", markup=False, soft_wrap=True)
        console.print("The address works once. Stop with Ctrl+C.", style="dim")
        if self.browser:
            import webbrowser

            webbrowser.open(address)
