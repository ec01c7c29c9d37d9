"""Spoilt reports are refused, or do no harm; what is wrong with them is told."""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from polesitter.learn.corpus import read_gold
from polesitter.learn.retrain.outcome import RetrainOutcome

from .conftest import Project
from .workshop import write_reports

OFFSETS = r"within a word|begins or ends with a space|do not fit a text|overlap"
REFUSED_AT_ONCE = {
    "every_label_shuffled": r"figures that were marked",
    "offsets_one_too_far": OFFSETS,
    "offsets_three_too_short": OFFSETS,
    "offsets_at_random": OFFSETS,
}
"""What the intake refuses, and why."""

SHUT_OUT = ("teams_rotated", "everything_rotated")
"""What the gate refuses, naming the field."""

REST = (
    "labels_of_names_shuffled", "half_of_the_labels_shuffled", "drivers_are_teams",
    "half_of_the_marks_gone", "offsets_in_bytes", "half_of_the_teams_rotated",
    "places_rotated", "no_records", "recipes", "recipes_with_drivers", "rowing_reports",
    "one_report_many_times", "one_report_nearly_many_times", "everything_many_times",
)  # fmt: skip


@pytest.fixture
def sabotages(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The ways to spoil reports of benchmarks/."""
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    yield import_module("sabotages")
    for name in ("sabotages", "foreign_texts"):
        sys.modules.pop(name, None)


@pytest.fixture
def spoil(project: Project, sabotages: ModuleType, tmp_path: Path) -> "Spoil":
    return Spoil(project, sabotages, tmp_path)


class Spoil:
    """Retrains the project on reports spoilt in some way."""

    def __init__(self, project: Project, sabotages: ModuleType, place: Path) -> None:
        self.project = project
        self.sabotages = sabotages
        self.place = place

    def __call__(self, name: str) -> RetrainOutcome:
        golds = list(read_gold([write_reports(self.place / "good", range(101, 171))]))
        getattr(self.sabotages, name)(golds, Random(name), self.place / "new")
        return self.project.retrain(self.place / "new")


def assert_no_harm(outcome: RetrainOutcome) -> None:
    """Nothing was promoted that is worse on dev beyond noise."""
    if outcome.verdict == "promoted" and outcome.gate is not None:
        dev = next(one for one in outcome.gate.standings if one.name == "dev")
        assert dev.difference.high >= 0


def test_there_are_twenty(sabotages: ModuleType) -> None:
    names = {sabotage.__name__ for sabotage in sabotages.SABOTAGES}
    assert names == {*REFUSED_AT_ONCE, *SHUT_OUT, *REST}
    assert len(names) == 20


@pytest.mark.parametrize("name", REFUSED_AT_ONCE)
def test_spoilt_marks_are_set_aside_with_the_reason(spoil: Spoil, name: str) -> None:
    outcome = spoil(name)
    assert outcome.verdict == "refused"
    assert not outcome.intake.taken
    assert len(outcome.intake.refused) == 70
    for refused in outcome.intake.refused:
        assert re.search(REFUSED_AT_ONCE[name], refused.reason)


@pytest.mark.parametrize("name", SHUT_OUT)
def test_spoilt_records_are_shut_out_with_the_field(spoil: Spoil, name: str) -> None:
    outcome = spoil(name)
    assert outcome.verdict == "refused"
    assert outcome.gate is not None
    assert any("field team falls" in cause for cause in outcome.gate.causes)
    assert any(sign.startswith("team:") for sign in outcome.intake.suspicions)


def test_the_same_report_many_times_counts_once(spoil: Spoil) -> None:
    outcome = spoil("one_report_many_times")
    assert len(outcome.intake.added) == 1
    assert len(outcome.intake.refused) == 9
    assert "which is new as well" in outcome.intake.refused[0].reason
    assert outcome.verdict == "promoted"


def test_reports_nearly_the_same_are_counted(spoil: Spoil) -> None:
    outcome = spoil("one_report_nearly_many_times")
    assert len(outcome.intake.alike) == 9


def test_texts_of_another_world_do_no_harm(spoil: Spoil) -> None:
    outcome = spoil("recipes")
    assert outcome.verdict == "promoted"
    assert set(outcome.intake.off_topic) == set(outcome.intake.added)


@pytest.mark.full
@pytest.mark.parametrize("name", [*REFUSED_AT_ONCE, *SHUT_OUT, *REST])
def test_no_sabotage_does_harm(spoil: Spoil, name: str) -> None:
    assert_no_harm(spoil(name))
