import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.text.phrases import Phrases

PATTERNS = {
    "pole": r"\bpoles?\b",
    "no time": r"\bno[ -]times?\b",
    "segment": r"\bQ[123]\b",
    "number": r"(?<![\w-])\d{1,2} cars\b",
    "owner": r"(?<![\w-])(?:\w+['\u2019]s )?lap deleted\b",
    "doubled": r"\b(?:pole )+",
}
COMPILED = {name: re.compile(text, re.IGNORECASE) for name, text in PATTERNS.items()}
PHRASES = Phrases(COMPILED)
WORDS = ["pole", "Poles", "no", "no-time", "times", "Q1", "q4", "12 cars", "\u0663 cars",
         "Lee's lap", "lap deleted", "-pole", "p\u00f4le", "\n", "TIME", "K", "the"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


def spans(matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in matches]


@given(TEXTS)
def test_matches_are_those_of_a_search_for_each(text: str) -> None:
    look = PHRASES.look(text)
    for name, pattern in COMPILED.items():
        assert spans(look.matches(name)) == spans(pattern.finditer(text))
        assert look.count(name) == len(pattern.findall(text))


@given(TEXTS, st.integers(0, 40), st.integers(0, 80))
def test_matches_within_bounds_are_those_of_a_search_within_them(
    text: str, start: int, end: int
) -> None:
    look = PHRASES.look(text)
    for name, pattern in COMPILED.items():
        assert spans(look.matches(name, start, end)) == spans(pattern.finditer(text, start, end))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("POLES", "pole"),
        ("his No-Time", "no time"),
        ("in q2.", "segment"),
        ("of 33 cars", "number"),
        ("\u0663\u0663 cars", "number"),
        ("Andr\u00e9\u2019s lap deleted", "owner"),
        ("Lap deleted", "owner"),
    ],
)
def test_phrases_are_found_in_any_writing(text: str, name: str) -> None:
    assert PHRASES.look(text).count(name) == 1
