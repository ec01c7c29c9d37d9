"""Competitors left unclassified, in whatever words: "her engine let go on the way out".

No list of phrases covers how a report tells that somebody has no time, lost the times,
did not qualify or withdrew. So the words around every name of a competitor speak for a
status, and its names share one among them, or none (learning from several instances, as
in Dietterich et al. 1997, by conditional logit). They speak as well for being classified:
for having a record at all, as who stood in for somebody has and who was stood in for has not.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from polesitter.relations.claims.claim import Claim
from polesitter.relations.reading.frame import Frame
from polesitter.relations.statuses.unclassified_signs import Surroundings, going_on
from polesitter.types import Mention

UNCLASSIFIED: Final = "UNCLASSIFIED"
CLASSIFIED: Final = "classified"
"""The status of those whose words tell that they have a record, and none of the others."""
BELIEVED: Final = 0.25
"""How probable a status must be, by all names of a competitor together, to be claimed."""
PART: Final = 0.1
"""What one name must add to that, to be claimed to tell it."""


def find_unclassified(
    frames: Sequence[Frame], mentions: Sequence[Mention], head_of: Mapping[int, str]
) -> Iterator[Claim]:
    """A claim to any of the statuses for each competitor of a sentence, by its first name there."""
    for number, frame in enumerate(frames):
        if not frame.heads:
            continue
        around = Surroundings(frame, mentions)
        own = (*around.own(), going_on(frames, number))
        seen: set[str] = set()
        for run in around.runs():
            parts = around.parts(run)
            for rank in range(run[0], run[1] + 1):
                head = frame.sentence.items[frame.heads[rank]].mention
                who = head_of[head]
                if who not in seen:
                    seen.add(who)
                    yield Claim(UNCLASSIFIED, who, head, head, number, None, parts, own=own)


def likely_statuses(claims: Sequence[Claim]) -> Iterator[tuple[Claim, str, float]]:
    """Each claim with the status it tells and how probably, where its competitor has one."""
    whole: dict[tuple[str, str], float] = defaultdict(float)
    for claim in claims:
        for status, chance in claim.scores.items():
            whole[claim.competitor, status] += chance
    for claim in claims:
        for status, chance in claim.scores.items():
            if status == CLASSIFIED:
                continue  # Everybody with a record is, unless it is told otherwise.
            every = whole[claim.competitor, status]
            if every >= BELIEVED and chance >= PART * every:
                yield claim, status, chance
