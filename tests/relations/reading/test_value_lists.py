"""Whose turn it is by a list of values: marked sentences and the signs of their pairs."""

import pytest

from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.find import find_claims

from ...marked import names, read_all
from ..claims.test_pairs import pair

FOUR = (
    "[Roy](DRIVER) led [Lee](DRIVER) and [Ray](DRIVER), [third](POSITION) and [fourth](POSITION)."
)
TURNS = [
    (FOUR, "Lee", "third", "list hv turn exact:False joined:True either:False"),
    (FOUR, "Ray", "fourth", "list hv turn exact:False joined:True either:False"),
    (FOUR, "Ray", "third", "list hv other"),
    (FOUR, "Roy", "third", "list hv far"),
    (
        "[Lee](DRIVER) and [Ray](DRIVER) had [third](POSITION) and [fourth](POSITION).",
        "Lee", "third", "list hv turn exact:True joined:True either:False",
    ),
    (
        "[Third](POSITION) and [fourth](POSITION) went to [Lee](DRIVER), then [Ray](DRIVER).",
        "Ray", "fourth", "list vh turn exact:True joined:False either:False",
    ),
    (
        "[Lee](DRIVER) was [third](POSITION) and [fourth](POSITION).",
        "Lee", "third", "list hv few",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "head", "value", "sign"), TURNS)
def test_whose_turn_it_is(marked: str, head: str, value: str, sign: str) -> None:
    assert sign in pair(marked, head, value)


@pytest.mark.parametrize("between", ["", " behind", " [Roy](DRIVER)"])
def test_values_apart_are_no_list(between: str) -> None:
    marked = f"[Lee](DRIVER) was [third](POSITION){between} and he [fourth](POSITION)."
    assert not any(sign.startswith("list ") for sign in pair(marked, "Lee", "third"))


def test_a_list_is_told_of_the_last_named_before_it() -> None:
    view, _ = read_all(
        "[Roy](DRIVER) led [Lee](DRIVER), [Tom](DRIVER) and [Ray](DRIVER). "
        "They will start [second](POSITION), [third](POSITION) and [fourth](POSITION)."
    )
    told = {
        (names(view)[claim.competitor], claim.value)
        for claim in find_claims(view, frames_of(view))
        if claim.label == "POSITION" and "list focus turn" in claim.signs
    }
    assert told == {("Lee", "2"), ("Tom", "3"), ("Ray", "4")}
