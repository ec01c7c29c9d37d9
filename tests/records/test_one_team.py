"""Which team is ruled out by another that is told in the same sentence."""

import pytest

from polesitter.records.one_team import given_up
from polesitter.relations.afar import RULE
from polesitter.relations.claims import Claim

from .assembled import claim

FERRARI, TORO_ROSSO, AGAIN = 7, 8, 9
TEAM_OF = {FERRARI: "t0", TORO_ROSSO: "t1", AGAIN: "t0"}


def told(who: str, mention: int, chance: float, sentence: int = 0) -> Claim:
    return claim(who, "team", "x", chance, label="TEAM", mention=mention, sentence=sentence)


SENTENCES = [
    # the second team is nobody's, if it is not the second driver's
    ([told("d0", 7, 0.97), told("d1", 7, 0.97), told("d1", 8, 0.94)], {("d1", FERRARI)}),
    # the first is nobody's else either: the likelier stands
    ([told("d0", 7, 0.01), told("d1", 7, 0.97), told("d1", 8, 0.6)], {("d1", TORO_ROSSO)}),
    # a doubtful one is no rival
    ([told("d0", 7, 0.97), told("d1", 7, 0.97), told("d1", 8, 0.2)], set()),
    # two names of one team are none
    ([told("d0", 7, 0.97), told("d1", 7, 0.97), told("d1", 9, 0.94)], set()),
    # another sentence is another matter
    ([told("d0", 7, 0.97), told("d1", 7, 0.97), told("d1", 8, 0.94, 1)], set()),
    # who is alone may be told of two teams
    ([told("d1", 7, 0.97), told("d1", 8, 0.94)], set()),
]


@pytest.mark.parametrize(("claims", "expected"), SENTENCES)
def test_a_team_that_is_not_the_competitors(
    claims: list[Claim], expected: set[tuple[str, int]]
) -> None:
    assert given_up(claims, TEAM_OF) == expected


def test_what_is_told_from_afar_rules_nothing_out() -> None:
    claims = [told("d0", 7, 0.97), told("d1", 7, 0.97), told("d1", 8, 0.94)]
    claims[2].rule = RULE
    assert given_up(claims, TEAM_OF) == set()
