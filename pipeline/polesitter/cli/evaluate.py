"""`polesitter evaluate`: the pipeline, or finished predictions, against annotated reports."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.console import complain, few, if_stopped, screen, write_json
from polesitter.cli.options import Json, Model
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


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
    stages: Annotated[
        bool,
        typer.Option(
            "--stages", help="Tell each stage: references, relations, framing, facts, scores."
        ),
    ] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="Tell at which stage cells are lost, by field.")
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="List every wrong cell too, with its stage.")
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
    agree; a mention where both bounds and the label do. Framing and further facts are
    scored where the folder framing/ beside GOLD tells them.

    [bold]Examples[/bold]

      polesitter evaluate corpus/test --stages --by-group
      polesitter evaluate corpus/dev --pred out/ --list --only indy
    """
    from polesitter.learn.evaluate import evaluate as score
    from polesitter.learn.evaluate import read_answers
    from polesitter.learn.framing_gold import framing_of
    from polesitter.learn.predictions import read_predictions
    from polesitter.learn.sources import LookUp, reader_of

    answers = read_answers(gold, only=only, every=every)
    found = None if pred is None else read_predictions(pred)
    if pred is not None and found is not None:
        _tell_missing([one.id for one in answers], found, gold, pred)
    framing = framing_of(answers, gold.resolve().parent)
    if found is None:
        _tell_taught(gold)
    predict = reader_of(model) if found is None else LookUp(found)
    with if_stopped("stopped. Nothing was scored; --only and --every choose fewer reports."):
        evaluation = score(answers, predict, framing)
    if as_json:
        from polesitter.review.evaluation_values import evaluation_values

        write_json(evaluation_values(evaluation))
        return
    from polesitter.review.terminal.evaluation import evaluation_view
    from polesitter.review.terminal.losses import causes_table, losses_view

    console = screen()
    if listed:
        console.print(losses_view(evaluation.lost))
    console.print(evaluation_view(evaluation, by_group=by_group, stages=stages))
    if (errors or listed) and evaluation.lost:
        console.print()
        console.print(causes_table(evaluation.lost))


def _tell_taught(gold: Path) -> None:
    """Say so where a model made of this corpus has been taught the reports that judge it."""
    from polesitter.learn.taught_parts import TAUGHT

    part = gold.resolve()
    if part.parent.name == "corpus" and part.name in TAUGHT:
        complain(
            f"{gold}: a model is taught these reports, so the figures flatter it; "
            "corpus/test is taught to none."
        )


def _tell_missing(ids: "Sequence[str]", found: "Collection[str]", gold: Path, pred: Path) -> None:
    """Complain of reports of which nothing stands in `pred`; they count as read empty.

    Raises PolesitterError (E716) where that are all of them.
    """
    missing = [name for name in ids if name not in found]
    number = f"{len(ids)} report{'' if len(ids) == 1 else 's'}"
    if len(missing) == len(ids):
        told = {"path": pred, "number": number, "gold": gold, "example": missing[0]}
        raise PolesitterError(Errors.E716.format(**told, held=few(sorted(found))))
    if missing:
        complain(
            f"{len(missing)} of {number} of {gold} not in {pred}, counted as read empty: "
            f"{few(missing)}"
        )
