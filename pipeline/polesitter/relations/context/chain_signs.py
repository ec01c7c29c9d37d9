"""What speaks for a class (or segment) going on, ending or changing between two heads."""

from collections.abc import Iterator
from typing import Final

from polesitter.relations.reading.view import Sentence
from polesitter.relations.signs.family import Family, Part

WAYS: Final = ("nn", "nv", "vn", "vv", "vw")
"""From none to none, from none to a value, to none, on with the value, to another value."""
Step = tuple[str, bool, bool, str, str, str, bool]


def _step(key: Step) -> Iterator[str]:
    where, same, told, way, kind, last, named = key
    yield from ("", where, f"{where} told:{told}", f"way:{way}", f"{where} way:{way}")
    yield from (f"same:{same}", f"{where} same:{same}", f"told:{told} way:{way}")
    yield from (f"kind:{kind}", f"kind:{kind} {where}", f"last:{last}", f"{where} last:{last}")
    yield from (f"named:{named}", f"{where} named:{named}")


STEP: Final = Family(shapes=[_step])


def step_part(
    ends: tuple[Sentence, Sentence],
    same: bool,
    told: bool,
    places: tuple[int, int],
    last: str,
    named: bool,
) -> Part:
    """What is told of the step between two heads.

    `ends`: their sentences. `same`: whether they are one competitor's. `told`: whether
    another value is told between them. `places`: told last before, and nearest to the second
    head; 0 for none. `last`: kind of sentence and lead of the value told last before it. `named`:
    whether the second's sentence speaks of a class as such: "the class pole".
    """
    one, other = ends
    where = "new"
    if one.index == other.index:
        where = "sentence"
    elif one.paragraph == other.paragraph:
        where = "paragraph"
    key = (where, same, told, _way(*places), other.kind, last, named)
    return STEP, (), (key,)


def _way(before: int, own: int) -> str:
    """How a place follows the one told before."""
    if not before or not own:
        return "-"
    if own == 1:
        return "one"
    if own == before:
        return "equal"
    if own == before + 1:
        return "next"
    return "on" if own > before else "back"


class Goes:
    """Turns what is told of a step into what speaks for one way of it."""

    def __init__(self, way: str) -> None:
        self.family = STEP.after(f"{way} ")

    def __call__(self, part: Part) -> Part:
        """The part with all its signs after the name of the way."""
        _, words, shapes = part
        return self.family, words, shapes


GOES: Final = tuple(Goes(way) for way in WAYS)
