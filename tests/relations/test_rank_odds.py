"""The chances of ranks along a chain against those by going through all paths."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.rank_odds import Floats, Steps, rank_chances

from .rank_paths import odds_of, paths

ODDS = st.floats(0.05, 20.0)
EVEN, SURE = 0.0, 1e9
"""The odds, less one, of a step that nothing speaks for, and of one that is sure."""


def rows(data: st.DataObject, links: int, ranks: int) -> Floats:
    row = st.lists(ODDS, min_size=ranks, max_size=ranks)
    return np.array(data.draw(st.lists(row, min_size=links, max_size=links))).reshape(links, ranks)


def steps_of(data: st.DataObject, links: int, ranks: int) -> list[Steps]:
    return [Steps(*(rows(data, len(Steps._fields), ranks) - 1.0)) for _ in range(links - 1)]


def steps(n: int, **odds: float) -> Steps:
    """Steps of which those by name have these odds, less one, from every rank."""
    return Steps(*[np.full(n, odds.get(way, EVEN)) for way in Steps._fields])


@given(st.data())
def test_chances_are_those_of_all_paths_summed(data: st.DataObject) -> None:
    links, n = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4))
    ranks, none = rows(data, links, n), data.draw(st.lists(ODDS, min_size=links, max_size=links))
    on, off = steps_of(data, links, n), steps_of(data, links, n)
    wanted, whole = np.zeros((links, n + 1)), 0.0
    for path in paths(links, n):
        odds = odds_of(path, ranks, none, on, off)
        whole += odds
        for link, rank in enumerate(path):
            wanted[link, rank] += odds
    chances = rank_chances(ranks, none, on, off)
    assert chances == pytest.approx(wanted[:, 1:] / whole)
    assert 1.0 - chances.sum(axis=1) == pytest.approx(wanted[:, 0] / whole)


def test_what_is_given_is_left_as_it_was() -> None:
    ranks, on = np.full((3, 4), 2.0), [steps(4, behind=3.0), steps(4, ahead=3.0)]
    rank_chances(ranks, [0.5] * 3, on, on)
    assert (ranks == 2.0).all()
    assert [own.behind[0] for own in on] == [3.0, 0.0]


@pytest.mark.parametrize("lower", [1e-13, 1.0, 1e13])
def test_long_chains_of_sure_words_do_not_overflow(lower: float) -> None:
    ranks = np.full((400, 45), lower)
    ranks[:, 6] = lower * 1e13
    same = [steps(45, same=1e11)] * 399
    chances = rank_chances(ranks, [lower] * 400, same, same)
    assert chances[:, 6] == pytest.approx(1.0)
    assert np.isfinite(chances).all()


def test_a_long_list_is_counted_to_its_end_from_the_one_rank_that_is_told() -> None:
    ranks, none = np.ones((40, 45)), [0.01] * 40
    ranks[20, 22] = 1e12
    behind = [steps(45, behind=SURE)] * 39
    chances = rank_chances(ranks, none, behind, behind)
    assert (chances.argmax(axis=1) + 1).tolist() == list(range(3, 43))
    assert chances.max(axis=1) == pytest.approx(1.0, abs=1e-3)


PASSED = 1e6
"""The odds of having no rank, of somebody named in passing."""


@pytest.mark.parametrize("between", [1, 2, 5])
def test_a_list_goes_on_behind_whoever_is_named_in_passing(between: int) -> None:
    links, n = between + 2, 6
    ranks, none = np.ones((links, n)), [1e-6, *[PASSED] * between, 1e-6]
    ranks[0, 2] = 1e6
    plain = [steps(n)] * (links - 1)
    over = [*plain[:-1], steps(n, behind=SURE)]
    assert rank_chances(ranks, none, plain, over)[-1, 3] > 0.99
    # The words that lead on from those who have a rank are not asked.
    assert rank_chances(ranks, none, over, plain)[-1, 3] < 0.3


def test_nobody_before_the_first_who_has_a_rank_is_counted_on_from() -> None:
    ranks, none = np.ones((2, 4)), [1e15, 1e-6]
    on = [steps(4, behind=SURE, same=SURE)]
    assert rank_chances(ranks, none, on, on)[1] == pytest.approx([0.25] * 4, abs=1e-3)
