"""The order in which competitors are told: as named, by their times, by their gaps."""

import pytest

from polesitter.relations.claims.claim import Claim

from ...ranked import evidence_of, signs


def timed(who: str, value: float, chance: float = 0.9, label: str = "LAPTIME") -> Claim:
    meaning = {"LAPTIME": "lap_time", "SPEED": "speed"}[label]
    return Claim(label, who, 0, 9, 0, value, (), {meaning: chance})


def gap(who: str, value: float) -> Claim:
    return Claim("GAP", who, 0, 9, 0, value, (), {"gap": 0.9})


CLOCKED = [
    # (claims to times, classes, who -> how many were quicker, how many slower)
    ([timed("d0", 61.0), timed("d1", 60.0), timed("d2", 62.0)], {},
     {"Lee": (1, 1), "Ray": (0, 2), "Cox": (2, 0)}),
    ([timed("d0", 161.0, label="SPEED"), timed("d1", 160.0, label="SPEED")], {},
     {"Lee": (0, 1), "Ray": (1, 0)}),
    # the surest time counts, and none that is hardly told
    ([timed("d0", 61.0), timed("d0", 59.0, 0.6), timed("d1", 60.0)], {},
     {"Lee": (1, 0), "Ray": (0, 1)}),
    ([timed("d0", 61.0), timed("d1", 60.0, 0.4)], {}, {"Lee": (0, 0)}),
    # times are not set against speeds, nor against those of other classes
    ([timed("d0", 61.0), timed("d1", 160.0, label="SPEED")], {}, {"Lee": (0, 0), "Ray": (0, 0)}),
    ([timed("d0", 61.0), timed("d1", 60.0)], {"Lee": "GS", "Ray": "TCR"},
     {"Lee": (0, 0), "Ray": (0, 0)}),
    ([timed("d0", 61.0), timed("d1", 60.0)], {"Lee": "GS", "Ray": "GS"},
     {"Lee": (1, 0), "Ray": (0, 1)}),
]  # fmt: skip


@pytest.mark.parametrize(("told", "classes", "clocked"), CLOCKED)
def test_times_tell_who_was_quicker(
    told: list[Claim], classes: dict[str, str], clocked: dict[str, tuple[int, int]]
) -> None:
    found, ids = evidence_of(*told, classes=classes)
    assert found.timed == {ids[name]: those for name, those in clocked.items()}


def test_how_many_of_a_class_have_been_named_before() -> None:
    found, ids = evidence_of(classes={"Lee": "GS", "Ray": "TCR", "Cox": "GS"})
    assert {name: found.nth[who] for name, who in ids.items()} == {"Lee": 1, "Ray": 1, "Cox": 2}


def test_those_who_are_named_again_are_not_named_later() -> None:
    marked = "[Lee](DRIVER) led [Ray](DRIVER). [Lee](DRIVER) was happy for [Cox](DRIVER)."
    found, ids = evidence_of(marked=marked)
    assert {name: found.nth[who] for name, who in ids.items()} == {"Lee": 1, "Ray": 2, "Cox": 3}


ORDERS = [
    # (claims, whose rank it is by their order, which, the sign that says so)
    ([], "Ray", 2, "later:0"),
    ([], "Ray", 3, "later:1"),
    ([], "Ray", 1, "later:-1"),
    ([timed("d0", 61.0), timed("d1", 60.0)], "Ray", 1, "clock:0 slower:1"),
    ([timed("d0", 61.0), timed("d1", 60.0)], "Lee", 2, "clock:0 slower:0"),
    # who has the smallest gap is not ahead of whom it is measured to
    ([gap("d0", 0.3), gap("d1", 0.5)], "Lee", 2, "gap clock:0 slower:1"),
    ([gap("d0", 0.3), gap("d1", 0.5)], "Ray", 3, "gap clock:0 slower:0"),
]


@pytest.mark.parametrize(("told", "who", "rank", "sign"), ORDERS)
def test_the_order_of_names_times_and_gaps_speaks_for_a_rank(
    told: list[Claim], who: str, rank: int, sign: str
) -> None:
    assert sign in signs(who, rank, *told)
    assert sign not in signs(who, rank + 1, *told)
