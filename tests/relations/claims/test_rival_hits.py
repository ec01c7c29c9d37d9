"""What it tells that a pattern gives a team to somebody."""

import pytest

from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.find import find_claims
from polesitter.relations.claims.rival_hits import hit_part
from polesitter.relations.signs.family import names_of

from ...marked import names, read_all

PARTS = [
    ("d0", {"d0"}, "hit own:True rivals:0 near:True"),
    ("d0", {"d0", "d1"}, "hit own:True rivals:1 near:True"),
    ("d0", set(), "hit own:False rivals:0 near:True"),
    ("d0", {"d1", "d2", "d3"}, "hit own:False rivals:2 near:True"),
]


@pytest.mark.parametrize(("who", "hit", "sign"), PARTS)
def test_rivals_are_those_hit_but_oneself(who: str, hit: set[str], sign: str) -> None:
    assert names_of([hit_part(who, hit, near=True)]) == [sign]


def test_claims_to_teams_and_cars_know_whom_a_pattern_pairs_them_with() -> None:
    view, _ = read_all("[Lee](DRIVER) led. [Ray](DRIVER) beat [Cox](DRIVER) of [Penske](TEAM).")
    known = names(view)
    head = {known[who]: at for at, who in view.head_of.items()}
    team = next(at for at, mention in enumerate(view.mentions) if mention.label == "TEAM")
    view.hits[head["Cox"], team] = [("drives_for", "team.driver_of")]
    told = {
        known[claim.competitor]: [sign for sign in claim.signs if sign.startswith("hit ")]
        for claim in find_claims(view, frames_of(view))
        if claim.label == "TEAM"
    }
    assert told == {
        "Cox": ["hit own:True rivals:0 near:True"],
        "Ray": ["hit own:False rivals:1 near:True"],
        "Lee": ["hit own:False rivals:1 near:False"],
    }
