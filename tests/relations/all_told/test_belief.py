"""Chances summed up: of several claims together, and of claims weighed again together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.all_told.belief import (
    FAINT,
    SUREST,
    combined,
    together,
    weigh_again,
)
from polesitter.relations.claims.claim import Claim

CHANCES = st.floats(FAINT + 0.01, SUREST)


def claim(chance: float) -> Claim:
    return Claim("POSITION", "d0", 0, 0, 0, "3", [], {"position": chance})


@pytest.mark.parametrize(
    ("chances", "together"), [([], 0.0), ([0.5], 0.5), ([0.5, 0.5], 0.75), ([1.0, 0.2], 1.0)]
)
def test_noisy_or(chances: list[float], together: float) -> None:
    assert combined(chances) == pytest.approx(together)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_more_signs_never_say_less(chances: list[float]) -> None:
    assert max(chances) - 1e-9 <= combined(chances) <= 1.0


@pytest.mark.parametrize(
    ("told", "chance"),
    [
        ([], 0.0),
        ([(0, 0.5)], 0.5),
        ([(0, 0.5), (1, 0.5)], 0.75),
        # of one sentence the strongest counts, in whatever order
        ([(0, 0.5), (0, 0.3)], 0.5),
        ([(0, 0.3), (0, 0.5)], 0.5),
        ([(0, 0.5), (1, FAINT)], 0.5),
        ([(0, 1.0)], SUREST),
        ([(0, 0.99), (1, 0.99)], SUREST),
    ],
)
def test_claims_of_several_sentences_add_up(told: list[tuple[int, float]], chance: float) -> None:
    assert together(told) == pytest.approx(chance)


@given(st.lists(CHANCES, min_size=1, max_size=5), CHANCES)
def test_claims_weighed_again_are_as_probable_together_as_asked(
    chances: list[float], after: float
) -> None:
    claims = [claim(chance) for chance in chances]
    weigh_again(claims, "position", combined(chances), after)
    assert combined([one.scores["position"] for one in claims]) == pytest.approx(after)
    if len(claims) > 1:
        first, second = (one.scores["position"] for one in claims[:2])
        assert (first >= second) == (chances[0] >= chances[1]) or first == pytest.approx(second)


def test_what_counts_for_nothing_is_left_as_it_is() -> None:
    claims = [claim(0.5), claim(FAINT)]
    weigh_again(claims, "position", 0.5, 0.9)
    assert [one.scores["position"] for one in claims] == pytest.approx([0.9, FAINT])
    weigh_again(claims, "grid", 0.5, 0.9)
    assert all(set(one.scores) == {"position"} for one in claims)
