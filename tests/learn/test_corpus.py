import json
from pathlib import Path

import pytest

from polesitter.errors import PolesitterError
from polesitter.learn.corpus import read_gold, read_gold_report

RECORD = {"session": {"series": "IMSA"}, "records": [{"driver": "Ann Lee", "position": 1}]}
MARKED = "[Ann Lee](DRIVER d1) took the [pole](POSITION)."


def write(folder: Path, name: str, marked: str | None = MARKED, record: object = RECORD) -> Path:
    folder.mkdir(exist_ok=True)
    if marked is not None:
        (folder / f"{name}.txt").write_text(marked, encoding="utf-8")
    path = folder / f"{name}.json"
    path.write_text(record if isinstance(record, str) else json.dumps(record), encoding="utf-8")
    return path


def test_a_report_is_plain_text_marks_and_records(tmp_path: Path) -> None:
    report = read_gold_report(write(tmp_path, "sports-car-07"))
    assert (report.id, report.group, report.text) == (
        "sports-car-07", "sports-car", "Ann Lee took the pole.",
    )  # fmt: skip
    assert [(mark.start, mark.end, mark.label) for mark in report.marks] == [
        (0, 7, "DRIVER"), (17, 21, "POSITION"),
    ]  # fmt: skip
    assert report.session == {"series": "IMSA"}
    assert report.records == ({"driver": "Ann Lee", "position": 1},)


WRAPPED = """\
[Marlene Abel](DRIVER d1) took the [pole](POSITION) for the race on Sunday with a lap
of [57.912 seconds](LAPTIME). Second was [Renata Solis](DRIVER d2), who drives the other
of the two cars.
"""


def test_hard_wrapped_text_flows_under_its_marks(tmp_path: Path) -> None:
    (tmp_path / "x-1.txt").write_text(WRAPPED, encoding="utf-8")
    report = read_gold_report(write(tmp_path, "x-1", None))
    assert "\n" not in report.text.rstrip("\n")
    said = [report.text[mark.start : mark.end] for mark in report.marks]
    assert said == ["Marlene Abel", "pole", "57.912 seconds", "Renata Solis"]


def test_reports_come_sorted_folder_by_folder(tmp_path: Path) -> None:
    for folder, name in (("b", "x-2"), ("b", "x-1"), ("a", "x-3")):
        write(tmp_path / folder, name)
    found = [report.id for report in read_gold([tmp_path / "b", tmp_path / "a"])]
    assert found == ["x-1", "x-2", "x-3"]


def test_a_report_without_its_text_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path, "x-1", marked=None)
    with pytest.raises(PolesitterError, match=r"x-1\.json: the marked text x-1\.txt is missing"):
        read_gold_report(path)


@pytest.mark.parametrize("record", ["{", "[]", "null", '{"session": {}}', '{"records": []}'])
def test_a_broken_record_is_an_error(tmp_path: Path, record: str) -> None:
    path = write(tmp_path, "x-1", record=record)
    with pytest.raises(PolesitterError, match=r"x-1\.json: no report record"):
        read_gold_report(path)


@pytest.mark.parametrize("part", ["train", "dev"])
def test_the_corpus_is_whole(root: Path, part: str) -> None:
    for report in read_gold([root / "corpus" / part]):
        assert report.marks, report.id
        for record in report.records:
            assert any(record[name] for name in ("driver", "team", "number", "car")), report.id
