"""Who shares a car with whom, and who of them has no record."""

import pytest

from polesitter.relations.competitors.crews import CrewClaim
from polesitter.relations.competitors.sharing import sharing_of

Told = tuple[str, str, dict[str, float]]
ONE = {"crew": 0.9}
APART = {"d0": "d0", "d1": "d1", "d2": "d2"}
PAIR = {"d0": "d0", "d1": "d0", "d2": "d2"}
CREWS: list[tuple[list[Told], dict[str, str], set[str]]] = [
    ([("d0", "d1", ONE)], PAIR, set()),
    ([("d0", "d1", {"crew": 0.3})], APART, set()),
    ([("d0", "d1", ONE), ("d1", "d2", ONE)], dict.fromkeys(APART, "d0"), set()),
    ([("d1", "d2", ONE), ("d0", "d1", ONE)], dict.fromkeys(APART, "d0"), set()),
    ([("d0", "d9", ONE)], APART, set()),
    ([("d0", "d1", {})], APART, set()),
    # the surest telling counts, whoever is named first
    ([("d0", "d1", {"crew": 0.1}), ("d0", "d1", {"crew": 0.8})], PAIR, set()),
    ([("d0", "d1", {"crew": 0.6}), ("d1", "d0", {"first": 0.8})], APART, {"d0"}),
    ([("d0", "d1", {"crew": 0.6}), ("d1", "d0", {"first": 0.5})], PAIR, set()),
    # they share a car, and one has qualified it
    ([("d0", "d1", {"crew": 0.2, "first": 0.5})], APART, {"d1"}),
    ([("d0", "d1", {"crew": 0.2, "second": 0.5})], APART, {"d0"}),
    ([("d0", "d1", {"crew": 0.2, "second": 0.4})], APART, set()),
    ([("d0", "d1", {"crew": 0.25, "second": 0.2})], PAIR, set()),
    # who is of a crew has a record; somebody has one of every car
    ([("d0", "d1", ONE), ("d1", "d2", {"second": 0.9})], PAIR, set()),
    ([("d0", "d1", {"first": 0.9}), ("d1", "d2", {"first": 0.9})], APART, {"d1"}),
]  # fmt: skip


@pytest.mark.parametrize(("told", "lead", "riders"), CREWS)
def test_who_rides_with_whom(told: list[Told], lead: dict[str, str], riders: set[str]) -> None:
    crews = [CrewClaim(first, second, 0, [], scores) for first, second, scores in told]
    assert sharing_of(crews, ["d0", "d1", "d2"]) == (lead, riders)
