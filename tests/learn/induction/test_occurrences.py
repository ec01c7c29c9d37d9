"""How often a string stands for what."""

import pytest

from polesitter.learn.induction.names.occurrences import count_occurrences

from ...marked import blank
from .reports import gold

TEXTS = [
    "[Ford](CAR c1) beat [Ford](TEAM t1). The Ford was quick, Fords are.",
    # What stands within a longer mark is counted neither way.
    "[Ford Mustang](CAR c1) of [Chip Ford](DRIVER d1), a FORD and a [Ford](CAR c2)-man.",
]


def test_counts_by_label_and_unmarked() -> None:
    reports = [gold(f"x-{number}", text) for number, text in enumerate(TEXTS)]
    ford = count_occurrences(blank(), {"Ford", "Mustang"}, reports)["Ford"]
    assert ford.marked == {"CAR": 2, "TEAM": 1}
    assert ford.unmarked == 1
    assert ford.reports == {"CAR": {"x-0", "x-1"}, "TEAM": {"x-0"}}


@pytest.mark.parametrize(("label", "against"), [("CAR", 2), ("TEAM", 3), ("TRACK", 4)])
def test_what_speaks_against_a_label(label: str, against: int) -> None:
    reports = [gold(f"x-{number}", text) for number, text in enumerate(TEXTS)]
    assert count_occurrences(blank(), {"Ford"}, reports)["Ford"].against(label) == against
