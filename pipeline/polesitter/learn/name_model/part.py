"""The samples of one fold of the reports, as the name model is fitted to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from polesitter.entities.learned.candidates import Candidates
from polesitter.entities.learned.features import BUCKETS
from polesitter.entities.learned.page import Page
from polesitter.entities.learned.plan import FEATURES
from polesitter.learn.fitting.logistic import sum_squares
from polesitter.learn.name_model.samples import Sample

Ints = NDArray[np.int64]

AT_ONCE = 100
"""Samples counted in one go."""


@dataclass(frozen=True, slots=True)
class NamePart:
    """What candidates of a fold look like and what they are, page after page.

    `features`: 1 where a candidate has a feature, (candidates, columns of the course);
    `labels`, `weight`: of each candidate. `seen`: in how many reports a column stands;
    `squares`: as `sum_squares` of logistic.py returns them.
    """

    pages: tuple[tuple[Page, Candidates], ...]
    features: csr_array
    labels: Ints
    weight: NDArray[np.float32]
    seen: Ints
    squares: NDArray[np.float32]


def often_first(samples: Sequence[Sample]) -> Ints:
    """Return the buckets that are worth a column, those of most candidates first.

    Buckets seen in one report only are not, unless there is but one. In this order columns
    are worked through twice as fast: what is often asked for lies close together.
    """
    counts = np.zeros(BUCKETS, dtype=np.int64)
    for at in range(0, len(samples), AT_ONCE):
        buckets = [sample.buckets.ravel() for sample in samples[at : at + AT_ONCE]]
        counts += np.bincount(np.concatenate(buckets), minlength=BUCKETS)
    seen = reports_by_bucket(samples)
    kept = np.flatnonzero(seen >= least_seen(seen))
    return kept[np.argsort(-counts[kept], kind="stable")]


def least_seen(seen: Ints) -> int:
    """Return in how many reports a feature must stand to be learned from; `seen`: of each."""
    return min(2, int(seen.max(initial=1)))


def make_part(samples: Sequence[Sample], columns: Ints) -> NamePart:
    """Return samples of one fold as a part; `columns` as `often_first` returns them."""
    place = np.full(BUCKETS, -1, dtype=np.int32)
    place[columns] = np.arange(len(columns), dtype=np.int32)
    none, no_labels = np.zeros((0, len(FEATURES)), dtype=np.int32), np.zeros(0, dtype=np.int64)
    told = place[np.concatenate([none, *[sample.buckets for sample in samples]])]
    there = told >= 0
    ends = np.append(0, there.sum(axis=1).cumsum()).astype(np.int32)
    indices = told[there]
    features = csr_array(
        (np.ones(len(indices), dtype=np.float32), indices, ends), shape=(len(told), len(columns))
    )
    features.sort_indices()
    sizes = [len(sample.candidates) for sample in samples]
    weights = np.array([sample.weight for sample in samples], dtype=np.float32)
    weight = np.repeat(weights, sizes)
    return NamePart(
        tuple((sample.page, sample.candidates) for sample in samples),
        features,
        np.concatenate([no_labels, *[sample.labels for sample in samples]]),
        weight,
        reports_by_bucket(samples)[columns],
        sum_squares(features, weight),
    )


def reports_by_bucket(samples: Iterable[Sample]) -> Ints:
    """Return in how many reports each bucket stands, (BUCKETS,); bucket 0, no feature, in none.

    The samples of a report come one after the other.
    """
    seen = np.zeros(BUCKETS, dtype=np.int64)
    for _, own in groupby(samples, key=_report):
        there = np.zeros(BUCKETS, dtype=np.bool_)
        for sample in own:
            there[sample.buckets] = True
        seen += there
    seen[0] = 0
    return seen


def _report(sample: Sample) -> int:
    return sample.report
