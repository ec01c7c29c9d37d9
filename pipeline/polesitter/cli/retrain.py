"""`polesitter retrain`: learn from new annotated reports, if that makes nothing worse."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from polesitter.cli.console import complain, screen, write_json
from polesitter.cli.options import Json
from polesitter.cli.self_training import AtLeast, SelfTrain, confident_folder
from polesitter.run.stopped import INTERRUPTED

REFUSED = 1
"""The exit code where the old model stays because the new one is worse."""


def default_jobs() -> int:
    """Two models at a time where there are two cores."""
    return min(2, os.cpu_count() or 1)


def retrain(
    new: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="NEW",
            help="Annotated reports: folders of <id>.txt and <id>.json as review writes them, "
            "exports of Prodigy (.jsonl) or Label Studio (.json).",
            show_default=False,
        ),
    ] = None,
    corpus: Annotated[
        Path, typer.Option("--corpus", metavar="DIR", help="What was learned from so far.")
    ] = Path("corpus"),
    patterns: Annotated[
        Path, typer.Option("--patterns", metavar="DIR", help="Names and slot patterns.")
    ] = Path("patterns"),
    models: Annotated[
        Path, typer.Option("--models", metavar="DIR", help="The models and their config.cfg.")
    ] = Path("models"),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would come of it; change nothing.")
    ] = False,
    keep_anyway: Annotated[
        str | None,
        typer.Option(
            "--keep-anyway",
            metavar="REASON",
            help="Use the new model even if it is worse; the reason is kept with it.",
            show_default=False,
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            metavar="N",
            min=1,
            help="Models built at a time, each on one core.",
            show_default="2, or 1 on one core",
        ),
    ] = None,
    self_train: SelfTrain = None,
    at_least: AtLeast = 0.9,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="DIR",
            help="Write report.html, report.md and their charts there.",
            show_default=False,
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Learn names, patterns and weights from new annotated reports.

    Old and new model are compared on reports that neither was taught: dev and a sixth of
    the other sessions. The new one is used if the total does not fall, and no series
    group or field does (5 %, Holm). Then reports go to corpus/added, and what was learned to
    patterns/. Exits with 1 where the old model stays.

    [bold]Examples[/bold]

      polesitter retrain reviewed/ --dry-run
      polesitter retrain reviewed/ export.jsonl --report out/retraining
      polesitter retrain --self-train season/ --at-least 0.85
    """
    from polesitter.learn.retrain.recipe import project_workshop
    from polesitter.learn.retrain.retrain import Folders, Wishes
    from polesitter.learn.retrain.retrain import retrain as learn
    from polesitter.run.model import NAME

    if not new and not self_train:
        raise typer.BadParameter("name annotated reports, or articles with --self-train")
    folders = Folders(corpus, patterns, models)
    with (
        _telling_what_is_used(models / NAME),
        confident_folder(self_train or [], at_least, models / NAME) as confident,
    ):
        outcome = learn(
            [*(new or []), *confident],
            folders,
            project_workshop(models),
            complain,
            Wishes(dry_run, keep_anyway, jobs or default_jobs()),
        )
    if report is not None:
        from polesitter.analysis.retraining.write import write_report
        from polesitter.learn.retrain.history import read_history
        from polesitter.learn.retrain.store import ModelStore

        written = write_report(report, outcome, read_history(ModelStore(models).history))
        complain(f"the report is {written[0]}")
    if as_json:
        from polesitter.review.outcome_values import outcome_values

        write_json(outcome_values(outcome))
    else:
        from polesitter.review.terminal.retraining import outcome_view

        screen().print(outcome_view(outcome), soft_wrap=True)
    raise typer.Exit(REFUSED if outcome.verdict == "refused" else 0)


@contextmanager
def _telling_what_is_used(model: Path) -> Iterator[None]:
    """Tell at Ctrl-C which model is in use: the old one, but for the last moments."""
    before = _meta(model)
    try:
        yield
    except KeyboardInterrupt as stop:
        if _meta(model) == before:
            complain("stopped. The old model stays in use, and nothing was learned.")
        else:
            complain("stopped. The new model is in use already; the next retrain does the rest.")
        raise typer.Exit(INTERRUPTED) from stop


def _meta(model: Path) -> bytes | None:
    meta = model / "meta.json"
    return meta.read_bytes() if meta.is_file() else None
