"""Checks over folders, and the corpus itself."""

import shutil
from pathlib import Path

import pytest

from polesitter.learn.corpus_check.folders import check_folders


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """One report of the corpus that is as it should be."""
    for suffix in (".txt", ".json"):
        shutil.copy(root / "corpus" / "dev" / f"pilot-01{suffix}", tmp_path)
    return tmp_path


def told(*folders: Path) -> list[tuple[str, str]]:
    return [(Path(found.file).name, found.message) for found in check_folders(folders)]


@pytest.mark.parametrize("name", ["train", "dev", "own"])
def test_the_corpus_keeps_its_own_rules(root: Path, name: str) -> None:
    found = check_folders([root / "corpus" / name])
    assert [one for one in found if one.severity == "error"] == []


def test_both_halves_are_wanted(folder: Path) -> None:
    (folder / "lone-01.txt").write_text("Lee led.", encoding="utf-8")
    (folder / "alone-02.json").write_text("{}", encoding="utf-8")
    assert told(folder) == [
        ("alone-02.txt", "is missing beside the other file of the report"),
        ("lone-01.json", "is missing beside the other file of the report"),
    ]


def test_a_copy_is_found_out(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    for path in folder.iterdir():
        shutil.copy(path, other / path.name)
    messages = [message for _, message in told(folder, other)]
    assert [message.split(" has ")[1] for message in messages] == ["the same id", "the same text"]


@pytest.mark.parametrize(
    ("suffix", "content", "message"),
    [
        (".txt", b"\xe9t\xe9", "byte 0 is not UTF-8"),
        (".json", b'{"id": ', "no JSON"),
        (".json", b"[1]", "the file holds no object"),
    ],
)
def test_a_broken_file_stops_nothing(
    folder: Path, suffix: str, content: bytes, message: str
) -> None:
    for path in list(folder.iterdir()):
        shutil.copy(path, folder / f"broken-01{path.suffix}")
    (folder / f"broken-01{suffix}").write_bytes(content)
    found = told(folder)
    assert message in found[0][1]
    assert all("pilot" not in name or "the same text" in text for name, text in found)
