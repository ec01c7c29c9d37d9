import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.text.openings import WIDTH, openings, required

OPENINGS = [
    (r"\bpole", {"pol"}),
    (r"\b(?:pole|grid)s?", {"pol", "gri"}),
    (r"\b(?:the )?best", {"the", "bes"}),
    (r"\bno[ -]time", {"no ", "no-"}),
    (r"\bQ[123]\b", {"q1", "q2", "q3"}),
    (r"(?<!\w)P\d", {f"p{digit}" for digit in range(10)}),
    (r"\b(?:ha)+d", {"had", "hah"}),
    # what is not spelled out ends an opening
    (r"\bF\w+", {"f"}),
    (r"\b[^a]bc", {""}),
    (r"(?:all )?\w+", {"all", ""}),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "expected"), OPENINGS)
def test_openings(pattern: str, expected: set[str]) -> None:
    assert openings(re.compile(pattern)) == expected


REQUIRED = [
    (r"(?:all )?disallowed", {"disallowed"}),
    (r"\w+ (?:struck|thrown out)", {"struck", "thrown out"}),
    (r"(?:times?|laps?) deleted", {" deleted"}),
    # one branch without a literal: nothing is sure
    (r"(?:struck|\d+)", set()),
    (r"(?:struck)?", set()),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "expected"), REQUIRED)
def test_required(pattern: str, expected: set[str]) -> None:
    assert required(re.compile(pattern)) == expected


PARTS = ["a", "b", "ab", "[ab]", "(?:a|bc)", "(?:a|b)?", "c*", r"\d", r"\w", "(?:ab){2}", "."]


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5), st.text("abc1 ", max_size=12))
def test_every_match_begins_with_an_opening_and_holds_a_required_string(
    parts: list[str], text: str
) -> None:
    pattern = re.compile("".join(parts))
    begins, needed = openings(pattern), required(pattern)
    for match in pattern.finditer(text):
        assert any(match[0].startswith(begin) for begin in begins)
        assert not needed or any(literal in match[0] for literal in needed)
    assert all(len(begin) <= WIDTH for begin in begins)
