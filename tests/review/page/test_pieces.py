import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.review.page.pieces import Piece, cut
from polesitter.review.page.spans import PageSpan

TEXT = "abcdefghij"


def spans_of(bounds: list[tuple[int, int]], text: str = TEXT) -> list[PageSpan]:
    ordered = sorted(set(bounds), key=outermost_first)
    return [PageSpan(n, a, b, text[a:b], None) for n, (a, b) in enumerate(ordered)]


def outermost_first(bounds: tuple[int, int]) -> tuple[int, int]:
    return bounds[0], -bounds[1]


def written(pieces: list[Piece]) -> str:
    """The pieces as brackets: <0 opens span 0, > closes the last opened."""
    told = ""
    for piece in pieces:
        told += "".join(f"<{span.number}" for span in piece.opens) + piece.text + ">" * piece.closes
    return told


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        ([], "abcdefghij"),
        ([(2, 4)], "ab<0cd>efghij"),
        ([(0, 10)], "<0abcdefghij>"),
        ([(2, 4), (4, 6)], "ab<0cd><1ef>ghij"),
        ([(1, 8), (2, 4), (5, 8)], "a<0b<1cd>e<2fgh>>ij"),  # nested
        ([(1, 5), (3, 8)], "a<0bc<1de>><1fgh>ij"),  # crossing
    ],
)
def test_cut(bounds: list[tuple[int, int]], told: str) -> None:
    assert written(cut(TEXT, 0, 10, spans_of(bounds))) == told


def test_a_span_that_leaves_the_stretch_is_cut_at_its_end() -> None:
    assert written(cut(TEXT, 3, 6, spans_of([(1, 4), (5, 9)]))) == "<0d>e<1f>"


def test_the_first_part_of_a_span_knows_it() -> None:
    pieces = cut(TEXT, 0, 10, spans_of([(1, 5), (3, 8)]))
    firsts = [(p.start, s.number) for p in pieces for s in p.opens if p.start == s.start]
    assert firsts == [(1, 0), (3, 1)]


bounds = st.tuples(st.integers(0, 9), st.integers(1, 10)).filter(lambda pair: pair[0] < pair[1])


@given(st.lists(bounds, max_size=8), bounds)
def test_every_letter_stands_in_just_its_spans(
    found: list[tuple[int, int]], stretch: tuple[int, int]
) -> None:
    spans = spans_of(found)
    open_now: list[int] = []
    at = stretch[0]
    for piece in cut(TEXT, *stretch, spans):
        assert piece.start == at
        open_now += [span.number for span in piece.opens]
        for letter in range(at, at + len(piece.text)):
            inside = {span.number for span in spans if span.start <= letter < span.end}
            assert set(open_now) == inside
            assert TEXT[letter] == piece.text[letter - at]
        at += len(piece.text)
        if piece.closes:
            del open_now[-piece.closes :]
    assert at == stretch[1]
    assert open_now == []
