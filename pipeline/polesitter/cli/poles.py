"""`polesitter poles`: who took how many poles."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from polesitter.cli.answering import Out
from polesitter.cli.asked import Asked, asking

if TYPE_CHECKING:
    from polesitter.analysis.answers.answer import Answer
    from polesitter.analysis.wanted import Wanted


class By(StrEnum):
    """What poles are counted by."""

    driver = "driver"
    team = "team"
    manufacturer = "manufacturer"
    series = "series"


@asking(limit=30)
def poles(
    out: Out,
    asked: Asked,
    by: Annotated[By, typer.Option("--by", help="What to count by.")] = By.driver,
) -> None:
    """Count poles, each session and class once.

    [bold]Examples[/bold]

      polesitter poles out/
      polesitter poles out/ --by team --series imsa --year 2024
    """
    wanted = asked.wanted()
    answer = _answer(out, by, wanted)
    asked.give(answer, out)


def _answer(out: Out, by: By, wanted: "Wanted") -> "Answer":
    from polesitter.analysis.answers.questions import poles_answer
    from polesitter.analysis.grids import grids
    from polesitter.analysis.pole_counts import count_poles, names_of, pole_places
    from polesitter.analysis.pole_rows import FirstPlaces
    from polesitter.analysis.source import load_names, load_told

    made = grids(load_told(out, FirstPlaces(wanted)), wanted, load_names(out, wanted))
    counted = count_poles(made, by.value, wanted.aliases)
    told = pole_places(made)
    named = sum(any(names_of(place, by.value, wanted.aliases)) for place in told)
    return poles_answer(counted, by.value, named, len(told))
