"""`polesitter export`: the tables as a database, CSV or JSON lines."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from polesitter.cli.answering import Out
from polesitter.cli.console import complain


class Format(StrEnum):
    """What the tables are written as."""

    duckdb = "duckdb"
    sqlite = "sqlite"
    csv = "csv"
    jsonl = "jsonl"


def export(
    out: Out,
    to: Annotated[Format, typer.Option("--to", help="What to write.")],
    target: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE|DIR",
            help="A file for a database, a folder otherwise; beside OUT if left out.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write all tables as one database, or as one file each.

    An earlier export in the same place is replaced. CSV cells that a spreadsheet would run
    as formulas get a quote in front. DuckDB needs the extra: pip install 'polesitter[duckdb]'

    [bold]Examples[/bold]

      polesitter export out/ --to duckdb
      polesitter export out/ --to csv -o tables/
    """
    from polesitter.analysis.export.target import export as write

    complain(f"all tables written to {write(out, to.value, target)}")
