"""What a statement speaks of: the outcome, or practice, history, a provisional order and so on.

Framing is told by cue words in the clause of a value (patterns/lexicon/cues.jsonl), by an
earlier year, by a heading, and by what the text said just before or takes back just after.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from polesitter.relations.framing.clauses import Clause, clauses_of
from polesitter.relations.framing.context import Around, context_of
from polesitter.relations.framing.cues import Cue, FramingCues
from polesitter.text.layout import Passage
from polesitter.types import Mention

OUTCOME: Final = "outcome"
FRAMED: Final = frozenset({"POSITION", "SPEED", "LAPTIME", "GAP", "SEGMENT"})
RANK: Final = {
    name: rank
    for rank, name in enumerate(
        ("hypothetical", "practice", "other_session", "record", "history", "provisional", "race")
    )
}
"""Where cues of several framings meet in a clause, the first of these stands."""


class Value(NamedTuple):
    """What is asked of a mention to frame it: its number, code points [start, end), its label."""

    number: int
    start: int
    end: int
    label: str


def frame_mentions(
    text: str, passages: Sequence[Passage], mentions: Sequence[Mention], cues: FramingCues
) -> dict[int, str]:
    """Index of each framed mention -> its framing. Offsets are code points of `text`."""
    values = [
        Value(index, mention.start, mention.end, mention.label)
        for index, mention in enumerate(mentions)
        if mention.label in FRAMED
    ]
    return frame_values(text, passages, values, cues)


def frame_values(
    text: str, passages: Sequence[Passage], values: Sequence[Value], cues: FramingCues
) -> dict[int, str]:
    """Index of each value -> its framing; `values` by start, their labels of FRAMED."""
    framings: dict[int, str] = {}
    context = context_of(text, passages)
    found = cues.find(text)
    at = 0
    for number, passage in enumerate(passages):
        inside = []
        while at < len(values) and values[at].start < passage.end:
            if values[at].start >= passage.start:
                inside.append(values[at])
            at += 1
        if inside:
            own = _within(found, passage)
            sentence = _Sentence(text, passage, own, context.around(number))
            framings.update((value.number, sentence.of(value)) for value in inside)
    return framings


def _within(cues: Sequence[Cue], passage: Passage) -> list[Cue]:
    """The cues that lie in a passage whole; `cues` in text order."""
    first = bisect_left(cues, (passage.start,))
    last = bisect_left(cues, (passage.end,))
    return [cue for cue in cues[first:last] if cue.end <= passage.end]


def _first(cues: Iterable[Cue]) -> str:
    """The framing that stands where several meet."""
    return min((cue.framing for cue in cues), key=_ranked, default=OUTCOME)


def _ranked(framing: str) -> tuple[int, str]:
    return (RANK.get(framing, len(RANK)), framing)


class _Sentence:
    """One passage, its clauses and cues; frames the values that stand in it."""

    def __init__(self, text: str, passage: Passage, cues: list[Cue], around: Around) -> None:
        self.text, self.around = text, around
        self.cues = [*cues, *around.cues]
        # Most sentences have no cue, and their clauses need not be told apart.
        self.clauses = clauses_of(text, passage.start, passage.end) if self.cues else []

    def of(self, value: Value) -> str:
        """The framing of a value: its clause's, else what the passage is told under."""
        cues: list[Cue] = []
        if self.cues:
            clause = next(c for c in self.clauses if c.holds(value.start))
            cues = self._cues_of(clause, value)
            if not cues and clause.within is not None:
                cues = self._cues_of(clause.within, value)
        own = _first(cues)
        if own != OUTCOME:
            return own
        if value.start >= self.around.taken_back and value.label in ("LAPTIME", "SPEED"):
            return "provisional"
        return OUTCOME if cues else self.around.framing

    def _cues_of(self, clause: Clause, value: Value) -> list[Cue]:
        return [
            cue
            for cue in self.cues
            if clause.holds(cue.start) and cue.reaches(value.start, value.end, self.text)
        ]
