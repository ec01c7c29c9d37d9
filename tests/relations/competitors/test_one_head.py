"""Crews as one head of the sentences they are told in."""

import pytest

from polesitter.relations.competitors.one_head import with_crews
from polesitter.relations.reading.view import View

from ...marked import names, read_all

CREW = {"d0": "d0", "d1": "d0", "d2": "d2"}
"""Lee and Ray are a crew, Cox is none of it."""
TOLD = [
    ("[Lee](DRIVER) and [Ray](DRIVER) beat [Cox](DRIVER).", ["Lee and Ray", "Cox"]),
    ("[Lee](DRIVER) and his brother [Ray](DRIVER) beat [Cox](DRIVER).",
     ["Lee and his brother Ray", "Cox"]),
    ("[Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER) met.", ["Lee, Ray", "Cox"]),
    ("[Lee](DRIVER) beat [Ray](DRIVER) and [Cox](DRIVER).", ["Lee", "Ray", "Cox"]),
    ("[Lee](DRIVER) and [Lee](DRIVER) again met [Ray](DRIVER).", ["Lee", "Lee", "Ray"]),
]  # fmt: skip


def heads(view: View) -> list[str]:
    return [
        view.text[sentence.items[at].start : sentence.items[at].end]
        for sentence in view.sentences
        for at in sentence.heads
    ]


@pytest.mark.parametrize(("marked", "told"), TOLD)
def test_joined_names_of_a_crew_are_one_slot(marked: str, told: list[str]) -> None:
    view, _ = read_all(marked)
    joined = with_crews(view, CREW)
    assert heads(joined) == told
    assert all(
        sentence.keys == [item.key for item in sentence.items] for sentence in joined.sentences
    )


def test_three_joined_are_one_slot() -> None:
    view, _ = read_all("[Lee](DRIVER), [Ray](DRIVER) and [Cox](DRIVER) met.")
    assert heads(with_crews(view, dict.fromkeys(CREW, "d0"))) == ["Lee, Ray and Cox"]


def test_a_crew_is_one_competitor_wherever_it_is_told() -> None:
    view, _ = read_all("[Lee](DRIVER) and [Ray](DRIVER) met. [Ray](DRIVER) beat [Cox](DRIVER).")
    joined = with_crews(view, CREW)
    assert [joined.head_of[mention] for mention in range(4)] == ["d0", "d0", "d0", "d2"]
    assert names(view)["d1"] == "Ray"


def test_what_rules_see_beside_a_name_of_the_slot_is_seen_beside_the_slot() -> None:
    view, _ = read_all("[Lee](DRIVER) and [Ray](DRIVER) were [third](POSITION).")
    view.hits = {(1, 2): [("qualified", "b")], (0, 2): [("qualified", "a")]}
    assert with_crews(view, CREW).hits == {(0, 2): [("qualified", "b"), ("qualified", "a")]}


def test_a_view_without_crews_stays_as_it_is() -> None:
    view, _ = read_all("[Lee](DRIVER) and [Ray](DRIVER) met.")
    assert with_crews(view, {"d0": "d0", "d1": "d1"}) is view
