"""Tokens lose nothing, and no mark begins or ends within one."""

import pytest
from hypothesis import given

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.tokens import covered, tokens_of
from polesitter.text.plain import Mark

from .conftest import reports


@given(reports())
def test_tokens_and_spaces_spell_the_text(report: GoldReport) -> None:
    text = report.text
    tokens = tokens_of(text, report.marks)
    told = [text[one.start : one.end] + " " * one.space for one in tokens]
    assert "".join(told) == text
    assert all(one.start < one.end for one in tokens)
    for mark in report.marks:
        first, last = covered(tokens, mark)
        assert (tokens[first].start, tokens[last].end) == (mark.start, mark.end)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lee's .803 lap, 1'23.7", ["Lee", "'", "s", ".803", "lap", ",", "1'23.7"]),
        ("(P1) 1m08.412s 0.094s.", ["(", "P1", ")", "1m08.412s", "0.094s", "."]),
        ("No.93 Lotus-Renault", ["No", ".", "93", "Lotus", "-", "Renault"]),
        ("1.Lee 'Al' 11th", ["1", ".", "Lee", "'", "Al", "'", "11th"]),
        ("28.905/131.770", ["28.905", "/", "131.770"]),
        ("a  b\r\nc", ["a", "  ", "b", "\r\n", "c"]),
        ("e\u0301a", ["e\u0301a"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = [text[one.start : one.end] for one in tokens_of(text, [])]
    assert found == words


def test_a_mark_cuts_a_word() -> None:
    text = "Hyundais"
    found = tokens_of(text, [Mark(0, 7, "CAR", "c1")])
    assert [text[one.start : one.end] for one in found] == ["Hyundai", "s"]
