"""Reading PDF: its lines, its title, and why some can not be read."""

import io
import sys
from pathlib import Path

import pytest
from pypdf import PdfWriter

from polesitter.text.formats.pages import unwrapped
from polesitter.text.input_file import InputFile

from .reading import pdf, read_error, read_one, write


def test_pdf(tmp_path: Path) -> None:
    lines = ["Abel on pole", "Ann Abel took the pole at Road Atlanta on Saturday", "with ease."]
    report = read_one(write(tmp_path, "a.pdf", pdf(lines, "Abel on pole")))
    assert report.text == f"{lines[0]}\n{lines[1]} {lines[2]}"
    assert report.title == "Abel on pole"


def test_pdf_title_of_another_document(tmp_path: Path) -> None:
    report = read_one(write(tmp_path, "a.pdf", pdf(["Abel on pole"], "template.doc")))
    assert (report.title, report.text) == (None, "Abel on pole")


def test_locked_pdf(tmp_path: Path) -> None:
    writer = PdfWriter(io.BytesIO(pdf(["Abel on pole"])))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    assert read_error(InputFile(tmp_path / "a.pdf", "a.pdf")).error == "E121"


def test_pdf_without_text(tmp_path: Path) -> None:
    error = read_error(write(tmp_path, "a.pdf", pdf([])))
    assert error.error == "E112"
    assert "text recognition" in error.message


def test_pdf_without_pypdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    error = read_error(write(tmp_path, "a.pdf", pdf(["Abel on pole"])))
    assert error.error == "E118"
    assert "polesitter[pdf]" in error.message


def test_pdf_lines_that_ended_on_purpose() -> None:
    page = "1 Abel 1:20.1\n2 Bell 1:20.2\nAbel was the quickest of them all here.\n\nBell was not."
    assert unwrapped(page) == page
