"""Words near a competitor that look like a value of some kind and that no finder read."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from polesitter.review.pattern_places import PatternPlace, PatternPlaces
from polesitter.review.sentences import Sentence
from polesitter.types import NAMES, Mention

Tokenize = Callable[[str], Sequence[str]]

CAPITALISED = re.compile(r"\b[A-Z][\w&'’.-]*\w(?:[ -](?:[A-Z][\w&'’.-]*\w|\d+))*")
FIGURES = re.compile(r"(?<![\w.])[#+]?\d\w*(?:[.:'’]\w+)*")
MEASURES = frozenset({"SPEED", "LAPTIME", "GAP", "NUMBER", "POSITION"})
LIKE_A_NAME = frozenset({"TEAM", "CAR", "SERIES", "TRACK", "EVENT"})
NEAR = 78.0
"""How alike, of 100, words and a pattern must be to be worth a mention."""
RUNS_TOLD = 2


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that no finder read.

    `start`, `end`: code points of the report's text. `tokens`: as the tokenizer cuts
    them. `nearest`: the line of patterns/ that is spelled most alike, if any is.
    """

    start: int
    end: int
    text: str
    tokens: tuple[str, ...]
    nearest: PatternPlace | None = None

    def __str__(self) -> str:
        told = f"{self.text!r}"
        if len(self.tokens) > len(self.text.split()):
            told += f" (tokens {' | '.join(self.tokens)})"
        if self.nearest is not None:
            told += f" (nearest pattern: {self.nearest.pattern!r}, {self.nearest})"
        return told


class UnreadWords:
    """Finds unread words in sentences; `tokenize` cuts as the pipeline does."""

    def __init__(
        self, mentions: Sequence[Mention], places: PatternPlaces, tokenize: Tokenize = str.split
    ) -> None:
        self.mentions = mentions
        self.places = places
        self.tokenize = tokenize

    def find(self, sentences: Iterable[Sentence], label: str) -> list[Unread]:
        """Return unread words that could be of a label, those nearest to a pattern first."""
        if label in MEASURES:
            shape = FIGURES
        elif label in LIKE_A_NAME:
            shape = CAPITALISED
        else:
            return []
        found = [
            self._unread(start, end, text, label)
            for sentence in sentences
            for start, end, text in self._runs(sentence, shape)
        ]
        return sorted(found, key=_nearest_first)[:RUNS_TOLD]

    def _runs(self, sentence: Sentence, shape: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
        for match in shape.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            # Every sentence opens with a capital: one word there proves nothing.
            opens = match.start() == 0 and " " not in match.group()
            if not opens and not self._is_read(start, end):
                yield start, end, match.group()

    def _is_read(self, start: int, end: int) -> bool:
        return any(one.start < end and one.end > start for one in self.mentions)

    def _unread(self, start: int, end: int, text: str, label: str) -> Unread:
        nearest = nearest_pattern(self.places, text, label) if label in NAMES else None
        return Unread(start, end, text, tuple(self.tokenize(text)), nearest)


@lru_cache(maxsize=4096)
def nearest_pattern(places: PatternPlaces, text: str, label: str) -> PatternPlace | None:
    """Return the pattern of a label that is spelled most like some words, if any is near."""
    from rapidfuzz import fuzz, process

    spelled = places.of_label(label)
    best = process.extractOne(text, spelled.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    return spelled[best[0]] if best is not None else None


def _nearest_first(unread: Unread) -> tuple[bool, int]:
    return unread.nearest is None, unread.start
