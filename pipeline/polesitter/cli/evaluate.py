"""`polesitter evaluate`: the pipeline, or finished predictions, against annotated reports."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.console import screen, write_json
from polesitter.cli.options import Json, Model
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from collections.abc import Callable

    from polesitter.learn.corpus import GoldReport
    from polesitter.learn.predictions import Prediction


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Folder of annotated reports, as corpus/dev.")
    ],
    pred: Annotated[
        Path | None,
        typer.Option(
            "--pred",
            metavar="OUT",
            help="Output folder of extract, or a folder of records; if left out, the pipeline "
            "reads the texts now.",
            show_default=False,
        ),
    ] = None,
    by_group: Annotated[
        bool, typer.Option("--by-group", help="Tell each series group by itself too.")
    ] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List every wrong row and cell.")
    ] = False,
    every: Annotated[
        int,
        typer.Option("--every", metavar="N", min=0, help="Only reports whose number N divides."),
    ] = 0,
    only: Annotated[
        str, typer.Option("--only", metavar="PREFIX", help="Only reports whose id begins so.")
    ] = "",
    as_json: Json = False,
    model: Model = None,
) -> None:
    """Score rows, cells, session facts and mentions against annotated reports.

    A row is right where it is of the same competitor; a cell where row, field and value
    agree; a mention where both bounds and the label do.

    [bold]Examples[/bold]

      polesitter evaluate corpus/dev --by-group
      polesitter evaluate corpus/dev --pred out/ --errors --only indy
    """
    from polesitter.learn.evaluate import evaluate as score
    from polesitter.learn.evaluate import read_answers

    answers = read_answers(gold, only=only, every=every)
    evaluation = score(answers, _stored(pred) if pred is not None else _pipeline(gold, model))
    if as_json:
        from polesitter.review.evaluation_values import evaluation_values

        write_json(evaluation_values(evaluation))
        return
    from polesitter.review.terminal.evaluation import evaluation_view

    screen().print(evaluation_view(evaluation, by_group=by_group, errors=errors))


def _stored(pred: Path) -> "Callable[[GoldReport], Prediction]":
    from polesitter.learn.predictions import Prediction, read_predictions

    found = read_predictions(pred)

    def look_up(gold: "GoldReport") -> "Prediction":
        return found.get(gold.id, Prediction())

    return look_up


def _pipeline(folder: Path, model: str | None) -> "Callable[[GoldReport], Prediction]":
    from polesitter.learn.predictions import predict
    from polesitter.run.model import load

    nlp = load(model)

    def read_now(gold: "GoldReport") -> "Prediction":
        if not gold.text:
            path, marked = folder / f"{gold.id}.json", f"{gold.id}.txt"
            raise PolesitterError(Errors.E708.format(path=path, marked=marked))
        return predict(nlp, gold)

    return read_now
