"""Trying relations on lessons they were not learned from, to see what their scores are worth."""

from collections.abc import Sequence
from dataclasses import asdict

from polesitter.learn.guide_names import guide_row
from polesitter.learn.relation_model.calibrate import calibrate
from polesitter.learn.relation_model.course import FOLDS, RelationCourse
from polesitter.learn.relation_model.study import Unseen
from polesitter.learn.scoring.calibration import ScoredCell, scored_cells, scored_rows
from polesitter.learn.scoring.cells import Cell, cells_of
from polesitter.records.assemble import assemble
from polesitter.records.calibration import Calibration, Knots, product_of
from polesitter.records.evidence import Grounds
from polesitter.records.makes import Makes
from polesitter.records.results import results_of
from polesitter.relations.about.is_qualifying import qualifying_score
from polesitter.relations.judge import RelationModel
from polesitter.types import Result

Tried = tuple[list[Result], list[Cell]]


def calibration_tables(course: RelationCourse, makes: Makes) -> dict[str, Knots]:
    """Tables for records.Calibration.

    Each report is tried under relations learned from the reports of the other folds.
    """
    tried: list[Tried] = []
    for fold in range(FOLDS):
        model = course.model(without=fold)
        tried.extend(_try(model, one, makes) for one in course.unseen if one.study.fold == fold)
    return _tables(tried)


def _try(model: RelationModel, one: Unseen, makes: Makes) -> Tried:
    lesson, heads = one.study.lesson, one.study.heads
    view, cast = lesson.view, lesson.cast
    judged = one.judged(model)
    rows = assemble(heads, cast, judged) if qualifying_score(view.text) > 0 else []
    told = Grounds(view.text, [*view.mentions, *judged.words], heads, cast, makes, {}, {})
    results = results_of(rows, told)
    return results, cells_of(lesson.records, [guide_row(asdict(result)) for result in results])


def _tables(tried: Sequence[Tried]) -> dict[str, Knots]:
    scored: list[ScoredCell] = []
    for number, (results, cells) in enumerate(tried):
        scored.extend(scored_cells(number, cells, [result.evidence for result in results]))
    fields = Calibration(calibrate(scored, []))
    rows: list[ScoredCell] = []
    for number, (results, cells) in enumerate(tried):
        products = [product_of(result.evidence) for result in fields(results)]
        rows.extend(scored_rows(number, cells, products))
    return calibrate(scored, [(row.score, row.right) for row in rows])
