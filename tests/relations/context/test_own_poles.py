"""Classes with a first of their own, and what that tells of those named before the class."""

import pytest

from polesitter.relations.context.claim import find_context_claims
from polesitter.relations.context.own_poles import own_poles
from polesitter.relations.context.told_slots import told_at

from ...marked import frames

LEE = "[Lee](DRIVER) took the [pole](POSITION)."
TOLD = [
    # somebody new is first of a class, after another first; somebody known; nobody
    (f"{LEE} [Ray](DRIVER) was the fastest in [GT](CLASS).", "new+"),
    (f"{LEE} The [pole](POSITION) in [GT](CLASS) was for [Ray](DRIVER).", "new+"),
    (f"{LEE} [Lee](DRIVER) was the fastest in [GT](CLASS).", "known+"),
    ("[Lee](DRIVER) came. [Lee](DRIVER) was the best in [GT](CLASS).", "known"),
    ("[Lee](DRIVER) came. [Ray](DRIVER) was the best in [GT](CLASS).", "new"),
    ("[Lee](DRIVER) took the [pole](POSITION) in [GT](CLASS).", "new"),
    (f"{LEE} [Ray](DRIVER) was [third](POSITION) in [GT](CLASS).", None),
    (f"{LEE} The best in [GT](CLASS) were slow.", None),
    # of all that is told of a class, that somebody new leads it stands
    (f"{LEE} [Ray](DRIVER) led [GT](CLASS). [Ray](DRIVER) heads [GT](CLASS).", "new+"),
    (f"{LEE} [Lee](DRIVER) led [GT](CLASS). [Ray](DRIVER) heads [GT](CLASS).", "new+"),
]


@pytest.mark.parametrize(("marked", "pole"), TOLD)
def test_who_is_first_of_a_class(marked: str, pole: str | None) -> None:
    known, view = frames(marked)
    found = [
        [told_at(frame, number, place, view.mentions) for place in frame.of_label.get("CLASS", ())]
        for number, frame in enumerate(known)
    ]
    assert own_poles(known, found, view.head_of).get("GT") == pole


def test_it_speaks_of_those_named_before_the_class() -> None:
    known, view = frames(f"{LEE} [Ray](DRIVER) was the fastest in [GT](CLASS).")
    before, *after = find_context_claims("CLASS", known, view.mentions, view.head_of)
    assert {"ahead own:new+", "ahead own:new+ r:0", "ahead own:new+ only:True"} <= set(before.signs)
    assert not any("own:new" in sign for claim in after for sign in claim.signs)
