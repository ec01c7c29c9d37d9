"""Chains of ranks gone through together: true gradients, and each chain by itself."""

from collections.abc import Sequence

import numpy as np
import pytest
from scipy.optimize import approx_fprime

from polesitter.learn.fitting.rank_batch import RankBatch, RankRows
from polesitter.learn.fitting.rank_table import TaughtRanks
from polesitter.relations.ranks.odds import SAME, WAYS
from polesitter.relations.ranks.step_signs import PARITIES, parity_of

from ...relations.ranks.paths import odds_of, paths

N_RANKS, N_STEPS = 9, 7
SIZES = [(3, 4), (1, 3), (4, 2), (2, 1)]
"""Links and ranks of some chains."""


def chains(seed: int, sizes: Sequence[tuple[int, int]] = SIZES) -> list[TaughtRanks]:
    """Chains whose rows are drawn from few, so that many share one."""
    rng = np.random.default_rng(seed)
    made = []
    for links, last in sizes:
        on, off = rng.integers(0, N_STEPS, (2, links, len(PARITIES)))
        ranks, none = rng.integers(0, N_RANKS, (links, last)), rng.integers(0, N_RANKS, links)
        right = rng.integers(0, last + 1, links)
        made.append(TaughtRanks(ranks, none, on, off, right, float(rng.uniform(0.5, 2.0)), 0))
    return made


def logits_of(seed: int) -> RankRows:
    rng = np.random.default_rng(seed)
    return RankRows(rng.normal(size=N_RANKS), rng.normal(size=(N_STEPS, len(WAYS))))


def exp(logits: RankRows) -> RankRows:
    return RankRows(np.exp(logits.ranks), np.exp(logits.steps))


def empty() -> RankRows:
    return RankRows.empty(N_RANKS, N_STEPS)


def odds_along(chain: TaughtRanks, odds: RankRows, path: Sequence[int]) -> float:
    """The odds of a path of a chain, by the oracle."""
    last = chain.ranks.shape[1]
    parity = [parity_of(rank) for rank in range(1, last + 1)]
    # (links less one, ways, from whom, ranks)
    steps = np.array([odds.steps[rows[1:, parity]] for rows in (chain.on, chain.off)]) - 1.0
    ranks, none = odds.ranks[chain.ranks], odds.ranks[chain.none].tolist()
    return odds_of(path, ranks, none, steps.transpose(1, 3, 0, 2))


def dot(one: RankRows, other: RankRows) -> float:
    return float((one.ranks * other.ranks).sum() + (one.steps * other.steps).sum())


@pytest.mark.parametrize("seed", range(3))
def test_the_odds_of_a_chain_are_those_of_all_its_paths(seed: int) -> None:
    odds = exp(logits_of(seed))
    for chain in chains(seed):
        whole = sum(odds_along(chain, odds, path) for path in paths(*chain.ranks.shape))
        found = RankBatch([chain]).add_expected(odds, empty())
        assert found == pytest.approx(chain.weight * np.log(whole))


@pytest.mark.parametrize("seed", range(3))
def test_what_is_right_by_the_records_is_the_true_path(seed: int) -> None:
    logits = logits_of(seed)
    for chain in chains(seed):
        for path in paths(*chain.ranks.shape):
            right = empty()
            fields = {name: getattr(chain, name) for name in chain.__dataclass_fields__}
            one = TaughtRanks(**(fields | {"right": np.array(path)}))
            RankBatch([one]).add_right(right)
            wanted = chain.weight * np.log(odds_along(chain, exp(logits), path))
            assert dot(right, logits) == pytest.approx(wanted)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_expected_is_the_slope_of_the_log_odds(seed: int) -> None:
    batch = RankBatch(chains(seed))
    logits = logits_of(seed + 10)

    def value(flat: np.ndarray) -> float:
        steps = flat[N_RANKS:].reshape(N_STEPS, len(WAYS))
        return batch.add_expected(exp(RankRows(flat[:N_RANKS], steps)), empty())

    expected = empty()
    batch.add_expected(exp(logits), expected)
    flat = np.concatenate([logits.ranks, logits.steps.ravel()])
    slopes = np.concatenate([expected.ranks, expected.steps.ravel()])
    assert slopes == pytest.approx(approx_fprime(flat, value, 1e-6), abs=1e-4)


def test_chains_gone_through_together_are_expected_what_they_are_alone() -> None:
    odds, made = exp(logits_of(5)), chains(5)
    together, alone = empty(), empty()
    value = RankBatch(made).add_expected(odds, together)
    assert value == pytest.approx(
        sum(RankBatch([chain]).add_expected(odds, alone) for chain in made)
    )
    assert together.ranks == pytest.approx(alone.ranks)
    assert together.steps == pytest.approx(alone.steps)


def test_rows_are_seen_as_often_as_chains_go_by_them() -> None:
    together, alone, made = empty(), empty(), chains(6)
    RankBatch(made).add_seen(together)
    for chain in made:
        for numbers in (chain.ranks, chain.none):
            np.add.at(alone.ranks, numbers.ravel(), chain.weight)
        for numbers in (chain.on[1:], chain.off[1:]):
            np.add.at(alone.steps[:, SAME], numbers.ravel(), chain.weight / len(PARITIES))
    assert together.ranks == pytest.approx(alone.ranks)
    assert together.steps[:, SAME] == pytest.approx(alone.steps[:, SAME])
