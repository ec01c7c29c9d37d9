"""The chances of ranks along a chain against those by going through all paths."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.ranks import odds as rank_odds
from polesitter.relations.ranks.odds import (
    AHEAD,
    BEHIND,
    HELD,
    PASSED,
    SAME,
    WAYS,
    Floats,
    rank_chances,
)

from .paths import odds_of, paths

ODDS = st.floats(0.05, 20.0)
EVEN, SURE = 0.0, 1e9
"""The odds, less one, of a step that nothing speaks for, and of one that is sure."""


def drawn(data: st.DataObject, *shape: int) -> Floats:
    """Odds of any shape."""
    size = int(np.prod(shape))
    return np.array(data.draw(st.lists(ODDS, min_size=size, max_size=size))).reshape(shape)


def steps(links: int, n: int, *odds: tuple[int, float], state: int | None = None) -> Floats:
    """Steps whose `odds`, (way, odds less one), are the same from all ranks.

    `state`: HELD or PASSED, from which alone they are so; from both if left out.
    """
    made = np.full((links - 1, len(WAYS), 2, n), EVEN)
    for way, own in odds:
        made[:, way, slice(None) if state is None else state] = own
    return made


@given(st.data())
def test_chances_are_those_of_all_paths_summed(data: st.DataObject) -> None:
    links, n = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4))
    ranks, none = drawn(data, links, n), drawn(data, links).tolist()
    ways = drawn(data, links - 1, len(WAYS), 2, n) - 1.0
    wanted, whole = np.zeros((links, n + 1)), 0.0
    for path in paths(links, n):
        odds = odds_of(path, ranks, none, ways)
        whole += odds
        for link, rank in enumerate(path):
            wanted[link, rank] += odds
    chances = rank_chances(ranks, none, ways)
    assert chances == pytest.approx(wanted[:, 1:] / whole)
    assert 1.0 - chances.sum(axis=1) == pytest.approx(wanted[:, 0] / whole, abs=1e-9)


def test_what_is_given_is_left_as_it_was() -> None:
    ranks, ways, none = np.full((3, 4), 2.0), steps(3, 4, (BEHIND, 3.0), (AHEAD, 1.0)), [0.5] * 3
    given_ranks, given_ways = ranks.copy(), ways.copy()
    rank_chances(ranks, none, ways)
    assert np.array_equal(ranks, given_ranks)
    assert np.array_equal(ways, given_ways)
    assert none == [0.5] * 3


@pytest.mark.parametrize("lower", [1e-13, 1.0, 1e13])
def test_long_chains_of_sure_words_do_not_overflow(lower: float) -> None:
    ranks = np.full((400, 45), lower)
    ranks[:, 6] = lower * 1e13
    chances = rank_chances(ranks, [lower] * 400, steps(400, 45, (SAME, 1e11)))
    assert chances[:, 6] == pytest.approx(1.0)
    assert np.isfinite(chances).all()


def test_a_long_list_is_counted_to_its_end_from_the_one_rank_that_is_told() -> None:
    ranks, none = np.ones((40, 45)), [0.01] * 40
    ranks[20, 22] = 1e12
    chances = rank_chances(ranks, none, steps(40, 45, (BEHIND, SURE)))
    assert (chances.argmax(axis=1) + 1).tolist() == list(range(3, 43))
    assert chances.max(axis=1) == pytest.approx(1.0, abs=1e-3)


PASSING = 1e6
"""The odds of having no rank, of somebody named in passing."""


@pytest.mark.parametrize("between", [1, 2, 5])
def test_a_list_goes_on_behind_whoever_is_named_in_passing(between: int) -> None:
    links, n = between + 2, 6
    ranks, none = np.ones((links, n)), [1e-6, *[PASSING] * between, 1e-6]
    ranks[0, 2] = 1e6
    last = [False] * between + [True]
    over, on = (
        steps(links, n, (BEHIND, SURE), state=state) * np.reshape(last, (-1, 1, 1, 1))
        for state in (PASSED, HELD)
    )
    assert rank_chances(ranks, none, over)[-1, 3] > 0.99
    # The words that lead on from those who have a rank are not asked.
    assert rank_chances(ranks, none, on)[-1, 3] < 0.3


def test_nobody_before_the_first_who_has_a_rank_is_counted_on_from() -> None:
    ways = steps(2, 4, (BEHIND, SURE), (SAME, SURE))
    chances = rank_chances(np.ones((2, 4)), [1e15, 1e-6], ways)
    assert chances[1] == pytest.approx([0.25] * 4, abs=1e-3)


@pytest.mark.parametrize("block", [1, 2, 3, 6, 7])
def test_chains_may_be_gone_through_in_blocks(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(7)
    ranks, none = rng.uniform(0.1, 5.0, (8, 4)), rng.uniform(0.1, 5.0, 8).tolist()
    steps = rng.uniform(0.1, 5.0, (7, 4, 2, 4)) - 1.0
    at_once = rank_chances(ranks, none, steps)
    monkeypatch.setattr(rank_odds, "BLOCK", block)
    assert rank_chances(ranks, none, steps) == pytest.approx(at_once)
