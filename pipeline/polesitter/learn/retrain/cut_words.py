"""Marks that begin or end within a word, as they do where offsets were counted wrongly."""

from polesitter.learn.corpus import GoldReport
from polesitter.learn.retrain.errors import RetrainErrors
from polesitter.learn.retrain.outcome import Refusal

AROUND = 12
"""Code points shown before and after the mark."""


def cut_word(report: GoldReport) -> Refusal | None:
    """Return the first mark that cuts a word, as the reason to refuse its report."""
    for mark in report.marks:
        if _cuts(report.text, mark.start) or _cuts(report.text, mark.end):
            reason = RetrainErrors.E666.format(
                label=mark.label,
                words=report.text[mark.start : mark.end],
                around=report.text[max(0, mark.start - AROUND) : mark.end + AROUND],
            )
            return Refusal(report.id, reason, offset=mark.start)
    return None


def _cuts(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()
