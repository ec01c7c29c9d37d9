"""What cannot be written is told in one sentence, with the place."""

import json
from pathlib import Path

import pytest

from polesitter.errors import PolesitterError
from polesitter.text.writing import told_by_the_system, writing_to


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with (
        pytest.raises(PolesitterError, match=r"cannot be written \(Is a directory\)") as told,
        writing_to(tmp_path, "Name a file."),
    ):
        tmp_path.write_text("x", encoding="utf-8")
    assert str(told.value).startswith(f"{tmp_path}: ")
    assert str(told.value).endswith(" Name a file.")


def test_other_faults_stay_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="mine"), writing_to(tmp_path):
        raise ValueError("mine")


def test_a_library_that_tells_it_in_its_own_way(tmp_path: Path) -> None:
    with (
        pytest.raises(PolesitterError, match=r"cannot be written \(disk full\)"),
        writing_to(tmp_path / "x"),
        told_by_the_system(LookupError),
    ):
        raise LookupError("disk full")


@pytest.mark.parametrize("name", ["reports", "reports/a.html", "reports/deep/a.html"])
def test_nothing_goes_among_the_tables_of_an_output_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    manifest = {"format": "polesitter dataset", "tables": {"reports": {}}}
    (tmp_path / "out").mkdir()
    (tmp_path / "out/manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with (
        pytest.raises(PolesitterError, match=r"lies in the table reports") as told,
        writing_to(Path("out") / name),
    ):
        raise AssertionError("written")
    assert str(told.value).startswith(f"out/{name}: ")


@pytest.mark.parametrize("name", ["out/site/a.html", "out/a.html", "out", "reports/a.html"])
def test_beside_the_tables_there_is_room(tmp_path: Path, name: str) -> None:
    manifest = {"format": "polesitter dataset", "tables": {"reports": {}}}
    (tmp_path / "out").mkdir()
    (tmp_path / "out/manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with writing_to(tmp_path / name):
        pass
