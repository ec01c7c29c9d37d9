"""Teams and cars: the likeliest of all that a report gives each competitor."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from polesitter.records.draft import Choice
from polesitter.records.floors import FLOOR
from polesitter.records.row import Row
from polesitter.references.cast import Cast
from polesitter.relations.all_told.belief import FAINT, combined
from polesitter.relations.claims.afar import RULE
from polesitter.relations.claims.claim import Claim
from polesitter.relations.competitors.mates import MateClaim
from polesitter.relations.judged import Judged
from polesitter.text.plural import singular

SURE: Final = 0.92
"""A car told right behind another team's name needs this much."""
FAR_FLOOR: Final = 0.4
"""A team or car told in another sentence than its competitor needs this much."""


def set_teams(rows: list[Row], cast: Cast, judged: Judged, lead: Mapping[str, str]) -> None:
    """Give each row its team, told of it or of a teammate."""
    chosen = _told_teams(cast, judged, lead)
    for mate in sorted(judged.mates, key=_by_mate):
        if mate.probability < FLOOR["mate"]:
            continue
        first, second = lead.get(mate.first, mate.first), lead.get(mate.second, mate.second)
        for a, b in ((first, second), (second, first)):
            if a in chosen and b not in chosen:
                team, chance, claims = chosen[a]
                chosen[b] = (team, chance * mate.probability, claims)
    for row in rows:
        if row.draft.competitor in chosen:
            team, chance, claims = chosen[row.draft.competitor]
            row.fields["team"] = Choice(cast.team_names[team], chance, claims)
            row.team = team


def _told_teams(
    cast: Cast, judged: Judged, lead: Mapping[str, str]
) -> dict[str, tuple[str, float, Sequence[Claim]]]:
    """Competitor -> (team id, probability, claims), where the text tells it outright."""
    votes: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    owned = _owned(judged, "TEAM", "team")
    for claim in judged.claims:
        if claim.label == "TEAM" and _is_likely(claim, "team"):
            leader = lead.get(claim.competitor, claim.competitor)
            votes[leader][cast.team_of[claim.mention]].append(claim)
    chosen: dict[str, tuple[str, float, Sequence[Claim]]] = {}
    for leader, teams in votes.items():
        chances = {team: _shared(claims, "team", owned) for team, claims in teams.items()}
        team = max(sorted(chances), key=chances.__getitem__)
        chance = chances[team]
        if chance >= FLOOR["team"]:
            chosen[leader] = (team, chance, sorted(teams[team], key=_by_team))
    return chosen


def set_cars(rows: list[Row], cast: Cast, judged: Judged) -> None:
    """Give each row the fullest form among the cars it is told to drive; teams come first."""
    owned = _owned(judged, "CAR", "car")
    teams = {claim.mention: claim.sentence for claim in judged.claims if claim.label == "TEAM"}
    for row in rows:
        claims: dict[str, list[Claim]] = defaultdict(list)
        for choice in row.draft.votes.get("car", []):
            for claim in choice.claims:
                if (
                    isinstance(claim, Claim)
                    and _is_likely(claim, "car")
                    and not _is_of_other_team(row, claim, cast, teams)
                ):
                    claims[str(choice.value)].append(claim)
        likely = {
            text: chance
            for text, found in claims.items()
            if (chance := _shared(found, "car", owned)) >= FLOOR["car"]
        }
        if likely:
            best = max(sorted(likely), key=likely.__getitem__)
            fuller = [t for t in likely if _is_fuller(t, best)]
            text = max(fuller, key=len) if fuller else best
            row.fields["car"] = Choice(text, likely[text], claims[text])


def _is_of_other_team(row: Row, claim: Claim, cast: Cast, teams: Mapping[int, int]) -> bool:
    """A car told behind a team's name is that team's: "the two Turner Motorsport BMWs".

    `teams`: mention of a team -> its sentence.
    """
    team = cast.team_of.get(claim.mention - 1)
    if team is None or row.team is None or team == row.team:
        return False
    if teams.get(claim.mention - 1, claim.sentence) != claim.sentence:
        return False
    return claim.scores.get("car", 0.0) < SURE


def _owned(judged: Judged, label: str, meaning: str) -> dict[int, float]:
    """Mention -> the best chance any competitor has on it."""
    best: dict[int, float] = {}
    for claim in judged.claims:
        if claim.label == label:
            best[claim.mention] = max(best.get(claim.mention, 0.0), claim.scores.get(meaning, 0.0))
    return best


def _shared(claims: Sequence[Claim], meaning: str, owned: Mapping[int, float]) -> float:
    """How probable claims on one team or car make it, one for each sentence.

    Words that tell it of a rival more surely are the less likely to tell it of this one, too.
    """
    best: dict[int, float] = {}
    for claim in claims:
        chance = claim.scores[meaning] ** 2 / owned[claim.mention]
        best[claim.sentence] = max(best.get(claim.sentence, 0.0), chance)
    return combined(best.values())


def _is_likely(claim: Claim, meaning: str) -> bool:
    """Whether a claim counts at all: what is told from afar must be likelier."""
    return claim.scores.get(meaning, 0.0) > (FAR_FLOOR if claim.rule == RULE else FAINT)


def _by_team(claim: Claim) -> tuple[float, int]:
    return (-claim.scores["team"], claim.mention)


def _by_mate(mate: MateClaim) -> float:
    return -mate.probability


def _is_fuller(a: str, b: str) -> bool:
    return set(singular(b.casefold()).split()) <= set(a.casefold().split())
