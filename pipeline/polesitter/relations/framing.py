"""What a statement speaks of: the outcome, or practice, history, a provisional order, …

Framing is told by cue words in the clause of a value (patterns/lexicon/cues.jsonl).
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from polesitter.text.layout import Passage
from polesitter.types import Mention

OUTCOME = "outcome"
FRAMED = frozenset({"POSITION", "SPEED", "LAPTIME", "GAP", "SEGMENT"})
BOUNDARY = re.compile(
    r"[;:()\u2013\u2014]|,\s+(?=(?:who|which|where|when|while|but|although|though|after|before|and|"
    r"having|with|despite|only|as|so|then)\b)|\b(?:but|while|although|before|after)\b"
)
RANK = {
    name: rank
    for rank, name in enumerate(
        ("hypothetical", "practice", "other_session", "record", "history", "provisional", "race")
    )
}
"""Where cues of several framings meet in a clause, the first of these stands."""


class FramingCues:
    """The cue words, compiled to one expression per framing."""

    def __init__(self, lines: Iterable[Mapping[str, str]]) -> None:
        words: dict[str, list[str]] = {}
        for line in lines:
            words.setdefault(line["framing"], []).append(re.escape(line["cue"].strip()))
        self.patterns = [
            (framing, re.compile(rf"(?<!\w)(?:{'|'.join(sorted(cues, key=_longest))})(?!\w)", re.I))
            for framing, cues in sorted(words.items(), key=_ranked)
        ]

    def of(self, clause: str) -> str:
        """The framing of a clause; "outcome" where no cue stands in it."""
        for framing, pattern in self.patterns:
            if pattern.search(clause):
                return framing
        return OUTCOME


def _longest(cue: str) -> tuple[int, str]:
    return (-len(cue), cue)


def _ranked(pair: tuple[str, list[str]]) -> tuple[int, str]:
    return (RANK.get(pair[0], len(RANK)), pair[0])


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
        clauses = _clauses(text, passage)
        while at < len(mentions) and mentions[at].start < passage.end:
            mention = mentions[at]
            if mention.label in FRAMED and mention.start >= passage.start:
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
    return list(zip(edges, edges[1:], strict=False))
