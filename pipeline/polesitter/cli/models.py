"""`polesitter models`: which models are kept, going back to one, what lies between two."""

from pathlib import Path
from typing import Annotated

import typer

from polesitter.cli.console import complain, screen, write_json
from polesitter.cli.options import Json

models = typer.Typer(help="List, choose and compare models.", no_args_is_help=True)

Models = Annotated[Path, typer.Option("--models", metavar="DIR", help="The folder of models.")]


@models.callback()
def _group() -> None:
    """List, choose and compare models."""


@models.command("list")
def list_models(folder: Models = Path("models"), as_json: Json = False) -> None:
    """List the models that are kept, with what they were learned from and their scores.

    The scores are of models built without the reports that they were measured on.

    [bold]Example[/bold]

      polesitter models list
    """
    from polesitter.learn.retrain.store import ModelStore

    listed = ModelStore(folder).listed()
    if as_json:
        told = [
            {"name": model.name, "in_use": in_use, "learning": model.learning}
            for model, in_use in listed
        ]
        write_json(told)
        return
    from polesitter.review.terminal.models import models_view

    screen().print(models_view(listed))


@models.command()
def use(
    version: Annotated[str, typer.Argument(metavar="VERSION", help="As models list has it.")],
    folder: Models = Path("models"),
) -> None:
    """Use a model that is kept; the one in use until now is kept too.

    Corpus and patterns stay as they are.

    [bold]Example[/bold]

      polesitter models use 0.1.0
    """
    from polesitter.learn.retrain.promotion import recover
    from polesitter.learn.retrain.store import ModelStore

    store = ModelStore(folder)
    store.find(version)
    with store.locked():
        recover(store)
        chosen = store.use(version)
    complain(f"model {chosen.version} is in use")


@models.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A version, as models list has it.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Another one.")],
    folder: Models = Path("models"),
    as_json: Json = False,
) -> None:
    """Tell what changed between two models: names, slot patterns, weights, scores.

    [bold]Example[/bold]

      polesitter models diff 0.1.0 0.1.1
    """
    from polesitter.learn.retrain.model_diff import diff_models
    from polesitter.learn.retrain.store import ModelStore

    store = ModelStore(folder)
    found = diff_models(store.find(old), store.find(new))
    if as_json:
        from dataclasses import asdict

        write_json(asdict(found))
        return
    from polesitter.review.terminal.models import diff_view

    screen().print(diff_view(found), soft_wrap=True)
