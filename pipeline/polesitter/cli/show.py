"""`polesitter show`: a report, or all grids of an output folder, in the terminal."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from polesitter.cli.console import screen, write_json
from polesitter.cli.options import Json, MaxChars, Model
from polesitter.cli.reading import extract_named
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from polesitter.records.extraction import Extraction
    from polesitter.review.stored import StoredReport


def show(
    path: Annotated[
        Path, typer.Argument(metavar="FILE|OUT", help="A report, or the output folder of extract.")
    ],
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar="SOURCE",
            help="Of an output folder, the reports of that name; * and ? stand for any letters.",
            show_default=False,
        ),
    ] = None,
    as_json: Json = False,
    model: Model = None,
    max_chars: MaxChars = None,
) -> None:
    """Show a report with everything found in it, or the grids of many.

    [bold]Examples[/bold]

      polesitter show reports/a.txt              read now: text in colours, then the grid
      polesitter show out/                       what extract wrote
      polesitter show out/ --only '2024/*.txt'   some of it
    """
    if path.is_dir():
        from polesitter.review.stored import read_stored

        stored = read_stored(path, only)
        if only is not None and not stored:
            raise PolesitterError(_unmatched(path, only))
        _show_stored(stored, as_json)
    else:
        _show_read(extract_named(path, model, max_chars), as_json)


def _show_read(extractions: Sequence["Extraction"], as_json: bool) -> None:
    from polesitter.review.plain_values import extraction_values
    from polesitter.review.terminal.report import report_view

    if as_json:
        write_json([extraction_values(extraction) for extraction in extractions])
        return
    console = screen()
    colour = console.is_terminal and not console.no_color
    for extraction in extractions:
        console.print(report_view(extraction, colour=colour, width=console.width))


def _show_stored(stored: Sequence["StoredReport"], as_json: bool) -> None:
    from polesitter.review.plain_values import stored_values
    from polesitter.review.terminal.report import grids_view

    if as_json:
        write_json([stored_values(report) for report in stored])
        return
    console = screen()
    for report in stored:
        console.print(grids_view(report.session, report.results, report.source, report.qualifying))
    if not stored:
        console.print("No reports here.")


def _unmatched(out: Path, only: str) -> str:
    from polesitter.review.stored import sources_of

    sources: list[Any] = sources_of(out)
    number = f"{len(sources)} report{'' if len(sources) == 1 else 's'}"
    example = sources[0] if sources else "none"
    return Errors.E711.format(out=out, only=only, number=number, example=example)
