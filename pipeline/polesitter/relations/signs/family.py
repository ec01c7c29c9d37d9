"""Signs: what speaks for or against a claim, as few keys, spelled out only when asked for.

A family is a set of signs that are told together. Naming them ("hv a:ahead", "hv d:2")
is what training and explanations need; scoring looks the bare keys ("ahead", 2) up in
tables that a Weigher makes from the same family. So what is scored is what was trained.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from sys import intern
from typing import Any, Final

Shape = Callable[[Any], Iterable[str]]
"""Names the signs of one key out of a small set: counts, orders, flags."""


class Family:
    """Signs told together: by words, open to any vocabulary, and by shapes, of small sets.

    `words`: for each word key the texts it is written after ("hv a:" and "hv near a:" for
    one key); `shapes`: for each shape key what names it. `prefix` stands before all names.
    """

    __slots__ = ("_after", "prefix", "shapes", "words")

    def __init__(
        self,
        words: Sequence[tuple[str, ...]] = (),
        shapes: Sequence[Shape] = (),
        prefix: str = "",
    ) -> None:
        self.words = tuple(words)
        self.shapes = tuple(shapes)
        self.prefix = prefix
        self._after: dict[str, Family] = {}

    def after(self, prefix: str) -> "Family":
        """The same signs with all their names after `prefix`; one family for each prefix."""
        if prefix not in self._after:
            self._after[prefix] = type(self)(self.words, self.shapes, prefix + self.prefix)
        return self._after[prefix]

    def names(self, words: Iterable[str | None], shapes: Iterable[Hashable]) -> list[str]:
        """The signs of the keys; a key that is None tells nothing."""
        told = [
            start + word
            for starts, word in zip(self.words, words, strict=True)
            for start in starts
            if word is not None
        ]
        for shape, key in zip(self.shapes, shapes, strict=True):
            if key is not None:
                told.extend(shape(key))
        return [self.prefix + name for name in told]


class Each(Family):
    """A family with one sign for each of any number of words, in no order."""

    __slots__ = ()

    def names(self, words: Iterable[str | None], shapes: Iterable[Hashable]) -> list[str]:
        """The signs of the words, sorted."""
        ((start,),) = self.words
        return sorted(f"{self.prefix}{start}{word}" for word in words)


Words = Collection[str | None]
Shapes = tuple[Hashable, ...]
Part = tuple[Family, Words, Shapes]
"""Signs of one family: a key for each of its words and shapes."""


PLAIN: Final = Each([("",)])
"""Signs given by their full names."""


def plain(*names: str) -> Part:
    """Signs by their names."""
    return PLAIN, names, ()


def names_of(parts: Iterable[Part]) -> list[str]:
    """The names of all signs of some parts."""
    return [intern(name) for family, words, shapes in parts for name in family.names(words, shapes)]


def as_told(names: tuple[str, ...]) -> tuple[str, ...]:
    """The shape whose key is its names."""
    return names
