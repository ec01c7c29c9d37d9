"""The options of `polesitter extract`."""

from typing import Annotated

import typer

AGAIN = "What is read again"
WORK = "Who does the work"

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS",
        help="Folders, files, quoted patterns (.txt .md .html .pdf .jsonl .parquet) or URLs; "
        "- for standard input.",
    ),
]
Out = Annotated[
    str,
    typer.Option(
        "--out", "-o", metavar="OUT", help="Folder or URL for the tables, made if needed."
    ),
]
Root = Annotated[
    str | None,
    typer.Option(
        "--root",
        metavar="DIR",
        help="Sources are told from here; from the inputs' common folder if left out.",
        show_default=False,
    ),
]
NoText = Annotated[bool, typer.Option("--no-text", help="Leave the texts out of the tables.")]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="P",
        min=0.0,
        max=1.0,
        help="Leave cells empty that are less likely right than this, 0 to 1.",
    ),
]
Parts = Annotated[
    int | None,
    typer.Option(
        "--parts",
        metavar="N",
        min=1,
        max=9999,
        help="Files per table of a new dataset: one per 10,000 reports or so.",
        show_default="16",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Tell nothing but errors.")]

Force = Annotated[bool, typer.Option("--force", help="Read all again.", rich_help_panel=AGAIN)]
RetryErrors = Annotated[
    bool,
    typer.Option("--retry-errors", help="Read again what failed before.", rich_help_panel=AGAIN),
]
Prune = Annotated[
    bool,
    typer.Option(
        "--prune",
        help="Drop the rows of reports that are not among the inputs any more.",
        rich_help_panel=AGAIN,
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Only tell what would be read.", rich_help_panel=AGAIN)
]
Watch = Annotated[
    bool,
    typer.Option(
        "--watch", help="Go on until Ctrl-C, reading what changes.", rich_help_panel=AGAIN
    ),
]

Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        "-w",
        metavar="N",
        min=1,
        help="Processes; as many as pay off if left out.",
        show_default=False,
        rich_help_panel=WORK,
    ),
]
Engine = Annotated[
    str,
    typer.Option(
        "--engine", metavar="local|dask", help="What runs the processes.", rich_help_panel=WORK
    ),
]
Scheduler = Annotated[
    str,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="Dask's: tcp://HOST:PORT, or local for workers on this machine.",
        rich_help_panel=WORK,
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=0.1,
        help="What a worker process may take for one report.",
        show_default="120",
        rich_help_panel=WORK,
    ),
]
Wait = Annotated[
    float,
    typer.Option(
        "--wait",
        metavar="SECONDS",
        min=0,
        help="How long to wait for another run that writes to OUT.",
        rich_help_panel=WORK,
    ),
]
