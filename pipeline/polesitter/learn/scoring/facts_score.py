"""Scoring what a report tells of its session besides series, event, track and date."""

import re
from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz

from polesitter.learn.framing_gold import FACTS
from polesitter.learn.scoring.same import norm, same_driver, same_name
from polesitter.learn.scoring.session_score import LIKENESS, Hits

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:\s*([ap])\.?\s?m\b)?", re.IGNORECASE)


def score_facts(
    gold: Mapping[str, Any], found: Mapping[str, Any], hits: Mapping[str, Hits]
) -> None:
    """Add one report to `hits`, which has an entry for each name of FACTS."""
    for name in FACTS:
        wanted, got = gold.get(name), found.get(name)
        right = wanted is not None and got is not None and same_fact(name, wanted, got)
        hits[name].right += right
        hits[name].stated += wanted is not None
        hits[name].wrong += got is not None and not right


def same_fact(name: str, gold: Any, found: Any) -> bool:
    """Tell whether two values of a fact agree; a start by its clock time alone."""
    if name == "previous_holder":
        return same_driver(str(gold), str(found))
    if name == "race_start":
        wanted, got = clock_time(str(gold)), clock_time(str(found))
        return wanted == got if wanted is not None else same_name(str(gold), str(found))
    if name == "broadcaster":
        return fuzz.token_set_ratio(norm(str(gold)), norm(str(found))) >= LIKENESS
    return bool(gold == found)


def clock_time(value: str) -> tuple[int, int] | None:
    """Return hour (0 to 23) and minute of the first time in `value`; None if it has none."""
    match = CLOCK.search(value)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    half = (match[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, minute
