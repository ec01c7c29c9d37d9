"""What a candidate is worth against those it overlaps: the priority policy in numbers."""

import math
import re
from collections.abc import Mapping

from polesitter.entities.candidate import MEASURES, Candidate

LEARNED = "learned.names"
GROWTH = 1.18
"""Worth grows faster than length, so that parts do not outbid the whole."""
NO_CLASS = re.compile(
    r"\b(?:qualifying|results?|races?|round|session|sprint|feature|practice|grid|final|lap|ok|day|"
    r"championship|series|cup series|group|shoot-?out|heat|one|two|pole|no time)\b",
    re.IGNORECASE,
)
LONGEST_CLASS = 3
"""Tokens a class in no list may have."""


def worth(
    candidate: Candidate, single_seater: bool, opinion: Mapping[tuple[int, int], str], text: str
) -> float:
    """The worth of a candidate; 0 or less where it must not stand.

    `opinion`: token bounds -> the label the learned finder gives exactly there.
    `text`: the candidate's words.
    """
    length: float = (candidate.end - candidate.start) ** GROWTH
    if candidate.label in MEASURES:
        return 3.0 + 1.2 * length
    if candidate.rule == LEARNED:
        return _learned(candidate, text) * length
    value = 1.5 * length
    learned = opinion.get((candidate.start, candidate.end))
    if candidate.label in ("TEAM", "CAR") and learned in ("TEAM", "CAR", None):
        fits = (candidate.label == "TEAM") == single_seater
        value += 0.6 if fits else -0.6
        if candidate.label == "TEAM" and candidate.end - candidate.start > 1:
            value += 1.0
        if learned is not None:
            value += 0.3 if learned == candidate.label else -0.3
    elif learned is not None:
        value += 0.9 if learned == candidate.label else -0.7
    return value


def _learned(candidate: Candidate, text: str) -> float:
    """Worth per token of a name the learned finder proposes."""
    if candidate.label == "DRIVER" and text[:1].isdigit():
        return -1.0
    if candidate.label == "CLASS" and (
        candidate.end - candidate.start > LONGEST_CLASS or NO_CLASS.search(text) or len(text) < 2
    ):
        return -1.0
    odds = math.log(max(candidate.score, 1e-3) / max(1 - candidate.score, 1e-3))
    return max(0.15, 1.0 + 0.35 * min(odds, 4.0))
