"""What a retrained model says of itself, in its meta.json and in the history."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from polesitter.learn.retrain.history import HistoryLine
from polesitter.learn.retrain.outcome import GateResult, RetrainOutcome

DECIMALS = 4


def learning_of(outcome: RetrainOutcome, patterns_hash: str) -> dict[str, Any]:
    """Return the entry `learning` of meta.json; see docs/retrain.md."""
    told: dict[str, Any] = {
        "parent": outcome.parent,
        "reports": outcome.reports,
        "data_date": outcome.data_date,
        "corpus": outcome.corpus_hash,
        "patterns": patterns_hash,
    }
    if outcome.gate is not None:
        told["gate"] = {"reports": outcome.gate.reports, "scores": scores_of(outcome.gate)}
    if outcome.reason is not None:
        told["kept_anyway"] = {"reason": outcome.reason, "causes": _causes(outcome)}
    return told


def write_meta(model: Path, entries: Mapping[str, object]) -> None:
    """Set entries of a model's meta.json, written as spaCy writes it."""
    path = model / "meta.json"
    meta = {**json.loads(path.read_text(encoding="utf-8")), **entries}
    path.write_text(json.dumps(meta, ensure_ascii=False, indent=2), encoding="utf-8")


def history_line(outcome: RetrainOutcome) -> HistoryLine:
    """Return the line of the history for a promotion."""
    return HistoryLine(
        version=outcome.version,
        parent=outcome.parent,
        reports=outcome.reports,
        added=outcome.intake.added,
        replaced=outcome.intake.replaced,
        corpus_hash=outcome.corpus_hash,
        data_date=outcome.data_date,
        scores=scores_of(outcome.gate) if outcome.gate is not None else {},
        reason=outcome.reason,
    )


def scores_of(gate: GateResult) -> dict[str, float]:
    """Return cell F1 (0 to 1) of the new model's twin: all, dev, and each series group."""
    return {
        one.name: round(one.f1_after, DECIMALS)
        for one in gate.standings
        if one.kind in ("total", "group")
    }


def _causes(outcome: RetrainOutcome) -> list[str]:
    return list(outcome.gate.causes) if outcome.gate is not None else []
