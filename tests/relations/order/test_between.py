"""Places between two that are placed: marked sentences, the places stated, who has one between."""

import pytest

from polesitter.relations.order.anchors import Anchor
from polesitter.relations.order.between import RULE, Between

from ...marked import frames, names

LEE, RAY, COX, DAY, ROE, POE = (
    f"[{name}](DRIVER)" for name in ("Lee", "Ray", "Cox", "Day", "Roe", "Poe")
)

BETWEEN = [
    # (sentences, stated places, who is between)
    (f"{LEE} was third and {RAY} fifth. Between them was {COX}.",
     {"Lee": 3, "Ray": 5}, {("Cox", "4")}),
    (f"{COX} split {LEE}, third, and {RAY}, fifth.", {"Lee": 3, "Ray": 5}, {("Cox", "4")}),
    # whoever was named first
    (f"{RAY} was fifth and {LEE} third, with {COX} between.", {"Lee": 3, "Ray": 5}, {("Cox", "4")}),
    # several, in the order of telling
    (f"{LEE} was third and {RAY} sixth. Between them were {COX} and {DAY}.",
     {"Lee": 3, "Ray": 6}, {("Cox", "4"), ("Day", "5")}),
    # no more than there is room for
    (f"{LEE} was third and {RAY} fifth. Between them was {COX}, to the delight of {DAY}.",
     {"Lee": 3, "Ray": 5}, {("Cox", "4")}),
    # not those named long before
    (f"{LEE} was third. It rained. It poured. {RAY} was fifth. {COX} came between.",
     {"Lee": 3, "Ray": 5}, set()),
    # far apart, but for all between
    (f"{LEE} was third and {RAY} eighth. Between them were {COX}, {DAY}, {ROE} and {POE}.",
     {"Lee": 3, "Ray": 8}, {("Cox", "4"), ("Day", "5"), ("Roe", "6"), ("Poe", "7")}),
    (f"{LEE} was third and {RAY} ninth, {COX}, {DAY}, {ROE} and {POE} between them.",
     {"Lee": 3, "Ray": 9}, set()),
    # on either side
    (f"{LEE} was third and {RAY} fifth, on either side of {COX}.",
     {"Lee": 3, "Ray": 5}, {("Cox", "4")}),
    # no room, too much room
    (f"{LEE} was third and {RAY} fourth. Between them was {COX}.", {"Lee": 3, "Ray": 4}, set()),
    (f"{LEE} was third and {RAY} ninth. Between them was {COX}.", {"Lee": 3, "Ray": 9}, set()),
    # no cue, one side only, placed already
    (f"{LEE} was third and {RAY} fifth. Then came {COX}.", {"Lee": 3, "Ray": 5}, set()),
    (f"{LEE} was third. Between them was {COX}.", {"Lee": 3}, set()),
    (f"{LEE} was third and {RAY} fifth. Between them, fourth, was {COX}.",
     {"Lee": 3, "Ray": 5, "Cox": 4}, set()),
]  # fmt: skip


def placed(marked: str, stated: dict[str, int]) -> set[tuple[str, str]]:
    """Who has which place; `stated` holds of the first that each name stands for."""
    found, view = frames(marked)
    anchors: dict[int, dict[int, Anchor]] = {}
    left = dict(stated)
    for number, frame in enumerate(found):
        for at in frame.heads:
            mention = frame.sentence.items[at].mention
            place = left.pop(view.mentions[mention].text, None)
            if place is not None:
                anchors.setdefault(number, {})[at] = Anchor(place, mention, 3)
    between = Between(found, anchors, view.head_of)
    claims = [claim for number in range(len(found)) for claim in between.claims(number)]
    assert {claim.rule for claim in claims} <= {RULE}
    known = names(view)
    return {(known[claim.competitor], str(claim.value)) for claim in claims}


@pytest.mark.parametrize(("marked", "stated", "found"), BETWEEN, ids=[row[0] for row in BETWEEN])
def test_places_between_two(
    marked: str, stated: dict[str, int], found: set[tuple[str, str]]
) -> None:
    assert placed(marked, stated) == found


def test_signs_tell_the_cue_and_how_many_fit() -> None:
    found, view = frames(f"{LEE} was third and {RAY} fifth. Between them was {COX}.")
    anchors = {0: {0: Anchor(3, 0, 3), 4: Anchor(5, 1, 2)}}
    (claim,) = Between(found, anchors, view.head_of).claims(1)
    assert {"between cue:between ch", "between fits", "between r:them"} <= set(claim.signs)
    assert claim.mention == 0
