"""The words that prove a status told in no phrase of the lexicon."""

from collections.abc import Sequence
from typing import Final

from polesitter.relations.claims import Claim
from polesitter.relations.frame import Frame
from polesitter.relations.unclassified import likely_statuses
from polesitter.relations.unclassified_signs import Side, Surroundings
from polesitter.relations.weigher import Weigher
from polesitter.types import Mention

RULE: Final = "told.status"
SPEAKS: Final = 0.25
"""What a word must weigh to begin or end the words that prove."""


def status_claims(
    frames: Sequence[Frame], mentions: Sequence[Mention], told: Sequence[Claim], weigher: Weigher
) -> tuple[list[Claim], list[Mention]]:
    """Claims to the statuses that judged claims tell, and the words that prove them.

    A claim's mention is a cue of its status if one stands beside the name; else it is one
    of the words returned, counted on from the last of `mentions`.
    """
    claims: list[Claim] = []
    words: list[Mention] = []
    for claim, status, chance in likely_statuses(told):
        frame = frames[claim.sentence]
        proof = _Proof(Surroundings(frame, mentions), claim.head, status, weigher)
        cue = proof.cue(mentions, status)
        if cue is None:
            cue = len(mentions) + len(words)
            start, end = proof.words()
            words.append(Mention(start, end, frame.text[start:end], "STATUS", status, rule=RULE))
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
        self.sides = (*around.sides(around.run_of(head)), around.inside())
        self.which = weigher.meanings.index(status)

    def cue(self, mentions: Sequence[Mention], status: str) -> int | None:
        """The mention of the status's own cue, one on a side of the name before any other."""
        frame = self.around.frame
        for side in self.sides:
            for at in frame.of_label.get("STATUS", ()):
                cue = frame.sentence.items[at].mention
                if side.start <= at < side.end and mentions[cue].value == status:
                    return cue
        return None

    def words(self) -> tuple[int, int]:
        """Where the side that speaks loudest does so: from the first to the last such word.

        Code points of the report's text; the whole sentence where no word speaks.
        """
        sentence = self.around.frame.sentence
        side = max(self.sides, key=self._weight)
        items = [
            sentence.items[at]
            for at in range(side.start, side.end)
            if self._weight(Side(side.family, at, at + 1)) >= SPEAKS
        ]
        if not items:
            return sentence.start, sentence.end
        return items[0].start, items[-1].end

    def _weight(self, side: Side) -> float:
        total = self.weigher.total([self.around.part(side)])
        return self.weigher.logits(total)[self.which]
