"""The odds of a matching against those by counting all matchings."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.rivals.matching import _settle, _settle_single, matched


def shares(odds: list[list[float]]) -> list[list[float]]:
    return [[chance / (1.0 + sum(row)) for chance in row] for row in odds]


def counted(values: list[list[tuple[str, float]]]) -> list[list[float]]:
    """The marginals, by going through every way to hand the values out."""
    weight: dict[tuple[int, int], float] = {}
    whole = 0.0
    for choice in product(*[range(-1, len(options)) for options in values]):
        takers = [values[v][o][0] for v, o in enumerate(choice) if o >= 0]
        if len(takers) > len(set(takers)):
            continue
        chance = 1.0
        for v, o in enumerate(choice):
            chance *= values[v][o][1] if o >= 0 else 1.0
        whole += chance
        for v, o in enumerate(choice):
            weight[v, o] = weight.get((v, o), 0.0) + chance
    return [
        [weight.get((v, o), 0.0) / whole for o in range(len(options))]
        for v, options in enumerate(values)
    ]


def test_one_value_is_shared_by_its_own_odds() -> None:
    assert matched([[("a", 3.0), ("b", 1.0)]]) == [[3.0, 1.0]]


def test_places_between_names_are_told_apart_by_the_last() -> None:
    """ "Hamlin is 13th, Chastain 19th, Larson 25th": only the last has no name after it."""
    values = [
        [("Hamlin", 9.0), ("Chastain", 9.0)], [("Chastain", 9.0), ("Larson", 9.0)],
        [("Larson", 9.0)],
    ]  # fmt: skip
    found = shares(matched(values))
    assert [row.index(max(row)) for row in found] == [0, 0, 0]
    assert found[0][0] > 2 * found[0][1]


def test_meanings_of_one_competitor_do_not_compete() -> None:
    values = [[(("a", "position"), 9.0)], [(("a", "grid"), 9.0)]]
    assert matched(values) == [[9.0], [9.0]]


ODDS = st.floats(0.05, 20.0)


@given(ODDS, ODDS, ODDS, ODDS)
def test_two_values_are_shared_as_counting_does(a: float, b: float, c: float, d: float) -> None:
    # Without a loop (one of the four ways is closed) belief propagation is exact.
    values = [[("x", a), ("y", b)], [("y", c), ("z", d)]]
    for row, exact in zip(shares(matched(values)), counted(values), strict=True):
        assert row == pytest.approx(exact, abs=0.02)


@given(st.lists(st.lists(st.tuples(st.sampled_from("abcd"), ODDS), min_size=1, max_size=3,
                         unique_by=lambda pair: pair[0]), min_size=1, max_size=4))  # fmt: skip
def test_odds_never_rise_and_never_vanish(values: list[list[tuple[str, float]]]) -> None:
    for options, odds in zip(values, matched(values), strict=True):
        for (_, before), after in zip(options, odds, strict=True):
            assert 0.0 < after <= before


@given(st.lists(st.tuples(ODDS, st.floats(0.01, 1.0)), min_size=2, max_size=5))
def test_one_option_on_each_value_settles_as_any_options_do(
    told: list[tuple[float, float]],
) -> None:
    wishes, free = [wish for wish, _ in told], [left for _, left in told]
    as_any = list(free)
    _settle([[option] for option in range(len(told))], wishes, as_any)
    _settle_single(range(len(told)), wishes, free)
    assert free == as_any
