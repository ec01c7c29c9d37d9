"""Where in a report each competitor is named first."""

import pytest

from polesitter.relations.about.paragraphs import first_told
from polesitter.relations.about.turns import MOST_BEFORE, MOST_LEFT, MOST_PARAGRAPHS, turns
from polesitter.relations.signs.family import names_of

from ...marked import frames, names

REPORT = (
    "Cold\n\n[Lee](DRIVER) was quick. It rained. [Ray](DRIVER) was slow.\n\n"
    "[Lee](DRIVER) left with [Cox](DRIVER)."
)
CASES = [
    # (who, signs)
    ("Lee", {"turn:0", "turns left:3", "paragraphs left:1", "tenth:2"}),
    ("Ray", {"turn:1", "turns left:2", "paragraphs left:1", "tenth:6"}),
    ("Cox", {"turn:2", "turns left:1", "paragraphs left:0", "tenth:8"}),
]


def told(marked: str) -> dict[str, set[str]]:
    """Who is named -> the signs."""
    made, view = frames(marked)
    known = names(view)
    found = turns(made, first_told(made, view.head_of))
    return {known[who]: set(names_of([part])) for who, part in found}


@pytest.mark.parametrize(("who", "signs"), CASES)
def test_whose_turn_it_is_to_be_named(who: str, signs: set[str]) -> None:
    assert told(REPORT)[who] == signs


def test_many_are_as_many_as_more() -> None:
    drivers = [f"[{first} {last}](DRIVER)" for first in ("Ann", "Bo", "Cy") for last in NAMES]
    found = list(told("\n\n".join(f"{driver} was quick." for driver in drivers)).values())
    assert {f"turns left:{MOST_LEFT}", f"paragraphs left:{MOST_PARAGRAPHS}"} <= found[0]
    assert {f"turn:{MOST_BEFORE}", "turns left:1", "paragraphs left:0", "tenth:9"} <= found[-1]


NAMES = ("Lee", "Ray", "Cox", "Fox", "Poe")
