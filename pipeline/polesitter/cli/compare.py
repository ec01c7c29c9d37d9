"""`polesitter compare`: gains and losses between two readings of annotated reports."""

from pathlib import Path
from typing import Annotated

import typer

from polesitter.cli.console import complain, few, screen, write_json
from polesitter.cli.options import Json
from polesitter.errors import Errors, PolesitterError

READING = (
    "A model, an output folder of extract, a folder of records, or what "
    "[bold]evaluate --json[/bold] wrote."
)


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help=READING)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same, of what is to be better.")],
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Folder of annotated reports, as corpus/dev.")
    ],
    only: Annotated[
        str, typer.Option("--only", metavar="PREFIX", help="Only reports whose id begins so.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Tell cell by cell what was gained and lost, with the sentence that tells the value.

    Only reports that both have read are compared. The interval of the difference is drawn
    from 2,000 samples of them.

    [bold]Examples[/bold]

      polesitter evaluate corpus/dev --json > before.json
      polesitter compare before.json models/en_qualifying corpus/dev
    """
    from polesitter.learn.evaluate import read_answers
    from polesitter.learn.scoring.compare import compare as measure
    from polesitter.learn.sources import common_predictions

    answers = read_answers(gold, only=only)
    common, before, after = common_predictions(old, new, answers)
    number = f"{len(answers)} report{'' if len(answers) == 1 else 's'}"
    if not common:
        raise PolesitterError(Errors.E717.format(old=old, new=new, number=number, gold=gold))
    comparison = measure(common, before, after)
    left_out = [one.id for one in answers if one not in common]
    if left_out:
        complain(
            f"{len(left_out)} of {number} of {gold} left out, not read in both: {few(left_out)}"
        )
    if as_json:
        from polesitter.review.comparison_values import comparison_values

        write_json(comparison_values(comparison))
        return
    from polesitter.review.terminal.comparison import comparison_view

    screen().print(comparison_view(comparison))
