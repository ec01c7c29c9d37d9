"""Names that are held back, and why."""

import pytest

from polesitter.learn.induction.names.doubt import WordLists, doubt_of
from polesitter.learn.induction.names.entity_lines import EntityLine
from polesitter.learn.induction.names.listed import Listed
from polesitter.learn.induction.names.occurrences import Occurrences
from polesitter.learn.induction.names.slip import is_slip

LISTS = WordLists(
    ordinary={"race", "velocity"},
    first_names={"austin", "walker"},
    places={"austin", "toledo"},
    makes={"ford"},
)
LISTED = Listed(
    [
        EntityLine("CAR", "Honda", "car:honda"),
        EntityLine("DRIVER", "Sean Murphy", "driver:sean-murphy"),
        EntityLine("TEAM", "Scuderia Ferrari", "team:ferrari"),
        EntityLine("TEAM", "Scuderia Corsa", "team:scuderia-corsa"),
        EntityLine("SERIES", "GT3 Cup", "series:gt3-cup"),
        EntityLine("CLASS", "GTD Pro", "class:gtd-pro"),
    ]
)


def seen(label: str, count: int, reports: int, unmarked: int = 0, **others: int) -> Occurrences:
    ids = {f"r{number}" for number in range(reports)}
    return Occurrences({label: count, **others}, unmarked, {label: ids})


HELD_BACK = [
    # (label, name, marked so, in reports, unmarked, as others, what the reason says)
    ("CAR", "Ford", 2, 2, 0, {}, "make of cars"),
    ("TRACK", "Austin", 2, 2, 0, {}, "place"),
    ("TEAM", "Walker", 1, 1, 0, {}, "first name"),
    ("EVENT", "Race", 2, 1, 30, {}, "ordinary word (2 as EVENT, 30 unmarked)"),
    ("CLASS", "X", 1, 1, 0, {}, "very short"),
    ("TEAM", "Honda", 1, 1, 0, {"CAR": 7}, "listed as CAR (1 as TEAM, 7 as CAR)"),
    ("TEAM", "Murphy", 1, 1, 0, {}, "names of drivers, 1 in all"),
    ("TEAM", "Scuderia", 1, 1, 0, {}, "other TEAM names, 1 in all"),
    ("DRIVER", "Lee", 9, 9, 0, {}, "single name"),
    ("SERIES", "?!", 1, 1, 0, {}, "no letters"),
    # Nothing is known of the string, but it stands for other things as well.
    ("TEAM", "Kelly Green", 3, 3, 1, {}, "something else too (3 as TEAM, 1 unmarked)"),
]


@pytest.mark.parametrize(
    ("label", "name", "count", "reports", "unmarked", "others", "reason"), HELD_BACK
)
def test_what_is_held_back(
    label: str, name: str, count: int, reports: int, unmarked: int, others: dict[str, int],
    reason: str,
) -> None:  # fmt: skip
    id = "team:ferrari" if name == "Scuderia" else "team:x"
    found = doubt_of(
        label, id, name, seen(label, count, reports, unmarked, **others), LISTS, LISTED
    )
    assert found is not None
    assert reason in found


@pytest.mark.parametrize(
    ("label", "name", "count", "reports", "unmarked", "kept"),
    [
        ("TEAM", "Bryan Herta Autosport", 1, 1, 0, True),
        # A name and a word: in three reports it is the team, and never anything else.
        ("TEAM", "Velocity", 5, 3, 0, True),
        ("TEAM", "Velocity", 5, 2, 0, False),
        ("TEAM", "Velocity", 50, 30, 1, False),
        # One slip of an annotator in many does not condemn a plain name.
        ("TEAM", "Bryan Herta Autosport", 9, 4, 1, True),
        # A class is called by the letters of another.
        ("CLASS", "GTD", 1, 1, 0, True),
        ("CLASS", "GTD", 1, 1, 1, False),
        # Two words are not taken for part of another name.
        ("TEAM", "Scuderia Murphy", 1, 1, 0, True),
    ],
)
def test_context_speaks_for_a_name(
    label: str, name: str, count: int, reports: int, unmarked: int, kept: bool
) -> None:
    found = doubt_of(label, "team:x", name, seen(label, count, reports, unmarked), LISTS, LISTED)
    assert (found is None) is kept


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Sean Murphey", "sean murphy"),
        ("Sean Murphy", None),  # it is listed
        ("Shane Morph", None),  # too far from it
    ],
)
def test_slips_for_a_listed_name(name: str, meant: str | None) -> None:
    assert LISTED.nearly("DRIVER", name) == meant


@pytest.mark.parametrize(
    ("name", "other", "slip"),
    [
        ("knockill", "knockhill", True),
        ("tko motorsports", "dto motorsports", False),
        ("brad keselowksi", "brad keselowski", True),
        ("tim brown", "jim brown", False),
        ("ao racing", "ae racing", False),
        ("jr motorsports", "jtr motorsports", False),
        ("jos motorsports", "jts motorsports", True),
        ("eddy johnson", "eddie johnson", False),
        ("gt3 world cup", "gt4 world cup", False),
        ("lions", "lion", False),
        ("knockhill", "knockhill", False),
    ],
)
def test_what_is_a_slip(name: str, other: str, slip: bool) -> None:
    assert is_slip(name, other) is slip
    assert is_slip(other, name) is slip
