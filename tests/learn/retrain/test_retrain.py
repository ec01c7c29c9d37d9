"""Retraining from end to end, with a learner whose lessons can be told beforehand."""

import json
import shutil
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from polesitter.errors import PolesitterError
from polesitter.learn.retrain import retrain as module
from polesitter.learn.retrain import side_by_side
from polesitter.learn.retrain.folder_digest import folder_digest
from polesitter.learn.retrain.history import read_history
from polesitter.learn.retrain.retrain import retrain
from polesitter.learn.retrain.store import ModelStore
from polesitter.learn.retrain.twin import kept_twin
from polesitter.learn.retrain.workshop import Trained

from .conftest import Project
from .workshop import (
    DRIVERS,
    TEAM_OF,
    TEAMS,
    build,
    exchange_teams,
    make_project,
    make_workshop,
    write_reports,
)

EXCHANGED = dict(zip(DRIVERS, [*TEAMS[1:], TEAMS[0]], strict=True))
"""Every driver with the team of another."""


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


def test_the_gate_compares_models_that_were_not_taught_its_reports(
    project: Project, tmp_path: Path
) -> None:
    outcome = project.retrain(write_reports(tmp_path / "new", range(101, 111)))
    assert outcome.gate is not None
    by_name = {one.name: one for one in outcome.gate.standings}
    assert by_name["dev"].reports == 20
    assert by_name["all"].reports == outcome.gate.reports > 20
    assert {"kite", "surf", "team"} <= set(by_name)
    twin = kept_twin(ModelStore(project.folders.models))
    assert twin is not None
    held = twin.held
    learned = json.loads((twin.model / "learned.json").read_text(encoding="utf-8"))
    taught = set(learned["taught"])
    assert len(held) == outcome.gate.reports
    assert not held & taught
    assert set(outcome.intake.added) <= taught
    # In the twin's patterns nothing was learned from a report that it is judged by.
    seen = json.dumps(learned["patterns"])
    assert not [id for id in held if id in seen]


def test_only_the_model_that_is_used_is_built_in_full(tmp_path: Path) -> None:
    folders, built = make_project(tmp_path / "project"), []

    def quick(config: Path, patterns: Path, corpus: Path) -> Trained:
        built.append("quick")
        return build(config, patterns, corpus)

    def full(config: Path, patterns: Path, corpus: Path) -> Trained:
        built.append("full")
        return build(config, patterns, corpus)

    workshop = replace(make_workshop(folders), build=full, build_twin=quick)
    new = write_reports(tmp_path / "new", range(101, 111))
    assert retrain([new], folders, workshop, built.append).verdict == "promoted"
    assert [one for one in built if one in ("quick", "full")] == ["quick", "quick", "full"]


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


def test_models_built_side_by_side_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A fresh process could not import the simple learner.
    monkeypatch.setattr(side_by_side, "get_context", _forking)
    new = write_reports(tmp_path / "new", range(101, 111))
    made = []
    for name, jobs in (("one", 1), ("two", 2)):
        project = Project(tmp_path / name)
        assert project.retrain(new, jobs=jobs).in_use
        twin = kept_twin(ModelStore(project.folders.models))
        assert twin is not None
        made.append((project.files(), folder_digest(twin.model)))
    assert made[0] == made[1]


def test_a_model_that_was_begun_too_early_is_thrown_away(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(side_by_side, "get_context", _forking)
    before = project.files()
    new = write_reports(tmp_path / "new", range(101, 181), EXCHANGED)
    assert project.retrain(new, jobs=2).verdict == "refused"
    assert project.files() == before
    assert not list((project.folders.models / ".staging").iterdir())


def _forking(_method: str) -> BaseContext:
    return get_context("fork")


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


def test_the_twin_of_a_model_is_kept_with_it(project: Project, tmp_path: Path) -> None:
    project.retrain(write_reports(tmp_path / "new", range(101, 105)))
    assert any("Building 2 models" in step for step in project.told)
    project.told.clear()
    outcome = project.retrain(write_reports(tmp_path / "more", range(105, 109)))
    assert outcome.version == "0.1.2"
    assert not any("Building 2 models" in step for step in project.told)
    assert len(list((project.folders.models / "gate").iterdir())) == 3


def test_twins_that_are_alike_are_built_once(project: Project, tmp_path: Path) -> None:
    project.retrain(write_reports(tmp_path / "new", range(101, 105)))
    shutil.rmtree(project.folders.models / "gate")
    hand = project.folders.patterns / "entities" / "hand.jsonl"
    hand.write_text('{"label": "TEAM", "pattern": "Nutmeg", "source": "hand"}\n', encoding="utf-8")
    project.told.clear()
    outcome = project.retrain(project.folders.corpus / "train")
    assert outcome.verdict == "promoted"
    assert any("Building 1 model" in step for step in project.told)
    assert outcome.gate is not None
    assert all(one.before == one.after for one in outcome.gate.standings)
    twin = kept_twin(ModelStore(project.folders.models))
    assert twin is not None
    assert "Nutmeg" in (twin.model / "learned.json").read_text(encoding="utf-8")
    shutil.rmtree(project.folders.models / "gate")
    project.retrain(write_reports(tmp_path / "more", range(105, 109)))
    assert any("Building 2 models" in step for step in project.told)


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
