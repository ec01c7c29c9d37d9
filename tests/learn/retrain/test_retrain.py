"""Retraining from end to end, with a learner whose lessons can be told beforehand."""

import json
import shutil
from pathlib import Path

import pytest

from polesitter.errors import PolesitterError
from polesitter.learn.retrain import retrain as module
from polesitter.learn.retrain.history import read_history
from polesitter.learn.retrain.store import ModelStore

from .conftest import Project
from .workshop import EXCHANGED, TEAM_OF, exchange_teams, write_reports


def test_good_reports_are_learned_from(project: Project, tmp_path: Path) -> None:
    newcomer = {**TEAM_OF, "Ann Lee": "Magenta"}
    new = write_reports(tmp_path / "new", range(101, 111), newcomer)
    outcome = project.retrain(new)
    assert (outcome.verdict, outcome.parent, outcome.version) == ("promoted", "0.1.0", "0.1.1")
    assert outcome.in_use
    assert len(outcome.intake.added) == 10
    assert outcome.reports == 70
    assert outcome.data_date == "2024-12-24"
    files = project.files()
    assert files["corpus/added/kite-102.txt"] == (new / "kite-102.txt").read_bytes()
    assert b'"Ann Lee"' in files["patterns/entities/learned.jsonl"]
    learned = json.loads(files["models/en_qualifying/learned.json"])
    assert "kite-102" in learned["taught"]
    assert files["patterns/entities/learned.jsonl"].decode() in learned["patterns"]
    meta = json.loads(files["models/en_qualifying/meta.json"])
    assert meta["version"] == "0.1.1"
    assert meta["learning"]["parent"] == "0.1.0"
    assert meta["learning"]["gate"]["scores"]["dev"] == 1.0
    assert meta["learning"]["data_date"] == "2024-12-24"
    (line,) = read_history(project.folders.models / "history.jsonl")
    assert (line.version, line.reports, line.reason) == ("0.1.1", 70, None)
    assert line.corpus_hash == meta["learning"]["corpus"]


def test_worse_reports_are_refused_with_the_cells_that_were_lost(
    project: Project, tmp_path: Path
) -> None:
    before = project.files()
    outcome = project.retrain(write_reports(tmp_path / "new", range(101, 181), EXCHANGED))
    assert outcome.verdict == "refused"
    assert not outcome.in_use
    assert outcome.gate is not None
    fallen = {one.name for one in outcome.gate.standings if one.falls}
    assert fallen == {"all", "dev", "kite", "surf", "team"}
    assert len(outcome.gate.causes) == len(fallen)
    losses = outcome.gate.losses()
    assert {loss.field for loss in losses} == {"team"}
    assert all(loss.whose in loss.sentence for loss in losses)
    assert any("team" in sign for sign in outcome.intake.suspicions)
    assert project.files() == before
    assert not (project.folders.models / "history.jsonl").exists()


def test_a_worse_model_is_kept_with_its_reason(project: Project, tmp_path: Path) -> None:
    new = write_reports(tmp_path / "new", range(101, 181), EXCHANGED)
    outcome = project.retrain(new, keep_anyway="all drivers changed teams")
    assert outcome.verdict == "kept anyway"
    current = ModelStore(project.folders.models).current()
    assert current.version == "0.1.1"
    assert current.learning["kept_anyway"]["reason"] == "all drivers changed teams"
    assert any("team" in cause for cause in current.learning["kept_anyway"]["causes"])
    (line,) = read_history(project.folders.models / "history.jsonl")
    assert line.reason == "all drivers changed teams"


def test_a_reason_that_was_not_needed_is_not_recorded(project: Project, tmp_path: Path) -> None:
    new = write_reports(tmp_path / "new", range(101, 105))
    assert project.retrain(new, keep_anyway="to be sure").verdict == "promoted"
    assert "kept_anyway" not in ModelStore(project.folders.models).current().learning


def test_a_dry_run_changes_nothing(project: Project, tmp_path: Path) -> None:
    before = project.files()
    outcome = project.retrain(write_reports(tmp_path / "new", range(101, 105)), dry_run=True)
    assert (outcome.verdict, outcome.in_use) == ("promoted", False)
    assert outcome.learnt.names
    assert project.files() == before


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    new = write_reports(tmp_path / "new", range(101, 121))
    halves = [
        write_reports(tmp_path / "halves" / str(n), numbers)
        for n, numbers in enumerate((range(111, 121), range(101, 111)))
    ]
    made = []
    for name, paths in (("one", [new]), ("two", halves)):
        project = Project(tmp_path / name)
        assert project.retrain(*paths).in_use
        history = (project.folders.models / "history.jsonl").read_bytes()
        made.append((project.files(), history))
    assert made[0] == made[1]


def test_what_was_learned_from_already_is_nothing_new(project: Project, tmp_path: Path) -> None:
    new = write_reports(tmp_path / "new", range(101, 111))
    project.retrain(new)
    before = project.files()
    again = project.retrain(new)
    assert again.verdict == "nothing new"
    assert len(again.intake.unchanged) == 10
    assert project.files() == before


def test_the_corpus_itself_may_be_learned_from_anew(project: Project) -> None:
    # The first model was built without learning patterns.
    outcome = project.retrain(project.folders.corpus / "train")
    assert outcome.verdict == "promoted"
    assert not outcome.intake.taken
    assert "patterns/entities/learned.jsonl" in project.files()
    assert project.retrain(project.folders.corpus / "train").verdict == "nothing new"


def test_a_report_that_corrects_one_of_the_gate_is_not_judged_by(
    project: Project, tmp_path: Path
) -> None:
    first = write_reports(tmp_path / "first", range(41, 51))
    outcome = project.retrain(exchange_teams(first, tmp_path / "new"))
    assert len(outcome.intake.replaced) == 10
    assert outcome.gate is not None
    dev = next(one for one in outcome.gate.standings if one.name == "dev")
    assert dev.reports == 10


def test_where_too_few_reports_are_left_nothing_is_promoted(
    project: Project, tmp_path: Path
) -> None:
    shutil.rmtree(project.folders.corpus / "train")
    first = write_reports(tmp_path / "first", range(41, 53))
    outcome = project.retrain(exchange_teams(first, tmp_path / "new"))
    assert outcome.verdict == "refused"
    assert outcome.gate is not None
    assert "8 reports are left" in outcome.gate.causes[0]


def test_only_one_retrains_at_a_time(project: Project, tmp_path: Path) -> None:
    new = write_reports(tmp_path / "new", range(101, 105))
    store = ModelStore(project.folders.models)
    with store.locked(), pytest.raises(PolesitterError, match="another retraining"):
        project.retrain(new)


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_must_say_something(project: Project, tmp_path: Path, reason: str) -> None:
    new = write_reports(tmp_path / "new", range(101, 105))
    with pytest.raises(PolesitterError, match="reason"):
        project.retrain(new, keep_anyway=reason)


def test_a_full_disk_leaves_the_old_model(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    before = project.files()
    new = write_reports(tmp_path / "new", range(101, 105))
    with monkeypatch.context() as patch:
        patch.setattr(module, "promote", full)
        with pytest.raises(PolesitterError, match="no space left"):
            project.retrain(new)
    assert project.files() == before
    assert project.retrain(new).in_use
