"""Agreement as plain values, for JSON."""

from dataclasses import asdict
from typing import Any

from polesitter.learn.scoring.agreement import Agreement, Counts
from polesitter.learn.scoring.align import FIELDS
from polesitter.learn.scoring.score import Tally

DECIMALS = 4


def agreement_values(found: Agreement) -> dict[str, Any]:
    """Return every figure and every difference; undefined figures are None."""
    return {
        **_counts(found.whole),
        "documents": {name: _counts(counts) for name, counts in found.documents.items()},
        "differences": [asdict(one) for one in found.differences],
        "only_a": found.only_a,
        "only_b": found.only_b,
        "other_text": found.other_text,
    }


def _counts(counts: Counts) -> dict[str, Any]:
    mentions, tokens = counts.mentions, counts.tokens
    return {
        "mentions": {
            "f1": _rounded(mentions.score().f1),
            "kappa": _rounded(tokens.kappa()),
            "labels": {
                label: {
                    "f1": _rounded(mentions.score(label).f1),
                    "kappa": _rounded(tokens.kappa(label)),
                }
                for label in mentions.names()
            },
        },
        "references": {"b_cubed_f1": _rounded(counts.references.score().f1)},
        "cells_of_a": _cells(counts.cells_of_a),
        "cells_of_b": _cells(counts.cells_of_b),
        "session": {
            name: {**asdict(count), "f1": _rounded(count.f1())}
            for name, count in counts.session.items()
        },
    }


def _cells(tally: Tally) -> dict[str, Any]:
    return {
        "f1": _rounded(tally.cells.score().f1),
        "fields": {name: _rounded(tally.cells.score(name).f1) for name in FIELDS},
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)
