"""The words that prove a status told in no phrase of the lexicon."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from polesitter.relations.claims.claim import Claim
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.view import Sentence, View
from polesitter.relations.signs.family import Family, Part
from polesitter.relations.signs.weigher import Weigher
from polesitter.relations.statuses.unclassified import likely_statuses
from polesitter.relations.statuses.unclassified_signs import INSIDE, MUTE, PAIRS, Side, Surroundings
from polesitter.types import Mention

RULE: Final = "told.status"
SPEAKS: Final = 0.25
"""What a word must weigh to prove anything."""
LOUD: Final = 0.33
"""What share of the weightiest word's weight the first and the last of the words must have."""


def status_claims(
    view: View, frames: Sequence[Frame], told: Sequence[Claim], weigher: Weigher
) -> tuple[list[Claim], list[Mention]]:
    """Claims to the statuses that judged claims tell, and the words that prove them.

    A claim's mention is a cue of its status if one stands beside the name; else it is one
    of the words returned, counted on from the last mention of `view`.
    """
    mentions = view.mentions
    claims: list[Claim] = []
    words: list[Mention] = []
    for claim, status, chance in likely_statuses(told):
        frame = frames[claim.sentence]
        proof = _Proof(Surroundings(frame, mentions), claim.head, status, weigher)
        cue = proof.cue(mentions, status)
        if cue is None:
            cue = len(mentions) + len(words)
            start, end = proof.words()
            words.append(Mention(start, end, view.text[start:end], "STATUS", status, rule=RULE))
        claims.append(
            Claim(
                claim.label, claim.competitor, claim.head, cue, claim.sentence, status,
                claim.parts, {"status": chance}, RULE,
            )
        )  # fmt: skip
    return claims, words


class _Proof:
    """Finds the words around one name that speak for a status."""

    def __init__(self, around: Surroundings, head: int, status: str, weigher: Weigher) -> None:
        self.around, self.weigher = around, weigher
        self.sides = around.sides(around.run_of(head))
        self.which = weigher.meanings.index(status)

    def cue(self, mentions: Sequence[Mention], status: str) -> int | None:
        """The mention of the status's own cue, one on a side of the name before any other."""
        frame = self.around.frame
        for side in (*self.sides, self.around.inside()):
            for at in frame.of_label.get("STATUS", ()):
                cue = frame.sentence.items[at].mention
                if side.start <= at < side.end and mentions[cue].value == status:
                    return cue
        return None

    def words(self) -> tuple[int, int]:
        """From the first to the last loud word of the side, or sentence, with the loudest.

        Code points of the report's text; the whole sentence where no word speaks.
        """
        sentence = self.around.frame.sentence
        weights = [self._weights(side) for side in (*self.sides, self.around.inside())]
        loudest = max(weights, key=_top)
        top = _top(loudest)
        if top < SPEAKS:
            return sentence.start, sentence.end
        loud = [at for at, weight in loudest.items() if weight >= LOUD * top]
        return sentence.items[_word_start(sentence, loud[0])].start, sentence.items[loud[-1]].end

    def _weights(self, side: Side) -> dict[int, float]:
        """What the word at each item of a side weighs, as such, in pairs, and in the sentence."""
        return {at: self._weight(side.family, at) for at in range(side.start, side.end)}

    def _weight(self, family: Family, at: int) -> float:
        word = self.around.keys[at]
        if word in MUTE:
            return 0.0
        beside = self.around.keys[max(0, at - 1) : at + 2]
        pairs = [f"{first} {second}" for first, second in pairwise(beside)]
        parts: list[Part] = [(each, (word,), ()) for each in {family, INSIDE}]
        parts.append((PAIRS, pairs, ()))
        total = self.weigher.total(parts)
        # Most words are in no table, and what they weigh need not be taken apart.
        return self.weigher.logits(total)[self.which] if total else 0.0


def _top(weights: Mapping[int, float]) -> float:
    return max(weights.values(), default=0.0)


def _word_start(sentence: Sentence, at: int) -> int:
    """The first of the items that are written as one word with an item: "did" of "didn't"."""
    items = sentence.items
    while at and items[at - 1].end == items[at].start and items[at - 1].key not in MUTE:
        at -= 1
    return at
