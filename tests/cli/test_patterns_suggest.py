"""Suggestions on the command line: listed, decided by option, decided by key."""

import json
import shutil
from pathlib import Path
from unittest.mock import Mock

import pytest
from typer.testing import CliRunner, Result

from polesitter.cli.main import app
from polesitter.cli.patterns_suggest import _is_watched

pytestmark = pytest.mark.usefixtures("one_pipeline")

ARTICLE = """date 2025-04-12
Dixon takes pole at Long Beach

Scott Dixon won the pole for the Grand Prix of Long Beach with a lap of 1:06.201. \
Quillmark Racing's Will Power qualified second, 0.112 seconds behind Dixon.

Josef Newgarden will start third for Quillmark Racing. Will Power of Quillmark Racing was glad. \
Pato O'Ward shall start fourth.
"""
TEAM = "team:quillmark-racing"
FILES = ("entities/teams.jsonl", "relations/macros.jsonl", "relations/position.jsonl")


@pytest.fixture
def patterns(tmp_path: Path, root: Path) -> Path:
    """Some of our own patterns, which a test may change."""
    folder = tmp_path / "patterns"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / "patterns" / name, folder / name)
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "long-beach.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def suggest(new: Path, patterns: Path, *more: str, keys: str = "") -> Result:
    line = ["patterns", "suggest", str(new), "--patterns", str(patterns), *more]
    return CliRunner().invoke(app, line, input=keys)


def watched() -> bool:
    return True


def ids(new: Path, patterns: Path) -> list[str]:
    return [one["id"] for one in json.loads(suggest(new, patterns, "--json").stdout)]


def lines(patterns: Path) -> list[str]:
    files = sorted(path for path in patterns.rglob("*.jsonl"))
    return [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]


def test_listed_with_the_sentence_and_its_line(new: Path, patterns: Path) -> None:
    result = suggest(new, patterns)
    assert result.exit_code == 0
    assert TEAM in result.output
    assert "long-beach.txt:4" in result.output
    assert "near miss" in result.output


def test_json_has_what_would_be_written(new: Path, patterns: Path) -> None:
    first = json.loads(suggest(new, patterns, "--json").stdout)[0]
    assert first["id"] == TEAM
    assert first["file"] == "entities/teams.jsonl"
    assert first["entry"]["first_seen"] == "2025-04-12"
    assert first["examples"][0]["line"] == 4


def test_accepting_by_id_writes_one_line(new: Path, patterns: Path) -> None:
    before = lines(patterns)
    result = suggest(new, patterns, "--accept", TEAM)
    assert result.exit_code == 0, result.output
    [line] = [one for one in lines(patterns) if one not in before]
    assert json.loads(line)["id"] == TEAM
    assert len(lines(patterns)) == len(before) + 1
    assert TEAM not in ids(new, patterns)


def test_accepting_as_another_name_of_a_known_team(new: Path, patterns: Path) -> None:
    result = suggest(new, patterns, "--accept", f"{TEAM}=team:team-penske", "--json")
    [added] = json.loads(result.stdout)
    assert added["entry"]["id"] == "team:team-penske"


def test_an_unknown_id_is_told_and_nothing_is_written(new: Path, patterns: Path) -> None:
    before = lines(patterns)
    result = suggest(new, patterns, "--accept", TEAM, "--accept", "team:nobody")
    assert result.exit_code == 2
    assert "team:nobody" in result.output
    assert lines(patterns) == before


def test_what_is_rejected_does_not_come_again(new: Path, patterns: Path) -> None:
    assert suggest(new, patterns, "--reject", TEAM).exit_code == 0
    assert TEAM not in ids(new, patterns)


def test_no_articles_is_wrong_use(tmp_path: Path, patterns: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert suggest(empty, patterns).exit_code == 2


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ("q", []),
        ("aq", [TEAM]),
        ("nbaq", [TEAM]),
        ("r", ["rejected"]),
        ("eQuillmark\nq", ["team:quillmark"]),
        ("", []),
    ],
)
def test_decided_by_key(
    new: Path, patterns: Path, monkeypatch: pytest.MonkeyPatch, keys: str, written: list[str]
) -> None:
    monkeypatch.setattr("polesitter.cli.patterns_suggest._is_watched", watched)
    before = lines(patterns)
    result = suggest(new, patterns, keys=keys)
    assert result.exit_code == 0, result.output
    assert "1 of" in result.output
    new_lines = [json.loads(one) for one in lines(patterns) if one not in before]
    told = [one["id"] if "source" in one else "rejected" for one in new_lines]
    assert told == written


def test_a_line_that_is_not_fit_is_told_and_the_next_key_awaited(
    new: Path, patterns: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("polesitter.cli.patterns_suggest._is_watched", watched)
    result = suggest(new, patterns, keys="eTeam Penske\naq")
    assert "is listed already" in result.output
    assert TEAM not in ids(new, patterns)


@pytest.mark.parametrize("typed", [True, False])
@pytest.mark.parametrize("shown", [True, False])
def test_keys_are_asked_for_where_somebody_types_and_looks(
    monkeypatch: pytest.MonkeyPatch, typed: bool, shown: bool
) -> None:
    monkeypatch.setattr("sys.stdin", Mock(isatty=lambda: typed))
    monkeypatch.setattr("sys.stdout", Mock(isatty=lambda: shown))
    asked = _is_watched()
    monkeypatch.undo()
    assert asked is (typed and shown)
