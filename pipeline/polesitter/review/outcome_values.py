"""A retraining as plain values, for JSON."""

from dataclasses import asdict
from typing import Any

from polesitter.learn.retrain.outcome import GateResult, RetrainOutcome, Standing


def outcome_values(outcome: RetrainOutcome) -> dict[str, Any]:
    """Return verdict, intake, what was learnt, and the gate with gains and losses."""
    learnt = outcome.learnt
    return {
        "verdict": outcome.verdict,
        "in_use": outcome.in_use,
        "parent": outcome.parent,
        "version": outcome.version,
        "reports": outcome.reports,
        "data_date": outcome.data_date,
        "corpus": outcome.corpus_hash,
        "reason": outcome.reason,
        "intake": asdict(outcome.intake),
        "names": [asdict(name) for name in learnt.names],
        "patterns": [asdict(pattern) for pattern in learnt.patterns],
        "patterns_dropped": [asdict(pattern) for pattern in learnt.dropped],
        "gate": None if outcome.gate is None else _gate_values(outcome.gate),
    }


def _gate_values(gate: GateResult) -> dict[str, Any]:
    return {
        "passed": gate.passed,
        "reports": gate.reports,
        "causes": list(gate.causes),
        "standings": [_standing_values(one) for one in gate.standings],
        "gains": [asdict(change) for change in gate.gains()],
        "losses": [asdict(change) for change in gate.losses()],
    }


def _standing_values(standing: Standing) -> dict[str, Any]:
    return {
        **asdict(standing),
        "f1_before": round(standing.f1_before, 4),
        "f1_after": round(standing.f1_after, 4),
    }
