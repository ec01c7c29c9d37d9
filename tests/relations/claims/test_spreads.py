"""Gaps that cover the first few of a session."""

import pytest

from polesitter.relations.claims.spreads import find_spreads

from ...marked import read_all

SPREADS = [
    ("The top four were all covered by [0.21 seconds](GAP).", [(4, 0.21)]),
    ("Just [0.6s](GAP) covered the first 12 on the road.", [(12, 0.6)]),
    ("The fastest three, [Lee](DRIVER) among them, finished within [.08 seconds](GAP).",
     [(3, 0.08)]),
    ("The quickest three were within a mere [.08 seconds](GAP).", [(3, 0.08)]),
    ("Top-six cars separated by [0.5s](GAP)!", [(6, 0.5)]),
    # not the first, or not of them alone
    ("The last two of the top six were split by [0.1s](GAP).", []),
    ("[Lee](DRIVER) missed the top four by [0.21 seconds](GAP).", []),
    ("[Lee](DRIVER) was [0.3s](GAP) from the top 10 in a field covered by [0.9s](GAP).", []),
    ("The top four ran. [Lee](DRIVER) was within [0.2s](GAP) of [Ray](DRIVER).", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "found"), SPREADS)
def test_the_spread_of_a_sentence(marked: str, found: list[tuple[int, float]]) -> None:
    view, _ = read_all(marked)
    spreads = list(find_spreads(view))
    assert [(one.reach, one.value) for one in spreads] == found
    assert all(view.mentions[one.mention].label == "GAP" for one in spreads)
