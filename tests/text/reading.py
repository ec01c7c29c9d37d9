"""What the tests of the formats share: a file written, and what is read of it."""

from pathlib import Path

from polesitter.text.formats import read_reports
from polesitter.text.input_file import InputFile
from polesitter.types import Report, ReportError


def write(folder: Path, name: str, data: bytes) -> InputFile:
    path = folder / name
    path.write_bytes(data)
    return InputFile(path, name)


def read(input_file: InputFile, **options: int) -> list[Report | ReportError]:
    return list(read_reports(input_file, **options))


def read_one(input_file: InputFile) -> Report:
    (report,) = read(input_file)
    assert isinstance(report, Report), report
    return report


def read_error(input_file: InputFile, **options: int) -> ReportError:
    (error,) = read(input_file, **options)
    assert isinstance(error, ReportError), error
    assert error.stage == "text"
    assert error.message.startswith(input_file.source)
    return error


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
