"""Reports as the pipeline would read them unseen: names found by models that were not taught them.

Relations are learned on such readings, or they would trust names more than they may.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from spacy.language import Language

from polesitter.learn.assembly import BEFORE_REFERENCES, assemble
from polesitter.learn.corpus import read_gold_report
from polesitter.learn.names import train_names

FOLDS = 4
Reading = tuple[list[tuple[str, int, int]], list[dict[str, Any]]]
"""The tokens of a report (text, start, end) and the rows of its mentions."""


def train_folds(
    config: Path, patterns: Path, marked: Sequence[Path]
) -> tuple[bytes, dict[str, Reading]]:
    """The name model taught on all reports, and each report read by one that was not shown it."""
    jobs = [(config, patterns, list(marked), fold) for fold in (-1, *range(FOLDS))]
    workers = min(len(jobs), os.cpu_count() or 1)
    readings: dict[str, Reading] = {}
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        results = list(pool.map(_fold, jobs))
    for _, found in results:
        readings.update(found)
    return results[0][0], readings


def _fold(job: tuple[Path, Path, list[Path], int]) -> tuple[bytes, dict[str, Reading]]:
    """Train without one part of the reports and read that part; fold -1 trains on all."""
    config, patterns, marked, fold = job
    nlp = assemble(config, patterns)
    held = [path for index, path in enumerate(marked) if index % FOLDS == fold]
    learned: Any = nlp.get_pipe("learned_names")
    taught = [path for path in marked if path not in held]
    learned.model = train_names(taught, nlp, lexicon=patterns / "lexicon")
    return learned.to_bytes(), {path.stem: _read(nlp, path) for path in held}


def _read(nlp: Language, path: Path) -> Reading:
    report = read_gold_report(path.with_suffix(".json"))
    with nlp.select_pipes(enable=list(BEFORE_REFERENCES)):
        doc = nlp(report.text)
    tokens = [(token.text, token.idx, token.idx + len(token)) for token in doc]
    return tokens, list(doc.user_data["mentions"])
