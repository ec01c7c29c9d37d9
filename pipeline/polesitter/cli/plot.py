"""`polesitter plot`: charts as PNG, SVG or HTML."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.answering import Class, Event, Out, Patterns, Series, Track, Year, choice
from polesitter.cli.console import complain
from polesitter.cli.poles import By

if TYPE_CHECKING:
    from polesitter.analysis.charts.theme import Spec
    from polesitter.analysis.wanted import Wanted


class Chart(StrEnum):
    """What is drawn."""

    grid = "grid"
    poles = "poles"
    gaps = "gaps"
    confidence = "confidence"
    coverage = "coverage"


def plot(
    out: Out,
    kind: Annotated[Chart, typer.Argument(metavar="CHART", help="What to draw.")] = Chart.grid,
    to: Annotated[
        Path,
        typer.Option("--to", "-o", metavar="FILE", help="A .png, .svg or .html file."),
    ] = Path("plot.png"),
    by: Annotated[By, typer.Option("--by", help="What poles are counted by.")] = By.driver,
    series: Series = None,
    event: Event = None,
    track: Track = None,
    year: Year = None,
    car_class: Class = None,
    scale: Annotated[
        float, typer.Option("--scale", metavar="N", min=0.5, max=8, help="Sharpness of a PNG.")
    ] = 2.0,
    patterns: Patterns = None,
) -> None:
    """Draw the grid of a session with its gaps, pole counts, gaps, confidence or coverage.

    Where several sessions fit, the grid drawn is the one with the most gaps told. Needs the
    extra: pip install 'polesitter[plot]'

    [bold]Examples[/bold]

      polesitter plot out/ grid --event "dutch grand prix" -o grid.png
      polesitter plot out/ poles --by team --year 2024 -o poles.svg
      polesitter plot out/ gaps -o gaps.html
    """
    from polesitter.analysis.charts.draw import check_path, draw

    check_path(to)
    wanted = choice(series, event, track, year, car_class, patterns)
    draw(_spec(out, kind, by, wanted), to, scale)
    complain(f"{kind.value} drawn in {to}")


def _spec(out: Path, kind: Chart, by: By, wanted: "Wanted") -> "Spec":
    from polesitter.analysis.charts.choose import chart_of
    from polesitter.analysis.source import load_told

    spec, note = chart_of(kind.value, load_told(out, wanted), wanted, by.value)
    if note:
        complain(note)
    return spec
