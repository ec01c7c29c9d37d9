"""The gate: a new model passes only if it is not worse than the old one, anywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from polesitter.learn.corpus import GoldReport
from polesitter.learn.predictions import Prediction
from polesitter.learn.retrain.chance import Chance, chance_of_fall
from polesitter.learn.retrain.holm import holm
from polesitter.learn.retrain.outcome import GateResult, Standing
from polesitter.learn.scoring.align import FIELDS
from polesitter.learn.scoring.bootstrap import Counts, paired_difference
from polesitter.learn.scoring.cells import Cell, cells_of, counts_of
from polesitter.learn.scoring.compare import compare

LEVEL = 0.05
"""Chance below which a fall is taken for one."""

FEWEST_REPORTS = 10
"""Reports without which nothing can be judged."""

Kind = Literal["total", "group", "field"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A report of the gate, and the cells of both models in it."""

    gold: GoldReport
    old: Sequence[Cell]
    new: Sequence[Cell]


def judge(
    golds: Sequence[GoldReport],
    old: Mapping[str, Prediction],
    new: Mapping[str, Prediction],
    dev: frozenset[str],
) -> GateResult:
    """Compare what two models read in reports that neither was taught.

    It is shut where the total or dev falls, one-sided at 5 %, or a series group or field
    does after Holm's correction among all of them. `dev`: the ids of the dev split.
    """
    if len(golds) < FEWEST_REPORTS:
        cause = f"{len(golds)} reports are left to judge by; {FEWEST_REPORTS} are needed"
        return GateResult(len(golds), causes=(cause,))
    judged = [
        Judged(
            gold,
            cells_of(gold.records, old[gold.id].rows),
            cells_of(gold.records, new[gold.id].rows),
        )
        for gold in golds
    ]
    standings = (*_totals(judged, dev), *_parts(judged))
    causes = tuple(_cause(one) for one in standings if one.falls)
    return GateResult(len(golds), standings, tuple(compare(golds, old, new).changes), causes)


def _totals(judged: Sequence[Judged], dev: frozenset[str]) -> list[Standing]:
    of_dev = [one for one in judged if one.gold.id in dev]
    totals = [_standing("total", "all", judged), _standing("total", "dev", of_dev)]
    return [replace(one, falls=one.chance < LEVEL) for one in totals if one.reports]


def _parts(judged: Sequence[Judged]) -> list[Standing]:
    groups = sorted({one.gold.group for one in judged})
    parts = [
        _standing("group", group, [one for one in judged if one.gold.group == group])
        for group in groups
    ]
    parts += [_standing("field", name, judged, name) for name in FIELDS]
    parts = [one for one in parts if sum(one.before) + sum(one.after)]
    corrected = holm([Chance(one.chance, one.least) for one in parts])
    return [
        replace(one, corrected=chance, falls=chance < LEVEL)
        for one, chance in zip(parts, corrected, strict=True)
    ]


def _standing(kind: Kind, name: str, judged: Sequence[Judged], *fields: str) -> Standing:
    """Old against new on some reports and fields, whether it falls left open."""
    before = [counts_of(one.old, *fields) for one in judged]
    after = [counts_of(one.new, *fields) for one in judged]
    chance = chance_of_fall(before, after)
    return Standing(
        kind,
        name,
        len(judged),
        _sum(before),
        _sum(after),
        paired_difference(before, after),
        chance.value,
        corrected=chance.value,
        falls=False,
        least=chance.least,
    )


def _sum(counts: Sequence[Counts]) -> Counts:
    right, wrong, missed = (sum(each[place] for each in counts) for place in range(3))
    return right, wrong, missed


def _cause(standing: Standing) -> str:
    what = "the total" if standing.name == "all" else f"{standing.kind} {standing.name}"
    return (
        f"{what} falls from {standing.f1_before:.1%} to {standing.f1_after:.1%} "
        f"(by chance: {standing.corrected:.1%})"
    )
