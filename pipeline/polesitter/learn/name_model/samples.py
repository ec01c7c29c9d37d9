"""Samples for the name model: each report read as it is, and those of real racing renamed."""

import random
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from polesitter.entities.learned.candidates import Candidates
from polesitter.entities.learned.classifier import CLASSES, look_at
from polesitter.entities.learned.component import LearnedNames
from polesitter.entities.learned.page import Found, Page, found_spans
from polesitter.entities.learned.words import Lexicon
from polesitter.learn.corpus import GoldReport
from polesitter.learn.name_model.phrases import invent_lines
from polesitter.learn.name_model.renaming import rename
from polesitter.learn.name_model.stock import NameStock
from polesitter.learn.name_model.wordlists import read_stock
from polesitter.text.plain import Mark
from polesitter.types import NAMES

COPIES = 1
"""Renamed copies of each report of real racing; held out, a third finds nothing more. Of
invented reports, whose names are as many as they are, copies made the model find fewer."""

KEEP_PATTERN = 0.5
"""Share of pattern matches left in a renamed copy: new names are in no list."""

OWN_WEIGHT, COPY_WEIGHT = 1.0, 1.05


@dataclass(frozen=True, slots=True)
class Sample:
    """One reading of one report: its candidates, their features and right classes.

    `report` is the number of the report it was made from; `buckets` as in
    features.py; `labels` a class number per candidate; `weight` of each candidate.
    """

    report: int
    page: Page
    candidates: Candidates
    buckets: NDArray[np.int32]
    labels: NDArray[np.int64]
    weight: float


def make_samples(
    golds: Sequence[GoldReport],
    folds: Sequence[int],
    nlp: Language,
    words: Lexicon,
    lists: Path,
    invented: Collection[str] = (),
) -> Iterator[Sample]:
    """Yield the samples of all reports; a report's own come one after the other.

    `folds`: the fold of each report; new names are made of the surnames of its own
    fold alone, so that what is taught without a fold knows nothing of its names.
    `lists`: the folder of first_names.txt and place_names.txt; `invented`: ids of reports
    that are not renamed. The samples of a report
    depend on its text and its fold's surnames, not on its place among the others.
    """
    of_fold: dict[int, list[GoldReport]] = {}
    for gold, fold in zip(golds, folds, strict=True):
        of_fold.setdefault(fold, []).append(gold)
    stocks = {fold: read_stock(lists, own) for fold, own in of_fold.items()}
    for number, gold in enumerate(golds):
        chance = random.Random(crc32(gold.text.encode("utf-8")))
        copies = 0 if gold.id in invented else COPIES
        stock = stocks[folds[number]]
        for doc, found, marks, weight in _readings(gold, nlp, stock, chance, copies):
            yield make_sample(number, doc, found, marks, words, weight)


def make_sample(
    report: int, doc: Doc, found: list[Found], marks: Iterable[Mark], words: Lexicon, weight: float
) -> Sample:
    """Return a sample of a document whose names are marked; unmarked candidates are NONE."""
    page, candidates, buckets = look_at([doc], words, [found])
    truth: dict[tuple[int, int], int] = {}
    for mark in marks:
        span = doc.char_span(mark.start, mark.end)
        if span is not None and mark.label in CLASSES:
            truth[span.start, span.end] = CLASSES.index(mark.label)
    bounds = zip(candidates.starts.tolist(), candidates.ends.tolist(), strict=True)
    labels = np.array([truth.get(bound, 0) for bound in bounds], dtype=np.int64)
    return Sample(report, page, candidates, buckets.astype(np.int32), labels, weight)


def read_before_names(nlp: Language, text: str) -> Doc:
    """Run the pipeline over a text up to the component that finds names by learning."""
    doc = nlp.make_doc(text)
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, LearnedNames):
            break
        doc = pipe(doc)
    return doc


def _readings(
    gold: GoldReport, nlp: Language, stock: NameStock, chance: random.Random, copies: int
) -> Iterator[tuple[Doc, list[Found], Sequence[Mark], float]]:
    """Yield documents, what the patterns found there, what is marked, and a weight."""
    doc = read_before_names(nlp, gold.text)
    found = found_spans(doc)
    yield doc, _drop(found, KEEP_PATTERN, chance), gold.marks, OWN_WEIGHT
    for _ in range(copies):
        copy, marks = rename(gold.text, gold.marks, stock, chance)
        lines, added = invent_lines(stock, chance, sentences=4, rows=4)
        marks += [
            replace(mark, start=mark.start + len(copy), end=mark.end + len(copy)) for mark in added
        ]
        doc = read_before_names(nlp, copy + lines)
        yield doc, _drop(found_spans(doc), KEEP_PATTERN, chance), marks, COPY_WEIGHT


def _drop(found: list[Found], keep: float, chance: random.Random) -> list[Found]:
    """Keep measures, and a share of the names."""
    return [span for span in found if span[2] not in NAMES or chance.random() < keep]
