"""`polesitter corpus check` and `stats`: are annotated reports in order, and how many."""

from pathlib import Path
from typing import Annotated

import typer

from polesitter.cli.console import screen, write_json
from polesitter.cli.options import Json
from polesitter.errors import Errors, PolesitterError

Folders = Annotated[list[Path], typer.Argument(metavar="DIR", help="Folders of annotated reports.")]


def check(folders: Folders, as_json: Json = False) -> None:
    """Check what a machine can check of corpus/GUIDE.md.

    Marks that parse, values that stand in the text, surnames left unmarked, keys and
    their order, one row per driver and class, doubles. Exits with 1 where there are errors.

    [bold]Example[/bold]

      polesitter corpus check corpus/train corpus/dev
    """
    from dataclasses import asdict

    from polesitter.learn.corpus_check.folders import check_folders

    _wanted(folders)
    findings = check_folders(folders)
    if as_json:
        write_json([asdict(finding) for finding in findings])
    else:
        from polesitter.review.terminal.corpus import findings_view

        screen().print(findings_view(findings), soft_wrap=True)
    raise typer.Exit(1 if any(one.severity == "error" for one in findings) else 0)


def stats(folders: Folders, as_json: Json = False) -> None:
    """Count reports, marks and cells by series group, label and field.

    [bold]Example[/bold]

      polesitter corpus stats corpus/train
    """
    from polesitter.learn.corpus import read_gold
    from polesitter.learn.corpus_stats import count

    _wanted(folders)
    counted = count(read_gold(folders))
    if as_json:
        from polesitter.review.corpus_values import stats_values

        write_json(stats_values(counted))
        return
    from polesitter.review.terminal.corpus import stats_view

    screen().print(stats_view(counted))


def _wanted(folders: list[Path]) -> None:
    for folder in folders:
        if not folder.is_dir() or not any(folder.glob("*.json")):
            raise PolesitterError(Errors.E707.format(path=folder))
