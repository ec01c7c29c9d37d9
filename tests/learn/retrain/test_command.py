"""`polesitter retrain` and `polesitter models`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from polesitter.cli.main import app
from polesitter.run.model import NAME

from .conftest import Project
from .workshop import EXCHANGED, write_reports

pytestmark = pytest.mark.usefixtures("simple_learner")


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args])


def test_a_promotion_is_told_with_the_way_back(project: Project, tmp_path: Path) -> None:
    told = run("retrain", write_reports(tmp_path / "new", range(101, 111)))
    assert told.exit_code == 0
    assert "Reports: 10 new" in told.stdout
    assert "Names learned: 12" in told.stdout
    assert "and 2 more" in told.stdout
    assert "Model 0.1.1 is in use. Back to the old one: polesitter models use 0.1.0" in told.stdout
    assert "Building model 0.1.1" in told.stderr
    assert run("models", "use", "0.1.0").exit_code == 0
    listed = json.loads(run("models", "list", "--json").stdout)
    assert [(model["name"], model["in_use"]) for model in listed] == [
        ("0.1.0", True),
        ("0.1.1", False),
    ]


def test_a_refusal_lists_what_was_lost_and_leaves_with_one(
    project: Project, tmp_path: Path
) -> None:
    told = run("retrain", write_reports(tmp_path / "new", range(101, 181), EXCHANGED))
    assert told.exit_code == 1
    assert "Refused: the gate is shut. Model 0.1.0 stays in use." in told.stdout
    assert "suspicious: team: the model in use agrees with 0% of 320" in told.stdout
    assert "field team falls from 100.0% to 0.0%" in told.stdout
    lost = [line for line in told.stdout.splitlines() if "was read" in line]
    assert len(lost) == 104
    assert "Bo Ray: team is 'Basalt'; was read 'Basalt', now 'Cobalt'" in lost[0]


def test_what_is_set_aside_is_told_with_its_reason(project: Project, tmp_path: Path) -> None:
    told = run("retrain", project.folders.corpus / "test")
    assert told.exit_code == 1
    assert "12 set aside" in told.stdout
    assert "for measuring only" in told.stdout
    assert "no new report could be taken" in told.stdout


def test_json_has_all_of_it(project: Project, tmp_path: Path) -> None:
    new = write_reports(tmp_path / "new", range(101, 181), EXCHANGED)
    outcome = json.loads(run("retrain", new, "--dry-run", "--json").stdout)
    assert outcome["verdict"] == "refused"
    assert outcome["gate"]["passed"] is False
    assert len(outcome["gate"]["losses"]) == 104
    assert outcome["gate"]["standings"][0]["f1_after"] == 0.75
    assert len(outcome["intake"]["added"]) == 80


def test_folders_that_are_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = write_reports(tmp_path / "new", range(101, 105))
    monkeypatch.chdir(tmp_path)
    told = run("retrain", new)
    assert told.exit_code == 2
    assert "--corpus" in told.stderr
    assert run("models", "list").exit_code == 2


def test_a_version_that_is_not_kept_names_those_that_are(project: Project) -> None:
    told = run("models", "use", "0.9.9")
    assert told.exit_code == 2
    assert "Kept are: 0.1.0." in told.stderr


def test_a_promotion_is_listed_with_scores_and_reason(project: Project, tmp_path: Path) -> None:
    new = write_reports(tmp_path / "new", range(101, 181), EXCHANGED)
    assert run("retrain", new, "--keep-anyway", "all drivers changed teams").exit_code == 0
    first, second = run("models", "list").stdout.splitlines()[2:]
    assert first.split() == ["0.1.0"]
    assert second.split()[:3] == ["0.1.1", "in", "use"]
    assert "0.750" in second
    assert second.rstrip().endswith("all drivers changed teams")


def test_ctrl_c_says_which_model_is_in_use(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    meta = project.folders.models / NAME / "meta.json"
    monkeypatch.setattr("polesitter.learn.retrain.retrain.retrain", interrupted)
    told = run("retrain", write_reports(tmp_path / "new", range(101, 103)))
    assert told.exit_code == 130
    assert "stopped. The old model stays in use" in told.stderr

    def too_late(*_: object) -> None:
        meta.write_text("{}", encoding="utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr("polesitter.learn.retrain.retrain.retrain", too_late)
    assert "The new model is in use already" in run("retrain", tmp_path / "new").stderr
