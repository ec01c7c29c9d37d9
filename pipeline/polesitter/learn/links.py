"""Learning which value belongs to whom, from records: distant supervision.

A claim is taken as true where the record of its competitor holds its value (Mintz
et al. 2009); the records say nothing of which sentence told it, and need not.
"""

from collections.abc import Callable, Sequence
from typing import Any

from polesitter.learn.fit import fit, fit_choice
from polesitter.learn.late_examples import Example, late_examples
from polesitter.learn.truth import Lesson, Rows, truth
from polesitter.relations.claims import Claim, find_claims, frames_of
from polesitter.relations.judge import RelationModel
from polesitter.relations.linear import LinearModel
from polesitter.relations.meanings import EXCLUSIVE, MEANINGS, group_of
from polesitter.relations.session_told import told_part
from polesitter.relations.signs import names_of

Choose = Callable[[str, list[str]], list[str]]
FOLDS = 4
SEEN = {"STEP": 10}
"""How often a sign must have been seen, where there are very many of them."""
SESSION_L2 = 1.0
"""A report is one example of this kind, with few signs."""


def train_relations(
    lessons: Sequence[Lesson], *, l2: float = 8.0, choose: Choose | None = None
) -> RelationModel:
    """Fit the models of every label; those for lists see anchors judged out of fold.

    A lesson counts as often as its `times` say.
    `choose`: label and signs of a claim on a value -> those to learn from; all if left out.
    """
    lessons = [lesson for lesson in lessons for _ in range(lesson.times)]
    frames = [frames_of(lesson.view) for lesson in lessons]
    claims = [
        list(find_claims(lesson.view, own)) for lesson, own in zip(lessons, frames, strict=True)
    ]
    rows = [Rows(lesson) for lesson in lessons]
    examples: dict[str, list[list[Example]]] = {}
    for number, found in enumerate(claims):
        for claim in found:
            if claim.label not in examples:
                examples[claim.label] = [[] for _ in lessons]
            meaning = truth(lessons[number], rows[number], claim)
            signs = claim.signs if choose is None else choose(claim.label, claim.signs)
            examples[claim.label][number].append((signs, meaning, group_of(claim)))
    models = {label: _fit(label, per_report, l2) for label, per_report in examples.items()}
    _judge_out_of_fold(_folds(lessons), claims, examples, l2)
    more: dict[str, list[list[Example]]] = {}
    for number, lesson in enumerate(lessons):
        for label, found_examples in late_examples(
            lesson, rows[number], frames[number], claims[number]
        ):
            if label not in more:
                more[label] = [[] for _ in lessons]
            more[label][number].extend(found_examples)
    models.update({label: _fit(label, per_report, l2) for label, per_report in more.items()})
    models["SESSION"] = _learn_sessions(lessons)
    return RelationModel(models)


def _learn_sessions(lessons: Sequence[Lesson]) -> LinearModel:
    """Whether a report tells results at all, from those that have records and those without."""
    reports = {lesson.report or f"#{number}": lesson for number, lesson in enumerate(lessons)}
    signs = [names_of([told_part(lesson.view.text)]) for lesson in reports.values()]
    meanings = ["told" if lesson.records else "no" for lesson in reports.values()]
    return fit(signs, meanings, ("no", *MEANINGS["SESSION"]), l2=SESSION_L2)


def _fit(label: str, per_report: Sequence[Sequence[Example]], l2: float) -> LinearModel:
    flat = [
        (number, *example) for number, examples in enumerate(per_report) for example in examples
    ]
    classes = ("no", *MEANINGS[label])
    features, meanings = [f for _, f, _, _ in flat], [m for _, _, m, _ in flat]
    if label not in EXCLUSIVE:
        return fit(features, meanings, classes, l2=l2, min_count=SEEN.get(label, 2))
    numbers: dict[Any, int] = {}
    groups = [numbers.setdefault((report, key), len(numbers)) for report, _, _, key in flat]
    return fit_choice(features, meanings, groups, classes, l2=l2)


def _folds(lessons: Sequence[Lesson]) -> list[int]:
    """The fold of each lesson; those of one report share it."""
    known: dict[str, int] = {}
    return [
        known.setdefault(lesson.report or f"#{number}", len(known)) % FOLDS
        for number, lesson in enumerate(lessons)
    ]


def _judge_out_of_fold(
    folds: Sequence[int],
    claims: Sequence[Sequence[Claim]],
    examples: dict[str, list[list[Example]]],
    l2: float,
) -> None:
    """Score the claims that lists and targets build on by models that have not seen them."""
    for label in ("POSITION", "TOP", "GAP"):
        if label not in examples:
            continue
        for fold in range(FOLDS):
            kept = [e for n, e in enumerate(examples[label]) if folds[n] != fold]
            if not any(kept):
                continue
            model = _fit(label, kept, l2)
            scorer = RelationModel({label: model})
            for number, found in enumerate(claims):
                if folds[number] == fold:
                    scorer.score(claim for claim in found if claim.label == label)
