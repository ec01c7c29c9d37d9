"""What a pipeline finds in a report, in the shape of an annotated one."""

from typing import TYPE_CHECKING, Any

from polesitter.learn.corpus import GoldReport
from polesitter.learn.corpus_check.rows import ROW_KEYS
from polesitter.learn.exchange.entities import ENTITY_ID, Span, marks_of
from polesitter.learn.predictions import Prediction, predict

if TYPE_CHECKING:
    from spacy.language import Language


def annotate(nlp: "Language", report: GoldReport) -> GoldReport:
    """Return the report with marks, session and records of the pipeline, for its own.

    Only id and text of `report` are read.
    """
    return annotated(report.id, report.text, predict(nlp, report))


def annotated(name: str, text: str, found: Prediction) -> GoldReport:
    """Return a prediction as an annotated report; lap times in minutes and seconds.

    Entities are counted from 1, as corpus/GUIDE.md has it.
    """
    spans = [
        Span(one.start, one.end, one.label, _from_one(one.entity_id))
        for one in found.mentions or ()
    ]
    return GoldReport(
        id=name,
        text=text,
        marks=marks_of(spans, None, text),
        session={
            key: (found.session or {}).get(key) for key in ("date", "series", "event", "track")
        },
        records=tuple(_row(row) for row in found.rows),
    )


def _from_one(entity: str | None) -> str | None:
    """An id of the pipeline, which counts from 0, one number higher; others as they are."""
    if entity is None or ENTITY_ID.fullmatch(entity) is None:
        return entity
    letters = entity.rstrip("0123456789")
    return f"{letters}{int(entity.removeprefix(letters)) + 1}"


def _row(found: dict[str, Any]) -> dict[str, Any]:
    row = {name: found.get(name) for name in ROW_KEYS}
    row["gap_approx"] = bool(row["gap_approx"])
    if row["lap_time"] is not None:
        row["lap_time"] = clock(row["lap_time"])
    return row


def clock(seconds: float) -> str:
    """Return a lap time as M:SS.mmm, or SS.mmm under a minute."""
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"{minutes}:{rest / 1000:06.3f}" if minutes else f"{rest / 1000:.3f}"
