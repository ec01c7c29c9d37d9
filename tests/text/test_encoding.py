"""Encodings: marks, UTF-8, what a page declares, detection, and what is no text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.text.encoding import decode, refuse_binary
from polesitter.text.unreadable import UnreadableError

ACCENTED = (
    "\u201cWe\u2019re quick,\u201d said Jos\u00e9 L\u00f3pez after a lap at the N\u00fcrburgring."
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"]
)  # fmt: skip
def test_decode(encoding: str) -> None:
    assert decode(ACCENTED.encode(encoding)) == ACCENTED


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
    ],
)
def test_decode_by_mark(mark: bytes, encoding: str) -> None:
    assert decode(mark + ACCENTED.encode(encoding)) == ACCENTED


@pytest.mark.parametrize(
    "text",
    [
        "R\u00e4ikk\u00f6nen on pole",
        "Prix de Saint-R\u00e9my \u00e0 l\u2019\u00e9t\u00e9",
        "Pole \u2013 by 0.3s \u2013 for Bu\u00f1uel",
    ],
)
def test_few_accents_are_western(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


def test_declared_encoding_comes_before_detection() -> None:
    assert decode("\u0159ez na pole".encode("cp1250"), declared="cp1250") == "\u0159ez na pole"


@pytest.mark.parametrize("declared", ["utf-8", "no-such-encoding", "hex", "idna"])
def test_wrong_declaration_is_passed_over(declared: str) -> None:
    assert decode(ACCENTED.encode("cp1252"), declared=declared) == ACCENTED


def test_line_ends_are_kept() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"pole\0sitter", "E110"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "E110"),
        (b"\x01\x02\x03\x04 pole", "E110"),
        (codecs.BOM_UTF16_LE + b"a\0b", "E111"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(data)
    assert caught.value.code == code


def test_one_stray_control_character_is_no_binary() -> None:
    text = "A report of some length, with one odd sign in it.\x0c\x07 And so on."
    assert refuse_binary(text) == text


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(UnreadableError):
        refuse_binary("pole \ud800")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_utf8_text_comes_back(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text
