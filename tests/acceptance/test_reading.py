"""A report is read however it is handed over, and its day is told from what it says."""

import io
from datetime import date
from pathlib import Path
from textwrap import wrap

import pytest
from spacy.language import Language

import polesitter
from polesitter.run.together import extract_report
from polesitter.types import Report

from ..text.reading import pdf
from .conftest import Extract

TEXT = """Larkspur Racing's Nadia Ferrant won the pole on Friday afternoon for Saturday's race at \
Brands Hatch with a lap of 1:28.031.

Brandywine Autosport's Kofi Adler will start second. Luc Morel qualified third.
"""
GRID = [("Nadia Ferrant", 1), ("Kofi Adler", 2), ("Luc Morel", 3)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, the second one folder down, and a file that is none."""
    below = tmp_path / "reports" / "below"
    below.mkdir(parents=True)
    (below.parent / "a.txt").write_text(TEXT, encoding="utf-8")
    (below / "b.md").write_text(TEXT, encoding="utf-8")
    (below / "b.csv").write_text("no,report\n", encoding="utf-8")
    return below.parent


@pytest.mark.parametrize(
    ("given", "sources"),
    [
        ([""], ["a.txt", "below/b.md"]),
        (["a.txt"], ["a.txt"]),
        (["a.txt", "below/b.md"], ["a.txt", "below/b.md"]),
        (["**/*.md"], ["below/b.md"]),
        (["below", "a.txt"], ["a.txt", "below/b.md"]),
    ],
)
def test_folders_files_and_patterns_are_read(
    given: list[str], sources: list[str], folder: Path, tmp_path: Path, extract_here: Extract
) -> None:
    out = tmp_path / "out"
    assert extract_here([folder / path for path in given], out).exit_code == 0
    results = polesitter.open(out).results
    for source in sources:
        rows = results[results["source"] == source]
        assert list(zip(rows["driver"], rows["position"], strict=True)) == GRID
    assert sorted(set(results["source"])) == sources


def test_standard_input_is_read(
    tmp_path: Path, extract_here: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert extract_here([Path("-")], tmp_path / "out").exit_code == 0
    results = polesitter.open(tmp_path / "out").results
    assert set(results["source"]) == {"stdin"}
    assert list(zip(results["driver"], results["position"], strict=True)) == GRID


def test_a_page_of_pdf_is_read(tmp_path: Path, extract_here: Extract) -> None:
    # Narrow enough that lines end in the middle of sentences, as on a page.
    (tmp_path / "a.pdf").write_bytes(pdf(wrap(TEXT, 60)))
    assert extract_here([tmp_path / "a.pdf"], tmp_path / "out").exit_code == 0
    results = polesitter.open(tmp_path / "out").results
    assert list(zip(results["driver"], results["position"], strict=True)) == GRID


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        # 25 January 2024 was a Thursday.
        ("date 2024-01-25 Ann Lee won the pole Thursday afternoon (Jan. 25).", None, "2024-01-25"),
        ("Ann Lee won the pole Thursday afternoon (Jan. 25).", date(2024, 1, 26), "2024-01-25"),
        ("Ann Lee won the pole on Thursday.", date(2024, 1, 26), "2024-01-25"),
        ("date 2024-01-26\nAnn Lee won the pole on Thursday.", None, "2024-01-25"),
        ("date 2024-01-25\nAnn Lee won the pole.", None, "2024-01-25"),
        ("LEXINGTON, Ohio (Aug. 5) \u2013 Ann Lee won the pole.", date(2023, 8, 6), "2023-08-05"),
        ("LEXINGTON, Ohio (Aug. 5, 2023) \u2013 Ann Lee won the pole.", None, "2023-08-05"),
        ("Ann Lee won the pole on Thursday.", None, None),
        ("Ann Lee won the pole Thursday afternoon (Jan. 25).", None, None),
        ("LEXINGTON, Ohio (Aug. 5) \u2013 Ann Lee won the pole.", None, None),
    ],
)
def test_the_day_of_the_session(
    text: str, published: date | None, day: str | None, nlp: Language
) -> None:
    told = f"{text} Bo Ray qualified second in the No. 5 Honda."
    session = extract_report(nlp, Report("a.txt", told, "", published=published)).session
    assert (str(session.session_date) if session.session_date else None) == day
