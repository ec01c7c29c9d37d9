"""Articles that the model reads with confidence, as annotated reports for a retraining."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from polesitter.cli.articles import read_articles
from polesitter.cli.console import complain

SelfTrain = Annotated[
    list[Path] | None,
    typer.Option(
        "--self-train",
        metavar="ARTICLES",
        help="Articles that nobody annotated: those that the model in use reads with "
        "confidence are learned from too, as it reads them.",
        show_default=False,
    ),
]
AtLeast = Annotated[
    float,
    typer.Option(
        "--at-least",
        metavar="SHARE",
        min=0.0,
        max=1.0,
        help="With --self-train: the share of an article's cells that must be right, as the "
        "model expects.",
    ),
]


@contextmanager
def confident_folder(
    articles: Sequence[Path], at_least: float, model: Path | None
) -> Iterator[list[Path]]:
    """Yield a folder of annotated reports that lasts as long as the block; none for no report.

    `model`: the folder of the pipeline that reads; None for the one of polesitter.
    """
    if not articles:
        yield []
        return
    from polesitter.learn.suggest.self_training import confident_reports, write_confident
    from polesitter.run.model import load

    reports = read_articles(articles)
    with TemporaryDirectory() as folder:
        taught = confident_reports(load(model), reports, at_least)
        taught = write_confident(taught, Path(folder))
        for source, reason in taught.left_out.items():
            complain(f"{source}: left out of self-training: {reason}")
        complain(f"self-training: {len(taught.reports)} of {len(reports)} articles chosen")
        yield [Path(folder)] if taught.reports else []
