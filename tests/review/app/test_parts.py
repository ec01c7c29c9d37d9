from hypothesis import given
from hypothesis import strategies as st

from polesitter.review.app.parts import PART, WHOLE, cut


def test_an_ordinary_report_is_one_part() -> None:
    assert cut("word " * (WHOLE // 5)) == [(0, WHOLE)]


def test_a_long_one_is_cut_at_paragraphs() -> None:
    text = ("A sentence of a report.\n" * 20 + "\n") * 120
    parts = cut(text)
    assert len(parts) > 3
    assert all(text[:end].endswith("\n\n") for _, end in parts[:-1])
    assert all(end - start <= PART + 1000 for start, end in parts[:-1])


def test_lines_will_do_where_there_are_no_paragraphs() -> None:
    text = ("A sentence of a report.\n") * 4000
    assert len(cut(text)) > 3


def test_one_endless_line_stays_whole() -> None:
    text = "word " * WHOLE
    assert cut(text) == [(0, len(text))]


@given(st.lists(st.sampled_from(["x" * 900, "\n", "\n\n", " \n \n", "\r\n\r\n"]), max_size=150))
def test_the_parts_are_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    parts = cut(text)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(start < end for start, end in parts) or not text


def test_no_part_is_much_longer_than_the_others() -> None:
    text = ("A sentence of a report.\n" * 5 + "\n") * 1000
    assert max(end - start for start, end in cut(text)) <= 2 * PART
