"""Reading PDF: its lines, its title, and why some can not be read."""

import io
import sys
from pathlib import Path

import pytest
from pypdf import PdfWriter

from polesitter.text.formats.pages import unwrapped
from polesitter.text.input_file import InputFile

from .reading import read_error, read_one, write


def pdf(lines: list[str], title: str | None = None) -> bytes:
    """Return a PDF of one page with these lines, 14 points apart."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown}ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (%s) >>" % (title or "").encode(),
    ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


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
