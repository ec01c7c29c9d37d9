"""Sentences and their clauses; the stretches of one clause are joined by " … "."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.framing.clauses import BOUNDARY, boundaries, clauses_of

SENTENCES = [
    ("Lee took pole.", ["Lee took pole."]),
    # a stop begins a new line
    ("Lee took pole, but Ray was quicker.", ["Lee took pole", ", but Ray was quicker."]),
    ("Lee took pole; Ray was third.", ["Lee took pole", "; Ray was third."]),
    ("Lee was third and will start ninth.", ["Lee was third ", "and will start ninth."]),
    ("Lee was third and Ray fourth.", ["Lee was third and Ray fourth."]),
    ("Lee took pole after she was ninth.", ["Lee took pole ", "after she was ninth."]),
    ("Lee took pole after spinning.", ["Lee took pole ", "after spinning."]),
    ("Lee was third after the first run.", ["Lee was third after the first run."]),
    # a relative clause ends at the next comma, and the line goes on
    ("Lee, who won last year, was fifth.", ["Lee … , was fifth.", ", who won last year"]),
    ("Lee, in whom he trusts, was fifth.", ["Lee … , was fifth.", ", in whom he trusts"]),
    ("Lee was fifth, which he hated.", ["Lee was fifth", ", which he hated."]),
    # so does what stands between a name and its verb
    ("Lee, on pole a year ago, was third.", ["Lee … , was third.", ", on pole a year ago"]),
    ("Lee, whose car was third after it spun, is ninth.",
     ["Lee … , is ninth.", ", whose car was third after it spun"]),
    ("Lee, with less grip than in practice, put in two laps.",
     ["Lee … , put in two laps.", ", with less grip than in practice"]),
    # what follows a colon is a line of its own where it has a verb
    ("Some could do better: Lee is 13th.", ["Some could do better", ": Lee is 13th."]),
    ("Practice, top two: 1 Lee, 2 Ray.", ["Practice, top two: 1 Lee, 2 Ray."]),
    ("Lee left, putting it on pole.", ["Lee left", ", putting it on pole."]),
    ("His laps were deleted and he'll start ninth.",
     ["His laps were deleted ", "and he'll start ninth."]),
    ("Lee, Ray and Kim, third, fourth and fifth.",
     ["Lee, Ray and Kim, third, fourth and fifth."]),
    ("In practice, Lee was third.", ["In practice, Lee was third."]),
    ("Lee was third, followed by Ray, joined by Kim.",
     ["Lee was third, followed by Ray, joined by Kim."]),
    # brackets and pairs of dashes
    ("Lee (third last year) took pole.", ["Lee … ) took pole.", "(third last year"]),
    ("Lee \u2013 third, then first \u2013 won.",
     ["Lee … \u2013 won.", "\u2013 third, then first "]),
    ("Lee took pole \u2013 again.", ["Lee took pole ", "\u2013 again."]),
    # an opening subordinate clause ends at its comma
    ("After practice, Lee was third.", ["After practice", ", Lee was third."]),
    ("Quickest in practice, Lee was third.", ["Quickest in practice", ", Lee was third."]),
    ("Fastest in practice, was he?", ["Fastest in practice", ", was he?"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_clauses_of_a_sentence(sentence: str, expected: list[str]) -> None:
    found = clauses_of(sentence, 0, len(sentence))
    joined = [" … ".join(sentence[a:b].rstrip(" ") if len(c.spans) > 1 else sentence[a:b]
                         for a, b in c.spans) for c in found]  # fmt: skip
    assert joined == expected


@pytest.mark.parametrize("sentence", [row[0] for row in SENTENCES])
def test_every_letter_is_in_one_clause(sentence: str) -> None:
    text = f"Before. {sentence} After."
    found = clauses_of(text, 8, 8 + len(sentence))
    for position in range(8, 8 + len(sentence)):
        assert sum(clause.holds(position) for clause in found) == 1


def test_a_bracket_stands_in_its_line() -> None:
    line, bracket = clauses_of("Lee (third) won.", 0, 16)
    assert bracket.within is line
    assert line.within is None


PIECES = st.sampled_from(
    ["Lee", "was", "third", ",", ", ", "; ", " - ", "-", "\u2013", "(", ")", ": ", "but",
     "that ", "after ", "he ", "starting", "starts ", "who ", "while", "before ", "\n", "at 3",
     "and ", " "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join), st.integers(0, 30))
def test_boundaries_are_those_of_a_search(text: str, start: int) -> None:
    end = max(start, len(text) - 3)
    found = [(match.span(), match.lastgroup) for match in boundaries(text, start, end)]
    searched = BOUNDARY.finditer(text, start, end)
    assert found == [(match.span(), match.lastgroup) for match in searched]
