"""In which order the competitors of a class are told: as named, by their times, by their gaps.

Who is named third is often third; who is told to have been quicker than two others of the
class is no better placed than the times say.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from typing import Final

from polesitter.relations.claims.claim import Claim

CLOCKED: Final = {"LAPTIME": "lap_time", "SPEED": "speed"}
APART: Final = {"GAP": "gap"}
"""Labels of values that put competitors in order, and what they mean then."""
LIKELY: Final = 0.5
"""How probable it must be that a value is a competitor's."""
Timed = tuple[int, int]
"""How many of the class were quicker, and how many slower."""


def named_order(
    head_of: Mapping[int, str], class_of: Mapping[str, str]
) -> tuple[dict[str, int], dict[str | None, int]]:
    """As which of its class, from 1, each competitor is named; how many each class has."""
    nth: dict[str, int] = {}
    named: dict[str | None, int] = {}
    for mention in sorted(head_of):
        who = head_of[mention]
        if who not in nth:
            under = class_of.get(who)
            named[under] = nth[who] = named.get(under, 0) + 1
    return nth, named


def timed_order(
    claims: Iterable[Claim], meanings: Mapping[str, str], class_of: Mapping[str, str]
) -> dict[str, Timed]:
    """How those who have a value of one of the labels in `meanings` compare in their class."""
    best: dict[str, tuple[float, str, float]] = {}
    for claim in claims:
        meaning = meanings.get(claim.label, "")
        chance = claim.scores.get(meaning, 0.0)
        if chance >= LIKELY and isinstance(claim.value, float | int):
            known = best.get(claim.competitor)
            if known is None or known[0] < chance:
                slowness = -claim.value if meaning == "speed" else claim.value
                best[claim.competitor] = (chance, claim.label, slowness)
    others: dict[tuple[str, str | None], list[float]] = {}
    for who, (_, label, slowness) in best.items():
        others.setdefault((label, class_of.get(who)), []).append(slowness)
    for own in others.values():
        own.sort()
    found: dict[str, Timed] = {}
    for who, (_, label, slowness) in best.items():
        own = others[label, class_of.get(who)]
        found[who] = bisect_left(own, slowness), len(own) - bisect_right(own, slowness)
    return found
