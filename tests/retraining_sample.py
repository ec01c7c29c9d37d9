"""A retraining to tell of: what it learnt and how it was judged, all of it invented."""

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from polesitter.learn.pattern_changes import LearntName, LearntPattern, PatternChanges
from polesitter.learn.retrain.chance import chance_of_fall
from polesitter.learn.retrain.history import HistoryLine
from polesitter.learn.retrain.outcome import (
    GateResult,
    Intake,
    Refusal,
    RetrainOutcome,
    Standing,
)
from polesitter.learn.scoring.bootstrap import Counts, paired_difference
from polesitter.learn.scoring.compare import Change

Kind = Literal["total", "group", "field"]
BY_KIND: dict[Kind, dict[str, int]] = {
    "group": {"formula": 3, "indy": 5, "pilot": 2, "sports": 6, "stock": 4},
    "field": {
        "class": 1,
        "position": 3,
        "driver": 4,
        "team": 7,
        "car": 2,
        "lap_time": 0,
        "gap": 5,
    },
}
"""Cells in a hundred that the new model reads better."""
HISTORY = [
    HistoryLine("0.1.0", "", 240, (), (), "", None, {"all": 0.712, "indy": 0.8, "stock": 0.66}),
    HistoryLine("0.1.1", "0.1.0", 300, (), (), "", None, {"all": 0.74, "indy": 0.82, "stock": 0.7}),
]
NAMES = (
    LearntName("TEAM", "Quillmark Racing", "team:quillmark-racing", "indy-412",
               "Quillmark Racing's Mara Quint qualified second.", reports=4),
    LearntName("DRIVER", "Mara Quint", "driver:mara-quint", "indy-412",
               "Quillmark Racing's Mara Quint qualified second.", reports=3),
    LearntName("CAR", "Tellis GT-4 | Evo", "car:tellis-gt-4-evo", "sports-409",
               "The Tellis GT-4 | Evo of Ivo Brandl was third.", known=True),
    LearntName("TEAM", "Race", "team:race", "stock-402", held_back="an English word"),
)  # fmt: skip
PATTERNS = (
    LearntPattern("qualified.shall_start", "qualified", "{driver} shall <start> {position}", 14,
                  0.93, "Mara Quint shall start fourth.", "indy-412"),
    LearntPattern("gap.nothing_split", "gap",
                  "only {gap} <split> {driver:ahead} and [{team} 's] {driver:behind}", 22, 0.955,
                  "Only 0.012 seconds split Quint and Quillmark Racing's Ivo Brandl.", "pilot-403"),
)  # fmt: skip
CHANGES = (
    Change("indy-412", "Mara Quint", "team", "Quillmark Racing", None, "Quillmark Racing", True,
           "Quillmark Racing's Mara Quint qualified second, 0.112 seconds behind."),
    Change("pilot-403", "Ivo Brandl", "gap", 0.012, None, 0.012, True,
           "Only 0.012 seconds split Quint and Quillmark Racing's Ivo Brandl."),
    Change("sports-409", "Ivo Brandl", "position", 3, 5, 3, True,
           "The Tellis of Ivo Brandl was third, <b>not</b> fifth as first told."),
    Change("stock-402", "Caleb Strand", "gap", 0.204, 0.204, None, False,
           "Strand was 0.204 seconds adrift, and knew where he had left them."),
)  # fmt: skip


def promoted() -> RetrainOutcome:
    """A retraining that made most things better and one a little worse."""
    return RetrainOutcome(
        verdict="promoted",
        parent="0.1.1",
        version="0.1.2",
        intake=Intake(
            added=tuple(f"indy-4{number:02}" for number in range(1, 25)),
            replaced=("stock-402",),
            refused=(Refusal("pilot-499", "the DRIVER begins within a word", offset=41),),
            suspicions=("formula-404 is read far worse than others",),
        ),
        learnt=PatternChanges(names=NAMES, patterns=PATTERNS),
        gate=GateResult(60, (*_totals(), *_standings()), CHANGES),
        reports=324,
        corpus_hash="3f2a9c1b77d0",
        data_date="2025-08-30",
    )


def refused() -> RetrainOutcome:
    """One that made teams worse, and is not used."""
    outcome = promoted()
    assert outcome.gate is not None
    worse = replace(_standing("field", "team", -12), chance=0.0005, corrected=0.006, falls=True)
    kept = tuple(one for one in outcome.gate.standings if one.name != "team")
    cause = "field team falls from 80.0% to 68.0% (by chance: 0.6%)"
    gate = replace(outcome.gate, standings=(*kept, worse), causes=(cause,))
    return replace(outcome, verdict="refused", gate=gate)


def _totals() -> list[Standing]:
    return [_standing("total", "all", 4), _standing("total", "dev", 3, reports=26)]


def _standings() -> list[Standing]:
    return [
        _standing(kind, name, better, reports=12 if kind == "group" else 60)
        for kind, parts in BY_KIND.items()
        for name, better in parts.items()
    ]


def _standing(kind: Kind, name: str, better: int, reports: int = 60) -> Standing:
    chance = random.Random(f"{kind} {name}")
    before = [_counts(chance, 75) for _ in range(reports)]
    after = [_counts(chance, 75 + better) for _ in range(reports)]
    difference = paired_difference(before, after)
    fall = chance_of_fall(before, after).value
    corrected = min(1.0, 11 * fall)
    return Standing(
        kind, name, reports, _sum(before), _sum(after), difference, fall, corrected, falls=False
    )


def _counts(chance: random.Random, right: int) -> Counts:
    hits = sum(chance.random() * 100 < right for _ in range(40))
    return hits, (40 - hits) // 2, 40 - hits - (40 - hits) // 2


def _sum(counts: Sequence[Counts]) -> Counts:
    right, wrong, missed = (sum(one[place] for one in counts) for place in range(3))
    return right, wrong, missed
