"""Classes told late: "Lee took the pole", and paragraphs later that it all was of Grand Sport.

Who is named first is told furthest from the class's name, so its class is the least sure,
though it leads the very order that the class is told of.
"""

from collections.abc import Sequence
from typing import Final

from polesitter.records.draft import Choice
from polesitter.records.row import Row, by_place
from polesitter.records.told import Shares

POSSIBLE: Final = 0.05
"""How probable the class must be for the pole of an order without one."""


def set_late_classes(rows: Sequence[Row], shares: Shares) -> None:
    """Give the polesitter of no class the class that has a second and no first; places come first.

    `shares`: competitor -> the classes it may be told under. Nothing is done where an order
    of no class has a second of its own, or where two classes lack their first.
    """
    placed = by_place(rows)
    classless = placed.pop(None, {})
    headless = [name for name, places in placed.items() if 2 in places and 1 not in places]
    if len(headless) != 1 or 1 not in classless or 2 in classless:
        return
    row = classless[1]
    for told in shares.get(row.draft.competitor, ()):
        if told[0] == headless[0] and told[1] >= POSSIBLE:
            row.fields["class"] = Choice(*told)
