"""What cannot be written is told in one sentence, with the place."""

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
