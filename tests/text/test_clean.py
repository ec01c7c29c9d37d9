"""Cleaning: what becomes of each character, and the way back to the original."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.text.clean import clean

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab\r\n\u00ad\u200b\ufeff\u00a0\u2019\u201c\x92\u2013 ."), st.characters()
    )
)


@pytest.mark.parametrize(
    ("original", "cleaned"),
    [
        ("pole at 113.575 mph", "pole at 113.575 mph"),
        ("113.575\u00a0mph", "113.575 mph"),
        ("1\u2009:\u202f20", "1 : 20"),
        ("Abel\u2019s", "Abel's"),
        ("\u201cPole\u201d", '"Pole"'),
        ("1\u203220\u2033", "1'20\""),
        ("1\u00b423.778", "1'23.778"),
        ("quali\u00adfying", "qualifying"),
        ("\ufeffPole\u200b", "Pole"),
        ("one\r\ntwo", "one\ntwo"),
        ("one \t\n  two\n\tthree ", "one\ntwo\n\tthree"),
        ("  one", "one"),
        ("one\rtwo", "one\ntwo"),
        ("one\u2028two", "one\ntwo"),
        ("Type\u2011R", "Type-R"),
        ("2.1 \u2013 2.2 \u2014 \u22120.3", "2.1 \u2013 2.2 \u2014 \u22120.3"),
        ("Abel\x92s \x93pole\x94 \x96", 'Abel\'s "pole" \u2013'),
        ("a\tb\x0cc\x07d", "a\tb\nc d"),
        ("e\u0301 R\u00e4ikk\u00f6nen q\u0301", "\u00e9 R\u00e4ikk\u00f6nen q\u0301"),
        ("Abel&#8217;s &quot;R&amp;D&quot; P&eacute;rez", 'Abel\'s "R&D" P\u00e9rez'),
        ("Abel&amp;#8217;s Q&amp;A; &amp;", "Abel's Q&A; &"),
        ("AT&T; &unknown; &#1;", "AT&T; &unknown; &#1;"),
        ('Lee won.  Ray lost."  So did Cox!', 'Lee won. Ray lost." So did Cox!'),
        ("Lee (USA)  57.912", "Lee (USA)  57.912"),
        ("1  Lee Jr.  Ford\n2  Ray  BMW", "1  Lee Jr.  Ford\n2  Ray  BMW"),
    ],
)
def test_clean(original: str, cleaned: str) -> None:
    assert clean(original).text == cleaned


def test_no_offsets_where_nothing_was_removed() -> None:
    cleaned = clean("Abel\u2019s\npole")
    assert cleaned.origin is None
    assert cleaned.to_original(0, 4) == (0, 4)


@pytest.mark.parametrize(
    ("original", "found", "span"),
    [
        ("qua\u00adli\u00adfying pole", "qualifying", (0, 12)),
        ("qua\u00adli\u00adfying pole", "pole", (13, 17)),
        ("\u200bAbel\u200b won", "Abel", (1, 5)),
        ("\ufeff\u00a0Abel", "Abel", (2, 6)),
        ("Abel\r\nwon", "won", (6, 9)),
        ("Ren&eacute; won", "Ren\u00e9", (0, 11)),
        ("Ren&eacute; won", "won", (12, 15)),
        ("Rene\u0301\u00ad won", "Ren\u00e9", (0, 5)),
        ("It rained.  Abel won.", "Abel", (12, 16)),
        ("Abel \r\n  Lee\u00adds", "Leeds", (9, 15)),
    ],
)
def test_to_original(original: str, found: str, span: tuple[int, int]) -> None:
    cleaned = clean(original)
    start = cleaned.text.index(found)
    assert cleaned.to_original(start, start + len(found)) == span


WRAPPED = """\
Marlene Abel took the pole for Sunday's race with a lap of 57.912
seconds. Second was Renata Solis, who will start on the outside front-
row in the Copperhead Motorsports BMW, in front of Wyatt
Lindqvist.
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n", " \n"])
def test_hard_wrapped_prose_flows(ends: str) -> None:
    original = WRAPPED.replace("\n", ends)
    cleaned = clean(original)
    assert cleaned.text.strip() == WRAPPED.replace("-\n", "-").replace("\n", " ").strip()
    for name in ("57.912 seconds", "front-row", "Wyatt Lindqvist", "Lindqvist."):
        start = cleaned.text.index(name)
        first, last = cleaned.to_original(start, start + len(name))
        there = original[first:last]
        assert "".join(there.split()) == "".join(name.split())
        assert there == there.strip()


def test_a_space_for_a_line_break_moves_no_offset() -> None:
    assert clean(WRAPPED.replace("-\n", "\n")).origin is None


def test_empty_span() -> None:
    assert clean("a\u00adb").to_original(1, 1) == (2, 2)
    assert clean("a\u00ad").to_original(1, 1) == (2, 2)


@given(TEXTS)
def test_clean_is_idempotent(original: str) -> None:
    once = clean(original)
    again = clean(once.text)
    assert again.text == once.text
    assert again.origin is None


@given(TEXTS)
def test_offsets_rise_and_stay_inside(original: str) -> None:
    cleaned = clean(original)
    starts = [cleaned.to_original(at, at)[0] for at in range(len(cleaned.text) + 1)]
    assert all(before < after for before, after in pairwise(starts))
    assert all(0 <= start <= len(original) for start in starts)


@given(TEXTS, st.data())
def test_spans_map_to_text_that_cleans_to_them(original: str, data: st.DataObject) -> None:
    # Half a CRLF is a lone CR, which cleans to a line feed: no mention ends in one.
    original = re.sub(r"[\r*_\[]", "", original)
    cleaned = clean(original)
    start = data.draw(st.integers(0, len(cleaned.text)))
    end = data.draw(st.integers(start, len(cleaned.text)))
    first, last = cleaned.to_original(start, end)
    # Nor does one begin or end in a blank, of which a line's own are dropped.
    assert clean(original[first:last]).text.strip(" ") == cleaned.text[start:end].strip(" ")
