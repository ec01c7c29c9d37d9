"""An explanation as plain values, for JSON."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from polesitter.review.explain import FieldExplanation, RowExplanation
from polesitter.review.explain_report import ReportExplanation
from polesitter.review.proof import Proof
from polesitter.review.rival import Rival
from polesitter.review.rule_meaning import meaning_of
from polesitter.review.unrecorded import Unrecorded

SCORE_DECIMALS = 4


def report_explanation_values(explanation: ReportExplanation) -> dict[str, Any]:
    """Return a report: its session, its classes and its rows, field by field.

    `unrecorded`: the driver asked for, where it is named and has no row.
    """
    return {
        "source": explanation.source,
        "model": explanation.extraction.model,
        "session": _fields(explanation.session.fields),
        "classes": [
            {"car_class": one.car_class, "fields": _fields(one.fields)}
            for one in explanation.session.classes
        ],
        "rows": [explanation_values(row) for row in explanation.rows],
        "unrecorded": [_unrecorded(one) for one in explanation.unrecorded],
    }


def _unrecorded(told: Unrecorded) -> dict[str, Any]:
    return {
        "driver": told.name,
        "why": told.why,
        "chance": round(told.chance, SCORE_DECIMALS) if told.chance is not None else None,
        "fields": _fields(told.row.fields),
    }


def explanation_values(row: RowExplanation) -> dict[str, Any]:
    """Return one row: who, and per field value, proofs, why it is empty and rivals."""
    result = row.result
    return {
        "result_id": result.result_id,
        "driver": result.driver,
        "car_class": result.car_class,
        "confidence": round(result.confidence, SCORE_DECIMALS),
        "flags": list(result.flags),
        "fields": _fields((*row.fields, *row.derived)),
    }


def _fields(fields: Iterable[FieldExplanation]) -> dict[str, Any]:
    # A status has a value by default: of two tellings the one with a value counts.
    told: dict[str, Any] = {}
    for field in fields:
        if field.name not in told or told[field.name]["value"] is None:
            told[field.name] = _field(field)
    return told


def _field(field: FieldExplanation) -> dict[str, Any]:
    return {
        "value": field.value,
        "origin": field.origin,
        "proofs": [_proof(proof) for proof in field.proofs],
        "reason": field.reason.kind if field.reason is not None else None,
        "why_empty": field.why_empty,
        "rivals": [_rival(rival) for rival in field.rivals],
    }


def _proof(proof: Proof) -> dict[str, Any]:
    item, place, weighing = proof.evidence, proof.place, proof.weighing
    return {
        **asdict(item),
        "score": round(item.score, SCORE_DECIMALS),
        "sentence": proof.sentence.text,
        "sentence_start": proof.sentence.start,
        "framing": proof.framing,
        "mention_rule": proof.mention_rule,
        "place": str(place) if place is not None else None,
        "pattern": place.pattern if place is not None else None,
        "meaning": meaning_of(item.rule),
        "weight": weighing.rule if weighing is not None else None,
        "log_odds": weighing.total if weighing is not None else None,
        "signs": [asdict(sign) for sign in weighing.signs] if weighing is not None else [],
    }


def _rival(rival: Rival) -> dict[str, Any]:
    return {**asdict(rival), "score": round(rival.score, SCORE_DECIMALS)}
