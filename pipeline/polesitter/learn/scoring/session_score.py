"""Scoring what a report says of its session."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from polesitter.learn.scoring.same import norm

SESSION_FIELDS = ("date", "series", "event", "track")
LIKENESS = 90.0
"""Percent of shared words from which two names are one, long and short form alike."""


@dataclass(slots=True)
class Hits:
    """One session field over reports: right, stated in the gold, and stated wrongly."""

    right: int = 0
    stated: int = 0
    wrong: int = 0


def score_session(
    gold: Mapping[str, Any], found: Mapping[str, Any], hits: Mapping[str, Hits]
) -> None:
    """Add one report to `hits`, which has an entry for each of SESSION_FIELDS."""
    for name in SESSION_FIELDS:
        wanted, got = gold.get(name), found.get(name)
        right = bool(wanted) and same_session_field(name, wanted, got)
        hits[name].right += right
        hits[name].stated += bool(wanted)
        hits[name].wrong += bool(got) and not right


def same_session_field(name: str, gold: Any, found: Any) -> bool:
    """Tell whether two values agree; a name may lack words, but not most of them."""
    if not found:
        return False
    if name == "date":
        return str(gold) == str(found)[:10]
    wanted, got = norm(str(gold)), norm(str(found))
    if wanted == got:
        return True
    if re.findall(r"\d+", wanted) != re.findall(r"\d+", got):
        return False
    long_enough = len(got.split()) * 2 >= len(wanted.split())
    return long_enough and fuzz.token_set_ratio(wanted, got) >= LIKENESS
