"""Classes that give way where two are told to have one place."""

import pytest

from polesitter.records.contested import settle_classes
from polesitter.records.draft import Choice, Draft
from polesitter.records.row import Row
from polesitter.records.told import Share

Shares = dict[str, list[Share]]


def row(who: str, car_class: str | None, *places: tuple[int, float]) -> Row:
    draft = Draft(who, (who,), {"position": [Choice(str(p), chance) for p, chance in places]})
    fields = {} if car_class is None else {"class": Choice(car_class, 0.9)}
    return Row(draft, fields=fields)


def told(*shares: tuple[str, float]) -> list[Share]:
    return [(name, chance, []) for name, chance in shares]


def classes(rows: list[Row], shares: Shares) -> list[str | None]:
    settle_classes(rows, shares)
    return [r.car_class for r in rows]


CASES = [
    # two thirds, one of which may be TCR's
    ([row("lee", None, (3, 0.9)), row("ray", None, (3, 0.9))], {"ray": told(("TCR", 0.3))},
     [None, "TCR"]),
    # it need not be: nothing else speaks for TCR
    ([row("lee", None, (3, 0.9)), row("ray", None, (4, 0.9))], {"ray": told(("TCR", 0.3))},
     [None, None]),
    # too unlikely a class is no way out
    ([row("lee", None, (3, 0.9)), row("ray", None, (3, 0.9))], {"ray": told(("TCR", 0.04))},
     [None, None]),
    # a class that is less likely than none stays where nothing is gained by leaving it
    ([row("lee", None, (3, 0.9)), row("ray", "TCR", (4, 0.9))], {"ray": told(("TCR", 0.3))},
     [None, "TCR"]),
    # a doubtful place is given up rather than a sure class
    ([row("lee", "GS", (3, 0.9)), row("ray", "GS", (3, 0.4))],
     {"lee": told(("GS", 0.98)), "ray": told(("GS", 0.85), ("TCR", 0.12))}, ["GS", "GS"]),
    # the likelier to have been told the other class moves
    ([row("lee", "GS", (1, 0.9)), row("ray", "GS", (1, 0.9))],
     {"lee": told(("GS", 0.9), ("TCR", 0.1)), "ray": told(("GS", 0.5), ("TCR", 0.45))},
     ["GS", "TCR"]),
    # out of a class as well as into one
    ([row("lee", "GS", (1, 0.9)), row("ray", "GS", (1, 0.9))],
     {"lee": told(("GS", 0.95)), "ray": told(("GS", 0.6))}, ["GS", None]),
    # a second choice of place costs less than another class
    ([row("lee", None, (3, 0.9)), row("ray", None, (3, 0.6), (4, 0.55))],
     {"ray": told(("TCR", 0.2))}, [None, None]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "shares", "settled"), CASES)
def test_classes_settle(rows: list[Row], shares: Shares, settled: list[str | None]) -> None:
    assert classes(rows, shares) == settled


@pytest.mark.parametrize(("recorded", "moved"), [(0.95, "TCR"), (0.45, None)])
def test_a_doubtful_place_is_worth_a_move_where_a_record_hangs_on_it(
    recorded: float, moved: str | None
) -> None:
    rows = [row("lee", None, (3, 0.9)), row("ray", None, (3, 0.35))]
    rows[1].draft.recorded = recorded
    assert classes(rows, {"ray": told(("TCR", 0.45))}) == [None, moved]


def test_without_classes_nothing_is_weighed() -> None:
    assert classes([row("lee", None, (3, 0.9)), row("ray", None, (3, 0.9))], {}) == [None, None]
