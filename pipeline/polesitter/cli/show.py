"""`polesitter show`: a report or an output folder, in the terminal or as HTML."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from polesitter.cli.console import if_stopped, screen, write_json
from polesitter.cli.options import Html, Json, MaxChars, Model, check_one_form
from polesitter.cli.reading import extract_named, tell_set_aside
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from polesitter.records.extraction import Extraction
    from polesitter.review.stored import StoredReport
    from polesitter.types import ReportError


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
    html: Html = None,
    as_json: Json = False,
    model: Model = None,
    max_chars: MaxChars = None,
) -> None:
    """Show a report with everything found in it, or the grids of many.

    As HTML a report is one page that needs nothing else, and a folder is a small site, which
    takes the place of an earlier one in the same folder.

    [bold]Examples[/bold]

      polesitter show reports/a.txt              read now: text in colours, then the grid
      polesitter show out/                       what extract wrote
      polesitter show out/ --only '2024/*.txt'   some of it
      polesitter show reports/a.txt --html a.html
      polesitter show out/ --html site/
    """
    check_one_form(as_json, html)
    if html is not None:
        with if_stopped(f"stopped. {html} is unfinished: run again."):
            _write_html(path, html, only, model, max_chars)
    elif path.is_dir():
        from polesitter.review.stored import read_stored

        stored = read_stored(path, only)
        if only is not None and not stored:
            raise PolesitterError(_unmatched(path, only))
        _show_stored(stored, as_json)
    else:
        extractions, errors = extract_named(path, model, max_chars)
        _show_read(extractions, as_json)
        tell_set_aside(errors)


def _write_html(
    path: Path, html: Path, only: str | None, model: str | None, max_chars: int | None
) -> None:
    """Write one page, or a site where the name given is no page's."""
    if path.is_dir():
        _write_pages(path, html, *_stored(path, only))
        return
    extractions, errors = extract_named(path, model, max_chars)
    _write_pages(path, html, extractions, errors)
    tell_set_aside(errors)


def _write_pages(
    path: Path, html: Path, found: Iterable["Extraction"], errors: Sequence["ReportError"]
) -> None:
    from polesitter.review.page.files import is_page, write_page
    from polesitter.review.page.report_page import report_page
    from polesitter.review.page.site import INDEX, write_site

    if not is_page(html):
        written = write_site(html, found, errors)
        told = f"Wrote {_count(written.reports, 'report')}: open {html / INDEX}"
        if written.removed:
            told += f" ({_count(written.removed, 'page')} of an earlier site removed)"
        screen(stderr=True).print(told, soft_wrap=True)
        return
    extractions = list(found)
    if len(extractions) != 1:
        number = len(extractions)
        raise PolesitterError(Errors.E714.format(path=path, number=number, page=html))
    write_page(html, report_page(extractions[0]))
    screen(stderr=True).print(f"Wrote {html}", soft_wrap=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _stored(out: Path, only: str | None) -> tuple[Iterable["Extraction"], list["ReportError"]]:
    from polesitter.review.stored import errors_of
    from polesitter.review.stored_extractions import read_extractions

    if only is not None and not _sources(out, only):
        raise PolesitterError(_unmatched(out, only))
    return read_extractions(out, only), errors_of(out)


def _sources(out: Path, only: str) -> list[str]:
    from polesitter.review.stored import is_called, sources_of

    return [source for source in sources_of(out) if is_called(source, only)]


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
