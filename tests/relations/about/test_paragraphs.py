"""What is spoken of around a sentence."""

import pytest

from polesitter.relations.about.paragraphs import Paragraphs, first_told
from polesitter.relations.signs.family import names_of

from ...marked import frames, names

REPORT = (
    "Lee on pole\n\n"
    "[Lee](DRIVER) won the race. [Ray](DRIVER) was [third](POSITION). He led laps.\n\n"
    "[Bo Fox](DRIVER) qualified [second](POSITION). It rained."
)
CASES = [
    # (sentence, signs it has, signs it has not)
    (1, {"par:race", "par race:2 q:0", "par at:0", "prev:pole"}, {"next:race", "prev:race"}),
    (2, {"par:race", "par race:2 q:0", "par at:1", "prev:race", "next:race"}, {"par:qual"}),
    (4, {"par:qual", "par race:0 q:1", "par at:0", "prev:race"}, {"par:race", "next:qual"}),
    (5, {"par:qual", "par at:1", "prev:qual"}, {"par at:0"}),
]


@pytest.mark.parametrize(("number", "has", "lacks"), CASES)
def test_what_is_spoken_of_around_a_sentence(number: int, has: set[str], lacks: set[str]) -> None:
    made, _ = frames(REPORT)
    found = set(names_of([Paragraphs(made).part(number)]))
    assert has <= found
    assert not lacks & found


def test_the_first_sentence_of_a_competitor_is_where_it_is_named_first() -> None:
    made, view = frames(REPORT + " [Lee](DRIVER) left.")
    known = names(view)
    found = {known[who]: number for who, number in first_told(made, view.head_of).items()}
    assert found == {"Lee": 1, "Ray": 2, "Bo Fox": 4}
