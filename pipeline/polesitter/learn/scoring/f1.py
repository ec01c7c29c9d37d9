"""Precision, recall and F1."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each 0 where undefined."""

    precision: float
    recall: float
    f1: float


def score_of(right: float, wrong: float, missed: float) -> Score:
    """Return the score of so many right, wrong and missed items."""
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    total = precision + recall
    return Score(precision, recall, 2 * precision * recall / total if total else 0.0)
