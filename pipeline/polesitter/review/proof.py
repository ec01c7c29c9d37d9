"""The words that prove a value: where they stand, who read them, and with what weight."""

from collections.abc import Iterable
from dataclasses import dataclass

from polesitter.review.pattern_places import PatternPlace, PatternPlaces
from polesitter.review.readings import Readings
from polesitter.review.sentences import Sentence
from polesitter.review.weights import Weighing, Weights
from polesitter.types import Evidence


@dataclass(frozen=True, slots=True)
class Proof:
    """Words that prove a field: where they stand, who read them, as what.

    `place`: the line of the pattern that read the value, or else of the one that found
    the words, where a person wrote it; `mention_rule`: what found the words themselves;
    `weighing`: what spoke for the value, None where the weights are not at hand.
    """

    evidence: Evidence
    sentence: Sentence
    framing: str | None
    mention_rule: str | None
    place: PatternPlace | None
    weighing: Weighing | None = None


def readings_of(proofs: Iterable[Proof]) -> list[Proof]:
    """Return one proof for each reading of a value, the weighed one where there is one.

    A counted place cites two stretches of a sentence, the anchor and the name, and is
    still read but once.
    """
    found: dict[tuple[str, float, str, PatternPlace | None], Proof] = {}
    for proof in proofs:
        framing = proof.framing or "outcome"
        key = (proof.evidence.rule, proof.evidence.score, framing, proof.place)
        if key not in found or found[key].weighing is None:
            found[key] = proof
    return list(found.values())


class Proofs:
    """The proofs of one report."""

    def __init__(self, readings: Readings, places: PatternPlaces, weights: Weights) -> None:
        self.readings = readings
        self.places = places
        self.weights = weights

    def of(self, item: Evidence, heads: Iterable[int] = ()) -> Proof:
        """Return a piece of evidence with all that is known of it; `heads` as in Weights."""
        index = self.readings.at(item.start, item.end)
        mention = self.readings.mentions[index] if index is not None else None
        place = self.places.find(item.rule, item.text)
        if place is None and mention is not None:
            place = self.places.find(mention.rule, item.text)
        return Proof(
            item,
            self.readings.sentences.around(item.start, item.end),
            mention.framing if mention is not None else None,
            mention.rule if mention is not None else None,
            place,
            self.weights.weigh(item.field, item.rule, heads, index),
        )
