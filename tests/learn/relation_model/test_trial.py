"""What scores are worth is seen on reports that the relations were not learned from."""

import pytest

from polesitter.learn.relation_model import trial
from polesitter.learn.relation_model.course import FOLDS, RelationCourse
from polesitter.learn.relation_model.study import Unseen
from polesitter.learn.relation_model.truth import Lesson
from polesitter.records.calibration import ANY
from polesitter.records.makes import Makes
from polesitter.relations.judge import RelationModel

from ...marked import read_all
from .test_links import EMPTY

REPORTS = 24
MARKED = "[Ann Lee](DRIVER) qualified {} for the race and starts from the grid in her car."


def lessons() -> list[Lesson]:
    """A lesson a report, each of which tells a place."""
    made = []
    for number in range(REPORTS):
        view, cast = read_all(MARKED.format("[third](POSITION)"))
        record = EMPTY | {"driver": "Ann Lee", "position": 3}
        made.append(Lesson(view, cast, [record], f"report-{number}"))
    return made


def test_no_report_is_tried_by_what_was_learned_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    course = RelationCourse(lessons())
    fold = {study.lesson.report: study.fold for study in course.studies}
    models = [course.model(without=number) for number in range(FOLDS)]
    tried: list[str] = []

    def model(without: int) -> RelationModel:
        return models[without]

    def attempt(model: RelationModel, one: Unseen, makes: Makes) -> trial.Tried:
        report = one.study.lesson.report
        assert model is models[fold[report]]
        tried.append(report)
        return real(model, one, makes)

    real = trial._try
    monkeypatch.setattr(course, "model", model)
    monkeypatch.setattr(trial, "_try", attempt)
    trial.calibration_tables(course, Makes([]))
    assert sorted(tried) == sorted(f"report-{number}" for number in range(REPORTS))


def test_what_was_tried_makes_tables() -> None:
    tables = trial.calibration_tables(RelationCourse(lessons()), Makes([]))
    assert ANY in tables
    assert all(0.0 <= level <= 1.0 for _, level in tables[ANY])


def test_a_status_is_tried_with_the_words_that_prove_it() -> None:
    made = []
    for number in range(REPORTS):
        view, cast = read_all(
            "Qualifying for the race ended, and [Ann Lee](DRIVER) stalled before the pole was won."
        )
        record = EMPTY | {"driver": "Ann Lee", "status": "no_time"}
        made.append(Lesson(view, cast, [record], f"report-{number}"))
    tables = trial.calibration_tables(RelationCourse(made, l2=0.02), Makes([]))
    assert ANY in tables


def test_a_crew_is_tried_with_all_its_drivers() -> None:
    made = []
    for number in range(REPORTS):
        view, cast = read_all(
            "[Ann Lee](DRIVER) and [Bo Day](DRIVER) qualified [third](POSITION) for the race "
            "and start from the grid in their car. [Cy Roe](DRIVER), [Di Poe](DRIVER) watched."
        )
        record = EMPTY | {"driver": "Ann Lee / Bo Day", "position": 3}
        made.append(Lesson(view, cast, [record], f"report-{number}"))
    course = RelationCourse(made, l2=0.002)
    models = [course.model(without=number) for number in range(FOLDS)]
    tried = [trial._try(models[one.study.fold], one, Makes([])) for one in course.unseen]
    assert {result.driver for results, _ in tried for result in results} == {"Ann Lee / Bo Day"}
