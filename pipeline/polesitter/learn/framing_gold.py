"""Annotated framing and session facts: corpus/framing, as its README says."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport

FRAMED = frozenset({"POSITION", "SPEED", "LAPTIME", "GAP"})
"""Labels whose mentions are annotated."""
FRAMINGS = frozenset(
    {"outcome", "provisional", "practice", "other_session", "race", "record", "history",
     "hypothetical"}
)  # fmt: skip
FACTS = ("entries", "red_flags", "track_record", "previous_holder", "previous_year", "race_start",
         "broadcaster")  # fmt: skip


@dataclass(frozen=True, slots=True)
class FramingGold:
    """The framings of a report by span (code points of its text) and its facts."""

    framings: dict[tuple[int, int], str]
    facts: dict[str, Any]


def framing_of(golds: Iterable[GoldReport], corpus: Path) -> dict[str, FramingGold]:
    """What the corpus tells of some reports, by their ids; not all have any.

    Raises PolesitterError where a file of one is broken.
    """
    places = {gold.id: corpus / "framing" / f"{gold.id}.json" for gold in golds}
    return {id: _read(place) for id, place in places.items() if place.exists()}


def _read(path: Path) -> FramingGold:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        spans = {(row["start"], row["end"]): row["framing"] for row in told["framing"]}
        facts = {name: told["facts"][name] for name in FACTS}
    except (ValueError, KeyError, TypeError) as error:
        raise PolesitterError(Errors.E604.format(path=path, error=error)) from error
    return FramingGold(spans, facts)
