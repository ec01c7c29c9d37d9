"""How surely a slot is what it is taken for: a place, and not the third of something else."""

from math import log
from typing import Final

LEAST, MOST = 1e-3, 0.999
WIDTH: Final = 0.75
"""Log-odds that count as one grade."""


def grade(chance: float) -> int:
    """The grade of a chance: its log-odds, in steps."""
    sure = min(max(chance, LEAST), MOST)
    return round(log(sure / (1.0 - sure)) / WIDTH)
