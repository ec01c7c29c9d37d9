"""What it tells that a team bears a surname."""

import pytest

from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.find import find_claims

from ...marked import names, read_all

REPORTS = [
    ("[Amy Ruman](DRIVER) led [Cox](DRIVER) for [Ruman Racing](TEAM).",
     {"Amy Ruman": "own:1 rivals:0 near:True", "Cox": "own:0 rivals:1 near:True"}),
    ("[Ed Pike](DRIVER) led [Jo Pike](DRIVER) for [Ed Pike Racing](TEAM).",
     {"Ed Pike": "own:2 rivals:1 near:True", "Jo Pike": "own:1 rivals:2 near:True"}),
    ("[Ty Foyt Jr.](DRIVER) led. [Cox](DRIVER) ran for [Foyt](TEAM).",
     {"Ty Foyt Jr.": "own:1 rivals:0 near:False", "Cox": "own:0 rivals:1 near:True"}),
    ("[Cox](DRIVER) led [Jo Orr](DRIVER) for [Orr Racing](TEAM).",
     {"Cox": "own:0 rivals:1 near:True", "Jo Orr": "own:1 rivals:0 near:True"}),
    ("[Jo Li](DRIVER) led [Cox](DRIVER) for [Li Racing](TEAM).", {}),
    ("[Amy Ruman](DRIVER) led in a [Ruman](CAR).", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_a_team_may_bear_the_name_of_one_of_those_it_is_told_of(
    text: str, told: dict[str, str]
) -> None:
    view, _ = read_all(text)
    known = names(view)
    assert {
        known[claim.competitor]: sign.removeprefix("namesake ")
        for claim in find_claims(view, frames_of(view))
        for sign in claim.signs
        if sign.startswith("namesake ") and "near" in sign
    } == told
