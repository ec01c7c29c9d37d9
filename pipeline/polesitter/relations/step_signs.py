"""What speaks for a step from one competitor to the next, as families of signs."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from polesitter.relations.signs import Each, Family, Shape

WAYS = ("on", "back")
"""Whether the source of a step is named before its target or after it."""
PARITIES = ("1", "odd", "even")
WITHIN_WORDS = ("b:", "a:", "z:", "a2:", "z2:", "o1:", "t1:", "t2:", "hg:", "sg:")
"""Between the two, its ends; the sentence's opening; after the second; what governs each."""
ACROSS_WORDS = ("l:", "o:", "b:", "o2:", "b1:", "l1:")
"""The words before the later one, how they begin, the words after it."""
PARITY_WORDS: Final = 3
"""How many of the words tell something else of the first, an odd and an even place."""


def parity(position: int) -> str:
    """The pole, an odd place (inside of its row) or an even one."""
    return "1" if position == 1 else "odd" if position % 2 else "even"


class Told:
    """How steps are told in one constellation of the two competitors."""

    def __init__(self, way: str, where: str, words: Sequence[str], shape: Shape, near: str) -> None:
        start = f"{way} {where} "
        self.by_parity = {
            kind: Family(
                _starts(words, start, f"of:{kind} {start}"),
                [_Shape(start, f"of:{kind} {start}", shape), _Common(way)],
            )
            for kind in PARITIES
        }
        self.first = Each([(f"{way} {near} in:",)])
        self.second = Each([(f"{way} {near} by:",)])


def _starts(words: Sequence[str], start: str, by_parity: str) -> list[tuple[str, ...]]:
    return [
        (start + word, by_parity + word) if place < PARITY_WORDS else (start + word,)
        for place, word in enumerate(words)
    ]


class _Shape:
    """Names the signs of a step's shape, those that hang on the parity too."""

    def __init__(self, start: str, by_parity: str, shape: Shape) -> None:
        self.start, self.by_parity, self.shape = start, by_parity, shape

    def __call__(self, key: tuple[Any, ...]) -> Iterator[str]:
        for name in self.shape(key):
            yield self.start + name
        apart, places = key[:2]
        for name in ("told", f"d:{apart}", f"P:{places}"):
            yield self.by_parity + name


class _Common:
    """Names the signs that all claims of the sentence share."""

    def __init__(self, way: str) -> None:
        self.way = way

    def __call__(self, names: tuple[str, ...]) -> Iterator[str]:
        for name in names:
            yield f"{self.way} {name}"


def _within(key: tuple[str, str, str, str, bool]) -> Iterator[str]:
    apart, places, rank, heads, stop = key
    yield from ("told", f"d:{apart}", f"P:{places}", f"rank:{rank} of:{heads}", f"stop:{stop}")


def _across(key: tuple[str, int, bool, str, int, int, str]) -> Iterator[str]:
    apart, own, pronoun, heads, paragraphs, places, tail = key
    yield from ("told", f"n:{apart}", f"own:{own}", f"pronoun:{pronoun}", f"of:{heads}")
    yield from (f"para:{paragraphs}", f"P:{places} own:{own}", f"tail:{tail}")


WITHIN: Final = {
    (way, back): Told(way, f"in{back}", WITHIN_WORDS, _within, f"in{back}")
    for way in WAYS
    for back in (1, 2)
}
"""By the way and how many competitors back, within one sentence."""
ACROSS: Final = {
    (way, back, end, rank): Told(way, f"x{back} {end} r{rank}", ACROSS_WORDS, _across, f"x{back}")
    for way in WAYS
    for back in (1, 2)
    for end in ("only", "last", "first")
    for rank in (0, 1)
}
"""By the way, how many sentences back, which of its competitors, and the later one's rank."""
