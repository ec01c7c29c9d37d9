"""Whether a text reports a qualifying session at all."""

import math
import re

TELLING = re.compile(
    r"\b(?:qualif\w*|poles?\b(?! vault)|polesitter|pole-sitter|front[- ]row|starting (?:grid|lineup|"
    r"spot|position|place|order)|Q[123]\b|SQ[123]\b|superpole|hyperpole|shoot-?out|time trials?|"
    r"grid\b|Fast (?:Six|12|Nine))",
    re.I,
)
MOTOR_RACING = re.compile(
    r"\b(?:lapped|mph|km/h|kph|drivers?|Grand Prix|E-Prix|speedway|raceway|motorsports?|motor racing|"
    r"NASCAR|IndyCar|IMSA|Formula \w+|F[123]\b|GT[234D]\b|pole ?position|polesitter|pole-sitter|"
    r"front row|cars?|trucks?|stock[- ]car|No\. ?\d+|lap (?:of|at|time)|fastest lap|starting grid|"
    r"checkered|chequered)\b",
    re.I,
)
NEEDED = 2
"""Words of motor racing a text must hold before its talk of poles and grids counts."""


def qualifying_score(text: str) -> float:
    """0 for a text that says nothing of qualifying, towards 1 the more it does."""
    telling = len(TELLING.findall(text))
    if telling == 0 or len(MOTOR_RACING.findall(text)) < NEEDED:
        return 0.0
    per_hundred = 100.0 * telling / max(len(text.split()), 50)
    return round(1.0 - math.exp(-(0.5 * per_hundred + 0.15 * telling)), 4)
