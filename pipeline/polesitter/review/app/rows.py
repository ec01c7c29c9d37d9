"""The rows of the grid: what the extractor says, under what the reviewer has set."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from polesitter.review.app.cells import FIELDS, Values, blank, record_of
from polesitter.review.app.draft import Draft, Pin
from polesitter.review.app.links import Span
from polesitter.review.app.row_ids import anchor_of, anchored_id
from polesitter.types import Mention, Result

NAMED_BY = ("driver", "car_number", "team")
"""Evidence that a row is named after, the first that there is."""

LAST = 1_000


@dataclass(slots=True)
class Row:
    """One row as shown and as written to the corpus.

    `values`: a record of corpus/GUIDE.md. `spans`, `chances`: cell -> the words behind it,
    and how sure the extractor is. `pinned`: the cells that the reviewer has set.
    """

    id: str
    values: Values
    spans: dict[str, list[Span]] = field(default_factory=dict)
    chances: dict[str, float] = field(default_factory=dict)
    pinned: set[str] = field(default_factory=set)
    confidence: float | None = None
    flags: tuple[str, ...] = ()

    def pin(self, cells: Mapping[str, Pin]) -> None:
        """Set cells to what the reviewer said."""
        for name, pin in cells.items():
            self.values |= pin.values
            self.spans[name] = [pin.span] if pin.span is not None else []
            self.chances.pop(name, None)
            self.pinned.add(name)


def rows_of(results: Iterable[Result], mentions: Sequence[Mention], draft: Draft) -> list[Row]:
    """Return the rows of a report, by class in order of appearance and by place.

    `mentions` carry entity ids. A pinned row that the extractor no longer gives stays,
    with what was pinned.
    """
    rows = _named(results)
    own = _Competitors(mentions, draft)
    kept: list[Row] = []
    found: set[str] = set()
    for row in rows:
        row.id = own.id_of(row, found)
        found.add(row.id)
        if row.id not in draft.dropped:
            kept.append(row)
    for name in (*draft.added, *draft.pins):
        if name not in found and name not in draft.dropped:
            kept.append(_alone(name, mentions))
            found.add(name)
    for row in kept:
        row.pin(draft.pins.get(row.id, {}))
    return _sorted(kept)


def _named(results: Iterable[Result]) -> list[Row]:
    counts: dict[int, int] = {}
    rows = []
    for result in results:
        start = anchor(result)
        again = counts.get(start, 0)
        counts[start] = again + 1
        rows.append(_row(anchored_id(start, again), result))
    return rows


def anchor(result: Result) -> int:
    """Return the code point at which a result's competitor is named."""
    for name in NAMED_BY:
        for item in result.evidence:
            if item.field == name:
                return item.start
    return result.evidence[0].start if result.evidence else 0


def _row(name: str, result: Result) -> Row:
    row = Row(name, record_of(result), confidence=result.confidence, flags=result.flags)
    for column in FIELDS:
        names = {column.name, column.column}
        if column.name == "grid":
            names.add("starts_at_rear")
        proofs = [item for item in result.evidence if item.field in names]
        if proofs:
            row.spans[column.name] = [(item.start, item.end) for item in proofs]
            row.chances[column.name] = min(item.score for item in proofs)
    return row


class _Competitors:
    """Finds the row that a reviewer's pins speak of, though it may be named elsewhere now."""

    def __init__(self, mentions: Sequence[Mention], draft: Draft) -> None:
        self.mentions = mentions
        # Only rows that a reviewer has touched must be found again.
        self.touched = [name for name in (*draft.pins, *draft.dropped) if anchor_of(name)
                        is not None]  # fmt: skip
        known = mentions if self.touched else ()
        self.entity = {(one.start, one.end): one.entity_id for one in known}

    def id_of(self, row: Row, taken: set[str]) -> str:
        if row.id in self.touched or not self.touched:
            return row.id
        spans = [span for name in ("driver", "number", "team") for span in row.spans.get(name, [])]
        if "driver" in row.spans:
            spans = row.spans["driver"]
        entities = {self.entity.get(span) for span in spans} - {None}
        for name in self.touched:
            if name not in taken and self._names(name, entities):
                return name
        return row.id

    def _names(self, row: str, entities: set[str | None]) -> bool:
        at = anchor_of(row)
        return at is not None and any(
            one.start <= at < one.end and one.entity_id in entities for one in self.mentions
        )


def _alone(name: str, mentions: Sequence[Mention]) -> Row:
    """A row of which the extractor knows nothing but, at best, a name at its anchor."""
    row = Row(name, blank())
    at = anchor_of(name)
    for one in mentions:
        if at is not None and one.start <= at < one.end and one.label in ("DRIVER", "TEAM"):
            column = one.label.casefold()
            same = [other.text for other in mentions
                    if other.entity_id == one.entity_id and other.label == one.label]  # fmt: skip
            row.values[column] = max(same, key=len)
            row.spans[column] = [(one.start, one.end)]
    return row


def _sorted(rows: list[Row]) -> list[Row]:
    order: dict[Any, int] = {}
    for row in rows:
        order.setdefault(row.values["class"], len(order))
    return sorted(rows, key=_Order(order))


class _Order:
    def __init__(self, classes: Mapping[Any, int]) -> None:
        self.classes = classes

    def __call__(self, row: Row) -> tuple[int, int]:
        place = row.values["position"]
        return self.classes[row.values["class"]], LAST if place is None else int(place)
