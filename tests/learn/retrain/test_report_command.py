"""`polesitter retrain --report` and `--self-train`."""

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from polesitter.cli.main import app
from polesitter.cli.self_training import confident_folder

from .conftest import Project
from .workshop import EXCHANGED, write_reports

pytestmark = pytest.mark.usefixtures("simple_learner")

CLEAR = """date 2025-04-12
Dixon takes pole at Long Beach

Scott Dixon won the pole for the Grand Prix of Long Beach with a lap of 1:06.201. Will Power \
qualified second, 0.112 seconds behind Dixon.

Josef Newgarden will start third. Pato O'Ward will start fourth.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "clear.txt").write_text(CLEAR, encoding="utf-8")
    (folder / "council.txt").write_text("The council met on Tuesday.", encoding="utf-8")
    return folder


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args])


@pytest.mark.parametrize(
    ("numbers", "team_of", "verdict"),
    [(range(101, 111), None, "promoted"), (range(101, 181), EXCHANGED, "refused")],
)
def test_the_report_of_a_retraining(
    project: Project, tmp_path: Path, numbers: range, team_of: Any, verdict: str
) -> None:
    folder = tmp_path / "report"
    run("retrain", write_reports(tmp_path / "new", numbers, team_of), "--report", folder)
    told = (folder / "report.md").read_text(encoding="utf-8")
    assert told.startswith(f"# Retraining to 0.1.1: {verdict}\n")
    assert ("## Cells lost (104)" in told) == (verdict == "refused")
    assert "| **all** | " in told
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert f'data-verdict="{verdict}"' in page


def test_nothing_to_learn_from_is_wrong_use(project: Project) -> None:
    assert run("retrain").exit_code == 2


def test_confident_articles_are_a_folder_while_they_are_needed(
    articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with confident_folder([articles], 0.5, None) as folders:
        assert sorted(path.name for path in folders[0].iterdir()) == [
            "read-clear.json", "read-clear.txt",
        ]  # fmt: skip
    assert not folders[0].exists()
    told = capsys.readouterr().err
    assert "council.txt: left out of self-training: tells of no qualifying" in told
    assert "1 of 2 articles chosen" in told


def test_none_that_is_sure_enough_gives_nothing_to_learn(articles: Path) -> None:
    with confident_folder([articles], 1.0, None) as folders:
        assert folders == []


def test_self_taught_reports_are_taken_in_like_others(
    project: Project, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from polesitter.cli import retrain as command

    def chosen(paths: Any, at_least: float, _model: Path) -> Any:
        return confident_folder(paths, at_least, None)

    monkeypatch.setattr(command, "confident_folder", chosen)
    told = run("retrain", "--self-train", articles, "--at-least", "0.5")
    assert "1 of 2 articles chosen" in told.stderr
    assert "Reports: 1 new" in told.stdout
    assert told.exit_code == 0, told.output
    assert (project.folders.corpus / "added" / "read-clear.txt").is_file()
