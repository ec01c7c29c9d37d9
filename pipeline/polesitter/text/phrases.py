"""Finding what many regular expressions match, without searching the text for each."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from polesitter.text.opened import OpenedBy
from polesitter.text.openings import openings, required
from polesitter.text.word_starts import WORD

LENGTHS = (1, 2, 3)
"""Letters of a word that tell whether it may open a match."""


class Phrases:
    r"""Named expressions that are tried only where a word opens one of their matches.

    Every expression must begin with `\b` or a look-behind, so that it can match
    only where a word starts. One whose opening is not spelled out is searched for as
    ever, unless the text lacks what all its matches hold.
    """

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        self.patterns = dict(patterns)
        self._whole: dict[str, list[str]] = {}
        self._begun: dict[str, list[str]] = {}
        self._anywhere: dict[str, frozenset[str]] = {}
        self._opened = OpenedBy(self._opened_by)
        for name, pattern in self.patterns.items():
            begins = {begin: WORD.match(begin) for begin in openings(pattern)}
            if not all(begins.values()):
                self._anywhere[name] = required(pattern)
                continue
            for begin, word in begins.items():
                opener = word[0] if word else begin
                table = self._begun if opener == begin else self._whole
                table.setdefault(opener, []).append(name)

    def look(self, text: str) -> "Look":
        """Note where in `text` each expression is worth a try."""
        tries: dict[str, list[int]] = {}
        for names, found in self._opened.look(text):
            for name in names:
                tries.setdefault(name, []).extend(found)
        for starts in tries.values():
            starts.sort()
        lowered = text.lower() if self._anywhere else ""
        anywhere = frozenset(
            name
            for name, literals in self._anywhere.items()
            if not literals or any(literal in lowered for literal in literals)
        )
        return Look(text, self.patterns, tries, anywhere)

    def _opened_by(self, word: str) -> tuple[str, ...]:
        """The expressions that a match may open with `word`."""
        if not word.isascii():
            # Case and digits follow other rules beyond ASCII: let the expressions decide.
            return tuple(self.patterns)
        lowered = word.lower()
        begun = self._begun
        found = [*self._whole.get(lowered, ())]
        for length in LENGTHS:
            found += begun.get(lowered[:length], ())
        return tuple(sorted({*found})) if found else ()


@dataclass(frozen=True, slots=True)
class Look:
    """A text and the code points of it at which each expression is worth a try, ascending.

    Those in `anywhere` may match wherever they like.
    """

    text: str
    patterns: Mapping[str, re.Pattern[str]]
    places: Mapping[str, Sequence[int]]
    anywhere: frozenset[str]

    def matches(self, name: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """What `finditer(text, start, end)` of the named expression gives."""
        stop = len(self.text) if end is None else end
        if name in self.anywhere:
            return self.patterns[name].finditer(self.text, start, stop)
        # Most stretches hold no place worth a try; no generator is made for them.
        places = self.places.get(name)
        if places is None:
            return iter(())
        first, last = bisect_left(places, start), bisect_left(places, stop)
        return self._tried(name, places[first:last], stop) if first < last else iter(())

    def _tried(self, name: str, places: Sequence[int], stop: int) -> Iterator[re.Match[str]]:
        """The matches that begin at `places`, none of them within another."""
        match_at, text = self.patterns[name].match, self.text
        start = 0
        for place in places:
            match = match_at(text, place, stop) if place >= start else None
            if match is not None:
                start = match.end()
                yield match

    def has(self, name: str, start: int = 0, end: int | None = None) -> bool:
        """Whether the named expression matches within code points [start, end)."""
        return (name in self.places or name in self.anywhere) and any(
            True for _ in self.matches(name, start, end)
        )

    def count(self, name: str) -> int:
        """How many matches the named expression has in the whole text."""
        return sum(1 for _ in self.matches(name))
