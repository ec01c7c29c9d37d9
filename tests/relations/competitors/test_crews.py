"""Co-drivers told as one: which neighbouring drivers may be a crew."""

import pytest

from polesitter.relations.competitors.crews import find_crews

from ...marked import frames, names

BODY = "It was a cold day for every one of the teams that had come to the track.\n"
PAIRS = [
    ("[Lee](DRIVER) and [Ray](DRIVER) will start [third](POSITION).", [("Lee", "Ray", False)]),
    ("[Lee](DRIVER)/[Ray](DRIVER) took [pole](POSITION).", [("Lee", "Ray", False)]),
    ("[Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER) share it.",
     [("Lee", "Ray", False), ("Ray", "Cox", False)]),
    ("[Lee](DRIVER) and his twin brother [Ray](DRIVER) came.", [("Lee", "Ray", False)]),
    ("[Lee](DRIVER) and co-driver [Ray](DRIVER) came.", [("Lee", "Ray", False)]),
    ("[Lee](DRIVER) and teammate [Ray](DRIVER) came.", [("Lee", "Ray", False)]),
    # one shares the other's car
    ("[Lee](DRIVER), who shares his car with [Ray](DRIVER), came.", [("Lee", "Ray", False)]),
    ("The car of [Lee](DRIVER), shared with [Ray](DRIVER) and [Cox](DRIVER), came.",
     [("Lee", "Ray", False), ("Ray", "Cox", False)]),
    ("[Lee](DRIVER) met [Ray](DRIVER), and all of them share it with [Cox](DRIVER).",
     [("Ray", "Cox", False)]),
    ("[Lee](DRIVER) left; the day was cold and wet, not one to share with [Ray](DRIVER).",
     []),
    ("[Lee](DRIVER) shares a row with the No. [22](NUMBER) car.", []),
    ("[Lee](DRIVER), his twin brother [Ray](DRIVER) and all came.", []),
    ("[Lee](DRIVER) and the quicker [Ray](DRIVER) came.", []),
    ("[Lee](DRIVER) beat [Ray](DRIVER).", []),
    ("[Lee](DRIVER) and then [Ray](DRIVER) came.", []),
    ("[Lee](DRIVER) and [Lee](DRIVER) again.", []),
    # one cell of a result row is one crew for sure; two cells are not joined by a comma alone
    (f"{BODY}1. [Lee](DRIVER) / [Ray](DRIVER), [Ford](CAR)", [("Lee", "Ray", True)]),
    (f"{BODY}1. [Lee](DRIVER) - [Ray](DRIVER), [Ford](CAR)", [("Lee", "Ray", True)]),
    (f"{BODY}1. [Lee](DRIVER), [Ray](DRIVER), [Ford](CAR)", [("Lee", "Ray", False)]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "pairs"), PAIRS)
def test_pairs_that_may_be_a_crew(marked: str, pairs: list[tuple[str, str, bool]]) -> None:
    found, view = frames(marked)
    known = names(view)
    assert [
        (known[crew.first], known[crew.second], crew.certain)
        for crew in find_crews(found, view.head_of)
    ] == pairs
