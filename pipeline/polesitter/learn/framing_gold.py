"""Annotated framing and session facts: corpus/framing, as its README says."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport, read_gold_report

FRAMED = frozenset({"POSITION", "SPEED", "LAPTIME", "GAP"})
"""Labels whose mentions are annotated."""
FRAMINGS = frozenset(
    {"outcome", "provisional", "practice", "other_session", "race", "record", "history",
     "hypothetical"}
)  # fmt: skip
FACTS = ("entries", "red_flags", "track_record", "previous_holder", "previous_year", "race_start",
         "broadcaster")  # fmt: skip
PARTS = ("dev", "train", "own", "added")
"""Parts of the corpus in which the annotated reports lie."""


@dataclass(frozen=True, slots=True)
class FramingGold:
    """One report with its framings by span (code points of `report.text`) and its facts."""

    report: GoldReport
    framings: dict[tuple[int, int], str]
    facts: dict[str, Any]


def read_framing(corpus: Path) -> Iterator[FramingGold]:
    """The annotated reports of a corpus folder, sorted by id.

    Raises PolesitterError where a file is broken or its report is in no part.
    """
    for path in sorted((corpus / "framing").glob("*.json")):
        places = [corpus / part / path.name for part in PARTS]
        own = next((place for place in places if place.exists()), places[0])
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            spans = {(row["start"], row["end"]): row["framing"] for row in told["framing"]}
            facts = {name: told["facts"][name] for name in FACTS}
        except (ValueError, KeyError, TypeError) as error:
            raise PolesitterError(Errors.E602.format(path=path, error=error)) from error
        yield FramingGold(read_gold_report(own), spans, facts)
