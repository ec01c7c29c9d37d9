"""Places told by order: a marked sentence, the places stated in it, the places counted on."""

import pytest

from polesitter.relations.order.anchors import Anchor
from polesitter.relations.order.walk import walk

from ...marked import frames, names

WALKS = [
    # (sentence, stated places, claims counted on with how)
    ("[Lee](DRIVER) will start [third](POSITION), then [Ray](DRIVER) and [Cox](DRIVER).",
     {"Lee": 3}, {("Ray", "4", "on"), ("Ray", "2", "back"), ("Cox", "5", "on")}),
    # up to the next stated place
    ("[Lee](DRIVER) was [third](POSITION), then [Ray](DRIVER), [Cox](DRIVER) was [ninth](POSITION) "
     "and [Day](DRIVER) next.",
     {"Lee": 3, "Cox": 9},
     {("Ray", "4", "on"), ("Ray", "2", "back"), ("Cox", "5", "on"), ("Day", "10", "on"),
      ("Day", "8", "back")}),
    # "by A, B and C" ahead
    ("[Lee](DRIVER) was [sixth](POSITION) ahead of [Ray](DRIVER).",
     {"Lee": 6}, {("Ray", "7", "on"), ("Ray", "5", "back")}),
    # nobody is ahead of the pole
    ("[Lee](DRIVER) took the [pole](POSITION) ahead of [Ray](DRIVER).",
     {"Lee": 1}, {("Ray", "2", "on")}),
    ("[Lee](DRIVER) was [second](POSITION) behind [Ray](DRIVER).",
     {"Lee": 2}, {("Ray", "3", "on"), ("Ray", "1", "back")}),
    # whoever is named again is passed over
    ("[Lee](DRIVER) was [third](POSITION), then [Ray](DRIVER), in [Ray](DRIVER)'s own car, and "
     "[Cox](DRIVER).", {"Lee": 3}, {("Ray", "4", "on"), ("Ray", "2", "back"), ("Cox", "5", "on")}),
    # not across a stop
    ("[Lee](DRIVER) was [third](POSITION); [Ray](DRIVER) crashed.", {"Lee": 3}, set()),
    # nothing stated, nothing counted
    ("[Lee](DRIVER) and [Ray](DRIVER) were happy.", {}, set()),
    # a range needs nothing stated, but as many heads as places
    ("[Sixth](POSITION) through [eighth](POSITION) were [Lee](DRIVER), [Ray](DRIVER) and "
     "[Cox](DRIVER).",
     {}, {("Lee", "6", "range"), ("Ray", "7", "range"), ("Cox", "8", "range")}),
    ("[Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER) filled [sixth](POSITION) to "
     "[eighth](POSITION).",
     {}, {("Lee", "6", "range"), ("Ray", "7", "range"), ("Cox", "8", "range")}),
    ("[Sixth](POSITION) through [eighth](POSITION) were [Lee](DRIVER) and [Ray](DRIVER).",
     {}, set()),
    ("[Eighth](POSITION) to [sixth](POSITION) were [Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER).",
     {}, {("Lee", "8", "range"), ("Ray", "7", "range"), ("Cox", "6", "range")}),
]  # fmt: skip


def walked(marked: str, stated: dict[str, int]) -> set[tuple[str, str, str]]:
    """Claims of the walk; `stated` holds of the first slot of each name in any sentence."""
    found, view = frames(marked)
    anchors: dict[int, dict[int, Anchor]] = {}
    for number, frame in enumerate(found):
        for at in frame.heads:
            mention = frame.sentence.items[at].mention
            place = stated.get(view.mentions[mention].text)
            if place is not None:
                anchors.setdefault(number, {})[at] = Anchor(place, mention + 1, 3)
    known = names(view)
    return {
        (known[claim.competitor], str(claim.value), claim.rule.removeprefix("order."))
        for claim in walk(found, anchors, view.head_of)
    }


@pytest.mark.parametrize(("marked", "stated", "claims"), WALKS, ids=[row[0][:60] for row in WALKS])
def test_places_counted_on(
    marked: str, stated: dict[str, int], claims: set[tuple[str, str, str]]
) -> None:
    assert walked(marked, stated) == claims


def test_the_next_sentence_takes_up_the_count() -> None:
    found = walked(
        "[Lee](DRIVER) was [third](POSITION). Behind her came [Ray](DRIVER) and [Cox](DRIVER).",
        {"Lee": 3},
    )
    assert found == {("Ray", "4", "next"), ("Cox", "5", "next")}


def test_who_is_counted_is_not_counted_again_in_the_next_sentence() -> None:
    found = walked(
        "[Lee](DRIVER) was [third](POSITION). Next were [Ray](DRIVER), who beat "
        "[Ray](DRIVER)'s boss, and [Cox](DRIVER).",
        {"Lee": 3},
    )
    assert found == {("Ray", "4", "next"), ("Cox", "5", "next")}


def test_a_claim_names_the_mention_it_is_counted_from() -> None:
    found, view = frames("[Lee](DRIVER) was [third](POSITION), then [Ray](DRIVER).")
    claims = list(walk(found, {0: {0: Anchor(3, 1, 3)}}, view.head_of))
    assert {(claim.label, claim.mention, claim.head) for claim in claims} == {("ORDER", 1, 2)}


def test_features_differ_by_the_words_crossed() -> None:
    then, _ = frames("[Lee](DRIVER) was [third](POSITION), then [Ray](DRIVER).")
    over, view = frames("[Lee](DRIVER) was [third](POSITION), quicker than [Ray](DRIVER).")
    (one, _), (other, _) = (
        list(walk(found, {0: {0: Anchor(3, 1, 3)}}, view.head_of)) for found in (then, over)
    )
    assert set(one.signs) != set(other.signs)
    assert "in:then" in one.signs
    assert "in:than" in other.signs


def test_a_list_is_believed_by_where_it_starts() -> None:
    found, view = frames("[Lee](DRIVER) was [third](POSITION), then [Ray](DRIVER).")
    doubtful, sure = (
        {
            sign
            for claim in walk(found, {0: {0: Anchor(3, 1, sure)}}, view.head_of)
            for sign in claim.signs
        }
        for sure in (0, 3)
    )
    assert {"order.on sure:0", "order.back sure:0"} == doubtful - sure
    assert {"order.on sure:3", "order.back sure:3"} == sure - doubtful
