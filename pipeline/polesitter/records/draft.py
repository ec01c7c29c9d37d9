"""Draft records: for each competitor the values its claims agree on, before they compete."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from polesitter.relations.all_told.belief import FAINT, SUREST, combined
from polesitter.relations.claims.claim import Claim
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.judged import Judged

Value = float | str
PROVING: Final = 0.3
"""How probable a claim must be for its words to prove a value that is counted, too."""


@dataclass(slots=True, init=False)
class Choice:
    """A value, how probable it is, and the claims that speak for it, the best proof first.

    `rule`: by what it was inferred from claims on somebody else; "" where these tell it.
    """

    value: Value
    probability: float
    claims: Sequence[Claim | ContextClaim]
    rule: str

    # Written out, because what dataclasses write is never compiled, and costs six times as much.
    def __init__(
        self,
        value: Value,
        probability: float,
        claims: Sequence[Claim | ContextClaim] = (),
        rule: str = "",
    ) -> None:
        self.value, self.probability, self.claims = value, probability, claims
        self.rule = rule


@dataclass(slots=True)
class Draft:
    """One competitor: `members` are the ids it is made of (a crew has several).

    `recorded`: how probable it is that it has a record, None where nothing tells.
    """

    competitor: str
    members: tuple[str, ...]
    votes: dict[str, list[Choice]] = field(default_factory=dict)
    recorded: float | None = None

    def best(self, meaning: str, floor: float = 0.5) -> Choice | None:
        """The most probable value of a meaning, None where none reaches the floor."""
        choices = self.votes.get(meaning)
        return choices[0] if choices and choices[0].probability >= floor else None


def drafts_of(
    judged: Judged, lead: Mapping[str, str], left_out: Collection[str] = ()
) -> list[Draft]:
    """Sum up the claims of every competitor (of every crew), in order of appearance.

    `left_out`: who has no draft, as those who share the car of who qualified it.
    """
    members: dict[str, list[str]] = defaultdict(list)
    for competitor, leader in lead.items():
        if leader not in left_out:
            members[leader].append(competitor)
    votes: dict[str, dict[tuple[str, Value], list[tuple[float, Claim]]]] = {
        leader: {} for leader in members
    }
    for claim in judged.claims:
        own = votes.get(lead.get(claim.competitor, claim.competitor))
        if own is None or claim.value is None:
            continue
        for meaning, chance in claim.scores.items():
            if chance > FAINT:
                own.setdefault((meaning, claim.value), []).append((chance, claim))
    return [_draft(leader, ids, votes[leader]) for leader, ids in members.items()]


def _draft(
    leader: str,
    ids: Sequence[str],
    votes: Mapping[tuple[str, Value], list[tuple[float, Claim]]],
) -> Draft:
    draft = Draft(leader, tuple(ids))
    for (meaning, value), found in votes.items():
        if len(found) > 1:
            found.sort(key=_strongest)
        by_sentence = _one_per_sentence if len(ids) == 1 else _crew_per_sentence
        chance = combined(by_sentence(found))
        choice = Choice(value, chance, [claim for _, claim in found])
        draft.votes.setdefault(meaning, []).append(choice)
    for choices in draft.votes.values():
        if len(choices) > 1:
            choices.sort(key=_probable)
    return draft


def _one_per_sentence(found: Sequence[tuple[float, Claim]]) -> Iterable[float]:
    """Claims of one sentence lean on the same words: only the strongest counts.

    `found`: the claims of one competitor on a value, strongest first of each kind.
    """
    best: dict[tuple[int, str], float] = {}
    for chance, claim in found:
        best.setdefault((claim.sentence, _kind(claim)), min(chance, SUREST))
    return best.values()


def _crew_per_sentence(found: Sequence[tuple[float, Claim]]) -> Iterable[float]:
    """As for one competitor; the members of a crew compete for one value: theirs add up first."""
    by_member: dict[tuple[int, int, str, str], float] = defaultdict(float)
    for chance, claim in found:
        place = (claim.sentence, claim.mention, _kind(claim), claim.competitor)
        by_member[place] = max(by_member[place], chance)
    by_value: dict[tuple[int, int, str], float] = defaultdict(float)
    for (sentence, mention, kind, _), chance in by_member.items():
        by_value[sentence, mention, kind] += chance
    best: dict[tuple[int, str], float] = defaultdict(float)
    for (sentence, _, kind), chance in by_value.items():
        best[sentence, kind] = max(best[sentence, kind], min(chance, SUREST))
    return best.values()


def _kind(claim: Claim) -> str:
    return "list" if claim.label in ("ORDER", "RANK") else "stated"


def _strongest(pair: tuple[float, Claim]) -> tuple[int, float, int, int]:
    """Words that state a value prove it; then what counts it; then words that hardly state it."""
    chance, claim = pair
    counted = _kind(claim) == "list"
    order = 1 if counted else 0 if chance >= PROVING else 2
    return (order, -chance, claim.sentence, claim.mention)


def _probable(choice: Choice) -> tuple[float, str]:
    return (-choice.probability, str(choice.value))
