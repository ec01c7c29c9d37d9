"""What the name of a car tells by itself: how long it is, and among how many it stands.

A make alone ("the Hondas had led") is told in passing more often than a model is; a report that
names one car only may tell it of everybody or of nobody.
"""

from collections.abc import Iterator
from typing import Final

from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Family, Part
from polesitter.text.normal import normal
from polesitter.text.plural import singular

Name = frozenset[str]
"""The words of a car in the singular."""
LONGEST: Final = 4
"""Words beyond which their number tells no more."""
FEW, SOME = 4, 8
"""How many different cars are counted one by one, and how many are some."""
EVENTS: Final = frozenset({"SERIES", "EVENT"})


def _car(key: tuple[int, int, bool, str]) -> Iterator[str]:
    length, many, in_series, how = key
    for told in (f"car words:{length}", f"car of:{many}"):
        yield from (told, f"{told} {how}")
    yield f"car in series:{in_series}"


CAR: Final = Family(shapes=[_car])


class CarNames:
    """The cars of a report.

    `names`: mention -> words; `many`: how many different ones there are; `series`: the words
    of its series and events.
    """

    def __init__(self, view: View) -> None:
        self.names: dict[int, Name] = {}
        self.series: set[str] = set()
        for index, mention in enumerate(view.mentions):
            if mention.label == "CAR":
                self.names[index] = frozenset(singular(normal(mention.text)).split())
            elif mention.label in EVENTS:
                self.series.update(normal(mention.text).split())
        self.many = _grade(len(set(self.names.values())))

    def part(self, mention: int, how: str) -> Part:
        """What the name of a car tells; `how`: where the competitor is named."""
        name = self.names[mention]
        in_series = not self.series.isdisjoint(name)
        return CAR, (), ((min(len(name), LONGEST), self.many, in_series, how),)


def _grade(count: int) -> int:
    """A number of cars, up to `FEW` as it is."""
    return count if count < FEW else FEW if count < SOME else FEW + 1
