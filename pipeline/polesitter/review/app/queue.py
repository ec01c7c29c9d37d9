"""Which report to review next: those that teach most come first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from polesitter.review.app.keys import key_of
from polesitter.review.app.library import Library
from polesitter.types import NAMES

LEARNED = "learned.names"
NO_ROWS = 0.5
"""The doubt about a qualifying report in which no row was found."""

MANY_NEW, MANY_TWOFOLD = 10, 5
"""New names, and names with two labels, from which on more of them count no more."""

PAGE = 50
"""Reports on one page of the queue."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One report in the queue and why it stands where it does.

    `rows`: results found; `confidence`: their mean, None without rows; `flags`: rows with
    flags; `twofold`: words that were given two labels, by rule and by learning; `new`:
    names in no list; `qualifying`: how surely it is a qualifying report, in 0..1.
    """

    key: str
    source: str
    heading: str
    words: int
    qualifying: float
    rows: int
    confidence: float | None
    flags: int
    twofold: int
    new: int

    @property
    def teaches(self) -> float:
        """How much a correction of this report can teach; from 0 to 2.5."""
        doubt = NO_ROWS if self.confidence is None else 1.0 - self.confidence
        flagged = self.flags / self.rows if self.rows else 0.0
        new = min(self.new / MANY_NEW, 1.0)
        twofold = min(self.twofold / MANY_TWOFOLD, 1.0)
        return self.qualifying * (doubt + (flagged + new + twofold) / 2)


@dataclass(frozen=True, slots=True)
class Page:
    """Some entries of a queue: `number` of `pages`, both from 1; `total` entries in all."""

    entries: Sequence[Entry]
    number: int
    pages: int
    total: int


def read_queue(library: Library) -> list[Entry]:
    """Return an entry per report, what teaches most first; equals by source."""
    results, mentions = _result_counts(library), _mention_counts(library)
    names = ["source", "title", "series", "event", "track", "words", "is_qualifying"]
    entries = []
    for row in library.columns("reports", names).to_pylist():
        source = row["source"]
        rows, confidence, flags = results.get(source, (0, None, 0))
        twofold, new = mentions.get(source, (0, 0))
        told = [row[name] for name in ("series", "event", "track") if row[name]]
        heading = " · ".join(told) or row["title"] or ""
        entries.append(
            Entry(key_of(source), source, heading, row["words"], row["is_qualifying"], rows,
                  confidence, flags, twofold, new)
        )  # fmt: skip
    return sorted(entries, key=_rank)


def page_of(entries: Sequence[Entry], number: int) -> Page:
    """Return a page; the nearest there is where the number is out of range."""
    pages = max(1, -(-len(entries) // PAGE))
    number = min(max(number, 1), pages)
    return Page(entries[(number - 1) * PAGE : number * PAGE], number, pages, len(entries))


def _rank(entry: Entry) -> tuple[float, str]:
    return -entry.teaches, entry.source


def _result_counts(library: Library) -> dict[str, tuple[int, float | None, int]]:
    table = library.columns("results", ["source", "confidence", "flags"])
    flagged = pc.cast(pc.greater(pc.list_value_length(table["flags"]), 0), pa.int64())
    table = table.drop_columns("flags").append_column("flagged", flagged)
    grouped = table.group_by("source").aggregate(
        [("confidence", "mean"), ("confidence", "count"), ("flagged", "sum")]
    )
    return {
        row["source"]: (row["confidence_count"], row["confidence_mean"], row["flagged_sum"])
        for row in grouped.to_pylist()
    }


def _mention_counts(library: Library) -> dict[str, tuple[int, int]]:
    table = library.columns("mentions", ["source", "text", "label", "rule"])
    table = table.filter(pc.is_in(table["label"], pa.array(sorted(NAMES))))
    by_name = table.group_by(["source", "text"]).aggregate([("label", "count_distinct")])
    twofold = by_name.filter(pc.greater(by_name["label_count_distinct"], 1))
    learned = table.filter(pc.equal(table["rule"], LEARNED))
    new = learned.group_by("source").aggregate([("text", "count_distinct")])
    counts: dict[str, list[int]] = {}
    for place, sources in enumerate((twofold["source"].to_pylist(), _repeated(new))):
        for source in sources:
            counts.setdefault(source, [0, 0])[place] += 1
    return {source: (twofold, new) for source, (twofold, new) in counts.items()}


def _repeated(counted: pa.Table) -> Iterable[str]:
    for row in counted.to_pylist():
        yield from [row["source"]] * row["text_count_distinct"]
