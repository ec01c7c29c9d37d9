import pytest

from polesitter.records.draft import Choice, Draft
from polesitter.records.row import Row
from polesitter.records.segments import set_segments, size_of, sizes_of
from polesitter.relations.context.claim import ContextClaim

SIZES = [
    ("Fast Six", 6), ("Fast 12", 12), ("Top 10 Shootout", 10), ("top-five", 5), ("Q3", None),
    ("Final Four", 4), ("Fast Eleven", 11),
    ("Hyperpole", None), ("Fast Lane", None),
]  # fmt: skip


def row(place: int | None, segment: str | None = None, car_class: str | None = None) -> Row:
    fields = {} if car_class is None else {"class": Choice(car_class, 0.9)}
    made = Row(Draft(f"d{place}", (f"d{place}",)), fields=fields)
    if place is not None:
        made.fields["position"] = Choice(str(place), 0.9)
    if segment is not None:
        made.fields["segment"] = Choice(segment, 0.8)
    return made


def segments(rows: list[Row]) -> list[str | None]:
    return [str(r.fields["segment"].value) if "segment" in r.fields else None for r in rows]


@pytest.mark.parametrize(("name", "size"), SIZES)
def test_how_many_take_part(name: str, size: int | None) -> None:
    assert size_of(name) == size


def test_a_segment_named_by_its_size_holds_the_places_up_to_it() -> None:
    rows = [row(1), row(6), row(7)]
    set_segments(rows, [ContextClaim("d1", "Fast Six", 0, 3, 0, [], 0.5)], 0.15)
    assert segments(rows) == ["Fast Six", "Fast Six", None]


def test_the_smallest_that_fits_stands() -> None:
    rows = [row(2), row(9)]
    told = [ContextClaim("d1", name, 0, 3, 0, [], 0.5) for name in ("Fast 12", "Fast Six")]
    set_segments(rows, told, 0.15)
    assert segments(rows) == ["Fast Six", "Fast 12"]


def test_a_segment_hardly_told_says_nothing() -> None:
    rows = [row(1)]
    set_segments(rows, [ContextClaim("d1", "Fast Six", 0, 3, 0, [], 0.1)], 0.15)
    assert segments(rows) == [None]


DUELS = [
    # two parts of a knock-out of duels, and each has its size
    ({"semi-final", "quarter-final"}, {"semi-final": 4, "quarter-final": 8}),
    ({"final", "semi-final", "Group A"}, {"final": 2, "semi-final": 4}),
    # one alone may be of any format
    ({"final", "Fast Six"}, {"Fast Six": 6}),
]  # fmt: skip


@pytest.mark.parametrize(("told", "sizes"), DUELS)
def test_the_sizes_that_a_report_gives_away(told: set[str], sizes: dict[str, int]) -> None:
    assert sizes_of(told) == sizes


def test_the_loser_of_a_duel_is_known_by_its_place() -> None:
    rows = [row(place) for place in (2, 3, 8, 9)]
    told = [ContextClaim("d2", name, 0, 3, 0, [], 0.1) for name in ("semi-final", "quarter-final")]
    set_segments(rows, told, 0.15)
    assert segments(rows) == ["semi-final", "semi-final", "quarter-final", None]


def test_nobody_behind_its_places_reached_a_segment() -> None:
    rows = [row(10), row(11, "Top 10 Shootout")]
    set_segments(rows, [ContextClaim("d11", "Top 10 Shootout", 0, 3, 0, [], 0.9)], 0.15)
    assert segments(rows) == ["Top 10 Shootout", None]


FILLED = [
    # places between two of a segment are of it
    ([(11, "Q2"), (13, None), (15, "Q2"), (16, None)], ["Q2", "Q2", "Q2", None]),
    ([(1, "Q3"), (2, None), (5, "Q3"), (9, None)], ["Q3", "Q3", "Q3", None]),
    # two far apart do not speak for all between them
    ([(1, "Q3"), (2, None), (3, None), (4, None), (5, None), (6, None), (7, "Q3")],
     ["Q3", None, None, None, None, None, "Q3"]),
    ([(3, None), (4, "Q3"), (5, None)], [None, "Q3", None]),
    ([(None, None), (1, "Q3")], [None, "Q3"]),
    # a group runs beside another
    ([(1, "Group B"), (2, None), (3, "Group B")], ["Group B", None, "Group B"]),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), FILLED)
def test_places_between(
    told: list[tuple[int | None, str | None]], expected: list[str | None]
) -> None:
    rows = [row(place, segment) for place, segment in told]
    set_segments(rows, [], 0.15)
    assert segments(rows) == expected


def test_a_size_told_of_one_class_says_nothing_of_another() -> None:
    rows = [row(1, None, "GTP"), row(2, None, "GT")]
    set_segments(rows, [ContextClaim("d1", "Fast Six", 0, 3, 0, [], 0.5)], 0.15)
    assert segments(rows) == ["Fast Six", None]


def test_classes_are_filled_apart() -> None:
    rows = [row(1, "Q2", "GS"), row(3, "Q2", "GS"), row(2, None, "TCR")]
    set_segments(rows, [], 0.15)
    assert segments(rows) == ["Q2", "Q2", None]
