"""Whether a text reports a qualifying session at all."""

import math
import re

TELLING = re.compile(
    r"\b(?:qualif\w*|poles?\b|polesitter|pole-sitter|front[- ]row|starting (?:grid|lineup|spot|"
    r"position|place|order)|Q[123]\b|SQ[123]\b|superpole|hyperpole|shoot-?out|time trials?|grid\b|"
    r"Fast (?:Six|12|Nine))",
    re.I,
)
RACING = re.compile(
    r"\b(?:laps?|lapped|mph|km/h|drivers?|teams?|races?|racing|Grand Prix|GP|circuit|speedway|raceway|"
    r"track|championship|class|car|cars|session|season)\b",
    re.I,
)
NEEDED = 3
"""Racing words a text must hold before its talk of poles and grids counts."""


def qualifying_score(text: str) -> float:
    """0 for a text that says nothing of qualifying, towards 1 the more it does."""
    telling = len(TELLING.findall(text))
    if telling == 0 or len(RACING.findall(text)) < NEEDED:
        return 0.0
    per_hundred = 100.0 * telling / max(len(text.split()), 50)
    return round(1.0 - math.exp(-(0.5 * per_hundred + 0.15 * telling)), 4)
