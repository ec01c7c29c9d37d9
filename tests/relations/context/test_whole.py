"""What the whole report tells of each class: how often, where, with whose pole, beside which."""

import pytest

from polesitter.relations.context.claim import find_context_claims

from ...marked import frames

REPORT = (
    "[Lee](DRIVER) took the [ELITE 1](CLASS) [pole](POSITION). "
    "[Ray](DRIVER) is best of the [Junior](CLASS) runners.\n\n"
    "In [ELITE 2](CLASS), [Cox](DRIVER) was quick. The [ELITE 2](CLASS) cars race first."
)
TOLD = [
    ("ELITE 1", {"whole times:1", "whole order:0", "whole alike:True",
                 "whole pole:True others:False", "whole opens:False others:True"}),
    ("Junior", {"whole times:1", "whole order:1", "whole alike:False",
                "whole pole:False others:True", "whole opens:False others:True"}),
    ("ELITE 2", {"whole times:2", "whole order:2", "whole alike:True",
                 "whole pole:False others:True", "whole opens:True others:False"}),
]  # fmt: skip


@pytest.mark.parametrize(("value", "told"), TOLD)
def test_what_the_whole_report_tells_of_a_class(value: str, told: set[str]) -> None:
    found, view = frames(REPORT)
    of_value = [
        {sign for sign in claim.signs if sign.startswith("whole ")}
        for claim in find_context_claims("CLASS", found, view.mentions, view.head_of)
        if claim.value == value
    ]
    assert of_value
    assert all(told <= signs for signs in of_value)


def test_an_earlier_pole_is_no_pole_of_the_class() -> None:
    found, view = frames("[Lee](DRIVER) took the [GS](CLASS) [pole](POSITION).")
    found[0].framings[found[0].of_label["POSITION"][0]] = "history"
    (claim,) = find_context_claims("CLASS", found, view.mentions, view.head_of)
    assert "whole pole:False others:False" in claim.signs


PLACES = (
    "[Lee](DRIVER) is on [pole](POSITION), [Ray](DRIVER) [second](POSITION) and [Cox](DRIVER) "
    "[third](POSITION). They start at the rear of [GS](CLASS).\n\nIn [TCR](CLASS), [Poe](DRIVER) "
    "is on [pole](POSITION), [Fox](DRIVER) [third](POSITION) and [Tan](DRIVER) [fourth](POSITION)."
)
AGAIN = [
    # pole and third are told again once TCR is named; GS, which opens nothing, is who was before
    (PLACES, "TCR", {"whole again:2", "whole again:2 opens:True"}),
    (PLACES, "GS", {"whole again:2 opens:False", "whole others:2 sole:True"}),
    # of two that open nothing neither need be
    (PLACES + " None of the [AM](CLASS) cars ran.", "GS", {"whole others:2 sole:False"}),
    # nothing is told again of who is named in passing
    ("[Lee](DRIVER) is on [pole](POSITION). [Ray](DRIVER), [tenth](POSITION), won [Gold](CLASS).",
     "Gold", {"whole again:0 opens:False", "whole others:-1 sole:True"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "value", "told"), AGAIN)
def test_places_told_again_are_of_the_class_named_between(
    marked: str, value: str, told: set[str]
) -> None:
    found, view = frames(marked)
    claims = find_context_claims("CLASS", found, view.mentions, view.head_of)
    signs = [set(claim.signs) for claim in claims if claim.value == value]
    assert signs
    assert all(told <= own for own in signs)
