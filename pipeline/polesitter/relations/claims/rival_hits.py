"""To whom else a slot pattern gives a team or car, as a sign of whose it is.

"Michelisz was ninth, but the reversed pole Borkovic got for Campos": a pattern pairs Campos with
Borkovic, which leaves it less to Michelisz.
"""

from collections.abc import Collection, Iterator
from typing import Final

from polesitter.relations.signs.family import Family, Part

MOST: Final = 2
"""Rivals beyond which their number tells no more."""


def _hit(key: tuple[bool, int, bool]) -> Iterator[str]:
    own, rivals, near = key
    yield f"hit own:{own} rivals:{rivals} near:{near}"


HIT: Final = Family(shapes=[_hit])


def hit_part(who: str, hit: Collection[str], *, near: bool) -> Part:
    """What it tells of a competitor that a pattern pairs its value with those who are `hit`.

    `near`: not from afar.
    """
    own = who in hit
    return HIT, (), ((own, min(MOST, len(hit) - own), near),)
