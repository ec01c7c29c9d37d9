"""What is scored: rows, session and mentions of a report, from wherever they come."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport
from polesitter.learn.mention_score import LabelledSpan
from polesitter.records.extraction import Extraction
from polesitter.records.open import open_dataset
from polesitter.types import Report

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Prediction:
    """One report as predicted, rows and session with the names of corpus/GUIDE.md.

    `spans`: mentions in code points of the text; None where none were kept.
    """

    rows: tuple[dict[str, Any], ...] = ()
    session: Mapping[str, Any] | None = None
    spans: tuple[LabelledSpan, ...] | None = None


def predict(nlp: "Language", gold: GoldReport) -> Prediction:
    """Run the pipeline on the plain text of an annotated report."""
    from polesitter.run.worker import extract_report

    digest = hashlib.sha256(gold.text.encode()).hexdigest()
    return prediction_of(extract_report(nlp, Report(f"{gold.id}.txt", gold.text, digest)))


def prediction_of(extraction: Extraction) -> Prediction:
    """Return an extraction in the names of the guide."""
    session = extraction.session
    names = ("series", "event", "track", "session_date")
    return Prediction(
        tuple(
            _row({name: getattr(result, name) for name in _COLUMNS})
            for result in extraction.results
        ),
        _session({name: getattr(session, name) for name in names}),
        tuple((one.start, one.end, one.label) for one in extraction.mentions),
    )


def read_predictions(path: Path) -> dict[str, Prediction]:
    """Return predictions by report id: the stem of the source, or what follows its "#".

    `path`: an output folder of extract, or a folder of records as in corpus/GUIDE.md.
    Raises PolesitterError where it is neither (E403).
    """
    written = {file.stem: _record(file) for file in sorted(path.glob("*.json"))}
    records = {name: record for name, record in written.items() if record is not None}
    if records:
        return {
            name: Prediction(tuple(record["records"]), record.get("session"))
            for name, record in records.items()
        }
    return _read_dataset(path)


_COLUMNS = (
    "car_class", "position", "grid_position", "starts_at_rear", "driver", "team", "car",
    "car_number", "speed", "speed_unit", "lap_time_s", "gap_s", "gap_to", "segment", "status",
)  # fmt: skip


def _read_dataset(out: Path) -> dict[str, Prediction]:
    dataset = open_dataset(out)
    rows: dict[str, list[dict[str, Any]]] = {}
    spans: dict[str, list[LabelledSpan]] = {}
    sessions: dict[str, dict[str, Any]] = {}
    for report in dataset.table("reports").to_pylist():
        sessions[_id(report["source"])] = _session(report)
    for result in dataset.table("results").to_pylist():
        rows.setdefault(_id(result["source"]), []).append(_row(result))
    for one in dataset.table("mentions").to_pylist():
        span = (one["start"], one["end"], one["label"])
        spans.setdefault(_id(one["source"]), []).append(span)
    return {
        name: Prediction(tuple(rows.get(name, ())), session, tuple(spans.get(name, ())))
        for name, session in sessions.items()
    }


def _record(file: Path) -> dict[str, Any] | None:
    try:
        record = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise PolesitterError(Errors.E602.format(path=file, error=error)) from error
    return record if isinstance(record, dict) and "records" in record else None


def _row(cells: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "class": cells["car_class"],
        "position": cells["position"],
        "grid": "rear" if cells["starts_at_rear"] else cells["grid_position"],
        "driver": cells["driver"],
        "team": cells["team"],
        "car": cells["car"],
        "number": cells["car_number"],
        "speed": cells["speed"],
        "speed_unit": cells["speed_unit"],
        "lap_time": cells["lap_time_s"],
        "gap": cells["gap_s"],
        "gap_to": cells["gap_to"],
        "segment": cells["segment"],
        "status": cells["status"],
    }


def _session(cells: Mapping[str, Any]) -> dict[str, Any]:
    day = cells["session_date"]
    names = ("series", "event", "track")
    return {"date": day.isoformat() if day else None, **{name: cells[name] for name in names}}


def _id(source: str) -> str:
    return source.rpartition("#")[2] if "#" in source else Path(source).stem
