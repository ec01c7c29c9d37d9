"""Relation models with and without a fold: what is left out leaves no trace."""

from dataclasses import replace

import pytest

from polesitter.learn.relation_model.course import FOLDS, RelationCourse, fold_of
from polesitter.learn.relation_model.truth import Lesson
from polesitter.relations.about.report_words import report_parts
from polesitter.relations.all_told.recorded import Recorded
from polesitter.relations.claims.superseded import TakenBack
from polesitter.relations.judge import TOLD
from polesitter.relations.judged import Crewed, Judged, Weighed
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import plain

from ...marked import read_all
from .test_links import EMPTY

DRIVERS = ("Ann Lee", "Bo Ray", "Di Cox")
TEXT = "[{}](DRIVER) was [third](POSITION), then came [{}](DRIVER) and [{}](DRIVER) in that order."


def lessons(shuffled: int | None = None) -> list[Lesson]:
    """One lesson a report; the records of one fold may be told the other way round."""
    made = []
    for number in range(3 * FOLDS):
        view, cast = read_all(TEXT.format(*DRIVERS))
        made.append(Lesson(view, cast, [], f"report-{number}"))
    for lesson, fold in zip(made, fold_of(made), strict=True):
        places = (5, 4, 3) if fold == shuffled else (3, 4, 5)
        lesson.records = [
            EMPTY | {"driver": driver, "position": place}
            for driver, place in zip(DRIVERS, places, strict=True)
        ]
    return made


def test_lessons_of_one_report_are_in_one_fold() -> None:
    folds = fold_of([lesson for lesson in lessons() for _ in range(2)])
    assert folds[::2] == folds[1::2]
    assert set(folds) == set(range(FOLDS))


def test_lessons_of_one_session_are_in_one_fold() -> None:
    told = [replace(lesson, session=f"day {at // 2}") for at, lesson in enumerate(lessons())]
    folds = fold_of(told)
    assert folds[: len(told) // 2 * 2 : 2] == folds[1::2]
    assert set(folds) == set(range(FOLDS))


@pytest.mark.parametrize("fold", range(FOLDS))
def test_a_model_without_a_fold_knows_nothing_of_it(fold: int) -> None:
    courses = RelationCourse(lessons()), RelationCourse(lessons(shuffled=fold))
    without = [course.model(without=fold).models for course in courses]
    whole = [course.model().models for course in courses]
    # What is learned from the claims of others has been judged by models that knew it.
    for label in set(without[0]) - {"RANK", "STEP", "PLACES", "RECORD"}:
        assert without[0][label].to_dict() == without[1][label].to_dict()
    for label in ("PLACES", "RECORD"):
        assert fold not in courses[0].examples[label].without([fold]).fold
    ranked = courses[0].ranks
    assert ranked is not None
    assert {chain.fold for chain in ranked.taught} == set(range(FOLDS))
    assert fold not in {chain.fold for chain in ranked.without([fold])}
    assert any(whole[0][label].to_dict() != whole[1][label].to_dict() for label in whole[0])


def test_lists_count_on_from_places_judged_by_others(monkeypatch: pytest.MonkeyPatch) -> None:
    course = RelationCourse(lessons())
    asked: list[tuple[str, frozenset[int]]] = []
    real = course._model

    def model(label: str, left_out: frozenset[int]) -> object:
        asked.append((label, left_out))
        return real(label, left_out)

    monkeypatch.setattr(course, "_model", model)
    course._ordered(frozenset([0]))
    judges = {left_out for label, left_out in asked if label == "POSITION"}
    assert judges == {frozenset([0, fold]) for fold in range(1, FOLDS)}


def test_records_are_learned_from_claims_judged_by_others(monkeypatch: pytest.MonkeyPatch) -> None:
    course = RelationCourse(lessons())
    asked: list[tuple[str, frozenset[int], View]] = []

    class Judge:
        def __init__(self, left_out: frozenset[int]) -> None:
            self.left_out = left_out

        def weigh_crewed(self, crewed: Crewed) -> Weighed:
            asked.append(("weighed", self.left_out, crewed.view))
            return Weighed(crewed.view, Judged([]), [], TakenBack([], {}))

        def rank(self, weighed: Weighed) -> None:
            asked.append(("ranked", self.left_out, weighed.view))

        def conclude(self, weighed: Weighed) -> list[Recorded]:
            asked.append(("concluded", self.left_out, weighed.view))
            return [("d0", [plain("place")]), ("d9", [plain("no place")])]

    monkeypatch.setattr(course, "_models", frozenset)
    monkeypatch.setattr("polesitter.learn.relation_model.course.RelationModel", Judge)
    course._learn_late()
    # Each report by the models that were not taught it; claims are weighed once,
    # and ranked once, before any is weighed by all that is told.
    judged = [(frozenset([study.fold]), study.lesson.view) for study in course.studies]
    assert asked[: len(judged)] == [("weighed", *one) for one in judged]
    concluded = [("concluded", *one) for one in judged]
    places, later = asked[len(judged) : 3 * len(judged)], asked[3 * len(judged) :]
    assert places == [(step, *one) for one in judged for step in ("ranked", "concluded")]
    # Then what is weighed in the light of places, whom gaps are measured to, and the records.
    assert later == 3 * concluded
    examples = course.examples["RECORD"]
    assert examples.wanted.tolist() == [1, 0] * len(judged)
    assert examples.fold.tolist() == [fold for left_out, _ in judged for fold in [*left_out] * 2]


def test_what_is_gone_on_with_is_as_if_it_were_judged_anew() -> None:
    practice = "[{}](DRIVER) was [third](POSITION) in practice. Qualifying will begin on Sunday."
    made = lessons()
    for number in range(2 * FOLDS):
        view, cast = read_all(practice.format(DRIVERS[0]))
        made.append(Lesson(view, cast, [], f"practice-{number}"))
    course = RelationCourse(made, l2=0.1)
    doubted = 0
    for fold in range(FOLDS):
        model = course.model(without=fold)
        for one in course.unseen:
            if one.study.fold == fold:
                view = one.study.lesson.view
                assert one.judged(model).to_dict() == model.judge(view).to_dict()
                told = model.probability("SESSION", report_parts(view))
                doubted += told < TOLD
    assert len(course.unseen) == 5 * FOLDS
    assert doubted == 2 * FOLDS


def test_ranks_are_learned_from_the_chains_of_reports_as_they_are_judged_unseen() -> None:
    course = RelationCourse(lessons())
    course.model()
    assert course.ranks is not None
    taught = course.ranks.taught
    assert [chain.fold for chain in taught] == [study.fold for study in course.studies]
    assert [chain.right.tolist() for chain in taught] == [[3, 4, 5]] * 3 * FOLDS


def test_reports_of_one_competitor_each_teach_no_steps() -> None:
    made = []
    for number in range(3 * FOLDS):
        view, cast = read_all("[Ann Lee](DRIVER) was [third](POSITION).")
        record = EMPTY | {"driver": "Ann Lee", "position": 3}
        made.append(Lesson(view, cast, [record], f"report-{number}"))
    model = RelationCourse(made).model()
    assert set(model.models["STEP"].weights) == {""}
    assert {"RANK", "POSITION"} <= set(model.models)


def test_places_are_counted_on() -> None:
    course = RelationCourse(lessons(), l2=0.02)
    counted = {
        (claim.competitor, claim.value)
        for claim in course.model().judge(course.studies[0].lesson.view).claims
        if claim.label == "ORDER" and claim.scores["position"] > 0.5
    }
    assert counted >= {("d1", "4"), ("d2", "5")}


def test_places_are_weighed_as_told_by_the_reading_of_each_report() -> None:
    course = RelationCourse(lessons(), l2=0.1)
    model = course.model()
    assert model.weighers["PLACES"].meanings == ("position",)
    assert sum(course.examples["PLACES"].wanted) == 3 * 3 * FOLDS


def test_no_place_is_weighed_again_where_no_report_is_judged_by_what_others_taught() -> None:
    alone = [replace(lesson, report="only") for lesson in lessons()]
    assert "PLACES" not in RelationCourse(alone).model().models
    assert "PLACES" in RelationCourse(lessons()).model().models


def test_what_those_without_a_record_drive_teaches_nothing() -> None:
    marked = "[Ann Lee](DRIVER) of [Penske](TEAM) was [third](POSITION)."
    view, cast = read_all(marked)
    record = EMPTY | {"driver": "Ann Lee", "team": "Penske", "position": 3}
    told = RelationCourse([Lesson(view, cast, [record], "a")])
    untold = RelationCourse([Lesson(view, cast, [], "b")])
    # The place is nobody's there; whose the team is, nobody has said.
    assert {"POSITION", "TEAM"} <= set(told.examples)
    assert "POSITION" in untold.examples
    assert "TEAM" not in untold.examples


@pytest.mark.parametrize("fold", range(FOLDS))
def test_crews_are_joined_by_models_not_taught_the_report(fold: int) -> None:
    marked = "[Ann Lee](DRIVER) and [Bo Ray](DRIVER) will start [third](POSITION)."
    made = []
    for number, lesson in enumerate(lessons()):
        view, cast = read_all(marked)
        own = fold_of(lessons())[number] == fold
        # The fold's own reports say so often that it is a crew that all others are outvoted.
        drivers = "Ann Lee / Bo Ray" if own else "Ann Lee"
        record = EMPTY | {"driver": drivers, "position": 3}
        made.append(Lesson(view, cast, [record], lesson.report, times=99 if own else 1))
    course = RelationCourse(made)
    joined = {
        study.fold: len(set(study.lesson.view.head_of.values())) == 1 for study in course.studies
    }
    assert joined == {other: other != fold for other in range(FOLDS)}
