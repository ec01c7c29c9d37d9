"""What a report says of its session and classes, as cells with their proof."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polesitter.records.extraction import Extraction
from polesitter.review.page.cells import Cell, proof_text
from polesitter.review.page.spans import PageSpans
from polesitter.review.page.visible import visible
from polesitter.review.session_values import fact_text, session_text
from polesitter.types import Evidence

SESSION_NAMES = {
    "series": "Series", "event": "Event", "track": "Track", "session_date": "Date",
}  # fmt: skip
FACT_NAMES = {
    "pole_driver": "Pole", "entries": "Entries", "red_flags": "Red flags",
    "track_record": "Track record", "record_holder": "Earlier record", "record_year": "Set in",
    "race_start": "Race", "broadcaster": "Broadcast",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClassCells:
    """The facts of one class; `title` is "" for those of the whole session."""

    title: str
    cells: tuple[Cell, ...]


def session_cells(extraction: Extraction, spans: PageSpans) -> list[Cell]:
    """Return series, event, track and date, those that are stated."""
    session = extraction.session
    return [
        _cell(name, told, session.evidence, field, spans)
        for field, name in SESSION_NAMES.items()
        if (told := session_text(session, field)) is not None
    ]


def class_cells(extraction: Extraction, spans: PageSpans) -> list[ClassCells]:
    """Return the facts of each class that has any, the pole only where no grid tells it."""
    has_grid = any(result.position == 1 for result in extraction.results)
    found = []
    for facts in extraction.session.classes:
        cells = tuple(
            _cell(name, told, facts.evidence, field, spans)
            for field, name in FACT_NAMES.items()
            if not (field == "pole_driver" and has_grid)
            and (told := fact_text(facts, field)) is not None
        )
        if cells:
            found.append(ClassCells(visible(facts.car_class or ""), cells))
    return found


def _cell(name: str, told: str, evidence: Sequence[Evidence], field: str, spans: PageSpans) -> Cell:
    items = list(_of_field(evidence, field))
    lit = tuple(dict.fromkeys(spans.at(item) for item in items))
    return Cell(name, visible(told), lit, proof_text(items), field=field)


def _of_field(evidence: Sequence[Evidence], field: str) -> Iterator[Evidence]:
    for item in evidence:
        if item.field == field:
            yield item
