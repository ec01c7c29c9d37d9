"""What speaks for a step from one competitor's place to another's, as families of signs."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from polesitter.relations.ranks.steps import Telling
from polesitter.relations.signs.family import Each, Family, Part, Shape, Shapes, as_told

PARITIES = ("1", "odd", "even")
"""The pole, an odd place (inside of its row) or an even one: what a step may start from."""
WITHIN_WORDS = ("b:", "a:", "z:", "a2:", "z2:", "o1:", "t1:", "t2:", "hg:", "sg:")
"""Between the two, its ends; the sentence's opening; after the second; what governs each."""
ACROSS_WORDS = ("l:", "o:", "b:", "o2:", "b1:", "l1:")
"""The words before the later one, how they begin, the words after it."""
OFF: Final = "off "
"""Before all signs of a step over somebody who has no place."""


def parity_of(place: int) -> int:
    """The index in PARITIES of a place to step from."""
    return 0 if place == 1 else 1 if place % 2 else 2


class StepSigns:
    """How steps are told in one constellation of the two competitors."""

    def __init__(self, where: str, words: Sequence[str], shape: Shape) -> None:
        start = f"{where} "
        self.words = Family([(start + word,) for word in words], [_Started(start, shape), as_told])
        self.inside, self.around = Each([(f"{start}in:",)]), Each([(f"{start}by:",)])
        self.behind = Each([(f"{start}on:",)])
        self.ends = Family(shapes=[_Started(start, _ends)])
        self.of_parity = Family(shapes=[_Started(start, shape) for shape in OF_PARITY])
        self.off_shape = Family(shapes=[_Started(start, shape), _Started(start, _ends)]).after(OFF)
        self.off_inside = self.inside.after(OFF)
        self.off_parity = self.of_parity.after(OFF)
        self._parities: dict[Shapes, tuple[tuple[Part, ...], tuple[Part, ...]]] = {}

    def on(self, told: Telling, ends: "Ends") -> tuple[Part, ...]:
        """What speaks for a step from a competitor who has a place, whatever place that is."""
        return (
            (self.words, told.words, (told.shape, told.common)),
            (self.inside, told.first, ()),
            (self.around, told.second, ()),
            (self.behind, told.third, ()),
            (self.ends, (), ((*told.shape[:2], *ends),)),
        )

    def off(self, told: Telling, ends: "Ends") -> tuple[Part, ...]:
        """What speaks for a step over a competitor without a place, from the last who has one."""
        return (
            (self.off_shape, (), (told.shape, (*told.shape[:2], *ends))),
            (self.off_inside, told.first, ()),
        )

    def parities(self, told: Telling, ends: "Ends") -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """What each place that a step starts from says besides: from who has it, over others."""
        key = (*told.shape[:2], told.beside, ends[1])
        known = self._parities.get(key)
        if known is None:
            *near, second = key
            shapes = [
                tuple([(parity, second, word) for word in ("told", *near)])
                for parity in range(len(PARITIES))
            ]
            known = self._parities[key] = (
                tuple([(self.of_parity, (), shape) for shape in shapes]),
                tuple([(self.off_parity, (), shape) for shape in shapes]),
            )
        return known


Ends = tuple[int, int, str]
"""How surely the first, and the second, is told to have some place; whether of one class."""


class _Started:
    """Names the signs of a shape after what tells the constellation."""

    def __init__(self, start: str, shape: Shape) -> None:
        self.start, self.shape = start, shape

    def __call__(self, key: Any) -> Iterator[str]:
        for name in self.shape(key):
            yield self.start + name


def _ends(key: tuple[str, str, int, int, str]) -> Iterator[str]:
    apart, places, first, second, of_class = key
    yield from (f"class:{of_class}", f"u:{first} v:{second}", f"v:{second}")
    yield from (f"d:{apart} v:{second}", f"P:{places} v:{second}")


class _OfParity:
    """Names what one word tells of a step from a parity, alone and with how sure its end is."""

    def __init__(self, start: str) -> None:
        self.start = start

    def __call__(self, key: tuple[int, int, str]) -> Iterator[str]:
        parity, second, word = key
        name = f"of:{PARITIES[parity]} {self.start}{word}"
        yield from (name, f"{name} v:{second}")


OF_PARITY: Final = tuple([_OfParity(start) for start in ("", "d:", "P:", "w:")])
"""That there is a step; how far apart the two are; the places stated near; the word beside."""


def _within(key: tuple[str, str, str, str, bool]) -> Iterator[str]:
    apart, places, rank, heads, stop = key
    yield from ("told", f"d:{apart}", f"P:{places}", f"rank:{rank} of:{heads}", f"stop:{stop}")


def _across(key: tuple[str, str, int, bool, str, int, str]) -> Iterator[str]:
    apart, places, own, pronoun, heads, paragraphs, tail = key
    yield from ("told", f"n:{apart}", f"own:{own}", f"pronoun:{pronoun}", f"of:{heads}")
    yield from (f"para:{paragraphs}", f"P:{places}", f"tail:{tail}")


WITHIN: Final = StepSigns("in", WITHIN_WORDS, _within)
"""Between neighbours of one sentence."""
ACROSS: Final = {end: StepSigns(f"x {end}", ACROSS_WORDS, _across) for end in ("only", "last")}
"""From the only or the last competitor of an earlier sentence to the first of a later one."""


def _far(key: tuple[str, str, int, str]) -> Iterator[str]:
    kind, into, paragraphs, of_class = key
    yield from (kind, f"{kind} {into}", f"{kind} para:{paragraphs}", f"{kind} class:{of_class}")
    yield f"{kind} {into} para:{paragraphs}"


FAR: Final = Family(shapes=[_far])
"""Between any other two that follow each other, or two names of one."""
OFF_FAR: Final = FAR.after(OFF)
