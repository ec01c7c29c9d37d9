"""What a candidate is worth against those it overlaps: the priority policy in numbers."""

import math
import re
from collections.abc import Mapping
from typing import Final

from polesitter.entities.candidate import MEASURES, Candidate

LEARNED: Final = "learned.names"
GROWTH: Final = 1.18
"""Worth grows faster than length, so that parts do not outbid the whole."""
NO_CLASS: Final = re.compile(
    r"\b(?:qualifying|results?|races?|round|session|sprint|feature|practice|grid|final|lap|ok|day|"
    r"championship|series|cup series|group|shoot-?out|heat|one|two|pole|no time)\b",
    re.IGNORECASE,
)
_LENGTHS: Final[tuple[float, ...]] = tuple(tokens**GROWTH for tokens in range(16))
LONGEST_CLASS: Final = 3
"""Tokens a class in no list may have."""


def worth(
    candidate: Candidate, single_seater: bool, opinion: Mapping[tuple[int, int], str], text: str
) -> float:
    """The worth of a candidate; 0 or less where it must not stand.

    `opinion`: token bounds -> the label the learned finder gives exactly there.
    `text`: the report's.
    """
    start, end, start_char, end_char, label, rule, score = candidate
    tokens = end - start
    length = _LENGTHS[tokens] if tokens < len(_LENGTHS) else tokens**GROWTH
    if label in MEASURES:
        return 3.0 + 1.2 * length
    if rule == LEARNED:
        return _learned(tokens, label, score, text[start_char:end_char]) * length
    value = 1.5 * length
    learned = opinion.get((start, end))
    if label in ("TEAM", "CAR") and learned in ("TEAM", "CAR", None):
        value += 0.6 if (label == "TEAM") == single_seater else -0.6
        if label == "TEAM" and tokens > 1:
            value += 1.0
        if learned is not None:
            value += 0.3 if learned == label else -0.3
    elif learned is not None:
        value += 0.9 if learned == label else -0.7
    return value


def _learned(tokens: int, label: str, score: float, text: str) -> float:
    """Worth per token of a name the learned finder proposes."""
    if label == "DRIVER" and text[:1].isdigit():
        return -1.0
    if label == "CLASS" and (tokens > LONGEST_CLASS or NO_CLASS.search(text) or len(text) < 2):
        return -1.0
    odds = math.log(max(score, 1e-3) / max(1 - score, 1e-3))
    return max(0.15, 1.0 + 0.35 * min(odds, 4.0))
