"""The cue words that tell what a clause speaks of, and how far each reaches."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from polesitter.text.opened import OpenedBy

WORD: Final = re.compile(r"\w+")
COMMONPLACE: Final = frozenset(
    "the was his her had will that from with for pole first second third time race start".split()
)
"""Words that reports are full of; a cue is looked up by another of its words if it has one."""


class Cue(NamedTuple):
    """A cue found in a text, code points [start, end).

    `reach`: the side of it on which values of its clause are framed ("clause": both;
    "own": within the cue's own words).
    """

    start: int
    end: int
    framing: str
    reach: str = "clause"

    def reaches(self, start: int, end: int, text: str) -> bool:
        """Whether it frames a value of its clause, code points [start, end) of `text`.

        Over a comma it reaches back only from the very start of what follows the comma:
        "third, two tenths off, in practice", but not "third, after a row in practice".
        """
        if self.reach == "own":
            return self.start <= start < self.end
        if self.start <= start:
            return self.reach != "before"
        between = text[end : self.start]
        return self.reach != "after" and ("," not in between or between.rstrip().endswith(","))


class _Line(NamedTuple):
    """A line of the lexicon; of two that begin at one place, the one of lower rank stands."""

    rank: int
    words: str
    framing: str
    reach: str


_Keyed = list[tuple[int, _Line]]
"""Lines that hold a word, each with the code point of its words at which that word starts."""


class FramingCues:
    """The cue words, looked up by the most telling of their words.

    A line has a `cue`, its `framing` and, where the cue frames only what follows it or
    what stands before it, a `reach` of "after" or "before".
    """

    def __init__(self, lines: Iterable[Mapping[str, str]]) -> None:
        cues = {(line["cue"].strip().lower(), line["framing"], line.get("reach", "clause"))
                for line in lines}  # fmt: skip
        # The longest word of a cue is its rarest, as a rule, so that few places are tried in vain.
        self._keyed: dict[str, _Keyed] = {}
        for rank, cue in enumerate(sorted(cues, key=_longest)):
            key = max(WORD.finditer(cue[0]), key=_telling)
            self._keyed.setdefault(key[0], []).append((key.start(), _Line(rank, *cue)))
        self._opened = OpenedBy(self._keyed_by)

    def find(self, text: str) -> list[Cue]:
        """The cues of a text, in text order."""
        lowered = lower(text)
        found: dict[int, _Line] = {}
        for lines, places in self._opened.look(text):
            for shift, line in lines:
                words = line.words
                for place in places:
                    at = place - shift
                    if at < 0 or not lowered.startswith(words, at):
                        continue
                    known = found.get(at)
                    better = known is None or line.rank < known.rank
                    if better and _is_whole(lowered, at, at + len(words)):
                        found[at] = line
        return [
            Cue(at, at + len(line.words), line.framing, line.reach)
            for at, line in sorted(found.items())
        ]

    def _keyed_by(self, word: str) -> _Keyed:
        return self._keyed.get(word.lower(), [])


def lower(text: str) -> str:
    """The text in lower case, each character where it was."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # A few capitals have a lower case of two characters.
    return "".join(_lower_characters(text))


def _lower_characters(text: str) -> Iterator[str]:
    for character in text:
        lowered = character.lower()
        yield lowered if len(lowered) == 1 else character


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on beyond code points [start, end)."""
    return not (start and WORD.match(text, start - 1, start)) and not WORD.match(text, end)


def _longest(cue: tuple[str, str, str]) -> tuple[int, tuple[str, str, str]]:
    return (-len(cue[0]), cue)


def _telling(match: re.Match[str]) -> tuple[bool, int]:
    return (match[0] not in COMMONPLACE, match.end() - match.start())
