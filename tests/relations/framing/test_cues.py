"""Cue words in a text: where they stand, and which of several stands."""

import pytest

from polesitter.relations.framing.cues import FramingCues, lower

CUES = FramingCues(
    [
        {"cue": "last year", "framing": "history"},
        {"cue": "last year's", "framing": "record", "reach": "after"},
        {"cue": "in practice", "framing": "practice"},
        {"cue": "the old mark", "framing": "record"},
        {"cue": "if his", "framing": "hypothetical"},
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Third last year.", [("last year", "history")]),
        ("Third Last Year", [("Last Year", "history")]),
        # of two that begin at one place the longer stands
        ("beat last year's pole", [("last year's", "record")]),
        # whole words only
        ("at last yearly", []),
        ("blast year", []),
        ("in practices", []),
        # each place is found, in text order
        ("in practice, and last year in practice",
         [("in practice", "practice"), ("last year", "history"), ("in practice", "practice")]),
        ("The old mark fell; if his lap stands",
         [("The old mark", "record"), ("if his", "hypothetical")]),
        ("", []),
    ],
)  # fmt: skip
def test_cues_of_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    found = CUES.find(text)
    assert [(text[cue.start : cue.end], cue.framing) for cue in found] == expected


def test_a_capital_with_a_long_lower_case_moves_nothing() -> None:
    text = "\u0130stanbul Park in practice"
    (cue,) = CUES.find(text)
    assert text[cue.start : cue.end] == "in practice"
    assert lower("\u0130A") == "\u0130a"


@pytest.mark.parametrize(
    ("reach", "text", "expected"),
    [
        ("clause", "third in practice", True),
        ("clause", "third, a row in practice", False),
        ("clause", "third, in practice", True),
        ("after", "third in practice", False),
        ("before", "third in practice", True),
    ],
)
def test_a_cue_reaches_back(reach: str, text: str, expected: bool) -> None:
    cues = FramingCues([{"cue": "in practice", "framing": "practice", "reach": reach}])
    (cue,) = cues.find(text)
    assert cue.reaches(0, len("third"), text) is expected
