"""What is scored: everything read in a report, from wherever it comes."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport
from polesitter.learn.guide_names import FACT_COLUMNS, guide_row, guide_session
from polesitter.learn.scoring.mention_score import LabelledSpan
from polesitter.records.extraction import Extraction
from polesitter.types import Evidence, Mention, Relation, Report

if TYPE_CHECKING:
    from spacy.language import Language

FOUND = "found"
"""Key of an evaluation written as JSON under which the predictions stand, by report id."""

DECIMALS = 4
"""Scores are told with so many; the narrower floats of a table would show more."""

FOLDS = "fold-*/read"
"""Where cross_validate leaves what the model of each fold read."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """One report as predicted, rows and session with the names of corpus/GUIDE.md.

    `evidence`: for each row the words behind its fields, by column name. `confidences`: of
    each row, 0 to 1; none where none were kept. `mentions`, `relations`: None where none
    were kept; relations point to mentions by index. Offsets are 0-based, half-open code
    points of the text. `facts`: the further facts of the session, by the names of
    FACT_COLUMNS.
    """

    rows: tuple[dict[str, Any], ...] = ()
    session: Mapping[str, Any] | None = None
    evidence: tuple[tuple[Evidence, ...], ...] = ()
    mentions: tuple[Mention, ...] | None = None
    relations: tuple[Relation, ...] | None = None
    facts: Mapping[str, Any] | None = None
    confidences: tuple[float, ...] = ()

    @property
    def spans(self) -> tuple[LabelledSpan, ...] | None:
        """The bounds and labels of the mentions; None where none were kept."""
        if self.mentions is None:
            return None
        return tuple((one.start, one.end, one.label) for one in self.mentions)


def predict(nlp: "Language", gold: GoldReport) -> Prediction:
    """Run the pipeline on the plain text of an annotated report."""
    return prediction_of(read_plain(nlp, gold))


def read_plain(nlp: "Language", gold: GoldReport) -> Extraction:
    """Run the pipeline on the plain text of an annotated report; return all it read."""
    from polesitter.run.together import extract_report

    digest = hashlib.sha256(gold.text.encode()).hexdigest()
    return extract_report(nlp, Report(f"{gold.id}.txt", gold.text, digest))


def prediction_of(extraction: Extraction) -> Prediction:
    """Return an extraction in the names of the guide."""
    session = extraction.session
    columns = {
        name: getattr(session, name) for name in ("series", "event", "track", "session_date")
    }
    return Prediction(
        rows=tuple(guide_row(asdict(result)) for result in extraction.results),
        session=guide_session(columns),
        evidence=tuple(result.evidence for result in extraction.results),
        mentions=extraction.mentions,
        relations=extraction.relations,
        facts=facts_of([asdict(facts) for facts in session.classes]),
        confidences=tuple(round(result.confidence, DECIMALS) for result in extraction.results),
    )


def facts_of(classes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the further facts of a session, those of the whole before those of a class."""
    ordered = sorted(classes, key=_of_a_class)
    return {
        name: next((each[column] for each in ordered if each[column] is not None), None)
        for name, column in FACT_COLUMNS.items()
    }


def plain_prediction(prediction: Prediction) -> dict[str, Any]:
    """Return rows, session, evidence and confidences as plain values, for JSON."""
    return {
        "records": list(prediction.rows),
        "session": dict(prediction.session or {}),
        "evidence": [[asdict(one) for one in row] for row in prediction.evidence],
        "confidences": list(prediction.confidences),
    }


def read_predictions(path: Path) -> dict[str, Prediction]:
    """Return predictions by report id: the stem of the source, or what follows its "#".

    `path`: an output folder of extract or of cross_validate, a folder of records as in
    corpus/GUIDE.md, or what `polesitter evaluate --json` wrote. Raises PolesitterError
    where it is none of them (E403), or a JSON cannot be read (E602, E603).
    """
    from polesitter.learn.stored_predictions import read_dataset

    if path.is_file():
        return _read_evaluation(path)
    folds = [fold for fold in sorted(path.glob(FOLDS)) if fold.is_dir()]
    if folds:
        return {name: found for fold in folds for name, found in read_dataset(fold).items()}
    written = {file.stem: _json(file) for file in sorted(path.glob("*.json"))}
    records = {
        name: record
        for name, record in written.items()
        if isinstance(record, dict) and "records" in record
    }
    if records:
        return {name: _from_plain(record) for name, record in records.items()}
    return read_dataset(path)


def _read_evaluation(file: Path) -> dict[str, Prediction]:
    content = _json(file)
    if not isinstance(content, dict) or FOUND not in content:
        raise PolesitterError(Errors.E603.format(path=file))
    return {name: _from_plain(record) for name, record in content[FOUND].items()}


def _from_plain(record: Mapping[str, Any]) -> Prediction:
    evidence = tuple(
        tuple(Evidence(**one) for one in row) for row in record.get("evidence", ())
    )  # fmt: skip
    return Prediction(
        tuple(record["records"]),
        record.get("session"),
        evidence,
        confidences=tuple(record.get("confidences", ())),
    )


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise PolesitterError(Errors.E602.format(path=file, error=error)) from error


def _of_a_class(facts: Mapping[str, Any]) -> bool:
    return facts["car_class"] is not None
