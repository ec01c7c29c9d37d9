"""What a statement speaks of: the outcome, or practice, history, a provisional order and so on.

Framing is told by cue words in the clause of a value (patterns/lexicon/cues.jsonl).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from polesitter.text.layout import Passage
from polesitter.types import Mention

OUTCOME = "outcome"
FRAMED = frozenset({"POSITION", "SPEED", "LAPTIME", "GAP", "SEGMENT"})
BOUNDARY = re.compile(
    r"[;()\u2013\u2014]|,\s+(?=(?:who|which|where|when|while|but|although|though|after|before|and|"
    r"having|with|despite|only|as|so|then)\b)|\b(?:but|while|although|before|after)\b"
)
WORD = re.compile(r"\w+")
RANK = {
    name: rank
    for rank, name in enumerate(
        ("hypothetical", "practice", "other_session", "record", "history", "provisional", "race")
    )
}
"""Where cues of several framings meet in a clause, the first of these stands."""


class FramingCues:
    """The cue words, looked up by the word they open with."""

    def __init__(self, lines: Iterable[Mapping[str, str]]) -> None:
        cues = {(line["cue"].strip().lower(), line["framing"]) for line in lines}
        self.framings = sorted({framing for _, framing in cues}, key=_ranked)
        ranks = {framing: rank for rank, framing in enumerate(self.framings)}
        # One walk over a clause's words is ten times cheaper than a search for each cue.
        self._opened: dict[str, list[tuple[int, str]]] = {}
        for cue, framing in sorted(cues):
            self._opened.setdefault(WORD.findall(cue)[0], []).append((ranks[framing], cue))

    def of(self, clause: str) -> str:
        """The framing of a clause; "outcome" where no cue stands in it."""
        lowered = clause.lower()
        best = len(self.framings)
        for match in WORD.finditer(lowered):
            for rank, cue in self._opened.get(match[0], ()):
                if rank < best and _stands_at(lowered, match.start(), cue):
                    best = rank
        return self.framings[best] if best < len(self.framings) else OUTCOME


def _stands_at(text: str, start: int, cue: str) -> bool:
    """Whether a cue stands at `start`, and no word goes on where it ends."""
    return text.startswith(cue, start) and not WORD.match(text, start + len(cue))


def _ranked(framing: str) -> tuple[int, str]:
    return (RANK.get(framing, len(RANK)), framing)


def frame_mentions(
    text: str, passages: Sequence[Passage], mentions: Sequence[Mention], cues: FramingCues
) -> dict[int, str]:
    """Index of each framed mention -> its framing. Offsets are code points of `text`."""
    framings: dict[int, str] = {}
    known: dict[tuple[int, int], str] = {}
    at = 0
    context = OUTCOME
    for passage in passages:
        if passage.kind == "heading":
            context = cues.of(text[passage.start : passage.end])
        clauses: list[tuple[int, int]] | None = None
        while at < len(mentions) and mentions[at].start < passage.end:
            mention = mentions[at]
            if mention.label in FRAMED and mention.start >= passage.start:
                clauses = clauses or _clauses(text, passage)
                bounds = next(
                    (c for c in clauses if c[0] <= mention.start < c[1]),
                    (passage.start, passage.end),
                )
                if bounds not in known:
                    known[bounds] = cues.of(text[slice(*bounds)])
                own = known[bounds]
                framings[at] = own if own != OUTCOME or context != "practice" else context
            at += 1
    return framings


def _clauses(text: str, passage: Passage) -> list[tuple[int, int]]:
    cuts = [m.start() for m in BOUNDARY.finditer(text, passage.start, passage.end)]
    edges = [passage.start, *cuts, passage.end]
    return list(pairwise(edges))
