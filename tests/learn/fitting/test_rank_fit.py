"""Fitting chains of ranks: lists that are learned to be counted, folds left out."""

from collections.abc import Sequence

import numpy as np
import pytest

from polesitter.learn.fitting import rank_batch, rank_fit
from polesitter.learn.fitting.rank_fit import RankModels, fit_ranks
from polesitter.learn.fitting.rank_table import NOBODY, RankTable
from polesitter.relations.all_told.place_signs import fine
from polesitter.relations.ranks.judge import RankJudge
from polesitter.relations.signs.weigher import Weigher

from ...ranked import Told
from .ranks import FIRST, LIST, PLACES, table_of, taught

AGAIN = "[Ann Lee](DRIVER) met [Bo Ray](DRIVER), then [Di Cox](DRIVER)."
PASSED = {"Ann Lee": 3, "Di Cox": 4}
SEVENTH = Told("Ann Lee", 7)
LISTS = (
    (LIST, PLACES, FIRST),
    (LIST, {"Ann Lee": 12, "Bo Ray": 13, "Di Cox": 14}, Told("Ann Lee", 12)),
)
"""Counted from two ranks."""
MET = (LIST.replace("then", "met"), {"Ann Lee": 3, "Bo Ray": 9, "Di Cox": 1}, FIRST)
"""No list at all."""


def many(*reports: tuple, weight: float = 30.0) -> RankTable:  # type: ignore[type-arg]
    return table_of(*reports * 5, weight=weight)


def likeliest(models: RankModels, marked: str, *told: Told) -> list[int]:
    """The likeliest rank of each link, NOBODY where none is the likelier."""
    chain, _, _ = taught(marked, {}, *told)
    chances = RankJudge(Weigher(models.ranks), Weigher(models.steps)).chances(chain)
    none = 1.0 - chances.sum(axis=1)
    ranks = chances.argmax(axis=1) + 1
    return np.where(chances.max(axis=1) > none, ranks, NOBODY).tolist()  # type: ignore[no-any-return]


def test_lists_are_learned_to_be_counted_and_some_to_be_passed_over() -> None:
    models = fit_ranks(many(*LISTS, (AGAIN, PASSED, FIRST)).chains(), ())
    assert likeliest(models, LIST, FIRST) == [3, 4, 5]
    assert likeliest(models, AGAIN, FIRST) == [3, NOBODY, 4]
    # And from ranks that no report told.
    assert likeliest(models, LIST, SEVENTH) == [7, 8, 9]


def test_lists_are_learned_to_be_counted_upwards() -> None:
    upwards = [
        (LIST, {"Ann Lee": at, "Bo Ray": at - 1, "Di Cox": at - 2}, Told("Ann Lee", at))
        for at in (3, 12)
    ]
    models = fit_ranks(many(*upwards).chains(), ())
    assert likeliest(models, LIST, FIRST) == [3, 2, 1]
    assert likeliest(models, LIST, SEVENTH) == [7, 6, 5]


def test_it_makes_no_difference_how_many_chains_go_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = many((LIST, PLACES, FIRST), (AGAIN, PASSED, FIRST), (LIST, {}, SEVENTH)).chains()
    fits = []
    for at_once in (1, 2, 96):
        monkeypatch.setattr(rank_batch, "AT_ONCE", at_once)
        fits.append(fit_ranks(table, ()))
    for fit in fits[1:]:
        for one, other in zip(fits[0], fit, strict=True):
            assert one.weights.keys() == other.weights.keys()
            for name, weights in one.weights.items():
                assert weights == pytest.approx(other.weights[name], abs=1e-3)


def test_the_same_chains_give_the_same_weights() -> None:
    reports = (LIST, PLACES, FIRST), (AGAIN, PASSED, FIRST)
    one, other = (fit_ranks(many(*reports).chains(), ()) for _ in range(2))
    for first, second in zip(one, other, strict=True):
        assert list(first.weights.items()) == list(second.weights.items())


def test_a_fold_left_out_teaches_nothing() -> None:
    plain = table_of(*[(LIST, PLACES, FIRST)] * 4, weight=9.0).chains()
    other = (LIST, {"Ann Lee": 3, "Bo Ray": 9}, FIRST)
    turned = table_of((LIST, PLACES, FIRST), other, *[(LIST, PLACES, FIRST)] * 2, weight=9.0)
    fits = [
        [model.to_dict() for model in fit_ranks(table, left_out)]
        for left_out in ([1], [])
        for table in (plain, turned.chains())
    ]
    assert fits[0] == fits[1]
    assert fits[2] != fits[3]


def test_a_chain_counts_as_often_as_its_weight_says() -> None:
    twice = table_of(*[(LIST, PLACES, FIRST)] * 12, weight=1.0).chains()
    heavy = table_of(*[(LIST, PLACES, FIRST)] * 6, weight=2.0).chains()
    for one, other in zip(fit_ranks(twice, ()), fit_ranks(heavy, ()), strict=True):
        assert one.weights.keys() == other.weights.keys()
        for name, weights in one.weights.items():
            assert weights == pytest.approx(other.weights[name], abs=1e-3)


def test_signs_that_are_hardly_seen_are_not_learned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rank_fit, "L2", 0.1)

    def learned(weight: float) -> tuple[bool, bool]:
        models = fit_ranks(table_of(*LISTS, MET, weight=weight).chains(), ())
        return told in models.ranks.weights, "in in:then" in models.steps.weights

    # Of steps a sign must be seen ten times, of ranks twice. In each of three reports one rank
    # is told, and in two of them two steps are.
    told = f"here:{fine(FIRST.chance)}"
    assert learned(0.65) == (False, False)
    assert learned(0.7) == (True, False)
    assert learned(2.4) == (True, False)
    assert learned(2.6) == (True, True)


def test_the_bias_of_ranks_that_were_taught_says_nothing() -> None:
    models = fit_ranks(many(*LISTS, (AGAIN, PASSED, FIRST)).chains(), ())
    assert models.ranks.weights[""] == pytest.approx((0.0,), abs=1e-9)


@pytest.mark.parametrize("left_out", [(), (0,)])
def test_what_nobody_taught_is_not_believed(left_out: Sequence[int]) -> None:
    table = table_of(*[(LIST, PLACES, FIRST)][: len(left_out)]).chains()
    models = fit_ranks(table, left_out)
    assert [set(model.weights) for model in models] == [{""}, {""}]
    chain, _, _ = taught(LIST, {}, FIRST)
    assert list(RankJudge(*map(Weigher, models)).judge(chain)) == []
