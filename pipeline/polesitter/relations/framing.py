"""What a statement speaks of: the outcome, or practice, history, a provisional order and so on.

Framing is told by cue words in the clause of a value (patterns/lexicon/cues.jsonl), by an
earlier year, by a heading, and by what the text said just before or takes back just after.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from polesitter.relations.clauses import Clause, clauses_of
from polesitter.relations.framing_context import Around, context_of
from polesitter.text.layout import Passage
from polesitter.types import Mention

OUTCOME = "outcome"
FRAMED = frozenset({"POSITION", "SPEED", "LAPTIME", "GAP", "SEGMENT"})
WORD = re.compile(r"\w+")
RANK = {
    name: rank
    for rank, name in enumerate(
        ("hypothetical", "practice", "other_session", "record", "history", "provisional", "race")
    )
}
"""Where cues of several framings meet in a clause, the first of these stands."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found in a text, code points [start, end).

    `reach`: the side of it on which values of its clause are framed ("clause": both;
    "own": within the cue's own words).
    """

    start: int
    end: int
    framing: str
    reach: str = "clause"

    def reaches(self, mention: Mention, text: str) -> bool:
        """Whether it frames a value of its clause.

        Over a comma it reaches back only from the very start of what follows the comma:
        "third, two tenths off, in practice", but not "third, after a row in practice".
        """
        if self.reach == "own":
            return self.start <= mention.start < self.end
        if self.start <= mention.start:
            return self.reach != "before"
        between = text[mention.end : self.start]
        return self.reach != "after" and ("," not in between or between.rstrip().endswith(","))


class FramingCues:
    """The cue words, looked up by the word they open with.

    A line has a `cue`, its `framing` and, where the cue frames only what follows it or
    what stands before it, a `reach` of "after" or "before".
    """

    def __init__(self, lines: Iterable[Mapping[str, str]]) -> None:
        cues = {(line["cue"].strip().lower(), line["framing"], line.get("reach", "clause"))
                for line in lines}  # fmt: skip
        # One walk over a text's words is ten times cheaper than a search for each cue.
        self._opened: dict[str, list[tuple[str, str, str]]] = {}
        for cue in sorted(cues, key=_longest):
            self._opened.setdefault(WORD.findall(cue[0])[0], []).append(cue)

    def find(self, text: str, start: int, end: int) -> Iterator[Cue]:
        """The cues of text[start:end], in text order."""
        lowered = text[start:end].lower()
        for match in WORD.finditer(lowered):
            at = match.start()
            for words, framing, reach in self._opened.get(match[0], ()):
                if lowered.startswith(words, at) and not WORD.match(lowered, at + len(words)):
                    yield Cue(start + at, start + at + len(words), framing, reach)
                    break  # "last year's" is not "last year"

    def of(self, words: str) -> str:
        """The framing of a heading or the like; "outcome" where no cue stands in it."""
        return _first(self.find(words, 0, len(words)))


def _longest(cue: tuple[str, str, str]) -> tuple[int, tuple[str, str, str]]:
    return (-len(cue[0]), cue)


def _first(cues: Iterable[Cue]) -> str:
    """The framing that stands where several meet."""
    return min((cue.framing for cue in cues), key=_ranked, default=OUTCOME)


def _ranked(framing: str) -> tuple[int, str]:
    return (RANK.get(framing, len(RANK)), framing)


def frame_mentions(
    text: str, passages: Sequence[Passage], mentions: Sequence[Mention], cues: FramingCues
) -> dict[int, str]:
    """Index of each framed mention -> its framing. Offsets are code points of `text`."""
    framings: dict[int, str] = {}
    context = context_of(text, passages)
    at = 0
    for number, passage in enumerate(passages):
        inside = []
        while at < len(mentions) and mentions[at].start < passage.end:
            if mentions[at].label in FRAMED and mentions[at].start >= passage.start:
                inside.append(at)
            at += 1
        if inside:
            around = context.around(number)
            sentence = _Sentence(text, passage, cues, around)
            framings.update((index, sentence.of(mentions[index])) for index in inside)
    return framings


class _Sentence:
    """One passage, its clauses and cues; frames the values that stand in it."""

    def __init__(self, text: str, passage: Passage, cues: FramingCues, around: Around) -> None:
        self.text, self.around = text, around
        self.clauses = clauses_of(text, passage.start, passage.end)
        self.cues = list(cues.find(text, passage.start, passage.end))
        self.cues += [Cue(*cue) for cue in around.cues]

    def of(self, mention: Mention) -> str:
        """The framing of a value: its clause's, else what the passage is told under."""
        clause = next(c for c in self.clauses if c.holds(mention.start))
        cues = self._cues_of(clause, mention)
        if not cues and clause.within is not None:
            cues = self._cues_of(clause.within, mention)
        own = _first(cues)
        if own != OUTCOME:
            return own
        if mention.start >= self.around.taken_back and mention.label in ("LAPTIME", "SPEED"):
            return "provisional"
        return OUTCOME if cues else self.around.framing

    def _cues_of(self, clause: Clause, mention: Mention) -> list[Cue]:
        return [
            cue for cue in self.cues if clause.holds(cue.start) and cue.reaches(mention, self.text)
        ]
