"""What the two models are built from that the gate compares."""

from dataclasses import replace
from pathlib import Path

from polesitter.learn.retrain.intake import TakenIn
from polesitter.learn.retrain.learnt_lines import has_learnt_lines
from polesitter.learn.retrain.side_by_side import Order


def twin_orders(
    corpus: Path, patterns: Path, work: Path, taken: TakenIn, held: frozenset[str]
) -> tuple[Order, Order]:
    """The twins of the model in use and of the new one; one order where they are alike.

    `corpus`, `patterns`: as they are; `work`: where the new corpus is, and both are built.
    """
    old = Order(
        corpus,
        patterns,
        work / "old-twin",
        held,
        learns_patterns=has_learnt_lines(patterns),
        twin=True,
    )
    if old.learns_patterns and not taken.files:
        return old, old
    return old, replace(
        old,
        corpus=work / "corpus",
        place=work / "new-twin",
        held=held - taken.reports.keys(),
        learns_patterns=True,
    )
