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
