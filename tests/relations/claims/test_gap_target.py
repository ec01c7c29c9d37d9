"""To whom a gap may be measured."""

import pytest

from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.find import find_claims
from polesitter.relations.claims.gap_target import target_claims
from polesitter.relations.order.anchors import place_of

from ...marked import names, read_all

TARGETS = [
    ("[Lee](DRIVER) was [.803 seconds](GAP) behind [Ray](DRIVER).", "Lee", {"Ray"}),
    ("[Lee](DRIVER) was [.803 seconds](GAP) behind [Ray](DRIVER).", "Ray", {"Lee"}),
    ("[Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER) were [.803 seconds](GAP) apart.", "Cox",
     {"Lee", "Ray"}),
    ("[Ray](DRIVER) led. [Lee](DRIVER) was [.803 seconds](GAP) behind.", "Lee", {"Ray"}),
    ("[Ray](DRIVER) led [Kim](DRIVER) and [Cox](DRIVER). [Lee](DRIVER) was another"
     " [.803 seconds](GAP) back.", "Lee", {"Ray", "Cox"}),
    ("[Lee](DRIVER) was [.803 seconds](GAP) behind.", "Lee", set()),
    ("[Ray](DRIVER) led his group. [Lee](DRIVER) was [.803 seconds](GAP) shy of the"
     " [pole](POSITION) there.", "Lee", set()),
    ("[Ray](DRIVER) led. [Lee](DRIVER) was [.803 seconds](GAP) behind, not on [pole](POSITION).",
     "Lee", {"Ray"}),
    ("[Ray](DRIVER) led. [Lee](DRIVER) was [.803 seconds](GAP) off [third](POSITION).",
     "Lee", {"Ray"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "behind", "targets"), TARGETS)
def test_everybody_else_may_be_the_one_ahead(marked: str, behind: str, targets: set[str]) -> None:
    view, _ = read_all(marked)
    known, found = names(view), frames_of(view)
    gap = next(
        claim
        for claim in find_claims(view, found)
        if claim.label == "GAP" and known[claim.competitor] == behind
    )
    place = place_of(found[gap.sentence], gap.mention)
    claims = list(target_claims(found, gap, place, view.head_of))
    assert {known[claim.competitor] for claim in claims} == targets
    assert {claim.mention for claim in claims} <= {gap.mention}


def test_the_order_of_the_three_is_a_feature() -> None:
    view, _ = read_all("[Lee](DRIVER) was [.803 seconds](GAP) behind [Ray](DRIVER).")
    found = frames_of(view)
    gap = Claim("GAP", "d0", 0, 1, 0, 0.803, [])
    (claim,) = target_claims(found, gap, place_of(found[0], 1), view.head_of)
    assert "behind:bgt" in claim.signs


def test_words_beside_the_gap_are_told_by_where_the_one_ahead_is_named() -> None:
    marked = (
        "[Ray](DRIVER) led [Cox](DRIVER). [Lee](DRIVER) was another [.803 seconds](GAP) behind him."
    )
    view, _ = read_all(marked)
    found = frames_of(view)
    gap = Claim("GAP", "d2", 2, 3, 1, 0.803, [])
    first, last = target_claims(found, gap, place_of(found[1], 3), view.head_of)
    assert {"first tl:another", "first tr:behind"} <= set(first.signs)
    assert {"last tl:another", "last tr:behind"} <= set(last.signs)
