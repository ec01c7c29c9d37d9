"""An explanation as plain values, for JSON."""

from dataclasses import asdict
from typing import Any

from polesitter.review.explain import FieldExplanation, Proof, RowExplanation
from polesitter.review.rule_meaning import meaning_of


def explanation_values(row: RowExplanation) -> dict[str, Any]:
    """Return one row: who, and per field value, proofs, why it is empty and rivals."""
    result = row.result
    return {
        "result_id": result.result_id,
        "driver": result.driver,
        "car_class": result.car_class,
        "confidence": round(result.confidence, 4),
        "flags": list(result.flags),
        "fields": {field.name: _field(field) for field in row.fields},
    }


def _field(field: FieldExplanation) -> dict[str, Any]:
    return {
        "value": field.value,
        "proofs": [_proof(proof) for proof in field.proofs],
        "why_empty": field.why_empty,
        "rivals": [asdict(rival) for rival in field.rivals],
    }


def _proof(proof: Proof) -> dict[str, Any]:
    item, place = proof.evidence, proof.place
    return {
        **asdict(item),
        "sentence": proof.sentence.text,
        "sentence_start": proof.sentence.start,
        "framing": proof.framing,
        "mention_rule": proof.mention_rule,
        "place": str(place) if place is not None else None,
        "pattern": place.pattern if place is not None else None,
        "meaning": meaning_of(item.rule),
    }
