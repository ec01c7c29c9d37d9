"""Reading text, JSONL and Parquet: the text, what is known besides, the errors."""

import gzip
import hashlib
import io
import json
import sys
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from polesitter.text.input_file import STDIN, SUFFIXES, InputFile
from polesitter.types import Report, ReportError

from .reading import read, read_error, read_one, write


def jsonl(folder: Path, *items: object) -> InputFile:
    lines = [item if isinstance(item, str) else json.dumps(item) for item in items]
    return write(folder, "items.jsonl", "\n".join(lines).encode())


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT"])
def test_text_is_untouched(tmp_path: Path, name: str) -> None:
    data = "\ufeff# Pole\r\n\r\n*Abel*\u00a0won\u2026 \n".encode()
    report = read_one(write(tmp_path, name, data))
    assert report == Report(
        source=name,
        text="# Pole\r\n\r\n*Abel*\u00a0won\u2026 \n",
        sha256=hashlib.sha256(data).hexdigest(),
    )


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Abel won the pole.\n")))
    report = read_one(InputFile(None, STDIN))
    assert (report.source, report.text) == ("stdin", "Abel won the pole.\n")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E112"),
        (b" \r\n\t", "E112"),
        (b"\xef\xbb\xbf", "E112"),
        (b"%PDF\0\0\0", "E110"),
        (b"[Ann Abel](DRIVER d1) took [pole](POSITION).", "E114"),
    ],
)
def test_text_refused(tmp_path: Path, data: bytes, code: str) -> None:
    error = read_error(write(tmp_path, "a.txt", data))
    assert error.error == code
    assert "PDF" not in error.message


def test_marked_text_is_told_the_command(tmp_path: Path) -> None:
    error = read_error(write(tmp_path, "a.txt", b"[Abel](DRIVER d1) won."))
    assert "[Abel](DRIVER d1)" in error.message
    assert "polesitter corpus plain" in error.message


def test_markdown_links_are_no_marks(tmp_path: Path) -> None:
    text = b"[Abel](https://example.org/TEAM) won."
    assert read_one(write(tmp_path, "a.md", text)).text == text.decode()


@pytest.mark.parametrize(("size", "code"), [(10, None), (11, "E113"), (400, "E124")])
def test_size_limit(tmp_path: Path, size: int, code: str | None) -> None:
    (result,) = read(write(tmp_path, "a.txt", b"x" * size), size_limit=10)
    assert (result.error if isinstance(result, ReportError) else None) == code


def test_size_limit_counts_characters(tmp_path: Path) -> None:
    (result,) = read(write(tmp_path, "a.txt", ("\U0001f3c1" * 10).encode()), size_limit=10)
    assert isinstance(result, Report)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_file_gone_since_it_was_found(tmp_path: Path, suffix: str) -> None:
    assert read_error(InputFile(tmp_path / f"a{suffix}", f"a{suffix}")).error == "E101"


def test_jsonl_item(tmp_path: Path) -> None:
    item = {
        "text": "Abel won.",
        "id": "r7",
        "title": " Abel on\npole ",
        "date": "2024-01-25T18:00:00Z",
        "url": "https://example.org/r7",
        "more": [1],
    }
    text = "Abel on pole\n\nAbel won."
    assert read_one(jsonl(tmp_path, item)) == Report(
        source="items.jsonl#r7",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title="Abel on pole",
        published=date(2024, 1, 25),
        url="https://example.org/r7",
    )


def test_missing_id_is_the_hash_of_the_text(tmp_path: Path) -> None:
    report = read_one(jsonl(tmp_path, {"text": "Abel won.", "title": "Pole", "id": None}))
    digest = hashlib.sha256(b"Pole\n\nAbel won.").hexdigest()
    assert (report.source, report.sha256) == (f"items.jsonl#{digest[:16]}", digest)


def test_number_as_id(tmp_path: Path) -> None:
    assert read_one(jsonl(tmp_path, {"text": "Abel won.", "id": 0})).source == "items.jsonl#0"


@pytest.mark.parametrize(
    "text",
    ["Abel on pole\n\nHe won.", "ABEL ON  POLE\nHe won.", "NEWS\nAbel on pole\n\nHe won."],
)
def test_title_stands_once(tmp_path: Path, text: str) -> None:
    assert read_one(jsonl(tmp_path, {"text": text, "title": "Abel on pole"})).text == text


def test_title_in_running_text_is_no_headline(tmp_path: Path) -> None:
    report = read_one(jsonl(tmp_path, {"text": "We saw Abel on pole.", "title": "Abel on pole"}))
    assert report.text == "Abel on pole\n\nWe saw Abel on pole."


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{not json", "E115"),
        ("[" * 100_000, "E115"),
        ('["text"]', "E116"),
        ('{"title": "Pole"}', "E116"),
        ('{"text": 7}', "E116"),
        ('{"text": "Abel won.", "id": true}', "E116"),
        ('{"text": "Abel won.", "url": 7}', "E116"),
        ('{"text": " "}', "E112"),
        ('{"text": "a\\u0000b"}', "E110"),
        ('{"text": "a\\ud800b"}', "E110"),
        ('{"text": "[Abel](DRIVER d1) won."}', "E114"),
        ('{"text": "First.", "id": "first"}', "E117"),
    ],
)
def test_bad_line_is_named_and_stops_no_other(tmp_path: Path, line: str, code: str) -> None:
    first, last = {"text": "Abel won.", "id": "first"}, {"text": "Bell won.", "id": "last"}
    results = read(jsonl(tmp_path, first, "", line, last))
    assert [result.source for result in results] == [
        "items.jsonl#first",
        "items.jsonl",
        "items.jsonl#last",
    ]
    error = results[1]
    assert isinstance(error, ReportError)
    assert error.error == code
    assert error.message.startswith("items.jsonl, line 3: ")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"text": "half', "unterminated string at character 10"),
        ('{"text": "a\tb"}', "invalid control character at character 12"),
        ('{"text" "a"}', "expecting ':' delimiter at character 9"),
    ],
)
def test_a_line_cut_short_is_told_with_the_place(tmp_path: Path, line: str, fault: str) -> None:
    error = read_error(jsonl(tmp_path, line))
    assert error.message.startswith(f"items.jsonl, line 1: no valid JSON ({fault}); ")


def test_line_that_is_no_utf8(tmp_path: Path) -> None:
    data = b'\xef\xbb\xbf{"text": "P\xc3\xb6le."}\r\n{"text": "P\xf6le."}\r\n'
    good, bad = read(write(tmp_path, "items.jsonl", data))
    assert isinstance(good, Report)
    assert good.text == "P\u00f6le."
    assert isinstance(bad, ReportError)
    assert (bad.error, bad.message.split(":")[0]) == ("E115", "items.jsonl, line 2")


def test_endless_line_is_not_read_whole(tmp_path: Path) -> None:
    source = jsonl(tmp_path, {"text": "x" * 200_000}, {"text": "Abel won."})
    long, good = read(source, size_limit=1000)
    assert isinstance(long, ReportError)
    assert (long.error, long.message.split(":")[0]) == ("E113", "items.jsonl, line 1")
    assert isinstance(good, Report)


def test_compressed_jsonl(tmp_path: Path) -> None:
    data = gzip.compress(b'{"text": "Abel won.", "id": "a"}\n')
    assert read_one(write(tmp_path, "items.jsonl.gz", data)).source == "items.jsonl.gz#a"


@pytest.mark.parametrize("data", [b"no gzip", gzip.compress(b'{"text": "x"}' * 99)[:-9]])
def test_damaged_gzip(tmp_path: Path, data: bytes) -> None:
    assert read_error(write(tmp_path, "items.jsonl.gz", data)).error == "E120"


def test_parquet(tmp_path: Path) -> None:
    table = pa.table(
        {
            "more": [1, 2, 3],
            "text": ["Abel won.", None, "Carr won."],
            "id": [11, 12, 13],
            "date": pa.array([datetime(2024, 1, 25, 23), None, None], pa.timestamp("ns")),
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    first, error, last = read(InputFile(tmp_path / "a.parquet", "a.parquet"))
    assert isinstance(first, Report)
    assert (first.source, first.text) == ("a.parquet#11", "Abel won.")
    assert first.published == date(2024, 1, 25)
    assert isinstance(error, ReportError)
    assert (error.error, error.message.split(":")[0]) == ("E116", "a.parquet, row 2")
    assert last.source == "a.parquet#13"


def test_parquet_without_text(tmp_path: Path) -> None:
    pq.write_table(pa.table({"body": ["Abel won."]}), tmp_path / "a.parquet")
    error = read_error(InputFile(tmp_path / "a.parquet", "a.parquet"))
    assert error.error == "E119"
    assert "body" in error.message


@pytest.mark.parametrize("name", ["a.parquet", "a.pdf"])
def test_damaged_file(tmp_path: Path, name: str) -> None:
    assert read_error(write(tmp_path, name, b"PAR1 and no more")).error == "E120"
