"""`polesitter explain`: why each value is what it is, and why others are missing."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.console import screen, write_json
from polesitter.cli.options import HtmlPage, Json, MaxChars, Model, check_one_form
from polesitter.cli.reading import read_named, tell_set_aside
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from polesitter.review.explain_report import ReportExplanation


def explain(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A report; - for standard input.")],
    driver: Annotated[
        str | None,
        typer.Option(
            "--driver",
            "-d",
            metavar="NAME",
            help="Only this driver: full name, surname or part of it.",
            show_default=False,
        ),
    ] = None,
    html: HtmlPage = None,
    as_json: Json = False,
    model: Model = None,
    max_chars: MaxChars = None,
) -> None:
    """Tell for every field which words prove it, which rule read them and with what weight.

    For an empty field it tells what came closest, and why it was not taken; for a driver who
    is named and has no row, why there is none.

    [bold]Examples[/bold]

      polesitter explain reports/a.txt --driver Hamilton
      polesitter explain reports/a.txt --html why.html
      polesitter explain reports/a.txt --json
    """
    from polesitter.review.explain_report import explain_reports
    from polesitter.run.model import load

    check_one_form(as_json, html)
    named = read_named(path, max_chars)
    explained = explain_reports(load(model), named.reports, driver)
    if as_json:
        from polesitter.review.explanation_values import report_explanation_values

        write_json([report_explanation_values(one) for one in explained])
    elif html is not None:
        _write_html(path, html, explained)
    else:
        _print(explained, with_session=driver is None)
    tell_set_aside(named.errors)


def _print(explained: Sequence["ReportExplanation"], *, with_session: bool) -> None:
    from polesitter.review.terminal.explanation import report_explanation_view

    console = screen()
    colour = console.is_terminal and not console.no_color
    for one in explained:
        console.print(
            report_explanation_view(
                one, colour=colour, with_session=with_session and bool(one.rows)
            )
        )


def _write_html(path: Path, html: Path, explained: Sequence["ReportExplanation"]) -> None:
    from polesitter.review.page.explain_page import explain_page
    from polesitter.review.page.files import is_page, write_page

    if len(explained) != 1 or not is_page(html):
        number = f"{len(explained)} report{'' if len(explained) == 1 else 's'}"
        raise PolesitterError(Errors.E715.format(path=path, number=number, page=html))
    write_page(html, explain_page(explained[0]))
    screen(stderr=True).print(f"Wrote {html}", soft_wrap=True)
