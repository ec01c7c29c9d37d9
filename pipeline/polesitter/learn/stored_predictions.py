"""Predictions from the output folder of a run."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from polesitter.learn.guide_names import guide_row, guide_session
from polesitter.learn.predictions import DECIMALS, Prediction, facts_of
from polesitter.records.dataset.open import Dataset, open_dataset
from polesitter.types import Evidence, Mention, Relation


def read_dataset(out: Path) -> dict[str, Prediction]:
    """Return the predictions of a dataset by report id.

    Raises PolesitterError where `out` is no dataset (E403) or of another version (E404).
    """
    dataset = open_dataset(out)
    results, mentions, relations, classes = (
        _by_report(dataset, table) for table in ("results", "mentions", "relations", "sessions")
    )
    predictions = {}
    for report in dataset.table("reports").to_pylist():
        name = _id(report["source"])
        predictions[name] = Prediction(
            rows=tuple(guide_row(row) for row in results[name]),
            session=guide_session(report),
            evidence=tuple(_evidence(row["evidence"]) for row in results[name]),
            mentions=tuple(_mention(row) for row in mentions[name]),
            relations=tuple(_relation(row) for row in relations[name]),
            facts=facts_of(classes[name]),
            confidences=tuple(round(row["confidence"], DECIMALS) for row in results[name]),
        )
    return predictions


def _by_report(dataset: Dataset, table: str) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in dataset.table(table).to_pylist():
        rows[_id(row["source"])].append(row)
    number = {"results": "result_id", "mentions": "mention_id", "relations": "relation_id"}
    if table in number:
        for found in rows.values():
            found.sort(key=_Numbered(number[table]))
    return rows


class _Numbered:
    """Sorts the rows of a report by their number."""

    def __init__(self, column: str) -> None:
        self.column = column

    def __call__(self, row: Mapping[str, Any]) -> int:
        return int(row[self.column])


def _evidence(rows: Sequence[Mapping[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**{**row, "score": round(row["score"], DECIMALS)}) for row in rows)


def _mention(row: Mapping[str, Any]) -> Mention:
    names = ("start", "end", "text", "label", "value", "unit", "approx", "rule", "entity_id")
    kept = {name: row[name] for name in names}
    return Mention(**kept, score=round(row["score"], DECIMALS), framing=row["framing"])


def _relation(row: Mapping[str, Any]) -> Relation:
    names = ("kind", "head", "tail", "value", "framing", "rule", "used")
    return Relation(**{name: row[name] for name in names}, score=round(row["score"], DECIMALS))


def _id(source: str) -> str:
    return source.rpartition("#")[2] if "#" in source else Path(source).stem
