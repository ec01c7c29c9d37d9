"""Examples of who is one competitor: who share a car, and cars told without their driver."""

from collections.abc import Sequence

from polesitter.learn.fitting.sign_table import Examples, SignTable
from polesitter.learn.relation_model.truth import Lesson, Rows, crew_truth, owner_truth
from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.meanings import MEANINGS
from polesitter.relations.competitors.crews import find_crews
from polesitter.relations.competitors.owners import find_owners
from polesitter.relations.judged import Crewed


def crew_examples(lessons: Sequence[Lesson], folds: Sequence[int]) -> Examples:
    """Return the examples of who shares a car with whom; all others know it."""
    table = SignTable()
    for number, (lesson, fold) in enumerate(zip(lessons, folds, strict=True)):
        rows = Rows(lesson)
        for found in find_crews(frames_of(lesson.view), lesson.view.head_of):
            if not rows(found.first) and not rows(found.second):
                continue  # No record says who shares a car that has none.
            meaning = crew_truth(rows, found.first, found.second)
            table.add_parts(
                found.parts,
                ("no", *MEANINGS["CREW"]).index(meaning),
                rivals=(number, None),
                fold=fold,
                weight=lesson.times,
            )
    return table.examples()


def owner_examples(
    lessons: Sequence[Lesson], crewed: Sequence[Crewed], folds: Sequence[int]
) -> Examples:
    """Return the examples of whose car it is that is told without a driver; crews are known."""
    table = SignTable()
    for number, (lesson, seen, fold) in enumerate(zip(lessons, crewed, folds, strict=True)):
        rows = Rows(lesson)
        for found in find_owners(seen.view, seen.frames):
            # No record says what those drive who have none.
            if rows(found.entry) or rows(found.driver):
                table.add_parts(
                    found.parts,
                    int(owner_truth(rows, found.entry, found.driver)),
                    own=found.own,
                    rivals=(number, found.mention),
                    fold=fold,
                    weight=lesson.times,
                )
    return table.examples()
