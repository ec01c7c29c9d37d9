"""Laps, speeds and gaps weighed by all that is told of them."""

from math import prod

import pytest

from polesitter.entities.linear import LinearModel
from polesitter.relations.all_told.runs import find_runs, weigh_runs
from polesitter.relations.claims.claim import Claim
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.judged import Judged
from polesitter.relations.signs.family import names_of
from polesitter.relations.signs.weigher import Weigher

from ...marked import frames

RAIN = "It rained. It stopped."
MEANING = {
    "LAPTIME": "lap_time", "SPEED": "speed", "GAP": "gap", "MARGIN": "margin",
    "POSITION": "position",
}  # fmt: skip


def told(
    who: int, value: float | str, chance: float, label: str = "LAPTIME", *, sentence: int = 0,
    framing: str = "outcome", mention: int = 9,
) -> Claim:  # fmt: skip
    scores = {MEANING[label]: chance}
    return Claim(label, f"d{who}", who, mention, sentence, value, [], scores, framing=framing)


def place(who: int, value: int, chance: float = 0.9) -> Claim:
    return told(who, str(value), chance, "POSITION")


def signs(
    *claims: Claim,
    classes: tuple[str, ...] = (),
    target: Claim | None = None,
    marked: str = RAIN,
) -> dict[tuple[str, float], set[str]]:
    """What speaks for each value; `classes`: of the first competitors, in order.

    `target`: to whom the gap of the first competitor is measured. `marked`: the report.
    """
    told_in, view = frames(marked)
    under = [ContextClaim(f"d{n}", name, n, 9, 0, (), 0.9) for n, name in enumerate(classes)]
    targets = {(9, 0): [target]} if target else {}
    judged = Judged(told_in, list(claims), classes=under, targets=targets)
    found: dict[tuple[str, float], set[str]] = {}
    for one in find_runs(judged, view):
        found.setdefault((one.competitor, one.value), set()).update(names_of(one.parts))
    return found


def weighed(weights: dict[str, tuple[float, ...]], *claims: Claim) -> list[float]:
    """The claims' chances once they are weighed."""
    told_in, view = frames(RAIN)
    weigher = Weigher(LinearModel(("no", "told"), weights))
    weigh_runs(Judged(told_in, list(claims)), view, weigher)
    return [claim.scores[MEANING[claim.label]] for claim in claims]


def test_claims_are_together_as_probable_as_the_value() -> None:
    chances = weighed({"": (0.0,)}, told(0, 71.2, 0.9), told(0, 71.2, 0.6, sentence=1))
    assert 1.0 - prod(1.0 - chance for chance in chances) == pytest.approx(0.5)
    assert chances[0] > chances[1]


def test_of_the_claims_of_one_sentence_the_strongest_counts() -> None:
    assert max(weighed({"": (0.0,)}, told(0, 71.2, 0.9), told(0, 71.2, 0.6))) == pytest.approx(0.5)


def test_what_is_hardly_told_and_places_are_left_alone() -> None:
    assert weighed({"": (9.0,)}, told(0, 71.2, 0.01), place(0, 3)) == [0.01, 0.9]


def test_what_is_told_once_is_of_one_competitor_at_most() -> None:
    once = told(0, 71.2, 0.6), told(1, 71.2, 0.3)
    assert weighed({"": (3.0,)}, *once) == pytest.approx([0.5, 0.5])
    twice = told(0, 71.2, 0.6), told(1, 71.2, 0.3, mention=8)
    assert sum(weighed({"": (3.0,)}, *twice)) > 1.8
    assert sum(weighed({"": (-3.0,)}, *once)) < 0.2


def test_how_the_value_is_told() -> None:
    found = signs(told(0, 71.2, 0.9, framing="practice"), told(0, 71.2, 0.3, sentence=1))
    assert {"LAPTIME chance:9", "LAPTIME framing:practice"} <= found["d0", 71.2]


def test_another_lap_of_the_same_competitor() -> None:
    found = signs(told(0, 71.2, 0.6), told(0, 70.9, 0.9), told(1, 72.0, 0.9))
    assert "LAPTIME 3 other:4 less:True" in found["d0", 71.2]
    assert "LAPTIME 4 other:3 less:False" in found["d0", 70.9]
    assert "LAPTIME alone" in found["d1", 72.0]


def test_a_speed_is_no_other_lap() -> None:
    assert "LAPTIME alone" in signs(told(0, 71.2, 0.6), told(0, 113.5, 0.9, "SPEED"))["d0", 71.2]


ORDERS = [
    ("LAPTIME", 71.2, 71.5, "fits:1 breaks:0", "first:1"),
    ("LAPTIME", 71.5, 71.2, "fits:0 breaks:1", "first:-1"),
    ("SPEED", 113.5, 113.2, "fits:1 breaks:0", "first:1"),
    ("SPEED", 113.2, 113.5, "fits:0 breaks:1", "first:-1"),
    ("LAPTIME", 71.2, 71.2, "fits:0 breaks:0", "first:0"),
]


@pytest.mark.parametrize(("label", "of_pole", "of_third", "order", "first"), ORDERS)
def test_who_is_ahead_was_quicker(
    label: str, of_pole: float, of_third: float, order: str, first: str
) -> None:
    values = told(0, of_pole, 0.9, label), told(1, of_third, 0.9, label)
    found = signs(*values, place(0, 1), place(1, 3))["d1", of_third]
    assert {f"{label} {order}", f"{label} 4 {first}"} <= found


def test_the_order_is_that_of_a_class_and_of_likely_places() -> None:
    laps = told(0, 71.2, 0.9), told(1, 71.5, 0.9)
    apart = signs(*laps, place(0, 1), place(1, 3), classes=("GS", "TCR"))
    doubtful = signs(*laps, place(0, 1, 0.2), place(1, 3))
    unlikely = signs(told(0, 71.2, 0.4), laps[1], place(0, 1), place(1, 3))
    level = signs(*laps, place(0, 3), place(1, 3))
    for found in (apart, doubtful, unlikely, level):
        assert "LAPTIME fits:0 breaks:0" in found["d1", 71.5]


def test_a_place_of_ones_own() -> None:
    found = signs(told(0, 71.2, 0.9), place(0, 3), place(0, 12, 0.4), told(1, 71.5, 0.9))
    assert "LAPTIME p:3 4" in found["d0", 71.2]
    assert "LAPTIME p:0 0" in found["d1", 71.5]


def test_a_lap_far_from_those_of_others() -> None:
    found = signs(told(0, 71.2, 0.9), told(1, 71.5, 0.9), told(2, 146.9, 0.9))
    assert "LAPTIME apart:9" in found["d2", 146.9]
    assert "LAPTIME apart:3" in found["d0", 71.2]


GAPS = [(0.3, 4), (0.25, 0), (0.301, 4), (0.4, 0)]


@pytest.mark.parametrize(("gap", "laps"), GAPS)
def test_two_laps_differ_by_a_gap(gap: float, laps: int) -> None:
    found = signs(told(0, 71.5, 0.9), told(0, gap, 0.9, "GAP"), told(1, 71.2, 0.9))
    assert f"GAP laps:{laps}" in found["d0", gap]
    assert f"LAPTIME laps:{laps}" in found["d0", 71.5]
    assert "LAPTIME laps:0" in found["d1", 71.2]


TARGETS = [(3, 1, "first"), (3, 2, "next"), (4, 2, "ahead"), (3, 4, "behind"), (3, 3, "same")]


@pytest.mark.parametrize(("own", "ahead", "way"), TARGETS)
def test_how_the_one_ahead_is_placed(own: int, ahead: int, way: str) -> None:
    target = Claim("TARGET", "d1", 1, 9, 0, None, [], {"target": 0.9})
    gap = told(0, 0.3, 0.9, "GAP")
    found = signs(gap, place(0, own), place(1, ahead), target=target)["d0", 0.3]
    assert f"to:{way} 4" in found
    assert "to:? 4" in signs(gap, place(1, ahead), target=target)["d0", 0.3]
    assert "to:- 0" in signs(gap, place(0, own))["d0", 0.3]


def margin(*claims: Claim) -> set[str]:
    """What speaks for the first of three having a margin of .3 seconds."""
    first = told(0, 0.3, 0.9, "MARGIN"), place(0, 1), place(1, 2), place(2, 3)
    return signs(*first, *claims)["d0", 0.3]


MARGINS = [
    ((), {"4 next:4 first:True", "gap:0 other:0", "gap:0 others:0", "4 own gap:0", "4 rival:0"}),
    ((told(1, 0.3, 0.9, "GAP"),), {"gap:4 other:0", "4 gap:4", "gap:4 others:0"}),
    ((told(1, 0.5, 0.9, "GAP", mention=8),), {"gap:0 other:4", "4 other gap:4"}),
    ((told(2, 0.3, 0.9, "GAP"),), {"gap:0 others:4", "4 others:4"}),
    ((told(0, 0.3, 0.9, "GAP"),), {"4 own gap:4"}),
    ((told(1, 0.3, 0.9, "MARGIN"),), {"4 rival:4"}),
    ((told(2, 0.3, 0.9, "GAP", mention=8),), {"4 others:0"}),
    ((told(0, 71.2, 0.9), told(1, 71.5, 0.9, mention=8)), {"MARGIN laps:4"}),
    ((told(0, 71.2, 0.9), told(2, 71.5, 0.9, mention=8)), {"MARGIN laps:0"}),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "spoken"), MARGINS)
def test_a_margin_is_over_the_next(claims: tuple[Claim, ...], spoken: set[str]) -> None:
    assert spoken <= margin(*claims)


def test_nobody_is_known_to_be_next() -> None:
    found = signs(told(0, 0.3, 0.9, "MARGIN"), place(0, 1), place(2, 3))["d0", 0.3]
    assert {"next:-1", "gap:-1 other:-1"} <= found


def test_a_gap_offered_is_accepted_where_it_is_likely() -> None:
    told_in, view = frames("[Lee](DRIVER) beat [Ray](DRIVER). It was by [.3 seconds](GAP).")
    for weight, claims in ((2.0, 2), (-9.0, 1)):
        judged = Judged(told_in, [place(1, 2)])
        weigh_runs(judged, view, Weigher(LinearModel(("no", "told"), {"": (weight,)})))
        assert len(judged.claims) == claims
    assert judged.claims[-1].competitor == "d1"
