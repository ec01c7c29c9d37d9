"""Whose turn it is in the telling when a competitor is first named, as signs of who has a record.

Results come first, from the front of the grid on; who is to relieve whom, who is absent and who
won last year are told in what is left of the report.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Family, Part, Shape

MOST_BEFORE, MOST_LEFT, MOST_PARAGRAPHS, TENTHS = 12, 8, 6, 10
"""Beyond these numbers tell the same; into how many parts a report is cut."""


def _counted(name: str) -> Shape:
    def shape(count: int) -> Iterator[str]:
        yield f"{name}:{count}"

    return shape


TURN: Final = Family(
    shapes=[_counted(name) for name in ("turn", "turns left", "paragraphs left", "tenth")]
)
"""How many are named before, how many with it and after, paragraphs after, the part of the text."""


def turns(frames: Sequence[Frame], first: Mapping[str, int]) -> Iterator[tuple[str, Part]]:
    """Each competitor, and where it is named first.

    `first`: competitor -> the sentence that names it first, in the order of telling.
    """
    last = max([frame.sentence.paragraph for frame in frames], default=0)
    for before, (who, number) in enumerate(first.items()):
        keys = (
            min(before, MOST_BEFORE),
            min(len(first) - before, MOST_LEFT),
            min(last - frames[number].sentence.paragraph, MOST_PARAGRAPHS),
            TENTHS * number // len(frames),
        )
        yield who, (TURN, (), keys)
