"""Finding reports: folders, files, patterns, standard input; what is skipped, what refused."""

import os
from pathlib import Path

import pytest

from polesitter.text.formats import read_reports
from polesitter.text.input_file import Inputs
from polesitter.text.inputs import find_inputs
from polesitter.types import ReportError

FILES = (
    "b.txt", "a.md", "2024/race.HTML", "2024/deep/items.jsonl.gz",
    ".hidden.txt", ".git/x.txt", "README.md", "readme", "2024/Guide.txt", "a.json", "noise",
    "out/results/part.parquet",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    for name in FILES:
        path = reports / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Pole.", encoding="utf-8")
    return reports


def sources(inputs: Inputs) -> list[str]:
    return [file.source for file in inputs.files]


def codes(inputs: Inputs) -> list[str]:
    return [error.error for error in inputs.errors]


def test_folder(folder: Path) -> None:
    inputs = find_inputs([folder], root=None, out=folder / "out")
    assert sources(inputs) == ["2024/deep/items.jsonl.gz", "2024/race.HTML", "a.md", "b.txt"]
    assert [file.suffix for file in inputs.files] == [".jsonl.gz", ".html", ".md", ".txt"]
    assert inputs.skipped == {
        "README or GUIDE": 3,
        "hidden file": 2,
        "output folder": 1,
        "unknown suffix": 2,
    }
    assert inputs.errors == ()


def test_single_file_is_named_from_its_folder(folder: Path) -> None:
    assert sources(find_inputs([folder / "2024/race.HTML"])) == ["race.HTML"]


def test_several_inputs_are_named_from_their_common_parent(folder: Path) -> None:
    inputs = find_inputs([folder / "b.txt", folder / "2024/deep"])
    assert sources(inputs) == ["2024/deep/items.jsonl.gz", "b.txt"]


def test_root_names_sources(folder: Path) -> None:
    inputs = find_inputs([folder / "2024"], root=folder.parent)
    assert sources(inputs) == ["reports/2024/deep/items.jsonl.gz", "reports/2024/race.HTML"]


def test_outside_root(folder: Path) -> None:
    inputs = find_inputs([folder / "b.txt"], root=folder / "2024")
    assert codes(inputs) == ["E107"]
    assert inputs.errors[0].message.startswith("../b.txt: ")


def test_relative_and_absolute_paths_give_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    assert sources(find_inputs(["reports/../reports"])) == sources(find_inputs([folder]))


def test_file_reached_twice_is_read_once(folder: Path) -> None:
    inputs = find_inputs([folder, folder / "b.txt", folder / "2024"], out=folder / "out")
    assert sources(inputs).count("b.txt") == 1
    assert len(inputs.files) == 4


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.gz", ["2024/deep/items.jsonl.gz"]),
        ("20*", ["2024/deep/items.jsonl.gz", "2024/race.HTML"]),
        ("[ab].*", ["a.md", "b.txt"]),
    ],
)
def test_pattern(folder: Path, pattern: str, expected: list[str]) -> None:
    inputs = find_inputs([f"{folder}/{pattern}"])
    assert sources(inputs) == expected
    assert inputs.errors == ()


def test_pattern_that_matches_nothing(folder: Path) -> None:
    inputs = find_inputs([f"{folder}/*.pdf"])
    assert codes(inputs) == ["E108"]
    assert "*.pdf" in inputs.errors[0].message


def test_file_with_a_bracket_in_its_name_is_no_pattern(tmp_path: Path) -> None:
    (tmp_path / "race[1].txt").write_text("Pole.", encoding="utf-8")
    assert sources(find_inputs([tmp_path / "race[1].txt"])) == ["race[1].txt"]


def test_standard_input(folder: Path) -> None:
    inputs = find_inputs(["-", folder / "b.txt", "-"])
    assert sources(inputs) == ["b.txt", "stdin"]
    assert inputs.files[1].path is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing.txt", "E101"),
        ("a.json", "E103"),
        ("README.md", "E104"),
        (".hidden.txt", "E105"),
        ("out/results/part.parquet", "E106"),
        ("out", "E106"),
    ],
)
def test_bad_input_named_by_itself(folder: Path, name: str, code: str) -> None:
    inputs = find_inputs([folder / name], root=folder, out=folder / "out")
    assert inputs.files == ()
    assert codes(inputs) == [code]
    error = inputs.errors[0]
    assert (error.source, error.stage) == (name, "text")
    assert error.message.startswith(f"{name}: ")


def test_bad_input_leaves_the_others(folder: Path) -> None:
    inputs = find_inputs([folder / "b.txt", folder / "missing.txt"])
    assert sources(inputs) == ["b.txt"]
    assert codes(inputs) == ["E101"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FileNotFoundError(2, "No such file"), "E101"),
        (PermissionError(13, "Permission denied"), "E102"),
        (OSError(5, "Input/output error"), "E122"),
    ],
)
def test_folder_that_cannot_be_listed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    listed = os.scandir

    def scandir(path: Path) -> object:
        if path == folder / "2024":
            raise error
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    inputs = find_inputs([folder], out=folder / "out")
    assert sources(inputs) == ["a.md", "b.txt"]
    assert [(found.source, found.error) for found in inputs.errors] == [("2024", code)]


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is open to root")
def test_closed_folder(folder: Path) -> None:
    closed = folder / "2024"
    closed.chmod(0)
    try:
        inputs = find_inputs([folder])
    finally:
        closed.chmod(0o755)
    assert codes(inputs) == ["E102"]
    assert "b.txt" in sources(inputs)


def test_linked_folder_is_skipped(folder: Path) -> None:
    (folder / "2024" / "up").symlink_to(folder, target_is_directory=True)
    inputs = find_inputs([folder], out=folder / "out")
    assert inputs.skipped["linked folder"] == 1
    assert len(inputs.files) == 4


def test_link_that_leads_nowhere_is_left_to_reading(tmp_path: Path) -> None:
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    inputs = find_inputs([tmp_path])
    assert sources(inputs) == ["gone.txt", "round.txt"]
    results = [result for file in inputs.files for result in read_reports(file)]
    assert [result.error for result in results if isinstance(result, ReportError)] == [
        "E101",
        "E122",
    ]


def test_special_file_is_skipped_or_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert find_inputs([tmp_path]).skipped == {"no regular file": 1}
    assert codes(find_inputs([tmp_path / "pipe.txt"])) == ["E123"]


def test_name_that_is_no_utf8(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"p\xf6le.txt")).write_text("Pole.", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes only UTF-8 names")
    inputs = find_inputs([tmp_path])
    assert codes(inputs) == ["E109"]
    assert inputs.errors[0].source == "p\ufffdle.txt"
