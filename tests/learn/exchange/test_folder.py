"""The project's own folder: what is written is read again, or is set aside."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.folder import read_folder, write_folder
from polesitter.learn.exchange.item import SetAside
from polesitter.text.plain import Mark

from .conftest import reports


@given(report=reports())
def test_what_is_written_is_read_again(
    report: GoldReport, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("own")
    aside = write_folder([report], folder)
    assert list(read_folder(folder)) == ([] if aside else [report])


@pytest.mark.parametrize(
    ("text", "mark", "offset"),
    [
        ("So Ann\nLee led.", Mark(3, 10, "DRIVER", "d1"), 3),
        ("So [Lee led.", Mark(3, 7, "DRIVER", "d1"), 3),
        ("Write [Lee](DRIVER d1) so.", Mark(23, 25, "TEAM", "t1"), 6),
    ],
)
def test_marks_that_would_be_lost_are_set_aside(
    text: str, mark: Mark, offset: int, folder: Path
) -> None:
    (aside,) = write_folder([GoldReport("a-1", text, (mark,), {}, ())], folder)
    assert isinstance(aside, SetAside)
    assert aside.offset == offset
    assert list(folder.iterdir()) == []


def test_a_report_is_not_written_over(plain: GoldReport, folder: Path) -> None:
    changed = replace(plain, text=plain.text.upper())
    assert write_folder([plain], folder) == []
    (aside,) = write_folder([changed], folder)
    assert isinstance(aside, SetAside)
    assert "--replace" in aside.reason
    assert list(read_folder(folder)) == [plain]
    assert write_folder([changed], folder, replace=True) == []
    assert list(read_folder(folder)) == [changed]


def test_rows_stand_one_per_line(plain: GoldReport, folder: Path) -> None:
    write_folder([replace(plain, records=plain.records * 2)], folder)
    told = (folder / "plain-01.json").read_text(encoding="utf-8")
    assert json.loads(told)["records"] == list(plain.records) * 2
    assert sum('"position"' in line for line in told.splitlines()) == 2


def test_half_a_report_is_set_aside(plain: GoldReport, folder: Path) -> None:
    write_folder([plain, replace(plain, id="lone-01")], folder)
    (folder / "lone-01.txt").unlink()
    first, second = read_folder(folder)
    assert isinstance(first, SetAside)
    assert first.source == "lone-01.json"
    assert "lone-01.txt is missing" in first.reason
    assert second == plain
