"""What a retraining tells, whatever the form."""

from dataclasses import replace

import pytest

from polesitter.learn.retrain.outcome import Intake, RetrainOutcome
from polesitter.review.retraining.curve import curve_points
from polesitter.review.retraining.story import tell

from ...retraining_sample import HISTORY, promoted, refused


def test_figures_tell_before_and_after() -> None:
    outcome = promoted()
    assert outcome.gate is not None
    whole = next(one for one in outcome.gate.standings if one.name == "all")
    figures = dict(tell(outcome).figures)
    before, after = (float(told) for told in figures["Cell F1"].split(" → "))
    assert before == pytest.approx(100 * whole.f1_before, abs=0.05)
    assert after == pytest.approx(100 * whole.f1_after, abs=0.05)
    assert figures["Cells"] == "3 gained, 1 lost"
    assert figures["Learnt"] == "3 names, 2 slot patterns"
    assert figures["Learned from"] == "324 reports, 25 new"


def test_rises_and_falls_are_those_beyond_chance() -> None:
    rows = {row.name: row for row in tell(refused()).rows}
    assert rows["team"].falls
    assert rows["team"].difference.startswith("−")
    assert not rows["gap"].falls
    assert rows["indy"].rises
    assert not rows["dev"].rises


def test_names_held_back_are_told_apart() -> None:
    story = tell(promoted())
    assert [name.name for name in story.held_back] == ["Race"]
    assert "Race" not in {name.name for name in story.names}


def test_patterns_that_explain_most_come_first() -> None:
    supports = [pattern.support for pattern in tell(promoted()).patterns]
    assert supports == sorted(supports, reverse=True)


def test_a_retraining_without_a_gate_tells_its_intake() -> None:
    intake = Intake(refused=promoted().intake.refused)
    story = tell(RetrainOutcome("refused", "0.1.1", "0.1.2", intake))
    assert story.rows == ()
    assert story.counts == (("set aside", 1),)
    assert story.refused == ("pilot-499 at 41: the DRIVER begins within a word",)


def test_a_dry_run_says_so() -> None:
    assert tell(replace(promoted(), dry_run=True)).verdict == "dry run"


def test_the_curve_runs_from_earlier_models_to_this_one() -> None:
    points = [one for one in curve_points(promoted(), HISTORY) if one.part == "all"]
    told = [(one.reports, one.version, one.when) for one in points]
    assert told == [(240, "0.1.0", "earlier"), (300, "0.1.1", "before"), (324, "0.1.2", "after")]


def test_the_curve_of_a_refused_model_says_so() -> None:
    assert {one.when for one in curve_points(refused(), ())} == {"before", "refused"}


def test_nothing_judged_is_no_curve() -> None:
    assert curve_points(replace(promoted(), gate=None), HISTORY) == []
