"""A driver and a value in one sentence, and what the records say of the two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from polesitter.learn.relation_model.truth import Lesson, Rows, truth
from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.find import find_claims
from polesitter.relations.slots.elements import SLOT_OF_LABEL, elements_of
from polesitter.relations.slots.sentence import Element
from polesitter.types import Mention

RELATION_OF = {
    ("POSITION", "position"): "qualified",
    ("POSITION", "grid"): "grid",
    ("LAPTIME", "lap_time"): "lap",
    ("SPEED", "speed"): "lap",
    ("GAP", "gap"): "gap",
    ("TEAM", "team"): "drives_for",
    ("CAR", "car"): "drives",
    ("NUMBER", "number"): "has_number",
    ("SEGMENT", "segment"): "segment_reached",
}
"""Label of a value, and what a claim on it means -> the relation a rule would state."""

LABELS = frozenset(label for label, _ in RELATION_OF)

SLOTS_OF_RELATION: dict[str, frozenset[str]] = {
    relation: frozenset(
        SLOT_OF_LABEL[label] for (label, _), one in RELATION_OF.items() if one == relation
    )
    for relation in sorted(set(RELATION_OF.values()))
}
"""Relation -> slot labels of the values it relates."""


class ToldPair(NamedTuple):
    """`head`, `value`: indices of mentions; `slot`: the value's slot label.

    `relations`: those that hold between them by the records; none where they do not
    belong together.
    """

    head: int
    value: int
    slot: str
    relations: frozenset[str]


@dataclass(frozen=True, slots=True)
class ToldSentence:
    """A sentence as slot patterns see it, with its pairs.

    `session`: what cross-validation keeps together; `report`: the id of the report;
    `text`: the sentence, which begins at `start` (code points of the report's text).
    """

    session: str
    report: str
    elements: Sequence[Element]
    mentions: Sequence[Mention]
    pairs: tuple[ToldPair, ...]
    text: str = ""
    start: int = 0


def told_sentences(lesson: Lesson, session: str) -> Iterator[ToldSentence]:
    """The sentences of a report that pair a driver with a value.

    Values that the words frame as no outcome (practice, an earlier year) are left out:
    who did what there is told in the same words.
    """
    view = lesson.view
    found: dict[int, dict[tuple[int, int], set[str]]] = {}
    slot: dict[int, str] = {}
    rows = Rows(lesson)
    for claim in find_claims(view, frames_of(view)):
        if not _is_told(claim, view.mentions):
            continue
        pairs = found.setdefault(claim.sentence, {})
        meanings = pairs.setdefault((claim.head, claim.mention), set())
        slot[claim.mention] = SLOT_OF_LABEL[claim.label]
        relation = RELATION_OF.get((claim.label, truth(lesson, rows, claim)))
        if relation is not None:
            meanings.add(relation)
    for number, pairs in found.items():
        sentence = view.sentences[number]
        here = {item.mention for item in sentence.items}
        told = tuple(
            ToldPair(head, value, slot[value], frozenset(relations))
            for (head, value), relations in pairs.items()
            if head in here
        )
        if told and sentence.kind not in ("header", "date"):
            elements = elements_of(sentence, view.mentions)
            text = view.text[sentence.start : sentence.end]
            yield ToldSentence(
                session, lesson.report, elements, view.mentions, told, text, sentence.start
            )


def _is_told(claim: Claim, mentions: Sequence[Mention]) -> bool:
    return (
        claim.label in LABELS
        and claim.framing == "outcome"
        and mentions[claim.head].label == "DRIVER"
    )
