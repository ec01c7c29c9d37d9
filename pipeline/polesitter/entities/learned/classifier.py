"""The learned model of names: two linear passes over candidate spans."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.tokens import Doc

from polesitter.entities.learned.candidates import Candidates, find_candidates
from polesitter.entities.learned.decode import choose_spans
from polesitter.entities.learned.document import read_setting
from polesitter.entities.learned.evidence import weigh_evidence
from polesitter.entities.learned.features import BUCKETS, feature_buckets
from polesitter.entities.learned.page import Found, Page, found_spans, read_pages
from polesitter.entities.learned.words import Lexicon
from polesitter.errors import Errors, PolesitterError

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CLASSES: tuple[str, ...] = ("NONE", "DRIVER", "TEAM", "TRACK", "EVENT", "SERIES", "CAR", "CLASS")
"""What a candidate can be; NONE stands first, its weight is the zero of all scores."""

LENIENCE = 0.6
"""Added to every log-odds against NONE: a missed name costs a record more than a false one."""

Choice = tuple[int, int, str, float]


def no_weights() -> NDArray[np.float32]:
    """Return the weights of a model that knows nothing, (0, classes)."""
    return np.zeros((0, len(CLASSES)), dtype=np.float32)


@dataclass(slots=True)
class NameModel:
    """Weights and word lists; a new model finds nothing.

    `weights`: (BUCKETS, classes) of the first pass, `evidence`: (inputs, classes)
    of the second; without rows that pass is left out.
    """

    lexicon: Lexicon = field(default_factory=Lexicon)
    weights: NDArray[np.float32] = field(default_factory=no_weights)
    evidence: NDArray[np.float32] = field(default_factory=no_weights)

    def choose(self, docs: Sequence[Doc]) -> list[list[Choice]]:
        """Return (start token, end token, label, probability) of each document's names, by start.

        What is chosen in one of them does not depend on the others.
        """
        if not len(self.weights) or not any(len(doc) for doc in docs):
            return [[] for _ in docs]
        page, candidates, buckets = look_at(docs, self.lexicon, [found_spans(doc) for doc in docs])
        if not len(candidates):
            return [[] for _ in docs]
        return choose_names(page, candidates, self.score(page, candidates, buckets))

    def score(self, page: Page, candidates: Candidates, buckets: Ints) -> Floats:
        """Return the log-odds against NONE, shape (candidates, classes)."""
        scores = odds(sum_weights(self.weights, buckets).astype(np.float64))
        if not len(self.evidence):
            return scores
        return odds(weigh_evidence(page, candidates, scores, self.evidence))

    def to_bytes(self) -> bytes:
        """Return the model as msgpack: only buckets with a weight, as half floats."""
        rows = np.flatnonzero(np.abs(self.weights).sum(axis=1) > 0).astype("<u4")
        words = sorted(self.lexicon.commonness.items())
        message: dict[str, Any] = {
            "classes": list(CLASSES),
            "buckets": BUCKETS,
            "first_names": sorted(self.lexicon.first_names),
            "words": np.array([word for word, _ in words], dtype="<u4").tobytes(),
            "levels": bytes(level for _, level in words),
            "rows": rows.tobytes(),
            "weights": self.weights[rows].astype("<f2").tobytes(),
            "evidence": self.evidence.astype("<f4").tobytes(),
        }
        return bytes(srsly.msgpack_dumps(message))

    def from_bytes(self, data: bytes, source: str = "bytes") -> "NameModel":
        """Fill this model from `to_bytes`, and return it; `source`: where the bytes lay.

        Raises PolesitterError where the bytes hold a model of other classes, or one whose
        features are hashed into another number of buckets.
        """
        message = srsly.msgpack_loads(data)
        if message["classes"] != list(CLASSES):
            others, own = ", ".join(message["classes"]), ", ".join(CLASSES)
            raise PolesitterError(Errors.E210.format(source=source, found=others, wanted=own))
        if message.get("buckets") != BUCKETS:
            found = message.get("buckets", "another number of")
            raise PolesitterError(Errors.E212.format(source=source, found=found, wanted=BUCKETS))
        words = np.frombuffer(message["words"], dtype="<u4").tolist()
        self.lexicon = Lexicon(
            frozenset(message["first_names"]), dict(zip(words, message["levels"], strict=True))
        )
        rows = np.frombuffer(message["rows"], dtype="<u4")
        self.weights = no_weights()
        if len(rows):
            self.weights = np.zeros((BUCKETS, len(CLASSES)), dtype=np.float32)
            kept = np.frombuffer(message["weights"], dtype="<f2")
            self.weights[rows] = kept.reshape(-1, len(CLASSES))
        evidence = np.frombuffer(message["evidence"], dtype="<f4")
        self.evidence = evidence.reshape(-1, len(CLASSES)).astype(np.float32)
        return self


def look_at(
    docs: Sequence[Doc], lexicon: Lexicon, founds: Sequence[list[Found]]
) -> tuple[Page, Candidates, Ints]:
    """Return the columns of documents, their candidates and the weight indices of these."""
    page = read_pages(docs, lexicon, founds)
    candidates = find_candidates(page.tokens("kind"), page.spaced)
    if not len(candidates):
        return page, candidates, np.zeros((0, 0), dtype=np.int64)
    setting = read_setting(page)
    return page, candidates, feature_buckets(page, candidates, setting)


def sum_weights(weights: NDArray[np.float32], buckets: Ints) -> NDArray[np.float32]:
    """Return the summed weights of each row of `buckets`, shape (rows, classes)."""
    return np.asarray(weights.take(buckets.T, axis=0, mode="clip").sum(axis=0))


def odds(scores: Floats) -> Floats:
    """Return scores relative to those of NONE."""
    return np.asarray(scores - scores[:, :1])


def choose_names(page: Page, candidates: Candidates, scores: Floats) -> list[list[Choice]]:
    """Return by document the names that win where candidates overlap, with their probabilities."""
    labels = scores[:, 1:].argmax(axis=1) + 1
    weights = scores[np.arange(len(labels)), labels]
    bounds = [*candidates.starts.searchsorted(page.begins).tolist(), len(candidates)]
    chosen: list[int] = []
    found: list[list[Choice]] = []
    ends: list[int] = []
    for first, last in pairwise(bounds):
        own = candidates.between(first, last)
        chosen += [first + at for at in choose_spans(own, weights[first:last] + LENIENCE)]
        ends.append(len(chosen))
    total = np.logaddexp.reduce(scores[chosen], axis=1)
    chances = np.exp(weights[chosen] - total)
    columns = (candidates.starts[chosen], candidates.ends[chosen], labels[chosen], chances)
    every = list(zip(*(column.tolist() for column in columns), strict=True))
    at = 0
    for begin, end in zip(page.begins, ends, strict=True):
        found.append(
            [
                (start - begin, stop - begin, CLASSES[label], chance)
                for start, stop, label, chance in every[at:end]
            ]
        )
        at = end
    return found
