"""The two passes of the name model, taught on all reports or without a fold of them.

The second pass learns from scores that the first one gave to reports it was not taught
on. For a model that must not know fold f, those of fold g come from first passes taught
without f and g; each first pass is fitted once, whichever models need it.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from polesitter.entities.learned.classifier import CLASSES, NameModel, no_weights, odds
from polesitter.entities.learned.evidence import SIZES, gather_facts, size_of
from polesitter.entities.learned.features import BUCKETS
from polesitter.entities.learned.plan import FEATURES
from polesitter.entities.learned.words import Lexicon
from polesitter.learn.logistic import fit_logistic
from polesitter.learn.samples import Sample

Weights = NDArray[np.float32]
Ints = NDArray[np.int64]

FIRST_PENALTY, FIRST_STEPS = 0.6, 10
"""Ten steps, because more of them learn names by heart and find fewer new ones."""

SECOND_PENALTY, SECOND_STEPS = 2.0, 10

SMALLEST = 0.16
"""Features of which no weight reaches this are dropped: most; held out, nothing is lost."""


class NameCourse:
    """Samples of reports, from which name models are taught with or without a fold.

    `samples`: those of a report one after the other; `folds`: the fold of each report.
    """

    def __init__(self, samples: Iterable[Sample], folds: Sequence[int], words: Lexicon) -> None:
        kept = [sample for sample in samples if len(sample.candidates)]
        sizes = [len(sample.candidates) for sample in kept]
        self.words = words
        self.folds = sorted(set(folds))
        self.pages = [(sample.page, sample.candidates) for sample in kept]
        self.page_fold = np.array([folds[sample.report] for sample in kept], dtype=np.int64)
        self.fold = np.repeat(self.page_fold, sizes)
        none = np.zeros(0, dtype=np.int64)
        self.labels = np.concatenate([none, *[sample.labels for sample in kept]])
        self.weight = np.repeat(
            np.array([sample.weight for sample in kept], dtype=np.float32), sizes
        )
        self.features = _features(kept)
        self.seen = _reports_by_fold(kept, folds)
        self._first: dict[frozenset[int], Weights] = {}

    def model(self, without: int | None = None) -> NameModel:
        """Return the model taught on every fold, or on every fold but one."""
        left_out = frozenset[int]() if without is None else frozenset([without])
        if not np.isin(self.fold, [*left_out], invert=True).any():
            return NameModel(self.words)
        return NameModel(self.words, self.first_pass(left_out), self.second_pass(left_out))

    def first_pass(self, left_out: frozenset[int]) -> Weights:
        """Return the weights of the first pass, (BUCKETS, classes), row 0 zero.

        Features seen in one report only are left out: they are mostly its names.
        """
        if left_out not in self._first:
            self._first[left_out] = self._fit_first([f for f in self.folds if f not in left_out])
        return self._first[left_out]

    def second_pass(self, left_out: frozenset[int]) -> Weights:
        """Return the weights of the second pass, (inputs, classes); none without inputs."""
        rest = [fold for fold in self.folds if fold not in left_out]
        if len(rest) < 2:
            return no_weights()
        inputs, rows, sizes = zip(
            *[self._evidence(fold, self.first_pass(left_out | {fold})) for fold in rest],
            strict=True,
        )
        facts, row, size = np.concatenate(inputs), np.concatenate(rows), np.concatenate(sizes)
        # The lengths of names share no weight, so each is a fit of its own.
        return np.concatenate([self._fit_second(facts, row, size == n) for n in range(SIZES)])

    def _fit_first(self, folds: Sequence[int]) -> Weights:
        weights = np.zeros((BUCKETS, len(CLASSES)), dtype=np.float32)
        seen = self.seen[folds].sum(axis=0)
        kept = np.flatnonzero(seen >= min(2, seen.max(initial=1)))
        row = np.flatnonzero(np.isin(self.fold, folds))
        fitted = fit_logistic(
            self.features[row][:, kept],
            self.labels[row],
            len(CLASSES),
            penalty=FIRST_PENALTY,
            weights=self.weight[row],
            steps=FIRST_STEPS,
        )
        fitted[np.abs(fitted).max(axis=1) < SMALLEST] = 0.0
        weights[kept] = fitted.astype(np.float16)
        return weights

    def _evidence(self, fold: int, weights: Weights) -> tuple[Weights, Ints, Ints]:
        """Return the facts, rows and sizes of a fold's candidates under a first pass."""
        rows = np.flatnonzero(self.fold == fold)
        scores = odds((self.features[rows] @ weights).astype(np.float64))
        pages = [self.pages[number] for number in np.flatnonzero(self.page_fold == fold)]
        ends = np.cumsum([len(candidates) for _, candidates in pages])
        facts = [
            gather_facts(page, candidates, own).astype(np.float32)
            for (page, candidates), own in zip(pages, np.split(scores, ends[:-1]), strict=True)
        ]
        sizes = [size_of(candidates) for _, candidates in pages]
        return np.concatenate(facts), rows, np.concatenate(sizes)

    def _fit_second(self, facts: Weights, row: Ints, chosen: NDArray[np.bool_]) -> Weights:
        fitted = fit_logistic(
            facts[chosen],
            self.labels[row[chosen]],
            len(CLASSES),
            penalty=SECOND_PENALTY,
            weights=self.weight[row[chosen]],
            steps=SECOND_STEPS,
        )
        return fitted.astype(np.float32)


def _features(samples: Sequence[Sample]) -> csr_array:
    """Return 1 where a candidate has a feature, (candidates, BUCKETS); bucket 0 is none."""
    none = np.zeros((0, len(FEATURES)), dtype=np.int32)
    buckets = np.concatenate([none, *[sample.buckets for sample in samples]])
    there = buckets > 0
    ends = np.append(0, there.sum(axis=1).cumsum())
    columns = buckets[there]
    return csr_array(
        (np.ones(len(columns), dtype=np.float32), columns, ends),
        shape=(len(buckets), BUCKETS),
    )


def _reports_by_fold(samples: Sequence[Sample], folds: Sequence[int]) -> Ints:
    """Return in how many reports of each fold a bucket stands, (folds, BUCKETS)."""
    seen = np.zeros((max(folds, default=-1) + 1, BUCKETS), dtype=np.int64)
    by_report: dict[int, list[NDArray[np.int32]]] = {}
    for sample in samples:
        by_report.setdefault(sample.report, []).append(sample.buckets.ravel())
    for report, parts in by_report.items():
        seen[folds[report], np.unique(np.concatenate(parts))] += 1
    seen[:, 0] = 0
    return seen
