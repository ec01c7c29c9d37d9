from pathlib import Path

import pytest
from typer.testing import CliRunner

from polesitter.cli.main import app

KITES = '{"label": "TEAM", "pattern": "Kites", "id": "team:kites"}\n'


@pytest.mark.parametrize(
    ("second", "code", "told"),
    [
        ("", 0, "0 errors, 0 warnings"),
        (KITES, 0, "warning: 'Kites' stands at entities/a.jsonl:1 already"),
        (KITES.replace("team:kites", "team:hawks"), 1, "entities/a.jsonl:2: error: 'Kites' is"),
    ],
)
def test_check(tmp_path: Path, second: str, code: int, told: str) -> None:
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "a.jsonl").write_text(KITES + second, encoding="utf-8")
    result = CliRunner().invoke(app, ["patterns", "check", str(tmp_path)])
    assert result.exit_code == code
    assert told in result.output


def test_our_own_patterns_have_no_errors(root: Path) -> None:
    result = CliRunner().invoke(app, ["patterns", "check", str(root / "patterns")])
    assert result.exit_code == 0, result.output
