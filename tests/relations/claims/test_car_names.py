"""What the name of a car tells by itself."""

import pytest

from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.find import find_claims

from ...marked import names, read_all

REPORTS = [
    ("[Lee](DRIVER) won in a [Honda](CAR).", "Honda", {"words:1", "of:1", "in series:False"}),
    ("[Lee](DRIVER) won in the [Honda Cup](SERIES) in a [Honda Civic](CAR).", "Honda Civic",
     {"words:2", "of:1", "in series:True"}),
    ("[Lee](DRIVER) won in a [BMW M4 GT4 Evo II](CAR) from two [Kias](CAR) and a [Kia](CAR).",
     "BMW M4 GT4 Evo II", {"words:4", "of:2", "in series:False"}),
    ("[Lee](DRIVER) won in an [A](CAR) from [B](CAR), [C](CAR), [D](CAR) and [E](CAR).", "A",
     {"words:1", "of:4", "in series:False"}),
    ("[Lee](DRIVER) won for [Herta](TEAM).", "Herta", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "told"), REPORTS)
def test_how_long_a_name_is_and_among_how_many(text: str, name: str, told: set[str]) -> None:
    view, _ = read_all(text)
    found = {
        sign.removeprefix("car ")
        for claim in find_claims(view, frames_of(view))
        if view.mentions[claim.mention].text == name
        for sign in claim.signs
        if sign.startswith("car ") and not sign.endswith((" hv", " vh"))
    }
    assert found == told


def test_it_is_told_by_where_the_competitor_is_named() -> None:
    view, _ = read_all(
        "[Ray](DRIVER) led. [Lee](DRIVER) beat a [Honda](CAR) and [Kim](DRIVER). "
        "It was a day for a [Kia](CAR). [Cox](DRIVER) was next."
    )
    known = names(view)
    found = {
        (view.mentions[claim.mention].text, known[claim.competitor], sign.split()[-1])
        for claim in find_claims(view, frames_of(view))
        for sign in claim.signs
        if sign.startswith("car words:1 ")
    }
    assert found == {
        ("Honda", "Lee", "hv"),
        ("Honda", "Kim", "vh"),
        ("Honda", "Ray", "afar"),
        ("Honda", "Cox", "afar"),
        ("Kia", "Lee", "focus"),
        ("Kia", "Kim", "focus"),
        ("Kia", "Cox", "afar"),
    }
