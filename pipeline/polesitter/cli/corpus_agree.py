"""`polesitter corpus agree`: two annotators, or an annotator and a model, compared."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.console import complain, screen, write_json
from polesitter.cli.options import Json, Model
from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from polesitter.learn.corpus import GoldReport


def agree(
    one: Annotated[Path, typer.Argument(metavar="A", help="Folder of annotated reports.")],
    other: Annotated[
        Path | None,
        typer.Argument(
            metavar="B",
            help="The same reports by another annotator; the pipeline if left out.",
            show_default=False,
        ),
    ] = None,
    differences: Annotated[
        bool, typer.Option("--differences", "-d", help="List where they differ, with sentences.")
    ] = False,
    as_json: Json = False,
    model: Model = None,
) -> None:
    """Tell how far two annotators agree: by label, field and report.

    F1 of mentions (bounds and label alike), Cohen's kappa over tokens, B-cubed of
    references, F1 of cells with either side as the gold.

    [bold]Examples[/bold]

      polesitter corpus agree annotated/ann annotated/bo --differences
      polesitter corpus agree corpus/dev --model models/en_qualifying
    """
    from polesitter.learn.evaluate import read_answers
    from polesitter.learn.scoring.agreement import agree as compare

    if other is not None and model is not None:
        raise PolesitterError(Errors.E743)
    side_a = read_answers(one)
    side_b = _read_now(side_a, model) if other is None else read_answers(other)
    found = compare(side_a, side_b)
    name = "the pipeline" if other is None else other.as_posix()
    if not found.documents:
        raise PolesitterError(Errors.E742.format(one=one, other=name))
    if as_json:
        from polesitter.review.agreement_values import agreement_values

        write_json(agreement_values(found))
        return
    from polesitter.review.terminal.agreement import agreement_view

    for reason, ids in (
        (f"only in {one.as_posix()}", found.only_a),
        (f"only in {name}", found.only_b),
        ("left out, because the texts differ", found.other_text),
    ):
        if ids:
            complain(f"{reason}: {', '.join(ids)}")
    screen().print(agreement_view(found, differences=differences), soft_wrap=differences)


def _read_now(reports: "list[GoldReport]", model: str | None) -> "list[GoldReport]":
    from polesitter.learn.predicted import annotate
    from polesitter.run.model import load

    nlp = load(model)
    return [annotate(nlp, report) for report in reports if report.text]
