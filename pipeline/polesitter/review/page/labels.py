"""What the labels of mentions are called on a page, and their families."""

from collections.abc import Iterable
from dataclasses import dataclass

from polesitter.review.page.spans import OTHER_WORDS, PageSpan
from polesitter.types import LABELS

LABEL_NAMES: dict[str, str] = {
    "DRIVER": "Driver", "TEAM": "Team", "CAR": "Car", "NUMBER": "Number",
    "POSITION": "Position", "CLASS": "Class", "SEGMENT": "Segment",
    "LAPTIME": "Lap time", "SPEED": "Speed", "GAP": "Gap",
    "SERIES": "Series", "EVENT": "Event", "TRACK": "Track", "DATE": "Date",
    OTHER_WORDS: "Fact",
}  # fmt: skip
"""In the order of families: each shares a colour, and its members differ in their line."""


@dataclass(frozen=True, slots=True)
class LabelCount:
    """A label that occurs, its name and how often."""

    label: str
    name: str
    count: int


def label_counts(spans: Iterable[PageSpan]) -> list[LabelCount]:
    """Return the labels that occur, in the order of LABEL_NAMES."""
    counts = dict.fromkeys((*LABEL_NAMES, *LABELS), 0)
    for span in spans:
        counts[span.label] = counts.get(span.label, 0) + 1
    return [
        LabelCount(label, LABEL_NAMES.get(label, label), count)
        for label, count in counts.items()
        if count
    ]
