"""What the commands that answer from tables share: options, the choice of sessions, output."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.console import screen, write_json
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from polesitter.analysis.answers.answer import Answer
    from polesitter.analysis.wanted import Wanted

GARBAGE = 1_000_000
"""Objects made before Python looks for garbage."""

SERIES_TOLD = 12

Out = Annotated[Path, typer.Argument(metavar="OUT", help="The output folder of extract.")]
Series = Annotated[
    str | None,
    typer.Option(
        "--series",
        metavar="NAME",
        help="Only this series; any of its words, or a spelling in patterns/.",
        show_default=False,
    ),
]
Event = Annotated[
    str | None,
    typer.Option("--event", metavar="NAME", help="Only this event.", show_default=False),
]
Track = Annotated[
    str | None,
    typer.Option("--track", metavar="NAME", help="Only this track.", show_default=False),
]
Year = Annotated[
    int | None,
    typer.Option("--year", metavar="YEAR", help="Only sessions of this year.", show_default=False),
]
Class = Annotated[
    str | None,
    typer.Option("--class", metavar="NAME", help="Only this class.", show_default=False),
]
Csv = Annotated[bool, typer.Option("--csv", help="Write CSV, all columns.")]
Html = Annotated[
    Path | None,
    typer.Option("--html", metavar="PAGE", help="Write an HTML page.", show_default=False),
]
Patterns = Annotated[
    Path | None,
    typer.Option(
        "--patterns",
        metavar="DIR",
        help="The patterns folder that knows spellings; the one of polesitter if left out.",
        show_default=False,
    ),
]
Limit = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, help="Show at most N in the terminal.")
]


def choice(
    series: str | None,
    event: str | None,
    track: str | None,
    year: int | None,
    car_class: str | None,
    patterns: Path | None,
) -> "Wanted":
    """Return the choice of sessions that the options make.

    From here on the process makes rows by the hundred thousand and then ends: looking for
    garbage among them time and again would take a quarter of it.
    """
    gc.set_threshold(GARBAGE)
    from polesitter.analysis.frames import wanted_sessions

    return wanted_sessions(
        series=series, event=event, track=track, year=year, car_class=car_class, patterns=patterns
    )


def check_formats(as_csv: bool, as_json: bool, html: Path | None) -> None:
    """Raise PolesitterError (E722) where more than one format is asked for."""
    if sum((as_csv, as_json, html is not None)) > 1:
        raise PolesitterError(Errors.E722.format(options="--csv, --json and --html"))


def give(
    answer: "Answer",
    out: Path,
    *,
    as_csv: bool,
    as_json: bool,
    html: Path | None,
    limit: int = 20,
) -> None:
    """Write an answer from the output folder `out` as asked; to the terminal otherwise."""
    if as_csv:
        from polesitter.analysis.answers.machine import csv_text

        typer.echo(csv_text(answer), nl=False)
    elif as_json:
        from polesitter.analysis.answers.machine import plain_rows

        write_json(plain_rows(answer))
    elif html is not None:
        from polesitter.analysis.answers.page import answer_page
        from polesitter.review.page.files import write_page

        write_page(html, answer_page(answer))
        screen(stderr=True).print(f"Wrote {html}", soft_wrap=True)
    elif not answer.rows and (none := no_rows(out)):
        screen().print(none, markup=False, soft_wrap=True)
    else:
        from polesitter.analysis.answers.terminal import answer_view

        screen().print(answer_view(answer, limit))
        if not answer.rows:
            tell_series(out)


def no_rows(out: Path) -> str | None:
    """Say that an output folder has no rows to choose from; None where it has some."""
    from polesitter.records.dataset.open import open_dataset

    tables = open_dataset(out).manifest.tables
    reports, results = (
        sum(part.rows for part in tables[name].values()) for name in ("reports", "results")
    )
    if results:
        return None
    told = "none of its reports tells a result" if reports else "it holds no reports"
    return f"No rows in {out}: {told}."


def tell_series(out: Path) -> None:
    """Name the series of an output folder, for who asked for one that is not there."""
    from polesitter.analysis.frames import read

    found = sorted(read(out, "reports", ["series"])["series"].dropna().unique())
    if found:
        more = f" and {len(found) - SERIES_TOLD} more" if len(found) > SERIES_TOLD else ""
        screen().print(f"Series here: {', '.join(found[:SERIES_TOLD])}{more}", markup=False)
