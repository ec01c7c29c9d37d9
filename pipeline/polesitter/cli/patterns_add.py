"""`polesitter patterns add`: one name or one slot pattern, looked at before it is written."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.console import complain, write_json
from polesitter.cli.options import Json, Model
from polesitter.cli.patterns_folder import PatternsFolder, chosen_folder, sentence_reader, told
from polesitter.errors import PolesitterError

if TYPE_CHECKING:
    from polesitter.learn.suggest.admit import Added


def add(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="What a name is of (driver, team, car, class, series, event, track), or the "
            "relation of a slot pattern (qualified, gap, drives_for and so on).",
        ),
    ],
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="The name as printed, or the slot pattern.")
    ],
    own_id: Annotated[
        str | None,
        typer.Option(
            "--id",
            metavar="ID",
            help="Its id: for another name of a known entity, that one's; made of the text if "
            "left out.",
            show_default=False,
        ),
    ] = None,
    example: Annotated[
        str | None,
        typer.Option(
            "--example",
            metavar="SENTENCE",
            help="A sentence that the slot pattern matches.",
            show_default=False,
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Option("--value", help="What the slot pattern states by itself, as no_time."),
    ] = None,
    source: Annotated[str, typer.Option("--source", help="Where it comes from.")] = "hand",
    folder: PatternsFolder = None,
    as_json: Json = False,
    model: Model = None,
) -> None:
    """Add a name to patterns/entities, or a slot pattern to patterns/relations.

    It is refused where it stands already, cannot be read, misses its example, or says what
    another pattern says; then nothing is written. docs/patterns.md tells how slot patterns
    are written.

    [bold]Examples[/bold]

      polesitter patterns add team "Calder Hill Racing"
      polesitter patterns add team "Calder Hill" --id team:calder-hill-racing
      polesitter patterns add qualified "{driver} shall <start> {position}"
      --example "Scott Dixon shall start third."
    """
    from polesitter.learn.suggest.known import FILE_OF

    chosen = chosen_folder(folder)
    if kind.upper() in FILE_OF:
        added = _add_name(chosen, kind.upper(), text, own_id, source)
    else:
        facts = {"example": example, "value": value, "source": source}
        added = _add_wording(chosen, kind, text, own_id, facts, model)
    if as_json:
        from polesitter.review.suggestion_values import added_values

        write_json(added_values([added]))
        return
    complain(told(chosen, added))
    complain("extraction follows when the model is built anew: make model")


def _add_name(folder: Path, label: str, text: str, own_id: str | None, source: str) -> "Added":
    from polesitter.learn.suggest.admit import add_name
    from polesitter.learn.suggest.ids import entity_id

    chosen = own_id or entity_id(label, text)
    return add_name(folder, {"label": label, "pattern": text, "id": chosen, "source": source})


def _add_wording(
    folder: Path,
    relation: str,
    pattern: str,
    own_id: str | None,
    facts: dict[str, str | None],
    model: str | None,
) -> "Added":
    from polesitter.learn.suggest.admit import add_wording
    from polesitter.learn.suggest.errors import Errors
    from polesitter.learn.suggest.ids import rule_id
    from polesitter.learn.suggest.known import FILE_OF
    from polesitter.learn.suggest.phrasebook import Phrasebook
    from polesitter.run.model import load

    book = Phrasebook(folder)
    relations = sorted({rule.relation for rule in book.rules.rules})
    if relation not in relations:
        labels = ", ".join(sorted(FILE_OF)).lower()
        raise PolesitterError(
            Errors.E673.format(kind=relation, labels=labels, relations=", ".join(relations))
        )
    if not facts["example"]:
        raise PolesitterError(Errors.E678)
    chosen = own_id or rule_id(relation, pattern, book.ids)
    entry = {"id": chosen, "relation": relation, "pattern": pattern}
    entry |= {name: fact for name, fact in facts.items() if fact is not None}
    return add_wording(folder, entry, sentence_reader(load(model)))
