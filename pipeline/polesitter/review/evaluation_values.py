"""An evaluation as plain values, for JSON."""

from dataclasses import asdict
from typing import Any

from polesitter.learn.align import FIELDS
from polesitter.learn.evaluate import Evaluation
from polesitter.learn.score import Score, Tally

DECIMALS = 4


def evaluation_values(evaluation: Evaluation) -> dict[str, Any]:
    """Return every figure; differences by report id."""
    mentions = evaluation.mentions
    return {
        **_tally(evaluation.whole),
        "groups": {name: _tally(tally) for name, tally in evaluation.groups.items()},
        "session": {name: asdict(hits) for name, hits in evaluation.session.items()},
        "mentions": {
            "gold": mentions.gold_spans(),
            **_score(mentions.score()),
            "labels": {
                label: {"gold": mentions.gold_spans(label), **_score(mentions.score(label))}
                for label in mentions.labels()
            },
        },
        "differences": {
            name: [asdict(difference) for difference in differences]
            for name, differences in evaluation.differences.items()
        },
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "reports": tally.reports,
        "reports_exact": tally.reports_exact,
        "rows": {
            "gold": tally.rows_gold,
            "found": tally.rows_found,
            "exact": tally.rows_exact,
            **_score(tally.rows()),
        },
        "cells": _score(tally.cells()),
        "fields": {
            name: {"gold": tally.gold_cells(name), **_score(tally.cells(name))} for name in FIELDS
        },
    }


def _score(score: Score) -> dict[str, float]:
    return {name: round(value, DECIMALS) for name, value in asdict(score).items()}
