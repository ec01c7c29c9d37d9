"""What scores are worth is seen on reports that the relations were not learned from."""

from collections.abc import Sequence

import pytest

from polesitter.learn import trial
from polesitter.learn.links import train_relations
from polesitter.learn.truth import Lesson
from polesitter.records.calibration import ANY
from polesitter.records.makes import Makes
from polesitter.relations.judge import RelationModel

from ..marked import read_all
from .test_links import EMPTY

REPORTS = 24
MARKED = "[Ann Lee](DRIVER) qualified {} for the race and starts from the grid in her car."


def lessons() -> list[Lesson]:
    """Two lessons a report; only the first of a report, its reading, tells a place."""
    made = []
    for number in range(REPORTS):
        for place in ("[third](POSITION)", "well"):
            view, cast = read_all(MARKED.format(place))
            record = EMPTY | {"driver": "Ann Lee", "position": 3}
            made.append(Lesson(view, cast, [record], f"report-{number}"))
    return made


def test_no_report_is_tried_by_what_was_learned_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    taught: list[set[str]] = []
    tried: list[tuple[set[str], str]] = []

    def train(chosen: Sequence[Lesson]) -> RelationModel:
        taught.append({lesson.report for lesson in chosen})
        return train_relations(chosen)

    def attempt(model: RelationModel, lesson: Lesson, makes: Makes) -> trial.Tried:
        tried.append((taught[-1], lesson.report))
        return real(model, lesson, makes)

    real = trial._try
    monkeypatch.setattr(trial, "train_relations", train)
    monkeypatch.setattr(trial, "_try", attempt)
    trial.calibration_tables(lessons(), Makes([]))
    assert all(report not in seen for seen, report in tried)
    assert sorted(report for _, report in tried) == sorted(f"report-{n}" for n in range(REPORTS))


def test_the_readings_are_tried_and_not_their_marked_twins() -> None:
    tables = trial.calibration_tables(lessons(), Makes([]))
    assert ANY in tables  # the twins tell no place: had they been tried, there were no cells
    assert all(0.0 <= level <= 1.0 for _, level in tables[ANY])
