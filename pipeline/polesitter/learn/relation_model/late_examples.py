"""Examples of what is no value of its own: lists, targets, teammates, statuses."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from polesitter.learn.relation_model.truth import (
    Lesson,
    Rows,
    one_team,
    place_truth,
    status_truth,
    target_truth,
    truth,
)
from polesitter.relations.all_told.places import find_places
from polesitter.relations.all_told.runs import find_runs
from polesitter.relations.all_told.targets import find_targets
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.gap_target import target_claims
from polesitter.relations.claims.meanings import group_of
from polesitter.relations.competitors.mates import find_mates
from polesitter.relations.judge import RelationModel
from polesitter.relations.judged import Weighed
from polesitter.relations.order.anchors import place_of
from polesitter.relations.order.walk import Anchors, walk
from polesitter.relations.reading.frame import Frame
from polesitter.relations.signs.family import Part
from polesitter.relations.statuses.unclassified import UNCLASSIFIED, find_unclassified

Example = tuple[Sequence[Part], Sequence[Part], str, Any]
"""What speaks for a claim: of its value alone, and beside; what it means by the records; the
group whose rows are rivals."""


def late_examples(
    lesson: Lesson, rows: Rows, frames: list[Frame], claims: Sequence[Claim]
) -> list[tuple[str, list[Example]]]:
    """Examples of the labels that build on claims, but on no judgement of them."""
    head_of = lesson.view.head_of
    targets: list[Example] = []
    for claim in claims:
        if claim.label == "GAP" and truth(lesson, rows, claim) == "gap":
            place = place_of(frames[claim.sentence], claim.mention)
            for target in target_claims(frames, claim, place, head_of):
                meaning = target_truth(lesson, rows, claim, target)
                targets.append((target.own, target.parts, meaning, (claim.mention, claim.head)))
    mates: list[Example] = [
        ((), found.parts, "mate" if one_team(rows, found.first, found.second) else "no", None)
        for found in find_mates(frames, head_of)
        if rows(found.first) and rows(found.second)
    ]
    return [
        ("TARGET", targets),
        ("MATE", mates),
        (UNCLASSIFIED, list(_status_examples(lesson, rows, frames))),
    ]


def order_examples(
    lesson: Lesson, rows: Rows, frames: list[Frame], anchors: Anchors
) -> Iterator[Example]:
    """Examples of places counted on from those believed."""
    for claim in walk(frames, anchors, lesson.view.head_of):
        yield claim.own, claim.parts, truth(lesson, rows, claim), group_of(claim)


def place_examples(rows: Rows, weighed: Weighed, judge: RelationModel) -> Iterator[Example]:
    """Examples of places weighed by all that is told, as a model believes what is told.

    `judge` knows no model that weighs them; `weighed` is as before in the end.
    """
    with _concluded(weighed, judge):
        for told in find_places(weighed.judged, weighed.view.head_of):
            yield (), told.parts, place_truth(rows, told.competitor, told.place), None


def run_examples(
    lesson: Lesson, rows: Rows, weighed: Weighed, judge: RelationModel
) -> Iterator[Example]:
    """Examples of laps, speeds and gaps weighed by all that is told; else as `place_examples`."""
    with _concluded(weighed, judge):
        for told in find_runs(weighed.judged, weighed.view):
            meaning = truth(lesson, rows, told.claims[0])
            yield (), told.parts, "no" if meaning == "no" else "told", None


def target_examples(
    lesson: Lesson, rows: Rows, weighed: Weighed, judge: RelationModel
) -> Iterator[Example]:
    """Examples of whom gaps are measured to, by all that is told; else as `place_examples`."""
    with _concluded(weighed, judge):
        for gap, targets in find_targets(weighed.judged):
            if truth(lesson, rows, gap) == "gap":
                for target in targets:
                    meaning = target_truth(lesson, rows, gap, target)
                    yield (), target.parts, meaning, (gap.mention, gap.head)


@contextmanager
def _concluded(weighed: Weighed, judge: RelationModel) -> Iterator[None]:
    """Weigh the claims by all that is told, until this is left."""
    judged = weighed.judged
    claims, targets = list(judged.claims), dict(judged.targets)
    scores = [dict(claim.scores) for claim in claims]
    judge.conclude(weighed)
    yield
    judged.claims, judged.targets = claims, targets
    for claim, before in zip(claims, scores, strict=True):
        claim.scores = before


def _status_examples(lesson: Lesson, rows: Rows, frames: Sequence[Frame]) -> Iterator[Example]:
    for claim in find_unclassified(frames, lesson.view.mentions, lesson.view.head_of):
        yield claim.own, claim.parts, status_truth(rows, claim.competitor), group_of(claim)
