"""Signs that new annotations are wrong as a whole: the model in use sees none of it.

New names and phrasings cost a few cells; labels that were shuffled, or teams that were
exchanged, cost a whole field or label. A sign refuses nothing: the gate does.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from polesitter.learn.corpus import GoldReport
from polesitter.learn.predictions import Prediction
from polesitter.learn.scoring.align import FIELDS
from polesitter.learn.scoring.cells import cells_of
from polesitter.types import LABELS

FEWEST = 8
"""Cells or marks below which their share says nothing."""

FAR_BELOW = 0.5
"""Part of the usual agreement below which a field or label is suspicious."""

SHOWN = 5
"""Reports named of those that agree least."""


@dataclass(slots=True)
class Agreement:
    """How much of what is annotated the model reads alike: of each field and each label."""

    told: Counter[str] = field(default_factory=Counter)
    agreed: Counter[str] = field(default_factory=Counter)

    def add(self, gold: GoldReport, found: Prediction) -> None:
        """Count the cells and marks of one report."""
        for cell in cells_of(gold.records, found.rows):
            if cell.verdict != "spurious":
                self.told[cell.field] += 1
                self.agreed[cell.field] += cell.verdict == "right"
        spans = set(found.spans or ())
        for mark in gold.marks:
            self.told[mark.label] += 1
            self.agreed[mark.label] += (mark.start, mark.end, mark.label) in spans

    def share(self, *names: str) -> float:
        """Return the share that agrees of some fields and labels, 0 to 1; 1 of nothing."""
        told = sum(self.told[name] for name in names)
        return sum(self.agreed[name] for name in names) / told if told else 1.0


def agreement_of(golds: Iterable[GoldReport], found: Mapping[str, Prediction]) -> Agreement:
    """Return the agreement over reports."""
    agreement = Agreement()
    for gold in golds:
        agreement.add(gold, found[gold.id])
    return agreement


def suspicions(
    golds: Sequence[GoldReport], found: Mapping[str, Prediction], usual: Agreement
) -> Iterator[str]:
    """Yield a sentence for each field and label, and for the reports, far below the usual.

    `found`: what the model in use reads in the new reports; `usual`: its agreement with
    reports of the corpus that it was not taught.
    """
    whole = agreement_of(golds, found)
    for name in (*FIELDS, *LABELS):
        if whole.told[name] >= FEWEST and usual.told[name] >= FEWEST:
            share, wanted = whole.share(name), usual.share(name)
            if share < FAR_BELOW * wanted:
                yield (
                    f"{name}: the model in use agrees with {share:.0%} of {whole.told[name]} "
                    f"annotated, elsewhere with {wanted:.0%}"
                )
    yield from _odd_reports(golds, found, usual)


def _odd_reports(
    golds: Sequence[GoldReport], found: Mapping[str, Prediction], usual: Agreement
) -> Iterator[str]:
    wanted = usual.share(*FIELDS, *LABELS)
    odd = []
    for gold in golds:
        own = agreement_of([gold], found)
        share = own.share(*FIELDS, *LABELS)
        if own.told.total() >= FEWEST and share < FAR_BELOW * wanted:
            odd.append((share, gold.id))
    if odd:
        named = ", ".join(f"{id} ({share:.0%})" for share, id in sorted(odd)[:SHOWN])
        yield f"{len(odd)} of {len(golds)} reports agree with the model hardly at all: {named}"
