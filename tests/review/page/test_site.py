from dataclasses import replace
from pathlib import Path
from string import printable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.errors import PolesitterError
from polesitter.records.extraction import Extraction
from polesitter.review.page.files import write_page
from polesitter.review.page.report_page import report_page
from polesitter.review.page.site import page_name, write_site
from polesitter.types import ReportError


@pytest.fixture
def three(extraction: Extraction) -> list[Extraction]:
    sources = ("a.txt", "deep/b.txt", "c#7")
    return [
        replace(extraction, report=replace(extraction.report, source=source)) for source in sources
    ]


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_page_per_report_and_an_index_that_links_them(
    three: list[Extraction], tmp_path: Path
) -> None:
    assert write_site(tmp_path, three) == (3, 0)
    files = files_of(tmp_path)
    pages = sorted(name for name in files if name != "index.html")
    assert len(pages) == 3
    for page in pages:
        assert f'href="{page}"'.encode() in files["index.html"]


def test_the_pages_of_a_site_link_their_neighbours(three: list[Extraction], tmp_path: Path) -> None:
    write_site(tmp_path, three)
    names = [page_name(one.report.source) for one in three]
    first, middle, last = ((tmp_path / "reports" / name).read_text() for name in names)
    assert (f'href="{names[0]}"' in middle, f'href="{names[2]}"' in middle) == (True, True)
    assert 'rel="prev"' not in first
    assert 'rel="next"' not in last


def test_equal_input_gives_equal_bytes(three: list[Extraction], tmp_path: Path) -> None:
    write_site(tmp_path / "a", three)
    write_site(tmp_path / "b", three)
    write_site(tmp_path / "b", three)
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


def test_inputs_set_aside_are_listed(tmp_path: Path) -> None:
    error = ReportError("x<y.txt", "text", "E1", "holds no text")
    write_site(tmp_path, [], [error])
    index = (tmp_path / "index.html").read_text()
    assert "x&lt;y.txt" in index
    assert "holds no text" in index


@pytest.mark.parametrize("name", ["report.html", "index.html"])
def test_a_file_of_somebody_else_is_not_overwritten(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("<p>Ann Lee took pole.</p>")
    with pytest.raises(PolesitterError, match="stands there already"):
        write_page(path, "page")
    assert path.read_text() == "<p>Ann Lee took pole.</p>"


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PolesitterError, match="cannot be written"):
        write_page(tmp_path / "file" / "page.html", "page")


@given(st.text(printable + "éß\u4e2d\U0001f3ce\ud800"))
def test_names_of_pages_are_safe_and_their_own(source: str) -> None:
    name = page_name(source)
    assert name.endswith(".html")
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert len(name) <= 80
    assert page_name(source + "x") != name


def test_a_site_takes_the_place_of_an_earlier_one(tmp_path: Path, three: list[Extraction]) -> None:
    write_site(tmp_path, three)
    before = sorted((tmp_path / "reports").iterdir())
    alone = tmp_path / "reports" / "alone-0123abcd.html"
    alone.write_text(report_page(three[0]), encoding="utf-8")
    foreign = tmp_path / "reports" / "notes-0123abcd.html"
    foreign.write_text('<a href="../index.html">mine</a>', encoding="utf-8")
    renamed = before[2].rename(tmp_path / "reports" / "kept.html")
    assert write_site(tmp_path, three[:1]) == (1, 1)
    left = set((tmp_path / "reports").iterdir())
    own = tmp_path / "reports" / page_name(three[0].report.source)
    assert left == {own, alone, foreign, renamed}
