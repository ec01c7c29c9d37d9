from typing import Any

import pytest

from polesitter.learn.scoring.align import match_rows

Row = dict[str, Any]


@pytest.mark.parametrize(
    ("gold", "found", "pairs"),
    [
        ([{"driver": "Ann Lee"}], [{"driver": "Lee"}], [(0, 0)]),
        ([{"driver": "Ann Lee"}], [{"driver": "Bo Carr"}], []),
        ([{"driver": "Ann Lee / Bo Carr"}], [{"driver": "Bo Carr"}], [(0, 0)]),
        # A row without a driver is found by number, then by team, then by place.
        ([{"driver": "Ann Lee", "number": "08"}], [{"number": "08"}], [(0, 0)]),
        ([{"driver": "Ann Lee", "number": "8"}], [{"number": "08"}], []),
        ([{"team": "Red Kites"}], [{"team": "Red Kites"}], [(0, 0)]),
        ([{"driver": "Ann Lee", "position": 3}], [{"position": 3}], [(0, 0)]),
        # The same place cannot join two drivers.
        ([{"driver": "Ann Lee", "position": 3}], [{"driver": "Bo Carr", "position": 3}], []),
        # Of two rows of one driver the class decides.
        (
            [{"driver": "Lee", "class": "GS"}, {"driver": "Lee", "class": "ST"}],
            [{"driver": "Lee", "class": "Street Tuner"}],
            [(1, 0)],
        ),
        # It outweighs other cells that agree.
        (
            [{"driver": "Lee", "class": "GS", "position": 3, "speed": 99.1},
             {"driver": "Lee", "class": "ST"}],
            [{"driver": "Lee", "class": "ST", "position": 3, "speed": 99.1}],
            [(1, 0)],
        ),
        # The full name is a better match than the surname.
        ([{"driver": "Ann Lee"}], [{"driver": "Jo Lee"}, {"driver": "Ann Lee"}], [(0, 1)]),
    ],
)  # fmt: skip
def test_rows_are_aligned(gold: list[Row], found: list[Row], pairs: list[tuple[int, int]]) -> None:
    assert match_rows(gold, found) == pairs
