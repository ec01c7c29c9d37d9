"""An evaluation as plain values, for JSON."""

from collections import Counter
from dataclasses import asdict
from typing import Any

from polesitter.learn.evaluate import Evaluation
from polesitter.learn.predictions import FOUND, plain_prediction
from polesitter.learn.scoring.align import FIELDS
from polesitter.learn.scoring.bcubed import RESOLVED
from polesitter.learn.scoring.bootstrap import Interval, f1_interval
from polesitter.learn.scoring.calibration import calibration_interval, reliability
from polesitter.learn.scoring.causes import LostCell
from polesitter.learn.scoring.f1 import Score
from polesitter.learn.scoring.relation_score import RELATED, RelationTally
from polesitter.learn.scoring.score import Tally

DECIMALS = 4


def evaluation_values(evaluation: Evaluation) -> dict[str, Any]:
    """Return every figure of every stage, what differs and what was found, by report id."""
    return {
        **_tally(evaluation.whole),
        "interval": interval_values(f1_interval(list(evaluation.counts.values()))),
        "groups": {name: _tally(tally) for name, tally in evaluation.groups.items()},
        "session": {name: asdict(hits) for name, hits in evaluation.session.items()},
        "mentions": _mentions(evaluation),
        "references": {
            label: {
                "gold": evaluation.references.gold[label],
                **score_values(evaluation.references.score(label)),
            }
            for label in RESOLVED
        },
        "relations": _relations(evaluation.relations),
        "framing": _framing(evaluation),
        "facts": {name: asdict(hits) for name, hits in evaluation.facts.items()},
        "calibration": _calibration(evaluation),
        "causes": cause_counts(evaluation.lost),
        "lost": [_lost(one) for one in evaluation.lost],
        "differences": {
            name: [asdict(difference) for difference in differences]
            for name, differences in evaluation.differences.items()
        },
        FOUND: {name: plain_prediction(found) for name, found in evaluation.found.items()},
    }


def cause_counts(lost: list[LostCell]) -> dict[str, dict[str, int]]:
    """Return cause -> field -> how many cells were lost so; the commonest cause first."""
    causes = Counter(one.cause.value for one in lost)
    cells = Counter((one.cause.value, one.cell.field) for one in lost)
    return {
        cause: {name: cells[cause, name] for name in FIELDS if cells[cause, name]}
        for cause, _ in causes.most_common()
    }


def score_values(score: Score) -> dict[str, float]:
    """Return precision, recall and f1, rounded."""
    return {name: round(value, DECIMALS) for name, value in asdict(score).items()}


def interval_values(interval: Interval) -> dict[str, float]:
    """Return value, low and high, rounded."""
    return {name: round(value, DECIMALS) for name, value in asdict(interval).items()}


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "reports": tally.reports,
        "reports_exact": tally.reports_exact,
        "rows": {
            "gold": tally.rows_gold,
            "found": tally.rows_found,
            "exact": tally.rows_exact,
            **score_values(tally.rows()),
        },
        "cells": score_values(tally.cells.score()),
        "fields": {
            name: {"gold": tally.cells.gold(name), **score_values(tally.cells.score(name))}
            for name in FIELDS
        },
    }


def _mentions(evaluation: Evaluation) -> dict[str, Any]:
    mentions = evaluation.mentions
    return {
        "gold": mentions.gold(),
        **score_values(mentions.score()),
        "labels": {
            label: {"gold": mentions.gold(label), **score_values(mentions.score(label))}
            for label in mentions.names()
        },
    }


def _relations(tally: RelationTally) -> dict[str, Any]:
    return {
        "gold": tally.gold(),
        **score_values(tally.score()),
        "proposed": round(tally.share_proposed(), DECIMALS),
        "fields": {
            name: {
                "gold": tally.gold(name),
                **score_values(tally.score(name)),
                "proposed": round(tally.share_proposed(name), DECIMALS),
            }
            for name in RELATED
        },
    }


def _framing(evaluation: Evaluation) -> dict[str, Any]:
    tally = evaluation.framing
    return {
        "gold": tally.gold(),
        "accuracy": round(tally.accuracy(), DECIMALS),
        "framings": {
            name: {"gold": tally.gold(name), **score_values(tally.score(name))}
            for name in tally.names()
        },
    }


def _calibration(evaluation: Evaluation) -> dict[str, Any]:
    error = calibration_interval(evaluation.scored, len(evaluation.counts))
    return {
        "cells": len(evaluation.scored),
        "error": interval_values(error),
        "bins": [
            {
                name: round(value, DECIMALS)
                for name, value in asdict(each).items()
            }
            for each in reliability(evaluation.scored)
        ],
    }  # fmt: skip


def _lost(one: LostCell) -> dict[str, Any]:
    cell = one.cell
    return {
        "report": one.report,
        "whose": cell.whose,
        "field": cell.field,
        "gold": cell.gold,
        "found": cell.found,
        "cause": one.cause.value,
    }
