"""`patterns add` writes a line that is fit, and says what is wrong with one that is not."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from polesitter.cli.main import app

pytestmark = pytest.mark.usefixtures("one_pipeline")

TEAMS = '{"label": "TEAM", "pattern": "Calder Racing", "id": "team:calder-racing"}\n'
RULE = {
    "id": "position.will_start",
    "relation": "qualified",
    "pattern": "{driver} will <start> {position}",
    "example": "Scott Dixon will start third.",
    "source": "hand",
}
SHALL = ["qualified", "{driver} shall <start> {position}"]
EXAMPLE = ["--example", "Scott Dixon shall start third."]


@pytest.fixture
def patterns(tmp_path: Path) -> Path:
    for name, text in (("entities/teams", TEAMS), ("relations/position", json.dumps(RULE) + "\n")):
        path = tmp_path / f"{name}.jsonl"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "file", "line"),
    [
        (["team", "Calder Hill"], "entities/teams.jsonl",
         {"label": "TEAM", "pattern": "Calder Hill", "id": "team:calder-hill", "source": "hand"}),
        (["team", "Calder", "--id", "team:calder-racing", "--source", "desk"],
         "entities/teams.jsonl",
         {"label": "TEAM", "pattern": "Calder", "id": "team:calder-racing", "source": "desk"}),
        ([*SHALL, *EXAMPLE], "relations/added.jsonl",
         {"id": "qualified.shall_start", "relation": "qualified", "pattern": SHALL[1],
          "example": EXAMPLE[1], "source": "hand"}),
    ],
)  # fmt: skip
def test_one_line_is_written(
    patterns: Path, words: list[str], file: str, line: dict[str, str]
) -> None:
    path = patterns / file
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    line_up = ["patterns", "add", *words, "--patterns", str(patterns), "--json"]
    result = CliRunner().invoke(app, line_up)
    assert result.exit_code == 0, result.output
    after = path.read_text(encoding="utf-8").splitlines()
    assert [json.loads(one) for one in after if one not in before] == [line]
    assert len(after) == len(before) + 1
    [added] = json.loads(result.stdout)
    assert json.loads(after[added["line"] - 1]) == line == added["entry"]
    checked = CliRunner().invoke(app, ["patterns", "check", str(patterns)])
    assert "0 errors, 0 warnings" in checked.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["team", "Calder Racing"], "is listed already, as team:calder-racing"),
        (["driver", "Dixon"], "first name and surname"),
        (["horse", "Red Rum"], "there is no kind 'horse'"),
        (SHALL, "needs --example"),
        ([*SHALL, "--example", "Scott Dixon shall roll third."], "does not match its example"),
        (["qualified", "{driver} shall <start", *EXAMPLE], "column 16"),
        ([*SHALL, *EXAMPLE, "--id", "position.will_start"], "is taken"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    patterns: Path, words: list[str], told: str
) -> None:
    result = CliRunner().invoke(app, ["patterns", "add", *words, "--patterns", str(patterns)])
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert (patterns / "entities/teams.jsonl").read_text(encoding="utf-8") == TEAMS
    assert not (patterns / "relations/added.jsonl").exists()


def test_a_folder_without_patterns_is_wrong_use(tmp_path: Path) -> None:
    line = ["patterns", "add", "team", "Calder Hill", "--patterns", str(tmp_path / "none")]
    result = CliRunner().invoke(app, line)
    assert result.exit_code == 2
    assert "holds no patterns" in result.output
