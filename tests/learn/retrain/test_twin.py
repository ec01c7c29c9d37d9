"""The models that are built beside the one that is used: for the gate to compare, and at once."""

import json
import shutil
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from polesitter.learn.retrain import apart
from polesitter.learn.retrain.folder_digest import folder_digest
from polesitter.learn.retrain.retrain import retrain
from polesitter.learn.retrain.store import ModelStore
from polesitter.learn.retrain.twin import kept_twin
from polesitter.learn.retrain.workshop import Trained

from .conftest import Project
from .workshop import EXCHANGED, build, make_project, make_workshop, write_reports


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


def test_models_built_side_by_side_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A fresh process could not import the simple learner.
    monkeypatch.setattr(apart, "get_context", _forking)
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
    monkeypatch.setattr(apart, "get_context", _forking)
    before = project.files()
    new = write_reports(tmp_path / "new", range(101, 181), EXCHANGED)
    assert project.retrain(new, jobs=2).verdict == "refused"
    assert project.files() == before
    assert not list((project.folders.models / ".staging").iterdir())


def _forking(_method: str) -> BaseContext:
    return get_context("fork")


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
