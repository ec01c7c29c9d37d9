"""Every value of every annotated report is explained, and so is every one that is missing.

Reports of the test split are run as well; nothing of them is told but a count.
"""

from dataclasses import fields
from pathlib import Path

import pytest

from polesitter.review.explain import FieldExplanation, RowExplanation
from polesitter.review.explain_report import explain_reports
from polesitter.run.model import load
from polesitter.text.plain import unmark
from polesitter.types import Report, Result

UNASKED = {"result_id", "confidence", "flags", "evidence"}
"""Columns that count or tell of the others."""


def faults(explained: FieldExplanation) -> int:
    """1 where a value has neither words nor origin, or a missing one no reason."""
    if explained.value is None:
        return int(not explained.why_empty)
    sentences = [proof.sentence.text for proof in explained.proofs]
    return int(not explained.origin and not (sentences and all(sentences)))


def row_faults(row: RowExplanation) -> int:
    bad = sum(faults(field) for field in (*row.fields, *row.derived))
    for column in fields(Result):
        if column.name not in UNASKED:
            explained = row[column.name]
            stated = getattr(row.result, column.name) not in (None, False, "classified")
            bad += stated and explained.value is None
    return bad


@pytest.mark.full
@pytest.mark.parametrize("split", ["train", "dev", "own", "test"])
def test_every_field_is_explained(split: str, root: Path) -> None:
    files = sorted((root / "corpus" / split).glob("*.txt"))
    texts = [unmark(file.read_text(encoding="utf-8"))[0] for file in files]
    reports = [Report(file.name, text, "") for file, text in zip(files, texts, strict=True)]
    bad = rows = 0
    for explained in explain_reports(load(), reports):
        rows += len(explained.rows)
        bad += sum(row_faults(row) for row in explained.rows)
        bad += sum(faults(field) for field in explained.session.fields)
        bad += sum(faults(field) for one in explained.session.classes for field in one.fields)
    assert rows > 0
    assert bad == 0


def test_every_field_of_the_sample_is_explained(root: Path) -> None:
    files = sorted((root / "corpus" / "sample").glob("*.txt"))
    reports = [Report(file.name, file.read_text(encoding="utf-8"), "") for file in files]
    for explained in explain_reports(load(), reports):
        assert explained.rows
        for row in explained.rows:
            assert row_faults(row) == 0, (explained.source, row.result.driver)
