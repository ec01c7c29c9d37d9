"""Suggestions for patterns/ and what was decided on them as plain values, for JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from polesitter.learn.suggest.admit import Added
from polesitter.learn.suggest.suggestion import Suggestion


def suggestion_values(found: Sequence[Suggestion]) -> list[dict[str, Any]]:
    """Return suggestions in their order, gains to four decimals."""
    return [{**asdict(one), "gain": round(one.gain, 4)} for one in found]


def added_values(added: Sequence[Added]) -> list[dict[str, Any]]:
    """Return the lines that were written, with their files and numbers."""
    return [asdict(one) for one in added]
