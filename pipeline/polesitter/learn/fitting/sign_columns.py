"""Columns of a table for signs, which are told by their names or by their keys.

Most keys are told again and again. What a key names is spelled out when it is first told, as
by a Weigher, which scores by the same keys.
"""

from collections.abc import Hashable, Iterable

from polesitter.relations.signs.family import Each, Family, Part

Columns = tuple[int, ...]


class SignColumns:
    """The column of each sign by its name, numbered as they come; 0 is the bias, ""."""

    def __init__(self) -> None:
        self.by_name: dict[str, int] = {"": 0}
        self._keys: dict[Family, _Keys] = {}

    def of_names(self, names: Iterable[str]) -> Columns:
        """The columns of signs by their names."""
        columns = self.by_name
        return tuple([columns.setdefault(name, len(columns)) for name in names])

    def of_parts(self, parts: Iterable[Part]) -> list[int]:
        """The columns of all signs of some parts: of those that `names_of` names."""
        told: list[int] = []
        for family, words, shapes in parts:
            keys = self._keys.get(family)
            if keys is None:
                keys = self._keys[family] = _Keys(family, self)
            if keys.any_word is not None:
                known = keys.any_word
                for word in words:
                    told.extend(known[word] if word in known else keys.of_any(word))
            else:
                for place, (word, known) in enumerate(zip(words, keys.by_word, strict=True)):
                    told.extend(known[word] if word in known else keys.of_word(place, word))
            for place, (shape, by_shape) in enumerate(zip(shapes, keys.by_shape, strict=True)):
                told.extend(by_shape[shape] if shape in by_shape else keys.of_shape(place, shape))
        return told


class _Keys:
    """The columns of what the keys of one family name, by place; those told so far."""

    def __init__(self, family: Family, columns: SignColumns) -> None:
        self.family, self.columns = family, columns
        self.any_word: dict[str | None, Columns] | None = {} if isinstance(family, Each) else None
        self.by_word: list[dict[str | None, Columns]] = [{} for _ in family.words]
        self.by_shape: list[dict[Hashable, Columns]] = [{} for _ in family.shapes]

    def of_any(self, word: str | None) -> Columns:
        """The column of a word of a family of any number of words."""
        assert self.any_word is not None
        self.any_word[word] = found = self.columns.of_names(self.family.names([word], ()))
        return found

    def of_word(self, place: int, word: str | None) -> Columns:
        """The columns of what a word names at its place."""
        words: list[str | None] = [None] * len(self.by_word)
        words[place] = word
        self.by_word[place][word] = found = self._named(words, [None] * len(self.by_shape))
        return found

    def of_shape(self, place: int, key: Hashable) -> Columns:
        """The columns of what a shape names at its place."""
        keys: list[Hashable] = [None] * len(self.by_shape)
        keys[place] = key
        self.by_shape[place][key] = found = self._named([None] * len(self.by_word), keys)
        return found

    def _named(self, words: list[str | None], shapes: list[Hashable]) -> Columns:
        return self.columns.of_names(self.family.names(words, shapes))
