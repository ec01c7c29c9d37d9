"""The two passes of the name model, taught on all reports or without a fold of them.

The second pass learns from scores that the first one gave to reports it was not taught
on. For a model that must not know fold f, it learns from one other fold alone, by a first
pass taught without both: the model without that fold has use for the same first pass.

Every first pass sets out from the mean of those that were taught one fold each (parameter
mixing, Mann and others 2009; as a start for L-BFGS, Agarwal and others 2014): a few steps then
do more than many from zero, and what one fold taught is used by all.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from polesitter.entities.learned.classifier import CLASSES, NameModel, no_weights, odds
from polesitter.entities.learned.evidence import SIZES, gather_facts, size_of
from polesitter.entities.learned.features import BUCKETS
from polesitter.entities.learned.words import Lexicon
from polesitter.learn.fitting.logistic import Part, fit_logistic
from polesitter.learn.name_model.part import least_seen, make_part, often_first
from polesitter.learn.name_model.samples import Sample

Weights = NDArray[np.float32]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

FIRST_PENALTY, FIRST_STEPS = 1.5, 20
"""Steps and penalty go together: with half the penalty, more than ten steps learn names by
heart and find fewer new ones. So many teach one fold."""

MIXED_STEPS = 5
"""Steps from the mean of several folds: held out as good as twenty from zero."""

SECOND_PENALTY, SECOND_STEPS = 2.0, 25
"""It has few weights: after ten steps it is still too shy, after fifty no better held out."""

SMALLEST = 0.08
"""Features of which no weight reaches this are dropped: most; held out, at twice as much some
names are lost."""


class NameCourse:
    """Samples of reports, from which name models are taught with or without a fold.

    `samples`: those of a report one after the other; `folds`: the fold of each report.
    """

    def __init__(self, samples: Iterable[Sample], folds: Sequence[int], words: Lexicon) -> None:
        kept = [sample for sample in samples if len(sample.candidates)]
        self.words = words
        self.columns = often_first(kept)
        self.parts = {
            fold: make_part([one for one in kept if folds[one.report] == fold], self.columns)
            for fold in sorted({folds[sample.report] for sample in kept})
        }
        self._first: dict[frozenset[int], Weights] = {}
        self._alone: dict[int, Floats] = {}

    def model(self, without: int | None = None) -> NameModel:
        """Return the model taught on every fold, or on every fold but one."""
        left_out = frozenset[int]() if without is None else frozenset([without])
        if not self.parts.keys() - left_out:
            return NameModel(self.words)
        return NameModel(self.words, self.first_pass(left_out), self.second_pass(left_out))

    def first_pass(self, left_out: frozenset[int]) -> Weights:
        """Return the weights of the first pass, (BUCKETS, classes), row 0 zero.

        Features seen in one report only are left out: they are mostly its names.
        """
        if left_out not in self._first:
            self._first[left_out] = self._fit_first([f for f in self.parts if f not in left_out])
        return self._first[left_out]

    def second_pass(self, left_out: frozenset[int]) -> Weights:
        """Return the weights of the second pass, (inputs, classes); none without inputs."""
        rest = [fold for fold in self.parts if fold not in left_out]
        if len(rest) < 2:
            return no_weights()
        told_by = [self._mate(fold) for fold in left_out] or rest
        inputs, labels, weights, sizes = zip(
            *[self._evidence(fold, self.first_pass(left_out | {fold})) for fold in told_by],
            strict=True,
        )
        facts = Part(np.concatenate(inputs), np.concatenate(labels), np.concatenate(weights))
        size = np.concatenate(sizes)
        # The lengths of names share no weight, so each is a fit of its own.
        return np.concatenate([_fit_second(facts, size == n) for n in range(SIZES)])

    def _mate(self, fold: int) -> int:
        """The fold that the second pass without `fold` learns from; mates are each other's."""
        folds = list(self.parts)
        place = folds.index(fold) ^ 1
        return folds[place] if place < len(folds) else folds[0]

    def _fit_first(self, folds: Sequence[int]) -> Weights:
        fitted = np.mean([self._taught_alone(fold) for fold in folds], axis=0)
        if len(folds) > 1:
            fitted = self._fit(folds, MIXED_STEPS, fitted)
        fitted[np.abs(fitted).max(axis=1) < SMALLEST] = 0.0
        weights = np.zeros((BUCKETS, len(CLASSES)), dtype=np.float32)
        weights[self.columns] = fitted.astype(np.float16)
        return weights

    def _taught_alone(self, fold: int) -> Floats:
        if fold not in self._alone:
            self._alone[fold] = self._fit([fold], FIRST_STEPS)
        return self._alone[fold]

    def _fit(self, folds: Sequence[int], steps: int, start: Floats | None = None) -> Floats:
        parts = [self.parts[fold] for fold in folds]
        seen = np.sum([part.seen for part in parts], axis=0)
        return fit_logistic(
            [Part(part.features, part.labels, part.weight, part.squares) for part in parts],
            len(CLASSES),
            penalty=FIRST_PENALTY,
            used=seen >= least_seen(seen),
            start=start,
            steps=steps,
        )

    def _evidence(self, fold: int, weights: Weights) -> tuple[Weights, Ints, Weights, Ints]:
        """Return the facts of a fold's candidates under a first pass, labels, weights, sizes."""
        part = self.parts[fold]
        scores = odds((part.features @ weights[self.columns]).astype(np.float64))
        ends = np.cumsum([len(candidates) for _, candidates in part.pages])
        facts = [
            gather_facts(page, candidates, own).astype(np.float32)
            for (page, candidates), own in zip(part.pages, np.split(scores, ends[:-1]), strict=True)
        ]
        sizes = [size_of(candidates) for _, candidates in part.pages]
        return np.concatenate(facts), part.labels, part.weight, np.concatenate(sizes)


def _fit_second(facts: Part, chosen: NDArray[np.bool_]) -> Weights:
    fitted = fit_logistic(
        [Part(facts.inputs[chosen], facts.labels[chosen], facts.weight[chosen])],
        len(CLASSES),
        penalty=SECOND_PENALTY,
        steps=SECOND_STEPS,
    )
    return fitted.astype(np.float32)
