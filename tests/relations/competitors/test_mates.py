"""Teammates: the pairs offered around a cue."""

import pytest

from polesitter.relations.competitors.mates import find_mates

from ...marked import frames, names

PAIRS = [
    ("[Lee](DRIVER) beat her teammate [Ray](DRIVER).", {("Lee", "Ray")}),
    ("[Lee](DRIVER) and teammate [Ray](DRIVER) came with [Cox](DRIVER).",
     {("Lee", "Ray"), ("Ray", "Cox")}),
    ("[Lee](DRIVER) won. Teammate [Ray](DRIVER) was second.", {("Lee", "Ray")}),
    ("[Lee](DRIVER) beat [Cox](DRIVER). Teammate [Ray](DRIVER) was second.",
     {("Lee", "Ray"), ("Cox", "Ray")}),
    ("[Lee](DRIVER) beat [Ray](DRIVER).", set()),
    ("[Lee](DRIVER) beat teammate [Lee](DRIVER).", set()),
    ("Her teammate won.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "pairs"), PAIRS)
def test_pairs_around_a_cue(marked: str, pairs: set[tuple[str, str]]) -> None:
    found, view = frames(marked)
    known = names(view)
    claims = list(find_mates(found, view.head_of))
    assert {(known[claim.first], known[claim.second]) for claim in claims} == pairs
    assert all(view.mentions[claim.cue].label == "MATE" for claim in claims)


def test_how_a_pair_stands_to_the_cue_is_a_feature() -> None:
    found, view = frames("[Lee](DRIVER) came. [Cox](DRIVER) beat teammate [Ray](DRIVER).")
    shapes = {
        shape
        for claim in find_mates(found, view.head_of)
        for shape in claim.signs
        if shape in ("LR", "F0L both:True", "F0R both:True", "Fz both:True")
    }
    assert shapes == {"LR", "F0L both:True", "F0R both:True"}
