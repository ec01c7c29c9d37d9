"""Training of the model that finds names no pattern knows (entities/learned)."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from spacy.language import Language
from spacy.tokens import Doc

from polesitter.entities.learned.candidates import Candidates
from polesitter.entities.learned.classifier import CLASSES, NameModel, look_at, odds
from polesitter.entities.learned.component import LearnedNames
from polesitter.entities.learned.evidence import gather_evidence
from polesitter.entities.learned.features import BUCKETS
from polesitter.entities.learned.page import Found, Page, found_spans
from polesitter.entities.learned.words import Lexicon
from polesitter.learn.logistic import fit_logistic
from polesitter.learn.name_stock import NameStock
from polesitter.learn.phrases import invent_lines
from polesitter.learn.renaming import rename
from polesitter.learn.wordlists import read_lexicon, read_stock
from polesitter.text.plain import Mark, unmark
from polesitter.types import NAMES

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LEXICON = Path("patterns/lexicon")
COPIES = 3
"""Renamed copies of each report."""

FOLDS = 3
"""Parts for the first pass's held-out scores, from which the second pass learns."""

KEEP_PATTERN = 0.5
"""Share of pattern matches left in a renamed copy: new names are in no list."""

FIRST_PENALTY = 0.6
SECOND_PENALTY = 2.0
OWN_WEIGHT, COPY_WEIGHT = 0.5, 0.35
SMALLEST = 0.01
"""Features of which no weight reaches this are dropped, to keep the model small."""

SEED = 1950


@dataclass(frozen=True, slots=True)
class Sample:
    """One reading of one report: its candidates, their features and right classes.

    `report` is the number of the report it was made from; `buckets` as in
    features.py; `labels` a class number per candidate; `weight` of each candidate.
    """

    report: int
    page: Page
    candidates: Candidates
    buckets: Ints
    labels: Ints
    weight: float


def train_names(paths: Sequence[Path], nlp: Language, *, lexicon: Path = LEXICON) -> NameModel:
    """Return a name model learned from annotated reports.

    `paths` are marked texts, `nlp` the pipeline (only what stands before a
    LearnedNames component is run), `lexicon` the folder of first_names.txt and
    place_names.txt. The same files give the same model.
    """
    texts = [path.read_text(encoding="utf8") for path in sorted(paths)]
    return train_from_texts(texts, nlp, read_lexicon(lexicon), lexicon)


def train_from_texts(
    texts: Sequence[str], nlp: Language, words: Lexicon, folder: Path = LEXICON
) -> NameModel:
    """Return a name model learned from marked texts; see `train_names`."""
    reports = [unmark(text) for text in texts]
    stock = read_stock(folder, reports)
    samples = list(make_samples(reports, nlp, words, stock))
    held_out = np.arange(len(reports)) % FOLDS
    inputs: list[Floats] = []
    parts: list[Sample] = []
    for fold in range(FOLDS):
        train = [sample for sample in samples if held_out[sample.report] != fold]
        rest = [sample for sample in samples if held_out[sample.report] == fold]
        if not train or not rest:
            continue
        weights = first_pass(train, steps=50)
        for sample in rest:
            scores = odds(weights[sample.buckets].sum(axis=1).astype(np.float64))
            inputs.append(gather_evidence(sample.page, sample.candidates, scores))
            parts.append(sample)
    return NameModel(words, first_pass(samples), second_pass(inputs, parts))


def make_samples(
    reports: Sequence[tuple[str, list[Mark]]], nlp: Language, words: Lexicon, stock: NameStock
) -> Iterable[Sample]:
    """Yield the samples of all reports: as they are, without patterns, and renamed."""
    for number, (text, marks) in enumerate(reports):
        chance = random.Random(SEED + number)
        doc = read_before_names(nlp, text)
        found = found_spans(doc)
        yield make_sample(number, doc, found, marks, words, OWN_WEIGHT)
        yield make_sample(number, doc, _drop(found, 0.0, chance), marks, words, OWN_WEIGHT)
        for _ in range(COPIES):
            copy, moved = rename(text, marks, stock, chance)
            lines, added = invent_lines(stock, chance, sentences=4, rows=4)
            moved += [
                replace(mark, start=mark.start + len(copy), end=mark.end + len(copy))
                for mark in added
            ]
            copy += lines
            doc = read_before_names(nlp, copy)
            kept = _drop(found_spans(doc), KEEP_PATTERN, chance)
            yield make_sample(number, doc, kept, moved, words, COPY_WEIGHT)


def make_sample(
    report: int, doc: Doc, found: list[Found], marks: Sequence[Mark], words: Lexicon, weight: float
) -> Sample:
    """Return a sample of a document whose names are marked; unmarked candidates are NONE."""
    page, candidates, buckets = look_at(doc, words, found)
    truth: dict[tuple[int, int], int] = {}
    for mark in marks:
        span = doc.char_span(mark.start, mark.end)
        if span is not None and mark.label in CLASSES:
            truth[span.start, span.end] = CLASSES.index(mark.label)
    bounds = zip(candidates.starts.tolist(), candidates.ends.tolist(), strict=True)
    labels = np.array([truth.get(bound, 0) for bound in bounds], dtype=np.int64)
    return Sample(report, page, candidates, buckets, labels, weight)


def first_pass(samples: Sequence[Sample], *, steps: int = 80) -> NDArray[np.float32]:
    """Return the weights of the first pass, (BUCKETS, classes), row 0 zero.

    Features seen in one report only are left out: they are mostly its names.
    """
    kept = _buckets_of_two_reports(samples)
    column = np.full(BUCKETS, -1, dtype=np.int64)
    column[kept] = np.arange(len(kept))
    used = [sample for sample in samples if len(sample.candidates)]
    buckets = np.concatenate([sample.buckets for sample in used])
    labels = np.concatenate([sample.labels for sample in used])
    weight = np.concatenate([np.full(len(sample.labels), sample.weight) for sample in used])
    columns = column[buckets]
    row, place = np.nonzero(columns >= 0)
    values = np.ones(len(row))
    shape = (len(labels), len(kept))
    matrix = csr_matrix((values, (row, columns[row, place])), shape=shape)
    fitted = fit_logistic(
        matrix, labels, len(CLASSES), penalty=FIRST_PENALTY, weights=weight, steps=steps
    )
    weights = np.zeros((BUCKETS, len(CLASSES)), dtype=np.float32)
    fitted[np.abs(fitted).max(axis=1) < SMALLEST] = 0.0
    weights[kept] = fitted.astype(np.float16)
    return weights


def second_pass(inputs: Sequence[Floats], samples: Sequence[Sample]) -> NDArray[np.float32]:
    """Return the weights of the second pass, (inputs, classes); none without inputs."""
    if not inputs:
        return np.zeros((0, len(CLASSES)), dtype=np.float32)
    labels = np.concatenate([sample.labels for sample in samples])
    weight = np.concatenate([np.full(len(sample.labels), sample.weight) for sample in samples])
    fitted = fit_logistic(
        np.concatenate(inputs), labels, len(CLASSES), penalty=SECOND_PENALTY, weights=weight
    )
    return fitted.astype(np.float32)


def read_before_names(nlp: Language, text: str) -> Doc:
    """Run the pipeline over a text up to the component that finds names by learning."""
    doc = nlp.make_doc(text)
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, LearnedNames):
            break
        doc = pipe(doc)
    return doc


def _buckets_of_two_reports(samples: Sequence[Sample]) -> Ints:
    seen = np.zeros(BUCKETS, dtype=np.int64)
    by_report: dict[int, list[Ints]] = {}
    for sample in samples:
        by_report.setdefault(sample.report, []).append(sample.buckets.ravel())
    for parts in by_report.values():
        seen[np.unique(np.concatenate(parts))] += 1
    enough = min(2, len(by_report))
    seen[0] = 0
    return np.flatnonzero(seen >= enough)


def _drop(found: list[Found], keep: float, chance: random.Random) -> list[Found]:
    """Keep measures, and a share of the names."""
    return [span for span in found if span[2] not in NAMES or chance.random() < keep]
