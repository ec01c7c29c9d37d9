"""What patterns/entities lists already."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from polesitter.learn.induction.names.entity_lines import EntityLine
from polesitter.learn.induction.names.slip import is_slip
from polesitter.text.normal import normal, words

NEAR, TRIED = 80.0, 8
"""Likeness in percent of spellings that are looked at, and how many of them."""


class Listed:
    """Looks names up by label."""

    def __init__(self, entries: Iterable[EntityLine]) -> None:
        self._patterns: set[tuple[str, str]] = set()
        self._known: set[str] = set()
        self._ids: dict[tuple[str, str], set[str]] = {}
        self._labels: dict[str, set[str]] = {}
        self._holders: dict[tuple[str, str], set[str]] = {}
        self._by_label: dict[str, list[str]] = {}
        for line in entries:
            self._patterns.add((line.label, line.pattern))
            self._known.add(line.id)
            self._ids.setdefault((line.label, normal(line.pattern)), set()).add(line.id)
            self._labels.setdefault(normal(line.pattern), set()).add(line.label)
            for word in words(line.pattern):
                self._holders.setdefault((line.label, word), set()).add(line.id)

    def has(self, label: str, form: str) -> bool:
        """Whether the form is listed, letter for letter."""
        return (label, form) in self._patterns

    def has_id(self, id: str) -> bool:
        """Whether any name of an entity is listed."""
        return id in self._known

    def id_of(self, label: str, form: str) -> str | None:
        """The id of the form but for case, accents and signs; None where it has none or two."""
        found = self._ids.get((label, normal(form)), set())
        return next(iter(found)) if len(found) == 1 else None

    def rivals(self, label: str, form: str) -> set[str]:
        """The other labels under which the form is listed."""
        return self._labels.get(normal(form), set()) - {label}

    def sharers(self, label: str, word: str, own: str) -> int:
        """How many entities of the label but `own` have the word in one of their names."""
        return len(self._holders.get((label, normal(word)), set()) - {own})

    def nearly(self, label: str, form: str) -> str | None:
        """The listed spelling that `form` is likely a slip for, but for case and signs."""
        name = normal(form)
        found = process.extract(
            name, self._spellings(label), scorer=fuzz.ratio, score_cutoff=NEAR, limit=TRIED
        )
        return next((str(other) for other, *_ in found if is_slip(name, str(other))), None)

    def _spellings(self, label: str) -> list[str]:
        if label not in self._by_label:
            self._by_label[label] = sorted(name for one, name in self._ids if one == label)
        return self._by_label[label]
