"""How many of those named have a record: grades of shares, and the share to expect."""

import math

import pytest

from polesitter.relations.about.share import EVEN, expected_share, share_grade


@pytest.mark.parametrize(
    ("recorded", "named", "grade"),
    [(0, 1, 0), (1, 3, 0), (2, 5, 1), (1, 2, 1), (2, 3, 1), (3, 4, 2), (12, 12, 2)],
)
def test_the_grade_of_a_share_is_few_some_or_most(recorded: int, named: int, grade: int) -> None:
    assert share_grade(recorded, named) == grade


@pytest.mark.parametrize(
    ("few", "some", "most", "share"),
    [(1, 0, 0, 0.0), (0, 1, 0, EVEN), (0, 0, 1, 1.0), (1, 2, 1, 0.5), (1, 1, 2, 0.625)],
)
def test_the_share_to_expect_is_the_mean_of_the_grades(
    few: float, some: float, most: float, share: float
) -> None:
    tiny = 1e-9
    logits = [math.log((odds + tiny) / (few + tiny)) for odds in (some, most)]
    assert expected_share(logits) == pytest.approx(share, abs=1e-6)
