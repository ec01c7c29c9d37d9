"""Learning which value belongs to whom, from records: distant supervision.

A claim is taken as true where the record of its competitor holds its value (Mintz
et al. 2009); the records say nothing of which sentence told it, and need not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from polesitter.learn.fit import fit, fit_choice
from polesitter.learn.same import TOLERANCE, same, same_driver, same_name, seconds, segment_key
from polesitter.references.cast import Cast
from polesitter.relations.anchors import anchors_of, known_places, place_of
from polesitter.relations.claims import Claim, find_claims, frames_of
from polesitter.relations.context import find_context_claims
from polesitter.relations.crews import find_crews
from polesitter.relations.frame import Frame
from polesitter.relations.gap_target import target_claims
from polesitter.relations.judge import RelationModel
from polesitter.relations.linear import LinearModel
from polesitter.relations.mates import find_mates
from polesitter.relations.meanings import EXCLUSIVE, MEANINGS, group_of
from polesitter.relations.order import walk
from polesitter.relations.relative import find_relative
from polesitter.relations.view import View
from polesitter.text.normal import normal

Record = dict[str, Any]
Example = tuple[list[str], str, Any]
"""Features, what the claim means by the records, and the group whose rows are rivals."""
Choose = Callable[[str, list[str]], list[str]]
FOLDS = 4


@dataclass(slots=True)
class Lesson:
    """A report to learn from: as read, who is who, and the records that hold.

    `report`: its id; lessons of one report are never learned from to judge each other.
    """

    view: View
    cast: Cast
    records: Sequence[Record]
    report: str = ""

    def rows_of(self, competitor: str) -> list[Record]:
        """The records of a competitor: by its driver's name, or by number or team."""
        name = self.cast.driver_names.get(competitor)
        if name is not None:
            return [
                r
                for r in self.records
                if r["driver"] and same_driver(r["driver"], name, every=False)
            ]
        return [r for r in self.records if self.cast.is_entry(competitor, r["number"], r["team"])]


def train_relations(
    lessons: Sequence[Lesson], *, l2: float = 8.0, choose: Choose | None = None
) -> RelationModel:
    """Fit the models of every label; those for lists see anchors judged out of fold.

    `choose`: label and signs of a claim on a value -> those to learn from; all if left out.
    """
    frames = [frames_of(lesson.view) for lesson in lessons]
    claims = [
        list(find_claims(lesson.view, own)) for lesson, own in zip(lessons, frames, strict=True)
    ]
    rows = [_Rows(lesson) for lesson in lessons]
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
        for label, found_examples in _later(lesson, rows[number], frames[number], claims[number]):
            if label not in more:
                more[label] = [[] for _ in lessons]
            more[label][number].extend(found_examples)
    models.update({label: _fit(label, per_report, l2) for label, per_report in more.items()})
    return RelationModel(models)


class _Rows:
    """Records by competitor, looked up once."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.known: dict[str, list[Record]] = {}

    def __call__(self, competitor: str) -> list[Record]:
        if competitor not in self.known:
            self.known[competitor] = self.lesson.rows_of(competitor)
        return self.known[competitor]


def _fit(label: str, per_report: Sequence[Sequence[Example]], l2: float) -> LinearModel:
    flat = [
        (number, *example) for number, examples in enumerate(per_report) for example in examples
    ]
    classes = ("no", *MEANINGS[label])
    features, meanings = [f for _, f, _, _ in flat], [m for _, _, m, _ in flat]
    if label not in EXCLUSIVE:
        return fit(features, meanings, classes, l2=l2)
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


def _later(
    lesson: Lesson, rows: _Rows, frames: list[Frame], claims: list[Claim]
) -> list[tuple[str, list[Example]]]:
    """Examples of the labels that build on judged claims."""
    head_of = lesson.view.head_of
    ordered = [
        (claim.signs, truth(lesson, rows, claim), group_of(claim))
        for claim in walk(frames, anchors_of(frames, claims), head_of)
    ]
    known = known_places(claims)
    relative = [
        (claim.signs, truth(lesson, rows, claim), None)
        for claim in find_relative(frames, known, head_of)
    ]
    targets = []
    for claim in claims:
        if claim.label == "GAP" and truth(lesson, rows, claim) == "gap":
            place = place_of(frames[claim.sentence], claim.mention)
            for target in target_claims(frames, claim, place, head_of):
                meaning = _target_truth(lesson, rows, claim, target)
                targets.append((target.signs, meaning, (claim.mention, claim.head)))
    classes = [
        (found.signs, _context_truth("class", rows, found.competitor, found.value), None)
        for found in find_context_claims("CLASS", frames, lesson.view.mentions, head_of)
        if rows(found.competitor)
    ]
    segments = [
        (found.signs, _context_truth("segment", rows, found.competitor, found.value), None)
        for found in find_context_claims("SEGMENT", frames, lesson.view.mentions, head_of)
        if rows(found.competitor)
    ]
    crews = [
        (found.signs, "crew" if _one_row(rows, found.first, found.second) else "no", None)
        for found in find_crews(frames, head_of)
    ]
    mates = [
        (found.signs, "mate" if _one_team(rows, found.first, found.second) else "no", None)
        for found in find_mates(frames, head_of)
        if rows(found.first) and rows(found.second)
    ]
    return [
        ("ORDER", ordered),
        ("TARGET", targets),
        ("CLASS", classes),
        ("TOLD_SEGMENT", segments),
        ("CREW", crews),
        ("MATE", mates),
        ("RELATIVE", relative),
    ]


def truth(lesson: Lesson, rows: Callable[[str], list[Record]], claim: Claim) -> str:
    """What a claim means by the records: one of its label's meanings, or "no"."""
    for record in rows(claim.competitor):
        for meaning in MEANINGS[claim.label]:
            if _holds(lesson, record, claim, meaning):
                return meaning
    return "no"


def _holds(lesson: Lesson, record: Record, claim: Claim, meaning: str) -> bool:
    value = claim.value
    wanted = record.get(meaning)
    if meaning == "team":
        name = lesson.cast.team_names[lesson.cast.team_of[claim.mention]]
        return bool(wanted) and same_name(str(wanted), name)
    if meaning == "car":
        text = lesson.view.mentions[claim.mention].text
        return bool(wanted) and (
            same_name(str(wanted), text) or normal(text).rstrip("s") in normal(str(wanted))
        )
    if wanted is None or value is None:
        return False
    if meaning in ("position", "grid", "number", "status"):
        return same(meaning, wanted, value)
    if meaning == "segment":
        return segment_key(str(wanted)) == segment_key(str(value))
    number, found = seconds(wanted), seconds(value)
    return number is not None and found is not None and abs(number - found) < TOLERANCE


def _target_truth(lesson: Lesson, rows: _Rows, claim: Claim, target: Claim) -> str:
    for record in rows(claim.competitor):
        to = record.get("gap_to")
        if not to:
            continue
        if to == "leader":
            if any(r["position"] == 1 and r["class"] == record["class"]
                   for r in rows(target.competitor)):  # fmt: skip
                return "target"
        elif same_driver(
            str(to), lesson.cast.driver_names.get(target.competitor, "-"), every=False
        ):
            return "target"
    return "no"


def _context_truth(name: str, rows: _Rows, competitor: str, value: str) -> str:
    wanted = [record[name] for record in rows(competitor) if record[name]]
    return name if any(same(name, cell, value) for cell in wanted) else "no"


def _one_row(rows: _Rows, first: str, second: str) -> bool:
    return any(record in rows(second) for record in rows(first))


def _one_team(rows: _Rows, first: str, second: str) -> bool:
    teams = {record["team"] for record in rows(first)}
    return any(record["team"] and record["team"] in teams for record in rows(second))
