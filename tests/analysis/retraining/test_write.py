"""The report of a retraining on disk."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from polesitter.analysis.charts.learning_chart import label_heights
from polesitter.analysis.charts.standings_chart import standings_chart
from polesitter.analysis.retraining import write
from polesitter.analysis.retraining.write import write_report
from polesitter.errors import PolesitterError

from ...needed import package
from ...retraining_sample import HISTORY, promoted, refused


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_page_text_and_charts_are_written(tmp_path: Path) -> None:
    package("vl_convert")
    written = write_report(tmp_path / "a", promoted(), HISTORY)
    assert [path.name for path in written] == [
        "report.html", "report.md", "standings.svg", "learning-curve.svg",
    ]  # fmt: skip
    text = (tmp_path / "a" / "report.md").read_text(encoding="utf-8")
    for name in re.findall(r"\]\((\S+\.svg)\)", text):
        assert (tmp_path / "a" / name).is_file()


def test_the_same_outcome_gives_the_same_bytes(tmp_path: Path) -> None:
    write_report(tmp_path / "a", promoted(), HISTORY)
    write_report(tmp_path / "b", promoted(), HISTORY)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_the_page_asks_for_nothing_and_has_the_colours_of_its_theme(tmp_path: Path) -> None:
    package("vl_convert")
    write_report(tmp_path, refused(), HISTORY)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    charts = re.findall(r"<svg .*?</svg>", page, re.S)
    assert len(charts) == 2
    for chart in charts:
        assert "var(--" in chart
        assert not re.search(r'"#[0-9a-f]{6}"', chart)
    assert not re.search(r'(?:src|href)="(?!data:|#)', page)


def test_without_the_drawing_library_the_words_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(spec: object) -> str:
        raise PolesitterError("E721")

    monkeypatch.setattr(write, "inline_chart", missing)
    written = write_report(tmp_path, promoted())
    assert [path.name for path in written] == ["report.html", "report.md"]
    assert "svg" not in (tmp_path / "report.md").read_text(encoding="utf-8")


def test_a_file_of_somebody_else_stays(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("my own", encoding="utf-8")
    with pytest.raises(PolesitterError, match="no page of polesitter"):
        write_report(tmp_path, promoted())


def test_every_part_is_a_row_of_the_chart() -> None:
    outcome = refused()
    assert outcome.gate is not None
    rows = standings_chart(outcome.gate.standings)["data"]["values"]
    assert {row["part"]: row["verdict"] for row in rows}["field team"] == "falls"
    assert len(rows) == len(outcome.gate.standings)


def test_names_of_lines_stand_in_order_and_apart() -> None:
    ends = {"a": 80.0, "b": 80.1, "c": 80.1, "d": 60.0}
    heights = label_heights(ends, [60.0, 80.1])
    order = sorted(heights, key=heights.__getitem__)
    assert order == ["d", "a", "b", "c"]
    gaps = [heights[two] - heights[one] for one, two in pairwise(order)]
    assert min(gaps) > 1.0
    assert label_heights({}, []) == {}
