"""Counting places along steps: the surest place first, then those next to it."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from polesitter.entities.linear import shares
from polesitter.relations.claims import Claim
from polesitter.relations.steps import Step
from polesitter.relations.weigher import Weigher

SURE: Final = 0.35
"""How probable a place must be to count on from it."""
KNOWN: Final = 0.8
"""How probable a place must be as it is told for none to be counted for its competitor."""
FAINT: Final = 0.05
"""What is less probable is not offered."""
DELTAS = ((1, "behind"), (-1, "ahead"))
REACH: Final = 3
"""Sentences between the words that tell a place and a step counted on from it."""
Stated = Mapping[str, Mapping[int, tuple[float, int, tuple[int, ...]]]]
"""Competitor -> position -> how probable it is, the mention and the sentences that state it."""


def count_on(claims: Sequence[Claim], steps: Iterable[Step], weigher: Weigher) -> list[Claim]:
    """Claims to the places counted along likely steps, from the places claimed so far.

    Best first, as in Dijkstra's search: a competitor hands its likeliest place on once,
    and a place counted over several steps is as probable as all of them together.
    """
    stated = _stated(claims)
    by_source: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        by_source[step.source].append(step)
    queue = [
        (-chance, who, place, mention, told)
        for who, places in stated.items()
        for place, (chance, mention, told) in places.items()
        if chance >= SURE
    ]
    heapq.heapify(queue)
    # Whoever's place is told needs none counted: what a step to them says could only mislead.
    settled = {
        who
        for who, places in stated.items()
        if max(chance for chance, _, _ in places.values()) >= KNOWN
    }
    handed: set[str] = set()
    found: list[Claim] = []
    while queue:
        minus, who, place, mention, told = heapq.heappop(queue)
        if who in handed:
            continue
        handed.add(who)
        settled.add(who)
        for step in by_source[who]:
            if step.target in settled or not _is_near(step, told):
                continue
            for claim in _next_to(step, place, -minus, mention, weigher):
                found.append(claim)
                chance, proof = _with_stated(claim, stated)
                if chance >= SURE:
                    value, told = int(str(claim.value)), (claim.sentence,)
                    heapq.heappush(queue, (-chance, step.target, value, proof, told))
    return found


def _is_near(step: Step, told: Sequence[int]) -> bool:
    """Whether the step is told near the words that tell its source's place."""
    return min(abs(sentence - step.sentence) for sentence in told) <= REACH


def _next_to(step: Step, place: int, chance: float, mention: int, weigher: Weigher) -> list[Claim]:
    parts = step.parts(place)
    chances = shares(weigher.logits(weigher.bias + weigher.total(parts)))
    return [
        Claim(
            "STEP", step.target, step.mention, mention, step.sentence, str(place + delta), parts,
            {"position": chance * taken}, f"step.{name}",
        )
        for (delta, name), taken in zip(DELTAS, chances, strict=True)
        if place + delta >= 1 and chance * taken >= FAINT
    ]  # fmt: skip


def _stated(claims: Iterable[Claim]) -> Stated:
    """Sums up the claims to places: one a sentence counts, several sentences add up."""
    best: dict[tuple[str, int, int], tuple[float, int]] = {}
    for claim in claims:
        chance = claim.scores.get("position", 0.0)
        value = str(claim.value) if chance > 0.0 else ""
        if value.isdigit():
            key = (claim.competitor, int(value), claim.sentence)
            best[key] = max(best.get(key, (0.0, 0)), (chance, claim.mention))
    stated: dict[str, dict[int, tuple[float, int, tuple[int, ...]]]] = defaultdict(dict)
    for (who, place, sentence), (chance, mention) in best.items():
        known, known_mention, told = stated[who].get(place, (0.0, mention, ()))
        either = 1.0 - (1.0 - known) * (1.0 - chance)
        proof = known_mention if known > chance else mention
        stated[who][place] = (either, proof, (*told, sentence))
    return stated


def _with_stated(claim: Claim, stated: Stated) -> tuple[float, int]:
    """How probable a counted place is together with what states it, and the mention that does.

    The words that state the place itself prove it better than those it was counted from.
    """
    unstated = (0.0, claim.mention, ())
    own, proof, _ = stated.get(claim.competitor, {}).get(int(str(claim.value)), unstated)
    return 1.0 - (1.0 - own) * (1.0 - claim.scores["position"]), proof
