"""Chains of ranks as rows of signs: which rows are one, and which ranks are true."""

from collections.abc import Mapping

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from polesitter.learn.fitting.rank_table import NOBODY, RankTable
from polesitter.learn.fitting.sign_table import Examples
from polesitter.relations.ranks.signs import rank_part
from polesitter.relations.signs.family import Part, names_of

from ...ranked import Told
from .ranks import FIRST, LIST, PLACES, table_of, taught

RIGHT = [
    # (records, what is told, the true ranks of Lee, Ray and Cox)
    ({"Ann Lee": 3, "Bo Ray": 4, "Di Cox": 5}, [], [3, 4, 5]),
    # of whom no record tells a place has no rank
    ({"Ann Lee": 3, "Bo Ray": None}, [], [3, NOBODY, NOBODY]),
    ({}, [], [NOBODY] * 3),
    # nor has one that lies beyond all that could be anybody's
    ({"Ann Lee": 3, "Bo Ray": 31}, [], [3, NOBODY, NOBODY]),
    ({"Ann Lee": 3, "Bo Ray": 31}, [Told("Ann Lee", 30)], [3, 31, NOBODY]),
]


@pytest.mark.parametrize(("places", "told", "right"), RIGHT)
def test_true_ranks_are_those_of_the_records(
    places: Mapping[str, int | None], told: list[Told], right: list[int]
) -> None:
    chain, rows, _ = taught(LIST, places, *told)
    table = RankTable()
    table.add(chain, rows, fold=0, weight=1.0)
    (one,) = table.chains().taught
    assert one.right.tolist() == right


SEVERAL = [
    # (what is told of who has the places 6 and 2 by the records, its true rank)
    ([], 2),
    ([Told("Ann Lee", 6, 0.5)], 6),
    ([Told("Ann Lee", 6, 0.5), Told("Ann Lee", 2, 0.6, sentence=1)], 2),
    ([Told("Ann Lee", 6, 0.7), Told("Ann Lee", 2, 0.6, sentence=1)], 6),
    ([Told("Ann Lee", 4, 0.9), Told("Ann Lee", 2, 0.6, sentence=1)], 2),
]


@pytest.mark.parametrize(("told", "rank"), SEVERAL)
def test_of_several_true_ranks_the_one_that_is_told_best_counts(
    told: list[Told], rank: int
) -> None:
    chain, rows, known = taught(LIST, {}, Told("Di Cox", 9, 0.1), *told)
    (lee,) = [who for who, name in known.items() if name == "Ann Lee"]
    rows.known[lee] = [{"position": 6}, {"position": 2}]
    table = RankTable()
    table.add(chain, rows, fold=0, weight=1.0)
    (one,) = table.chains().taught
    assert one.right[0] == rank


def told_by(rows: Examples, number: int) -> set[str]:
    """The signs of a row, but for the bias that all have."""
    signs: csr_matrix = rows.signs
    return {rows.names[at] for at in signs[number].indices} - {""}


def named(*parts: Part) -> set[str]:
    return set(names_of(parts))


REPORT = f"{LIST} [Ann Lee](DRIVER) left.\n\nIt was cold. It was wet. [Di Cox](DRIVER) spoke."


def test_rows_have_the_signs_of_their_ranks_and_steps() -> None:
    chain, rows, _ = taught(REPORT, PLACES, FIRST)
    table = RankTable()
    table.add(chain, rows, fold=0, weight=1.0)
    found = table.chains()
    (one,) = found.taught
    links, last = len(chain.links), chain.evidence.last
    assert (one.ranks.shape, one.none.shape) == ((links, last), (links,))
    for at in range(links):
        for rank in range(last):
            signs = named(rank_part(chain.ranks[at][rank]))
            assert told_by(found.ranks, one.ranks[at, rank]) == signs
        assert told_by(found.ranks, one.none[at]) == named(chain.none[at])
    for numbers, ways in ((one.on, chain.on), (one.off, chain.off)):
        assert numbers.shape == (links, 3)
        for own, way in zip(numbers[1:], ways, strict=True):
            for parity, number in enumerate(own.tolist()):
                parts = (*way.parts, *way.by_parity[parity : parity + 1])
                assert told_by(found.steps, number) == named(*parts)
    # What does not hang on the rank that a step is from is one row.
    assert not chain.on[-1].by_parity
    assert len(set(one.on[-1].tolist())) == 1
    assert len(set(one.on[1].tolist())) == 3


def test_rows_of_the_same_signs_are_one() -> None:
    once, twice = (table_of(*[(REPORT, PLACES, FIRST)] * times).chains() for times in (1, 2))
    assert (len(once.ranks), len(once.steps)) == (len(twice.ranks), len(twice.steps))
    first, second = twice.taught
    for own in ("ranks", "none", "on", "off", "right"):
        assert np.array_equal(getattr(first, own), getattr(second, own))
    rows = [frozenset(told_by(twice.steps, number)) for number in range(len(twice.steps))]
    assert len(set(rows)) == len(rows)


def test_chains_keep_their_fold_and_weight() -> None:
    chain, rows, _ = taught(LIST, PLACES)
    table = RankTable()
    for fold, weight in ((2, 1.0), (0, 3.0), (1, 0.5)):
        table.add(chain, rows, fold=fold, weight=weight)
    found = table.chains()
    assert [(one.fold, one.weight) for one in found.taught] == [(2, 1.0), (0, 3.0), (1, 0.5)]
    assert [one.fold for one in found.without([0])] == [2, 1]
    assert [one.fold for one in found.without([1, 2])] == [0]
    assert len(found.without([])) == 3
