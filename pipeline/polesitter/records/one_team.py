"""Of several teams told of one competitor in one sentence, those that are not its own.

"Raikkonen and Vergne, in the other Ferrari and the other Toro Rosso": either team may be
Vergne's by the words around it. But if the Toro Rosso is not, it is nobody's.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from polesitter.relations.afar import RULE
from polesitter.relations.claims import Claim

TOLD: Final = 0.3
"""How probable a team must be to be a rival of another."""
NOBODYS: Final = 0.2
"""The least chance that words tell a team of somebody who is not looked at."""
SUREST: Final = 0.99
Teams = dict[str, dict[int, float]]
"""Competitor -> mention of a team -> how probable it is that the team is its own."""


def given_up(claims: Sequence[Claim], team_of: Mapping[int, str]) -> set[tuple[str, int]]:
    """Competitors and mentions of teams that another team of the same sentence rules out."""
    sentences: dict[int, Teams] = defaultdict(lambda: defaultdict(dict))
    for claim in claims:
        if claim.label == "TEAM" and claim.rule != RULE:
            own = sentences[claim.sentence][claim.competitor]
            chance = claim.scores.get("team", 0.0)
            own[claim.mention] = max(own.get(claim.mention, 0.0), min(chance, SUREST))
    return {
        pair
        for told in sentences.values()
        if len(told) > 1
        for who in told
        for pair in _losers(who, told, team_of)
    }


def _losers(who: str, told: Teams, team_of: Mapping[int, str]) -> Iterator[tuple[str, int]]:
    """All teams of a competitor but the one that leaves most of the others to somebody."""
    likely = [mention for mention, chance in told[who].items() if chance > TOLD]
    if len({team_of[mention] for mention in likely}) < 2:
        return
    worths = {mention: _worth(who, mention, likely, told) for mention in likely}
    best = max(worths, key=worths.__getitem__)
    for mention in likely:
        if team_of[mention] != team_of[best]:
            yield who, mention


def _worth(who: str, mention: int, likely: Sequence[int], told: Teams) -> float:
    """The odds of a team, times how likely it is that each other one is somebody else's."""
    chance = told[who][mention]
    worth = chance / (1.0 - chance)
    for other in likely:
        if other != mention:
            nobodys = 1.0
            for rival, own in told.items():
                if rival != who:
                    nobodys *= 1.0 - own.get(other, 0.0)
            worth *= max(NOBODYS, 1.0 - nobodys)
    return worth
