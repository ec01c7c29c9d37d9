"""What a report tells of "P1": whether other classes or other places stand beside it."""

import pytest

from polesitter.entities.senses.prototype_signs import prototype_signs
from polesitter.entities.senses.sense import signs_with_rule

TOLD = [
    ("P1 led PC and GTC, GT last.", "P1", {"beside:GT", "beside:GTC", "beside:PC"}),
    ("P1 and P2 were close, P7 was not, nor P14.", "P1", {"beside:P2", "beside:P#"}),
    ("LMP2 and LMGT3 ran, P2 of 9.", "P2", {"beside:LMP2", "beside:LMGT3"}),
    ("P4 for Lee in GT.", "P4", set()),
    ("The pole in GT.", "pole", set()),
]


@pytest.mark.parametrize(("text", "word", "signs"), TOLD)
def test_what_stands_beside(text: str, word: str, signs: set[str]) -> None:
    start = text.find(f"{word} ")
    assert set(prototype_signs(text, start, start + len(word))) == signs
    assert signs <= set(signs_with_rule(text, start, start + len(word), "p", None))
