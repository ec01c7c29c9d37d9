"""What the commands that answer from tables are asked: of which sessions, and in what form."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.cli.answering import (
    Class,
    Csv,
    Event,
    Html,
    Limit,
    Patterns,
    Series,
    Track,
    Year,
    check_formats,
    choice,
    give,
)
from polesitter.cli.options import Json

if TYPE_CHECKING:
    from polesitter.analysis.answers.answer import Answer
    from polesitter.analysis.wanted import Wanted

Command = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Asked:
    """The options that these commands share, in the order in which help lists them."""

    series: Series = None
    event: Event = None
    track: Track = None
    year: Year = None
    car_class: Class = None
    as_csv: Csv = False
    as_json: Json = False
    html: Html = None
    limit: Limit = 20
    patterns: Patterns = None

    @property
    def on_screen(self) -> bool:
        """Whether the answer is for the terminal."""
        return not (self.as_csv or self.as_json or self.html)

    def wanted(self) -> "Wanted":
        """Return the choice of sessions.

        Raises PolesitterError (E722) where more than one form is asked for.
        """
        check_formats(self.as_csv, self.as_json, self.html)
        return choice(self.series, self.event, self.track, self.year, self.car_class, self.patterns)

    def give(self, answer: "Answer", out: Path) -> None:
        """Write an answer from the output folder `out` in the form asked for."""
        give(
            answer,
            out,
            as_csv=self.as_csv,
            as_json=self.as_json,
            html=self.html,
            limit=self.limit,
        )


def asking(*, limit: int, classes: bool = True) -> Callable[[Command], Command]:
    """Give a command the options of Asked, behind its own, in place of its parameter `asked`.

    `limit`: what --limit is if left out. `classes`: whether there is a --class.
    """

    def give_options(command: Command) -> Command:
        @wraps(command)
        def asked_command(**values: object) -> None:
            told = {name: values.pop(name) for name in shared}
            command(**values, asked=Asked(**told))  # type: ignore[arg-type]

        shared = {option.name: option for option in _options(limit, classes)}
        own = dict(inspect.signature(command).parameters)
        del own["asked"]
        # Typer makes its options of what a function says its parameters are.
        taken = inspect.Signature([*own.values(), *shared.values()])
        asked_command.__signature__ = taken  # type: ignore[attr-defined]
        return asked_command

    return give_options


def _options(limit: int, classes: bool) -> Iterator[inspect.Parameter]:
    for option in fields(Asked):
        if classes or option.name != "car_class":
            yield inspect.Parameter(
                option.name,
                inspect.Parameter.POSITIONAL_OR_KEYWORD,
                default=limit if option.name == "limit" else option.default,
                annotation=option.type,
            )
